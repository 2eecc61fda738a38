//! A CSV file of name pairs in, the same rows with score, verdict and reason out, in the same order.

use crate::input::{Bounded, CHUNK, write_whole};
use crate::{Error, Options, Summary, compare_pair, explanation_cell, score_text};
use csv::ByteRecord;
use rayon::prelude::*;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

struct Columns {
    schema: Option<usize>,
    left: usize,
    right: usize,
    count: usize,
}

/// Compares the pairs of a CSV file with the columns `schema`, `name1`, `name2` (others are kept;
/// without `schema` the names may be anyone's) and writes the rows with `score`, `match` and
/// `explanation` added. The output appears whole or not at all. Rows that cannot be compared have an
/// empty score, `false`, and the reason in place of the explanation.
///
/// # Errors
/// If the input cannot be read, lacks a name column, or the output cannot be written.
pub fn compare_csv(input: &Path, output: &Path, options: &Options) -> Result<Summary, Error> {
    let file =
        File::open(input).map_err(|source| Error::Open { path: input.to_owned(), source })?;
    write_whole(output, |writer| compare_csv_stream(file, writer, options, output))
}

/// [`compare_csv`] over any reader and writer; `output` names the latter in errors.
///
/// # Errors
/// As [`compare_csv`].
pub fn compare_csv_stream(
    input: impl Read,
    output: &mut dyn Write,
    options: &Options,
    output_name: &Path,
) -> Result<Summary, Error> {
    let (bounded, allowance) = Bounded::new(input);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(true).from_reader(bounded);
    let mut writer = csv::Writer::from_writer(output);
    let failed = |e: csv::Error| Error::Write { path: output_name.to_owned(), source: e.into() };
    let headers =
        reader.byte_headers().map_err(|e| Error::Read { rows: 0, source: e.into() })?.clone();
    let columns = columns(&headers)?;
    let mut out = headers.clone();
    for name in ["score", "match", "explanation"] {
        out.push_field(name.as_bytes());
    }
    writer.write_byte_record(&out).map_err(failed)?;
    let mut summary = Summary::default();
    loop {
        let mut rows: Vec<ByteRecord> = Vec::with_capacity(CHUNK);
        while rows.len() < CHUNK {
            let mut row = ByteRecord::new();
            let more = reader.read_byte_record(&mut row).map_err(|e| Error::Read {
                rows: summary.rows + rows.len() as u64,
                source: e.into(),
            })?;
            if !more {
                break;
            }
            allowance.renew();
            rows.push(row);
        }
        if rows.is_empty() {
            break;
        }
        let done: Vec<(ByteRecord, Outcome)> =
            rows.into_par_iter().map(|row| score(row, &columns, options)).collect();
        for (row, outcome) in done {
            summary.rows += 1;
            summary.matches += u64::from(outcome == Outcome::Match);
            summary.refused += u64::from(outcome == Outcome::Refused);
            writer.write_byte_record(&row).map_err(failed)?;
        }
    }
    writer.flush().map_err(|source| Error::Write { path: output_name.to_owned(), source })?;
    Ok(summary)
}

fn columns(headers: &ByteRecord) -> Result<Columns, Error> {
    let position = |name: &str| {
        headers.iter().position(|cell| {
            let cell = cell.strip_prefix("\u{feff}".as_bytes()).unwrap_or(cell);
            cell.trim_ascii().eq_ignore_ascii_case(name.as_bytes())
        })
    };
    let needed = |column: &'static str| {
        position(column).ok_or_else(|| Error::MissingColumn {
            column,
            found: headers
                .iter()
                .map(|c| String::from_utf8_lossy(c).into_owned())
                .collect::<Vec<_>>()
                .join(", "),
        })
    };
    Ok(Columns {
        schema: position("schema"),
        left: needed("name1")?,
        right: needed("name2")?,
        count: headers.len(),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Match,
    Other,
    Refused,
}

fn score(mut row: ByteRecord, columns: &Columns, options: &Options) -> (ByteRecord, Outcome) {
    let cell = |i: usize| row.get(i).map(|c| String::from_utf8_lossy(c).into_owned());
    let schema = columns.schema.and_then(cell).unwrap_or_default();
    let refused = match (cell(columns.left), cell(columns.right)) {
        _ if row.len() > columns.count => {
            Err(format!("{} cells where the first line has {}", row.len(), columns.count))
        }
        (Some(left), Some(right)) if !left.trim().is_empty() && !right.trim().is_empty() => {
            Ok(compare_pair(schema.trim(), &left, &right))
        }
        (Some(_), Some(_)) => Err("a name is empty".to_owned()),
        _ => Err(format!("{} cells where the first line has {}", row.len(), columns.count)),
    };
    let wide = row.len() > columns.count;
    if wide {
        row.truncate(columns.count);
    }
    while row.len() < columns.count {
        row.push_field(b"");
    }
    match refused {
        Ok(explanation) => {
            let is_match = explanation.score >= options.threshold;
            row.push_field(score_text(explanation.score).as_bytes());
            row.push_field(if is_match { b"true" } else { b"false" });
            row.push_field(explanation_cell(&explanation, options).as_bytes());
            (row, if is_match { Outcome::Match } else { Outcome::Other })
        }
        Err(reason) => {
            row.push_field(b"");
            row.push_field(b"false");
            row.push_field(format!("error: {reason}").as_bytes());
            (row, Outcome::Refused)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> (String, Summary) {
        let mut out = Vec::new();
        let summary =
            compare_csv_stream(text.as_bytes(), &mut out, &Options::default(), Path::new("out"))
                .expect("readable");
        (String::from_utf8(out).expect("UTF-8"), summary)
    }

    #[test]
    fn rows_keep_their_order_and_columns() {
        let (out, summary) = run("\u{feff}ref,schema,name1,name2\n\
            1,Person,Ivan Zorin,Зорин Иван\n\
            2,Person,\"Zorin, Ivan\",Marta Kvitka\n\
            3,Person,,Marta Kvitka\n\
            4,Company\n\
            5,Person,Ivan Zorin,Ivan Zorin,surplus\n");
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(
            lines[0].trim_start_matches('\u{feff}'),
            "ref,schema,name1,name2,score,match,explanation"
        );
        assert!(
            lines[1].starts_with("1,Person,Ivan Zorin,Зорин Иван,0.9")
                && lines[1].contains(",true,")
        );
        assert!(lines[2].contains(",false,"));
        assert!(lines[3].ends_with(",,false,error: a name is empty"));
        assert!(lines[4].contains("error: 2 cells") && lines[5].contains("error: 5 cells"));
        assert_eq!(summary, Summary { rows: 5, matches: 1, refused: 3 });
    }

    #[test]
    fn the_same_bytes_every_time() {
        let mut text = String::from("schema,name1,name2\n");
        for i in 0..5_000 {
            text.push_str(&format!("Person,Ivan Zorin {i},Marta Zorin {}\n", i % 7));
        }
        assert_eq!(run(&text).0, run(&text).0);
    }

    #[test]
    fn a_missing_column_is_named() {
        let mut out = Vec::new();
        let error = compare_csv_stream(
            "a,b\n1,2\n".as_bytes(),
            &mut out,
            &Options::default(),
            Path::new("out"),
        )
        .expect_err("no names");
        assert!(error.to_string().contains("name1") && error.to_string().contains("a, b"));
    }

    #[test]
    fn an_endless_row_is_refused() {
        let text = format!("name1,name2\n\"{}", "x".repeat((17 << 20) + 200_000));
        let mut out = Vec::new();
        let error =
            compare_csv_stream(text.as_bytes(), &mut out, &Options::default(), Path::new("out"))
                .expect_err("too long");
        assert!(error.to_string().contains("16 MiB"), "{error}");
    }
}
