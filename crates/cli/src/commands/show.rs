//! `cuibono show`

use std::process::ExitCode;

use super::store_args::{StoreArgs, find_one};
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// An id, a company, title or other number, or a name if it is unique
    id: String,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let found = find_one(&snapshot, &self.id, &self.output)?;
        let lang = self.output.lang();
        let Some(profile) = snapshot.show(&found, lang)? else { return Err(Failure::NotFound) };
        match self.output.format {
            Format::Text => print(&render::show::text(&profile, lang))?,
            Format::Json => print_json(&render::show::json(&profile))?,
            Format::Csv => {
                let (header, rows) = render::show::csv(&profile);
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
