//! The `cuibono` binary: reads the command, asks the libraries, tells people.
//!
//! Exit codes: 0 done · 1 failed · 2 wrong usage · 3 not found or ambiguous · 4 done, but some input
//! was refused.

#![forbid(unsafe_code)]

mod commands;
mod failure;
mod output;
mod progress;
mod render;
mod words;

use std::process::ExitCode;

use clap::Parser;

/// Who ultimately owns or controls what, from public registers, with bounds and the record behind
/// every step.
#[derive(Parser, Debug)]
#[command(name = "cuibono", version, max_term_width = 100, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command.run() {
        Ok(code) => code,
        Err(failure) => failure.tell(),
    }
}
