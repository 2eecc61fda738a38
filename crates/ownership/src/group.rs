//! Who stands on top: ultimate controllers, rings with nobody above, groups of companies.

use std::collections::HashSet;

use cuibono_model::PartyClass;

use crate::cascade::{Cascade, Rule, Worlds};
use crate::problem::Problem;

/// Who ultimately controls a subject.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UltimateControllers {
    /// Parties that control it and are controlled by nobody. Several only where one controls by
    /// votes and another by the board.
    pub controllers: Vec<u32>,
    /// Companies that control each other with nobody above: a self-controlled group. It is an end
    /// in itself and no owner. Empty where there is a controller.
    pub ring: Vec<u32>,
}

/// A group of companies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The topmost controller that is no natural person; the subject itself without one.
    pub parent: u32,
    /// Everybody whom the parent controls, and the parent, in the order of first mention.
    pub members: Vec<u32>,
    /// Who controls the parent in the end, if anybody does.
    pub ultimate_controllers: Vec<u32>,
}

impl Problem {
    /// Those who control the subject and are not controlled themselves.
    #[must_use]
    pub fn ultimate_controllers(&self, subject: u32, worlds: Worlds) -> UltimateControllers {
        let Some(target) = self.local(subject) else { return UltimateControllers::default() };
        let controllers = self.controllers(target, worlds);
        let members: HashSet<u32> = controllers.iter().map(|(v, _)| *v).collect();
        let is_under_another =
            |v: u32| controllers.iter().any(|(w, set)| *w != v && set.contains(&v));
        let ids = |mut locals: Vec<u32>| {
            locals.sort_unstable();
            locals.into_iter().map(|v| self.nodes[v as usize].id).collect()
        };
        let free: Vec<u32> =
            members.iter().copied().filter(|&v| v != target && !is_under_another(v)).collect();
        if !free.is_empty() {
            return UltimateControllers { controllers: ids(free), ring: Vec::new() };
        }
        // Nobody is free: a topmost ring is a set whose members all control each other and whom
        // nobody outside controls.
        let controls =
            |w: u32, v: u32| controllers.iter().any(|(x, set)| *x == w && set.contains(&v));
        let is_top = |v: u32| members.iter().all(|&w| w == v || !controls(w, v) || controls(v, w));
        let ring: Vec<u32> = members.iter().copied().filter(|&v| is_top(v)).collect();
        UltimateControllers { controllers: Vec::new(), ring: ids(ring) }
    }

    /// Everybody who controls the target, with the set of those each controls. The target is among
    /// them when it controls one of its own controllers.
    fn controllers(&self, target: u32, worlds: Worlds) -> Vec<(u32, HashSet<u32>)> {
        let mut found = Vec::new();
        for v in self.above(target) {
            let mut cascade = Cascade::new(self, Rule::CONTROL, worlds);
            cascade.run(&[v]);
            let set: HashSet<u32> =
                cascade.joined.iter().filter_map(|j| self.local(j.node)).collect();
            if v == target || set.contains(&target) {
                found.push((v, set));
            }
        }
        let above: HashSet<u32> = found.iter().map(|(v, _)| *v).filter(|v| *v != target).collect();
        found.retain(|(v, set)| *v != target || set.iter().any(|w| above.contains(w)));
        found
    }

    /// The group that a company belongs to: the topmost parent that is no natural person, and
    /// everybody it controls. Minority holdings and exact halves are outside. `None` when the
    /// company is not in the problem.
    ///
    /// For the whole group the problem must hold what is *below* the parent; cut with
    /// [`crate::below`] from the parent that a first question finds.
    #[must_use]
    pub fn group(&self, company: u32, worlds: Worlds) -> Option<Group> {
        let target = self.local(company)?;
        let controllers = self.controllers(target, worlds);
        let is_person = |v: u32| {
            matches!(self.nodes[v as usize].class, PartyClass::Person | PartyClass::Protected)
        };
        // The parent controls most; in a ring the first mentioned stands for it.
        let size = |(v, set): &&(u32, HashSet<u32>)| (set.len(), std::cmp::Reverse(*v));
        let bodies = controllers.iter().filter(|(v, _)| !is_person(*v));
        let parent = bodies.max_by_key(size).map_or(target, |(v, _)| *v);
        let mut cascade = Cascade::new(self, Rule::CONTROL, worlds);
        cascade.run(&[parent]);
        let mut members: Vec<u32> =
            cascade.joined.iter().filter_map(|j| self.local(j.node)).chain([parent]).collect();
        members.sort_unstable();
        members.dedup();
        let parent = self.nodes[parent as usize].id;
        Some(Group {
            parent,
            members: members.into_iter().map(|v| self.nodes[v as usize].id).collect(),
            ultimate_controllers: self.ultimate_controllers(parent, worlds).controllers,
        })
    }
}
