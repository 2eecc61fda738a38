//! HM Land Registry title numbers in one spelling.

/// Upper case without spaces, and whether the result has the shape of a title number: up to three
/// letters, one to six digits, and on a few old titles one more letter. `None` when nothing is left.
///
/// The shape is a hint only: a title of another shape is still the title of its record.
#[must_use]
pub fn normalise(text: &str) -> Option<(String, bool)> {
    let number: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .take(32)
        .collect();
    if number.is_empty() {
        return None;
    }
    let letters = number.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &number[letters..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let suffix = &rest[digits..];
    let is_usual = letters <= 3 && (1..=6).contains(&digits) && suffix.len() <= 1;
    Some((number, is_usual))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings() {
        let cases = [
            ("SGL12345", Some(("SGL12345", true))),
            (" tt 77 ", Some(("TT77", true))),
            ("12345", Some(("12345", true))),
            ("LN1234Z", Some(("LN1234Z", true))),
            ("ABCD1", Some(("ABCD1", false))),
            ("NGL1234567", Some(("NGL1234567", false))),
            ("NGL", Some(("NGL", false))),
            ("—", None),
            ("", None),
        ];
        for (input, expected) in cases {
            let got = normalise(input);
            let got = got.as_ref().map(|(number, is_usual)| (number.as_str(), *is_usual));
            assert_eq!(got, expected, "{input}");
        }
    }

    proptest! {
        #[test]
        fn idempotent_and_total(text in "\\PC{0,60}") {
            if let Some((number, is_usual)) = normalise(&text) {
                prop_assert_eq!(normalise(&number), Some((number.clone(), is_usual)));
            }
        }
    }
}
