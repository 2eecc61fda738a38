//! Identifiers of parties: their kind, one spelling, and whether the check digits hold. An identifier
//! that fails its check is kept and shown, and never decides anything.

use serde::Serialize;

/// What register or standard an identifier belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// Legal Entity Identifier, ISO 17442.
    Lei,
    /// International Securities Identification Number, ISO 6166.
    Isin,
    /// Ship or company number of the International Maritime Organization.
    Imo,
    /// Maritime Mobile Service Identity.
    Mmsi,
    /// Russian taxpayer number.
    Inn,
    /// Russian state registration number.
    Ogrn,
    /// Ukrainian register code (ЄДРПОУ).
    Edrpou,
    /// Business Identifier Code, ISO 9362.
    Bic,
    /// Number in a companies register.
    Registration,
    /// Tax or VAT number.
    Tax,
    /// Passport or identity card.
    Document,
    /// Address of a crypto wallet.
    Wallet,
    /// Identifier of the same record elsewhere: Wikidata, ICIJ, OpenCorporates.
    Other,
}

/// An identifier in its one spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Identifier {
    /// What it is.
    pub scheme: Scheme,
    /// Capitals and digits only.
    pub value: String,
    /// Its check digits hold; true where the scheme has none but the shape is right.
    pub valid: bool,
}

impl Identifier {
    /// Reads the value of a FollowTheMoney property; `None` for one that is no identifier, or empty.
    /// `country` is the record's ISO code where it has one.
    #[must_use]
    pub fn read(property: &str, value: &str, country: Option<&str>) -> Option<Identifier> {
        let scheme = scheme_of(property)?;
        let keep = |c: char| c.is_ascii_alphanumeric();
        let mut value: String = if scheme == Scheme::Wallet {
            value.trim().to_owned()
        } else {
            value.chars().take(80).filter(|&c| keep(c)).map(|c| c.to_ascii_uppercase()).collect()
        };
        if value.is_empty() {
            return None;
        }
        let mut scheme = scheme;
        let valid = match scheme {
            Scheme::Lei => is_lei(&value),
            Scheme::Isin => is_isin(&value),
            Scheme::Imo => {
                value = value.trim_start_matches("IMO").to_owned();
                is_imo(&value)
            }
            Scheme::Mmsi => value.len() == 9,
            Scheme::Inn => is_inn(&value),
            Scheme::Ogrn => is_ogrn(&value),
            Scheme::Edrpou => is_edrpou(&value),
            Scheme::Bic => value.len() == 8 || value.len() == 11,
            Scheme::Registration | Scheme::Tax => {
                let (found, valid) = register_number(scheme, &mut value, country);
                scheme = found;
                valid
            }
            Scheme::Document | Scheme::Other => value.len() >= 4,
            Scheme::Wallet => value.len() > 10,
        };
        Some(Identifier { scheme, value, valid })
    }

    /// Whether two different values of this scheme cannot belong to one party.
    #[must_use]
    pub fn is_exclusive(scheme: Scheme) -> bool {
        matches!(
            scheme,
            Scheme::Lei | Scheme::Imo | Scheme::Inn | Scheme::Ogrn | Scheme::Edrpou | Scheme::Isin
        )
    }
}

/// A number in a register may be one of the numbers with check digits under a general property name.
fn register_number(scheme: Scheme, value: &mut String, country: Option<&str>) -> (Scheme, bool) {
    match country {
        Some("ru") if value.len() == 13 && is_ogrn(value) => return (Scheme::Ogrn, true),
        Some("ru") if is_inn(value) => return (Scheme::Inn, true),
        Some("ua")
            if (5..=8).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit()) =>
        {
            *value = format!("{value:0>8}");
            return (Scheme::Edrpou, is_edrpou(value));
        }
        Some("gb") if scheme == Scheme::Registration && value.len() < 8 => {
            let letters = value.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (head, tail) = value.split_at(letters);
            *value = format!("{head}{tail:0>width$}", width = 8usize.saturating_sub(letters));
        }
        _ => {}
    }
    if is_lei(value) {
        return (Scheme::Lei, true);
    }
    (scheme, value.len() >= 4)
}

fn scheme_of(property: &str) -> Option<Scheme> {
    Some(match property {
        "leiCode" => Scheme::Lei,
        "isin" | "isinCode" => Scheme::Isin,
        "imoNumber" => Scheme::Imo,
        "mmsi" => Scheme::Mmsi,
        "innCode" => Scheme::Inn,
        "ogrnCode" => Scheme::Ogrn,
        "okpoCode" | "edrpouCode" => Scheme::Edrpou,
        "swiftBic" | "bikCode" | "bic" => Scheme::Bic,
        "registrationNumber" | "jibCode" | "caemCode" | "oksmCode" | "ricCode" | "uscCode"
        | "dunsCode" | "uniqueEntityId" | "npiCode" | "giiNumber" | "cageCode" | "coatoCode" => {
            Scheme::Registration
        }
        "taxNumber" | "vatCode" | "socialSecurityNumber" => Scheme::Tax,
        "passportNumber" | "idNumber" => Scheme::Document,
        "publicKey" => Scheme::Wallet,
        "wikidataId" | "icijId" | "opencorporatesUrl" | "permId" | "bvdId" | "cikCode"
        | "callSign" => Scheme::Other,
        _ => return None,
    })
}

fn digits(value: &str, len: usize) -> Option<Vec<u64>> {
    if value.len() != len || !value.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(value.bytes().map(|b| u64::from(b - b'0')).collect())
}

fn weighted(digits: &[u64], weights: &[u64]) -> u64 {
    digits.iter().zip(weights).map(|(d, w)| d * w).sum()
}

/// ISO 17442: 20 characters, ISO 7064 MOD 97-10.
#[must_use]
pub fn is_lei(value: &str) -> bool {
    if value.len() != 20 || !value.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
        return false;
    }
    let rest = value.bytes().fold(0u32, |rest, b| {
        if b.is_ascii_digit() {
            (rest * 10 + u32::from(b - b'0')) % 97
        } else {
            (rest * 100 + u32::from(b - b'A') + 10) % 97
        }
    });
    rest == 1 && value.as_bytes()[18..].iter().all(u8::is_ascii_digit)
}

/// ISO 6166: two letters, nine characters, a Luhn digit over letters expanded to two digits.
#[must_use]
pub fn is_isin(value: &str) -> bool {
    let bytes = value.as_bytes();
    if bytes.len() != 12
        || !bytes[..2].iter().all(u8::is_ascii_uppercase)
        || !bytes[2..11].iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        || !bytes[11].is_ascii_digit()
    {
        return false;
    }
    let mut expanded = Vec::with_capacity(24);
    for &b in bytes {
        if b.is_ascii_digit() {
            expanded.push(u32::from(b - b'0'));
        } else {
            let n = u32::from(b - b'A') + 10;
            expanded.extend([n / 10, n % 10]);
        }
    }
    let sum: u32 = expanded
        .iter()
        .rev()
        .enumerate()
        .map(|(i, &d)| if i % 2 == 1 { (d * 2) / 10 + (d * 2) % 10 } else { d })
        .sum();
    sum.is_multiple_of(10)
}

/// IMO ship number, or IMO company number, which has other weights.
#[must_use]
pub fn is_imo(value: &str) -> bool {
    let Some(d) = digits(value, 7) else { return false };
    let ship = weighted(&d[..6], &[7, 6, 5, 4, 3, 2]) % 10 == d[6];
    let company = (11 - weighted(&d[..6], &[8, 6, 4, 2, 9, 7]) % 11) % 10 == d[6];
    ship || company
}

/// Russian taxpayer number of an organisation (10 digits) or a person (12).
#[must_use]
pub fn is_inn(value: &str) -> bool {
    if let Some(d) = digits(value, 10) {
        return weighted(&d, &[2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == d[9];
    }
    digits(value, 12).is_some_and(|d| {
        weighted(&d, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == d[10]
            && weighted(&d, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == d[11]
    })
}

/// Russian state registration number of an organisation (13 digits) or an entrepreneur (15).
#[must_use]
pub fn is_ogrn(value: &str) -> bool {
    let check = |len: usize, modulus: u64| {
        digits(value, len).is_some_and(|d| {
            let number = d[..len - 1].iter().fold(0u64, |n, d| n * 10 + d);
            d[0] != 0 && number % modulus % 10 == d[len - 1]
        })
    };
    check(13, 11) || check(15, 13)
}

/// Ukrainian register code: eight digits, two sets of weights by range.
#[must_use]
pub fn is_edrpou(value: &str) -> bool {
    let Some(d) = digits(value, 8) else { return false };
    let number = d.iter().fold(0u64, |n, d| n * 10 + d);
    let weights: [u64; 7] = if number > 30_000_000 && number < 60_000_000 {
        [7, 1, 2, 3, 4, 5, 6]
    } else {
        [1, 2, 3, 4, 5, 6, 7]
    };
    let mut rest = weighted(&d, &weights) % 11;
    if rest == 10 {
        rest = weighted(&d, &weights.map(|w| w + 2)) % 11 % 10;
    }
    rest == d[7]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        for (check, good) in [
            (is_lei as fn(&str) -> bool, &["5493001KJTIIGC8Y1R12", "213800WAVVOPS85N2205"][..]),
            (is_isin, &["GB0002634946", "US0378331005"]),
            (is_imo, &["9074729", "9826902"]),
            (is_inn, &["7707083893", "500100732259"]),
            (is_ogrn, &["1027700132195"]),
            (is_edrpou, &["32855961"]),
        ] {
            for value in good {
                assert!(check(value), "{value}");
                // Any single wrong last digit is noticed.
                let last = value.len() - 1;
                let digit = (value.as_bytes()[last] - b'0' + 1) % 10;
                assert!(!check(&format!("{}{digit}", &value[..last])), "{value} with {digit}");
                assert!(!check(&value[1..]) && !check(""));
            }
        }
    }

    #[test]
    fn one_spelling() {
        for (property, value, country, expected) in [
            (
                "leiCode",
                " 5493001kjtiigc8y1r12 ",
                None,
                Some((Scheme::Lei, "5493001KJTIIGC8Y1R12", true)),
            ),
            ("imoNumber", "IMO 9074729", None, Some((Scheme::Imo, "9074729", true))),
            (
                "registrationNumber",
                "445790",
                Some("gb"),
                Some((Scheme::Registration, "00445790", true)),
            ),
            (
                "registrationNumber",
                "SC12345",
                Some("gb"),
                Some((Scheme::Registration, "SC012345", true)),
            ),
            (
                "registrationNumber",
                "32855961",
                Some("ua"),
                Some((Scheme::Edrpou, "32855961", true)),
            ),
            (
                "registrationNumber",
                "7707083893",
                Some("ru"),
                Some((Scheme::Inn, "7707083893", true)),
            ),
            ("leiCode", "NOT A LEI", None, Some((Scheme::Lei, "NOTALEI", false))),
            ("name", "x", None, None),
            ("taxNumber", "--", None, None),
        ] {
            let read = Identifier::read(property, value, country);
            let got = read.as_ref().map(|i| (i.scheme, i.value.as_str(), i.valid));
            assert_eq!(got, expected, "{property} {value}");
        }
    }
}
