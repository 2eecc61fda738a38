//! How the owners of a subject change over a period: one answer for each stretch of days in which
//! nothing above the subject changes, with the relationships that begin or end between two.

use std::ops::ControlFlow;

use cuibono_model::Day;
use cuibono_ownership::{
    Activity, Control, DatedHolding, Graph, Holding, Limits, Node, Options, Problem, Threshold,
    Verdict, above, time,
};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::chains::Parties;
use crate::owners::control_verdict;
use crate::snapshot::{Question, Snapshot};
use crate::view::{Bounds, Hop, PartyView, Status};

/// A timeline asks once a stretch, so its graph is kept smaller than that of one question.
const LIMITS: Limits = Limits { nodes: 400, holdings: 800 };
/// Relationships listed for one change.
const CAUSES_MAX: usize = 20;

/// How the owners of a subject change.
#[derive(Clone, PartialEq, Debug)]
pub struct TimelineView {
    /// The subject.
    pub subject: PartyView,
    /// First day.
    pub from: Day,
    /// First day after the period.
    pub until: Day,
    /// The latest date the data speak of, ISO, or empty.
    pub data_as_of: String,
    /// The question; its day is not used.
    pub question: Question,
    /// The stretches, earliest first. Neighbours differ in some owner, bound or verdict.
    pub segments: Vec<SegmentView>,
    /// Parties that were not followed further, because a limit was met.
    pub cut: Vec<PartyView>,
}

/// A stretch of days with one answer.
#[derive(Clone, PartialEq, Debug)]
pub struct SegmentView {
    /// First day.
    pub from: Day,
    /// First day after it; the last stretch ends with the period.
    pub until: Day,
    /// Everybody above the subject who is not excluded, those at the top first.
    pub owners: Vec<OwnerThen>,
    /// What changed from the stretch before: nothing for the first.
    pub changes: Vec<ChangeView>,
    /// Relationships that begin or end, or may, between the last day before and the first day.
    pub because: Vec<Hop>,
}

/// One owner during a stretch.
#[derive(Clone, PartialEq, Debug)]
pub struct OwnerThen {
    /// Who.
    pub party: PartyView,
    /// The part of the money that reaches it.
    pub cash_flow: Bounds,
    /// The shares or votes, whichever are more, credited to it.
    pub attributed: Bounds,
    /// Whether it controls the subject.
    pub control: Control,
    /// Whether it holds more than the threshold.
    pub status: Status,
    /// Nobody is known to hold anything in it.
    pub is_end: bool,
}

/// How one party's verdict changed.
#[derive(Clone, PartialEq, Debug)]
pub struct ChangeView {
    /// Who.
    pub party: PartyView,
    /// Before; excluded when it was not above the subject.
    pub before: Status,
    /// After.
    pub after: Status,
}

/// One party in an answer, by number.
#[derive(Clone, PartialEq, Debug)]
struct Row {
    node: u32,
    cash_flow: Bounds,
    attributed: Bounds,
    control: Control,
    status: Status,
    is_end: bool,
}

impl Snapshot {
    /// The owners of a thing over a period. Without a beginning: from the first day on which a
    /// record puts anybody above it; without an end: to the day after the data's date.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn timeline(
        &self,
        thing: u32,
        period: (Option<Day>, Option<Day>),
        question: &Question,
    ) -> Result<TimelineView, QueryError> {
        let part = above(&AnyDay(self), &[thing], LIMITS);
        let dated: Vec<DatedHolding> =
            part.holdings.iter().map(|h| self.dated(h, question)).collect();
        let is_real = |day: &Day| *day > Day::MIN && *day < Day::MAX;
        let starts = dated.iter().flat_map(|h| [h.span.start.0, h.span.start.1]).filter(is_real);
        let today = self.day(&Question { as_of: None, ..*question });
        let last = period.1.unwrap_or(if today < Day::MAX { Day(today.0 + 1) } else { today });
        let first = period.0.or_else(|| starts.min()).unwrap_or(today).min(Day(last.0 - 1));
        let known_on = question.known_on.unwrap_or(Day(0));
        let threshold = Threshold::above(question.threshold);
        let mut segments =
            time::timeline(&dated, thing, (first, last), known_on, |holdings, day| {
                self.then(thing, holdings, day, &part.cut, threshold, question)
            });

        // Somebody above an owner may have come before anybody was above the thing itself.
        if period.0.is_none() && segments.len() > 1 && segments[0].answer.is_empty() {
            segments.remove(0);
        }
        let first = segments.first().map_or(first, |segment| segment.from);

        let mut parties = Parties::new(question.lang);
        let mut views: Vec<SegmentView> = Vec::new();
        let mut before: &[Row] = &[];
        for segment in &segments {
            let is_first = views.is_empty();
            let mut owners = Vec::new();
            for row in segment.answer.iter().filter(|row| row.status != Verdict::Excluded) {
                owners.push(OwnerThen {
                    party: parties.get(self, row.node)?,
                    cash_flow: row.cash_flow,
                    attributed: row.attributed,
                    control: row.control,
                    status: row.status,
                    is_end: row.is_end,
                });
            }
            let mut changes = Vec::new();
            let mut because = Vec::new();
            if !is_first {
                for (node, old, new) in changed(before, &segment.answer) {
                    let party = parties.get(self, node)?;
                    changes.push(ChangeView { party, before: old, after: new });
                }
                for number in causes(&dated, segment.from) {
                    if let Some(edge) = self.graph.edge(number) {
                        because.push(self.hop(edge, true, &mut parties)?);
                    }
                }
            }
            before = &segment.answer;
            let (from, until) = (segment.from, segment.until);
            views.push(SegmentView { from, until, owners, changes, because });
        }
        let cut = part.cut.iter().take(20).map(|&node| parties.get(self, node));
        Ok(TimelineView {
            cut: cut.collect::<Result<_, _>>()?,
            subject: parties.get(self, thing)?,
            from: first,
            until: last,
            data_as_of: self.manifest().data_as_of.clone(),
            question: *question,
            segments: views,
        })
    }

    fn dated(&self, holding: &Holding, question: &Question) -> DatedHolding {
        let Some(edge) = self.graph.edge(holding.record) else {
            return DatedHolding::new(*holding, time::Span::ALWAYS);
        };
        let mut dated = DatedHolding::new(*holding, self.span(&edge));
        if question.known_on.is_some() {
            dated.known = self.known(&edge);
        }
        dated
    }

    /// The answer from a day on.
    fn then(
        &self,
        thing: u32,
        holdings: &[Holding],
        day: Day,
        cut: &[u32],
        threshold: Threshold,
        question: &Question,
    ) -> Vec<Row> {
        let graph = OnDay::new(self, &Question { as_of: Some(day), ..*question });
        let mut ids: Vec<u32> = holdings.iter().flat_map(|h| [h.owned, h.owner]).collect();
        ids.insert(0, thing);
        let mut seen = std::collections::HashSet::new();
        ids.retain(|id| seen.insert(*id));
        let nodes: Vec<Node> = ids
            .iter()
            .map(|&id| {
                let mut node = graph.node(id);
                if cut.contains(&id) {
                    node.is_cut = true;
                    node.is_complete = false;
                }
                node
            })
            .collect();
        let problem = Problem::new(&nodes, holdings, Options::default());
        let Some(answer) = problem.owners(thing) else { return Vec::new() };
        let mut rows: Vec<Row> = answer
            .parties
            .iter()
            .map(|party| {
                let asserted = if party.has_asserted_influence {
                    Verdict::Possible
                } else {
                    Verdict::Excluded
                };
                let more = if party.attributed_votes.max > party.attributed.max {
                    &party.attributed_votes
                } else {
                    &party.attributed
                };
                Row {
                    node: party.node,
                    cash_flow: (&party.cash_flow).into(),
                    attributed: more.into(),
                    control: party.control,
                    status: party
                        .cash_flow_verdict(threshold)
                        .max(party.attributed_verdict(threshold))
                        .max(control_verdict(party.control))
                        .max(asserted),
                    is_end: party.is_end,
                }
            })
            .collect();
        rows.sort_by_key(|row| (!row.is_end, row.node));
        rows
    }
}

/// Whose verdict is another one.
fn changed(before: &[Row], after: &[Row]) -> Vec<(u32, Status, Status)> {
    let status = |rows: &[Row], node: u32| {
        rows.iter().find(|row| row.node == node).map_or(Verdict::Excluded, |row| row.status)
    };
    let mut nodes: Vec<u32> = before.iter().chain(after).map(|row| row.node).collect();
    let mut seen = std::collections::HashSet::new();
    nodes.retain(|node| seen.insert(*node));
    nodes
        .into_iter()
        .map(|node| (node, status(before, node), status(after, node)))
        .filter(|(_, old, new)| old != new)
        .collect()
}

/// The relationships one of whose dates is that day.
fn causes(dated: &[DatedHolding], day: Day) -> Vec<u32> {
    let is_cause = |h: &&DatedHolding| {
        let span = h.span;
        [span.start.0, span.start.1, span.end.0, span.end.1].contains(&day)
    };
    let mut edges: Vec<u32> = dated.iter().filter(is_cause).map(|h| h.holding.record).collect();
    edges.sort_unstable();
    edges.dedup();
    edges.truncate(CAUSES_MAX);
    edges
}

/// The graph with the relationships of all days.
struct AnyDay<'s>(&'s Snapshot);

impl Graph for AnyDay<'_> {
    fn node(&self, thing: u32) -> Node {
        Node::new(thing, self.0.graph.party(thing).class)
    }

    fn holders(&self, thing: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        for edge in self.0.graph.holders_of(thing) {
            if self.0.pass(&edge, Activity::Certain, visit).is_break() {
                return;
            }
        }
    }

    fn holdings(&self, thing: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        for edge in self.0.graph.held_by(thing) {
            if self.0.pass(&edge, Activity::Certain, visit).is_break() {
                return;
            }
        }
    }
}
