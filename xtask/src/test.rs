//! `cargo xtask test`: every test of the workspace. The last line is the test runner's own.

use std::process::ExitCode;

use crate::workspace::{cargo, has_cargo_tool, root, run as start};

/// Runs the tests.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    if !arguments.is_empty() {
        return crate::usage("test");
    }
    crate::exit(tests())
}

/// Runs every test: examples in the documentation first, so that the last line counts the rest.
pub(crate) fn tests() -> Result<(), String> {
    let has_nextest = has_cargo_tool("nextest");
    let is_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    let has_registers = root().join("../shared/data/registers").is_dir();
    eprintln!(
        "tests need the Rust toolchain only; cargo-nextest {}",
        if has_nextest { "is here and is used" } else { "would run them in less time" }
    );
    if !has_registers {
        eprintln!(
            "the real register files (../shared beside this folder) are absent: tests that read \
             them {}",
            if is_ci { "fail, since CI=true" } else { "say so and pass" }
        );
    }
    if !has_nextest {
        return start(cargo().args(["test", "--workspace", "--no-fail-fast"]));
    }
    let examples = start(cargo().args(["test", "--workspace", "--doc", "--no-fail-fast"]));
    start(cargo().args(["nextest", "run", "--workspace", "--no-fail-fast"]))?;
    examples
}
