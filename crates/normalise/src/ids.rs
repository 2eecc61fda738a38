//! Entity ids, built from few raw values so that they stay the same from build to build. Nothing
//! personal ever stands in one.

/// 64-bit FNV-1a over the parts with a separator: stable for ever, used only to name entities that
/// have no number of their own.
#[must_use]
pub fn digest(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for part in parts {
        for byte in part.bytes().chain([0x1f]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    // A final mix, since FNV's high bits are weak on short input.
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ hash >> 32
}

/// The id of a UK company, overseas entity or other body by its Companies House number, already
/// normalised.
#[must_use]
pub fn company(number: &str) -> String {
    format!("gb-coh-{number}")
}

/// The id of a title by its number, already normalised.
#[must_use]
pub fn title(number: &str) -> String {
    format!("gb-hmlr-{number}")
}

/// The id of an organisation that no register numbers for us: a digest of its normalised name
/// ([`cuibono_text::org_key`]), its country (or nothing) and its foreign number (or nothing). Every
/// source that names such a body must use this, so that they meet.
#[must_use]
pub fn unnumbered_org(name: &str, country: &str, foreign_number: &str) -> String {
    let number: String = foreign_number
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_uppercase();
    let country = if country.is_empty() { "zz" } else { country };
    let digest = digest(&[&cuibono_text::org_key(name), country, number.trim_start_matches('0')]);
    format!("org-{country}-{digest:016x}")
}

/// The value of the name-and-country identity key.
#[must_use]
pub fn name_country_key(name: &str, country: &str) -> String {
    format!("{}|{country}", cuibono_text::org_key(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_body_one_id() {
        let a = unnumbered_org("Example Holdings Limited", "vg", "0199-9999");
        let b = unnumbered_org("EXAMPLE HOLDINGS LTD.", "vg", "1999999");
        assert_eq!(a, b);
        assert_ne!(a, unnumbered_org("EXAMPLE HOLDINGS LTD", "je", "1999999"));
        assert_eq!(digest(&["a"]), digest(&["a"]));
        assert_ne!(digest(&["a", "b"]), digest(&["ab", ""]));
    }
}
