//! How the owners of a subject change over a period.

use cuibono_model::Day;
use cuibono_query::{ChangeView, Lang, TimelineView};
use serde_json::{Value, json};

use super::{Table, bounds, bounds_json, hop, hop_json, party_json, party_line, percent};
use crate::output::{Style, plain};
use crate::words::{self, pick};

pub(crate) fn text(view: &TimelineView, lang: Lang) -> String {
    let style = Style::detect();
    let mut out = format!("{}\n", party_line(&view.subject, lang));
    out.push_str(&format!(
        "{} {} {} {} · {} {}\n",
        pick(lang, "from", "з"),
        day(view.from),
        pick(lang, "until", "до"),
        day(view.until),
        pick(lang, "asked: who has more than", "запитано: хто має понад"),
        percent(lang, view.question.threshold.to_f64()),
    ));
    for segment in &view.segments {
        out.push_str(&format!(
            "\n{}\n",
            style.bold(&format!("{} – {}", day(segment.from), day(before(segment.until))))
        ));
        for change in &segment.changes {
            out.push_str(&format!("  * {}\n", change_text(change, lang)));
        }
        for one in &segment.because {
            out.push_str(&hop(lang, one, "    "));
        }
        if segment.owners.is_empty() {
            out.push_str(&format!(
                "  {}\n",
                pick(lang, "nobody is on record", "у записах нікого немає")
            ));
        }
        for owner in &segment.owners {
            out.push_str(&format!(
                "  {}\n     {} · {}: {} · {}: {} · {}: {}\n",
                party_line(&owner.party, lang),
                style.bold(words::status(lang, owner.status)),
                pick(lang, "money", "гроші"),
                bounds(lang, owner.cash_flow),
                pick(lang, "credited", "зараховано"),
                bounds(lang, owner.attributed),
                pick(lang, "control", "контроль"),
                words::control(lang, owner.control),
            ));
        }
    }
    if !view.cut.is_empty() {
        let names: Vec<String> = view.cut.iter().map(|p| plain(&p.caption)).collect();
        out.push_str(&format!(
            "\n{}: {}\n",
            pick(
                lang,
                "not followed further, because a limit was met",
                "далі не простежено: досягнуто межі"
            ),
            names.join(", ")
        ));
    }
    out
}

fn day(day: Day) -> String {
    if day == Day::MIN || day == Day::MAX { "…".to_owned() } else { day.to_string() }
}

/// The last day of a stretch.
fn before(until: Day) -> Day {
    if until == Day::MAX { until } else { Day(until.0 - 1) }
}

fn change_text(change: &ChangeView, lang: Lang) -> String {
    format!(
        "{}: {} → {}",
        plain(&change.party.caption),
        words::status(lang, change.before),
        words::status(lang, change.after)
    )
}

pub(crate) fn json(view: &TimelineView) -> Value {
    let segments: Vec<Value> = view
        .segments
        .iter()
        .map(|segment| {
            let owners: Vec<Value> = segment
                .owners
                .iter()
                .map(|owner| {
                    let mut value = party_json(&owner.party);
                    value["cash_flow"] = bounds_json(owner.cash_flow);
                    value["attributed"] = bounds_json(owner.attributed);
                    value["control"] = json!(words::control(Lang::En, owner.control));
                    value["status"] = json!(words::status(Lang::En, owner.status));
                    value["end"] = json!(owner.is_end);
                    value
                })
                .collect();
            json!({
                "from": day(segment.from),
                "until": day(segment.until),
                "owners": owners,
                "changes": segment.changes.iter().map(|change| json!({
                    "id": change.party.id,
                    "caption": change.party.caption,
                    "before": words::status(Lang::En, change.before),
                    "after": words::status(Lang::En, change.after),
                })).collect::<Vec<_>>(),
                "because": segment.because.iter().map(hop_json).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "subject": party_json(&view.subject),
        "from": day(view.from),
        "until": day(view.until),
        "data_as_of": view.data_as_of,
        "threshold": view.question.threshold.to_f64(),
        "segments": segments,
        "cut": view.cut.iter().map(|p| p.id.clone()).collect::<Vec<_>>(),
    })
}

pub(crate) fn csv(view: &TimelineView) -> Table {
    let header = &[
        "subject",
        "from",
        "until",
        "id",
        "caption",
        "schema",
        "cash_flow_min",
        "cash_flow_max",
        "attributed_min",
        "attributed_max",
        "control",
        "status",
    ];
    let mut rows = Vec::new();
    for segment in &view.segments {
        let head = vec![view.subject.id.clone(), day(segment.from), day(segment.until)];
        if segment.owners.is_empty() {
            let mut row = head.clone();
            row.resize(header.len(), String::new());
            rows.push(row);
        }
        for owner in &segment.owners {
            let mut row = head.clone();
            row.extend([
                owner.party.id.clone(),
                owner.party.caption.clone(),
                owner.party.schema.to_owned(),
                owner.cash_flow.min.to_string(),
                owner.cash_flow.max.to_string(),
                owner.attributed.min.to_string(),
                owner.attributed.max.to_string(),
                words::control(Lang::En, owner.control).to_owned(),
                words::status(Lang::En, owner.status).to_owned(),
            ]);
            rows.push(row);
        }
    }
    (header, rows)
}
