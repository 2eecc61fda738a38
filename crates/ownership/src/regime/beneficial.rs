//! Beneficial owners: the European regulation and directives, FATF's steps, the US threshold, and
//! close links of banks.

use cuibono_model::PartyClass;

use crate::cascade::{Cascade, Rule, Worlds, credited_between};
use crate::diagnosis::Dimension;
use crate::interval::{Interval, Threshold, Verdict};
use crate::problem::Problem;
use crate::reach::{Goal, Reach};
use crate::regime::{Answer, Finding, Limb, LimbFinding, Regime};

/// How the open point of art. 54(a) is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AmlrOptions {
    /// Whether a person's own direct stake is added to those of the entities under control. The
    /// text leaves it open; not by default.
    pub include_own_stake: bool,
}

fn is_natural(class: PartyClass) -> bool {
    matches!(class, PartyClass::Person | PartyClass::Protected)
}

/// The natural persons who are beneficial owners under Regulation (EU) 2024/1624 arts 52 to 54, for
/// certain or possibly. `None` when the company is not in the problem.
///
/// Art. 52: at least 25% by the product of shares along chains. Art. 53: control at every level.
/// Art. 54(a): control of entities that together have at least 25% directly. Art. 54(b): at least
/// 25% of an entity that controls the company. A person is certain when one limb is.
#[must_use]
pub fn amlr(problem: &Problem, company: u32, options: AmlrOptions) -> Option<Vec<Finding>> {
    let target = problem.local(company)?;
    let above = problem.above(target);
    let entities: Vec<u32> = above
        .iter()
        .copied()
        .filter(|&v| v != target && !is_natural(problem.nodes[v as usize].class))
        .collect();
    let controllers: Vec<(u32, Verdict)> = entities
        .iter()
        .map(|&e| (e, control(problem, &[e], target).0))
        .filter(|(_, verdict)| *verdict != Verdict::Excluded)
        .collect();
    let mut reach = Reach::new(problem);
    let mut findings = Vec::new();
    for &p in above.iter().filter(|&&v| is_natural(problem.nodes[v as usize].class)) {
        reach.run(Goal { nodes: &[p], ..Goal::default() });
        let limbs = amlr_limbs(problem, &reach, p, target, &controllers, options);
        let finding = Finding::new(problem.nodes[p as usize].id, Regime::Amlr, limbs);
        if finding.answer != Answer::No {
            findings.push(finding);
        }
    }
    Some(findings)
}

fn amlr_limbs(
    problem: &Problem,
    reach: &Reach<'_>,
    p: u32,
    target: u32,
    controllers: &[(u32, Verdict)],
    options: AmlrOptions,
) -> Vec<LimbFinding> {
    let limit = Threshold::FROM_QUARTER;
    let interest = reach.share(target);
    let (by_control, path) = control(problem, &[p], target);
    let of_holders = held_by_controlled(problem, p, target, options);
    let in_controller = controllers.iter().map(|&(e, controls)| {
        let share = reach.share(e);
        (share.verdict(limit).min(controls), share)
    });
    let best = in_controller.max_by(|a, b| a.0.cmp(&b.0));
    let of = |limb, verdict: Verdict, share| LimbFinding {
        limb,
        answer: verdict.into(),
        share,
        path: Vec::new(),
    };
    let mut limbs = vec![
        of(Limb::Interest, interest.verdict(limit), Some(interest.clone())),
        LimbFinding { limb: Limb::Control, answer: by_control.into(), share: None, path },
        of(Limb::ControlOfHolder, of_holders.verdict(limit), Some(of_holders)),
    ];
    if let Some((verdict, share)) = best {
        limbs.push(of(Limb::InterestInController, verdict, Some(share)));
    }
    limbs
}

/// What entities under a person's control hold directly in the company.
fn held_by_controlled(problem: &Problem, p: u32, target: u32, options: AmlrOptions) -> Interval {
    let run = |worlds| {
        let mut cascade = Cascade::new(problem, Rule::CONTROL, worlds);
        cascade.run(&[p]);
        if !options.include_own_stake {
            cascade.leave_out(p);
        }
        cascade
    };
    let (certain, possible) = (run(Worlds::All), run(Worlds::Some));
    credited_between(problem, &certain, &possible, target, Dimension::Shares)
}

/// Whether sources taken together control a company, and the steps of it.
fn control(
    problem: &Problem,
    sources: &[u32],
    target: u32,
) -> (Verdict, Vec<crate::cascade::Joined>) {
    let id = problem.nodes[target as usize].id;
    for (worlds, verdict) in [(Worlds::All, Verdict::Certain), (Worlds::Some, Verdict::Possible)] {
        let mut cascade = Cascade::new(problem, Rule::CONTROL, worlds);
        cascade.run(sources);
        if cascade.is_in(target) {
            return (verdict, problem.chain_of(cascade.joined, id));
        }
    }
    (Verdict::Excluded, Vec::new())
}

/// Natural persons above a line by attributed shares or votes, or who control the company: the
/// directives' test, and UK law's without its registration rules. `None` when the company is not in
/// the problem.
#[must_use]
pub fn by_attribution(problem: &Problem, company: u32, regime: Regime) -> Option<Vec<Finding>> {
    let limit = regime.rule_book().threshold;
    let target = problem.local(company)?;
    let mut findings = Vec::new();
    for p in persons_above(problem, target) {
        let id = problem.nodes[p as usize].id;
        let mut limbs: Vec<LimbFinding> =
            [(Dimension::Shares, Limb::Shares), (Dimension::Votes, Limb::Votes)]
                .into_iter()
                .map(|(dimension, limb)| {
                    let share = problem.attributed(&[id], company, dimension);
                    let answer = share.verdict(limit).into();
                    LimbFinding { limb, answer, share: Some(share), path: Vec::new() }
                })
                .collect();
        if regime.rule_book().has_control_limb {
            let (verdict, path) = control(problem, &[p], target);
            let answer = verdict.into();
            limbs.push(LimbFinding { limb: Limb::Control, answer, share: None, path });
        }
        findings.push(Finding::new(id, regime, limbs));
    }
    findings.retain(|f| f.answer != Answer::No);
    Some(findings)
}

/// Natural persons at or above a line by the product of shares along chains: the US threshold, or
/// AMLR art. 52 alone. `None` when the company is not in the problem.
#[must_use]
pub fn by_interest(
    problem: &Problem,
    company: u32,
    regime: Regime,
    limit: Threshold,
) -> Option<Vec<Finding>> {
    let target = problem.local(company)?;
    let mut reach = Reach::new(problem);
    let mut findings = Vec::new();
    for p in persons_above(problem, target) {
        reach.run(Goal { nodes: &[p], ..Goal::default() });
        let share = reach.share(target);
        let answer = share.verdict(limit).into();
        let path = Vec::new();
        let limbs = vec![LimbFinding { limb: Limb::Interest, answer, share: Some(share), path }];
        findings.push(Finding::new(problem.nodes[p as usize].id, regime, limbs));
    }
    findings.retain(|f| f.answer != Answer::No);
    Some(findings)
}

fn persons_above(problem: &Problem, target: u32) -> Vec<u32> {
    let mut above = problem.above(target);
    above.retain(|&v| is_natural(problem.nodes[v as usize].class));
    above.sort_unstable();
    above
}

/// At which of FATF's three steps the search ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum FatfStep {
    /// Somebody has a controlling ownership interest.
    Ownership,
    /// Nobody has, but somebody controls by other means.
    Control,
    /// Neither: a senior managing official is named instead, who is *not* a beneficial owner.
    SeniorManagingOfficial,
}

/// FATF's three steps (interpretive notes to recommendations 10 and 24; from memory,
/// *unverified*).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fatf {
    /// Where the search ended for certain.
    pub step: FatfStep,
    /// Who was found; the officials given, at the last step.
    pub who: Vec<u32>,
    /// An earlier step may apply to these: the records do not settle it.
    pub undetermined: Vec<u32>,
}

/// Goes through FATF's steps at a line that the country sets, at most 25%. `None` when the company
/// is not in the problem.
#[must_use]
pub fn fatf(
    problem: &Problem,
    company: u32,
    limit: Threshold,
    senior_managers: &[u32],
) -> Option<Fatf> {
    let target = problem.local(company)?;
    let mut undetermined = Vec::new();
    let (mut owners, mut controllers) = (Vec::new(), Vec::new());
    for p in persons_above(problem, target) {
        let id = problem.nodes[p as usize].id;
        let verdict = [Dimension::Shares, Dimension::Votes]
            .into_iter()
            .map(|d| problem.attributed(&[id], company, d).verdict(limit))
            .max();
        let by_control = control(problem, &[p], target).0;
        match (verdict, by_control) {
            (Some(Verdict::Certain), _) => owners.push(id),
            (_, Verdict::Certain) => controllers.push(id),
            (Some(Verdict::Possible), _) | (_, Verdict::Possible) => undetermined.push(id),
            _ => {}
        }
    }
    let (step, who) = if !owners.is_empty() {
        (FatfStep::Ownership, owners)
    } else if !controllers.is_empty() {
        (FatfStep::Control, controllers)
    } else {
        (FatfStep::SeniorManagingOfficial, senior_managers.to_vec())
    };
    Some(Fatf { step, who, undetermined })
}

/// Close links (at least 20% either way, or a third party with that of both) between two parties,
/// with bounds. The third party is given when it is one. `None` for a party not in the problem.
#[must_use]
pub fn close_link(problem: &Problem, a: u32, b: u32) -> Option<(Answer, Option<u32>)> {
    let limit = Regime::EcbCloseLinks.rule_book().threshold;
    let (i, j) = (problem.local(a)?, problem.local(b)?);
    let mut reach = Reach::new(problem);
    let mut verdict = |from: u32, to: &[u32]| {
        reach.run(Goal { nodes: &[from], ..Goal::default() });
        to.iter().map(|&t| reach.share(t).verdict(limit)).min().unwrap_or(Verdict::Excluded)
    };
    let mut best = (verdict(i, &[j]).max(verdict(j, &[i])), None);
    let above = problem.above(i);
    for &h in problem.above(j).iter().filter(|&&h| h != i && h != j && above.contains(&h)) {
        let found = verdict(h, &[i, j]);
        if found > best.0 {
            best = (found, Some(problem.nodes[h as usize].id));
        }
    }
    Some((best.0.into(), best.1))
}
