//! Votes that do not count: those that a company's own subsidiaries hold in it.
//!
//! Rule: Companies Act 2006 s. 137(4) and the treasury-share rule (from memory: *unverified*). An
//! option, since a register states votes without saying whether it left such ones out.

use std::collections::HashMap;

use crate::cascade::{Cascade, Rule, Worlds};
use crate::column::{Block, Column};
use crate::interval::End;
use crate::problem::Problem;
use crate::rat::Rat;

/// Takes such votes out of every column, scaling the others up, until nothing changes: with fewer
/// votes counted, more may be under control. Each round suspends something new or is the last.
pub(crate) fn suspend(problem: &mut Problem) {
    let before: Vec<Option<Column>> = problem.votes.columns.clone();
    let mut suspended: HashMap<(u32, u32), bool> = HashMap::new();
    loop {
        let mut changed = false;
        for v in 0..problem.nodes.len() as u32 {
            let Some(column) = &before[v as usize] else { continue };
            if problem.votes.held.row(v).is_empty() && problem.powers_of(v).is_empty() {
                continue;
            }
            for (worlds, certain) in [(Worlds::Some, false), (Worlds::All, true)] {
                let mut cascade = Cascade::new(problem, Rule::CONTROL, worlds);
                cascade.run(&[v]);
                if cascade.joined.is_empty() {
                    continue;
                }
                for (k, block) in column.blocks.iter().enumerate() {
                    let is_own = block.holders.iter().all(|&h| cascade.is_in(h));
                    let slot = (v, k as u32);
                    if is_own && suspended.get(&slot).is_none_or(|&old| certain && !old) {
                        suspended.insert(slot, certain);
                        changed = true;
                    }
                }
            }
        }
        if !changed {
            return;
        }
        for v in 0..problem.nodes.len() as u32 {
            if let Some(column) = &before[v as usize] {
                let certain = |k: u32| suspended.get(&(v, k)).copied();
                problem.votes.columns[v as usize] = Some(scaled(column, certain));
            }
        }
    }
}

/// The column without the suspended blocks. They stay in place with a size of nothing (or, when it
/// is not certain, from nothing), so that block numbers keep their meaning.
fn scaled(column: &Column, suspended: impl Fn(u32) -> Option<bool>) -> Column {
    let (mut least, mut most) = (End::ZERO, End::ZERO);
    for (k, block) in column.blocks.iter().enumerate() {
        match suspended(k as u32) {
            Some(true) => {
                least = least.plus(&block.min);
                most = most.plus(&block.max);
            }
            Some(false) => most = most.plus(&block.max),
            None => {}
        }
    }
    if most.value.is_zero() {
        return column.clone();
    }
    let divided = |end: &End, out: &End| {
        let left = out.value.complement();
        if left.is_positive() && end.value < left {
            End { value: &end.value / &left, open: end.open || (out.open && !end.value.is_zero()) }
        } else {
            End::ONE
        }
    };
    let scale = |(k, block): (usize, &Block)| {
        let mut block = block.clone();
        match suspended(k as u32) {
            Some(true) => (block.min, block.max) = (End::ZERO, End::ZERO),
            Some(false) => {
                block.min = End::ZERO;
                block.max = divided(&block.max, &most).upper_min(End::ONE);
            }
            None => {
                block.min = divided(&block.min, &least);
                block.max = divided(&block.max, &most);
            }
        }
        block
    };
    let blocks: Vec<Block> = column.blocks.iter().enumerate().map(scale).collect();
    let min = blocks.iter().fold(Rat::ZERO, |sum, b| &sum + &b.min.value);
    if min > Rat::ONE {
        return Column::overlapping(blocks);
    }
    Column::new(blocks, false)
}
