//! Everything said of an entity.

use cuibono_query::{Lang, ProfileView, ValueView};
use serde_json::{Value, json};

use super::{Table, hop, hop_json, party_json, party_line, record, record_json};
use crate::output::{Style, plain};
use crate::words::pick;

pub(crate) fn text(view: &ProfileView, lang: Lang) -> String {
    let style = Style::detect();
    let mut out = match &view.party {
        Some(party) => format!("{}\n", party_line(party, lang)),
        None => {
            format!("{} {}\n", style.bold(&plain(&view.caption)), style.faint(&plain(&view.id)))
        }
    };
    out.push_str(&format!("{}\n", view.schema));
    for same in &view.same_as {
        let grade = if same.is_strong_only {
            pick(lang, "strong evidence, not certain", "вагомі підстави, не напевно")
        } else {
            pick(lang, "same identifier", "той самий ідентифікатор")
        };
        out.push_str(&format!(
            "{} {} ({grade}: {})\n",
            pick(lang, "also", "також"),
            plain(&same.id),
            plain(&same.reason)
        ));
    }
    out.push('\n');
    properties(view, lang, "", style, &mut out);
    if !view.relations.is_empty() {
        out.push_str(&format!("\n{}\n", style.bold(pick(lang, "Relationships", "Зв’язки"))));
        for relation in &view.relations {
            let arrow = if relation.is_holder { "  ↓ " } else { "  ↑ " };
            out.push_str(&hop(lang, &relation.hop, arrow));
        }
        if view.relations_left_out > 0 {
            out.push_str(&format!(
                "  … {} {}\n",
                view.relations_left_out,
                pick(lang, "more", "ще")
            ));
        }
    }
    for about in &view.about {
        out.push_str(&format!(
            "\n{} {}\n",
            style.bold(about.schema),
            style.faint(&plain(&about.id))
        ));
        properties(about, lang, "  ", style, &mut out);
    }
    out
}

fn properties(view: &ProfileView, lang: Lang, indent: &str, style: Style, out: &mut String) {
    let width = view.properties.iter().map(|p| p.name.len()).max().unwrap_or(0);
    for property in &view.properties {
        for (at, value) in property.values.iter().enumerate() {
            let name = if at == 0 { property.name } else { "" };
            out.push_str(&format!("{indent}{name:width$}  {}\n", value_text(value, lang)));
            let records: Vec<String> =
                value.records.iter().take(4).map(|r| record(lang, r)).collect();
            let more = value.records.len().saturating_sub(4);
            let more = if more > 0 { format!(" (+{more})") } else { String::new() };
            let place = style.faint(&format!("[{}{more}]", records.join("; ")));
            out.push_str(&format!("{indent}{:width$}    {place}\n", ""));
        }
    }
}

fn value_text(value: &ValueView, lang: Lang) -> String {
    let mut text = plain(&value.value);
    if let Some(caption) = &value.caption {
        text = format!("{} ({text})", plain(caption));
    }
    if let Some(original) = &value.original {
        text.push_str(&format!(
            " ← {} «{}»",
            pick(lang, "in the record", "у записі"),
            plain(original)
        ));
    }
    if let Some(code) = &value.lang {
        text.push_str(&format!(" [{}]", plain(code)));
    }
    text
}

pub(crate) fn json(view: &ProfileView) -> Value {
    let properties: serde_json::Map<String, Value> = view
        .properties
        .iter()
        .map(|property| {
            let values: Vec<Value> = property
                .values
                .iter()
                .map(|value| {
                    json!({
                        "value": value.value,
                        "original": value.original,
                        "lang": value.lang,
                        "caption": value.caption,
                        "records": value.records.iter().map(record_json).collect::<Vec<_>>(),
                    })
                })
                .collect();
            (property.name.to_owned(), Value::Array(values))
        })
        .collect();
    json!({
        "id": view.id,
        "caption": view.caption,
        "schema": view.schema,
        "party": view.party.as_ref().map(party_json),
        "same_as": view.same_as.iter().map(|same| json!({
            "id": same.id,
            "grade": if same.is_strong_only { "strong" } else { "identifier" },
            "reason": same.reason,
        })).collect::<Vec<_>>(),
        "properties": properties,
        "relations": view.relations.iter().map(|relation| {
            let mut value = hop_json(&relation.hop);
            value["role"] = json!(if relation.is_holder { "holder" } else { "subject" });
            value
        }).collect::<Vec<_>>(),
        "relations_left_out": view.relations_left_out,
        "about": view.about.iter().map(json).collect::<Vec<_>>(),
        "records": view.records.iter().map(record_json).collect::<Vec<_>>(),
    })
}

pub(crate) fn csv(view: &ProfileView) -> Table {
    let header = &[
        "entity_id",
        "schema",
        "property",
        "value",
        "original",
        "lang",
        "dataset",
        "file",
        "record",
        "byte",
    ];
    let mut rows = Vec::new();
    for entity in std::iter::once(view).chain(&view.about) {
        for property in &entity.properties {
            for value in &property.values {
                for record in &value.records {
                    rows.push(vec![
                        entity.id.clone(),
                        entity.schema.to_owned(),
                        property.name.to_owned(),
                        value.value.clone(),
                        value.original.clone().unwrap_or_default(),
                        value.lang.clone().unwrap_or_default(),
                        record.dataset.clone(),
                        record.file.clone(),
                        record.record.to_string(),
                        record.byte.to_string(),
                    ]);
                }
            }
        }
    }
    (header, rows)
}
