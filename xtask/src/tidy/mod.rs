//! `cargo xtask tidy`: what no compiler checks. Runs as a test too, so that it cannot be forgotten.
//!
//! A check returns what it found; finding nothing is passing. To add a rule, add a module and a line
//! of [`CHECKS`].

mod edges;
mod files;
#[cfg(test)]
mod format;
mod packages;
mod ratchet;
mod sources;
mod words;

use std::process::ExitCode;

use serde_json::Value;

use files::SourceFile;

/// What the checks look at.
struct Workspace {
    /// `cargo metadata`.
    metadata: Value,
    /// Every text file of the repository that people write.
    files: Vec<SourceFile>,
}

/// What a check found, one line each.
type Findings = Vec<String>;

type Check = (&'static str, fn(&Workspace) -> Result<Findings, String>);

const CHECKS: &[Check] = &[
    ("crate edges", edges::allowed),
    ("what a server must not reach", edges::reach),
    ("file lengths", files::lengths),
    ("head comments", files::head_comments),
    ("unsafe code", files::unsafe_code),
    ("words", words::banned),
    ("licences", packages::licences),
    ("direct dependencies", packages::reasons),
    ("sources", sources::complete),
];

/// Runs the checks.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    if !arguments.is_empty() {
        return crate::usage("tidy");
    }
    crate::exit(check())
}

/// Whether all is tidy; otherwise everything that is not.
pub(crate) fn check() -> Result<(), String> {
    let workspace = Workspace { metadata: crate::workspace::metadata()?, files: files::all()? };
    let mut text = String::new();
    for (name, check) in CHECKS {
        for finding in check(&workspace)? {
            text.push_str(&format!("\n  {name}: {finding}"));
        }
    }
    if text.is_empty() { Ok(()) } else { Err(format!("not tidy:{text}")) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_workspace_is_tidy() {
        if let Err(findings) = super::check() {
            panic!("{findings}");
        }
    }
}
