//! `cuibono explain`

use std::process::ExitCode;

use super::store_args::{QuestionArgs, StoreArgs, find_thing};
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;
use crate::words::pick;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// The owner: an id, a number, or a name if it is unique
    owner: String,
    /// What it owns: an id, a number, or a name if it is unique
    subject: String,
    #[command(flatten)]
    question: QuestionArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let owner = find_thing(&snapshot, &self.owner, &self.output)?;
        let subject = find_thing(&snapshot, &self.subject, &self.output)?;
        let lang = self.output.lang();
        let Some(view) = snapshot.explain(owner, subject, &self.question.question(lang))? else {
            eprintln!(
                "{}",
                pick(
                    lang,
                    "no record puts the first above the second on that day; `cuibono path` shows other ties",
                    "на цю дату жоден запис не ставить першу особу над другою; інші зв’язки покаже `cuibono path`"
                )
            );
            return Err(Failure::NotFound);
        };
        match self.output.format {
            Format::Text => print(&render::explain::text(&view, lang))?,
            Format::Json => print_json(&render::explain::json(&view, lang))?,
            Format::Csv => {
                let (header, rows) = render::explain::csv(&view);
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
