//! The golden harness of every source: reads the invented records in `src/<source>/sample/` the way a
//! build does, and compares what comes out with `src/<source>/golden/`. `UPDATE_GOLDEN=1` rewrites
//! the golden files; read their difference before committing it.

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use common::{Output, read_path};
use cuibono_model::{IssueKind, Severity};
use cuibono_sources::SOURCES;

fn source_folder(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(id)
}

/// A folder below `src/` is a source when it has a sample.
fn folders_with_samples() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = std::fs::read_dir(src).expect("the crate has a src folder");
    entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.join("sample").is_dir())
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect()
}

#[test]
fn every_source_has_its_folder_and_every_folder_its_source() {
    let registered: BTreeSet<String> =
        SOURCES.iter().map(|source| source.dataset().id.to_owned()).collect();
    assert_eq!(registered.len(), SOURCES.len(), "dataset ids must be unique");
    assert_eq!(registered, folders_with_samples());
    for id in &registered {
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            continue;
        }
        for file in ["README.md", "golden/statements.jsonl", "golden/issues.jsonl"] {
            assert!(source_folder(id).join(file).is_file(), "src/{id}/{file} is missing");
        }
        let bytes = folder_bytes(&source_folder(id).join("sample"));
        assert!(bytes <= 64 * 1024, "the sample of {id} has {bytes} bytes; keep it below 64 KiB");
    }
}

fn folder_bytes(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    entries
        .map(|entry| entry.expect("a readable entry"))
        .map(|entry| match entry.path().is_dir() {
            true => folder_bytes(&entry.path()),
            false => entry.metadata().expect("a readable file").len(),
        })
        .sum()
}

#[test]
fn datasets_are_described() {
    for source in SOURCES {
        let d = source.dataset();
        for (field, text) in [
            ("title", d.title),
            ("title_uk", d.title_uk),
            ("publisher", d.publisher),
            ("url", d.url),
            ("licence", d.licence),
            ("licence_url", d.licence_url),
            ("files", d.files),
            ("cadence", d.cadence),
        ] {
            assert!(!text.trim().is_empty(), "{}: {field} is empty", d.id);
        }
        let is_cyrillic = |c: char| ('\u{400}'..'\u{530}').contains(&c);
        assert!(d.title_uk.chars().any(is_cyrillic), "{}: title_uk is not Ukrainian", d.id);
        assert!(d.url.starts_with("https://") && d.licence_url.starts_with("https://"), "{}", d.id);
    }
}

#[test]
fn samples_give_their_golden_output() {
    let is_update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = String::new();
    for source in SOURCES {
        let id = source.dataset().id;
        let sample = source_folder(id).join("sample");
        if !sample.is_dir() {
            // That is the other test's failure; it must not hide the other sources' output.
            continue;
        }
        let output = read_path(&sample, Some(id));
        assert!(output.refused.is_empty(), "{id}: {:?}", output.refused);
        check_laws(id, &output);
        for (name, lines) in
            [("statements.jsonl", &output.statements), ("issues.jsonl", &output.issue_lines)]
        {
            let path = source_folder(id).join("golden").join(name);
            let new = lines.iter().fold(String::new(), |all, line| all + line + "\n");
            if is_update {
                std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
                std::fs::write(&path, new).expect("a golden file can be written");
                continue;
            }
            let old = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
            if let Some(difference) = first_difference(&old, &new) {
                let _ = writeln!(wrong, "{id}/golden/{name}: {difference}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE_GOLDEN=1 rewrites the files");
}

/// What holds for the output of every source.
fn check_laws(id: &str, output: &Output) {
    for (kind, field) in &output.issues {
        assert_ne!(*kind, IssueKind::UnmappedColumn, "{id} does not map {field}");
    }
    assert!(output.records > 0, "{id}: the sample has no records");
    for (schema, property) in &output.claims {
        assert!(schema.has(*property), "{id}: {property:?} is no property of {schema}");
        // OFAC's addresses and other names stand in files that do not say what an entity is.
        let is_partial = *schema == cuibono_model::schemata::THING && id.starts_with("us_ofac_");
        assert!(!schema.is_abstract() || is_partial, "{id}: {schema} is abstract");
    }
    let lost = output.issues.iter().filter(|(kind, _)| kind.severity() == Severity::Error).count();
    assert!(
        (lost as u64) < output.records,
        "{id}: {lost} of {} sample records were left out",
        output.records
    );
}

fn first_difference(old: &str, new: &str) -> Option<String> {
    if old == new {
        return None;
    }
    let mut pair = old.lines().zip(new.lines()).enumerate();
    Some(match pair.find(|(_, (old, new))| old != new) {
        Some((n, (old, new))) => format!("line {}\n  golden {old}\n  now    {new}", n + 1),
        None => format!("golden has {} lines, now {}", old.lines().count(), new.lines().count()),
    })
}
