//! Counter-based randomness: every number is a pure function of (seed, stream, index), so any
//! entity can be recomputed without having been stored. Integers only; it never touches floating
//! point (whose library functions differ between machines) and never keeps global state.

/// What a stream of numbers is for. One tag for each use keeps the streams independent.
#[derive(Clone, Copy, Debug)]
#[repr(u64)]
pub(crate) enum Stream {
    Person = 1,
    Company,
    CompanyName,
    CompanyDates,
    CompanyAddress,
    Block,
    Register,
    Owner,
    Overseas,
    OverseasOwner,
    Body,
    Title,
    TitleCount,
    Record,
    Sanction,
    Ship,
    Agent,
    Permutation,
    Home,
}

/// The finaliser of SplitMix64: a bijection of 64-bit words that mixes every bit.
pub(crate) fn mix(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A short-lived generator started at (seed, stream, index).
#[derive(Clone, Debug)]
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) fn new(seed: u64, stream: Stream, index: u64) -> Rng {
        Rng(mix(mix(seed ^ (stream as u64) << 56).wrapping_add(mix(index))))
    }

    /// The same, with a second index (a slot, a record, a try).
    pub(crate) fn at(seed: u64, stream: Stream, index: u64, slot: u64) -> Rng {
        Rng(mix(Rng::new(seed, stream, index).0 ^ mix(slot ^ 0xA5A5_5A5A_0F0F_F0F0)))
    }

    pub(crate) fn word(&mut self) -> u64 {
        let out = mix(self.0);
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        out
    }

    /// Uniform in `0..bound`; 0 when `bound` is 0.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.word()) * u128::from(bound)) >> 64) as u64
    }

    /// Uniform in `low..=high`.
    pub(crate) fn range(&mut self, low: i64, high: i64) -> i64 {
        if high <= low {
            return low;
        }
        low + self.below((high - low) as u64 + 1) as i64
    }

    /// True `parts` times in 10,000.
    pub(crate) fn chance(&mut self, parts: u64) -> bool {
        self.below(10_000) < parts
    }

    pub(crate) fn pick<'a, T>(&mut self, table: &'a [T]) -> &'a T {
        &table[self.below(table.len() as u64) as usize]
    }

    /// A word of a short list.
    pub(crate) fn one(&mut self, table: &[&'static str]) -> &'static str {
        table[self.below(table.len() as u64) as usize]
    }

    /// Like `one`, with the front of the table much more frequent: common names come first.
    pub(crate) fn pick_skewed(&mut self, table: &[&'static str]) -> &'static str {
        let n = table.len() as u64;
        let at = self.below(n) * self.below(n) / n;
        table[at as usize]
    }

    /// An entry by weight. The weights must not all be zero.
    pub(crate) fn weighted<T: Copy>(&mut self, table: &[(T, u32)]) -> T {
        let total: u64 = table.iter().map(|(_, w)| u64::from(*w)).sum();
        let mut left = self.below(total);
        for (value, weight) in table {
            if left < u64::from(*weight) {
                return *value;
            }
            left -= u64::from(*weight);
        }
        table[table.len() - 1].0
    }
}

/// A permutation of `0..size` that needs no table: a four-round Feistel network over the next
/// power of four, walked until it lands inside.
#[derive(Clone, Debug)]
pub(crate) struct Permutation {
    size: u64,
    half: u32,
    keys: [u64; 4],
}

impl Permutation {
    pub(crate) fn new(seed: u64, purpose: u64, size: u64) -> Permutation {
        let mut half = 1;
        while 1u64 << (2 * half) < size {
            half += 1;
        }
        let mut rng = Rng::new(seed, Stream::Permutation, purpose);
        Permutation { size, half, keys: [rng.word(), rng.word(), rng.word(), rng.word()] }
    }

    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Where `index` goes. `index` must be below the size.
    pub(crate) fn apply(&self, index: u64) -> u64 {
        debug_assert!(index < self.size);
        let mask = (1u64 << self.half) - 1;
        let mut at = index;
        loop {
            let (mut left, mut right) = (at >> self.half, at & mask);
            for key in self.keys {
                (left, right) = (right, left ^ (mix(right ^ key) & mask));
            }
            at = left << self.half | right;
            if at < self.size {
                return at;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permutation_visits_everything_once() {
        for size in [1, 2, 3, 7, 64, 1000, 4097] {
            let p = Permutation::new(9, 1, size);
            let mut seen = vec![false; size as usize];
            for i in 0..size {
                let at = p.apply(i) as usize;
                assert!(!seen[at], "{size}: {at} twice");
                seen[at] = true;
            }
            assert!(seen.iter().all(|s| *s));
            assert_eq!(p.size(), size);
        }
    }

    #[test]
    fn streams_and_slots_differ() {
        let a = Rng::at(1, Stream::Person, 5, 0).word();
        assert_ne!(a, Rng::at(1, Stream::Person, 5, 1).word());
        assert_ne!(a, Rng::at(1, Stream::Company, 5, 0).word());
        assert_ne!(a, Rng::at(2, Stream::Person, 5, 0).word());
        assert_eq!(a, Rng::at(1, Stream::Person, 5, 0).word());
    }

    #[test]
    fn weights_are_respected() {
        let mut rng = Rng::new(3, Stream::Block, 0);
        let hits = (0..10_000).filter(|_| rng.weighted(&[(true, 3), (false, 1)])).count();
        assert!((7_200..7_800).contains(&hits), "{hits}");
    }
}
