//! One row of the consolidated list to fragments.

use cuibono_model::fragment::cut;
use cuibono_model::{Emitter, IssueKind, KeyScheme, Schema};
use cuibono_model::{prop, schemata};
use cuibono_read::{Chunk, Columns, Row};

use crate::designation::{
    Draft, add_person_parts, documents_of, is_blank, join, language_code, organisation_schema,
    reference_fits, un_reference,
};

const AUTHORITY: &str = "Office of Financial Sanctions Implementation";

/// The columns, in the order of the constants in [`col`].
const COLUMNS: [&str; 36] = [
    "Name 6",
    "Name 1",
    "Name 2",
    "Name 3",
    "Name 4",
    "Name 5",
    "Title",
    "DOB",
    "Town of Birth",
    "Country of Birth",
    "Nationality",
    "Passport Details",
    "NI Number",
    "Position",
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Address 5",
    "Address 6",
    "Post/Zip Code",
    "Country",
    "Other Information",
    "Group Type",
    "Alias Type",
    "Regime",
    "Listed On",
    "Last Updated",
    "Group ID",
    "Name Non-Latin Script",
    "Non-Latin Script Language",
    "Passport Number",
    "National Identification Number",
    "National Identification Details",
    "Alias Quality",
    "UK Sanctions List Date Designated",
];
/// The script's name is left out: the text shows it.
const IGNORED: [&str; 1] = ["Non-Latin Script Type"];

mod col {
    pub(super) const NAME_6: usize = 0;
    pub(super) const NAME_1: usize = 1;
    pub(super) const TITLE: usize = 6;
    pub(super) const DOB: usize = 7;
    pub(super) const TOWN_OF_BIRTH: usize = 8;
    pub(super) const COUNTRY_OF_BIRTH: usize = 9;
    pub(super) const NATIONALITY: usize = 10;
    pub(super) const PASSPORT_DETAILS: usize = 11;
    pub(super) const NI_NUMBER: usize = 12;
    pub(super) const POSITION: usize = 13;
    pub(super) const ADDRESS_1: usize = 14;
    pub(super) const POSTCODE: usize = 20;
    pub(super) const COUNTRY: usize = 21;
    pub(super) const OTHER_INFORMATION: usize = 22;
    pub(super) const GROUP_TYPE: usize = 23;
    pub(super) const ALIAS_TYPE: usize = 24;
    pub(super) const REGIME: usize = 25;
    pub(super) const LISTED_ON: usize = 26;
    pub(super) const LAST_UPDATED: usize = 27;
    pub(super) const GROUP_ID: usize = 28;
    pub(super) const NON_LATIN: usize = 29;
    pub(super) const NON_LATIN_LANGUAGE: usize = 30;
    pub(super) const PASSPORT_NUMBER: usize = 31;
    pub(super) const NATIONAL_NUMBER: usize = 32;
    pub(super) const NATIONAL_DETAILS: usize = 33;
    pub(super) const ALIAS_QUALITY: usize = 34;
    pub(super) const DATE_DESIGNATED: usize = 35;
}

/// Columns that only one of the two layouts has.
const OPTIONAL: [&str; 8] = [
    "NI Number",
    "Name Non-Latin Script",
    "Non-Latin Script Language",
    "Passport Number",
    "National Identification Number",
    "National Identification Details",
    "Alias Quality",
    "UK Sanctions List Date Designated",
];

pub(super) fn columns(header: &[u8]) -> Columns {
    Columns::find(header, &COLUMNS, &IGNORED)
}

pub(super) fn is_header(columns: &Columns) -> bool {
    columns.missing.iter().all(|name| OPTIONAL.contains(name))
}

/// Raises what the header has too much, once a file.
pub(super) fn report_columns(columns: &Columns, chunk: &Chunk, out: &mut Emitter) {
    if chunk.first_record == 1 {
        for name in &columns.unmapped {
            out.file_issue(IssueKind::UnmappedColumn, name, "");
        }
    }
}

pub(super) fn map(row: &Row<'_>, out: &mut Emitter) {
    out.record(row.record, row.byte);
    if row.is_ragged() {
        out.issue(IssueKind::RaggedRow, "", &row.width().to_string());
    }
    let group = row.get(col::GROUP_ID);
    if group.is_empty() || !group.bytes().all(|b| b.is_ascii_digit()) {
        out.issue(IssueKind::BadRecord, "Group ID", &group);
        return;
    }
    let names: Vec<_> = (col::NAME_1..col::NAME_1 + 5).map(|at| row.get(at)).collect();
    let given: Vec<&str> = names.iter().map(|name| name.as_ref()).collect();
    let family = row.get(col::NAME_6);
    let name = join(&[&join(&given, " "), &family], " ");
    let notes = row.get(col::OTHER_INFORMATION);
    let schema = schema_of(&row.get(col::GROUP_TYPE), &name, &notes, out);
    let mut party = Draft::new(format!("gb-ofsi-{group}"), schema);
    party.add(prop::TOPICS, "sanction");
    add_names(&mut party, row, &name);
    add_person_parts(&mut party, &given, &family);
    party.add_each(prop::TITLE, &row.get(col::TITLE));
    party.add_each(prop::POSITION, &row.get(col::POSITION));
    party.add_date(prop::BIRTH_DATE, "DOB", &row.get(col::DOB));
    party.add_each(prop::BIRTH_PLACE, &row.get(col::TOWN_OF_BIRTH));
    let born_in = row.get(col::COUNTRY_OF_BIRTH);
    party.add_countries(prop::BIRTH_COUNTRY, "Country of Birth", &born_in);
    party.add_countries(prop::NATIONALITY, "Nationality", &row.get(col::NATIONALITY));
    add_address(&mut party, row);
    party.add(prop::NOTES, &notes);
    let documents = add_documents(&mut party, row);
    let reference = add_references(&mut party, &notes);
    if schema == schemata::VESSEL {
        let imo = notes.find("IMO").map_or("", |at| cut(&notes[at..], 24));
        party.add_imo("Other Information", imo);
    }
    let sanction = sanction(row, &group, &party, reference.as_deref());
    party.emit(out);
    sanction.emit(out);
    for document in documents {
        document.emit(out);
    }
}

fn schema_of(kind: &str, name: &str, notes: &str, out: &mut Emitter) -> Schema {
    match kind {
        "Individual" => schemata::PERSON,
        "Ship" => schemata::VESSEL,
        // The 2018 layout has no ships of their own: an entity whose note begins with its IMO number.
        "Entity" if notes.trim_start_matches('(').starts_with("IMO") => schemata::VESSEL,
        "Entity" => organisation_schema(name),
        other => {
            out.issue(IssueKind::UnknownCode, "Group Type", other);
            schemata::LEGAL_ENTITY
        }
    }
}

fn add_names(party: &mut Draft, row: &Row<'_>, name: &str) {
    let kind = row.get(col::ALIAS_TYPE);
    let quality = row.get(col::ALIAS_QUALITY);
    let is_weak = quality.to_ascii_lowercase().starts_with("low");
    let property = match kind.to_ascii_lowercase().as_str() {
        "prime alias" | "primary name" => prop::NAME,
        "fka" => prop::PREVIOUS_NAME,
        _ if is_weak => prop::WEAK_ALIAS,
        "aka" | "primary name variation" => prop::ALIAS,
        _ => {
            party.issue(IssueKind::UnknownCode, "Alias Type", &kind);
            prop::ALIAS
        }
    };
    if name.is_empty() {
        party.issue(IssueKind::MissingValue, "Name 6", "");
    }
    party.add(property, name);
    let script = row.get(col::NON_LATIN);
    let language = row.get(col::NON_LATIN_LANGUAGE);
    if !script.is_empty() {
        let code = language_code(&language);
        if code.is_none() && !language.is_empty() {
            party.issue(IssueKind::UnknownCode, "Non-Latin Script Language", &language);
        }
        party.add_in(property, &script, code.unwrap_or(""));
    }
}

fn add_address(party: &mut Draft, row: &Row<'_>) {
    let lines: Vec<_> = (col::ADDRESS_1..=col::POSTCODE).map(|at| row.get(at)).collect();
    let parts: Vec<&str> = lines.iter().map(|line| line.as_ref()).collect();
    let text = join(&parts, ", ");
    let country = row.get(col::COUNTRY);
    if !text.is_empty() {
        party.add(prop::ADDRESS, &join(&[&text, &country], ", "));
    }
    party.add_countries(prop::COUNTRY, "Country", &country);
}

fn add_documents(party: &mut Draft, row: &Row<'_>) -> Vec<Draft> {
    let details = row.get(col::PASSPORT_DETAILS);
    let number = row.get(col::PASSPORT_NUMBER);
    let cell = if number.is_empty() { &details } else { &number };
    let mut drafts = documents_of(party, true, "Passport", cell, &details);
    let number = row.get(col::NATIONAL_NUMBER);
    let details = row.get(col::NATIONAL_DETAILS);
    let cell = if number.is_empty() { row.get(col::NI_NUMBER) } else { number };
    drafts.extend(documents_of(party, false, "National identification", &cell, &details));
    drafts
}

/// Joins the party with the designation on another list that its own record names: the reference
/// behind "UN Ref" or "UK Sanctions List Ref", never one that stands elsewhere in the prose.
fn add_references(party: &mut Draft, notes: &str) -> Option<String> {
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
        // Annexes of the former Iran resolutions numbered their entries `E.29.I.22`; today's list
        // does not use these, so they name nothing that could be joined.
        let is_annex = ["E.", "I."].iter().any(|annex| text.starts_with(annex));
        if !text.is_empty() && !is_annex {
            party.issue(IssueKind::BadIdentifier, "UN Ref", text);
        }
        return None;
    };
    if !reference_fits(&reference, party.schema()) {
        party.issue(IssueKind::AmbiguousIdentity, "UN Ref", text);
        return None;
    }
    party.key(KeyScheme::Id, &format!("un-sc-{reference}"));
    Some(reference)
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

fn sanction(row: &Row<'_>, group: &str, party: &Draft, reference: Option<&str>) -> Draft {
    let mut sanction = Draft::new(format!("{}-sanction", party.id()), schemata::SANCTION);
    sanction.add(prop::ENTITY, party.id());
    sanction.add(prop::AUTHORITY, AUTHORITY);
    sanction.add_cleaned(prop::COUNTRY, "gb", "");
    sanction.add(prop::AUTHORITY_ID, group);
    sanction.add(prop::UNSC_ID, reference.unwrap_or_default());
    let regime = row.get(col::REGIME);
    if is_blank(&regime) {
        sanction.issue(IssueKind::MissingValue, "Regime", "");
    }
    sanction.add(prop::PROGRAM, &regime);
    sanction.add_date(prop::LISTING_DATE, "Listed On", &row.get(col::LISTED_ON));
    sanction.add_date(prop::MODIFIED_AT, "Last Updated", &row.get(col::LAST_UPDATED));
    let designated = row.get(col::DATE_DESIGNATED);
    sanction.add_date(prop::START_DATE, "UK Sanctions List Date Designated", &designated);
    sanction
}
