//! The beginning of a file, as sources look at it to recognise it.

use std::borrow::Cow;

use cuibono_read::{Framing, decode};

/// The name and first bytes of a file.
#[derive(Clone, Debug)]
pub struct Head {
    /// File name, or the name of the entry in an archive.
    pub name: String,
    /// The first unpacked bytes, [`Head::BYTES`] at most.
    pub bytes: Vec<u8>,
}

impl Head {
    /// How many bytes a source may look at.
    pub const BYTES: usize = 64 * 1024;

    /// The bytes as text; a multi-byte character cut at the end counts as Windows-1252 only there.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        let whole = match std::str::from_utf8(&self.bytes) {
            Err(error) if error.error_len().is_none() => &self.bytes[..error.valid_up_to()],
            _ => &self.bytes,
        };
        decode(whole).0
    }

    /// The `n`-th line (from 0) without its line end and byte-order mark, with its place: where it
    /// starts and where the next line starts.
    #[must_use]
    pub fn line(&self, n: usize) -> Option<(&[u8], usize, usize)> {
        let mut start = if self.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        for index in 0..=n {
            let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
            let length =
                rest.iter().position(|&b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
            let end = if rest[length..].starts_with(b"\r\n") { 2 } else { 1 };
            let next = (start + length + end).min(self.bytes.len());
            if index == n {
                return Some((&rest[..length], start, next));
            }
            start = next;
        }
        None
    }

    /// The first JSON object of the file and the framing that cuts its records: lines when the first
    /// line is a whole object, JSON values otherwise. `None` when the file is not JSON.
    #[must_use]
    pub fn json(&self) -> Option<(serde_json::Value, Framing)> {
        let text = self.text();
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if let Some(first) = text.lines().next()
            && let Ok(value @ serde_json::Value::Object(_)) = serde_json::from_str(first)
        {
            return Some((value, Framing::Lines));
        }
        let body = text.strip_prefix('[').unwrap_or(text);
        let mut values = serde_json::Deserializer::from_str(body).into_iter();
        match values.next() {
            Some(Ok(value @ serde_json::Value::Object(_))) => Some((value, Framing::Json)),
            _ => None,
        }
    }

    /// The last four-digit-year date in the file name as (year, month, day), 0 for what is not there:
    /// `OCOD_FULL_2026_04.csv` gives (2026, 4, 0).
    #[must_use]
    pub fn date_in_name(&self) -> Option<cuibono_model::PartialDate> {
        let numbers: Vec<&str> =
            self.name.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
        let at = numbers.iter().rposition(|n| n.len() == 4 && matches!(&n[..2], "19" | "20"))?;
        let part =
            |i: usize| numbers.get(at + i).filter(|n| n.len() == 2).and_then(|n| n.parse().ok());
        let year = numbers[at].parse().ok()?;
        let month: u8 = part(1).unwrap_or(0);
        let day: u8 = if month == 0 { 0 } else { part(2).unwrap_or(0) };
        cuibono_model::PartialDate::new(year, month, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(name: &str, bytes: &[u8]) -> Head {
        Head { name: name.into(), bytes: bytes.to_vec() }
    }

    #[test]
    fn lines_and_dates() {
        let h = head("OCOD_FULL_2026_04.csv", b"\xef\xbb\xbfa,b\r\nc\n");
        assert_eq!(h.line(0), Some((&b"a,b"[..], 3, 8)));
        assert_eq!(h.line(1), Some((&b"c"[..], 8, 10)));
        assert_eq!(h.line(2), None);
        assert_eq!(head("", b"a\rb\r").line(1), Some((&b"b"[..], 2, 4)));
        assert_eq!(h.date_in_name().unwrap().to_string(), "2026-04");
        let name = "persons-with-significant-control-snapshot-2026-10-01.txt";
        assert_eq!(head(name, b"").date_in_name().unwrap().to_string(), "2026-10-01");
    }

    #[test]
    fn json_layouts() {
        assert_eq!(head("", b"{\"a\":1}\n{\"a\":2}").json().unwrap().1, Framing::Lines);
        assert_eq!(head("", b"[\n{\"a\":1},").json().unwrap().1, Framing::Json);
        assert_eq!(head("", b"{\n\"a\":1}").json().unwrap().1, Framing::Json);
        assert!(head("", b"a,b").json().is_none());
    }
}
