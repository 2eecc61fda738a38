//! What is known about a word before any data is read: given names and their forms, common family
//! names, titles, particles, words of organisations, places. The lists are in `data/`, one fact a
//! line; this file only reads them.

use crate::words::Words;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// A small fast hash for short words (not for keys an attacker chooses: the tables are fixed).
#[derive(Clone, Copy, Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
        let mut tail = [0; 8];
        let rest = chunks.remainder();
        tail[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(tail) ^ (bytes.len() as u64) << 56);
    }
}

impl WordHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 ^= self.0 >> 32;
    }
}

/// A map keyed by words of the fixed lists.
pub(crate) type WordMap<V> = HashMap<&'static str, V, BuildHasherDefault<WordHasher>>;

/// The hash of a word, the same in every run and on every machine.
#[must_use]
pub fn hash_word(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// What a small word inside a personal name does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Particle {
    /// Not a particle.
    #[default]
    None,
    /// Al, el, la, le.
    Article,
    /// Of: de, von, van, di.
    Of,
    /// Son or daughter of: bin, ibn, bint, ogly.
    Child,
    /// Father or mother of: abu, umm.
    Parent,
    /// Servant of: abd, abdul.
    Servant,
    /// Saint.
    Saint,
}

/// How distinctive an organisation's word is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum OrgClass {
    /// Not in the lists: likely the distinctive part.
    #[default]
    None,
    /// Says almost nothing: group, holding, services.
    Generic,
    /// Names a trade or kind of body: bank, steel, ministry.
    Industry,
    /// Little words: and, of, the.
    Stop,
}

/// Gender of a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Gender {
    /// Either, or not known.
    #[default]
    Unknown,
    /// Men.
    Male,
    /// Women.
    Female,
}

/// What the lists say of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Given names this word is a form of; zero where none.
    pub given: [u16; 4],
    /// Bit `n`: the word is a short or pet form of `given[n]`.
    pub pet: u8,
    /// Gender when all its given names agree.
    pub gender: Gender,
    /// Common family name it is a spelling of; zero where none.
    pub family: [u16; 2],
    /// East Asian family name: short syllables, each of which matters.
    pub east_asian: bool,
    /// Title or honorific before or after a name.
    pub title: bool,
    /// Suffix such as "jr", "phd".
    pub suffix: bool,
    /// Particle of a personal name.
    pub particle: Particle,
    /// Concept of an organisation word, equal for its translations; zero where none.
    pub concept: u16,
    /// How distinctive that concept is.
    pub class: OrgClass,
    /// Place it names; zero where none.
    pub place: u16,
    /// The place is too broad to tell much ("global").
    pub broad: bool,
}

/// The lists.
pub struct Lexicon {
    words: WordMap<Entry>,
    concepts: Vec<&'static str>,
    places: Vec<&'static str>,
    given: Vec<&'static str>,
}

impl Lexicon {
    /// The one instance; read on first use.
    #[must_use]
    pub fn get() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
        &LEXICON
    }

    /// What is known of a word in the form [`Words::form`] gives.
    #[must_use]
    pub fn entry(&self, form: &str) -> Option<&Entry> {
        self.words.get(form)
    }

    /// English key of an organisation word's concept.
    #[must_use]
    pub fn concept(&self, id: u16) -> &'static str {
        self.concepts.get(id as usize).copied().unwrap_or("")
    }

    /// Key of a place.
    #[must_use]
    pub fn place(&self, id: u16) -> &'static str {
        self.places.get(id as usize).copied().unwrap_or("")
    }

    /// First spelling of a given name.
    #[must_use]
    pub fn given(&self, id: u16) -> &'static str {
        self.given.get(id as usize).copied().unwrap_or("")
    }

    fn read() -> Lexicon {
        let mut lexicon = Lexicon {
            words: WordMap::default(),
            concepts: vec![""],
            places: vec![""],
            given: vec![""],
        };
        lexicon.read_given(include_str!("../data/given_names.txt"));
        lexicon.read_families(include_str!("../data/surnames.txt"));
        lexicon.read_titles(include_str!("../data/titles.txt"));
        lexicon.read_particles(include_str!("../data/particles.txt"));
        lexicon.read_org_words(include_str!("../data/org_words.txt"));
        lexicon.read_places(include_str!("../data/places.txt"));
        lexicon
    }

    fn word(&mut self, word: &'static str) -> Option<&mut Entry> {
        let key = form_key(word)?;
        Some(self.words.entry(key).or_default())
    }

    fn read_given(&mut self, data: &'static str) {
        for (kind, rest) in facts(data) {
            let (full, pet) = rest.split_once(';').unwrap_or((rest, ""));
            let id = self.given.len() as u16;
            let Some(first) = full.split_whitespace().next() else { continue };
            self.given.push(first);
            let gender = match kind {
                "m" => Gender::Male,
                "f" => Gender::Female,
                _ => Gender::Unknown,
            };
            for (word, is_pet) in full
                .split_whitespace()
                .map(|w| (w, false))
                .chain(pet.split_whitespace().map(|w| (w, true)))
            {
                let Some(entry) = self.word(word) else { continue };
                let known = entry.given[0] != 0;
                if let Some(at) = entry.given.iter().position(|&g| g == 0 || g == id)
                    && entry.given[at] == 0
                {
                    entry.given[at] = id;
                    entry.pet |= u8::from(is_pet) << at;
                }
                entry.gender = match (known, entry.gender == gender) {
                    (false, _) | (true, true) => gender,
                    (true, false) => Gender::Unknown,
                };
            }
        }
    }

    fn read_families(&mut self, data: &'static str) {
        for (id, line) in lines(data).enumerate() {
            let (east_asian, line) = match line.strip_prefix('*') {
                Some(rest) => (true, rest),
                None => (false, line),
            };
            for word in line.split_whitespace() {
                if let Some(entry) = self.word(word) {
                    entry.east_asian |= east_asian;
                    if let Some(slot) = entry.family.iter_mut().find(|f| **f == 0) {
                        *slot = id as u16 + 1;
                    }
                }
            }
        }
    }

    fn read_titles(&mut self, data: &'static str) {
        for (kind, rest) in facts(data) {
            for word in rest.split_whitespace() {
                if let Some(entry) = self.word(word) {
                    entry.title |= kind == "title";
                    entry.suffix |= kind == "suffix";
                }
            }
        }
    }

    fn read_particles(&mut self, data: &'static str) {
        for (kind, rest) in facts(data) {
            let particle = match kind {
                "article" => Particle::Article,
                "of" => Particle::Of,
                "son" => Particle::Child,
                "father" => Particle::Parent,
                "servant" => Particle::Servant,
                _ => Particle::Saint,
            };
            for word in rest.split_whitespace() {
                if let Some(entry) = self.word(word) {
                    entry.particle = particle;
                }
            }
        }
    }

    fn read_org_words(&mut self, data: &'static str) {
        for (kind, rest) in facts(data) {
            let (class, key) = kind.split_once(' ').unwrap_or(("g", kind));
            let class = match (class, key) {
                (_, key) if key.starts_with("stop") => OrgClass::Stop,
                ("i", _) => OrgClass::Industry,
                _ => OrgClass::Generic,
            };
            let id = self.concepts.len() as u16;
            self.concepts.push(key);
            for word in rest.split_whitespace() {
                let Some(entry) = self.word(word) else { continue };
                if entry.class == OrgClass::None {
                    entry.class = class;
                    // Each little word stands for itself.
                    entry.concept = if class == OrgClass::Stop { 0 } else { id };
                }
            }
        }
    }

    fn read_places(&mut self, data: &'static str) {
        for (key, rest) in facts(data) {
            let id = self.places.len() as u16;
            self.places.push(key);
            for word in rest.split_whitespace() {
                let broad = word.starts_with('+');
                if let Some(entry) = self.word(word.trim_start_matches('+'))
                    && entry.place == 0
                {
                    entry.place = id;
                    entry.broad = broad;
                }
            }
        }
    }
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn facts(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(data).filter_map(|line| line.split_once(':'))
}

/// The word in the form names are split to, borrowed where it already has it.
fn form_key(word: &'static str) -> Option<&'static str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Some(word);
    }
    let words = Words::split(word);
    match words.as_slice() {
        [only] if words.form(only) == word => Some(word),
        // "hong-kong" is found under "hongkong", as the two words are joined before looking.
        several => {
            let joined: String = several.iter().map(|w| words.form(w)).collect();
            (!joined.is_empty()).then(|| &*Box::leak(joined.into_boxed_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(word: &str) -> Entry {
        Lexicon::get().entry(word).copied().unwrap_or_default()
    }

    #[test]
    fn lists_are_read() {
        let shared =
            |a: &str, b: &str| entry(a).given.iter().any(|g| *g != 0 && entry(b).given.contains(g));
        assert!(
            shared("bill", "william") && shared("oleksandr", "sasha") && shared("ivan", "john")
        );
        assert!(!shared("olga", "oleg") && !shared("erica", "eric"));
        assert_eq!(entry("olena").gender, Gender::Female);
        assert!(entry("dr").title && entry("jr").suffix);
        assert_eq!(entry("bin").particle, Particle::Child);
        assert_eq!(entry("завод").concept, entry("plant").concept);
        assert_eq!(entry("deutsche").place, entry("germany").place);
        assert_eq!(entry("of").class, OrgClass::Stop);
        assert!(
            entry("smyth").family[0] != 0 && entry("smyth").family[0] == entry("smith").family[0]
        );
    }
}
