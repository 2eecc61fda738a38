//! `cargo xtask cases FILE`: runs ownership cases with known answers and prints what differs.
//!
//! Two shapes of file are read, both `{"cases": [...]}`: questions (`ask.op` with `expected`) and
//! worked examples (`rule` or `target` with `expect_…` fields). Numbers are compared as fractions.

mod case;
mod compare;
mod models;
mod rules;
mod shares;
mod timing;
mod worked;

use std::path::Path;
use std::process::ExitCode;

use serde_json::Value;

use case::{Answer, Case};

/// Runs every case of a file. The last line is `N passed, M failed`.
pub(crate) fn run(path: &Path) -> ExitCode {
    match read(path) {
        Ok(cases) => {
            let failed = cases.iter().filter(|case| !report(case)).count();
            println!("{} passed, {failed} failed", cases.len() - failed);
            if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(reason) => {
            eprintln!("{}: {reason}", path.display());
            ExitCode::FAILURE
        }
    }
}

fn read(path: &Path) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| e.to_string())?;
    let file: Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let cases = file.get("cases").unwrap_or(&file);
    cases.as_array().cloned().ok_or_else(|| "no list of cases".to_owned())
}

/// Runs one case and prints it when it fails; whether it passed.
fn report(case: &Value) -> bool {
    let id = case["id"].as_str().unwrap_or("(no id)");
    let title = case["title"].as_str().unwrap_or_default();
    let (expected, got) = match outcome(case) {
        Ok((expected, got)) if compare::agree(&expected, &got) => return true,
        Ok((expected, got)) => (expected.to_string(), got.to_string()),
        Err(reason) => (case["expected"].to_string(), reason),
    };
    println!("{id} {title}\n  expected {expected}\n  got      {got}");
    false
}

/// What is expected and what came out, in the same shape.
fn outcome(case: &Value) -> Result<(Value, Value), String> {
    let Some(op) = case["ask"]["op"].as_str() else { return worked::run(case) };
    let case = Case::read(case)?;
    let got = answer(op, &case)?;
    Ok((compare::normal(op, &case.expected), compare::normal(op, &got)))
}

fn answer(op: &str, case: &Case) -> Answer {
    match op {
        "integrated" => shares::integrated(case),
        "integrated_residual" => shares::integrated_residual(case),
        "m_and_y" | "y" => shares::m_and_y(case),
        "simple_paths" => shares::simple_paths(case),
        "closed_loops" => shares::closed_loops(case),
        "oversubscribed" => shares::oversubscribed(case),
        "network_value" => shares::network_value(case),
        "truncated_error" => shares::truncated_error(case),
        "bounds" => shares::bounds(case),
        "tighten" => shares::tighten(case),
        "scc" => shares::components(case),
        "topk" => shares::top_chains(case),
        "common_owners" => shares::common_owners(case),
        "opaque" => shares::opaque(case),
        "close_links" => shares::close_links(case),
        "control" => models::control(case),
        "control_suspended" => models::control_suspended(case),
        "weakest_link" => models::weakest_link(case),
        "power" => models::power(case),
        "ocean" => models::ocean(case),
        "relative_control" => models::relative_control(case),
        "ultimate_controllers" => models::ultimate_controllers(case),
        "group" => models::group(case),
        "cascade" => rules::cascade(case),
        "attributed_bounds" => rules::attributed_bounds(case),
        "ofac" => rules::ofac(case),
        "regimes" => rules::regimes(case),
        "psc" => rules::psc(case),
        "psc_joint_interest" => rules::psc_joint_interest(case),
        "psc_band" => rules::psc_band(case),
        "amlr" => rules::amlr(case),
        "fatf_cascade" => rules::fatf_cascade(case),
        "threshold_table" => rules::threshold_table(case),
        "active" => timing::active(case),
        "active_censored" => timing::active_censored(case),
        "timeline" => timing::timeline(case),
        "bitemporal" => timing::bitemporal(case),
        _ => Err(format!("the operation {op:?} is not covered")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every case of the project's own collection is answered as expected.
    #[test]
    fn own_cases() {
        let folder = crate::workspace::root().join("corpora/cases/ownership");
        let mut files = 0;
        for file in std::fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            let cases = read(&path).unwrap();
            assert!(!cases.is_empty(), "{}", path.display());
            let failed: Vec<&Value> =
                cases.iter().filter(|case| !report(case)).map(|case| &case["id"]).collect();
            assert!(failed.is_empty(), "{}: {failed:?}", path.display());
            files += 1;
        }
        assert!(files > 0, "no cases in {}", folder.display());
    }

    /// A wrong expectation is told.
    #[test]
    fn wrong_answers_fail() {
        let case = |expected: Value| {
            serde_json::json!({
                "id": "x",
                "edges": [{"from": "Ada", "to": "Kelp", "share": "1/2"}],
                "ask": {"op": "integrated", "pairs": [["Ada", "Kelp"]]},
                "expected": expected,
            })
        };
        assert!(report(&case(serde_json::json!({"Ada>Kelp": "2/4"}))));
        assert!(!report(&case(serde_json::json!({"Ada>Kelp": "1/3"}))));
        assert!(!report(&case(serde_json::json!({}))));
    }
}
