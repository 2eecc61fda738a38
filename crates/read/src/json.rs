//! Finds whole JSON objects in a byte stream without parsing them.

use std::ops::Range;

/// Scanner state between reads. Knows the objects of concatenated values, of JSON lines, and of one
/// top-level array; what lies between objects is passed over.
#[derive(Default, Debug)]
pub(crate) struct JsonScan {
    depth: usize,
    in_string: bool,
    is_escaped: bool,
    start: Option<usize>,
}

impl JsonScan {
    /// Scans `bytes[from..]`. Returns how many bytes are done with and the objects found; the caller
    /// removes the former from the front before the next call.
    pub(crate) fn scan(&mut self, bytes: &[u8], from: usize) -> (usize, Vec<Range<usize>>) {
        let mut found = Vec::new();
        for (at, &byte) in bytes.iter().enumerate().skip(from) {
            if self.in_string {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' if self.start.is_some() => self.in_string = true,
                b'{' => {
                    if self.start.is_none() {
                        self.start = Some(at);
                        self.depth = 0;
                    }
                    self.depth += 1;
                }
                b'[' if self.start.is_some() => self.depth += 1,
                b'}' | b']' if self.start.is_some() => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        found.push(self.start.take().unwrap_or(at)..at + 1);
                    }
                }
                _ => {}
            }
        }
        let used = self.start.unwrap_or(bytes.len());
        if self.start.is_some() {
            self.start = Some(0);
        }
        (used, found)
    }

    /// An object that the end of the file cut short, so that its mapper can report it.
    pub(crate) fn tail(&mut self, bytes: &[u8], used: usize) -> Option<Range<usize>> {
        self.start.take().map(|_| used..bytes.len())
    }
}
