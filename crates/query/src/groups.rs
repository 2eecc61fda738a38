//! The group that a company belongs to: the ultimate parent, everybody under its control, and what
//! the group holds a minority of.

use cuibono_model::{Day, PartyClass, Ratio};
use cuibono_ownership::{Limits, Rule, Threshold, Verdict, Worlds};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::{Case, Exact, StepView};
use crate::chains::Parties;
use crate::snapshot::{Question, Snapshot};
use crate::view::PartyView;

/// Members and associates listed.
const LISTED_MAX: usize = 2_000;
/// Members whose steps are shown.
const DETAILED_MAX: usize = 500;

/// A group of companies.
#[derive(Clone, PartialEq, Debug)]
pub struct GroupView {
    /// The company asked about.
    pub subject: PartyView,
    /// The day the answer is about.
    pub as_of: Day,
    /// The latest date the data speak of, ISO, or empty.
    pub data_as_of: String,
    /// The topmost body that certainly controls the company; the company itself without one.
    pub parent: PartyView,
    /// The topmost body that may control it, where it is another one.
    pub possible_parent: Option<PartyView>,
    /// Who controls the parent in the end: persons, if anybody.
    pub ultimate_controllers: Vec<PartyView>,
    /// Companies that control each other with nobody above.
    pub ring: Vec<PartyView>,
    /// Everybody under the parent's control, in the order of being drawn in.
    pub members: Vec<MemberView>,
    /// What the group holds at least 20% of and does not certainly control.
    pub associates: Vec<AssociateView>,
    /// Members and associates that are not listed, because there are too many.
    pub left_out: usize,
    /// Parties that were not followed further, because a limit was met.
    pub cut: Vec<PartyView>,
}

/// A member of a group.
#[derive(Clone, PartialEq, Debug)]
pub struct MemberView {
    /// Who.
    pub party: PartyView,
    /// It certainly belongs; otherwise it may.
    pub is_certain: bool,
    /// The part of its money that reaches the parent.
    pub cash_flow: Exact,
    /// How it is drawn in.
    pub step: Option<StepView>,
}

/// A minority holding of a group.
#[derive(Clone, PartialEq, Debug)]
pub struct AssociateView {
    /// What is held.
    pub party: PartyView,
    /// The shares credited to the group.
    pub attributed: Exact,
    /// Exactly half, which is nobody's majority.
    pub is_half: bool,
    /// Whether at least 20% is certain.
    pub is_certain: bool,
}

impl Snapshot {
    /// The group of a company on a day.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn group(&self, thing: u32, question: &Question) -> Result<GroupView, QueryError> {
        let graph = OnDay::new(self, question);
        let above = Case::above(&graph, &[thing], Limits::default());
        let parent_in = |worlds| above.problem.group(thing, worlds).map_or(thing, |g| g.parent);
        let parent = parent_in(Worlds::All);
        let possible_parent = Some(parent_in(Worlds::Some)).filter(|&other| other != parent);
        let controllers = above.problem.ultimate_controllers(parent, Worlds::All);
        let below = Case::below(&graph, &[parent], Limits::default());
        let problem = &below.problem;
        let certain = problem.cascade(&[parent], Rule::CONTROL, Worlds::All);
        let possible = problem.cascade(&[parent], Rule::CONTROL, Worlds::Some);
        let certain_ids: std::collections::HashSet<u32> = certain.iter().map(|j| j.node).collect();
        let held = problem.holdings_of(&[parent]);
        let held_at: std::collections::HashMap<u32, usize> =
            held.iter().enumerate().map(|(at, held)| (held.node, at)).collect();

        let mut parties = Parties::new(question.lang);
        let mut members = Vec::new();
        let mut left_out = 0;
        let only_possible = possible.iter().filter(|step| !certain_ids.contains(&step.node));
        for step in certain.iter().chain(only_possible) {
            if self.class(step.node) == PartyClass::Asset {
                continue;
            }
            if members.len() >= LISTED_MAX {
                left_out += 1;
                continue;
            }
            let cash_flow = held_at.get(&step.node).map(|&at| Exact::from(&held[at].cash_flow));
            let shown = if members.len() < DETAILED_MAX {
                self.steps(problem, std::slice::from_ref(step), &mut parties)?.pop()
            } else {
                None
            };
            members.push(MemberView {
                party: parties.get(self, step.node)?,
                is_certain: certain_ids.contains(&step.node),
                cash_flow: cash_flow
                    .unwrap_or_else(|| Exact::from(&cuibono_ownership::Interval::ZERO)),
                step: shown,
            });
        }
        let fifth = Threshold::at_least(Ratio::new(1, 5).unwrap_or(Ratio::ZERO));
        let mut associates = Vec::new();
        for one in &held {
            let verdict = one.attributed.verdict(fifth);
            let is_member = possible.iter().any(|step| step.node == one.node);
            let is_half = one.attributed.is_exact()
                && one.attributed.min == cuibono_ownership::Rat::from(Ratio::HALF);
            if one.class == PartyClass::Asset || is_member || verdict == Verdict::Excluded {
                continue;
            }
            if associates.len() >= LISTED_MAX {
                left_out += 1;
                continue;
            }
            associates.push(AssociateView {
                party: parties.get(self, one.node)?,
                attributed: (&one.attributed).into(),
                is_half,
                is_certain: verdict == Verdict::Certain,
            });
        }
        let mut get = |ids: &[u32]| -> Result<Vec<PartyView>, QueryError> {
            ids.iter().map(|&id| parties.get(self, id)).collect()
        };
        let ultimate: Vec<u32> =
            controllers.controllers.iter().copied().filter(|&id| id != parent).collect();
        let cut: Vec<u32> = above.part.cut.iter().chain(&below.part.cut).copied().collect();
        Ok(GroupView {
            ultimate_controllers: get(&ultimate)?,
            ring: get(&controllers.ring)?,
            cut: get(&cut[..cut.len().min(20)])?,
            possible_parent: get(&possible_parent.into_iter().collect::<Vec<_>>())?.pop(),
            subject: parties.get(self, thing)?,
            as_of: self.day(question),
            data_as_of: self.manifest().data_as_of.clone(),
            parent: parties.get(self, parent)?,
            members,
            associates,
            left_out,
        })
    }
}
