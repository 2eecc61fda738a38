//! `cuibono sources`

use std::process::ExitCode;

use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        match self.output.format {
            Format::Text => print(&render::sources::text(self.output.lang()))?,
            Format::Json => print_json(&render::sources::json())?,
            Format::Csv => {
                let (header, rows) = render::sources::csv();
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
