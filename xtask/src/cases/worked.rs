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
            "expect_owner_range" => example.ranges(case, value)?,
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
        for edge in array(&case["edges"]) {
            let share = Share::exact(percent(&edge[2])?).ok_or("a share above 100%")?;
            example.edge(edge, share)?;
        }
        for edge in array(&case["edges_interval"]) {
            let share = interval(&text(&edge[2])?).ok_or_else(|| format!("no interval: {edge}"))?;
            example.edge(edge, share)?;
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
        let nodes: Vec<Node> = (0..self.names.len() as u32)
            .map(|n| Node::new(n, cuibono_model::PartyClass::Unknown))
            .collect();
        let holdings: Vec<Holding> = self
            .edges
            .iter()
            .map(|&(a, b, share)| Holding::new(a, b, InterestKind::Shareholding, share))
            .collect();
        Problem::new(&nodes, &holdings, Options::default())
    }

    fn listed(&self, case: &Value) -> Result<Vec<u32>, String> {
        let names = array(&case["blocked"]).iter().map(text);
        Ok(names.collect::<Result<Vec<_>, _>>()?.iter().filter_map(|n| self.find(n)).collect())
    }

    fn blocked(&self, case: &Value, expected: &Value) -> Result<Value, String> {
        let listed = self.listed(case)?;
        let found =
            caught(&self.problem(), &listed, &[], Regime::Ofac50).ok_or("no sanctions regime")?;
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
        let tolerance = match &case["tolerance_pp"] {
            Value::Null => Rat::ZERO,
            given => super::case::rat(given)?,
        };
        let problem = self.problem();
        let mut answer = Map::new();
        for (name, value) in expected.as_object().into_iter().flatten() {
            let (owner, owned) = if upward { (name, &end) } else { (&end, name) };
            let found = self.find(owner).zip(self.find(owned));
            let (owner, owned) = found.ok_or_else(|| format!("{name} holds nothing"))?;
            let wanted = super::case::rat(value)?;
            let is_met = |share: &Rat| {
                let got = percent_of(share);
                let gap = if got > wanted { &got - &wanted } else { &wanted - &got };
                gap <= tolerance
            };
            let ours = problem.cash_flow(&[owner], owned);
            let through = self.through_own_loop(owner, owned);
            let shown = if is_met(&ours.min) {
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

    /// Least, middle and greatest share in percent.
    fn ranges(&self, case: &Value, expected: &Value) -> Result<Value, String> {
        let target = self.find(&text(&case["target"])?).unwrap_or(u32::MAX);
        let problem = self.problem();
        let range = |name: &str| {
            let share: Interval = problem.cash_flow(&[self.find(name).unwrap_or(u32::MAX)], target);
            let middle = (&share.min + &share.max) * Rat::new(1, 2).unwrap_or(Rat::ONE);
            let show = |r: &Rat| percent_of(r).to_string();
            json!([show(&share.min), show(&middle), show(&share.max)])
        };
        Ok(Value::Object(keys(expected).map(|n| (n.clone(), range(n))).collect()))
    }

    /// Whose integrated share is above the line.
    fn beneficial(&self, case: &Value, expected: &Value) -> Result<Value, String> {
        let rule = case["threshold_rule"].as_str();
        let line = match (rule, &case["threshold"]) {
            (Some(rule), _) => {
                let digits: String =
                    rule.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                Threshold::above(Ratio::parse_percent(&digits).ok_or("no line given")?)
            }
            (None, line) => Threshold::above(percent(line)?),
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

/// `10-20%`, `<30%`, `>5%`, `30%`.
fn interval(text: &str) -> Option<Share> {
    let text = text.strip_suffix('%')?;
    let number = |t: &str| Ratio::parse_percent(t.trim());
    if let Some(rest) = text.strip_prefix('<') {
        Share::new(Ratio::ZERO, false, number(rest)?, true)
    } else if let Some(rest) = text.strip_prefix('>') {
        Share::new(number(rest)?, true, Ratio::ONE, false)
    } else if let Some((low, high)) = text.split_once('-') {
        Share::new(number(low)?, false, number(high)?, false)
    } else {
        Share::exact(number(text)?)
    }
}
