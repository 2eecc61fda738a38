//! Laws of comparison, and text made to break or to hide.

use cuibono_matching::{
    Kind, Party, Record, THRESHOLD, analyse, compare, compare_records, explain, explain_records,
};
use proptest::prelude::*;

const KINDS: [Kind; 4] = [Kind::Person, Kind::Organization, Kind::Entity, Kind::Object];

fn same(kind: Kind, a: &str, b: &str) -> f32 {
    compare(&analyse(a, kind), &analyse(b, kind))
}

#[test]
fn disguises_do_not_hide_a_match() {
    for (a, b) in [
        ("Ivan Zorin", "I\u{200b}v\u{200d}an Zo\u{ad}rin"),
        ("Ivan Zorin", "\u{202e}Ivan\u{202c} \u{2066}Zorin\u{2069}"),
        ("Ivan Zorin", "Іvаn Zоrіn"),
        ("Иван Зорин", "Ивaн Зopин"),
        ("Ivan Zorin", "I\u{301}\u{302}\u{303}\u{304}van Z\u{336}o\u{336}r\u{336}i\u{336}n"),
        ("Ivan Zorin", "Ｉｖａｎ　Ｚｏｒｉｎ"),
        ("Ivan Zorin", "𝐈𝐯𝐚𝐧 𝒁𝒐𝒓𝒊𝒏"),
        ("Ivan Zorin", "Ivan\u{a0}\u{2003}Zorin"),
        ("Ivan Zorin", "Ivan_Zorin"),
        ("Ivan Zorin", "IVAN  ZORIN\t\n"),
        ("Zenith Harbour Ltd", "Z\u{435}nith Harb\u{43e}ur Ltd"),
    ] {
        for kind in [Kind::Person, Kind::Organization] {
            let score = same(kind, a, b);
            assert!(score >= THRESHOLD, "{a:?} {b:?} {kind:?}: {score}");
        }
    }
}

#[test]
fn long_names_are_bounded_and_say_so() {
    let many: String = (0..500).map(|i| format!("Zorin{i} ")).collect();
    let long = "Зорін".repeat(2_000);
    for text in [many.as_str(), long.as_str()] {
        let name = analyse(text, Kind::Person);
        assert!(name.was_cut());
        let explanation = explain(&name, &analyse("Ivan Zorin", Kind::Person));
        assert!(explanation.cut);
    }
}

#[test]
fn only_the_same_letters_score_one() {
    for (a, b) in [
        ("Ivan Zorin", "IVAN ZORIN"),
        ("Ivan Zorin", "Иван Зорин"),
        ("Zenith Ltd", "Zenith Limited"),
    ] {
        for kind in KINDS {
            assert!(same(kind, a, b) < 1.0, "{a} {b}");
            assert_eq!(same(kind, a, a), 1.0);
        }
    }
}

fn messy() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{1,9}( [A-Za-z]{1,9}){0,4}",
        "[а-яіїєґА-Я]{1,9}( [а-яіїєґА-Я]{1,9}){0,3}",
        "[ء-ي]{1,7}( [ء-ي]{1,7}){0,3}",
        "[一-龥]{1,8}( Ltd| 有限公司)?",
        "\\PC{0,50}",
        "(Ivan|Зорін|bin|abu|abd|al-|van|der|Ltd|ООО|II|44|forty|four|/|\\(|,|\\.|-| ){1,14}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn laws(a in messy(), b in messy(), which in 0usize..4) {
        let kind = KINDS[which];
        let (x, y) = (analyse(&a, kind), analyse(&b, kind));
        let score = compare(&x, &y);
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert_eq!(score.to_bits(), compare(&y, &x).to_bits(), "not symmetric: {} | {}", a, b);
        if !x.is_empty() {
            prop_assert_eq!(compare(&x, &x), 1.0);
        }
        if x.text() != y.text() {
            prop_assert!(score < 1.0);
        }
        let explanation = explain(&x, &y);
        prop_assert_eq!(explanation.score.to_bits(), score.to_bits());
        let mirrored = explain(&y, &x);
        prop_assert_eq!(explanation.evidence.len(), mirrored.evidence.len());
    }

    #[test]
    fn invisible_signs_change_no_score(a in "[A-Za-z]{2,9} [A-Za-z]{2,9}", b in "[A-Za-z]{2,9} [A-Za-z]{2,9}", at in 0usize..20) {
        let mut noisy = b.clone();
        let at = noisy.char_indices().nth(at).map_or(noisy.len(), |(i, _)| i);
        noisy.insert(at, '\u{200e}');
        let kind = Kind::Person;
        let plain = same(kind, &a, &b);
        let hidden = same(kind, &a, &noisy);
        prop_assert!((plain - hidden).abs() < 0.011, "{} {}", plain, hidden);
    }

    #[test]
    fn case_changes_no_verdict(a in "[a-z]{2,9} [a-z]{3,9}", b in "[a-z]{2,9} [a-z]{3,9}") {
        let lower = same(Kind::Person, &a, &b);
        let upper = same(Kind::Person, &a.to_uppercase(), &b.to_uppercase());
        prop_assert!((lower - upper).abs() < 1e-6);
    }

    #[test]
    fn records_never_fail(name in "\\PC{0,30}", date in "[0-9T-]{0,12}", id in "\\PC{0,24}", country in "\\PC{0,6}") {
        let mut party = Party { schema: "Person".to_owned(), ..Party::default() };
        for (property, value) in
            [("name", &name), ("birthDate", &date), ("innCode", &id), ("registrationNumber", &id), ("leiCode", &id), ("country", &country), ("address", &name)]
        {
            party.properties.insert(property.to_owned(), vec![value.clone()]);
        }
        let record = Record::read(&party, None);
        let score = compare_records(&record, &record);
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert_eq!(explain_records(&record, &record).score.to_bits(), score.to_bits());
    }
}
