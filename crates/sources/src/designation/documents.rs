//! Identity documents and registration numbers that lists write as prose.

use cuibono_model::{IssueKind, prop};
use cuibono_normalise::{country, identifiers};

use super::{Document, Draft, is_blank, numbered};

/// The documents of a cell such as `(1) AB123 (Afghan), issued 4 June 1985 (2) CD456`. An item without
/// a number stays as a remark.
pub(crate) fn documents_of(
    holder: &mut Draft,
    is_passport: bool,
    kind: &str,
    cell: &str,
    note: &str,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for item in numbered(cell) {
        if is_blank(item) {
            continue;
        }
        let Some(number) = number_in(item) else {
            holder.add(prop::X_REMARKS, &format!("{kind}: {item}"));
            continue;
        };
        let rest = if item == number { note } else { item };
        let country = country_in(rest).unwrap_or_default();
        let facts =
            Document { is_passport, number, kind, country, note: rest, ..Document::default() };
        drafts.push(facts.draft(holder));
    }
    drafts
}

/// The first word with at least four digits.
fn number_in(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':' | ';'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|word| word.chars().filter(char::is_ascii_digit).count() >= 4 && word.len() <= 40)
}

/// The country an item names: in its first brackets, or in one or two words anywhere before "issued".
fn country_in(text: &str) -> Option<&str> {
    let before = text.find("ssued").map_or(text, |at| {
        let cut = text[..at].trim_end_matches(['i', 'I']);
        if cut.is_empty() { text } else { cut }
    });
    let in_brackets = before.split(['(', ')', ',', ';']).skip(1).map(str::trim);
    let mut named = in_brackets.filter(|part| !country::of_nationality(part).is_empty());
    if let Some(part) = named.next() {
        return Some(part);
    }
    let words: Vec<(usize, &str)> = word_places(before);
    for length in [2, 1] {
        for window in words.windows(length) {
            let (first, last) = (window[0], window[length - 1]);
            let span = &before[first.0..last.0 + last.1.len()];
            let is_long = span.len() > 3 && span.starts_with(char::is_uppercase);
            if is_long && !country::of_nationality(span).is_empty() {
                return Some(span);
            }
        }
    }
    None
}

fn word_places(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// Claims the registration numbers of a cell: labelled ones (`INN: …`, `OGRN: …`) under their own
/// property when their check digits hold, everything else as it stands.
pub(crate) fn add_registrations(draft: &mut Draft, field: &'static str, cell: &str) {
    for item in numbered(cell) {
        if is_blank(item) {
            continue;
        }
        let mut label = "";
        let mut is_labelled = false;
        for word in
            item.split(|c: char| c.is_whitespace() || matches!(c, ':' | ';' | ',' | '(' | ')'))
        {
            if let Some(found) = label_of(word) {
                label = found;
                continue;
            }
            let is_value = word.len() >= 5 && word.bytes().any(|b| b.is_ascii_digit());
            if is_value && !label.is_empty() {
                add_registration(draft, field, label, word);
                is_labelled = true;
                label = "";
            }
        }
        if !is_labelled {
            draft.add(prop::REGISTRATION_NUMBER, item);
        }
    }
}

fn label_of(word: &str) -> Option<&'static str> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_ascii_uppercase();
    Some(match word.as_str() {
        "INN" | "ИНН" => "INN",
        "TIN" => "TIN",
        "OGRN" => "OGRN",
        "KPP" => "KPP",
        "OKPO" => "OKPO",
        "LEI" => "LEI",
        "BIC" | "SWIFT" | "BIC/SWIFT" | "SWIFT/BIC" => "BIC",
        _ => return None,
    })
}

fn add_registration(draft: &mut Draft, field: &'static str, label: &str, value: &str) {
    let value = value.trim_end_matches(['.', ']']);
    match label {
        "INN" | "TIN" if identifiers::is_inn(value) => draft.add(prop::INN_CODE, value),
        "INN" => {
            draft.issue(IssueKind::BadIdentifier, field, value);
            draft.add(prop::TAX_NUMBER, value);
        }
        "TIN" => draft.add(prop::TAX_NUMBER, value),
        "OGRN" if identifiers::is_ogrn(value) || identifiers::is_ogrnip(value) => {
            draft.add(prop::OGRN_CODE, value);
        }
        "OGRN" => {
            draft.issue(IssueKind::BadIdentifier, field, value);
            draft.add(prop::REGISTRATION_NUMBER, value);
        }
        "KPP" => draft.add(prop::KPP_CODE, value),
        "OKPO" => draft.add(prop::OKPO_CODE, value),
        "LEI" => draft.add_lei(field, value),
        "BIC" => draft.add(prop::SWIFT_BIC, value),
        _ => draft.add(prop::REGISTRATION_NUMBER, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_and_countries() {
        const CASES: &[(&str, Option<&str>, Option<&str>)] = &[
            ("A123456 (Tunisian). Issued on 1 June 1996", Some("A123456"), Some("Tunisian")),
            ("Passport No: 592000 (Qatari passport)", Some("592000"), None),
            ("Pakistani passport no. AA3820000", Some("AA3820000"), Some("Pakistani")),
            ("Saudi Arabian NI No 4-6030-0000-1", Some("4-6030-0000-1"), Some("Saudi Arabian")),
            ("Uganda Passport.", None, Some("Uganda")),
            ("issued", None, None),
        ];
        for &(text, number, country) in CASES {
            assert_eq!(number_in(text), number, "{text}");
            if country.is_some() {
                assert_eq!(country_in(text), country, "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in ".{0,60}") {
            let _ = number_in(&text);
            let _ = country_in(&text);
            let mut draft = Draft::new("x", cuibono_model::schemata::COMPANY);
            add_registrations(&mut draft, "f", &text);
            let _ = documents_of(&mut draft, true, "Passport", &text, "");
        }
    }
}
