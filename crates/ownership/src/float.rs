//! Large loops: limits in doubles that certainly enclose the exact ones.
//!
//! A guess is made by policy iteration in doubles, moved outward, and then *checked*: values that
//! one more step of the operator does not raise are above the least fixpoint, and values that no
//! possible column lowers are below the share in every world that leaks. All errors of the check
//! itself are counted in. Where no guess passes, steps from below and from above are sound by
//! themselves, if wider.

use crate::column::Sense;
use crate::dense::Factors;

/// One block: its ends and what its holders can be worth.
#[derive(Clone, Debug)]
pub(crate) struct FloatBlock {
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Holders inside the loop, by position.
    pub(crate) inside: Vec<u32>,
    /// The best value outside: least for lower limits, greatest for upper ones; an enclosing one.
    pub(crate) outside: Option<f64>,
}

/// One node of the loop.
#[derive(Clone, Debug, Default)]
pub(crate) struct FloatColumn {
    pub(crate) blocks: Vec<FloatBlock>,
    /// Room of all blocks that are worth nothing.
    pub(crate) zero_room: f64,
    /// What is left once every block has its least size.
    pub(crate) slack: f64,
    /// Known to be nothing.
    pub(crate) is_zero: bool,
}

/// A large loop in one sense.
pub(crate) struct FloatLoop {
    pub(crate) columns: Vec<FloatColumn>,
    pub(crate) sense: Sense,
}

/// Most nodes for which a dense matrix is built.
const DENSEST: usize = 4_000;
/// Most improvements of a policy.
const IMPROVEMENTS: usize = 40;
/// Steps from below and above where no guess passes.
const STEPS: usize = 400;

/// Parts of a node's money: (position inside, part), and what arrives from outside.
type Row = (Vec<(u32, f64)>, f64);

impl FloatLoop {
    /// Enclosing limits: below the exact ones for [`Sense::Min`], above for [`Sense::Max`].
    pub(crate) fn solve(&self) -> Vec<f64> {
        let is_small = self.columns.len() <= DENSEST;
        let guess = if is_small { self.by_policies() } else { None };
        guess.unwrap_or_else(|| self.by_steps())
    }

    /// How many passes over all columns the allowed work buys.
    fn passes_allowed(&self) -> usize {
        const BLOCKS: usize = 20_000_000;
        let blocks: usize = self.columns.iter().map(|c| c.blocks.len() + 1).sum();
        (BLOCKS / blocks).clamp(4, STEPS)
    }

    /// How far rounding can put one evaluation of a column off.
    fn error(&self, k: usize) -> f64 {
        (8 * self.columns[k].blocks.len() + 16) as f64 * f64::EPSILON
    }

    /// Steps of the operator from the outermost values, rounded outward: sound at any time.
    fn by_steps(&self) -> Vec<f64> {
        let start = if self.sense == Sense::Min { 0.0 } else { 1.0 };
        let mut x: Vec<f64> =
            self.columns.iter().map(|c| if c.is_zero { 0.0 } else { start }).collect();
        for _ in 0..self.passes_allowed() {
            let mut change = 0.0f64;
            for k in 0..x.len() {
                if self.columns[k].is_zero {
                    continue;
                }
                let value = self.value(k, &x).0;
                let next = match self.sense {
                    Sense::Min => (value - self.error(k)).max(x[k]),
                    Sense::Max => (value + self.error(k)).min(x[k]),
                };
                change = change.max((next - x[k]).abs());
                x[k] = next;
            }
            if change < 1e-13 {
                break;
            }
        }
        x
    }

    /// Policy iteration, then outward until the check passes.
    fn by_policies(&self) -> Option<Vec<f64>> {
        let size = self.columns.len();
        let mut x = self.middle();
        let mut factors = None;
        for _ in 0..IMPROVEMENTS {
            let rows: Vec<Row> = (0..size).map(|k| self.value(k, &x).1).collect();
            let solved = self.factor(&rows)?;
            let mut next: Vec<f64> = rows.iter().map(|r| r.1).collect();
            solved.solve(&mut next);
            let change = x.iter().zip(&next).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            if next.iter().any(|v| !v.is_finite()) {
                return None;
            }
            x = next;
            factors = Some(solved);
            if change < 1e-12 {
                break;
            }
        }
        // Moving each node outward by its expected number of steps leaves room for every error.
        let mut time = vec![1.0; size];
        factors?.solve(&mut time);
        if time.iter().any(|t| !t.is_finite() || *t < 0.0) {
            return None;
        }
        let mut margin = (0..size).map(|k| self.error(k)).fold(0.0, f64::max) * 4.0;
        for _ in 0..8 {
            let moved: Vec<f64> = x
                .iter()
                .zip(&time)
                .zip(&self.columns)
                .map(|((x, t), c)| match self.sense {
                    _ if c.is_zero => 0.0,
                    Sense::Min => (x - margin * t).clamp(0.0, 1.0),
                    Sense::Max => (x + margin * t).clamp(0.0, 1.0),
                })
                .collect();
            if (0..size).all(|k| self.passes(k, &moved)) {
                return Some(moved);
            }
            margin *= 8.0;
        }
        None
    }

    /// Values under a world in which every block has a size, so that everything leaks.
    fn middle(&self) -> Vec<f64> {
        let mut x = vec![0.0; self.columns.len()];
        for _ in 0..self.passes_allowed() {
            for k in 0..x.len() {
                let column = &self.columns[k];
                if column.is_zero {
                    continue;
                }
                let room: f64 =
                    column.zero_room + column.blocks.iter().map(|b| b.max - b.min).sum::<f64>();
                let part = if room > 0.0 { (column.slack / room).min(1.0) } else { 0.0 };
                let sum: f64 = column
                    .blocks
                    .iter()
                    .map(|b| (b.min + part * (b.max - b.min)) * self.worth(b, &x).0)
                    .sum();
                x[k] = sum;
            }
        }
        x
    }

    fn factor(&self, rows: &[Row]) -> Option<Factors> {
        let size = rows.len();
        let mut cells = vec![0.0; size * size];
        for (k, (inside, _)) in rows.iter().enumerate() {
            for &(p, part) in inside {
                cells[k * size + p as usize] += part;
            }
        }
        Factors::new(size, cells)
    }

    /// Whether one more step confirms that a node's value is outward of the exact one.
    fn passes(&self, k: usize, x: &[f64]) -> bool {
        if self.columns[k].is_zero {
            return true;
        }
        let value = self.value(k, x).0;
        match self.sense {
            Sense::Min => x[k] <= 0.0 || x[k] <= value - self.error(k),
            Sense::Max => x[k] >= 1.0 || x[k] >= value + self.error(k),
        }
    }

    /// What a block is worth, and the holder inside that makes it.
    fn worth(&self, block: &FloatBlock, x: &[f64]) -> (f64, Option<u32>) {
        let inside = block.inside.iter().map(|&p| (x[p as usize], Some(p)));
        let all = inside.chain(block.outside.map(|v| (v, None)));
        let best = match self.sense {
            Sense::Min => all.min_by(|a, b| a.0.total_cmp(&b.0)),
            Sense::Max => all.max_by(|a, b| a.0.total_cmp(&b.0)),
        };
        best.unwrap_or((0.0, None))
    }

    /// The least or greatest value of a node's column and the world that makes it.
    fn value(&self, k: usize, x: &[f64]) -> (f64, Row) {
        let column = &self.columns[k];
        if column.is_zero {
            return (0.0, (Vec::new(), 0.0));
        }
        let mut order: Vec<(f64, Option<u32>, f64, f64)> = column
            .blocks
            .iter()
            .map(|b| {
                let (worth, holder) = self.worth(b, x);
                (worth, holder, b.min, b.max)
            })
            .collect();
        match self.sense {
            Sense::Min => order.sort_by(|a, b| a.0.total_cmp(&b.0)),
            Sense::Max => order.sort_by(|a, b| b.0.total_cmp(&a.0)),
        }
        let mut slack = column.slack;
        if self.sense == Sense::Min {
            slack = (slack - column.zero_room).max(0.0);
        }
        let (mut value, mut inside, mut outside) = (0.0, Vec::new(), 0.0);
        for (worth, holder, min, max) in order {
            let more = slack.min(max - min);
            slack -= more;
            let part = min + more;
            value += part * worth;
            match holder {
                Some(p) if part > 0.0 => inside.push((p, part)),
                Some(_) => {}
                None => outside += part * worth,
            }
        }
        (value, (inside, outside))
    }
}
