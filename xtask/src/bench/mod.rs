//! `cargo xtask bench NAME`: figures with the command that makes them. Nothing here fails because
//! something was slow.

mod ownership;

use std::process::ExitCode;

/// Lists what can be measured, or measures it.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    match arguments.split_first() {
        Some((name, rest)) if name == "names" => crate::bench_names::run(rest),
        Some((name, rest)) if name == "ownership" => ownership::run(rest),
        _ => {
            eprintln!("usage: cargo xtask bench names | ownership [--peer PYTHON]");
            ExitCode::from(2)
        }
    }
}
