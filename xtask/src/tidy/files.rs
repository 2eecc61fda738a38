//! Rules on the text of files: length, the comment at the head, `unsafe`.

use std::path::{Path, PathBuf};

use super::ratchet::LONG_FILES;
use super::{Findings, Workspace};
use crate::workspace::root;

/// The longest a file may be, tests not counted.
const LINES_MAX: usize = 800;
/// From this length a file must say what it is for.
const HEAD_COMMENT_FROM: usize = 40;
/// The only file that may be unsafe: it maps files into memory.
const UNSAFE_FILE: &str = "crates/store/src/map.rs";
/// The attribute that would allow it.
const ALLOWS_UNSAFE: &str = concat!("[allow", "(unsafe_code)]");
/// What people write; everything else (samples, golden output, data) is data.
const WRITTEN: &[&str] = &["rs", "md", "toml", "sh", "yml", "yaml"];
/// Folders that hold no source.
const SKIPPED: &[&str] = &["target", ".git", "sample", "golden", "proptest-regressions"];

/// A text file of the repository.
pub(super) struct SourceFile {
    /// From the root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl SourceFile {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }

    /// Lines before the module of tests.
    fn lines(&self) -> usize {
        self.text.lines().take_while(|line| *line != "#[cfg(test)]").count()
    }
}

/// Every file that people write, sorted by path.
pub(super) fn all() -> Result<Vec<SourceFile>, String> {
    let root = root();
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        let told = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in std::fs::read_dir(&folder).map_err(told)? {
            let entry = entry.map_err(told)?;
            let (path, name) = (entry.path(), entry.file_name());
            let kind = entry.file_type().map_err(told)?;
            if kind.is_dir() && !SKIPPED.iter().any(|skipped| name == *skipped) {
                folders.push(path);
            } else if kind.is_file() && is_written(&path) {
                let name = relative(&root, &path);
                files.push(SourceFile { text: crate::workspace::read(&name)?, path: name });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn is_written(path: &Path) -> bool {
    let in_ci =
        path.parent().is_some_and(|folder| folder.file_name().is_some_and(|name| name == ".ci"));
    let ending = path.extension().and_then(|ending| ending.to_str());
    in_ci || ending.is_some_and(|ending| WRITTEN.contains(&ending))
}

fn relative(root: &Path, path: &Path) -> String {
    let path: PathBuf = path.strip_prefix(root).unwrap_or(path).into();
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// No file is longer than the limit, but for those on a list that only shrinks.
pub(super) fn lengths(workspace: &Workspace) -> Result<Findings, String> {
    let mut findings = Findings::new();
    let rust = || workspace.files.iter().filter(|file| file.is_rust() && !file.is_test());
    for file in rust() {
        let listed = LONG_FILES.iter().find(|(path, _)| *path == file.path);
        let (lines, path) = (file.lines(), &file.path);
        match listed {
            None if lines > LINES_MAX => {
                findings.push(format!("{path} has {lines} lines, {LINES_MAX} are the most"));
            }
            Some((_, most)) if lines > *most => {
                findings.push(format!("{path} has grown to {lines} lines from {most}"));
            }
            Some(_) if lines <= LINES_MAX => {
                findings.push(format!("{path} is short enough; take it off the list"));
            }
            _ => {}
        }
    }
    for (path, _) in LONG_FILES {
        if !rust().any(|file| file.path == *path) {
            findings.push(format!("{path} is on the list and does not exist"));
        }
    }
    Ok(findings)
}

/// Files of some length open with a comment on what they are for.
pub(super) fn head_comments(workspace: &Workspace) -> Result<Findings, String> {
    let long = workspace.files.iter().filter(|file| file.is_rust());
    let long = long.filter(|file| file.text.lines().count() >= HEAD_COMMENT_FROM);
    let bare = long.filter(|file| !file.text.starts_with("//!"));
    Ok(bare.map(|file| format!("{} does not open with `//!`", file.path)).collect())
}

/// Every crate root forbids unsafe code, but for the crate of the one file that may allow it. The
/// compiler does the rest.
pub(super) fn unsafe_code(workspace: &Workspace) -> Result<Findings, String> {
    let mut findings = Findings::new();
    for file in workspace.files.iter().filter(|file| file.is_rust()) {
        if file.text.contains(ALLOWS_UNSAFE) && file.path != UNSAFE_FILE {
            findings.push(format!("{} allows unsafe code", file.path));
        }
        let is_root = file.path.ends_with("/src/lib.rs") || file.path.ends_with("/src/main.rs");
        let holds_it = UNSAFE_FILE.starts_with(file.path.trim_end_matches("lib.rs"));
        if is_root && !holds_it && !file.text.contains("#![forbid(unsafe_code)]") {
            findings.push(format!("{} does not forbid unsafe code", file.path));
        }
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile { path: path.into(), text: text.into() }
    }

    /// How many findings a check has in these files.
    fn check(check: super::super::Check, files: Vec<SourceFile>) -> usize {
        check.1(&Workspace { metadata: serde_json::Value::Null, files }).unwrap().len()
    }

    #[test]
    fn unsafe_code_has_one_place() {
        let allows = format!("#!{ALLOWS_UNSAFE}");
        let roots = [
            ("crates/a/src/lib.rs", "#![forbid(unsafe_code)]", 0),
            ("crates/a/src/lib.rs", "", 1),
            ("crates/store/src/lib.rs", "", 0),
            ("crates/store/src/map.rs", &allows, 0),
            ("crates/store/src/open.rs", &allows, 1),
        ];
        for (path, text, findings) in roots {
            assert_eq!(check(("", unsafe_code), vec![file(path, text)]), findings, "{path} {text}");
        }
    }

    #[test]
    fn long_files_are_found() {
        let listed = |lines: usize| {
            let listed = LONG_FILES.iter().map(|(path, most)| file(path, &"\n".repeat(*most)));
            let more = file("crates/a/src/x.rs", &"\n".repeat(lines));
            listed.chain([more]).collect::<Vec<_>>()
        };
        assert_eq!(check(("", lengths), listed(LINES_MAX)), 0);
        assert_eq!(check(("", lengths), listed(LINES_MAX + 1)), 1);
        assert_eq!(check(("", lengths), Vec::new()), LONG_FILES.len());
    }

    #[test]
    fn long_files_open_with_a_comment() {
        let long = "\n".repeat(HEAD_COMMENT_FROM);
        let files =
            vec![file("a.rs", &long), file("b.rs", &format!("//! B.{long}")), file("c.rs", "")];
        assert_eq!(check(("", head_comments), files), 1);
    }

    #[test]
    fn tests_do_not_count_as_lines() {
        let text = "//! A.\nfn a() {}\n#[cfg(test)]\nmod tests {}\n";
        assert_eq!(file("a.rs", text).lines(), 2);
    }
}
