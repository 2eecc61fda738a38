//! `cuibono group`

use std::process::ExitCode;

use super::store_args::{DateArgs, StoreArgs, find_thing};
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// An id, a company or other number, or a name if it is unique
    id: String,
    #[command(flatten)]
    dates: DateArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let thing = find_thing(&snapshot, &self.id, &self.output)?;
        let lang = self.output.lang();
        let view = snapshot.group(thing, &self.dates.question(lang))?;
        match self.output.format {
            Format::Text => print(&render::group::text(&view, lang))?,
            Format::Json => print_json(&render::group::json(&view))?,
            Format::Csv => {
                let (header, rows) = render::group::csv(&view);
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
