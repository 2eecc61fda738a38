//! Whole registers at once: who ultimately owns every company, and what a list of parties draws in.
//!
//! Bounds here are doubles rounded outward, exact where doubles can be. Where a threshold falls
//! between the two ends only because of rounding, ask [`crate::Problem`] about that company.

mod cascade;
mod sweep;

use std::collections::HashMap;

use cuibono_model::Share;
use rayon::prelude::*;

use crate::interval::{Interval, Threshold, Verdict};
use crate::rat::Rat;

pub use sweep::{Owner, UltimateOwners};

/// One dimension of a whole register, by owned party.
#[derive(Clone, Debug)]
pub struct BulkGraph {
    /// The holders of node `v` are `owners[starts[v]..starts[v + 1]]`.
    pub(crate) starts: Vec<u32>,
    pub(crate) owners: Vec<u32>,
    /// Numbers in `sizes`, parallel to `owners`.
    pub(crate) share: Vec<u32>,
    pub(crate) sizes: Vec<Size>,
    /// Nodes whose listed holders are the whole, sorted.
    pub(crate) complete: Vec<u32>,
    /// What node `v` holds: positions in `owners`, `held[held_starts[v]..held_starts[v + 1]]`.
    pub(crate) held_starts: Vec<u32>,
    pub(crate) held: Vec<Held>,
}

/// One thing held.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    pub(crate) owned: u32,
    pub(crate) share: u32,
}

/// A distinct share with its ends as doubles.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) share: Share,
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Both ends are doubles with few digits, so that their sums and differences are exact.
    pub(crate) is_short: bool,
}

/// Why a register cannot be taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BulkError {
    /// A holding names a node beyond the number of nodes.
    NodeOutOfRange(u32),
    /// More than 4,294,967,295 holdings.
    TooManyHoldings,
}

impl std::fmt::Display for BulkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            BulkError::NodeOutOfRange(node) => {
                write!(f, "a holding names node {node}, which is out of range")
            }
            BulkError::TooManyHoldings => f.write_str("too many holdings for one graph"),
        }
    }
}

impl std::error::Error for BulkError {}

impl BulkGraph {
    /// From (owner, owned, share), in any order. `complete`: nodes whose listed holders are the
    /// whole. Time and memory linear in both.
    ///
    /// # Errors
    /// [`BulkError`] for nodes out of range and for too many holdings.
    pub fn new(
        nodes: u32,
        holdings: &[(u32, u32, Share)],
        complete: &[u32],
    ) -> Result<BulkGraph, BulkError> {
        if u32::try_from(holdings.len()).is_err() {
            return Err(BulkError::TooManyHoldings);
        }
        let far = holdings.iter().map(|h| h.0.max(h.1)).find(|&v| v >= nodes);
        if let Some(node) = far {
            return Err(BulkError::NodeOutOfRange(node));
        }
        let (sizes, share_of) = intern(holdings);
        let count = holdings.len();
        let starts = offsets(nodes, holdings.iter().map(|h| h.1));
        let mut next = starts.clone();
        let (mut owners, mut share) = (vec![0; count], vec![0; count]);
        for (h, &size) in holdings.iter().zip(&share_of) {
            let slot = &mut next[h.1 as usize];
            owners[*slot as usize] = h.0;
            share[*slot as usize] = size;
            *slot += 1;
        }
        let held_starts = offsets(nodes, holdings.iter().map(|h| h.0));
        let mut next = held_starts.clone();
        let mut held = vec![Held { owned: 0, share: 0 }; count];
        for (h, &size) in holdings.iter().zip(&share_of) {
            let slot = &mut next[h.0 as usize];
            held[*slot as usize] = Held { owned: h.1, share: size };
            *slot += 1;
        }
        let mut complete = complete.to_vec();
        complete.sort_unstable();
        Ok(BulkGraph { starts, owners, share, sizes, complete, held_starts, held })
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// How many holdings there are.
    #[must_use]
    pub fn holdings(&self) -> usize {
        self.owners.len()
    }

    pub(crate) fn range(&self, node: u32) -> std::ops::Range<usize> {
        self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize
    }

    pub(crate) fn is_held(&self, node: u32) -> bool {
        !self.range(node).is_empty()
    }

    pub(crate) fn held_by(&self, node: u32) -> &[Held] {
        let v = node as usize;
        &self.held[self.held_starts[v] as usize..self.held_starts[v + 1] as usize]
    }

    pub(crate) fn is_complete(&self, node: u32) -> bool {
        self.complete.binary_search(&node).is_ok()
    }
}

/// Distinct shares, and for each holding which it is.
fn intern(holdings: &[(u32, u32, Share)]) -> (Vec<Size>, Vec<u32>) {
    let mut numbers: HashMap<Share, u32> = HashMap::new();
    let mut sizes = Vec::new();
    let mut last: Option<(Share, u32)> = None;
    let share_of = holdings
        .iter()
        .map(|&(_, _, share)| {
            if let Some((same, number)) = last
                && same == share
            {
                return number;
            }
            let number = *numbers.entry(share).or_insert_with(|| {
                sizes.push(size(share));
                sizes.len() as u32 - 1
            });
            last = Some((share, number));
            number
        })
        .collect();
    (sizes, share_of)
}

fn size(share: Share) -> Size {
    const SHORT: u64 = 1 << 20;
    let is_short = |d: u64| d.is_power_of_two() && d <= SHORT;
    Size {
        share,
        min: Rat::from(share.min).to_f64_down(),
        max: Rat::from(share.max).to_f64_up(),
        is_short: is_short(share.min.denominator()) && is_short(share.max.denominator()),
    }
}

fn offsets(nodes: u32, rows: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut starts = vec![0u32; nodes as usize + 1];
    for row in rows {
        starts[row as usize + 1] += 1;
    }
    for k in 1..starts.len() {
        starts[k] += starts[k - 1];
    }
    starts
}

impl Owner {
    /// Where it stands against a threshold, without fractions where doubles are enough.
    #[must_use]
    pub fn verdict(&self, threshold: Threshold) -> Verdict {
        let line = threshold.value.to_f64();
        if !threshold.value.denominator().is_power_of_two() {
            return self.interval().verdict(threshold);
        }
        let (certain, excluded) = if threshold.is_strict {
            (self.min > line || (self.min == line && self.min_open), self.max <= line)
        } else {
            (self.min >= line, self.max < line || (self.max == line && self.max_open))
        };
        match (certain, excluded) {
            (true, _) => Verdict::Certain,
            (_, true) => Verdict::Excluded,
            _ => Verdict::Possible,
        }
    }

    /// As an interval of fractions; never marked tight, since doubles may have been rounded.
    #[must_use]
    pub fn interval(&self) -> Interval {
        Interval {
            min: Rat::from_f64(self.min),
            max: Rat::from_f64(self.max),
            min_open: self.min_open,
            max_open: self.max_open,
            is_tight: false,
        }
    }
}

/// Counts companies by what is said of their greatest owner at a threshold: for statistics.
impl UltimateOwners<'_> {
    /// (certain, possible, excluded) over all companies: whether somebody meets the threshold.
    #[must_use]
    pub fn count(&self, threshold: Threshold) -> (usize, usize, usize) {
        (0..self.graph().nodes())
            .into_par_iter()
            .filter(|&v| self.graph().is_held(v))
            .map(|v| {
                let verdicts = self.of(v).map(|o| o.verdict(threshold));
                match verdicts.max().unwrap_or(Verdict::Excluded) {
                    Verdict::Certain => (1, 0, 0),
                    Verdict::Possible | Verdict::Inconsistent => (0, 1, 0),
                    Verdict::Excluded => (0, 0, 1),
                }
            })
            .reduce(|| (0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2))
    }
}
