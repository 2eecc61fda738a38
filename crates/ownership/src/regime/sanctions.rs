//! Who is caught when certain parties are listed. The tests draw parties in by holdings; none of
//! them multiplies shares.

use std::collections::BTreeMap;

use crate::cascade::{Cascade, Ground, Joined, Rule, Worlds, credited_between};
use crate::diagnosis::Dimension;
use crate::interval::Threshold;
use crate::problem::Problem;
use crate::regime::{Answer, Finding, Limb, LimbFinding, Regime};

/// Everybody caught, for certain or possibly, besides the listed parties themselves; in the order
/// of the nodes' first mention.
///
/// `joint`: sets of parties known to act together; only UK law asks for it, the others add listed
/// parties up anyway. `None` for a regime that is not about sanctions.
#[must_use]
pub fn caught(
    problem: &Problem,
    listed: &[u32],
    joint: &[Vec<u32>],
    regime: Regime,
) -> Option<Vec<Finding>> {
    let cascade = |threshold, has_control| Rule {
        dimension: Dimension::Shares,
        threshold,
        appointment: has_control,
        influence: false,
        joint_needs_all: true,
    };
    match regime {
        Regime::Ofac50 | Regime::BisAffiliates => {
            Some(by_cascade(problem, listed, cascade(Threshold::FROM_HALF, false), regime))
        }
        Regime::EuSanctions => {
            Some(by_cascade(problem, listed, cascade(Threshold::FROM_HALF, true), regime))
        }
        Regime::EuSanctionsBefore2024 => {
            Some(by_cascade(problem, listed, cascade(Threshold::MAJORITY, true), regime))
        }
        Regime::UkSanctions => Some(uk(problem, listed, joint)),
        _ => None,
    }
}

/// OFAC, BIS and EU: the blocked are the least set with "those in jointly hold enough, directly".
/// Where a regime has a control limb, asserted influence makes it possible, never certain.
fn by_cascade(problem: &Problem, listed: &[u32], rule: Rule, regime: Regime) -> Vec<Finding> {
    let certain = problem.cascade(listed, rule, Worlds::All);
    let wide = Rule { influence: rule.appointment, ..rule };
    let possible = problem.cascade(listed, wide, Worlds::Some);
    let mut found: BTreeMap<u32, Finding> = BTreeMap::new();
    for (steps, answer) in [(possible, Answer::Undetermined), (certain, Answer::Yes)] {
        for step in &steps {
            let limb = LimbFinding {
                limb: limb_of(step.ground),
                answer,
                share: share(problem, listed, rule, step),
                path: problem.chain_of(steps.clone(), step.node),
            };
            found.insert(position(problem, step.node), Finding::new(step.node, regime, vec![limb]));
        }
    }
    found.into_values().collect()
}

fn position(problem: &Problem, node: u32) -> u32 {
    problem.local(node).unwrap_or(u32::MAX)
}

fn limb_of(ground: Ground) -> Limb {
    match ground {
        Ground::Holding => Limb::Shares,
        Ground::Appointment => Limb::Appointment,
        Ground::Influence => Limb::AssertedInfluence,
    }
}

fn share(
    problem: &Problem,
    listed: &[u32],
    rule: Rule,
    step: &Joined,
) -> Option<crate::interval::Interval> {
    (step.ground == Ground::Holding)
        .then(|| problem.credited(listed, step.node, rule.dimension, rule))
}

/// UK reg. 7(2): each listed person, or set acting together, on its own: more than half of the
/// shares or votes attributed through majority stakes, or the board.
fn uk(problem: &Problem, listed: &[u32], joint: &[Vec<u32>]) -> Vec<Finding> {
    let mut found: BTreeMap<u32, Finding> = BTreeMap::new();
    for group in groups(listed, joint) {
        let sources = problem.locals(&group);
        let mut certain = Cascade::new(problem, Rule::CONTROL, Worlds::All);
        certain.run(&sources);
        let mut possible = Cascade::new(problem, Rule::CONTROL, Worlds::Some);
        possible.run(&sources);
        for v in below(problem, &possible, &sources) {
            let node = problem.nodes()[v as usize].id;
            if listed.contains(&node) {
                continue;
            }
            let limbs = uk_limbs(problem, &certain, &possible, v);
            let finding = Finding::new(node, Regime::UkSanctions, limbs);
            let is_stronger = found.get(&v).is_none_or(|old| old.answer < finding.answer);
            if finding.answer != Answer::No && is_stronger {
                found.insert(v, finding);
            }
        }
    }
    found.into_values().collect()
}

fn uk_limbs(
    problem: &Problem,
    certain: &Cascade<'_>,
    possible: &Cascade<'_>,
    v: u32,
) -> Vec<LimbFinding> {
    let node = problem.nodes()[v as usize].id;
    let mut limbs = Vec::new();
    for (dimension, limb) in [(Dimension::Shares, Limb::Shares), (Dimension::Votes, Limb::Votes)] {
        let share = credited_between(problem, certain, possible, v, dimension);
        let answer = share.verdict(Threshold::MAJORITY).into();
        limbs.push(LimbFinding { limb, answer, share: Some(share), path: Vec::new() });
    }
    for (cascade, answer) in [(certain, Answer::Yes), (possible, Answer::Undetermined)] {
        let by_board =
            cascade.joined.iter().any(|j| j.node == node && j.ground == Ground::Appointment);
        if by_board {
            let limb = Limb::Appointment;
            limbs.push(LimbFinding { limb, answer, share: None, path: Vec::new() });
            break;
        }
    }
    for limb in &mut limbs {
        let cascade = if limb.answer == Answer::Yes { certain } else { possible };
        limb.path = problem.chain_of(cascade.joined.clone(), node);
    }
    limbs
}

/// Each listed party on its own, and each set acting together with a listed member.
fn groups(listed: &[u32], joint: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = listed.iter().map(|&l| vec![l]).collect();
    groups.extend(joint.iter().filter(|g| g.iter().any(|m| listed.contains(m))).cloned());
    groups
}

/// Everything in which those possibly in hold something.
fn below(problem: &Problem, possible: &Cascade<'_>, sources: &[u32]) -> Vec<u32> {
    let drawn = possible.joined.iter().filter_map(|j| problem.local(j.node));
    let mut found: Vec<u32> = drawn.clone().collect();
    for holder in drawn.chain(sources.iter().copied()) {
        found.extend(problem.layer(Dimension::Shares).held.row(holder));
        found.extend(problem.layer(Dimension::Votes).held.row(holder));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Asserted influence by the listed parties or those under their control: evidence to weigh under
/// UK reg. 7(4), which is never computed. Positions in [`Problem::holdings`].
#[must_use]
pub fn influence_evidence(problem: &Problem, listed: &[u32]) -> Vec<u32> {
    let mut possible = Cascade::new(problem, Rule::CONTROL, Worlds::Some);
    possible.run(&problem.locals(listed));
    let powers = problem.powers.iter();
    powers.filter(|p| !p.is_appointment && possible.is_in(p.owner)).map(|p| p.holding).collect()
}
