//! Speed: analyses and comparisons a second of one core's time, the worst name one can write, and a peer on
//! the same pairs in the same run.

use super::Bench;
use super::labelled::rows;
use cuibono_matching::{Kind, Name, analyse, compare, explain};
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

/// Time this thread has had a processor for, so that other work on the machine does not count; wall
/// time where the system does not say.
#[derive(Clone, Copy)]
struct Stopwatch {
    wall: Instant,
    busy: Option<u64>,
}

impl Stopwatch {
    fn start() -> Stopwatch {
        Stopwatch { wall: Instant::now(), busy: busy() }
    }

    fn elapsed(&self) -> Duration {
        match (self.busy, busy()) {
            (Some(from), Some(to)) => Duration::from_nanos(to - from),
            _ => self.wall.elapsed(),
        }
    }
}

/// Nanoseconds on a processor, from Linux's scheduler statistics of this thread.
fn busy() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// All measurements.
pub(super) fn all(bench: &Bench) -> Result<(), String> {
    let path = bench.labelled.join("name-bench/cases.csv");
    let pairs: Vec<(Kind, String, String)> = rows(&path)?
        .into_iter()
        .map(|r| (Kind::of_schema(&r["schema"]), r["name1"].clone(), r["name2"].clone()))
        .collect();
    let _ = analyse("warm up", Kind::Person);
    let start = Stopwatch::start();
    let mut analyses = 0u64;
    while start.elapsed().as_secs_f64() < 2.0 {
        for (kind, a, b) in &pairs {
            black_box(analyse(black_box(a), *kind));
            black_box(analyse(black_box(b), *kind));
            analyses += 2;
        }
    }
    println!(
        "analyses: {:.0} a second of one core's time",
        analyses as f64 / start.elapsed().as_secs_f64()
    );
    let analysed: Vec<(Name, Name)> =
        pairs.iter().map(|(k, a, b)| (analyse(a, *k), analyse(b, *k))).collect();
    let rate = |label: &str, work: &dyn Fn() -> u64| {
        let start = Stopwatch::start();
        let mut count = 0u64;
        while start.elapsed().as_secs_f64() < 2.0 {
            count += work();
        }
        let rate = count as f64 / start.elapsed().as_secs_f64();
        println!("{label}: {rate:.0} a second of one core's time");
        rate
    };
    let ours = rate("comparisons, the labelled (alike) pairs", &|| {
        for (a, b) in &analysed {
            black_box(compare(black_box(a), black_box(b)));
        }
        analysed.len() as u64
    });
    rate("comparisons, every name with every other", &|| {
        for (a, _) in analysed.iter().take(60) {
            for (_, b) in &analysed {
                black_box(compare(black_box(a), black_box(b)));
            }
        }
        60 * analysed.len() as u64
    });
    rate("explanations", &|| {
        for (a, b) in &analysed {
            black_box(explain(black_box(a), black_box(b)));
        }
        analysed.len() as u64
    });
    let whole = rate("pairs with both analyses, as a file run does", &|| {
        for (kind, a, b) in &pairs {
            black_box(compare(&analyse(a, *kind), &analyse(b, *kind)));
        }
        pairs.len() as u64
    });
    worst();
    if let Some(python) = &bench.peer {
        peer(python, &path.to_string_lossy(), ours, whole)?;
    } else {
        println!("peer: not run (name a Python with nomenklatura installed: --peer PYTHON)");
    }
    Ok(())
}

fn worst() {
    let cases = [
        ("10,000 characters in one word", "абвгд".repeat(2_000), "abvgd".repeat(2_000)),
        (
            "500 words",
            (0..500).map(|i| format!("Zorin{i} ")).collect(),
            (0..500).map(|i| format!("Зорын{i} ")).collect(),
        ),
        ("500 initials", "A. ".repeat(500), "Б. ".repeat(500)),
        ("10,000 combining marks", format!("a{}", "\u{301}".repeat(10_000)), "a".to_owned()),
    ];
    for (label, a, b) in cases {
        for kind in [Kind::Person, Kind::Organization] {
            let start = Instant::now();
            let (x, y) = (analyse(&a, kind), analyse(&b, kind));
            let analysed = start.elapsed();
            let start = Instant::now();
            let score = compare(&x, &y);
            println!(
                "worst case, {label} ({kind:?}): analysed in {analysed:?}, compared in {:?}, score {score:.3}, cut {}",
                start.elapsed(),
                x.was_cut() || y.was_cut()
            );
        }
    }
}

const PEER: &str = r#"
import csv, sys, time
from followthemoney import model
from nomenklatura.matching import get_algorithm
algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
serial = 0
def entity(schema, name):
    global serial
    serial += 1
    made = model.make_entity(schema)
    made.id = f"n{serial}"
    made.add("name", name)
    return made
def once():
    pairs = [(entity(r["schema"], r["name1"]), entity(r["schema"], r["name2"])) for r in rows]
    start = time.process_time()
    scores = [algorithm.compare(a, b, config).score for a, b in pairs]
    return scores, time.process_time() - start
once()
scores, spent = once()
for _ in range(2):
    _, again = once()
    spent = min(spent, again)
tp = sum(s >= 0.7 and r["is_match"] == "true" for s, r in zip(scores, rows))
fp = sum(s >= 0.7 and r["is_match"] != "true" for s, r in zip(scores, rows))
fn = sum(s < 0.7 and r["is_match"] == "true" for s, r in zip(scores, rows))
print(len(rows) / spent, 2 * tp / (2 * tp + fp + fn))
"#;

fn peer(python: &str, cases: &str, ours: f64, whole: f64) -> Result<(), String> {
    let output = Command::new(python)
        .args(["-c", PEER, cases])
        .output()
        .map_err(|e| format!("{python}: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let [theirs, f1] = numbers.as_slice() else { return Err(format!("unexpected answer: {text}")) };
    println!(
        "peer logic-v2 on the same pairs, fresh entity ids, warm: {theirs:.0} pairs a second, F1 {f1:.4} at 0.70"
    );
    println!(
        "ratio: {:.0} times with names analysed before, {:.0} times with analysis",
        ours / theirs,
        whole / theirs
    );
    Ok(())
}
