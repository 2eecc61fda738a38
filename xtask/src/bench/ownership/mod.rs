//! `cargo xtask bench ownership`: what questions of ownership cost on an invented register of the
//! United Kingdom's shape and on the worst graphs, beside what SciPy does nearest to it.
//!
//! Prints tables for `docs/performance-ownership.md`. Nothing here fails because something was slow.

mod graphs;
mod peer;

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::Instant;

use cuibono_model::PartyClass;
use cuibono_ownership::bulk::BulkGraph;
use cuibono_ownership::{Limits, Node, Options, Problem, Rank, Threshold, Worlds, above};

use graphs::{BETWEEN, Dice, HOLDERS, Holdings, NODES, Rows};

/// Parties on the list that is followed forward.
const LISTED: u32 = 20_000;
/// Companies that hold parts of each other.
const CORE: u32 = 1_400;
/// Questions about single companies.
const QUESTIONS: usize = 10_000;
/// How often a thing is timed; the best counts, for us as for the peer.
const ROUNDS: usize = 3;

/// Seconds of ours that have a counterpart.
#[derive(Default)]
struct Ours {
    build: f64,
    owners: f64,
    forward: f64,
    core: f64,
}

/// Measures and prints.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let python = match arguments {
        [] => None,
        [flag, python] if flag == "--peer" => Some(python.as_str()),
        _ => return crate::usage("bench ownership [--peer PYTHON]"),
    };
    if cfg!(debug_assertions) {
        let mut again = crate::workspace::cargo();
        again.args(["run", "--quiet", "--release", "--package", "xtask", "--"]);
        again.args(["bench", "ownership"]).args(arguments);
        return crate::exit(crate::workspace::run(&mut again));
    }
    crate::exit(measure(python))
}

fn measure(python: Option<&str>) -> Result<(), String> {
    println!("{}\n", machine());
    println!("| what | figure | aim |\n| --- | --- | --- |");
    let mut ours = Ours::default();
    let register = graphs::register();
    whole(&register, &mut ours)?;
    let path = peer::write(&register)?;
    points(register);
    ours.core = core();
    worst();
    println!("\nload at the end: {}", load());
    match peer::run(python, &path) {
        Ok(theirs) => peer::compare(&ours, &theirs),
        Err(reason) => println!("\nSciPy was left out: {reason}"),
    }
    Ok(())
}

/// Whole registers.
fn whole(register: &Holdings, ours: &mut Ours) -> Result<(), String> {
    let start = Instant::now();
    let graph = BulkGraph::new(NODES, register, &[]).map_err(|e| e.to_string())?;
    ours.build = start.elapsed().as_secs_f64();
    row("register in memory from a list of holdings", ours.build, None, "");
    let mut counts = (0, 0, 0);
    ours.owners = best(|| {
        let start = Instant::now();
        let owners = graph.ultimate_owners(0.0);
        let took = start.elapsed().as_secs_f64();
        counts = owners.count(Threshold::OVER_QUARTER);
        took
    });
    let said =
        format!("over 25%: certain {}, possible {}, excluded {}", counts.0, counts.1, counts.2);
    row("all ultimate owners of all companies, bounds", ours.owners, Some(1.0), &said);
    let listed: Vec<u32> = (0..LISTED).map(|k| k * 151).collect();
    let mut drawn = (0, 0);
    ours.forward = best(|| {
        let start = Instant::now();
        drawn.0 = graph.cascade(&listed, Threshold::FROM_HALF, Worlds::All).len();
        drawn.1 = graph.cascade(&listed, Threshold::FROM_HALF, Worlds::Some).len();
        start.elapsed().as_secs_f64()
    });
    let said = format!("certainly {}, possibly {}", drawn.0, drawn.1);
    row("a list of 20,000 forward, certain and possible", ours.forward, Some(0.2), &said);
    Ok(())
}

/// Questions about single companies of the register.
fn points(register: Holdings) {
    let graph = Rows::new(NODES, register, |node| node < HOLDERS);
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    for (name, from, count) in
        [("any company", HOLDERS, NODES - HOLDERS), ("a company between others", HOLDERS, BETWEEN)]
    {
        let mut times: Vec<f64> = (0..QUESTIONS)
            .map(|_| {
                let subject = from + dice.below(count);
                let start = Instant::now();
                black_box(ask(&graph, subject));
                start.elapsed().as_secs_f64()
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let at = |percent: usize| times[(times.len() - 1) * percent / 100];
        let said = format!("p50 {}, most {}", shown(at(50)), shown(at(100)));
        let what = format!("10,000 questions about {name}: cut out, bounds, chains; p99");
        row(&what, at(99), Some(0.005), &said);
    }
}

/// Owners with bounds and the chains of the first: (owners, chains, whether a limit was met).
fn ask(graph: &Rows, subject: u32) -> (usize, usize, bool) {
    let part = above(graph, &[subject], Limits::default());
    let problem = Problem::new(&part.nodes, &part.holdings, Options::default());
    let owners = problem.owners(subject);
    let first = owners.as_ref().and_then(|o| o.parties.first().map(|p| p.node));
    let chains =
        first.map_or(0, |first| problem.chains(first, subject, 3, Rank::Middle, 10_000).0.len());
    (owners.map_or(0, |o| o.parties.len()), chains, !part.cut.is_empty())
}

/// A dense core, whole; gives the seconds of one owner in every company.
fn core() -> f64 {
    let list = graphs::as_holdings(&graphs::core(CORE));
    let nodes: Vec<Node> = (0..CORE).map(|v| Node::new(v, PartyClass::UkCompany)).collect();
    let start = Instant::now();
    let problem = Problem::new(&nodes, &list, Options::default());
    let said = format!("{} holdings", list.len());
    row("dense core of 1,400 companies: read", start.elapsed().as_secs_f64(), None, &said);
    let mut gap = 0.0;
    let took = best(|| {
        let start = Instant::now();
        let held = problem.holdings_of(&[CORE]);
        let took = start.elapsed().as_secs_f64();
        let gaps = held.iter().map(|h| h.cash_flow.max_f64() - h.cash_flow.min_f64());
        gap = gaps.fold(0.0, f64::max);
        took
    });
    let said = format!("bounds at most {gap:.0e} apart");
    row("the same: one owner in every company", took, Some(2.0), &said);
    let start = Instant::now();
    let owners = problem.owners(0);
    let took_all = start.elapsed().as_secs_f64();
    let said = owners.map_or_else(String::new, |o| {
        let gaps = o.parties.iter().map(|p| p.cash_flow.max_f64() - p.cash_flow.min_f64());
        let gap = gaps.fold(0.0, f64::max);
        format!("{} owners, bounds at most {gap:.0e} apart", o.parties.len())
    });
    row("the same: all owners of one company", took_all, Some(2.0), &said);
    took
}

/// Graphs made to be hard.
fn worst() {
    let chain = graphs::chain(100_000);
    let hub = graphs::hub(1_000_000);
    let clique = graphs::clique(500);
    let limited = |name: &str, nodes: u32, list: Holdings| {
        let graph = Rows::new(nodes, list, |_| false);
        with_memory(name, || {
            let (owners, chains, is_cut) = ask(&graph, 0);
            let cut = if is_cut { ", cut where a limit was met" } else { "" };
            format!("{owners} owners, {chains} chains{cut}")
        });
    };
    let unlimited = |name: &str, owner: u32, list: &Holdings| {
        let list = graphs::as_holdings(list);
        with_memory(name, || {
            let problem = Problem::new(&[], &list, Options::default());
            let share = problem.cash_flow(&[owner], 0);
            format!("from {:.3e} to {:.3e}", share.min_f64(), share.max_f64())
        });
    };
    unlimited("chain of 100,000, whole, one owner", 99_999, &chain);
    limited("chain of 100,000, as asked by a user", 100_000, chain);
    unlimited("hub of 1,000,000, whole, one owner", 5, &hub);
    limited("hub of 1,000,000, as asked by a user", 1_000_001, hub);
    unlimited("clique of 500, whole, one owner", 500, &clique);
    limited("clique of 500, as asked by a user", 501, clique);
}

fn best(mut work: impl FnMut() -> f64) -> f64 {
    (0..ROUNDS).map(|_| work()).fold(f64::INFINITY, f64::min)
}

/// Times something and says how much more memory it needed at its peak.
fn with_memory(name: &str, work: impl FnOnce() -> String) {
    // Starts the peak anew; Linux only.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let before = memory("VmRSS");
    let start = Instant::now();
    let said = work();
    let took = start.elapsed().as_secs_f64();
    let more = memory("VmHWM").zip(before).map(|(peak, before)| peak.saturating_sub(before));
    let more = more.map_or_else(|| "memory unknown".to_owned(), |kb| format!("{} MB", kb / 1024));
    row(name, took, None, &format!("{more}; {said}"));
}

/// A line of the kernel's account of this process, in kilobytes.
fn memory(field: &str) -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with(field))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn row(what: &str, seconds: f64, aim: Option<f64>, said: &str) {
    let aim = aim.map_or_else(String::new, |aim| {
        let verdict = if seconds <= aim { "met" } else { "missed" };
        format!("≤ {}: {verdict}", shown(aim))
    });
    let apart = if said.is_empty() { "" } else { "; " };
    println!("| {what} | {}{apart}{said} | {aim} |", shown(seconds));
}

fn shown(seconds: f64) -> String {
    if seconds < 0.1 { format!("{:.3} ms", seconds * 1e3) } else { format!("{seconds:.2} s") }
}

/// Processor, cores, compiler and load.
fn machine() -> String {
    let processor = std::fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?.to_owned();
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let compiler = crate::workspace::output(Command::new("rustc").arg("--version"));
    format!(
        "{} · {cores} cores · {} · load {}",
        processor.unwrap_or_else(|| "processor unknown".to_owned()),
        compiler.unwrap_or_default().trim(),
        load()
    )
}

fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().filter(|t| !t.is_empty()).unwrap_or("unknown").to_owned()
}
