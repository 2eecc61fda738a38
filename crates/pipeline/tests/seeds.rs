//! Every committed seed of the fuzz targets, run as an ordinary test: what once broke stays mended.

mod harness;

use std::path::Path;

/// Calls `each` with the bytes of every seed of a target.
fn replay(target: &str, each: impl Fn(&[u8])) {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/seeds")).join(target);
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|entry| entry.expect("a seed").path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{target} has no seeds");
    for file in files {
        let bytes = std::fs::read(&file).expect("a seed");
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| each(&bytes)));
        assert!(done.is_ok(), "{}", file.display());
    }
}

#[test]
fn csv() {
    replay("read_csv", harness::csv);
}

#[test]
fn json() {
    replay("read_json", harness::json);
}

#[test]
fn xml() {
    replay("read_xml", harness::xml);
}

#[test]
fn archive() {
    replay("read_archive", harness::archive);
}

#[test]
fn registers() {
    replay("register", |bytes| {
        let _ = harness::register("any", bytes);
    });
}

#[test]
fn stores() {
    let sample = include_bytes!("../../sources/src/ftm/sample/example.ftm.json");
    let forge = harness::Forge::new("example.ftm.json", sample);
    assert!(forge.len() > 20);
    replay("store", |bytes| forge.forged(bytes));
    // And a walk over every section with every kind of edit.
    for section in 0..forge.len() as u8 {
        for place in [0u8, 3, 8, 40, 200] {
            for edit in 0..6 {
                for value in [0, 1, 0x7f, 0xff] {
                    forge.forged(&[section, place, 0, edit, value]);
                }
            }
        }
    }
}
