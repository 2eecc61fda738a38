//! What is written, read back with other people's readers: headers, counts, shapes, proportions,
//! truth against records. The sizes are small; the proportions hold for any size.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::LazyLock;

use cuibono_synth::{Config, Summary, generate};
use serde_json::Value;
use tempfile::TempDir;

struct Made {
    folder: TempDir,
    summary: Summary,
}

fn make(companies: u64, seed: u64) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let summary = generate(&Config { companies, seed }, folder.path(), &mut |_, _, _| {}).unwrap();
    Made { folder, summary }
}

static SMALL: LazyLock<Made> = LazyLock::new(|| make(300, 1));
static LARGE: LazyLock<Made> = LazyLock::new(|| make(20_000, 1));

const STEMS: [(&str, &str); 4] = [
    ("BasicCompanyDataAsOneFile-2026-10-01", "csv"),
    ("persons-with-significant-control-snapshot-2026-10-01", "txt"),
    ("CCOD_FULL_2026_10", "csv"),
    ("OCOD_FULL_2026_10", "csv"),
];

fn unzip(folder: &Path, stem: &str, ending: &str) -> Vec<u8> {
    let file = File::open(folder.join(format!("{stem}.zip"))).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    assert_eq!(archive.len(), 1);
    let mut member = archive.by_name(&format!("{stem}.{ending}")).unwrap();
    let mut out = Vec::new();
    member.read_to_end(&mut out).unwrap();
    out
}

fn text(folder: &Path, stem: &str, ending: &str) -> String {
    String::from_utf8(unzip(folder, stem, ending)).unwrap()
}

fn csv_rows(text: &str) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect()
}

fn psc(made: &Made) -> Vec<Value> {
    text(made.folder.path(), STEMS[1].0, "txt")
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect()
}

fn truth(made: &Made, name: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_path(made.folder.path().join("truth").join(name))
        .unwrap()
        .records()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn headers_are_the_publishers() {
    let folder = SMALL.folder.path();
    let first = |stem| text(folder, stem, "csv").split("\r\n").next().unwrap().to_string();
    let basic = first(STEMS[0].0);
    assert!(basic.starts_with("CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1, RegAddress.AddressLine2,RegAddress.PostTown,"));
    assert!(basic.ends_with(",PreviousName_10.CONDATE, PreviousName_10.CompanyName,ConfStmtNextDueDate, ConfStmtLastMadeUpDate"));
    assert_eq!(basic.split(',').count(), 55);
    let ocod = first(STEMS[3].0);
    assert!(ocod.starts_with(r#""Title Number","Tenure","Property Address","District","County","Region","Postcode","Multiple Address Indicator","Price Paid","Proprietor Name (1)","Company Registration No. (1)","Proprietorship Category (1)","Country Incorporated (1)","Proprietor (1) Address (1)","#));
    assert!(ocod.ends_with(
        r#""Proprietor (4) Address (3)","Date Proprietor Added","Additional Proprietor Indicator""#
    ));
    assert_eq!(ocod.split(',').count(), 39);
    assert_eq!(
        first(STEMS[2].0),
        ocod.replace(r#","Country Incorporated (1)""#, "")
            .replace(r#","Country Incorporated (2)""#, "")
            .replace(r#","Country Incorporated (3)""#, "")
            .replace(r#","Country Incorporated (4)""#, "")
    );
    let list = fs::read_to_string(folder.join("UK-Sanctions-List.csv")).unwrap();
    let mut lines = list.split("\r\n");
    assert_eq!(lines.next().unwrap(), "Report Date: 01-Oct-2026");
    let header = lines.next().unwrap();
    assert!(
        header
            .starts_with("Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,")
    );
    assert!(header.ends_with(",Year Built,Hull identification number (HIN)"));
    assert_eq!(header.split(',').count(), 58);
}

#[test]
fn every_row_has_its_columns_and_the_trailers_count_them() {
    for made in [&*SMALL, &*LARGE] {
        let folder = made.folder.path();
        let basic = csv_rows(&text(folder, STEMS[0].0, "csv"));
        assert!(basic.iter().all(|r| r.len() == 55));
        assert_eq!(basic.len() as u64 - 1, made.summary.company_rows);
        for (stem, columns, rows) in
            [(STEMS[2].0, 35, made.summary.ccod_rows), (STEMS[3].0, 39, made.summary.ocod_rows)]
        {
            let all = csv_rows(&text(folder, stem, "csv"));
            let (trailer, body) = all.split_last().unwrap();
            assert!(body.iter().all(|r| r.len() == columns), "{stem}");
            assert_eq!(body.len() as u64 - 1, rows);
            let counted: String = trailer.iter().collect::<String>();
            assert_eq!(
                counted.strip_prefix("Row Count:").unwrap().trim().parse::<u64>().unwrap(),
                rows
            );
        }
        let lines = psc(made);
        let (totals, body) = lines.split_last().unwrap();
        let count = |test: &dyn Fn(&str) -> bool| {
            body.iter().filter(|l| test(l["data"]["kind"].as_str().unwrap())).count() as u64
        };
        let statements = count(&|k| k == "persons-with-significant-control-statement");
        let exemptions = count(&|k| k == "exemptions");
        assert_eq!(
            totals["data"]["persons_of_significant_control_count"],
            body.len() as u64 - statements - exemptions
        );
        assert_eq!(totals["data"]["statements_count"], statements);
        assert_eq!(totals["data"]["exemptions_count"], exemptions);
        assert_eq!(made.summary.psc_records + statements + exemptions, body.len() as u64);
        assert!(
            totals.get("company_number").is_none()
                && body.iter().all(|l| l["company_number"].as_str().unwrap().len() == 8)
        );
        let list = fs::read_to_string(folder.join("UK-Sanctions-List.csv")).unwrap();
        let rows = csv_rows(list.split_once("\r\n").unwrap().1);
        assert!(rows.iter().all(|r| r.len() == 58));
        assert_eq!(rows.len() as u64 - 1, made.summary.sanctions_rows);
    }
}

#[test]
fn registers_are_fully_quoted_with_crlf() {
    let folder = SMALL.folder.path();
    for (stem, header_quoted) in [(STEMS[0].0, false), (STEMS[2].0, true), (STEMS[3].0, true)] {
        let all = text(folder, stem, "csv");
        assert!(!all.replace("\r\n", "").contains(['\r', '\n']));
        for (at, line) in all.split_terminator("\r\n").enumerate() {
            if (at == 0 && !header_quoted) || line.starts_with("Row Count") {
                continue;
            }
            assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
        }
    }
}

#[test]
fn the_same_configuration_gives_the_same_bytes() {
    let digest = |made: &Made| -> BTreeMap<String, Vec<u8>> {
        let mut out = BTreeMap::new();
        for folder in [made.folder.path().to_path_buf(), made.folder.path().join("truth")] {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_file() {
                    out.insert(
                        entry.file_name().into_string().unwrap(),
                        fs::read(entry.path()).unwrap(),
                    );
                }
            }
        }
        out
    };
    let (first, again, other) = (digest(&SMALL), digest(&make(300, 1)), digest(&make(300, 2)));
    assert_eq!(first.len(), 9, "{:?}", first.keys());
    assert!(first == again);
    assert!(first.keys().eq(other.keys()));
    for (name, bytes) in &first {
        assert!(
            name == "README.txt" || &other[name] != bytes,
            "{name} does not depend on the seed"
        );
    }
}

#[test]
fn all_86_natures_appear_and_no_others() {
    let known: HashSet<&str> = include_str!("natures.txt").lines().collect();
    assert_eq!(known.len(), 86);
    let mut seen: HashMap<String, u64> = HashMap::new();
    for line in psc(&LARGE) {
        for code in line["data"]["natures_of_control"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            *seen.entry(code.to_string()).or_default() += 1;
        }
    }
    for code in seen.keys() {
        assert!(known.contains(code.as_str()), "{code} is not a published code");
    }
    let missing: Vec<&&str> = known.iter().filter(|c| !seen.contains_key(**c)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_kind_of_record_appears() {
    let kinds: HashSet<String> =
        psc(&LARGE).iter().map(|l| l["data"]["kind"].as_str().unwrap().to_string()).collect();
    for kind in [
        "individual-person-with-significant-control",
        "corporate-entity-person-with-significant-control",
        "legal-person-person-with-significant-control",
        "super-secure-person-with-significant-control",
        "individual-beneficial-owner",
        "corporate-entity-beneficial-owner",
        "persons-with-significant-control-statement",
        "exemptions",
    ] {
        assert!(kinds.contains(kind), "{kind}");
    }
}

#[test]
fn proportions_follow_the_real_registers() {
    let (made, n) = (&*LARGE, 20_000.0);
    let check = |what: &str, got: f64, low: f64, high: f64| {
        assert!((low..=high).contains(&got), "{what}: {got}, expected {low} to {high}");
    };
    let s = made.summary;
    let lines = (s.psc_records + s.psc_statements + s.psc_exemptions) as f64;
    check("PSC lines a company", lines / n, 2.0, 2.5);
    check("statements among PSC lines", s.psc_statements as f64 / lines, 0.05, 0.075);
    check("CCOD rows a company", s.ccod_rows as f64 / n, 0.45, 0.70);
    check("OCOD rows a company", s.ocod_rows as f64 / n, 0.012, 0.024);
    check("designations", s.designations as f64, 200.0, 6_000.0);
    let records = psc(made);
    let of =
        |test: &dyn Fn(&Value) -> bool| records.iter().filter(|l| test(&l["data"])).count() as f64;
    check("ceased", of(&|d| d.get("ceased_on").is_some()) / lines, 0.15, 0.30);
    check(
        "corporate",
        of(&|d| d["kind"] == "corporate-entity-person-with-significant-control") / lines,
        0.03,
        0.10,
    );
    check(
        "identity verified",
        of(&|d| d.get("identity_verification_details").is_some()) / lines,
        0.05,
        0.15,
    );
    let basic = csv_rows(&text(made.folder.path(), STEMS[0].0, "csv"));
    let entities = basic.iter().filter(|r| &r[10] == "Overseas Entity").count() as f64;
    check("overseas entities a company", entities / n, 0.0050, 0.0058);
    let ocod = csv_rows(&text(made.folder.path(), STEMS[3].0, "csv"));
    let with =
        |column: usize, value: &str| ocod.iter().filter(|r| r.get(column) == Some(value)).count();
    assert!(with(12, "BRITISH VIRGIN ISLANDS") > 20 && with(12, "JERSEY") > 20);
    assert!(with(10, "") > 20);
}

#[test]
fn structures_are_there() {
    let interests = truth(&LARGE, "ownership.csv");
    let mut parent: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut children: HashMap<&str, HashSet<&str>> = HashMap::new();
    for row in &interests {
        if &row[2] == "shares" && row[5].is_empty() && &row[7] == "named" {
            parent.entry(&row[1]).or_default().push(&row[0]);
            children.entry(&row[0]).or_default().insert(&row[1]);
        }
    }
    let own = parent.iter().filter(|(asset, owners)| owners.contains(*asset)).count();
    assert!(own >= 10, "{own} companies hold themselves");
    let hub = children.values().map(HashSet::len).max().unwrap();
    assert!(hub >= 500, "the largest hub has {hub}");
    let mutual = parent
        .iter()
        .filter(|(a, owners)| {
            owners.iter().any(|o| o != *a && parent.get(o).is_some_and(|p| p.contains(a)))
        })
        .count();
    assert!(mutual >= 4, "{mutual}");
    let mut longest = 0;
    for start in parent.keys() {
        let (mut at, mut length, mut seen) = (*start, 1, HashSet::new());
        while let Some(next) =
            parent.get(at).and_then(|o| o.iter().find(|o| o.starts_with('C') && *o != &at))
        {
            if !seen.insert(*next) {
                length = 0;
                break;
            }
            (at, length) = (next, length + 1);
        }
        longest = longest.max(length);
    }
    assert!((20..=24).contains(&longest), "the longest chain has {longest} companies");
}

#[test]
fn sanctioned_parties_own_their_way_down_to_titles() {
    for made in [&*SMALL, &*LARGE] {
        let mut holds: HashMap<String, Vec<String>> = HashMap::new();
        for row in truth(made, "ownership.csv") {
            if row[5].is_empty() {
                holds.entry(row[0].to_string()).or_default().push(row[1].to_string());
            }
        }
        let sanctioned = truth(made, "sanctioned.csv");
        assert_eq!(sanctioned.len() as u64, made.summary.designations);
        let reaching = sanctioned
            .iter()
            .filter(|row| {
                let (mut todo, mut seen) = (vec![row[0].to_string()], HashSet::new());
                while let Some(at) = todo.pop() {
                    if at.starts_with("T:") {
                        return true;
                    }
                    if seen.insert(at.clone()) {
                        todo.extend(holds.get(&at).into_iter().flatten().cloned());
                    }
                }
                false
            })
            .count();
        assert!(reaching * 1000 >= sanctioned.len() * 5, "{reaching} of {}", sanctioned.len());
    }
}

/// The closed or open ends of a published band, in hundredths; open below 75.
fn inside(code: &str, p: u64, q: u64) -> bool {
    let hundredths = |n: u64| n * q;
    let s = p * 100;
    if code.contains("25-to-50") {
        s > hundredths(25) && s <= hundredths(50)
    } else if code.contains("50-to-75") {
        s > hundredths(50) && s < hundredths(75)
    } else if code.contains("75-to-100") {
        s >= hundredths(75) && p <= q
    } else if code.contains("more-than-25") {
        s > hundredths(25) && p <= q
    } else {
        true
    }
}

#[test]
fn the_truth_agrees_with_the_records() {
    let made = &*LARGE;
    let mut records: HashMap<String, Vec<String>> = HashMap::new();
    for line in psc(made) {
        let Some(link) = line["data"]["links"]["self"].as_str() else { continue };
        let codes = line["data"]["natures_of_control"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        assert!(
            records.insert(link.to_string(), codes.map(str::to_string).collect()).is_none()
                || link.ends_with("/exemptions"),
            "{link} twice"
        );
    }
    let mut titles = HashMap::new();
    for (stem, step) in [(STEMS[2].0, 6), (STEMS[3].0, 7)] {
        for row in
            csv_rows(&text(made.folder.path(), stem, "csv")).iter().skip(1).filter(|r| r.len() > 30)
        {
            let proprietors = (0..4).filter(|n| !row[9 + n * step].is_empty()).count();
            titles.insert(row[0].to_string(), proprietors);
        }
    }
    let known: HashSet<(String, String)> =
        truth(made, "entities.csv").iter().map(|r| (r[0].to_string(), r[3].to_string())).collect();
    let mut bands = 0;
    for row in truth(made, "ownership.csv") {
        let (owner, record) = (row[0].to_string(), row[9].to_string());
        match &row[8] {
            "gb_coh_psc" if &row[7] == "no" => assert!(record.is_empty()),
            "gb_coh_psc" => {
                let codes = &records[&record];
                assert!(known.contains(&(owner, record)), "{row:?}");
                let (right, other) = if &row[2] == "votes" {
                    ("voting-rights", "-")
                } else {
                    ("ownership-of-shares", "surplus-assets")
                };
                if let (Some((p, q)), "shares" | "joint-shares" | "votes") =
                    (row[3].split_once('/'), &row[2])
                {
                    for code in codes
                        .iter()
                        .filter(|c| c.starts_with(right) || (c.contains(other) && other != "-"))
                    {
                        assert!(
                            inside(code, p.parse().unwrap(), q.parse().unwrap()),
                            "{code} {row:?}"
                        );
                        bands += 1;
                    }
                }
            }
            _ => {
                assert!(titles.contains_key(&row[9]), "{row:?}");
                if &row[7] == "named" {
                    let places = 1..=titles[&row[9]];
                    assert!(
                        places
                            .into_iter()
                            .any(|n| known.contains(&(owner.clone(), format!("{record}#{n}")))),
                        "{row:?}"
                    );
                }
            }
        }
    }
    assert!(bands > 20_000, "{bands}");
}

#[test]
fn shares_of_every_title_add_up() {
    let mut sums: HashMap<String, (u64, u64)> = HashMap::new();
    for row in truth(&LARGE, "ownership.csv").iter().filter(|r| r[2].starts_with("title")) {
        let (p, q) = row[3].split_once('/').unwrap();
        let sum = sums.entry(row[1].to_string()).or_insert((0, q.parse().unwrap()));
        sum.0 += p.parse::<u64>().unwrap();
    }
    assert!(sums.len() > 5_000);
    assert!(sums.values().all(|(p, q)| p == q));
}

#[test]
fn one_person_appears_in_several_spellings_and_namesakes_stay_apart() {
    let mut spellings: HashMap<String, HashSet<String>> = HashMap::new();
    let mut holders: HashMap<String, HashSet<String>> = HashMap::new();
    for row in
        truth(&LARGE, "entities.csv").iter().filter(|r| &r[1] == "Person" && !r[5].is_empty())
    {
        let name = row[5].to_uppercase();
        spellings.entry(row[0].to_string()).or_default().insert(name.clone());
        holders.entry(name).or_default().insert(row[0].to_string());
    }
    assert!(spellings.values().filter(|s| s.len() >= 4).count() > 50);
    assert!(holders.values().filter(|h| h.len() >= 3).count() > 200);
    let native = truth(&LARGE, "entities.csv")
        .iter()
        .filter(|r| &r[4] == "native-name" && !r[5].is_ascii())
        .count();
    assert!(native > 30, "{native}");
}

#[test]
fn dirt_is_there_and_rare() {
    let records = psc(&LARGE);
    let of = |test: &dyn Fn(&Value) -> bool| records.iter().filter(|l| test(&l["data"])).count();
    let days = of(&|d| d["date_of_birth"].get("day").is_some());
    assert!((1..100).contains(&days), "{days} leaked days");
    let bad = of(&|d| {
        matches!(
            d["identification"]["registration_number"].as_str(),
            Some("N/A" | "NONE" | "Pending")
        )
    });
    assert!((5..400).contains(&bad), "{bad}");
    let nulls =
        of(&|d| d["natures_of_control"].as_array().is_some_and(|n| n.iter().any(Value::is_null)));
    assert!((1..100).contains(&nulls), "{nulls}");
    let ccod = csv_rows(&text(LARGE.folder.path(), STEMS[2].0, "csv"));
    let mut titles = HashMap::new();
    for row in &ccod {
        *titles.entry(row[0].to_string()).or_insert(0) += 1;
    }
    assert!(titles.values().any(|n| *n == 2), "no title is repeated");
    let live: HashSet<String> = csv_rows(&text(LARGE.folder.path(), STEMS[0].0, "csv"))
        .iter()
        .map(|r| r[1].to_string())
        .collect();
    let gone = of(&|d| {
        d["identification"]["registration_number"].as_str().is_some_and(|n| {
            n.len() == 8
                && n.bytes().all(|b| b.is_ascii_digit())
                && d["identification"]["place_registered"] == "Companies House"
                && !live.contains(n)
        })
    });
    assert!(gone > 20, "{gone} owners are dissolved companies");
}

#[test]
fn an_unwritable_folder_is_an_error_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taken");
    fs::write(&file, "x").unwrap();
    let error =
        generate(&Config { companies: 300, seed: 1 }, &file, &mut |_, _, _| {}).unwrap_err();
    assert!(error.to_string().contains("taken"), "{error}");
    assert!(generate(&Config { companies: 5, seed: 1 }, folder.path(), &mut |_, _, _| {}).is_err());
}

#[test]
fn progress_ends_complete_and_nothing_partial_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut last: HashMap<String, (u64, u64)> = HashMap::new();
    generate(&Config { companies: 300, seed: 5 }, folder.path(), &mut |stage, done, of| {
        last.insert(stage.to_string(), (done, of));
    })
    .unwrap();
    assert_eq!(last.len(), 5);
    assert!(last.values().all(|(done, of)| done == of));
    for folder in [folder.path().to_path_buf(), folder.path().join("truth")] {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            assert!(!name.ends_with(".partial") && !name.contains("gb_"), "{name}");
        }
    }
    let readme =
        BufReader::new(File::open(folder.path().join("truth/README.txt")).unwrap()).lines().count();
    assert!(readme > 10);
}
