//! Writes invented registers: `synth COMPANIES SEED OUT`. It only calls the library.

use std::path::Path;
use std::process::ExitCode;

use cuibono_synth::{Config, generate};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let parsed = match args.as_slice() {
        [companies, seed, out] => companies.parse().ok().zip(seed.parse().ok()).zip(Some(out)),
        _ => None,
    };
    let Some(((companies, seed), out)) = parsed else {
        eprintln!("usage: synth COMPANIES SEED OUT");
        return ExitCode::from(2);
    };
    let mut last = String::new();
    let mut progress = |stage: &str, done: u64, of: u64| {
        if done == of && stage != last {
            eprintln!("{stage}: {of}");
            last = stage.to_string();
        }
    };
    match generate(&Config { companies, seed }, Path::new(out), &mut progress) {
        Ok(summary) => {
            println!("{summary:#?}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
