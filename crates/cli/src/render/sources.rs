//! The registers that can be read.

use cuibono_query::Lang;
use cuibono_sources::SOURCES;
use serde_json::{Value, json};

use super::Table;
use crate::words::pick;

pub(crate) fn text(lang: Lang) -> String {
    let mut out = String::new();
    for dataset in SOURCES.iter().map(|source| source.dataset()) {
        let title = pick(lang, dataset.title, dataset.title_uk);
        out.push_str(&format!("{}\n  {title}\n", dataset.id));
        out.push_str(&format!("  {} · {}\n", dataset.publisher, dataset.url));
        out.push_str(&format!(
            "  {}: {}\n  {}: {} ({})\n",
            pick(lang, "files", "файли"),
            dataset.files,
            pick(lang, "licence", "ліцензія"),
            dataset.licence,
            dataset.licence_url,
        ));
        if !dataset.restrictions.is_empty() {
            out.push_str(&format!(
                "  {}: {}\n",
                pick(lang, "restrictions", "обмеження"),
                dataset.restrictions
            ));
        }
    }
    out
}

pub(crate) fn json() -> Value {
    SOURCES
        .iter()
        .map(|source| source.dataset())
        .map(|d| {
            json!({
                "id": d.id, "title": d.title, "title_uk": d.title_uk, "publisher": d.publisher,
                "url": d.url, "licence": d.licence, "licence_url": d.licence_url,
                "attribution": d.attribution, "restrictions": d.restrictions,
                "bulk_export": d.is_bulk_export_allowed, "files": d.files, "cadence": d.cadence,
            })
        })
        .collect()
}

pub(crate) fn csv() -> Table {
    let rows = SOURCES.iter().map(|source| source.dataset()).map(|d| {
        [d.id, d.title, d.publisher, d.url, d.licence, d.files, d.cadence]
            .map(str::to_owned)
            .to_vec()
    });
    (&["id", "title", "publisher", "url", "licence", "files", "cadence"], rows.collect())
}
