//! Companies House numbers in one spelling, and whether a text means the UK register. Never guesses
//! that a bare number is a UK one: the caller must know the country.

use std::fmt;

/// Two-letter prefixes of the register's numbers; companies of England and Wales have digits only.
const PREFIXES: [&[u8; 2]; 42] = [
    b"AC", b"BR", b"CE", b"CS", b"EN", b"ES", b"FC", b"FE", b"GE", b"GN", b"GS", b"IC", b"IP",
    b"LP", b"NA", b"NC", b"NF", b"NI", b"NL", b"NO", b"NP", b"NR", b"NV", b"NZ", b"OC", b"OE",
    b"PC", b"R0", b"RC", b"RS", b"SA", b"SC", b"SE", b"SF", b"SG", b"SI", b"SL", b"SO", b"SP",
    b"SR", b"SZ", b"ZC",
];

/// Words before the number that may be left out, longest first.
const NOUNS: [&str; 6] = ["COMPANIES HOUSE", "REGISTRATION", "REGISTERED", "COMPANY", "REG", "CO."];

/// What may stand for "number".
const LABELS: [&str; 5] = ["NUMBER", "NUM.", "NO.", "CRN", "#"];

/// A normalised Companies House number: always eight characters, digits and upper-case letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyNumber([u8; 8]);

impl CompanyNumber {
    /// Reads a number in any of the spellings people file: without leading zeros, with spaces or
    /// dots, behind a label such as "Company No.". `None` for what cannot be one.
    ///
    /// There is no check digit, so the caller must know from elsewhere that the number is a UK one.
    #[must_use]
    pub fn parse(text: &str) -> Option<CompanyNumber> {
        let text = text.trim();
        if text.len() > 64 {
            return None;
        }
        if let Some(number) = plain(text.as_bytes()) {
            return Some(number);
        }
        if !text.is_ascii() {
            return None;
        }
        let upper = text.to_ascii_uppercase();
        let digits = upper.strip_prefix("NO");
        if digits.is_some_and(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_digit())) {
            return plain(upper.as_bytes());
        }
        let bare = without_label(&upper);
        let mut kept = [0u8; 8];
        let mut length = 0;
        for byte in bare.bytes().filter(|b| !matches!(b, b' ' | b'.' | b'-' | b'/')) {
            *kept.get_mut(length)? = byte;
            length += 1;
        }
        plain(&kept[..length])
    }

    /// Reads a number as Companies House itself writes it in its own files: like
    /// [`CompanyNumber::parse`], and any other eight letters and digits, since the register may open
    /// new prefixes.
    #[must_use]
    pub fn parse_own(text: &str) -> Option<CompanyNumber> {
        CompanyNumber::parse(text).or_else(|| {
            let bytes: [u8; 8] = text.trim().as_bytes().try_into().ok()?;
            let bytes = bytes.map(|b| b.to_ascii_uppercase());
            let is_number = bytes.iter().all(u8::is_ascii_alphanumeric)
                && bytes.iter().any(u8::is_ascii_digit)
                && bytes != *b"00000000";
            is_number.then_some(CompanyNumber(bytes))
        })
    }

    /// The eight characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether the number begins with a prefix of letters, so that it can hardly be anything else.
    #[must_use]
    pub fn has_letters(self) -> bool {
        self.0[0].is_ascii_alphabetic()
    }

    /// Whether it stands for a body of another country: a registered overseas entity, an overseas
    /// company, or its UK establishment.
    #[must_use]
    pub fn is_overseas(self) -> bool {
        matches!(&self.0[..2], b"OE" | b"FC" | b"SF" | b"NF" | b"BR")
    }
}

impl fmt::Display for CompanyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CompanyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A number without labels and separators.
fn plain(bytes: &[u8]) -> Option<CompanyNumber> {
    if bytes.is_empty() || bytes.len() > 8 {
        return None;
    }
    let mut out = [b'0'; 8];
    if bytes.iter().all(u8::is_ascii_digit) {
        out[8 - bytes.len()..].copy_from_slice(bytes);
        return (out != *b"00000000").then_some(CompanyNumber(out));
    }
    let (prefix, rest) = bytes.split_at_checked(2)?;
    let prefix = [prefix[0].to_ascii_uppercase(), prefix[1].to_ascii_uppercase()];
    if !PREFIXES.contains(&&prefix) || !rest.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let is_digits = rest.iter().all(u8::is_ascii_digit);
    if bytes.len() < 8 && (!is_digits || prefix == *b"R0") {
        return None;
    }
    if !rest.iter().all(u8::is_ascii_alphanumeric) || (prefix == *b"R0" && !is_digits) {
        return None;
    }
    out[..2].copy_from_slice(&prefix);
    out[8 - rest.len()..].copy_from_slice(rest);
    out.make_ascii_uppercase();
    Some(CompanyNumber(out))
}

/// What follows one leading label.
fn without_label(text: &str) -> &str {
    let separators = |c: char| matches!(c, ' ' | '.' | ':' | '-');
    let noun = NOUNS.iter().find_map(|noun| text.strip_prefix(noun));
    let rest = noun.unwrap_or(text).trim_start_matches(separators);
    let label = LABELS
        .iter()
        .find_map(|label| rest.strip_prefix(label))
        .or_else(|| rest.strip_prefix("NO").filter(|after| after.starts_with([' ', ':'])));
    label.unwrap_or(rest).trim_start_matches(separators)
}

/// Whether a text of an identification block ("country registered", "place registered") means the
/// UK register. Only whole texts count, so `Companies House Jersey` does not.
#[must_use]
pub fn is_uk_register(text: &str) -> bool {
    const NAMES: [&str; 38] = [
        "british",
        "cardiff",
        "companies house",
        "companies house belfast",
        "companies house cardiff",
        "companies house edinburgh",
        "companies house england",
        "companies house england and wales",
        "companies house london",
        "companies house scotland",
        "companies house uk",
        "companies house united kingdom",
        "companies registry england and wales",
        "england",
        "england and wales",
        "england and wales companies house",
        "england and wales united kingdom",
        "england uk",
        "england united kingdom",
        "england wales",
        "gb",
        "great britain",
        "northern ireland",
        "register of companies",
        "register of companies england and wales",
        "registrar of companies",
        "registrar of companies england and wales",
        "scotland",
        "uk",
        "uk companies house",
        "uk register",
        "uk register of companies",
        "united kingdom",
        "united kingdom companies house",
        "united kingdom england",
        "united kingdom england and wales",
        "united kingdom united kingdom",
        "wales",
    ];
    let mut buffer = [0u8; 48];
    let mut length = 0;
    let mut gap = false;
    for byte in text.bytes() {
        let word: &[u8] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => &[byte],
            b'A'..=b'Z' => &[byte.to_ascii_lowercase()],
            b'&' => b" and ",
            b'.' | b'\'' => continue,
            _ if byte.is_ascii() => b" ",
            _ => return false,
        };
        for &b in word {
            if b == b' ' {
                gap = length > 0;
                continue;
            }
            if gap {
                let Some(slot) = buffer.get_mut(length) else { return false };
                *slot = b' ';
                length += 1;
                gap = false;
            }
            let Some(slot) = buffer.get_mut(length) else { return false };
            *slot = b;
            length += 1;
        }
    }
    let name = std::str::from_utf8(&buffer[..length]).unwrap_or_default();
    NAMES.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings() {
        let cases = [
            ("1234567", "01234567"),
            ("SC 123", "SC000123"),
            ("sc123456", "SC123456"),
            ("R0000001", "R0000001"),
            ("R1234", ""),
            ("OE1", "OE000001"),
            ("12345678", "12345678"),
            ("123456789", ""),
            ("N/A", ""),
            ("NONE", ""),
            ("No. 01234567", "01234567"),
            ("No 01234567", "01234567"),
            ("Company No 1234567", "01234567"),
            ("Company Number: SC123456", "SC123456"),
            ("IP12345R", "IP12345R"),
            ("RS007CUS", "RS007CUS"),
            ("0", ""),
            ("00000000", ""),
            ("HE123456", ""),
            ("FC029833", "FC029833"),
            ("OC30012", "OC030012"),
            ("NI012345", "NI012345"),
            ("CRN: 09876543", "09876543"),
            ("NO000123", "NO000123"),
            ("Reg. No. 1234567", "01234567"),
            ("01234567.", "01234567"),
            ("B123456", ""),
            ("SPECIAL", ""),
            ("UNKNOWN", ""),
            // Beyond the reference's vectors.
            ("", ""),
            ("Registered Number 1234567", "01234567"),
            ("no000123", "NO000123"),
            ("١٢٣", ""),
            ("SCOTLAND", ""),
            ("R00001", ""),
        ];
        for (input, expected) in cases {
            let got = CompanyNumber::parse(input);
            let got = got.as_ref().map_or("", CompanyNumber::as_str);
            assert_eq!(got, expected, "{input}");
        }
    }

    #[test]
    fn own_numbers_may_have_new_prefixes() {
        assert_eq!(CompanyNumber::parse("QQ000001"), None);
        assert_eq!(CompanyNumber::parse_own("qq000001").unwrap().as_str(), "QQ000001");
        assert_eq!(CompanyNumber::parse_own("1234567").unwrap().as_str(), "01234567");
        for bad in ["", "ABCDEFGH", "QQ00000", "QQ00000é"] {
            assert_eq!(CompanyNumber::parse_own(bad), None, "{bad}");
        }
    }

    #[test]
    fn uk_register() {
        for yes in [
            "England & Wales",
            "UNITED KINGDOM (ENGLAND)",
            "United Kingdom, United Kingdom",
            "England/Wales",
            "U.K.",
            "Companies House",
            "British",
        ] {
            assert!(is_uk_register(yes), "{yes}");
        }
        for no in ["", "Jersey", "Companies House Jersey", "British Virgin Islands", "Gibraltar UK"]
        {
            assert!(!is_uk_register(no), "{no}");
        }
    }

    proptest! {
        #[test]
        fn idempotent_and_total(text in "\\PC{0,40}") {
            let _ = is_uk_register(&text);
            if let Some(number) = CompanyNumber::parse(&text) {
                prop_assert_eq!(number.as_str().len(), 8);
                prop_assert_eq!(CompanyNumber::parse(number.as_str()), Some(number));
            }
        }

        #[test]
        fn spelling_does_not_matter(
            label in prop::sample::select(vec!["", "No. ", "Company Number: ", "CRN ", "reg no "]),
            prefix in prop::sample::select(vec!["", "SC", "oe", "LP"]),
            n in 1u32..1_000_000,
            gap in prop::sample::select(vec!["", " ", ".", "-"]),
        ) {
            let expected = if prefix.is_empty() {
                format!("{n:08}")
            } else {
                format!("{}{n:06}", prefix.to_uppercase())
            };
            let got = CompanyNumber::parse(&format!("{label}{prefix}{gap}{n}."));
            prop_assert_eq!(got.map(|n| n.to_string()), Some(expected));
        }
    }
}
