//! Asking the index.

use cuibono_model::fragment::take_varint;
use cuibono_store::{Section, Store, StoreError};
use fst::{IntoStreamer, Streamer};

use crate::identifier_hash;

/// An open index.
#[derive(Debug)]
pub struct Index {
    words: fst::Map<SectionBytes>,
    postings: Section,
    hashes: Section,
    things: Section,
    count: u32,
}

/// A section as the bytes of a dictionary.
#[derive(Clone, Debug)]
struct SectionBytes(Section);

impl AsRef<[u8]> for SectionBytes {
    fn as_ref(&self) -> &[u8] {
        self.0.bytes()
    }
}

/// The things that have a word, with how telling the word is.
#[derive(Clone, PartialEq, Debug)]
pub struct Matches {
    /// Thing numbers, rising.
    pub things: Vec<u32>,
    /// Natural logarithm of things in all over things with the word: high for rare words.
    pub weight: f64,
}

/// How many words a prefix is widened to.
const PREFIX_WORDS_MAX: usize = 50;

impl Index {
    /// Opens the index of a store with `count` things.
    ///
    /// # Errors
    /// A section is missing or makes no sense.
    pub fn open(store: &Store, count: u32) -> Result<Index, StoreError> {
        let words = SectionBytes(store.section("names.words")?);
        let words = fst::Map::new(words)
            .map_err(|e| store.corrupt("names.words", format!("is no dictionary ({e})")))?;
        let index = Index {
            words,
            postings: store.section("names.postings")?,
            hashes: store.section("identifiers.hash")?,
            things: store.section("identifiers.thing")?,
            count,
        };
        if index.hashes.array::<u64>()?.len() != index.things.array::<u32>()?.len() {
            return Err(store.corrupt("identifiers.thing", "does not fit its hashes".into()));
        }
        Ok(index)
    }

    /// The things that have exactly this folded word.
    #[must_use]
    pub fn word(&self, word: &str) -> Matches {
        let things = self.words.get(word).map_or_else(Vec::new, |at| self.posting(at));
        self.matches(things)
    }

    /// The things that have a word beginning so. Very common beginnings are cut off after
    /// fifty words.
    #[must_use]
    pub fn prefix(&self, prefix: &str) -> Matches {
        use fst::Automaton;
        let automaton = fst::automaton::Str::new(prefix).starts_with();
        let mut stream = self.words.search(automaton).into_stream();
        let mut things = Vec::new();
        for _ in 0..PREFIX_WORDS_MAX {
            let Some((_, at)) = stream.next() else { break };
            things.extend(self.posting(at));
        }
        things.sort_unstable();
        things.dedup();
        self.matches(things)
    }

    fn matches(&self, things: Vec<u32>) -> Matches {
        let share = (f64::from(self.count) + 1.0) / (things.len() as f64 + 0.5);
        Matches { things, weight: share.ln().max(0.01) }
    }

    fn posting(&self, at: u64) -> Vec<u32> {
        let mut bytes = usize::try_from(at)
            .ok()
            .and_then(|at| self.postings.bytes().get(at..))
            .unwrap_or_default();
        let count = take_varint(&mut bytes).unwrap_or(0).min(u64::from(self.count));
        let mut things = Vec::new();
        let mut thing = 0u64;
        for _ in 0..count {
            let Some(step) = take_varint(&mut bytes) else { break };
            thing = thing.saturating_add(step);
            if thing >= u64::from(self.count) {
                break;
            }
            things.push(thing as u32);
        }
        things
    }

    /// Candidates that carry an identifier, whatever its punctuation and case.
    #[must_use]
    pub fn identifier(&self, value: &str) -> Vec<u32> {
        let hash = identifier_hash(value);
        let hashes: &[u64] = self.hashes.array().unwrap_or_default();
        let things: &[u32] = self.things.array().unwrap_or_default();
        let from = hashes.partition_point(|&h| h < hash);
        let same = hashes[from..].iter().take_while(|&&h| h == hash).count();
        things.get(from..from + same).unwrap_or_default().to_vec()
    }

    /// Checks that every posting can be read and names things that are there.
    ///
    /// # Errors
    /// The first contradiction.
    pub fn verify(&self, store: &Store) -> Result<(), StoreError> {
        let mut stream = self.words.stream();
        while let Some((_, at)) = stream.next() {
            let mut bytes = usize::try_from(at)
                .ok()
                .and_then(|at| self.postings.bytes().get(at..))
                .unwrap_or_default();
            let declared = take_varint(&mut bytes).unwrap_or(0);
            let things = self.posting(at);
            if declared == 0 || things.len() as u64 != declared || !things.is_sorted() {
                return Err(store.corrupt("names.postings", "has a posting that is broken".into()));
            }
        }
        if self.things.array::<u32>()?.iter().any(|&t| t >= self.count)
            || !self.hashes.array::<u64>()?.is_sorted()
        {
            return Err(
                store.corrupt("identifiers.thing", "names things that are not there".into())
            );
        }
        Ok(())
    }
}
