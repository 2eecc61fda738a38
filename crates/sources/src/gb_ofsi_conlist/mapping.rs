//! One row of the consolidated list to fragments.

use cuibono_model::fragment::cut;
use cuibono_model::{Emitter, IssueKind, Schema};
use cuibono_model::{prop, schemata};
use cuibono_read::{Columns, Row};

use super::references::References;

use crate::designation::{
    Draft, add_person_parts, documents_of, is_blank, join, language_code, organisation_schema,
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

pub(super) mod col {
    pub(crate) const NAME_6: usize = 0;
    pub(crate) const NAME_1: usize = 1;
    pub(crate) const TITLE: usize = 6;
    pub(crate) const DOB: usize = 7;
    pub(crate) const TOWN_OF_BIRTH: usize = 8;
    pub(crate) const COUNTRY_OF_BIRTH: usize = 9;
    pub(crate) const NATIONALITY: usize = 10;
    pub(crate) const PASSPORT_DETAILS: usize = 11;
    pub(crate) const NI_NUMBER: usize = 12;
    pub(crate) const POSITION: usize = 13;
    pub(crate) const ADDRESS_1: usize = 14;
    pub(crate) const POSTCODE: usize = 20;
    pub(crate) const COUNTRY: usize = 21;
    pub(crate) const OTHER_INFORMATION: usize = 22;
    pub(crate) const GROUP_TYPE: usize = 23;
    pub(crate) const ALIAS_TYPE: usize = 24;
    pub(crate) const REGIME: usize = 25;
    pub(crate) const LISTED_ON: usize = 26;
    pub(crate) const LAST_UPDATED: usize = 27;
    pub(crate) const GROUP_ID: usize = 28;
    pub(crate) const NON_LATIN: usize = 29;
    pub(crate) const NON_LATIN_LANGUAGE: usize = 30;
    pub(crate) const PASSPORT_NUMBER: usize = 31;
    pub(crate) const NATIONAL_NUMBER: usize = 32;
    pub(crate) const NATIONAL_DETAILS: usize = 33;
    pub(crate) const ALIAS_QUALITY: usize = 34;
    pub(crate) const DATE_DESIGNATED: usize = 35;
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
pub(super) fn report_columns(columns: &Columns, out: &mut Emitter) {
    for name in &columns.unmapped {
        out.file_issue(IssueKind::UnmappedColumn, name, "");
    }
}

pub(super) fn map(row: &Row<'_>, references: &References, out: &mut Emitter) {
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
    let reference = references.join(&mut party, &notes);
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
