//! Damaged stores. Accidents are found by the checksums and refused by every command; a store whose
//! checksums were repaired over senseless content must still never break the program.

use std::path::{Path, PathBuf};

use crate::common::{Folder, Stream, current, generation, path, run, small_stream, store_of};

fn stream() -> Stream {
    let mut stream = small_stream();
    for n in 0..40 {
        stream = stream.company(&format!("t-h-{n}"), &format!("Harrow Lane {n} Ltd")).owns(
            "t-co-1",
            &format!("t-h-{n}"),
            if n % 2 == 0 { "100" } else { "25.5" },
        );
    }
    stream.line(
        r#"{"id":"t-sanction","schema":"Sanction","properties":{"entity":["t-p-1"],"program":["X"]}}"#,
    )
}

/// A copy of a store, to be damaged.
fn copy(store: &Path, to: &Path) -> PathBuf {
    let _ = std::fs::remove_dir_all(to);
    let from = generation(store);
    let folder = to.join(from.file_name().expect("a name"));
    std::fs::create_dir_all(&folder).expect("a folder");
    for entry in std::fs::read_dir(&from).expect("sections") {
        let entry = entry.expect("a section");
        std::fs::copy(entry.path(), folder.join(entry.file_name())).expect("copied");
    }
    std::fs::copy(store.join("CURRENT"), to.join("CURRENT")).expect("copied");
    folder
}

fn sections(generation: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(generation)
        .expect("sections")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

const COMMANDS: &[&[&str]] = &[
    &["verify"],
    &["issues"],
    &["search", "Harrow"],
    &["show", "t-co-1"],
    &["owners", "t-co-2"],
    &["holdings", "t-p-1"],
    &["path", "t-p-1", "t-h-3"],
];

fn with_store(command: &[&str], store: &Path) -> Vec<String> {
    let mut args = vec![command[0].to_owned(), path(store).to_owned()];
    args.extend(command[1..].iter().map(|arg| (*arg).to_owned()));
    args
}

#[test]
fn every_kind_of_damage_in_every_section_is_refused() {
    let folder = Folder::new();
    let store = store_of(&folder, &stream());
    let damaged = folder.at("damaged");
    let names = sections(&generation(&store));
    assert!(names.len() > 20, "{names:?}");
    let mut number = 0;
    for name in &names {
        let bytes = std::fs::read(generation(&store).join(name)).expect("a section");
        let mut kinds: Vec<(&str, Vec<u8>)> = vec![("longer", [&bytes[..], &[0]].concat())];
        if !bytes.is_empty() {
            let mut flipped = bytes.clone();
            flipped[bytes.len() / 2] ^= 1;
            kinds.push(("flipped", flipped));
            kinds.push(("shorter", bytes[..bytes.len() - 1].to_vec()));
            kinds.push(("emptied", Vec::new()));
            let (first, last) = (0, bytes.len() - 1);
            if bytes[first] != bytes[last] {
                let mut swapped = bytes.clone();
                swapped.swap(first, last);
                kinds.push(("swapped", swapped));
            }
        }
        for (kind, bytes) in kinds {
            let at = copy(&store, &damaged).join(name);
            std::fs::write(at, bytes).expect("damaged");
            // Each kind of damage meets another command; the first section meets all of them.
            let commands: Vec<&&[&str]> = if number < 5 {
                COMMANDS.iter().collect()
            } else {
                vec![&COMMANDS[number % COMMANDS.len()]]
            };
            number += 1;
            for command in commands {
                let ran = run(&with_store(command, &damaged)).exits(1);
                assert!(ran.err.contains(name), "{kind} {name}: {}", ran.err);
                assert!(ran.err.contains("build it again"), "{kind} {name}: {}", ran.err);
                assert!(ran.out.is_empty(), "{kind} {name}: {}", ran.out);
            }
        }
        let at = copy(&store, &damaged).join(name);
        std::fs::remove_file(at).expect("removed");
        run(&with_store(COMMANDS[0], &damaged)).exits(1).says(&[name.as_str()]);
    }
    for content in ["", "\n", "zzz", "../../x\n", &"0".repeat(64), &"\u{1b}".repeat(64)] {
        copy(&store, &damaged);
        std::fs::write(damaged.join("CURRENT"), content).expect("damaged");
        let ran = run(&with_store(COMMANDS[0], &damaged)).exits(1);
        assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    }
    // A damaged store can be built over.
    crate::common::build(&damaged, &[&folder.at("in/stream.ftm.json")]).exits(0);
    assert_eq!(current(&damaged), current(&store));
    run(&["verify", path(&damaged)]).exits(0);
}

#[test]
fn another_format_and_sections_of_another_store_are_refused() {
    let folder = Folder::new();
    let store = store_of(&folder, &stream());
    let other = Folder::new();
    let other = store_of(&other, &small_stream());
    let damaged = folder.at("damaged");
    for name in sections(&generation(&store)) {
        let (ours, theirs) = (generation(&store).join(&name), generation(&other).join(&name));
        if std::fs::read(ours).expect("ours") == std::fs::read(&theirs).expect("theirs") {
            continue;
        }
        std::fs::copy(theirs, copy(&store, &damaged).join(&name)).expect("swapped");
        run(&["verify", path(&damaged)]).exits(1).says(&[name.as_str()]);
    }
    for (format, kind) in [("0", "format 0"), ("99", "format 99")] {
        let generation = copy(&store, &damaged);
        let manifest = std::fs::read_to_string(generation.join("manifest.json")).expect("text");
        let manifest = manifest.replacen("\"format\": 1", &format!("\"format\": {format}"), 1);
        republish(&damaged, &generation, &manifest);
        run(&["verify", path(&damaged)]).exits(1).says(&[kind, "build the store again"]);
    }
}

/// Gives a changed generation a matching manifest and `CURRENT`.
fn republish(store: &Path, generation: &Path, manifest: &str) {
    let digest = blake3::hash(manifest.as_bytes()).to_hex().to_string();
    std::fs::write(generation.join("manifest.json"), manifest).expect("a manifest");
    std::fs::rename(generation, store.join(format!("g-{}", &digest[..16]))).expect("renamed");
    std::fs::write(store.join("CURRENT"), format!("{digest}\n")).expect("current");
}

/// Writes a section and repairs its checksum.
fn forge(store: &Path, generation: &Path, section: &str, bytes: &[u8]) {
    let text = std::fs::read_to_string(generation.join("manifest.json")).expect("a manifest");
    let mut manifest: cuibono_store::Manifest = serde_json::from_str(&text).expect("a manifest");
    std::fs::write(generation.join(section), bytes).expect("a section");
    let entry = manifest.sections.iter_mut().find(|s| s.name == section).expect("listed");
    entry.bytes = bytes.len() as u64;
    entry.xxh3 = cuibono_store::Checksum::of(bytes).to_string();
    let text = serde_json::to_string_pretty(&manifest).expect("a manifest") + "\n";
    republish(store, generation, &text);
}

#[test]
fn forged_stores_never_break_the_program() {
    let folder = Folder::new();
    let store = store_of(&folder, &stream());
    let forged = folder.at("forged");
    let mut state = 0x5eed_u64;
    let mut draw = |limit: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit.max(1)
    };
    for name in sections(&generation(&store)) {
        if name == "manifest.json" {
            continue;
        }
        let bytes = std::fs::read(generation(&store).join(&name)).expect("a section");
        for round in 0..7 {
            let mut changed = bytes.clone();
            match round {
                0 => changed.fill(0xff),
                1 => changed.fill(0),
                2 => changed.truncate(bytes.len() / 2 / 8 * 8),
                3 => changed.extend_from_slice(&bytes),
                _ => {
                    for _ in 0..=draw(4) {
                        if !changed.is_empty() {
                            let at = draw(changed.len());
                            changed[at] = draw(256) as u8;
                        }
                    }
                }
            }
            let generation = copy(&store, &forged);
            forge(&forged, &generation, &name, &changed);
            for command in
                [COMMANDS[round % COMMANDS.len()], COMMANDS[(round + 3) % COMMANDS.len()]]
            {
                // `run` fails on a panic or a signal; any honest answer will do.
                let ran = run(&with_store(command, &forged));
                assert!(matches!(ran.code, Some(0 | 1 | 3)), "{name} {command:?}: {ran:?}");
            }
        }
    }
}
