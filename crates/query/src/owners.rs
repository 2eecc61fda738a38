//! Who ultimately owns and controls a subject.

use cuibono_model::{Day, UnspecifiedReason};
use cuibono_ownership::{Cause, Control, EndClass, Limits, Threshold, Verdict, Warning};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::{Case, FactView};
use crate::chains::{Direction, Link, Parties, chains_from};
use crate::snapshot::{Question, Snapshot};
use crate::view::{Bounds, ChainView, PartyView, Status};

/// Owners whose chains are shown; the others are listed without.
const DETAILED_MAX: usize = 100;
/// Possible owners for whom settling facts are sought.
const SETTLED_MAX: usize = 8;

/// The answer to "who ultimately owns or controls this".
#[derive(Clone, PartialEq, Debug)]
pub struct OwnersView {
    /// The subject.
    pub subject: PartyView,
    /// The day the answer is about.
    pub as_of: Day,
    /// The latest date the data speak of, ISO, or empty.
    pub data_as_of: String,
    /// The question.
    pub question: Question,
    /// Everybody above it: first those in whom nobody is known to hold anything, then those on the
    /// way, each the greatest first.
    pub owners: Vec<OwnerView>,
    /// Where the chains stop other than with a named person, and the undisclosed rest.
    pub ends: Vec<EndView>,
    /// What the reader has to know.
    pub warnings: Vec<WarningView>,
}

/// One party above the subject.
#[derive(Clone, PartialEq, Debug)]
pub struct OwnerView {
    /// Who.
    pub party: PartyView,
    /// The part of the subject's money that reaches it.
    pub cash_flow: Bounds,
    /// The shares or votes, whichever are more, that it is credited with by the majority-stake rule.
    pub attributed: Bounds,
    /// Whether it controls the subject.
    pub control: Control,
    /// A register asserts significant influence or control by it.
    pub has_asserted_influence: bool,
    /// Whether it holds more than the threshold, by any of the three.
    pub status: Status,
    /// Nobody is known to hold anything in it.
    pub is_end: bool,
    /// The most telling chains from it down to the subject.
    pub chains: Vec<ChainView>,
    /// For a possible owner: facts that would say more, decisive ones first. Empty when no single
    /// fact would.
    pub settles: Vec<FactView>,
}

/// A place where chains stop.
#[derive(Clone, PartialEq, Debug)]
pub struct EndView {
    /// The party at which they stop, or whose undisclosed rest it is.
    pub party: PartyView,
    /// What stands there.
    pub class: EndClass,
    /// The register's reason, where it gives one.
    pub reason: Option<UnspecifiedReason>,
    /// Which part of the subject ends there.
    pub share: Bounds,
}

/// What the reader has to know.
#[derive(Clone, PartialEq, Debug)]
pub enum WarningView {
    /// The statements about this party's holders do not add up, and the likely cause.
    Blocks(PartyView, Cause),
    /// Bands were read as disjoint blocks held directly, which the register does not say.
    AssumesDirect,
    /// Where the register states no votes, they were taken to follow the shares.
    VotesFollowShares,
    /// These companies own each other entirely; nobody outside receives anything.
    ClosedLoop(Vec<PartyView>),
    /// Some bounds are wider than need be, because a limit on work was met.
    NotTight,
    /// These parties were not followed further, because a limit was met.
    Cut(Vec<PartyView>),
    /// Some relationships may or may not hold on the day, because their dates are not exact.
    UncertainDates,
    /// The subject is its own holder by some record; that tie is left out.
    SelfOwnership(PartyView),
}

impl Snapshot {
    /// Everybody who owns or controls a thing on a day, with bounds, chains and records.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn owners(&self, thing: u32, question: &Question) -> Result<OwnersView, QueryError> {
        let graph = OnDay::new(self, question);
        let case = Case::above(&graph, &[thing], Limits::default());
        let (part, problem) = (&case.part, &case.problem);
        let mut parties = Parties::new(question.lang);
        let threshold = Threshold::above(question.threshold);
        let answer = problem.owners(thing);
        let links: Vec<Link> = case
            .edges()
            .iter()
            .filter_map(|&edge| Some(self.link(self.graph.edge(edge)?)))
            .collect();
        let chains = chains_from(thing, &links, Direction::Up);

        let mut owners = Vec::new();
        let mut settled = 0;
        let (mut ends, mut warnings) = (Vec::new(), Vec::new());
        if let Some(answer) = answer {
            for party in &answer.parties {
                let mut views = Vec::new();
                if owners.len() < DETAILED_MAX {
                    for chain in chains.get(&party.node).map_or(&[][..], Vec::as_slice) {
                        let steps: Vec<Link> = chain.iter().rev().map(|&at| links[at]).collect();
                        views.push(self.chain(&steps, &mut parties)?);
                    }
                }
                let asserted = if party.has_asserted_influence {
                    Verdict::Possible
                } else {
                    Verdict::Excluded
                };
                let by_control = control_verdict(party.control).max(asserted);
                let by_share =
                    party.cash_flow_verdict(threshold).max(party.attributed_verdict(threshold));
                let more = if party.attributed_votes.max > party.attributed.max {
                    &party.attributed_votes
                } else {
                    &party.attributed
                };
                let status = by_share.max(by_control);
                let is_asked = party.is_end && status == Verdict::Possible;
                let settles = if is_asked && settled < SETTLED_MAX {
                    settled += 1;
                    self.settles(problem, thing, party, threshold, &mut parties)?
                } else {
                    Vec::new()
                };
                owners.push(OwnerView {
                    party: parties.get(self, party.node)?,
                    cash_flow: (&party.cash_flow).into(),
                    attributed: more.into(),
                    control: party.control,
                    has_asserted_influence: party.has_asserted_influence,
                    status,
                    is_end: party.is_end,
                    chains: views,
                    settles,
                });
            }
            for place in &answer.ends.places {
                if place.class != EndClass::NaturalPerson {
                    ends.push(EndView {
                        party: parties.get(self, place.node)?,
                        class: place.class,
                        reason: place.reason,
                        share: (&place.share).into(),
                    });
                }
            }
            for warning in &answer.warnings {
                warnings.push(match warning {
                    Warning::Blocks(found) => {
                        WarningView::Blocks(parties.get(self, found.node)?, found.cause)
                    }
                    Warning::AssumesDirect => WarningView::AssumesDirect,
                    Warning::VotesFollowShares => WarningView::VotesFollowShares,
                    Warning::ClosedLoop(members) => WarningView::ClosedLoop(
                        members.iter().map(|&m| parties.get(self, m)).collect::<Result<_, _>>()?,
                    ),
                    Warning::NotTight => WarningView::NotTight,
                });
            }
        }
        // Those at the top come first, each group still the greatest first.
        owners.sort_by_key(|owner| !owner.is_end);
        if !part.cut.is_empty() {
            let cut = part.cut.iter().take(20).map(|&node| parties.get(self, node));
            warnings.push(WarningView::Cut(cut.collect::<Result<_, _>>()?));
        }
        if case.has_uncertain_dates() {
            warnings.push(WarningView::UncertainDates);
        }
        let own = part.holdings.iter().filter(|h| h.owner == h.owned).map(|h| h.owned);
        for node in own.collect::<std::collections::BTreeSet<u32>>() {
            warnings.push(WarningView::SelfOwnership(parties.get(self, node)?));
        }
        Ok(OwnersView {
            subject: parties.get(self, thing)?,
            as_of: self.day(question),
            data_as_of: self.manifest().data_as_of.clone(),
            question: *question,
            owners,
            ends,
            warnings,
        })
    }
}

/// Control as an answer.
pub(crate) fn control_verdict(control: Control) -> Verdict {
    match control {
        Control::Certain => Verdict::Certain,
        Control::Possible => Verdict::Possible,
        Control::None => Verdict::Excluded,
    }
}
