//! `cargo xtask bench build`: invented registers of a given size from files to a published store,
//! and what questions to that store cost, cold and warm.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use cuibono_query::Snapshot;
use cuibono_store::Store;

use super::stats::{Row, Times, aim, grouped, megabytes, print};
use super::{child, machine, peer, profile, psc, stages, warm};

const COMPANIES: u64 = 1_000_000;
const SEED: u64 = 1;
/// Titles asked for by a fresh start of the binary.
const COLD: usize = 25;
/// Titles and companies asked about in one process, each.
const WARM: usize = 5000;
/// Names searched for.
const SEARCHED: usize = 1000;
/// Questions before the ones that are timed.
const WARM_UP: usize = 500;
struct Options {
    companies: u64,
    is_profiled: bool,
}

/// Reads the arguments and measures.
pub(super) fn run(arguments: &[String]) -> ExitCode {
    let mut options = Options { companies: COMPANIES, is_profiled: false };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let number = || rest.clone().next().and_then(|text| text.parse().ok());
        match (argument.as_str(), number()) {
            ("--profile", _) => options.is_profiled = true,
            ("--companies", Some(companies)) => {
                options.companies = companies;
                rest.next();
            }
            _ => return crate::usage("bench build [--companies N] [--profile]"),
        }
    }
    crate::exit(measure(&options))
}

fn measure(options: &Options) -> Result<(), String> {
    let before = machine::line();
    let binary = super::binary()?;
    let work = super::work_folder()?;
    let input = invent(&binary, &work, options.companies)?;
    let mut rows = Vec::new();
    let store = built(&binary, &work, &input, &mut rows)?;
    staged(&work, &input, &store, &mut rows)?;
    asked(&binary, &store, &mut rows)?;
    read_beside_peer(&work, &input, &mut rows)?;
    println!("\n{} companies, seed {SEED}\n", grouped(options.companies));
    print(&rows);
    println!("\nbefore: {before}\nafter: load {}", machine::load().unwrap_or_else(|| "?".into()));
    if options.is_profiled {
        profile::run(&work, &input)?;
    }
    Ok(())
}

/// Writes the registers anew, so that they are those of this code.
fn invent(binary: &Path, work: &Path, companies: u64) -> Result<PathBuf, String> {
    let folder = work.join("registers");
    clear(&folder)?;
    eprintln!("inventing {} companies", grouped(companies));
    let mut command = Command::new(binary);
    command.args(["synth", "--companies", &companies.to_string(), "--seed", &SEED.to_string()]);
    let run = child::run(command.arg("--out").arg(&folder))?;
    eprintln!("{:.1} s", run.time.as_secs_f64());
    // The truth beside the registers is no input.
    clear(&folder.join("truth"))?;
    Ok(folder)
}

/// Removes a folder, if it is there.
pub(super) fn clear(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

/// Builds a store with the binary.
fn built(binary: &Path, work: &Path, input: &Path, rows: &mut Vec<Row>) -> Result<PathBuf, String> {
    let out = work.join("store");
    clear(&out)?;
    eprintln!("building");
    let run = child::run(Command::new(binary).arg("build").arg("--out").arg(&out).arg(input))?;
    let store = Store::open(&out).map_err(|error| error.to_string())?;
    let manifest = store.manifest();
    let count = |name: &str| manifest.counts.get(name).copied().unwrap_or(0);
    let records: u64 = manifest.inputs.iter().map(|input| input.records).sum();
    let rate = records as f64 / run.time.as_secs_f64();
    let seconds = run.time.as_secs_f64();
    let what = format!("build: {} records in {seconds:.1} s", grouped(records));
    let figure = format!("{} records/s", grouped(rate as u64));
    rows.push(Row::aimed(what, figure, "≥ 100,000", rate >= 100_000.0));
    if let Some(processor) = run.processor {
        let figure = format!("{:.1} s", processor.as_secs_f64());
        rows.push(Row::new("build: processor time, all cores together", figure));
    }
    let what = "build: most memory resident at once";
    match run.peak_bytes {
        Some(peak) => rows.push(Row::aimed(what, megabytes(peak), "≤ 2 GB", peak <= 2_000_000_000)),
        None => rows.push(Row::new(what, "not measured on this system")),
    }
    let bytes: u64 = manifest.sections.iter().map(|section| section.bytes).sum();
    let entities = count("things") + count("intervals");
    let what = format!(
        "store: {} for {} things, {} relationships and other intervals, {} statements",
        megabytes(bytes),
        grouped(count("things")),
        grouped(count("intervals")),
        grouped(count("statements")),
    );
    rows.push(Row::new(what, format!("{} bytes/entity", bytes / entities.max(1))));
    Ok(out)
}

/// Builds again through the library, for the stages.
fn staged(work: &Path, input: &Path, first: &Path, rows: &mut Vec<Row>) -> Result<(), String> {
    let out = work.join("store-again");
    clear(&out)?;
    eprintln!("building again, by stage");
    let staged = stages::run(input, &out)?;
    for (stage, time) in &staged.stages {
        let figure = format!("{:.1} s", time.as_secs_f64());
        rows.push(Row::new(format!("build again: {stage:?}").to_lowercase(), figure));
    }
    let digest = |path: &Path| Store::open(path).map(|store| store.digest().to_owned());
    let is_same = digest(first).map_err(|error| error.to_string())? == staged.digest;
    let figure = if is_same { "the same bytes" } else { "other bytes" };
    rows.push(Row::aimed("build again: the store", figure, "the same bytes", is_same));
    clear(&out)
}

/// Asks the store, cold and warm.
fn asked(binary: &Path, path: &Path, rows: &mut Vec<Row>) -> Result<(), String> {
    eprintln!("asking");
    let sample = warm::sample(path, WARM + WARM_UP)?;
    let mut times: Vec<Duration> = Vec::new();
    for id in sample.titles.iter().take(COLD) {
        times.push(child_time(Command::new(binary).arg("owners").arg(path).arg(id))?);
    }
    let times = Times::new(times);
    let what = format!("`owners` from a cold start, {} titles: median, worst", times.len());
    let figure = format!("{:.0} ms, {:.0} ms", times.ms(50.0), times.ms(100.0));
    rows.push(Row::aimed(what, figure, "≤ 300 ms", times.ms(100.0) <= 300.0));

    let snapshot = Snapshot::open(path).map_err(|error| error.to_string())?;
    for (ids, what) in [(&sample.titles, "titles"), (&sample.companies, "companies")] {
        let (first, ids) = ids.split_at(WARM_UP.min(ids.len()));
        warm::owners(&snapshot, first)?;
        let answers = warm::owners(&snapshot, ids)?;
        let p99 = answers.passed.ms(99.0);
        let row = told(&format!("`owners` warm, {what}"), &answers);
        rows.push(Row { aim: aim("p99 ≤ 5 ms", p99 <= 5.0), ..row });
    }
    let (first, names) = sample.names.split_at((WARM_UP / 5).min(sample.names.len()));
    warm::search(&snapshot, first)?;
    let answers = warm::search(&snapshot, &names[..names.len().min(SEARCHED)])?;
    rows.push(told("`search` warm, whole names", &answers));
    Ok(())
}

/// A row of percentiles.
fn told(what: &str, answers: &warm::Answers) -> Row {
    let times = &answers.passed;
    let [half, most, worst] = [50.0, 99.0, 100.0].map(|percent| times.ms(percent));
    let mut figure = format!("{half:.2} ms, {most:.2} ms, {worst:.1} ms");
    if let Some(on_core) = answers.on_core {
        figure.push_str(&format!("; {:.2} ms on a core", on_core.as_secs_f64() * 1000.0));
    }
    let count = grouped(times.len() as u64);
    Row::new(format!("{what}, {count} questions: p50, p99, worst; mean"), figure)
}

/// How long a program runs from its start to its end, without looking at it meanwhile.
fn child_time(command: &mut Command) -> Result<Duration, String> {
    let started = Instant::now();
    crate::workspace::output(command)?;
    Ok(started.elapsed())
}

/// The read stage on the PSC snapshot beside DuckDB's reader on the same bytes.
fn read_beside_peer(work: &Path, input: &Path, rows: &mut Vec<Row>) -> Result<(), String> {
    eprintln!("reading the PSC snapshot");
    let path = psc::unpack(input, work)?;
    let mut best: Option<psc::Read> = None;
    for _ in 0..peer::ROUNDS {
        let read = psc::read(&path)?;
        if best.as_ref().is_none_or(|best| read.time < best.time) {
            best = Some(read);
        }
    }
    let Some(ours) = best else { return Ok(()) };
    let bytes = std::fs::metadata(&path).map_err(|error| error.to_string())?.len();
    let seconds = ours.time.as_secs_f64();
    let what = format!("PSC snapshot alone, {}: read and mapped", megabytes(bytes));
    let rate = grouped((ours.records as f64 / seconds) as u64);
    rows.push(Row::new(what, format!("{seconds:.2} s, {rate} records/s")));
    match peer::run(&path) {
        Ok(peer) => {
            let name = format!("DuckDB {}, {} rows", peer.version, grouped(peer.rows));
            let ratio = |theirs: f64| format!("{theirs:.2} s, {:.2} of our rate", seconds / theirs);
            rows.push(Row::new(format!("{name}: read and counted"), ratio(peer.counting)));
            let times = peer.extracting / seconds;
            let (what, figure) =
                (format!("{name}: the same fields extracted"), ratio(peer.extracting));
            rows.push(Row::aimed(what, figure, "ours ≥ 2 times as fast", times >= 2.0));
        }
        Err(reason) => {
            rows.push(Row::new("DuckDB on the same file", format!("left out: {reason}")))
        }
    }
    std::fs::remove_file(&path).map_err(|error| error.to_string())
}
