//! A group of companies.

use cuibono_query::{GroupView, Lang};
use serde_json::{Value, json};

use super::steps::{exact, exact_json, steps, steps_json};
use super::{Table, party_json, party_line};
use crate::output::Style;
use crate::words::{pick, rules};

const LISTED_MAX: usize = 300;

pub(crate) fn text(view: &GroupView, lang: Lang) -> String {
    let style = Style::detect();
    let mut out = format!("{}\n", party_line(&view.subject, lang));
    out.push_str(&format!("{} {}\n", pick(lang, "as of", "станом на"), view.as_of));
    out.push_str(&format!(
        "\n{}\n  {}\n",
        style.bold(pick(lang, "Ultimate parent", "Кінцева материнська компанія")),
        party_line(&view.parent, lang)
    ));
    if let Some(possible) = &view.possible_parent {
        out.push_str(&format!(
            "  {}: {}\n",
            pick(lang, "possibly above it", "можливо, над нею"),
            party_line(possible, lang)
        ));
    }
    for controller in &view.ultimate_controllers {
        out.push_str(&format!(
            "  {}: {}\n",
            pick(lang, "controlled by", "під контролем"),
            party_line(controller, lang)
        ));
    }
    for member in &view.ring {
        out.push_str(&format!(
            "  {}: {}\n",
            pick(lang, "in a ring that controls itself", "у колі, що контролює саме себе"),
            party_line(member, lang)
        ));
    }
    out.push_str(&format!(
        "\n{} ({})\n",
        style.bold(pick(lang, "Under its control", "Під її контролем")),
        view.members.len()
    ));
    for member in view.members.iter().take(LISTED_MAX) {
        let certain = if member.is_certain {
            pick(lang, "certain", "напевно")
        } else {
            pick(lang, "possible", "можливо")
        };
        let ground =
            member.step.as_ref().map(|s| rules::ground(lang, s.ground)).unwrap_or_default();
        out.push_str(&format!(
            "  {}\n     {certain} {ground} · {}: {}\n",
            party_line(&member.party, lang),
            pick(lang, "money to the parent", "гроші до материнської"),
            exact(lang, &member.cash_flow),
        ));
        if let Some(step) = &member.step {
            out.push_str(&steps(lang, std::slice::from_ref(step), "       "));
        }
    }
    if !view.associates.is_empty() {
        let title = pick(lang, "Minority holdings of at least 20%", "Міноритарні частки від 20%");
        out.push_str(&format!("\n{}\n", style.bold(title)));
        for associate in view.associates.iter().take(LISTED_MAX) {
            let half = if associate.is_half {
                pick(
                    lang,
                    " · exactly half: nobody's majority",
                    " · рівно половина: більшості немає ні в кого",
                )
            } else {
                ""
            };
            out.push_str(&format!(
                "  {}\n     {}{half}\n",
                party_line(&associate.party, lang),
                exact(lang, &associate.attributed)
            ));
        }
    }
    let more = view.left_out
        + view.members.len().saturating_sub(LISTED_MAX)
        + view.associates.len().saturating_sub(LISTED_MAX);
    if more > 0 {
        out.push_str(&format!("\n… {more} {}\n", pick(lang, "more", "ще")));
    }
    out
}

pub(crate) fn json(view: &GroupView) -> Value {
    let members: Vec<Value> = view
        .members
        .iter()
        .map(|member| {
            let mut value = party_json(&member.party);
            value["certain"] = json!(member.is_certain);
            value["cash_flow"] = exact_json(&member.cash_flow);
            value["path"] = member
                .step
                .as_ref()
                .map_or(Value::Null, |step| steps_json(std::slice::from_ref(step)));
            value
        })
        .collect();
    let associates: Vec<Value> = view
        .associates
        .iter()
        .map(|associate| {
            let mut value = party_json(&associate.party);
            value["attributed"] = exact_json(&associate.attributed);
            value["certain"] = json!(associate.is_certain);
            value["exactly_half"] = json!(associate.is_half);
            value
        })
        .collect();
    json!({
        "subject": party_json(&view.subject),
        "as_of": view.as_of.to_string(),
        "data_as_of": view.data_as_of,
        "parent": party_json(&view.parent),
        "possible_parent": view.possible_parent.as_ref().map(party_json),
        "ultimate_controllers": view.ultimate_controllers.iter().map(party_json).collect::<Vec<_>>(),
        "ring": view.ring.iter().map(party_json).collect::<Vec<_>>(),
        "members": members,
        "associates": associates,
        "left_out": view.left_out,
        "cut": view.cut.iter().map(|p| p.id.clone()).collect::<Vec<_>>(),
    })
}

pub(crate) fn csv(view: &GroupView) -> Table {
    let header = &[
        "parent",
        "role",
        "id",
        "caption",
        "schema",
        "certain",
        "share_min",
        "share_max",
        "through",
    ];
    let mut rows = Vec::new();
    for member in &view.members {
        let through = member.step.iter().flat_map(|step| &step.hops);
        let through: Vec<&str> = through.map(|hop| hop.holder.id.as_str()).collect();
        rows.push(vec![
            view.parent.id.clone(),
            "member".into(),
            member.party.id.clone(),
            member.party.caption.clone(),
            member.party.schema.to_owned(),
            member.is_certain.to_string(),
            member.cash_flow.bounds.min.to_string(),
            member.cash_flow.bounds.max.to_string(),
            through.join("; "),
        ]);
    }
    for associate in &view.associates {
        rows.push(vec![
            view.parent.id.clone(),
            "associate".into(),
            associate.party.id.clone(),
            associate.party.caption.clone(),
            associate.party.schema.to_owned(),
            associate.is_certain.to_string(),
            associate.attributed.bounds.min.to_string(),
            associate.attributed.bounds.max.to_string(),
            String::new(),
        ]);
    }
    (header, rows)
}
