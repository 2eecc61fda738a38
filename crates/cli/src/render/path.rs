//! Ways between two parties.

use cuibono_query::{Lang, PathsView};
use serde_json::{Value, json};

use super::{Table, bounds, chain_json, hop, party_json, party_line};
use crate::words::pick;

pub(crate) fn text(view: &PathsView, lang: Lang) -> String {
    let mut out = format!("{}\n{}\n", party_line(&view.from, lang), party_line(&view.to, lang));
    if view.paths.is_empty() {
        out.push_str(&format!(
            "\n{}\n",
            pick(lang, "No way between them is on record.", "Зв’язку між ними в записах немає.")
        ));
    }
    for (number, path) in view.paths.iter().enumerate() {
        let share = path.share.map(|share| format!(" ({})", bounds(lang, share)));
        let word = if number < view.owned {
            pick(lang, "chain of ownership", "ланцюг володіння")
        } else {
            pick(lang, "connection", "зв’язок")
        };
        out.push_str(&format!("\n{word} {}{}:\n", number + 1, share.unwrap_or_default()));
        for step in &path.hops {
            out.push_str(&hop(lang, step, if step.is_downward { "  ↓ " } else { "  ↑ " }));
        }
    }
    if view.is_cut {
        out.push_str(&format!(
            "\n{}\n",
            pick(
                lang,
                "The search stopped at a limit; there may be other ways.",
                "Пошук зупинено на межі; можуть бути й інші шляхи."
            )
        ));
    }
    out
}

pub(crate) fn json(view: &PathsView) -> Value {
    json!({
        "from": party_json(&view.from),
        "to": party_json(&view.to),
        "paths": view.paths.iter().enumerate().map(|(number, path)| {
            let mut value = chain_json(path);
            value["kind"] = json!(if number < view.owned { "ownership" } else { "connection" });
            value
        }).collect::<Vec<_>>(),
        "cut": view.is_cut,
    })
}

pub(crate) fn csv(view: &PathsView) -> Table {
    let header = &[
        "path",
        "kind",
        "step",
        "direction",
        "holder",
        "subject",
        "relationship",
        "dataset",
        "file",
        "record",
    ];
    let mut rows = Vec::new();
    for (number, path) in view.paths.iter().enumerate() {
        for (step, hop) in path.hops.iter().enumerate() {
            let record = hop.records.first();
            rows.push(vec![
                (number + 1).to_string(),
                if number < view.owned { "ownership" } else { "connection" }.to_owned(),
                (step + 1).to_string(),
                if hop.is_downward { "down" } else { "up" }.to_owned(),
                hop.holder.id.clone(),
                hop.subject.id.clone(),
                hop.id.clone(),
                record.map(|r| r.dataset.clone()).unwrap_or_default(),
                record.map(|r| r.file.clone()).unwrap_or_default(),
                record.map(|r| r.record.to_string()).unwrap_or_default(),
            ]);
        }
    }
    (header, rows)
}
