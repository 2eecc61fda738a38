//! The most telling chains of holdings from an owner down to a subject.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::interval::{End, Interval};
use crate::problem::{Layer, Problem};
use crate::rat::Rat;
use crate::reach::BITS;

/// One chain of holdings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chain {
    /// The parties, the owner first, the subject last: [`crate::Node::id`]s.
    pub nodes: Vec<u32>,
    /// For each step the holdings that state its block: positions in [`Problem::holdings`].
    pub steps: Vec<Vec<u32>>,
    /// The product of the shares along it. Chains do not in general add up to the integrated share:
    /// where there are loops, money also runs through chains that pass a party twice.
    pub share: Interval,
}

/// By which product chains are ranked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Rank {
    /// The middles of the intervals.
    #[default]
    Middle,
    /// The lower ends: what is certain.
    Least,
    /// The upper ends: what is possible.
    Greatest,
}

impl Problem {
    /// The `most` chains with the greatest products, no party twice in one; ties by length, then by
    /// the parties. Stops after `work` steps, so that dense graphs cost bounded time; the flag says
    /// whether it did.
    #[must_use]
    pub fn chains(
        &self,
        owner: u32,
        subject: u32,
        most: usize,
        rank: Rank,
        work: usize,
    ) -> (Vec<Chain>, bool) {
        let (Some(from), Some(to)) = (self.local(owner), self.local(subject)) else {
            return (Vec::new(), false);
        };
        let weights = Weights { layer: &self.money, rank };
        let best = weights.best_to(to, self.nodes.len());
        let mut heap = BinaryHeap::new();
        if let Some(ahead) = &best[from as usize] {
            heap.push(Partial::start(from, ahead.clone()));
        }
        let mut chains = Vec::new();
        let mut left = work;
        while let Some(partial) = heap.pop() {
            if chains.len() >= most {
                break;
            }
            let Some(rest) = left.checked_sub(1) else { return (chains, true) };
            left = rest;
            let v = partial.last();
            if v == to && partial.nodes.len() > 1 {
                chains.push(self.chain(&partial));
                continue;
            }
            for (w, block) in self.money.holdings(v) {
                let Some(ahead) = &best[w as usize] else { continue };
                if partial.nodes.contains(&w) {
                    continue;
                }
                let weight = weights.of(w, block);
                if weight.is_positive() {
                    heap.push(partial.extended(w, block, &weight, ahead));
                }
            }
        }
        (chains, false)
    }

    fn chain(&self, partial: &Partial) -> Chain {
        let mut share = Interval::ONE;
        let mut steps = Vec::new();
        for (&w, &block) in partial.nodes[1..].iter().zip(&partial.blocks) {
            let Some(column) = self.money.column(w) else { continue };
            let block = &column.blocks[block as usize];
            let is_shared = block.holders.len() > 1 || block.for_unnamed;
            let min = if is_shared { &End::ZERO } else { &block.min };
            share = times(&share, min, &block.max);
            steps.push(block.holdings.clone());
        }
        let nodes = partial.nodes.iter().map(|&v| self.nodes[v as usize].id).collect();
        Chain { nodes, steps, share }
    }
}

/// The product with one more step. A product of nothing with an excluded end is exactly nothing.
pub(crate) fn times(share: &Interval, min: &End, max: &End) -> Interval {
    let (low, low_rounded) = (&share.min * &min.value).rounded_down(BITS);
    let (high, high_rounded) = (&share.max * &max.value).rounded_up(BITS);
    let certainly_nothing =
        (share.min.is_zero() && !share.min_open) || (min.value.is_zero() && !min.open);
    Interval {
        min_open: !certainly_nothing && (share.min_open || min.open),
        max_open: share.max_open || max.open,
        min: low,
        max: high,
        is_tight: share.is_tight && !low_rounded && !high_rounded,
    }
}

struct Weights<'a> {
    layer: &'a Layer,
    rank: Rank,
}

impl Weights<'_> {
    fn of(&self, owned: u32, block: u32) -> Rat {
        let Some(column) = self.layer.column(owned) else { return Rat::ZERO };
        let (lo, hi) = column.end_of(block);
        match self.rank {
            Rank::Least => lo.value.clone(),
            Rank::Greatest => hi.value.clone(),
            Rank::Middle => (&lo.value + &hi.value) * Rat::new(1, 2).unwrap_or(Rat::ONE),
        }
    }

    /// The greatest product from every node down to `to` (Dijkstra upward), which tells a search
    /// from above how good its continuation can be.
    fn best_to(&self, to: u32, nodes: usize) -> Vec<Option<Rat>> {
        let mut best: Vec<Option<Rat>> = vec![None; nodes];
        let mut heap = BinaryHeap::from([(Rat::ONE, to)]);
        while let Some((product, v)) = heap.pop() {
            if best[v as usize].is_some() {
                continue;
            }
            best[v as usize] = Some(product.clone());
            let Some(column) = self.layer.column(v) else { continue };
            for (k, block) in column.blocks.iter().enumerate() {
                let weight = self.of(v, k as u32);
                if !weight.is_positive() {
                    continue;
                }
                let (product, _) = (&product * &weight).rounded_up(BITS);
                for &holder in &block.holders {
                    if best[holder as usize].is_none() {
                        heap.push((product.clone(), holder));
                    }
                }
            }
        }
        best
    }
}

/// A chain on its way down, ordered by the best product it can still reach.
#[derive(PartialEq, Eq)]
struct Partial {
    promise: Rat,
    product: Rat,
    nodes: Vec<u32>,
    blocks: Vec<u32>,
}

impl Partial {
    fn start(from: u32, promise: Rat) -> Partial {
        Partial { promise, product: Rat::ONE, nodes: vec![from], blocks: Vec::new() }
    }

    fn last(&self) -> u32 {
        self.nodes.last().copied().unwrap_or_default()
    }

    fn extended(&self, node: u32, block: u32, weight: &Rat, ahead: &Rat) -> Partial {
        let (product, _) = (&self.product * weight).rounded_up(BITS);
        let mut nodes = self.nodes.clone();
        nodes.push(node);
        let mut blocks = self.blocks.clone();
        blocks.push(block);
        Partial { promise: &product * ahead, product, nodes, blocks }
    }
}

impl Ord for Partial {
    fn cmp(&self, other: &Partial) -> Ordering {
        let length = other.nodes.len().cmp(&self.nodes.len());
        self.promise.cmp(&other.promise).then(length).then_with(|| other.nodes.cmp(&self.nodes))
    }
}

impl PartialOrd for Partial {
    fn partial_cmp(&self, other: &Partial) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
