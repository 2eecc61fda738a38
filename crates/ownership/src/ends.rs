//! Where chains stop: every part of the whole ends somewhere, and each end says what it is.

use std::collections::HashMap;

use cuibono_model::{PartyClass, UnspecifiedReason};

use crate::interval::Interval;
use crate::problem::{Node, Problem};
use crate::rat::Rat;
use crate::reach::{Goal, Reach};
use crate::rough::{self, Rough};

/// What stands at the end of a chain. Tried in this order; the first that fits is taken.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum EndClass {
    /// The search stopped here because a limit was met; more may be known above.
    Cut,
    /// A natural person.
    NaturalPerson,
    /// A natural person whose details the law protects.
    ProtectedPerson,
    /// A state, authority or public body.
    State,
    /// A company whose shares trade on a market.
    ListedCompany,
    /// A trust or similar arrangement whose beneficiaries are not stated.
    Trust,
    /// A nominee for somebody unnamed.
    Nominee,
    /// An overseas proprietor of UK land that is not on the overseas-entity register.
    UnregisteredOverseasEntity,
    /// A registered overseas entity with no beneficial owner stated: managing officers only.
    OverseasEntityWithoutOwner,
    /// A foreign entity about which no open register is linked.
    OverseasWithoutRegister,
    /// Struck off or wound up.
    Dissolved,
    /// Exempt from disclosure.
    Exempt,
    /// The company declares that nobody is registrable: each holder has at most 25%.
    DeclaredNobody,
    /// The register says that a party exists or may exist and does not name it.
    Pending,
    /// A ring of companies that own each other entirely: nobody outside receives anything.
    OwnerlessLoop,
    /// The part of a subject that no record assigns.
    UndisclosedRest,
    /// A party of which no holder is known and none of the above is.
    Unknown,
}

impl EndClass {
    /// Every class, in the order in which they are tried.
    pub const ALL: [EndClass; 17] = [
        EndClass::Cut,
        EndClass::NaturalPerson,
        EndClass::ProtectedPerson,
        EndClass::State,
        EndClass::ListedCompany,
        EndClass::Trust,
        EndClass::Nominee,
        EndClass::UnregisteredOverseasEntity,
        EndClass::OverseasEntityWithoutOwner,
        EndClass::OverseasWithoutRegister,
        EndClass::Dissolved,
        EndClass::Exempt,
        EndClass::DeclaredNobody,
        EndClass::Pending,
        EndClass::OwnerlessLoop,
        EndClass::UndisclosedRest,
        EndClass::Unknown,
    ];

    /// Whether somebody who can be looked up stands here: a named person or a body whose own
    /// ownership is public by other means.
    #[must_use]
    pub fn is_transparent(self) -> bool {
        matches!(self, EndClass::NaturalPerson | EndClass::State | EndClass::ListedCompany)
    }

    /// The class of a party at which a chain stops.
    #[must_use]
    pub fn of_party(node: &Node) -> EndClass {
        use EndClass as E;
        let by_reason = || match node.reason {
            Some(UnspecifiedReason::NoBeneficialOwners) => Some(E::DeclaredNobody),
            Some(UnspecifiedReason::SubjectExemptFromDisclosure) => Some(E::Exempt),
            Some(UnspecifiedReason::InterestedPartyExemptFromDisclosure) => {
                Some(E::ProtectedPerson)
            }
            Some(
                UnspecifiedReason::SubjectUnableToConfirmOrIdentify
                | UnspecifiedReason::InterestedPartyHasNotProvidedInformation
                | UnspecifiedReason::StepsNotCompleted
                | UnspecifiedReason::RestrictionsNotice
                | UnspecifiedReason::AwaitingConfirmation,
            ) => Some(E::Pending),
            _ => None,
        };
        match node.class {
            _ if node.is_cut => E::Cut,
            PartyClass::Person => E::NaturalPerson,
            PartyClass::Protected => E::ProtectedPerson,
            PartyClass::State => E::State,
            PartyClass::Listed => E::ListedCompany,
            PartyClass::Trust => E::Trust,
            _ if node.is_nominee => E::Nominee,
            _ if node.is_unregistered => E::UnregisteredOverseasEntity,
            PartyClass::OverseasEntity => E::OverseasEntityWithoutOwner,
            PartyClass::ForeignCompany => E::OverseasWithoutRegister,
            _ if node.is_dissolved => E::Dissolved,
            _ => by_reason().unwrap_or(E::Unknown),
        }
    }

    /// The class of the part of a subject that no listed holder has.
    #[must_use]
    pub fn of_rest(subject: &Node) -> EndClass {
        match EndClass::of_party(subject) {
            class @ (EndClass::ListedCompany
            | EndClass::Dissolved
            | EndClass::Exempt
            | EndClass::DeclaredNobody
            | EndClass::Pending
            | EndClass::Cut) => class,
            _ => EndClass::UndisclosedRest,
        }
    }
}

/// One place where chains from the subject upward stop.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChainEnd {
    /// The party that stands there, or the subject whose rest or trust it is: a
    /// [`crate::Node::id`].
    pub node: u32,
    /// What it is.
    pub class: EndClass,
    /// The register's reason, where it gives one.
    pub reason: Option<UnspecifiedReason>,
    /// Which part of the subject ends there.
    pub share: Interval,
}

/// The whole of a subject, split by where it ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ends {
    /// Each place, the undisclosed rests and trusts after the parties.
    pub places: Vec<ChainEnd>,
    /// Each class that anything may end in. The true shares add up to exactly 1.
    pub classes: Vec<(EndClass, Interval)>,
    /// The part that ends with somebody who can be looked up.
    pub transparent: Interval,
}

impl Problem {
    /// Splits the whole of a subject by where it ends. `None` for a node that is not in it.
    #[must_use]
    pub fn ends(&self, subject: u32) -> Option<Ends> {
        let target = self.local(subject)?;
        let above = self.above(target);
        let mut reach = Reach::new(self);
        let rough = rough::visits(self, target, &mut reach);
        let work = (self.options.work, &rough);
        Some(self.ends_with(target, &above, &mut reach, &HashMap::new(), work))
    }

    /// As [`Problem::ends`], given the shares of parties that are known already. Once `work`
    /// holdings were looked at, remaining places get wide bounds.
    pub(crate) fn ends_with(
        &self,
        target: u32,
        above: &[u32],
        reach: &mut Reach<'_>,
        shares: &HashMap<u32, Interval>,
        (work, rough): (usize, &Rough),
    ) -> Ends {
        let stop = reach.steps + work;
        let mut places = Vec::new();
        for &v in above {
            let node = &self.nodes[v as usize];
            let mut add = |class, goal: Goal<'_>| {
                let known = goal.nodes.first().and_then(|v| shares.get(v)).cloned();
                let share = known.unwrap_or_else(|| {
                    if reach.steps >= stop {
                        let bounds = match self.money.column(v) {
                            None => rough.share[v as usize],
                            Some(column) if !goal.rests.is_empty() => rough.rest(v, column),
                            Some(_) => (0.0, 1.0),
                        };
                        let (min, max) = (Rat::from_f64(bounds.0), Rat::from_f64(bounds.1));
                        return Interval { min, max, is_tight: false, ..Interval::UNKNOWN };
                    }
                    reach.run(goal);
                    reach.share(target)
                });
                if share.max.is_positive() {
                    places.push(ChainEnd { node: node.id, class, reason: node.reason, share });
                }
            };
            match self.money.column(v) {
                None => {
                    add(EndClass::of_party(node), Goal { nodes: &[v], ..Goal::default() });
                }
                Some(column) => {
                    if column.rest.is_some() {
                        add(EndClass::of_rest(node), Goal { rests: &[v], ..Goal::default() });
                    }
                    if column.blocks.iter().any(|b| b.for_unnamed) {
                        add(EndClass::Trust, Goal { unnamed: &[v], ..Goal::default() });
                    }
                }
            }
        }
        places.sort_by_key(|p| p.class);
        let classes = self.classes(reach, target, above);
        let transparent = self.transparent(reach, target, above);
        Ends { places, classes, transparent }
    }

    fn classes(
        &self,
        reach: &mut Reach<'_>,
        target: u32,
        above: &[u32],
    ) -> Vec<(EndClass, Interval)> {
        let mut classes = Vec::new();
        for class in EndClass::ALL {
            let (nodes, rests, unnamed) = self.members(above, |c| c == class);
            if class == EndClass::OwnerlessLoop
                || (nodes.is_empty() && rests.is_empty() && unnamed.is_empty())
            {
                continue;
            }
            reach.run(Goal { nodes: &nodes, rests: &rests, unnamed: &unnamed });
            let share = reach.share(target);
            if share.max.is_positive() {
                classes.push((class, share));
            }
        }
        let (nodes, rests, unnamed) = self.members(above, |_| true);
        reach.run(Goal { nodes: &nodes, rests: &rests, unnamed: &unnamed });
        let lost = reach.share(target).complement();
        if lost.max.is_positive() {
            classes.push((EndClass::OwnerlessLoop, lost));
        }
        classes
    }

    fn transparent(&self, reach: &mut Reach<'_>, target: u32, above: &[u32]) -> Interval {
        let (nodes, rests, unnamed) = self.members(above, EndClass::is_transparent);
        reach.run(Goal { nodes: &nodes, rests: &rests, unnamed: &unnamed });
        reach.share(target)
    }

    fn members(
        &self,
        above: &[u32],
        is_member: impl Fn(EndClass) -> bool,
    ) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
        let (mut nodes, mut rests, mut unnamed) = (Vec::new(), Vec::new(), Vec::new());
        for &v in above {
            let node = &self.nodes[v as usize];
            match self.money.column(v) {
                None if is_member(EndClass::of_party(node)) => nodes.push(v),
                None => {}
                Some(column) => {
                    if column.rest.is_some() && is_member(EndClass::of_rest(node)) {
                        rests.push(v);
                    }
                    if is_member(EndClass::Trust) && column.blocks.iter().any(|b| b.for_unnamed) {
                        unnamed.push(v);
                    }
                }
            }
        }
        (nodes, rests, unnamed)
    }

    /// A node and everybody who may hold anything in it by money, votes or power, nearest first.
    pub(crate) fn above(&self, target: u32) -> Vec<u32> {
        let mut seen = vec![false; self.nodes.len()];
        let mut found = vec![target];
        seen[target as usize] = true;
        let mut next = 0;
        while next < found.len() {
            let v = found[next];
            next += 1;
            let columns = [self.money.column(v), self.votes.column(v)];
            let holders = columns
                .iter()
                .flatten()
                .flat_map(|c| c.blocks.iter().flat_map(|b| b.holders.iter().copied()));
            let powers = self.powers_over.row(v).iter().map(|&p| self.powers[p as usize].owner);
            for holder in holders.chain(powers) {
                if !std::mem::replace(&mut seen[holder as usize], true) {
                    found.push(holder);
                }
            }
        }
        found
    }
}
