//! Bounds for all parties at once, in one pass: sound, not always tight. They rank the parties and
//! stand in once a question has used up the work it is allowed. Through large loops of exact shares
//! they are as good as doubles allow.

use std::collections::HashSet;

use crate::column::Column;
use crate::problem::Problem;
use crate::reach::Reach;

/// Least and greatest.
type Range = (f64, f64);

/// How the target's money climbs.
pub(crate) struct Rough {
    /// By local node, the part of the money that reaches it.
    pub(crate) share: Vec<Range>,
    /// By local node, how much comes by, returns counted again; nodes of a loop that could not be
    /// solved at once have here what enters the loop.
    passing: Vec<Range>,
    /// Nodes of loops for which `passing` is no more than what enters.
    is_vague: Vec<bool>,
    /// Whether a large loop of exact shares was solved at once on the way.
    pub(crate) has_core: bool,
}

impl Rough {
    /// The part of the money that the undisclosed rest of a node has.
    pub(crate) fn rest(&self, node: u32, column: &Column) -> Range {
        if column.rest.is_none() {
            return (0.0, 0.0);
        }
        let (least, greatest) = self.passing[node as usize];
        if self.is_vague[node as usize] || !column.stated_min.is_empty() {
            return (0.0, greatest.min(1.0));
        }
        let low = column.listed_max().value.complement().to_f64_down().max(0.0);
        let high = column.listed_min().value.complement().to_f64_up().clamp(0.0, 1.0);
        ((least * low).next_down().max(0.0), up(0.0, greatest * high).min(1.0))
    }
}

/// Works it out.
///
/// On its way up money passes a node outside any loop once and from one holder's block, so shares
/// multiply and add. A large loop of exact shares is solved at once. Any other loop is entered at
/// most once, may be left to any holder in the end, and inside it only direct entry counts as
/// certain.
pub(crate) fn visits(problem: &Problem, target: u32, reach: &mut Reach<'_>) -> Rough {
    let layer = &problem.money;
    let nodes = problem.nodes.len();
    let mut rough = Rough {
        share: vec![(0.0, 0.0); nodes],
        passing: vec![(0.0, 0.0); nodes],
        is_vague: vec![false; nodes],
        has_core: false,
    };
    rough.passing[target as usize] = (1.0, 1.0);
    let mut order = problem.above(target);
    order.sort_by_key(|&v| std::cmp::Reverse(layer.component[v as usize]));
    for group in order.chunk_by(|a, b| layer.component[*a as usize] == layer.component[*b as usize])
    {
        let is_loop = group.len() > 1 || layer.held.row(group[0]).contains(&group[0]);
        let component = layer.component[group[0] as usize];
        let passages = if is_loop && reach.is_large(group.len()) {
            reach.passages(component, &|v| rough.passing[v as usize])
        } else {
            None
        };
        if let Some(passages) = passages {
            rough.has_core = true;
            through_core(problem, component, &passages, &mut rough);
            continue;
        }
        let entered = group.iter().map(|&v| rough.passing[v as usize].1).fold(0.0, up).min(1.0);
        let mut left_to: HashSet<u32> = HashSet::new();
        for &v in group {
            if is_loop {
                rough.passing[v as usize].1 = entered;
                rough.is_vague[v as usize] = true;
            }
            let (least, greatest) = rough.passing[v as usize];
            rough.share[v as usize] = (least.min(1.0), greatest.min(1.0));
            pass_on(problem, v, &mut rough.passing, is_loop.then_some(&mut left_to));
        }
        for holder in left_to {
            let slot = &mut rough.passing[holder as usize];
            slot.1 = up(slot.1, entered).min(1.0);
        }
    }
    rough
}

/// Members get the part of the money that ever reaches them: what comes by, less their own returns.
fn through_core(
    problem: &Problem,
    component: u32,
    passages: &[(u32, f64, f64)],
    rough: &mut Rough,
) {
    let layer = &problem.money;
    for &(v, least, greatest) in passages {
        rough.passing[v as usize] = (least, greatest);
        pass_on(problem, v, &mut rough.passing, None);
        // It returns at most with what is held inside.
        let blocks = layer.column(v).map_or(&[][..], |c| &c.blocks);
        let outside = blocks
            .iter()
            .filter(|b| layer.component[b.holders[0] as usize] != component)
            .fold(0.0, |sum, b| (sum + b.min.value.to_f64_down()).next_down());
        let rest = layer.column(v).filter(|c| c.rest.is_some());
        let rest = rest.map_or(0.0, |c| c.listed_max().value.complement().to_f64_down().max(0.0));
        let leaks = (outside + rest).next_down().clamp(0.0, 1.0);
        let low = (least * leaks).next_down().max(0.0);
        rough.share[v as usize] = (low, greatest.min(1.0));
    }
}

/// Adds what a node passes on to its holders outside its loop; from a loop that was not solved,
/// `left_to` collects them.
fn pass_on(
    problem: &Problem,
    v: u32,
    passing: &mut [Range],
    mut left_to: Option<&mut HashSet<u32>>,
) {
    let layer = &problem.money;
    let Some(column) = layer.column(v) else { return };
    let here = passing[v as usize];
    for (block, (min, max)) in column.blocks.iter().zip(column.tightened()) {
        let is_shared = block.holders.len() > 1 || block.for_unnamed;
        for &holder in &block.holders {
            if layer.component[holder as usize] == layer.component[v as usize] {
                continue;
            }
            let slot = &mut passing[holder as usize];
            if !is_shared && column.stated_min.is_empty() {
                let least = (here.0 * min.value.to_f64_down()).next_down().max(0.0);
                slot.0 = (slot.0 + least).next_down().max(0.0);
            }
            match &mut left_to {
                Some(left_to) => {
                    left_to.insert(holder);
                }
                None => {
                    let most = (here.1 * max.value.to_f64_up()).next_up();
                    slot.1 = up(slot.1, most).min(1.0);
                }
            }
        }
    }
}

fn up(a: f64, b: f64) -> f64 {
    if b == 0.0 { a } else { (a + b).next_up() }
}
