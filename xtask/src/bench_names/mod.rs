//! `cargo xtask bench names`: accuracy of name and record comparison on independent labelled
//! material, with every row that comes out wrong, and speed beside a peer in the same run. The
//! material lies beside the repository and is never part of it.

mod clusters;
mod labelled;
mod pairs;
mod records;
mod scripts;
mod speed;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

struct Bench {
    labelled: PathBuf,
    peer: Option<String>,
}

/// Runs the parts asked for; all when none is named.
pub(crate) fn run(args: &[String]) -> ExitCode {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/labelled");
    let mut bench = Bench { labelled: beside, peer: None };
    let mut only: Vec<String> = Vec::new();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        match (word.as_str(), words.next()) {
            ("--labelled", Some(path)) => bench.labelled = path.into(),
            ("--peer", Some(python)) => bench.peer = Some(python.clone()),
            ("--only", Some(part)) => only.push(part.clone()),
            _ => {
                eprintln!("unknown argument {word}: --labelled DIR, --peer PYTHON, --only PART");
                return ExitCode::from(2);
            }
        }
    }
    if cfg!(debug_assertions) {
        println!(
            "note: this is a debug build; speeds are meaningless. Use cargo run --release -p xtask -- bench names"
        );
    }
    if !bench.labelled.is_dir() {
        eprintln!(
            "the labelled material is not at {}; name its folder with --labelled",
            bench.labelled.display()
        );
        return ExitCode::FAILURE;
    }
    type Run = fn(&Bench) -> Result<(), String>;
    let parts: [(&str, Run); 10] = [
        ("names", pairs::name_bench),
        ("own", pairs::own_cases),
        ("ablation", pairs::ablation),
        ("ofac", pairs::ofac),
        ("watchman", pairs::watchman),
        ("companies", pairs::companies),
        ("records", records::checks),
        ("clusters", clusters::truth_set),
        ("scripts", scripts::all),
        ("speed", speed::all),
    ];
    let mut failed = false;
    for (name, part) in parts {
        if only.is_empty() || only.iter().any(|o| o == name) {
            println!("\n== {name}");
            if let Err(error) = part(&bench) {
                println!("FAILED: {error}");
                failed = true;
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
