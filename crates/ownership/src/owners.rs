//! Who owns and controls a subject: every party above it with each quantity apart.

use std::collections::{HashMap, HashSet};

use cuibono_model::PartyClass;

use crate::cascade::{Cascade, Joined, Rule, Worlds, credited_between};
use crate::column::Part;
use crate::diagnosis::{Diagnosis, Dimension, Treatment};
use crate::ends::Ends;
use crate::interval::{Interval, Threshold, Verdict};
use crate::problem::Problem;
use crate::rat::Rat;
use crate::reach::{Goal, Reach};
use crate::rough;

/// How firmly a party controls a subject.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Control {
    /// In no world that the records allow.
    None,
    /// In some.
    Possible,
    /// In all.
    Certain,
}

/// What one party has in the subject. The three quantities answer different laws and are never
/// mixed: see the crate's documentation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// Its [`crate::Node::id`].
    pub node: u32,
    /// What kind of party it is.
    pub class: PartyClass,
    /// Chains stop here: nobody is known to hold anything in it.
    pub is_end: bool,
    /// The part of the subject's money that reaches it, over all chains. For a party that lies on a
    /// loop, without what runs through the party itself again.
    pub cash_flow: Interval,
    /// The shares it is credited with by the majority-stake rule.
    pub attributed: Interval,
    /// The votes it is credited with by the same rule.
    pub attributed_votes: Interval,
    /// Whether it controls the subject by votes or board appointment.
    pub control: Control,
    /// The last step of that control: who was drawn in, why and by which holdings. The subject
    /// itself comes last. Empty without control.
    pub control_chain: Vec<Joined>,
    /// A register asserts significant influence or control by it, or by one under its control.
    pub has_asserted_influence: bool,
    /// Some holding on a chain below it contradicts others, so the bounds hold under overlap only.
    pub rests_on_contradiction: bool,
}

impl Party {
    /// Where its cash-flow share stands against a threshold.
    #[must_use]
    pub fn cash_flow_verdict(&self, threshold: Threshold) -> Verdict {
        self.cash_flow.verdict(threshold)
    }

    /// Where the greater of its attributed shares and votes stands against a threshold: certain
    /// when either is, excluded when both are.
    #[must_use]
    pub fn attributed_verdict(&self, threshold: Threshold) -> Verdict {
        self.attributed.verdict(threshold).max(self.attributed_votes.verdict(threshold))
    }
}

/// What the reader of an answer has to know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Warning {
    /// The statements about a subject's holders do not add up.
    Blocks(Diagnosis),
    /// Bands were read as disjoint blocks held directly, which the register does not say.
    AssumesDirect,
    /// Where the register states no votes, they were taken to follow the shares.
    VotesFollowShares,
    /// Companies that certainly own each other entirely; nobody outside receives anything.
    ClosedLoop(Vec<u32>),
    /// Bounds of some parties are wider than need be, because a limit on work was met.
    NotTight,
}

/// Bounds through a large loop that are nearer than this are not worth a question of their own.
const SOLVED: f64 = 1e-9;

/// Who owns and controls a subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owners {
    /// The subject's [`crate::Node::id`].
    pub subject: u32,
    /// Every party above it; the greatest certain cash-flow share first, then the greatest
    /// possible one, control, and the order of the nodes.
    pub parties: Vec<Party>,
    /// Where the whole of it ends.
    pub ends: Ends,
    /// What the reader has to know.
    pub warnings: Vec<Warning>,
}

impl Problem {
    /// Everybody who owns or controls anything of a subject. `None` for a node that is not in it.
    #[must_use]
    pub fn owners(&self, subject: u32) -> Option<Owners> {
        let target = self.local(subject)?;
        let above = self.above(target);
        let mut reach = Reach::new(self);
        let rough = rough::visits(self, target, &mut reach);
        let mut order: Vec<u32> = above.iter().copied().filter(|&v| v != target).collect();
        order.sort_by(|&a, &b| rough.share[b as usize].1.total_cmp(&rough.share[a as usize].1));
        let asker = Asker {
            problem: self,
            target,
            contradicted: self.contradicted(),
            influential: self.influential(target),
        };
        let mut left = self.options.work;
        let mut shares: HashMap<u32, Interval> = HashMap::new();
        let mut parties: Vec<Party> = Vec::with_capacity(order.len());
        for v in order {
            let (least, greatest) = rough.share[v as usize];
            let is_solved = rough.has_core && greatest - least < SOLVED;
            if left == 0 || is_solved {
                let party = asker.rough_party(v, (least, greatest), &mut left);
                shares.insert(v, party.cash_flow.clone());
                parties.push(party);
                continue;
            }
            let before = reach.steps;
            reach.run(Goal { nodes: &[v], ..Goal::default() });
            let (party, steps) = asker.party(v, &reach);
            left = left.saturating_sub(reach.steps - before + steps);
            shares.insert(v, party.cash_flow.clone());
            parties.push(party);
        }
        parties.sort_by(|a, b| {
            let key = |p: &Party| (p.cash_flow.min.clone(), p.cash_flow.max.clone(), p.control);
            key(b).cmp(&key(a)).then(a.node.cmp(&b.node))
        });
        let ends = self.ends_with(target, &above, &mut reach, &shares, (left, &rough));
        let warnings = self.warnings(&above, &parties);
        Some(Owners { subject, parties, ends, warnings })
    }

    /// Owners of influence over the target that a register asserts.
    fn influential(&self, target: u32) -> HashSet<u32> {
        let powers = self.powers_over.row(target).iter().map(|&p| self.powers[p as usize]);
        powers.filter(|p| !p.is_appointment).map(|p| p.owner).collect()
    }

    /// Of everybody drawn in, those that the subject's own drawing-in rests on.
    pub(crate) fn chain_of(&self, joined: Vec<Joined>, subject: u32) -> Vec<Joined> {
        let mut needed = vec![subject];
        let mut chain: Vec<Joined> = Vec::new();
        for step in joined.into_iter().rev() {
            if needed.contains(&step.node) {
                needed.extend(step.holdings.iter().map(|&h| self.holdings[h as usize].owner));
                chain.push(step);
            }
        }
        chain.reverse();
        chain
    }

    /// Which nodes have blocks that contradict each other.
    fn contradicted(&self) -> Vec<bool> {
        let mut marks = vec![false; self.nodes.len()];
        for d in &self.diagnoses {
            if d.treatment != Treatment::Normalised
                && d.dimension == Dimension::Money
                && let Some(v) = self.local(d.node)
            {
                marks[v as usize] = true;
            }
        }
        marks
    }

    fn warnings(&self, above: &[u32], parties: &[Party]) -> Vec<Warning> {
        let ids: HashSet<u32> = above.iter().map(|&v| self.nodes[v as usize].id).collect();
        let relevant = self.diagnoses.iter().filter(|d| ids.contains(&d.node));
        let mut warnings: Vec<Warning> = relevant.cloned().map(Warning::Blocks).collect();
        for members in self.closed_loops() {
            if members.iter().any(|m| ids.contains(m)) {
                warnings.push(Warning::ClosedLoop(members));
            }
        }
        if self.assumes_direct {
            warnings.push(Warning::AssumesDirect);
        }
        if self.votes_follow_shares {
            warnings.push(Warning::VotesFollowShares);
        }
        if parties.iter().any(|p| !p.cash_flow.is_tight) {
            warnings.push(Warning::NotTight);
        }
        warnings
    }

    /// Sets of companies that certainly own each other entirely: every member's holders inside the
    /// set have the whole of it, whatever the open ends. Nobody outside receives anything.
    #[must_use]
    pub fn closed_loops(&self) -> Vec<Vec<u32>> {
        let layer = &self.money;
        let nodes = self.nodes.len() as u32;
        let mut by_component: Vec<(u32, u32)> =
            (0..nodes).map(|v| (layer.component[v as usize], v)).collect();
        by_component.sort_unstable();
        by_component
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| {
                group.iter().all(|&(c, v)| {
                    let Some(column) = layer.column(v) else { return false };
                    let inside = column.blocks.iter().filter(|b| {
                        !b.for_unnamed
                            && b.holders.iter().all(|&h| layer.component[h as usize] == c)
                    });
                    inside.fold(Rat::ZERO, |sum, b| &sum + &b.min.value) >= Rat::ONE
                })
            })
            .map(|group| group.iter().map(|&(_, v)| self.nodes[v as usize].id).collect())
            .collect()
    }
}

/// Works out one party after the other for one subject.
struct Asker<'a> {
    problem: &'a Problem,
    target: u32,
    contradicted: Vec<bool>,
    influential: HashSet<u32>,
}

impl Asker<'_> {
    /// One party, given the reach of its money; and how many holdings were looked at.
    fn party(&self, v: u32, reach: &Reach<'_>) -> (Party, usize) {
        let contradicts = |w: &u32| self.contradicted[*w as usize] && *w != v;
        let rests_on_contradiction = reach.below().iter().any(contradicts);
        self.party_with(v, reach.share(self.target), rests_on_contradiction)
    }

    /// One party whose money is known.
    fn party_with(
        &self,
        v: u32,
        cash_flow: Interval,
        rests_on_contradiction: bool,
    ) -> (Party, usize) {
        let (problem, target) = (self.problem, self.target);
        let mut certain = Cascade::new(problem, Rule::CONTROL, Worlds::All);
        certain.run(&[v]);
        let mut possible = Cascade::new(problem, Rule::CONTROL, Worlds::Some);
        possible.run(&[v]);
        let steps = certain.steps + possible.steps;
        let credit = |d| credited_between(problem, &certain, &possible, target, d);
        let (attributed, attributed_votes) = (credit(Dimension::Shares), credit(Dimension::Votes));
        let control = if certain.is_in(target) {
            Control::Certain
        } else if possible.is_in(target) {
            Control::Possible
        } else {
            Control::None
        };
        let has_asserted_influence = self.influential.iter().any(|&p| possible.is_in(p));
        let subject = problem.nodes[target as usize].id;
        let cascade = if control == Control::Certain { certain } else { possible };
        let control_chain = match control {
            Control::None => Vec::new(),
            _ => problem.chain_of(cascade.joined, subject),
        };
        let node = &problem.nodes[v as usize];
        let party = Party {
            node: node.id,
            class: node.class,
            is_end: problem.money.column(v).is_none(),
            cash_flow,
            attributed,
            attributed_votes,
            control,
            control_chain,
            has_asserted_influence,
            rests_on_contradiction,
        };
        (party, steps)
    }

    /// One party whose money was bounded together with everybody's. Control and attribution are
    /// worked out while work is left, and where the party alone draws in nobody.
    fn rough_party(&self, v: u32, (least, greatest): (f64, f64), left: &mut usize) -> Party {
        let wide = |min: Rat, max: Rat| Interval {
            min,
            max,
            min_open: false,
            max_open: false,
            is_tight: false,
        };
        let cash_flow = wide(Rat::from_f64(least), Rat::from_f64(greatest));
        let rests_on_contradiction = self.contradicted.contains(&true);
        if *left > 0 {
            let (party, steps) = self.party_with(v, cash_flow, rests_on_contradiction);
            *left = left.saturating_sub(steps);
            return party;
        }
        let node = &self.problem.nodes[v as usize];
        let is_alone = self.draws_in_nobody(v);
        let credit = |d| if is_alone { self.own_block(v, d) } else { wide(Rat::ZERO, Rat::ONE) };
        Party {
            node: node.id,
            class: node.class,
            is_end: self.problem.money.column(v).is_none(),
            cash_flow,
            attributed: credit(Dimension::Shares),
            attributed_votes: credit(Dimension::Votes),
            control: if is_alone { Control::None } else { Control::Possible },
            control_chain: Vec::new(),
            has_asserted_influence: self.influential.contains(&v),
            rests_on_contradiction,
        }
    }

    /// Whether no power and no single block of the party can give it control of anything.
    fn draws_in_nobody(&self, v: u32) -> bool {
        let layer = &self.problem.votes;
        let is_small = |(owned, block): (u32, u32)| {
            let column = layer.column(owned);
            column.is_none_or(|c| !c.end_of(block).1.possibly_meets(Rule::CONTROL.threshold))
        };
        // What is held in one company stands together; two blocks in one may do it jointly.
        let has_two = layer.held.row(v).windows(2).any(|w| w[0] == w[1]);
        self.problem.powers_of(v).is_empty() && !has_two && layer.holdings(v).all(is_small)
    }

    /// The party's own blocks in the target.
    fn own_block(&self, v: u32, dimension: Dimension) -> Interval {
        let layer = self.problem.layer(dimension);
        let Some(column) = layer.column(self.target) else { return Interval::ZERO };
        let mut part = Part::default();
        let held = layer.holdings(v).filter(|(owned, _)| *owned == self.target && v != *owned);
        held.for_each(|(_, block)| part.add(column, block));
        let (min, max) = column.share_of(&part);
        Interval {
            min: min.value,
            max: max.value,
            min_open: min.open,
            max_open: max.open,
            is_tight: true,
        }
    }
}
