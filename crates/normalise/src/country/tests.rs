//! The spellings registers really use, with what each must mean.

use super::*;
use proptest::prelude::*;

/// Text, code, part, ambiguous.
type Case = (&'static str, Option<&'static str>, Option<&'static str>, bool);

#[track_caller]
fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for &(text, code, subdivision, is_ambiguous) in cases {
        let want = Country { code, subdivision, is_ambiguous };
        let got = resolve(text);
        if got != want {
            wrong.push(format!("{text}: want {want:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn required_behaviour() {
    check(&[
        ("BRITISH VIRGIN ISLANDS", Some("vg"), None, false),
        ("VIRGIN ISLANDS, BRITISH", Some("vg"), None, false),
        ("Virgin Islands (British)", Some("vg"), None, false),
        ("BVI", Some("vg"), None, false),
        ("VGB", Some("vg"), None, false),
        ("VIRGIN ISLANDS", Some("vg"), None, true),
        ("THE VIRGIN ISLANDS", Some("vg"), None, true),
        ("VIRGIN ISLANDS, U.S.", Some("vi"), None, false),
        ("VIRGIN IS-US", Some("vi"), None, false),
        ("England and Wales", Some("gb"), None, false),
        ("England & Wales", Some("gb"), None, false),
        ("ENGLAND", Some("gb"), Some("gb-eng"), false),
        ("WALES", Some("gb"), Some("gb-wls"), false),
        ("Scotland", Some("gb"), Some("gb-sct"), false),
        ("Northern Ireland", Some("gb"), Some("gb-nir"), false),
        ("United Kingdom (England)", Some("gb"), Some("gb-eng"), false),
        ("United Kingdom, United Kingdom", Some("gb"), None, false),
        ("Jersey, Channel Islands", Some("je"), None, false),
        ("CHANNEL ISLANDS", None, None, true),
        ("ALDERNEY", Some("gg"), Some("gg-ald"), false),
        ("SARK", Some("gg"), Some("cq"), false),
        ("ISLE OF MAN", Some("im"), None, false),
        ("REPUBLIC OF IRELAND", Some("ie"), None, false),
        ("RUPUBLIC OF IRELAND", Some("ie"), None, false),
        ("State Of Delaware, Usa", Some("us"), Some("us-de"), false),
        ("DELAWARE, U.S.A.", Some("us"), Some("us-de"), false),
        ("Delaware", Some("us"), Some("us-de"), false),
        ("Minnesota, Usa", Some("us"), Some("us-mn"), false),
        ("GEORGIA", Some("ge"), None, false),
        ("GEORGIA, U.S.A.", Some("us"), Some("us-ga"), false),
        ("DUTCH ANTILLES", Some("an"), None, true),
        ("NETHERLANDS ANTILLES", Some("an"), None, true),
        ("CURACAO", Some("cw"), None, false),
        ("NORTH CYPRUS", Some("cy"), Some("cy-trnc"), true),
        ("TURKISH REPUBLIC OF NORTH", Some("cy"), Some("cy-trnc"), true),
        ("KOREA", Some("kr"), None, true),
        ("CONGO", None, None, true),
        ("CYM", Some("ky"), None, false),
        ("JEY", Some("je"), None, false),
        ("GGY", Some("gg"), None, false),
        ("IMN", Some("im"), None, false),
        ("XXX", None, None, false),
        ("Stateless", None, None, false),
        ("Not identified", None, None, false),
        ("Zug", Some("ch"), Some("ch-zg"), false),
        ("LABUAN, MALAYSIA", Some("my"), Some("my-15"), false),
        ("MADEIRA", Some("pt"), Some("pt-30"), false),
        ("TENERIFE", Some("es"), Some("es-tf"), false),
        ("JEBEL ALI FREE ZONE", Some("ae"), Some("ae-du"), false),
        ("DUBAI", Some("ae"), Some("ae-du"), false),
        ("RAS AL KHAIMAH", Some("ae"), Some("ae-rk"), false),
        ("BERLIZE", Some("bz"), None, false),
        ("SAMAO", Some("ws"), None, false),
        ("NUIE", Some("nu"), None, false),
        ("HONG KONG", Some("hk"), None, false),
        ("Hong Kong, China", Some("hk"), None, false),
        ("MACAU", Some("mo"), None, false),
        ("TAIWAN", Some("tw"), None, false),
        ("PUERTO RICO", Some("pr"), None, false),
        ("KOSOVO", Some("xk"), None, false),
        ("ST KITTS & NEVIS", Some("kn"), None, false),
        ("SAINT KITTS AND NEVIS", Some("kn"), None, false),
        ("NEVIS", Some("kn"), Some("kn-n"), false),
        ("ANGUILLA", Some("ai"), None, false),
        ("MARSHALL ISLANDS", Some("mh"), None, false),
        ("THE BRITISH ISLANDS", Some("vg"), None, true),
        ("THE WEST INDIES", None, None, false),
        ("BRITISH COLUMBIA, CANADA", Some("ca"), Some("ca-bc"), false),
        ("UK", Some("gb"), None, false),
        ("USA", Some("us"), None, false),
        ("Usa", Some("us"), None, false),
        ("Uk", Some("gb"), None, false),
        ("GREAT BRITAIN", Some("gb"), None, false),
        ("NOT SPECIFIED", None, None, false),
        ("Companies House", None, None, false),
        ("British", None, None, false),
        ("Cypriot", None, None, false),
        ("CZECH REPUBLIC", Some("cz"), None, false),
        ("RUSSIAN FEDERATION", Some("ru"), None, false),
        ("UNITED STATES OF AMERICA", Some("us"), None, false),
        ("EUROPEAN UNION", Some("eu"), None, false),
    ]);
}

#[test]
fn land_registry_spellings() {
    check(&[
        ("HEILIGKREUZ", None, None, true),
        ("REIDEN", Some("ch"), Some("ch-lu"), false),
        ("ROVEREDO GR", Some("ch"), Some("ch-gr"), false),
        ("BREDA", Some("nl"), Some("nl-nb"), false),
        ("CHONBURI", Some("th"), Some("th-20"), false),
        ("CITY OF PANANMA", Some("pa"), None, false),
        ("THE REPUBLIC OF LIBE RIA", Some("lr"), None, false),
        ("THE EUROPEAN UNION", Some("eu"), None, false),
        ("PART VII OF THE CHARITIES ACT 1993", None, None, false),
        ("FC029833", None, None, false),
        ("1811435", None, None, false),
        ("THE REPUBLIC OF KOREA", Some("kr"), None, false),
        ("KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF", Some("kp"), None, false),
        ("Congo (Democratic Republic)", Some("cd"), None, false),
        ("COTE D'IVOIRE", Some("ci"), None, false),
        ("Côte d’Ivoire", Some("ci"), None, false),
        ("St. Vincent & the Grenadines", Some("vc"), None, false),
        ("PALESTINE, STATE OF", Some("ps"), None, false),
        ("Republic of North Macedonia", Some("mk"), None, false),
        ("Isle of Man, United Kingdom", Some("im"), None, false),
        ("Hong Kong Sar, China", Some("hk"), None, false),
        ("Wilmington, DE, USA", Some("us"), Some("us-de"), false),
        ("Marshall Islands, Trust Company Complex", Some("mh"), None, false),
        ("Британські Віргінські Острови", Some("vg"), None, false),
        ("NA", None, None, false),
        ("  ", None, None, false),
    ]);
}

#[test]
fn nationalities() {
    const CASES: &[(&str, &[&str])] = &[
        ("British", &["gb"]),
        ("British,Italian", &["gb", "it"]),
        ("Cypriot", &["cy"]),
        ("Citizen Of Seychelles", &["sc"]),
        ("Citizen of the Dominican Republic", &["do"]),
        ("1) Afghan (2) Pakistani", &["af", "pk"]),
        ("(1) Russia (2) Ukraine", &["ru", "ua"]),
        ("American and Swiss", &["us", "ch"]),
        ("Korea, North", &["kp"]),
        ("Hong Kong, China", &["hk"]),
        ("Trinidad and Tobago", &["tt"]),
        ("Stateless", &[]),
        ("", &[]),
    ];
    for &(text, want) in CASES {
        assert_eq!(of_nationality(text), want, "{text}");
    }
}

#[test]
fn codes_and_names() {
    assert_eq!(of_code("GBR"), Some("gb"));
    assert_eq!(of_code("NA"), Some("na"));
    assert_eq!(of_code("gb-sct"), Some("gb-sct"));
    assert_eq!(of_code("qq"), None);
    assert_eq!(name("vg", "en"), Some("British Virgin Islands"));
    assert_eq!(name("vg", "uk"), Some("Британські Віргінські Острови"));
    assert_eq!(name("us-de", "uk"), Some("Делавер"));
    assert_eq!(name("vg", "de"), None);
}

#[test]
fn the_tables_are_whole_and_without_contradiction() {
    let mut seen: std::collections::HashMap<String, &str> = std::collections::HashMap::new();
    let mut count = 0;
    for line in COUNTRIES.lines().filter(|line| !line.starts_with('#')) {
        let row: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(row.len(), 6, "{line}");
        assert!(!row[2].is_empty() && !row[3].is_empty() && row[1].len() == 3, "{line}");
        count += 1;
        for text in [row[0], row[1], row[2], row[3]].into_iter().chain(row[4].split(',')) {
            let key = fold(text);
            if key.is_empty() {
                continue;
            }
            if let Some(before) = seen.insert(key, row[0]) {
                assert_eq!(before, row[0], "{text} means two countries");
            }
        }
        if !matches!(row[0], "na" | "an") {
            let want = Country { code: Some(row[0]), ..Country::default() };
            for text in [row[0], row[1], row[3]] {
                assert_eq!(resolve(text), want, "{text}");
            }
            if row[0] != "cg" {
                assert_eq!(resolve(row[2]), want, "{}", row[2]);
            }
        }
    }
    // 249 of ISO 3166-1, and xk, eu, an, dd, suhh, yucs, csxx, cshh.
    assert_eq!(count, 257);
    for line in SUBDIVISIONS.lines().filter(|line| !line.starts_with('#')) {
        let row: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(row.len(), 5, "{line}");
        assert!(row[1] == "-" || name(row[1], "en").is_some(), "{line}");
    }
}

#[test]
fn real_spellings() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/registers");
    let root = std::path::Path::new(root);
    if !root.exists() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{} is absent", root.display());
        eprintln!("skipped: {} is absent", root.display());
        return;
    }
    let path = root.join("gb-overseas-entities/uk_ch_overseas_entities.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut distinct = std::collections::BTreeSet::new();
    for line in text.lines().skip(1) {
        // Every cell is quoted; the country stands before the incorporation date.
        let cells: Vec<&str> = line.split("\",\"").collect();
        let Some(at) = cells.iter().position(|cell| is_date(cell)) else { continue };
        let cell = cells[at - 1];
        distinct.insert(cell.to_owned());
    }
    assert!(distinct.len() > 120, "{}", distinct.len());
    let unknown: Vec<_> =
        distinct.iter().filter(|text| !text.is_empty() && resolve(text).code.is_none()).collect();
    assert!(unknown.is_empty(), "{unknown:?}");

    let path = root.join("gb-ocod-derived/country_incorporated_clean.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let mut unknown = Vec::new();
    for line in text.lines().skip(1) {
        let cell = match line.strip_prefix('"') {
            Some(rest) => rest.split('"').next().unwrap_or(rest),
            None => line.split(',').next().unwrap_or(line),
        };
        if resolve(cell).code.is_none() {
            unknown.push(cell.to_owned());
        }
    }
    let cannot_be_told = [
        "CHANNEL ISLANDS",
        "THE WEST INDIES",
        "HEILIGKREUZ",
        "PART VII OF THE CHARITIES ACT 1993",
        "FC029833",
        "1811435",
    ];
    assert_eq!(unknown, cannot_be_told);
}

fn is_date(cell: &str) -> bool {
    crate::dates::parse(cell, crate::dates::Order::DayFirst).is_some() && cell.contains('/')
}

proptest! {
    #[test]
    fn any_text_is_survived(text in ".{0,60}") {
        let _ = resolve(&text);
        let _ = of_nationality(&text);
        let _ = of_code(&text);
    }

    #[test]
    fn case_and_spacing_do_not_matter(index in 0usize..250) {
        let line = COUNTRIES.lines().filter(|line| !line.starts_with('#')).nth(index).unwrap();
        let en = line.split('|').nth(2).unwrap().trim();
        let shouted = format!("  THE  {} ", en.to_uppercase().replace(' ', "   "));
        prop_assert_eq!(resolve(en), resolve(&shouted));
    }
}
