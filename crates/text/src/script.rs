//! Which script a letter belongs to, and which language a word in it is likely written in. Guesses
//! come from letters alone; never from a list of names.

/// Scripts that names in the registers are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Script {
    /// Latin with its extensions.
    Latin,
    /// Cyrillic with its extensions.
    Cyrillic,
    /// Greek.
    Greek,
    /// Armenian.
    Armenian,
    /// Georgian.
    Georgian,
    /// Hebrew.
    Hebrew,
    /// Arabic, Persian, Urdu, Pashto.
    Arabic,
    /// Chinese characters, wherever used.
    Han,
    /// Hiragana and Katakana.
    Kana,
    /// Korean syllables.
    Hangul,
    /// Decimal digits of any script.
    Digit,
    /// Any other letter.
    Other,
}

/// The script of a letter or digit; [`Script::Other`] for everything without its own entry.
#[must_use]
pub fn script_of(c: char) -> Script {
    match c {
        '0'..='9' => Script::Digit,
        'a'..='z'
        | 'A'..='Z'
        | '\u{aa}'
        | '\u{ba}'
        | '\u{c0}'..='\u{24f}'
        | '\u{250}'..='\u{2af}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{ff21}'..='\u{ff3a}'
        | '\u{ff41}'..='\u{ff5a}' => Script::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{400}'..='\u{52f}'
        | '\u{1c80}'..='\u{1c8f}'
        | '\u{2de0}'..='\u{2dff}'
        | '\u{a640}'..='\u{a69f}' => Script::Cyrillic,
        '\u{530}'..='\u{58f}' | '\u{fb13}'..='\u{fb17}' => Script::Armenian,
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => Script::Hebrew,
        '\u{600}'..='\u{65f}'
        | '\u{66a}'..='\u{6ef}'
        | '\u{6fa}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Script::Arabic,
        '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' | '\u{2d00}'..='\u{2d2f}' => {
            Script::Georgian
        }
        '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Script::Kana,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => {
            Script::Hangul
        }
        '\u{3005}'
        | '\u{3007}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Han,
        c if c.is_numeric() => Script::Digit,
        _ => Script::Other,
    }
}

/// Languages whose letters are read differently from others of the same script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Language {
    /// Nothing is known.
    Unknown,
    /// Ukrainian.
    Ukrainian,
    /// Russian.
    Russian,
    /// Belarusian.
    Belarusian,
    /// Bulgarian.
    Bulgarian,
    /// Serbian.
    Serbian,
    /// Macedonian.
    Macedonian,
    /// Kazakh, Kyrgyz and other Turkic languages in Cyrillic.
    Kazakh,
    /// Japanese.
    Japanese,
    /// Chinese.
    Chinese,
    /// Korean.
    Korean,
    /// Persian.
    Persian,
    /// Arabic.
    Arabic,
}

impl Language {
    /// The language a register of this country (ISO 3166-1 alpha-2, any case) writes names in, where
    /// that changes how letters are read.
    #[must_use]
    pub fn of_country(country: &str) -> Language {
        let mut code = [0u8; 2];
        let bytes = country.as_bytes();
        if bytes.len() != 2 {
            return Language::Unknown;
        }
        code.copy_from_slice(bytes);
        match &code.map(|b| b.to_ascii_lowercase()) {
            b"ua" => Language::Ukrainian,
            b"ru" => Language::Russian,
            b"by" => Language::Belarusian,
            b"bg" => Language::Bulgarian,
            b"rs" | b"me" | b"ba" => Language::Serbian,
            b"mk" => Language::Macedonian,
            b"kz" | b"kg" => Language::Kazakh,
            b"jp" => Language::Japanese,
            b"cn" | b"tw" | b"hk" | b"mo" | b"sg" => Language::Chinese,
            b"kr" | b"kp" => Language::Korean,
            b"ir" | b"af" | b"tj" => Language::Persian,
            _ => Language::Unknown,
        }
    }

    /// The language of a Cyrillic text from letters that only one language has; `Unknown` when the
    /// letters fit several.
    #[must_use]
    pub fn of_cyrillic(text: &str) -> Language {
        let mut ukrainian = false;
        let mut russian = false;
        for c in text.chars() {
            match c {
                'ў' | 'Ў' => return Language::Belarusian,
                'ђ' | 'Ђ' | 'ћ' | 'Ћ' => return Language::Serbian,
                'ѓ' | 'Ѓ' | 'ќ' | 'Ќ' | 'ѕ' | 'Ѕ' => return Language::Macedonian,
                'љ' | 'Љ' | 'њ' | 'Њ' | 'џ' | 'Џ' | 'ј' | 'Ј' => return Language::Serbian,
                'ә' | 'Ә' | 'ғ' | 'Ғ' | 'қ' | 'Қ' | 'ң' | 'Ң' | 'ө' | 'Ө' | 'ұ' | 'Ұ' | 'ү'
                | 'Ү' | 'һ' | 'Һ' => {
                    return Language::Kazakh;
                }
                'і' | 'І' | 'ї' | 'Ї' | 'є' | 'Є' | 'ґ' | 'Ґ' => ukrainian = true,
                'ы' | 'Ы' | 'э' | 'Э' | 'ё' | 'Ё' | 'ъ' | 'Ъ' => russian = true,
                _ => {}
            }
        }
        match (ukrainian, russian) {
            (true, true) => Language::Belarusian,
            (true, false) => Language::Ukrainian,
            (false, true) => Language::Russian,
            (false, false) => Language::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_from_letters() {
        for (text, expected) in [
            ("Олексій", Language::Ukrainian),
            ("Рыбин", Language::Russian),
            ("Іванцэвіч", Language::Belarusian),
            ("Ўладзімір", Language::Belarusian),
            ("Ђорђе", Language::Serbian),
            ("Нұрсұлтан", Language::Kazakh),
            ("Иванов", Language::Unknown),
        ] {
            assert_eq!(Language::of_cyrillic(text), expected, "{text}");
        }
    }

    #[test]
    fn scripts() {
        for (c, expected) in [
            ('é', Script::Latin),
            ('Ж', Script::Cyrillic),
            ('Ω', Script::Greek),
            ('ب', Script::Arabic),
            ('中', Script::Han),
            ('カ', Script::Kana),
            ('김', Script::Hangul),
            ('٣', Script::Digit),
            ('ก', Script::Other),
        ] {
            assert_eq!(script_of(c), expected, "{c}");
        }
    }
}
