//! One loop solved exactly: policy iteration in fractions over the worlds that the records allow.

use crate::column::{Column, REST, Sense};
use crate::float::{FloatBlock, FloatColumn, FloatLoop};
use crate::linear;
use crate::rat::Rat;
use crate::reach::Reach;

/// Policy iteration inside one component.
pub(crate) struct Loop<'r, 'a> {
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
    pub(crate) fn new(reach: &'r Reach<'a>, nodes: &'r [u32], sense: Sense) -> Loop<'r, 'a> {
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
        let place = self.reach.place[node as usize];
        (place != u32::MAX).then_some(place as usize)
    }

    /// The value of any holder under the current world.
    fn current(&self, node: u32) -> (Rat, bool) {
        match self.position(node) {
            Some(k) => (self.value[k].clone(), true),
            None => self.reach.known(node, self.sense),
        }
    }

    /// (limit, whether reached) per node.
    pub(crate) fn solve(mut self) -> Vec<(Rat, bool)> {
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

    /// (enclosing limit, whether certainly reached) per node, in doubles: for loops too large for
    /// fractions.
    pub(crate) fn enclose(mut self) -> Vec<(Rat, bool)> {
        if self.sense == Sense::Min {
            self.avoidable();
        }
        let columns = (0..self.nodes.len()).map(|k| self.float_column(k)).collect();
        let limits = FloatLoop { columns, sense: self.sense }.solve();
        let zero = |k: usize| self.is_zero[k];
        limits.iter().enumerate().map(|(k, &x)| (Rat::from_f64(x), zero(k))).collect()
    }

    fn float_column(&self, k: usize) -> FloatColumn {
        let column = self.column(k);
        let mut entries = Vec::new();
        for &b in self.candidates(k) {
            let (lo, hi) = column.end_of(b);
            let mut block = FloatBlock {
                min: lo.value.to_f64_down(),
                max: hi.value.to_f64_up(),
                inside: Vec::new(),
                outside: None,
            };
            let mut offer = |value: &Rat| {
                let (value, old) = match self.sense {
                    Sense::Min => (value.to_f64_down(), block.outside.unwrap_or(f64::INFINITY)),
                    Sense::Max => (value.to_f64_up(), block.outside.unwrap_or(f64::NEG_INFINITY)),
                };
                let best = if self.sense == Sense::Min { old.min(value) } else { old.max(value) };
                block.outside = Some(best);
            };
            let is_goal = |marks: &[bool]| marks[self.nodes[k] as usize];
            match column.blocks.get(b as usize) {
                None => {
                    let is_goal = b == REST && is_goal(&self.reach.rest_is_goal);
                    offer(if is_goal { &Rat::ONE } else { &Rat::ZERO });
                }
                Some(stated) => {
                    for &holder in &stated.holders {
                        match self.position(holder) {
                            Some(p) => block.inside.push(p as u32),
                            None => offer(&self.reach.known(holder, self.sense).0),
                        }
                    }
                    if stated.for_unnamed {
                        let is_goal = is_goal(&self.reach.unnamed_is_goal);
                        offer(if is_goal { &Rat::ONE } else { &Rat::ZERO });
                    }
                }
            }
            entries.push(block);
        }
        let (slack, room) = column.slack_and_room();
        let counted = self.candidates(k).iter().fold(Rat::ZERO, |sum, &b| {
            let (lo, hi) = column.end_of(b);
            sum + (&hi.value - &lo.value)
        });
        FloatColumn {
            blocks: entries,
            zero_room: (&room - &counted).to_f64_down().max(0.0),
            slack: slack.to_f64_up(),
            is_zero: self.is_zero[k],
        }
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
