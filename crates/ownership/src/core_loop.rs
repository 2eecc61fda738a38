//! A large loop of exact shares, solved in doubles with bounds on the error. Knows nothing of bands;
//! loops that have any are the business of [`crate::float`].

use crate::dense::Factors;

/// A large loop of exact shares.
pub(crate) struct Core {
    pub(crate) members: Vec<u32>,
    /// What each member's holders inside have: (position, part).
    pub(crate) inside: Vec<Vec<(u32, f64)>>,
    pub(crate) factors: Factors,
    /// Bounds on the expected number of steps inside, by member.
    pub(crate) time: Vec<f64>,
}

impl Core {
    /// How often money that enters a core comes by each member: (found, outward).
    pub(crate) fn passages(&self, entering: &dyn Fn(u32) -> f64) -> Option<Vec<(f64, f64)>> {
        let entering: Vec<f64> = self.members.iter().map(|&v| entering(v)).collect();
        let mut x = entering.clone();
        self.factors.solve_transposed(&mut x);
        // What the members pass on among themselves, and how many additions that takes.
        let mut sum = vec![(0.0, 0usize); x.len()];
        for (inside, &passing) in self.inside.iter().zip(&x) {
            for &(p, part) in inside {
                let (sum, count) = &mut sum[p as usize];
                *sum += part * passing;
                *count += 1;
            }
        }
        // An error at one member comes by another at most as often as money that starts at that
        // other one, and that is at most its expected number of steps.
        let mut off = 0.0;
        for ((&x, &from), &(sum, count)) in x.iter().zip(&entering).zip(&sum) {
            let rounding = (4 * count + 16) as f64 * f64::EPSILON * (x.abs() + from + sum.abs());
            off += (x - sum - from).abs() + rounding;
        }
        let found = x.iter().zip(&self.time).map(|(x, t)| {
            let error = (off * t * (1.0 + 1e-9)).next_up();
            ((x - error).max(0.0), x + error)
        });
        off.is_finite().then(|| found.collect())
    }

    /// How far the equations are from being satisfied, rounding of this very sum counted in; an
    /// error of a value is at most that times the expected number of steps.
    pub(crate) fn residual(&self, x: &[f64], outside: &[f64], goals: &[usize]) -> f64 {
        let mut worst = 0.0f64;
        for (k, inside) in self.inside.iter().enumerate() {
            if goals.contains(&k) {
                continue;
            }
            let sum: f64 = inside.iter().map(|&(p, part)| part * x[p as usize]).sum();
            let rounding = (4 * inside.len() + 16) as f64 * f64::EPSILON;
            worst = worst.max((x[k] - sum - outside[k]).abs() + rounding);
        }
        worst
    }
}
