//! `cuibono regimes`

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
        let lang = self.output.lang();
        match self.output.format {
            Format::Text => print(&render::regime::books_text(lang))?,
            Format::Json => print_json(&render::regime::books_json())?,
            Format::Csv => {
                let (header, rows) = render::regime::books_csv();
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
