//! The real lists, and damaged ones.

use cuibono_model::{IssueKind, prop};
use proptest::prelude::*;

use crate::Head;
use crate::harness::{read_path, read_text, register, survive};

#[test]
fn real_lists_come_whole() {
    let cases = [
        ("un-consolidated-xml/UN_consolidated_watchman.xml", "2026-02-27", 730, 273),
        ("un-consolidated-xml/UN_2025-05.xml", "2025-04-19", 684, 193),
    ];
    for (path, date, individuals, entities) in cases {
        let Some(path) = register(path) else { continue };
        let got = read_path(&path);
        assert_eq!((got.dataset, got.date.as_str()), ("un_sc", date));
        assert_eq!(got.records, individuals + entities);
        let counts = got.counts();
        assert_eq!(counts["Person"] as u64, individuals);
        assert_eq!((counts["Organization"] + counts["Company"]) as u64, entities);
        assert_eq!(counts["Sanction"] as u64, individuals + entities);
        assert!(got.conflicts.is_empty() && got.interests.is_empty());
        // One nationality is "Congo", which two countries are called.
        let issues = got.issue_counts();
        assert_eq!(
            issues.into_iter().collect::<Vec<_>>(),
            [(("ambiguous_country", "NATIONALITY"), 1)]
        );
    }
}

#[test]
fn two_records_with_one_reference_stay_apart() {
    let record = |id: &str, name: &str| {
        format!(
            "<INDIVIDUAL><DATAID>{id}</DATAID><FIRST_NAME>{name}</FIRST_NAME>\
             <REFERENCE_NUMBER>QDi.9001</REFERENCE_NUMBER><LISTED_ON>2020-01-01</LISTED_ON>\
             </INDIVIDUAL>"
        )
    };
    let text = format!(
        "<CONSOLIDATED_LIST dateGenerated=\"2026-01-01\">{}{}</CONSOLIDATED_LIST>",
        record("9900001", "ADA"),
        record("9900002", "BEA")
    );
    let got = read_text("list.xml", text.as_bytes());
    assert_eq!(got.values("un-sc-QDi.9001", prop::NAME), ["ADA"]);
    assert_eq!(got.values("un-sc-9900002", prop::NAME), ["BEA"]);
    assert_eq!(got.keys_of("un-sc-9900002"), ["Id unsc-9900002"]);
    assert_eq!(got.issues_of(IssueKind::Conflict), 1);
}

#[test]
fn unknown_elements_are_issues() {
    let text = "<CONSOLIDATED_LIST dateGenerated='2026-01-01'><ENTITY><DATAID>1</DATAID>\
                <FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>QDe.1</REFERENCE_NUMBER>\
                <LISTED_ON>2020-01-01</LISTED_ON><COLOUR>red</COLOUR></ENTITY></CONSOLIDATED_LIST>";
    let got = read_text("list.xml", text.as_bytes());
    assert_eq!(got.issue_counts()[&("unmapped_column", "COLOUR")], 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damaged_lists_are_survived(at in 0usize..8000, byte: u8, cut in 0usize..8000) {
        let mut bytes = include_bytes!("sample/consolidated.xml").to_vec();
        let head = Head { name: "consolidated.xml".into(), bytes: bytes.clone() };
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - cut % (length / 2));
        survive(&head, &bytes);
    }
}
