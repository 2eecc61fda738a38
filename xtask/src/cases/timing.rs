//! Operations on time.

use cuibono_model::{Day, PartialDate};
use cuibono_ownership::time::{as_of, timeline as sweep};
use cuibono_ownership::{Activity, Options, Span};
use serde_json::{Map, Value, json};

use super::case::{Answer, Case, array, date};

fn day(value: &Value) -> Result<Day, String> {
    date(value)?.map(PartialDate::earliest).ok_or_else(|| format!("not a day: {value}"))
}

fn states(case: &Case, span: Span) -> Answer {
    let state = |d: &Value| -> Result<&str, String> {
        Ok(match span.on(day(d)?) {
            Activity::Certain => "yes",
            Activity::Possible => "maybe",
            Activity::No => "no",
        })
    };
    let states: Result<Vec<&str>, String> = array(&case.ask["days"]).iter().map(state).collect();
    Ok(json!({ "active": states? }))
}

pub(crate) fn active(case: &Case) -> Answer {
    let mut span = Span::new(date(&case.ask["start"])?, date(&case.ask["end"])?);
    if case.ask["end_inclusive"].as_bool().unwrap_or(false) {
        span = span.with_end_included();
    }
    states(case, span)
}

pub(crate) fn active_censored(case: &Case) -> Answer {
    let ask = &case.ask;
    let notified = date(&ask["notified"])?;
    let mut span = Span::new(notified, date(&ask["end"])?);
    // A start on the day on which the register opened means that day or earlier.
    if notified.is_some() && notified == date(&ask["regime_start"])? {
        span = span.left_censored(date(&ask["incorporated"])?.map(PartialDate::earliest));
    }
    states(case, span)
}

pub(crate) fn bitemporal(case: &Case) -> Answer {
    let target = case.find(&case.ask["target"])?;
    let holdings = case.dated();
    let mut answer = Vec::new();
    for query in array(&case.ask["queries"]) {
        let (on, known) = (day(&query[0])?, day(&query[1])?);
        let problem = case.problem_of(&as_of(&holdings, on, known), Options::default(), |_| {
            cuibono_model::PartyClass::Unknown
        });
        let held = |n: u32| problem.cash_flow(&[n], target).max.is_positive();
        let owners = (0..case.len()).filter(|&n| n != target && held(n));
        answer.push(case.names_of(owners));
    }
    Ok(json!({ "owners": answer }))
}

pub(crate) fn timeline(case: &Case) -> Answer {
    let target = case.find(&case.ask["target"])?;
    let owners = case.find_all(&case.ask["owners"])?;
    let holdings = case.dated();
    let known = match &case.ask["known"] {
        Value::Null => Day(i32::MAX - 1),
        given => day(given)?,
    };
    let segments = sweep(&holdings, target, (Day::MIN, Day::MAX), known, |now, _| {
        let problem =
            case.problem_of(now, Options::default(), |_| cuibono_model::PartyClass::Unknown);
        owners.iter().map(|&o| problem.cash_flow(&[o], target)).collect::<Vec<_>>()
    });
    let show = |d: Day| match d {
        Day::MIN | Day::MAX => Value::Null,
        _ => json!(d.to_string()),
    };
    let segments: Vec<Value> = segments
        .into_iter()
        .map(|s| {
            let shares: Map<String, Value> = owners
                .iter()
                .zip(&s.answer)
                .map(|(&o, share)| (case.name_of(o), super::shares::exact(share)))
                .collect();
            json!([show(s.from), show(s.until), shares])
        })
        .collect();
    Ok(json!({ "segments": segments }))
}
