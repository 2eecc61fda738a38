//! Words that do not belong in a published repository. This file is not held to its own list.

use super::{Findings, Workspace};

const THIS_FILE: &str = "xtask/src/tidy/words.rs";

/// A text, and why it is not wanted.
const BANNED: &[(&str, &str)] = &[
    ("todo!(", "unfinished"),
    ("unimplemented!(", "unfinished"),
    ("dbg!(", "left from a search for a fault"),
    ("TODO", "unfinished; open an issue instead"),
    ("FIXME", "unfinished; open an issue instead"),
    ("#[ignore", "a test that does not run"),
    ("/home/", "a path of one machine"),
    ("/Users/", "a path of one machine"),
    ("/root/", "a path of one machine"),
    ("C:\\Users", "a path of one machine"),
    ("index.crates.io", "the host of a registry"),
    ("static.crates.io", "the host of a registry"),
    ("pypi.org", "the host of a registry"),
    ("registry.npmjs.org", "the host of a registry"),
    ("proxy.golang.org", "the host of a registry"),
];

/// No file holds a banned word.
pub(super) fn banned(workspace: &Workspace) -> Result<Findings, String> {
    let mut findings = Findings::new();
    for file in workspace.files.iter().filter(|file| file.path != THIS_FILE) {
        for (number, line) in file.text.lines().enumerate() {
            for (word, why) in found(line) {
                findings.push(format!("{}:{} has `{word}`: {why}", file.path, number + 1));
            }
        }
    }
    Ok(findings)
}

fn found(line: &str) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    BANNED.iter().filter(move |(word, _)| line.contains(word))
}

#[cfg(test)]
mod tests {
    #[test]
    fn banned_words_are_found() {
        assert_eq!(super::found("let x = dbg!(y); // TODO").count(), 2);
        assert_eq!(super::found("nothing to see").count(), 0);
    }
}
