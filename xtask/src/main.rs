//! The project's own tools. Nothing here ships.

mod bench_names;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["bench", "names", ..] => bench_names::run(&args[2..]),
        _ => {
            eprintln!(
                "usage: cargo xtask bench names [--labelled DIR] [--peer PYTHON] [--only PART]"
            );
            ExitCode::from(2)
        }
    }
}
