//! Measures whole-register work on an invented graph of the United Kingdom's shape: 7.97 million
//! nodes, 5.10 million holdings, 151,803 companies between others, 45,295 holdings between those
//! (the counts of the reference, section 1.5). Times are printed, nothing is asserted.
//!
//! `cargo run --release --example register -p cuibono-ownership [-- OUT.csv]` writes the graph
//! too, one `owner,owned` a line, so that other programs can be measured on the same.

use std::time::Instant;

use cuibono_model::{Ratio, Share};
use cuibono_ownership::bulk::BulkGraph;
use cuibono_ownership::{Threshold, Worlds};

const HOLDERS: u32 = 3_770_439;
const BETWEEN: u32 = 151_803;
const LEAVES: u32 = 4_047_325;
const HOLDINGS: usize = 5_096_560;
const AMONG_BETWEEN: usize = 45_295;
const DIRECT: f64 = 0.9109;

struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: u32) -> u32 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u32
    }

    /// Bands that fit beside each other, but for one company in a hundred.
    fn share(&mut self, holders: u32) -> Share {
        let exact = |n: u64| Ratio::new(n, 100).and_then(Share::exact).unwrap_or(Share::UNKNOWN);
        match (holders, self.below(100)) {
            (_, 0) => Share::band_75_100(),
            (1, 1..=79) => Share::band_75_100(),
            (1, 80..=89) => Share::band_50_75(),
            (2 | 3, 1..=89) => Share::band_25_50(),
            (1..=3, _) => exact(u64::from(self.below(25)) + 1),
            _ => exact(u64::from(100 / holders)),
        }
    }
}

fn register() -> Vec<(u32, u32, Share)> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (between, leaf) = (HOLDERS, HOLDERS + BETWEEN);
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
        pairs.push((between + a, between + b));
    }
    while pairs.len() < HOLDINGS {
        let middle = between + dice.below(BETWEEN);
        if dice.below(2) == 0 {
            pairs.push((dice.below(HOLDERS), middle));
        } else {
            pairs.push((middle, leaf + dice.below(LEAVES)));
        }
    }
    let mut holders = vec![0u32; (leaf + LEAVES) as usize];
    for (_, owned) in &pairs {
        holders[*owned as usize] += 1;
    }
    let holding = |(owner, owned): (u32, u32)| (owner, owned, dice.share(holders[owned as usize]));
    pairs.into_iter().map(holding).collect()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let holdings = register();
    if let Some(path) = std::env::args().nth(1) {
        use std::io::Write;
        let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
        for (owner, owned, _) in &holdings {
            writeln!(out, "{owner},{owned}")?;
        }
    }
    let time = |name: &str, from: Instant| {
        println!("{name:<44}{:>9.3} s", from.elapsed().as_secs_f64());
    };
    let start = Instant::now();
    let graph = BulkGraph::new(HOLDERS + BETWEEN + LEAVES, &holdings, &[])?;
    time("graph in memory from a list of holdings", start);
    for _ in 0..3 {
        let start = Instant::now();
        let owners = graph.ultimate_owners(0.0);
        time("all ultimate owners of all companies", start);
        let start = Instant::now();
        let counts = owners.count(Threshold::OVER_QUARTER);
        time("counting who is above 25%", start);
        println!("  certain, possible, excluded: {counts:?}");
    }
    let listed: Vec<u32> = (0..20_000).map(|k| k * 151).collect();
    for worlds in [Worlds::All, Worlds::Some] {
        let start = Instant::now();
        let drawn = graph.cascade(&listed, Threshold::FROM_HALF, worlds);
        time("20,000 listed parties forward", start);
        println!("  drawn in, {worlds:?} worlds: {}", drawn.len());
    }
    Ok(())
}
