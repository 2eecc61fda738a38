//! `cargo xtask generate`: pages of `docs/` that are written from the code, so that they cannot
//! disagree with it. The same code always gives the same bytes.

mod cli;
mod issues;
mod sources;

use std::process::ExitCode;

use crate::workspace::root;

/// A page: its path and how it is written.
type Page = (&'static str, fn() -> Result<String, String>);

const PAGES: &[Page] = &[
    ("docs/cli.md", cli::page),
    ("docs/issues.md", issues::page),
    ("docs/sources.md", sources::page),
];

/// Writes the pages, or with `--check` only compares.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    match arguments {
        [] => crate::exit(write()),
        [flag] if flag == "--check" => crate::exit(check()),
        _ => crate::usage("generate [--check]"),
    }
}

fn write() -> Result<(), String> {
    for (path, page) in PAGES {
        let text = page()?;
        if crate::workspace::read(path).is_ok_and(|old| old == text) {
            continue;
        }
        let target = root().join(path);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder).map_err(|error| format!("{path}: {error}"))?;
        }
        std::fs::write(&target, text).map_err(|error| format!("{path}: {error}"))?;
        println!("{path} written");
    }
    Ok(())
}

/// Whether every page is what the code says.
pub(crate) fn check() -> Result<(), String> {
    let mut stale = Vec::new();
    for (path, page) in PAGES {
        if crate::workspace::read(path).ok() != Some(page()?) {
            stale.push(*path);
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("out of date: {}; run `cargo xtask generate`", stale.join(", ")))
}

/// The line that stands in every generated page.
const NOTICE: &str = "<!-- Written by `cargo xtask generate`; edit the code instead. -->";
