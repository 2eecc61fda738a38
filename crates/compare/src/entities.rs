//! JSON lines of entity pairs in, one CSV row a line out, in the same order.

use crate::input::{CHUNK, MAX_ROW, write_whole};
use crate::{Error, Options, Summary, record_cell, score_text};
use cuibono_matching::{Party, Record, explain_records};
use rayon::prelude::*;
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

#[derive(Deserialize)]
struct Pair {
    #[serde(default)]
    id: serde_json::Value,
    left: Party,
    right: Party,
}

/// Compares pairs of FollowTheMoney entities, one JSON object `{"id":…,"left":…,"right":…}` a line,
/// and writes CSV rows `id,score,match,explanation`. A line that cannot be read becomes a row with
/// the reason; empty lines are passed over. The output appears whole or not at all.
///
/// # Errors
/// If the input cannot be read or the output cannot be written.
pub fn compare_entities(input: &Path, output: &Path, options: &Options) -> Result<Summary, Error> {
    let file =
        File::open(input).map_err(|source| Error::Open { path: input.to_owned(), source })?;
    write_whole(output, |writer| compare_entities_stream(file, writer, options, output))
}

/// [`compare_entities`] over any reader and writer; `output` names the latter in errors.
///
/// # Errors
/// As [`compare_entities`].
pub fn compare_entities_stream(
    input: impl Read,
    output: &mut dyn Write,
    options: &Options,
    output_name: &Path,
) -> Result<Summary, Error> {
    let mut reader = BufReader::with_capacity(1 << 16, input);
    let mut writer = csv::Writer::from_writer(output);
    let failed = |e: csv::Error| Error::Write { path: output_name.to_owned(), source: e.into() };
    writer.write_record(["id", "score", "match", "explanation"]).map_err(failed)?;
    let mut summary = Summary::default();
    let mut line_number = 0u64;
    loop {
        let mut lines: Vec<(u64, Vec<u8>, bool)> = Vec::new();
        let mut size = 0;
        while lines.len() < CHUNK && size < 4 * MAX_ROW {
            let mut line = Vec::new();
            let whole = read_line(&mut reader, &mut line).map_err(|source| Error::Read {
                rows: summary.rows + lines.len() as u64,
                source,
            })?;
            let Some(whole) = whole else { break };
            line_number += 1;
            size += line.len();
            if !line.trim_ascii().is_empty() {
                lines.push((line_number, line, whole));
            }
        }
        if lines.is_empty() {
            break;
        }
        let done: Vec<Row> =
            lines.par_iter().map(|(n, line, whole)| row(*n, line, *whole, options)).collect();
        for row in done {
            summary.rows += 1;
            summary.matches += u64::from(row.is_match);
            summary.refused += u64::from(row.score.is_none());
            let verdict = if row.is_match { "true" } else { "false" };
            writer
                .write_record([
                    &row.id,
                    row.score.as_deref().unwrap_or(""),
                    verdict,
                    &row.explanation,
                ])
                .map_err(failed)?;
        }
    }
    writer.flush().map_err(|source| Error::Write { path: output_name.to_owned(), source })?;
    Ok(summary)
}

struct Row {
    id: String,
    score: Option<String>,
    is_match: bool,
    explanation: String,
}

fn row(number: u64, line: &[u8], whole: bool, options: &Options) -> Row {
    let refused = |reason: String| Row {
        id: format!("line {number}"),
        score: None,
        is_match: false,
        explanation: format!("error: {reason}"),
    };
    if !whole {
        return refused("the line is longer than 16 MiB".to_owned());
    }
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    let pair: Pair = match serde_json::from_slice(line) {
        Ok(pair) => pair,
        Err(error) => return refused(error.to_string()),
    };
    let id = match pair.id {
        serde_json::Value::String(id) => id,
        serde_json::Value::Null => format!("line {number}"),
        other => other.to_string(),
    };
    let explanation =
        explain_records(&Record::read(&pair.left, None), &Record::read(&pair.right, None));
    Row {
        id,
        score: Some(score_text(explanation.score)),
        is_match: explanation.score >= options.threshold,
        explanation: record_cell(&explanation, options),
    }
}

/// Reads to the end of the line: `None` at the end of input, `Some(false)` when the line was longer
/// than [`MAX_ROW`] and its rest was passed over.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<Option<bool>> {
    let mut any = false;
    let mut whole = true;
    loop {
        let buffer = match reader.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok(any.then_some(whole));
        }
        any = true;
        let end = buffer.iter().position(|&b| b == b'\n');
        let take = end.unwrap_or(buffer.len());
        if line.len() + take > MAX_ROW {
            whole = false;
            line.truncate(64);
        } else if whole {
            line.extend_from_slice(&buffer[..take]);
        }
        let used = end.map_or(buffer.len(), |at| at + 1);
        reader.consume(used);
        if end.is_some() {
            return Ok(Some(whole));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_for_every_line() {
        let text = concat!(
            r#"{"id":"a","left":{"schema":"Person","properties":{"name":["Ivan Zorin"],"birthDate":["1971-04"]}},"right":{"schema":"Person","properties":{"name":["Іван Зорін"],"birthDate":["1971-04-09"]}}}"#,
            "\n\nnot json\n",
            r#"{"id":7,"left":{"schema":"Person","properties":{"name":["Ivan Zorin"]}},"right":{"schema":"Company","properties":{"name":["Zorin Ltd"]}}}"#,
        );
        let mut out = Vec::new();
        let summary = compare_entities_stream(
            text.as_bytes(),
            &mut out,
            &Options::default(),
            Path::new("out"),
        )
        .expect("readable");
        let out = String::from_utf8(out).expect("UTF-8");
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[0], "id,score,match,explanation");
        assert!(lines[1].starts_with("a,0.9") && lines[1].contains(",true,"), "{}", lines[1]);
        assert!(lines[2].starts_with("line 3,,false,"), "{}", lines[2]);
        assert!(lines[3].starts_with("7,0.0000,false,"), "{}", lines[3]);
        assert_eq!(summary, Summary { rows: 3, matches: 1, refused: 1 });
    }

    #[test]
    fn a_line_too_long_is_passed_over() {
        let text = format!("{}\n{{}}\n", "x".repeat(MAX_ROW + 10));
        let mut out = Vec::new();
        let summary = compare_entities_stream(
            text.as_bytes(),
            &mut out,
            &Options::default(),
            Path::new("out"),
        )
        .expect("readable");
        assert_eq!(summary, Summary { rows: 2, matches: 0, refused: 2 });
        assert!(String::from_utf8_lossy(&out).contains("longer than 16 MiB"));
    }
}
