//! `cuibono verify`

use std::process::ExitCode;

use super::store_args::StoreArgs;
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        snapshot.verify()?;
        match self.output.format {
            Format::Text => print(&render::verify::text(&snapshot, self.output.lang()))?,
            Format::Json => print_json(&render::verify::json(&snapshot))?,
            Format::Csv => {
                let (header, rows) = render::verify::csv(&snapshot);
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
