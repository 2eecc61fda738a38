//! `cuibono owners`

use std::process::ExitCode;

use cuibono_ownership::regime::Regime;
use cuibono_query::{Question, Snapshot, is_sanctions};

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
    /// Answer under a rule book, with its own threshold; `cuibono regimes` lists them
    #[arg(long, value_name = "NAME", value_parser = parse_regime)]
    regime: Option<Regime>,
    /// With a rule book on sanctions: take these as designated instead of those in the store
    #[arg(long, value_name = "ID", requires = "regime")]
    listed: Vec<String>,
    /// With `ecb-close-links`: the other party
    #[arg(long, value_name = "ID", requires = "regime")]
    with: Option<String>,
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
            self.under(&snapshot, thing, regime, &question)?;
            return Ok(ExitCode::SUCCESS);
        }
        let view = snapshot.owners(thing, &question)?;
        match self.output.format {
            Format::Text => print(&render::owners::text(&view, lang))?,
            Format::Json => print_json(&render::owners::json(&view, lang))?,
            Format::Csv => {
                let (header, rows) = render::owners::csv(&view);
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    fn under(
        &self,
        snapshot: &Snapshot,
        thing: u32,
        regime: Regime,
        question: &Question,
    ) -> Result<(), Failure> {
        let lang = self.output.lang();
        if let Some(other) = &self.with {
            if regime != Regime::EcbCloseLinks {
                return Err(Failure::Usage("--with goes with --regime ecb-close-links".into()));
            }
            let other = find_thing(snapshot, other, &self.output)?;
            let view = snapshot.close_links(thing, other, question)?;
            return match self.output.format {
                Format::Text => print(&render::regime::close_text(&view, lang)),
                Format::Json => print_json(&render::regime::close_json(&view)),
                Format::Csv => {
                    let (header, rows) = render::regime::close_csv(&view);
                    print_csv(header, &rows)
                }
            };
        }
        if !self.listed.is_empty() && !is_sanctions(regime) {
            return Err(Failure::Usage("--listed goes with a rule book on sanctions".into()));
        }
        let listed = self.listed.iter().map(|id| find_thing(snapshot, id, &self.output));
        let listed: Vec<u32> = listed.collect::<Result<_, _>>()?;
        let listed = (!listed.is_empty()).then_some(listed.as_slice());
        let view = snapshot.owners_under(thing, regime, listed, question)?;
        match self.output.format {
            Format::Text => print(&render::regime::text(&view, lang)),
            Format::Json => print_json(&render::regime::json(&view, lang)),
            Format::Csv => {
                let (header, rows) = render::regime::csv(&view);
                print_csv(header, &rows)
            }
        }
    }
}
