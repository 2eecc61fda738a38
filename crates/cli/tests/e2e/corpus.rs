//! The files of `corpora/hostile` through the binary, each with what its manifest says of it.

use std::path::Path;

use crate::common::{Folder, build, current, listing, path, run, small_stream, store_of};

#[derive(serde::Deserialize)]
struct Corpus {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    file: String,
    why: String,
    code: i32,
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    issues: Vec<String>,
    #[serde(default)]
    show: String,
    #[serde(default)]
    absent: Vec<String>,
}

#[test]
fn every_hostile_file_does_what_its_manifest_says() {
    let corpus = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpora/hostile"));
    let text = std::fs::read_to_string(corpus.join("manifest.toml")).expect("a manifest");
    let listed: Corpus = toml::from_str(&text).expect("a manifest");
    let folder = Folder::new();
    let old = store_of(&folder, &small_stream());
    let digest = current(&old);
    let mut wrong: Vec<String> = Vec::new();
    for case in &listed.case {
        if let Err(what) = check(&corpus.join(&case.file), case, &folder, &old) {
            wrong.push(format!("{} ({}): {what}", case.file, case.why));
        }
        assert_eq!(current(&old), digest, "{}", case.file);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let files = listing(corpus).into_keys().filter(|name| !name.ends_with('/')).count();
    assert_eq!(files, listed.case.len() + 1, "every file is in the manifest");
}

fn check(input: &Path, case: &Case, folder: &Folder, old: &Path) -> Result<(), String> {
    let store = folder.at("corpus");
    let _ = std::fs::remove_dir_all(&store);
    let ran = build(&store, &[input]);
    if ran.code != Some(case.code) {
        return Err(format!("exit code {:?}: {}", ran.code, ran.err));
    }
    for part in &case.says {
        if !ran.err.contains(part.as_str()) {
            return Err(format!("`{part}` is not in: {}", ran.err));
        }
    }
    if case.code != 0 {
        // Nor does it harm a store that stands.
        let before = listing(old);
        let again = build(old, &[input]);
        let is_same = listing(old) == before && again.code == Some(case.code) && !store.exists();
        return if is_same { Ok(()) } else { Err("something was left behind".into()) };
    }
    run(&["verify", path(&store)]).exits(0);
    let issues = run(&["issues", path(&store), "--format", "json"]).exits(0).out;
    for kind in &case.issues {
        if !issues.contains(&format!("\"kind\":\"{kind}\"")) {
            return Err(format!("no {kind} in: {issues}"));
        }
    }
    if case.show.is_empty() {
        return Ok(());
    }
    for command in ["show", "owners", "holdings"] {
        for format in ["text", "json", "csv"] {
            let ran = run(&[command, path(&store), &case.show, "--format", format]);
            if ran.code != Some(0) {
                return Err(format!("{command} {}: {}", case.show, ran.err));
            }
            for part in &case.absent {
                // CSV keeps letters as they are; what acts on a terminal is a control character.
                let is_kept = format == "csv" && part == "\u{202e}";
                if ran.out.contains(part.as_str()) && !is_kept {
                    return Err(format!("{command} {format} has {part:?}: {}", ran.out));
                }
            }
        }
    }
    Ok(())
}
