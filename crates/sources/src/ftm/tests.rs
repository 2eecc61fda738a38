//! Real streams, relationships, and damaged lines.

use cuibono_model::{IssueKind, prop};
use proptest::prelude::*;

use crate::Head;
use crate::harness::{read_path, read_text, register, survive};

#[test]
fn real_streams_come_whole() {
    let cases = [
        ("ftm-streams/yente_zala.ftm.json", 91, 21),
        ("ftm-streams/yente_parteispenden.ftm.json", 475, 0),
        ("ftm-streams/yente_entities.delta.json", 1700, 3),
    ];
    for (path, records, interests) in cases {
        let Some(file) = register(path) else { continue };
        let got = read_path(&file);
        assert_eq!((got.dataset, got.records), ("ftm", records), "{path}");
        assert_eq!(got.interests.len(), interests, "{path}");
        assert!(got.conflicts.is_empty());
        // Deletions are the only thing such streams say that a build cannot keep.
        assert_eq!(got.issues_of(IssueKind::Other), got.issues.len(), "{:?}", got.issue_counts());
        assert_eq!(got.schemata.len() + got.issues.len(), records as usize, "{path}");
    }
    let Some(file) = register("ftm-streams/yente_zala.ftm.json") else { return };
    let got = read_path(&file);
    let counts = got.counts();
    assert_eq!((counts["Company"], counts["Ownership"]), (11, 14));
    assert_eq!((counts["Directorship"], counts["Sanction"]), (3, 41));
    let whole = got.interests.values().filter(|text| text.contains("min: 1/1, max: 1/1")).count();
    assert_eq!(whole, 3, "holdings of 100%");
}

fn one(entity: &str) -> crate::harness::Got {
    read_text("x.ftm.json", format!("{entity}\n").as_bytes())
}

#[test]
fn relationships() {
    const CASES: &[(&str, &str, &str)] = &[
        ("Ownership", r#""owner":["a"],"asset":["b"],"percentage":["33.3"]"#, "a b Shareholding"),
        ("Ownership", r#""owner":["a"],"asset":["b"],"role":["Settlor of"]"#, "a b Settlor"),
        (
            "Ownership",
            r#""owner":["a"],"asset":["b"],"ownershipType":["Nominee"]"#,
            "a b LegalTitle",
        ),
        (
            "Ownership",
            r#""owner":["a"],"asset":["b"],"role":["beneficial owner"]"#,
            "a b Shareholding",
        ),
        ("Control", r#""controller":["a"],"controlled":["b"]"#, "a b Influence"),
        (
            "Directorship",
            r#""director":["a"],"organization":["b"],"role":["trustee"]"#,
            "a b Officer",
        ),
        ("Membership", r#""member":["a"],"organization":["b"]"#, "a b Other"),
        ("Representation", r#""agent":["a"],"client":["b"],"role":["Protector"]"#, "a b Protector"),
        ("Family", r#""person":["a"],"relative":["b"],"relationship":["x"]"#, "a b Other"),
        ("UnknownLink", r#""subject":["ofac-1"],"object":["b"]"#, "us-ofac-1 b Other"),
    ];
    for (schema, properties, want) in CASES {
        let text = format!(r#"{{"id":"e","schema":"{schema}","properties":{{{properties}}}}}"#);
        let got = one(&text);
        let interest = got.interests.get("e").map_or("", String::as_str);
        assert!(interest.starts_with(want), "{text}: {interest}");
    }
    for schema in ["Sanction", "Payment", "Address"] {
        let text = format!(r#"{{"id":"e","schema":"{schema}","properties":{{"summary":["x"]}}}}"#);
        assert!(one(&text).interests.is_empty());
    }
}

#[test]
fn several_ends_are_pairs() {
    let text =
        r#"{"id":"e","schema":"Ownership","properties":{"owner":["b","a"],"asset":["c","d"]}}"#;
    let got = one(text);
    assert_eq!(got.interests.len(), 4);
    assert!(got.interests["e"].starts_with("a c "), "the first pair keeps the id");
    let again = one(
        r#"{"id":"e","schema":"Ownership","properties":{"owner":["a","b"],"asset":["d","c"]}}"#,
    );
    assert_eq!(got.interests, again.interests);
    let many: Vec<String> = (0..200).map(|n| format!("\"x{n}\"")).collect();
    let many = many.join(",");
    let text = format!(
        r#"{{"id":"e","schema":"Ownership","properties":{{"owner":[{many}],"asset":[{many}]}}}}"#
    );
    let got = one(&text);
    assert_eq!(got.interests.len(), 1000);
    assert!(got.issues_of(IssueKind::TooLarge) > 0);
}

#[test]
fn every_id_stays_resolvable() {
    let text = r#"{"id":"NK-1","schema":"Company","properties":{"name":["X"]},
        "referents":["ofac-12","gb-fcdo-zzz9001","odd id","gb-coh-99000001"]}"#;
    let got = one(&text.replace('\n', " "));
    let want = [
        "Id gb-coh-99000001",
        "Id gb-fcdo-zzz9001",
        "Id gb-sl-ZZZ9001",
        "Id odd id",
        "Id ofac-12",
        "Id us-ofac-12",
    ];
    assert_eq!(got.keys_of("NK-1"), want);
}

#[test]
fn what_the_model_does_not_know_is_an_issue() {
    let got = one(
        r#"{"id":"a","schema":"Person","properties":{"name":["X"],"imoNumber":["1"],"shoe":["9"]},"mood":1}"#,
    );
    assert_eq!(got.issues_of(IssueKind::UnmappedColumn), 3);
    assert_eq!(got.values("a", prop::NAME), ["X"]);
    for bad in [
        r#"{"id":"a","schema":"Thing","properties":{}}"#,
        r#"{"id":"","schema":"Person","properties":{}}"#,
        r#"{"id":"a","schema":"Goblin","properties":{}}"#,
    ] {
        let got = one(bad);
        assert_eq!((got.issues_of(IssueKind::BadRecord), got.schemata.len()), (1, 0), "{bad}");
    }
}

#[test]
fn birth_days_from_the_company_register_are_not_kept() {
    let text = |dataset: &str| {
        format!(
            r#"{{"id":"a","schema":"Person","properties":{{"birthDate":["1980-04-05"]}},"datasets":["{dataset}"]}}"#
        )
    };
    let got = one(&text("gb_coh_psc"));
    assert_eq!(got.values("a", prop::BIRTH_DATE), ["1980-04"]);
    assert!(!format!("{got:?}").contains("1980-04-05"));
    assert_eq!(one(&text("us_ofac_sdn")).values("a", prop::BIRTH_DATE), ["1980-04-05"]);
}

#[test]
fn other_json_is_nobodys() {
    for text in [
        r#"{"company_number":"1","data":{}}"#,
        r#"{"id":"a","schema":"Person"}"#,
        r#"[1,2]"#,
        r#"{"op":"ADD"}"#,
        r#"{"statementId":"x","recordDetails":{}}"#,
    ] {
        let head = Head { name: "x.json".into(), bytes: text.as_bytes().to_vec() };
        assert!(crate::Source::recognise(&super::SOURCE, &head).is_none(), "{text}");
    }
}

proptest! {
    #[test]
    fn damaged_streams_are_survived(at in 0usize..4000, bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
        let mut text = include_bytes!("sample/example.ftm.json").to_vec();
        let head = Head { name: "example.ftm.json".into(), bytes: text.clone() };
        let at = at.min(text.len());
        text.splice(at..at, bytes);
        survive(&head, &text);
    }
}
