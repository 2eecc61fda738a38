//! Given names, patronymics and surnames of cultures that write in another script: the usual
//! romanisation, the native form, and other romanisations that registers show for the same name.

pub(crate) const UKRAINIAN_M: &[&str] = &[
    "Oleksandr|Олександр|Alexander|Olexandr|Aleksandr", "Serhii|Сергій|Sergiy|Serhiy|Sergey",
    "Volodymyr|Володимир|Vladimir|Wolodymyr", "Andrii|Андрій|Andriy|Andrey|Andrij",
    "Mykola|Микола|Nikolay|Nikolai|Mikola", "Vasyl|Василь|Vasily|Wasyl|Vasil",
    "Yurii|Юрій|Yuriy|Yuri|Iurii", "Oleh|Олег|Oleg", "Ihor|Ігор|Igor", "Viktor|Віктор|Victor",
    "Dmytro|Дмитро|Dmitry|Dmitriy|Dmitro", "Petro|Петро|Petr|Peter",
    "Mykhailo|Михайло|Mikhail|Mykhaylo|Mihailo", "Vitalii|Віталій|Vitaliy|Vitaly",
    "Yevhen|Євген|Evgeny|Yevgen|Ievgen", "Hryhorii|Григорій|Grigory|Hryhoriy|Grygorii",
    "Taras|Тарас", "Bohdan|Богдан|Bogdan",
];
pub(crate) const UKRAINIAN_F: &[&str] = &[
    "Olena|Олена|Elena|Helena|Yelena", "Nataliia|Наталія|Natalia|Nataliya|Natalya",
    "Oksana|Оксана|Oxana", "Tetiana|Тетяна|Tatiana|Tetyana|Tatyana", "Iryna|Ірина|Irina|Irene",
    "Olha|Ольга|Olga", "Svitlana|Світлана|Svetlana", "Mariia|Марія|Maria|Mariya",
    "Halyna|Галина|Galina|Galyna", "Liudmyla|Людмила|Lyudmila|Ludmila",
    "Yuliia|Юлія|Yulia|Julia|Iuliia", "Kateryna|Катерина|Ekaterina|Katerina",
];
/// Masculine and feminine patronymic: `latin|native|latin feminine|native feminine`.
pub(crate) const UKRAINIAN_P: &[&str] = &[
    "Oleksandrovych|Олександрович|Oleksandrivna|Олександрівна",
    "Serhiiovych|Сергійович|Serhiivna|Сергіївна",
    "Volodymyrovych|Володимирович|Volodymyrivna|Володимирівна",
    "Mykolaiovych|Миколайович|Mykolaivna|Миколаївна", "Ivanovych|Іванович|Ivanivna|Іванівна",
    "Petrovych|Петрович|Petrivna|Петрівна", "Vasylovych|Васильович|Vasylivna|Василівна",
    "Mykhailovych|Михайлович|Mykhailivna|Михайлівна",
    "Anatoliiovych|Анатолійович|Anatoliivna|Анатоліївна", "Yuriiovych|Юрійович|Yuriivna|Юріївна",
];
pub(crate) const UKRAINIAN_S: &[&str] = &[
    "Bondarenko|Бондаренко", "Kovalenko|Коваленко|Kowalenko", "Tkachenko|Ткаченко",
    "Kravchenko|Кравченко|Krawtschenko", "Oliinyk|Олійник|Oliynyk|Oleinik",
    "Shevchuk|Шевчук|Szewczuk", "Polishchuk|Поліщук|Polischuk", "Lysenko|Лисенко|Lisenko|Lysenka",
    "Hrytsenko|Гриценко|Gritsenko|Grytsenko", "Marchuk|Марчук", "Havrylenko|Гавриленко|Gavrilenko",
    "Kharchenko|Харченко", "Yevtushenko|Євтушенко|Evtushenko|Ievtushenko",
    "Zhuravel|Журавель|Juravel", "Shcherbak|Щербак|Scherbak|Sherbak", "Yatsenko|Яценко|Iatsenko",
    "Horbach|Горбач|Gorbach", "Kotsiubenko|Коцюбенко|Kotsyubenko", "Nezhynets|Ніжинець|Nezhinets",
    "Dovhal|Довгаль|Dovgal", "Pylypchuk|Пилипчук|Pilipchuk", "Zelenchuk|Зеленчук",
    "Vyshnyvyi|Вишнивий|Vyshnyvy|Vishniviy",
];

pub(crate) const RUSSIAN_M: &[&str] = &[
    "Aleksandr|Александр|Alexander|Alexandr", "Sergey|Сергей|Sergei|Serguei",
    "Vladimir|Владимир|Wladimir", "Andrey|Андрей|Andrei", "Nikolay|Николай|Nikolai|Nicolai",
    "Dmitry|Дмитрий|Dmitriy|Dmitri|Dimitry", "Alexey|Алексей|Aleksei|Alexei|Aleksey",
    "Igor|Игорь|Igor'", "Mikhail|Михаил|Michail|Mikhael", "Yury|Юрий|Yuri|Yuriy|Iurii|Juri",
    "Evgeny|Евгений|Yevgeny|Evgeniy|Evgenii", "Viktor|Виктор|Victor", "Oleg|Олег",
    "Pavel|Павел|Paul", "Konstantin|Константин|Constantine", "Maxim|Максим|Maksim",
    "Gennady|Геннадий|Gennadiy|Guennadi", "Arkady|Аркадий|Arkadiy|Arkadii",
    "Fyodor|Фёдор|Fedor|Feodor",
];
pub(crate) const RUSSIAN_F: &[&str] = &[
    "Elena|Елена|Yelena|Helen", "Olga|Ольга|Ol'ga", "Natalia|Наталья|Natalya|Nataliya",
    "Tatiana|Татьяна|Tatyana|Tatjana", "Irina|Ирина|Iryna", "Svetlana|Светлана",
    "Ekaterina|Екатерина|Yekaterina|Katerina", "Anastasia|Анастасия|Anastasiya",
    "Yulia|Юлия|Julia|Iuliia|Yuliya", "Galina|Галина", "Lyudmila|Людмила|Ludmila|Liudmila",
    "Ksenia|Ксения|Xenia|Kseniya",
];
pub(crate) const RUSSIAN_P: &[&str] = &[
    "Ivanovich|Иванович|Ivanovna|Ивановна", "Sergeevich|Сергеевич|Sergeevna|Сергеевна",
    "Vladimirovich|Владимирович|Vladimirovna|Владимировна",
    "Nikolaevich|Николаевич|Nikolaevna|Николаевна",
    "Aleksandrovich|Александрович|Aleksandrovna|Александровна",
    "Petrovich|Петрович|Petrovna|Петровна", "Viktorovich|Викторович|Viktorovna|Викторовна",
    "Mikhailovich|Михайлович|Mikhailovna|Михайловна", "Yurievich|Юрьевич|Yurievna|Юрьевна",
    "Anatolievich|Анатольевич|Anatolievna|Анатольевна", "Borisovich|Борисович|Borisovna|Борисовна",
    "Gennadievich|Геннадьевич|Gennadievna|Геннадьевна",
];
pub(crate) const RUSSIAN_S: &[&str] = &[
    "Kuznetsov|Кузнецов|Kouznetsov|Kuznecov", "Smirnov|Смирнов|Smirnoff", "Popov|Попов|Popoff",
    "Vasilyev|Васильев|Vasiliev|Vasilev", "Sokolov|Соколов|Sokoloff",
    "Mikhailov|Михайлов|Mikhaylov|Mihailov", "Fyodorov|Фёдоров|Fedorov|Feodorov",
    "Morozov|Морозов|Morosov", "Volkov|Волков|Wolkow", "Lebedev|Лебедев|Lebedeff",
    "Zaitsev|Зайцев|Zaytsev|Saitsev", "Pavlov|Павлов", "Golubev|Голубев", "Vinogradov|Виноградов",
    "Belyaev|Беляев|Beliaev|Belyayev", "Tarasov|Тарасов", "Zhukov|Жуков|Joukov|Schukow",
    "Gusev|Гусев|Goussev", "Yefimov|Ефимов|Efimov", "Tikhonov|Тихонов|Tichonov",
    "Shcherbakov|Щербаков|Scherbakov|Sherbakov", "Chernyshov|Чернышов|Chernyshev|Tchernychov",
    "Yeliseev|Елисеев|Eliseev", "Tsvetaev|Цветаев|Cvetaev|Zwetajew",
    "Dubrovsky|Дубровский|Dubrovskiy|Dubrovskii", "Belozersky|Белозерский|Belozerskiy",
];

pub(crate) const BULGARIAN_M: &[&str] = &[
    "Georgi|Георги|George", "Ivan|Иван", "Dimitar|Димитър|Dimitur|Dimiter",
    "Nikolay|Николай|Nikolai", "Petar|Петър|Peter|Petur", "Hristo|Христо|Christo|Khristo",
    "Todor|Тодор", "Stefan|Стефан", "Yordan|Йордан|Jordan|Iordan", "Plamen|Пламен",
    "Krasimir|Красимир|Krassimir",
];
pub(crate) const BULGARIAN_F: &[&str] = &[
    "Maria|Мария|Mariya", "Ivanka|Иванка", "Elena|Елена", "Yordanka|Йорданка|Iordanka",
    "Daniela|Даниела", "Desislava|Десислава|Dessislava",
    "Tsvetelina|Цветелина|Cvetelina|Zvetelina", "Radka|Радка", "Gergana|Гергана",
];
pub(crate) const BULGARIAN_S: &[&str] = &[
    "Ivanov|Иванов", "Georgiev|Георгиев", "Dimitrov|Димитров", "Petrov|Петров", "Nikolov|Николов",
    "Hristov|Христов|Christov", "Stoyanov|Стоянов|Stoianov", "Todorov|Тодоров", "Iliev|Илиев",
    "Angelov|Ангелов", "Kolev|Колев", "Vasilev|Василев|Vassilev", "Tsvetkov|Цветков|Cvetkov",
    "Zhelev|Желев|Jelev",
];

pub(crate) const GREEK_M: &[&str] = &[
    "Georgios|Γεώργιος|George|Giorgos|Yiorgos", "Ioannis|Ιωάννης|Yiannis|John|Giannis",
    "Konstantinos|Κωνσταντίνος|Costas|Kostas|Constantinos",
    "Dimitrios|Δημήτριος|Dimitris|Demetrios", "Nikolaos|Νικόλαος|Nicolaos|Nikos|Nicos",
    "Panagiotis|Παναγιώτης|Panayiotis|Panos", "Vasileios|Βασίλειος|Vassilis|Vasilis",
    "Christos|Χρήστος|Hristos", "Andreas|Ανδρέας", "Michail|Μιχαήλ|Michael|Michalis",
];
pub(crate) const GREEK_F: &[&str] = &[
    "Maria|Μαρία", "Eleni|Ελένη|Helen|Elena", "Aikaterini|Αικατερίνη|Katerina|Ekaterini",
    "Vasiliki|Βασιλική|Vassiliki", "Sofia|Σοφία|Sophia", "Georgia|Γεωργία|Yeoryia",
    "Despina|Δέσποινα|Despoina", "Chrystalla|Χρυστάλλα|Christalla",
];
pub(crate) const GREEK_S: &[&str] = &[
    "Papadopoulos|Παπαδόπουλος|Papadopulos", "Georgiou|Γεωργίου", "Nikolaou|Νικολάου|Nicolaou",
    "Christodoulou|Χριστοδούλου|Hristodoulou", "Ioannou|Ιωάννου|Yoannou",
    "Charalambous|Χαραλάμπους|Haralambous", "Konstantinou|Κωνσταντίνου|Constantinou",
    "Vlachos|Βλάχος|Vlahos", "Makris|Μακρής", "Economou|Οικονόμου|Oikonomou",
    "Hadjigeorgiou|Χατζηγεωργίου|Chatzigeorgiou|Hadji Georgiou",
    "Michaelides|Μιχαηλίδης|Michailidis", "Stavrou|Σταύρου", "Pavlides|Παυλίδης|Pavlidis",
];

pub(crate) const ARABIC_M: &[&str] = &[
    "Mohammed|محمد|Muhammad|Mohamed|Mohamad|Muhammed", "Ahmed|أحمد|Ahmad",
    "Abdullah|عبدالله|Abdallah|Abdulla|Abd Allah", "Khalid|خالد|Khaled", "Omar|عمر|Umar|Omer",
    "Hassan|حسن|Hasan", "Ali|علي|Aly", "Yousef|يوسف|Yusuf|Youssef|Yousif",
    "Ibrahim|إبراهيم|Ebrahim|Ibraheem", "Mahmoud|محمود|Mahmud|Mahmood",
    "Abdulrahman|عبدالرحمن|Abdul Rahman|Abd al-Rahman|Abdelrahman", "Tariq|طارق|Tarek|Tareq",
    "Saeed|سعيد|Said|Sa'id", "Faisal|فيصل|Faysal|Feisal", "Nasser|ناصر|Nasir|Naser",
];
pub(crate) const ARABIC_F: &[&str] = &[
    "Fatima|فاطمة|Fatimah|Fatma", "Aisha|عائشة|Ayesha|Aysha", "Mariam|مريم|Maryam|Meriem",
    "Noura|نورة|Nora|Nourah", "Layla|ليلى|Leila|Laila", "Huda|هدى|Hoda", "Salma|سلمى",
    "Zainab|زينب|Zaynab|Zeinab", "Amal|أمل", "Rania|رانيا|Raniah",
];
pub(crate) const ARABIC_S: &[&str] = &[
    "Al-Harbi|الحربي|Alharbi|Al Harbi|El-Harbi", "Al-Otaibi|العتيبي|Alotaibi|Al Utaybi|Al-Utaibi",
    "Haddad|حداد|Hadad|Haddaad", "Al-Najjar|النجار|Alnajjar|El Naggar|Al Najar",
    "Mansour|منصور|Mansur|Mansoor", "Khoury|خوري|Khouri|El Khoury",
    "Al-Zahrani|الزهراني|Alzahrani|Az-Zahrani", "Salem|سالم|Salim|Saleem",
    "Al-Dosari|الدوسري|Aldosari|Al Dossary", "Qasim|قاسم|Kassem|Qassem|Kasim",
    "Sabbagh|صباغ|Sabagh|Al-Sabbagh", "Al-Jabri|الجابري|Aljabri|Al Jabiri",
    "Barakat|بركات|Barakaat", "Darwish|درويش|Darwich|Derwish",
    "Al-Tamimi|التميمي|Altamimi|At-Tamimi", "Shaheen|شاهين|Shahin|Chahine",
    "Al-Ghamdi|الغامدي|Alghamdi|Al Ghamidi", "Zayed|زايد|Zaid|Zayid",
];

pub(crate) const PERSIAN_M: &[&str] = &[
    "Mohammad|محمد|Mohammed|Muhammad", "Ali|علی", "Hossein|حسین|Hussein|Hoseyn", "Reza|رضا|Riza",
    "Mehdi|مهدی|Mahdi", "Amir|امیر|Ameer", "Hamid|حمید|Hameed", "Saeed|سعید|Saeid|Said",
    "Majid|مجید|Majeed", "Behrouz|بهروز|Behruz|Behrooz", "Davoud|داوود|Davood|Dawud",
    "Gholamreza|غلامرضا|Gholam Reza|Qolamreza",
];
pub(crate) const PERSIAN_F: &[&str] = &[
    "Fatemeh|فاطمه|Fatima|Fatimeh", "Zahra|زهرا|Zohra", "Maryam|مریم|Mariam",
    "Narges|نرگس|Nargess", "Shirin|شیرین|Shireen", "Leila|لیلا|Layla", "Nasrin|نسرین|Nasreen",
    "Parisa|پریسا", "Azadeh|آزاده",
];
pub(crate) const PERSIAN_S: &[&str] = &[
    "Hosseini|حسینی|Husseini|Hoseyni", "Mohammadi|محمدی|Mohamadi", "Ahmadi|احمدی",
    "Karimi|کریمی|Kareemi", "Rezaei|رضایی|Rezai|Rezayi", "Moradi|مرادی",
    "Jafari|جعفری|Ja'fari|Jaafari", "Rahimi|رحیمی|Raheemi", "Sadeghi|صادقی|Sadeqi|Sadighi",
    "Ghorbani|قربانی|Qorbani", "Tehranchi|تهرانچی", "Shirazi|شیرازی|Shirazy",
    "Esfandiari|اسفندیاری|Isfandiari", "Kazemi|کاظمی|Kazimi",
];

pub(crate) const CHINESE_M: &[&str] = &[
    "Wei|伟", "Jianguo|建国|Jian Guo|Jian-Guo|Chien-kuo", "Zhiqiang|志强|Zhi Qiang|Chih-chiang",
    "Xiaoming|晓明|Xiao Ming|Hsiao-ming", "Guoqing|国庆|Guo Qing|Kuo-ching", "Yong|勇|Yung",
    "Jun|军|Chun", "Haoran|浩然|Hao Ran", "Zhenhua|振华|Zhen Hua|Chen-hua", "Wenbin|文斌|Wen Bin|Wen-Bin",
    "Qiang|强|Chiang", "Chengyu|成宇|Cheng Yu|Cheng-yu",
];
pub(crate) const CHINESE_F: &[&str] = &[
    "Fang|芳", "Xiuying|秀英|Xiu Ying|Hsiu-ying", "Min|敏", "Jing|静|Ching", "Lihua|丽华|Li Hua|Li-hua",
    "Xiaohong|晓红|Xiao Hong|Hsiao-hung", "Yan|燕|Yen", "Meiling|美玲|Mei Ling|Mei-ling", "Xue|雪|Hsueh",
    "Yuting|雨婷|Yu Ting|Yu-ting",
];
pub(crate) const CHINESE_S: &[&str] = &[
    "Wang|王|Wong", "Li|李|Lee", "Zhang|张|Chang|Cheung", "Liu|刘|Lau", "Chen|陈|Chan", "Yang|杨|Yeung",
    "Zhao|赵|Chao|Chiu", "Huang|黄|Wong|Hwang", "Zhou|周|Chow|Chou", "Wu|吴|Ng", "Xu|徐|Hsu|Tsui",
    "Sun|孙|Suen", "Hu|胡|Wu", "Zhu|朱|Chu", "Gao|高|Kao|Ko", "Lin|林|Lam", "He|何|Ho", "Guo|郭|Kuo|Kwok",
    "Xie|谢|Hsieh|Tse", "Deng|邓|Teng|Tang",
];

pub(crate) const KOREAN_M: &[&str] = &[
    "Chol Su|철수|Chol-su|Cheolsu", "Myong Chol|명철|Myong-chol|Myeongcheol",
    "Yong Nam|영남|Yong-nam|Yeongnam", "Song Il|성일|Song-il|Seongil", "Kwang Ho|광호|Kwang-ho|Gwangho",
    "Jun Young|준영|Jun-young|Junyeong", "Tong Hyok|동혁|Tong-hyok|Donghyeok",
];
pub(crate) const KOREAN_F: &[&str] = &[
    "Yong Hui|영희|Yong-hui|Yeonghui", "Sun Ok|순옥|Sun-ok", "Kyong Hui|경희|Kyong-hui|Kyunghee",
    "Mi Ran|미란|Mi-ran", "Ji Woo|지우|Ji-woo",
];
pub(crate) const KOREAN_S: &[&str] = &[
    "Kim|김|Gim", "Pak|박|Park|Bak", "Ri|리|Lee|Yi", "Choe|최|Choi", "Chong|정|Jung|Jeong",
    "Kang|강|Gang", "Cho|조|Jo", "Yun|윤|Yoon", "Chang|장|Jang", "Han|한", "So|서|Seo", "Paek|백|Baek",
];
