//! Who owns or controls a subject under a named rule book, limb by limb, with what each limb rests
//! on. The quantities and tests are the engine's; here they get names, records and notes.

use cuibono_graph::flag;
use cuibono_model::{Day, InterestKind, PartyClass, Share};
use cuibono_ownership::regime::beneficial::{
    AmlrOptions, FatfStep, amlr, by_attribution, by_interest, close_link, fatf,
};
use cuibono_ownership::regime::psc::{PscQuery, relevant_by_class, with_significant_control};
use cuibono_ownership::regime::sanctions::{caught, influence_evidence};
use cuibono_ownership::regime::{Answer, Finding, Limb, LimbFinding, Regime, RuleBook};
use cuibono_ownership::{
    Ground, Joined, Limits, Problem, Question as Ask, Rank, Rule, Threshold, Worlds,
};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::{Asked, Case, Exact, FactView, StepView};
use crate::chains::Parties;
use crate::snapshot::{Question, Snapshot};
use crate::view::{Hop, PartyView};

/// Findings whose steps are shown; the others are listed without.
const DETAILED_MAX: usize = 100;
/// Undetermined findings for which settling facts are sought.
const SETTLED_MAX: usize = 8;
/// Blocks tried for each of them.
const TRIED_MAX: usize = 6;
/// Parties above which no facts are tried.
const PARTIES_MAX: usize = 60;

/// What a rule book says about a subject.
#[derive(Clone, PartialEq, Debug)]
pub struct RegimeView {
    /// The subject.
    pub subject: PartyView,
    /// The day the answer is about.
    pub as_of: Day,
    /// The latest date the data speak of, ISO, or empty.
    pub data_as_of: String,
    /// The rule book, with its citation and what of it is unverified.
    pub rule_book: &'static RuleBook,
    /// Whether this version applied on the day.
    pub applied: bool,
    /// For rule books on sanctions: whether the subject is caught. Otherwise nothing.
    pub answer: Option<Answer>,
    /// The parties above the subject (sanctions: the subject itself), yes before undetermined
    /// before no.
    pub findings: Vec<FindingView>,
    /// For rule books on sanctions: the listed parties above the subject.
    pub listed: Vec<ListedView>,
    /// FATF: at which step the search ended.
    pub step: Option<FatfStep>,
    /// UK sanctions: asserted influence, which is evidence to weigh and never computed.
    pub evidence: Vec<Hop>,
    /// What the reader has to know.
    pub notes: Vec<RegimeNote>,
}

/// What a rule book says of one party.
#[derive(Clone, PartialEq, Debug)]
pub struct FindingView {
    /// Who.
    pub party: PartyView,
    /// The answer: that of the strongest limb.
    pub answer: Answer,
    /// UK registers: whether the party belongs on the register itself, or a legal entity between
    /// stands for it.
    pub registrable: Option<Answer>,
    /// The limbs that are not "no".
    pub limbs: Vec<LimbView>,
    /// For an undetermined answer: facts that would say more.
    pub settles: Vec<FactView>,
}

/// One limb of a finding.
#[derive(Clone, PartialEq, Debug)]
pub struct LimbView {
    /// Which.
    pub limb: Limb,
    /// Its answer alone.
    pub answer: Answer,
    /// The share that it compared, where it compares one.
    pub share: Option<Exact>,
    /// Who is drawn in on the way and by which relationships, the subject last.
    pub steps: Vec<StepView>,
}

/// A listed party above a subject.
#[derive(Clone, PartialEq, Debug)]
pub struct ListedView {
    /// Who.
    pub party: PartyView,
    /// Whether it catches the subject by itself.
    pub alone: Answer,
}

/// What the reader of an answer under a rule book has to know.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RegimeNote {
    /// This version did not apply on the day asked about.
    NotApplied,
    /// Some answer rests on the overseas register's only band, more than 25%, which can neither
    /// confirm nor exclude a majority.
    OverseasBand,
    /// The rule book speaks of companies; the subject is an asset, so it is asked of its proprietors.
    SubjectIsAsset,
    /// The rule book speaks of bodies on the UK register and the subject is none.
    SubjectIsElsewhere,
    /// Joint arrangements between parties are not in the data.
    NoJointArrangements,
    /// The rule book asks for natural persons and the party is none.
    NotAPerson,
    /// No listed party is above the subject.
    NobodyListed,
    /// An earlier step of FATF's may end the search: the records do not settle it.
    EarlierStepOpen,
    /// The senior managing officials are no beneficial owners; they stand in because nobody was
    /// found.
    OfficialsAreNoOwners,
    /// Nobody was found and no officials are on record.
    NoOfficials,
    /// Some dates are not exact.
    UncertainDates,
    /// A limit on size was met; what lies behind it counts as undisclosed.
    Cut,
}

/// Whether two parties have close links.
#[derive(Clone, PartialEq, Debug)]
pub struct CloseLinkView {
    /// The two.
    pub parties: (PartyView, PartyView),
    /// The day the answer is about.
    pub as_of: Day,
    /// The rule book.
    pub rule_book: &'static RuleBook,
    /// Whether this version applied on the day.
    pub applied: bool,
    /// The answer.
    pub answer: Answer,
    /// The third party that holds enough of both, where it is one.
    pub third: Option<PartyView>,
    /// What the first has in the second, the second in the first, and the third in each.
    pub shares: Vec<(PartyView, PartyView, Exact)>,
}

impl Snapshot {
    /// Who owns or controls a thing under a rule book. For those on sanctions: whether the parties
    /// that are designated in the store, or else `listed`, catch it.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn owners_under(
        &self,
        thing: u32,
        regime: Regime,
        listed: Option<&[u32]>,
        question: &Question,
    ) -> Result<RegimeView, QueryError> {
        let graph = OnDay::new(self, question);
        let case = Case::above(&graph, &[thing], Limits::default());
        let rule_book = regime.rule_book();
        let day = self.day(question);
        let mut parties = Parties::new(question.lang);
        let mut view = RegimeView {
            subject: parties.get(self, thing)?,
            as_of: day,
            data_as_of: self.manifest().data_as_of.clone(),
            rule_book,
            applied: rule_book.applied_on(day),
            answer: None,
            findings: Vec::new(),
            listed: Vec::new(),
            step: None,
            evidence: Vec::new(),
            notes: Vec::new(),
        };
        let asking = Asking { snapshot: self, case: &case, thing, regime };
        if is_sanctions(regime) {
            asking.sanctions(listed, &mut view, &mut parties)?;
        } else {
            asking.owners(&graph, &mut view, &mut parties)?;
        }
        asking.notes(&mut view);
        Ok(view)
    }

    /// Whether two parties have close links (20% either way, or a third with that of both).
    ///
    /// # Errors
    /// The store is damaged.
    pub fn close_links(
        &self,
        one: u32,
        other: u32,
        question: &Question,
    ) -> Result<CloseLinkView, QueryError> {
        let graph = OnDay::new(self, question);
        let case = Case::above(&graph, &[one, other], Limits::default());
        let rule_book = Regime::EcbCloseLinks.rule_book();
        let day = self.day(question);
        let mut parties = Parties::new(question.lang);
        let (answer, third) = close_link(&case.problem, one, other).unwrap_or((Answer::No, None));
        let mut pairs = vec![(one, other), (other, one)];
        pairs.extend(third.iter().flat_map(|&third| [(third, one), (third, other)]));
        let mut shares = Vec::new();
        for (holder, held) in pairs {
            let share = case.problem.cash_flow(&[holder], held);
            let (holder, held) = (parties.get(self, holder)?, parties.get(self, held)?);
            shares.push((holder, held, Exact::from(&share)));
        }
        Ok(CloseLinkView {
            parties: (parties.get(self, one)?, parties.get(self, other)?),
            as_of: day,
            rule_book,
            applied: rule_book.applied_on(day),
            answer,
            third: third.map(|third| parties.get(self, third)).transpose()?,
            shares,
        })
    }
}

/// Whether a rule book asks whom listed parties catch.
#[must_use]
pub fn is_sanctions(regime: Regime) -> bool {
    matches!(
        regime,
        Regime::UkSanctions
            | Regime::Ofac50
            | Regime::BisAffiliates
            | Regime::EuSanctions
            | Regime::EuSanctionsBefore2024
    )
}

struct Asking<'a> {
    snapshot: &'a Snapshot,
    case: &'a Case,
    thing: u32,
    regime: Regime,
}

impl Asking<'_> {
    fn owners(
        &self,
        graph: &OnDay<'_>,
        view: &mut RegimeView,
        parties: &mut Parties,
    ) -> Result<(), QueryError> {
        let problem = &self.case.problem;
        let threshold = self.regime.rule_book().threshold;
        let plain = |findings: Option<Vec<Finding>>| {
            let findings = findings.unwrap_or_default().into_iter();
            findings.map(|finding| (finding, None)).collect::<Vec<_>>()
        };
        let mut found: Vec<(Finding, Option<Answer>)> = match self.regime {
            Regime::UkPsc | Regime::UkRoe => self.registrable(),
            Regime::Amlr => plain(amlr(problem, self.thing, AmlrOptions::default())),
            Regime::Cta => plain(by_interest(problem, self.thing, self.regime, threshold)),
            Regime::EcbCloseLinks => plain(Some(self.close(threshold))),
            _ => plain(by_attribution(problem, self.thing, self.regime)),
        };
        found.sort_by_key(|(finding, _)| std::cmp::Reverse(finding.answer));
        let mut settled = 0;
        for (at, (finding, registrable)) in found.iter().enumerate() {
            let mut one = self.view(finding, at < DETAILED_MAX, parties)?;
            one.registrable = *registrable;
            if finding.answer == Answer::Undetermined && settled < SETTLED_MAX {
                settled += 1;
                one.settles = self.settling(finding, parties)?;
            }
            view.findings.push(one);
        }
        if self.regime == Regime::Fatf {
            self.officials(graph, view, parties)?;
        }
        let is_asked = |class| match self.regime {
            Regime::UkPsc | Regime::UkRoe | Regime::EcbCloseLinks => true,
            _ => matches!(class, PartyClass::Person | PartyClass::Protected),
        };
        for node in &self.case.part.nodes {
            let is_known = node.id == self.thing
                || node.class == PartyClass::Unspecified
                || found.iter().any(|(finding, _)| finding.node == node.id);
            if !is_known && is_asked(node.class) && view.findings.len() < DETAILED_MAX {
                view.findings.push(FindingView {
                    party: parties.get(self.snapshot, node.id)?,
                    answer: Answer::No,
                    registrable: None,
                    limbs: Vec::new(),
                    settles: Vec::new(),
                });
            }
        }
        Ok(())
    }

    fn registrable(&self) -> Vec<(Finding, Option<Answer>)> {
        let relevant = relevant_by_class(&self.case.part.nodes);
        let query = PscQuery {
            company: self.thing,
            relevant_entities: &relevant,
            joint: &[],
            regime: self.regime,
        };
        let found = with_significant_control(&self.case.problem, &query).unwrap_or_default();
        found.into_iter().map(|one| (one.finding, Some(one.is_registrable))).collect()
    }

    /// Everybody above with enough of the money to be closely linked.
    fn close(&self, threshold: Threshold) -> Vec<Finding> {
        let problem = &self.case.problem;
        let others = self.case.part.nodes.iter().filter(|node| node.id != self.thing);
        others
            .map(|node| {
                let share = problem.cash_flow(&[node.id], self.thing);
                let answer = Answer::from(share.verdict(threshold));
                let limb =
                    LimbFinding { limb: Limb::Interest, answer, share: Some(share), path: vec![] };
                Finding { node: node.id, regime: self.regime, answer, limbs: vec![limb] }
            })
            .filter(|finding| finding.answer != Answer::No)
            .collect()
    }

    /// FATF's last step: those in charge, named when nobody else is found.
    fn officials(
        &self,
        graph: &OnDay<'_>,
        view: &mut RegimeView,
        parties: &mut Parties,
    ) -> Result<(), QueryError> {
        let officers = self.officers(graph);
        let managers: Vec<u32> = officers.iter().map(|(holder, _)| *holder).collect();
        let threshold = self.regime.rule_book().threshold;
        let Some(found) = fatf(&self.case.problem, self.thing, threshold, &managers) else {
            return Ok(());
        };
        view.step = Some(found.step);
        if found.step != FatfStep::Ownership && !found.undetermined.is_empty() {
            view.notes.push(RegimeNote::EarlierStepOpen);
        }
        if found.step != FatfStep::SeniorManagingOfficial {
            return Ok(());
        }
        let is_empty = officers.is_empty();
        view.notes.push(if is_empty {
            RegimeNote::NoOfficials
        } else {
            RegimeNote::OfficialsAreNoOwners
        });
        for (holder, hop) in officers.into_iter().take(DETAILED_MAX) {
            let edge = self.snapshot.graph.edge(hop);
            let hops = edge.map(|edge| self.snapshot.hop(edge, true, parties)).transpose()?;
            let step = StepView {
                party: parties.get(self.snapshot, self.thing)?,
                ground: Ground::Influence,
                hops: hops.into_iter().collect(),
            };
            view.findings.push(FindingView {
                party: parties.get(self.snapshot, holder)?,
                answer: Answer::No,
                registrable: None,
                limbs: vec![LimbView {
                    limb: Limb::SeniorManager,
                    answer: Answer::No,
                    share: None,
                    steps: vec![step],
                }],
                settles: Vec::new(),
            });
        }
        Ok(())
    }

    /// Officers of the subject on the day, each with one relationship.
    fn officers(&self, graph: &OnDay<'_>) -> Vec<(u32, u32)> {
        let store = &self.snapshot.graph;
        let is_officer = |edge: &cuibono_graph::Edge| {
            store.terms(edge).is_some_and(|terms| {
                terms.interests.iter().any(|interest| interest.kind == InterestKind::Officer)
            })
        };
        let mut officers: Vec<(u32, u32)> = store
            .holders_of(self.thing)
            .take(1000)
            .filter(|edge| {
                is_officer(edge) && graph.activity(edge) != cuibono_ownership::Activity::No
            })
            .filter(|edge| {
                matches!(store.party(edge.holder).class, PartyClass::Person | PartyClass::Protected)
            })
            .map(|edge| (edge.holder, edge.number))
            .collect();
        officers.sort_unstable();
        officers.dedup_by_key(|(holder, _)| *holder);
        officers
    }

    fn sanctions(
        &self,
        listed: Option<&[u32]>,
        view: &mut RegimeView,
        parties: &mut Parties,
    ) -> Result<(), QueryError> {
        let problem = &self.case.problem;
        let nodes = &self.case.part.nodes;
        let is_listed = |thing: u32| match listed {
            Some(listed) => listed.contains(&thing),
            None => self.snapshot.graph.party(thing).flags & flag::SANCTIONED != 0,
        };
        let above: Vec<u32> = nodes.iter().map(|n| n.id).filter(|&id| is_listed(id)).collect();
        if above.contains(&self.thing) {
            view.answer = Some(Answer::Yes);
            view.listed.push(ListedView { party: view.subject.clone(), alone: Answer::Yes });
            return Ok(());
        }
        let of_subject = |sources: &[u32]| {
            let found = caught(problem, sources, &[], self.regime).unwrap_or_default();
            found.into_iter().find(|finding| finding.node == self.thing)
        };
        for &one in above.iter().take(DETAILED_MAX) {
            let alone = of_subject(&[one]).map_or(Answer::No, |finding| finding.answer);
            view.listed.push(ListedView { party: parties.get(self.snapshot, one)?, alone });
        }
        view.listed.sort_by_key(|one| std::cmp::Reverse(one.alone));
        if above.is_empty() {
            view.notes.push(RegimeNote::NobodyListed);
        }
        let together = of_subject(&above);
        view.answer = Some(together.as_ref().map_or(Answer::No, |finding| finding.answer));
        if let Some(finding) = together {
            view.findings.push(self.view(&finding, true, parties)?);
        }
        if self.regime == Regime::UkSanctions && !above.is_empty() {
            let evidence = influence_evidence(problem, &above);
            view.evidence = self.snapshot.hops_of(problem, &evidence, parties)?;
        }
        Ok(())
    }

    fn view(
        &self,
        finding: &Finding,
        is_detailed: bool,
        parties: &mut Parties,
    ) -> Result<FindingView, QueryError> {
        let mut limbs = Vec::new();
        for limb in &finding.limbs {
            let steps = if is_detailed {
                let steps = way(&self.case.problem, finding.node, self.thing, limb);
                self.snapshot.steps(&self.case.problem, &steps, parties)?
            } else {
                Vec::new()
            };
            limbs.push(LimbView {
                limb: limb.limb,
                answer: limb.answer,
                share: limb.share.as_ref().map(Exact::from),
                steps,
            });
        }
        Ok(FindingView {
            party: parties.get(self.snapshot, finding.node)?,
            answer: finding.answer,
            registrable: None,
            limbs,
            settles: Vec::new(),
        })
    }

    /// Facts that would settle an undetermined answer, for limbs that compare one share or ask for
    /// control.
    fn settling(
        &self,
        finding: &Finding,
        parties: &mut Parties,
    ) -> Result<Vec<FactView>, QueryError> {
        let problem = &self.case.problem;
        if problem.nodes().len() > PARTIES_MAX {
            return Ok(Vec::new());
        }
        let threshold = self.regime.rule_book().threshold;
        for limb in finding.limbs.iter().filter(|limb| limb.answer == Answer::Undetermined) {
            let (asked, ask) = match limb.limb {
                Limb::Shares | Limb::Votes => (Asked::Attributed, Ask::Attributed(threshold)),
                Limb::Interest => (Asked::CashFlow, Ask::CashFlow(threshold)),
                Limb::Control | Limb::Appointment => (Asked::Control, Ask::Control),
                _ => continue,
            };
            let mut facts = problem.settling_facts(finding.node, self.thing, ask, TRIED_MAX);
            facts.truncate(3);
            if !facts.is_empty() {
                return self.snapshot.facts(problem, &facts, asked, parties);
            }
        }
        Ok(Vec::new())
    }

    fn notes(&self, view: &mut RegimeView) {
        let class = view.subject.class;
        let mut add = |note, is_so: bool| {
            if is_so {
                view.notes.push(note);
            }
        };
        add(RegimeNote::NotApplied, !view.applied);
        let is_asset = class == PartyClass::Asset;
        add(RegimeNote::SubjectIsAsset, is_asset && !is_sanctions(self.regime));
        let is_elsewhere = match self.regime {
            Regime::UkPsc => class != PartyClass::UkCompany,
            Regime::UkRoe => class != PartyClass::OverseasEntity,
            _ => false,
        };
        add(RegimeNote::SubjectIsElsewhere, is_elsewhere && !is_asset);
        let asks_majority = !matches!(self.regime, Regime::Cta | Regime::EcbCloseLinks);
        let has_band = self.case.part.holdings.iter().any(|h| h.share == Share::more_than_25());
        add(RegimeNote::OverseasBand, asks_majority && has_band);
        let asks_joint = matches!(self.regime, Regime::UkPsc | Regime::UkRoe | Regime::UkSanctions);
        add(RegimeNote::NoJointArrangements, asks_joint);
        add(RegimeNote::UncertainDates, self.case.has_uncertain_dates());
        add(RegimeNote::Cut, !self.case.part.cut.is_empty());
    }
}

/// The way from a party to the subject that a limb rests on: those drawn in, then the holdings in
/// the subject itself.
pub(crate) fn way(problem: &Problem, from: u32, subject: u32, limb: &LimbFinding) -> Vec<Joined> {
    let mut steps = limb.path.clone();
    if steps.last().is_some_and(|step| step.node == subject) {
        return steps;
    }
    if matches!(limb.limb, Limb::Interest | Limb::InterestInController) {
        return best_chain(problem, from, subject);
    }
    let is_by_shares = matches!(limb.limb, Limb::Shares | Limb::Votes | Limb::ControlOfHolder);
    if is_by_shares && steps.is_empty() {
        let worlds = if limb.answer == Answer::Yes { Worlds::All } else { Worlds::Some };
        steps = problem.cascade(&[from], Rule::CONTROL, worlds);
    }
    let ground = match limb.limb {
        Limb::Appointment => Ground::Appointment,
        Limb::AssertedInfluence => Ground::Influence,
        _ => Ground::Holding,
    };
    let is_in = |owner: u32| owner == from || steps.iter().any(|step| step.node == owner);
    let has_votes = |owner: u32| {
        problem
            .holdings()
            .iter()
            .any(|h| h.owner == owner && h.owned == subject && h.kind == InterestKind::VotingRights)
    };
    let counts = |kind: InterestKind, owner: u32| match limb.limb {
        Limb::Appointment => kind == InterestKind::AppointmentOfBoard,
        Limb::AssertedInfluence => kind == InterestKind::Influence,
        Limb::Votes => {
            kind == InterestKind::VotingRights || (kind.is_economic() && !has_votes(owner))
        }
        _ => kind.is_economic(),
    };
    let last = problem.holdings().iter().enumerate();
    let holdings: Vec<u32> = last
        .filter(|(_, h)| h.owned == subject && is_in(h.owner) && counts(h.kind, h.owner))
        .map(|(at, _)| at as u32)
        .collect();
    let holders: Vec<u32> =
        holdings.iter().map(|&at| problem.holdings()[at as usize].owner).collect();
    steps = needed(problem, steps, &holders);
    if !holdings.is_empty() {
        steps.push(Joined { node: subject, ground, holdings });
    }
    steps
}

/// Of those drawn in, the ones that some last holders rest on.
fn needed(problem: &Problem, steps: Vec<Joined>, last: &[u32]) -> Vec<Joined> {
    let mut needed = last.to_vec();
    let mut kept: Vec<Joined> = Vec::new();
    for step in steps.into_iter().rev() {
        if needed.contains(&step.node) {
            needed.extend(step.holdings.iter().map(|&at| problem.holdings()[at as usize].owner));
            kept.push(step);
        }
    }
    kept.reverse();
    kept
}

/// The chain with the greatest product, as steps.
fn best_chain(problem: &Problem, from: u32, subject: u32) -> Vec<Joined> {
    const WORK: usize = 5_000;
    let (chains, _) = problem.chains(from, subject, 1, Rank::Greatest, WORK);
    let Some(chain) = chains.into_iter().next() else { return Vec::new() };
    let nodes = chain.nodes.into_iter().skip(1);
    nodes
        .zip(chain.steps)
        .map(|(node, holdings)| Joined { node, ground: Ground::Holding, holdings })
        .collect()
}
