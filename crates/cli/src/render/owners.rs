//! Owners of a subject.

use cuibono_ownership::EndClass;
use cuibono_query::{EndView, Lang, OwnerView, OwnersView, WarningView};
use serde_json::{Value, json};

use super::steps::{facts, facts_json};
use super::{
    Table, bounds, bounds_json, chain, chain_cell, chain_json, evidence_json, party_json,
    party_line, percent,
};
use crate::output::{Style, plain};
use crate::words::{self, pick};

/// Owners listed in text; the rest are counted.
const LISTED_MAX: usize = 50;

pub(crate) fn text(view: &OwnersView, lang: Lang) -> String {
    let style = Style::detect();
    let threshold = percent(lang, view.question.threshold.to_f64());
    let mut out = format!("{}\n", party_line(&view.subject, lang));
    out.push_str(&format!(
        "{} {} · {} {threshold}\n",
        pick(lang, "as of", "станом на"),
        view.as_of,
        pick(lang, "asked: who has more than", "запитано: хто має понад"),
    ));
    if view.owners.is_empty() {
        out.push_str(&format!(
            "\n{}\n",
            pick(
                lang,
                "No record says who owns or controls it.",
                "Жоден запис не каже, хто володіє чи контролює."
            )
        ));
    }
    let (ultimate, between): (Vec<&OwnerView>, Vec<&OwnerView>) =
        view.owners.iter().partition(|owner| owner.is_end);
    for (number, owner) in ultimate.iter().take(LISTED_MAX).enumerate() {
        out.push_str(&owner_text(number + 1, owner, &threshold, lang, style));
    }
    left_out(&ultimate, lang, &mut out);
    if !between.is_empty() {
        let title = pick(lang, "On the way", "Проміжні ланки");
        out.push_str(&format!("\n{}\n", style.bold(title)));
        for owner in between.iter().take(LISTED_MAX) {
            out.push_str(&format!(
                "  {}\n     {}: {} · {}: {} · {}\n",
                party_line(&owner.party, lang),
                pick(lang, "money", "гроші"),
                bounds(lang, owner.cash_flow),
                pick(lang, "control", "контроль"),
                words::control(lang, owner.control),
                words::status(lang, owner.status),
            ));
        }
        left_out(&between, lang, &mut out);
    }
    let ends: Vec<&EndView> = view.ends.iter().filter(|end| end.share.max > 0.0).collect();
    if !ends.is_empty() {
        out.push_str(&format!(
            "\n{}\n",
            style.bold(pick(lang, "Where chains stop", "Де ланцюги закінчуються"))
        ));
        for end in ends {
            out.push_str(&end_text(end, lang));
        }
    }
    if !view.warnings.is_empty() {
        out.push_str(&format!("\n{}\n", style.bold(pick(lang, "To know", "Варто знати"))));
        for warning in &view.warnings {
            out.push_str(&format!("  - {}\n", warning_text(warning, lang)));
        }
    }
    out
}

fn left_out(owners: &[&OwnerView], lang: Lang, out: &mut String) {
    let rest = owners.len().saturating_sub(LISTED_MAX);
    if rest > 0 {
        out.push_str(&format!("\n… {rest} {}\n", pick(lang, "more", "ще")));
    }
}

fn owner_text(
    number: usize,
    owner: &OwnerView,
    threshold: &str,
    lang: Lang,
    style: Style,
) -> String {
    let mut out = format!("\n{number:3}. {}\n", party_line(&owner.party, lang));
    out.push_str(&format!(
        "     {} {threshold}: {}\n",
        pick(lang, "more than", "понад"),
        style.bold(words::status(lang, owner.status)),
    ));
    out.push_str(&format!(
        "     {}: {}\n     {}: {}\n     {}: {}\n",
        pick(lang, "money", "гроші"),
        bounds(lang, owner.cash_flow),
        pick(lang, "credited by majority stakes", "зараховано через мажоритарні частки"),
        bounds(lang, owner.attributed),
        pick(lang, "control", "контроль"),
        words::control(lang, owner.control),
    ));
    if owner.has_asserted_influence {
        out.push_str(&format!(
            "     {}\n",
            pick(
                lang,
                "the register states significant influence or control",
                "реєстр указує істотний вплив або контроль"
            )
        ));
    }
    for (number, one) in owner.chains.iter().enumerate() {
        let share = one.share.map(|share| format!(" ({})", bounds(lang, share)));
        let which = if owner.chains.len() > 1 { format!(" {}", number + 1) } else { String::new() };
        let word = pick(lang, "chain", "ланцюг");
        out.push_str(&format!("     {word}{which}{}:\n", share.unwrap_or_default()));
        out.push_str(&chain(lang, one, "       "));
    }
    out.push_str(&facts(lang, &owner.settles, "     "));
    out
}

fn end_text(end: &EndView, lang: Lang) -> String {
    let (reason, next) = words::end(lang, end.class);
    let mut out = format!("  {} {}\n", plain(&end.party.caption), plain(&end.party.id));
    out.push_str(&format!("     {reason} · {}\n", bounds(lang, end.share)));
    if !next.is_empty() {
        out.push_str(&format!("     {}: {next}\n", pick(lang, "next", "далі")));
    }
    out
}

pub(crate) fn warning_code(warning: &WarningView) -> &'static str {
    match warning {
        WarningView::Blocks(..) => "blocks_do_not_add_up",
        WarningView::AssumesDirect => "assumes_direct",
        WarningView::VotesFollowShares => "votes_follow_shares",
        WarningView::ClosedLoop(_) => "closed_loop",
        WarningView::NotTight => "not_tight",
        WarningView::Cut(_) => "cut",
        WarningView::UncertainDates => "uncertain_dates",
        WarningView::SelfOwnership(_) => "self_ownership",
    }
}

pub(crate) fn warning_text(warning: &WarningView, lang: Lang) -> String {
    let names = |parties: &[cuibono_query::PartyView]| {
        parties.iter().map(|p| plain(&p.caption)).collect::<Vec<_>>().join(", ")
    };
    match warning {
        WarningView::Blocks(party, cause) => format!(
            "{} {} {}: {}",
            pick(lang, "the stated holders of", "указані власники"),
            plain(&party.caption),
            pick(lang, "do not add up to one whole; likely", "не складаються в ціле; імовірно"),
            words::cause(lang, *cause),
        ),
        WarningView::AssumesDirect => pick(
            lang,
            "bands are read as separate blocks held directly; the register also counts what is held through others",
            "смуги прочитано як окремі прямі частки; реєстр рахує і те, що тримають через інших",
        )
        .to_owned(),
        WarningView::VotesFollowShares => pick(
            lang,
            "where no votes are stated, they are taken to follow the shares",
            "де голосів не вказано, вважається, що вони відповідають часткам",
        )
        .to_owned(),
        WarningView::ClosedLoop(members) => format!(
            "{}: {}",
            pick(lang, "these own each other entirely", "ці компанії повністю володіють одна одною"),
            names(members),
        ),
        WarningView::NotTight => pick(
            lang,
            "some bounds are wider than need be, because a limit on work was met",
            "деякі межі ширші, ніж потрібно: досягнуто межі обчислень",
        )
        .to_owned(),
        WarningView::Cut(parties) => format!(
            "{}: {}",
            pick(lang, "not followed further, because a limit was met", "далі не простежено: досягнуто межі"),
            names(parties),
        ),
        WarningView::UncertainDates => pick(
            lang,
            "some ties may or may not hold on that day, because their dates are not exact",
            "деякі зв’язки на цю дату можуть не діяти: їхні дати неточні",
        )
        .to_owned(),
        WarningView::SelfOwnership(party) => format!(
            "{} {}",
            plain(&party.caption),
            pick(lang, "is stated as its own holder", "указано власником самої себе"),
        ),
    }
}

fn control_code(owner: &OwnerView) -> String {
    words::control(Lang::En, owner.control).to_owned()
}

pub(crate) fn json(view: &OwnersView, lang: Lang) -> Value {
    let owners: Vec<Value> = view
        .owners
        .iter()
        .map(|owner| {
            let mut value = party_json(&owner.party);
            value["cash_flow"] = bounds_json(owner.cash_flow);
            value["attributed"] = bounds_json(owner.attributed);
            value["control"] = json!(control_code(owner));
            value["asserted_influence"] = json!(owner.has_asserted_influence);
            value["status"] = json!(words::status(Lang::En, owner.status));
            value["end"] = json!(owner.is_end);
            value["paths"] = owner.chains.iter().map(chain_json).collect();
            value["evidence"] = evidence_json(&owner.chains);
            value["settles"] = facts_json(&owner.settles);
            value
        })
        .collect();
    let ends: Vec<Value> = view
        .ends
        .iter()
        .map(|end| {
            let (explanation, next) = words::end(lang, end.class);
            json!({
                "id": end.party.id,
                "caption": end.party.caption,
                "reason": words::end_code(end.class),
                "declared": end.reason.map(cuibono_model::UnspecifiedReason::code),
                "share": bounds_json(end.share),
                "explanation": explanation,
                "next": next,
            })
        })
        .collect();
    let warnings: Vec<Value> = view
        .warnings
        .iter()
        .map(
            |warning| json!({ "code": warning_code(warning), "text": warning_text(warning, lang) }),
        )
        .collect();
    json!({
        "subject": party_json(&view.subject),
        "as_of": view.as_of.to_string(),
        "known_on": view.question.known_on.map(|day| day.to_string()),
        "data_as_of": view.data_as_of,
        "threshold": view.question.threshold.to_f64(),
        "owners": owners,
        "ends": ends,
        "warnings": warnings,
    })
}

pub(crate) fn csv(view: &OwnersView) -> Table {
    let header = &[
        "subject",
        "kind",
        "id",
        "caption",
        "schema",
        "cash_flow_min",
        "cash_flow_max",
        "attributed_min",
        "attributed_max",
        "control",
        "status",
        "sanctioned",
        "reason",
        "path",
    ];
    let mut rows = Vec::new();
    for owner in &view.owners {
        rows.push(vec![
            view.subject.id.clone(),
            "owner".into(),
            owner.party.id.clone(),
            owner.party.caption.clone(),
            owner.party.schema.to_owned(),
            owner.cash_flow.min.to_string(),
            owner.cash_flow.max.to_string(),
            owner.attributed.min.to_string(),
            owner.attributed.max.to_string(),
            control_code(owner),
            words::status(Lang::En, owner.status).to_owned(),
            owner.party.is_sanctioned.to_string(),
            String::new(),
            owner.chains.first().map(chain_cell).unwrap_or_default(),
        ]);
    }
    for end in view.ends.iter().filter(|end| end.class != EndClass::NaturalPerson) {
        rows.push(vec![
            view.subject.id.clone(),
            "end".into(),
            end.party.id.clone(),
            end.party.caption.clone(),
            end.party.schema.to_owned(),
            end.share.min.to_string(),
            end.share.max.to_string(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            end.party.is_sanctioned.to_string(),
            words::end_code(end.class).to_owned(),
            String::new(),
        ]);
    }
    (header, rows)
}
