//! The ownership commands on the bundled registers: exit codes, the shape of JSON and CSV, and that
//! every answer carries what is unverified.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

const TITLE: &str = "ZZ100001";
const PERSON: &str = "gb-sl-ZZZ0001";
const COMPANY: &str = "15000002";

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cuibono"))
        .args(arguments)
        .env("NO_COLOR", "1")
        .output()
        .expect("the binary starts")
}

/// The store of the bundled registers, built once.
fn store() -> &'static str {
    static STORE: OnceLock<(tempfile::TempDir, String)> = OnceLock::new();
    let (_, store) = STORE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store").display().to_string();
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
        let out = run(&["build", "--out", &store, &demo.display().to_string()]);
        assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
        (folder, store)
    });
    store
}

/// Arguments with the store after the command.
fn ask(arguments: &[&str]) -> Output {
    let mut all = vec![arguments[0], store()];
    all.extend(&arguments[1..]);
    run(&all)
}

fn json(arguments: &[&str]) -> Value {
    let mut all = arguments.to_vec();
    all.extend(["--format", "json"]);
    let out = ask(&all);
    let text = String::from_utf8(out.stdout).unwrap();
    assert_eq!(out.status.code(), Some(0), "{all:?}: {}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_str(&text).unwrap()
}

fn csv(arguments: &[&str]) -> Vec<Vec<String>> {
    let out = ask(arguments);
    assert_eq!(out.status.code(), Some(0), "{arguments:?}");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&out.stdout[..]);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn exit_codes() {
    let cases: &[(&[&str], i32)] = &[
        (&["owners", TITLE, "--regime", "uk-psc"], 0),
        (&["owners", TITLE, "--regime", "no-such-book"], 2),
        (&["owners", TITLE, "--listed", PERSON], 2),
        (&["owners", TITLE, "--regime", "uk-psc", "--listed", PERSON], 2),
        (&["owners", TITLE, "--regime", "us-ofac", "--listed", "nobody at all"], 3),
        (&["owners", "15000001", "--regime", "uk-psc", "--with", "15000005"], 2),
        (&["owners", "15000001", "--regime", "ecb-close-links", "--with", "15000005"], 0),
        (&["holdings", PERSON, "--regime", "us-ofac"], 0),
        (&["holdings", PERSON, "--regime", "us-ofac", "--value"], 2),
        (&["holdings", PERSON, "--value"], 0),
        (&["explain", PERSON, TITLE], 0),
        (&["explain", TITLE, PERSON], 3),
        (&["timeline", TITLE], 0),
        (&["timeline", TITLE, "--from", "2024-01-01", "--to", "2023-01-01"], 2),
        (&["timeline", TITLE, "--from", "tomorrow"], 2),
        (&["group", COMPANY], 0),
        (&["whatif", "--sanction", PERSON], 0),
        (&["whatif"], 2),
        (&["whatif", "--sanction", PERSON, "--regime", "uk-psc"], 2),
        (&["whatif", "--ids", "/no/such/file"], 1),
        (&["ultimate"], 0),
        (&["path", PERSON, TITLE], 0),
    ];
    for (arguments, code) in cases {
        let out = ask(arguments);
        let told = String::from_utf8_lossy(&out.stderr);
        assert_eq!(out.status.code(), Some(*code), "{arguments:?}: {told}");
    }
}

#[test]
fn an_unknown_rule_book_is_answered_with_the_list() {
    let out = ask(&["owners", TITLE, "--regime", "no-such-book"]);
    let told = String::from_utf8_lossy(&out.stderr);
    for code in ["uk-psc", "uk-roe", "uk-sanctions", "us-ofac", "eu-sanctions", "eu-amlr", "fatf"] {
        assert!(told.contains(code), "{told}");
    }
}

#[test]
fn every_rule_book_answers_with_citation_version_and_what_is_unverified() {
    let out = run(&["regimes", "--format", "json"]);
    let books: Value = serde_json::from_slice(&out.stdout).unwrap();
    let books = books["regimes"].as_array().unwrap();
    assert_eq!(books.len(), 12);
    for book in books {
        let code = book["code"].as_str().unwrap();
        for command in [["owners", COMPANY], ["holdings", PERSON]] {
            let view = json(&[command[0], command[1], "--regime", code]);
            assert_eq!(view["regime"], *book, "{code}");
            assert!(view["applied"].is_boolean() && view["notes"].is_array(), "{code}");
        }
        for lang in ["en", "uk"] {
            let out = ask(&["owners", COMPANY, "--regime", code, "--lang", lang]);
            let text = String::from_utf8(out.stdout).unwrap();
            let word = if lang == "en" { "unverified" } else { "не перевірено" };
            let parts = book["unverified"].as_array().unwrap().len();
            assert!(text.contains(book["citation"].as_str().unwrap()), "{text}");
            assert!(text.matches(word).count() >= parts, "{code} {lang}: {text}");
        }
    }
}

#[test]
fn owners_say_what_would_settle_a_possible_one() {
    let view = json(&["owners", TITLE]);
    let owners = view["owners"].as_array().unwrap();
    let person = owners.iter().find(|owner| owner["id"] == PERSON).unwrap();
    assert_eq!(person["status"], "possible");
    let fact = &person["settles"][0];
    assert_eq!(
        (fact["if_least"].as_str(), fact["if_greatest"].as_str()),
        (Some("excluded"), Some("certain"))
    );
    assert!(fact["hops"][0]["records"][0]["record"].is_u64());
    for key in ["cash_flow", "attributed", "control", "paths", "evidence"] {
        assert!(!person[key].is_null(), "{key}");
    }
}

#[test]
fn explain_gives_fractions_that_multiply_out() {
    let view = json(&["explain", PERSON, TITLE]);
    let hops = view["chains"][0]["hops"].as_array().unwrap();
    let factors: Vec<&str> =
        hops.iter().map(|hop| hop["used"]["min_fraction"].as_str().unwrap()).collect();
    assert_eq!(factors, ["1/2", "1/4", "1"]);
    assert_eq!(view["chains"][0]["product"]["min_fraction"], "1/8");
    assert_eq!(view["cash_flow"]["min_open"], true);
    assert_eq!(hops[0]["adjustments"][0]["code"], "others_take");
    assert_eq!(view["attributed"]["certainly_controlled"][0]["id"], "gb-coh-15000001");
    let rows = csv(&["explain", PERSON, TITLE, "--format", "csv"]);
    let items: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    let expected = [
        "factor",
        "factor",
        "factor",
        "product",
        "sum",
        "cash_flow",
        "attributed_shares",
        "attributed_votes",
    ];
    assert_eq!(items, expected);
    assert!(rows[1].last().unwrap().contains('#'));
}

#[test]
fn a_timeline_changes_when_the_register_says_so() {
    let view = json(&["timeline", TITLE]);
    let segments = view["segments"].as_array().unwrap();
    let days: Vec<&str> = segments.iter().map(|s| s["from"].as_str().unwrap()).collect();
    assert_eq!(days, ["2019-05-11", "2023-01-12"]);
    assert!(segments[1]["changes"].as_array().unwrap().len() >= 2);
    assert!(segments[1]["because"][0]["records"][0]["file"].is_string());
    let rows = csv(&["timeline", TITLE, "--format", "csv"]);
    assert_eq!(rows[0][0], "subject");
    assert!(rows.len() > 4);
}

#[test]
fn whatif_goes_to_csv_and_takes_a_file_of_ids() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| -> (PathBuf, String) {
        let path = folder.path().join(name);
        (path.clone(), path.display().to_string())
    };
    let (ids, ids_text) = path("ids.txt");
    std::fs::write(&ids, format!("\u{feff}{PERSON}\n\n")).unwrap();
    let (_, out_text) = path("out.csv");
    let out = ask(&["whatif", "--ids", &ids_text, "--out", &out_text]);
    assert_eq!(out.status.code(), Some(0));
    assert!(out.stdout.is_empty());
    let told = String::from_utf8_lossy(&out.stderr);
    assert!(told.contains("5 certain, 2 possible"), "{told}");
    let written = std::fs::read(&out_text).unwrap();
    let same = ask(&["whatif", "--sanction", PERSON, "--format", "csv"]);
    assert_eq!(written, same.stdout);
    std::fs::write(&ids, format!("{PERSON}\nnobody at all\n")).unwrap();
    for (more, code) in [(&[][..], 3), (&["--keep-going"][..], 4)] {
        let mut arguments = vec!["whatif", "--ids", &ids_text];
        arguments.extend(more);
        assert_eq!(ask(&arguments).status.code(), Some(code));
    }
    let view = json(&["whatif", "--sanction", PERSON, "--regime", "uk-sanctions"]);
    assert_eq!((view["certain"].as_u64(), view["possible"].as_u64()), (Some(5), Some(2)));
    assert_eq!(view["blocked"].as_array().unwrap().len(), 7);
}

#[test]
fn group_path_value_and_ultimate_owners() {
    let group = json(&["group", "15000002"]);
    assert_eq!(group["parent"]["caption"], "Asterion Nominees Limited");
    assert_eq!(group["members"].as_array().unwrap().len(), 2);
    let path = json(&["path", PERSON, TITLE]);
    assert_eq!(path["paths"][0]["kind"], "ownership");
    assert_eq!(path["paths"][0]["share"]["min"], 0.125);
    let held = json(&["holdings", PERSON, "--value"]);
    assert_eq!(
        (held["value"]["priced"].as_u64(), held["value"]["assets"].as_u64()),
        (Some(2), Some(3))
    );
    let rows = csv(&["ultimate"]);
    let ours = rows.iter().find(|row| row[0] == "gb-hmlr-ZZ100001" && row[3] == PERSON).unwrap();
    assert_eq!(ours[5..10], ["0.125", "0.75", "true", "true", "possible"]);
}
