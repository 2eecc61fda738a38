//! United Kingdom: people with significant control and the owners of overseas entities.

use std::collections::HashSet;

use cuibono_model::{PartyClass, Share};

use crate::cascade::{Cascade, Rule, Worlds, credited_between};
use crate::diagnosis::Dimension;
use crate::interval::{Interval, Threshold, Verdict};
use crate::problem::{Activity, Node, Problem};
use crate::rat::Rat;
use crate::regime::{Answer, Finding, Limb, LimbFinding, Regime};

/// What is known about the parties that the law cares about.
pub struct PscQuery<'a> {
    /// The company (or overseas entity).
    pub company: u32,
    /// Legal entities that are themselves subject to disclosure: UK companies with a register of
    /// their own, companies listed on a recognised market.
    pub relevant_entities: &'a [u32],
    /// Sets of parties that agreed to exercise their rights together (Sch. 1A para 12).
    pub joint: &'a [Vec<u32>],
    /// [`Regime::UkPsc`] or [`Regime::UkRoe`].
    pub regime: Regime,
}

/// One party that meets a condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PscFinding {
    /// Which conditions it meets.
    pub finding: Finding,
    /// The shares credited to it.
    pub shares: Interval,
    /// Whether it belongs on the register: the first relevant entity on every way up stands for
    /// those above it, and an individual is left out only if *everything* is held through such.
    pub is_registrable: Answer,
}

/// Entities that are relevant by their class alone: UK companies and listed ones.
#[must_use]
pub fn relevant_by_class(nodes: &[Node]) -> Vec<u32> {
    let is_relevant = |n: &&Node| {
        matches!(n.class, PartyClass::UkCompany | PartyClass::Listed) && !n.is_dissolved
    };
    nodes.iter().filter(is_relevant).map(|n| n.id).collect()
}

/// Everybody who meets a condition for certain or possibly, in the order of first mention.
/// `None` when the company is not in the problem.
///
/// Rule: Companies Act 2006 Part 21A, Sch. 1A: more than 25% of shares or votes, attributed through
/// majority stakes; the right to appoint a board majority; significant influence or control as a
/// register asserts it. For overseas entities the register's only band is more than 25%, which can
/// neither exclude nor confirm a majority stake: answers through one stay undetermined.
#[must_use]
pub fn with_significant_control(
    problem: &Problem,
    query: &PscQuery<'_>,
) -> Option<Vec<PscFinding>> {
    let company = problem.local(query.company)?;
    let above = problem.above(company);
    let runs: Vec<Run<'_>> =
        above.iter().filter(|&&v| v != company).map(|&v| Run::new(problem, query, v)).collect();
    let relevant: HashSet<u32> = problem.locals(query.relevant_entities).into_iter().collect();
    let mut results: Vec<(u32, PscFinding)> = Vec::new();
    for run in &runs {
        let limbs = run.limbs(problem, company);
        let finding = Finding::new(problem.nodes[run.node as usize].id, query.regime, limbs);
        if finding.answer == Answer::No {
            continue;
        }
        let shares =
            credited_between(problem, &run.certain, &run.possible, company, Dimension::Shares);
        results.push((run.node, PscFinding { finding, shares, is_registrable: Answer::No }));
    }
    let meets = |least: Answer| -> HashSet<u32> {
        let strong = results.iter().filter(|(_, r)| r.finding.answer >= least);
        strong.map(|(v, _)| *v).filter(|v| relevant.contains(v)).collect()
    };
    let (surely, maybe) = (meets(Answer::Yes), meets(Answer::Undetermined));
    for (v, result) in &mut results {
        let node = &problem.nodes[*v as usize];
        if !is_person(node.class) && !relevant.contains(v) {
            continue;
        }
        let is_reached = |worlds, blocking: &HashSet<u32>| {
            reaches(problem, &runs, *v, company, worlds, blocking)
        };
        result.is_registrable =
            if result.finding.answer == Answer::Yes && is_reached(Worlds::All, &maybe) {
                Answer::Yes
            } else if is_reached(Worlds::Some, &surely) {
                Answer::Undetermined
            } else {
                Answer::No
            };
    }
    results.sort_by_key(|(v, _)| *v);
    Some(results.into_iter().map(|(_, r)| r).collect())
}

fn is_person(class: PartyClass) -> bool {
    matches!(class, PartyClass::Person | PartyClass::Protected | PartyClass::State)
}

/// Whom one party controls.
struct Run<'a> {
    node: u32,
    certain: Cascade<'a>,
    possible: Cascade<'a>,
}

impl<'a> Run<'a> {
    /// A party acting together with others is credited with what they all hold.
    fn new(problem: &'a Problem, query: &PscQuery<'_>, node: u32) -> Run<'a> {
        let run = |sources: &[u32], worlds| {
            let mut cascade = Cascade::new(problem, Rule::CONTROL, worlds);
            cascade.run(sources);
            cascade
        };
        let mut certain = run(&[node], Worlds::All);
        let mut possible = run(&[node], Worlds::Some);
        for group in query.joint {
            let members = problem.locals(group);
            let joined = |c: &Cascade<'_>| members.iter().any(|&m| c.is_in(m));
            let all: Vec<u32> = members.iter().copied().chain([node]).collect();
            if joined(&certain) {
                certain = run(&all, Worlds::All);
            }
            if joined(&possible) {
                possible = run(&all, Worlds::Some);
            }
        }
        Run { node, certain, possible }
    }

    fn limbs(&self, problem: &Problem, company: u32) -> Vec<LimbFinding> {
        let mut limbs = Vec::new();
        let id = problem.nodes[company as usize].id;
        for (dimension, limb) in
            [(Dimension::Shares, Limb::Shares), (Dimension::Votes, Limb::Votes)]
        {
            let share =
                credited_between(problem, &self.certain, &self.possible, company, dimension);
            let answer = share.verdict(Threshold::OVER_QUARTER).into();
            limbs.push(LimbFinding { limb, answer, share: Some(share), path: Vec::new() });
        }
        for &p in problem.powers_over.row(company) {
            let power = problem.powers[p as usize];
            let limb =
                if power.is_appointment { Limb::Appointment } else { Limb::AssertedInfluence };
            let answer = if power.activity == Activity::Certain && self.certain.is_in(power.owner) {
                Answer::Yes
            } else if self.possible.is_in(power.owner) {
                Answer::Undetermined
            } else {
                continue;
            };
            limbs.push(LimbFinding { limb, answer, share: None, path: Vec::new() });
        }
        for limb in &mut limbs {
            let cascade = if limb.answer == Answer::Yes { &self.certain } else { &self.possible };
            let steps = cascade.joined.iter().filter(|j| j.node != id).cloned().collect();
            limb.path = holders_path(problem, steps, company);
        }
        limbs
    }
}

/// Of those drawn in, the ones on a way to a direct holder of the company.
fn holders_path(
    problem: &Problem,
    steps: Vec<crate::cascade::Joined>,
    company: u32,
) -> Vec<crate::cascade::Joined> {
    let id = problem.nodes[company as usize].id;
    let direct: HashSet<u32> =
        problem.holdings.iter().filter(|h| h.owned == id).map(|h| h.owner).collect();
    let mut needed = direct;
    let mut path = Vec::new();
    for step in steps.into_iter().rev() {
        if needed.contains(&step.node) {
            needed.extend(step.holdings.iter().map(|&h| problem.holdings[h as usize].owner));
            path.push(step);
        }
    }
    path.reverse();
    path
}

/// Whether a way of majority stakes leads from a party to a direct holder of the company without
/// passing a blocking entity.
fn reaches(
    problem: &Problem,
    runs: &[Run<'_>],
    from: u32,
    company: u32,
    worlds: Worlds,
    blocking: &HashSet<u32>,
) -> bool {
    let holds = |v: u32, w: u32| {
        let in_layer = |d| problem.layer(d).held.row(v).contains(&w);
        in_layer(Dimension::Shares)
            || in_layer(Dimension::Votes)
            || problem.powers_of(v).iter().any(|&p| problem.powers[p as usize].owned == w)
    };
    let mut seen = HashSet::from([from]);
    let mut front = vec![from];
    while let Some(v) = front.pop() {
        if holds(v, company) {
            return true;
        }
        let Some(run) = runs.iter().find(|r| r.node == v) else { continue };
        let cascade = match worlds {
            Worlds::All => &run.certain,
            Worlds::Some => &run.possible,
        };
        for w in cascade.joined.iter().filter_map(|j| problem.local(j.node)) {
            if w != company && holds(v, w) && seen.insert(w) && !blocking.contains(&w) {
                front.push(w);
            }
        }
    }
    false
}

/// The register's band of a share: (25, 50], (50, 75), \[75, 100\]. `None` up to 25%.
///
/// Rule: SI 2016/339 Sch. 2 paras 1-3, in the statute's reading.
#[must_use]
pub fn band(share: &Rat) -> Option<Band> {
    let at = |n, d| Rat::new(n, d).unwrap_or(Rat::ONE);
    if *share > Rat::ONE || *share <= at(1, 4) {
        None
    } else if *share <= at(1, 2) {
        Some(Band::From25To50)
    } else if *share < at(3, 4) {
        Some(Band::From50To75)
    } else {
        Some(Band::From75To100)
    }
}

/// The three bands of the company register.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Band {
    /// More than 25%, not more than 50%.
    From25To50,
    /// More than 50%, less than 75%.
    From50To75,
    /// 75% or more.
    From75To100,
}

/// Whether each holder of one joint block is registrable for it: each is credited with the whole
/// (Companies Act 2006 Sch. 1A para 11).
#[must_use]
pub fn joint_interest(block: Share) -> Verdict {
    Interval::from(block).verdict(Threshold::OVER_QUARTER)
}
