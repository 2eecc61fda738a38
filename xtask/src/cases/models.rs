//! Operations on control and on the measures of the literature.

use cuibono_model::PartyClass;
use cuibono_ownership::power::{VotingGame, oceanic_power, relative_control as relative};
use cuibono_ownership::{Options, Rat, Rule, Worlds};
use serde_json::{Map, Value, json};

use super::case::{Answer, Case, array, rat, text, threshold};
use super::shares::pairs;

const WORK: usize = 1_000_000;

pub(crate) fn control(case: &Case) -> Answer {
    controlled(case, Options::default())
}

pub(crate) fn control_suspended(case: &Case) -> Answer {
    controlled(case, Options { suspend_circular_votes: true, ..Options::default() })
}

fn controlled(case: &Case, options: Options) -> Answer {
    let problem = case.problem(options);
    let mut rule = Rule::CONTROL;
    if let Some(given) = case.ask["threshold"].as_str() {
        rule.threshold = threshold(given)?;
    }
    let mut answer = Map::new();
    for source in array(&case.ask["sources"]) {
        let (label, sources) = match source {
            Value::Array(members) => {
                let names: Result<Vec<String>, String> = members.iter().map(text).collect();
                (names?.join("+"), case.find_all(source)?)
            }
            _ => (text(source)?, vec![case.find(source)?]),
        };
        let joined = problem.cascade(&sources, rule, Worlds::All);
        answer.insert(label, case.names_of(joined.iter().map(|j| j.node)));
    }
    Ok(Value::Object(answer))
}

pub(crate) fn weakest_link(case: &Case) -> Answer {
    pairs(case, |m, from, to| m.weakest_link(from, to, WORK))
}

/// Weights and quota as whole numbers, or as fractions over a common denominator.
pub(crate) fn power(case: &Case) -> Answer {
    let quota = rat(&case.ask["quota"]).map_err(|_| "no quota")?;
    let weights: Vec<Rat> =
        array(&case.ask["weights"]).iter().map(rat).collect::<Result<_, String>>()?;
    let ratios: Option<Vec<_>> = weights
        .iter()
        .chain([&quota])
        .map(|r| r.to_ratio().map(|r| (r.numerator(), r.denominator())))
        .collect();
    let ratios = ratios.ok_or("weights are too long or below nothing")?;
    let scale = ratios.iter().try_fold(1u64, |scale, &(_, d)| scale.checked_mul(d / gcd(scale, d)));
    let scale = scale.ok_or("weights have no common measure that fits")?;
    let whole = |&(n, d): &(u64, u64)| n.checked_mul(scale / d);
    let mut whole: Vec<u64> =
        ratios.iter().map(whole).collect::<Option<_>>().ok_or("weights are too large")?;
    let quota = whole.pop().ok_or("no quota")?;
    let is_strict = case.ask["strict"].as_bool().unwrap_or(false);
    let game = VotingGame { weights: whole, quota, is_strict };
    let names = |index: Option<Vec<Rat>>| {
        index.map(|i| i.iter().map(Rat::to_string).collect::<Vec<_>>()).ok_or("too large")
    };
    let mut answer = Map::new();
    for key in case.expected.as_object().into_iter().flat_map(Map::keys) {
        let index = match key.as_str() {
            "shapley" => names(game.shapley_shubik())?,
            "banzhaf" => names(game.banzhaf())?,
            _ => return Err(format!("{key:?} is not known here")),
        };
        answer.insert(key.clone(), json!(index));
    }
    Ok(Value::Object(answer))
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

pub(crate) fn ocean(case: &Case) -> Answer {
    Ok(json!({ "power": oceanic_power(&rat(&case.ask["weight"])?).to_string() }))
}

pub(crate) fn relative_control(case: &Case) -> Answer {
    let shares: Result<Vec<Rat>, String> = array(&case.ask["shares"]).iter().map(rat).collect();
    let control: Vec<String> = relative(&shares?).iter().map(Rat::to_string).collect();
    Ok(json!({ "rc": control }))
}

pub(crate) fn ultimate_controllers(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let top = problem.ultimate_controllers(case.find(&case.ask["target"])?, Worlds::All);
    let mut answer = json!({ "controllers": case.names_of(top.controllers) });
    if case.expected.get("ring").is_some() || !top.ring.is_empty() {
        answer["ring"] = case.names_of(top.ring);
    }
    Ok(answer)
}

pub(crate) fn group(case: &Case) -> Answer {
    let persons = case.find_all(&case.ask["persons"])?;
    let class = |n| if persons.contains(&n) { PartyClass::Person } else { PartyClass::UkCompany };
    let problem = case.problem_of(&case.holdings(), Options::default(), class);
    let group = problem.group(case.find(&case.ask["of"])?, Worlds::All).ok_or("no such company")?;
    let controllers: Vec<String> =
        group.ultimate_controllers.iter().map(|&n| case.name_of(n)).collect();
    let controller = match controllers.as_slice() {
        [] => Value::Null,
        [one] => json!(one),
        several => json!(several),
    };
    Ok(json!({
        "gup": case.name_of(group.parent),
        "members": case.names_of(group.members),
        "ultimate_controller": controller,
    }))
}
