//! Given names and surnames of cultures that write in Latin script. Common names, in common order.

pub(crate) const ENGLISH_M: &[&str] = &[
    "David||Dave", "John||Jon|Jack", "Michael||Mike|Mick", "Paul", "Andrew||Andy", "Peter||Pete",
    "James||Jim|Jamie", "Robert||Rob|Bob", "Richard||Rick|Dick", "Mark||Marc",
    "Stephen||Steven|Steve", "Christopher||Chris", "Simon", "Anthony||Tony|Antony",
    "Matthew||Matt", "Thomas||Tom", "Ian||Iain", "Daniel||Dan|Danny", "Nicholas||Nick|Nicolas",
    "Jonathan||Jonathon|Jon", "William||Will|Bill", "Philip||Phillip|Phil", "Alan||Allan|Allen",
    "Martin||Martyn", "Benjamin||Ben", "Gary||Garry", "Timothy||Tim", "Adam", "Samuel||Sam",
    "Graham||Graeme", "Kevin||Kev", "Joseph||Joe", "Lee", "Alexander||Alex|Alec", "Edward||Ed|Ted",
    "George", "Neil||Neal", "Jason", "Colin", "Oliver||Ollie", "Barry", "Keith", "Craig",
    "Stuart||Stewart", "Charles||Charlie", "Geoffrey||Geoff|Jeffrey", "Luke", "Nigel",
    "Raymond||Ray", "Kenneth||Ken", "Trevor", "Roger||Rodger", "Harry", "Jack", "Gareth", "Darren",
    "Dean", "Roy", "Russell||Russel", "Malcolm", "Clive", "Terence||Terry",
];

pub(crate) const ENGLISH_F: &[&str] = &[
    "Sarah||Sara", "Susan||Sue", "Karen", "Helen||Helena", "Elizabeth||Liz|Beth|Elisabeth", "Emma",
    "Jane||Jayne", "Julie", "Claire||Clare", "Nicola||Nicky", "Victoria||Vicky", "Rachel||Rachael",
    "Amanda||Mandy", "Catherine||Katherine|Kate|Cathy", "Alison||Allison",
    "Margaret||Maggie|Peggy", "Louise", "Rebecca||Becky", "Joanne||Jo|Joanna",
    "Patricia||Pat|Trish", "Christine||Chris", "Anna||Anne|Ann", "Caroline||Carolyn", "Laura",
    "Jennifer||Jenny", "Hannah", "Lisa||Liza", "Sharon", "Deborah||Debbie|Debra",
    "Jacqueline||Jackie", "Samantha||Sam", "Charlotte", "Lucy", "Linda||Lynda", "Mary||Marie",
    "Lynn||Lynne", "Wendy", "Tracey||Tracy", "Diane||Diana", "Gillian||Jill", "Judith||Judy",
    "Katie||Katy", "Heather", "Ruth", "Michelle||Michele", "Natalie||Nathalie", "Fiona", "Kim",
    "Maria", "Sally", "Angela", "Barbara", "Hazel", "Paula", "Dawn", "Alice", "Sophie||Sofie",
    "Rosemary", "Jean",
];

pub(crate) const ENGLISH_S: &[&str] = &[
    "Smith||Smyth|Smythe", "Jones", "Taylor||Tayler", "Brown||Browne", "Williams",
    "Wilson||Willson", "Johnson||Johnston", "Davies||Davis", "Patterson||Paterson", "Wright",
    "Evans", "Walker", "White||Whyte", "Roberts", "Green||Greene", "Hall", "Thomas",
    "Clarke||Clark", "Jackson", "Wood||Woods", "Harris||Harries", "Edwards", "Turner",
    "Martin||Marten", "Cooper", "Hill", "Ward", "Hughes||Hughs", "Moore||More", "King", "Harrison",
    "Baker", "Lee||Leigh|Lea", "Allen||Allan", "Morris||Maurice", "Scott", "Watson", "Parker",
    "Bennett||Bennet", "Young", "Cook||Cooke", "Richardson", "Bailey||Baillie", "Collins", "Bell",
    "Shaw", "Murphy", "Miller||Millar", "Cox", "Marshall||Marshal", "Simpson", "Price||Pryce",
    "Anderson||Andersen", "Adams", "Wilkinson", "Foster", "Ellis", "Mills", "Rogers||Rodgers",
    "Gray||Grey", "Mason", "Hunt", "Barker", "Powell", "Stevens||Stephens", "Fisher", "Palmer",
    "Webb", "Holmes", "Lloyd", "Barnes", "Knight", "Matthews||Mathews", "Hawkins",
    "Pearson||Pierson", "Dawson", "Fletcher", "Gibson", "Fox",
];

/// First halves of place-like surnames (joined with `SURNAME_TAIL`).
pub(crate) const SURNAME_HEAD: &[&str] = &[
    "Ash", "Thorn", "Hather", "Brad", "Whit", "Chad", "Win", "Stan", "Lang", "Hart", "Mel", "Kirk",
    "Wood", "Rad", "Ald", "Cran", "Dun", "East", "Farn", "Glen", "Hol", "Kings", "Lin", "Marl",
    "Nor", "Oak", "Pen", "Red", "Sher", "Thurl", "Up", "Wake", "Wal", "West", "Wick", "Wyn",
    "Black", "Brom", "Cal", "Hazel",
];

pub(crate) const SURNAME_TAIL: &[&str] = &[
    "ford", "bury", "ton", "ley", "well", "stone", "worth", "field", "by", "combe", "ham", "wick",
    "more", "croft", "den", "brook", "gate", "shaw", "thorpe", "stead",
];

pub(crate) const CELTIC_M: &[&str] = &[
    "Sean||Shaun|Shane", "Patrick||Paddy", "Conor||Connor", "Liam", "Declan", "Brendan",
    "Kieran||Ciaran", "Niall||Neil", "Eoin||Owen", "Rory||Ruairi", "Hamish",
    "Alasdair||Alistair|Alastair", "Callum||Calum", "Euan||Ewan|Ewen", "Fergus", "Gwyn||Gwynn",
    "Rhys||Rees", "Dylan", "Huw||Hugh", "Emyr", "Iestyn", "Duncan",
];

pub(crate) const CELTIC_F: &[&str] = &[
    "Aoife||Eva", "Siobhan||Shevaun", "Niamh||Neve", "Ciara||Keira", "Sinead||Shinade",
    "Orla||Orlagh", "Mairi||Mhairi", "Eilidh||Ailie", "Morag", "Isla", "Catriona||Caitriona",
    "Bronwen||Bronwyn", "Sian||Shan", "Carys", "Nia", "Megan||Meghan", "Rhiannon", "Grainne",
    "Una||Oonagh", "Kirsty||Kirstie",
];

pub(crate) const CELTIC_S: &[&str] = &[
    "O'Brien||O Brien|OBrien", "Kelly||Kelley", "Byrne||Byrnes", "Ryan",
    "O'Sullivan||O Sullivan|OSullivan", "Doyle", "McCarthy||MacCarthy|Mc Carthy",
    "Gallagher||Gallaher", "Doherty||Dougherty", "Kennedy", "Campbell",
    "MacDonald||McDonald|Mac Donald", "Stewart||Stuart", "Robertson", "Thomson||Thompson",
    "MacLeod||McLeod", "Murray", "Fraser||Frazer", "Ross", "McKenzie||MacKenzie|Mackenzie",
    "Morgan", "Rees||Rhys", "Griffiths||Griffith", "Owen||Owens", "Jenkins", "Bowen", "Pritchard",
    "McLaughlin||McLoughlin", "Quinn", "Nolan", "Brennan", "Fitzgerald||Fitz Gerald",
    "Sinclair||St Clair", "McIntyre||MacIntyre", "Gillespie",
];

pub(crate) const INDIAN_M: &[&str] = &[
    "Rajesh||Raj", "Sanjay", "Amit", "Anil", "Rakesh", "Suresh", "Vijay", "Ashok",
    "Harpreet||Harprit", "Sunil", "Deepak||Dipak", "Ramesh", "Manoj", "Jaswinder||Jaswindar",
    "Gurpreet||Gurprit", "Kiran", "Nilesh||Neelesh", "Hitesh", "Bhavesh", "Kamlesh",
    "Balwinder||Balvinder", "Dinesh", "Arjun", "Vikram", "Pritesh", "Mukesh",
];

pub(crate) const INDIAN_F: &[&str] = &[
    "Priya||Pria", "Anita", "Sunita", "Meena||Mina", "Rekha", "Neha", "Kavita||Kavitha",
    "Pooja||Puja", "Asha", "Jaspreet||Jasprit", "Manjit||Manjeet", "Hina||Heena", "Nisha",
    "Bhavna||Bhavana", "Gita||Geeta", "Usha", "Sangita||Sangeeta", "Rajni", "Lakshmi||Laxmi",
    "Swati", "Jyoti||Jyothi", "Harjit||Harjeet",
];

pub(crate) const INDIAN_S: &[&str] = &[
    "Patel||Patell", "Singh", "Shah", "Kaur", "Sharma||Sarma", "Mistry||Mistri", "Gill", "Desai",
    "Mehta||Metha", "Parmar", "Chauhan||Chohan|Chouhan", "Joshi", "Kumar||Kumarr", "Reddy||Reddi",
    "Rao||Row", "Nair||Nayar", "Thakkar||Thakker", "Solanki", "Dhillon||Dhillion", "Sandhu",
    "Bains", "Rana", "Lakhani", "Verma||Varma", "Chaudhary||Choudhary|Chowdhury",
    "Grewal||Garewal", "Menon", "Pillai||Pillay", "Trivedi", "Agarwal||Aggarwal",
];

pub(crate) const MUSLIM_M: &[&str] = &[
    "Mohammed||Muhammad|Mohammad|Mohamed|Md", "Imran||Emran", "Abdul||Abdool", "Asif",
    "Tariq||Tarek|Tarik", "Khalid||Khaled", "Usman||Osman|Uthman", "Shahid||Shaheed",
    "Nadeem||Nadim", "Zahid", "Adnan", "Faisal||Faysal", "Rashid||Rasheed", "Kamran",
    "Waseem||Wasim", "Bilal||Belal", "Hamza||Hamzah", "Ibrahim||Ebrahim", "Junaid",
    "Shafiq||Shafique", "Aamir||Amir", "Naveed||Navid", "Saeed||Said|Sayeed",
    "Yusuf||Yousuf|Yousaf",
];

pub(crate) const MUSLIM_F: &[&str] = &[
    "Fatima||Fatimah|Fathima", "Ayesha||Aisha|Aysha", "Saima||Saimah", "Nazia",
    "Rukhsana||Ruksana", "Shabana", "Farah", "Samina||Sameena", "Zainab||Zaynab",
    "Khadija||Khadijah", "Maryam||Mariam", "Sadia||Sadiya", "Nasreen||Nasrin",
    "Yasmin||Yasmeen|Jasmin", "Hafsa||Hafsah", "Rabia||Rabiya", "Amina||Aminah",
];

pub(crate) const MUSLIM_S: &[&str] = &[
    "Khan", "Ahmed||Ahmad|Ahmet", "Hussain||Hussein|Husain|Hossain", "Ali||Aly", "Begum",
    "Akhtar||Akhter", "Mahmood||Mahmoud|Mehmood", "Malik||Malek", "Iqbal||Eqbal",
    "Rahman||Rehman|Rahmaan", "Uddin||Ud Din|Udin", "Miah||Mia|Miya",
    "Chowdhury||Choudhury|Chaudhry", "Islam", "Shaikh||Sheikh|Shaik", "Qureshi||Quraishi|Qureishi",
    "Mirza", "Butt||Bhatt", "Siddiqui||Siddiqi|Siddique", "Raza||Reza", "Javed||Javaid", "Aslam",
    "Bashir||Basheer", "Yaqoob||Yakub|Yacoob", "Hassan||Hasan", "Zaman", "Saleem||Salim",
];

pub(crate) const POLISH_M: &[&str] = &[
    "Piotr||Peter", "Krzysztof||Christopher|Krzystof", "Andrzej||Andrew", "Tomasz||Thomas",
    "Paweł||Pawel|Paul", "Marcin||Martin", "Michał||Michal|Michael", "Grzegorz||Gregory",
    "Łukasz||Lukasz|Lucas", "Jakub||Jacob", "Wojciech", "Rafał||Rafal", "Mariusz",
    "Sławomir||Slawomir",
];

pub(crate) const POLISH_F: &[&str] = &[
    "Anna||Ania", "Katarzyna||Kasia", "Małgorzata||Malgorzata|Margaret", "Agnieszka||Agnes",
    "Ewa||Eva", "Magdalena||Magda", "Joanna", "Monika||Monica", "Aleksandra||Alexandra", "Beata",
    "Dorota||Dorothy", "Iwona", "Justyna", "Sylwia||Sylvia",
];

/// Masculine forms; `-ski` and `-cki` take `-a` for a woman.
pub(crate) const POLISH_S: &[&str] = &[
    "Nowak", "Kowalski", "Wiśniewski||Wisniewski", "Wójcik||Wojcik", "Kamiński||Kaminski",
    "Lewandowski||Levandovski", "Zieliński||Zielinski", "Szymański||Szymanski", "Woźniak||Wozniak",
    "Dąbrowski||Dabrowski", "Kozłowski||Kozlowski", "Mazur", "Jankowski", "Krawczyk", "Piotrowski",
    "Grabowski", "Pawłowski||Pawlowski", "Michalski", "Król||Krol", "Wieczorek",
    "Jabłoński||Jablonski", "Wróbel||Wrobel", "Adamczyk", "Sikora", "Zawadzki",
];

pub(crate) const ROMANIAN_M: &[&str] = &[
    "Ion||Ioan", "Andrei||Andrey", "Alexandru||Alexander|Alex", "Mihai||Mihail",
    "Gheorghe||George", "Florin", "Adrian", "Cristian||Christian", "Ionuț||Ionut", "Marius",
    "Vasile", "Constantin||Costin", "Bogdan", "Ștefan||Stefan", "Nicolae||Nicolai",
    "Răzvan||Razvan", "Cătălin||Catalin", "Daniel",
];

pub(crate) const ROMANIAN_F: &[&str] = &[
    "Maria", "Elena||Ileana", "Ana||Anna", "Ioana||Joana", "Andreea||Andrea", "Mihaela",
    "Cristina||Christina", "Alina", "Gabriela", "Simona", "Mădălina||Madalina", "Georgiana",
    "Raluca", "Loredana", "Daniela", "Anca",
];

pub(crate) const ROMANIAN_S: &[&str] = &[
    "Popa", "Popescu||Popesco", "Ionescu", "Radu", "Dumitru", "Stan", "Gheorghe", "Stoica",
    "Matei", "Ciobanu", "Rusu||Russu", "Constantin", "Marin", "Lazăr||Lazar", "Munteanu||Muntean",
    "Dinu", "Nistor", "Moldovan||Moldoveanu", "Țurcanu||Turcanu", "Lungu", "Văduva||Vaduva",
    "Cojocaru", "Ungureanu", "Bălan||Balan",
];

pub(crate) const ITALIAN_M: &[&str] = &[
    "Giuseppe||Joseph", "Marco", "Alessandro", "Giovanni||John", "Francesco||Frank",
    "Antonio||Tony", "Luca", "Andrea", "Paolo", "Roberto", "Stefano", "Matteo",
    "Niccolò||Nicolo|Niccolo", "Fabio",
];
pub(crate) const ITALIAN_F: &[&str] = &[
    "Giulia", "Francesca", "Chiara||Clara", "Alessandra", "Federica", "Valentina", "Elisa",
    "Paola", "Silvia", "Martina", "Giovanna", "Lucia",
];
pub(crate) const ITALIAN_S: &[&str] = &[
    "Rossi||Russo", "Ferrari||Ferraro", "Esposito", "Bianchi", "Romano", "Colombo", "Ricci",
    "Marino", "Greco", "Bruno", "Gallo", "Conti", "De Luca||Deluca|Di Luca", "Mancini", "Costa",
    "Giordano", "Rizzo", "Lombardi||Lombardo", "Moretti", "D'Angelo||DAngelo|D Angelo",
    "De Santis||Desantis", "Caputo", "Fontana",
];

pub(crate) const IBERIAN_M: &[&str] = &[
    "José||Jose", "Manuel", "Carlos", "João||Joao|John", "Luis||Luís", "Miguel", "Javier||Xavier",
    "Pedro", "Rui||Ruy", "Fernando", "Jesús||Jesus", "Álvaro||Alvaro", "Tiago||Thiago",
    "Andrés||Andres",
];
pub(crate) const IBERIAN_F: &[&str] = &[
    "María||Maria", "Carmen", "Ana", "Isabel||Isobel", "Lucía||Lucia", "Marta", "Cristina",
    "Patrícia||Patricia", "Inês||Ines", "Sofia||Sofía", "Beatriz||Beatrice", "Raquel",
];
pub(crate) const IBERIAN_S: &[&str] = &[
    "García López||Garcia Lopez|Garcia|Garcia-Lopez", "Fernández||Fernandez",
    "Rodríguez Pérez||Rodriguez Perez|Rodriguez", "da Silva||Silva|Da Silva", "Santos",
    "Martínez||Martinez", "Ferreira||Ferreyra", "Pereira", "González Ruiz||Gonzalez Ruiz|Gonzalez",
    "Oliveira||de Oliveira", "Sánchez||Sanchez", "Costa", "Moreno", "Álvarez||Alvarez",
    "dos Santos||Santos|Dos Santos", "Ramos", "Torres", "Gómez||Gomez", "Navarro", "Almeida",
];

pub(crate) const FRENCH_M: &[&str] = &[
    "Jean", "Pierre||Peter", "Michel", "François||Francois", "Philippe||Phillippe", "Nicolas",
    "Jean-Luc||Jean Luc|Jeanluc", "Stéphane||Stephane", "Laurent", "Jérôme||Jerome", "Olivier",
    "Antoine", "Guillaume",
];
pub(crate) const FRENCH_F: &[&str] = &[
    "Marie||Mary", "Nathalie", "Isabelle", "Sylvie", "Céline||Celine", "Hélène||Helene",
    "Anne-Marie||Anne Marie|Annemarie", "Camille", "Aurélie||Aurelie", "Chantal",
    "Béatrice||Beatrice",
];
pub(crate) const FRENCH_S: &[&str] = &[
    "Martin", "Bernard", "Dubois||Du Bois", "Durand||Durant", "Moreau",
    "Lefèvre||Lefevre|Lefebvre", "Leroy||Le Roy", "Roux", "Fournier", "Girard", "Bonnet",
    "Lambert", "Rousseau", "Faure", "Mercier", "Chevalier", "Gauthier||Gautier",
    "de la Tour||De La Tour|Delatour",
];

pub(crate) const GERMAN_M: &[&str] = &[
    "Hans", "Thomas", "Wolfgang", "Jürgen||Jurgen|Juergen", "Klaus||Claus", "Stefan||Stephan",
    "Andreas", "Uwe", "Matthias||Mathias", "Jörg||Jorg|Joerg", "Karl-Heinz||Karl Heinz|Karlheinz",
    "Dieter", "Günter||Gunter|Guenter",
];
pub(crate) const GERMAN_F: &[&str] = &[
    "Ursula", "Monika", "Petra", "Sabine", "Renate", "Andrea", "Birgit", "Claudia", "Heike",
    "Susanne||Suzanne", "Käthe||Kathe|Kaethe", "Anke",
];
pub(crate) const GERMAN_S: &[&str] = &[
    "Müller||Muller|Mueller", "Schmidt||Schmitt", "Schneider", "Fischer", "Weber",
    "Meyer||Meier|Mayer", "Wagner", "Becker", "Schulz||Schultz", "Hoffmann||Hofmann",
    "Schäfer||Schafer|Schaefer", "Koch", "Bauer", "Krüger||Kruger|Krueger", "Weiß||Weiss",
    "von Brandt||Von Brandt|Brandt", "Köhler||Kohler|Koehler",
];

pub(crate) const TURKISH_M: &[&str] = &[
    "Mehmet||Mehmed", "Mustafa||Mustapha", "Ahmet||Ahmed", "Ali", "Hüseyin||Huseyin",
    "Hasan||Hassan", "İbrahim||Ibrahim", "Murat", "Ömer||Omer", "Yusuf", "Serkan", "Emre",
    "Oğuz||Oguz", "Cem||Jem",
];
pub(crate) const TURKISH_F: &[&str] = &[
    "Fatma||Fatima", "Ayşe||Ayse|Ayshe", "Emine", "Hatice||Hatije", "Zeynep", "Elif",
    "Özlem||Ozlem", "Gülay||Gulay", "Sevgi", "Derya", "Çiğdem||Cigdem",
];
pub(crate) const TURKISH_S: &[&str] = &[
    "Yılmaz||Yilmaz", "Kaya", "Demir", "Şahin||Sahin", "Çelik||Celik", "Yıldız||Yildiz",
    "Öztürk||Ozturk", "Aydın||Aydin", "Arslan||Aslan", "Doğan||Dogan", "Kılıç||Kilic", "Koç||Koc",
    "Kurt", "Özdemir||Ozdemir", "Güneş||Gunes", "Polat", "Korkmaz",
];

pub(crate) const NIGERIAN_M: &[&str] = &[
    "Olusegun||Segun", "Chukwuemeka||Emeka|Chukwu Emeka", "Oluwaseun||Seun", "Ibrahim",
    "Adebayo||Bayo", "Chinedu||Nedu", "Tunde||Babatunde", "Ikechukwu||Ike", "Olumide||Mide",
    "Emmanuel||Emanuel", "Kwame||Kwami", "Kofi",
];
pub(crate) const NIGERIAN_F: &[&str] = &[
    "Ngozi", "Chioma", "Folake||Folakemi", "Oluwatoyin||Toyin", "Blessing", "Adaeze||Ada",
    "Titilayo||Titi", "Funmilayo||Funmi", "Ifeoma||Ify", "Patience", "Abena", "Grace",
];
pub(crate) const NIGERIAN_S: &[&str] = &[
    "Okafor||Okafo", "Adeyemi", "Okonkwo", "Balogun", "Ogunleye", "Eze", "Adeleke", "Nwosu", "Ojo",
    "Oyelaran", "Mensah", "Boateng", "Owusu", "Chukwu", "Bello", "Musa||Moussa", "Olatunji",
    "Uzor", "Asante||Ashanti", "Idowu",
];

pub(crate) const HEBREW_M: &[&str] = &[
    "Moshe||Moses|Moishe", "Yosef||Joseph|Yossef", "David||Dovid", "Avraham||Abraham|Avrohom",
    "Yaakov||Jacob|Yakov", "Shlomo||Solomon|Sholom", "Yitzhak||Isaac|Yitzchok",
    "Chaim||Haim|Hayim", "Eli||Eliyahu", "Menachem||Menahem", "Nathan||Nosson",
];
pub(crate) const HEBREW_F: &[&str] = &[
    "Sarah||Sara|Soroh", "Rivka||Rebecca|Rivky", "Rachel||Rochel", "Leah||Lea", "Chaya||Haya",
    "Esther||Ester", "Miriam||Mirjam", "Tamar", "Yael", "Devorah||Deborah|Dvora",
];
pub(crate) const HEBREW_S: &[&str] = &[
    "Cohen||Kohen|Cohn", "Levy||Levi|Halevi", "Friedman||Freedman|Friedmann", "Katz",
    "Goldberg||Goldberger", "Schwartz||Schwarz", "Rosenberg", "Stern||Sterne", "Weiss||Weisz",
    "Klein||Kline", "Grunfeld||Gruenfeld", "Adler", "Feldman", "Rubin||Reuben", "Shapiro||Shapira",
];

pub(crate) const VIETNAMESE_M: &[&str] = &[
    "Văn Minh||Van Minh|Minh", "Quang Huy||Huy", "Đức Anh||Duc Anh", "Hoàng Nam||Hoang Nam|Nam",
    "Tuấn||Tuan", "Hữu Phước||Huu Phuoc", "Thanh Tùng||Thanh Tung", "Xuân Bách||Xuan Bach",
];
pub(crate) const VIETNAMESE_F: &[&str] = &[
    "Thị Lan||Thi Lan|Lan", "Thu Hà||Thu Ha", "Ngọc Anh||Ngoc Anh", "Thị Mai||Thi Mai|Mai",
    "Hồng Nhung||Hong Nhung", "Kim Chi", "Phương Thảo||Phuong Thao", "Bích Ngọc||Bich Ngoc",
];
pub(crate) const VIETNAMESE_S: &[&str] = &[
    "Nguyễn||Nguyen", "Trần||Tran", "Lê||Le", "Phạm||Pham", "Hoàng||Hoang", "Vũ||Vu|Vo",
    "Đặng||Dang", "Bùi||Bui", "Đỗ||Do", "Ngô||Ngo",
];
