//! Cuts the part of a large graph that a question needs, within limits, and says where it stopped.

use std::collections::HashSet;
use std::ops::ControlFlow;

use crate::problem::{Holding, Node};

/// A graph of holdings, whatever keeps it. Holdings that are not active on the day asked about may
/// be left out or passed with [`crate::Activity::No`].
pub trait Graph {
    /// What is known of a party.
    fn node(&self, node: u32) -> Node;
    /// Passes on everything that somebody holds *in* `node`, until told to stop.
    fn holders(&self, node: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>);
    /// Passes on everything that `node` holds in others, until told to stop.
    fn holdings(&self, node: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>);
}

/// How much of the graph one question may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Parties.
    pub nodes: usize,
    /// Holdings.
    pub holdings: usize,
}

impl Default for Limits {
    /// 20,000 parties and 50,000 holdings: far beyond any honest structure.
    fn default() -> Limits {
        Limits { nodes: 20_000, holdings: 50_000 }
    }
}

/// A part of a graph.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its parties, those asked about first, then by distance.
    pub nodes: Vec<Node>,
    /// Its holdings.
    pub holdings: Vec<Holding>,
    /// Parties whose own holders (or holdings) were not, or not all, looked at because a limit was
    /// met. Answers stay sound: what may lie behind them counts as undisclosed.
    pub cut: Vec<u32>,
}

/// Everything above the subjects: their holders, the holders of those, and so on.
#[must_use]
pub fn above(graph: &dyn Graph, subjects: &[u32], limits: Limits) -> Part {
    let mut search = Search::new(graph, limits);
    search.add_all(subjects);
    let mut next = 0;
    while next < search.order.len() {
        let node = search.order[next];
        next += 1;
        search.holders_of(node);
    }
    search.finish()
}

/// Everything below the owners, together with the other holders of what is below: their shares
/// limit each other. Those other holders are not followed upward.
#[must_use]
pub fn below(graph: &dyn Graph, owners: &[u32], limits: Limits) -> Part {
    let mut search = Search::new(graph, limits);
    search.add_all(owners);
    let mut reached: HashSet<u32> = owners.iter().copied().collect();
    let mut order: Vec<u32> = owners.to_vec();
    let mut next = 0;
    while next < order.len() {
        let node = order[next];
        next += 1;
        let mut held = Vec::new();
        let room = limits.nodes.saturating_sub(reached.len());
        graph.holdings(node, &mut |h| {
            if held.len() >= room {
                return ControlFlow::Break(());
            }
            held.push(h.owned);
            ControlFlow::Continue(())
        });
        if held.len() >= room {
            search.cut.insert(node);
        }
        for owned in held {
            if reached.insert(owned) {
                order.push(owned);
            }
        }
    }
    for node in order {
        search.add(node);
        search.holders_of(node);
    }
    search.finish()
}

struct Search<'g> {
    graph: &'g dyn Graph,
    limits: Limits,
    seen: HashSet<u32>,
    order: Vec<u32>,
    holdings: Vec<Holding>,
    cut: HashSet<u32>,
}

impl<'g> Search<'g> {
    fn new(graph: &'g dyn Graph, limits: Limits) -> Search<'g> {
        Search {
            graph,
            limits,
            seen: HashSet::new(),
            order: Vec::new(),
            holdings: Vec::new(),
            cut: HashSet::new(),
        }
    }

    fn add_all(&mut self, nodes: &[u32]) {
        for &node in nodes {
            self.add(node);
        }
    }

    /// Whether there was room for it.
    fn add(&mut self, node: u32) -> bool {
        if self.seen.contains(&node) {
            return true;
        }
        if self.seen.len() >= self.limits.nodes {
            return false;
        }
        self.seen.insert(node);
        self.order.push(node);
        true
    }

    fn holders_of(&mut self, node: u32) {
        let graph = self.graph;
        let mut is_cut = false;
        graph.holders(node, &mut |h| {
            if self.holdings.len() >= self.limits.holdings || !self.add(h.owner) {
                is_cut = true;
                return ControlFlow::Break(());
            }
            self.holdings.push(h);
            ControlFlow::Continue(())
        });
        if is_cut {
            self.cut.insert(node);
        }
    }

    fn finish(self) -> Part {
        let node = |&id: &u32| {
            let mut node = self.graph.node(id);
            if self.cut.contains(&id) {
                node.is_cut = true;
                node.is_complete = false;
            }
            node
        };
        let nodes = self.order.iter().map(node).collect();
        let mut cut: Vec<u32> = self.cut.iter().copied().collect();
        cut.sort_unstable();
        Part { nodes, holdings: self.holdings, cut }
    }
}
