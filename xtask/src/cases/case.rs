//! One case: its names as numbers, its holdings, its question.

use std::collections::HashMap;

use cuibono_model::{InterestKind, PartialDate, PartyClass, Ratio, Share};
use cuibono_ownership::{
    DatedHolding, Holding, Interval, Node, Options, Problem, Rat, ShareMatrix, Span, Threshold,
    Verdict,
};
use serde_json::{Value, json};

/// What an operation answers, or why it cannot.
pub(crate) type Answer = Result<Value, String>;

/// A case as read.
pub(crate) struct Case {
    pub(crate) ask: Value,
    pub(crate) expected: Value,
    names: Vec<String>,
    number: HashMap<String, u32>,
    /// (owner, owned, share), with the dates beside.
    pub(crate) edges: Vec<Edge>,
    /// Rights to appoint a board majority.
    appoint: Vec<(u32, u32)>,
    /// Companies whose listed holders are the whole.
    complete: Vec<u32>,
}

/// One edge of a case.
pub(crate) struct Edge {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) share: Share,
    pub(crate) span: Span,
    pub(crate) known: (cuibono_model::Day, cuibono_model::Day),
}

impl Case {
    pub(crate) fn read(value: &Value) -> Result<Case, String> {
        let mut case = Case {
            ask: value["ask"].clone(),
            expected: value["expected"].clone(),
            names: Vec::new(),
            number: HashMap::new(),
            edges: Vec::new(),
            appoint: Vec::new(),
            complete: Vec::new(),
        };
        for edge in array(&value["edges"]) {
            let edge = case.edge(edge)?;
            case.edges.push(edge);
        }
        for source in [&value["appoint"], &value["ask"]["appoint"]] {
            for pair in array(source) {
                let (from, to) = (text(&pair[0])?, text(&pair[1])?);
                let pair = (case.name(&from), case.name(&to));
                case.appoint.push(pair);
            }
        }
        for company in array(&value["complete"]) {
            let company = text(company)?;
            let company = case.name(&company);
            case.complete.push(company);
        }
        Ok(case)
    }

    fn edge(&mut self, edge: &Value) -> Result<Edge, String> {
        let (from, to) = (text(&edge["from"])?, text(&edge["to"])?);
        let (from, to) = (self.name(&from), self.name(&to));
        let share = if edge.get("share").is_some() {
            Share::exact(ratio(&edge["share"])?)
        } else {
            let is = |key: &str| edge[key].as_bool().unwrap_or(false);
            Share::new(ratio(&edge["lo"])?, is("lo_open"), ratio(&edge["hi"])?, is("hi_open"))
        };
        let share = share.ok_or_else(|| format!("no share between 0 and 1: {edge}"))?;
        let span = Span::new(date(&edge["start"])?, date(&edge["end"])?);
        let day = |key: &str, default| -> Result<_, String> {
            Ok(date(&edge[key])?.map_or(default, PartialDate::earliest))
        };
        let known = (
            day("known_from", cuibono_model::Day::MIN)?,
            day("known_to", cuibono_model::Day::MAX)?,
        );
        Ok(Edge { from, to, share, span, known })
    }

    /// The number of a name, given one when it is new.
    pub(crate) fn name(&mut self, name: &str) -> u32 {
        if let Some(&n) = self.number.get(name) {
            return n;
        }
        let n = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.number.insert(name.to_owned(), n);
        n
    }

    /// The number of a name of the question; one that no edge mentions is not in the graph.
    pub(crate) fn find(&self, name: &Value) -> Result<u32, String> {
        let name = text(name)?;
        Ok(self.number.get(&name).copied().unwrap_or(u32::MAX))
    }

    pub(crate) fn find_all(&self, names: &Value) -> Result<Vec<u32>, String> {
        array(names).iter().map(|n| self.find(n)).collect()
    }

    pub(crate) fn name_of(&self, number: u32) -> String {
        self.names.get(number as usize).cloned().unwrap_or_default()
    }

    /// Names of numbers, sorted.
    pub(crate) fn names_of(&self, numbers: impl IntoIterator<Item = u32>) -> Value {
        let mut names: Vec<String> = numbers.into_iter().map(|n| self.name_of(n)).collect();
        names.sort();
        names.dedup();
        json!(names)
    }

    pub(crate) fn len(&self) -> u32 {
        self.names.len() as u32
    }

    fn nodes(&self, class: impl Fn(u32) -> PartyClass) -> Vec<Node> {
        (0..self.len())
            .map(|n| Node { is_complete: self.complete.contains(&n), ..Node::new(n, class(n)) })
            .collect()
    }

    /// All edges as holdings of shares, and the rights to appoint.
    pub(crate) fn holdings(&self) -> Vec<Holding> {
        let shares = self
            .edges
            .iter()
            .map(|e| Holding::new(e.from, e.to, InterestKind::Shareholding, e.share));
        let boards = self
            .appoint
            .iter()
            .map(|&(a, b)| Holding::new(a, b, InterestKind::AppointmentOfBoard, Share::UNKNOWN));
        shares.chain(boards).collect()
    }

    pub(crate) fn dated(&self) -> Vec<DatedHolding> {
        let holding = |e: &Edge| Holding::new(e.from, e.to, InterestKind::Shareholding, e.share);
        self.edges
            .iter()
            .map(|e| DatedHolding { holding: holding(e), span: e.span, known: e.known })
            .collect()
    }

    pub(crate) fn problem(&self, options: Options) -> Problem {
        self.problem_of(&self.holdings(), options, |_| PartyClass::Unknown)
    }

    pub(crate) fn problem_of(
        &self,
        holdings: &[Holding],
        options: Options,
        class: impl Fn(u32) -> PartyClass,
    ) -> Problem {
        Problem::new(&self.nodes(class), holdings, options)
    }

    /// The exact shares as a matrix.
    pub(crate) fn matrix(&self) -> Result<ShareMatrix, String> {
        let exact = |e: &Edge| e.share.is_exact().then(|| (e.from, e.to, Rat::from(e.share.min)));
        let shares: Option<Vec<_>> = self.edges.iter().map(exact).collect();
        let shares = shares.ok_or("the operation needs exact shares")?;
        Ok(ShareMatrix::new(self.len(), &shares))
    }

    /// The pairs asked about, with their label.
    pub(crate) fn pairs(&self) -> Result<Vec<(String, u32, u32)>, String> {
        array(&self.ask["pairs"])
            .iter()
            .map(|p| {
                let label = format!("{}>{}", text(&p[0])?, text(&p[1])?);
                Ok((label, self.find(&p[0])?, self.find(&p[1])?))
            })
            .collect()
    }

    pub(crate) fn thresholds(&self) -> Result<Vec<(String, Threshold)>, String> {
        array(&self.ask["thresholds"])
            .iter()
            .map(|t| {
                let label = text(t)?;
                Ok((label.clone(), threshold(&label)?))
            })
            .collect()
    }
}

pub(crate) fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn text(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| format!("not a text: {value}"))
}

/// A fraction written as text or number.
pub(crate) fn rat(value: &Value) -> Result<Rat, String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err(format!("not a fraction: {value}")),
    };
    text.parse().map_err(|e| format!("{text:?}: {e}"))
}

fn ratio(value: &Value) -> Result<Ratio, String> {
    rat(value)?.to_ratio().ok_or_else(|| format!("not a share: {value}"))
}

/// `>1/4` or `>=1/2`; without a sign "at least".
pub(crate) fn threshold(label: &str) -> Result<Threshold, String> {
    let value = |t: &str| ratio(&Value::String(t.trim().to_owned()));
    Ok(if let Some(rest) = label.strip_prefix(">=") {
        Threshold::at_least(value(rest)?)
    } else if let Some(rest) = label.strip_prefix('>') {
        Threshold::above(value(rest)?)
    } else {
        Threshold::at_least(value(label)?)
    })
}

pub(crate) fn date(value: &Value) -> Result<Option<PartialDate>, String> {
    match value {
        Value::Null => Ok(None),
        _ => {
            let text = text(value)?;
            PartialDate::parse(&text).map(Some).ok_or_else(|| format!("not a date: {text}"))
        }
    }
}

pub(crate) fn interval_json(interval: &Interval) -> Value {
    json!({
        "lo": interval.min.to_string(),
        "lo_open": interval.min_open,
        "hi": interval.max.to_string(),
        "hi_open": interval.max_open,
    })
}

pub(crate) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Certain => "certain",
        Verdict::Possible => "possible",
        Verdict::Excluded => "excluded",
        Verdict::Inconsistent => "inconsistent",
    }
}
