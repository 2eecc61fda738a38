//! Names in other scripts as Latin letters, by published per-language tables, and every reading says
//! which table made it. A reading is for finding and comparing; the source's spelling stays the name.

mod alphabets;
mod asia;
mod cyrillic;
mod greek;

use crate::script::{Language, Script, script_of};
use unicode_normalization::UnicodeNormalization;

/// A way to write another script in Latin letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Scheme {
    /// Already Latin: the letters as the source wrote them.
    Source,
    /// Ukrainian, Cabinet of Ministers Resolution 55 of 27 January 2010.
    UkrainianKmu55,
    /// Ukrainian passports before 2010 (Resolution 858 of 2007).
    UkrainianPassport2007,
    /// Ukrainian, BGN/PCGN 1965.
    UkrainianBgn1965,
    /// Ukrainian letters read as if they were Russian, as older registers and the press did.
    UkrainianRussianStyle,
    /// Russian, BGN/PCGN 1947.
    RussianBgn1947,
    /// Russian passports since 2013 (ICAO Doc 9303).
    RussianPassport2013,
    /// Russian, BGN/PCGN without marks: the spelling most registers use.
    RussianPlain,
    /// Belarusian, BGN/PCGN 1979.
    BelarusianBgn1979,
    /// Belarusian passports (ICAO Doc 9303).
    BelarusianIcao,
    /// Bulgarian, Transliteration Act of 2009.
    BulgarianLaw2009,
    /// Serbian in its own Latin alphabet, without diacritics.
    SerbianLatin,
    /// Serbian in its own Latin alphabet (BGN/PCGN 2005).
    SerbianBgn2005,
    /// Macedonian without diacritics.
    MacedonianPlain,
    /// Macedonian, BGN/PCGN 2013.
    MacedonianBgn2013,
    /// Kazakh, BGN/PCGN 1979.
    KazakhBgn1979,
    /// Kazakh as passports write it, without diacritics.
    KazakhPlain,
    /// Greek, ELOT 743 transcription.
    GreekElot743,
    /// Georgian, national system of 2002.
    Georgian2002,
    /// Armenian, BGN/PCGN 1981 without marks.
    ArmenianBgn1981,
    /// Hebrew letters as written.
    HebrewLetters,
    /// Arabic or Persian letters as written.
    ArabicLetters,
    /// Chinese, Hanyu Pinyin without tones.
    Pinyin,
    /// Japanese kana, Hepburn without long-vowel marks.
    Hepburn,
    /// Korean, Revised Romanisation of 2000.
    KoreanRevised,
    /// Korean, McCune-Reischauer without marks.
    KoreanPlain,
    /// Any other script, letter by letter.
    General,
}

impl Scheme {
    /// Every scheme with a table of its own.
    pub const ALL: [Scheme; 25] = [
        Scheme::UkrainianKmu55,
        Scheme::UkrainianPassport2007,
        Scheme::UkrainianBgn1965,
        Scheme::UkrainianRussianStyle,
        Scheme::RussianBgn1947,
        Scheme::RussianPassport2013,
        Scheme::RussianPlain,
        Scheme::BelarusianBgn1979,
        Scheme::BelarusianIcao,
        Scheme::BulgarianLaw2009,
        Scheme::SerbianLatin,
        Scheme::SerbianBgn2005,
        Scheme::MacedonianPlain,
        Scheme::MacedonianBgn2013,
        Scheme::KazakhBgn1979,
        Scheme::KazakhPlain,
        Scheme::GreekElot743,
        Scheme::Georgian2002,
        Scheme::ArmenianBgn1981,
        Scheme::HebrewLetters,
        Scheme::ArabicLetters,
        Scheme::Pinyin,
        Scheme::Hepburn,
        Scheme::KoreanRevised,
        Scheme::KoreanPlain,
    ];

    /// A short stable name for data files and the JSON surface.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Scheme::Source => "source",
            Scheme::UkrainianKmu55 => "uk-kmu55-2010",
            Scheme::UkrainianPassport2007 => "uk-passport-2007",
            Scheme::UkrainianBgn1965 => "uk-bgn-1965",
            Scheme::UkrainianRussianStyle => "uk-russian-style",
            Scheme::RussianBgn1947 => "ru-bgn-1947",
            Scheme::RussianPassport2013 => "ru-passport-2013",
            Scheme::RussianPlain => "ru-plain",
            Scheme::BelarusianBgn1979 => "be-bgn-1979",
            Scheme::BelarusianIcao => "be-icao",
            Scheme::BulgarianLaw2009 => "bg-law-2009",
            Scheme::SerbianLatin => "sr-latin-plain",
            Scheme::SerbianBgn2005 => "sr-bgn-2005",
            Scheme::MacedonianPlain => "mk-plain",
            Scheme::MacedonianBgn2013 => "mk-bgn-2013",
            Scheme::KazakhBgn1979 => "kk-bgn-1979",
            Scheme::KazakhPlain => "kk-plain",
            Scheme::GreekElot743 => "el-elot-743",
            Scheme::Georgian2002 => "ka-national-2002",
            Scheme::ArmenianBgn1981 => "hy-bgn-1981",
            Scheme::HebrewLetters => "he-letters",
            Scheme::ArabicLetters => "ar-letters",
            Scheme::Pinyin => "zh-pinyin",
            Scheme::Hepburn => "ja-hepburn",
            Scheme::KoreanRevised => "ko-rr-2000",
            Scheme::KoreanPlain => "ko-mr-plain",
            Scheme::General => "general",
        }
    }

    /// Whether the result lacks the vowels a reader would say.
    #[must_use]
    pub fn is_consonantal(self) -> bool {
        matches!(self, Scheme::HebrewLetters | Scheme::ArabicLetters)
    }

    /// The system's identifier in the `authority-lang-Script-Latn-year` form used by published
    /// conformance vectors, for the systems whose output we claim to equal.
    #[must_use]
    pub fn conformance_id(self) -> Option<&'static str> {
        Some(match self {
            Scheme::UkrainianKmu55 => "ua-ukr-Cyrl-Latn-2010",
            Scheme::UkrainianPassport2007 => "ua-ukr-Cyrl-Latn-2007",
            Scheme::UkrainianBgn1965 => "bgnpcgn-ukr-Cyrl-Latn-1965",
            Scheme::RussianBgn1947 => "bgnpcgn-rus-Cyrl-Latn-1947",
            Scheme::RussianPassport2013 => "mvd-rus-Cyrl-Latn-2010",
            Scheme::BelarusianBgn1979 => "bgnpcgn-bel-Cyrl-Latn-1979",
            Scheme::BulgarianLaw2009 => "bgna-bul-Cyrl-Latn-2009",
            Scheme::BelarusianIcao => "icao-bel-Cyrl-Latn-9303",
            Scheme::MacedonianBgn2013 => "bgnpcgn-mkd-Cyrl-Latn-2013",
            Scheme::Georgian2002 => "ggg-kat-Geor-Latn-2002",
            Scheme::ArmenianBgn1981 => "bgnpcgn-arm-Armn-Latn-1981",
            Scheme::Pinyin => "bgnpcgn-zho-Hans-Latn-1979",
            Scheme::KoreanRevised => "bgnpcgn-kor-Hang-Latn-rok-2011",
            Scheme::SerbianBgn2005 => "bgnpcgn-srp-Cyrl-Latn-2005",
            Scheme::KazakhBgn1979 => "bgnpcgn-kaz-Cyrl-Latn-1979",
            Scheme::GreekElot743 => "elot-ell-Grek-Latn-743-2001-ts",
            _ => return None,
        })
    }
}

/// A word in Latin letters and the table that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Lower-case ASCII.
    pub text: String,
    /// Where the spelling comes from.
    pub scheme: Scheme,
}

/// Writes `text` in Latin letters by one system, keeping case, digits, spaces and punctuation.
/// Letters the system does not cover go through the general table.
#[must_use]
pub fn transliterate(text: &str, scheme: Scheme) -> String {
    let letters: Vec<char> = text.nfc().collect();
    let lower: Vec<char> = letters.iter().map(|&c| greek_plain(lowered(c))).collect();
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    let mut i = 0;
    while i < letters.len() {
        let c = lower[i];
        let script = script_of(c);
        if !c.is_alphabetic() {
            // An apostrophe between Cyrillic letters is a letter of its own and is not written.
            if !(is_inner_apostrophe(&lower, i) && scheme_script(scheme) == Some(Script::Cyrillic))
            {
                out.push(letters[i]);
            } else if matches!(scheme, Scheme::UkrainianBgn1965 | Scheme::BelarusianBgn1979) {
                out.push('”');
            }
            i += 1;
            continue;
        }
        let mark = out.len();
        let used = write_letter(scheme, script, &lower, i, &mut out);
        if letters[i].is_uppercase() {
            let next_upper = letters.get(i + used).is_some_and(|c| c.is_uppercase())
                || (letters[..i].iter().rev().find(|&&c| !crate::fold::is_apostrophe(c)))
                    .is_some_and(|c| c.is_uppercase())
                    && !letters.get(i + used).is_some_and(|c| c.is_lowercase());
            capitalise(&mut out, mark, next_upper);
        }
        i += used;
    }
    out
}

fn lowered(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn greek_plain(c: char) -> char {
    if script_of(c) == Script::Greek { greek::plain(c) } else { c }
}

fn is_inner_apostrophe(lower: &[char], i: usize) -> bool {
    crate::fold::is_apostrophe(lower[i])
        && i > 0
        && lower[i - 1].is_alphabetic()
        && lower.get(i + 1).is_some_and(|c| c.is_alphabetic())
}

fn capitalise(out: &mut String, mark: usize, whole: bool) {
    let tail: String = out[mark..].to_owned();
    out.truncate(mark);
    let mut first = true;
    for c in tail.chars() {
        if first || whole {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        first = false;
    }
}

fn scheme_script(scheme: Scheme) -> Option<Script> {
    Some(match scheme {
        Scheme::UkrainianKmu55
        | Scheme::UkrainianPassport2007
        | Scheme::UkrainianBgn1965
        | Scheme::UkrainianRussianStyle
        | Scheme::RussianBgn1947
        | Scheme::RussianPassport2013
        | Scheme::RussianPlain
        | Scheme::BelarusianBgn1979
        | Scheme::BelarusianIcao
        | Scheme::MacedonianBgn2013
        | Scheme::BulgarianLaw2009
        | Scheme::SerbianLatin
        | Scheme::SerbianBgn2005
        | Scheme::MacedonianPlain
        | Scheme::KazakhBgn1979
        | Scheme::KazakhPlain => Script::Cyrillic,
        Scheme::GreekElot743 => Script::Greek,
        Scheme::Georgian2002 => Script::Georgian,
        Scheme::ArmenianBgn1981 => Script::Armenian,
        Scheme::HebrewLetters => Script::Hebrew,
        Scheme::ArabicLetters => Script::Arabic,
        Scheme::Pinyin => Script::Han,
        Scheme::Hepburn => Script::Kana,
        Scheme::KoreanRevised | Scheme::KoreanPlain => Script::Hangul,
        Scheme::Source | Scheme::General => return None,
    })
}

/// Writes the letter(s) at `i`; returns how many source letters were used (at least one).
fn write_letter(
    scheme: Scheme,
    script: Script,
    word: &[char],
    i: usize,
    out: &mut String,
) -> usize {
    let c = word[i];
    let letter_at =
        |at: Option<usize>| at.and_then(|at| word.get(at)).copied().filter(|c| c.is_alphabetic());
    let previous = letter_at(i.checked_sub(1));
    let next = letter_at(Some(i + 1));
    let written = match script {
        Script::Latin => None,
        Script::Cyrillic => {
            // After an inner apostrophe a letter stands inside the word, not at its start.
            let previous = previous.or_else(|| {
                i.checked_sub(2).filter(|_| is_inner_apostrophe(word, i - 1)).map(|at| word[at])
            });
            cyrillic::letter(scheme, previous, c, next).map(|latin| (latin, 1))
        }
        Script::Greek => greek::head(previous, &word[i..]),
        Script::Georgian => alphabets::georgian(c).map(|latin| (latin, 1)),
        Script::Armenian => alphabets::armenian(previous, c, next),
        Script::Hebrew => alphabets::hebrew(previous, c, next).map(|latin| (latin, 1)),
        Script::Arabic => alphabets::arabic(previous, c, next).map(|latin| (latin, 1)),
        Script::Kana => {
            let end = (i + 2).min(word.len());
            let window: [char; 2] =
                [asia::as_hiragana(c), word.get(i + 1).map_or(' ', |&n| asia::as_hiragana(n))];
            asia::kana(&window[..end - i])
        }
        Script::Hangul => {
            if let Some(parts) = asia::hangul(c, scheme == Scheme::KoreanPlain) {
                out.extend(parts);
                return 1;
            }
            None
        }
        Script::Han => {
            asia::pinyin(c, out);
            return 1;
        }
        Script::Digit | Script::Other => None,
    };
    match written {
        Some((latin, used)) => {
            out.push_str(latin);
            used
        }
        None => {
            let plain = crate::fold::latin_without_accent(c)
                .unwrap_or_else(|| any_ascii::any_ascii_char(c));
            out.extend(
                plain.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()),
            );
            1
        }
    }
}

/// The schemes a word may have been written by, likeliest first, at most three.
#[must_use]
pub fn schemes_for(script: Script, language: Language, word: &str) -> &'static [Scheme] {
    match script {
        Script::Latin | Script::Digit => &[Scheme::Source],
        Script::Cyrillic => {
            let own = Language::of_cyrillic(word);
            match if own == Language::Unknown { language } else { own } {
                Language::Ukrainian => &[Scheme::UkrainianKmu55, Scheme::UkrainianRussianStyle],
                Language::Russian => &[Scheme::RussianPlain],
                Language::Belarusian => {
                    &[Scheme::BelarusianBgn1979, Scheme::BelarusianIcao, Scheme::RussianPlain]
                }
                Language::Bulgarian => &[Scheme::BulgarianLaw2009],
                Language::Serbian => &[Scheme::SerbianLatin],
                Language::Macedonian => &[Scheme::MacedonianPlain],
                Language::Kazakh => &[Scheme::KazakhPlain],
                _ => &[Scheme::RussianPlain, Scheme::UkrainianKmu55],
            }
        }
        Script::Greek => &[Scheme::GreekElot743],
        Script::Georgian => &[Scheme::Georgian2002],
        Script::Armenian => &[Scheme::ArmenianBgn1981],
        Script::Hebrew => &[Scheme::HebrewLetters],
        Script::Arabic => &[Scheme::ArabicLetters],
        Script::Han => &[Scheme::Pinyin],
        Script::Kana => &[Scheme::Hepburn],
        Script::Hangul => &[Scheme::KoreanPlain, Scheme::KoreanRevised],
        Script::Other => &[Scheme::General],
    }
}

/// Writes one lower-case word in Latin letters, ASCII only, into `out`. Faster than
/// [`transliterate`]: no case and no punctuation to keep.
pub fn read_word(word: &[char], scheme: Scheme, out: &mut String) {
    let mut i = 0;
    while i < word.len() {
        let mark = out.len();
        i += write_letter(scheme, script_of(word[i]), word, i, out);
        if !out[mark..].is_ascii() {
            let plain = crate::fold::fold(&out[mark..]);
            out.truncate(mark);
            out.extend(plain.chars().filter(char::is_ascii_alphanumeric));
        }
    }
}

/// Whether the second of two Han characters still belongs to the family name.
#[must_use]
pub fn is_double_surname(first: char, second: char) -> bool {
    asia::is_double_surname(first, second)
}

/// All likely Latin readings of one word in any script, likeliest first, without repeats.
#[must_use]
pub fn readings(word: &str, language: Language) -> Vec<Reading> {
    let lower: Vec<char> = word.nfc().flat_map(char::to_lowercase).map(greek_plain).collect();
    let Some(&first) = lower.iter().find(|c| c.is_alphabetic()) else { return Vec::new() };
    let script = script_of(first);
    let mut out: Vec<Reading> = Vec::new();
    for &scheme in schemes_for(script, language, word) {
        let mut text = String::new();
        read_word(&lower, scheme, &mut text);
        if !text.is_empty() && out.iter().all(|r| r.text != text) {
            out.push(Reading { text, scheme });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolution_55() {
        for (uk, latin) in [
            ("Алушта", "Alushta"),
            ("Андрій", "Andrii"),
            ("Борщагівка", "Borshchahivka"),
            ("Володимир", "Volodymyr"),
            ("Гадяч", "Hadiach"),
            ("Згурський", "Zghurskyi"),
            ("Ґалаґан", "Galagan"),
            ("Донецьк", "Donetsk"),
            ("Рівне", "Rivne"),
            ("Єнакієве", "Yenakiieve"),
            ("Їжакевич", "Yizhakevych"),
            ("Йосипівка", "Yosypivka"),
            ("Стрий", "Stryi"),
            ("Харків", "Kharkiv"),
            ("Щербухи", "Shcherbukhy"),
            ("Юрій", "Yurii"),
            ("Яготин", "Yahotyn"),
            ("Костянтин", "Kostiantyn"),
            ("Знам'янка", "Znamianka"),
            ("Розгон", "Rozghon"),
        ] {
            assert_eq!(transliterate(uk, Scheme::UkrainianKmu55), latin, "{uk}");
        }
    }

    #[test]
    fn other_tables() {
        for (text, scheme, latin) in [
            ("ЩЕРБУХИ", Scheme::UkrainianKmu55, "SHCHERBUKHY"),
            ("Елисеев", Scheme::RussianPlain, "Yeliseev"),
            ("Елизавета Быстрова", Scheme::RussianPlain, "Yelizaveta Bystrova"),
            ("Георгиев Щърков", Scheme::BulgarianLaw2009, "Georgiev Shtarkov"),
            ("Ђорђе Њежић", Scheme::SerbianBgn2005, "Đorđe Nježić"),
            ("Γεώργιος Μπάκας", Scheme::GreekElot743, "Georgios Bakas"),
            ("ნინო ჭავჭავა", Scheme::Georgian2002, "nino ch’avch’ava"),
            ("Արամ Երեմյան", Scheme::ArmenianBgn1981, "Aram Yeremyan"),
            ("やまだ たろう", Scheme::Hepburn, "yamada tarou"),
            ("バラク", Scheme::Hepburn, "baraku"),
            ("김민수", Scheme::KoreanRevised, "gimminsu"),
            ("محمد", Scheme::ArabicLetters, "mhmd"),
        ] {
            assert_eq!(transliterate(text, scheme), latin, "{text}");
        }
    }

    #[test]
    fn unknown_language_gives_both_readings() {
        let texts: Vec<String> =
            readings("Григорович", Language::Unknown).into_iter().map(|r| r.text).collect();
        assert_eq!(texts, ["grigorovich", "hryhorovych"]);
        let first = &readings("Григорович", Language::Ukrainian)[0];
        assert_eq!((first.text.as_str(), first.scheme), ("hryhorovych", Scheme::UkrainianKmu55));
    }
}
