//! Random small ownership graphs and slow, independent answers about them.
//!
//! Nothing here uses the engine: columns are enumerated vertex by vertex, completed worlds are
//! solved by plain elimination, sets by repeated passes.

#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::BTreeSet;

use cuibono_model::{InterestKind, PartyClass, Ratio, Share};
use cuibono_ownership::{Holding, Node, Options, Problem, Rat};
use proptest::prelude::*;

/// How many random cases to run: 5,000 in all on an ordinary run, 100,000 with `CUIBONO_DEEP=1`.
pub(crate) fn cases() -> ProptestConfig {
    let deep = std::env::var("CUIBONO_DEEP").is_ok_and(|v| v == "1");
    ProptestConfig {
        max_shrink_iters: 2_000,
        failure_persistence: None,
        ..ProptestConfig::with_cases(if deep { 100_000 } else { 5_000 })
    }
}

/// Companies are numbered from 0, persons from 10.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) columns: Vec<Vec<(u32, Share)>>,
    pub(crate) complete: Vec<bool>,
}

pub(crate) fn rat(n: i64, d: i64) -> Rat {
    Rat::new(n, d).unwrap()
}

fn twelfths(n: u64) -> Ratio {
    Ratio::new(n, 12).unwrap()
}

fn share(open: bool) -> impl Strategy<Value = Share> {
    let end = prop_oneof![
        4 => prop_oneof![Just(0u64), Just(3), Just(6), Just(9), Just(12)],
        1 => 0u64..=12,
    ];
    (end.clone(), end, any::<[bool; 2]>()).prop_map(move |(a, b, [min_open, max_open])| {
        let (min, max) = (twelfths(a.min(b)), twelfths(a.max(b)));
        Share::new(min, open && min_open, max, open && max_open)
            .unwrap_or_else(|| Share::exact(min).unwrap())
    })
}

/// Up to `companies` companies with up to `holders` holders each, two persons, loops welcome.
pub(crate) fn world(companies: u32, holders: usize, open: bool) -> impl Strategy<Value = World> {
    let owner = prop_oneof![0..companies, 10u32..12];
    let column = prop::collection::btree_map(owner, share(open), 0..=holders);
    prop::collection::vec((column, any::<bool>()), companies as usize).prop_map(|columns| World {
        complete: columns.iter().map(|(_, complete)| *complete).collect(),
        columns: columns.into_iter().map(|(c, _)| c.into_iter().collect()).collect(),
    })
}

pub(crate) type Column = Vec<(Option<u32>, Rat)>;

impl World {
    pub(crate) fn problem(&self) -> Problem {
        self.problem_with(|n| n, Options::default())
    }

    /// Made free of contradictions: holders that do not fit are left out, and nobody else is said to
    /// hold nothing where the listed ones cannot make up the whole.
    pub(crate) fn without_contradictions(mut self) -> World {
        let sum = |column: &[(u32, Share)], end: fn(&Share) -> Ratio| {
            column.iter().fold(Rat::ZERO, |sum, (_, share)| &sum + &Rat::from(end(share)))
        };
        for (column, complete) in self.columns.iter_mut().zip(&mut self.complete) {
            let is_full = |c: &[(u32, Share)]| {
                let least = sum(c, |s| s.min);
                least > Rat::ONE || (least == Rat::ONE && c.iter().any(|(_, s)| s.min_open))
            };
            while is_full(column) {
                column.pop();
            }
            let most = sum(column, |s| s.max);
            let is_short = most == Rat::ONE && column.iter().any(|(_, s)| s.max_open);
            *complete &= most > Rat::ONE || (most == Rat::ONE && !is_short);
        }
        self
    }

    /// With the nodes numbered otherwise.
    pub(crate) fn problem_with(&self, number: impl Fn(u32) -> u32, options: Options) -> Problem {
        let mut nodes = Vec::new();
        for (k, &is_complete) in self.complete.iter().enumerate() {
            let class = PartyClass::UkCompany;
            nodes.push(Node { is_complete, ..Node::new(number(k as u32), class) });
        }
        for person in 10..12 {
            nodes.push(Node::new(number(person), PartyClass::Person));
        }
        let holdings: Vec<Holding> = self
            .columns
            .iter()
            .enumerate()
            .flat_map(|(owned, column)| column.iter().map(move |&(owner, s)| (owner, owned, s)))
            .map(|(owner, owned, s)| {
                Holding::new(number(owner), number(owned as u32), InterestKind::Shareholding, s)
            })
            .collect();
        Problem::new(&nodes, &holdings, options)
    }

    /// The ends of one column's blocks, moved inward by `eps` where they are open, with the rest.
    fn ends(&self, company: usize, eps: &Rat) -> Vec<(Option<u32>, Rat, Rat)> {
        let inward = |is_open: bool| if is_open { eps.clone() } else { Rat::ZERO };
        let mut ends: Vec<_> = self.columns[company]
            .iter()
            .map(|&(owner, s)| {
                let lo = Rat::from(s.min) + inward(s.min_open);
                let hi = Rat::from(s.max) - inward(s.max_open);
                (Some(owner), lo, hi)
            })
            .collect();
        if !self.complete[company] || ends.is_empty() {
            ends.push((None, Rat::ZERO, Rat::ONE));
        }
        ends
    }

    /// Every vertex of a column's polytope.
    pub(crate) fn vertices(&self, company: usize, eps: &Rat) -> Vec<Column> {
        let ends = self.ends(company, eps);
        let mut found: Vec<Column> = Vec::new();
        for free in 0..ends.len() {
            for mask in 0u32..1 << (ends.len() - 1) {
                let mut column: Column = Vec::new();
                let mut sum = Rat::ZERO;
                let mut bit = 0;
                for (k, (owner, lo, hi)) in ends.iter().enumerate() {
                    let size = if k == free {
                        Rat::ZERO
                    } else {
                        bit += 1;
                        if mask >> (bit - 1) & 1 == 1 { hi.clone() } else { lo.clone() }
                    };
                    sum = &sum + &size;
                    column.push((*owner, size));
                }
                let left = sum.complement();
                let (_, lo, hi) = &ends[free];
                let is_box = ends.iter().all(|(_, lo, hi)| lo <= hi);
                if is_box && *lo <= left && left <= *hi {
                    column[free].1 = left;
                    if !found.contains(&column) {
                        found.push(column);
                    }
                }
            }
        }
        found
    }

    /// Every combination of vertices. `None` when some column has none.
    pub(crate) fn completions(&self, eps: &Rat) -> Option<Vec<Vec<Column>>> {
        let mut all: Vec<Vec<Column>> = vec![Vec::new()];
        for company in 0..self.columns.len() {
            let vertices = self.vertices(company, eps);
            if vertices.is_empty() {
                return None;
            }
            let extend = |done: Vec<Column>| {
                vertices.iter().map(move |v| done.iter().cloned().chain([v.clone()]).collect())
            };
            all = all.into_iter().flat_map(extend).collect();
        }
        Some(all)
    }

    /// A random possible world: a mixture of a random vertex and the middle of all vertices.
    pub(crate) fn sample(&self, picks: &[u32], eps: &Rat) -> Option<Vec<Column>> {
        let mut columns = Vec::new();
        for company in 0..self.columns.len() {
            let vertices = self.vertices(company, eps);
            let pick = |k: usize| picks[(company * 2 + k) % picks.len()];
            let corner = vertices.get(pick(0) as usize % vertices.len().max(1))?;
            let other = &vertices[pick(1) as usize % vertices.len()];
            let part = rat(i64::from(pick(1) % 13), 13);
            let mix = |a: &Rat, b: &Rat| &(a * &part) + &(b * &part.complement());
            let column = corner.iter().zip(other).map(|(a, b)| (a.0, mix(&a.1, &b.1))).collect();
            columns.push(column);
        }
        Some(columns)
    }
}

/// The share of a set in every company of a completed world: the least solution.
pub(crate) fn shares(world: &[Column], set: &[u32]) -> Vec<Rat> {
    let n = world.len();
    let is_in = |o: Option<u32>| o.is_some_and(|o| set.contains(&o));
    let mut live = vec![false; n];
    loop {
        let mut changed = false;
        for j in 0..n {
            let leads = |&(owner, ref w): &(Option<u32>, Rat)| {
                let onward = owner.is_some_and(|o| (o as usize) < n && live[o as usize]);
                w.is_positive() && (is_in(owner) || onward)
            };
            if !live[j] && world[j].iter().any(leads) {
                live[j] = true;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut m = vec![vec![Rat::ZERO; n + 1]; n];
    for j in 0..n {
        m[j][j] = Rat::ONE;
        if !live[j] || set.contains(&(j as u32)) {
            if set.contains(&(j as u32)) {
                m[j][n] = Rat::ONE;
            }
            continue;
        }
        for (owner, w) in &world[j] {
            if is_in(*owner) {
                m[j][n] = &m[j][n] + w;
            } else if let Some(o) = owner.filter(|&o| (o as usize) < n && live[o as usize]) {
                m[j][o as usize] = &m[j][o as usize] - w;
            }
        }
    }
    eliminate(m)
}

fn eliminate(mut m: Vec<Vec<Rat>>) -> Vec<Rat> {
    let n = m.len();
    for c in 0..n {
        let p = (c..n).find(|&r| !m[r][c].is_zero()).expect("live nodes leak");
        m.swap(c, p);
        let pivot = m[c].clone();
        for (r, row) in m.iter_mut().enumerate() {
            if r != c && !row[c].is_zero() {
                let f = &row[c] / &pivot[c];
                for k in c..=n {
                    row[k] = &row[k] - &(&f * &pivot[k]);
                }
            }
        }
    }
    (0..n).map(|j| &m[j][n] / &m[j][j]).collect()
}

/// Everybody drawn in by a set in a completed world.
pub(crate) fn drawn_in(
    world: &[Column],
    set: &[u32],
    meets: impl Fn(&Rat) -> bool,
) -> BTreeSet<u32> {
    let mut members: BTreeSet<u32> = set.iter().copied().collect();
    loop {
        let before = members.len();
        for (j, column) in world.iter().enumerate() {
            let held = column
                .iter()
                .filter(|(o, _)| o.is_some_and(|o| members.contains(&o) && o != j as u32))
                .fold(Rat::ZERO, |sum, (_, w)| &sum + w);
            if meets(&held) {
                members.insert(j as u32);
            }
        }
        if members.len() == before {
            break;
        }
    }
    set.iter().for_each(|s| {
        members.remove(s);
    });
    members
}
