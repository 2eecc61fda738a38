//! Asking the index.

use cuibono_model::fragment::take_varint;
use cuibono_store::{Section, Store, StoreError};

use crate::identifier_hash;

/// An open index.
#[derive(Debug)]
pub struct Index {
    words: Words,
    postings: Section,
    hashes: Section,
    things: Section,
    count: u32,
}

/// The dictionary: words in the order of their bytes, each with the place of its posting. Every
/// number in it is checked where it is used, so that a senseless one finds nothing.
#[derive(Debug)]
struct Words {
    text: Section,
    /// Where each word starts, with the end behind the last.
    starts: Section,
    /// Where the posting of each word starts.
    postings: Section,
}

impl Words {
    fn open(store: &Store) -> Result<Words, StoreError> {
        let words = Words {
            text: store.section("names.words")?,
            starts: store.section("names.word_starts")?,
            postings: store.section("names.word_postings")?,
        };
        let (starts, postings) = (words.starts.array::<u64>()?, words.postings.array::<u64>()?);
        if starts.len() != postings.len() + 1
            || starts.last() != Some(&(words.text.bytes().len() as u64))
        {
            return Err(store.corrupt("names.word_starts", "does not fit the words".into()));
        }
        Ok(words)
    }

    fn len(&self) -> usize {
        self.postings.bytes().len() / 8
    }

    /// A word by number; empty for one that makes no sense.
    fn get(&self, number: usize) -> &[u8] {
        let starts: &[u64] = self.starts.array().unwrap_or_default();
        let at = |number: usize| starts.get(number).and_then(|&at| usize::try_from(at).ok());
        match (at(number), at(number + 1)) {
            (Some(start), Some(end)) => self.text.bytes().get(start..end).unwrap_or_default(),
            _ => &[],
        }
    }

    fn posting(&self, number: usize) -> Option<u64> {
        self.postings.array::<u64>().ok()?.get(number).copied()
    }

    /// The number of the first word that is not before `word`.
    fn first_from(&self, word: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
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
        let index = Index {
            words: Words::open(store)?,
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
        let number = self.words.first_from(word.as_bytes());
        let is_there = self.words.get(number) == word.as_bytes();
        let at = self.words.posting(number).filter(|_| is_there && !word.is_empty());
        self.matches(at.map_or_else(Vec::new, |at| self.posting(at)))
    }

    /// The things that have a word beginning so. Very common beginnings are cut off after
    /// fifty words.
    #[must_use]
    pub fn prefix(&self, prefix: &str) -> Matches {
        let first = self.words.first_from(prefix.as_bytes());
        let mut things = Vec::new();
        for number in first..first + PREFIX_WORDS_MAX {
            let Some(at) = self.words.posting(number) else { break };
            if !self.words.get(number).starts_with(prefix.as_bytes()) {
                break;
            }
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
        if !self.words.starts.array::<u64>()?.is_sorted() {
            return Err(store.corrupt("names.word_starts", "is not in order".into()));
        }
        for number in 0..self.words.len() {
            if number > 0 && self.words.get(number - 1) >= self.words.get(number) {
                return Err(store.corrupt("names.words", "is not in order".into()));
            }
            let at = self.words.posting(number).unwrap_or(u64::MAX);
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
