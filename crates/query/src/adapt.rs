//! The store's graph as the ownership engine asks for it, on a day.

use std::ops::ControlFlow;

use cuibono_graph::{Edge, flag};
use cuibono_model::{Day, InterestKind, PartialDate, PartyClass, Share, UnspecifiedReason};
use cuibono_ownership::{Activity, Graph, Holding, Node, Span};

use crate::snapshot::{Question, Snapshot};

/// The graph on a day, as known on a day.
pub(crate) struct OnDay<'s> {
    pub(crate) snapshot: &'s Snapshot,
    pub(crate) day: Day,
    pub(crate) known_on: Option<Day>,
}

/// The block number of joint holders of one subject: each subject has one such block.
const JOINT_BLOCK: u32 = 1;

impl<'s> OnDay<'s> {
    pub(crate) fn new(snapshot: &'s Snapshot, question: &Question) -> OnDay<'s> {
        OnDay { snapshot, day: snapshot.day(question), known_on: question.known_on }
    }

    /// Whether a relationship holds on the day, as far as was known.
    pub(crate) fn activity(&self, edge: &Edge) -> Activity {
        if let Some(known_on) = self.known_on {
            let (from, until) = self.snapshot.known(edge);
            if known_on < from || until <= known_on {
                return Activity::No;
            }
        }
        self.snapshot.span(edge).on(self.day)
    }

    fn pass(
        &self,
        edge: &Edge,
        visit: &mut dyn FnMut(Holding) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.snapshot.pass(edge, self.activity(edge), visit)
    }

    /// What the register declares about the holders of a node, on the day.
    fn declared(&self, thing: u32) -> Option<UnspecifiedReason> {
        let graph = &self.snapshot.graph;
        // Declarations are few; a hub of many thousands of holders is not searched for one.
        let edges = graph.holders_of(thing).take(1000);
        edges
            .filter(|edge| graph.party(edge.holder).class == PartyClass::Unspecified)
            .filter(|edge| self.activity(edge) != Activity::No)
            .find_map(|edge| graph.reason(edge.holder))
    }

    /// An overseas body that is a proprietor of UK land and not on the overseas-entity register.
    pub(crate) fn is_unregistered(&self, thing: u32) -> bool {
        let graph = &self.snapshot.graph;
        graph.party(thing).class == PartyClass::ForeignCompany
            && graph.held_by(thing).take(1000).any(|edge| {
                self.activity(&edge) != Activity::No
                    && graph.terms(&edge).is_some_and(|terms| {
                        terms.interests.iter().any(|i| i.kind == InterestKind::LegalTitle)
                    })
            })
    }
}

impl Snapshot {
    /// When a relationship holds. Nothing known of its beginning: since before every day asked about.
    pub(crate) fn span(&self, edge: &Edge) -> Span {
        let span = Span::new(edge.start, edge.end);
        let is_censored = edge.start.is_some()
            && self.graph.terms(edge).is_some_and(|terms| terms.start_is_censored);
        if is_censored { span.left_censored(None) } else { span }
    }

    /// From which day a relationship was known, and from which day no longer, by the dates of the
    /// files that state it.
    pub(crate) fn known(&self, edge: &Edge) -> (Day, Day) {
        let date = |dates: &[Option<PartialDate>], file: u16| {
            dates.get(file as usize).copied().flatten().map(PartialDate::earliest)
        };
        let from = date(&self.file_dates, edge.first_file);
        let until = date(&self.superseded, edge.last_file);
        (from.unwrap_or(Day::MIN), until.unwrap_or(Day::MAX))
    }

    /// Whether the listed holders of a thing are all there are: land whose proprietors are shown.
    pub(crate) fn is_complete(&self, thing: u32) -> bool {
        let party = self.graph.party(thing);
        party.class == PartyClass::Asset
            && party.flags & flag::HIDDEN_PROPRIETORS == 0
            && self.graph.holders_of(thing).take(8).any(|edge| {
                self.graph.terms(&edge).is_some_and(|terms| {
                    terms.interests.iter().any(|i| i.kind == InterestKind::LegalTitle)
                })
            })
    }

    /// The interests of a relationship as holdings of that activity. Ties that are neither money,
    /// votes nor a power over the board (officers, relatives, roles in a trust) are left out: no
    /// calculation uses them.
    pub(crate) fn pass(
        &self,
        edge: &Edge,
        activity: Activity,
        visit: &mut dyn FnMut(Holding) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some(terms) = self.graph.terms(edge) else { return ControlFlow::Continue(()) };
        if activity == Activity::No {
            return ControlFlow::Continue(());
        }
        let subject = self.graph.party(edge.subject);
        let is_protected = self.graph.party(edge.holder).class == PartyClass::Protected;
        for interest in terms.interests.iter().filter(|interest| counts(interest.kind)) {
            let is_joint_title = terms.is_joint && interest.kind == InterestKind::LegalTitle;
            let share = if is_joint_title && subject.flags & flag::HIDDEN_PROPRIETORS == 0 {
                // Together they are the proprietor of the whole.
                Share::ALL
            } else {
                interest.share
            };
            let holding = Holding {
                via: interest.via,
                directness: interest.directness,
                block: if terms.is_joint { JOINT_BLOCK } else { 0 },
                activity,
                record: edge.number,
                ..Holding::new(edge.holder, edge.subject, interest.kind, share)
            };
            visit(holding)?;
        }
        if is_protected {
            // A protected person meets at least one condition; the register may not say which, so
            // any share is possible.
            let holding = Holding {
                activity,
                record: edge.number,
                ..Holding::new(
                    edge.holder,
                    edge.subject,
                    InterestKind::Shareholding,
                    Share::UNKNOWN,
                )
            };
            visit(holding)?;
        }
        ControlFlow::Continue(())
    }
}

fn counts(kind: InterestKind) -> bool {
    kind.is_economic()
        || matches!(
            kind,
            InterestKind::VotingRights | InterestKind::AppointmentOfBoard | InterestKind::Influence
        )
}

impl Graph for OnDay<'_> {
    fn node(&self, thing: u32) -> Node {
        let party = self.snapshot.graph.party(thing);
        let own_reason = self.snapshot.graph.reason(thing);
        Node {
            reason: own_reason.or_else(|| self.declared(thing)),
            is_complete: self.snapshot.is_complete(thing),
            is_dissolved: self.snapshot.is_gone(thing),
            is_unregistered: self.is_unregistered(thing),
            ..Node::new(thing, party.class)
        }
    }

    fn holders(&self, thing: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        for edge in self.snapshot.graph.holders_of(thing) {
            if self.pass(&edge, visit).is_break() {
                return;
            }
        }
    }

    fn holdings(&self, thing: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        for edge in self.snapshot.graph.held_by(thing) {
            if self.pass(&edge, visit).is_break() {
                return;
            }
        }
    }
}
