//! Every source has all its parts, and every folder with a mapping is a registered source.

use std::path::Path;

use cuibono_sources::SOURCES;

use super::{Findings, Workspace};
use crate::workspace::root;

const PARTS: &[&str] = &["mod.rs", "README.md", "sample", "golden"];
/// What a README must answer.
const SAID: &[&str] = &["**Says:**", "**Cannot say:**"];

/// Each registered source has its folder with every part.
pub(super) fn complete(_: &Workspace) -> Result<Findings, String> {
    let folder = root().join("crates/sources/src");
    let mut findings = Findings::new();
    for source in SOURCES {
        findings.extend(missing(&folder, source.dataset().id)?);
    }
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(&folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_source = path.join("sample").is_dir() || path.join("README.md").is_file();
        if is_source && !SOURCES.iter().any(|source| source.dataset().id == name) {
            findings.push(format!("crates/sources/src/{name} is not registered in SOURCES"));
        }
    }
    findings.sort();
    Ok(findings)
}

fn missing(folder: &Path, id: &str) -> Result<Findings, String> {
    let folder = folder.join(id);
    let absent = PARTS.iter().filter(|part| !folder.join(part).exists());
    let mut findings: Findings = absent.map(|part| format!("{id} has no {part}")).collect();
    for part in ["sample", "golden"] {
        let is_empty = std::fs::read_dir(folder.join(part)).is_ok_and(|mut e| e.next().is_none());
        if is_empty {
            findings.push(format!("{id} has nothing in {part}"));
        }
    }
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap_or_default();
    let unsaid = SAID.iter().filter(|said| !readme.contains(**said));
    findings.extend(unsaid.map(|said| format!("the README of {id} does not answer {said}")));
    Ok(findings)
}
