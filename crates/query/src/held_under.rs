//! What a party's holdings are under a named rule book: what is blocked below a listed party, or of
//! what the party is a beneficial owner.

use std::collections::HashMap;

use cuibono_graph::flag;
use cuibono_model::{Day, PartyClass};
use cuibono_ownership::regime::beneficial::{AmlrOptions, amlr, by_attribution, by_interest};
use cuibono_ownership::regime::psc::{PscQuery, relevant_by_class, with_significant_control};
use cuibono_ownership::regime::sanctions::caught;
use cuibono_ownership::regime::{Answer, Finding, Limb, LimbFinding, Regime, RuleBook};
use cuibono_ownership::{Held, Limits, Verdict};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::{Case, Exact};
use crate::chains::Parties;
use crate::regimes::{LimbView, RegimeNote, is_sanctions, way};
use crate::snapshot::{Question, Snapshot};
use crate::view::PartyView;
use crate::whatif::rows;

/// Things whose steps are shown.
const DETAILED_MAX: usize = 300;
/// Companies for which a rule book on beneficial owners is asked; each costs a question of its own.
const ASKED_MAX: usize = 500;
/// Things caught up to which the way to each is worked out.
const WAYS_MAX: usize = 1_000;

/// A party's holdings under a rule book.
#[derive(Clone, PartialEq, Debug)]
pub struct HeldUnderView {
    /// The party.
    pub subject: PartyView,
    /// The day the answer is about.
    pub as_of: Day,
    /// The latest date the data speak of, ISO, or empty.
    pub data_as_of: String,
    /// The rule book.
    pub rule_book: &'static RuleBook,
    /// Whether this version applied on the day.
    pub applied: bool,
    /// Rule books on sanctions: whether the party is designated in the store. If not, the answers
    /// say what would be blocked if it were.
    pub is_listed: bool,
    /// Other designated parties that hold something below, counted with it where the rule book
    /// adds them up.
    pub with: Vec<PartyView>,
    /// What is held, yes before undetermined; what is "no" is left out.
    pub holdings: Vec<HeldUnder>,
    /// Things below the party for which the answer is no.
    pub excluded: usize,
    /// Things that were not asked about, because there are too many.
    pub left_out: usize,
    /// What the reader has to know.
    pub notes: Vec<RegimeNote>,
}

/// One thing held, under a rule book.
#[derive(Clone, PartialEq, Debug)]
pub struct HeldUnder {
    /// What.
    pub party: PartyView,
    /// The answer, together with other designated parties where the rule book adds them up.
    pub answer: Answer,
    /// The answer for the party by itself.
    pub alone: Answer,
    /// The answer without it: what the other designated parties catch already.
    pub without: Answer,
    /// UK registers: whether the party belongs on the thing's register.
    pub registrable: Option<Answer>,
    /// The limbs that are not "no".
    pub limbs: Vec<LimbView>,
}

impl Snapshot {
    /// What is held by a party under a rule book on a day.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn holdings_under(
        &self,
        thing: u32,
        regime: Regime,
        question: &Question,
    ) -> Result<HeldUnderView, QueryError> {
        let graph = OnDay::new(self, question);
        let case = Case::below(&graph, &[thing], Limits::default());
        let day = self.day(question);
        let rule_book = regime.rule_book();
        let mut parties = Parties::new(question.lang);
        let subject = parties.get(self, thing)?;
        let mut view = HeldUnderView {
            as_of: day,
            data_as_of: self.manifest().data_as_of.clone(),
            rule_book,
            applied: rule_book.applied_on(day),
            is_listed: subject.is_sanctioned,
            with: Vec::new(),
            holdings: Vec::new(),
            excluded: 0,
            left_out: 0,
            notes: Vec::new(),
            subject,
        };
        let held = case.problem.holdings_of(&[thing]);
        if is_sanctions(regime) {
            self.blocked(&case, thing, regime, &mut view, &mut parties)?;
        } else {
            self.owned(&case, thing, regime, &held, &mut view, &mut parties)?;
        }
        view.excluded = held.len().saturating_sub(view.holdings.len() + view.left_out);
        view.holdings.sort_by_key(|one| std::cmp::Reverse(one.answer));
        if !view.applied {
            view.notes.push(RegimeNote::NotApplied);
        }
        let has_band =
            case.part.holdings.iter().any(|h| h.share == cuibono_model::Share::more_than_25());
        if has_band && !matches!(regime, Regime::Cta | Regime::EcbCloseLinks) {
            view.notes.push(RegimeNote::OverseasBand);
        }
        if case.has_uncertain_dates() {
            view.notes.push(RegimeNote::UncertainDates);
        }
        if !case.part.cut.is_empty() {
            view.notes.push(RegimeNote::Cut);
        }
        Ok(view)
    }

    fn blocked(
        &self,
        case: &Case,
        thing: u32,
        regime: Regime,
        view: &mut HeldUnderView,
        parties: &mut Parties,
    ) -> Result<(), QueryError> {
        let is_other = |id: u32| id != thing && self.graph.party(id).flags & flag::SANCTIONED != 0;
        let others: Vec<u32> = if regime.rule_book().aggregates {
            case.part.nodes.iter().map(|node| node.id).filter(|&id| is_other(id)).collect()
        } else {
            Vec::new()
        };
        for &other in others.iter().take(DETAILED_MAX) {
            view.with.push(parties.get(self, other)?);
        }
        let mut all = others.clone();
        all.push(thing);
        let together = rows(case, &all, regime);
        let answers = |listed: &[u32]| -> HashMap<u32, Answer> {
            rows(case, listed, regime).into_iter().map(|row| (row.node, row.answer)).collect()
        };
        let by_itself = answers(&[thing]);
        let without = if others.is_empty() { HashMap::new() } else { answers(&others) };
        // The engine gives the way to each thing in time that grows with the square of their
        // number, so that a great many are listed without ways.
        let mut ways: HashMap<u32, Finding> = HashMap::new();
        if together.len() <= WAYS_MAX {
            let found = caught(&case.problem, &all, &[], regime).unwrap_or_default();
            ways = found.into_iter().map(|finding| (finding.node, finding)).collect();
        }
        for row in together {
            let answer_in =
                |map: &HashMap<u32, Answer>| map.get(&row.node).copied().unwrap_or(Answer::No);
            let (alone, without) = (answer_in(&by_itself), answer_in(&without));
            if alone == Answer::No && without == row.answer {
                // Its being listed changes nothing here.
                continue;
            }
            let one = match ways.get(&row.node) {
                Some(finding) => {
                    let is_detailed = view.holdings.len() < DETAILED_MAX;
                    self.under(case, thing, finding, is_detailed, parties)?
                }
                None => HeldUnder {
                    party: parties.get(self, row.node)?,
                    answer: row.answer,
                    alone,
                    without,
                    registrable: None,
                    limbs: vec![LimbView {
                        limb: row.limb,
                        answer: row.answer,
                        share: row.share,
                        steps: Vec::new(),
                    }],
                },
            };
            view.holdings.push(HeldUnder { alone, without, ..one });
        }
        Ok(())
    }

    fn owned(
        &self,
        case: &Case,
        thing: u32,
        regime: Regime,
        held: &[Held],
        view: &mut HeldUnderView,
        parties: &mut Parties,
    ) -> Result<(), QueryError> {
        let threshold = regime.rule_book().threshold;
        let relevant = relevant_by_class(&case.part.nodes);
        let problem = &case.problem;
        let mut asked = 0;
        for one in held {
            let influence = problem
                .holdings()
                .iter()
                .any(|h| h.owned == one.node && h.kind == cuibono_model::InterestKind::Influence);
            let can_be = influence
                || matches!(regime, Regime::Amlr)
                || one.control != cuibono_ownership::Control::None
                || [&one.cash_flow, &one.attributed, &one.attributed_votes]
                    .into_iter()
                    .any(|share| share.verdict(threshold) != Verdict::Excluded);
            // Land has no register of beneficial owners; the bodies that hold it do.
            if !can_be || (one.class == PartyClass::Asset && regime != Regime::EcbCloseLinks) {
                continue;
            }
            if asked >= ASKED_MAX {
                view.left_out += 1;
                continue;
            }
            asked += 1;
            let mut registrable = None;
            let finding = match regime {
                Regime::UkPsc | Regime::UkRoe => {
                    let query = PscQuery {
                        company: one.node,
                        relevant_entities: &relevant,
                        joint: &[],
                        regime,
                    };
                    let found = with_significant_control(problem, &query).unwrap_or_default();
                    found.into_iter().find(|f| f.finding.node == thing).map(|found| {
                        registrable = Some(found.is_registrable);
                        found.finding
                    })
                }
                Regime::EcbCloseLinks => close(one, thing, regime),
                _ => {
                    let found = match regime {
                        Regime::Amlr => amlr(problem, one.node, AmlrOptions::default()),
                        Regime::Cta => by_interest(problem, one.node, regime, threshold),
                        _ => by_attribution(problem, one.node, regime),
                    };
                    found.unwrap_or_default().into_iter().find(|f| f.node == thing)
                }
            };
            let Some(finding) = finding else { continue };
            let is_detailed = view.holdings.len() < DETAILED_MAX;
            let target = Finding { node: one.node, ..finding };
            let mut row = self.under(case, thing, &target, is_detailed, parties)?;
            row.registrable = registrable;
            view.holdings.push(row);
        }
        let is_person = matches!(view.subject.class, PartyClass::Person | PartyClass::Protected);
        let asks_persons = !matches!(regime, Regime::UkPsc | Regime::UkRoe | Regime::EcbCloseLinks);
        if asks_persons && !is_person {
            view.notes.push(RegimeNote::NotAPerson);
        }
        Ok(())
    }

    /// A finding whose node is the thing held.
    fn under(
        &self,
        case: &Case,
        holder: u32,
        finding: &Finding,
        is_detailed: bool,
        parties: &mut Parties,
    ) -> Result<HeldUnder, QueryError> {
        let mut limbs = Vec::new();
        for limb in &finding.limbs {
            let steps = if is_detailed {
                let steps = way(&case.problem, holder, finding.node, limb);
                self.steps(&case.problem, &steps, parties)?
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
        Ok(HeldUnder {
            party: parties.get(self, finding.node)?,
            answer: finding.answer,
            alone: finding.answer,
            without: Answer::No,
            registrable: None,
            limbs,
        })
    }
}

/// Whether a thing is closely linked with the party by the part of its money.
fn close(held: &Held, party: u32, regime: Regime) -> Option<Finding> {
    let answer = Answer::from(held.cash_flow.verdict(regime.rule_book().threshold));
    let share = Some(held.cash_flow.clone());
    let limb = LimbFinding { limb: Limb::Interest, answer, share, path: Vec::new() };
    let finding = Finding { node: party, regime, answer, limbs: vec![limb] };
    (answer != Answer::No).then_some(finding)
}
