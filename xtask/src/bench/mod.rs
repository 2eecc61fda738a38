//! `cargo xtask bench NAME`: figures with the command that makes them. A measurement is one module
//! and one line of [`BENCHES`]. Nothing here fails because something was slow.

mod build;
mod child;
mod machine;
mod ownership;
mod peer;
mod profile;
mod psc;
mod stages;
mod stats;
mod warm;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::workspace::{cargo, metadata, run as start};

/// One measurement.
struct Bench {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> ExitCode,
}

const BENCHES: &[Bench] = &[
    Bench {
        name: "build",
        arguments: "[--companies N] [--profile]",
        about: "register files to published store, and what questions to it cost",
        run: build::run,
    },
    Bench {
        name: "names",
        arguments: "[--labelled DIR] [--peer PYTHON] [--only PART]",
        about: "names: accuracy on labelled cases, speed, and a peer",
        run: crate::bench_names::run,
    },
    Bench {
        name: "ownership",
        arguments: "[--peer PYTHON]",
        about: "ownership on a graph of the register's shape, worst cases, and SciPy beside",
        run: ownership::run,
    },
];

/// Lists what can be measured, or measures it.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let known = arguments.first().and_then(|name| BENCHES.iter().find(|b| b.name == name));
    let Some(bench) = known else {
        eprintln!("usage: cargo xtask bench <name>\n");
        for Bench { name, arguments, about, .. } in BENCHES {
            eprintln!("  {:36} {about}", format!("{name} {arguments}"));
        }
        return ExitCode::from(2);
    };
    if cfg!(debug_assertions) {
        // The tools are built for testing; only an optimised copy of them may measure.
        let mut again = cargo();
        again.args(["run", "--quiet", "--release", "--package", "xtask", "--", "bench"]);
        return crate::exit(start(again.args(arguments)));
    }
    (bench.run)(&arguments[1..])
}

/// A folder for what a measurement makes, in Cargo's target folder.
fn work_folder() -> Result<PathBuf, String> {
    let folder = target_folder()?.join("bench");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn target_folder() -> Result<PathBuf, String> {
    let metadata = metadata()?;
    let folder = metadata["target_directory"].as_str();
    folder.map(PathBuf::from).ok_or_else(|| "cargo names no target folder".to_owned())
}

/// Builds the optimised binary and says where it is.
fn binary() -> Result<PathBuf, String> {
    start(cargo().args(["build", "--quiet", "--release", "--bin", "cuibono"]))?;
    Ok(target_folder()?.join("release").join(format!("cuibono{}", std::env::consts::EXE_SUFFIX)))
}
