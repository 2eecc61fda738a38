//! Records of several sources with the right clusters: every pair compared, matches joined.

use super::Bench;
use super::labelled::{Tally, rows};
use cuibono_matching::{Party, Record, THRESHOLD, compare_records};
use serde_json::Value;
use std::collections::BTreeMap;

/// Customers, reference and watch list with the expected entities.
pub(super) fn truth_set(bench: &Bench) -> Result<(), String> {
    let folder = bench.labelled.join("senzing-truthset");
    let mut truth: BTreeMap<String, String> = BTreeMap::new();
    for row in rows(&folder.join("actual_truthset_key.csv"))? {
        truth.insert(
            format!("{} {}", row["DATA_SOURCE"], row["RECORD_ID"]),
            row["CLUSTER_ID"].clone(),
        );
    }
    let mut parties: Vec<(String, Party)> = Vec::new();
    for file in ["customers", "reference", "watchlist"] {
        let path = folder.join(format!("{file}.jsonl"));
        let text =
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            let value: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
            let key = format!("{} {}", string(&value["DATA_SOURCE"]), string(&value["RECORD_ID"]));
            parties.push((key, party(&value)));
        }
    }
    let records: Vec<Record> = parties.iter().map(|(_, p)| Record::read(p, None)).collect();
    let mut root: Vec<usize> = (0..records.len()).collect();
    let mut pairs = Tally::default();
    let mut wrong = Vec::new();
    for i in 0..records.len() {
        for j in 0..i {
            let score = compare_records(&records[i], &records[j]);
            let same = truth.get(&parties[i].0) == truth.get(&parties[j].0);
            pairs.count(same, score >= THRESHOLD);
            if score >= THRESHOLD {
                let (a, b) = (find(&root, i), find(&root, j));
                root[a] = b;
            }
            if same != (score >= THRESHOLD) {
                let kind = if same { "missed" } else { "false " };
                wrong.push(format!(
                    "  {kind} {score:.3} {} | {}",
                    show(&parties[i].1),
                    show(&parties[j].1)
                ));
            }
        }
    }
    println!("{} records, single pairs: {}", records.len(), pairs.line());
    let mut joined = Tally::default();
    for i in 0..records.len() {
        for j in 0..i {
            joined.count(
                truth.get(&parties[i].0) == truth.get(&parties[j].0),
                find(&root, i) == find(&root, j),
            );
        }
    }
    println!("matches joined to clusters: {}", joined.line());
    wrong.sort();
    println!("wrong pairs ({}):", wrong.len());
    wrong.iter().take(40).for_each(|l| println!("{l}"));
    Ok(())
}

fn find(root: &[usize], mut i: usize) -> usize {
    while root[i] != i {
        i = root[i];
    }
    i
}

fn show(party: &Party) -> String {
    party.properties.values().flatten().take(4).cloned().collect::<Vec<_>>().join(", ")
}

fn string(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn party(value: &Value) -> Party {
    let mut out = Party { schema: "LegalEntity".to_owned(), ..Party::default() };
    let empty = Vec::new();
    for feature in value["FEATURES"].as_array().unwrap_or(&empty) {
        let get = |key: &str| feature[key].as_str().map(str::to_owned);
        let mut put = |property: &str, value: Option<String>| {
            if let Some(value) = value {
                out.properties.entry(property.to_owned()).or_default().push(value);
            }
        };
        put("name", get("NAME_FULL"));
        put("name", get("NAME_ORG"));
        if let Some(last) = get("NAME_LAST") {
            let given: Vec<String> =
                [get("NAME_FIRST"), get("NAME_MIDDLE")].into_iter().flatten().collect();
            put("name", Some(format!("{last}, {}", given.join(" "))));
        }
        put("birthDate", get("DATE_OF_BIRTH").and_then(|d| date(&d)));
        put("gender", get("GENDER"));
        put("email", get("EMAIL_ADDRESS"));
        put("phone", get("PHONE_NUMBER"));
        put("passportNumber", get("PASSPORT_NUMBER"));
        put("idNumber", get("DRIVERS_LICENSE_NUMBER"));
        put("idNumber", get("NATIONAL_ID_NUMBER"));
        put("taxNumber", get("SSN_NUMBER"));
        put("taxNumber", get("TAX_ID_NUMBER"));
        put("leiCode", get("LEI_NUMBER"));
        let address: Vec<String> =
            ["ADDR_FULL", "ADDR_LINE1", "ADDR_CITY", "ADDR_STATE", "ADDR_POSTAL_CODE"]
                .into_iter()
                .filter_map(get)
                .collect();
        if !address.is_empty() {
            put("address", Some(address.join(", ")));
        }
        match feature["RECORD_TYPE"].as_str() {
            Some("PERSON") => out.schema = "Person".to_owned(),
            Some("ORGANIZATION") => out.schema = "Organization".to_owned(),
            _ => {}
        }
    }
    out
}

/// Dates as the file writes them: `12/11/1978`, `3/1/70`, `Mar 1 1970`, `1993-09-14`.
fn date(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> = text.split([' ', '/', ',']).filter(|p| !p.is_empty()).collect();
    match parts.as_slice() {
        [iso] if iso.len() == 10 || iso.len() == 4 => Some((*iso).to_owned()),
        [month, day, year] => {
            let lower = month.to_lowercase();
            let month = MONTHS
                .iter()
                .position(|m| lower.starts_with(m))
                .map(|i| i as u32 + 1)
                .or(month.parse().ok())?;
            let day: u32 = day.parse().ok()?;
            let year: u32 = year.parse().ok()?;
            let year = if year < 100 { 1900 + year } else { year };
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}
