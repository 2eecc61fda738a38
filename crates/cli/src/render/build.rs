//! What a build did.

use std::path::Path;

use cuibono_pipeline::BuildReport;

use crate::output::plain;

pub(crate) fn report(report: &BuildReport, records: u64, seconds: f64, out: &Path) -> String {
    let manifest = &report.manifest;
    let count = |name: &str| manifest.counts.get(name).copied().unwrap_or(0);
    let rate = records as f64 / seconds.max(0.001);
    let mut text = String::new();
    for dataset in &manifest.datasets {
        let issues: u64 = manifest.issues.get(&dataset.id).map_or(0, |kinds| kinds.values().sum());
        text.push_str(&format!("{}: {} records, {issues} issues\n", dataset.id, dataset.records));
    }
    for refused in &report.refused {
        text.push_str(&format!("refused: {}: {}\n", plain(&refused.name), plain(&refused.why)));
    }
    text.push_str(&format!(
        "published {}: {} parties and things, {} relationships, {} statements\n",
        out.display(),
        count("things"),
        count("relationships"),
        count("statements"),
    ));
    text.push_str(&format!("{records} records in {seconds:.1} s ({rate:.0} a second)\n"));
    if manifest.issues.values().flat_map(|kinds| kinds.values()).sum::<u64>() > 0 {
        text.push_str(&format!("see `cuibono issues {}`\n", out.display()));
    }
    text
}
