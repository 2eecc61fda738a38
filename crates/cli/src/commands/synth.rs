//! `cuibono synth`

use std::path::PathBuf;
use std::process::ExitCode;

use cuibono_synth::{Config, generate};

use crate::failure::Failure;
use crate::output::tell;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Companies on the invented company register
    #[arg(long, value_name = "N")]
    companies: u64,
    /// The same seed gives the same bytes
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Folder to write into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let config = Config { companies: self.companies, seed: self.seed };
        let mut last = std::time::Instant::now();
        let summary = generate(&config, &self.out, &mut |file, done, total| {
            if last.elapsed().as_secs() >= 5 {
                last = std::time::Instant::now();
                tell(&format!("{file}: {done} of {total}"));
            }
        })?;
        tell(&format!("{} records written to {}", summary.records(), self.out.display()));
        Ok(ExitCode::SUCCESS)
    }
}
