//! What every ownership question starts from: the part of the graph it needs with the engine's
//! problem over it, and the engine's steps and facts turned back into relationships with records.

use cuibono_ownership::{
    Activity, Fact, Ground, Interval, Joined, Limits, Options, Part, Problem, above, below,
};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::chains::Parties;
use crate::snapshot::Snapshot;
use crate::view::{Bounds, Hop, PartyView, Status};

/// A part of the graph on a day and the problem over it.
pub(crate) struct Case {
    pub(crate) part: Part,
    pub(crate) problem: Problem,
}

impl Case {
    /// Everything above some things.
    pub(crate) fn above(graph: &OnDay<'_>, things: &[u32], limits: Limits) -> Case {
        Case::of(above(graph, things, limits))
    }

    /// Everything below some parties, with the other holders of what is below.
    pub(crate) fn below(graph: &OnDay<'_>, things: &[u32], limits: Limits) -> Case {
        Case::of(below(graph, things, limits))
    }

    fn of(part: Part) -> Case {
        let problem = Problem::new(&part.nodes, &part.holdings, Options::default());
        Case { part, problem }
    }

    /// The relationships of the part, each once.
    pub(crate) fn edges(&self) -> Vec<u32> {
        let mut edges: Vec<u32> = self.part.holdings.iter().map(|h| h.record).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    pub(crate) fn has_uncertain_dates(&self) -> bool {
        self.part.holdings.iter().any(|holding| holding.activity == Activity::Possible)
    }
}

/// A party drawn in on the way, why, and by which relationships.
#[derive(Clone, PartialEq, Debug)]
pub struct StepView {
    /// Who is drawn in.
    pub party: PartyView,
    /// Why.
    pub ground: Ground,
    /// The relationships that do it.
    pub hops: Vec<Hop>,
}

/// A question about one party that a fact would settle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// Whether enough of the money reaches it.
    CashFlow,
    /// Whether enough shares or votes are credited to it.
    Attributed,
    /// Whether it controls the subject.
    Control,
}

/// What knowing the exact size of one block would say.
#[derive(Clone, PartialEq, Debug)]
pub struct FactView {
    /// The relationships that state the block.
    pub hops: Vec<Hop>,
    /// About what.
    pub asked: Asked,
    /// The answer if it were as small as the records allow.
    pub at_least_size: Status,
    /// The answer if it were as large as they allow.
    pub at_greatest_size: Status,
}

/// A share as exact fractions beside its bounds.
#[derive(Clone, PartialEq, Debug)]
pub struct Exact {
    /// Lower end as a fraction, e.g. `1/8`.
    pub min: String,
    /// Upper end as a fraction.
    pub max: String,
    /// Both ends as decimals with their openness.
    pub bounds: Bounds,
    /// The ends are the exact limits of what the records allow, not wider.
    pub is_tight: bool,
}

impl From<&Interval> for Exact {
    fn from(interval: &Interval) -> Exact {
        Exact {
            min: interval.min.to_string(),
            max: interval.max.to_string(),
            bounds: interval.into(),
            is_tight: interval.is_tight,
        }
    }
}

impl Snapshot {
    /// The relationships behind positions in [`Problem::holdings`], each once.
    pub(crate) fn hops_of(
        &self,
        problem: &Problem,
        positions: &[u32],
        parties: &mut Parties,
    ) -> Result<Vec<Hop>, QueryError> {
        let mut edges: Vec<u32> = positions
            .iter()
            .filter_map(|&at| Some(problem.holdings().get(at as usize)?.record))
            .collect();
        edges.sort_unstable();
        edges.dedup();
        edges
            .into_iter()
            .filter_map(|number| self.graph.edge(number))
            .map(|edge| self.hop(edge, true, parties))
            .collect()
    }

    /// The engine's steps with their relationships.
    pub(crate) fn steps(
        &self,
        problem: &Problem,
        joined: &[Joined],
        parties: &mut Parties,
    ) -> Result<Vec<StepView>, QueryError> {
        joined
            .iter()
            .map(|step| {
                Ok(StepView {
                    party: parties.get(self, step.node)?,
                    ground: step.ground,
                    hops: self.hops_of(problem, &step.holdings, parties)?,
                })
            })
            .collect()
    }

    pub(crate) fn facts(
        &self,
        problem: &Problem,
        facts: &[Fact],
        asked: Asked,
        parties: &mut Parties,
    ) -> Result<Vec<FactView>, QueryError> {
        facts
            .iter()
            .map(|fact| {
                Ok(FactView {
                    hops: self.hops_of(problem, &fact.holdings, parties)?,
                    asked,
                    at_least_size: fact.at_least_size,
                    at_greatest_size: fact.at_greatest_size,
                })
            })
            .collect()
    }
}
