//! What one party has in everything below it: the forward side of [`Problem::owners`].

use cuibono_model::PartyClass;

use crate::cascade::{Cascade, Rule, Worlds, credited_between};
use crate::diagnosis::Dimension;
use crate::interval::Interval;
use crate::owners::Control;
use crate::problem::Problem;
use crate::reach::{Goal, Reach};

/// What a party has in one subject below it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The subject's [`crate::Node::id`].
    pub node: u32,
    /// What the subject is.
    pub class: PartyClass,
    /// The part of the subject's money that reaches the party, over all chains.
    pub cash_flow: Interval,
    /// The shares the party is credited with by the majority-stake rule.
    pub attributed: Interval,
    /// The votes it is credited with by the same rule.
    pub attributed_votes: Interval,
    /// Whether it controls the subject by votes or board appointment.
    pub control: Control,
}

impl Problem {
    /// Everything in which a party has money, votes or control, in the order of the nodes. The
    /// problem must hold what [`crate::below`] cuts out. `None` for a node that is not in it.
    #[must_use]
    pub fn held(&self, owner: u32) -> Option<Vec<Held>> {
        let v = self.local(owner)?;
        let mut reach = Reach::new(&self.money);
        reach.run(Goal { nodes: &[v], ..Goal::default() });
        let mut certain = Cascade::new(self, Rule::CONTROL, Worlds::All);
        certain.run(&[v]);
        let mut possible = Cascade::new(self, Rule::CONTROL, Worlds::Some);
        possible.run(&[v]);
        let mut below: Vec<u32> = reach.below().to_vec();
        below.extend(possible.joined.iter().filter_map(|joined| self.local(joined.node)));
        below.extend(self.votes.holdings(v).map(|(owned, _)| owned));
        below.extend(self.powers_of(v).iter().map(|&p| self.powers[p as usize].owned));
        below.sort_unstable();
        below.dedup();
        let held = below.into_iter().filter(|&w| w != v).map(|w| {
            let credit = |dimension| credited_between(self, &certain, &possible, w, dimension);
            let control = if certain.is_in(w) {
                Control::Certain
            } else if possible.is_in(w) {
                Control::Possible
            } else {
                Control::None
            };
            let node = &self.nodes[w as usize];
            Held {
                node: node.id,
                class: node.class,
                cash_flow: reach.share(w),
                attributed: credit(Dimension::Shares),
                attributed_votes: credit(Dimension::Votes),
                control,
            }
        });
        Some(held.collect())
    }
}
