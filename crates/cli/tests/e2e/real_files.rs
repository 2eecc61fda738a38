//! Real register files together in one store. Expectations are computed from the files themselves
//! and speak of ids, numbers and dates only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::common::{Folder, ask, build, path, registers, run};

const INPUTS: &[&str] = &[
    "us-ofac-sdn-csv/2021-07",
    "un-consolidated-xml",
    "gb-ofsi-conlist",
    "gb-psc-samples",
    "ftm-streams/yente_zala.ftm.json",
];

fn stream_of(registers: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(registers.join(INPUTS[4])).expect("the stream");
    text.lines().map(|line| serde_json::from_str(line).expect("an entity")).collect()
}

fn values<'e>(entity: &'e Value, property: &str) -> impl Iterator<Item = &'e str> {
    let all = entity["properties"][property].as_array();
    all.into_iter().flatten().filter_map(Value::as_str)
}

fn first<'e>(entity: &'e Value, property: &str) -> Option<&'e str> {
    values(entity, property).next()
}

/// The stated holdings of the stream: id, owner, asset, fraction, start, end.
struct Stated {
    id: String,
    owner: String,
    asset: String,
    share: Option<f64>,
    start: String,
    end: String,
}

impl Stated {
    fn all(stream: &[Value]) -> Vec<Stated> {
        let owned = stream.iter().filter(|e| e["schema"] == "Ownership");
        owned
            .map(|e| Stated {
                id: e["id"].as_str().unwrap_or_default().to_owned(),
                owner: first(e, "owner").unwrap_or_default().to_owned(),
                asset: first(e, "asset").unwrap_or_default().to_owned(),
                share: first(e, "percentage")
                    .map(|p| p.parse::<f64>().expect("a plain number") / 100.0),
                start: first(e, "startDate").unwrap_or("0000").to_owned(),
                end: first(e, "endDate").unwrap_or("9999").to_owned(),
            })
            .collect()
    }

    fn is_active(&self, day: &str) -> bool {
        self.start.as_str() <= day && day < self.end.as_str()
    }
}

/// Whether an id of the store and one of the stream are one party.
fn canonical(store: &Path, id: &str) -> String {
    ask("show", store, &[id])["id"].as_str().expect("an id").to_owned()
}

#[test]
fn real_registers_make_one_store_and_answer() {
    let Some(registers) = registers() else { return };
    let folder = Folder::new();
    let store = folder.at("store");
    let inputs: Vec<PathBuf> = INPUTS.iter().map(|name| registers.join(name)).collect();
    let inputs: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    build(&store, &inputs).exits(0);

    every_record_is_accounted_for(&registers, &store);
    let stream = stream_of(&registers);
    the_chain_of_the_stream_is_whole(&store, &stream);
    designated_parties_are_found(&store, &stream);
}

fn every_record_is_accounted_for(registers: &Path, store: &Path) {
    let sound = run(&["verify", path(store), "--format", "json"]).exits(0).json();
    let read: BTreeMap<&str, u64> = sound["inputs"]
        .as_array()
        .expect("inputs")
        .iter()
        .map(|i| (i["name"].as_str().expect("a name"), i["records"].as_u64().expect("a number")))
        .collect();
    let bytes = |name: &str| std::fs::read(registers.join(name)).expect("a register file");
    let lines = |name: &str| {
        let bytes = bytes(name);
        let rows = bytes.split(|&b| b == b'\n');
        rows.filter(|row| !row.iter().all(|b| b.is_ascii_whitespace() || *b == 0x1a)).count() as u64
    };
    for name in ["sdn.csv", "add.csv", "alt.csv"] {
        let rows = lines(&format!("{}/{name}", INPUTS[0]));
        // The lone 0x1A that ends such a file may or may not count as a record of its own.
        let got = read[name];
        assert!(got == rows || got == rows + 1, "{name}: {got} of {rows}");
    }
    for name in ["UN_2025-05.xml", "UN_consolidated_watchman.xml"] {
        let text = String::from_utf8(bytes(&format!("{}/{name}", INPUTS[1]))).expect("UTF-8");
        let count = ["<INDIVIDUAL>", "<ENTITY>"].map(|tag| text.matches(tag).count() as u64);
        assert_eq!(read[name], count.iter().sum::<u64>(), "{name}");
    }
    let name = "gb-ofsi-conlist/sanctionsconlist.csv";
    let list = bytes(name);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(list.as_slice());
    let rows = reader.byte_records().count() as u64;
    assert_eq!(read["sanctionsconlist.csv"], rows - 2, "two lines stand above the rows");
    assert_eq!(read["yente_zala.ftm.json"], lines(INPUTS[4]));
    for entry in std::fs::read_dir(registers.join(INPUTS[3])).expect("samples").flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        if !file.starts_with("psc") || !file.ends_with(".json") {
            continue;
        }
        let text = std::fs::read(entry.path()).expect("a sample");
        let value: Value = serde_json::from_slice(&text).expect("JSON");
        let all = value.as_array().cloned().unwrap_or_else(|| vec![value]);
        let is_total = |v: &Value| v["data"]["kind"].as_str().is_some_and(|k| k.contains("totals"));
        let expected = all.iter().filter(|v| !is_total(v)).count() as u64;
        assert_eq!(read.get(file.as_str()), Some(&expected), "{file}");
    }
    let total: u64 = read.values().sum();
    assert!(total > 40_000, "{total}");
}

fn the_chain_of_the_stream_is_whole(store: &Path, stream: &[Value]) {
    let stated = Stated::all(stream);
    assert!(stated.len() > 5);
    let mut ids: BTreeMap<&str, String> = BTreeMap::new();
    for one in &stated {
        for id in [&one.owner, &one.asset] {
            if stream.iter().any(|e| e["id"] == id.as_str()) {
                ids.entry(id).or_insert_with(|| canonical(store, id));
            }
        }
    }
    let assets: BTreeSet<&str> = stated.iter().map(|s| s.asset.as_str()).collect();
    let mut compared = 0;
    for asset in assets {
        let dates = stated.iter().filter(|s| s.asset == asset);
        let mut days: BTreeSet<String> = dates
            .flat_map(|s| [s.start.clone(), s.end.clone()])
            .filter(|d| d.len() == 10)
            .collect();
        days.extend(["1999-01-01".to_owned(), "2026-01-01".to_owned()]);
        for day in days {
            let active: Vec<&Stated> =
                stated.iter().filter(|s| s.asset == asset && s.is_active(&day)).collect();
            let answer = ask("owners", store, &[asset, "--as-of", &day]);
            assert_eq!(answer["as_of"], day.as_str());
            let subject = answer["subject"]["id"].as_str().expect("an id");
            let mut found: BTreeSet<&str> = BTreeSet::new();
            for owner in answer["owners"].as_array().expect("owners") {
                for step in owner["paths"].as_array().into_iter().flatten() {
                    let hops = step["hops"].as_array().expect("hops");
                    let last = hops.last().expect("a hop");
                    assert_eq!(last["subject"]["id"], subject);
                    if let Some(one) = stated.iter().find(|s| last["id"] == s.id.as_str()) {
                        found.insert(&one.id);
                    }
                }
                let evidence = owner["evidence"].as_array().expect("evidence");
                assert!(evidence.iter().all(|e| e["record"].as_u64().is_some_and(|r| r > 0)));
            }
            // An answer shows at most three chains for each owner, and an office may be one of them.
            for owner in active.iter().map(|s| s.owner.as_str()).collect::<BTreeSet<_>>() {
                let of = active.iter().filter(|s| s.owner == owner);
                let expected: BTreeSet<&str> = of.map(|s| s.id.as_str()).collect();
                let shown = found.intersection(&expected).count();
                assert!(shown >= expected.len().min(2), "{owner} of {asset} on {day}");
            }
            let is_stated = |id: &&str| active.iter().any(|s| s.id == **id);
            assert!(found.iter().all(is_stated), "{asset} on {day}: {found:?}");
            // Where an owner has one stated share on the day, the answer is that share.
            let owners: BTreeSet<&str> = active.iter().map(|s| s.owner.as_str()).collect();
            let total: f64 = active.iter().filter_map(|s| s.share).sum();
            for owner in owners {
                let mut own = active.iter().filter(|s| s.owner == owner && s.share.is_some());
                let (Some(one), None) = (own.next(), own.next()) else { continue };
                if total > 1.0 || !ids.contains_key(owner) {
                    continue;
                }
                let line = crate::common::item(&answer["owners"], "id", &ids[owner]);
                let share = one.share.expect("a share");
                for end in ["min", "max"] {
                    let got = line["cash_flow"][end].as_f64().expect("a number");
                    assert!((got - share).abs() < 1e-12, "{asset} {owner} {day}: {got} {share}");
                }
                let entity = stream.iter().find(|e| e["id"] == owner).expect("in the stream");
                let listed = values(entity, "topics").any(|t| t == "sanction");
                assert_eq!(line["sanctioned"], listed, "{owner}");
                compared += 1;
            }
        }
    }
    assert!(compared >= 5, "only {compared} shares were compared");
}

fn designated_parties_are_found(store: &Path, stream: &[Value]) {
    let owner = Stated::all(stream).into_iter().fold(BTreeMap::new(), |mut counts, s| {
        *counts.entry(s.owner).or_insert(0) += 1;
        counts
    });
    let (owner, _) = owner.into_iter().max_by_key(|(_, count)| *count).expect("an owner");
    // What the greatest holder had on two days follows from the stream alone.
    let stated = Stated::all(stream);
    for day in ["2014-01-01", "2023-01-01"] {
        let answer = ask("holdings", store, &[&owner, "--as-of", day]);
        let got: BTreeSet<String> = answer["holdings"]
            .as_array()
            .expect("holdings")
            .iter()
            .filter(|h| h["layers"] == 1)
            .flat_map(|h| h["path"]["hops"].as_array().cloned().unwrap_or_default())
            .map(|hop| hop["id"].as_str().unwrap_or_default().to_owned())
            .filter(|id| stated.iter().any(|s| s.id == *id))
            .collect();
        let active: Vec<&Stated> =
            stated.iter().filter(|s| s.owner == owner && s.is_active(day)).collect();
        let assets: BTreeSet<&str> = active.iter().map(|s| s.asset.as_str()).collect();
        assert_eq!(got.len(), assets.len(), "{day}: one chain for each asset");
        assert!(got.iter().all(|id| active.iter().any(|s| s.id == *id)), "{day}: {got:?}");
    }
    // The two ends of a holding are connected by it.
    let one = stated.iter().find(|s| s.owner == owner && s.share.is_some()).expect("a holding");
    let ways = ask("path", store, &[&one.owner, &one.asset]);
    let first = &ways["paths"][0]["hops"];
    assert_eq!(first.as_array().map(Vec::len), Some(1));
    // Each list's own references lead to a party.
    for reference in ["us-ofac-36", "un-sc-6908555"] {
        run(&["show", path(store), reference, "--format", "json"]);
    }
}
