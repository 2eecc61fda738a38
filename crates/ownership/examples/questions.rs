//! Measures single questions and worst cases: a dense core of cross-holdings, a long chain, a hub,
//! a clique, and many ordinary structures. Times are printed, nothing is asserted.
//!
//! `cargo run --release --example questions -p cuibono-ownership`

use std::time::Instant;

use cuibono_model::{InterestKind, PartyClass, Ratio, Share};
use cuibono_ownership::extract::{Graph, Limits, above};
use cuibono_ownership::{Holding, Node, Options, Problem, Rank};
use std::ops::ControlFlow;

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((u128::from(self.0) * u128::from(n)) >> 64) as u32
    }
}

fn exact(n: u64, d: u64) -> Share {
    Ratio::new(n, d).and_then(Share::exact).unwrap_or(Share::UNKNOWN)
}

/// A graph from a list of holdings.
struct List {
    holders: Vec<Vec<Holding>>,
    held: Vec<Vec<Holding>>,
    persons_from: u32,
}

impl List {
    fn new(nodes: u32, persons_from: u32, holdings: &[(u32, u32, Share)]) -> List {
        let mut list = List {
            holders: vec![Vec::new(); nodes as usize],
            held: vec![Vec::new(); nodes as usize],
            persons_from,
        };
        for &(owner, owned, share) in holdings {
            let h = Holding::new(owner, owned, InterestKind::Shareholding, share);
            list.holders[owned as usize].push(h);
            list.held[owner as usize].push(h);
        }
        list
    }
}

impl Graph for List {
    fn node(&self, node: u32) -> Node {
        let is_person = node >= self.persons_from;
        Node::new(node, if is_person { PartyClass::Person } else { PartyClass::UkCompany })
    }

    fn holders(&self, node: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        let _ = self.holders[node as usize].iter().try_for_each(|h| visit(*h));
    }

    fn holdings(&self, node: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        let _ = self.held[node as usize].iter().try_for_each(|h| visit(*h));
    }
}

fn ask(graph: &List, subject: u32, options: Options) -> (usize, usize, bool) {
    let part = above(graph, &[subject], Limits::default());
    let problem = Problem::new(&part.nodes, &part.holdings, options);
    let owners = problem.owners(subject).map_or(0, |o| o.parties.len());
    let mut chains = 0;
    if let Some(first) = problem.owners(subject).and_then(|o| o.parties.first().map(|p| p.node)) {
        chains = problem.chains(first, subject, 3, Rank::Middle, 10_000).0.len();
    }
    (owners, chains, !part.cut.is_empty())
}

fn timed(name: &str, work: impl FnOnce() -> String) {
    let start = Instant::now();
    let said = work();
    println!("{name:<46}{:>10.3} ms  {said}", start.elapsed().as_secs_f64() * 1e3);
}

fn main() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    ordinary(&mut dice);
    core(&mut dice);
    let n = 100_000u32;
    let chain: Vec<_> = (0..n - 1).map(|k| (k + 1, k, Share::band_75_100())).collect();
    let graph = List::new(n, n - 1, &chain);
    timed("chain of 100,000, from below", || format!("{:?}", ask(&graph, 0, Options::default())));
    timed("chain of 100,000, whole, one owner", || {
        let holdings: Vec<Holding> = graph.holders.iter().flatten().copied().collect();
        let problem = Problem::new(&[], &holdings, Options::default());
        format!("up to {:e}", problem.cash_flow(&[n - 1], 0).max_f64())
    });
    let m = 1_000_000u32;
    let hub: Vec<_> = (1..=m).map(|k| (k, 0, exact(1, 1_000_000))).collect();
    let graph = List::new(m + 1, 1, &hub);
    timed("hub of 1,000,000 holders", || format!("{:?}", ask(&graph, 0, Options::default())));
    let clique: Vec<_> = (0..500)
        .flat_map(|a| (0..500).filter(move |&b| a != b).map(move |b| (a, b)))
        .map(|(a, b)| (a, b, exact(1, 600)))
        .chain((0..500).map(|k| (500, k, exact(1, 10))))
        .collect();
    let graph = List::new(501, 500, &clique);
    timed("clique of 500, cut at 50,000 holdings", || {
        format!("{:?}", ask(&graph, 0, Options::default()))
    });
    timed("clique of 500, whole, one owner", || {
        let holdings: Vec<Holding> = graph.holders.iter().flatten().copied().collect();
        let problem = Problem::new(&[], &holdings, Options::default());
        let share = problem.cash_flow(&[500], 0);
        format!("{} to {}", share.min_f64(), share.max_f64())
    });
}

/// Trees of up to three layers with one to four banded holders, some joined by rings.
fn ordinary(dice: &mut Dice) {
    let companies = 200_000u32;
    let mut holdings = Vec::new();
    for v in 0..companies {
        let holders = 1 + dice.below(4);
        for _ in 0..holders {
            let is_company = dice.below(100) < 30 && v + 1 < companies;
            let owner = if is_company {
                let ring = dice.below(50) == 0;
                if ring { dice.below(companies) } else { v + 1 + dice.below(companies - v - 1) }
            } else {
                companies + dice.below(300_000)
            };
            let share = match holders {
                1 => Share::band_75_100(),
                2 | 3 => Share::band_25_50(),
                _ => exact(1, 5),
            };
            holdings.push((owner, v, share));
        }
    }
    let graph = List::new(companies + 300_000, companies, &holdings);
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..10_000 {
        let subject = dice.below(companies);
        let start = Instant::now();
        let part = above(&graph, &[subject], Limits::default());
        let problem = Problem::new(&part.nodes, &part.holdings, Options::default());
        let owners = problem.owners(subject);
        let first = owners.and_then(|o| o.parties.first().map(|p| p.node));
        if let Some(first) = first {
            std::hint::black_box(problem.chains(first, subject, 3, Rank::Middle, 10_000));
        }
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let at = |q: f64| times[((times.len() - 1) as f64 * q) as usize];
    println!(
        "10,000 point questions with bounds and chains: p50 {:.3} ms, p99 {:.3} ms, most {:.3} ms",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

/// 1,400 companies that hold parts of each other, each with one holder outside.
fn core(dice: &mut Dice) {
    let n = 1_400u32;
    let mut holdings = Vec::new();
    for v in 0..n {
        holdings.push((n + v, v, exact(1, 10)));
        for w in (0..n).filter(|&w| w != v) {
            let parts = u64::from(1 + dice.below(6));
            holdings.push((w, v, exact(parts, 10_000)));
        }
    }
    let list: Vec<Holding> = holdings
        .iter()
        .map(|&(a, b, s)| Holding::new(a, b, InterestKind::Shareholding, s))
        .collect();
    let nodes: Vec<Node> = (0..n).map(|v| Node::new(v, PartyClass::UkCompany)).collect();
    let start = Instant::now();
    let problem = Problem::new(&nodes, &list, Options::default());
    println!(
        "dense core of 1,400: {} holdings read in {:.3} s",
        list.len(),
        start.elapsed().as_secs_f64()
    );
    timed("dense core, one owner in every company", || {
        let held = problem.holdings_of(&[n]);
        let gap =
            held.iter().map(|h| h.cash_flow.max_f64() - h.cash_flow.min_f64()).fold(0.0, f64::max);
        format!("{} companies, greatest uncertainty {gap:.1e}", held.len())
    });
    timed("dense core, all owners of one company", || {
        let found = problem.owners(0).map_or(0, |o| o.parties.len());
        format!("{found} owners")
    });
}
