//! `cargo xtask ci`: what must hold before a change is merged. `cargo xtask check` is the part of it
//! that is not tests.

use std::process::ExitCode;
use std::time::Instant;

use crate::workspace::{cargo, run as start};

type Check = (&'static str, fn() -> Result<(), String>);

const CHECKS: &[Check] = &[
    ("format", || start(cargo().args(["fmt", "--all", "--check"]))),
    ("lints", || {
        let arguments = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
        start(cargo().args(arguments))
    }),
    ("generated pages", crate::generate::check),
    ("tidy", crate::tidy::check),
];

/// Runs the checks and the tests.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    if !arguments.is_empty() {
        return crate::usage("ci");
    }
    // The tests come last even when a check has failed: one run tells everything.
    let checks = checks();
    let tests = crate::test::tests();
    crate::exit(tests.and(checks))
}

/// Runs the checks.
pub(crate) fn run_checks(arguments: &[String]) -> ExitCode {
    if !arguments.is_empty() {
        return crate::usage("check");
    }
    crate::exit(checks())
}

fn checks() -> Result<(), String> {
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        let started = Instant::now();
        let outcome = check();
        let seconds = started.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => eprintln!("{name}: passed, {seconds:.1} s"),
            Err(reason) => {
                eprintln!("{name}: failed, {seconds:.1} s\n{reason}");
                failed.push(*name);
            }
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}
