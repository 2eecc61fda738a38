//! Whole records with a verdict.

use super::Bench;
use super::labelled::{Tally, auc};
use cuibono_matching::{Party, Record, THRESHOLD, compare_records};

/// One check of the file.
struct Check {
    is_match: bool,
    schema: String,
    query: Party,
    candidate: Party,
}

/// Record pairs with verdict.
pub(super) fn checks(bench: &Bench) -> Result<(), String> {
    let path = bench.labelled.join("nomenklatura-entity-checks/checks.yml");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let checks = parse(&text);
    let mut tally = Tally::default();
    let mut scores = Vec::new();
    let mut wrong = Vec::new();
    for check in &checks {
        let (a, b) = (Record::read(&check.query, None), Record::read(&check.candidate, None));
        let score = compare_records(&a, &b);
        scores.push((score, check.is_match));
        tally.count(check.is_match, score >= THRESHOLD);
        if check.is_match != (score >= THRESHOLD) {
            let kind = if check.is_match { "missed" } else { "false " };
            let show =
                |p: &Party| p.properties.values().flatten().cloned().collect::<Vec<_>>().join(", ");
            wrong.push(format!(
                "  {kind} {score:.3} {:12} {} | {}",
                check.schema,
                show(&check.query),
                show(&check.candidate)
            ));
        }
    }
    println!("{} checks: {}  AUC {:.4}", checks.len(), tally.line(), auc(&scores));
    let right = checks.len() - wrong.len();
    println!(
        "right verdicts {right} of {} ({:.1}%)",
        checks.len(),
        100.0 * right as f64 / checks.len() as f64
    );
    wrong.sort();
    wrong.iter().for_each(|l| println!("{l}"));
    Ok(())
}

/// Reads the one shape of YAML the file uses: a list of maps two levels deep with plain scalars that
/// may go on in the next line.
fn parse(text: &str) -> Vec<Check> {
    let mut out: Vec<Check> = Vec::new();
    let mut side = "";
    let mut property = String::new();
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') || trimmed == "checks:" {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        if let Some(value) = trimmed.strip_prefix("- match:") {
            out.push(Check {
                is_match: value.trim() == "true",
                schema: String::new(),
                query: Party::default(),
                candidate: Party::default(),
            });
            continue;
        }
        let Some(check) = out.last_mut() else { continue };
        match (indent, trimmed.split_once(':')) {
            (4, Some(("query" | "candidate", _))) => {
                side = if trimmed.starts_with('q') { "query" } else { "candidate" }
            }
            (4, Some(("schema", value))) => check.schema = value.trim().to_owned(),
            (4, _) => {}
            (6, Some((name, value))) => {
                property = name.to_owned();
                let value = value.trim();
                let value = value
                    .strip_prefix('"')
                    .and_then(|v| v.strip_suffix('"'))
                    .unwrap_or(value)
                    .to_owned();
                party(check, side).properties.insert(property.clone(), vec![value]);
            }
            (_, _) => {
                if let Some(value) =
                    party(check, side).properties.get_mut(&property).and_then(|v| v.last_mut())
                {
                    value.push(' ');
                    value.push_str(trimmed);
                }
            }
        }
    }
    for check in &mut out {
        check.query.schema.clone_from(&check.schema);
        check.candidate.schema.clone_from(&check.schema);
    }
    out
}

fn party<'c>(check: &'c mut Check, side: &str) -> &'c mut Party {
    if side == "query" { &mut check.query } else { &mut check.candidate }
}
