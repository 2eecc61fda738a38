//! Damaged and odd files. No real file of this list is at hand; its layout is the publisher's.

use cuibono_model::{IssueKind, prop};
use proptest::prelude::*;

use crate::Head;
use crate::harness::{read_text, survive};

const SAMPLE: &[u8] = include_bytes!("sample/UK-Sanctions-List.csv");

#[test]
fn rows_of_one_designation_are_one_party() {
    let got = read_text("UK-Sanctions-List.csv", SAMPLE);
    assert_eq!((got.dataset, got.date.as_str()), ("gb_fcdo_sanctions", "2026-10-08"));
    let id = "gb-sl-ZZZ9001";
    assert_eq!(got.values(id, prop::WEAK_ALIAS), ["ZRAZOK"]);
    assert_eq!(got.values(id, prop::BIRTH_DATE), ["1970-02", "1971"]);
    assert_eq!(got.values(id, prop::NATIONALITY), ["cy", "ua"]);
    assert_eq!(got.keys_of(id), ["Id gb-ofsi-99001", "Id un-sc-QDi.9001"]);
    let native = got.claims[id].iter().find(|claim| claim.3 == "ukr").unwrap();
    assert_eq!(native.1, "Прикладенко Зразок Тестович");
    let reasons = got.values("gb-sl-ZZZ9001-sanction", prop::REASON);
    assert_eq!(reasons, ["Director of Sample & Sons; the registry's example."]);
    // A reference to an individual cannot be an organisation's.
    assert!(got.keys_of("gb-sl-ZZZ9003").is_empty());
    assert_eq!(got.keys_of("gb-sl-ZZZ9004"), ["Imo 9900100"]);
    assert!(got.keys_of("gb-sl-ZZZ9005").is_empty());
}

#[test]
fn new_and_missing_columns_are_said_once() {
    let text = String::from_utf8(SAMPLE.to_vec()).unwrap();
    let text = text.replace("Website,", "Colour of ship,");
    let got = read_text("list.csv", text.as_bytes());
    assert_eq!(got.issue_counts()[&("unmapped_column", "colour of ship")], 1);
    assert_eq!(got.issue_counts()[&("missing_value", "Website")], 1);
    assert_eq!(got.issues_of(IssueKind::UnmappedColumn), 1);
}

proptest! {
    #[test]
    fn damaged_rows_are_survived(at in 1400usize..9000, bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        let mut text = SAMPLE.to_vec();
        let head = Head { name: "list.csv".into(), bytes: text.clone() };
        let at = at.min(text.len());
        text.splice(at..at, bytes);
        survive(&head, &text);
    }
}
