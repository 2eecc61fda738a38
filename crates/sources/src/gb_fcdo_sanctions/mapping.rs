//! One row of the UK Sanctions List to fragments.

use cuibono_model::{Emitter, IssueKind, KeyScheme, Property, Schema};
use cuibono_model::{prop, schemata};
use cuibono_read::Row;

use super::columns as col;
use crate::designation::{
    Draft, add_person_parts, add_registrations, documents_of, gender, has_company_form, is_blank,
    join, language_code, numbered, organisation_schema, reference_fits, un_reference,
    unescape_html,
};

const AUTHORITY: &str = "Foreign, Commonwealth & Development Office";

/// A cell with its HTML entities resolved.
fn cell(row: &Row<'_>, column: usize) -> String {
    unescape_html(&row.get(column)).trim().to_owned()
}

pub(super) fn map(row: &Row<'_>, out: &mut Emitter) {
    out.record(row.record, row.byte);
    if row.is_ragged() {
        out.issue(IssueKind::RaggedRow, "", &row.width().to_string());
    }
    let unique_id = row.get(col::UNIQUE_ID);
    if unique_id.is_empty() || !unique_id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        out.issue(IssueKind::BadRecord, "Unique ID", &unique_id);
        return;
    }
    let names: Vec<String> = (col::NAME_1..col::NAME_1 + 5).map(|at| cell(row, at)).collect();
    let given: Vec<&str> = names.iter().map(String::as_str).collect();
    let family = cell(row, col::NAME_6);
    let name = join(&[&join(&given, " "), &family], " ");
    let type_of_entity = cell(row, col::TYPE_OF_ENTITY);
    let schema = schema_of(&row.get(col::DESIGNATION_TYPE), &name, &type_of_entity, out);
    let mut party = Draft::new(format!("gb-sl-{unique_id}"), schema);
    party.add(prop::TOPICS, "sanction");
    add_names(&mut party, row, &name);
    add_person_parts(&mut party, &given, &family);
    add_address(&mut party, row);
    party.add_each(prop::PHONE, &cell(row, col::PHONE));
    party.add_each(prop::WEBSITE, &cell(row, col::WEBSITE));
    party.add_each(prop::EMAIL, &cell(row, col::EMAIL));
    party.add(prop::NOTES, &cell(row, col::OTHER_INFORMATION));
    add_person_facts(&mut party, row);
    add_entity_facts(&mut party, row, &type_of_entity);
    add_ship_facts(&mut party, row);
    let mut documents = documents_of(
        &mut party,
        true,
        "Passport",
        &cell(row, col::PASSPORT_NUMBER),
        &cell(row, col::PASSPORT_NOTE),
    );
    documents.extend(documents_of(
        &mut party,
        false,
        "National identification",
        &cell(row, col::NATIONAL_NUMBER),
        &cell(row, col::NATIONAL_NOTE),
    ));
    let reference = add_references(&mut party, row);
    let sanction = sanction(row, &unique_id, &party, reference.as_deref());
    party.emit(out);
    sanction.emit(out);
    for document in documents {
        document.emit(out);
    }
}

fn schema_of(kind: &str, name: &str, type_of_entity: &str, out: &mut Emitter) -> Schema {
    match kind {
        "Individual" => schemata::PERSON,
        "Ship" => schemata::VESSEL,
        "Entity" if names_company(type_of_entity) => schemata::COMPANY,
        "Entity" => organisation_schema(name),
        other => {
            out.issue(IssueKind::UnknownCode, "Designation Type", other);
            schemata::LEGAL_ENTITY
        }
    }
}

/// Whether a type of entity is a company's; the column mixes legal forms and sectors.
fn names_company(type_of_entity: &str) -> bool {
    const WORDS: [&str; 6] =
        ["company", "limited", "joint stock", "corporation", "public company", "private company"];
    let text = type_of_entity.to_lowercase();
    WORDS.iter().any(|word| text.contains(word)) || has_company_form(&text)
}

fn add_names(party: &mut Draft, row: &Row<'_>, name: &str) {
    let kind = row.get(col::NAME_TYPE).to_lowercase();
    let is_weak = row.get(col::ALIAS_STRENGTH).to_lowercase().starts_with("low");
    let property = match kind.as_str() {
        "primary name" => prop::NAME,
        _ if is_weak => prop::WEAK_ALIAS,
        "alias" | "primary name variation" => prop::ALIAS,
        _ => {
            party.issue(IssueKind::UnknownCode, "Name type", &row.get(col::NAME_TYPE));
            prop::ALIAS
        }
    };
    let strength = row.get(col::ALIAS_STRENGTH);
    if !matches!(strength.to_lowercase().as_str(), "" | "good quality" | "low quality") {
        party.issue(IssueKind::UnknownCode, "Alias strength", &strength);
    }
    party.add(property, name);
    let script = cell(row, col::NON_LATIN);
    if !script.is_empty() {
        let language = row.get(col::NON_LATIN_LANGUAGE);
        let code = language_code(&language);
        if code.is_none() && !language.is_empty() {
            party.issue(IssueKind::UnknownCode, "Non-latin script language", &language);
        }
        party.add_in(property, &script, code.unwrap_or(""));
    }
    if !party.is_named() {
        party.issue(IssueKind::MissingValue, "Name 6", "");
    }
}

fn add_address(party: &mut Draft, row: &Row<'_>) {
    let lines: Vec<String> = (col::ADDRESS_1..=col::POSTCODE).map(|at| cell(row, at)).collect();
    let parts: Vec<&str> = lines.iter().map(String::as_str).collect();
    let text = join(&parts, ", ");
    let country = cell(row, col::COUNTRY);
    if !text.is_empty() {
        party.add(prop::ADDRESS, &join(&[&text, &country], ", "));
    }
    party.add_countries(prop::COUNTRY, "Address Country", &country);
}

fn add_person_facts(party: &mut Draft, row: &Row<'_>) {
    party.add_each(prop::TITLE, &cell(row, col::TITLE));
    party.add_each(prop::POSITION, &cell(row, col::POSITION));
    for date in numbered(&row.get(col::BORN)) {
        party.add_date(prop::BIRTH_DATE, "D.O.B", date);
    }
    let nationalities = cell(row, col::NATIONALITIES);
    party.add_countries(prop::NATIONALITY, "Nationality(/ies)", &nationalities);
    party.add_each(prop::BIRTH_PLACE, &cell(row, col::TOWN_OF_BIRTH));
    let born_in = cell(row, col::COUNTRY_OF_BIRTH);
    party.add_countries(prop::BIRTH_COUNTRY, "Country of birth", &born_in);
    let text = row.get(col::GENDER);
    if !is_blank(&text) {
        match gender(&text) {
            Some(value) => party.add_cleaned(prop::GENDER, value, &text),
            None => party.issue(IssueKind::UnknownCode, "Gender", &text),
        }
    }
}

fn add_entity_facts(party: &mut Draft, row: &Row<'_>, type_of_entity: &str) {
    for item in numbered(type_of_entity) {
        let is_form = names_company(item);
        party.add(if is_form { prop::LEGAL_FORM } else { prop::SECTOR }, item);
    }
    let registration = cell(row, col::REGISTRATION);
    add_registrations(party, "Business registration number (s)", &registration);
    add_linked(party, "subsidiary", &cell(row, col::SUBSIDIARIES));
    add_linked(party, "parent company", &cell(row, col::PARENT_COMPANY));
}

/// Names of related parties are text and no identifiers, so they are claims and not relationships.
fn add_linked(party: &mut Draft, role: &str, text: &str) {
    for item in numbered(text) {
        if is_blank(item) {
            continue;
        }
        party.add(prop::X_LINKED_TO, item);
        party.add(prop::X_REMARKS, &format!("{role}: {item}"));
    }
}

fn add_ship_facts(party: &mut Draft, row: &Row<'_>) {
    let number = row.get(col::IMO);
    for item in numbered(&number) {
        party.add_imo("IMO number", item);
    }
    add_linked(party, "owner or operator", &cell(row, col::CURRENT_OWNER));
    add_linked(party, "previous owner or operator", &cell(row, col::PREVIOUS_OWNER));
    let flag = cell(row, col::FLAG);
    party.add_countries(prop::FLAG, "Current believed flag of ship", &flag);
    for part in cell(row, col::PAST_FLAGS).split([';', '|']) {
        party.add_countries(prop::PAST_FLAGS, "Previous flags", part);
    }
    let plain: [(Property, usize); 4] = [
        (prop::TYPE, col::SHIP_TYPE),
        (prop::TONNAGE, col::TONNAGE),
        (prop::BUILD_DATE, col::YEAR_BUILT),
        (prop::REGISTRATION_NUMBER, col::HULL_NUMBER),
    ];
    for (property, column) in plain {
        let text = cell(row, column);
        if property == prop::BUILD_DATE {
            party.add_date(property, "Year Built", &text);
        } else if !is_blank(&text) {
            party.add(property, &text);
        }
    }
    let length = cell(row, col::LENGTH);
    if !is_blank(&length) {
        party.add(prop::X_REMARKS, &format!("length: {length}"));
    }
}

/// Joins the designation with its own entries on the two lists that the record names.
fn add_references(party: &mut Draft, row: &Row<'_>) -> Option<String> {
    let group = row.get(col::OFSI_GROUP_ID);
    if !is_blank(&group) {
        if group.bytes().all(|b| b.is_ascii_digit()) {
            party.key(KeyScheme::Id, &format!("gb-ofsi-{group}"));
        } else {
            party.issue(IssueKind::BadIdentifier, "OFSI Group ID", &group);
        }
    }
    let text = row.get(col::UN_REFERENCE);
    if is_blank(&text) {
        return None;
    }
    let Some(reference) = un_reference(&text) else {
        party.issue(IssueKind::BadIdentifier, "UN Reference Number", &text);
        return None;
    };
    // The UN lists ships as entities.
    if !reference_fits(&reference, party.schema()) {
        party.issue(IssueKind::AmbiguousIdentity, "UN Reference Number", &text);
        return None;
    }
    party.key(KeyScheme::Id, &format!("un-sc-{reference}"));
    Some(reference)
}

fn sanction(row: &Row<'_>, unique_id: &str, party: &Draft, reference: Option<&str>) -> Draft {
    let mut sanction = Draft::new(format!("{}-sanction", party.id()), schemata::SANCTION);
    sanction.add(prop::ENTITY, party.id());
    sanction.add(prop::AUTHORITY, AUTHORITY);
    sanction.add(prop::COUNTRY, "gb");
    sanction.add(prop::AUTHORITY_ID, unique_id);
    sanction.add(prop::UNSC_ID, reference.unwrap_or_default());
    let regime = cell(row, col::REGIME);
    if regime.is_empty() {
        sanction.issue(IssueKind::MissingValue, "Regime Name", "");
    }
    sanction.add(prop::PROGRAM, &regime);
    for provision in cell(row, col::SANCTIONS_IMPOSED).split('|') {
        sanction.add(prop::PROVISIONS, provision);
    }
    sanction.add(prop::REASON, &cell(row, col::REASONS));
    let source = row.get(col::DESIGNATION_SOURCE);
    if !matches!(source.as_ref(), "" | "UK" | "UN" | "Both") {
        sanction.issue(IssueKind::UnknownCode, "Designation source", &source);
    }
    if !source.is_empty() {
        sanction.add(prop::SUMMARY, &format!("designated by: {source}"));
    }
    sanction.add_date(prop::LISTING_DATE, "Date Designated", &row.get(col::DATE_DESIGNATED));
    sanction.add_date(prop::MODIFIED_AT, "Last Updated", &row.get(col::LAST_UPDATED));
    sanction
}
