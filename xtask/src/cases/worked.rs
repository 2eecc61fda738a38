//! Worked examples by third parties: `[owner, owned, percent]` and what their authors expect.
//!
//! Percentages are compared within the tolerance that the example states. On an owner's own loop
//! two conventions are in use; an expected value is met under either, and the one that this
//! product uses (money that reaches an owner stays) is printed when the other one matched.

use cuibono_model::{InterestKind, Ratio, Share};
use cuibono_ownership::regime::sanctions::caught;
use cuibono_ownership::regime::{Propagation, Regime};
use cuibono_ownership::{
    Dimension, Holding, Interval, Node, Options, Problem, Rat, Rule, ShareMatrix, Threshold,
};
use serde_json::{Map, Value, json};

use super::case::{array, text};

/// What is expected and what came out, in the same shape.
pub(crate) fn run(case: &Value) -> Result<(Value, Value), String> {
    let example = Example::read(case)?;
    let mut expected = Map::new();
    let mut got = Map::new();
    for (key, value) in case.as_object().into_iter().flatten() {
        let answer = match key.as_str() {
            "expect_blocked" => example.blocked(case, value)?,
            "expect_aggregate" => example.aggregate(case, value)?,
            // Without shares the percentages are part of the question.
            "expect_owner_percent" if example.edges.is_empty() => continue,
            "expect_owner_percent" => example.percent(case, value, true)?,
            "expect_percent" => example.percent(case, value, false)?,
            "expect_owner_range" => example.ranges(case, value, true)?,
            "expect_range" => example.ranges(case, value, false)?,
            "expect_bo" => example.beneficial(case, value)?,
            "expect" => formula(value),
            _ => continue,
        };
        expected.insert(key.clone(), value.clone());
        got.insert(key.clone(), answer);
    }
    if expected.is_empty() {
        return Err("neither ask.op nor expect_… is given".to_owned());
    }
    Ok((Value::Object(expected), Value::Object(got)))
}

struct Example {
    names: Vec<String>,
    edges: Vec<(u32, u32, Share)>,
}

impl Example {
    fn read(case: &Value) -> Result<Example, String> {
        let mut example = Example { names: Vec::new(), edges: Vec::new() };
        let edges = array(&case["edges"]).iter().chain(array(&case["edges_interval"]));
        for edge in edges.filter(|edge| edge[3] != json!(false)) {
            let share = match &edge[2] {
                Value::String(written) => interval(written),
                size => Share::exact(percent(size)?),
            };
            example.edge(edge, share.ok_or_else(|| format!("no share: {edge}"))?)?;
        }
        Ok(example)
    }

    fn edge(&mut self, edge: &Value, share: Share) -> Result<(), String> {
        let (from, to) = (text(&edge[0])?, text(&edge[1])?);
        let edge = (self.name(&from), self.name(&to), share);
        self.edges.push(edge);
        Ok(())
    }

    fn name(&mut self, name: &str) -> u32 {
        let known = self.find(name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() as u32 - 1
        })
    }

    fn find(&self, name: &str) -> Option<u32> {
        self.names.iter().position(|n| n == name).map(|n| n as u32)
    }

    fn problem(&self) -> Problem {
        self.problem_of(|share| share)
    }

    fn problem_of(&self, size: impl Fn(Share) -> Share) -> Problem {
        let nodes: Vec<Node> = (0..self.names.len() as u32)
            .map(|n| Node::new(n, cuibono_model::PartyClass::Unknown))
            .collect();
        let holdings: Vec<Holding> = self
            .edges
            .iter()
            .map(|&(a, b, share)| Holding::new(a, b, InterestKind::Shareholding, size(share)))
            .collect();
        Problem::new(&nodes, &holdings, Options::default())
    }

    fn listed(&self, case: &Value) -> Result<Vec<u32>, String> {
        let names = array(&case["blocked"]).iter().map(text);
        Ok(names.collect::<Result<Vec<_>, _>>()?.iter().filter_map(|n| self.find(n)).collect())
    }

    fn blocked(&self, case: &Value, expected: &Value) -> Result<Value, String> {
        let listed = self.listed(case)?;
        let regime = regime(case["rule"].as_str().unwrap_or_default());
        let found = caught(&self.problem(), &listed, &[], regime).ok_or("no sanctions regime")?;
        let is_blocked = |name: &str| {
            let node = self.find(name);
            found
                .iter()
                .any(|f| Some(f.node) == node && f.answer == cuibono_ownership::regime::Answer::Yes)
        };
        let answer: Map<String, Value> =
            keys(expected).map(|name| (name.clone(), json!(is_blocked(name)))).collect();
        Ok(Value::Object(answer))
    }

    /// What blocked parties hold together, in percent.
    fn aggregate(&self, case: &Value, expected: &Value) -> Result<Value, String> {
        let rule = Rule {
            dimension: Dimension::Shares,
            threshold: Threshold::FROM_HALF,
            appointment: false,
            influence: false,
            joint_needs_all: true,
        };
        let (problem, listed) = (self.problem(), self.listed(case)?);
        let share = |name: &str| {
            let company = self.find(name).unwrap_or(u32::MAX);
            problem.credited(&listed, company, Dimension::Shares, rule)
        };
        let answer: Map<String, Value> = keys(expected)
            .map(|name| (name.clone(), json!(percent_of(&share(name).min).to_string())))
            .collect();
        Ok(Value::Object(answer))
    }

    /// Integrated shares: of each name in the target, or of the root in each name.
    fn percent(&self, case: &Value, expected: &Value, upward: bool) -> Result<Value, String> {
        let end = &case[if upward { "target" } else { "root" }];
        let end = text(end)?;
        let tolerance = tolerance(case)?;
        let problem = self.problem();
        let mut answer = Map::new();
        for (name, value) in expected.as_object().into_iter().flatten() {
            let (owner, owned) = if upward { (name, &end) } else { (&end, name) };
            let is_met = |share: &Rat| is_near(&percent_of(share), value, &tolerance);
            let Some((owner, owned)) = self.find(owner).zip(self.find(owned)) else {
                let shown = if is_met(&Rat::ZERO) { value.clone() } else { json!(0) };
                answer.insert(name.clone(), shown);
                continue;
            };
            let ours = problem.cash_flow(&[owner], owned);
            let through = self.through_own_loop(owner, owned);
            let shown = if is_met(&ours.min) && is_met(&ours.max) {
                value.clone()
            } else if through.is_some_and(|share| is_met(&share)) {
                println!(
                    "{}: {name} is {value}% when what runs through {name} itself is counted again; \
                     here money that reaches an owner stays, which gives {}%",
                    case["id"].as_str().unwrap_or_default(),
                    percent_of(&ours.min)
                );
                value.clone()
            } else {
                json!(percent_of(&ours.min).to_string())
            };
            answer.insert(name.clone(), shown);
        }
        Ok(Value::Object(answer))
    }

    fn through_own_loop(&self, owner: u32, owned: u32) -> Option<Rat> {
        let shares: Vec<_> = self.edges.iter().map(|&(a, b, s)| (a, b, Rat::from(s.min))).collect();
        let matrix = ShareMatrix::new(self.names.len() as u32, &shares);
        matrix.walks(owner).map(|row| row[owned as usize].clone())
    }

    /// Least, middle and greatest share in percent. The middle is what follows when every size is
    /// at its middle; the middle of the two limits, which is another number once shares are
    /// multiplied, is met too.
    fn ranges(&self, case: &Value, expected: &Value, upward: bool) -> Result<Value, String> {
        let end = text(&case[if upward { "target" } else { "root" }])?;
        let end = self.find(&end).unwrap_or(u32::MAX);
        let (problem, middles) = (self.problem(), self.problem_of(middle));
        let (tolerance, half) = (tolerance(case)?, Rat::new(1, 2).unwrap_or(Rat::ONE));
        let range = |name: &str, wanted: &Value| {
            let party = self.find(name).unwrap_or(u32::MAX);
            let (owner, owned) = if upward { (party, end) } else { (end, party) };
            let share: Interval = problem.cash_flow(&[owner], owned);
            let at_middles = middles.cash_flow(&[owner], owned).min;
            let between = (&share.min + &share.max) * half.clone();
            let shown: Vec<Value> = [&share.min, &at_middles, &share.max]
                .into_iter()
                .enumerate()
                .map(|(k, ours)| {
                    let is_met = |r: &Rat| is_near(&percent_of(r), &wanted[k], &tolerance);
                    let is_middle = k == 1 && is_met(&between);
                    let is_right = is_met(ours) || is_middle;
                    if is_right { wanted[k].clone() } else { json!(percent_of(ours).to_string()) }
                })
                .collect();
            json!(shown)
        };
        let wanted = expected.as_object().into_iter().flatten();
        Ok(Value::Object(wanted.map(|(n, value)| (n.clone(), range(n, value))).collect()))
    }

    /// Whose integrated share is above the line.
    fn beneficial(&self, case: &Value, expected: &Value) -> Result<Value, String> {
        let line = match (&case["threshold_rule"], &case["threshold"]) {
            (Value::String(rule), _) | (_, Value::String(rule)) => line(rule)?,
            (_, line) => Threshold::above(percent(line)?),
        };
        let target = text(&case["target"])?;
        let problem = self.problem();
        let mut answer = Map::new();
        for name in keys(expected) {
            let share = match self.find(name).zip(self.find(&target)) {
                Some((owner, owned)) => problem.cash_flow(&[owner], owned).min,
                // The example gives the share itself and no chain.
                None => Rat::from(percent(&case["expect_owner_percent"][name])?),
            };
            answer.insert(name.clone(), json!(line.is_met_by(&share)));
        }
        Ok(Value::Object(answer))
    }
}

/// A definition without numbers: whether the rule book multiplies along chains and takes a quarter
/// itself as enough.
fn formula(expected: &Value) -> Value {
    let rule = Regime::Amlr.rule_book();
    let agrees =
        rule.propagation == Propagation::Product && rule.threshold == Threshold::FROM_QUARTER;
    if agrees { expected.clone() } else { json!(format!("{rule:?}")) }
}

fn keys(value: &Value) -> impl Iterator<Item = &String> {
    value.as_object().into_iter().flat_map(Map::keys)
}

fn percent_of(share: &Rat) -> Rat {
    share * &Rat::new(100, 1).unwrap_or(Rat::ONE)
}

fn percent(value: &Value) -> Result<Ratio, String> {
    Ratio::parse_percent(&value.to_string()).ok_or_else(|| format!("no percentage: {value}"))
}

/// How far a percentage may be off: as the example says.
fn tolerance(case: &Value) -> Result<Rat, String> {
    match &case["tolerance_pp"] {
        Value::Null => Ok(Rat::ZERO),
        given => super::case::rat(given),
    }
}

/// Whether a percentage is the one written: to the digits written, or within the tolerance.
fn is_near(got: &Rat, written: &Value, tolerance: &Rat) -> bool {
    let Ok(wanted) = super::case::rat(written) else { return false };
    let text = written.as_str().map_or_else(|| written.to_string(), str::to_owned);
    let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len() as u32);
    let unit = 10i64.checked_pow(digits).and_then(|unit| Rat::new(1, unit.checked_mul(2)?));
    let rounding = unit.filter(|_| digits >= 2).unwrap_or(Rat::ZERO);
    let gap = if *got > wanted { got - &wanted } else { &wanted - got };
    gap <= *tolerance || gap <= rounding
}

/// The sanctions rule that an example names; half of the shares where it names none.
fn regime(rule: &str) -> Regime {
    let rule = rule.to_ascii_lowercase();
    let names = |word: &str| rule.split(|c: char| !c.is_ascii_alphabetic()).any(|w| w == word);
    if names("uk") || names("ofsi") {
        Regime::UkSanctions
    } else if names("eu") {
        Regime::EuSanctions
    } else if names("bis") {
        Regime::BisAffiliates
    } else {
        Regime::Ofac50
    }
}

/// `over 10%`, `25% or more`, `>= 25%`, `10`.
fn line(rule: &str) -> Result<Threshold, String> {
    let digits: String = rule.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let value = Ratio::parse_percent(&digits).ok_or("no line given")?;
    let rule = rule.to_ascii_lowercase();
    let reached = ["or more", "at least", ">=", "≥", "from", "minimum", "not less"];
    let is_reached = reached.iter().any(|words| rule.contains(words));
    Ok(if is_reached { Threshold::at_least(value) } else { Threshold::above(value) })
}

/// The middle of what a size can be.
fn middle(share: Share) -> Share {
    let half = Rat::new(1, 2).unwrap_or(Rat::ONE);
    let middle = (Rat::from(share.min) + Rat::from(share.max)) * half;
    middle.to_ratio().and_then(Share::exact).unwrap_or(share)
}

/// `10-20%`, `<30%`, `<=30%`, `>5%`, `>=5%`, `30%`; with or without the sign of percent.
fn interval(text: &str) -> Option<Share> {
    let text = text.replace('%', "").replace(['–', '—'], "-").replace('≤', "<=").replace('≥', ">=");
    let text = text.trim();
    let number = |t: &str| Ratio::parse_percent(t.trim());
    if let Some(rest) = text.strip_prefix('<') {
        let (open, rest) = rest.strip_prefix('=').map_or((true, rest), |rest| (false, rest));
        Share::new(Ratio::ZERO, false, number(rest)?, open)
    } else if let Some(rest) = text.strip_prefix('>') {
        let (open, rest) = rest.strip_prefix('=').map_or((true, rest), |rest| (false, rest));
        Share::new(number(rest)?, open, Ratio::ONE, false)
    } else if let Some((low, high)) = text.split_once('-') {
        Share::new(number(low)?, false, number(high)?, false)
    } else {
        Share::exact(number(text)?)
    }
}
