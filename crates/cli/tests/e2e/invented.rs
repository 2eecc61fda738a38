//! The invented registers against what is true in them: every published owner appears, bounds
//! contain the truth, designated companies are reached by their number.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::common::{Folder, ask, build, path, run};

const COMPANIES: &str = "1500";
/// The day of the invented snapshot.
const DAY: &str = "2026-10-01";

/// A row of `truth/ownership.csv` that holds on the day.
struct Interest {
    owner: String,
    asset: String,
    kind: String,
    share: Option<f64>,
    capacity: String,
    published: String,
    record: String,
}

struct Truth {
    interests: Vec<Interest>,
    /// Every id that our store may give a party that has a number, by party.
    ids: HashMap<String, BTreeSet<String>>,
    /// Company of the register by party.
    designated: BTreeMap<String, String>,
}

fn rows(path: &Path) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).expect("a table of the truth");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

fn fraction(text: &str) -> Option<f64> {
    let (top, bottom) = text.split_once('/')?;
    Some(top.parse::<f64>().ok()? / bottom.parse::<f64>().ok()?)
}

impl Truth {
    fn read(folder: &Path) -> Truth {
        let truth = folder.join("truth");
        let interests = rows(&truth.join("ownership.csv"))
            .into_iter()
            .filter(|row| {
                let (start, end) = (row["start"].as_str(), row["end"].as_str());
                start <= DAY && (end.is_empty() || DAY < end)
            })
            .map(|mut row| {
                let mut take = |name: &str| row.remove(name).unwrap_or_default();
                Interest {
                    owner: take("owner"),
                    asset: take("asset"),
                    kind: take("kind"),
                    share: fraction(&take("share")),
                    capacity: take("capacity"),
                    published: take("published"),
                    record: take("record_id"),
                }
            })
            .collect();
        let mut ids: HashMap<String, BTreeSet<String>> = HashMap::new();
        for row in rows(&truth.join("entities.csv")) {
            let record = &row["record_id"];
            if row["source"] == "gb_coh_companies" {
                ids.entry(row["party_id"].clone()).or_default().insert(format!("gb-coh-{record}"));
            }
        }
        let designated = rows(&truth.join("sanctioned.csv"))
            .into_iter()
            .filter(|row| row["party_id"].starts_with('C'))
            .map(|row| (row["party_id"].clone(), row["unique_id"].clone()))
            .collect();
        Truth { interests, ids, designated }
    }

    fn id(&self, party: &str) -> Option<&str> {
        self.ids.get(party)?.iter().next().map(String::as_str)
    }

    /// The part of a company's money that truly reaches each party above it, and whether shares that
    /// the truth gives only together (joint holders, trusts, firms) are on the way.
    fn above(&self, asset: &str) -> BTreeMap<&str, (f64, bool)> {
        let mut by_asset: HashMap<&str, Vec<&Interest>> = HashMap::new();
        for interest in &self.interests {
            by_asset.entry(&interest.asset).or_default().push(interest);
        }
        let mut found: BTreeMap<&str, (f64, bool)> = BTreeMap::new();
        let mut waiting: Vec<(&str, f64, bool, usize)> = vec![(asset, 1.0, false, 0)];
        while let Some((node, part, is_odd, depth)) = waiting.pop() {
            // Cross-holdings give ever smaller parts; what is left out is below any tolerance here.
            if depth > 60 || part < 1e-7 {
                continue;
            }
            for interest in by_asset.get(node).into_iter().flatten() {
                if !matches!(interest.kind.as_str(), "shares" | "joint-shares") {
                    continue;
                }
                let Some(share) = interest.share else { continue };
                let is_odd = is_odd || interest.kind != "shares" || interest.capacity != "own";
                let entry = found.entry(&interest.owner).or_default();
                entry.0 += part * share;
                entry.1 |= is_odd;
                waiting.push((&interest.owner, part * share, is_odd, depth + 1));
            }
        }
        found
    }
}

fn built(folder: &Folder) -> (PathBuf, Truth) {
    let registers = folder.at("registers");
    run(&["synth", "--companies", COMPANIES, "--seed", "3", "--out", path(&registers)]).exits(0);
    let truth = Truth::read(&registers);
    std::fs::remove_dir_all(registers.join("truth")).expect("the truth is not an input");
    let store = folder.at("store");
    build(&store, &[&registers]).exits(0);
    (store, truth)
}

fn shown_relationships(answer: &Value, list: &str) -> BTreeSet<String> {
    let chains = answer[list].as_array().into_iter().flatten().flat_map(|owner| {
        let many = owner["paths"].as_array().cloned().unwrap_or_default();
        many.into_iter().chain([owner["path"].clone()])
    });
    chains
        .flat_map(|chain| chain["hops"].as_array().cloned().unwrap_or_default())
        .filter_map(|hop| hop["id"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn invented_registers_answer_with_what_is_true() {
    let folder = Folder::new();
    let (store, truth) = built(&folder);
    run(&["verify", path(&store)]).exits(0);
    owners_and_their_bounds(&store, &truth);
    holdings_reach_what_is_held(&store, &truth);
    designated_companies_are_reached(&store, &truth);
}

/// Companies that a company holds, those with the most above them first.
fn layered(truth: &Truth, limit: usize) -> Vec<&str> {
    let mut subjects: Vec<(&str, usize)> = truth
        .interests
        .iter()
        .filter(|i| i.owner.starts_with('C') && i.asset.starts_with('C'))
        .map(|i| (i.asset.as_str(), truth.above(&i.asset).len()))
        .collect();
    subjects.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    subjects.dedup();
    subjects.truncate(limit);
    subjects.into_iter().map(|(subject, _)| subject).collect()
}

fn owners_and_their_bounds(store: &Path, truth: &Truth) {
    let (mut published, mut bounded) = (0, 0);
    for subject in layered(truth, 40) {
        let Some(id) = truth.id(subject) else { continue };
        let answer = ask("owners", store, &[id, "--as-of", DAY]);
        let shown = shown_relationships(&answer, "owners");
        let direct = truth.interests.iter().filter(|i| i.asset == subject);
        for interest in direct.filter(|i| i.published == "named") {
            let Some(link) = interest.record.strip_prefix("/company/") else { continue };
            let (company, rest) = link.split_once('/').expect("a link");
            let psc = rest.rsplit('/').next().expect("a link");
            let relationship = format!("gb-psc-{company}-{psc}-interest");
            assert!(shown.contains(&relationship), "{id}: {relationship} of {}", interest.owner);
            published += 1;
        }
        let owners = answer["owners"].as_array().expect("owners");
        for (party, (share, is_odd)) in truth.above(subject) {
            let Some(ids) = truth.ids.get(party).filter(|_| !is_odd && party != subject) else {
                continue;
            };
            let known = owners.iter().find(|o| o["id"].as_str().is_some_and(|id| ids.contains(id)));
            // A holding that no register states cannot be in the answer.
            let Some(owner) = known else { continue };
            let end = |name: &str| owner["cash_flow"][name].as_f64().expect("a number");
            assert!(
                end("min") <= share + 1e-6 && share - 1e-6 <= end("max"),
                "{id}: {party} truly has {share}, answered {}",
                owner["cash_flow"]
            );
            bounded += 1;
        }
    }
    assert!(published > 40, "only {published} published interests were looked for");
    assert!(bounded > 20, "only {bounded} bounds were compared");
}

fn holdings_reach_what_is_held(store: &Path, truth: &Truth) {
    let (mut compared, mut without_number) = (0, 0);
    for asset in layered(truth, 40) {
        let direct = truth.interests.iter().filter(|i| i.asset == asset);
        for interest in direct.filter(|i| i.published == "named" && i.kind == "shares") {
            let (Some(owner), Some(ids)) = (truth.id(&interest.owner), truth.ids.get(asset)) else {
                continue;
            };
            if compared >= 25 || interest.capacity != "own" {
                continue;
            }
            let answer = ask("holdings", store, &[owner, "--as-of", DAY]);
            let held = answer["holdings"].as_array().expect("holdings");
            let line = held.iter().find(|h| h["id"].as_str().is_some_and(|id| ids.contains(id)));
            compared += 1;
            match line {
                Some(line) => assert_eq!(line["layers"], 1, "{owner} {ids:?}"),
                // Some records give no number of the register, or that of another one; a name alone
                // joins no UK company. They are few.
                None => without_number += 1,
            }
        }
    }
    assert!(compared > 10, "only {compared} holdings were compared");
    assert!(without_number * 5 <= compared, "{without_number} of {compared} were not found");
}

/// A designated company that states its UK number is found by it beside the register's entry, and the
/// designation is shown.
fn designated_companies_are_reached(store: &Path, truth: &Truth) {
    assert!(!truth.designated.is_empty(), "this seed has a designated company with a UK number");
    for (party, unique_id) in &truth.designated {
        let designation = format!("gb-sl-{unique_id}");
        let profile = ask("show", store, &[&designation]);
        assert_eq!(profile["party"]["sanctioned"], true);
        let ids = &truth.ids[party];
        let id = ids.iter().next().expect("an id");
        let number = id.strip_prefix("gb-coh-").expect("a company's");
        let hits = ask("search", store, &[number]);
        let found: BTreeSet<&str> = hits["results"]
            .as_array()
            .expect("hits")
            .iter()
            .filter_map(|h| h["id"].as_str())
            .collect();
        assert!(found.contains(profile["id"].as_str().expect("an id")), "{number}: {found:?}");
        assert!(ids.iter().any(|id| found.contains(id.as_str())), "{number}: {found:?}");
    }
}
