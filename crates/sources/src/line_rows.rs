//! CSV rows of publishers that never put a line break into a cell, so that a stray quote spoils its
//! own line and not the next.

use cuibono_model::{Emitter, IssueKind};
use cuibono_read::{Chunk, Columns, Row, rows};

/// Calls `each` for every row of a chunk cut with [`cuibono_read::Framing::Lines`]. Lines with an odd
/// number of quotes are read on their own.
pub(crate) fn line_rows(chunk: &Chunk, columns: &Columns, each: &mut dyn FnMut(&Row<'_>)) {
    let is_odd = |line: &[u8]| line.iter().filter(|&&b| b == b'"').count() % 2 == 1;
    if !chunk.lines().any(|(_, _, line)| is_odd(line)) {
        rows(chunk, columns, each);
        return;
    }
    for (record, byte, line) in chunk.lines() {
        let mut alone = Chunk::of(line);
        alone.first_record = record;
        alone.first_byte = byte;
        rows(&alone, columns, each);
    }
}

/// Raises what is wrong with the header, once a file: with its first record.
pub(crate) fn header_issues(chunk: &Chunk, columns: &Columns, out: &mut Emitter) {
    if chunk.first_record == 1 {
        for name in &columns.unmapped {
            out.file_issue(IssueKind::UnmappedColumn, name, "");
        }
        for name in &columns.missing {
            out.file_issue(IssueKind::MissingValue, name, "the file has no such column");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_quote_stays_in_its_line() {
        let columns = Columns::find(b"a,b", &["a", "b"], &[]);
        let chunk = Chunk::of(b"\"1\",\"x\n\"2\",\"y\"\n\n\"3\",\"z\"\n");
        let mut got = Vec::new();
        line_rows(&chunk, &columns, &mut |row| {
            got.push((row.record, row.byte, row.get(0).into_owned(), row.get(1).into_owned()));
        });
        let expected = [(1, 0, "1", "x"), (2, 7, "2", "y"), (3, 16, "3", "z")];
        let expected = expected.map(|(n, at, a, b)| (n, at, a.to_owned(), b.to_owned()));
        assert_eq!(got, expected);
    }
}
