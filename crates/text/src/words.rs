//! Splitting a name into words, in every script, without losing what the punctuation said: a comma,
//! a hyphen, a dot after an initial, brackets, a change of case inside a word. Bounded: a name has at
//! most [`MAX_WORDS`] words here, and whoever asks is told when something was cut.

use crate::fold::{is_accent, is_apostrophe, is_ignorable, latin_without_accent};
use crate::script::{Script, script_of};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Most words of one name that are looked at.
pub const MAX_WORDS: usize = 32;
/// Most bytes of one name that are looked at.
pub const MAX_BYTES: usize = 2_000;

/// What stood between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Joint {
    /// The first word.
    Start,
    /// White space or a sign without a meaning of its own.
    Space,
    /// A comma or semicolon.
    Comma,
    /// A hyphen or dash without spaces.
    Hyphen,
    /// A full stop without a space, as in "J.R.".
    Dot,
    /// A slash.
    Slash,
    /// Nothing: lower case turned to upper case, or one script to another.
    Case,
}

/// One word: where it stands in the source and its comparable letters.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// First byte in [`Words::text`].
    pub start: u32,
    /// End byte in [`Words::text`].
    pub end: u32,
    form: (u32, u32),
    /// Script of most of its letters.
    pub script: Script,
    /// What stood before it.
    pub joint: Joint,
    /// Followed by a full stop.
    pub dotted: bool,
    /// All its letters are capitals, and there is more than one.
    pub capitals: bool,
    /// Inside brackets.
    pub bracketed: bool,
    /// Has a Latin letter with a diacritic, so that other spellings of it exist.
    pub accented: bool,
    /// Letters of two look-alike scripts were mixed in it and have been read as one.
    pub repaired: bool,
    /// How many letters and digits the form has.
    pub letters: u16,
}

/// The words of one name.
#[derive(Clone, Debug, Default)]
pub struct Words {
    text: String,
    forms: String,
    words: Vec<Word>,
    cut: bool,
}

impl Words {
    /// No words, no memory.
    #[must_use]
    pub const fn new() -> Words {
        Words { text: String::new(), forms: String::new(), words: Vec::new(), cut: false }
    }

    /// Splits `text`. Takes time bounded by [`MAX_BYTES`].
    #[must_use]
    pub fn split(text: &str) -> Words {
        let mut words = Words::default();
        words.read(text);
        words
    }

    /// Splits another text, reusing this value's memory.
    pub fn read(&mut self, text: &str) {
        self.text.clear();
        self.forms.clear();
        self.words.clear();
        let mut end = text.len().min(MAX_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.cut = end < text.len();
        let text = &text[..end];
        if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
            self.text.push_str(text);
        } else {
            // Stacked marks beyond a few are an attack on the reader, not spelling.
            let mut marks = 0;
            self.text.extend(text.nfc().filter(|&c| {
                marks = if is_accent(c) { marks + 1 } else { 0 };
                marks <= 3
            }));
        }
        let source = std::mem::take(&mut self.text);
        Splitter { out: self, open: None, joint: Joint::Start, depth: 0, previous: None }
            .run(&source);
        self.text = source;
    }

    /// The text the word positions refer to: the source in composed form.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Word] {
        &self.words
    }

    /// The comparable letters of a word: folded ASCII where it is Latin; lower case without marks,
    /// in its own script, where it is not.
    #[must_use]
    pub fn form(&self, word: &Word) -> &str {
        &self.forms[word.form.0 as usize..word.form.1 as usize]
    }

    /// The word as the source spells it.
    #[must_use]
    pub fn source(&self, word: &Word) -> &str {
        &self.text[word.start as usize..word.end as usize]
    }

    /// Whether the name was longer than what was looked at.
    #[must_use]
    pub fn was_cut(&self) -> bool {
        self.cut
    }
}

struct Splitter<'w> {
    out: &'w mut Words,
    open: Option<Word>,
    joint: Joint,
    depth: u32,
    previous: Option<char>,
}

impl Splitter<'_> {
    fn run(mut self, source: &str) {
        let mut chars = source.char_indices().filter(|&(_, c)| !is_ignorable(c)).peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|&(_, c)| c);
            if c.is_ascii_alphanumeric() {
                self.letter(at, c, next);
            } else if c == ' ' {
                self.close(Joint::Space);
            } else if is_accent(c) {
                if let Some(word) = &mut self.open {
                    word.end = (at + c.len_utf8()) as u32;
                }
                continue;
            } else if c.is_alphanumeric() || is_combining_mark(c) {
                self.letter(at, c, next);
            } else if is_apostrophe(c) {
                continue;
            } else {
                self.sign(at, c, next);
            }
            self.previous = Some(c);
        }
        self.close(Joint::Space);
        if self.out.words.len() > MAX_WORDS {
            self.out.words.truncate(MAX_WORDS);
            self.out.cut = true;
        }
    }

    fn sign(&mut self, at: usize, c: char, next: Option<char>) {
        match c {
            '.' | '。' | '．' => {
                if let Some(word) = &mut self.open {
                    word.dotted = true;
                }
                self.close(if next.is_some_and(char::is_alphanumeric) {
                    Joint::Dot
                } else {
                    Joint::Space
                });
            }
            ',' | ';' | '、' | '،' => self.close(Joint::Comma),
            '/' | '\\' | '|' => self.close(Joint::Slash),
            '-' | '‐' | '‑' | '‒' | '–' => self.close(Joint::Hyphen),
            '(' | '[' | '（' => {
                self.close(Joint::Space);
                self.depth += 1;
            }
            ')' | ']' | '）' => {
                self.close(Joint::Space);
                self.depth = self.depth.saturating_sub(1);
            }
            '&' | '＆' | '+' => {
                self.close(Joint::Space);
                self.push_and(at, c);
            }
            '㈱' => self.spelled(at, c, "株式会社"),
            '㈜' => self.spelled(at, c, "주식회사"),
            _ => self.close(Joint::Space),
        }
    }

    fn push_and(&mut self, at: usize, c: char) {
        self.begin(at, Script::Latin);
        self.out.forms.push_str("and");
        if let Some(word) = &mut self.open {
            word.letters = 3;
            word.end = (at + c.len_utf8()) as u32;
        }
        self.close(Joint::Space);
    }

    fn spelled(&mut self, at: usize, c: char, letters: &str) {
        self.close(Joint::Space);
        for letter in letters.chars() {
            if self.open.is_none() {
                self.begin(at, script_of(letter));
            }
            self.out.forms.push(letter);
        }
        if let Some(word) = &mut self.open {
            word.letters = 4;
            word.end = (at + c.len_utf8()) as u32;
        }
        self.close(Joint::Space);
    }

    fn begin(&mut self, at: usize, script: Script) {
        let form = self.out.forms.len() as u32;
        self.open = Some(Word {
            start: at as u32,
            end: at as u32,
            form: (form, form),
            script,
            joint: if self.out.words.is_empty() { Joint::Start } else { self.joint },
            dotted: false,
            capitals: true,
            bracketed: self.depth > 0,
            accented: false,
            repaired: false,
            letters: 0,
        });
    }

    fn letter(&mut self, at: usize, c: char, next: Option<char>) {
        let script = script_of(c);
        if let Some(word) = &self.open
            && self.breaks_before(word, c, script, next)
        {
            self.close(Joint::Case);
        }
        if self.open.is_none() {
            if self.out.words.len() > MAX_WORDS {
                return;
            }
            self.begin(at, script);
        }
        let Some(word) = &mut self.open else { return };
        word.end = (at + c.len_utf8()) as u32;
        word.letters = word.letters.saturating_add(1);
        if c.is_lowercase() || !c.is_alphabetic() {
            word.capitals = false;
        }
        if word.script == Script::Digit || (word.script == Script::Other && script != Script::Digit)
        {
            word.script = script;
        }
        if script == Script::Latin && !c.is_ascii() {
            word.accented = true;
        }
        if script != word.script
            && matches!(
                (word.script, script),
                (Script::Latin, Script::Cyrillic | Script::Greek)
                    | (Script::Cyrillic | Script::Greek, Script::Latin)
            )
        {
            word.repaired = true;
        }
        push_form(&mut self.out.forms, c, script);
    }

    /// Whether a new word begins at `c` although nothing separates it from the open word.
    fn breaks_before(&self, word: &Word, c: char, script: Script, next: Option<char>) -> bool {
        let Some(previous) = self.previous else { return false };
        let ideographic = |s: Script| matches!(s, Script::Han | Script::Kana | Script::Hangul);
        let before = script_of(previous);
        if script != before && (ideographic(script) || ideographic(before)) {
            // A long-vowel mark and repeat marks belong to what they follow.
            return !matches!(c, 'ー' | '々' | 'ゝ')
                && !matches!((before, script), (Script::Digit, _) | (_, Script::Digit));
        }
        // "SergeiLavrov", "SiemensAG"; not "McX", "GmbH", "KGaA".
        c.is_uppercase()
            && previous.is_lowercase()
            && word.letters >= 2
            && next.is_some_and(char::is_alphabetic)
    }

    fn close(&mut self, joint: Joint) {
        if let Some(mut word) = self.open.take() {
            word.form.1 = self.out.forms.len() as u32;
            if word.repaired {
                self.repair(&mut word);
            }
            word.capitals &= word.letters > 1;
            if word.form.1 > word.form.0 {
                self.out.words.push(word);
            }
            self.joint = joint;
        } else if matches!(joint, Joint::Comma | Joint::Slash) || self.joint == Joint::Case {
            self.joint = joint;
        } else if !matches!(self.joint, Joint::Comma | Joint::Slash) {
            self.joint = Joint::Space;
        }
    }

    /// Rewrites a word that mixes look-alike scripts in the script of most of its letters.
    fn repair(&mut self, word: &mut Word) {
        let form = self.out.forms[word.form.0 as usize..].to_owned();
        let count = |wanted: Script| {
            form.chars().filter(|&c| script_of(c) == wanted && look_alike(c).is_none()).count()
        };
        let (latin, cyrillic, greek) =
            (count(Script::Latin), count(Script::Cyrillic), count(Script::Greek));
        let to = if cyrillic > latin && cyrillic >= greek {
            Script::Cyrillic
        } else if greek > latin {
            Script::Greek
        } else {
            Script::Latin
        };
        self.out.forms.truncate(word.form.0 as usize);
        for c in form.chars() {
            let c = if script_of(c) == to || script_of(c) == Script::Digit {
                c
            } else {
                crate::homoglyph::in_script(c, to).unwrap_or(c)
            };
            self.out.forms.push(c);
        }
        word.form.1 = self.out.forms.len() as u32;
        word.script = to;
    }
}

fn look_alike(c: char) -> Option<char> {
    match script_of(c) {
        Script::Latin => crate::homoglyph::in_script(c, Script::Cyrillic),
        Script::Cyrillic | Script::Greek => crate::homoglyph::in_script(c, Script::Latin),
        _ => None,
    }
}

fn push_form(forms: &mut String, c: char, script: Script) {
    if c.is_ascii() {
        forms.push(c.to_ascii_lowercase());
        return;
    }
    match script {
        Script::Cyrillic
        | Script::Armenian
        | Script::Georgian
        | Script::Hangul
        | Script::Han
        | Script::Hebrew => {
            for c in c.to_lowercase().filter(|&c| !is_accent(c)) {
                forms.push(match c {
                    'ѐ' => 'е',
                    'ѝ' => 'и',
                    other => other,
                });
            }
        }
        Script::Kana if !matches!(c, '\u{ff66}'..='\u{ff9f}') => forms.push(c),
        Script::Arabic => decompose_compatible(c, |d| {
            if !is_accent(d) {
                forms.push(d);
            }
        }),
        Script::Digit => match c.to_digit(36).or_else(|| decimal(c)) {
            Some(value) => forms.extend(char::from_digit(value, 10)),
            None => forms.push(c),
        },
        _ => {
            let mark = forms.len();
            decompose_compatible(c, |d| {
                if !is_accent(d) {
                    for d in d.to_lowercase().filter(|&d| !is_accent(d)) {
                        match latin_without_accent(d) {
                            Some(letters) => forms.push_str(letters),
                            None => forms.push(d),
                        }
                    }
                }
            });
            if forms.len() == mark && is_combining_mark(c) {
                forms.push(c);
            }
        }
    }
}

/// The value of a decimal digit of Arabic, Persian, Devanagari, Bengali, Thai or full width.
fn decimal(c: char) -> Option<u32> {
    [0x660u32, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
        .into_iter()
        .find_map(|zero| (c as u32).checked_sub(zero).filter(|&value| value < 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn forms(text: &str) -> Vec<String> {
        let words = Words::split(text);
        words.as_slice().iter().map(|w| words.form(w).to_owned()).collect()
    }

    #[test]
    fn splitting() {
        for (text, expected) in [
            ("Zorin, Pavel A.", vec!["zorin", "pavel", "a"]),
            ("PavelZorin", vec!["pavel", "zorin"]),
            ("NordicAG GmbH KGaA", vec!["nordic", "ag", "gmbh", "kgaa"]),
            ("A.B.C. Trade", vec!["a", "b", "c", "trade"]),
            ("O’Hara's & Møller", vec!["oharas", "and", "moller"]),
            ("Зоряний Й.", vec!["зоряний", "й"]),
            ("王小明Ltd", vec!["王小明", "ltd"]),
            ("バラク・ヤマ", vec!["バラク", "ヤマ"]),
            ("٣ شركة", vec!["3", "شركة"]),
            ("  ", vec![]),
            // Latin letters with one Cyrillic look-alike, and the other way round.
            ("Pаvel", vec!["pavel"]),
            ("Пaвлo", vec!["павло"]),
            ("z\u{200b}o\u{202e}rin", vec!["zorin"]),
        ] {
            assert_eq!(forms(text), expected, "{text}");
        }
    }

    #[test]
    fn joints() {
        let words = Words::split("ZORIN, Jean-Luc J.R. (Paris)");
        let joints: Vec<Joint> = words.as_slice().iter().map(|w| w.joint).collect();
        assert_eq!(
            joints,
            [Joint::Start, Joint::Comma, Joint::Hyphen, Joint::Space, Joint::Dot, Joint::Space]
        );
        assert!(
            words.as_slice()[0].capitals
                && words.as_slice()[5].bracketed
                && words.as_slice()[3].dotted
        );
    }

    #[test]
    fn long_names_are_cut_and_say_so() {
        let many = "word ".repeat(500);
        assert_eq!(Words::split(&many).as_slice().len(), MAX_WORDS);
        assert!(Words::split(&many).was_cut());
        assert!(Words::split(&"x".repeat(10_000)).was_cut());
        assert!(!Words::split("short").was_cut());
        let flood = format!("a{}", "\u{301}".repeat(900));
        assert_eq!(forms(&flood), ["a"]);
    }

    proptest! {
        #[test]
        fn never_fails_and_positions_are_true(text in "\\PC{0,60}") {
            let words = Words::split(&text);
            for word in words.as_slice() {
                prop_assert!(!words.form(word).is_empty());
                prop_assert!(word.start <= word.end);
                let _ = words.source(word);
            }
        }

        #[test]
        fn invisible_characters_change_nothing(text in "[a-zA-Zа-яА-Я ,.-]{0,30}", at in 0usize..30) {
            let mut noisy = text.clone();
            let at = noisy.char_indices().nth(at).map_or(noisy.len(), |(i, _)| i);
            noisy.insert(at, '\u{200d}');
            prop_assert_eq!(forms(&noisy), forms(&text));
        }
    }
}
