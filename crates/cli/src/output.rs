//! How answers leave: format, language, colour, and text that cannot act on a terminal.

use std::io::{IsTerminal, Write};

use clap::{Args, ValueEnum};
use cuibono_query::Lang;

use crate::failure::Failure;

/// Format of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// The body that the HTTP interface gives.
    Json,
    /// One row an item.
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum LangArg {
    En,
    Uk,
}

/// Options that every answering command takes.
#[derive(Args, Clone, Debug)]
pub(crate) struct OutputArgs {
    /// Format of the answer
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Language of words and names
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
}

impl OutputArgs {
    pub(crate) fn lang(&self) -> Lang {
        match self.lang {
            LangArg::En => Lang::En,
            LangArg::Uk => Lang::Uk,
        }
    }
}

/// The language, for commands that have one format only.
#[derive(Args, Clone, Debug)]
pub(crate) struct LangArgs {
    /// Language of words and names
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
}

impl LangArgs {
    pub(crate) fn lang(&self) -> Lang {
        match self.lang {
            LangArg::En => Lang::En,
            LangArg::Uk => Lang::Uk,
        }
    }
}

/// Writes to standard error. Text of files and registers in it cannot act on a terminal, and a
/// reader that has gone away is no reason to stop.
pub(crate) fn tell(text: &str) {
    let lines: Vec<String> = text.lines().map(plain).collect();
    tell_styled(&lines.join("\n"));
}

/// As [`tell`] for text that is plain already but for our own emphasis.
pub(crate) fn tell_styled(text: &str) {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    let _ = std::io::stderr().lock().write_all(format!("{text}{end}").as_bytes());
}

/// Writes an answer to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// Writes JSON to standard output.
pub(crate) fn print_json(value: &serde_json::Value) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(std::io::Error::other)?;
    print(&escaped(&text))
}

/// JSON in which no character can act on a terminal. The serialiser escapes only what the standard
/// asks for, which leaves the upper control characters and the direction overrides.
pub(crate) fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\n' => text.push(c),
            c if c.is_control() || is_unseen(c) => text.push_str(&format!("\\u{:04x}", c as u32)),
            c => text.push(c),
        }
    }
    text
}

/// Writes CSV to standard output; cells that a spreadsheet would run as a formula are quoted with an
/// apostrophe.
pub(crate) fn print_csv(header: &[&str], rows: &[Vec<String>]) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let io = |e: csv::Error| std::io::Error::other(e);
    writer.write_record(header).map_err(io)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless_cell(cell))).map_err(io)?;
    }
    let bytes = writer.into_inner().map_err(|e| std::io::Error::other(e.to_string()))?;
    print(&String::from_utf8_lossy(&bytes))
}

/// CSV written row by row, with the same care for cells.
pub(crate) struct CsvRows {
    writer: csv::Writer<Box<dyn Write>>,
}

impl CsvRows {
    /// To standard output.
    pub(crate) fn stdout(header: &[&str]) -> Result<CsvRows, Failure> {
        CsvRows::new(Box::new(std::io::stdout()), header)
    }

    /// To a new file.
    pub(crate) fn create(path: &std::path::Path, header: &[&str]) -> Result<CsvRows, Failure> {
        let cannot = |source| Failure::File { path: path.display().to_string(), source };
        CsvRows::new(Box::new(std::fs::File::create(path).map_err(cannot)?), header)
    }

    fn new(to: Box<dyn Write>, header: &[&str]) -> Result<CsvRows, Failure> {
        let mut writer = csv::WriterBuilder::new().buffer_capacity(1 << 16).from_writer(to);
        writer.write_record(header).map_err(written)?;
        Ok(CsvRows { writer })
    }

    /// One row.
    pub(crate) fn write(&mut self, row: &[String]) -> Result<(), Failure> {
        let cells = row.iter().map(|cell| harmless_cell(cell));
        Ok(self.writer.write_record(cells).map_err(written)?)
    }

    /// Everything is written.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        Ok(self.writer.flush()?)
    }
}

/// The system's own error inside, so that a closed pipe is still seen as one.
fn written(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

fn harmless_cell(cell: &str) -> String {
    let is_formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && cell.parse::<f64>().is_err()
        || cell.starts_with(['\t', '\r', '\n']);
    let mark = if is_formula { "'" } else { "" };
    let text = cell.chars().map(|c| match c {
        '\n' | '\t' => c,
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    });
    mark.chars().chain(text).collect()
}

/// Register text as a terminal may see it: no control characters, no direction overrides.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\t' => Some(' '),
            c if is_unseen(c) => None,
            c if c.is_control() => Some(char::REPLACEMENT_CHARACTER),
            c => Some(c),
        })
        .collect()
}

/// Characters without a glyph that change how the text around them is shown.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Emphasis, where standard output is a terminal and `NO_COLOR` is not set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    is_on: bool,
}

impl Style {
    pub(crate) fn detect() -> Style {
        let is_off = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        Style { is_on: std::io::stdout().is_terminal() && !is_off }
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.is_on { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    pub(crate) fn faint(self, text: &str) -> String {
        self.wrap("2", text)
    }

    pub(crate) fn alert(self, text: &str) -> String {
        self.wrap("1;31", text)
    }
}
