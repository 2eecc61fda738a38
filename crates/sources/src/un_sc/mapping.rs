//! One designation of the UN list to fragments.

use std::collections::HashSet;

use cuibono_model::{Emitter, IssueKind, KeyScheme, PartialDate, Schema};
use cuibono_model::{prop, schemata};
use cuibono_read::Element;

use crate::designation::{Document, Draft, gender, is_blank, join, organisation_schema};

const AUTHORITY: &str = "United Nations Security Council";

/// Child elements that are mapped below.
const MAPPED: [&str; 21] = [
    "DATAID",
    "FIRST_NAME",
    "SECOND_NAME",
    "THIRD_NAME",
    "FOURTH_NAME",
    "UN_LIST_TYPE",
    "REFERENCE_NUMBER",
    "LISTED_ON",
    "GENDER",
    "SUBMITTED_BY",
    "NAME_ORIGINAL_SCRIPT",
    "COMMENTS1",
    "TITLE",
    "DESIGNATION",
    "NATIONALITY",
    "LAST_DAY_UPDATED",
    "INDIVIDUAL_ALIAS",
    "INDIVIDUAL_ADDRESS",
    "INDIVIDUAL_DATE_OF_BIRTH",
    "INDIVIDUAL_PLACE_OF_BIRTH",
    "INDIVIDUAL_DOCUMENT",
];
const MAPPED_OF_ENTITIES: [&str; 3] = ["ENTITY_ALIAS", "ENTITY_ADDRESS", "SUBMITTED_ON"];
/// Bookkeeping of the publisher, left out on purpose.
const IGNORED: [&str; 4] = ["VERSIONNUM", "LIST_TYPE", "SORT_KEY", "SORT_KEY_LAST_MOD"];

pub(super) fn map(element: &Element, references: &mut HashSet<String>, out: &mut Emitter) {
    let is_person = element.name == "INDIVIDUAL";
    let names: Vec<&str> = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]
        .iter()
        .map(|tag| element.text_of(tag))
        .collect();
    let name = join(&names, " ");
    let schema = if is_person { schemata::PERSON } else { organisation_schema(&name) };
    let Some((id, reference)) = id_of(element, references, out) else { return };
    let mut party = Draft::new(id, schema);
    party.add(prop::TOPICS, "sanction");
    if name.is_empty() {
        party.issue(IssueKind::MissingValue, "FIRST_NAME", "");
    }
    if is_person {
        party.add(prop::NAME, &name);
    } else {
        add_names(&mut party, &name);
    }
    party.add(prop::NAME, element.text_of("NAME_ORIGINAL_SCRIPT"));
    party.add(prop::NOTES, element.text_of("COMMENTS1"));
    for value in values(element, "TITLE") {
        party.add(prop::TITLE, value);
    }
    for value in values(element, "DESIGNATION") {
        party.add(prop::POSITION, value);
    }
    for value in values(element, "NATIONALITY") {
        party.add_countries(prop::NATIONALITY, "NATIONALITY", value);
    }
    add_gender(&mut party, element.text_of("GENDER"));
    let mut documents = Vec::new();
    for child in &element.children {
        match child.name.as_str() {
            "INDIVIDUAL_ALIAS" | "ENTITY_ALIAS" => add_alias(&mut party, child),
            "INDIVIDUAL_ADDRESS" | "ENTITY_ADDRESS" => add_address(&mut party, child),
            "INDIVIDUAL_DATE_OF_BIRTH" => add_birth_date(&mut party, child),
            "INDIVIDUAL_PLACE_OF_BIRTH" => add_birth_place(&mut party, child),
            "INDIVIDUAL_DOCUMENT" => documents.extend(add_document(&mut party, child)),
            name if is_known(name) => {}
            name => out.issue(IssueKind::UnmappedColumn, name, &child.text),
        }
    }
    let data_id = element.text_of("DATAID");
    if !data_id.is_empty() {
        // Other publishers know the designation by its data id.
        party.key(KeyScheme::Id, &format!("unsc-{data_id}"));
    }
    let sanction = sanction(element, &party, &reference);
    party.emit(out);
    sanction.emit(out);
    for document in documents {
        document.emit(out);
    }
}

fn is_known(name: &str) -> bool {
    MAPPED.contains(&name) || MAPPED_OF_ENTITIES.contains(&name) || IGNORED.contains(&name)
}

/// The id and the reference of a designation. A reference that stood before is a slip of the list:
/// the later record is kept apart under its data id.
fn id_of(
    element: &Element,
    references: &mut HashSet<String>,
    out: &mut Emitter,
) -> Option<(String, String)> {
    let reference = element.text_of("REFERENCE_NUMBER").replace(char::is_whitespace, "");
    let data_id = element.text_of("DATAID");
    if !reference.is_empty() && references.insert(reference.clone()) {
        return Some((format!("un-sc-{reference}"), reference));
    }
    let kind = if reference.is_empty() { IssueKind::MissingValue } else { IssueKind::Conflict };
    out.issue(kind, "REFERENCE_NUMBER", &reference);
    if data_id.is_empty() {
        out.issue(IssueKind::BadRecord, "DATAID", "");
        return None;
    }
    Some((format!("un-sc-{data_id}"), String::new()))
}

fn values<'e>(element: &'e Element, tag: &'e str) -> impl Iterator<Item = &'e str> {
    element
        .all(tag)
        .flat_map(|child| child.all("VALUE").map(|v| v.text.as_str()))
        .filter(|text| !is_blank(text))
}

/// The names of an entity: the first of a `;` list is the name, the others aliases.
fn add_names(party: &mut Draft, name: &str) {
    for (index, part) in name.split(';').enumerate() {
        party.add(if index == 0 { prop::NAME } else { prop::ALIAS }, part);
    }
}

fn add_gender(party: &mut Draft, text: &str) {
    if text.is_empty() {
        return;
    }
    match gender(text) {
        Some(value) => party.add_cleaned(prop::GENDER, value, text),
        None => party.issue(IssueKind::UnknownCode, "GENDER", text),
    }
}

fn add_alias(party: &mut Draft, alias: &Element) {
    let quality = alias.text_of("QUALITY");
    let property = match quality {
        "Good" | "a.k.a." | "" => prop::ALIAS,
        "Low" => prop::WEAK_ALIAS,
        "f.k.a." => prop::PREVIOUS_NAME,
        other => {
            party.issue(IssueKind::UnknownCode, "QUALITY", other);
            prop::ALIAS
        }
    };
    for name in alias.text_of("ALIAS_NAME").split(';') {
        party.add(property, name);
    }
    let born = alias.text_of("DATE_OF_BIRTH");
    if !born.is_empty() {
        add_date_or_remark(party, born);
    }
    let place = join(&[alias.text_of("CITY_OF_BIRTH"), alias.text_of("COUNTRY_OF_BIRTH")], ", ");
    party.add(prop::BIRTH_PLACE, &place);
    let note = alias.text_of("NOTE");
    if !note.is_empty() {
        party.add(prop::X_REMARKS, &format!("{}: {note}", alias.text_of("ALIAS_NAME")));
    }
}

fn add_date_or_remark(party: &mut Draft, text: &str) {
    match PartialDate::parse(text) {
        Some(date) => party.add(prop::BIRTH_DATE, &date.to_string()),
        None => party.add_date(prop::BIRTH_DATE, "DATE_OF_BIRTH", text),
    }
}

fn add_address(party: &mut Draft, address: &Element) {
    let country = address.text_of("COUNTRY");
    let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"].map(|tag| address.text_of(tag));
    let text = join(&parts, ", ");
    if !text.is_empty() {
        party.add(prop::ADDRESS, &join(&[&text, country], ", "));
    }
    party.add_countries(prop::COUNTRY, "COUNTRY", country);
    let note = address.text_of("NOTE");
    if !note.is_empty() {
        let place = join(&[&text, country], ", ");
        let remark = if place.is_empty() { note.to_owned() } else { format!("{place}: {note}") };
        party.add(prop::X_REMARKS, &remark);
    }
}

fn add_birth_date(party: &mut Draft, birth: &Element) {
    let exact = birth.text_of("DATE");
    let year = birth.text_of("YEAR");
    if !exact.is_empty() {
        add_date_or_remark(party, exact);
    } else if !year.is_empty() {
        party.add_date(prop::BIRTH_DATE, "YEAR", year);
    }
    let (from, to) = (birth.text_of("FROM_YEAR"), birth.text_of("TO_YEAR"));
    for (field, text) in [("FROM_YEAR", from), ("TO_YEAR", to)] {
        if !text.is_empty() {
            party.add_date(prop::BIRTH_DATE, field, text);
        }
    }
    if !from.is_empty() && !to.is_empty() {
        party.add(prop::X_REMARKS, &format!("born between {from} and {to}"));
    }
    match birth.text_of("TYPE_OF_DATE") {
        "APPROXIMATELY" => {
            let date = join(&[exact, year], " ");
            if !date.is_empty() {
                party.add(prop::X_REMARKS, &format!("born approximately {date}"));
            }
        }
        "EXACT" | "BETWEEN" | "" => {}
        other => party.issue(IssueKind::UnknownCode, "TYPE_OF_DATE", other),
    }
    let note = birth.text_of("NOTE");
    if !note.is_empty() {
        party.add(prop::X_REMARKS, &format!("date of birth: {note}"));
    }
}

fn add_birth_place(party: &mut Draft, place: &Element) {
    let country = place.text_of("COUNTRY");
    let parts = ["STREET", "CITY", "STATE_PROVINCE"].map(|tag| place.text_of(tag));
    party.add(prop::BIRTH_PLACE, &join(&[&join(&parts, ", "), country], ", "));
    party.add_countries(prop::BIRTH_COUNTRY, "COUNTRY", country);
    let note = place.text_of("NOTE");
    if !note.is_empty() {
        party.add(prop::X_REMARKS, &format!("place of birth: {note}"));
    }
}

fn add_document(party: &mut Draft, document: &Element) -> Option<Draft> {
    let kinds = [document.text_of("TYPE_OF_DOCUMENT"), document.text_of("TYPE_OF_DOCUMENT2")];
    let kind = join(&kinds, ", ").split_whitespace().collect::<Vec<_>>().join(" ");
    let number = document.text_of("NUMBER");
    let note = join(&[document.text_of("NOTE"), document.text_of("CITY_OF_ISSUE")], "; ");
    if is_blank(number) {
        let remark = join(&[&kind, &note], ": ");
        if !remark.is_empty() {
            party.add(prop::X_REMARKS, &remark);
        }
        return None;
    }
    let lower = kind.to_lowercase();
    let is_passport = ["passport", "passeport", "pasaporte"].iter().any(|w| lower.contains(w));
    let country = [document.text_of("ISSUING_COUNTRY"), document.text_of("COUNTRY_OF_ISSUE")];
    let country = if country[0].is_empty() { country[1] } else { country[0] };
    let issued = PartialDate::parse(document.text_of("DATE_OF_ISSUE"));
    let kind = if kind.is_empty() { "Identification" } else { &kind };
    let facts =
        Document { is_passport, number, kind, country, note: &note, issued, ..Document::default() };
    Some(facts.draft(party))
}

fn sanction(element: &Element, party: &Draft, reference: &str) -> Draft {
    let schema: Schema = schemata::SANCTION;
    let mut sanction = Draft::new(format!("{}-sanction", party.id()), schema);
    sanction.add(prop::ENTITY, party.id());
    sanction.add(prop::AUTHORITY, AUTHORITY);
    sanction.add(prop::PROGRAM, element.text_of("UN_LIST_TYPE"));
    sanction.add(prop::UNSC_ID, reference);
    sanction.add(prop::AUTHORITY_ID, reference);
    sanction.add(prop::RECORD_ID, element.text_of("DATAID"));
    let listed = element.text_of("LISTED_ON");
    if listed.is_empty() {
        sanction.issue(IssueKind::MissingValue, "LISTED_ON", "");
    } else {
        sanction.add_date(prop::LISTING_DATE, "LISTED_ON", listed);
    }
    for value in values(element, "LAST_DAY_UPDATED") {
        sanction.add_date(prop::MODIFIED_AT, "LAST_DAY_UPDATED", value);
    }
    let submitted = join(&[element.text_of("SUBMITTED_BY"), element.text_of("SUBMITTED_ON")], ", ");
    if !submitted.is_empty() {
        sanction.add(prop::SUMMARY, &format!("submitted by {submitted}"));
    }
    sanction
}
