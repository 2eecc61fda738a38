//! Holdings of a party.

use cuibono_query::{HoldingsView, Lang, NetworkValue};
use serde_json::{Value, json};

use super::{Table, bounds, bounds_json, chain, chain_cell, chain_json, party_json, party_line};
use crate::output::{Style, plain};
use crate::words::{self, pick};

const LISTED_MAX: usize = 200;

pub(crate) fn text(view: &HoldingsView, lang: Lang) -> String {
    let style = Style::detect();
    let mut out = format!("{}\n", party_line(&view.subject, lang));
    out.push_str(&format!("{} {}\n", pick(lang, "as of", "станом на"), view.as_of));
    if view.holdings.is_empty() {
        out.push_str(&format!(
            "\n{}\n",
            pick(
                lang,
                "No record says that it holds anything.",
                "Жоден запис не каже, що їй щось належить."
            )
        ));
    }
    for held in view.holdings.iter().take(LISTED_MAX) {
        out.push_str(&format!("\n{}\n", party_line(&held.party, lang)));
        out.push_str(&format!(
            "   {} {} · {}: {} · {}: {} · {}\n",
            held.layers,
            layers(held.layers, lang),
            pick(lang, "money", "гроші"),
            bounds(lang, held.cash_flow),
            pick(lang, "control", "контроль"),
            words::control(lang, held.control),
            style.bold(words::status(lang, held.status)),
        ));
        if let Some(one) = &held.chain {
            out.push_str(&chain(lang, one, "     "));
        }
    }
    if view.holdings.len() > LISTED_MAX {
        let rest = view.holdings.len() - LISTED_MAX;
        out.push_str(&format!("\n… {rest} {}\n", pick(lang, "more", "ще")));
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

fn layers(count: usize, lang: Lang) -> &'static str {
    match (lang, count) {
        (Lang::En, 1) => "layer",
        (Lang::En, _) => "layers",
        (Lang::Uk, n) if n % 10 == 1 && n % 100 != 11 => "рівень",
        (Lang::Uk, n) if (2..=4).contains(&(n % 10)) && !(12..=14).contains(&(n % 100)) => "рівні",
        (Lang::Uk, _) => "рівнів",
    }
}

pub(crate) fn json(view: &HoldingsView) -> Value {
    let holdings: Vec<Value> = view
        .holdings
        .iter()
        .map(|held| {
            let mut value = party_json(&held.party);
            value["layers"] = json!(held.layers);
            value["cash_flow"] = bounds_json(held.cash_flow);
            value["attributed"] = bounds_json(held.attributed);
            value["control"] = json!(words::control(Lang::En, held.control));
            value["status"] = json!(words::status(Lang::En, held.status));
            value["path"] = held.chain.as_ref().map_or(Value::Null, chain_json);
            value
        })
        .collect();
    json!({
        "subject": party_json(&view.subject),
        "as_of": view.as_of.to_string(),
        "data_as_of": view.data_as_of,
        "holdings": holdings,
        "cut": view.cut.iter().map(|p| p.id.clone()).collect::<Vec<_>>(),
    })
}

pub(crate) fn csv(view: &HoldingsView) -> Table {
    let header = &[
        "subject",
        "id",
        "caption",
        "schema",
        "layers",
        "cash_flow_min",
        "cash_flow_max",
        "attributed_min",
        "attributed_max",
        "control",
        "status",
        "path",
    ];
    let rows = view.holdings.iter().map(|held| {
        vec![
            view.subject.id.clone(),
            held.party.id.clone(),
            held.party.caption.clone(),
            held.party.schema.to_owned(),
            held.layers.to_string(),
            held.cash_flow.min.to_string(),
            held.cash_flow.max.to_string(),
            held.attributed.min.to_string(),
            held.attributed.max.to_string(),
            words::control(Lang::En, held.control).to_owned(),
            words::status(Lang::En, held.status).to_owned(),
            held.chain.as_ref().map(chain_cell).unwrap_or_default(),
        ]
    });
    (header, rows.collect())
}

/// Prices paid for the land below a party.
pub(crate) fn value_text(value: &NetworkValue, lang: Lang) -> String {
    let mut out = format!(
        "\n{}\n  {}: {} {} {}\n",
        Style::detect().bold(pick(lang, "Prices paid", "Сплачені ціни")),
        pick(lang, "titles with a price", "об’єктів із ціною"),
        value.priced,
        pick(lang, "of", "із"),
        value.assets,
    );
    for sum in &value.values {
        out.push_str(&format!(
            "  {}: {:.0} – {:.0} ({}: {:.0})\n",
            plain(&sum.currency),
            sum.min,
            sum.max,
            pick(
                lang,
                "paid in all, whoever has which share",
                "сплачено загалом, без поділу на частки"
            ),
            sum.paid,
        ));
        if sum.shared_purchases > 0 {
            out.push_str(&format!(
                "    {}: {} · {}: {:.0}\n",
                pick(
                    lang,
                    "purchases of several titles, each price counted once",
                    "купівлі кількох об’єктів, ціну пораховано один раз"
                ),
                sum.shared_purchases,
                pick(
                    lang,
                    "at most, if each title had its own price",
                    "щонайбільше, якби ціна була окремою"
                ),
                sum.max_each,
            ));
        }
    }
    out.push_str(&format!(
        "  {}\n",
        pick(
            lang,
            "prices as registered, of different years, times the share of the money; not today's value",
            "ціни з реєстру за різні роки, помножені на частку грошей; це не сьогоднішня вартість"
        )
    ));
    out
}

pub(crate) fn value_json(value: &NetworkValue) -> Value {
    json!({
        "assets": value.assets,
        "priced": value.priced,
        "values": value.values.iter().map(|sum| json!({
            "currency": sum.currency,
            "min": sum.min,
            "max": sum.max,
            "max_if_priced_apart": sum.max_each,
            "paid": sum.paid,
            "priced": sum.priced,
            "shared_purchases": sum.shared_purchases,
        })).collect::<Vec<_>>(),
    })
}
