//! References of a party to its own designation on other lists.

use std::collections::{HashMap, HashSet};

use cuibono_model::{IssueKind, KeyScheme, schemata};
use cuibono_read::Row;

use super::mapping::col;
use crate::designation::{Draft, reference_fits, un_reference};

/// Which UN references the list gives to which parties.
#[derive(Default)]
pub(super) struct References {
    /// Reference to the first group that carries it.
    first: HashMap<String, String>,
    /// References that several groups carry.
    shared: HashSet<String>,
}

impl References {
    /// Takes note of a row whose reference is of its own kind of party.
    pub(super) fn add(&mut self, row: &Row<'_>) {
        let notes = row.get(col::OTHER_INFORMATION);
        let Some(reference) = behind(&notes, "UN Ref").and_then(un_reference) else { return };
        let is_person = row.get(col::GROUP_TYPE) == "Individual";
        let kind = if is_person { schemata::PERSON } else { schemata::LEGAL_ENTITY };
        if !reference_fits(&reference, kind) {
            return;
        }
        let group = row.get(col::GROUP_ID);
        match self.first.get(&reference) {
            Some(first) if *first != group => {
                self.shared.insert(reference);
            }
            Some(_) => {}
            None => {
                self.first.insert(reference, group.into_owned());
            }
        }
    }

    /// Joins the party with the designations that its own record names: the references behind "UN
    /// Ref" and "UK Sanctions List Ref", never one that stands elsewhere in the prose. Returns the
    /// UN reference when it joins.
    pub(super) fn join(&self, party: &mut Draft, notes: &str) -> Option<String> {
        if let Some(text) = behind(notes, "UK Sanctions List Ref") {
            let is_shape = text.len() >= 6 && text.bytes().all(|b| b.is_ascii_alphanumeric());
            if is_shape {
                party.key(KeyScheme::Id, &format!("gb-sl-{text}"));
            } else if !text.is_empty() {
                party.issue(IssueKind::BadIdentifier, "UK Sanctions List Ref", text);
            }
        }
        let text = behind(notes, "UN Ref")?;
        let Some(reference) = un_reference(text) else {
            // Annexes of the former Iran resolutions numbered their entries `E.29.I.22`; today's
            // list does not use these, so they name nothing that could be joined.
            let is_annex = ["E.", "I."].iter().any(|annex| text.starts_with(annex));
            if !text.is_empty() && !is_annex {
                party.issue(IssueKind::BadIdentifier, "UN Ref", text);
            }
            return None;
        };
        if self.shared.contains(&reference) || !reference_fits(&reference, party.schema()) {
            party.issue(IssueKind::AmbiguousIdentity, "UN Ref", text);
            return None;
        }
        party.key(KeyScheme::Id, &format!("un-sc-{reference}"));
        Some(reference)
    }
}

/// The first word behind a label, with the label's own decoration (`: . ) No erence Number`) skipped.
fn behind<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let at = find_ignoring_case(text, label)?;
    let mut rest = &text[at + label.len()..];
    for word in ["erence", " number", " no"] {
        if rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) {
            rest = &rest[word.len()..];
        }
    }
    rest = rest.trim_start_matches([' ', '.', ':', ')']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches('.'))
}

fn find_ignoring_case(text: &str, label: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.windows(label.len()).enumerate().find_map(|(at, window)| {
        let is_word = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        (is_word && window.eq_ignore_ascii_case(label.as_bytes())).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_every_spelling() {
        const CASES: &[(&str, Option<&str>)] = &[
            ("UN Ref QDe.004. Emir", Some("QDe.004")),
            ("UN REF:QE.A.146.14. Also", Some("QE.A.146.14")),
            ("Listed. UN Ref.SSi.006. Appointed", Some("SSi.006")),
            ("on 1.1.2020) UN REF No.YEi.004.", Some("YEi.004")),
            ("(UN Ref):TAi.001. (Gender):Male", Some("TAi.001")),
            ("UN Reference Number: QDi.001", Some("QDi.001")),
            ("as above (QE.A.4.01)", None),
            ("GUN REFINERY", None),
        ];
        for &(text, want) in CASES {
            assert_eq!(behind(text, "UN Ref"), want, "{text}");
        }
    }
}
