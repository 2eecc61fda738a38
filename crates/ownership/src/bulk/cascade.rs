//! What a list of parties draws in, over a whole register: sparse, linear in what they hold.

use std::collections::{HashMap, HashSet};

use crate::bulk::BulkGraph;
use crate::cascade::Worlds;
use crate::interval::{Threshold, Verdict};
use crate::rat::Rat;

impl BulkGraph {
    /// Everybody drawn in when those in jointly hold enough, in the order of joining, the sources
    /// left out: every world or some world (reference, theorem 6). Sums are kept in fractions, so
    /// exactly one half is exactly one half. A company whose blocks contradict each other counts
    /// by its holders' stated sizes, capped at the whole.
    #[must_use]
    pub fn cascade(&self, sources: &[u32], threshold: Threshold, worlds: Worlds) -> Vec<u32> {
        let mut members: HashSet<u32> = HashSet::with_capacity(sources.len() * 2);
        let mut work: Vec<u32> = Vec::new();
        for &source in sources.iter().filter(|&&s| s < self.nodes()) {
            if members.insert(source) {
                work.push(source);
            }
        }
        let mut joined = Vec::new();
        let mut columns: HashMap<u32, Sums> = HashMap::new();
        while let Some(v) = work.pop() {
            for held in self.held_by(v) {
                if members.contains(&held.owned) {
                    continue;
                }
                let sums = columns.entry(held.owned).or_insert_with(|| self.all(held.owned));
                let share = self.sizes[held.share as usize].share;
                sums.own.add(share, 1);
                if sums.meets(threshold, worlds) {
                    members.insert(held.owned);
                    joined.push(held.owned);
                    work.push(held.owned);
                }
            }
        }
        joined
    }

    /// The sums over all blocks of a company.
    fn all(&self, v: u32) -> Sums {
        let mut all = Total::default();
        for k in self.range(v) {
            all.add(self.sizes[self.share[k] as usize].share, 1);
        }
        Sums { own: Total::default(), all, is_complete: self.is_complete(v) }
    }
}

/// Sums of ends with the number of open ones.
#[derive(Clone, Default)]
struct Total {
    min: Rat,
    max: Rat,
    open_mins: u32,
    open_maxes: u32,
    largest: Rat,
    largest_open: bool,
}

impl Total {
    fn add(&mut self, share: cuibono_model::Share, times: u32) {
        let (min, max) = (Rat::from(share.min), Rat::from(share.max));
        if min > self.largest || (min == self.largest && share.min_open) {
            self.largest = min.clone();
            self.largest_open = share.min_open;
        }
        self.min = &self.min + &min;
        self.max = &self.max + &max;
        self.open_mins += u32::from(share.min_open) * times;
        self.open_maxes += u32::from(share.max_open) * times;
    }
}

struct Sums {
    own: Total,
    all: Total,
    is_complete: bool,
}

impl Sums {
    fn meets(&self, threshold: Threshold, worlds: Worlds) -> bool {
        let limit = Rat::from(threshold.value);
        let contradicts =
            self.all.min > Rat::ONE || (self.all.min == Rat::ONE && self.all.open_mins > 0);
        match worlds {
            Worlds::All if contradicts => {
                let (least, open) = (&self.own.largest, self.own.largest_open);
                *least > limit || (*least == limit && (!threshold.is_strict || open))
            }
            Worlds::All => {
                let own = self.own.min > limit
                    || (self.own.min == limit && (!threshold.is_strict || self.own.open_mins > 0));
                if own || !self.is_complete {
                    return own;
                }
                let needed = (&self.all.max - &self.own.max).complement();
                let open = self.all.open_maxes > self.own.open_maxes;
                needed > limit || (needed == limit && (!threshold.is_strict || open))
            }
            Worlds::Some => {
                let own = self.own.max > limit
                    || (self.own.max == limit && !threshold.is_strict && self.own.open_maxes == 0);
                if contradicts {
                    return own;
                }
                let spare = (&self.all.min - &self.own.min).complement();
                let open = self.all.open_mins > self.own.open_mins;
                own && (spare > limit || (spare == limit && !threshold.is_strict && !open))
            }
        }
    }
}

/// Kept here so that the two ways of counting agree on what a verdict is.
impl BulkGraph {
    /// Whether a party is drawn in: certain, possible or excluded.
    #[must_use]
    pub fn drawn_in(&self, party: u32, sources: &[u32], threshold: Threshold) -> Verdict {
        let is_in = |worlds| self.cascade(sources, threshold, worlds).contains(&party);
        if is_in(Worlds::All) {
            Verdict::Certain
        } else if is_in(Worlds::Some) {
            Verdict::Possible
        } else {
            Verdict::Excluded
        }
    }
}
