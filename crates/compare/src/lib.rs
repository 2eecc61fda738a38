//! Comparing names and records from files, in streams that take no more memory for a longer file,
//! and wording the reasons for people. Decides nothing itself: scores come from `cuibono-matching`.

#![forbid(unsafe_code)]

mod entities;
mod input;
mod pairs;
mod words;

pub use entities::{compare_entities, compare_entities_stream};
pub use pairs::{compare_csv, compare_csv_stream};
pub use words::{Lang, record_sentence, sentence};

use cuibono_matching::{Explanation, Kind, RecordExplanation, analyse, explain};
use std::path::PathBuf;

/// How the `explanation` column is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Style {
    /// One line for people.
    #[default]
    Text,
    /// The structured explanation as JSON.
    Json,
}

/// What a caller may choose.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Language of texts.
    pub lang: Lang,
    /// Form of the explanation.
    pub style: Style,
    /// Score from which a pair is a match; the calibrated default is
    /// [`cuibono_matching::THRESHOLD`].
    pub threshold: f32,
}

impl Default for Options {
    fn default() -> Options {
        Options { lang: Lang::En, style: Style::Text, threshold: cuibono_matching::THRESHOLD }
    }
}

/// What a run over a file did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows written, refused ones included.
    pub rows: u64,
    /// Rows that are matches.
    pub matches: u64,
    /// Rows that could not be read; each stands in the output with the reason.
    pub refused: u64,
}

/// Why a run could not be done at all. Single bad rows are not errors.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input cannot be opened.
    #[error("cannot open {path}: {source}")]
    Open {
        /// The input.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Reading failed in the middle.
    #[error("reading failed after {rows} rows: {source}")]
    Read {
        /// Rows read before.
        rows: u64,
        /// What the system said.
        source: std::io::Error,
    },
    /// Writing failed; no output is left behind.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The output.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The input's first line names no column that is needed.
    #[error(
        "the input has no column \"{column}\"; it has: {found}. Name the columns schema,name1,name2 in the first line"
    )]
    MissingColumn {
        /// The column.
        column: &'static str,
        /// The columns it has.
        found: String,
    },
}

/// Compares two names of a FollowTheMoney schema and says why.
#[must_use]
pub fn compare_pair(schema: &str, left: &str, right: &str) -> Explanation {
    let kind = Kind::of_schema(schema);
    explain(&analyse(left, kind), &analyse(right, kind))
}

/// A score as files carry it: four decimals, and 1 only for what is exactly 1.
#[must_use]
pub fn score_text(score: f32) -> String {
    let text = format!("{score:.4}");
    if text == "1.0000" && score < 1.0 { "0.9999".to_owned() } else { text }
}

fn explanation_cell(explanation: &Explanation, options: &Options) -> String {
    match options.style {
        Style::Text => sentence(explanation, options.lang),
        Style::Json => serde_json::to_string(explanation).unwrap_or_default(),
    }
}

fn record_cell(explanation: &RecordExplanation, options: &Options) -> String {
    match options.style {
        Style::Text => record_sentence(explanation, options.lang),
        Style::Json => serde_json::to_string(explanation).unwrap_or_default(),
    }
}
