//! The project's own tools: `cargo xtask <tool>`.

mod cases;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["cases", file] => cases::run(Path::new(file)),
        _ => {
            eprintln!("usage: cargo xtask cases FILE");
            ExitCode::from(2)
        }
    }
}
