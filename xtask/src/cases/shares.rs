//! Operations on money: exact and banded shares, loops, chains, ends.

use cuibono_model::PartyClass;
use cuibono_ownership::{EndClass, Interval, Options, Rank, Rat};
use serde_json::{Map, Value, json};

use super::case::{Answer, Case, array, interval_json, rat, text, threshold, verdict_name};

const INFINITE: &str = "walks add up to no finite number";
const WORK: usize = 1_000_000;

pub(crate) fn integrated(case: &Case) -> Answer {
    pairs(case, |m, from, to| m.walks(from).map(|row| row[to as usize].clone()))
}

pub(crate) fn simple_paths(case: &Case) -> Answer {
    pairs(case, |m, from, to| m.simple_paths(from, to, WORK))
}

pub(crate) fn pairs(
    case: &Case,
    share: impl Fn(&cuibono_ownership::ShareMatrix, u32, u32) -> Option<Rat>,
) -> Answer {
    let matrix = case.matrix()?;
    let mut answer = Map::new();
    for (label, from, to) in case.pairs()? {
        let share = if from.max(to) < matrix.len() {
            share(&matrix, from, to).ok_or(INFINITE)?
        } else {
            Rat::ZERO
        };
        answer.insert(label, json!(share.to_string()));
    }
    Ok(Value::Object(answer))
}

/// `?` owns what nobody is known to own.
pub(crate) fn integrated_residual(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let mut answer = Map::new();
    for pair in array(&case.ask["pairs"]) {
        let (from, to) = (text(&pair[0])?, case.find(&pair[1])?);
        let share = if from == "?" {
            let ends = problem.ends(to).ok_or("no such company")?;
            let rests = ends.classes.iter().filter(|(c, _)| *c == EndClass::UndisclosedRest);
            rests.map(|(_, share)| share.clone()).next().unwrap_or(Interval::ZERO)
        } else {
            problem.cash_flow(&[case.find(&pair[0])?], to)
        };
        answer.insert(format!("{from}>{}", text(&pair[1])?), exact(&share));
    }
    Ok(Value::Object(answer))
}

pub(crate) fn exact(share: &Interval) -> Value {
    if share.is_exact() { json!(share.min.to_string()) } else { interval_json(share) }
}

pub(crate) fn m_and_y(case: &Case) -> Answer {
    let matrix = case.matrix()?;
    let mut answer = Map::new();
    for (label, from, to) in case.pairs()? {
        let m = matrix.walks(from).map(|row| row[to as usize].to_string());
        let y = matrix.integrated(from).ok_or(INFINITE)?[to as usize].to_string();
        for (kind, value) in [("m", json!(m)), ("y", json!(y))] {
            let label = format!("{kind} {label}");
            if case.expected.get(&label).is_some() {
                answer.insert(label, value);
            }
        }
        if case.expected.get(&label).is_some() {
            answer.insert(label, json!(y));
        }
    }
    Ok(Value::Object(answer))
}

pub(crate) fn closed_loops(case: &Case) -> Answer {
    let loops = case.matrix()?.closed_loops();
    let loops: Vec<Value> = loops.into_iter().map(|l| case.names_of(l)).collect();
    Ok(json!({ "loops": loops }))
}

pub(crate) fn oversubscribed(case: &Case) -> Answer {
    let matrix = case.matrix()?;
    let mut answer = Map::new();
    for (company, sum) in matrix.column_sums().iter().enumerate().filter(|(_, s)| **s > Rat::ONE) {
        let parts: Map<String, Value> = matrix
            .shares()
            .filter(|(_, owned, _)| *owned as usize == company)
            .map(|(owner, _, share)| (case.name_of(owner), json!((share / sum).to_string())))
            .collect();
        let entry = json!({ "sum": sum.to_string(), "normalised": parts });
        answer.insert(case.name_of(company as u32), entry);
    }
    Ok(Value::Object(answer))
}

pub(crate) fn network_value(case: &Case) -> Answer {
    let matrix = case.matrix()?;
    let mut values = vec![Rat::ZERO; matrix.len() as usize];
    for (name, value) in case.ask["values"].as_object().into_iter().flatten() {
        if let Some(slot) = values.get_mut(case.find(&json!(name))? as usize) {
            *slot = rat(value)?;
        }
    }
    let mut answer = Map::new();
    for who in array(&case.ask["who"]) {
        let (m, y) = matrix.network_value(case.find(who)?, &values).ok_or(INFINITE)?;
        answer.insert(text(who)?, json!({ "m": m.to_string(), "y": y.to_string() }));
    }
    Ok(Value::Object(answer))
}

/// The error of stopping a climb early. Steps are given, or round trips through a loop.
pub(crate) fn truncated_error(case: &Case) -> Answer {
    let ask = &case.ask;
    let matrix = case.matrix()?;
    let (from, to) = match case.pairs()?.first() {
        Some((_, from, to)) => (*from, *to),
        None => {
            let pick = |keys: &[&str]| {
                keys.iter().map(|k| &ask[*k]).find(|v| v.is_string()).ok_or("no pair given")
            };
            (
                case.find(pick(&["owner", "from", "source"])?)?,
                case.find(pick(&["target", "to", "company"])?)?,
            )
        }
    };
    let number = |keys: &[&str]| keys.iter().find_map(|k| ask[*k].as_u64());
    let steps = match number(&["steps", "k", "n", "terms", "iterations"]) {
        Some(steps) => steps,
        None => {
            let trips = number(&["round_trips", "trips", "rounds"]).ok_or("no number of steps")?;
            trips * matrix.loops().iter().map(|l| l.len() as u64).max().unwrap_or(1)
        }
    };
    let steps = u32::try_from(steps).map_err(|e| e.to_string())?;
    let (exact, found, bound) = matrix.truncated(from, to, steps).ok_or(INFINITE)?;
    let error = &exact - &found;
    let mut answer = Map::new();
    for key in case.expected.as_object().into_iter().flat_map(Map::keys) {
        let value = match key.as_str() {
            "error" | "truncation_error" => &error,
            "bound" | "error_bound" | "in_flight" | "q" => &bound,
            "value" | "partial" | "truncated" | "approx" | "found" => &found,
            "exact" | "limit" => &exact,
            // Named by the pair: what is missing of its share.
            _ if key.contains('>') => &error,
            _ => return Err(format!("{key:?} is not known here")),
        };
        answer.insert(key.clone(), json!(value.to_string()));
    }
    Ok(Value::Object(answer))
}

pub(crate) fn bounds(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let target = case.find(&case.ask["target"])?;
    let owners = problem.owners(target);
    let is_contradictory = owners.is_some_and(|o| {
        o.warnings.iter().any(|w| {
            matches!(w, cuibono_ownership::Warning::Blocks(d)
                if d.dimension == cuibono_ownership::Dimension::Money)
        })
    });
    if is_contradictory {
        return Ok(json!({ "inconsistent": true }));
    }
    let share = problem.cash_flow(&case.find_all(&case.ask["owners"])?, target);
    with_classes(case, &share)
}

/// The interval with its class at each threshold asked for.
pub(crate) fn with_classes(case: &Case, share: &Interval) -> Answer {
    let mut answer = interval_json(share);
    let classes: Map<String, Value> = case
        .thresholds()?
        .into_iter()
        .map(|(label, t)| (label, json!(verdict_name(share.verdict(t)))))
        .collect();
    answer["class"] = Value::Object(classes);
    Ok(answer)
}

pub(crate) fn tighten(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let company = case.find(&case.ask["company"])?;
    if !problem.diagnoses().is_empty() {
        return Ok(json!({ "inconsistent": true }));
    }
    let mut answer = Map::new();
    let stated = case.edges.iter().filter(|e| e.to == company);
    for edge in stated {
        answer.insert(case.name_of(edge.from), json!(["0", false, "0", false]));
    }
    for block in problem.blocks(company, cuibono_ownership::Dimension::Money) {
        let p = block.possible;
        let range = json!([p.min.to_string(), p.min_open, p.max.to_string(), p.max_open]);
        for holder in block.holders {
            answer.insert(case.name_of(holder), range.clone());
        }
    }
    Ok(Value::Object(answer))
}

/// Loops, or all components when a single node without a holding in itself is expected; numbers are
/// how many there are or how large the largest is.
pub(crate) fn components(case: &Case) -> Answer {
    let edges: Vec<_> = case.edges.iter().map(|e| (e.from, e.to, Rat::ONE)).collect();
    let mut sets = cuibono_ownership::ShareMatrix::new(case.len(), &edges).loops();
    let expected = case.expected.as_object().ok_or("nothing expected")?;
    let lists = || expected.values().flat_map(array);
    let is_free = |v: u32| !sets.iter().any(|l| l.contains(&v));
    let single = |l: &Value| match array(l) {
        [one] => case.find(one).is_ok_and(is_free),
        _ => false,
    };
    if lists().any(single) {
        let free: Vec<u32> = (0..case.len()).filter(|&v| is_free(v)).collect();
        sets.extend(free.into_iter().map(|v| vec![v]));
    }
    let mut answer = Map::new();
    for (key, value) in expected {
        let got = match value {
            Value::Number(_) if key.starts_with("large") || key.starts_with("max") => {
                json!(sets.iter().map(Vec::len).max().unwrap_or(0))
            }
            Value::Number(_) => json!(sets.len()),
            // One list of names: everybody in a loop.
            Value::Array(list) if list.iter().any(Value::is_string) => {
                case.names_of(sets.iter().flatten().copied())
            }
            _ => sets.iter().map(|l| case.names_of(l.iter().copied())).collect(),
        };
        answer.insert(key.clone(), got);
    }
    Ok(Value::Object(answer))
}

/// Chains by the product of the stated shares, shorter ones and earlier names first on a tie.
pub(crate) fn top_chains(case: &Case) -> Answer {
    const TIES: usize = 32;
    let problem = case.problem(Options::default());
    let most = case.ask["k"].as_u64().unwrap_or(3) as usize;
    let (from, to) = (case.find(&case.ask["owner"])?, case.find(&case.ask["target"])?);
    let (chains, _) = problem.chains(from, to, most + TIES, Rank::Middle, WORK);
    let mut chains: Vec<(Interval, Vec<String>)> = chains
        .into_iter()
        .map(|c| {
            let product = stated_product(case, &c.nodes).unwrap_or(c.share);
            (product, c.nodes.iter().map(|&n| case.name_of(n)).collect())
        })
        .collect();
    chains.sort_by(|(a, x), (b, y)| {
        let middle = |i: &Interval| &i.min + &i.max;
        middle(b).cmp(&middle(a)).then(x.len().cmp(&y.len())).then(x.cmp(y))
    });
    let shown = chains.iter().take(most).map(|(share, names)| json!([names, exact(share)]));
    Ok(json!({ "paths": shown.collect::<Vec<_>>() }))
}

/// What the records state along a chain, multiplied, where they are exact: other holders of the same
/// companies do not matter to it, even beyond the whole.
fn stated_product(case: &Case, nodes: &[u32]) -> Option<Interval> {
    let mut product = Rat::ONE;
    for step in nodes.windows(2) {
        let edges = case.edges.iter().filter(|e| e.from == step[0] && e.to == step[1]);
        let mut sum = Rat::ZERO;
        for edge in edges {
            sum = sum + edge.share.is_exact().then(|| Rat::from(edge.share.min))?;
        }
        product = &product * &sum;
    }
    Some(Interval::exact(product))
}

pub(crate) fn common_owners(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let assets = case.find_all(&case.ask["assets"])?;
    let limit = match &case.ask["threshold"] {
        Value::Null => threshold(">0")?,
        given => threshold(&text(given)?)?,
    };
    let mut common = Vec::new();
    let mut shares = Map::new();
    for owner in 0..case.len() {
        if case.edges.iter().any(|e| e.to == owner) {
            continue;
        }
        let held: Vec<Interval> = assets.iter().map(|&a| problem.cash_flow(&[owner], a)).collect();
        if held.iter().all(|s| s.verdict(limit) == cuibono_ownership::Verdict::Certain) {
            common.push(owner);
            shares.insert(case.name_of(owner), held.iter().map(exact).collect());
        }
    }
    Ok(json!({ "common": case.names_of(common), "shares": shares }))
}

pub(crate) fn opaque(case: &Case) -> Answer {
    let target = case.find(&case.ask["target"])?;
    let mut labels: Vec<(String, Vec<u32>)> = Vec::new();
    for (name, label) in case.ask["classes"].as_object().into_iter().flatten() {
        let (node, label) = (case.find(&json!(name))?, text(label)?);
        match labels.iter_mut().find(|(l, _)| *l == label) {
            Some((_, nodes)) => nodes.push(node),
            None => labels.push((label, vec![node])),
        }
    }
    // Classified parties are told apart from the others, which stay unknown.
    let is_classified = |n: u32| labels.iter().any(|(_, nodes)| nodes.contains(&n));
    let class = |n| if is_classified(n) { PartyClass::Organization } else { PartyClass::Unknown };
    let problem = case.problem_of(&case.holdings(), Options::default(), class);
    let ends = problem.ends(target).ok_or("no such node")?;
    let mut answer = Map::new();
    for (label, nodes) in &labels {
        answer.insert(label.clone(), exact(&problem.cash_flow(nodes, target)));
    }
    let is_unknown = |c: EndClass| matches!(c, EndClass::Unknown | EndClass::UndisclosedRest);
    let unknown = ends
        .places
        .iter()
        .filter(|p| is_unknown(p.class) && !(is_classified(p.node) && p.class == EndClass::Unknown))
        .map(|p| p.share.clone())
        .collect::<Vec<_>>();
    let total = unknown.iter().fold(Rat::ZERO, |sum, s| &sum + &s.min);
    let already = answer.get("unknown").and_then(|v| rat(v).ok()).unwrap_or(Rat::ZERO);
    answer.insert("unknown".to_owned(), json!((&total + &already).to_string()));
    let lost = ends.classes.iter().find(|(c, _)| *c == EndClass::OwnerlessLoop);
    if let Some((_, share)) = lost {
        answer.insert("ownerless_loop".to_owned(), exact(share));
    }
    Ok(Value::Object(answer))
}

pub(crate) fn close_links(case: &Case) -> Answer {
    let limit = match &case.ask["threshold"] {
        Value::Null => rat(&json!("1/5"))?,
        given => rat(given)?,
    };
    let links = case.matrix()?.close_links(&limit).ok_or(INFINITE)?;
    let links: Vec<Value> = links.into_iter().map(|(a, b)| case.names_of([a, b])).collect();
    Ok(json!({ "links": links }))
}
