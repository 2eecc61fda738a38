//! `cuibono demo`

use std::process::ExitCode;

use crate::failure::Failure;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// End after printing
    #[arg(long)]
    no_serve: bool,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let _ = self.no_serve;
        Ok(ExitCode::SUCCESS)
    }
}
