//! Hits of a search.

use cuibono_query::{Hit, Lang};
use serde_json::{Value, json};

use super::{Table, party_json, party_line};
use crate::output::plain;
use crate::words::pick;

pub(crate) fn text(hits: &[Hit], lang: Lang) -> String {
    if hits.is_empty() {
        return pick(lang, "nothing is found", "нічого не знайдено").to_owned();
    }
    let mut out = String::new();
    for hit in hits {
        out.push_str(&format!("{:3.0}%  {}\n", hit.score * 100.0, party_line(&hit.party, lang)));
        if !hit.matched.is_empty() && hit.matched != hit.party.caption {
            let word = pick(lang, "as", "як");
            out.push_str(&format!("      {word} {}\n", plain(&hit.matched)));
        }
    }
    out
}

pub(crate) fn json(hits: &[Hit]) -> Value {
    let results: Vec<Value> = hits
        .iter()
        .map(|hit| {
            let mut value = party_json(&hit.party);
            value["score"] = json!(hit.score);
            value["matched"] = json!(hit.matched);
            value
        })
        .collect();
    json!({ "results": results, "total": hits.len() })
}

pub(crate) fn csv(hits: &[Hit]) -> Table {
    let rows = hits.iter().map(|hit| {
        vec![
            hit.party.id.clone(),
            hit.party.caption.clone(),
            hit.party.schema.to_owned(),
            hit.party.countries.join(";"),
            hit.party.topics.join(";"),
            format!("{:.4}", hit.score),
            hit.matched.clone(),
        ]
    });
    (&["id", "caption", "schema", "countries", "topics", "score", "matched"], rows.collect())
}
