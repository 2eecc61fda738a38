//! Scores a file of labelled name pairs and prints F1 and every row that comes out wrong.

use cuibono_matching::{Kind, THRESHOLD, analyse, compare};

fn main() {
    let path = std::env::args().nth(1).expect("a CSV file of labelled pairs");
    let text = std::fs::read_to_string(path).expect("readable");
    let (mut tp, mut fp, mut fn_, mut tn) = (0, 0, 0, 0);
    let mut wrong = Vec::new();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for row in reader.deserialize::<std::collections::HashMap<String, String>>().flatten() {
        let kind = Kind::of_schema(&row["schema"]);
        let (a, b) = (analyse(&row["name1"], kind), analyse(&row["name2"], kind));
        let score = compare(&a, &b);
        let truth = row["is_match"] == "true";
        let quality = row.get("quality").map_or("", |q| q.as_str());
        match (truth, score >= THRESHOLD) {
            (true, true) => tp += 1,
            (true, false) => fn_ += 1,
            (false, true) => fp += 1,
            (false, false) => tn += 1,
        }
        if truth != (score >= THRESHOLD) {
            wrong.push(format!(
                "{} {score:.3} {quality} {} | {} | {}",
                if truth { "MISSED" } else { "FALSE " },
                row["schema"],
                row["name1"],
                row["name2"]
            ));
        }
    }
    wrong.sort();
    for line in &wrong {
        println!("{line}");
    }
    let (p, r) = (tp as f64 / (tp + fp) as f64, tp as f64 / (tp + fn_) as f64);
    println!(
        "tp {tp} fp {fp} fn {fn_} tn {tn}: precision {p:.3} recall {r:.3} F1 {:.4}",
        2.0 * p * r / (p + r)
    );
}
