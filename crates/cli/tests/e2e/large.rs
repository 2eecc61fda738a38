//! Structures that would overwhelm a careless walk: a long chain, hubs, a clique, each beyond the
//! limits of one answer. Answers are bounded and say where they were cut. Run with a small stack, so
//! that nothing may recurse as deep as the data.

use std::fmt::Write;
use std::path::Path;

use crate::common::{Folder, Ran, build, cuibono, path};

/// Runs the binary with 512 KiB of stack for its threads where the system lets us.
fn run(args: &[&str]) -> Ran {
    let mut command = if cfg!(unix) {
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", "ulimit -s 512; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_cuibono")]);
        shell.stdin(std::process::Stdio::null());
        shell
    } else {
        cuibono()
    };
    command.env("RUST_MIN_STACK", "524288").env("RUST_BACKTRACE", "0");
    let ran = Ran::of(command.args(args).output().expect("the binary runs"));
    assert!(
        ran.code.is_some_and(|code| code != 101) && !ran.err.contains("panicked at"),
        "{args:?} broke: {:?}\n{}",
        ran.code,
        ran.err
    );
    ran
}

fn company(text: &mut String, id: &str) {
    writeln!(text, r#"{{"id":"{id}","schema":"Company","properties":{{"name":["{id}"]}}}}"#)
        .expect("text");
}

fn owns(text: &mut String, owner: &str, asset: &str, percentage: &str) {
    writeln!(
        text,
        r#"{{"id":"o-{owner}-{asset}","schema":"Ownership","properties":{{"owner":["{owner}"],"asset":["{asset}"],"percentage":["{percentage}"]}}}}"#
    )
    .expect("text");
}

fn store(folder: &Folder, text: &str) -> std::path::PathBuf {
    let input = folder.write("in/large.ftm.json", text);
    let store = folder.at("store");
    build(&store, &[&input]).exits(0);
    store
}

fn ask(command: &str, store: &Path, rest: &[&str]) -> serde_json::Value {
    let args = [&[command, path(store)], rest, &["--format", "json"]].concat();
    run(&args).exits(0).json()
}

fn has_warning(answer: &serde_json::Value, code: &str) -> bool {
    answer["warnings"].as_array().is_some_and(|all| all.iter().any(|w| w["code"] == code))
}

#[test]
fn a_chain_beyond_the_limits() {
    let mut text = String::new();
    let count = 25_000;
    for n in 0..count {
        company(&mut text, &format!("c{n}"));
        if n > 0 {
            owns(&mut text, &format!("c{n}"), &format!("c{}", n - 1), "100");
        }
    }
    let folder = Folder::new();
    let store = store(&folder, &text);
    run(&["verify", path(&store)]).exits(0);
    let answer = ask("owners", &store, &["c0"]);
    let owners = answer["owners"].as_array().expect("owners");
    assert!(owners.len() < count && owners.len() > 1000, "{}", owners.len());
    assert!(has_warning(&answer, "cut"), "{}", answer["warnings"]);
    // Everything along it holds the whole, as far as it was followed.
    assert!(owners.iter().all(|o| o["cash_flow"]["max"] == 1.0));
    let top = format!("c{}", count - 1);
    let below = ask("holdings", &store, &[&top]);
    let held = below["holdings"].as_array().expect("holdings");
    assert!(held.len() < count && held.len() > 1000);
    assert!(below["cut"].as_array().is_some_and(|cut| !cut.is_empty()));
    let mut layers: Vec<u64> = held.iter().filter_map(|h| h["layers"].as_u64()).collect();
    layers.sort_unstable();
    assert!(layers.iter().zip(1..).all(|(layer, expected)| *layer == expected), "each its own");
    let ways = run(&["path", path(&store), "c0", &top, "--format", "json"]);
    assert_eq!(ways.json()["cut"], true, "a way that was not found may still be there");
    let near = ask("path", &store, &["c0", "c10"]);
    assert_eq!(near["paths"][0]["hops"].as_array().map(Vec::len), Some(10));
}

#[test]
fn a_hub_of_holdings() {
    let mut text = String::new();
    company(&mut text, "hub");
    company(&mut text, "far");
    let count = 30_000;
    for n in 0..count {
        // Without entities of their own: a stream may name parties that it does not describe.
        owns(&mut text, "hub", &format!("s{n}"), "60");
    }
    owns(&mut text, "far", "s777", "40");
    let folder = Folder::new();
    let store = store(&folder, &text);
    let below = ask("holdings", &store, &["hub"]);
    assert!(below["holdings"].as_array().is_some_and(|all| all.len() < count && all.len() > 1000));
    assert!(below["cut"].as_array().is_some_and(|cut| !cut.is_empty()));
    let above = ask("owners", &store, &["s29999"]);
    assert_eq!(above["owners"][0]["id"], "hub");
    assert!(!has_warning(&above, "cut"));
    // Both ends of a way over the hub are found, wherever their ties stand in it.
    for (from, to) in [("hub", "s29999"), ("s29998", "hub"), ("s3", "s29997"), ("s1", "far")] {
        let ways = ask("path", &store, &[from, to]);
        assert!(ways["paths"].as_array().is_some_and(|p| !p.is_empty()), "{from} {to}");
        // A way that ends at the hub need not look at all of it.
        assert_eq!(ways["cut"], to != "hub", "{from} {to}");
    }
    let profile = ask("show", &store, &["hub"]);
    assert!(profile["relations"].as_array().is_some_and(|all| all.len() <= 1000));
    run(&["holdings", path(&store), "hub"]).exits(0);
}

#[test]
fn a_hub_of_holders() {
    let mut text = String::new();
    company(&mut text, "held");
    for n in 0..30_000 {
        owns(&mut text, &format!("h{n}"), "held", "0.003");
    }
    let folder = Folder::new();
    let store = store(&folder, &text);
    let answer = ask("owners", &store, &["held"]);
    assert!(has_warning(&answer, "cut"), "{}", answer["warnings"]);
    let below = ask("holdings", &store, &["h29999"]);
    assert_eq!(below["holdings"][0]["id"], "held");
}

#[test]
fn a_clique_of_three_hundred() {
    let mut text = String::new();
    let count = 300;
    for n in 0..count {
        company(&mut text, &format!("c{n}"));
    }
    for a in 0..count {
        for b in 0..count {
            if a != b {
                owns(&mut text, &format!("c{a}"), &format!("c{b}"), "0.3");
            }
        }
    }
    owns(&mut text, "p", "c7", "5.5");
    let folder = Folder::new();
    let store = store(&folder, &text);
    let answer = ask("owners", &store, &["c0"]);
    assert!(has_warning(&answer, "cut"), "{}", answer["warnings"]);
    for owner in answer["owners"].as_array().expect("owners") {
        let (min, max) = (&owner["cash_flow"]["min"], &owner["cash_flow"]["max"]);
        assert!(min.as_f64() <= max.as_f64() && max.as_f64() <= Some(1.0), "{min} {max}");
    }
    ask("holdings", &store, &["p"]);
    let ways = ask("path", &store, &["p", "c299", "--max", "5"]);
    assert_eq!(ways["paths"].as_array().map(Vec::len), Some(5));
}

#[test]
fn awkward_fractions_along_a_chain() {
    let mut text = String::new();
    for n in 0..300 {
        company(&mut text, &format!("c{n}"));
    }
    for n in 1..300 {
        owns(&mut text, &format!("c{n}"), &format!("c{}", n - 1), "99.99990000700003");
    }
    let folder = Folder::new();
    let store = store(&folder, &text);
    let answer = ask("owners", &store, &["c0"]);
    let top = crate::common::item(&answer["owners"], "id", "c299");
    let expected = 0.999_999_000_070_000_3_f64.powi(299);
    let (min, max) = (&top["cash_flow"]["min"], &top["cash_flow"]["max"]);
    let is_near =
        |end: &serde_json::Value| end.as_f64().is_some_and(|e| (e - expected).abs() < 1e-9);
    assert!(is_near(min) && is_near(max), "{min} {max} {expected}");
}

#[test]
fn one_entity_with_very_many_names() {
    let names: Vec<String> = (0..120_000).map(|n| format!("\"Alias {n} Ltd\"")).collect();
    let text = format!(
        r#"{{"id":"many","schema":"Company","properties":{{"name":["Many Names Ltd"],"alias":[{}]}}}}"#,
        names.join(",")
    );
    let folder = Folder::new();
    let store = store(&folder, &(text + "\n"));
    let profile = ask("show", &store, &["many"]);
    assert_eq!(profile["id"], "many");
    assert_eq!(ask("search", &store, &["Alias", "119999"])["results"][0]["id"], "many");
}
