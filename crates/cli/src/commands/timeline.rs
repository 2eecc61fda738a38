//! `cuibono timeline`

use std::process::ExitCode;

use cuibono_model::{Day, Ratio};
use cuibono_query::Question;

use super::store_args::{StoreArgs, find_thing, parse_day, parse_percent};
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// An id, a company, title or other number, or a name if it is unique
    id: String,
    /// First day [default: the first day on which a record puts anybody above it]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    from: Option<Day>,
    /// Last day [default: the date of the data]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    to: Option<Day>,
    /// Only what had been published by that day
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    known_on: Option<Day>,
    /// Per cent; more than this counts
    #[arg(long, value_name = "PERCENT", default_value = "25", value_parser = parse_percent)]
    threshold: Ratio,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let until = self.to.map(|day| Day(day.0.saturating_add(1)));
        if let (Some(from), Some(until)) = (self.from, until)
            && until <= from
        {
            return Err(Failure::Usage("--to lies before --from".into()));
        }
        let snapshot = self.store.open()?;
        let thing = find_thing(&snapshot, &self.id, &self.output)?;
        let lang = self.output.lang();
        let question =
            Question { as_of: None, known_on: self.known_on, threshold: self.threshold, lang };
        let view = snapshot.timeline(thing, (self.from, until), &question)?;
        match self.output.format {
            Format::Text => print(&render::timeline::text(&view, lang))?,
            Format::Json => print_json(&render::timeline::json(&view))?,
            Format::Csv => {
                let (header, rows) = render::timeline::csv(&view);
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
