//! Whether two records are one party: names first, then what else both records say. A field that one
//! record leaves out changes nothing; a field in which they contradict does. Identifiers decide.

use crate::explain::{Explanation, explain};
use crate::fields::{self, Field, FieldEvidence};
use crate::kind::Kind;
use crate::party::{Record, Standing};
use crate::score::{THRESHOLD, compare};
use serde::Serialize;

/// The result of comparing two records.
#[derive(Clone, Debug, Serialize)]
pub struct RecordExplanation {
    /// 0 to 1. Names alone never reach 1.
    pub score: f32,
    /// Whether the score reaches the default threshold.
    #[serde(rename = "match")]
    pub is_match: bool,
    /// The default threshold.
    pub threshold: f32,
    /// The field that decided whatever the others say, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Field>,
    /// The two names that agree best, compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Explanation>,
    /// Every other field that at least one record has.
    pub fields: Vec<FieldEvidence>,
}

/// Compares two records: score only.
#[must_use]
pub fn compare_records(a: &Record, b: &Record) -> f32 {
    assess(a, b).0
}

/// Compares two records and says why. The score equals [`compare_records`]'s.
#[must_use]
pub fn explain_records(a: &Record, b: &Record) -> RecordExplanation {
    let (score, best, fields, decided_by) = assess(a, b);
    RecordExplanation {
        score,
        is_match: score >= THRESHOLD,
        threshold: THRESHOLD,
        decided_by,
        names: best.map(|(i, j)| explain(&a.names[i].0, &b.names[j].0)),
        fields,
    }
}

/// Whether the two schemata can describe one party.
fn comparable(a: &Record, b: &Record) -> bool {
    a.kind == b.kind || a.kind == Kind::Entity || b.kind == Kind::Entity
}

type Assessment = (f32, Option<(usize, usize)>, Vec<FieldEvidence>, Option<Field>);

fn assess(a: &Record, b: &Record) -> Assessment {
    if !comparable(a, b) || (a.kind == Kind::Object && a.schema != b.schema) {
        return (0.0, None, Vec::new(), Some(Field::Schema));
    }
    let (similarity, best) = best_names(a, b);
    let fields = fields::all(a, b);
    let decisive = fields.iter().find(|f| f.decisive);
    let decided_by = decisive.map(|f| f.field);
    if let Some(field) = decisive {
        // The number is the party; names that have nothing in common only make one look again.
        let agrees = field.weight > 0.0;
        let score = if agrees { 0.93 + 0.07 * similarity } else { (0.25 * similarity).min(0.25) };
        return (round(score), best, fields, decided_by);
    }
    // Evidence adds up as odds. Names alone stay under 1 however well they agree.
    let bits = best.map_or(0.0, |(i, j)| a.names[i].0.bits().min(b.names[j].0.bits()));
    let capped = similarity.clamp(0.001, ceiling(bits));
    let odds = (capped / (1.0 - capped)).ln();
    let mut sum: f32 = fields.iter().map(|f| f.weight).sum();
    // Families share addresses, telephones and even birthdays; where the names or the dates of birth
    // contradict, what is shared says "family", not "same".
    let born_apart = fields.iter().any(|f| f.field == Field::BirthDate && f.weight <= -1.5);
    if born_apart {
        let shared: f32 = fields.iter().map(|f| f.weight.max(0.0)).sum();
        sum -= (shared - 0.5).max(0.0);
    }
    if best.is_none() || similarity < 0.2 {
        // Records of different names are not made one by sharing a country or a street.
        sum = sum.min(if similarity < 0.05 { 0.0 } else { 0.7 });
    } else if similarity < 0.5 && a.kind == Kind::Person {
        sum = sum.min(0.8);
    }
    let total = odds + sum.clamp(-6.0, 4.5);
    let score = 1.0 / (1.0 + (-total).exp());
    (round(score), best, fields, None)
}

/// The most that names alone can reach: two John Smiths are less surely one than two bearers of a
/// rare name.
fn ceiling(bits: f32) -> f32 {
    (0.84 + 0.0042 * bits).clamp(0.86, 0.965)
}

/// Scores are equal on every machine: six decimals are kept.
fn round(score: f32) -> f32 {
    (score * 1e6).round() / 1e6
}

fn best_names(a: &Record, b: &Record) -> (f32, Option<(usize, usize)>) {
    let mut best = (0.0, None);
    for (i, (x, standing)) in a.names.iter().enumerate() {
        for (j, (y, other)) in b.names.iter().enumerate() {
            let weakest = (*standing).max(*other);
            let factor = match weakest {
                Standing::Full => 1.0,
                Standing::Former => 0.97,
                Standing::Weak => 0.82,
            };
            let score = compare(x, y) * factor;
            if best.1.is_none() || score > best.0 {
                best = (score, Some((i, j)));
            }
        }
    }
    best
}
