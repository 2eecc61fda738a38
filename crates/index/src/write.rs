//! Building the index.

use cuibono_model::fragment::put_varint;
use cuibono_store::{StoreError, StoreWriter};
use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHashMap;

use crate::identifier_hash;

/// The words and identifiers of one part of the things, collected where they are grouped.
#[derive(Default, Debug)]
pub struct LocalWords {
    words: FxHashMap<String, u32>,
    /// (word, thing), the word as numbered in this part.
    pairs: Vec<(u32, u32)>,
    identifiers: Vec<(u64, u32)>,
}

impl LocalWords {
    /// Adds a name of a thing, numbered within this part.
    pub fn name(&mut self, thing: u32, name: &str) {
        for word in cuibono_text::index_tokens(name) {
            // A word of that length is an accident of the data and would bloat the dictionary.
            if word.len() > 64 {
                continue;
            }
            let next = self.words.len() as u32;
            let number = *self.words.entry(word).or_insert(next);
            self.pairs.push((number, thing));
        }
    }

    /// Adds an identifier of a thing.
    pub fn identifier(&mut self, thing: u32, value: &str) {
        self.identifiers.push((identifier_hash(value), thing));
    }
}

/// Joins the parts and writes the sections.
#[derive(Default)]
pub struct IndexWriter {
    words: FxHashMap<String, u32>,
    pairs: Vec<(u32, u32)>,
    identifiers: Vec<(u64, u32)>,
}

impl IndexWriter {
    /// Adds a part whose first thing has the number `first`.
    pub fn append(&mut self, first: u32, part: LocalWords) {
        let mut renumber = vec![0u32; part.words.len()];
        for (word, local) in part.words {
            let next = self.words.len() as u32;
            renumber[local as usize] = *self.words.entry(word).or_insert(next);
        }
        let pairs = part.pairs.into_iter();
        self.pairs.extend(pairs.map(|(word, thing)| (renumber[word as usize], first + thing)));
        let identifiers = part.identifiers.into_iter();
        self.identifiers.extend(identifiers.map(|(hash, thing)| (hash, first + thing)));
    }

    /// Adds an identifier of a thing of any part.
    pub fn identifier(&mut self, thing: u32, value: &str) {
        self.identifiers.push((identifier_hash(value), thing));
    }

    /// Writes the sections.
    ///
    /// # Errors
    /// The disk is full or gone.
    pub fn finish(mut self, store: &mut StoreWriter) -> Result<(), StoreError> {
        let mut words: Vec<(String, u32)> = self.words.into_iter().collect();
        words.sort_unstable();
        let mut order = vec![0u32; words.len()];
        for (place, (_, provisional)) in words.iter().enumerate() {
            order[*provisional as usize] = place as u32;
        }
        for pair in &mut self.pairs {
            pair.0 = order[pair.0 as usize];
        }
        self.pairs.par_sort_unstable();
        self.pairs.dedup();

        let mut postings = Vec::new();
        let (mut text, mut starts, mut places) = (Vec::new(), vec![0u64], Vec::new());
        let mut groups = self.pairs.chunk_by(|a, b| a.0 == b.0);
        for (word, _) in &words {
            let Some(group) = groups.next() else { break };
            text.extend_from_slice(word.as_bytes());
            starts.push(text.len() as u64);
            places.push(postings.len() as u64);
            put_varint(&mut postings, group.len() as u64);
            let mut before = 0;
            for &(_, thing) in group {
                put_varint(&mut postings, u64::from(thing - before));
                before = thing;
            }
        }
        store.write("names.words", &text)?;
        store.write("names.word_starts", &bytes_u64(&starts))?;
        store.write("names.word_postings", &bytes_u64(&places))?;
        store.write("names.postings", &postings)?;

        self.identifiers.sort_unstable();
        self.identifiers.dedup();
        let hashes: Vec<u8> = self.identifiers.iter().flat_map(|(h, _)| h.to_le_bytes()).collect();
        let things: Vec<u8> = self.identifiers.iter().flat_map(|(_, t)| t.to_le_bytes()).collect();
        store.write("identifiers.hash", &hashes)?;
        store.write("identifiers.thing", &things)
    }
}

fn bytes_u64(values: &[u64]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}
