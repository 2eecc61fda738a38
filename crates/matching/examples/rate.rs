//! Comparisons a second over all pairs of a labelled file, for profiling.

use cuibono_matching::{Kind, analyse, compare};

fn main() {
    let path = std::env::args().nth(1).expect("a CSV file of labelled pairs");
    let mut reader = csv::Reader::from_path(path).expect("readable");
    let rows: Vec<csv::StringRecord> = reader.records().flatten().collect();
    let head = reader.headers().expect("headers").clone();
    let at = |name: &str| head.iter().position(|h| h == name).expect("column");
    let (s, l, r) = (at("schema"), at("name1"), at("name2"));
    let a: Vec<_> = rows.iter().map(|x| analyse(&x[l], Kind::of_schema(&x[s]))).collect();
    let b: Vec<_> = rows.iter().map(|x| analyse(&x[r], Kind::of_schema(&x[s]))).collect();
    let mut sum = 0.0;
    let mut count = 0u64;
    let start = std::time::Instant::now();
    for _ in 0..3 {
        for x in &a {
            for y in &b {
                sum += compare(x, y);
                count += 1;
            }
        }
    }
    println!("all pairs: {:.0} a second ({sum})", count as f64 / start.elapsed().as_secs_f64());
    let start = std::time::Instant::now();
    let mut count = 0u64;
    while start.elapsed().as_secs_f64() < 1.0 {
        for (x, y) in a.iter().zip(&b) {
            sum += compare(x, y);
            count += 1;
        }
    }
    println!(
        "labelled pairs: {:.0} a second ({sum})",
        count as f64 / start.elapsed().as_secs_f64()
    );
    let start = std::time::Instant::now();
    let mut count = 0u64;
    while start.elapsed().as_secs_f64() < 1.0 {
        for x in &rows {
            std::hint::black_box(analyse(&x[l], Kind::of_schema(&x[s])));
            std::hint::black_box(analyse(&x[r], Kind::of_schema(&x[s])));
            count += 2;
        }
    }
    println!("analyses: {:.0} a second", count as f64 / start.elapsed().as_secs_f64());
}
