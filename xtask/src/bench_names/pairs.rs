//! Pairs of names with a verdict or a score.

use super::Bench;
use super::labelled::{Rows, Tally, auc, rows, spearman};
use cuibono_matching::{Kind, THRESHOLD, Without, analyse, compare};
use std::collections::BTreeMap;
use std::path::Path;

fn score(schema: &str, left: &str, right: &str) -> f32 {
    let kind = Kind::of_schema(schema);
    compare(&analyse(left, kind), &analyse(right, kind))
}

/// A stable half of the rows, so that what was tuned on one half is confirmed on the other.
fn half(left: &str, right: &str) -> &'static str {
    let sum = left
        .bytes()
        .chain(right.bytes())
        .fold(7u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)));
    if sum >> 7 & 1 == 0 { "half A" } else { "half B" }
}

fn verdicts(rows: &Rows, groups: &[&str]) {
    let mut all = Tally::default();
    let mut parts: BTreeMap<String, Tally> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut scores = Vec::new();
    for row in rows {
        let truth = row["is_match"] == "true";
        let (left, right) = (&row["name1"], &row["name2"]);
        let score = score(&row["schema"], left, right);
        let answer = score >= THRESHOLD;
        scores.push((score, truth));
        all.count(truth, answer);
        parts.entry(half(left, right).to_owned()).or_default().count(truth, answer);
        for group in groups {
            let value = row.get(*group).map_or("", String::as_str);
            parts.entry(format!("{group} {value}")).or_default().count(truth, answer);
        }
        if truth != answer {
            let kind = if truth { "missed" } else { "false " };
            let quality = row.get("quality").map_or("", String::as_str);
            wrong.push(format!(
                "  {kind} {score:.3} {quality:6} {:12} {left} | {right}",
                row["schema"]
            ));
        }
    }
    println!("all {} rows: {}  AUC {:.4}", rows.len(), all.line(), auc(&scores));
    for (part, tally) in &parts {
        println!("  {part:28} {}", tally.line());
    }
    wrong.sort();
    println!("rows that come out wrong ({}):", wrong.len());
    wrong.iter().for_each(|line| println!("{line}"));
}

/// Name pairs with verdict and quality tier.
pub(super) fn name_bench(bench: &Bench) -> Result<(), String> {
    let rows = rows(&bench.labelled.join("name-bench/cases.csv"))?;
    verdicts(&rows, &["quality", "schema", "case_group"]);
    let strong = rows.iter().filter(|r| r["quality"] == "STRONG");
    let wrong = strong.filter(|r| {
        (r["is_match"] == "true") != (score(&r["schema"], &r["name1"], &r["name2"]) >= THRESHOLD)
    });
    println!("STRONG rows wrong: {}", wrong.count());
    Ok(())
}

/// The product's own labelled pairs.
pub(super) fn own_cases(_: &Bench) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/matching/tests/data");
    for file in ["hard_names.csv", "fresh_names.csv", "blind_names.csv"] {
        let path = folder.join(file);
        if path.exists() {
            println!("-- {file}");
            verdicts(&rows(&path)?, &["schema", "category"]);
        }
    }
    Ok(())
}

/// F1 on every set with each kind of evidence left aside in turn.
pub(super) fn ablation(bench: &Bench) -> Result<(), String> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/matching/tests/data");
    let paths = [
        ("open", bench.labelled.join("name-bench/cases.csv")),
        ("hard", own.join("hard_names.csv")),
        ("fresh", own.join("fresh_names.csv")),
        ("blind", own.join("blind_names.csv")),
    ];
    let mut sets = Vec::new();
    for (label, path) in paths {
        let analysed: Vec<_> = rows(&path)?
            .iter()
            .map(|row| {
                let kind = Kind::of_schema(&row["schema"]);
                let name = |cell: &str| analyse(&row[cell], kind);
                (name("name1"), name("name2"), row["is_match"] == "true")
            })
            .collect();
        sets.push((label, analysed));
    }
    let labels: Vec<String> = sets.iter().map(|(label, _)| format!("{label:>7}")).collect();
    println!("{:14}{}", "F1 without", labels.concat());
    for without in std::iter::once(None).chain(Without::ALL.map(Some)) {
        let mut line = String::new();
        for (_, pairs) in &sets {
            let mut tally = Tally::default();
            for (a, b, truth) in pairs {
                let score = match without {
                    Some(without) => compare(&without.of(a), &without.of(b)),
                    None => compare(a, b),
                };
                tally.count(*truth, score >= THRESHOLD);
            }
            line.push_str(&format!("{:7.3}", tally.f1()));
        }
        let label = without.map_or("nothing".to_owned(), |without| format!("{without:?}"));
        println!("{label:14}{line}");
    }
    Ok(())
}

/// Scores of the US Treasury's search tool: ours mean something else, so only the order is compared.
pub(super) fn ofac(bench: &Bench) -> Result<(), String> {
    let mut pairs = Vec::new();
    let mut tally = Tally::default();
    for row in rows(&bench.labelled.join("ofac-search-scores/ofac_fixtures.csv"))? {
        let Ok(theirs) = row["ofac_score"].trim().parse::<f64>() else { continue };
        let ours = ["Person", "Company"]
            .map(|schema| score(schema, &row["query_name"], &row["result_name"]))
            .into_iter()
            .fold(0f32, f32::max);
        pairs.push((f64::from(ours), theirs));
        tally.count(theirs >= 95.0, ours >= THRESHOLD);
    }
    println!(
        "{} pairs: rank correlation with the official scores {:.3}",
        pairs.len(),
        spearman(&pairs)
    );
    println!("official score of 95 or more against our threshold: {}", tally.line());
    Ok(())
}

/// Cross-script pairs with minimum scores.
pub(super) fn watchman(bench: &Bench) -> Result<(), String> {
    let path =
        bench.labelled.join("watchman-tests/internal/embeddings/testdata/cross_script_pairs.csv");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (mut reached, mut matched, mut all) = (0, 0, 0);
    for line in text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        let cells: Vec<&str> = line.split(',').collect();
        let [left, right, least, ..] = cells.as_slice() else { continue };
        let Ok(least) = least.parse::<f32>() else { continue };
        let score = score("Person", left, right);
        all += 1;
        reached += i32::from(score >= least);
        matched += i32::from(score >= THRESHOLD);
        if score < least {
            println!("  below {least:.2}: {score:.3} {left} | {right}");
        }
    }
    println!("{reached} of {all} reach the minimum score; {matched} reach our threshold");
    Ok(())
}

/// Corrupted company names: each against all the right ones.
pub(super) fn companies(bench: &Bench) -> Result<(), String> {
    let folder = bench.labelled.join("dnb-company-names");
    let (right, wrong) =
        (rows(&folder.join("test_names.csv"))?, rows(&folder.join("adjusted_test_names.csv"))?);
    let analysed = |rows: &Rows| -> Vec<_> {
        rows.iter().map(|r| analyse(&r["company_name"], Kind::Organization)).collect()
    };
    let (right, wrong) = (analysed(&right), analysed(&wrong));
    let mut tally = Tally::default();
    let (mut first, mut lines) = (0, Vec::new());
    for (i, query) in wrong.iter().enumerate() {
        let scores: Vec<f32> = right.iter().map(|name| compare(query, name)).collect();
        let best = scores.iter().copied().fold(0f32, f32::max);
        let rank = scores.iter().filter(|s| **s > scores[i]).count();
        first += usize::from(rank == 0 && scores[i] > 0.0);
        for (j, score) in scores.iter().enumerate() {
            tally.count(i == j, *score >= THRESHOLD);
        }
        if rank > 0 || scores[i] < THRESHOLD {
            lines.push(format!(
                "  {:.3} (best {best:.3}) {} | {}",
                scores[i],
                query.text(),
                right[i].text()
            ));
        }
    }
    println!(
        "{} corrupted names: right one first {first}; every pair at the threshold: {}",
        wrong.len(),
        tally.line()
    );
    println!("not first or below the threshold: {}", lines.len());
    lines.iter().take(25).for_each(|l| println!("{l}"));
    Ok(())
}
