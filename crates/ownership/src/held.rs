//! What a party owns and controls: the same quantities looked at from above.

use cuibono_model::PartyClass;

use crate::cascade::{Cascade, Ground, Rule, Worlds, credited_between};
use crate::diagnosis::Dimension;
use crate::interval::Interval;
use crate::owners::Control;
use crate::problem::Problem;
use crate::reach::{Goal, Reach};

/// What the owners have in one thing below them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// Its [`crate::Node::id`].
    pub node: u32,
    /// What kind of party or thing it is.
    pub class: PartyClass,
    /// The part of its money that reaches the owners.
    pub cash_flow: Interval,
    /// The shares credited to them by the majority-stake rule.
    pub attributed: Interval,
    /// The votes credited to them by the same rule.
    pub attributed_votes: Interval,
    /// Whether they control it.
    pub control: Control,
    /// By what, where they do.
    pub ground: Option<Ground>,
}

impl Problem {
    /// Everything in which the owners, taken together, hold anything; the greatest certain
    /// cash-flow share first. Build the problem from [`crate::below`].
    #[must_use]
    pub fn holdings_of(&self, owners: &[u32]) -> Vec<Held> {
        let sources = self.locals(owners);
        let mut reach = Reach::new(self);
        reach.run(Goal { nodes: &sources, ..Goal::default() });
        let mut certain = Cascade::new(self, Rule::CONTROL, Worlds::All);
        certain.run(&sources);
        let mut possible = Cascade::new(self, Rule::CONTROL, Worlds::Some);
        possible.run(&sources);
        let mut found: Vec<u32> = reach.below().to_vec();
        let drawn = possible.joined.iter().filter_map(|j| self.local(j.node));
        found.extend(drawn.clone());
        for holder in drawn.chain(sources.iter().copied()) {
            found.extend(self.votes.held.row(holder));
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|v| !sources.contains(v));
        let mut held: Vec<Held> = found
            .into_iter()
            .map(|v| {
                let credit = |d| credited_between(self, &certain, &possible, v, d);
                let id = self.nodes[v as usize].id;
                let control = if certain.is_in(v) {
                    Control::Certain
                } else if possible.is_in(v) {
                    Control::Possible
                } else {
                    Control::None
                };
                Held {
                    node: id,
                    class: self.nodes[v as usize].class,
                    cash_flow: reach.share(v),
                    attributed: credit(Dimension::Shares),
                    attributed_votes: credit(Dimension::Votes),
                    control,
                    ground: None,
                }
            })
            .collect();
        let grounds: std::collections::HashMap<u32, Ground> =
            possible.joined.iter().chain(&certain.joined).map(|j| (j.node, j.ground)).collect();
        for h in &mut held {
            h.ground = grounds.get(&h.node).copied();
        }
        held.sort_by(|a, b| {
            let key = |h: &Held| (h.cash_flow.min.clone(), h.cash_flow.max.clone(), h.control);
            key(b).cmp(&key(a)).then(a.node.cmp(&b.node))
        });
        held
    }
}
