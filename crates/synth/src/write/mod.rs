//! The writers: one file a register, and the small things they share (dates, quoted cells, JSON
//! strings, a zip with one member, a file that appears only when complete).

pub(crate) mod basic;
pub(crate) mod designations;
pub(crate) mod hmlr;
pub(crate) mod psc;
pub(crate) mod psc_holders;
pub(crate) mod psc_parties;
pub(crate) mod sanctions;
pub(crate) mod truth;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use cuibono_model::Day;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::SynthError;

/// Tells how far a file is: stage, done, of how many.
pub(crate) type Tell<'a> = dyn Fn(&'static str, u64, u64) + 'a;

/// How often a writer tells.
pub(crate) const TELL_EVERY: u64 = 8192;

pub(crate) fn push_number(out: &mut String, mut number: u64, width: usize) {
    let mut digits = [b'0'; 20];
    let mut at = digits.len();
    while number > 0 || digits.len() - at < width {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or("0"));
}

/// `31-12-2020` or `31/12/2020`.
pub(crate) fn day_first(out: &mut String, day: Day, between: char) {
    let (y, m, d) = day.ymd();
    push_number(out, u64::from(d), 2);
    out.push(between);
    push_number(out, u64::from(m), 2);
    out.push(between);
    push_number(out, y.unsigned_abs().into(), 4);
}

pub(crate) fn slashed(day: Day) -> String {
    let mut out = String::with_capacity(10);
    day_first(&mut out, day, '/');
    out
}

/// `2020-12-31`.
pub(crate) fn iso(out: &mut String, day: Day) {
    let (y, m, d) = day.ymd();
    push_number(out, y.unsigned_abs().into(), 4);
    out.push('-');
    push_number(out, u64::from(m), 2);
    out.push('-');
    push_number(out, u64::from(d), 2);
}

pub(crate) fn iso_string(day: Day) -> String {
    let mut out = String::with_capacity(10);
    iso(&mut out, day);
    out
}

/// A cell between quotes, quotes doubled, with the comma before it unless it is the first.
pub(crate) fn quoted(out: &mut String, first: bool, cell: &str) {
    if !first {
        out.push(',');
    }
    out.push('"');
    if cell.contains('"') {
        out.push_str(&cell.replace('"', "\"\""));
    } else {
        out.push_str(cell);
    }
    out.push('"');
}

/// A cell quoted only where CSV needs it.
pub(crate) fn bare(out: &mut String, first: bool, cell: &str) {
    if cell.contains([',', '"', '\n', '\r']) {
        quoted(out, first, cell);
    } else {
        if !first {
            out.push(',');
        }
        out.push_str(cell);
    }
}

/// A JSON string with its quotes.
pub(crate) fn json(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A name beside the real one; the file under it goes away unless it is published.
struct Temporary {
    at: PathBuf,
    path: PathBuf,
    published: bool,
}

impl Temporary {
    fn create(at: PathBuf) -> Result<(Temporary, BufWriter<File>), SynthError> {
        let mut path = at.clone().into_os_string();
        path.push(".partial");
        let path = PathBuf::from(path);
        let file = File::create(&path).map_err(|e| SynthError::write(&path, e))?;
        let temporary = Temporary { at, path, published: false };
        Ok((temporary, BufWriter::with_capacity(1 << 18, file)))
    }

    fn wrong(&self, error: impl Into<std::io::Error>) -> SynthError {
        SynthError::write(&self.path, error.into())
    }

    /// Flushes, closes and renames.
    fn publish(mut self, mut file: BufWriter<File>) -> Result<(), SynthError> {
        file.flush().map_err(|e| self.wrong(e))?;
        drop(file);
        std::fs::rename(&self.path, &self.at).map_err(|e| SynthError::write(&self.at, e))?;
        self.published = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.published {
            // An error is already on its way to the caller; this one adds nothing.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// A file under another name until it is complete.
pub(crate) struct Fresh {
    file: BufWriter<File>,
    temporary: Temporary,
}

impl Fresh {
    pub(crate) fn create(at: PathBuf) -> Result<Fresh, SynthError> {
        let (temporary, file) = Temporary::create(at)?;
        Ok(Fresh { file, temporary })
    }

    pub(crate) fn put(&mut self, text: &str) -> Result<(), SynthError> {
        self.file.write_all(text.as_bytes()).map_err(|e| self.temporary.wrong(e))
    }

    /// Appends all of another file.
    pub(crate) fn append(&mut self, from: &Path) -> Result<(), SynthError> {
        let mut file = File::open(from).map_err(|e| SynthError::write(from, e))?;
        std::io::copy(&mut file, &mut self.file).map_err(|e| self.temporary.wrong(e))?;
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<(), SynthError> {
        self.temporary.publish(self.file)
    }
}

/// A zip with one member, as the publishers make them. Zip64, and the same bytes every time.
pub(crate) struct Archive {
    zip: ZipWriter<BufWriter<File>>,
    temporary: Temporary,
}

impl Archive {
    pub(crate) fn create(at: PathBuf, member: &str) -> Result<Archive, SynthError> {
        let (temporary, file) = Temporary::create(at)?;
        let mut zip = ZipWriter::new(file);
        let when = DateTime::from_date_and_time(2026, 10, 1, 6, 0, 0).unwrap_or_default();
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1))
            .last_modified_time(when)
            .unix_permissions(0o644)
            .large_file(true);
        zip.start_file(member, options).map_err(|e| temporary.wrong(e))?;
        Ok(Archive { zip, temporary })
    }

    pub(crate) fn put(&mut self, text: &str) -> Result<(), SynthError> {
        self.zip.write_all(text.as_bytes()).map_err(|e| self.temporary.wrong(e))
    }

    pub(crate) fn finish(self) -> Result<(), SynthError> {
        let file = self.zip.finish().map_err(|e| self.temporary.wrong(e))?;
        self.temporary.publish(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_dates() {
        let mut out = String::new();
        quoted(&mut out, true, "A \"B\" C");
        quoted(&mut out, false, "");
        bare(&mut out, false, "x,y");
        bare(&mut out, false, "z");
        assert_eq!(out, "\"A \"\"B\"\" C\",\"\",\"x,y\",z");
        assert_eq!(slashed(Day(0)), "01/01/1970");
        assert_eq!(iso_string(crate::world::SNAPSHOT), "2026-10-01");
        let mut text = String::new();
        json(&mut text, "a\"b\\c\n");
        assert_eq!(text, r#""a\"b\\c ""#);
    }
}
