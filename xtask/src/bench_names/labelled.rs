//! Reading labelled material and counting how it came out.

use std::collections::BTreeMap;
use std::path::Path;

/// A table as rows of named cells.
pub(super) type Rows = Vec<BTreeMap<String, String>>;

/// Reads a CSV file with a header line.
pub(super) fn rows(path: &Path) -> Result<Rows, String> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(path)
        .map_err(|e| format!("{}: {e}", path.display()))?;
    reader.deserialize().map(|row| row.map_err(|e| format!("{}: {e}", path.display()))).collect()
}

/// Right and wrong answers.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) true_positive: u32,
    pub(super) false_positive: u32,
    pub(super) false_negative: u32,
    pub(super) true_negative: u32,
}

impl Tally {
    pub(super) fn count(&mut self, truth: bool, answer: bool) {
        match (truth, answer) {
            (true, true) => self.true_positive += 1,
            (false, true) => self.false_positive += 1,
            (true, false) => self.false_negative += 1,
            (false, false) => self.true_negative += 1,
        }
    }

    pub(super) fn precision(&self) -> f64 {
        f64::from(self.true_positive) / f64::from((self.true_positive + self.false_positive).max(1))
    }

    pub(super) fn recall(&self) -> f64 {
        f64::from(self.true_positive) / f64::from((self.true_positive + self.false_negative).max(1))
    }

    pub(super) fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }

    pub(super) fn line(&self) -> String {
        format!(
            "F1 {:.4}  precision {:.4}  recall {:.4}  (tp {} fp {} fn {} tn {})",
            self.f1(),
            self.precision(),
            self.recall(),
            self.true_positive,
            self.false_positive,
            self.false_negative,
            self.true_negative
        )
    }
}

/// Area under the ROC curve of scores against truth, ties counting half.
pub(super) fn auc(scores: &[(f32, bool)]) -> f64 {
    let (mut good, mut all) = (0.0, 0.0);
    for (s, _) in scores.iter().filter(|(_, truth)| *truth) {
        for (t, _) in scores.iter().filter(|(_, truth)| !*truth) {
            all += 1.0;
            good += if s > t {
                1.0
            } else if s == t {
                0.5
            } else {
                0.0
            };
        }
    }
    if all == 0.0 { 0.0 } else { good / all }
}

/// Spearman's rank correlation.
pub(super) fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let ranks = |values: Vec<f64>| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
        let mut ranks = vec![0.0; values.len()];
        let mut i = 0;
        while i < order.len() {
            let mut j = i;
            while j < order.len() && values[order[j]] == values[order[i]] {
                j += 1;
            }
            let rank = (i + j - 1) as f64 / 2.0;
            order[i..j].iter().for_each(|&k| ranks[k] = rank);
            i = j;
        }
        ranks
    };
    let x = ranks(pairs.iter().map(|p| p.0).collect());
    let y = ranks(pairs.iter().map(|p| p.1).collect());
    let n = pairs.len() as f64;
    let (mx, my) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
    let cov: f64 = x.iter().zip(&y).map(|(a, b)| (a - mx) * (b - my)).sum();
    let (vx, vy): (f64, f64) =
        (x.iter().map(|a| (a - mx).powi(2)).sum(), y.iter().map(|b| (b - my).powi(2)).sum());
    cov / (vx * vy).sqrt()
}
