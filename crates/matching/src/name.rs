//! An analysed name: everything comparison needs, computed once, in a few flat arrays.

use crate::kind::Kind;
use cuibono_text::{Gender, Mode, Scheme};

/// What part of a name a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// An ordinary word: given, family or distinctive.
    Word,
    /// One letter standing for a name.
    Initial,
    /// Two or three capitals standing for as many given names.
    Initials,
    /// A father's name in Slavic, Turkic or Azerbaijani form.
    Patronymic,
    /// Article or preposition of a personal name.
    Particle,
    /// Title, rank or honorific; legal form behind a person's name.
    Title,
    /// Jr, Sr, III.
    Suffix,
    /// A number, in digits, words or Roman numerals.
    Number,
    /// A little word of an organisation's name.
    Stop,
    /// Generic word of an organisation's name.
    Generic,
    /// Trade or kind of body.
    Industry,
    /// Place or people's name.
    Place,
    /// The same word again.
    Repeat,
}

/// One way a word may be written in Latin letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Hash of the letters.
    pub hash: u64,
    /// Hash of the sound form.
    pub sound_hash: u32,
    /// Hash of the sound form with a leading j as a glide; equals `sound_hash` otherwise.
    pub glide_hash: u32,
    /// Start of the letters in the name's bytes, and of the sound form.
    pub text: (u16, u16),
    pub sound: (u16, u16),
    /// Consonant classes.
    pub skeleton: u32,
    /// Which consonant classes occur.
    pub classes: u16,
    /// Order-free sum over letters, so that shuffled and joined words can be told.
    pub letters_sum: u32,
    pub mode: Mode,
    pub scheme: Scheme,
}

/// One word of an analysed name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Hash of the word in its own script.
    pub hash: u64,
    /// Weight as evidence, about 1 for a telling word.
    pub weight: f32,
    /// Bits of surprise.
    pub bits: f32,
    pub role: Role,
    pub gender: Gender,
    pub given: [u16; 4],
    pub pet: u8,
    pub family: [u16; 2],
    pub concept: u16,
    pub place: u16,
    /// Value of a number; rank of a suffix.
    pub number: u32,
    /// First of its forms, and how many.
    pub forms: (u16, u8),
    /// First letter of the first form, and of a second form that begins otherwise.
    pub first: [u8; 2],
    /// The name says it is a family name: before a comma, or the only capitals.
    pub family_hint: bool,
    pub given_hint: bool,
    /// In brackets.
    pub bracketed: bool,
    /// Followed by a full stop.
    pub dotted: bool,
    /// Position in the source.
    pub source: (u16, u16),
    /// Script other than Latin.
    pub foreign: bool,
    /// Part of the name it stands in: 0, or more after a slash or a word such as "formerly".
    pub segment: u8,
    /// Names the father: the word after "bin".
    pub father: bool,
    /// "Father of" or "mother of" with the child's name, as one word.
    pub kunya: bool,
}

/// A legal form found in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Legal {
    pub form: u16,
    pub source: (u16, u16),
}

/// A name analysed once; compare it as often as needed.
#[derive(Clone, Debug)]
pub struct Name {
    pub(crate) text: Box<str>,
    pub(crate) bytes: Box<[u8]>,
    pub(crate) tokens: Box<[Token]>,
    pub(crate) forms: Box<[Form]>,
    pub(crate) legal: Box<[Legal]>,
    pub(crate) kind: Kind,
    /// Hash over all words in order, in their own script.
    pub(crate) whole: u64,
    pub(crate) comma: bool,
    /// Short syllables, each of which matters.
    pub(crate) east_asian: bool,
    pub(crate) cut: bool,
    /// Kinds of evidence left aside, for measuring what each is worth; none otherwise.
    pub(crate) off: u8,
    /// Words that count: neither particle, title, repeat nor stop word.
    pub(crate) main: u8,
}

impl Name {
    /// The source spelling (composed form; cut where the name was too long).
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the name was read as: the kind asked for, or the one an [`Kind::Entity`] turned out to be.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether the name was longer than what was looked at.
    #[must_use]
    pub fn was_cut(&self) -> bool {
        self.cut
    }

    /// Whether nothing comparable is in the name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    #[inline]
    pub(crate) fn forms_of(&self, token: &Token) -> &[Form] {
        let start = token.forms.0 as usize;
        &self.forms[start..start + token.forms.1 as usize]
    }

    #[inline]
    pub(crate) fn letters(&self, form: &Form) -> &[u8] {
        &self.bytes[form.text.0 as usize..form.text.1 as usize]
    }

    #[inline]
    pub(crate) fn sound(&self, form: &Form) -> &[u8] {
        &self.bytes[form.sound.0 as usize..form.sound.1 as usize]
    }

    pub(crate) fn source(&self, token: &Token) -> &str {
        self.text.get(token.source.0 as usize..token.source.1 as usize).unwrap_or("")
    }

    /// The Latin readings of every word that is not Latin: word, reading, table.
    pub fn readings(&self) -> impl Iterator<Item = (&str, &str, Scheme)> {
        self.tokens.iter().filter(|t| t.foreign).flat_map(move |token| {
            self.forms_of(token).iter().map(move |form| {
                (
                    self.source(token),
                    std::str::from_utf8(self.letters(form)).unwrap_or(""),
                    form.scheme,
                )
            })
        })
    }

    /// How much agreeing on this whole name would say, in bits.
    pub(crate) fn bits(&self) -> f32 {
        let counts = |t: &&Token| {
            matches!(
                t.role,
                Role::Word
                    | Role::Patronymic
                    | Role::Industry
                    | Role::Place
                    | Role::Generic
                    | Role::Number
            )
        };
        self.tokens.iter().filter(counts).map(|t| t.bits).sum()
    }

    /// Keys under which a candidate index finds names that may be this one: sound skeletons of the
    /// telling words. At most one a reading.
    pub fn block_keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.tokens
            .iter()
            .filter(|t| {
                matches!(t.role, Role::Word | Role::Patronymic | Role::Industry | Role::Place)
            })
            .flat_map(move |t| self.forms_of(t).iter().map(|f| f.skeleton))
    }
}
