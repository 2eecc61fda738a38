//! `cuibono build`

use std::path::PathBuf;
use std::process::ExitCode;

use cuibono_pipeline::{BuildOptions, InputPath, build};

use crate::failure::Failure;
use crate::output::tell;
use crate::progress::Told;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Where to publish the store
    #[arg(long, value_name = "STORE")]
    out: PathBuf,
    /// Register files, archives or folders, recognised by their content; DATASET=PATH forces one
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// A TOML file with settings (threads, keep_going)
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Leave out files that cannot be read instead of failing
    #[arg(long)]
    keep_going: bool,
    /// Worker threads [default: one a core]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let mut options = BuildOptions::default();
        if let Some(path) = &self.config {
            crate::commands::build_config::apply(path, &mut options)?;
        }
        options.keep_going |= self.keep_going;
        if let Some(threads) = self.threads {
            options.threads = checked_threads(threads)
                .map_err(|why| Failure::Usage(format!("`--threads` {why}")))?;
        }
        let paths: Vec<InputPath> = self.paths.iter().map(|p| InputPath::parse(p)).collect();
        let told = Told::new();
        let report = build(&self.out, &paths, &options, &told)?;
        let (records, seconds) = told.finish();
        tell(&crate::render::build::report(&report, records, seconds, &self.out));
        Ok(if report.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(4) })
    }
}

/// Threads as asked for, within what a machine can start.
pub(super) fn checked_threads(threads: usize) -> Result<usize, String> {
    const THREADS_MAX: usize = 512;
    if (1..=THREADS_MAX).contains(&threads) {
        Ok(threads)
    } else {
        Err(format!("must be from 1 to {THREADS_MAX}"))
    }
}
