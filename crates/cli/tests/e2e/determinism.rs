//! A build is a function of its files: neither the order of arguments, nor the number of threads, nor
//! the place of anything reaches the store.

use std::path::{Path, PathBuf};

use crate::common::{Folder, build, current, generation, listing, path, registers, run};

/// Builds with arguments and gives the bytes of everything published.
fn published(out: &Path, args: &[&str]) -> std::collections::BTreeMap<String, String> {
    let mut all = vec!["build", "--out", path(out)];
    all.extend(args);
    run(&all).exits(0);
    let mut files = listing(out);
    files.remove("LOCK");
    files
}

#[test]
fn order_threads_and_place_do_not_matter() {
    let folder = Folder::new();
    let registers_folder = folder.at("registers");
    run(&["synth", "--companies", "300", "--seed", "5", "--out", path(&registers_folder)]).exits(0);
    std::fs::remove_dir_all(registers_folder.join("truth")).expect("the truth is not read here");
    let mut inputs: Vec<PathBuf> = std::fs::read_dir(&registers_folder)
        .expect("registers")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    inputs.sort();
    assert!(inputs.len() >= 5);
    let forward: Vec<&str> = inputs.iter().map(|p| path(p)).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    let first = published(&folder.at("one"), &[&["--threads", "1"], forward.as_slice()].concat());
    let runs: &[(&str, &[&str], &[&str])] = &[
        ("two", &["--threads", "2"], &backward),
        ("elsewhere/deep/four", &["--threads", "4"], &forward),
        ("folder", &["--threads", "3"], &[path(&registers_folder)]),
    ];
    for (out, options, files) in runs {
        let again = published(&folder.at(out), &[*options, *files].concat());
        assert_eq!(again, first, "{out}");
    }
    // Copies at another place, and a second build over the first.
    let moved = folder.folder("moved");
    for input in &inputs {
        let name = input.file_name().expect("a name");
        std::fs::copy(input, moved.join(name)).expect("copied");
    }
    assert_eq!(published(&folder.at("copies"), &[path(&moved)]), first);
    assert_eq!(published(&folder.at("one"), &[path(&moved)]), first);
    let digest = current(&folder.at("one"));
    assert_eq!(digest.trim().len(), 64);
    assert!(generation(&folder.at("one")).join("manifest.json").is_file());
}

#[test]
fn settings_of_the_machine_do_not_matter() {
    let folder = Folder::new();
    let input = folder.write("in/s.ftm.json", crate::common::small_stream().text());
    let store = folder.at("plain");
    build(&store, &[&input]).exits(0);
    for (name, value) in [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kathmandu"), ("LANG", "uk_UA")] {
        let out = folder.at(name);
        let output = crate::common::cuibono()
            .env(name, value)
            .current_dir(folder.at("in"))
            .args(["build", "--out", path(&out), "s.ftm.json"])
            .output();
        assert!(output.expect("the binary runs").status.success());
        assert_eq!(current(&out), current(&store), "{name}");
    }
}

#[test]
fn real_files_in_any_order() {
    let Some(registers) = registers() else { return };
    let folder = Folder::new();
    let names = ["ftm-streams/yente_zala.ftm.json", "gb-psc-samples", "gb-ofsi-conlist"];
    let inputs: Vec<PathBuf> = names.iter().map(|name| registers.join(name)).collect();
    let forward: Vec<&str> = inputs.iter().map(|p| path(p)).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    let one = published(&folder.at("a"), &[&["--threads", "1"], forward.as_slice()].concat());
    let two = published(&folder.at("b"), &[&["--threads", "4"], backward.as_slice()].concat());
    assert_eq!(one, two);
}
