//! Exact solution of the linear system of one loop.

use crate::rat::Rat;

/// Solves `x = A x + b` over the nodes that are not fixed at nothing, where `A` is given by rows of
/// (node, weight). `None` when what runs in the loop does not die out, so that walks add up to no
/// finite number.
///
/// Gaussian elimination without pivoting: where everything dies out every pivot is positive.
pub(crate) fn solve(rows: &[(&[(usize, Rat)], &Rat)], is_zero: &[bool]) -> Option<Vec<Rat>> {
    let live: Vec<usize> = (0..rows.len()).filter(|&k| !is_zero[k]).collect();
    let n = live.len();
    let mut place = vec![usize::MAX; rows.len()];
    for (p, &k) in live.iter().enumerate() {
        place[k] = p;
    }
    let mut m = vec![vec![Rat::ZERO; n + 1]; n];
    for (p, &k) in live.iter().enumerate() {
        m[p][p] = Rat::ONE;
        m[p][n] = rows[k].1.clone();
        for (to, weight) in rows[k].0 {
            let q = place[*to];
            if q != usize::MAX {
                m[p][q] = &m[p][q] - weight;
            }
        }
    }
    for c in 0..n {
        let (above, below) = m.split_at_mut(c + 1);
        let pivot = &above[c];
        if !pivot[c].is_positive() {
            return None;
        }
        for row in below {
            if row[c].is_zero() {
                continue;
            }
            let factor = &row[c] / &pivot[c];
            for k in c..=n {
                if !pivot[k].is_zero() {
                    row[k] = &row[k] - &(&factor * &pivot[k]);
                }
            }
        }
    }
    let mut x = vec![Rat::ZERO; rows.len()];
    for c in (0..n).rev() {
        let mut sum = m[c][n].clone();
        for k in c + 1..n {
            if !m[c][k].is_zero() {
                sum = sum - &m[c][k] * &x[live[k]];
            }
        }
        x[live[c]] = sum / m[c][c].clone();
    }
    Some(x)
}
