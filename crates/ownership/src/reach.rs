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

use crate::column::{Column, Entry, REST, Sense};
use crate::interval::Interval;
use crate::linear;
use crate::problem::Layer;
use crate::rat::Rat;

/// Numbers longer than this many bits are rounded outward.
pub(crate) const BITS: u64 = 320;

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
    layer: &'a Layer,
    is_goal: Vec<bool>,
    rest_is_goal: Vec<bool>,
    unnamed_is_goal: Vec<bool>,
    is_touched: Vec<bool>,
    touched: Vec<u32>,
    candidates: Vec<Vec<u32>>,
    values: Vec<Option<Value>>,
}

impl<'a> Reach<'a> {
    pub(crate) fn new(layer: &'a Layer) -> Reach<'a> {
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
        let loops = |v: u32| layer.held.row(v).iter().any(|w| group.contains(w));
        if let &[v] = group
            && !loops(v)
        {
            let Some(column) = layer.column(v) else { return };
            let (min, min_attained) = self.once(v, column, Sense::Min);
            let (max, max_attained) = self.once(v, column, Sense::Max);
            self.settle(v, min, max, min_attained, max_attained);
            return;
        }
        let least = Loop::new(self, group, Sense::Min).solve();
        let most = Loop::new(self, group, Sense::Max).solve();
        for ((&v, (min, min_attained)), (max, max_attained)) in group.iter().zip(least).zip(most) {
            self.settle(v, min, max, min_attained, max_attained);
        }
    }

    fn once(&self, v: u32, column: &Column, sense: Sense) -> (Rat, bool) {
        let mut entries = self.entries(v, column, sense, &|w| self.known(w, sense));
        let solved = column.solve(&mut entries, sense);
        (solved.value, solved.attained)
    }

    /// The value of a finished node, and whether some world reaches it.
    fn known(&self, node: u32, sense: Sense) -> (Rat, bool) {
        match (&self.values[node as usize], sense) {
            (None, _) => (Rat::ZERO, true),
            (Some(v), Sense::Min) => (v.min.clone(), v.min_attained),
            (Some(v), Sense::Max) => (v.max.clone(), v.max_attained),
        }
    }

    /// The blocks of a node that may be worth something. A joint block is worth what its least or
    /// most favoured holder has.
    fn entries(
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
    fn block_value(
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

/// Policy iteration inside one component.
struct Loop<'r, 'a> {
    reach: &'r Reach<'a>,
    nodes: &'r [u32],
    sense: Sense,
    /// Whether each node can certainly be kept at nothing.
    is_zero: Vec<bool>,
    /// The current value of each node.
    value: Vec<Rat>,
    /// The current world: per node the parts that go to other nodes of the component, and what
    /// arrives from outside at once.
    row: Vec<Row>,
}

#[derive(Clone, Default)]
struct Row {
    inside: Vec<(usize, Rat)>,
    outside: Rat,
}

impl<'r, 'a> Loop<'r, 'a> {
    fn new(reach: &'r Reach<'a>, nodes: &'r [u32], sense: Sense) -> Loop<'r, 'a> {
        let count = nodes.len();
        Loop {
            reach,
            nodes,
            sense,
            is_zero: vec![false; count],
            value: vec![Rat::ZERO; count],
            row: vec![Row::default(); count],
        }
    }

    fn position(&self, node: u32) -> Option<usize> {
        self.nodes.iter().position(|&v| v == node)
    }

    /// The value of any holder under the current world.
    fn current(&self, node: u32) -> (Rat, bool) {
        match self.position(node) {
            Some(k) => (self.value[k].clone(), true),
            None => self.reach.known(node, self.sense),
        }
    }

    /// (limit, whether reached) per node.
    fn solve(mut self) -> Vec<(Rat, bool)> {
        if self.sense == Sense::Min {
            self.avoidable();
        }
        for k in 0..self.nodes.len() {
            if !self.is_zero[k] {
                self.row[k] = self.interior(k);
            }
        }
        loop {
            self.evaluate();
            if !self.improve() {
                break;
            }
        }
        let attained = match self.sense {
            Sense::Min => self.attained_min(),
            Sense::Max => self.attained_max(),
        };
        self.value.into_iter().zip(attained).collect()
    }

    fn column(&self, k: usize) -> &'a Column {
        // A node of a component is held by another one, so it has a column.
        self.reach.layer.columns[self.nodes[k] as usize].as_ref().unwrap_or(&NO_COLUMN)
    }

    fn candidates(&self, k: usize) -> &'r [u32] {
        &self.reach.candidates[self.nodes[k] as usize]
    }

    /// The greatest set of nodes that a possible world keeps wholly away from the goal.
    fn avoidable(&mut self) {
        self.is_zero.iter_mut().for_each(|z| *z = true);
        loop {
            let mut changed = false;
            for k in 0..self.nodes.len() {
                if !self.is_zero[k] {
                    continue;
                }
                let column = self.column(k);
                let value = |node: u32| match self.position(node) {
                    Some(p) if self.is_zero[p] => (Rat::ZERO, true),
                    Some(_) => (Rat::ONE, false),
                    None => self.reach.known(node, Sense::Min),
                };
                let forbidden: Vec<u32> = self
                    .candidates(k)
                    .iter()
                    .copied()
                    .filter(|&b| {
                        let (value, ok, _) =
                            self.reach.block_value(self.nodes[k], column, b, Sense::Min, &value);
                        value.is_positive() || !ok
                    })
                    .collect();
                if !column.can_avoid(&forbidden) {
                    self.is_zero[k] = false;
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
    }

    /// A possible world in which every block has a size and joint holders share equally.
    fn interior(&self, k: usize) -> Row {
        let column = self.column(k);
        let distance = column.interior();
        let mut row = Row::default();
        for &b in self.candidates(k) {
            let weight = column.weight_at(b, &distance);
            let Some(block) = column.blocks.get(b as usize) else {
                if self.reach.rest_is_goal[self.nodes[k] as usize] {
                    row.outside = row.outside + weight;
                }
                continue;
            };
            let parts = block.holders.len() as i64 + i64::from(block.for_unnamed);
            let part = weight / Rat::new(parts, 1).unwrap_or(Rat::ONE);
            for &holder in &block.holders {
                self.give(&mut row, holder, &part);
            }
            if block.for_unnamed && self.reach.unnamed_is_goal[self.nodes[k] as usize] {
                row.outside = row.outside + part;
            }
        }
        row
    }

    fn give(&self, row: &mut Row, holder: u32, part: &Rat) {
        match self.position(holder) {
            Some(p) if self.is_zero[p] => {}
            Some(p) => match row.inside.iter_mut().find(|(q, _)| *q == p) {
                Some((_, w)) => *w = &*w + part,
                None => row.inside.push((p, part.clone())),
            },
            None => row.outside = &row.outside + &(part * &self.reach.known(holder, self.sense).0),
        }
    }

    fn evaluate(&mut self) {
        let rows: Vec<(&[(usize, Rat)], &Rat)> =
            self.row.iter().map(|r| (r.inside.as_slice(), &r.outside)).collect();
        // Every world visited leaks out of the component, so there is a solution.
        let limit = if self.sense == Sense::Min { Rat::ZERO } else { Rat::ONE };
        self.value =
            linear::solve(&rows, &self.is_zero).unwrap_or_else(|| vec![limit; self.nodes.len()]);
    }

    /// Gives each node its best column; whether anything got strictly better.
    fn improve(&mut self) -> bool {
        let mut changed = false;
        for k in 0..self.nodes.len() {
            if self.is_zero[k] {
                continue;
            }
            let column = self.column(k);
            let node = self.nodes[k];
            let current = |w: u32| self.current(w);
            let mut entries = self.reach.entries(node, column, self.sense, &current);
            let solved = column.solve(&mut entries, self.sense);
            let is_better = match self.sense {
                Sense::Min => solved.value < self.value[k],
                Sense::Max => solved.value > self.value[k],
            };
            if !is_better {
                continue;
            }
            let mut row = Row::default();
            for entry in &entries {
                let (_, _, holder) =
                    self.reach.block_value(node, column, entry.block, self.sense, &current);
                match holder {
                    Some(holder) => self.give(&mut row, holder, &entry.weight),
                    None => row.outside = &row.outside + &(&entry.weight * &entry.value),
                }
            }
            self.row[k] = row;
            changed = true;
        }
        changed
    }

    /// Nodes at which some possible world reaches the least value: the greatest set whose nodes
    /// can do it while sending money only to nodes that do.
    fn attained_min(&self) -> Vec<bool> {
        let mut ok = vec![true; self.nodes.len()];
        loop {
            let mut changed = false;
            for k in 0..self.nodes.len() {
                if ok[k] && !self.is_zero[k] && !self.optimal(k, &ok).0 {
                    ok[k] = false;
                    changed = true;
                }
            }
            if !changed {
                return ok;
            }
        }
    }

    /// As [`Loop::attained_min`]; a world that reaches the greatest value must besides lead out of
    /// the component from everywhere.
    fn attained_max(&self) -> Vec<bool> {
        let mut ok = vec![true; self.nodes.len()];
        loop {
            let mut arrives = vec![false; self.nodes.len()];
            loop {
                let mut changed = false;
                for k in 0..self.nodes.len() {
                    if ok[k] && !arrives[k] {
                        let (fits, leads_to, leads_out) = self.optimal(k, &ok);
                        if fits && (leads_out || leads_to.iter().any(|&p| arrives[p])) {
                            arrives[k] = true;
                            changed = true;
                        }
                    }
                }
                if !changed {
                    break;
                }
            }
            if arrives == ok {
                return ok;
            }
            ok = arrives;
        }
    }

    /// Whether a possible column is optimal while using only nodes that are `ok`; the nodes of the
    /// component it can use; whether it can lead out.
    fn optimal(&self, k: usize, ok: &[bool]) -> (bool, Vec<usize>, bool) {
        let column = self.column(k);
        let node = self.nodes[k];
        let value = |w: u32| match self.position(w) {
            Some(p) => (self.value[p].clone(), ok[p]),
            None => self.reach.known(w, self.sense),
        };
        let mut entries = self.reach.entries(node, column, self.sense, &value);
        let solved = column.solve(&mut entries, self.sense);
        let (mut leads_to, mut leads_out) = (Vec::new(), solved.zero_can_be_positive);
        for entry in entries.iter().filter(|e| e.can_be_positive) {
            let Some(block) = column.blocks.get(entry.block as usize) else {
                leads_out = true;
                continue;
            };
            leads_out |= block.for_unnamed;
            for &holder in &block.holders {
                let (v, fine) = value(holder);
                match self.position(holder) {
                    Some(p) if v == entry.value && fine => leads_to.push(p),
                    Some(_) => {}
                    None => leads_out |= v == entry.value,
                }
            }
        }
        (solved.attained, leads_to, leads_out)
    }
}

static NO_COLUMN: std::sync::LazyLock<Column> =
    std::sync::LazyLock::new(|| Column::new(Vec::new(), false));
