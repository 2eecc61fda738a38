//! What commands that ask a store have in common.

use std::path::PathBuf;

use clap::Args;
use cuibono_model::{Day, PartialDate, Ratio};
use cuibono_query::{Found, Lang, Question, Snapshot};

use crate::failure::Failure;
use crate::output::{OutputArgs, plain};
use crate::render::party_line;

/// The store to ask.
#[derive(Args, Clone, Debug)]
pub(crate) struct StoreArgs {
    /// The store, as `cuibono build` made it
    pub(crate) store: PathBuf,
}

impl StoreArgs {
    pub(crate) fn open(&self) -> Result<Snapshot, Failure> {
        Ok(Snapshot::open(&self.store)?)
    }
}

/// Dates and threshold of a question.
#[derive(Args, Clone, Debug)]
pub(crate) struct QuestionArgs {
    /// The day the question is about [default: the date of the data]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// Only what had been published by that day
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    known_on: Option<Day>,
    /// Per cent; more than this counts
    #[arg(long, value_name = "PERCENT", default_value = "25", value_parser = parse_percent)]
    threshold: Ratio,
}

impl QuestionArgs {
    pub(crate) fn question(&self, lang: Lang) -> Question {
        Question { as_of: self.as_of, known_on: self.known_on, threshold: self.threshold, lang }
    }
}

fn parse_day(text: &str) -> Result<Day, String> {
    match PartialDate::parse(text) {
        Some(date) if date.day().is_some() => Ok(date.earliest()),
        _ => Err("give a day as YYYY-MM-DD".to_owned()),
    }
}

fn parse_percent(text: &str) -> Result<Ratio, String> {
    match Ratio::parse_percent(text.strip_suffix('%').unwrap_or(text)) {
        Some(ratio) if ratio <= Ratio::ONE => Ok(ratio),
        _ => Err("give a number of per cent from 0 to 100".to_owned()),
    }
}

/// The one entity a text means. Several or none: the candidates are listed and the command ends with
/// exit code 3.
pub(crate) fn find_one(
    snapshot: &Snapshot,
    text: &str,
    output: &OutputArgs,
) -> Result<Found, Failure> {
    let found = snapshot.find(text, output.lang())?;
    let (message, candidates) = match &found {
        Found::Thing(_) | Found::Interval(_) => return Ok(found),
        Found::Ambiguous(many) => {
            (format!("`{}` fits several; give one of these ids:", plain(text)), many)
        }
        Found::Nothing(near) if near.is_empty() => {
            (format!("nothing is found for `{}`", plain(text)), near)
        }
        Found::Nothing(near) => {
            (format!("nothing is exactly `{}`; the nearest are:", plain(text)), near)
        }
    };
    eprintln!("{message}");
    for party in candidates {
        eprintln!("  {}", party_line(party, output.lang()));
    }
    Err(Failure::NotFound)
}

/// The one thing a text means; relationships and documents are refused.
pub(crate) fn find_thing(
    snapshot: &Snapshot,
    text: &str,
    output: &OutputArgs,
) -> Result<u32, Failure> {
    match find_one(snapshot, text, output)? {
        Found::Thing(thing) => Ok(thing),
        _ => {
            eprintln!(
                "`{}` is a relationship or a document; `cuibono show` tells about it",
                plain(text)
            );
            Err(Failure::NotFound)
        }
    }
}
