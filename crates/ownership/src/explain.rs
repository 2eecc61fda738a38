//! The arithmetic of an answer, step by step, so that it can be followed by hand.

use crate::diagnosis::Dimension;
use crate::interval::{End, Interval};
use crate::paths::{Chain, Rank};
use crate::problem::{Activity, Problem};
use crate::rat::Rat;

/// Why a step counts with another size than its record states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Adjustment {
    /// The other blocks of the subject leave no more room: they take at least so much.
    OthersTake(Rat),
    /// The listed holders are the whole, and the others can have at most so much.
    OthersCanTakeOnly(Rat),
    /// The block is held jointly, so the holder's part of its money may be nothing.
    HeldJointly,
    /// The block is held for somebody unnamed, who may receive its money.
    HeldForUnnamed,
    /// Its dates leave open whether it held on that day.
    MayNotHold,
    /// The statements about the subject contradict each other; blocks may overlap.
    MayOverlap,
}

/// One step of a chain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hop {
    /// The holder's [`crate::Node::id`].
    pub owner: u32,
    /// The subject's.
    pub owned: u32,
    /// The holdings that state the block: positions in [`Problem::holdings`].
    pub holdings: Vec<u32>,
    /// What they state.
    pub stated: Interval,
    /// What is used.
    pub used: Interval,
    /// Why the two differ.
    pub adjustments: Vec<Adjustment>,
}

/// One chain with its product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExplainedChain {
    /// Its steps, from the owner down.
    pub hops: Vec<Hop>,
    /// The product of what is used.
    pub product: Interval,
}

/// Why the chains do not simply add up to the result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Difference {
    /// There are more chains than shown.
    MoreChains,
    /// These own each other in a ring, so money also runs through chains that pass a party twice.
    Ring(Vec<u32>),
    /// Chains compete for the same whole: not all of their greatest sizes are possible together.
    Competition,
    /// Holders known to be the whole push each other up.
    Completeness,
}

/// How a cash-flow share comes about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// The chains, the most telling first.
    pub chains: Vec<ExplainedChain>,
    /// The sum of their products, at most the whole.
    pub sum: Interval,
    /// The result.
    pub result: Interval,
    /// Why the two differ; empty when they do not.
    pub differences: Vec<Difference>,
}

impl Problem {
    /// Explains the cash-flow share of a party in a subject by at most `most` chains.
    #[must_use]
    pub fn explain(&self, party: u32, subject: u32, most: usize) -> Explanation {
        const WORK: usize = 20_000;
        let (chains, is_cut) = self.chains(party, subject, most + 1, Rank::Middle, WORK);
        let more = is_cut || chains.len() > most;
        let chains: Vec<ExplainedChain> =
            chains.iter().take(most).map(|c| self.explain_chain(c)).collect();
        let result = self.cash_flow(&[party], subject);
        let mut sum = Interval::ZERO;
        for chain in &chains {
            let product = &chain.product;
            sum.min_open |= product.min_open;
            sum.min = &sum.min + &product.min;
            sum.max_open |= product.max_open;
            sum.max = &sum.max + &product.max;
        }
        if sum.max > Rat::ONE {
            (sum.max, sum.max_open) = (Rat::ONE, false);
        }
        if sum.min > Rat::ONE {
            (sum.min, sum.min_open) = (Rat::ONE, false);
        }
        let differences = self.differences(party, subject, &sum, &result, more);
        Explanation { chains, sum, result, differences }
    }

    fn explain_chain(&self, chain: &Chain) -> ExplainedChain {
        let mut product = Interval::ONE;
        let mut hops = Vec::new();
        for (pair, holdings) in chain.nodes.windows(2).zip(&chain.steps) {
            let hop = self.hop(pair[0], pair[1], holdings);
            let end = |value: &Rat, open| End { value: value.clone(), open };
            let (used, min_open, max_open) = (&hop.used, hop.used.min_open, hop.used.max_open);
            product =
                crate::paths::times(&product, &end(&used.min, min_open), &end(&used.max, max_open));
            hops.push(hop);
        }
        ExplainedChain { hops, product }
    }

    fn hop(&self, owner: u32, owned: u32, holdings: &[u32]) -> Hop {
        let ranges = self.blocks(owned, Dimension::Money);
        let range = ranges.iter().find(|b| b.holdings == holdings);
        let first = holdings.first().map(|&h| &self.holdings[h as usize]);
        let stated = first.map_or(Interval::UNKNOWN, |h| Interval::from(h.share));
        let Some(range) = range else {
            let used = stated.clone();
            return Hop {
                owner,
                owned,
                holdings: holdings.to_vec(),
                stated,
                used,
                adjustments: Vec::new(),
            };
        };
        let mut used = range.possible.clone();
        let mut adjustments = Vec::new();
        let column = self.local(owned).and_then(|v| self.money.column(v));
        let overlaps = column.is_some_and(|c| !c.stated_min.is_empty());
        let block = column.and_then(|c| c.blocks.iter().find(|b| b.holdings == holdings));
        if overlaps {
            adjustments.push(Adjustment::MayOverlap);
            used = range.stated.clone();
        } else {
            if range.possible.max < range.stated.max
                || (range.possible.max_open && !range.stated.max_open)
            {
                adjustments.push(Adjustment::OthersTake(range.possible.max.complement()));
            }
            if range.possible.min > range.stated.min
                || (range.possible.min_open && !range.stated.min_open)
            {
                adjustments.push(Adjustment::OthersCanTakeOnly(range.possible.min.complement()));
            }
        }
        if holdings.iter().any(|&h| self.holdings[h as usize].activity == Activity::Possible) {
            adjustments.push(Adjustment::MayNotHold);
        }
        if let Some(block) = block {
            if block.holders.len() > 1 {
                adjustments.push(Adjustment::HeldJointly);
            }
            if block.for_unnamed {
                adjustments.push(Adjustment::HeldForUnnamed);
            }
            if block.holders.len() > 1 || block.for_unnamed {
                (used.min, used.min_open) = (Rat::ZERO, false);
            }
        }
        Hop { owner, owned, holdings: holdings.to_vec(), stated, used, adjustments }
    }

    fn differences(
        &self,
        party: u32,
        subject: u32,
        sum: &Interval,
        result: &Interval,
        more: bool,
    ) -> Vec<Difference> {
        let mut differences = Vec::new();
        if more {
            differences.push(Difference::MoreChains);
        }
        let same_min = (&sum.min, sum.min_open) == (&result.min, result.min_open);
        let same_max = (&sum.max, sum.max_open) == (&result.max, result.max_open);
        if same_min && same_max {
            return differences;
        }
        for ring in self.rings_between(party, subject) {
            differences.push(Difference::Ring(ring));
        }
        if result.max < sum.max || (!same_max && result.max == sum.max && result.max_open) {
            differences.push(Difference::Competition);
        }
        let has_complete = self.nodes.iter().any(|n| n.is_complete);
        if has_complete && result.min > sum.min {
            differences.push(Difference::Completeness);
        }
        differences
    }

    /// Rings of money between a party and a subject; one through the party itself does not count.
    fn rings_between(&self, party: u32, subject: u32) -> Vec<Vec<u32>> {
        let (Some(from), Some(to)) = (self.local(party), self.local(subject)) else {
            return Vec::new();
        };
        let layer = &self.money;
        let mut below = vec![false; self.nodes.len()];
        let mut work = vec![from];
        while let Some(v) = work.pop() {
            for &w in layer.held.row(v) {
                if w != from && !std::mem::replace(&mut below[w as usize], true) {
                    work.push(w);
                }
            }
        }
        let above = self.above(to);
        let mut between: Vec<(u32, u32)> = above
            .into_iter()
            .filter(|&v| below[v as usize])
            .map(|v| (layer.component[v as usize], v))
            .collect();
        between.sort_unstable();
        between
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|g| g.len() > 1 || layer.held.row(g[0].1).contains(&g[0].1))
            .map(|g| g.iter().map(|&(_, v)| self.nodes[v as usize].id).collect())
            .collect()
    }
}
