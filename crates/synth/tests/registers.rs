//! What is written, read back with other people's readers: headers, counts, shapes, proportions,
//! truth against records. The sizes are small; the proportions hold for any size.

mod common;

use std::collections::{HashMap, HashSet};
use std::fs;

use common::{BASIC, CCOD, LARGE, Made, OCOD, SMALL, make};
use cuibono_synth::{Config, generate};
use serde_json::Value;

#[test]
fn headers_are_the_publishers() {
    let first = |stem| SMALL.unzip(stem).split("\r\n").next().unwrap().to_string();
    let basic = first(BASIC);
    assert!(basic.starts_with("CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1, RegAddress.AddressLine2,RegAddress.PostTown,"));
    assert!(basic.ends_with(",PreviousName_10.CONDATE, PreviousName_10.CompanyName,ConfStmtNextDueDate, ConfStmtLastMadeUpDate"));
    assert_eq!(basic.split(',').count(), 55);
    let ocod = first(OCOD);
    assert!(ocod.starts_with(r#""Title Number","Tenure","Property Address","District","County","Region","Postcode","Multiple Address Indicator","Price Paid","Proprietor Name (1)","Company Registration No. (1)","Proprietorship Category (1)","Country Incorporated (1)","Proprietor (1) Address (1)","#));
    assert!(ocod.ends_with(
        r#""Proprietor (4) Address (3)","Date Proprietor Added","Additional Proprietor Indicator""#
    ));
    assert_eq!(ocod.split(',').count(), 39);
    assert_eq!(
        first(CCOD),
        ocod.replace(r#","Country Incorporated (1)""#, "")
            .replace(r#","Country Incorporated (2)""#, "")
            .replace(r#","Country Incorporated (3)""#, "")
            .replace(r#","Country Incorporated (4)""#, "")
    );
    let list = SMALL.text("UK-Sanctions-List.csv");
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
        let basic = made.basic();
        assert!(basic.iter().all(|r| r.len() == 55));
        assert_eq!(basic.len() as u64 - 1, made.summary.company_rows);
        for (all, columns, rows) in
            [(made.ccod(), 35, made.summary.ccod_rows), (made.ocod(), 39, made.summary.ocod_rows)]
        {
            let (trailer, body) = all.split_last().unwrap();
            assert!(body.iter().all(|r| r.len() == columns));
            assert_eq!(body.len() as u64 - 1, rows);
            let counted: String = trailer.iter().collect::<String>();
            assert_eq!(
                counted.strip_prefix("Row Count:").unwrap().trim().parse::<u64>().unwrap(),
                rows
            );
        }
        let lines = made.psc();
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
        let rows = made.list();
        assert!(rows.iter().all(|r| r.len() == 58));
        assert_eq!(rows.len() as u64 - 1, made.summary.sanctions_rows);
    }
}

#[test]
fn registers_are_fully_quoted_with_crlf() {
    for (stem, header_quoted) in [(BASIC, false), (CCOD, true), (OCOD, true)] {
        let all = SMALL.unzip(stem);
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
    let (again, other) = (make(300, 1).files, make(300, 2).files);
    let first = &SMALL.files;
    assert_eq!(first.len(), 10, "{:?}", first.keys());
    assert!(*first == again);
    assert!(first.keys().eq(other.keys()));
    for (name, bytes) in first {
        assert!(
            name == "truth/README.txt" || &other[name] != bytes,
            "{name} does not depend on the seed"
        );
    }
}

#[test]
fn all_86_natures_appear_and_no_others() {
    let known: HashSet<&str> = include_str!("natures.txt").lines().collect();
    assert_eq!(known.len(), 86);
    let mut seen: HashMap<String, u64> = HashMap::new();
    for line in LARGE.psc() {
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
        LARGE.psc().iter().map(|l| l["data"]["kind"].as_str().unwrap().to_string()).collect();
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
    let records = made.psc();
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
    let basic = made.basic();
    let entities = basic.iter().filter(|r| &r[10] == "Overseas Entity").count() as f64;
    check("overseas entities a company", entities / n, 0.0050, 0.0058);
    let ocod = made.ocod();
    let with =
        |column: usize, value: &str| ocod.iter().filter(|r| r.get(column) == Some(value)).count();
    assert!(with(12, "BRITISH VIRGIN ISLANDS") > 20 && with(12, "JERSEY") > 20);
    assert!(with(10, "") > 20);
}

#[test]
fn structures_are_there() {
    let interests = LARGE.interests();
    let mut parent: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut children: HashMap<&str, HashSet<&str>> = HashMap::new();
    for row in interests {
        if &row[2] == "shares" && row[5].is_empty() && &row[7] == "named" {
            parent.entry(&row[1]).or_default().push(&row[0]);
            children.entry(&row[0]).or_default().insert(&row[1]);
        }
    }
    let own = parent.iter().filter(|(asset, owners)| owners.contains(*asset)).count();
    assert!(own >= 6, "{own} companies hold themselves");
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
    for (made, least) in [(&*SMALL, 1), (&*LARGE, 10)] {
        let mut holds: HashMap<String, Vec<String>> = HashMap::new();
        for row in made.interests() {
            if row[5].is_empty() {
                holds.entry(row[0].to_string()).or_default().push(row[1].to_string());
            }
        }
        let sanctioned = made.sanctioned();
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
        assert!(reaching >= least, "{reaching} of {}", sanctioned.len());
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

/// Every party with every record it stands in, as the truth says.
fn known(made: &Made) -> HashSet<(&str, &str)> {
    made.entities().iter().map(|r| (&r[0], &r[3])).collect()
}

#[test]
fn published_bands_contain_the_true_shares() {
    let made = &*LARGE;
    let mut records: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in made.psc() {
        let data = &line["data"];
        let Some(link) = data["links"]["self"].as_str() else { continue };
        let codes = data["natures_of_control"].as_array().into_iter().flatten();
        let before = records.insert(link, codes.filter_map(Value::as_str).collect());
        assert!(before.is_none(), "{link} twice");
    }
    let (known, mut bands) = (known(made), 0);
    for row in made.interests().iter().filter(|r| &r[8] == "gb_coh_psc") {
        if &row[7] == "no" {
            assert!(row[9].is_empty(), "{row:?}");
            continue;
        }
        assert!(known.contains(&(&row[0], &row[9])), "{row:?}");
        let rights: &[&str] = match &row[2] {
            "shares" | "joint-shares" => &["ownership-of-shares", "surplus-assets"],
            "votes" => &["voting-rights"],
            _ => continue,
        };
        let (p, q) = row[3].split_once('/').unwrap();
        for code in &records[&row[9]] {
            if rights.iter().any(|r| code.contains(r)) {
                assert!(inside(code, p.parse().unwrap(), q.parse().unwrap()), "{code} {row:?}");
                bands += 1;
            }
        }
    }
    assert!(bands > 20_000, "{bands}");
}

#[test]
fn every_proprietor_of_the_truth_stands_in_the_title() {
    let made = &*LARGE;
    let mut shown: HashMap<&str, usize> = HashMap::new();
    for (rows, step, columns) in [(made.ccod(), 6, 35), (made.ocod(), 7, 39)] {
        for row in rows.iter().skip(1).filter(|r| r.len() == columns) {
            shown.insert(&row[0], (0..4).filter(|n| !row[9 + n * step].is_empty()).count());
        }
    }
    let known = known(made);
    let mut checked = 0;
    for row in made.interests().iter().filter(|r| r[8].starts_with("gb_hmlr")) {
        let places = 1..=shown[&row[9]];
        if &row[7] == "named" {
            let at = |n| known.contains(&(&row[0], format!("{}#{n}", &row[9]).as_str()));
            assert!(places.into_iter().any(at), "{row:?}");
            checked += 1;
        }
    }
    assert!(checked > 8_000, "{checked}");
}

#[test]
fn links_of_the_sanctions_list_name_designated_parties() {
    let designated: HashSet<String> = LARGE.sanctioned().iter().map(|r| r[0].to_string()).collect();
    let links = LARGE.links();
    assert!(links.len() > 3, "{}", links.len());
    assert!(links.iter().all(|r| designated.contains(&r[0]) && designated.contains(&r[1])));
}

#[test]
fn shares_of_every_title_add_up() {
    let mut sums: HashMap<String, (u64, u64)> = HashMap::new();
    for row in LARGE.interests().iter().filter(|r| r[2].starts_with("title")) {
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
    for row in LARGE.entities().iter().filter(|r| &r[1] == "Person" && !r[5].is_empty()) {
        let name = row[5].to_uppercase();
        spellings.entry(row[0].to_string()).or_default().insert(name.clone());
        holders.entry(name).or_default().insert(row[0].to_string());
    }
    assert!(spellings.values().filter(|s| s.len() >= 4).count() > 50);
    assert!(holders.values().filter(|h| h.len() >= 3).count() > 200);
    let native =
        LARGE.entities().iter().filter(|r| &r[4] == "native-name" && !r[5].is_ascii()).count();
    assert!(native > 30, "{native}");
}

#[test]
fn dirt_is_there_and_rare() {
    let records = LARGE.psc();
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
    let ccod = LARGE.ccod();
    let mut titles = HashMap::new();
    for row in ccod {
        *titles.entry(row[0].to_string()).or_insert(0) += 1;
    }
    assert!(titles.values().any(|n| *n == 2), "no title is repeated");
    let live: HashSet<String> = LARGE.basic().iter().map(|r| r[1].to_string()).collect();
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
    // A folder stands where a file should go: the others' parts are cleared away.
    fs::create_dir(folder.path().join("CCOD_FULL_2026_10.zip.partial")).unwrap();
    let error = generate(&Config { companies: 300, seed: 1 }, folder.path(), &mut |_, _, _| {})
        .unwrap_err();
    assert!(error.to_string().contains("CCOD_FULL_2026_10.zip.partial"), "{error}");
    let left: Vec<_> = fs::read_dir(folder.path().join("truth")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
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
    assert!(SMALL.text("truth/README.txt").lines().count() > 10);
}
