//! XXH3 over blocks of 1 MiB and then over their sums, so that writing streams and checking runs on
//! every core. It finds accidents; it does not resist somebody who forges both bytes and sums.

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

const BLOCK_BYTES: usize = 1 << 20;

/// The checksum of a section.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Checksum(pub u128);

impl Checksum {
    /// The checksum of bytes at hand, on all cores.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Checksum {
        let sums: Vec<u128> = bytes.par_chunks(BLOCK_BYTES).map(xxh3_128).collect();
        let mut whole = Xxh3::new();
        for sum in sums {
            whole.update(&sum.to_le_bytes());
        }
        whole.update(&(bytes.len() as u64).to_le_bytes());
        Checksum(whole.digest128())
    }
}

impl std::fmt::Display for Checksum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// The same checksum computed while bytes are written.
pub(crate) struct Running {
    block: Xxh3,
    in_block: usize,
    whole: Xxh3,
    length: u64,
}

impl Running {
    pub(crate) fn new() -> Running {
        Running { block: Xxh3::new(), in_block: 0, whole: Xxh3::new(), length: 0 }
    }

    pub(crate) fn update(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len() as u64;
        while !bytes.is_empty() {
            let room = BLOCK_BYTES - self.in_block;
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.block.update(now);
            self.in_block += now.len();
            bytes = later;
            if self.in_block == BLOCK_BYTES {
                self.end_block();
            }
        }
    }

    fn end_block(&mut self) {
        self.whole.update(&self.block.digest128().to_le_bytes());
        self.block.reset();
        self.in_block = 0;
    }

    pub(crate) fn finish(mut self) -> (u64, Checksum) {
        if self.in_block > 0 {
            self.end_block();
        }
        self.whole.update(&self.length.to_le_bytes());
        (self.length, Checksum(self.whole.digest128()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn streaming_and_whole_agree(length in 0usize..(3 << 20), step in 1usize..(1 << 21)) {
            let bytes: Vec<u8> = (0..length).map(|i| (i * 31 % 251) as u8).collect();
            let mut running = Running::new();
            bytes.chunks(step).for_each(|chunk| running.update(chunk));
            prop_assert_eq!(running.finish(), (length as u64, Checksum::of(&bytes)));
        }
    }
}
