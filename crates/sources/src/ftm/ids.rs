//! Ids of other publishers in our id space, where their prefix is known.

use std::borrow::Cow;

use cuibono_normalise::CompanyNumber;

/// Longest id.
const ID_BYTES_MAX: usize = 255;

/// Whether a text can be an entity id: 1 to 255 letters, digits, `_`, `.` and `-`.
pub(super) fn is_valid(id: &str) -> bool {
    (1..=ID_BYTES_MAX).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'))
}

/// The id under which we keep an entity. Ids that look like a company of ours and are not are moved
/// aside with the prefix `ftm-`; unknown ones stay.
pub(super) fn ours(id: &str) -> Cow<'_, str> {
    if let Some(number) = id.strip_prefix("ofac-") {
        if is_number(number) {
            return Cow::Owned(format!("us-ofac-{number}"));
        }
    } else if let Some(number) = id.strip_prefix("gb-hmt-") {
        if is_number(number) {
            return Cow::Owned(format!("gb-ofsi-{number}"));
        }
    } else if let Some(unique_id) = id.strip_prefix("gb-fcdo-") {
        if is_unique_id(unique_id) {
            return Cow::Owned(format!("gb-sl-{}", unique_id.to_ascii_uppercase()));
        }
    } else if let Some(number) = id.strip_prefix("gb-coh-") {
        let upper = number.to_ascii_uppercase();
        let parsed = CompanyNumber::parse(&upper).filter(|parsed| parsed.as_str() == upper);
        return match parsed {
            Some(_) if upper == number => Cow::Borrowed(id),
            Some(_) => Cow::Owned(format!("gb-coh-{upper}")),
            None => Cow::Owned(cuibono_model::fragment::cut(&format!("ftm-{id}"), 255).to_owned()),
        };
    }
    Cow::Borrowed(id)
}

fn is_number(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// `rus2051`: three letters or more and at least three digits.
fn is_unique_id(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = text.len() - digits.len();
    (2..=5).contains(&letters) && (3..=6).contains(&digits.len()) && is_number(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_prefixes() {
        const CASES: &[(&str, &str)] = &[
            ("ofac-123", "us-ofac-123"),
            ("ofac-1a2b", "ofac-1a2b"),
            ("ofac-", "ofac-"),
            ("gb-hmt-15734", "gb-ofsi-15734"),
            ("gb-fcdo-rus2051", "gb-sl-RUS2051"),
            (
                "gb-fcdo-217caa5aa607244044b49706d04d8d6c5ec992bd",
                "gb-fcdo-217caa5aa607244044b49706d04d8d6c5ec992bd",
            ),
            ("gb-coh-99000001", "gb-coh-99000001"),
            ("gb-coh-sc990001", "gb-coh-SC990001"),
            ("gb-coh-1th3example", "ftm-gb-coh-1th3example"),
            ("lei-5493001KJTIIGC8Y1R12", "lei-5493001KJTIIGC8Y1R12"),
            ("NK-abc", "NK-abc"),
            ("unsc-110000", "unsc-110000"),
        ];
        for &(id, want) in CASES {
            assert_eq!(ours(id), want, "{id}");
        }
        assert!(is_valid("NK-a.b_c"));
        for bad in ["", "a b", "ä", "a/b", &"x".repeat(256)] {
            assert!(!is_valid(bad), "{bad}");
        }
    }
}
