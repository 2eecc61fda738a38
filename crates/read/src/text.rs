//! Bytes to text: UTF-8, and Windows-1252 where a publisher still writes it.

use std::borrow::Cow;

/// The text of a field, and whether it had to be read as Windows-1252. NUL bytes are removed.
#[must_use]
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => (Cow::Borrowed(text), false),
        Ok(text) => (Cow::Owned(text.replace('\0', "")), false),
        Err(_) => (Cow::Owned(decode_windows_1252(bytes)), true),
    }
}

/// Reads Windows-1252; its five undefined bytes become U+FFFD. NUL bytes are removed.
#[must_use]
pub fn decode_windows_1252(bytes: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
        '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ',
        '\u{fffd}', 'ž', 'Ÿ',
    ];
    bytes
        .iter()
        .filter(|&&b| b != 0)
        .map(|&b| match b {
            0x80..=0x9f => HIGH[usize::from(b - 0x80)],
            _ => char::from(b),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_by_field() {
        assert_eq!(decode("Société".as_bytes()), (Cow::Borrowed("Société"), false));
        assert_eq!(decode(b"Soci\xe9t\xe9 \x80"), (Cow::Owned("Société €".into()), true));
        assert_eq!(decode(b"a\0b").0, "ab");
    }
}
