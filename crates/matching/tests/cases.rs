//! The product's own labelled pairs: at least the accuracy reached when they were written, so that a
//! change that costs some is noticed. Rows known to come out wrong are part of the file.

use cuibono_matching::{Kind, THRESHOLD, analyse, compare};

/// F1 at the default threshold over a labelled file.
fn f1(file: &str) -> f64 {
    let path = format!("{}/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).expect("the file is part of the crate");
    let (mut hits, mut errors) = (0u32, 0u32);
    for row in reader.records() {
        let row = row.expect("well-formed");
        let kind = Kind::of_schema(&row[0]);
        let answer = compare(&analyse(&row[1], kind), &analyse(&row[2], kind)) >= THRESHOLD;
        let truth = &row[3] == "true";
        hits += u32::from(truth && answer);
        errors += u32::from(truth != answer);
    }
    f64::from(2 * hits) / f64::from(2 * hits + errors)
}

#[test]
fn hard_names() {
    let f1 = f1("hard_names.csv");
    assert!(f1 >= 0.97, "F1 {f1:.4}");
}

#[test]
fn fresh_names() {
    let f1 = f1("fresh_names.csv");
    assert!(f1 >= 0.93, "F1 {f1:.4}");
}

#[test]
fn blind_names() {
    let f1 = f1("blind_names.csv");
    assert!(f1 >= 0.94, "F1 {f1:.4}");
}
