//! The arithmetic of an answer.

use cuibono_query::{
    AttributedView, ChainArithmetic, CreditView, DifferenceView, ExplainView, HopArithmetic, Lang,
    Status,
};
use serde_json::{Value, json};

use super::steps::{exact, exact_json, facts, facts_json, fractions, steps, steps_json};
use super::{Table, hop, hop_json, party_json, party_line, percent};
use crate::output::{Style, plain};
use crate::words::{self, pick, rules};

pub(crate) fn text(view: &ExplainView, lang: Lang) -> String {
    let style = Style::detect();
    let mut out = format!(
        "{}\n  → {}\n{} {} · {} {}: {}\n",
        party_line(&view.owner, lang),
        party_line(&view.subject, lang),
        pick(lang, "as of", "станом на"),
        view.as_of,
        pick(lang, "more than", "понад"),
        percent(lang, view.question.threshold.to_f64()),
        style.bold(words::status(lang, view.status)),
    );
    out.push_str(&format!("\n{}\n", style.bold(pick(lang, "1. Money", "1. Гроші"))));
    if view.chains.is_empty() {
        out.push_str(&format!(
            "  {}\n",
            pick(lang, "No money runs along any chain.", "Жоден ланцюг не переносить грошей.")
        ));
    }
    for (number, chain) in view.chains.iter().enumerate() {
        out.push_str(&chain_text(number + 1, chain, lang));
    }
    if !view.chains.is_empty() {
        let products: Vec<String> =
            view.chains.iter().map(|chain| fractions(&chain.product)).collect();
        out.push_str(&format!(
            "\n  {}: {} = {}\n",
            pick(lang, "sum of the chains, at most the whole", "сума ланцюгів, не більш як ціле"),
            products.join(" + "),
            exact(lang, &view.sum)
        ));
    }
    for difference in &view.differences {
        let word = pick(lang, "but", "але");
        out.push_str(&format!("  {word}: {}\n", difference_text(difference, lang)));
    }
    out.push_str(&format!(
        "  {}: {}\n",
        style.bold(pick(lang, "result", "підсумок")),
        exact(lang, &view.cash_flow)
    ));
    if view.assumes_direct {
        out.push_str(&format!(
            "  {}\n",
            pick(
                lang,
                "assumed: each band is a separate block held directly, which the register does not say",
                "припущення: кожна смуга — окрема пряма частка; реєстр цього не каже"
            )
        ));
    }
    out.push_str(&attributed_text(&view.attributed, lang));
    out.push_str(&format!(
        "\n{}\n  {}\n",
        style.bold(pick(lang, "3. Control", "3. Контроль")),
        words::control(lang, view.control)
    ));
    for step in &view.control_steps {
        out.push_str(&format!(
            "  {} {}:\n",
            plain(&step.party.caption),
            rules::ground(lang, step.ground)
        ));
        out.push_str(&steps(lang, std::slice::from_ref(step), "    "));
    }
    if view.has_asserted_influence {
        out.push_str(&format!(
            "  {}\n",
            pick(
                lang,
                "the register states significant influence or control, which makes it possible",
                "реєстр указує істотний вплив або контроль, тож він можливий"
            )
        ));
    }
    if view.status == Status::Possible {
        let title = pick(lang, "4. What would settle it", "4. Що з’ясувало б це");
        out.push_str(&format!("\n{}\n", style.bold(title)));
        if view.settles.is_empty() {
            out.push_str(&format!(
                "  {}\n",
                pick(
                    lang,
                    "no single size does; several are needed",
                    "жоден окремий розмір; потрібно кілька"
                )
            ));
        }
        out.push_str(&facts(lang, &view.settles, "  "));
    }
    out
}

fn chain_text(number: usize, chain: &ChainArithmetic, lang: Lang) -> String {
    let word = pick(lang, "chain", "ланцюг");
    let mut out = format!("\n  {word} {number}\n");
    for one in &chain.hops {
        out.push_str(&hop_text(one, lang));
    }
    let factors: Vec<String> = chain.hops.iter().map(|one| fractions(&one.used)).collect();
    let product = pick(lang, "product", "добуток");
    out.push_str(&format!(
        "    {product}: {} = {}\n",
        factors.join(" × "),
        exact(lang, &chain.product)
    ));
    out
}

fn hop_text(one: &HopArithmetic, lang: Lang) -> String {
    let mut out = String::new();
    for relationship in &one.hops {
        out.push_str(&hop(lang, relationship, "    "));
    }
    out.push_str(&format!(
        "        {}: {}\n",
        pick(lang, "stated", "указано"),
        exact(lang, &one.stated)
    ));
    for adjustment in &one.adjustments {
        out.push_str(&format!("        {}\n", rules::adjustment(lang, adjustment)));
    }
    for other in &one.others {
        let names: Vec<String> = other.holders.iter().map(|p| plain(&p.caption)).collect();
        out.push_str(&format!("          {}: {}\n", names.join(", "), exact(lang, &other.stated)));
    }
    if !one.adjustments.is_empty() {
        out.push_str(&format!(
            "        {}: {}\n",
            pick(lang, "used", "враховано"),
            exact(lang, &one.used)
        ));
    }
    out
}

fn difference_code(difference: &DifferenceView) -> &'static str {
    match difference {
        DifferenceView::MoreChains => "more_chains",
        DifferenceView::Ring(_) => "ring",
        DifferenceView::Competition => "competition",
        DifferenceView::Completeness => "completeness",
    }
}

fn difference_text(difference: &DifferenceView, lang: Lang) -> String {
    match difference {
        DifferenceView::MoreChains => {
            pick(lang, "there are more chains than shown", "ланцюгів більше, ніж показано").into()
        }
        DifferenceView::Ring(parties) => {
            let names: Vec<String> = parties.iter().map(|p| plain(&p.caption)).collect();
            format!(
                "{}: {}",
                pick(
                    lang,
                    "these own each other in a ring, so money also runs round it again and again",
                    "ці особи володіють одна одною по колу, тож гроші проходять його знову й знову"
                ),
                names.join(", ")
            )
        }
        DifferenceView::Competition => pick(
            lang,
            "the chains share one whole, so not all of their greatest sizes are possible together",
            "ланцюги ділять одне ціле, тож не всі найбільші розміри можливі разом",
        )
        .into(),
        DifferenceView::Completeness => pick(
            lang,
            "the holders are the whole, so what one lacks another has",
            "власники становлять ціле: чого бракує одному, те має інший",
        )
        .into(),
    }
}

fn attributed_text(view: &AttributedView, lang: Lang) -> String {
    let style = Style::detect();
    let title = pick(
        lang,
        "2. Credited by majority stakes (shares are not multiplied)",
        "2. Зараховано через мажоритарні частки (частки не перемножуються)",
    );
    let mut out = format!("\n{}\n", style.bold(title));
    let between = [
        (&view.certain, pick(lang, "certainly under its control", "напевно під її контролем")),
        (&view.possible, pick(lang, "possibly under its control", "можливо під її контролем")),
    ];
    for (list, word) in between {
        for step in list {
            out.push_str(&format!(
                "  {} — {word}, {}\n",
                plain(&step.party.caption),
                rules::ground(lang, step.ground)
            ));
            out.push_str(&steps(lang, std::slice::from_ref(step), "    "));
        }
    }
    out.push_str(&credits_text(&view.blocks, pick(lang, "shares", "частки"), lang));
    out.push_str(&format!(
        "  {}: {}\n",
        style.bold(pick(lang, "shares credited", "зараховано часток")),
        exact(lang, &view.shares)
    ));
    out.push_str(&credits_text(&view.vote_blocks, pick(lang, "votes", "голоси"), lang));
    out.push_str(&format!(
        "  {}: {}\n",
        style.bold(pick(lang, "votes credited", "зараховано голосів")),
        exact(lang, &view.votes)
    ));
    out
}

fn credits_text(credits: &[CreditView], word: &str, lang: Lang) -> String {
    let mut out = String::new();
    for credit in credits {
        let names: Vec<String> =
            credit.block.holders.iter().map(|party| plain(&party.caption)).collect();
        let certain = if credit.is_certain {
            pick(lang, "counts in full", "рахується повністю")
        } else {
            pick(lang, "may count in full", "може рахуватися повністю")
        };
        out.push_str(&format!(
            "  {} ({word}): {} {} · {certain}\n",
            names.join(", "),
            pick(lang, "stated", "указано"),
            exact(lang, &credit.block.stated),
        ));
        if credit.possible != credit.block.stated {
            out.push_str(&format!(
                "    {}: {}\n",
                pick(lang, "the other blocks leave", "інші частки залишають"),
                exact(lang, &credit.possible)
            ));
        }
        for one in &credit.hops {
            out.push_str(&hop(lang, one, "    "));
        }
    }
    out
}

fn credit_json(credit: &CreditView) -> Value {
    json!({
        "holders": credit.block.holders.iter().map(|p| json!(p.id)).collect::<Vec<_>>(),
        "stated": exact_json(&credit.block.stated),
        "used": exact_json(&credit.possible),
        "certain": credit.is_certain,
        "hops": credit.hops.iter().map(hop_json).collect::<Vec<_>>(),
    })
}

pub(crate) fn json(view: &ExplainView, lang: Lang) -> Value {
    let chains: Vec<Value> = view
        .chains
        .iter()
        .map(|chain| {
            let hops: Vec<Value> = chain
                .hops
                .iter()
                .map(|one| {
                    json!({
                        "holder": one.holder.id,
                        "subject": one.subject.id,
                        "stated": exact_json(&one.stated),
                        "used": exact_json(&one.used),
                        "adjustments": one.adjustments.iter().map(|a| json!({
                            "code": rules::adjustment_code(a),
                            "text": rules::adjustment(lang, a),
                        })).collect::<Vec<_>>(),
                        "others": one.others.iter().map(|other| json!({
                            "holders": other.holders.iter().map(|p| &p.id).collect::<Vec<_>>(),
                            "stated": exact_json(&other.stated),
                        })).collect::<Vec<_>>(),
                        "relationships": one.hops.iter().map(hop_json).collect::<Vec<_>>(),
                    })
                })
                .collect();
            json!({ "hops": hops, "product": exact_json(&chain.product) })
        })
        .collect();
    json!({
        "owner": party_json(&view.owner),
        "subject": party_json(&view.subject),
        "as_of": view.as_of.to_string(),
        "data_as_of": view.data_as_of,
        "threshold": view.question.threshold.to_f64(),
        "status": words::status(Lang::En, view.status),
        "chains": chains,
        "sum": exact_json(&view.sum),
        "cash_flow": exact_json(&view.cash_flow),
        "differences": view.differences.iter().map(|difference| json!({
            "code": difference_code(difference),
            "text": difference_text(difference, lang),
        })).collect::<Vec<_>>(),
        "assumes_direct": view.assumes_direct,
        "attributed": {
            "shares": exact_json(&view.attributed.shares),
            "votes": exact_json(&view.attributed.votes),
            "certainly_controlled": steps_json(&view.attributed.certain),
            "possibly_controlled": steps_json(&view.attributed.possible),
            "blocks": view.attributed.blocks.iter().map(credit_json).collect::<Vec<_>>(),
            "vote_blocks": view.attributed.vote_blocks.iter().map(credit_json).collect::<Vec<_>>(),
        },
        "control": words::control(Lang::En, view.control),
        "control_steps": steps_json(&view.control_steps),
        "asserted_influence": view.has_asserted_influence,
        "settles": facts_json(&view.settles),
    })
}

/// One row a factor; then the products, the sum and the result.
pub(crate) fn csv(view: &ExplainView) -> Table {
    let header = &[
        "item",
        "chain",
        "step",
        "holder",
        "subject",
        "stated_min",
        "stated_max",
        "used_min",
        "used_max",
        "min_fraction",
        "max_fraction",
        "min_open",
        "max_open",
        "adjustments",
        "records",
    ];
    let mut rows = Vec::new();
    let line = |item: &str, chain: String, share: &cuibono_query::Exact| {
        let mut row = vec![item.to_owned(), chain, String::new()];
        row.extend([view.owner.id.clone(), view.subject.id.clone(), String::new(), String::new()]);
        row.extend([
            share.bounds.min.to_string(),
            share.bounds.max.to_string(),
            share.min.clone(),
            share.max.clone(),
            share.bounds.min_open.to_string(),
            share.bounds.max_open.to_string(),
            String::new(),
            String::new(),
        ]);
        row
    };
    for (number, chain) in view.chains.iter().enumerate() {
        for (step, one) in chain.hops.iter().enumerate() {
            let records: Vec<String> = one
                .hops
                .iter()
                .flat_map(|hop| &hop.records)
                .map(|record| format!("{}:{}#{}", record.dataset, record.file, record.record))
                .collect();
            let adjustments: Vec<&str> =
                one.adjustments.iter().map(rules::adjustment_code).collect();
            rows.push(vec![
                "factor".into(),
                (number + 1).to_string(),
                (step + 1).to_string(),
                one.holder.id.clone(),
                one.subject.id.clone(),
                one.stated.bounds.min.to_string(),
                one.stated.bounds.max.to_string(),
                one.used.bounds.min.to_string(),
                one.used.bounds.max.to_string(),
                one.used.min.clone(),
                one.used.max.clone(),
                one.used.bounds.min_open.to_string(),
                one.used.bounds.max_open.to_string(),
                adjustments.join("; "),
                records.join("; "),
            ]);
        }
        rows.push(line("product", (number + 1).to_string(), &chain.product));
    }
    rows.push(line("sum", String::new(), &view.sum));
    rows.push(line("cash_flow", String::new(), &view.cash_flow));
    rows.push(line("attributed_shares", String::new(), &view.attributed.shares));
    rows.push(line("attributed_votes", String::new(), &view.attributed.votes));
    (header, rows)
}
