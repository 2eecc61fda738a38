//! `cuibono ultimate`

use std::path::PathBuf;
use std::process::ExitCode;

use cuibono_model::Ratio;

use super::store_args::{QuestionArgs, StoreArgs, parse_percent};
use crate::failure::Failure;
use crate::output::{CsvRows, LangArgs};
use crate::words::{self, pick};

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// Write CSV there [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Per cent; owners who can have no more than this are left out
    #[arg(long, value_name = "PERCENT", default_value = "0", value_parser = parse_percent)]
    least: Ratio,
    #[command(flatten)]
    question: QuestionArgs,
    #[command(flatten)]
    lang: LangArgs,
}

const HEADER: &[&str] = &[
    "subject",
    "subject_caption",
    "subject_schema",
    "owner",
    "owner_caption",
    "cash_flow_min",
    "cash_flow_max",
    "min_open",
    "max_open",
    "status",
];

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let lang = self.lang.lang();
        let question = self.question.question(lang);
        let mut rows = match &self.out {
            Some(path) => CsvRows::create(path, HEADER)?,
            None => CsvRows::stdout(HEADER)?,
        };
        let summary = snapshot.ultimate_owners::<Failure>(self.least, &question, &mut |row| {
            rows.write(&[
                row.subject.to_owned(),
                row.subject_caption.to_owned(),
                row.subject_schema.to_owned(),
                row.owner.to_owned(),
                row.owner_caption.to_owned(),
                row.cash_flow.min.to_string(),
                row.cash_flow.max.to_string(),
                row.cash_flow.min_open.to_string(),
                row.cash_flow.max_open.to_string(),
                words::status(cuibono_query::Lang::En, row.status).to_owned(),
            ])
        })?;
        rows.finish()?;
        eprintln!(
            "{}: {} · {}: {} · {}: {} · {}: {}",
            pick(lang, "companies, titles and other things held", "компаній, об’єктів та іншого"),
            summary.subjects,
            pick(lang, "rows", "рядків"),
            summary.rows,
            pick(lang, "with a certain owner", "з певним власником"),
            summary.certain,
            pick(lang, "with a possible one only", "лише з можливим"),
            summary.possible,
        );
        Ok(ExitCode::SUCCESS)
    }
}
