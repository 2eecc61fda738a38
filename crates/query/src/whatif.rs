//! What would be blocked if certain parties were designated: everything below them under a rule
//! book, handed on row by row.

use std::collections::{BTreeMap, HashSet};

use cuibono_model::Day;
use cuibono_ownership::regime::{Answer, Limb, Regime, RuleBook};
use cuibono_ownership::{Dimension, Ground, Interval, Limits, Rule, Threshold, Worlds};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::{Case, Exact};
use crate::chains::Parties;
use crate::owners::control_verdict;
use crate::regimes::is_sanctions;
use crate::snapshot::{Question, Snapshot};
use crate::view::PartyView;

/// A list may draw in a good part of a register.
const LIMITS: Limits = Limits { nodes: 2_000_000, holdings: 6_000_000 };
/// Rows whose share is worked out; further ones are given without.
const SHARES_MAX: usize = 2_000;

/// What was asked and how it went.
#[derive(Clone, PartialEq, Debug)]
pub struct WhatIfSummary {
    /// The rule book.
    pub rule_book: &'static RuleBook,
    /// The day the answer is about.
    pub as_of: Day,
    /// Whether this version applied on the day.
    pub applied: bool,
    /// Parties taken as designated.
    pub listed: usize,
    /// Rows with a certain answer.
    pub certain: usize,
    /// Rows with a possible answer.
    pub possible: usize,
    /// Parties that were not followed further, because a limit was met.
    pub cut: usize,
}

/// One party or thing that would be blocked.
#[derive(Clone, PartialEq, Debug)]
pub struct Blocked {
    /// What.
    pub party: PartyView,
    /// Yes, or undetermined.
    pub answer: Answer,
    /// By what.
    pub limb: Limb,
    /// The share that those listed or blocked have in it, where shares decide.
    pub share: Option<Exact>,
    /// The holders through which it is caught: listed parties, or blocked ones above it.
    pub through: Vec<PartyView>,
}

impl Snapshot {
    /// Everything caught if `listed` were designated, each once, to `each`. `None` for a rule book
    /// that is not about sanctions.
    ///
    /// # Errors
    /// The store is damaged, or what `each` returns.
    pub fn what_if<E: From<QueryError>>(
        &self,
        listed: &[u32],
        regime: Regime,
        question: &Question,
        each: &mut dyn FnMut(Blocked) -> Result<(), E>,
    ) -> Result<Option<WhatIfSummary>, E> {
        let graph = OnDay::new(self, question);
        let case = Case::below(&graph, listed, LIMITS);
        if !is_sanctions(regime) {
            return Ok(None);
        }
        let rows = rows(&case, listed, regime);
        let day = self.day(question);
        let rule_book = regime.rule_book();
        let mut summary = WhatIfSummary {
            rule_book,
            as_of: day,
            applied: rule_book.applied_on(day),
            listed: listed.len(),
            certain: 0,
            possible: 0,
            cut: case.part.cut.len(),
        };
        let mut parties = Parties::new(question.lang);
        for (at, row) in rows.into_iter().enumerate() {
            match row.answer {
                Answer::Yes => summary.certain += 1,
                _ => summary.possible += 1,
            }
            let share = match (row.share, row.limb) {
                (Some(share), _) => Some(share),
                (None, Limb::Shares) if at < SHARES_MAX => {
                    let rule = rule_of(regime);
                    let dimension = Dimension::Shares;
                    let share = case.problem.credited(listed, row.node, dimension, rule);
                    Some(Exact::from(&share))
                }
                _ => None,
            };
            let get = |thing: u32, parties: &mut Parties| parties.get(self, thing);
            let through: Result<Vec<PartyView>, QueryError> =
                row.through.iter().map(|&thing| get(thing, &mut parties)).collect();
            let blocked = Blocked {
                party: get(row.node, &mut parties)?,
                answer: row.answer,
                limb: row.limb,
                share,
                through: through?,
            };
            each(blocked)?;
            // Views of a great many parties are not kept.
            if at % 4096 == 4095 {
                parties = Parties::new(question.lang);
            }
        }
        Ok(Some(summary))
    }
}

/// One party or thing drawn in.
pub(crate) struct Row {
    pub(crate) node: u32,
    pub(crate) answer: Answer,
    pub(crate) limb: Limb,
    pub(crate) share: Option<Exact>,
    through: Vec<u32>,
}

/// The engine's test of a rule book that adds listed parties up.
fn rule_of(regime: Regime) -> Rule {
    let book = regime.rule_book();
    Rule {
        dimension: Dimension::Shares,
        threshold: book.threshold,
        appointment: book.has_control_limb,
        influence: false,
        joint_needs_all: true,
    }
}

/// Certain ones first, each in the order of being drawn in. Two passes over the graph, whatever the
/// number of rows.
fn drawn(case: &Case, listed: &[u32], regime: Regime) -> Vec<Row> {
    let problem = &case.problem;
    let rule = rule_of(regime);
    let wide = Rule { influence: rule.appointment, ..rule };
    let certain = problem.cascade(listed, rule, Worlds::All);
    let mut rows: Vec<Row> = Vec::new();
    let mut known: HashSet<u32> = listed.iter().copied().collect();
    let possible = problem.cascade(listed, wide, Worlds::Some);
    for (steps, answer) in [(certain, Answer::Yes), (possible, Answer::Undetermined)] {
        for step in steps {
            if !known.insert(step.node) {
                continue;
            }
            let mut through: Vec<u32> =
                step.holdings.iter().map(|&at| problem.holdings()[at as usize].owner).collect();
            through.sort_unstable();
            through.dedup();
            let limb = match step.ground {
                Ground::Holding => Limb::Shares,
                Ground::Appointment => Limb::Appointment,
                Ground::Influence => Limb::AssertedInfluence,
            };
            rows.push(Row { node: step.node, answer, limb, share: None, through });
        }
    }
    rows
}

/// UK law asks of each designated person apart: more than half of the shares or votes that are
/// attributed to it, or the board.
fn uk(case: &Case, listed: &[u32]) -> Vec<Row> {
    let mut best: BTreeMap<u32, Row> = BTreeMap::new();
    for &one in listed {
        for held in case.problem.holdings_of(&[one]) {
            if listed.contains(&held.node) {
                continue;
            }
            let by_board = match held.ground {
                Some(Ground::Appointment) => Answer::from(control_verdict(held.control)),
                _ => Answer::No,
            };
            let of = |share: &Interval| Answer::from(share.verdict(Threshold::MAJORITY));
            let limbs = [
                (Limb::Shares, of(&held.attributed), Some(&held.attributed)),
                (Limb::Votes, of(&held.attributed_votes), Some(&held.attributed_votes)),
                (Limb::Appointment, by_board, None),
            ];
            // The first of the strongest.
            let strongest = limbs.into_iter().rev().max_by_key(|(_, answer, _)| *answer);
            let Some((limb, answer, share)) = strongest.filter(|l| l.1 != Answer::No) else {
                continue;
            };
            let known = best.get_mut(&held.node);
            match known {
                Some(old) if old.answer == answer => old.through.push(one),
                Some(old) if old.answer > answer => {}
                _ => {
                    let share = share.map(Exact::from);
                    let row = Row { node: held.node, answer, limb, share, through: vec![one] };
                    best.insert(held.node, row);
                }
            }
        }
    }
    let mut rows: Vec<Row> = best.into_values().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.answer), row.node));
    rows
}

/// Everything that listed parties draw in under a rule book on sanctions, certain ones first.
pub(crate) fn rows(case: &Case, listed: &[u32], regime: Regime) -> Vec<Row> {
    if regime == Regime::UkSanctions { uk(case, listed) } else { drawn(case, listed, regime) }
}
