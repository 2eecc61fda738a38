//! Exact shares as one matrix: the measures of the literature, on the numbers as given.
//!
//! For point values only. Nothing is repaired here: an oversubscribed company stays so, and a loop
//! in which nothing dies out has no finite answer. Bounds are [`crate::Problem`]'s business.

use crate::linear;
use crate::rat::Rat;
use crate::scc::{Rows, components};

/// Exact shares between nodes numbered from 0.
#[derive(Clone, Debug)]
pub struct ShareMatrix {
    held: Rows,
    share: Vec<Rat>,
    component: Vec<u32>,
}

impl ShareMatrix {
    /// From (owner, owned, share). Shares of one pair add up.
    #[must_use]
    pub fn new(nodes: u32, shares: &[(u32, u32, Rat)]) -> ShareMatrix {
        let mut sorted: Vec<(u32, u32, Rat)> = shares
            .iter()
            .filter(|s| s.0 < nodes && s.1 < nodes && !s.2.is_zero())
            .cloned()
            .collect();
        sorted.sort_by_key(|s| (s.0, s.1));
        let mut merged: Vec<(u32, u32, Rat)> = Vec::with_capacity(sorted.len());
        for (owner, owned, share) in sorted {
            match merged.last_mut() {
                Some(last) if (last.0, last.1) == (owner, owned) => last.2 = &last.2 + &share,
                _ => merged.push((owner, owned, share)),
            }
        }
        let held = Rows::build(nodes as usize, merged.iter().map(|s| (s.0, s.1)));
        let share = merged.into_iter().map(|s| s.2).collect();
        let (component, _) = components(&held);
        ShareMatrix { held, share, component }
    }

    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.held.len() as u32
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.held.len() == 0
    }

    /// What a node holds directly: (owned, share).
    pub fn held_by(&self, owner: u32) -> impl Iterator<Item = (u32, &Rat)> {
        let range = self.held.starts[owner as usize] as usize
            ..self.held.starts[owner as usize + 1] as usize;
        self.held.targets[range.clone()].iter().copied().zip(&self.share[range])
    }

    /// All shares: (owner, owned, share).
    pub fn shares(&self) -> impl Iterator<Item = (u32, u32, &Rat)> {
        (0..self.len()).flat_map(move |i| self.held_by(i).map(move |(j, w)| (i, j, w)))
    }

    /// The sum over all walks from an owner of the product of their shares (Brioschi, Buzzacchi and
    /// Colombo 1989): for owners without owners the cash-flow share. By node; `None` when walks add
    /// up to no finite number.
    #[must_use]
    pub fn walks(&self, owner: u32) -> Option<Vec<Rat>> {
        self.walks_with(owner, true)
    }

    /// The integrated share that does not count what runs through the owner itself again (Baldone,
    /// Brioschi and Paleari 1998), and at the owner itself its share in itself. `None` as above.
    #[must_use]
    pub fn integrated(&self, owner: u32) -> Option<Vec<Rat>> {
        self.walks_with(owner, false)
    }

    /// `through`: walks may pass through the owner again.
    fn walks_with(&self, owner: u32, through: bool) -> Option<Vec<Rat>> {
        let mut sum = vec![Rat::ZERO; self.held.len()];
        let mut reached = vec![false; self.held.len()];
        let mut found = Vec::new();
        let mut work = vec![owner];
        while let Some(v) = work.pop() {
            for &w in self.held.row(v) {
                if !std::mem::replace(&mut reached[w as usize], true) {
                    found.push(w);
                    if w != owner {
                        work.push(w);
                    }
                }
            }
        }
        for (j, share) in self.held_by(owner) {
            sum[j as usize] = share.clone();
        }
        found.sort_unstable_by_key(|&v| self.component[v as usize]);
        for group in
            found.chunk_by(|a, b| self.component[*a as usize] == self.component[*b as usize])
        {
            self.solve_group(group, owner, through, &mut sum)?;
        }
        Some(sum)
    }

    fn solve_group(&self, group: &[u32], owner: u32, through: bool, sum: &mut [Rat]) -> Option<()> {
        let place = |v: u32| group.iter().position(|&w| w == v);
        let mut inside: Vec<Vec<(usize, Rat)>> = vec![Vec::new(); group.len()];
        for (p, &v) in group.iter().enumerate() {
            if v == owner && !through {
                continue;
            }
            for (w, share) in self.held_by(v) {
                if let Some(q) = place(w) {
                    inside[q].push((p, share.clone()));
                }
            }
        }
        if inside.iter().any(|row| !row.is_empty()) {
            let outside: Vec<Rat> = group.iter().map(|&v| sum[v as usize].clone()).collect();
            let rows: Vec<(&[(usize, Rat)], &Rat)> =
                inside.iter().map(Vec::as_slice).zip(&outside).collect();
            let solved = linear::solve(&rows, &vec![false; group.len()])?;
            for (&v, x) in group.iter().zip(solved) {
                sum[v as usize] = x;
            }
        }
        for &v in group {
            if v == owner && !through {
                continue;
            }
            let here = sum[v as usize].clone();
            for (w, share) in self.held_by(v) {
                if place(w).is_none() {
                    sum[w as usize] = &sum[w as usize] + &(&here * share);
                }
            }
        }
        Some(())
    }

    /// What is still missing from `owner`'s share in `target` after climbing `steps` times: the
    /// exact share, the part found so far, and the money still on its way, which bounds the
    /// missing part from above. `None` as for [`ShareMatrix::walks`].
    #[must_use]
    pub fn truncated(&self, owner: u32, target: u32, steps: u32) -> Option<(Rat, Rat, Rat)> {
        let exact = self.walks(owner)?.swap_remove(target as usize);
        let mut holders: Vec<Vec<(u32, Rat)>> = vec![Vec::new(); self.held.len()];
        for (i, j, share) in self.shares() {
            holders[j as usize].push((i, share.clone()));
        }
        let mut here = vec![Rat::ZERO; self.held.len()];
        here[target as usize] = Rat::ONE;
        let mut found = Rat::ZERO;
        for _ in 0..steps {
            let mut next = vec![Rat::ZERO; self.held.len()];
            for (v, mass) in here.iter().enumerate().filter(|(_, m)| !m.is_zero()) {
                for (i, share) in &holders[v] {
                    let part = mass * share;
                    if *i == owner {
                        found = found + part;
                    } else {
                        next[*i as usize] = &next[*i as usize] + &part;
                    }
                }
            }
            here = next;
        }
        let flying = here.iter().zip(&holders).filter(|(_, h)| !h.is_empty());
        let in_flight = flying.fold(Rat::ZERO, |sum, (m, _)| sum + m.clone());
        Some((exact, found, in_flight))
    }

    /// The sum over chains that visit no node twice of the product of their shares: what some
    /// published programs compute. Exponential in loops, hence `None` beyond `limit` steps.
    #[must_use]
    pub fn simple_paths(&self, from: u32, to: u32, limit: usize) -> Option<Rat> {
        self.over_simple_paths(from, to, limit, &Rat::ONE, |w, share| w * share)
    }

    /// The sum over chains that visit no node twice of their smallest share: the "weakest link" of
    /// La Porta et al. 1999 (from memory, *unverified*). A measure of the literature, no legal test.
    #[must_use]
    pub fn weakest_link(&self, from: u32, to: u32, limit: usize) -> Option<Rat> {
        self.over_simple_paths(from, to, limit, &Rat::ONE, |w, share| w.min(share).clone())
    }

    fn over_simple_paths(
        &self,
        from: u32,
        to: u32,
        mut limit: usize,
        unit: &Rat,
        step: impl Fn(&Rat, &Rat) -> Rat,
    ) -> Option<Rat> {
        let mut total = Rat::ZERO;
        let mut on_path = vec![false; self.held.len()];
        on_path[from as usize] = true;
        let first = self.held.starts[from as usize];
        let mut stack: Vec<(u32, u32, Rat)> = vec![(from, first, unit.clone())];
        while let Some((v, next, weight)) = stack.last_mut() {
            if *next == self.held.starts[*v as usize + 1] {
                on_path[*v as usize] = false;
                stack.pop();
                continue;
            }
            limit = limit.checked_sub(1)?;
            let edge = *next as usize;
            *next += 1;
            let w = self.held.targets[edge];
            let along = step(weight, &self.share[edge]);
            if w == to {
                if w != from {
                    total = total + along;
                }
            } else if !on_path[w as usize] {
                on_path[w as usize] = true;
                stack.push((w, self.held.starts[w as usize], along));
            }
        }
        Some(total)
    }

    /// The sum of the shares in each node.
    #[must_use]
    pub fn column_sums(&self) -> Vec<Rat> {
        let mut sums = vec![Rat::ZERO; self.held.len()];
        for (_, j, share) in self.shares() {
            sums[j as usize] = &sums[j as usize] + share;
        }
        sums
    }

    /// Strongly connected nodes with a loop between them or a holding in themselves, each set in
    /// the order of its nodes.
    #[must_use]
    pub fn loops(&self) -> Vec<Vec<u32>> {
        let mut nodes: Vec<u32> = (0..self.len()).collect();
        nodes.sort_by_key(|&v| (self.component[v as usize], v));
        nodes
            .chunk_by(|a, b| self.component[*a as usize] == self.component[*b as usize])
            .filter(|g| g.len() > 1 || self.held.row(g[0]).contains(&g[0]))
            .map(<[u32]>::to_vec)
            .collect()
    }

    /// Loops whose members are owned entirely from inside: they have no owner at all.
    #[must_use]
    pub fn closed_loops(&self) -> Vec<Vec<u32>> {
        let is_closed = |group: &Vec<u32>| {
            let mut sums = vec![Rat::ZERO; group.len()];
            for &i in group {
                for (j, share) in self.held_by(i) {
                    if let Some(p) = group.iter().position(|&v| v == j) {
                        sums[p] = &sums[p] + share;
                    }
                }
            }
            sums.iter().all(|s| *s >= Rat::ONE)
        };
        self.loops().into_iter().filter(is_closed).collect()
    }

    /// The value that an owner's integrated shares carry, given the value of every node: with walks
    /// through the owner counted (over-counts members of loops) and without.
    #[must_use]
    pub fn network_value(&self, owner: u32, values: &[Rat]) -> Option<(Rat, Rat)> {
        let dot = |x: Vec<Rat>| x.iter().zip(values).fold(Rat::ZERO, |sum, (x, v)| sum + x * v);
        Some((dot(self.walks(owner)?), dot(self.integrated(owner)?)))
    }

    /// Pairs of nodes that a banking supervisor calls closely linked: one has at least `threshold`
    /// of the other, or a third has at least that of both. Smaller number first, sorted. `None`
    /// when walks add up to no finite number.
    ///
    /// Rule: Guideline (EU) 2015/510, art. 138, 20% (article number from memory: *unverified*).
    #[must_use]
    pub fn close_links(&self, threshold: &Rat) -> Option<Vec<(u32, u32)>> {
        let mut links = std::collections::BTreeSet::new();
        for h in 0..self.len() {
            let shares = self.integrated(h)?;
            let large: Vec<u32> =
                (0..self.len()).filter(|&j| j != h && shares[j as usize] >= *threshold).collect();
            for (k, &i) in large.iter().enumerate() {
                links.insert((h.min(i), h.max(i)));
                links.extend(large[k + 1..].iter().map(|&j| (i, j)));
            }
        }
        Some(links.into_iter().collect())
    }
}
