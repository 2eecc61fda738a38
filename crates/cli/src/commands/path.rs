//! `cuibono path`

use std::process::ExitCode;

use super::store_args::{DateArgs, StoreArgs, find_thing};
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// One party: an id, a number, or a name if it is unique
    from: String,
    /// The other party
    to: String,
    /// Most ways to show
    #[arg(long, default_value_t = 5, value_name = "N")]
    max: usize,
    #[command(flatten)]
    dates: DateArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let from = find_thing(&snapshot, &self.from, &self.output)?;
        let to = find_thing(&snapshot, &self.to, &self.output)?;
        let lang = self.output.lang();
        let view = snapshot.paths(from, to, self.max.clamp(1, 50), &self.dates.question(lang))?;
        match self.output.format {
            Format::Text => print(&render::path::text(&view, lang))?,
            Format::Json => print_json(&render::path::json(&view))?,
            Format::Csv => {
                let (header, rows) = render::path::csv(&view);
                print_csv(header, &rows)?;
            }
        }
        Ok(if view.paths.is_empty() { ExitCode::from(3) } else { ExitCode::SUCCESS })
    }
}
