//! Cyrillic letters to Latin, one table a system. A system is what a state, a passport office or
//! the BGN/PCGN published; tables differ where the systems differ and share the rest.

use super::Scheme;

const SIZE: usize = 256;
type Table = [Option<&'static str>; SIZE];

const fn slot(c: char) -> usize {
    let code = c as usize;
    if code >= 0x400 && code < 0x500 { code - 0x400 } else { 0 }
}

const fn with(base: Table, pairs: &[(char, &'static str)]) -> Table {
    let mut table = base;
    let mut i = 0;
    while i < pairs.len() {
        table[slot(pairs[i].0)] = Some(pairs[i].1);
        i += 1;
    }
    table
}

/// What all systems here agree on.
const COMMON: Table = with(
    [None; SIZE],
    &[
        ('а', "a"),
        ('б', "b"),
        ('в', "v"),
        ('г', "g"),
        ('д', "d"),
        ('е', "e"),
        ('ж', "zh"),
        ('з', "z"),
        ('и', "i"),
        ('й', "y"),
        ('к', "k"),
        ('л', "l"),
        ('м', "m"),
        ('н', "n"),
        ('о', "o"),
        ('п', "p"),
        ('р', "r"),
        ('с', "s"),
        ('т', "t"),
        ('у', "u"),
        ('ф', "f"),
        ('х', "kh"),
        ('ц', "ts"),
        ('ч', "ch"),
        ('ш', "sh"),
        ('щ', "shch"),
        ('ъ', ""),
        ('ы', "y"),
        ('ь', ""),
        ('э', "e"),
        ('ю', "yu"),
        ('я', "ya"),
        ('ё', "yo"),
        ('і', "i"),
        ('ї', "yi"),
        ('є', "ye"),
        ('ґ', "g"),
        ('ў', "w"),
        ('ј', "j"),
        ('љ', "lj"),
        ('њ', "nj"),
        ('ђ', "dj"),
        ('ћ', "c"),
        ('џ', "dz"),
        ('ѓ', "gj"),
        ('ќ', "kj"),
        ('ѕ', "dz"),
        ('ә', "a"),
        ('ғ', "gh"),
        ('қ', "q"),
        ('ң', "ng"),
        ('ө', "o"),
        ('ұ', "u"),
        ('ү', "u"),
        ('һ', "h"),
        ('ҳ', "h"),
        ('ҷ', "j"),
        ('ӣ', "i"),
        ('ӯ', "u"),
        ('ҙ', "dh"),
        ('ҡ', "q"),
        ('ҫ', "th"),
        ('ѣ', "e"),
        ('ѳ', "f"),
        ('ѵ', "i"),
        ('ӏ', ""),
        ('қ', "q"),
        ('җ', "j"),
        ('ҥ', "ng"),
    ],
);

const KMU55: Table = with(
    COMMON,
    &[
        ('г', "h"),
        ('ґ', "g"),
        ('є', "ie"),
        ('и', "y"),
        ('ї', "i"),
        ('й', "i"),
        ('ю', "iu"),
        ('я', "ia"),
    ],
);
const KMU55_START: Table =
    with([None; SIZE], &[('є', "ye"), ('ї', "yi"), ('й', "y"), ('ю', "yu"), ('я', "ya")]);
const UK_PASSPORT: Table = with(
    COMMON,
    &[
        ('г', "h"),
        ('ґ', "g"),
        ('є', "ie"),
        ('и', "y"),
        ('ї', "i"),
        ('й', "i"),
        ('ю', "iu"),
        ('я', "ia"),
    ],
);
const UK_BGN: Table = with(
    COMMON,
    &[('г', "h"), ('ґ', "g"), ('є', "ye"), ('и', "y"), ('ї', "yi"), ('й', "y"), ('ь', "’")],
);
const UK_AS_RUSSIAN: Table =
    with(COMMON, &[('є', "e"), ('ї', "i"), ('и', "i"), ('щ', "sch"), ('ю', "yu"), ('я', "ya")]);
const RU_BGN: Table = with(COMMON, &[('ё', "ë"), ('ъ', "”"), ('ь', "’")]);
const RU_PASSPORT: Table =
    with(COMMON, &[('ё', "e"), ('й', "i"), ('ъ', "ie"), ('ю', "iu"), ('я', "ia")]);
const RU_PLAIN: Table = with(COMMON, &[]);
const BE_BGN: Table = with(COMMON, &[('г', "h"), ('ё', "yo"), ('ў', "w"), ('ь', "’"), ('і', "i")]);
const BG_LAW: Table = with(COMMON, &[('х', "h"), ('щ', "sht"), ('ъ', "a"), ('ь', "y")]);
const SR_LATIN: Table = with(
    COMMON,
    &[
        ('ж', "z"),
        ('х', "h"),
        ('ц', "c"),
        ('ч', "c"),
        ('ш', "s"),
        ('ђ', "dj"),
        ('ћ', "c"),
        ('џ', "dz"),
    ],
);
const SR_BGN: Table = with(
    COMMON,
    &[
        ('ж', "ž"),
        ('х', "h"),
        ('ц', "c"),
        ('ч', "č"),
        ('ш', "š"),
        ('ђ', "đ"),
        ('ћ', "ć"),
        ('џ', "dž"),
    ],
);
const MK_PLAIN: Table =
    with(COMMON, &[('х', "h"), ('ц', "c"), ('џ', "dj"), ('ѓ', "gj"), ('ќ', "kj")]);
const MK_BGN: Table = with(
    COMMON,
    &[
        ('ж', "ž"),
        ('х', "h"),
        ('ц', "c"),
        ('ч', "č"),
        ('ш', "š"),
        ('ѓ', "ǵ"),
        ('ќ', "ḱ"),
        ('џ', "dž"),
    ],
);
const BE_ICAO: Table =
    with(COMMON, &[('г', "h"), ('ё', "io"), ('й', "i"), ('ў', "u"), ('ю', "iu"), ('я', "ia")]);
const KK_BGN: Table = with(
    COMMON,
    &[
        ('э', "ė"),
        ('ә', "ä"),
        ('ё', "yo"),
        ('и', "ī"),
        ('й', "y"),
        ('ө', "ö"),
        ('у', "ū"),
        ('ұ', "u"),
        ('ү', "ü"),
        ('ы', "y"),
        ('і', "i"),
        ('ь', "’"),
        ('ъ', "”"),
        ('ж', "zh"),
        ('қ', "q"),
        ('ғ', "gh"),
        ('ң', "ng"),
        ('х', "kh"),
        ('һ', "h"),
        ('я', "ya"),
    ],
);
const KK_PLAIN: Table = with(COMMON, &[('қ', "k"), ('ғ', "g"), ('ң', "n")]);

fn table(scheme: Scheme) -> &'static Table {
    static TABLES: [Table; 13] = [
        KMU55,
        UK_PASSPORT,
        UK_BGN,
        UK_AS_RUSSIAN,
        RU_BGN,
        RU_PASSPORT,
        RU_PLAIN,
        BE_BGN,
        BG_LAW,
        SR_LATIN,
        SR_BGN,
        MK_PLAIN,
        KK_BGN,
    ];
    static KAZAKH: Table = KK_PLAIN;
    static MACEDONIAN: Table = MK_BGN;
    static BELARUSIAN: Table = BE_ICAO;
    match scheme {
        Scheme::UkrainianKmu55 => &TABLES[0],
        Scheme::UkrainianPassport2007 => &TABLES[1],
        Scheme::UkrainianBgn1965 => &TABLES[2],
        Scheme::UkrainianRussianStyle => &TABLES[3],
        Scheme::RussianBgn1947 => &TABLES[4],
        Scheme::RussianPassport2013 => &TABLES[5],
        Scheme::BelarusianBgn1979 => &TABLES[7],
        Scheme::BulgarianLaw2009 => &TABLES[8],
        Scheme::SerbianLatin => &TABLES[9],
        Scheme::SerbianBgn2005 => &TABLES[10],
        Scheme::MacedonianPlain => &TABLES[11],
        Scheme::KazakhBgn1979 => &TABLES[12],
        Scheme::KazakhPlain => &KAZAKH,
        Scheme::MacedonianBgn2013 => &MACEDONIAN,
        Scheme::BelarusianIcao => &BELARUSIAN,
        _ => &TABLES[6],
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'і' | 'ї' | 'є' | 'ў')
}

/// The Latin letters of `c` (lower case) between `previous` and `next` (lower case letters, or
/// `None` at a word's edge). `None` when the table does not know the letter.
pub(super) fn letter(
    scheme: Scheme,
    previous: Option<char>,
    c: char,
    next: Option<char>,
) -> Option<&'static str> {
    let start = previous.is_none();
    match scheme {
        Scheme::UkrainianKmu55 | Scheme::UkrainianPassport2007 if start => {
            if let Some(latin) = KMU55_START[slot(c)] {
                return Some(latin);
            }
        }
        // "зг" is zgh, so that it is not read as ж.
        Scheme::UkrainianKmu55 | Scheme::UkrainianPassport2007
            if c == 'г' && previous == Some('з') =>
        {
            return Some("gh");
        }
        Scheme::RussianBgn1947 if matches!(c, 'е' | 'ё') => {
            let open = previous.is_none_or(|p| is_vowel(p) || matches!(p, 'й' | 'ъ' | 'ь'));
            return Some(match (c, open) {
                ('е', true) => "ye",
                ('е', false) => "e",
                (_, true) => "yë",
                (_, false) => "ë",
            });
        }
        Scheme::RussianPlain if c == 'е' && start => return Some("ye"),
        Scheme::BelarusianBgn1979 if c == 'е' => return Some("ye"),
        // The law keeps the ending -ия as -ia.
        Scheme::BulgarianLaw2009 if c == 'я' && previous == Some('и') && next.is_none() => {
            return Some("a");
        }
        Scheme::BulgarianLaw2009 if c == 'ь' && !matches!(next, Some('о')) => return Some(""),
        Scheme::MacedonianPlain if c == 'љ' && matches!(next, Some('е' | 'и')) => {
            return Some("l");
        }
        _ => {}
    }
    if slot(c) == 0 { None } else { table(scheme)[slot(c)] }
}
