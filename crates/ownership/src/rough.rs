//! Bounds for all parties at once, in one pass: sound, not tight. They rank the parties and stand in
//! once a question has used up the work it is allowed.

use std::collections::HashSet;

use crate::problem::Problem;

/// For every local node, between which limits the money of the target passes through it.
///
/// On its way up money passes a node outside any loop once and from one holder's block, so shares
/// multiply and add. A loop is entered at most once, may be left to any holder in the end, and
/// inside it only direct entry counts as certain.
pub(crate) fn visits(problem: &Problem, target: u32) -> Vec<(f64, f64)> {
    let layer = &problem.money;
    let mut visit = vec![(0.0, 0.0); problem.nodes.len()];
    visit[target as usize] = (1.0, 1.0);
    let mut order = problem.above(target);
    order.sort_by_key(|&v| std::cmp::Reverse(layer.component[v as usize]));
    for group in order.chunk_by(|a, b| layer.component[*a as usize] == layer.component[*b as usize])
    {
        let is_loop = group.len() > 1 || layer.held.row(group[0]).contains(&group[0]);
        let entered = group.iter().map(|&v| visit[v as usize].1).fold(0.0, up).min(1.0);
        let mut left_to: HashSet<u32> = HashSet::new();
        for &v in group {
            visit[v as usize].1 = entered;
            pass_on(problem, v, &mut visit, is_loop.then_some(&mut left_to));
        }
        for holder in left_to {
            let slot = &mut visit[holder as usize];
            slot.1 = up(slot.1, entered).min(1.0);
        }
    }
    visit
}

/// Adds what a node passes on to its holders outside its loop; from a loop, `left_to` collects them.
fn pass_on(
    problem: &Problem,
    v: u32,
    visit: &mut [(f64, f64)],
    mut left_to: Option<&mut HashSet<u32>>,
) {
    let layer = &problem.money;
    let Some(column) = layer.column(v) else { return };
    let here = visit[v as usize];
    for (block, (min, max)) in column.blocks.iter().zip(column.tightened()) {
        let is_shared = block.holders.len() > 1 || block.for_unnamed;
        for &holder in &block.holders {
            if layer.component[holder as usize] == layer.component[v as usize] {
                continue;
            }
            let slot = &mut visit[holder as usize];
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
