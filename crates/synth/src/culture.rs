//! The cultures names come from: their tables, how frequent each is among company owners and on
//! the sanctions list, and what grammar does to a woman's surname.

use crate::tables::{latin, native};

/// One naming culture.
pub(crate) struct Culture {
    pub(crate) men: &'static [&'static str],
    pub(crate) women: &'static [&'static str],
    pub(crate) surnames: &'static [&'static str],
    /// Patronymics (`masculine|native|feminine|native`), where the culture has them.
    pub(crate) patronymics: &'static [&'static str],
    /// Index into `places::NATIONS`.
    pub(crate) nation: usize,
    /// Script type and language as the sanctions list writes them; empty for Latin.
    pub(crate) script: &'static str,
    pub(crate) language: &'static str,
    pub(crate) order: Order,
    /// Weight among owners of UK companies, and among the sanctioned.
    pub(crate) owners: u32,
    pub(crate) listed: u32,
}

/// The customary order in full names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    GivenFirst,
    SurnameFirst,
}

macro_rules! culture {
    ($men:expr, $women:expr, $surnames:expr, $nation:expr, $owners:expr, $listed:expr) => {
        Culture {
            men: $men,
            women: $women,
            surnames: $surnames,
            patronymics: &[],
            nation: $nation,
            script: "",
            language: "",
            order: Order::GivenFirst,
            owners: $owners,
            listed: $listed,
        }
    };
}

macro_rules! scripted {
    ($men:expr, $women:expr, $surnames:expr, $patronymics:expr, $nation:expr, $script:expr,
     $language:expr, $order:expr, $owners:expr, $listed:expr) => {
        Culture {
            men: $men,
            women: $women,
            surnames: $surnames,
            patronymics: $patronymics,
            nation: $nation,
            script: $script,
            language: $language,
            order: $order,
            owners: $owners,
            listed: $listed,
        }
    };
}

use Order::{GivenFirst, SurnameFirst};

pub(crate) const CULTURES: &[Culture] = &[
    culture!(latin::ENGLISH_M, latin::ENGLISH_F, latin::ENGLISH_S, 0, 500, 12),
    culture!(latin::CELTIC_M, latin::CELTIC_F, latin::CELTIC_S, 0, 90, 3),
    culture!(latin::INDIAN_M, latin::INDIAN_F, latin::INDIAN_S, 2, 80, 5),
    culture!(latin::MUSLIM_M, latin::MUSLIM_F, latin::MUSLIM_S, 3, 80, 30),
    culture!(latin::POLISH_M, latin::POLISH_F, latin::POLISH_S, 4, 35, 2),
    culture!(latin::ROMANIAN_M, latin::ROMANIAN_F, latin::ROMANIAN_S, 5, 40, 4),
    culture!(latin::ITALIAN_M, latin::ITALIAN_F, latin::ITALIAN_S, 6, 18, 2),
    culture!(latin::IBERIAN_M, latin::IBERIAN_F, latin::IBERIAN_S, 7, 18, 8),
    culture!(latin::FRENCH_M, latin::FRENCH_F, latin::FRENCH_S, 8, 14, 2),
    culture!(latin::GERMAN_M, latin::GERMAN_F, latin::GERMAN_S, 9, 14, 2),
    culture!(latin::TURKISH_M, latin::TURKISH_F, latin::TURKISH_S, 10, 16, 6),
    culture!(latin::NIGERIAN_M, latin::NIGERIAN_F, latin::NIGERIAN_S, 11, 28, 8),
    culture!(latin::HEBREW_M, latin::HEBREW_F, latin::HEBREW_S, 12, 12, 2),
    culture!(latin::VIETNAMESE_M, latin::VIETNAMESE_F, latin::VIETNAMESE_S, 13, 6, 1),
    scripted!(
        native::UKRAINIAN_M,
        native::UKRAINIAN_F,
        native::UKRAINIAN_S,
        native::UKRAINIAN_P,
        14,
        "Cyrillic",
        "Ukrainian",
        GivenFirst,
        8,
        90
    ),
    scripted!(
        native::RUSSIAN_M,
        native::RUSSIAN_F,
        native::RUSSIAN_S,
        native::RUSSIAN_P,
        15,
        "Cyrillic",
        "Russian",
        GivenFirst,
        8,
        480
    ),
    scripted!(
        native::BULGARIAN_M,
        native::BULGARIAN_F,
        native::BULGARIAN_S,
        &[],
        16,
        "Cyrillic",
        "Bulgarian",
        GivenFirst,
        14,
        6
    ),
    scripted!(
        native::GREEK_M,
        native::GREEK_F,
        native::GREEK_S,
        &[],
        17,
        "Greek",
        "Greek",
        GivenFirst,
        12,
        4
    ),
    scripted!(
        native::ARABIC_M,
        native::ARABIC_F,
        native::ARABIC_S,
        &[],
        18,
        "Arabic",
        "Arabic",
        GivenFirst,
        18,
        170
    ),
    scripted!(
        native::PERSIAN_M,
        native::PERSIAN_F,
        native::PERSIAN_S,
        &[],
        19,
        "Arabic",
        "Persian",
        GivenFirst,
        9,
        80
    ),
    scripted!(
        native::CHINESE_M,
        native::CHINESE_F,
        native::CHINESE_S,
        &[],
        20,
        "Chinese",
        "Chinese",
        SurnameFirst,
        34,
        40
    ),
    scripted!(
        native::KOREAN_M,
        native::KOREAN_F,
        native::KOREAN_S,
        &[],
        21,
        "Korean",
        "Korean",
        SurnameFirst,
        2,
        45
    ),
];

/// A woman's form of a surname, in Latin letters: Slavic adjectives and possessives agree.
pub(crate) fn feminine(surname: &str, language: &str) -> String {
    let swap = |tail: &str, new: &str| surname.strip_suffix(tail).map(|s| format!("{s}{new}"));
    let slavic = matches!(language, "Ukrainian" | "Russian" | "Bulgarian");
    if slavic {
        for (tail, new) in [
            ("skiy", "skaya"),
            ("skii", "skaya"),
            ("sky", "skaya"),
            ("ff", "va"),
            ("vyi", "va"),
            ("viy", "va"),
            ("vy", "va"),
        ] {
            if let Some(out) = swap(tail, new) {
                return out;
            }
        }
        if ["ov", "ev", "yov", "in", "ow", "ew", "ych"].iter().any(|t| surname.ends_with(t)) {
            return format!("{surname}a");
        }
    }
    if language.is_empty() {
        let polish = [("dzki", "dzka"), ("ski", "ska"), ("cki", "cka")];
        if let Some(out) = polish.iter().find_map(|(tail, new)| swap(tail, new)) {
            return out;
        }
    }
    surname.to_string()
}

/// The same in Cyrillic.
pub(crate) fn feminine_native(surname: &str) -> String {
    for (tail, new) in [
        ("ский", "ская"),
        ("вий", "ва"),
        ("ов", "ова"),
        ("ев", "ева"),
        ("ёв", "ёва"),
        ("ин", "ина"),
    ] {
        if let Some(stem) = surname.strip_suffix(tail) {
            return format!("{stem}{new}");
        }
    }
    surname.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_agree() {
        for (name, language, want) in [
            ("Volkov", "Russian", "Volkova"),
            ("Smirnoff", "Russian", "Smirnova"),
            ("Dubrovsky", "Russian", "Dubrovskaya"),
            ("Kovalenko", "Ukrainian", "Kovalenko"),
            ("Kowalski", "", "Kowalska"),
            ("Nowak", "", "Nowak"),
            ("Austin", "", "Austin"),
        ] {
            assert_eq!(feminine(name, language), want);
        }
        assert_eq!(feminine_native("Белозерский"), "Белозерская");
    }
}
