//! Parts that several answers share: exact shares, steps with their records, settling facts.

use cuibono_query::{Exact, FactView, Lang, StepView};
use serde_json::{Value, json};

use super::{bounds, bounds_json, hop, hop_json};
use crate::output::plain;
use crate::words::{self, pick, rules};

/// A share as fractions and per cent: `(1/8, 3/8] = more than 12.5%, at most 37.5%`.
pub(crate) fn exact(lang: Lang, share: &Exact) -> String {
    format!("{} = {}", fractions(share), bounds(lang, share.bounds))
}

/// A share as fractions in interval notation, one fraction when both ends are the same.
pub(crate) fn fractions(share: &Exact) -> String {
    let ends = share.bounds;
    if share.min == share.max {
        return share.min.clone();
    }
    let open = if ends.min_open { "(" } else { "[" };
    let close = if ends.max_open { ")" } else { "]" };
    format!("{open}{}, {}{close}", share.min, share.max)
}

pub(crate) fn exact_json(share: &Exact) -> Value {
    let mut value = bounds_json(share.bounds);
    value["min_fraction"] = json!(share.min);
    value["max_fraction"] = json!(share.max);
    value["tight"] = json!(share.is_tight);
    value
}

pub(crate) fn steps(lang: Lang, steps: &[StepView], indent: &str) -> String {
    let mut out = String::new();
    for step in steps {
        for one in &step.hops {
            out.push_str(&hop(lang, one, indent));
        }
    }
    out
}

pub(crate) fn steps_json(steps: &[StepView]) -> Value {
    steps
        .iter()
        .map(|step| {
            json!({
                "id": step.party.id,
                "caption": step.party.caption,
                "ground": rules::ground_code(step.ground),
                "hops": step.hops.iter().map(hop_json).collect::<Vec<_>>(),
            })
        })
        .collect()
}

/// Steps in one cell: `A > B > C`.
pub(crate) fn steps_cell(from: &str, steps: &[StepView]) -> String {
    let mut ids = vec![from];
    for step in steps {
        if ids.last() != Some(&step.party.id.as_str()) {
            ids.push(&step.party.id);
        }
    }
    ids.join(" > ")
}

pub(crate) fn facts(lang: Lang, facts: &[FactView], indent: &str) -> String {
    let mut out = String::new();
    if facts.is_empty() {
        return out;
    }
    let title =
        pick(lang, "what would settle it: the exact size of", "що з’ясувало б це: точний розмір");
    out.push_str(&format!("{indent}{title}\n"));
    for fact in facts {
        for one in &fact.hops {
            out.push_str(&hop(lang, one, &format!("{indent}  ")));
        }
        out.push_str(&format!(
            "{indent}    {}: {} → {} · {} → {}\n",
            rules::asked(lang, fact.asked),
            pick(lang, "if as small as stated", "якщо якнайменший"),
            words::status(lang, fact.at_least_size),
            pick(lang, "if as large as stated", "якщо якнайбільший"),
            words::status(lang, fact.at_greatest_size),
        ));
        if let Some(one) = fact.hops.first() {
            out.push_str(&format!(
                "{indent}    {}: {} {}\n",
                pick(lang, "next", "далі"),
                pick(
                    lang,
                    "ask for the register of members or latest ownership filing of",
                    "запитайте реєстр учасників або останню заяву про власників",
                ),
                plain(&one.subject.caption),
            ));
        }
    }
    out
}

pub(crate) fn facts_json(facts: &[FactView]) -> Value {
    facts
        .iter()
        .map(|fact| {
            json!({
                "about": rules::asked_code(fact.asked),
                "hops": fact.hops.iter().map(hop_json).collect::<Vec<_>>(),
                "if_least": words::status(Lang::En, fact.at_least_size),
                "if_greatest": words::status(Lang::En, fact.at_greatest_size),
            })
        })
        .collect()
}
