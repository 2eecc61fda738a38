//! Asking: every way to name a thing, every format and language, senseless arguments, and register
//! text that would act on what shows it.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::common::{Folder, Stream, ask, cuibono, item, path, run, small_stream, store_of};

/// A store of the bundled invented registers.
fn demo_store(folder: &Folder) -> PathBuf {
    let registers = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo");
    let store = folder.at("store");
    crate::common::build(&store, &[&registers]).exits(0);
    store
}

/// The subject that an answer is about, or the exit code.
fn subject(store: &Path, asked: &str) -> Result<String, i32> {
    let ran = run(&["owners", path(store), asked, "--format", "json"]);
    match ran.code {
        Some(0) => Ok(ran.json()["subject"]["id"].as_str().expect("an id").to_owned()),
        code => Err(code.expect("a code")),
    }
}

#[test]
fn a_thing_is_found_by_whatever_is_at_hand() {
    let folder = Folder::new();
    let stream = Stream::default()
        .entity(
            "gb-coh-00012345",
            "Company",
            serde_json::json!({
                "name": ["Larkmoor Estates Limited"],
                "registrationNumber": ["00012345"],
                "leiCode": ["529900T8BM49AURSDO55"],
            }),
        )
        .entity(
            "gb-coh-SC004567",
            "Company",
            serde_json::json!({ "name": ["Pennant Sound Plc"], "registrationNumber": ["SC004567"] }),
        )
        .entity(
            "t-ship",
            "Vessel",
            serde_json::json!({ "name": ["Gannet Star"], "imoNumber": ["IMO9074729"] }),
        )
        .person("t-a", "Ansel Rourke")
        .person("t-b", "Ansel Rourke")
        .person("t-cyr", "Олена Верховинська");
    let store = store_of(&folder, &stream);
    let cases: &[(&str, Result<&str, i32>)] = &[
        ("gb-coh-00012345", Ok("gb-coh-00012345")),
        ("00012345", Ok("gb-coh-00012345")),
        ("12345", Ok("gb-coh-00012345")),
        (" 00012345 ", Ok("gb-coh-00012345")),
        ("SC004567", Ok("gb-coh-SC004567")),
        ("sc4567", Ok("gb-coh-SC004567")),
        ("SC 004567", Ok("gb-coh-SC004567")),
        ("529900T8BM49AURSDO55", Ok("gb-coh-00012345")),
        ("529900t8bm49aursdo55", Ok("gb-coh-00012345")),
        ("9074729", Ok("t-ship")),
        ("IMO 9074729", Ok("t-ship")),
        ("larkmoor estates limited", Ok("gb-coh-00012345")),
        ("LARKMOOR   Estates, Limited.", Ok("gb-coh-00012345")),
        ("олена верховинська", Ok("t-cyr")),
        ("Ansel Rourke", Err(3)),
        ("Larkmoor", Err(3)),
        ("00099999", Err(3)),
        ("", Err(3)),
        ("   ", Err(3)),
        ("\u{1b}[31m", Err(3)),
        ("../../etc/passwd", Err(3)),
        ("'; DROP TABLE things; --", Err(3)),
        ("%00", Err(3)),
        ("🦀🦀🦀", Err(3)),
    ];
    for (asked, expected) in cases {
        let got = subject(&store, asked);
        assert_eq!(got.as_deref().map_err(|code| *code), *expected, "{asked:?}");
    }
    let many = run(&["show", path(&store), "Ansel Rourke"]).exits(3);
    assert!(many.err.contains("t-a") && many.err.contains("t-b"), "{}", many.err);
    let near = run(&["show", path(&store), "Larkmoor"]).exits(3);
    assert!(near.err.contains("gb-coh-00012345"), "{}", near.err);
    let long = "x".repeat(100_000);
    for command in ["search", "show", "owners", "holdings"] {
        run(&[command, path(&store), &long]).exits(3);
    }
    let words = vec!["limited"; 5000].join(" ");
    run(&["search", path(&store), &words]);
}

#[test]
fn senseless_arguments_are_wrong_usage() {
    let folder = Folder::new();
    let store = store_of(&folder, &small_stream());
    let s = path(&store);
    let cases: &[&[&str]] = &[
        &[],
        &["nonsense"],
        &["build"],
        &["build", "--out", "x"],
        &["build", "--out", "x", "--threads", "0", "y"],
        &["build", "--out", "x", "--threads", "100000", "y"],
        &["build", "--out", "x", "--threads", "-1", "y"],
        &["owners", s],
        &["owners", s, "t-co-1", "--as-of", "2026-02-30"],
        &["owners", s, "t-co-1", "--as-of", "yesterday"],
        &["owners", s, "t-co-1", "--as-of", "2026-02"],
        &["owners", s, "t-co-1", "--as-of", ""],
        &["owners", s, "t-co-1", "--threshold", "101"],
        &["owners", s, "t-co-1", "--threshold", "-1"],
        &["owners", s, "t-co-1", "--threshold", "NaN"],
        &["owners", s, "t-co-1", "--threshold", "1e400"],
        &["owners", s, "t-co-1", "--format", "xml"],
        &["owners", s, "t-co-1", "--lang", "de"],
        &["owners", s, "t-co-1", "more"],
        &["search", s],
        &["search", s, "x", "--limit", "-5"],
        &["search", s, "x", "--limit", "99999999999999999999999"],
        &["search", s, "x", "--schema", "Spaceship"],
        &["path", s, "t-co-1"],
        &["path", s, "t-co-1", "t-co-2", "--max", "x"],
        &["synth", "--companies", "-5", "--out", "x"],
        &["synth", "--companies", "x", "--out", "x"],
        &["show", s, "t-co-1", "--as-of", "2026-01-01"],
    ];
    for args in cases {
        run(args).exits(2);
    }
    // At the edge, and still sensible.
    let fine: &[&[&str]] = &[
        &["owners", s, "t-co-1", "--as-of", "9999-12-31"],
        &["owners", s, "t-co-1", "--as-of", "1900-01-01"],
        &["owners", s, "t-co-1", "--threshold", "0"],
        &["owners", s, "t-co-1", "--threshold", "100%"],
        &["owners", s, "t-co-1", "--threshold", "33.333333333"],
        &["search", s, "Quillmere", "--limit", "0"],
        &["search", s, "Quillmere", "--limit", "1000000000"],
        &["path", s, "t-p-1", "t-co-2", "--max", "0"],
        &["path", s, "t-p-1", "t-co-2", "--max", "1000000"],
        &["--help"],
        &["owners", "--help"],
        &["--version"],
    ];
    for args in fine {
        run(args).exits(0);
    }
    let config = folder.write("bad.toml", "threads = 4\nspeling = true\n");
    let input = folder.at("in/stream.ftm.json");
    let out = folder.at("new");
    let args = ["build", "--config", path(&config), "--out", path(&out), path(&input)];
    run(&args).exits(2).says(&["bad.toml", "speling"]);
    assert!(!out.exists());
}

#[test]
fn without_a_date_of_the_data_open_ended_holdings_hold() {
    let folder = Folder::new();
    let store = store_of(&folder, &small_stream());
    let answer = ask("owners", &store, &["t-co-2"]);
    let direct = item(&answer["owners"], "id", "t-co-1");
    assert_eq!(direct["cash_flow"]["min"], 0.6);
    let behind = item(&answer["owners"], "id", "t-p-1");
    // Ends are rounded outward to the next double.
    let end = |name: &str| behind["cash_flow"][name].as_f64().expect("a number");
    assert!(end("min") <= 0.3 && end("max") >= 0.3 && end("max") - end("min") < 1e-15);
    let below = ask("holdings", &store, &["t-p-1"]);
    assert_eq!(item(&below["holdings"], "id", "t-co-2")["layers"], 2);
}

#[test]
fn every_stated_share_behind_a_bound_has_its_chain() {
    // Ties without a size must not push out the one chain that a bound rests on.
    let folder = Folder::new();
    let mut stream = small_stream()
        .company("t-x", "Wexcombe Ltd")
        .person("t-q", "Ilse Varga")
        .owns("t-q", "t-x", "1")
        .owns("t-p-1", "t-x", "40");
    for n in 0..5 {
        let tie = serde_json::json!({ "director": ["t-q"], "organization": ["t-x"], "role": [n.to_string()] });
        stream = stream.entity(&format!("t-dir-{n}"), "Directorship", tie);
        let kin = serde_json::json!({ "person": ["t-q"], "relative": ["t-p-1"] });
        stream = stream.entity(&format!("t-kin-{n}"), "Family", kin);
    }
    let store = store_of(&folder, &stream);
    let answer = ask("owners", &store, &["t-x"]);
    let paths = &item(&answer["owners"], "id", "t-q")["paths"];
    assert_eq!(paths[0]["hops"][0]["id"], "own-t-q-t-x", "{paths:#}");
    assert!(paths.as_array().is_some_and(|all| all.len() > 1), "the office is shown too");
}

#[test]
fn every_format_of_every_command_can_be_read_by_a_program() {
    let folder = Folder::new();
    let store = demo_store(&folder);
    let s = path(&store);
    let hits = ask("search", &store, &["limited"]);
    let ids: Vec<&str> =
        hits["results"].as_array().expect("hits").iter().filter_map(|h| h["id"].as_str()).collect();
    assert!(ids.len() >= 2, "{hits:#}");
    let commands: Vec<Vec<&str>> = vec![
        vec!["search", s, "limited"],
        vec!["show", s, ids[0]],
        vec!["owners", s, ids[0]],
        vec!["holdings", s, ids[0]],
        vec!["path", s, ids[0], ids[1]],
        vec!["verify", s],
        vec!["issues", s],
        vec!["sources"],
    ];
    for command in &commands {
        for lang in ["en", "uk"] {
            let with =
                |format| run(&[command.as_slice(), &["--format", format, "--lang", lang]].concat());
            let text = with("text");
            assert!(matches!(text.code, Some(0 | 3)), "{command:?}: {}", text.err);
            assert!(!text.out.contains('\u{1b}'), "colour into a pipe: {:?}", text.out);
            let json = with("json");
            if command[0] == "issues" {
                for line in json.out.lines() {
                    serde_json::from_str::<serde_json::Value>(line).expect("JSON lines");
                }
            } else {
                json.json();
            }
            let table = with("csv");
            let mut reader = csv::Reader::from_reader(table.out.as_bytes());
            let width = reader.headers().expect("a header").len();
            assert!(width > 1, "{command:?}");
            for row in reader.records() {
                assert_eq!(row.expect("a row").len(), width, "{command:?}");
            }
        }
    }
}

const HOSTILE: &[&str] = &[
    "=cmd|' /C calc'!A0 Ltd",
    "+1+1 Ltd",
    "-2+3 Ltd",
    "@SUM(A1) Ltd",
    "  =1+1 Ltd",
    "\u{ff1d}1+1 Ltd",
    "\u{1b}[2J\u{1b}]0;owned\u{7} Ltd",
    "\u{9b}31m Ltd",
    "back\u{8}\u{8}\u{8}space Ltd",
    "right\u{202e}dtL left",
    "line\nbreak Ltd",
    "carriage\rreturn Ltd",
    "nul\u{0}byte Ltd",
    "<script>alert(1)</script> Ltd",
    "quote\" comma, Ltd",
];

#[test]
fn register_text_never_acts_on_what_shows_it() {
    let folder = Folder::new();
    let mut stream = Stream::default().person("t-owner", HOSTILE[6]);
    for (n, name) in HOSTILE.iter().enumerate() {
        let id = format!("t-hostile-{n}");
        let properties = serde_json::json!({
            "name": [name], "alias": [name], "address": [name], "registrationNumber": [name],
            "status": [name], "notes": [name],
        });
        stream = stream.entity(&id, "Company", properties).owns("t-owner", &id, "80");
        let role =
            serde_json::json!({ "director": ["t-owner"], "organization": [id], "role": [name] });
        stream = stream.entity(&format!("t-role-{n}"), "Directorship", role);
    }
    let store = store_of(&folder, &stream);
    let s = path(&store);
    let mut commands: Vec<Vec<String>> = vec![
        vec!["holdings".into(), s.into(), "t-owner".into()],
        vec!["search".into(), s.into(), "Ltd".into(), "--limit".into(), "100".into()],
        vec!["issues".into(), s.into()],
        vec!["show".into(), s.into(), HOSTILE[6].replace('\0', "")],
    ];
    for n in 0..HOSTILE.len() {
        for command in ["show", "owners"] {
            commands.push(vec![command.into(), s.into(), format!("t-hostile-{n}")]);
        }
        commands.push(vec!["path".into(), s.into(), "t-owner".into(), format!("t-hostile-{n}")]);
    }
    for command in &commands {
        for format in ["text", "json", "csv"] {
            let mut args = command.clone();
            args.extend(["--format".to_owned(), format.to_owned()]);
            let ran = run(&args);
            for (stream, text) in [("out", &ran.out), ("err", &ran.err)] {
                let bad = text.chars().find(|c| c.is_control() && *c != '\n');
                assert_eq!(bad, None, "{command:?} {format} {stream}");
                let is_turned = text.contains('\u{202e}') && format != "csv";
                assert!(!is_turned, "{command:?} {format} {stream}");
            }
            if format == "csv" {
                let mut reader =
                    csv::ReaderBuilder::new().has_headers(false).from_reader(ran.out.as_bytes());
                for row in reader.records() {
                    for cell in &row.expect("a row") {
                        let start = cell.trim_start().chars().next().unwrap_or(' ');
                        let runs = "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(start);
                        assert!(!runs || cell.parse::<f64>().is_ok(), "{command:?}: {cell:?}");
                    }
                }
            }
        }
    }
}

/// Whether a word of another language may stand in an answer: it is data, or the name of a register.
fn is_data(word: &str, data: &str) -> bool {
    data.contains(word) || ["Companies", "House"].contains(&word)
}

#[test]
fn ukrainian_answers_are_ukrainian() {
    let folder = Folder::new();
    let store = demo_store(&folder);
    let s = path(&store);
    let hits = run(&["search", s, "limited", "--limit", "60", "--format", "json"]).exits(0).json();
    let ids: Vec<String> = hits["results"]
        .as_array()
        .expect("hits")
        .iter()
        .filter_map(|h| h["id"].as_str().map(str::to_owned))
        .collect();
    let mut odd: Vec<String> = Vec::new();
    for id in &ids {
        for command in ["owners", "holdings", "path"] {
            let mut args = vec![command, s, id.as_str()];
            if command == "path" {
                args.push(&ids[0]);
            }
            // What is data stands in the structured answer; codes and explanations are left out of it.
            let mut data = run(&[args.as_slice(), &["--format", "csv"]].concat()).out;
            let json = run(&[args.as_slice(), &["--format", "json"]].concat());
            collect_data(&json.json(), &mut data);
            let text = run(&[args.as_slice(), &["--lang", "uk"]].concat()).out;
            for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| w.len() > 2) {
                if !is_data(word, &data) && !odd.contains(&word.to_owned()) {
                    odd.push(word.to_owned());
                }
            }
        }
    }
    assert!(odd.is_empty(), "English words in Ukrainian answers: {odd:?}");
}

/// The strings of an answer that come from registers.
fn collect_data(value: &serde_json::Value, out: &mut String) {
    const DATA: &[&str] = &["id", "caption", "dataset", "file", "words", "countries", "date"];
    match value {
        serde_json::Value::Object(fields) => {
            for (name, field) in fields {
                if DATA.contains(&name.as_str()) {
                    out.push_str(&format!("{field}\n"));
                } else {
                    collect_data(field, out);
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect_data(item, out)),
        _ => {}
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = Folder::new();
    let mut stream = small_stream();
    for n in 0..400 {
        stream = stream.company(&format!("t-w-{n}"), &format!("Wide {n} Ltd")).owns(
            "t-p-1",
            &format!("t-w-{n}"),
            "100",
        );
    }
    let store = store_of(&folder, &stream);
    let mut child = cuibono()
        .args(["holdings", path(&store), "t-p-1", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut first = [0u8; 10];
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut first).expect("the beginning");
    drop(out);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    // Nor does a build fail because nobody reads its progress.
    let mut child = cuibono()
        .args(["build", "--out", path(&folder.at("again")), path(&folder.at("in"))])
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    run(&["verify", path(&folder.at("again"))]).exits(0);
}
