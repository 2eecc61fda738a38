//! The cash-flow share of a set of parties in everything below them: exact lower and upper limits
//! over every world that the records allow.
//!
//! Money that a subject earns climbs to its holders in proportion to their blocks until somebody
//! keeps it. The share of a set is the part that the set keeps, so it is a reachability in an
//! interval Markov chain; columns are independent, hence dynamic programming over components is
//! exact, loops included (reference, theorem 3).
//!
//! Loops are solved by policy iteration that starts in a world with every block inhabited and
//! changes a column only for a strictly better one. It can then never close a loop that every
//! possible world leaves open, which is what makes the limits right where closing an interval
//! would close a loop (reference, theorem 4), without any infinitesimal.

use std::collections::HashMap;

use crate::column::{Column, Entry, REST, Sense};
use crate::core_loop::Core;
use crate::dense::Factors;
use crate::interval::Interval;
use crate::loops::Loop;
use crate::problem::{Layer, Problem};
use crate::rat::Rat;

/// Numbers longer than this many bits are rounded outward.
pub(crate) const BITS: u64 = 192;

/// What counts as arrived.
#[derive(Clone, Copy, Default)]
pub(crate) struct Goal<'a> {
    /// These parties. Money that reaches them stays.
    pub(crate) nodes: &'a [u32],
    /// The undisclosed rest of these subjects.
    pub(crate) rests: &'a [u32],
    /// The unnamed parties for whom blocks in these subjects are held.
    pub(crate) unnamed: &'a [u32],
}

/// Limits at one node.
#[derive(Clone, Debug)]
struct Value {
    min: Rat,
    max: Rat,
    min_attained: bool,
    max_attained: bool,
    is_tight: bool,
}

/// Working memory for repeated questions about one layer.
pub(crate) struct Reach<'a> {
    pub(crate) layer: &'a Layer,
    is_goal: Vec<bool>,
    pub(crate) rest_is_goal: Vec<bool>,
    pub(crate) unnamed_is_goal: Vec<bool>,
    is_touched: Vec<bool>,
    touched: Vec<u32>,
    pub(crate) candidates: Vec<Vec<u32>>,
    values: Vec<Option<Value>>,
    /// Positions in the loop at hand; `u32::MAX` elsewhere.
    pub(crate) place: Vec<u32>,
    /// Large loops of exact shares, by component, factored once.
    cores: HashMap<u32, Option<Core>>,
    largest_exact_loop: usize,
    /// Holdings looked at so far.
    pub(crate) steps: usize,
}

impl<'a> Reach<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Reach<'a> {
        let layer = &problem.money;
        let largest_exact_loop = problem.options.largest_exact_loop;
        let nodes = layer.columns.len();
        Reach {
            layer,
            is_goal: vec![false; nodes],
            rest_is_goal: vec![false; nodes],
            unnamed_is_goal: vec![false; nodes],
            is_touched: vec![false; nodes],
            touched: Vec::new(),
            candidates: vec![Vec::new(); nodes],
            values: vec![None; nodes],
            place: vec![u32::MAX; nodes],
            cores: HashMap::new(),
            largest_exact_loop,
            steps: 0,
        }
    }

    /// Computes the share of the goal in everything below it, replacing what was computed before.
    pub(crate) fn run(&mut self, goal: Goal<'_>) {
        self.clear();
        self.mark(goal);
        let layer = self.layer;
        self.touched.sort_unstable_by_key(|&v| layer.component[v as usize]);
        let touched = std::mem::take(&mut self.touched);
        let mut group: Vec<u32> = Vec::new();
        for (k, &v) in touched.iter().enumerate() {
            if !self.is_goal[v as usize] {
                group.push(v);
            }
            let here = layer.component[v as usize];
            let is_last = touched.get(k + 1).is_none_or(|&w| layer.component[w as usize] != here);
            if is_last && !group.is_empty() {
                self.component(&group);
                group.clear();
            }
        }
        self.touched = touched;
        for &v in goal.nodes {
            self.is_goal[v as usize] = false;
        }
        for &v in goal.rests {
            self.rest_is_goal[v as usize] = false;
        }
        for &v in goal.unnamed {
            self.unnamed_is_goal[v as usize] = false;
        }
    }

    /// The nodes in which the goal may hold anything, the goal's own nodes included.
    pub(crate) fn below(&self) -> &[u32] {
        &self.touched
    }

    /// The goal's share in a node.
    pub(crate) fn share(&self, node: u32) -> Interval {
        self.values[node as usize].as_ref().map_or(Interval::ZERO, |v| Interval {
            min: v.min.clone(),
            max: v.max.clone(),
            min_open: !v.min_attained,
            max_open: !v.max_attained,
            is_tight: v.is_tight,
        })
    }

    fn clear(&mut self) {
        for &v in &self.touched {
            self.is_touched[v as usize] = false;
            self.candidates[v as usize].clear();
            self.values[v as usize] = None;
        }
        self.touched.clear();
    }

    fn touch(&mut self, node: u32) {
        if !std::mem::replace(&mut self.is_touched[node as usize], true) {
            self.touched.push(node);
        }
    }

    /// Finds everything below the goal and the blocks of it that may be worth something.
    fn mark(&mut self, goal: Goal<'_>) {
        for &v in goal.nodes {
            self.is_goal[v as usize] = true;
            self.touch(v);
            let (min, max) = (Rat::ONE, Rat::ONE);
            let whole = Value { min, max, min_attained: true, max_attained: true, is_tight: true };
            self.values[v as usize] = Some(whole);
        }
        for &v in goal.rests {
            if self.layer.column(v).is_some_and(|c| c.rest.is_some()) {
                self.rest_is_goal[v as usize] = true;
                self.touch(v);
                self.candidates[v as usize].push(REST);
            }
        }
        for &v in goal.unnamed {
            let Some(column) = self.layer.column(v) else { continue };
            for (k, block) in column.blocks.iter().enumerate() {
                if block.for_unnamed {
                    self.unnamed_is_goal[v as usize] = true;
                    self.touch(v);
                    self.candidates[v as usize].push(k as u32);
                }
            }
        }
        let mut next = 0;
        let layer = self.layer;
        while next < self.touched.len() {
            let v = self.touched[next];
            next += 1;
            for (owned, block) in layer.holdings(v) {
                self.steps += 1;
                if !self.is_goal[owned as usize] {
                    self.touch(owned);
                    self.candidates[owned as usize].push(block);
                }
            }
        }
        for &v in &self.touched {
            self.candidates[v as usize].sort_unstable();
            self.candidates[v as usize].dedup();
        }
    }

    fn component(&mut self, group: &[u32]) {
        let layer = self.layer;
        if let &[v] = group
            && !layer.held.row(v).contains(&v)
        {
            let Some(column) = layer.column(v) else { return };
            let (min, min_attained) = self.once(v, column, Sense::Min);
            let (max, max_attained) = self.once(v, column, Sense::Max);
            self.settle(v, min, max, min_attained, max_attained);
            return;
        }
        for (k, &v) in group.iter().enumerate() {
            self.place[v as usize] = k as u32;
        }
        self.steps += group.len() * group.len();
        if group.len() <= self.largest_exact_loop {
            let least = Loop::new(self, group, Sense::Min).solve();
            let most = Loop::new(self, group, Sense::Max).solve();
            self.settle_group(group, least, most, true);
        } else if !self.through_core(group) {
            let least = Loop::new(self, group, Sense::Min).enclose();
            let most = Loop::new(self, group, Sense::Max).enclose();
            self.settle_group(group, least, most, false);
        }
        for &v in group {
            self.place[v as usize] = u32::MAX;
        }
    }

    fn settle_group(
        &mut self,
        group: &[u32],
        least: Vec<(Rat, bool)>,
        most: Vec<(Rat, bool)>,
        is_tight: bool,
    ) {
        for ((&v, (min, min_attained)), (max, max_attained)) in group.iter().zip(least).zip(most) {
            self.settle(v, min, max, min_attained || !is_tight, max_attained || !is_tight);
            if let Some(value) = &mut self.values[v as usize] {
                value.is_tight &= is_tight;
            }
        }
    }

    /// A large loop of exact shares with the goal outside it or at one of its members: one
    /// factorisation serves every goal. Whether it applied.
    fn through_core(&mut self, group: &[u32]) -> bool {
        let component = self.layer.component[group[0] as usize];
        self.prepare_core(component);
        let Some(Some(core)) = self.cores.get(&component) else { return false };
        let goals: Vec<usize> =
            (0..core.members.len()).filter(|&k| self.is_goal[core.members[k] as usize]).collect();
        if goals.len() > 1 {
            return false;
        }
        let mut low = vec![0.0; core.members.len()];
        let mut high = low.clone();
        for (k, &v) in core.members.iter().enumerate() {
            let Some(column) = self.layer.column(v) else { continue };
            for &b in &self.candidates[v as usize] {
                let Some(block) = column.blocks.get(b as usize) else {
                    if self.rest_is_goal[v as usize] {
                        let (rest, _) = column.slack_and_room();
                        low[k] += rest.to_f64_down();
                        high[k] += rest.to_f64_up();
                    }
                    continue;
                };
                let holder = block.holders[0];
                if self.layer.component[holder as usize] != component {
                    let part = block.min.value.to_f64_down();
                    let (min, _) = self.known(holder, Sense::Min);
                    let (max, _) = self.known(holder, Sense::Max);
                    low[k] += part * min.to_f64_down();
                    high[k] += part * max.to_f64_up();
                }
            }
        }
        let has_outside = high.iter().any(|x| *x != 0.0);
        if has_outside && !goals.is_empty() {
            return false;
        }
        let solve = |b: &[f64]| -> (Vec<f64>, f64) {
            let mut x = b.to_vec();
            if let &[goal] = goals.as_slice() {
                x[goal] = 1.0;
                core.factors.solve(&mut x);
                let own = x[goal];
                x.iter_mut().for_each(|x| *x /= own);
            } else {
                core.factors.solve(&mut x);
            }
            let error = core.residual(&x, b, &goals);
            (x, error)
        };
        let (least, least_error) = solve(&low);
        let (most, most_error) = solve(&high);
        if !(least_error + most_error).is_finite() {
            return false;
        }
        let limits: Vec<(u32, f64, f64)> = core
            .members
            .iter()
            .enumerate()
            .filter(|(k, _)| !goals.contains(k))
            .map(|(k, &v)| {
                let min = (least[k] - least_error * core.time[k]).clamp(0.0, 1.0);
                let max = (most[k] + most_error * core.time[k]).clamp(0.0, 1.0);
                (v, min, max)
            })
            .collect();
        for (v, min, max) in limits {
            if self.is_touched[v as usize] {
                self.settle(v, Rat::from_f64(min), Rat::from_f64(max), true, true);
                if let Some(value) = &mut self.values[v as usize] {
                    value.is_tight = false;
                }
            }
        }
        true
    }

    fn prepare_core(&mut self, component: u32) {
        if !self.cores.contains_key(&component) {
            let core = self.build_core(component);
            self.cores.insert(component, core);
        }
    }

    /// Whether a loop of so many companies is left to doubles.
    pub(crate) fn is_large(&self, size: usize) -> bool {
        size > self.largest_exact_loop
    }

    /// How often money that enters a large loop of exact shares at its members comes by each member,
    /// by one solution for all of them: (member, least, greatest). `None` where it does not apply.
    pub(crate) fn passages(
        &mut self,
        component: u32,
        entering: &dyn Fn(u32) -> (f64, f64),
    ) -> Option<Vec<(u32, f64, f64)>> {
        self.prepare_core(component);
        let core = self.cores.get(&component)?.as_ref()?;
        let least = core.passages(&|v| entering(v).0)?;
        let most = core.passages(&|v| entering(v).1)?;
        let members = core.members.iter().zip(least).zip(most);
        Some(members.map(|((&v, (low, _)), (_, high))| (v, low, high)).collect())
    }

    fn build_core(&self, component: u32) -> Option<Core> {
        let layer = self.layer;
        let nodes = 0..layer.columns.len() as u32;
        let members: Vec<u32> =
            nodes.filter(|&v| layer.component[v as usize] == component).collect();
        let size = members.len();
        let mut cells = vec![0.0; size * size];
        let mut inside = vec![Vec::new(); size];
        for (k, &v) in members.iter().enumerate() {
            for block in &layer.column(v)?.blocks {
                let &[holder] = block.holders.as_slice() else { return None };
                if block.for_unnamed || block.min.value != block.max.value {
                    return None;
                }
                if let Ok(p) = members.binary_search(&holder) {
                    let part = block.min.value.to_f64_down();
                    cells[k * size + p] += part;
                    inside[k].push((p as u32, part));
                }
            }
        }
        let factors = Factors::new(size, cells)?;
        let mut time = vec![1.0; size];
        factors.solve(&mut time);
        let mut core = Core { members, inside, factors, time };
        let outside = vec![1.0; size];
        let off = core.residual(&core.time, &outside, &[]);
        let scale = core.time.iter().fold(1.0f64, |a, t| a.max(*t));
        // With `t - A t >= 1 - off` the true number of steps is at most `t / (1 - off)`.
        let off = off * scale;
        if off.is_nan() || off >= 0.5 || core.time.iter().any(|t| !t.is_finite() || *t < 0.0) {
            return None;
        }
        core.time.iter_mut().for_each(|t| *t *= 2.0);
        Some(core)
    }

    fn once(&self, v: u32, column: &Column, sense: Sense) -> (Rat, bool) {
        let mut entries = self.entries(v, column, sense, &|w| self.known(w, sense));
        let solved = column.solve(&mut entries, sense);
        (solved.value, solved.attained)
    }

    /// The value of a finished node, and whether some world reaches it.
    pub(crate) fn known(&self, node: u32, sense: Sense) -> (Rat, bool) {
        match (&self.values[node as usize], sense) {
            (None, _) => (Rat::ZERO, true),
            (Some(v), Sense::Min) => (v.min.clone(), v.min_attained),
            (Some(v), Sense::Max) => (v.max.clone(), v.max_attained),
        }
    }

    /// The blocks of a node that may be worth something. A joint block is worth what its least or
    /// most favoured holder has.
    pub(crate) fn entries(
        &self,
        v: u32,
        column: &Column,
        sense: Sense,
        value: &dyn Fn(u32) -> (Rat, bool),
    ) -> Vec<Entry> {
        self.candidates[v as usize]
            .iter()
            .map(|&block| {
                let (value, ok, _) = self.block_value(v, column, block, sense, value);
                let weight = Rat::ZERO;
                Entry { block, value, ok, weight, can_be_positive: false }
            })
            .collect()
    }

    /// Value, whether reached, and the holder that makes it (`None`: an unnamed party).
    pub(crate) fn block_value(
        &self,
        v: u32,
        column: &Column,
        block: u32,
        sense: Sense,
        value: &dyn Fn(u32) -> (Rat, bool),
    ) -> (Rat, bool, Option<u32>) {
        if block == REST {
            let value = if self.rest_is_goal[v as usize] { Rat::ONE } else { Rat::ZERO };
            return (value, true, None);
        }
        let block = &column.blocks[block as usize];
        let mut best: Option<(Rat, bool, Option<u32>)> = None;
        let mut offer = |value: Rat, ok: bool, holder: Option<u32>| {
            let better = match &best {
                None => true,
                Some((old, _, _)) if sense == Sense::Min => value < *old,
                Some((old, _, _)) => value > *old,
            };
            match &mut best {
                Some((old, old_ok, _)) if *old == value => *old_ok |= ok,
                _ if better => best = Some((value, ok, holder)),
                _ => {}
            }
        };
        for &holder in &block.holders {
            let (value, ok) = value(holder);
            offer(value, ok, Some(holder));
        }
        if block.for_unnamed {
            let value = if self.unnamed_is_goal[v as usize] { Rat::ONE } else { Rat::ZERO };
            offer(value, true, None);
        }
        best.unwrap_or((Rat::ZERO, true, None))
    }

    fn settle(&mut self, v: u32, min: Rat, max: Rat, min_attained: bool, max_attained: bool) {
        let (min, min_rounded) = min.rounded_down(BITS);
        let (max, max_rounded) = max.rounded_up(BITS);
        // What is rounded outward is reached by no world.
        self.values[v as usize] = Some(Value {
            min,
            max,
            min_attained: min_attained && !min_rounded,
            max_attained: max_attained && !max_rounded,
            is_tight: !min_rounded && !max_rounded,
        });
    }
}
