//! Answers under a rule book.

use cuibono_ownership::regime::{Answer, RULE_BOOKS, RuleBook};
use cuibono_query::{
    CloseLinkView, FindingView, HeldUnderView, Lang, LimbView, RegimeNote, RegimeView,
};
use serde_json::{Value, json};

use super::steps::{exact, exact_json, facts, facts_json, steps, steps_cell, steps_json};
use super::{Table, hop, hop_json, party_json, party_line, percent};
use crate::output::Style;
use crate::words::{pick, rules};

/// Findings listed in text; the rest are counted.
const LISTED_MAX: usize = 100;

/// The heads of a rule book: name, citation, line, version, what is unverified.
fn book_text(book: &RuleBook, applied: Option<bool>, lang: Lang) -> String {
    let style = Style::detect();
    let line = book.threshold;
    let than = if line.is_strict {
        pick(lang, "more than", "понад")
    } else {
        pick(lang, "at least", "щонайменше")
    };
    let mut out = format!(
        "{} [{}]\n  {} ({})\n  {} {} · {}\n",
        style.bold(rules::regime(lang, book.regime)),
        book.code,
        book.citation,
        rules::basis(lang, book.basis),
        than,
        percent(lang, line.value.to_f64()),
        rules::propagation(lang, book.propagation),
    );
    let dates = dates(book, lang);
    if !dates.is_empty() {
        let applied = match applied {
            Some(true) => pick(lang, " · applied on that day", " · діяла того дня"),
            Some(false) => pick(lang, " · did not apply on that day", " · того дня не діяла"),
            None => "",
        };
        let word = pick(lang, "this version", "ця редакція");
        out.push_str(&format!("  {word}: {dates}{applied}\n"));
    }
    for part in rules::unverified(lang, book.regime) {
        out.push_str(&format!("  {}: {part}\n", pick(lang, "unverified", "не перевірено")));
    }
    out
}

fn date(date: (i32, u8, u8)) -> String {
    format!("{:04}-{:02}-{:02}", date.0, date.1, date.2)
}

fn dates(book: &RuleBook, lang: Lang) -> String {
    let mut parts = Vec::new();
    if let Some(from) = book.from {
        parts.push(format!("{} {}", pick(lang, "from", "з"), date(from)));
    }
    if let Some(until) = book.until {
        parts.push(format!("{} {}", pick(lang, "until", "до"), date(until)));
    }
    parts.join(" ")
}

pub(crate) fn book_json(book: &RuleBook) -> Value {
    json!({
        "code": book.code,
        "name": rules::regime(Lang::En, book.regime),
        "citation": book.citation,
        "basis": rules::basis_code(book.basis),
        "threshold": book.threshold.value.to_f64(),
        "strictly_more": book.threshold.is_strict,
        "from": book.from.map(date),
        "until": book.until.map(date),
        "unverified": book.unverified,
    })
}

fn notes_text(notes: &[RegimeNote], lang: Lang) -> String {
    let mut out = String::new();
    if !notes.is_empty() {
        let title = pick(lang, "To know", "Варто знати");
        out.push_str(&format!("\n{}\n", Style::detect().bold(title)));
        for &note in notes {
            out.push_str(&format!("  - {}\n", rules::note(lang, note)));
        }
    }
    let advice = pick(lang, "Not legal advice.", "Це не юридична порада.");
    out.push_str(&format!("\n{advice}\n"));
    out
}

fn notes_json(notes: &[RegimeNote], lang: Lang) -> Value {
    notes
        .iter()
        .map(|&note| json!({ "code": rules::note_code(note), "text": rules::note(lang, note) }))
        .collect()
}

fn limbs_text(limbs: &[LimbView], lang: Lang) -> String {
    let mut out = String::new();
    let mut before: Option<&[cuibono_query::StepView]> = None;
    for limb in limbs {
        let share = limb
            .share
            .as_ref()
            .map(|share| format!(" · {}", exact(lang, share)))
            .unwrap_or_default();
        out.push_str(&format!(
            "     {}: {}{share}\n",
            rules::limb(lang, limb.limb),
            rules::answer(lang, limb.answer)
        ));
        if before == Some(limb.steps.as_slice()) && !limb.steps.is_empty() {
            let word = pick(lang, "by the same steps", "тими самими кроками");
            out.push_str(&format!("       {word}\n"));
        } else {
            out.push_str(&steps(lang, &limb.steps, "       "));
        }
        before = Some(&limb.steps);
    }
    out
}

fn limbs_json(limbs: &[LimbView]) -> Value {
    limbs
        .iter()
        .map(|limb| {
            json!({
                "limb": rules::limb_code(limb.limb),
                "answer": rules::answer_code(limb.answer),
                "share": limb.share.as_ref().map(exact_json),
                "path": steps_json(&limb.steps),
            })
        })
        .collect()
}

fn registrable_text(registrable: Option<Answer>, lang: Lang) -> String {
    registrable.map_or_else(String::new, |answer| {
        format!(
            "     {}: {}\n",
            pick(lang, "belongs on the register itself", "підлягає реєстрації саме ця особа"),
            rules::answer(lang, answer)
        )
    })
}

pub(crate) fn text(view: &RegimeView, lang: Lang) -> String {
    let style = Style::detect();
    let mut out = format!("{}\n", party_line(&view.subject, lang));
    out.push_str(&format!("{} {}\n\n", pick(lang, "as of", "станом на"), view.as_of));
    out.push_str(&book_text(view.rule_book, Some(view.applied), lang));
    if let Some(answer) = view.answer {
        out.push_str(&format!(
            "\n{}: {}\n",
            pick(lang, "Caught by designated parties", "Охоплено через осіб зі списків"),
            style.bold(rules::answer(lang, answer))
        ));
    }
    if let Some(step) = view.step {
        out.push_str(&format!("\n{}\n", rules::step(lang, step)));
    }
    for one in &view.listed {
        out.push_str(&format!(
            "  {}\n     {}: {}\n",
            party_line(&one.party, lang),
            pick(lang, "catches it alone", "охоплює самостійно"),
            rules::answer(lang, one.alone)
        ));
    }
    let (open, no): (Vec<&FindingView>, Vec<&FindingView>) =
        view.findings.iter().partition(|f| f.answer != Answer::No || !f.limbs.is_empty());
    for (number, finding) in open.iter().take(LISTED_MAX).enumerate() {
        out.push_str(&format!("\n{:3}. {}\n", number + 1, party_line(&finding.party, lang)));
        out.push_str(&format!("     {}\n", style.bold(rules::answer(lang, finding.answer))));
        out.push_str(&registrable_text(finding.registrable, lang));
        out.push_str(&limbs_text(&finding.limbs, lang));
        out.push_str(&facts(lang, &finding.settles, "     "));
    }
    if !no.is_empty() {
        out.push_str(&format!("\n{}: {}\n", pick(lang, "No for", "Ні для"), no.len()));
        for finding in no.iter().take(LISTED_MAX) {
            out.push_str(&format!("  {}\n", party_line(&finding.party, lang)));
        }
    }
    if !view.evidence.is_empty() {
        let title = pick(
            lang,
            "Evidence to weigh, not computed",
            "Докази, які слід зважити (не обчислюються)",
        );
        out.push_str(&format!("\n{title}\n"));
        for one in &view.evidence {
            out.push_str(&hop(lang, one, "  "));
        }
    }
    out.push_str(&notes_text(&view.notes, lang));
    out
}

pub(crate) fn json(view: &RegimeView, lang: Lang) -> Value {
    let findings: Vec<Value> = view
        .findings
        .iter()
        .map(|finding| {
            let mut value = party_json(&finding.party);
            value["answer"] = json!(rules::answer_code(finding.answer));
            value["registrable"] = json!(finding.registrable.map(rules::answer_code));
            value["limbs"] = limbs_json(&finding.limbs);
            value["settles"] = facts_json(&finding.settles);
            value
        })
        .collect();
    let listed: Vec<Value> = view
        .listed
        .iter()
        .map(|one| {
            let mut value = party_json(&one.party);
            value["alone"] = json!(rules::answer_code(one.alone));
            value
        })
        .collect();
    json!({
        "subject": party_json(&view.subject),
        "as_of": view.as_of.to_string(),
        "data_as_of": view.data_as_of,
        "regime": book_json(view.rule_book),
        "applied": view.applied,
        "answer": view.answer.map(rules::answer_code),
        "step": view.step.map(rules::step_code),
        "findings": findings,
        "listed": listed,
        "evidence": view.evidence.iter().map(hop_json).collect::<Vec<_>>(),
        "notes": notes_json(&view.notes, lang),
    })
}

const FINDING_HEADER: &[&str] = &[
    "subject",
    "regime",
    "applied",
    "id",
    "caption",
    "schema",
    "answer",
    "registrable",
    "limb",
    "limb_answer",
    "share_min",
    "share_max",
    "path",
];

fn limb_rows(
    head: &[String],
    registrable: Option<Answer>,
    from: &str,
    limbs: &[LimbView],
    rows: &mut Vec<Vec<String>>,
) {
    let registrable = registrable.map(rules::answer_code).unwrap_or_default().to_owned();
    let row = |tail: [String; 5]| {
        head.iter().cloned().chain([registrable.clone()]).chain(tail).collect::<Vec<_>>()
    };
    if limbs.is_empty() {
        rows.push(row(Default::default()));
    }
    for limb in limbs {
        rows.push(row([
            rules::limb_code(limb.limb).to_owned(),
            rules::answer_code(limb.answer).to_owned(),
            limb.share.as_ref().map(|s| s.bounds.min.to_string()).unwrap_or_default(),
            limb.share.as_ref().map(|s| s.bounds.max.to_string()).unwrap_or_default(),
            steps_cell(from, &limb.steps),
        ]));
    }
}

pub(crate) fn csv(view: &RegimeView) -> Table {
    let mut rows = Vec::new();
    for finding in &view.findings {
        let head = [
            view.subject.id.clone(),
            view.rule_book.code.to_owned(),
            view.applied.to_string(),
            finding.party.id.clone(),
            finding.party.caption.clone(),
            finding.party.schema.to_owned(),
            rules::answer_code(finding.answer).to_owned(),
        ];
        limb_rows(&head, finding.registrable, &finding.party.id, &finding.limbs, &mut rows);
    }
    (FINDING_HEADER, rows)
}

pub(crate) fn held_text(view: &HeldUnderView, lang: Lang) -> String {
    let style = Style::detect();
    let mut out = format!("{}\n", party_line(&view.subject, lang));
    out.push_str(&format!("{} {}\n\n", pick(lang, "as of", "станом на"), view.as_of));
    out.push_str(&book_text(view.rule_book, Some(view.applied), lang));
    if cuibono_query::is_sanctions(view.rule_book.regime) {
        let word = if view.is_listed {
            pick(
                lang,
                "It is designated. Caught below it:",
                "Її внесено до списку. Нижче охоплено:",
            )
        } else {
            pick(
                lang,
                "It is not designated in these data. If it were, this would be caught:",
                "У цих даних її немає в списках. Якби була, було б охоплено:",
            )
        };
        out.push_str(&format!("\n{word}\n"));
        for other in &view.with {
            out.push_str(&format!(
                "  {}: {}\n",
                pick(lang, "counted with", "рахується разом із"),
                party_line(other, lang)
            ));
        }
    }
    for one in view.holdings.iter().take(LISTED_MAX) {
        out.push_str(&format!(
            "\n{}\n     {}\n",
            party_line(&one.party, lang),
            style.bold(rules::answer(lang, one.answer))
        ));
        if one.alone != one.answer || one.without != Answer::No {
            out.push_str(&format!(
                "     {}: {} · {}: {}\n",
                pick(lang, "by it alone", "лише через неї"),
                rules::answer(lang, one.alone),
                pick(lang, "without it", "без неї"),
                rules::answer(lang, one.without)
            ));
        }
        out.push_str(&registrable_text(one.registrable, lang));
        out.push_str(&limbs_text(&one.limbs, lang));
    }
    let more = view.holdings.len().saturating_sub(LISTED_MAX) + view.left_out;
    if more > 0 {
        out.push_str(&format!("\n… {more} {}\n", pick(lang, "more", "ще")));
    }
    let word = pick(lang, "No for other things held", "Ні для іншого майна й часток");
    out.push_str(&format!("\n{word}: {}\n", view.excluded));
    out.push_str(&notes_text(&view.notes, lang));
    out
}

pub(crate) fn held_json(view: &HeldUnderView, lang: Lang) -> Value {
    let holdings: Vec<Value> = view
        .holdings
        .iter()
        .map(|one| {
            let mut value = party_json(&one.party);
            value["answer"] = json!(rules::answer_code(one.answer));
            value["alone"] = json!(rules::answer_code(one.alone));
            value["without"] = json!(rules::answer_code(one.without));
            value["registrable"] = json!(one.registrable.map(rules::answer_code));
            value["limbs"] = limbs_json(&one.limbs);
            value
        })
        .collect();
    json!({
        "subject": party_json(&view.subject),
        "as_of": view.as_of.to_string(),
        "data_as_of": view.data_as_of,
        "regime": book_json(view.rule_book),
        "applied": view.applied,
        "listed": view.is_listed,
        "with": view.with.iter().map(party_json).collect::<Vec<_>>(),
        "holdings": holdings,
        "excluded": view.excluded,
        "left_out": view.left_out,
        "notes": notes_json(&view.notes, lang),
    })
}

pub(crate) fn held_csv(view: &HeldUnderView) -> Table {
    let mut rows = Vec::new();
    for one in &view.holdings {
        let head = [
            view.subject.id.clone(),
            view.rule_book.code.to_owned(),
            view.applied.to_string(),
            one.party.id.clone(),
            one.party.caption.clone(),
            one.party.schema.to_owned(),
            rules::answer_code(one.answer).to_owned(),
        ];
        limb_rows(&head, one.registrable, &view.subject.id, &one.limbs, &mut rows);
    }
    (FINDING_HEADER, rows)
}

pub(crate) fn close_text(view: &CloseLinkView, lang: Lang) -> String {
    let mut out = format!(
        "{}\n{}\n{} {}\n\n",
        party_line(&view.parties.0, lang),
        party_line(&view.parties.1, lang),
        pick(lang, "as of", "станом на"),
        view.as_of
    );
    out.push_str(&book_text(view.rule_book, Some(view.applied), lang));
    out.push_str(&format!(
        "\n{}: {}\n",
        pick(lang, "Close links", "Тісні зв’язки"),
        Style::detect().bold(rules::answer(lang, view.answer))
    ));
    if let Some(third) = &view.third {
        let word = pick(lang, "through a third party", "через третю особу");
        out.push_str(&format!("  {word}: {}\n", party_line(third, lang)));
    }
    for (holder, held, share) in &view.shares {
        out.push_str(&format!(
            "  {} → {}: {}\n",
            crate::output::plain(&holder.caption),
            crate::output::plain(&held.caption),
            exact(lang, share)
        ));
    }
    out.push_str(&notes_text(&[], lang));
    out
}

pub(crate) fn close_json(view: &CloseLinkView) -> Value {
    json!({
        "parties": [party_json(&view.parties.0), party_json(&view.parties.1)],
        "as_of": view.as_of.to_string(),
        "regime": book_json(view.rule_book),
        "applied": view.applied,
        "answer": rules::answer_code(view.answer),
        "third": view.third.as_ref().map(party_json),
        "shares": view.shares.iter().map(|(holder, held, share)| json!({
            "holder": holder.id,
            "subject": held.id,
            "share": exact_json(share),
        })).collect::<Vec<_>>(),
    })
}

pub(crate) fn close_csv(view: &CloseLinkView) -> Table {
    let header = &["answer", "holder", "subject", "share_min", "share_max"];
    let rows = view.shares.iter().map(|(holder, held, share)| {
        vec![
            rules::answer_code(view.answer).to_owned(),
            holder.id.clone(),
            held.id.clone(),
            share.bounds.min.to_string(),
            share.bounds.max.to_string(),
        ]
    });
    (header, rows.collect())
}

pub(crate) fn books_text(lang: Lang) -> String {
    RULE_BOOKS.iter().map(|book| book_text(book, None, lang)).collect::<Vec<_>>().join("\n")
}

pub(crate) fn books_json() -> Value {
    json!({ "regimes": RULE_BOOKS.iter().map(book_json).collect::<Vec<_>>() })
}

pub(crate) fn books_csv() -> Table {
    let header = &[
        "code",
        "name",
        "citation",
        "basis",
        "threshold",
        "strictly_more",
        "from",
        "until",
        "unverified",
    ];
    let rows = RULE_BOOKS.iter().map(|book| {
        vec![
            book.code.to_owned(),
            rules::regime(Lang::En, book.regime).to_owned(),
            book.citation.to_owned(),
            rules::basis_code(book.basis).to_owned(),
            book.threshold.value.to_f64().to_string(),
            book.threshold.is_strict.to_string(),
            book.from.map(date).unwrap_or_default(),
            book.until.map(date).unwrap_or_default(),
            book.unverified.join("; "),
        ]
    });
    (header, rows.collect())
}
