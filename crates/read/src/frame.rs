//! Runs of whole records cut from a stream, so that they can be mapped in parallel.

use std::io::Read;

use crate::json::JsonScan;
use crate::{Limits, Member, ReadError};

/// Where records end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Framing {
    /// At each newline.
    Lines,
    /// At a newline outside a quoted field. As everywhere in CSV, a quote opens a field only at its
    /// beginning; anywhere else it is a character like others.
    Csv,
    /// Whole JSON values: concatenated, or the elements of one top-level array. Each is handed on
    /// as a single line.
    Json,
}

/// A run of whole records.
#[derive(Clone, Debug, Default)]
pub struct Chunk {
    /// The records.
    pub bytes: Vec<u8>,
    /// Number of the first record in its file, from 1 (for [`Framing::Csv`], an estimate-free count
    /// of rows; blank lines are not records).
    pub first_record: u64,
    /// Where the chunk starts in the unpacked file.
    pub first_byte: u64,
    /// For JSON values: where each starts in the unpacked file.
    starts: Vec<u64>,
}

impl Chunk {
    /// A chunk for tests and small inputs.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Chunk {
        Chunk { bytes: bytes.to_vec(), first_record: 1, first_byte: 0, starts: Vec::new() }
    }

    /// The non-blank lines: number of the record, where it starts, its bytes without the newline.
    pub fn lines(&self) -> impl Iterator<Item = (u64, u64, &[u8])> {
        let mut at = 0usize;
        let mut index = 0usize;
        std::iter::from_fn(move || {
            while at < self.bytes.len() {
                let rest = &self.bytes[at..];
                let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                let line = rest[..end].strip_suffix(b"\r").unwrap_or(&rest[..end]);
                let start = at;
                at += end + 1;
                if line.iter().all(u8::is_ascii_whitespace) {
                    continue;
                }
                let byte =
                    self.starts.get(index).copied().unwrap_or(self.first_byte + start as u64);
                index += 1;
                return Some((self.first_record + index as u64 - 1, byte, line));
            }
            None
        })
    }
}

/// Cuts a member into chunks.
pub struct Frames<'m> {
    member: &'m Member,
    reader: Box<dyn Read + Send>,
    framing: Framing,
    record_bytes_max: usize,
    chunk_bytes: usize,
    buffer: Vec<u8>,
    /// Bytes of `buffer` already scanned for record ends.
    scanned: usize,
    quotes: Quotes,
    json: JsonScan,
    records: u64,
    byte: u64,
    is_done: bool,
}

impl<'m> Frames<'m> {
    /// Starts behind the first `skip` bytes (a byte-order mark, a title line, the header).
    ///
    /// # Errors
    /// The member cannot be opened or is shorter than `skip`.
    pub fn new(
        member: &'m Member,
        framing: Framing,
        skip: u64,
        limits: &Limits,
    ) -> Result<Frames<'m>, ReadError> {
        let mut reader = member.open(limits)?;
        std::io::copy(&mut (&mut reader).take(skip), &mut std::io::sink())
            .map_err(|e| member.damaged(0, &e))?;
        Ok(Frames {
            member,
            reader,
            framing,
            record_bytes_max: limits.record_bytes_max,
            chunk_bytes: limits.chunk_bytes.max(1),
            buffer: Vec::new(),
            scanned: 0,
            quotes: Quotes::default(),
            json: JsonScan::default(),
            records: 0,
            byte: skip,
            is_done: false,
        })
    }

    /// The next run of whole records; `None` at the end. The last record of a file may lack its
    /// newline.
    ///
    /// # Errors
    /// The stream is damaged, or a record is longer than the limit.
    pub fn next_chunk(&mut self) -> Result<Option<Chunk>, ReadError> {
        if self.framing == Framing::Json {
            return self.next_json();
        }
        loop {
            let ended = self.fill()?;
            if self.buffer.is_empty() {
                return Ok(None);
            }
            let cut = if ended { Some(self.buffer.len()) } else { self.last_record_end() };
            match cut {
                Some(end) => {
                    let rest = self.buffer.split_off(end);
                    let bytes = std::mem::replace(&mut self.buffer, rest);
                    self.scanned = 0;
                    self.quotes = Quotes::default();
                    let chunk = Chunk {
                        first_record: self.records + 1,
                        first_byte: self.byte,
                        starts: Vec::new(),
                        bytes,
                    };
                    self.byte += chunk.bytes.len() as u64;
                    self.records += count_records(&chunk.bytes, self.framing);
                    return Ok(Some(chunk));
                }
                None if self.buffer.len() > self.record_bytes_max => {
                    return Err(self.too_long());
                }
                None => {}
            }
        }
    }

    fn too_long(&self) -> ReadError {
        ReadError::Limit {
            name: format!("{} at byte {}", self.member.name, self.byte),
            what: "has a record that is too long (an unclosed quote?)",
            limit: self.record_bytes_max as u64,
        }
    }

    /// Reads on; true at the end of the stream.
    fn fill(&mut self) -> Result<bool, ReadError> {
        if self.is_done {
            return Ok(true);
        }
        let before = self.buffer.len();
        self.buffer.reserve(self.chunk_bytes);
        let read = (&mut self.reader).take(self.chunk_bytes as u64).read_to_end(&mut self.buffer);
        match read {
            Ok(0) => self.is_done = true,
            Ok(_) => {}
            Err(error) => return Err(self.member.damaged(self.byte + before as u64, &error)),
        }
        Ok(self.is_done)
    }

    /// The end of the last whole record in the buffer.
    fn last_record_end(&mut self) -> Option<usize> {
        match self.framing {
            Framing::Lines => {
                let end = memchr::memrchr(b'\n', &self.buffer[self.scanned..]);
                let end = end.map(|at| self.scanned + at + 1);
                self.scanned = self.buffer.len();
                end
            }
            Framing::Csv => {
                let mut last = None;
                self.quotes.line_ends(&self.buffer, self.scanned, &mut |at| last = Some(at + 1));
                self.scanned = self.buffer.len();
                last
            }
            Framing::Json => None,
        }
    }

    fn next_json(&mut self) -> Result<Option<Chunk>, ReadError> {
        loop {
            let ended = self.fill()?;
            let mut chunk =
                Chunk { first_record: self.records + 1, first_byte: self.byte, ..Chunk::default() };
            let (used, mut values) = self.json.scan(&self.buffer, self.scanned);
            if ended && let Some(tail) = self.json.tail(&self.buffer, used) {
                values.push(tail);
            }
            for value in &values {
                chunk.starts.push(self.byte + value.start as u64);
                let text = &self.buffer[value.clone()];
                // A raw newline cannot stand inside a JSON string, so a blank changes nothing.
                let line = text.iter().map(|&b| if matches!(b, b'\n' | b'\r') { b' ' } else { b });
                chunk.bytes.extend(line);
                chunk.bytes.push(b'\n');
            }
            let used = if ended { self.buffer.len() } else { used };
            self.buffer.drain(..used);
            self.scanned = self.buffer.len();
            self.byte += used as u64;
            self.records += values.len() as u64;
            if !values.is_empty() {
                return Ok(Some(chunk));
            }
            if ended {
                return Ok(None);
            }
            if self.buffer.len() > self.record_bytes_max {
                return Err(self.too_long());
            }
        }
    }
}

/// Whether a scan of CSV is inside a quoted field.
#[derive(Clone, Copy, Default, Debug)]
struct Quotes {
    is_open: bool,
    /// Where the last quoted field closed: a quote right behind is an escaped one.
    closed_at: Option<usize>,
}

impl Quotes {
    /// Calls `each` with the place of the last byte of every line end of `bytes[from..]` that is
    /// outside quotes: a newline, or a carriage return without one behind it. What stands before
    /// `from` has been scanned with the same state.
    fn line_ends(&mut self, bytes: &[u8], from: usize, each: &mut dyn FnMut(usize)) {
        for at in memchr::memchr3_iter(b'"', b'\n', b'\r', &bytes[from..]) {
            let at = from + at;
            let before = at.checked_sub(1);
            if bytes[at] == b'\n' {
                if !self.is_open {
                    each(at);
                }
            } else if bytes[at] == b'\r' {
                // At the end of what has been read, a newline may still follow.
                if !self.is_open && bytes.get(at + 1).is_some_and(|&next| next != b'\n') {
                    each(at);
                }
            } else if self.is_open {
                (self.is_open, self.closed_at) = (false, Some(at));
            } else {
                let is_start = before.is_none_or(|b| matches!(bytes[b], b',' | b'\n' | b'\r'));
                self.is_open = is_start || before == self.closed_at;
            }
        }
    }
}

fn count_records(bytes: &[u8], framing: Framing) -> u64 {
    let mut count = 0;
    let mut from = 0;
    let mut each = |at: usize| {
        count += u64::from(!bytes[from..at].iter().all(u8::is_ascii_whitespace));
        from = at + 1;
    };
    if framing == Framing::Csv {
        Quotes::default().line_ends(bytes, 0, &mut each);
    } else {
        memchr::memchr_iter(b'\n', bytes).for_each(each);
    }
    count + u64::from(!bytes[from..].iter().all(u8::is_ascii_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(bytes: &[u8]) -> (tempfile::TempDir, Member) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f");
        std::fs::write(&path, bytes).unwrap();
        let member = crate::discover(&path, &Limits::default()).unwrap().remove(0);
        (folder, member)
    }

    fn lines(bytes: &[u8], framing: Framing) -> Vec<(u64, u64, String)> {
        let (_folder, member) = member(bytes);
        let mut frames = Frames::new(&member, framing, 0, &Limits::default()).unwrap();
        let mut out = Vec::new();
        while let Some(chunk) = frames.next_chunk().unwrap() {
            for (record, byte, line) in chunk.lines() {
                out.push((record, byte, String::from_utf8(line.to_vec()).unwrap()));
            }
        }
        out
    }

    #[test]
    fn lines_keep_their_place() {
        let got = lines(b"a\r\n\nbc\nd", Framing::Lines);
        assert_eq!(got, [(1, 0, "a".into()), (2, 4, "bc".into()), (3, 7, "d".into())]);
    }

    #[test]
    fn json_values_of_any_layout() {
        let text = b"[\n {\"a\": \"x]}\\\"\",\n \"b\": [1,2]},\n{\"c\":{}} ]\n";
        let got = lines(text, Framing::Json);
        assert_eq!(got.len(), 2);
        assert_eq!((got[0].0, got[0].1), (1, 3));
        assert_eq!(got[1].2, "{\"c\":{}}");
        assert_eq!(lines(b"{\"a\":1}\n{\"b\":2}", Framing::Json).len(), 2);
    }

    #[test]
    fn many_chunks_count_right() {
        let mut text = String::new();
        for i in 0..200_000 {
            text.push_str(&format!("\"row\n{i}\",x\n"));
        }
        let (_folder, member) = member(text.as_bytes());
        let mut frames = Frames::new(&member, Framing::Csv, 0, &Limits::default()).unwrap();
        let (mut chunks, mut bytes) = (0, 0);
        while let Some(chunk) = frames.next_chunk().unwrap() {
            chunks += 1;
            assert_eq!(chunk.first_byte, bytes);
            let head = String::from_utf8_lossy(&chunk.bytes[..12]).into_owned();
            let row = head.split(['\n', '"']).nth(2).unwrap();
            assert_eq!(chunk.first_record, row.parse::<u64>().unwrap() + 1);
            bytes += chunk.bytes.len() as u64;
        }
        assert!(chunks > 2);
        assert_eq!(bytes, text.len() as u64);
    }

    /// Records, places and cells as the frames give them, chunk by chunk.
    fn framed(bytes: &[u8], chunk_bytes: usize) -> Vec<(u64, u64, Vec<Vec<u8>>)> {
        let (_folder, member) = member(bytes);
        let limits = Limits { chunk_bytes, ..Limits::default() };
        let mut frames = Frames::new(&member, Framing::Csv, 0, &limits).unwrap();
        let columns = crate::Columns::by_position(0);
        let mut out = Vec::new();
        while let Some(chunk) = frames.next_chunk().unwrap() {
            crate::rows(&chunk, &columns, &mut |row| {
                let cells = (0..row.width()).map(|at| row.cell(at).to_vec()).collect();
                out.push((row.record, row.byte, cells));
            });
        }
        out
    }

    #[test]
    fn a_quote_within_a_field_is_a_character() {
        let text = b"1,12\" PIPES LTD,x\n2,\"quoted\nname\",y\n3,z\n";
        let got = framed(text, 7);
        assert_eq!(got.len(), 3, "{got:?}");
        assert_eq!(got[1].2[1], b"quoted\nname");
        assert_eq!(got[2].0, 3);
    }

    proptest::proptest! {
        #[test]
        fn chunks_give_what_the_whole_gives(
            pieces in proptest::collection::vec("[a\"\n\r, ]|\r\n|\"\"|,\"|\",|\"b\"|a\"a|\n\"", 0..40),
            chunk_bytes in 1usize..20,
        ) {
            let text = pieces.concat();
            let whole = framed(text.as_bytes(), 1 << 20);
            let is_rising = whole.windows(2).all(|pair| pair[0].0 < pair[1].0);
            proptest::prop_assert!(is_rising);
            proptest::prop_assert_eq!(framed(text.as_bytes(), chunk_bytes), whole);
        }
    }
}
