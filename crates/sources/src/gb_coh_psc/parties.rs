//! The parties: individuals, companies, legal persons, and individuals whose details the law
//! protects.

use std::borrow::Cow;

use cuibono_model::{Emitter, EntityWriter};
use cuibono_model::{
    Interest, InterestKind, IssueKind, KeyScheme, PartialDate, Share, UnspecifiedReason, prop,
    schemata,
};
use cuibono_normalise::blank::is_blank;
use cuibono_normalise::company_number::is_uk_register;
use cuibono_normalise::{CompanyNumber, country, identifiers, ids};

use super::mapping::{Record, interests, nationalities, relationship};
use super::record::{Address, Data, DateOfBirth, NameElements, Text};
use crate::fields;

/// An individual: a person of this record only. The register has no key for people, so records are
/// joined later and only on evidence.
pub(super) fn individual(record: &Record, out: &mut Emitter) {
    let data = record.data;
    let id = record.party_id();
    let elements = &data.name_elements;
    let birth = birth_date(&data.date_of_birth, out);
    let nationalities = nationalities(&data.nationality, out);
    let residence = &data.country_of_residence;
    let residence = fields::country(residence, "data.country_of_residence", out);
    // Of the service address only the country is kept: it may be somebody's home.
    let service = country::resolve(&data.address.country).code;
    let (name, filed) = person_name(&data.name, elements);
    if name.is_empty() {
        out.issue(IssueKind::MissingValue, "data.name", "");
    }
    let held = interests(data, out);

    let mut e = out.entity(&id, schemata::PERSON);
    e.add_cleaned(prop::NAME, &name, filed);
    e.add(prop::TITLE, &elements.title);
    e.add(prop::FIRST_NAME, &elements.forename);
    e.add(prop::MIDDLE_NAME, &elements.middle_name);
    e.add(prop::MIDDLE_NAME, &elements.other_forenames);
    e.add(prop::LAST_NAME, &elements.surname);
    if let Some(birth) = birth {
        e.add(prop::BIRTH_DATE, &birth.to_string());
    }
    for nationality in nationalities {
        e.add_cleaned(prop::NATIONALITY, nationality, &data.nationality);
    }
    if let Some(code) = residence {
        e.add_cleaned(prop::COUNTRY, code, &data.country_of_residence);
    }
    if let Some(code) = service.filter(|code| Some(*code) != residence) {
        e.add_cleaned(prop::COUNTRY, code, &data.address.country);
    }
    sanctioned(data, &mut e);
    drop(e);
    relationship(record, &id, held, out);
}

/// The name without its titles, and as filed. Composed of its elements when the record has no name.
fn person_name<'n>(name: &'n Text, elements: &NameElements) -> (Cow<'n, str>, &'n str) {
    if name.is_empty() {
        let parts = [
            &elements.forename,
            &elements.middle_name,
            &elements.other_forenames,
            &elements.surname,
        ];
        let parts: Vec<&str> =
            parts.iter().map(|part| part.as_ref()).filter(|part| !part.is_empty()).collect();
        return (Cow::Owned(parts.join(" ")), "");
    }
    let title = &*elements.title;
    let mut bare: &str = name;
    // Some names carry their title twice.
    while !title.is_empty()
        && let Some(rest) = bare.strip_prefix(title)
        && rest.starts_with(' ')
        && !rest.trim().is_empty()
    {
        bare = rest.trim_start();
    }
    (Cow::Borrowed(bare), name)
}

fn birth_date(date: &DateOfBirth, out: &mut Emitter) -> Option<PartialDate> {
    if date.day.0.is_some() {
        out.issue(IssueKind::PersonalDataDropped, "data.date_of_birth.day", "");
    }
    let year = u16::try_from(date.year.0?).ok();
    let month = u8::try_from(date.month.0.unwrap_or(0)).ok();
    let read = year.zip(month).and_then(|(year, month)| PartialDate::new(year, month, 0));
    if read.is_none() {
        out.issue(IssueKind::BadDate, "data.date_of_birth", "");
    }
    read
}

fn sanctioned(data: &Data, e: &mut EntityWriter<'_>) {
    if &*data.is_sanctioned == "true" {
        e.add(prop::X_REMARKS, "is_sanctioned: true");
    }
}

/// A company or a legal person (a government, a public authority, a corporation sole). A body on the
/// UK register is that register's company; any other is known by its name, country and number.
pub(super) fn body(record: &Record, is_legal_person: bool, out: &mut Emitter) {
    let data = record.data;
    let of = &data.identification;
    if data.name.is_empty() {
        out.issue(IssueKind::MissingValue, "data.name", "");
    }
    let country = jurisdiction(data, out);
    let filed = if is_blank(&of.registration_number) { "" } else { &*of.registration_number };
    let number = uk_number(filed, country, data, out);
    let lei = identifiers::clean(filed);
    let lei = Some(lei).filter(|lei| identifiers::is_lei(lei));
    let code = country.unwrap_or_default();
    let id = match number {
        Some(number) => ids::company(number.as_str()),
        // Nothing but a name: two such records need not mean one body.
        None if code.is_empty() && filed.is_empty() => record.party_id(),
        None => ids::unnumbered_org(&data.name, code, filed),
    };
    let is_public = is_legal_person && is_public_body(data);
    let schema = match (number, is_legal_person) {
        (Some(_), _) | (None, false) => schemata::COMPANY,
        (None, true) if is_public => schemata::PUBLIC_BODY,
        (None, true) => schemata::LEGAL_ENTITY,
    };
    let address = address(&data.principal_office_address);
    let service = self::address(&data.address);
    let held = interests(data, out);

    let mut e = out.entity(&id, schema);
    e.add(prop::NAME, &data.name);
    match number {
        Some(number) => {
            e.add_cleaned(prop::REGISTRATION_NUMBER, number.as_str(), filed);
        }
        None => {
            e.add(prop::REGISTRATION_NUMBER, filed);
        }
    }
    let registered = if is_blank(&of.country_registered) { "" } else { &*of.country_registered };
    e.add_cleaned(prop::JURISDICTION, code, registered);
    e.add(prop::LEGAL_FORM, &of.legal_form);
    e.add(prop::X_LEGAL_AUTHORITY, &of.legal_authority);
    e.add(prop::X_PLACE_REGISTERED, &of.place_registered);
    e.add(prop::ADDRESS, &address);
    if service != address {
        e.add(prop::ADDRESS, &service);
    }
    if is_public {
        e.add(prop::TOPICS, "gov");
    }
    if let Some(lei) = lei {
        e.add_cleaned(prop::LEI_CODE, &lei, filed);
        e.key(KeyScheme::Lei, &lei);
    }
    if number.is_none() && country.is_none() && CompanyNumber::parse(filed).is_some() {
        e.add(prop::X_IDENTIFIER_NOTE, "no country stated; may be a Companies House number");
    }
    if !code.is_empty() && (code != "gb" || number.is_none()) && !data.name.is_empty() {
        e.key(KeyScheme::NameCountry, &ids::name_country_key(&data.name, code));
    }
    sanctioned(data, &mut e);
    drop(e);
    relationship(record, &id, held, out);
}

/// The country under whose law the body stands: as it says, else where its register is, else when
/// its "legal authority" is nothing but a country.
fn jurisdiction(data: &Data, out: &mut Emitter) -> Option<&'static str> {
    let of = &data.identification;
    let read = |text: &str| match is_uk_register(text) {
        true => Some("gb"),
        false => country::resolve(text).code,
    };
    let registered = &*of.country_registered;
    if !is_blank(registered) {
        if is_uk_register(registered) {
            return Some("gb");
        }
        if let Some(code) =
            fields::country(registered, "data.identification.country_registered", out)
        {
            return Some(code);
        }
    }
    read(&of.place_registered).or_else(|| read(&of.legal_authority))
}

/// The body's number on the UK register, if the record makes sure that it is one.
fn uk_number(
    filed: &str,
    country: Option<&str>,
    data: &Data,
    out: &mut Emitter,
) -> Option<CompanyNumber> {
    if filed.is_empty() {
        return None;
    }
    let number = CompanyNumber::parse(filed);
    match country {
        Some("gb") => {
            if number.is_none() {
                out.issue(
                    IssueKind::BadIdentifier,
                    "data.identification.registration_number",
                    filed,
                );
            }
            number
        }
        // Bodies of other countries are numbered too, in series of their own.
        Some(_) => number.filter(|number| number.is_overseas()),
        None => {
            let of = &data.identification;
            let says_nothing = is_blank(&of.country_registered) && is_blank(&of.place_registered);
            number.filter(|number| says_nothing && number.has_letters())
        }
    }
}

/// Whether a legal person is a state, an authority or another public body, by its own words.
fn is_public_body(data: &Data) -> bool {
    const WORDS: [&str; 20] = [
        "authority",
        "council",
        "crown",
        "department",
        "emirate",
        "government",
        "governmental",
        "kingdom",
        "minister",
        "ministry",
        "municipal",
        "municipality",
        "public body",
        "republic",
        "secretary of state",
        "sovereign",
        "state",
        "statutory body",
        "statutory corporation",
        "treasury",
    ];
    // "Legal authority" is the title of a field, not a word in it.
    [&data.name, &data.identification.legal_form].into_iter().any(|text| {
        let folded = format!(" {} ", cuibono_text::fold(text));
        WORDS.iter().any(|word| folded.contains(&format!(" {word} ")))
    })
}

fn address(of: &Address) -> String {
    let street = match (&*of.premises, &*of.address_line_1) {
        ("" | "0", line) => line.to_owned(),
        // A bare house number belongs to its street.
        (number, line) if number.len() <= 4 && number.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{number} {line}")
        }
        (premises, line) => fields::join([premises, line]),
    };
    fields::join([
        &*of.care_of,
        &of.po_box,
        &street,
        &of.address_line_2,
        &of.locality,
        &of.region,
        &of.postal_code,
        &of.country,
    ])
}

/// An individual whose details may not be shown. The record says only that there is one.
pub(super) fn super_secure(record: &Record, out: &mut Emitter) {
    let id = record.party_id();
    let reason = UnspecifiedReason::InterestedPartyExemptFromDisclosure;
    let mut e = out.entity(&id, schemata::PERSON);
    e.add(prop::X_UNSPECIFIED_REASON, reason.code());
    sanctioned(record.data, &mut e);
    drop(e);
    let mut held = Vec::new();
    if record.data.natures_of_control.0.iter().any(|code| !code.is_empty()) {
        held = interests(record.data, out);
    }
    if held.is_empty() {
        held.push(Interest::new(InterestKind::Influence, Share::UNKNOWN));
    }
    relationship(record, &id, held, out);
}
