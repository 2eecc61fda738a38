//! The container from outside: what is published opens, what is damaged is refused.

use std::fs;
use std::path::Path;

use cuibono_store::{FORMAT_VERSION, Manifest, Store, StoreError, StoreWriter};

fn publish(path: &Path, text: &str) -> String {
    let mut writer = StoreWriter::create(path).unwrap();
    writer.write("words", text.as_bytes()).unwrap();
    writer.write("numbers", &[1, 0, 0, 0, 2, 0, 0, 0]).unwrap();
    writer.write("empty", &[]).unwrap();
    fs::write(writer.work_folder().unwrap().join("scratch"), "x").unwrap();
    writer.publish(Manifest::default()).unwrap()
}

fn names(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).unwrap();
    let mut names: Vec<_> =
        entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn published_generations_replace_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let first = publish(&path, "one");
    let old = Store::open(&path).unwrap();
    assert_eq!(publish(&path, "one"), first, "same content, same generation");
    let second = publish(&path, "two");
    assert_ne!(first, second);
    assert!(old.is_outdated());
    assert_eq!(old.section("words").unwrap().bytes(), b"one", "open generations stay readable");
    let new = Store::open(&path).unwrap();
    assert_eq!(new.section("words").unwrap().bytes(), b"two");
    assert_eq!(new.section("numbers").unwrap().array::<u32>().unwrap(), [1, 2]);
    assert!(new.section("nothing").is_err());
    assert_eq!(names(&path), ["CURRENT", "LOCK", &format!("g-{}", &second[..16])]);
}

#[test]
fn an_abandoned_build_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    drop(StoreWriter::create(&path).unwrap());
    assert!(!path.exists());
    publish(&path, "one");
    let before = names(&path);
    let mut writer = StoreWriter::create(&path).unwrap();
    writer.write("words", b"half").unwrap();
    assert!(matches!(StoreWriter::create(&path), Err(StoreError::Locked { .. })));
    drop(writer);
    assert_eq!(names(&path), before);
    fs::create_dir(path.join("tmp-1")).unwrap();
    publish(&path, "one");
    assert_eq!(names(&path), before, "what a killed build left is cleared");
}

#[test]
fn other_folders_are_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("holiday.jpg"), "x").unwrap();
    assert!(matches!(StoreWriter::create(folder.path()), Err(StoreError::Occupied { .. })));
    assert!(matches!(Store::open(folder.path()), Err(StoreError::NotAStore { .. })));
}

/// Every single-bit flip, every truncation and an extension of every file is refused.
#[test]
fn every_damage_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let digest = publish(&path, "some words");
    let generation = path.join(format!("g-{}", &digest[..16]));
    let mut files: Vec<_> = fs::read_dir(&generation).unwrap().map(|e| e.unwrap().path()).collect();
    files.push(path.join("CURRENT"));
    for file in files {
        let good = fs::read(&file).unwrap();
        for bit in 0..good.len() * 8 {
            let mut bad = good.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            fs::write(&file, &bad).unwrap();
            assert!(Store::open(&path).is_err(), "{} bit {bit}", file.display());
        }
        for length in 0..good.len() {
            fs::write(&file, &good[..length]).unwrap();
            // `CURRENT` without its newline still names the same generation.
            let is_newline = file.ends_with("CURRENT") && length == good.len() - 1;
            assert_eq!(Store::open(&path).is_ok(), is_newline, "{} {length}", file.display());
        }
        fs::write(&file, [&good[..], b"x"].concat()).unwrap();
        assert!(Store::open(&path).is_err(), "{} longer", file.display());
        fs::write(&file, &good).unwrap();
    }
    Store::open(&path).unwrap();
}

#[test]
fn another_format_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let text = format!("{{\"format\": {}}}", FORMAT_VERSION + 1);
    let digest = blake3::hash(text.as_bytes()).to_hex().to_string();
    let generation = path.join(format!("g-{}", &digest[..16]));
    fs::create_dir(&generation).unwrap();
    fs::write(generation.join("manifest.json"), text).unwrap();
    fs::write(path.join("CURRENT"), digest).unwrap();
    let error = Store::open(path).unwrap_err();
    assert!(matches!(error, StoreError::Format { .. }));
    assert!(error.to_string().contains("build the store again"), "{error}");
}
