//! What connects two parties: ways through any relationships, up or down.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap, HashSet};

use cuibono_graph::Edge;
use cuibono_model::PartyClass;

use crate::QueryError;
use crate::captions::Lang;
use crate::chains::{Link, Parties, product};
use crate::snapshot::Snapshot;
use crate::view::{ChainView, PartyView};

/// Ways between two parties.
#[derive(Clone, PartialEq, Debug)]
pub struct PathsView {
    /// From.
    pub from: PartyView,
    /// To.
    pub to: PartyView,
    /// The ways, the most telling first.
    pub paths: Vec<ChainView>,
    /// The search stopped before it had seen everything.
    pub is_cut: bool,
}

/// Steps of the longest way.
const LENGTH_MAX: usize = 24;
/// Partial ways looked at.
const EXPANSIONS_MAX: usize = 100_000;
/// Relationships of one party that are followed in one direction.
const FANOUT_MAX: usize = 5_000;

struct Partial {
    cost: f64,
    node: u32,
    /// Index of the partial way it continues, and its last step.
    before: Option<(usize, Edge, bool)>,
    length: usize,
}

struct Waiting {
    cost: f64,
    number: usize,
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Waiting) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Waiting) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    fn cmp(&self, other: &Waiting) -> Ordering {
        other.cost.total_cmp(&self.cost).then_with(|| other.number.cmp(&self.number))
    }
}

impl Snapshot {
    /// Up to `max` ways between two things, through relationships of any kind and date. A step over
    /// a party with many relationships costs more, since sharing a hub says little; parties that
    /// the registers do not name connect nobody.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn paths(
        &self,
        from: u32,
        to: u32,
        max: usize,
        lang: Lang,
    ) -> Result<PathsView, QueryError> {
        let mut parties = Parties::new(lang);
        let mut partials = vec![Partial { cost: 0.0, node: from, before: None, length: 0 }];
        let mut heap = BinaryHeap::from([Waiting { cost: 0.0, number: 0 }]);
        let mut visits: HashMap<u32, usize> = HashMap::new();
        let mut found = Vec::new();
        let mut is_cut = false;
        while let Some(Waiting { number, .. }) = heap.pop() {
            let (node, cost, length) =
                (partials[number].node, partials[number].cost, partials[number].length);
            if node == to && length > 0 {
                found.push(number);
                if found.len() >= max {
                    break;
                }
                continue;
            }
            let visited = visits.entry(node).or_default();
            *visited += 1;
            if *visited > max.max(1) {
                continue;
            }
            if partials.len() > EXPANSIONS_MAX || length >= LENGTH_MAX {
                is_cut = true;
                continue;
            }
            let upward = self.graph.holders_of(node).take(FANOUT_MAX).map(|e| (e, false, e.holder));
            let downward = self.graph.held_by(node).take(FANOUT_MAX).map(|e| (e, true, e.subject));
            let mut steps: Vec<(Edge, bool, u32)> = upward.chain(downward).collect();
            let (above, below) = self.graph.degree(node);
            if above.max(below) as usize > FANOUT_MAX {
                // Not all of a hub is looked at, but what it has with the other end is.
                is_cut = true;
                let known: HashSet<u32> = steps.iter().map(|(edge, ..)| edge.number).collect();
                let up = self.graph.holders_of(to).take(FANOUT_MAX).map(|e| (e, true, e.holder));
                let down = self.graph.held_by(to).take(FANOUT_MAX).map(|e| (e, false, e.subject));
                let last =
                    up.chain(down).filter(|(e, _, far)| *far == node && !known.contains(&e.number));
                steps.extend(last.map(|(edge, is_downward, _)| (edge, is_downward, to)));
            }
            for (edge, is_downward, next) in steps {
                if next == node || self.is_on(&partials, number, next) {
                    continue;
                }
                let class = self.graph.party(next).class;
                if next != to && matches!(class, PartyClass::Unspecified | PartyClass::Protected) {
                    continue;
                }
                let (above, below) = self.graph.degree(next);
                let hub = if next == to { 0.0 } else { f64::from(above + below).ln_1p() * 0.5 };
                let over = if edge.end.is_some() { 0.5 } else { 0.0 };
                let cost = cost + 1.0 + hub + over;
                partials.push(Partial {
                    cost,
                    node: next,
                    before: Some((number, edge, is_downward)),
                    length: length + 1,
                });
                heap.push(Waiting { cost, number: partials.len() - 1 });
            }
        }
        let mut paths = Vec::new();
        for number in found {
            let mut steps = Vec::new();
            let mut at = number;
            while let Some((before, edge, is_downward)) = partials[at].before {
                steps.push((edge, is_downward));
                at = before;
            }
            steps.reverse();
            let links: Vec<Link> = steps.iter().map(|(edge, _)| self.link(*edge)).collect();
            let is_one_way = steps.windows(2).all(|pair| pair[0].1 == pair[1].1);
            let hops = steps
                .iter()
                .map(|(edge, is_downward)| self.hop(*edge, *is_downward, &mut parties))
                .collect::<Result<_, _>>()?;
            paths.push(ChainView { hops, share: product(&links).filter(|_| is_one_way) });
        }
        Ok(PathsView { from: parties.get(self, from)?, to: parties.get(self, to)?, paths, is_cut })
    }

    fn is_on(&self, partials: &[Partial], mut at: usize, node: u32) -> bool {
        loop {
            if partials[at].node == node {
                return true;
            }
            match partials[at].before {
                Some((before, ..)) => at = before,
                None => return false,
            }
        }
    }
}
