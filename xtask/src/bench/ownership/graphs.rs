//! Invented graphs to measure on: a register of the United Kingdom's shape and the worst cases. The
//! same every time.

use std::ops::ControlFlow;

use cuibono_model::{InterestKind, PartyClass, Ratio, Share};
use cuibono_ownership::{Graph, Holding, Node};

/// Owner, owned, share.
pub(super) type Holdings = Vec<(u32, u32, Share)>;

// The counts of a published register graph of August 2021 (Polovnikov, Pospelov and Skougarevskiy).
pub(super) const HOLDERS: u32 = 3_770_439;
pub(super) const BETWEEN: u32 = 151_803;
const LEAVES: u32 = 4_047_325;
pub(super) const NODES: u32 = HOLDERS + BETWEEN + LEAVES;
const HOLDINGS: usize = 5_096_560;
const AMONG_BETWEEN: usize = 45_295;
const DIRECT: f64 = 0.9109;

/// Numbers that look random, the same every time.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((u128::from(self.0) * u128::from(n)) >> 64) as u32
    }

    /// Bands that fit beside each other, but for one company in a hundred.
    fn share(&mut self, holders: u32) -> Share {
        match (holders, self.below(100)) {
            (_, 0) => Share::band_75_100(),
            (1, 1..=79) => Share::band_75_100(),
            (1, 80..=89) => Share::band_50_75(),
            (2 | 3, 1..=89) => Share::band_25_50(),
            (1..=3, _) => exact(u64::from(self.below(25)) + 1, 100),
            _ => exact(u64::from(100 / holders), 100),
        }
    }
}

pub(super) fn exact(n: u64, d: u64) -> Share {
    Ratio::new(n, d).and_then(Share::exact).unwrap_or(Share::UNKNOWN)
}

/// A register: holders first, then companies between others, then companies that hold nothing.
pub(super) fn register() -> Holdings {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let leaf = HOLDERS + BETWEEN;
    let direct = (HOLDINGS as f64 * DIRECT) as usize;
    let mut pairs = Vec::with_capacity(HOLDINGS);
    // Every leaf has a holder; the others come at random.
    for k in 0..direct {
        let owned = if k < LEAVES as usize { leaf + k as u32 } else { leaf + dice.below(LEAVES) };
        pairs.push((dice.below(HOLDERS), owned));
    }
    for k in 0..AMONG_BETWEEN {
        // Most point onward; a few close rings.
        let (a, b) = (dice.below(BETWEEN), dice.below(BETWEEN));
        let (a, b) = if k % 200 == 0 { (a.max(b), a.min(b)) } else { (a.min(b), a.max(b)) };
        pairs.push((HOLDERS + a, HOLDERS + b));
    }
    while pairs.len() < HOLDINGS {
        let middle = HOLDERS + dice.below(BETWEEN);
        if dice.below(2) == 0 {
            pairs.push((dice.below(HOLDERS), middle));
        } else {
            pairs.push((middle, leaf + dice.below(LEAVES)));
        }
    }
    let mut holders = vec![0u32; NODES as usize];
    for (_, owned) in &pairs {
        holders[*owned as usize] += 1;
    }
    let holding = |(owner, owned): (u32, u32)| (owner, owned, dice.share(holders[owned as usize]));
    pairs.into_iter().map(holding).collect()
}

/// Companies that all hold parts of each other, each with one holder outside, numbered after them.
pub(super) fn core(n: u32) -> Holdings {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut holdings = Vec::new();
    for v in 0..n {
        holdings.push((n + v, v, exact(1, 10)));
        for w in (0..n).filter(|&w| w != v) {
            holdings.push((w, v, exact(u64::from(1 + dice.below(6)), 10_000)));
        }
    }
    holdings
}

/// Each company holds the one before it.
pub(super) fn chain(n: u32) -> Holdings {
    (0..n - 1).map(|k| (k + 1, k, Share::band_75_100())).collect()
}

/// One company with `n` holders.
pub(super) fn hub(n: u32) -> Holdings {
    (1..=n).map(|k| (k, 0, exact(1, u64::from(n)))).collect()
}

/// Companies that hold equal parts of each other, and one party that holds a tenth of each.
pub(super) fn clique(n: u32) -> Holdings {
    (0..n)
        .flat_map(|a| (0..n).filter(move |&b| a != b).map(move |b| (a, b)))
        .map(|(a, b)| (a, b, exact(1, 600)))
        .chain((0..n).map(|k| (n, k, exact(1, 10))))
        .collect()
}

/// As holdings of the engine.
pub(super) fn as_holdings(list: &Holdings) -> Vec<Holding> {
    let holding =
        |&(a, b, share): &(u32, u32, Share)| Holding::new(a, b, InterestKind::Shareholding, share);
    list.iter().map(holding).collect()
}

/// A graph to cut questions out of.
pub(super) struct Rows {
    holdings: Holdings,
    by_owned: (Vec<u32>, Vec<u32>),
    by_owner: (Vec<u32>, Vec<u32>),
    is_person: fn(u32) -> bool,
}

impl Rows {
    pub(super) fn new(nodes: u32, holdings: Holdings, is_person: fn(u32) -> bool) -> Rows {
        let by_owned = rows(nodes, &holdings, |h| h.1);
        let by_owner = rows(nodes, &holdings, |h| h.0);
        Rows { holdings, by_owned, by_owner, is_person }
    }

    fn visit(
        &self,
        (starts, places): &(Vec<u32>, Vec<u32>),
        node: u32,
        visit: &mut dyn FnMut(Holding) -> ControlFlow<()>,
    ) {
        let range = starts[node as usize] as usize..starts[node as usize + 1] as usize;
        let _ = places[range].iter().try_for_each(|&place| {
            let (owner, owned, share) = self.holdings[place as usize];
            visit(Holding::new(owner, owned, InterestKind::Shareholding, share))
        });
    }
}

impl Graph for Rows {
    fn node(&self, node: u32) -> Node {
        let is_person = (self.is_person)(node);
        Node::new(node, if is_person { PartyClass::Person } else { PartyClass::UkCompany })
    }

    fn holders(&self, node: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        self.visit(&self.by_owned, node, visit);
    }

    fn holdings(&self, node: u32, visit: &mut dyn FnMut(Holding) -> ControlFlow<()>) {
        self.visit(&self.by_owner, node, visit);
    }
}

/// Places of holdings by node.
fn rows(
    nodes: u32,
    holdings: &Holdings,
    node: impl Fn(&(u32, u32, Share)) -> u32,
) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; nodes as usize + 1];
    for h in holdings {
        starts[node(h) as usize + 1] += 1;
    }
    for k in 1..starts.len() {
        starts[k] += starts[k - 1];
    }
    let mut next = starts.clone();
    let mut places = vec![0; holdings.len()];
    for (place, h) in holdings.iter().enumerate() {
        let slot = &mut next[node(h) as usize];
        places[*slot as usize] = place as u32;
        *slot += 1;
    }
    (starts, places)
}
