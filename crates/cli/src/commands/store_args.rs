//! What commands that ask a store have in common.

use std::path::PathBuf;

use clap::Args;
use cuibono_model::{Day, PartialDate, Ratio};
use cuibono_ownership::regime::{RULE_BOOKS, Regime};
use cuibono_query::{Found, Lang, Question, Snapshot, is_sanctions};

use crate::failure::Failure;
use crate::output::{OutputArgs, plain, tell_styled};
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

pub(crate) fn parse_day(text: &str) -> Result<Day, String> {
    match PartialDate::parse(text) {
        Some(date) if date.day().is_some() => Ok(date.earliest()),
        _ => Err("give a day as YYYY-MM-DD".to_owned()),
    }
}

/// A rule book by its code.
pub(crate) fn parse_regime(code: &str) -> Result<Regime, String> {
    Regime::parse(code).ok_or_else(|| {
        let codes: Vec<&str> = RULE_BOOKS.iter().map(|book| book.code).collect();
        format!("no such rule book; there are: {}", codes.join(", "))
    })
}

/// A rule book on sanctions by its code.
pub(crate) fn parse_sanctions_regime(code: &str) -> Result<Regime, String> {
    Regime::parse(code).filter(|regime| is_sanctions(*regime)).ok_or_else(|| {
        let books = RULE_BOOKS.iter().filter(|book| is_sanctions(book.regime));
        let codes: Vec<&str> = books.map(|book| book.code).collect();
        format!("no such rule book on sanctions; there are: {}", codes.join(", "))
    })
}

pub(crate) fn parse_percent(text: &str) -> Result<Ratio, String> {
    match Ratio::parse_percent(text.strip_suffix('%').unwrap_or(text)) {
        Some(ratio) if ratio <= Ratio::ONE => Ok(ratio),
        _ => Err("give a number of per cent from 0 to 100".to_owned()),
    }
}

/// Dates of a question, where no threshold is asked for.
#[derive(Args, Clone, Debug)]
pub(crate) struct DateArgs {
    /// The day the question is about [default: the date of the data]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// Only what had been published by that day
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    known_on: Option<Day>,
}

impl DateArgs {
    pub(crate) fn question(&self, lang: Lang) -> Question {
        Question { as_of: self.as_of, known_on: self.known_on, lang, ..Question::default() }
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
    let lang = output.lang();
    let asked = format!("`{}`", plain(text));
    let (message, candidates) = match &found {
        Found::Thing(_) | Found::Interval(_) => return Ok(found),
        Found::Ambiguous(many) => (
            match lang {
                Lang::En => format!("{asked} fits several; give one of these ids:"),
                Lang::Uk => format!("{asked} підходить до кількох; укажіть один із цих id:"),
            },
            many,
        ),
        Found::Nothing(near) if near.is_empty() => (
            match lang {
                Lang::En => format!("nothing is found for {asked}"),
                Lang::Uk => format!("за запитом {asked} нічого не знайдено"),
            },
            near,
        ),
        Found::Nothing(near) => (
            match lang {
                Lang::En => format!("nothing is exactly {asked}; the nearest are:"),
                Lang::Uk => format!("точно {asked} немає; найближчі:"),
            },
            near,
        ),
    };
    tell_styled(&message);
    for party in candidates {
        tell_styled(&format!("  {}", party_line(party, lang)));
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
            let asked = plain(text);
            tell_styled(&match output.lang() {
                Lang::En => format!(
                    "`{asked}` is a relationship or a document; `cuibono show` tells about it"
                ),
                Lang::Uk => {
                    format!("`{asked}` — це зв’язок або документ; про нього каже `cuibono show`")
                }
            });
            Err(Failure::NotFound)
        }
    }
}
