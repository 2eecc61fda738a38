//! CSV rows by column name.

use std::borrow::Cow;

use csv::ByteRecord;

use crate::{Chunk, decode};

/// The columns a source asks for, found in a header by normalised name.
#[derive(Clone, Debug)]
pub struct Columns {
    /// For each asked column its place in the file.
    places: Vec<Option<usize>>,
    /// Columns in the file.
    width: usize,
    /// Columns that are neither asked for nor ignored by name.
    pub unmapped: Vec<String>,
    /// Columns that were asked for and are not there.
    pub missing: Vec<&'static str>,
}

/// A column name as it is compared: without byte-order mark, case and runs of white space.
fn normal(name: &str) -> String {
    let name = name.trim_start_matches('\u{feff}');
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Columns {
    /// Finds `asked` in a header line; `ignored` are known and left out on purpose. Of a name that
    /// stands twice the first counts.
    #[must_use]
    pub fn find(header: &[u8], asked: &[&'static str], ignored: &[&str]) -> Columns {
        let names: Vec<String> = header_cells(header).iter().map(|cell| normal(cell)).collect();
        let asked_normal: Vec<String> = asked.iter().map(|name| normal(name)).collect();
        let ignored: Vec<String> = ignored.iter().map(|name| normal(name)).collect();
        let places: Vec<Option<usize>> =
            asked_normal.iter().map(|name| names.iter().position(|n| n == name)).collect();
        let unmapped = names
            .iter()
            .filter(|n| !n.is_empty() && !asked_normal.contains(n) && !ignored.contains(n))
            .cloned()
            .collect();
        let missing =
            asked.iter().zip(&places).filter(|(_, p)| p.is_none()).map(|(n, _)| *n).collect();
        Columns { places, width: names.len(), unmapped, missing }
    }

    /// Columns by position, for files without a header.
    #[must_use]
    pub fn by_position(width: usize) -> Columns {
        let places = (0..width).map(Some).collect();
        Columns { places, width, unmapped: Vec::new(), missing: Vec::new() }
    }

    /// Whether every asked column is there.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// Columns in the file.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }
}

/// The cells of a header line.
pub(crate) fn header_cells(header: &[u8]) -> Vec<String> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(header);
    let mut record = ByteRecord::new();
    match reader.read_byte_record(&mut record) {
        Ok(true) => record.iter().map(|cell| decode(cell).0.into_owned()).collect(),
        _ => Vec::new(),
    }
}

/// One row.
#[derive(Debug)]
pub struct Row<'r> {
    /// Number of the row in its file, from 1, the header not counted.
    pub record: u64,
    /// Where the row starts in the unpacked file.
    pub byte: u64,
    cells: &'r ByteRecord,
    columns: &'r Columns,
}

impl<'r> Row<'r> {
    /// The cell of the `index`-th asked column, trimmed; empty when the column or the cell is absent.
    #[must_use]
    pub fn get(&self, index: usize) -> Cow<'r, str> {
        let place = self.columns.places.get(index).copied().flatten();
        let cell = place.and_then(|place| self.cells.get(place)).unwrap_or_default();
        match decode(cell).0 {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        }
    }

    /// The cell at a place of the row as it stands in the file; empty when there is none.
    #[cfg(test)]
    pub(crate) fn cell(&self, place: usize) -> &[u8] {
        self.cells.get(place).unwrap_or_default()
    }

    /// Cells in this row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.len()
    }

    /// Whether the row has as many cells as the header.
    #[must_use]
    pub fn is_ragged(&self) -> bool {
        self.cells.len() != self.columns.width
    }

    /// Whether a cell is not UTF-8 and was read as Windows-1252.
    #[must_use]
    pub fn is_windows_1252(&self) -> bool {
        std::str::from_utf8(self.cells.as_slice()).is_err()
    }
}

/// Calls `each` for every non-empty row of a chunk that was cut with [`crate::Framing::Csv`].
pub fn rows(chunk: &Chunk, columns: &Columns, each: &mut dyn FnMut(&Row<'_>)) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(chunk.bytes.as_slice());
    let mut cells = ByteRecord::new();
    let mut record = chunk.first_record;
    while let Ok(true) = reader.read_byte_record(&mut cells) {
        let mut place = cells.position().map_or(0, |p| p.byte() as usize);
        // The reader gives the place before the line ends it passes over.
        while matches!(chunk.bytes.get(place), Some(b'\r' | b'\n')) {
            place += 1;
        }
        let is_blank = |cell: &[u8]| cell.iter().all(u8::is_ascii_whitespace);
        let is_quoted = chunk.bytes.get(place) == Some(&b'"');
        if cells.len() == 1 && cells.get(0).is_some_and(is_blank) && !is_quoted {
            continue;
        }
        let byte = chunk.first_byte + place as u64;
        each(&Row { record, byte, cells: &cells, columns });
        record += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name_not_place() {
        let columns = Columns::find(b"\xef\xbb\xbf Name, Other ,NUMBER", &["number", "name"], &[]);
        assert!(columns.is_complete());
        assert_eq!(columns.unmapped, ["other"]);
        let chunk = Chunk::of(b"\"A, \"\"B\"\"\",x,1\r\n\r\nC\r\n");
        let mut got = Vec::new();
        rows(&chunk, &columns, &mut |row| {
            got.push((row.record, row.byte, row.get(1).into_owned(), row.get(0).into_owned()));
        });
        assert_eq!(got[0], (1, 0, "A, \"B\"".into(), "1".into()));
        assert_eq!(got[1], (2, 18, "C".into(), String::new()));
    }
}
