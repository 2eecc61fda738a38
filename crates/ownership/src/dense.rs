//! Solving one large loop in doubles: a blocked factorisation of `I - A`, used many times.

use rayon::prelude::*;

/// Rows of a panel that are eliminated together, so that they stay in the cache.
const PANEL: usize = 48;

/// `I - A` factored into lower and upper triangles. `A` holds shares, so no pivoting is needed:
/// the matrix is diagonally dominant by rows whenever everything leaks.
#[derive(Clone, Debug)]
pub(crate) struct Factors {
    size: usize,
    /// Row-major; the unit diagonal of the lower triangle is left out.
    cells: Vec<f64>,
}

impl Factors {
    /// Factors `I - A`, given `A` row-major; `None` when it is singular to working precision.
    pub(crate) fn new(size: usize, mut cells: Vec<f64>) -> Option<Factors> {
        for (k, cell) in cells.iter_mut().enumerate() {
            *cell = if k / size == k % size { 1.0 - *cell } else { -*cell };
        }
        for start in (0..size).step_by(PANEL) {
            let end = (start + PANEL).min(size);
            if !panel(&mut cells, size, start, end) {
                return None;
            }
            let (top, below) = cells.split_at_mut(end * size);
            let top = &top[start * size..];
            below.par_chunks_mut(size).for_each(|row| update(row, top, size, start, end));
        }
        Some(Factors { size, cells })
    }

    /// Solves `(I - A) x = b` in place.
    pub(crate) fn solve(&self, b: &mut [f64]) {
        let n = self.size;
        for i in 0..n {
            let row = &self.cells[i * n..i * n + i];
            b[i] -= row.iter().zip(&*b).map(|(l, x)| l * x).sum::<f64>();
        }
        for i in (0..n).rev() {
            let row = &self.cells[i * n..(i + 1) * n];
            let sum: f64 = row[i + 1..].iter().zip(&b[i + 1..]).map(|(u, x)| u * x).sum();
            b[i] = (b[i] - sum) / row[i];
        }
    }

    /// Solves `x (I - A) = b` in place.
    pub(crate) fn solve_transposed(&self, b: &mut [f64]) {
        let n = self.size;
        for i in 0..n {
            let row = &self.cells[i * n..(i + 1) * n];
            b[i] /= row[i];
            let x = b[i];
            b[i + 1..].iter_mut().zip(&row[i + 1..]).for_each(|(b, u)| *b -= u * x);
        }
        for i in (0..n).rev() {
            let row = &self.cells[i * n..i * n + i];
            let (before, x) = b.split_at_mut(i);
            let x = x[0];
            before.iter_mut().zip(row).for_each(|(b, l)| *b -= l * x);
        }
    }
}

/// Eliminates the rows of a panel among themselves.
fn panel(cells: &mut [f64], size: usize, start: usize, end: usize) -> bool {
    for k in start..end {
        let (above, below) = cells.split_at_mut((k + 1) * size);
        let pivot = &above[k * size..];
        if pivot[k].abs() < f64::MIN_POSITIVE {
            return false;
        }
        for row in below[..(end - k - 1) * size].chunks_mut(size) {
            eliminate(row, pivot, k);
        }
    }
    true
}

/// Subtracts the panel's rows from one row below it.
fn update(row: &mut [f64], panel: &[f64], size: usize, start: usize, end: usize) {
    for k in start..end {
        eliminate(row, &panel[(k - start) * size..(k - start + 1) * size], k);
    }
}

fn eliminate(row: &mut [f64], pivot: &[f64], k: usize) {
    let factor = row[k] / pivot[k];
    row[k] = factor;
    if factor != 0.0 {
        for (x, p) in row[k + 1..].iter_mut().zip(&pivot[k + 1..]) {
            *x -= factor * p;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// The solution satisfies the system.
        #[test]
        fn solves(size in 1usize..130, seed: u64) {
            let mut state = seed | 1;
            let mut next = || {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                (state >> 11) as f64 / (1u64 << 53) as f64
            };
            let mut cells: Vec<f64> = (0..size * size).map(|_| next()).collect();
            for row in cells.chunks_mut(size) {
                let sum: f64 = row.iter().sum();
                row.iter_mut().for_each(|c| *c *= 0.999 / sum);
            }
            let b: Vec<f64> = (0..size).map(|_| next()).collect();
            let mut x = b.clone();
            let factors = Factors::new(size, cells.clone()).unwrap();
            factors.solve(&mut x);
            for (k, row) in cells.chunks(size).enumerate() {
                let ax: f64 = row.iter().zip(&x).map(|(a, x)| a * x).sum();
                prop_assert!((x[k] - ax - b[k]).abs() < 1e-9 * x[k].abs().max(1.0));
            }
            let mut x = b.clone();
            factors.solve_transposed(&mut x);
            for k in 0..size {
                let xa: f64 = (0..size).map(|i| x[i] * cells[i * size + k]).sum();
                prop_assert!((x[k] - xa - b[k]).abs() < 1e-9 * x[k].abs().max(1.0));
            }
        }
    }
}
