//! What comes from others: under which licences, and why we use it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Findings, Workspace};

/// Licences that may be combined with Apache-2.0 in one binary without further duties than keeping
/// their texts.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

const REASONS: &str = "docs/dependencies.md";

/// The packages of the workspace.
pub(super) fn ours(metadata: &Value) -> Vec<&Value> {
    packages(metadata).filter(|package| package["source"].is_null()).collect()
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().into_iter().flatten()
}

/// Every package, ours or not, is under licences of the list.
pub(super) fn licences(workspace: &Workspace) -> Result<Findings, String> {
    let mut findings = Findings::new();
    for package in packages(&workspace.metadata) {
        let name = package["name"].as_str().unwrap_or("?");
        match package["license"].as_str() {
            Some(expression) if is_allowed(expression) => {}
            Some(expression) => findings.push(format!("`{name}` is under {expression}")),
            None => findings.push(format!("`{name}` names no licence")),
        }
    }
    Ok(findings)
}

/// Whether an SPDX expression can be met with licences of the list. Every part of an `AND` must be,
/// one part of an `OR`. `/` is an old way to write `OR`.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let expression = expression.trim();
    let parts = |word: &str| split_outside(expression, word);
    if let Some(parts) = parts(" OR ") {
        return parts.iter().any(|part| is_allowed(part));
    }
    if let Some(parts) = parts(" AND ") {
        return parts.iter().all(|part| is_allowed(part));
    }
    match expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => is_allowed(inner),
        None => LICENCES.contains(&expression),
    }
}

/// The parts between words that stand outside parentheses; `None` when there is only one.
fn split_outside<'t>(text: &'t str, word: &str) -> Option<Vec<&'t str>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && text[at..].starts_with(word) => {
                parts.push(&text[start..at]);
                start = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    (parts.len() > 1).then_some(parts)
}

/// Every package that one of ours names stands in docs/dependencies.md with a reason, and nothing
/// else does.
pub(super) fn reasons(workspace: &Workspace) -> Result<Findings, String> {
    let text = crate::workspace::read(REASONS)?;
    let ours = ours(&workspace.metadata);
    let own: BTreeSet<&str> = ours.iter().filter_map(|p| p["name"].as_str()).collect();
    let named = ours.iter().filter_map(|package| package["dependencies"].as_array()).flatten();
    let used: BTreeSet<&str> =
        named.filter_map(|d| d["name"].as_str()).filter(|name| !own.contains(name)).collect();
    let reasons = rows(&text);
    let missing = used.iter().filter(|name| reasons.get(**name).is_none_or(|r| r.is_empty()));
    let missing = missing.map(|name| format!("{REASONS} gives no reason for `{name}`"));
    let stale = reasons.keys().filter(|name| !used.contains(**name));
    let stale = stale.map(|name| format!("{REASONS} has a row for `{name}`, which is not used"));
    Ok(missing.chain(stale).collect())
}

/// The rows `| package | reason |` of a page; names stand in backticks.
fn rows(text: &str) -> BTreeMap<&str, &str> {
    let rows = text.lines().filter_map(|line| {
        let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
        let name = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
        Some((name, cells.next()?))
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_expressions() {
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR GPL-2.0-only) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
        ] {
            assert!(is_allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "(GPL-2.0-only OR X) AND MIT"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }

    #[test]
    fn rows_of_a_page() {
        let rows = rows("| package | why |\n| --- | --- |\n| `csv` | reads it |\n| `x` |  |\n");
        assert_eq!(rows, BTreeMap::from([("csv", "reads it"), ("x", "")]));
    }
}
