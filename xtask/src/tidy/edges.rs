//! Which crate may use which: the table in ARCHITECTURE.md is the rule, Cargo is the fact.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Findings, Workspace};

const TABLE: &str = "ARCHITECTURE.md";
/// Stands above the table of edges.
const MARK: &str = "<!-- edges: checked by `cargo xtask tidy` -->";

/// Crates that answer questions. Neither they nor anything below them may ingest.
const SERVER: &[&str] =
    &["query", "graph", "index", "entities", "store", "ownership", "model", "text", "normalise"];
/// Crates that ingest, decide identity or invent.
const INGEST: &[&str] = &["read", "sources", "pipeline", "resolve", "synth"];

/// Our crates by short name, and which of ours each uses.
type Edges = BTreeMap<String, BTreeSet<String>>;

/// The edges are exactly those of the table.
pub(super) fn allowed(workspace: &Workspace) -> Result<Findings, String> {
    let text = crate::workspace::read(TABLE)?;
    let allowed = table(&text).ok_or_else(|| format!("{TABLE}: no table below `{MARK}`"))?;
    Ok(compare(&allowed, &edges(&workspace.metadata)))
}

/// No way leads from a server crate to one that ingests.
pub(super) fn reach(workspace: &Workspace) -> Result<Findings, String> {
    let edges = edges(&workspace.metadata);
    let mut findings = Findings::new();
    for name in SERVER {
        if !edges.contains_key(*name) {
            findings.push(format!("there is no crate `{name}`; mend the list in xtask"));
        }
        let reached = below(&edges, name);
        for banned in INGEST.iter().filter(|banned| reached.contains(**banned)) {
            findings.push(format!("`{name}` reaches `{banned}`"));
        }
    }
    Ok(findings)
}

fn compare(allowed: &Edges, found: &Edges) -> Findings {
    let none = BTreeSet::new();
    let names: BTreeSet<&String> = allowed.keys().chain(found.keys()).collect();
    let mut findings = Findings::new();
    for name in names {
        if !allowed.contains_key(name) {
            findings.push(format!("`{name}` has no row in {TABLE}"));
        } else if !found.contains_key(name) {
            findings.push(format!("`{name}` has a row in {TABLE} and is no crate"));
        }
        let (may, does) = (allowed.get(name).unwrap_or(&none), found.get(name).unwrap_or(&none));
        for to in does.difference(may) {
            findings.push(format!("`{name}` uses `{to}`, which {TABLE} does not allow"));
        }
        for to in may.difference(does) {
            findings.push(format!("`{name}` does not use `{to}`; take it out of {TABLE}"));
        }
    }
    findings
}

/// Everything that a crate uses, directly or not.
fn below<'e>(edges: &'e Edges, name: &'e str) -> BTreeSet<&'e str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![name];
    while let Some(next) = open.pop() {
        for to in edges.get(next).into_iter().flatten() {
            if reached.insert(to.as_str()) {
                open.push(to);
            }
        }
    }
    reached
}

/// The rows `| crate | crates it uses | … |` below the mark; names stand in backticks.
fn table(text: &str) -> Option<Edges> {
    let (_, below) = text.split_once(MARK)?;
    let rows = below.trim_start().lines().take_while(|line| line.starts_with('|')).skip(2);
    let edges: Edges = rows
        .filter_map(|row| {
            let mut cells = row.split('|').skip(1);
            let name = quoted(cells.next()?).into_iter().next()?;
            Some((name, quoted(cells.next()?).into_iter().collect()))
        })
        .collect();
    (!edges.is_empty()).then_some(edges)
}

fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Our crates, with what each uses when it is built (not when it is tested).
fn edges(metadata: &Value) -> Edges {
    let packages = super::packages::ours(metadata);
    let short = |name: &str| name.strip_prefix("cuibono-").unwrap_or(name).to_owned();
    let names: BTreeSet<String> =
        packages.iter().filter_map(|p| Some(short(p["name"].as_str()?))).collect();
    packages
        .iter()
        .filter_map(|package| {
            let used = package["dependencies"].as_array()?.iter();
            let built = used.filter(|dependency| dependency["kind"].as_str() != Some("dev"));
            let built = built.filter_map(|d| Some(short(d["name"].as_str()?)));
            let ours = built.filter(|name| names.contains(name)).collect();
            Some((short(package["name"].as_str()?), ours))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &str) -> Edges {
        table(&format!("text\n{MARK}\n\n| c | u |\n| - | - |\n{rows}\n\nmore | `x` |\n")).unwrap()
    }

    #[test]
    fn a_difference_in_either_direction_is_found() {
        let allowed = rows("| `a` | `b` `c` | x |\n| `b` | – | y |\n| `c` | – |");
        assert!(compare(&allowed, &allowed).is_empty());
        let found = rows("| `a` | `b` |\n| `b` | `c` |\n| `d` | – |");
        let findings = compare(&allowed, &found);
        let expected = ["`a` does not use `c`", "`b` uses `c`", "`c` has a row", "`d` has no row"];
        assert_eq!(findings.len(), expected.len());
        for (finding, start) in findings.iter().zip(expected) {
            assert!(finding.starts_with(start), "{finding}");
        }
    }

    #[test]
    fn what_is_used_indirectly_is_reached() {
        let edges = rows("| `a` | `b` |\n| `b` | `c`, `a` |\n| `c` | – |\n| `d` | `a` |");
        assert_eq!(below(&edges, "a"), BTreeSet::from(["a", "b", "c"]));
        assert!(below(&edges, "c").is_empty());
    }

    #[test]
    fn a_text_without_the_mark_has_no_table() {
        assert_eq!(table("| `a` | `b` |"), None);
    }
}
