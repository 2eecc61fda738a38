//! Check digits of identifiers. An identifier that fails its check is kept as text but never joins
//! records.

/// Letters and digits in upper case, everything else removed: the form the checks take.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// The digits of a text of exactly `N` ASCII digits.
fn digits<const N: usize>(text: &str) -> Option<[u32; N]> {
    let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_digit).then(|| bytes.map(|b| u32::from(b - b'0')))
}

/// The sum of digit times weight over the shorter of the two.
fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(d, w)| d * w).sum()
}

/// ISO 7064 MOD 97-10 over letters (A = 10 … Z = 35) and digits; `None` for other characters.
fn mod_97(text: &str) -> Option<u32> {
    text.bytes().try_fold(0, |rest: u32, byte| match byte {
        b'0'..=b'9' => Some((rest * 10 + u32::from(byte - b'0')) % 97),
        b'A'..=b'Z' => Some((rest * 100 + u32::from(byte - b'A') + 10) % 97),
        _ => None,
    })
}

/// A Legal Entity Identifier (ISO 17442): 18 letters and digits and two check digits.
#[must_use]
pub fn is_lei(text: &str) -> bool {
    text.len() == 20
        && text.as_bytes()[18..].iter().all(u8::is_ascii_digit)
        && mod_97(text) == Some(1)
}

/// An IMO ship number, without the letters `IMO`.
#[must_use]
pub fn is_imo_ship(text: &str) -> bool {
    digits::<7>(text)
        .is_some_and(|d| d != [0; 7] && weighted(&d[..6], &[7, 6, 5, 4, 3, 2]) % 10 == d[6])
}

/// An IMO company or registered-owner number.
#[must_use]
pub fn is_imo_company(text: &str) -> bool {
    digits::<7>(text).is_some_and(|d| {
        d != [0; 7] && (11 - weighted(&d[..6], &[8, 6, 4, 2, 9, 7]) % 11) % 10 == d[6]
    })
}

/// An International Securities Identification Number (ISO 6166).
#[must_use]
pub fn is_isin(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() == 12
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        && bytes[11].is_ascii_digit();
    if !is_shaped {
        return false;
    }
    // Luhn over the digits, letters written as two of them, from the right.
    let (mut sum, mut place) = (0u32, 0u32);
    let mut add = |digit: u32| {
        let value = if place % 2 == 1 { digit * 2 } else { digit };
        sum += value / 10 + value % 10;
        place += 1;
    };
    for &byte in bytes.iter().rev() {
        if byte.is_ascii_digit() {
            add(u32::from(byte - b'0'));
        } else {
            let value = u32::from(byte - b'A') + 10;
            add(value % 10);
            add(value / 10);
        }
    }
    sum % 10 == 0
}

/// A Russian taxpayer number of an organisation (10 digits).
#[must_use]
pub fn is_inn_organization(text: &str) -> bool {
    digits::<10>(text).is_some_and(|d| {
        d != [0; 10] && weighted(&d[..9], &[2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == d[9]
    })
}

/// A Russian taxpayer number of a person (12 digits).
#[must_use]
pub fn is_inn_person(text: &str) -> bool {
    digits::<12>(text).is_some_and(|d| {
        d != [0; 12]
            && weighted(&d[..10], &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == d[10]
            && weighted(&d[..11], &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == d[11]
    })
}

/// A Russian taxpayer number of either kind.
#[must_use]
pub fn is_inn(text: &str) -> bool {
    is_inn_organization(text) || is_inn_person(text)
}

/// A Russian primary state registration number (13 digits).
#[must_use]
pub fn is_ogrn(text: &str) -> bool {
    is_remainder::<13>(text, 11)
}

/// The same of a sole trader (15 digits).
#[must_use]
pub fn is_ogrnip(text: &str) -> bool {
    is_remainder::<15>(text, 13)
}

/// Whether the last digit is the number before it modulo `modulus` modulo 10, and the first is not 0.
fn is_remainder<const N: usize>(text: &str, modulus: u64) -> bool {
    digits::<N>(text).is_some_and(|d| {
        let number = d[..N - 1].iter().fold(0u64, |n, &digit| n * 10 + u64::from(digit));
        d[0] != 0 && number % modulus % 10 == u64::from(d[N - 1])
    })
}

/// A code of the Ukrainian register of enterprises and organisations (8 digits).
#[must_use]
pub fn is_edrpou(text: &str) -> bool {
    let Some(d) = digits::<8>(text) else { return false };
    let number = d.iter().fold(0u32, |n, digit| n * 10 + digit);
    let is_middle = (30_000_001..60_000_000).contains(&number);
    let base: [u32; 7] = if is_middle { [7, 1, 2, 3, 4, 5, 6] } else { [1, 2, 3, 4, 5, 6, 7] };
    let mut rest = weighted(&d[..7], &base) % 11;
    if rest == 10 {
        rest = weighted(&d[..7], &base.map(|w| w + 2)) % 11 % 10;
    }
    number != 0 && rest == d[7]
}

/// A UK VAT registration number, with or without `GB`: nine digits, twelve with a branch, or a
/// government department (`GD`) or health authority (`HA`) with three.
#[must_use]
pub fn is_uk_vat(text: &str) -> bool {
    let text = text.strip_prefix("GB").unwrap_or(text);
    if let Some(number) = text.strip_prefix("GD").or_else(|| text.strip_prefix("HA")) {
        return digits::<3>(number).is_some();
    }
    let is_long = text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit());
    let first = if is_long { &text[..9] } else { text };
    let Some(d) = digits::<9>(first) else { return false };
    let rest = weighted(&d, &[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
    let is_new = d[..3] >= [1, 0, 0][..];
    d != [0; 9] && (rest == 0 || (is_new && matches!(rest, 42 | 55)))
}

/// An International Bank Account Number (ISO 13616), without spaces.
#[must_use]
pub fn is_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_shaped = (15..=34).contains(&bytes.len())
        && bytes.is_ascii()
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit);
    is_shaped && mod_97(&format!("{}{}", &text[4..], &text[..4])) == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Check = fn(&str) -> bool;

    /// Published numbers that pass; every other last digit must fail.
    const VALID: [(&str, Check, &[&str]); 9] = [
        ("lei", is_lei, &["5493001KJTIIGC8Y1R12", "213800WAVVOPS85N2205"]),
        ("imo ship", is_imo_ship, &["9074729", "9826902"]),
        ("isin", is_isin, &["GB0002634946", "US0378331005"]),
        ("inn of an organisation", is_inn, &["7707083893"]),
        ("inn of a person", is_inn, &["500100732259"]),
        ("ogrn", is_ogrn, &["1027700132195"]),
        ("edrpou", is_edrpou, &["32855961"]),
        ("vat", is_uk_vat, &["980780684", "GB980780684"]),
        ("iban", is_iban, &["GB82WEST12345698765432"]),
    ];

    #[test]
    fn valid_numbers_pass_and_one_wrong_digit_fails() {
        for (name, check, numbers) in VALID {
            for number in numbers {
                assert!(check(number), "{name} {number}");
                let (front, last) = number.split_at(number.len() - 1);
                for digit in "0123456789".chars().filter(|d| !last.starts_with(*d)) {
                    assert!(!check(&format!("{front}{digit}")), "{name} {front}{digit}");
                }
                assert!(!check(front) && !check(""), "{name}");
            }
        }
    }

    #[test]
    fn shapes() {
        assert!(is_uk_vat("GBGD001") && is_uk_vat("HA599") && is_uk_vat("980780684001"));
        assert!(!is_uk_vat("GD1"));
        assert!(is_ogrnip("304500116000157"));
        assert!(!is_imo_ship("0000000") && !is_edrpou("00000000") && !is_inn("0000000000"));
        assert_eq!(clean(" gb 980-7806.84 "), "GB980780684");
    }

    #[test]
    fn imo_company_has_one_check_digit() {
        for number in [100_000u32, 123_456, 567_890, 999_999] {
            let passing = (0..10).filter(|d| is_imo_company(&format!("{number}{d}"))).count();
            assert_eq!(passing, 1, "{number}");
        }
    }

    proptest! {
        #[test]
        fn total(text in "\\PC{0,40}") {
            for (_, check, _) in VALID {
                let _ = check(&text);
            }
            let _ = (is_imo_company(&text), is_ogrnip(&text));
        }

        #[test]
        fn one_check_digit_each(n in 1u64..1_000_000) {
            let checks: [(Check, String); 4] = [
                (is_imo_ship, format!("{n:06}")),
                (is_ogrn, format!("1{n:011}")),
                (is_edrpou, format!("{:07}", n)),
                (is_inn, format!("{n:09}")),
            ];
            for (check, front) in checks {
                let passing = (0..10).filter(|d| check(&format!("{front}{d}"))).count();
                prop_assert!(passing == 1, "{front} {passing}");
            }
        }
    }
}
