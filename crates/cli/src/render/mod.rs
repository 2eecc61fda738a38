//! Answers as text, JSON and CSV rows. One file a command; what they share stands here.

pub(crate) mod build;
pub(crate) mod explain;
pub(crate) mod group;
pub(crate) mod holdings;
pub(crate) mod issues;
pub(crate) mod owners;
pub(crate) mod path;
pub(crate) mod regime;
pub(crate) mod search;
pub(crate) mod show;
pub(crate) mod sources;
pub(crate) mod steps;
pub(crate) mod timeline;
pub(crate) mod verify;

use cuibono_model::Share;
use cuibono_query::{Bounds, ChainView, Hop, InterestView, Lang, PartyView, RecordView};
use serde_json::{Value, json};

use crate::output::{Style, plain};
use crate::words::{self, pick};

/// A header and rows, for CSV.
pub(crate) type Table = (&'static [&'static str], Vec<Vec<String>>);

/// A percentage without needless digits, with the language's decimal mark.
pub(crate) fn percent(lang: Lang, fraction: f64) -> String {
    let value = fraction * 100.0;
    let text =
        if value >= 1.0 || value == 0.0 { format!("{value:.2}") } else { format!("{value:.4}") };
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match lang {
        Lang::En => format!("{text}%"),
        Lang::Uk => format!("{}%", text.replace('.', ",")),
    }
}

/// Bounds as people read them: `50%`, `more than 25%, at most 50%`.
pub(crate) fn bounds(lang: Lang, bounds: Bounds) -> String {
    let (min, max) = (percent(lang, bounds.min), percent(lang, bounds.max));
    if min == max && !bounds.min_open && !bounds.max_open {
        return min;
    }
    let low = match (bounds.min == 0.0 && !bounds.min_open, bounds.min_open) {
        (true, _) => None,
        (_, true) => Some(format!("{} {min}", pick(lang, "more than", "понад"))),
        (_, false) => Some(format!("{} {min}", pick(lang, "at least", "щонайменше"))),
    };
    let high = if bounds.max_open {
        format!("{} {max}", pick(lang, "less than", "менш як"))
    } else {
        format!("{} {max}", pick(lang, "at most", "щонайбільше"))
    };
    match low {
        Some(low) if bounds.max >= 1.0 && !bounds.max_open => low,
        Some(low) => format!("{low}, {high}"),
        None if bounds.max >= 1.0 => {
            pick(lang, "anything from 0% to 100%", "від 0% до 100%").into()
        }
        None => high,
    }
}

pub(crate) fn share(lang: Lang, value: Share) -> String {
    if value == Share::UNKNOWN {
        return pick(lang, "size not stated", "розмір не вказано").to_owned();
    }
    bounds(lang, value.into())
}

/// A party on one line: name, kind, what matters, id.
pub(crate) fn party_line(party: &PartyView, lang: Lang) -> String {
    let style = Style::detect();
    let mut notes = vec![words::class(lang, party.class).to_owned()];
    if !party.countries.is_empty() {
        notes.push(party.countries.join(", "));
    }
    if let Some(date) = &party.date {
        notes.push(date.clone());
    }
    let mut line =
        format!("{} ({})", style.bold(&plain(&party.caption)), plain(&notes.join(" · ")));
    if party.is_sanctioned {
        let word = pick(lang, "ON A SANCTIONS LIST", "У САНКЦІЙНОМУ СПИСКУ");
        line.push_str(&format!(" {}", style.alert(&format!("[{word}]"))));
    }
    if party.is_dissolved {
        line.push_str(&format!(" [{}]", pick(lang, "not a live company", "не чинна компанія")));
    }
    line.push_str(&format!(" {}", style.faint(&plain(&party.id))));
    line
}

/// A record as people find it again.
pub(crate) fn record(lang: Lang, record: &RecordView) -> String {
    let word = pick(lang, "record", "запис");
    plain(&format!("{}: {}, {word} {}", record.dataset, record.file, record.record))
}

/// The interests of a step: `shares more than 50%, at most 75%; votes …`.
pub(crate) fn interests(lang: Lang, interests: &[InterestView]) -> String {
    let one = |interest: &InterestView| {
        let mut text = words::interest(lang, interest.kind).to_owned();
        if let Some(size) = interest.share {
            text.push_str(&format!(" {}", share(lang, size)));
        }
        if let Some(via) = words::via(lang, interest.via) {
            text.push_str(&format!(" {via}"));
        }
        text
    };
    interests.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// One step on two lines: who has what in whom, and the record.
pub(crate) fn hop(lang: Lang, hop: &Hop, indent: &str) -> String {
    let style = Style::detect();
    let joint = if hop.is_joint {
        pick(lang, " jointly with others", " спільно з іншими")
    } else {
        ""
    };
    let matched = if hop.is_matched {
        pick(
            lang,
            " ~ matched by name and country (strong, not certain)",
            " ~ зіставлено за назвою та країною (імовірно, не напевно)",
        )
    } else {
        ""
    };
    let mut dates = String::new();
    if let Some(start) = hop.start {
        dates.push_str(&format!(" {} {start}", pick(lang, "from", "з")));
    }
    if let Some(end) = hop.end {
        dates.push_str(&format!(" {} {end}", pick(lang, "until", "до")));
    }
    let records: Vec<String> = hop.records.iter().take(3).map(|r| record(lang, r)).collect();
    let what = if hop.interests.is_empty() {
        hop.words.join("; ")
    } else {
        interests(lang, &hop.interests)
    };
    format!(
        "{indent}{} — {}{joint}{dates} → {}\n{indent}    {}{matched}\n",
        plain(&hop.holder.caption),
        plain(&what),
        plain(&hop.subject.caption),
        style.faint(&format!("[{}]", records.join("; "))),
    )
}

/// A chain, step by step.
pub(crate) fn chain(lang: Lang, chain: &ChainView, indent: &str) -> String {
    chain.hops.iter().map(|step| hop(lang, step, indent)).collect()
}

pub(crate) fn party_json(party: &PartyView) -> Value {
    json!({
        "id": party.id,
        "caption": party.caption,
        "schema": party.schema,
        "class": format!("{:?}", party.class),
        "unspecified_reason": party.reason.map(cuibono_model::UnspecifiedReason::code),
        "countries": party.countries,
        "topics": party.topics,
        "sanctioned": party.is_sanctioned,
        "dissolved": party.is_dissolved,
        "date": party.date,
    })
}

pub(crate) fn bounds_json(bounds: Bounds) -> Value {
    json!({
        "min": bounds.min,
        "max": bounds.max,
        "min_open": bounds.min_open,
        "max_open": bounds.max_open,
    })
}

pub(crate) fn record_json(record: &RecordView) -> Value {
    json!({
        "dataset": record.dataset,
        "file": record.file,
        "record": record.record,
        "byte": record.byte,
    })
}

pub(crate) fn hop_json(hop: &Hop) -> Value {
    json!({
        "id": hop.id,
        "holder": { "id": hop.holder.id, "caption": hop.holder.caption, "schema": hop.holder.schema },
        "subject": { "id": hop.subject.id, "caption": hop.subject.caption, "schema": hop.subject.schema },
        "direction": if hop.is_downward { "down" } else { "up" },
        "interests": hop.interests.iter().map(|interest| json!({
            "type": interest.kind.bods(),
            "via": format!("{:?}", interest.via),
            "directness": format!("{:?}", interest.directness),
            "share": interest.share.map(|share| bounds_json(share.into())),
        })).collect::<Vec<_>>(),
        "start": hop.start.map(|date| date.to_string()),
        "end": hop.end.map(|date| date.to_string()),
        "joint": hop.is_joint,
        "words": hop.words,
        "identity": if hop.is_matched { "strong" } else { "identifier" },
        "records": hop.records.iter().map(record_json).collect::<Vec<_>>(),
    })
}

pub(crate) fn chain_json(chain: &ChainView) -> Value {
    json!({
        "share": chain.share.map(bounds_json),
        "hops": chain.hops.iter().map(hop_json).collect::<Vec<_>>(),
    })
}

/// The distinct records of chains.
pub(crate) fn evidence_json(chains: &[ChainView]) -> Value {
    let mut records: Vec<&RecordView> =
        chains.iter().flat_map(|chain| &chain.hops).flat_map(|hop| &hop.records).collect();
    records.sort();
    records.dedup();
    records.into_iter().map(record_json).collect()
}

/// A chain in one cell: `A > B > C`.
pub(crate) fn chain_cell(chain: &ChainView) -> String {
    let mut ids: Vec<&str> =
        chain.hops.first().map(|hop| hop.holder.id.as_str()).into_iter().collect();
    ids.extend(chain.hops.iter().map(|hop| hop.subject.id.as_str()));
    ids.join(" > ")
}
