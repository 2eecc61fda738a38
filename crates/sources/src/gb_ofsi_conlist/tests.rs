//! The real list, and damaged ones.

use cuibono_model::{IssueKind, prop, schemata};
use proptest::prelude::*;

use crate::Head;
use crate::harness::{read_path, register, survive};

#[test]
fn the_real_list_comes_whole() {
    let Some(path) = register("gb-ofsi-conlist/sanctionsconlist.csv") else { return };
    let got = read_path(&path);
    assert_eq!((got.dataset, got.date.as_str()), ("gb_ofsi_conlist", "2018-04-13"));
    assert_eq!(got.records, 9487);
    let counts = got.counts();
    assert_eq!(counts["Sanction"], 2106);
    assert_eq!(counts["Person"], 1426);
    assert_eq!(counts["Organization"] + counts["Company"] + counts["Vessel"], 680);
    assert!(got.conflicts.is_empty() && got.interests.is_empty());
    // Windows-1252 letters are read as what they are.
    let is_broken = |text: &str| text.contains('\u{fffd}');
    assert!(!got.claims.values().flatten().any(|claim| is_broken(&claim.1)));
    let expected = [
        (("ambiguous_country", "Nationality"), 66),
        (("ambiguous_identity", "UN Ref"), 89),
        (("bad_identifier", "UN Ref"), 32),
        (("unknown_country", "Country"), 12),
        (("unknown_country", "Country of Birth"), 5),
        (("unknown_country", "Nationality"), 10),
    ];
    assert_eq!(got.issue_counts().into_iter().collect::<Vec<_>>(), expected);
}

/// Designations join the UN list only by their own reference. As an oracle, the joined parties must
/// share a word of their names on both lists; what does not is counted, since the list itself has
/// slips that no rule about one list can see.
#[test]
fn joined_designations_carry_the_same_names() {
    let Some(path) = register("gb-ofsi-conlist/sanctionsconlist.csv") else { return };
    let Some(un) = register("un-consolidated-xml/UN_consolidated_watchman.xml") else { return };
    let (ofsi, un) = (read_path(&path), read_path(&un));
    let names = [prop::NAME, prop::ALIAS, prop::WEAK_ALIAS, prop::PREVIOUS_NAME];
    let words = |got: &crate::harness::Got, id: &str| -> std::collections::BTreeSet<String> {
        let all = names.iter().flat_map(|name| got.values(id, *name));
        let folded: Vec<String> = all.map(cuibono_text::fold).collect();
        let words = folded.iter().flat_map(|name| name.split(' '));
        words.filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let (mut same, mut different) = (0, 0);
    for (id, keys) in &ofsi.keys {
        for key in keys {
            let Some(reference) = key.strip_prefix("Id ") else { continue };
            let Some(schema) = un.schemata.get(reference) else { continue };
            let is_person = ofsi.schemata[id] == schemata::PERSON;
            assert_eq!(is_person, *schema == schemata::PERSON, "{id} {reference}");
            let shares = !words(&ofsi, id).is_disjoint(&words(&un, reference));
            if shares { same += 1 } else { different += 1 }
        }
    }
    assert!(same > 500, "{same}");
    assert!(different <= 2, "{different} of {same}");
}

#[test]
fn prose_about_others_does_not_join() {
    let sample = include_bytes!("sample/sanctionsconlist.csv");
    let got = crate::harness::read_text("sanctionsconlist.csv", sample);
    assert_eq!(got.keys_of("gb-ofsi-99011"), ["Id un-sc-QDi.9001"]);
    assert!(got.keys_of("gb-ofsi-99012").is_empty());
    assert_eq!(got.issues_of(IssueKind::AmbiguousIdentity), 1);
    assert_eq!(got.keys_of("gb-ofsi-99002"), ["Id gb-sl-ZZZ9002"]);
}

proptest! {
    #[test]
    fn damaged_rows_are_survived(at in 800usize..4000, bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        let mut text = include_bytes!("sample/sanctionsconlist.csv").to_vec();
        let head = Head { name: "sanctionsconlist.csv".into(), bytes: text.clone() };
        let at = at.min(text.len());
        text.splice(at..at, bytes);
        survive(&head, &text);
    }
}
