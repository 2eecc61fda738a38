//! `cuibono holdings`

use std::process::ExitCode;

use cuibono_ownership::regime::Regime;

use super::store_args::{QuestionArgs, StoreArgs, find_thing, parse_regime};
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
    question: QuestionArgs,
    /// Answer under a rule book: what is blocked below, or of what the party is a beneficial owner
    #[arg(long, value_name = "NAME", value_parser = parse_regime)]
    regime: Option<Regime>,
    /// Add up the prices paid for the titles held (text and JSON)
    #[arg(long, conflicts_with = "regime")]
    value: bool,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let thing = find_thing(&snapshot, &self.id, &self.output)?;
        let lang = self.output.lang();
        let question = self.question.question(lang);
        if let Some(regime) = self.regime {
            let view = snapshot.holdings_under(thing, regime, &question)?;
            match self.output.format {
                Format::Text => print(&render::regime::held_text(&view, lang))?,
                Format::Json => print_json(&render::regime::held_json(&view, lang))?,
                Format::Csv => {
                    let (header, rows) = render::regime::held_csv(&view);
                    print_csv(header, &rows)?;
                }
            }
            return Ok(ExitCode::SUCCESS);
        }
        let view = snapshot.holdings(thing, &question)?;
        let value = if self.value { Some(snapshot.network_value(thing, &question)?) } else { None };
        match self.output.format {
            Format::Text => {
                let mut text = render::holdings::text(&view, lang);
                if let Some(value) = &value {
                    text.push_str(&render::holdings::value_text(value, lang));
                }
                print(&text)?;
            }
            Format::Json => {
                let mut json = render::holdings::json(&view);
                if let Some(value) = &value {
                    json["value"] = render::holdings::value_json(value);
                }
                print_json(&json)?;
            }
            Format::Csv => {
                let (header, rows) = render::holdings::csv(&view);
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
