//! What a verified store holds.

use cuibono_query::{Lang, Snapshot};
use serde_json::{Value, json};

use super::Table;
use crate::output::plain;
use crate::words::pick;

pub(crate) fn text(snapshot: &Snapshot, lang: Lang) -> String {
    let manifest = snapshot.manifest();
    let bytes: u64 = manifest.sections.iter().map(|s| s.bytes).sum();
    let mut out = format!(
        "{}: {} {}, {bytes} {}\n",
        pick(lang, "sound", "справне"),
        manifest.sections.len(),
        pick(lang, "sections", "розділів"),
        pick(lang, "bytes", "байтів"),
    );
    out.push_str(&format!("{} {}\n", pick(lang, "digest", "дайджест"), snapshot.digest()));
    if !manifest.data_as_of.is_empty() {
        out.push_str(&format!(
            "{} {}\n",
            pick(lang, "data as of", "дані станом на"),
            plain(&manifest.data_as_of)
        ));
    }
    for name in ["things", "relationships", "statements", "referents"] {
        let count = manifest.counts.get(name).copied().unwrap_or(0);
        let word = match name {
            "things" => pick(lang, "parties and things", "осіб і речей"),
            "relationships" => pick(lang, "relationships", "зв’язків"),
            "statements" => pick(lang, "statements", "тверджень"),
            _ => pick(lang, "other ids", "інших ідентифікаторів"),
        };
        out.push_str(&format!("{count:>12} {word}\n"));
    }
    for input in &manifest.inputs {
        out.push_str(&format!(
            "{:>12} {}: {}\n",
            input.records,
            plain(&input.dataset),
            plain(&input.name)
        ));
    }
    for dataset in manifest.datasets.iter().filter(|d| !d.attribution.is_empty()) {
        out.push_str(&format!("{}\n", plain(&dataset.attribution)));
    }
    out
}

pub(crate) fn json(snapshot: &Snapshot) -> Value {
    let manifest = snapshot.manifest();
    json!({
        "status": "sound",
        "digest": snapshot.digest(),
        "format": manifest.format,
        "data_as_of": manifest.data_as_of,
        "counts": manifest.counts,
        "issues": manifest.issues,
        "sections": manifest.sections.iter().map(|s| json!({
            "name": s.name, "bytes": s.bytes, "xxh3": s.xxh3,
        })).collect::<Vec<_>>(),
        "inputs": manifest.inputs.iter().map(|i| json!({
            "name": i.name, "dataset": i.dataset, "bytes": i.bytes, "blake3": i.blake3,
            "records": i.records, "data_date": i.data_date,
        })).collect::<Vec<_>>(),
    })
}

pub(crate) fn csv(snapshot: &Snapshot) -> Table {
    let rows = snapshot.manifest().sections.iter();
    let rows = rows.map(|s| vec![s.name.clone(), s.bytes.to_string(), s.xxh3.clone()]);
    (&["section", "bytes", "xxh3"], rows.collect())
}
