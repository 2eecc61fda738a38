//! Least fixpoints: who is drawn in when "in" means that those already in jointly hold enough.
//!
//! Company control, the majority-stake chain of UK law and the sanctions tests are all this. The
//! operator is monotone and starts from nothing, so rings that support only themselves are never
//! in. Over intervals, counting the least joint shares gives those in every possible world, and
//! the greatest those in some (reference, theorem 6).

use std::collections::{HashMap, HashSet};

use crate::column::{Block, Column, Part};
use crate::diagnosis::Dimension;
use crate::interval::{Interval, Threshold};
use crate::problem::{Activity, Layer, Problem};

/// Of which worlds one speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Worlds {
    /// Every world that the records allow: *certain*.
    All,
    /// At least one of them: *possible*.
    Some,
}

/// When a party is drawn in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rule {
    /// What is counted.
    pub dimension: Dimension,
    /// How much those already in must jointly hold.
    pub threshold: Threshold,
    /// A right to appoint or remove a board majority draws in as well.
    pub appointment: bool,
    /// Influence that a register asserts draws in as well.
    pub influence: bool,
    /// A joint block counts for its holders only when all of them are in; otherwise each holder is
    /// credited with the whole (Companies Act 2006 Sch. 1A para 11).
    pub joint_needs_all: bool,
}

impl Rule {
    /// Company control: a majority of votes or the board.
    pub const CONTROL: Rule = Rule {
        dimension: Dimension::Votes,
        threshold: Threshold::MAJORITY,
        appointment: true,
        influence: false,
        joint_needs_all: false,
    };
}

/// Why a party was drawn in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ground {
    /// Those in jointly hold enough.
    Holding,
    /// The right to appoint or remove a majority of the board.
    Appointment,
    /// Influence or control that the register asserts.
    Influence,
}

/// A party drawn in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined {
    /// Its [`crate::Node::id`].
    pub node: u32,
    /// Why.
    pub ground: Ground,
    /// The holdings that did it: positions in [`Problem::holdings`].
    pub holdings: Vec<u32>,
}

impl Problem {
    /// Everybody drawn in by the sources taken together, in the order of joining, the sources left
    /// out. Linear in what those drawn in hold.
    #[must_use]
    pub fn cascade(&self, sources: &[u32], rule: Rule, worlds: Worlds) -> Vec<Joined> {
        let mut cascade = Cascade::new(self, rule, worlds);
        cascade.run(&self.locals(sources));
        cascade.joined
    }

    /// What parties taken together are credited with in `company`: the whole block of every entity
    /// that they or those under their control hold (the *attributed* holding of UK law, Companies
    /// Act 2006 Sch. 1A para 18). Never a product of shares.
    #[must_use]
    pub fn attributed(&self, sources: &[u32], company: u32, dimension: Dimension) -> Interval {
        self.credited(sources, company, dimension, Rule::CONTROL)
    }

    /// As [`Problem::attributed`], under another rule for who counts.
    #[must_use]
    pub fn credited(
        &self,
        sources: &[u32],
        company: u32,
        dimension: Dimension,
        rule: Rule,
    ) -> Interval {
        let Some(company) = self.local(company) else { return Interval::ZERO };
        let sources = self.locals(sources);
        let mut certain = Cascade::new(self, rule, Worlds::All);
        certain.run(&sources);
        let mut possible = Cascade::new(self, rule, Worlds::Some);
        possible.run(&sources);
        credited_between(self, &certain, &possible, company, dimension)
    }
}

/// The credited share in a company, given who is certainly and who is possibly in.
pub(crate) fn credited_between(
    problem: &Problem,
    certain: &Cascade<'_>,
    possible: &Cascade<'_>,
    company: u32,
    dimension: Dimension,
) -> Interval {
    let layer = problem.layer(dimension);
    let Some(column) = layer.column(company) else { return Interval::ZERO };
    let (min, _) = column.share_of(&part(layer, column, company, certain));
    let (_, max) = column.share_of(&part(layer, column, company, possible));
    Interval {
        min: min.value,
        max: max.value,
        min_open: min.open,
        max_open: max.open,
        is_tight: true,
    }
}

/// The blocks of a column that those in hold; a company's own holding in itself never counts.
fn part(layer: &Layer, column: &Column, company: u32, cascade: &Cascade<'_>) -> Part {
    let counts = |h: &u32| *h != company && cascade.is_in(*h);
    let is_in = |block: &Block| {
        if cascade.needs_all() {
            block.holders.iter().all(counts)
        } else {
            block.holders.iter().any(counts)
        }
    };
    // Whichever list is shorter: what those in hold, or who holds the company. Their number alone may
    // decide, so that very many are not counted for each company anew.
    let held = || cascade.members.iter().map(|&m| layer.held.row(m).len()).sum::<usize>();
    let blocks = column.blocks.len();
    let mut found: Vec<u32> = if cascade.members.len() < blocks && held() < blocks {
        let of = |&m: &u32| layer.holdings(m).filter(|(v, _)| *v == company).map(|(_, b)| b);
        cascade.members.iter().flat_map(of).collect()
    } else {
        (0..column.blocks.len() as u32).collect()
    };
    found.sort_unstable();
    found.dedup();
    let mut part = Part::default();
    for k in found {
        if is_in(&column.blocks[k as usize]) {
            part.add(column, k);
        }
    }
    part
}

/// One run of the fixpoint. Sets are kept sparse: most sources draw in next to nothing.
pub(crate) struct Cascade<'a> {
    problem: &'a Problem,
    rule: Rule,
    worlds: Worlds,
    members: HashSet<u32>,
    columns: HashMap<u32, (Part, Vec<u32>)>,
    pub(crate) joined: Vec<Joined>,
    /// Holdings looked at.
    pub(crate) steps: usize,
}

impl<'a> Cascade<'a> {
    pub(crate) fn new(problem: &'a Problem, rule: Rule, worlds: Worlds) -> Cascade<'a> {
        Cascade {
            problem,
            rule,
            worlds,
            members: HashSet::new(),
            columns: HashMap::new(),
            joined: Vec::new(),
            steps: 0,
        }
    }

    pub(crate) fn is_in(&self, node: u32) -> bool {
        self.members.contains(&node)
    }

    /// Takes a source out again once everybody it draws in is in.
    pub(crate) fn leave_out(&mut self, node: u32) {
        self.members.remove(&node);
    }

    fn needs_all(&self) -> bool {
        self.rule.joint_needs_all && self.worlds == Worlds::All
    }

    pub(crate) fn run(&mut self, sources: &[u32]) {
        let problem = self.problem;
        let layer = problem.layer(self.rule.dimension);
        let mut work: Vec<u32> = Vec::new();
        for &source in sources {
            if self.members.insert(source) {
                work.push(source);
            }
        }
        while let Some(node) = work.pop() {
            for (owned, block) in layer.holdings(node) {
                self.steps += 1;
                if !self.is_in(owned) && self.adds_up(owned, block) {
                    self.join(owned, Ground::Holding, &mut work);
                }
            }
            for &p in problem.powers_of(node) {
                let power = problem.powers[p as usize];
                let counts =
                    if power.is_appointment { self.rule.appointment } else { self.rule.influence };
                let is_active = power.activity == Activity::Certain || self.worlds == Worlds::Some;
                if counts && is_active && !self.is_in(power.owned) {
                    let ground =
                        if power.is_appointment { Ground::Appointment } else { Ground::Influence };
                    self.columns.insert(power.owned, (Part::default(), vec![power.holding]));
                    self.join(power.owned, ground, &mut work);
                }
            }
        }
    }

    /// Counts a block for those in; whether they now hold enough.
    fn adds_up(&mut self, owned: u32, block: u32) -> bool {
        let layer = self.problem.layer(self.rule.dimension);
        let Some(column) = layer.column(owned) else { return false };
        let stated = &column.blocks[block as usize];
        if self.needs_all() && !stated.holders.iter().all(|h| self.is_in(*h)) {
            return false;
        }
        let (part, counted) = self.columns.entry(owned).or_default();
        // Only a joint block is met more than once.
        if stated.holders.len() > 1 && counted.contains(&block) {
            return false;
        }
        counted.push(block);
        part.add(column, block);
        let (min, max) = column.share_of(part);
        match self.worlds {
            Worlds::All => min.certainly_meets(self.rule.threshold),
            Worlds::Some => max.possibly_meets(self.rule.threshold),
        }
    }

    fn join(&mut self, node: u32, ground: Ground, work: &mut Vec<u32>) {
        self.members.insert(node);
        work.push(node);
        let counted = self.columns.get(&node).map_or(&[][..], |(_, c)| c.as_slice());
        let holdings = match ground {
            Ground::Holding => {
                let layer = self.problem.layer(self.rule.dimension);
                let blocks = layer.column(node).map_or(&[][..], |c| c.blocks.as_slice());
                counted.iter().flat_map(|&b| blocks[b as usize].holdings.clone()).collect()
            }
            _ => counted.to_vec(),
        };
        self.joined.push(Joined { node: self.problem.nodes[node as usize].id, ground, holdings });
    }
}
