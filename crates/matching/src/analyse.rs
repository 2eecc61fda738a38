//! From a name as written to an analysed [`Name`]: words, their parts and roles, their readings in
//! Latin letters, their weight. Bounded by the limits of [`cuibono_text::Words`].

use crate::frequency::Frequencies;
use crate::kind::Kind;
use crate::name::{Form, Legal, Name, Role, Token};
use crate::roles;
use cuibono_text::translit::{read_word, schemes_for};
use cuibono_text::{
    Entry, Found, Language, LegalForms, Lexicon, MAX_WORD, Mode, Scheme, Script, Words, hash_word,
    sound, sound_with_glide,
};
use std::cell::RefCell;

/// Which property of a record a name comes from, when the record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Part {
    /// A whole name.
    #[default]
    Whole,
    /// First or middle names only.
    Given,
    /// Family name only.
    Family,
}

/// What is known about a name besides its letters.
#[derive(Clone, Copy, Debug)]
pub struct Context<'c> {
    /// The sort of party.
    pub kind: Kind,
    /// Language, or [`Language::Unknown`].
    pub language: Language,
    /// Which part of a name it is.
    pub part: Part,
    /// Word counts of the data it comes from.
    pub frequencies: Option<&'c Frequencies>,
}

impl Context<'_> {
    /// Nothing known but the kind.
    #[must_use]
    pub fn of(kind: Kind) -> Context<'static> {
        Context { kind, language: Language::Unknown, part: Part::Whole, frequencies: None }
    }
}

/// Analyses one name of a kind. Takes time bounded by the limits of [`Words`].
#[must_use]
pub fn analyse(name: &str, kind: Kind) -> Name {
    analyse_in(name, &Context::of(kind))
}

/// Analyses one name with what else is known of it.
#[must_use]
pub fn analyse_in(name: &str, context: &Context<'_>) -> Name {
    thread_local! {
        static ANALYSER: RefCell<Analyser> = RefCell::new(Analyser::default());
    }
    ANALYSER.with_borrow_mut(|analyser| analyser.analyse(name, context))
}

/// One word on its way to becoming a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// Letters in [`Analyser::letters`].
    pub text: (u32, u32),
    pub script: Script,
    pub entry: Option<&'static Entry>,
    pub role: Role,
    pub source: (u32, u32),
    pub count: u16,
    pub capitals: bool,
    pub dotted: bool,
    pub accented: bool,
    pub bracketed: bool,
    pub joined: bool,
    pub after_comma: bool,
    pub number: u32,
    pub family_hint: bool,
    pub given_hint: bool,
    pub segment: u8,
    pub father: bool,
    pub kunya: bool,
    /// Spelled by syllables of a script that cannot write the original sounds.
    pub syllables: bool,
    pub dropped: bool,
}

/// Memory reused from one name to the next.
#[derive(Default)]
pub(crate) struct Analyser {
    pub(crate) words: Words,
    pub(crate) pieces: Vec<Piece>,
    /// Letters of all pieces.
    pub(crate) letters: String,
    found: Vec<Found>,
    pub(crate) east_asian: bool,
    legal: Vec<Legal>,
    tokens: Vec<Token>,
    forms: Vec<Form>,
    bytes: Vec<u8>,
    chars: Vec<char>,
    reading: String,
}

impl Analyser {
    fn analyse(&mut self, name: &str, context: &Context<'_>) -> Name {
        self.words.read(name);
        self.letters.clear();
        self.pieces.clear();
        self.legal.clear();
        self.tokens.clear();
        self.forms.clear();
        self.bytes.clear();
        let mut kind = context.kind;
        crate::pieces::collect(self, kind);
        self.east_asian = self.pieces.iter().any(|p| {
            matches!(p.script, Script::Han | Script::Hangul)
                || p.entry.is_some_and(|e| e.east_asian && e.given[0] == 0)
        });
        if kind == Kind::Entity {
            kind = self.guess_kind();
        }
        match kind {
            Kind::Person => {
                self.drop_legal_tail();
                roles::person(self, context.part);
            }
            Kind::Object => roles::object(self),
            Kind::Organization | Kind::Entity => {
                self.find_legal();
                roles::organization(self);
            }
        }
        for i in 0..self.pieces.len() {
            if !self.pieces[i].dropped {
                self.emit(i, kind, context);
            }
        }
        self.finish(kind)
    }

    pub(crate) fn text(&self, piece: &Piece) -> &str {
        &self.letters[piece.text.0 as usize..piece.text.1 as usize]
    }

    pub(crate) fn take_words(&mut self) -> Words {
        std::mem::replace(&mut self.words, Words::new())
    }

    pub(crate) fn put_words(&mut self, words: Words) {
        self.words = words;
    }

    fn guess_kind(&mut self) -> Kind {
        use cuibono_text::OrgClass;
        let mut given = false;
        for piece in &self.pieces {
            let Some(entry) = piece.entry else { continue };
            if matches!(entry.class, OrgClass::Generic | OrgClass::Industry)
                && entry.given[0] == 0
                && entry.family[0] == 0
            {
                return Kind::Organization;
            }
            given |= entry.given[0] != 0 || entry.particle == cuibono_text::Particle::Child;
        }
        self.match_legal();
        if !self.found.is_empty() {
            return Kind::Organization;
        }
        if given && self.pieces.len() > 1 { Kind::Person } else { Kind::Organization }
    }

    fn match_legal(&mut self) {
        let mut list: [&str; cuibono_text::MAX_WORDS + 32] = [""; cuibono_text::MAX_WORDS + 32];
        let mut count = 0;
        for piece in self.pieces.iter().take(list.len()) {
            list[count] = &self.letters[piece.text.0 as usize..piece.text.1 as usize];
            count += 1;
        }
        let mut found = std::mem::take(&mut self.found);
        LegalForms::get().find(&list[..count], &mut found);
        self.found = found;
    }

    fn find_legal(&mut self) {
        self.mend_legal();
        self.match_legal();
        for found in &self.found {
            let pieces = &mut self.pieces[found.at..found.at + found.len];
            let source = (pieces[0].source.0 as u16, pieces[found.len - 1].source.1 as u16);
            pieces.iter_mut().for_each(|p| p.dropped = true);
            if self.legal.len() < 4 {
                self.legal.push(Legal { form: found.form, source });
            }
        }
    }

    /// Reads a legal word through a slip of the pen or where the register cut it off.
    fn mend_legal(&mut self) {
        for i in 1..self.pieces.len() {
            let piece = self.pieces[i];
            if piece.script != Script::Latin || piece.count < 5 || piece.entry.is_some() {
                continue;
            }
            if let Some(legal) = LegalForms::get().misspelt(self.text(&piece)) {
                let from = self.letters.len() as u32;
                self.letters.push_str(legal);
                self.pieces[i].text = (from, self.letters.len() as u32);
            }
        }
    }

    /// A legal form behind a person's name says nothing of the person.
    fn drop_legal_tail(&mut self) {
        if self.pieces.len() < 3 || !self.pieces.last().is_some_and(|p| p.capitals || p.count > 2) {
            return;
        }
        if self.pieces.iter().all(|p| p.capitals || p.count == 1) {
            return;
        }
        self.match_legal();
        let n = self.pieces.len();
        if let Some(found) = self.found.last()
            && found.at + found.len == n
            && found.at >= 2
        {
            for piece in &mut self.pieces[found.at..] {
                piece.role = Role::Title;
            }
        }
    }

    fn emit(&mut self, index: usize, kind: Kind, context: &Context<'_>) {
        let piece = self.pieces[index];
        let letters = std::mem::take(&mut self.letters);
        let text = &letters[piece.text.0 as usize..piece.text.1 as usize];
        // "St" and "Saint" are one word.
        let saint = piece.entry.is_some_and(|e| e.particle == cuibono_text::Particle::Saint);
        let hash = if saint { hash_word("saint") } else { hash_word(text) };
        let start = self.forms.len() as u16;
        self.write_forms(text, &piece, context.language);
        let count = (self.forms.len() as u16 - start) as u8;
        let entry = piece.entry.copied().unwrap_or_default();
        let mut first = [0u8; 2];
        for (slot, form) in self.forms[start as usize..].iter().take(2).enumerate() {
            first[slot] = self.bytes.get(form.text.0 as usize).copied().unwrap_or(0);
        }
        let bits = context.frequencies.and_then(|f| f.bits(hash));
        let weight = roles::weight(kind, piece.role, &entry, piece.count, bits);
        let named =
            matches!(piece.role, Role::Word | Role::Repeat | Role::Title | Role::Patronymic);
        self.tokens.push(Token {
            hash,
            weight,
            bits: bits.unwrap_or_else(|| roles::default_bits(piece.role, &entry)),
            role: piece.role,
            gender: entry.gender,
            given: if named { entry.given } else { [0; 4] },
            pet: entry.pet,
            family: if named { entry.family } else { [0; 2] },
            concept: if kind == Kind::Person { 0 } else { entry.concept },
            place: if kind == Kind::Person { 0 } else { entry.place },
            number: piece.number,
            forms: (start, count),
            first,
            family_hint: piece.family_hint,
            given_hint: piece.given_hint,
            bracketed: piece.bracketed,
            dotted: piece.dotted,
            source: (piece.source.0 as u16, piece.source.1 as u16),
            foreign: !matches!(piece.script, Script::Latin | Script::Digit),
            segment: piece.segment,
            father: piece.father,
            kunya: piece.kunya,
        });
        self.letters = letters;
    }

    /// Writes the Latin forms of a word: as spelled, and as other spellers would.
    fn write_forms(&mut self, text: &str, piece: &Piece, language: Language) {
        let start = self.forms.len();
        match piece.script {
            Script::Latin | Script::Digit => {
                self.push_form(start, text, Scheme::Source, Mode::Plain);
                if piece.accented {
                    self.reading.clear();
                    let mut reading = std::mem::take(&mut self.reading);
                    crate::pieces::expand_accents(
                        &self.words.text()[piece.source.0 as usize..piece.source.1 as usize],
                        &mut reading,
                    );
                    self.push_form(start, &reading, Scheme::Source, Mode::Plain);
                    self.reading = reading;
                }
                self.push_variants(start, text);
            }
            script => {
                self.chars.clear();
                self.chars.extend(text.chars());
                let chars = std::mem::take(&mut self.chars);
                let mut reading = std::mem::take(&mut self.reading);
                for &scheme in schemes_for(script, language, text) {
                    reading.clear();
                    read_word(&chars, scheme, &mut reading);
                    reading.retain(|c| c.is_ascii_alphanumeric());
                    let mode = if scheme.is_consonantal() {
                        Mode::Consonants
                    } else if piece.syllables || matches!(script, Script::Kana | Script::Other) {
                        Mode::Syllables
                    } else {
                        Mode::Plain
                    };
                    if !reading.is_empty() {
                        self.push_form(start, &reading, scheme, mode);
                    }
                }
                if self.forms.len() > start && script == Script::Arabic {
                    let first = reading.clone();
                    self.push_variants(start, &first);
                }
                self.reading = reading;
                self.chars = chars;
            }
        }
        if self.forms.len() == start {
            self.push_form(start, "", Scheme::General, Mode::Plain);
        }
    }

    /// Spellings with digits for letters, and "servant of" names written in one word.
    fn push_variants(&mut self, start: usize, text: &str) {
        let bytes = text.as_bytes();
        if bytes.len() >= 4
            && bytes[0] == b'a'
            && bytes.starts_with(b"abd")
            && let Some(rest) = after_servant(bytes)
        {
            let mut joined = [0u8; MAX_WORD + 8];
            let len = rest.len().min(MAX_WORD);
            joined[..5].copy_from_slice(b"abdul");
            joined[5..5 + len].copy_from_slice(&rest[..len]);
            let mode = self.forms[start].mode;
            let scheme = self.forms[start].scheme;
            if let Ok(joined) = std::str::from_utf8(&joined[..5 + len]) {
                self.push_form(start, joined, scheme, mode);
            }
        }
        if let Some(head) = before_din(bytes) {
            let (mode, scheme) = (self.forms[start].mode, self.forms[start].scheme);
            let joined = format!("{}uddin", &text[..head]);
            self.push_form(start, &joined, scheme, mode);
        }
        if self.east_asian && bytes.windows(2).any(|w| matches!(w, b"eo" | b"eu" | b"ou" | b"sh")) {
            let plain =
                text.replace("eo", "o").replace("eu", "u").replace("ou", "o").replace("sh", "s");
            let (mode, scheme) = (self.forms[start].mode, self.forms[start].scheme);
            self.push_form(start, &plain, scheme, mode);
        }
        if bytes.len() >= 4 && bytes.iter().any(u8::is_ascii_digit) {
            let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
            if digits * 3 <= bytes.len() && bytes[0].is_ascii_alphabetic() {
                let mut spelled = [0u8; MAX_WORD];
                let len = bytes.len().min(MAX_WORD);
                for (slot, &byte) in spelled.iter_mut().zip(&bytes[..len]) {
                    *slot = letter_of_digit(byte);
                }
                if let Ok(spelled) = std::str::from_utf8(&spelled[..len]) {
                    self.push_form(start, spelled, Scheme::Source, Mode::Plain);
                }
            }
        }
    }

    fn push_form(&mut self, start: usize, text: &str, scheme: Scheme, mode: Mode) {
        let hash = hash_word(text);
        if self.forms.len() >= start + 4 || self.forms[start..].iter().any(|f| f.hash == hash) {
            return;
        }
        let bytes = &text.as_bytes()[..text.len().min(64)];
        let from = self.bytes.len() as u16;
        self.bytes.extend_from_slice(bytes);
        let middle = self.bytes.len() as u16;
        let form = sound(bytes);
        self.bytes.extend_from_slice(form.as_bytes());
        let to = self.bytes.len() as u16;
        let sound_hash = hash32(form.as_bytes());
        let glide_hash = sound_with_glide(bytes).map_or(sound_hash, |g| hash32(g.as_bytes()));
        let skeleton = cuibono_text::skeleton(form.as_bytes());
        let mut classes = 0u16;
        let mut rest = skeleton;
        while rest != 0 {
            classes |= 1 << (rest & 15);
            rest >>= 4;
        }
        self.forms.push(Form {
            hash,
            sound_hash,
            glide_hash,
            text: (from, middle),
            sound: (middle, to),
            skeleton,
            classes,
            letters_sum: letters_sum(bytes),
            mode,
            scheme,
        });
    }

    fn finish(&mut self, kind: Kind) -> Name {
        let mut whole = 0u64;
        let mut main = 0u8;
        for token in &self.tokens {
            whole = (whole.rotate_left(9) ^ token.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            main += u8::from(!matches!(
                token.role,
                Role::Particle | Role::Title | Role::Repeat | Role::Stop | Role::Suffix
            ));
        }
        for legal in &self.legal {
            whole =
                (whole.rotate_left(9) ^ u64::from(legal.form)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
        Name {
            text: self.words.text().into(),
            bytes: self.bytes.as_slice().into(),
            tokens: self.tokens.as_slice().into(),
            forms: self.forms.as_slice().into(),
            legal: self.legal.as_slice().into(),
            kind: if kind == Kind::Entity { Kind::Organization } else { kind },
            whole,
            comma: self.pieces.iter().any(|p| p.after_comma),
            east_asian: self.east_asian,
            cut: self.words.was_cut(),
            off: 0,
            main,
        }
    }
}

pub(crate) fn hash32(bytes: &[u8]) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    for &byte in bytes {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}

/// A sum that does not depend on the order of letters and adds up over joined words.
pub(crate) fn letters_sum(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .map(|&b| (u32::from(b) ^ 0x55).wrapping_mul(0x9e37_79b1).rotate_left(u32::from(b) & 15))
        .fold(0, u32::wrapping_add)
}

fn letter_of_digit(byte: u8) -> u8 {
    match byte {
        b'0' => b'o',
        b'1' => b'i',
        b'3' => b'e',
        b'4' => b'a',
        b'5' => b's',
        b'6' | b'9' => b'g',
        b'7' => b't',
        b'8' => b'b',
        other => other,
    }
}

/// What follows "abd" with its article: `aziz` of abdulaziz, abdelaziz, abdalaziz; `rahman` of
/// abdurrahman. `None` when the word is only the servant part or something else.
pub(crate) fn after_servant(word: &[u8]) -> Option<&[u8]> {
    let rest = word.strip_prefix(b"abd")?;
    let vowels = rest.iter().take_while(|b| matches!(b, b'u' | b'e' | b'a' | b'o' | b'i')).count();
    if vowels == 0 || vowels > 2 {
        return None;
    }
    let rest = &rest[vowels..];
    let tail = match rest {
        [b'l', tail @ ..] => tail,
        [a, b, ..] if a == b => &rest[1..],
        _ => return None,
    };
    (tail.len() >= 3).then_some(tail)
}

/// How many letters stand before the end "-uddin" in any of its spellings, if the word has one.
fn before_din(word: &[u8]) -> Option<usize> {
    let rest = word
        .strip_suffix(b"ddine")
        .or_else(|| word.strip_suffix(b"ddin"))
        .or_else(|| word.strip_suffix(b"ddeen"))
        .or_else(|| word.strip_suffix(b"aldin"))
        .or_else(|| word.strip_suffix(b"aldeen"))
        .or_else(|| word.strip_suffix(b"udin"))
        .or_else(|| word.strip_suffix(b"edin"))?;
    let cut =
        rest.iter().rev().take_while(|b| matches!(b, b'u' | b'e' | b'a' | b'i')).count().min(1);
    (rest.len() - cut >= 3).then_some(rest.len() - cut)
}

pub(crate) fn lookup(text: &str) -> Option<&'static Entry> {
    Lexicon::get().entry(text)
}
