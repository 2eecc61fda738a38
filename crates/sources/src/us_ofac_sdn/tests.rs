//! The real lists, and damaged ones.

use cuibono_model::{IssueKind, prop};
use proptest::prelude::*;

use crate::Head;
use crate::harness::{read_path, register, survive};

/// Path, dataset, records; persons, vessels, aircraft, others; issues at most.
type Case = (&'static str, &'static str, u64, [usize; 4], usize);

#[test]
fn real_primary_files_come_whole() {
    const CASES: [Case; 4] = [
        ("us-ofac-sdn-csv/2019-01/sdn.csv", "us_ofac_sdn", 7379, [3845, 323, 217, 2994], 20),
        ("us-ofac-sdn-csv/2021-07/sdn.csv", "us_ofac_sdn", 8976, [4620, 406, 277, 3673], 20),
        // Two lists in one file: 58 numbers stand twice.
        ("us-ofac-sdn-csv/sdn-2022-11/sdn.csv", "us_ofac_sdn", 11567, [5876, 526, 294, 4813], 20),
        ("us-ofac-consolidated-csv/cons_prim.csv", "us_ofac_cons", 442, [79, 0, 0, 363], 5),
    ];
    for (path, dataset, records, [persons, vessels, aircraft, others], issues) in CASES {
        let Some(file) = register(path) else { continue };
        let got = read_path(&file);
        assert_eq!((got.dataset, got.records), (dataset, records), "{path}");
        let counts = got.counts();
        let count = |schema| counts.get(schema).copied().unwrap_or(0);
        assert_eq!(count("Person"), persons, "{path}");
        assert_eq!(count("Vessel"), vessels, "{path}");
        assert_eq!(count("Airplane"), aircraft, "{path}");
        assert_eq!(count("Company") + count("Organization"), others, "{path}");
        assert_eq!(count("Sanction"), persons + vessels + aircraft + others, "{path}");
        assert!(got.conflicts.is_empty(), "{path}: {:?}", got.conflicts);
        assert!(got.issues.len() <= issues, "{path}: {:?}", got.issue_counts());
        assert_eq!(got.issues_of(IssueKind::BadRecord), 0);
        // `-0-` is nowhere a value.
        assert!(!got.claims.values().flatten().any(|claim| claim.1 == "-0-"));
    }
}

#[test]
fn real_addresses_and_names_come_whole() {
    const CASES: [(&str, u64); 8] = [
        ("us-ofac-sdn-csv/2019-01/add.csv", 11696),
        ("us-ofac-sdn-csv/2019-01/alt.csv", 9682),
        ("us-ofac-sdn-csv/2021-07/add.csv", 13837),
        ("us-ofac-sdn-csv/2021-07/alt.csv", 11910),
        ("us-ofac-sdn-csv/add-alt-2025-02/add.csv", 22641),
        ("us-ofac-sdn-csv/add-alt-2025-02/alt.csv", 19486),
        ("us-ofac-consolidated-csv/cons_add.csv", 574),
        ("us-ofac-consolidated-csv/cons_alt.csv", 1073),
    ];
    for (path, records) in CASES {
        let Some(file) = register(path) else { continue };
        let got = read_path(&file);
        assert_eq!(got.records, records, "{path}");
        // Places that are no country, such as parts of the Sahel.
        assert!(got.issues.len() <= 12, "{path}: {:?}", got.issue_counts());
        assert_eq!(got.issues_of(IssueKind::BadRecord), 0);
    }
}

#[test]
fn comments_continue_remarks() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/us_ofac_sdn/sample/sdn.csv");
    let got = read_path(std::path::Path::new(root));
    let notes = got.values("us-ofac-990006", prop::NOTES);
    assert_eq!(notes, ["Purchase of things is prohibited", "Some fact without a form"]);
    assert_eq!(got.values("us-ofac-990006", prop::WEBSITE), ["www.friends.example"]);
}

#[test]
fn other_tables_of_numbers_are_nobodys() {
    for text in ["1,2,3,4,5,6\n", "1,\"x\"\n", "a,b,c,d,e\n", "1,2,\"aka\",\"X\",\"\"\n", ""] {
        let head = Head { name: "table.csv".into(), bytes: text.as_bytes().to_vec() };
        assert!(super::plan(&head).is_none(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damaged_files_are_survived(at in 0usize..3000, bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        for (name, sample) in [
            ("sdn.csv", include_bytes!("sample/sdn.csv").as_slice()),
            ("add.csv", include_bytes!("sample/add.csv").as_slice()),
            ("alt.csv", include_bytes!("sample/alt.csv").as_slice()),
        ] {
            let mut text = sample.to_vec();
            let head = Head { name: name.into(), bytes: text.clone() };
            let at = at % text.len();
            text.splice(at..at, bytes.iter().copied());
            survive(&head, &text);
        }
    }

    #[test]
    fn any_remarks_are_survived(remarks in "(DOB|POB|Passport|IMO|a.k.a.|Linked To:|Tax ID No.)? ?.{0,40}") {
        let mut draft = crate::designation::Draft::new("x", cuibono_model::schemata::PERSON);
        let _ = super::remarks::add(&mut draft, &remarks);
    }
}
