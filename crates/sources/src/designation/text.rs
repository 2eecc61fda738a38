//! Cells of lists as text: blanks, numbered lists, HTML entities, references, legal forms, languages.

use std::borrow::Cow;

use cuibono_model::{Schema, schemata};
use cuibono_normalise::blank;

/// Whether a cell says that there is nothing to say. Never for names.
pub(crate) fn is_blank(text: &str) -> bool {
    matches!(text.trim(), "to" | "and" | "undetermined" | "None Identified")
        || blank::is_blank(text)
}

/// The items of a cell that may be a numbered list: `(1) A (2) B`, `1) A 2) B`, `a) A b) B`,
/// `(1)-(3) A (4) B`. A cell that does not begin with 1 or a is one item.
pub(crate) fn numbered(cell: &str) -> Vec<&str> {
    let cell = cell.trim();
    let Some((end, first)) = marker(cell, 0) else { return vec![cell] };
    if first.number != 1 {
        return vec![cell];
    }
    let mut items = Vec::new();
    let (mut from, mut last, mut at) = (end, first.number, end);
    while at < cell.len() {
        let begins = at == 0 || !cell.as_bytes()[at - 1].is_ascii_alphanumeric();
        if begins
            && cell.is_char_boundary(at)
            && let Some((end, next)) = marker(cell, at)
            && next.is_letter == first.is_letter
            && next.number > last
            && next.number <= last + 12
        {
            items.push(&cell[from..at]);
            (from, last, at) = (end, next.number, end);
        } else {
            at += 1;
        }
    }
    items.push(&cell[from..]);
    for item in &mut items {
        *item = item.trim().trim_end_matches([',', ';']).trim();
    }
    items.retain(|item| !item.is_empty() && *item != "-" && *item != "to");
    items
}

struct Marker {
    number: u32,
    is_letter: bool,
}

/// A list marker at a byte, and where it ends.
fn marker(text: &str, at: usize) -> Option<(usize, Marker)> {
    let bytes = text.as_bytes();
    let start = at + usize::from(bytes.get(at) == Some(&b'('));
    let length = bytes[start.min(bytes.len())..]
        .iter()
        .take(3)
        .position(|b| *b == b')')
        .filter(|length| *length > 0)?;
    let label = text.get(start..start + length)?;
    let end = start + length + 1;
    if let Ok(number) = label.parse::<u32>() {
        return Some((end, Marker { number, is_letter: false }));
    }
    let letter = bytes[start].to_ascii_lowercase();
    let is_letter = length == 1 && letter.is_ascii_lowercase();
    is_letter.then(|| (end, Marker { number: u32::from(letter - b'a') + 1, is_letter: true }))
}

/// The non-blank parts joined.
pub(crate) fn join(parts: &[&str], separator: &str) -> String {
    let mut out = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str(separator);
        }
        out.push_str(part);
    }
    out
}

/// Resolves the HTML entities that lists carry in plain text: `&amp;`, `&#39;`, `&#x27;` and the like.
/// What is no entity is left as it is.
pub(crate) fn unescape_html(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|b| b == b';');
        let found = end.and_then(|end| Some((html_character(rest.get(1..end)?)?, end)));
        match found {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn html_character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "ndash" => '–',
        "mdash" => '—',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    })
}

/// The first run of exactly `count` digits in a text.
pub(crate) fn digits_of(text: &str, count: usize) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == count).map(str::to_owned)
}

/// A United Nations list reference in its present form: `QDi.151`. The forms in use until 2014
/// (`QI.A.151.03`, `TE.H.10.12`) carry the same running number, which the present form kept.
pub(crate) fn un_reference(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['.', ',', ';', ')']);
    let mut parts: Vec<&str> = text.split('.').map(str::trim).collect();
    // A sentence that follows without a blank: `KPe.035.Subordinated`.
    if parts.len() > 2 && parts.last().is_some_and(|last| last.chars().any(char::is_lowercase)) {
        parts.pop();
    }
    let (head, number) = match parts[..] {
        [head, number] if head.len() == 3 && head.is_ascii() => {
            (format!("{}{}", &head[..2], head[2..].to_ascii_lowercase()), number)
        }
        // `Q.I.A.291.11` is one of `QI.A.291.11`'s spellings.
        [q, i, letter, number, year] if q.len() == 1 && i.len() == 1 => {
            (old_head(&format!("{q}{i}"), letter, year)?.to_owned(), number)
        }
        [head, letter, number, year] => (old_head(head, letter, year)?.to_owned(), number),
        _ => return None,
    };
    let is_head = head.len() == 3
        && head[..2].bytes().all(|b| b.is_ascii_uppercase())
        && matches!(&head[2..], "i" | "e");
    let number: u16 = number.parse().ok().filter(|n| (1..=9999).contains(n))?;
    is_head.then(|| format!("{head}.{number:03}"))
}

fn old_head(head: &str, letter: &str, year: &str) -> Option<&'static str> {
    let is_shape = letter.len() == 1
        && letter.bytes().all(|b| b.is_ascii_uppercase())
        && year.len() == 2
        && year.bytes().all(|b| b.is_ascii_digit());
    if !is_shape {
        return None;
    }
    match head {
        "QI" => Some("QDi"),
        "QE" => Some("QDe"),
        "TI" => Some("TAi"),
        "TE" => Some("TAe"),
        _ => None,
    }
}

/// Whether a reference names the kind of party that a schema is: `i` for individuals, `e` for others.
pub(crate) fn reference_fits(reference: &str, schema: Schema) -> bool {
    let is_individual = reference.as_bytes().get(2) == Some(&b'i');
    is_individual == (schema == schemata::PERSON)
}

/// Company for a name that carries a company's legal form, organisation otherwise.
pub(crate) fn organisation_schema(name: &str) -> Schema {
    if has_company_form(name) { schemata::COMPANY } else { schemata::ORGANIZATION }
}

/// Whether a name carries the legal form of a company. The list is of whole words, so that it errs
/// towards "organisation".
pub(crate) fn has_company_form(name: &str) -> bool {
    const ANYWHERE: [&str; 38] = [
        "ltd",
        "limited",
        "llc",
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "gmbh",
        "plc",
        "jsc",
        "ojsc",
        "cjsc",
        "pjsc",
        "ooo",
        "oao",
        "zao",
        "pao",
        "llp",
        "sarl",
        "srl",
        "fze",
        "fzco",
        "fzc",
        "fzllc",
        "dmcc",
        "bhd",
        "doo",
        "kft",
        "eood",
        "ead",
        "ood",
        "pte",
        "pty",
        "pvt",
        "tov",
        "gesmbh",
        "ltda",
        "cia",
    ];
    const AT_END: [&str; 18] = [
        "co", "company", "sa", "ag", "kg", "bv", "nv", "spa", "sas", "sl", "oy", "oyj", "ab",
        "aps", "as", "ad", "se", "cv",
    ];
    const PHRASES: [&str; 6] = [
        "joint stock company",
        "limited liability company",
        "s de rl",
        "sa de cv",
        "s a de c v",
        "free zone establishment",
    ];
    let key = cuibono_text::fold(&name.replace('.', ""));
    let mut words = key.split(' ').filter(|word| !word.is_empty());
    let last = words.clone().next_back().unwrap_or_default();
    let is_more_than_one = words.clone().count() > 1;
    is_more_than_one
        && (words.any(|word| ANYWHERE.contains(&word))
            || AT_END.contains(&last)
            || PHRASES.iter().any(|phrase| key.contains(phrase)))
}

/// FollowTheMoney's gender of a list's text.
pub(crate) fn gender(text: &str) -> Option<&'static str> {
    match text.trim().trim_end_matches('.').to_ascii_lowercase().as_str() {
        "male" | "m" => Some("male"),
        "female" | "f" => Some("female"),
        _ => None,
    }
}

/// The ISO 639-3 code of a language by its English name; `None` for one that is not in the table.
pub(crate) fn language_code(name: &str) -> Option<&'static str> {
    const LANGUAGES: [(&str, &str); 36] = [
        ("arabic", "ara"),
        ("armenian", "hye"),
        ("azerbaijani", "aze"),
        ("belarusian", "bel"),
        ("bengali", "ben"),
        ("bosnian", "bos"),
        ("bulgarian", "bul"),
        ("burmese", "mya"),
        ("chinese", "zho"),
        ("dari", "prs"),
        ("english", "eng"),
        ("farsi", "fas"),
        ("french", "fra"),
        ("georgian", "kat"),
        ("greek", "ell"),
        ("hebrew", "heb"),
        ("japanese", "jpn"),
        ("kazakh", "kaz"),
        ("khmer", "khm"),
        ("korean", "kor"),
        ("kurdish", "kur"),
        ("kyrgyz", "kir"),
        ("macedonian", "mkd"),
        ("mandarin", "zho"),
        ("pashto", "pus"),
        ("persian", "fas"),
        ("russian", "rus"),
        ("serbian", "srp"),
        ("somali", "som"),
        ("spanish", "spa"),
        ("tajik", "tgk"),
        ("thai", "tha"),
        ("tigrinya", "tir"),
        ("turkish", "tur"),
        ("ukrainian", "ukr"),
        ("urdu", "urd"),
    ];
    let first = name.split([' ', '/', '(', ',']).next().unwrap_or_default();
    LANGUAGES.iter().find(|(name, _)| first.eq_ignore_ascii_case(name)).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbered_cells() {
        const CASES: &[(&str, &[&str])] = &[
            ("", &[]),
            ("Plain text", &["Plain text"]),
            ("(1) Afghan (2) Pakistani", &["Afghan", "Pakistani"]),
            ("1) Afghan 2) Pakistani", &["Afghan", "Pakistani"]),
            ("a) General b)Major General", &["General", "Major General"]),
            ("(1)-(2) Tunisia (3) Libya", &["Tunisia", "Libya"]),
            ("(1) to (6) Algeria (7) Morocco", &["Algeria", "Morocco"]),
            ("(1) A 12 (2) B (b)", &["A 12", "B (b)"]),
            ("(2) stray", &["(2) stray"]),
            ("AB123 (1) x", &["AB123 (1) x"]),
            ("Ünï (1)", &["Ünï (1)"]),
        ];
        for &(cell, want) in CASES {
            let mut got = numbered(cell);
            got.retain(|item| !item.is_empty());
            assert_eq!(got, want, "{cell}");
        }
    }

    #[test]
    fn references() {
        const CASES: &[(&str, Option<&str>)] = &[
            ("QDi.151", Some("QDi.151")),
            ("QI.A.151.03.", Some("QDi.151")),
            ("QE.A.5.01", Some("QDe.005")),
            ("Q.I.A.291.11", Some("QDi.291")),
            ("TE.H.10.12", Some("TAe.010")),
            ("KPe.010", Some("KPe.010")),
            ("YEi.004.", Some("YEi.004")),
            ("QDI.282", Some("QDi.282")),
            ("KPe.035.Subordinated", Some("KPe.035")),
            ("TI.A.128.01.Financial", Some("TAi.128")),
            ("QD1.410", None),
            ("E.29.I.22", None),
            ("QX.A.1.01", None),
            ("1267", None),
            ("abc.001", None),
            ("", None),
        ];
        for &(text, want) in CASES {
            assert_eq!(un_reference(text).as_deref(), want, "{text}");
        }
        assert!(reference_fits("QDi.001", schemata::PERSON));
        assert!(!reference_fits("QDe.004", schemata::PERSON));
        assert!(reference_fits("QDe.004", schemata::COMPANY));
    }

    #[test]
    fn html_and_forms() {
        assert_eq!(unescape_html("A &amp; B&#39;s &x; & C&#x27;"), "A & B's &x; & C'");
        assert!(has_company_form("EXAMPLE SHIPPING CO., LTD."));
        assert!(has_company_form("OOO Primer"));
        assert!(has_company_form("Ejemplo S.A. de C.V."));
        assert!(!has_company_form("EXAMPLE FRONT FOR PEACE"));
        assert!(!has_company_form("Company"));
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in ".{0,60}") {
            let _ = numbered(&text);
            let _ = unescape_html(&text);
            let _ = un_reference(&text);
            let _ = has_company_form(&text);
        }

        #[test]
        fn items_are_parts_of_the_cell(text in "[(]1[)][a-z0-9() ]{0,40}") {
            for item in numbered(&text) {
                prop_assert!(text.contains(item));
            }
        }
    }
}
