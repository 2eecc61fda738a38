//! Single questions: the share of a set of parties in a subject, and what a subject's blocks can be.

use crate::diagnosis::Dimension;
use crate::interval::{End, Interval};
use crate::problem::Problem;
use crate::reach::{Goal, Reach};

/// One block of a subject as stated and as the other blocks leave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockRange {
    /// Its holders; several hold it jointly.
    pub holders: Vec<u32>,
    /// The holdings that state it: positions in [`Problem::holdings`].
    pub holdings: Vec<u32>,
    /// What the records state.
    pub stated: Interval,
    /// What is left of that when all blocks must fit into one whole (reference, theorem 5).
    pub possible: Interval,
}

impl Problem {
    /// The part of a subject's money that reaches a set of parties, over all chains. Money that
    /// reaches any of them stays. Nothing for a subject that is not in the problem.
    #[must_use]
    pub fn cash_flow(&self, parties: &[u32], subject: u32) -> Interval {
        let Some(target) = self.local(subject) else { return Interval::ZERO };
        let mut reach = Reach::new(self);
        reach.run(Goal { nodes: &self.locals(parties), ..Goal::default() });
        reach.share(target)
    }

    /// The blocks of a subject. Empty when no holder is known.
    #[must_use]
    pub fn blocks(&self, subject: u32, dimension: Dimension) -> Vec<BlockRange> {
        let column = self.local(subject).and_then(|v| self.layer(dimension).column(v));
        let Some(column) = column else { return Vec::new() };
        let interval = |min: &End, max: &End| Interval {
            min: min.value.clone(),
            max: max.value.clone(),
            min_open: min.open,
            max_open: max.open,
            is_tight: true,
        };
        let possible = column.tightened();
        column
            .blocks
            .iter()
            .zip(&possible)
            .map(|(block, (min, max))| BlockRange {
                holders: block.holders.iter().map(|&h| self.nodes[h as usize].id).collect(),
                holdings: block.holdings.clone(),
                stated: interval(&block.min, &block.max),
                possible: interval(min, max),
            })
            .collect()
    }
}
