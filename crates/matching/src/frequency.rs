//! How often words stand in the names of a data set, so that sharing a rare one counts for more than
//! sharing a common one. Built from the data by whoever has it; without it the word lists decide.

use cuibono_text::{Words, hash_word};
use std::collections::HashMap;

/// Counts of words over many names.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    counts: HashMap<u64, u32>,
    names: u64,
}

impl Frequencies {
    /// Counts nothing yet.
    #[must_use]
    pub fn new() -> Frequencies {
        Frequencies::default()
    }

    /// Counts the words of one more name, each once.
    pub fn add(&mut self, name: &str) {
        let words = Words::split(name);
        let mut seen: Vec<u64> =
            words.as_slice().iter().map(|w| hash_word(words.form(w))).collect();
        seen.sort_unstable();
        seen.dedup();
        for hash in seen {
            let count = self.counts.entry(hash).or_default();
            *count = count.saturating_add(1);
        }
        self.names += 1;
    }

    /// How many names have been counted.
    #[must_use]
    pub fn names(&self) -> u64 {
        self.names
    }

    /// Forgets words seen fewer than `least` times: they are rare either way, and most of the memory.
    pub fn prune(&mut self, least: u32) {
        self.counts.retain(|_, count| *count >= least);
    }

    /// How many bits of surprise a word carries, from 0 for one in every name; `None` before enough
    /// names have been counted to say.
    #[must_use]
    pub fn bits(&self, hash: u64) -> Option<f32> {
        if self.names < 1_000 {
            return None;
        }
        let count = self.counts.get(&hash).copied().unwrap_or(0).max(1);
        Some((self.names as f32 / count as f32).log2().max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_carry_more_bits() {
        let mut counts = Frequencies::new();
        for i in 0..2_000 {
            counts.add(if i % 2 == 0 { "Ivan Zorin" } else { "Pavel Kvitka" });
        }
        counts.add("Xenophon");
        let bits = |word: &str| counts.bits(hash_word(word)).expect("enough names");
        assert!(bits("ivan") < 1.1 && bits("xenophon") > 10.0 && bits("unseen") > 10.0);
        assert_eq!(Frequencies::new().bits(1), None);
    }
}
