//! All ultimate owners of all companies: one pass from owners to owned.
//!
//! Most companies are held by parties that nobody holds; their answer is their own column, in
//! place. The others take the answers of their holders, level by level; loops are solved exactly.

use rayon::prelude::*;

use cuibono_model::{InterestKind, PartyClass};

use crate::bulk::BulkGraph;
use crate::column::{Block, Column, Entry, Sense};
use crate::interval::End;
use crate::problem::{Holding, Node, Options, Problem};
use crate::rat::Rat;
use crate::reach::{Goal, Reach};
use crate::scc::{Rows, components};

/// What one ultimate owner has in a company.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Owner {
    /// The owner: a node that nobody holds.
    pub node: u32,
    /// No possible world reaches the lower end itself. Left out when in doubt.
    pub min_open: bool,
    /// No possible world reaches the upper end itself. Left out when in doubt.
    pub max_open: bool,
    /// Lower end, rounded down.
    pub min: f64,
    /// Upper end, rounded up.
    pub max: f64,
}

/// The ultimate owners of every company.
pub struct UltimateOwners<'g> {
    graph: &'g BulkGraph,
    /// What is left of each block beside the others, parallel to the graph's holdings.
    range: Vec<Range>,
    /// By node: number in `deep`, or `u32::MAX` for companies whose holders are all ultimate.
    place: Vec<u32>,
    deep: Vec<Vec<Owner>>,
}

/// One block's part of a column.
#[derive(Clone, Copy, Default, Debug)]
struct Range {
    min: f64,
    max: f64,
    min_open: bool,
    max_open: bool,
}

const SHALLOW: u32 = u32::MAX;
const UNPLACED: u32 = u32::MAX - 1;

impl BulkGraph {
    /// The ultimate owners of every company with bounds. Owners whose greatest possible share is
    /// not above `ignore_below` are left out on the way down companies of companies; 0 keeps all.
    #[must_use]
    pub fn ultimate_owners(&self, ignore_below: f64) -> UltimateOwners<'_> {
        let mut range = vec![Range::default(); self.owners.len()];
        self.columns(&mut range);
        let place = vec![SHALLOW; self.nodes() as usize];
        let mut found = UltimateOwners { graph: self, range, place, deep: Vec::new() };
        found.descend(ignore_below);
        found
    }

    /// Every company's own column, in parallel over ranges of companies.
    fn columns(&self, range: &mut [Range]) {
        const CHUNK: usize = 1 << 16;
        let nodes = self.nodes() as usize;
        let mut parts: Vec<(usize, &mut [Range])> = Vec::new();
        let mut rest = range;
        for first in (0..nodes).step_by(CHUNK) {
            let last = (first + CHUNK).min(nodes);
            let size = (self.starts[last] - self.starts[first]) as usize;
            let (part, after) = rest.split_at_mut(size);
            parts.push((first, part));
            rest = after;
        }
        parts.into_par_iter().for_each(|(first, part)| {
            let offset = self.starts[first] as usize;
            for v in first..(first + CHUNK).min(nodes) {
                let at = self.range(v as u32);
                if !at.is_empty() {
                    let part = &mut part[at.start - offset..at.end - offset];
                    self.tighten(v as u32, at, part);
                }
            }
        });
    }

    /// One column: what the other blocks leave of each (reference, theorem 5).
    fn tighten(&self, v: u32, at: std::ops::Range<usize>, out: &mut [Range]) {
        let sizes = self.share[at.clone()].iter().map(|&s| &self.sizes[s as usize]);
        let (mut sum, mut open, mut is_short) = (0.0, 0u32, true);
        for size in sizes.clone() {
            sum += size.min;
            open += u32::from(size.share.min_open);
            is_short &= size.is_short;
        }
        let error = if is_short { 0.0 } else { (4 * at.len() + 8) as f64 * f64::EPSILON };
        let is_clear = sum + error < 1.0 || (is_short && sum == 1.0 && open == 0);
        let is_plain = !self.is_complete(v) && !self.has_twice(at.clone());
        if !is_plain {
            return self.tighten_exactly(v, at, out);
        }
        if !is_clear {
            if !is_short || !self.overlap(at.clone(), out) {
                self.tighten_exactly(v, at, out);
            }
            return;
        }
        for (size, slot) in sizes.zip(&mut *out) {
            let spare = 1.0 - (sum - size.min) + error;
            let is_tie = !is_short && (spare - size.max).abs() <= 2.0 * error;
            if is_tie {
                return self.tighten_exactly(v, at, out);
            }
            let others_open = open > u32::from(size.share.min_open);
            let (max, max_open) = if size.max < spare {
                (size.max, size.share.max_open)
            } else if spare < size.max {
                (spare.min(1.0), others_open)
            } else {
                (size.max, size.share.max_open || others_open)
            };
            let min_open = size.share.min_open;
            *slot = Range { min: size.min, max, min_open, max_open };
        }
    }

    /// Blocks that cannot be disjoint and whose ends are short: each holder's part is anything up to
    /// its statement. `false` where the largest statement or a rounding leaves more to say.
    fn overlap(&self, at: std::ops::Range<usize>, out: &mut [Range]) -> bool {
        let sizes = || self.share[at.clone()].iter().map(|&s| &self.sizes[s as usize]);
        let largest = sizes().map(|s| s.min).fold(0.0, f64::max);
        let greatest: f64 = sizes().map(|s| s.max).sum();
        let is_decided = sizes().all(|s| greatest - s.max > largest);
        if !is_decided || sizes().all(|s| s.share.is_exact()) {
            return false;
        }
        for (size, slot) in sizes().zip(out) {
            let (max, max_open) = (size.max, size.share.max_open);
            *slot = Range { min: 0.0, max, min_open: false, max_open };
        }
        true
    }

    /// Whether some holder is listed twice.
    fn has_twice(&self, at: std::ops::Range<usize>) -> bool {
        let owners = &self.owners[at];
        if owners.len() <= 16 {
            return owners.iter().enumerate().any(|(k, o)| owners[..k].contains(o));
        }
        let mut sorted = owners.to_vec();
        sorted.sort_unstable();
        sorted.windows(2).any(|w| w[0] == w[1])
    }

    /// One column in fractions, with the treatment of contradictions that [`Problem`] gives it.
    fn tighten_exactly(&self, v: u32, at: std::ops::Range<usize>, out: &mut [Range]) {
        let problem = self.column_problem(v);
        let column = problem.local(v).and_then(|v| problem.money.column(v));
        let Some(column) = column else { return };
        let mut by_holding = vec![Range::default(); at.len()];
        for (block, (min, max)) in column.blocks.iter().zip(column.tightened()) {
            for &h in &block.holdings {
                by_holding[h as usize] = Range {
                    min: min.value.to_f64_down(),
                    max: max.value.to_f64_up(),
                    min_open: min.open,
                    max_open: max.open,
                };
            }
        }
        out.copy_from_slice(&by_holding);
    }

    /// One company and its holders as a problem; its holdings in the order of the graph.
    fn column_problem(&self, v: u32) -> Problem {
        let node = Node { is_complete: self.is_complete(v), ..Node::new(v, PartyClass::Unknown) };
        Problem::new(&[node], &self.holdings_of(v), Options::default())
    }

    fn holdings_of(&self, v: u32) -> Vec<Holding> {
        self.range(v)
            .map(|k| {
                let share = self.sizes[self.share[k] as usize].share;
                Holding::new(self.owners[k], v, InterestKind::Shareholding, share)
            })
            .collect()
    }
}

impl<'g> UltimateOwners<'g> {
    /// The graph it is about.
    #[must_use]
    pub fn graph(&self) -> &'g BulkGraph {
        self.graph
    }

    /// The ultimate owners of a node; none for a node that nobody holds. An owner that holds
    /// several blocks directly appears once for each in a company whose holders are all ultimate.
    pub fn of(&self, node: u32) -> impl Iterator<Item = Owner> + '_ {
        let (at, deep) = match self.place[node as usize] {
            SHALLOW => (self.graph.range(node), &[][..]),
            place => (0..0, self.deep[place as usize].as_slice()),
        };
        at.map(|k| self.direct(k)).filter(|o| o.max > 0.0).chain(deep.iter().copied())
    }

    fn direct(&self, holding: usize) -> Owner {
        let r = self.range[holding];
        Owner {
            node: self.graph.owners[holding],
            min: r.min,
            max: r.max,
            min_open: r.min_open,
            max_open: r.max_open,
        }
    }

    /// Companies held by companies, holders first.
    fn descend(&mut self, ignore_below: f64) {
        let graph = self.graph;
        let nodes: Vec<u32> = (0..graph.nodes())
            .into_par_iter()
            .filter(|&v| {
                let at = graph.range(v);
                graph.owners[at.clone()].iter().any(|&o| graph.is_held(o))
                    || (!at.is_empty() && (graph.is_complete(v) || graph.has_twice(at)))
            })
            .collect();
        for &v in &nodes {
            self.place[v as usize] = UNPLACED;
        }
        let mut index: Vec<u32> = vec![u32::MAX; graph.nodes() as usize];
        for (k, &v) in nodes.iter().enumerate() {
            index[v as usize] = k as u32;
        }
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (k, &v) in nodes.iter().enumerate() {
            for &o in &graph.owners[graph.range(v)] {
                if index[o as usize] != u32::MAX {
                    pairs.push((index[o as usize], k as u32));
                }
            }
        }
        drop(index);
        let held = Rows::build(nodes.len(), pairs.iter().copied());
        let (component, count) = components(&held);
        let levels = levels(&held, &component, count as usize);
        for level in levels {
            let answers: Vec<Vec<(u32, Vec<Owner>)>> = level
                .into_par_iter()
                .map(|group| {
                    let members: Vec<u32> = group.iter().map(|&k| nodes[k as usize]).collect();
                    let is_loop = group.len() > 1 || held.row(group[0]).contains(&group[0]);
                    if is_loop {
                        self.solve_loop(&members, ignore_below)
                    } else {
                        vec![(members[0], self.solve(members[0], ignore_below))]
                    }
                })
                .collect();
            for (v, owners) in answers.into_iter().flatten() {
                self.place[v as usize] = self.deep.len() as u32;
                self.deep.push(owners);
            }
        }
    }

    /// What reaches one company through each of its blocks, by ultimate owner.
    fn incoming(&self, v: u32) -> Vec<(u32, u32, Owner)> {
        let graph = self.graph;
        let first = graph.range(v).start;
        let mut incoming = Vec::new();
        for k in graph.range(v) {
            let block = (k - first) as u32;
            let holder = graph.owners[k];
            if graph.is_held(holder) {
                incoming.extend(self.of(holder).map(|o| (o.node, block, o)));
            } else {
                let whole =
                    Owner { node: holder, min: 1.0, max: 1.0, min_open: false, max_open: false };
                incoming.push((holder, block, whole));
            }
        }
        incoming.sort_unstable_by_key(|&(p, block, _)| (p, block));
        incoming
    }

    fn solve(&self, v: u32, ignore_below: f64) -> Vec<Owner> {
        let graph = self.graph;
        let first = graph.range(v).start;
        let is_plain = !graph.is_complete(v) && !graph.has_twice(graph.range(v));
        let incoming = self.incoming(v);
        let mut column: Option<Column> = None;
        let mut owners = Vec::new();
        for group in incoming.chunk_by(|a, b| a.0 == b.0) {
            let owner = match group {
                &[(p, block, above)] if is_plain => {
                    through(p, self.range[first + block as usize], above)
                }
                _ => {
                    let column = column.get_or_insert_with(|| self.exact_column(v));
                    together(column, group)
                }
            };
            if owner.max > ignore_below {
                owners.push(owner);
            }
        }
        owners
    }

    /// The column of a company with blocks numbered as its holdings in the graph.
    fn exact_column(&self, v: u32) -> Column {
        let problem = self.graph.column_problem(v);
        let found = problem.local(v).and_then(|v| problem.money.column(v)).cloned();
        let column = found.unwrap_or_else(|| Column::new(Vec::new(), false));
        let empty = Block {
            holders: Vec::new(),
            min: End::ZERO,
            max: End::ZERO,
            for_unnamed: false,
            holdings: Vec::new(),
        };
        let mut blocks = vec![empty; self.graph.range(v).len()];
        for block in &column.blocks {
            if let Some(&h) = block.holdings.first() {
                blocks[h as usize] = block.clone();
            }
        }
        Column::with_rest(blocks, column.rest)
    }

    /// A loop and everything above it as one problem, solved for each ultimate owner.
    fn solve_loop(&self, members: &[u32], ignore_below: f64) -> Vec<(u32, Vec<Owner>)> {
        let graph = self.graph;
        let mut seen: std::collections::HashSet<u32> = members.iter().copied().collect();
        let mut order = members.to_vec();
        let mut holdings = Vec::new();
        let mut next = 0;
        while next < order.len() {
            let v = order[next];
            next += 1;
            for h in graph.holdings_of(v) {
                if seen.insert(h.owner) {
                    order.push(h.owner);
                }
                holdings.push(h);
            }
        }
        let nodes: Vec<Node> = order
            .iter()
            .map(|&v| Node {
                is_complete: graph.is_complete(v),
                ..Node::new(v, PartyClass::Unknown)
            })
            .collect();
        let problem = Problem::new(&nodes, &holdings, Options::default());
        let locals = problem.locals(members);
        let mut found: Vec<(u32, Vec<Owner>)> = members.iter().map(|&v| (v, Vec::new())).collect();
        let mut reach = Reach::new(&problem);
        for &p in order.iter().filter(|&&p| !graph.is_held(p)) {
            let Some(source) = problem.local(p) else { continue };
            reach.run(Goal { nodes: &[source], ..Goal::default() });
            for ((_, owners), &v) in found.iter_mut().zip(&locals) {
                let share = reach.share(v);
                let owner = Owner {
                    node: p,
                    min: share.min_f64(),
                    max: share.max_f64(),
                    min_open: share.min_open,
                    max_open: share.max_open,
                };
                if owner.max > ignore_below {
                    owners.push(owner);
                }
            }
        }
        found
    }
}

/// An owner that reaches a company through one block only.
fn through(p: u32, range: Range, above: Owner) -> Owner {
    let (min, max) = (range.min * above.min, range.max * above.max);
    // The sign of the rounding error tells which way to move, if at all.
    let min_error = range.min.mul_add(above.min, -min);
    let max_error = range.max.mul_add(above.max, -max);
    let is_surely_nothing =
        (range.min == 0.0 && !range.min_open) || (above.min == 0.0 && !above.min_open);
    Owner {
        node: p,
        min_open: !is_surely_nothing && (range.min_open || above.min_open),
        max_open: range.max_open || above.max_open,
        min: if min_error < 0.0 { min.next_down() } else { min },
        max: if max_error > 0.0 { max.next_up() } else { max },
    }
}

/// An owner that reaches a company through several blocks, which compete for one whole.
fn together(column: &Column, group: &[(u32, u32, Owner)]) -> Owner {
    let solve = |sense| {
        let mut entries: Vec<Entry> = Vec::new();
        for &(_, block, above) in group {
            let (value, open) = match sense {
                Sense::Min => (above.min, above.min_open),
                Sense::Max => (above.max, above.max_open),
            };
            let value = Rat::from_f64(value);
            let weight = Rat::ZERO;
            entries.push(Entry { block, value, ok: !open, weight, can_be_positive: false });
        }
        column.solve(&mut entries, sense)
    };
    let (least, most) = (solve(Sense::Min), solve(Sense::Max));
    Owner {
        node: group[0].0,
        min_open: !least.attained,
        max_open: !most.attained,
        min: least.value.to_f64_down().max(0.0),
        max: most.value.to_f64_up().min(1.0),
    }
}

/// Components in levels: those of one level need only those of the levels before.
fn levels(held: &Rows, component: &[u32], count: usize) -> Vec<Vec<Vec<u32>>> {
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (k, &c) in component.iter().enumerate() {
        members[c as usize].push(k as u32);
    }
    let mut depth = vec![0usize; count];
    let mut levels: Vec<Vec<Vec<u32>>> = Vec::new();
    for c in 0..count {
        let here = depth[c];
        for &k in &members[c] {
            for &w in held.row(k) {
                let below = component[w as usize] as usize;
                if below != c {
                    depth[below] = depth[below].max(here + 1);
                }
            }
        }
        if levels.len() <= here {
            levels.resize_with(here + 1, Vec::new);
        }
        levels[here].push(std::mem::take(&mut members[c]));
    }
    levels
}
