//! How long warm questions take: owners of things picked evenly from a store, slowest last.
//!
//! `cargo run --release -p cuibono-query --example owners_latency -- STORE [COUNT]`

use std::time::Instant;

use cuibono_model::PartyClass;
use cuibono_query::{Question, Snapshot};

const PASSES: usize = 4;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let store = arguments.next().ok_or("give a store")?;
    let count: u64 = arguments.next().map_or(Ok(3000), |text| text.parse())?;
    let snapshot = Snapshot::open(store.as_ref())?;
    let things = u64::from(snapshot.thing_count());
    let question = Question::default();
    for class in [PartyClass::Asset, PartyClass::UkCompany, PartyClass::ForeignCompany] {
        // A multiplicative walk visits the numbers in no order that the store knows.
        let picked: Vec<u32> = (0..things)
            .map(|k| ((k * 2_654_435_761 + 12_345) % things) as u32)
            .filter(|&thing| snapshot.class(thing) == class)
            .take(count as usize)
            .collect();
        // Several passes over all of them; of each thing the fastest counts, so that what other
        // programs do meanwhile is left out, while each pass finds the caches as another left them.
        let mut times: Vec<(f64, u32, usize)> =
            picked.iter().map(|&thing| (f64::INFINITY, thing, 0)).collect();
        for _ in 0..PASSES {
            for slot in &mut times {
                let start = Instant::now();
                let view = snapshot.owners(slot.1, &question)?;
                slot.0 = slot.0.min(start.elapsed().as_secs_f64() * 1e3);
                slot.2 = view.owners.len();
            }
        }
        times.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Some(last) = times.len().checked_sub(1) else { continue };
        let at = |part: f64| times[(last as f64 * part) as usize].0;
        println!(
            "{class:?}: {} questions, ms p50 {:.3} p90 {:.3} p99 {:.3} p99.9 {:.3} max {:.3}",
            times.len(),
            at(0.5),
            at(0.9),
            at(0.99),
            at(0.999),
            at(1.0)
        );
        for (ms, thing, owners) in times.iter().rev().take(5) {
            println!("  {ms:.3} ms: {} with {owners} owners", snapshot.id_of(*thing)?);
        }
    }
    Ok(())
}
