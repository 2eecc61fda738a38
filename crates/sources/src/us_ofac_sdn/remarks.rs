//! The grammar of OFAC's remarks: facts separated by `;`, each with its own small form. A fact that
//! has no form here is kept whole as a note.

use cuibono_model::{IssueKind, KeyScheme, Property};
use cuibono_model::{prop, schemata};
use cuibono_normalise::{CompanyNumber, country, dates, identifiers, ids};

use super::facts::{FACTS, Form, number_and_country};
use crate::designation::{Document, Draft, gender};

/// Claims what the remarks say; returns entities of their own (documents, wallets).
pub(super) fn add(party: &mut Draft, remarks: &str) -> Vec<Draft> {
    let mut others = Vec::new();
    for fact in split(remarks) {
        if !add_fact(party, fact, &mut others) {
            party.add(prop::NOTES, fact);
        }
    }
    others
}

/// The facts of the remarks, without `alt.` and the final dot.
fn split(remarks: &str) -> impl Iterator<Item = &str> {
    let remarks = remarks.trim();
    let remarks = remarks.strip_suffix('.').unwrap_or(remarks);
    remarks.split(';').map(|fact| {
        let fact = fact.trim();
        let fact = fact.strip_prefix("alt. ").unwrap_or(fact).trim();
        // Brackets around one or several links, cut apart by the separator.
        let inner = fact.trim_start_matches('(');
        if !inner.starts_with("Linked To:") {
            return fact;
        }
        let opened = inner.matches('(').count();
        let is_unmatched = inner.ends_with(')') && inner.matches(')').count() > opened;
        if is_unmatched { &inner[..inner.len() - 1] } else { inner }
    })
}

/// Whether the fact has a form and was claimed.
fn add_fact(party: &mut Draft, fact: &str, others: &mut Vec<Draft>) -> bool {
    let Some((label, form)) = FACTS.iter().find(|(label, _)| fact.starts_with(label)) else {
        return false;
    };
    let value = fact[label.len()..].trim_matches([' ', ':']);
    if value.is_empty() {
        return false;
    }
    match *form {
        Form::BirthDate => return add_dates(party, prop::BIRTH_DATE, value),
        Form::Date(property) => return add_dates(party, property, value),
        Form::BirthPlace => {
            party.add(prop::BIRTH_PLACE, value);
            let place = country::resolve(value.rsplit(", ").next().unwrap_or(value));
            if let (Some(code), false) = (place.code, place.is_ambiguous) {
                party.add_cleaned(prop::BIRTH_COUNTRY, code, value);
            }
        }
        Form::Country(property) => party.add_countries(property, "Remarks", value),
        Form::Gender => match gender(value) {
            Some(code) => party.add_cleaned(prop::GENDER, code, value),
            None => return false,
        },
        Form::WeakAlias => {
            let name = value.trim_matches(['\'', '’', '‘', '"', ',']);
            party.add(prop::WEAK_ALIAS, name);
        }
        Form::LinkedTo => party.add(prop::X_LINKED_TO, value),
        Form::Text(property) => party.add(property, value),
        Form::Imo => {
            if value.contains("IMO") || value.bytes().all(|b| b.is_ascii_digit()) {
                party.add_imo("Remarks", value);
            } else {
                party.add(prop::REGISTRATION_NUMBER, value);
            }
        }
        Form::Lei => {
            // Dutch bodies have a shorter number that goes by the same label.
            let number = number_and_country(value).number;
            if number.len() == 20 {
                party.add_lei("Remarks", number);
            } else {
                party.add_cleaned(prop::REGISTRATION_NUMBER, number, fact);
            }
        }
        Form::Passport => others.push(document(party, label, value, true)),
        Form::Number(property) => add_number(party, label, value, property, others),
        Form::UkCompany => add_uk_company(party, value),
        Form::Wallet => others.extend(wallet(party, value)),
    }
    true
}

/// One date, a range `A to B`, or `circa A`. False, so that the fact stays as a note, when it is none
/// of these; a fact of more precision than kept (`circa`) also stays as a remark.
fn add_dates(party: &mut Draft, property: Property, value: &str) -> bool {
    let plain =
        ["circa ", "approximately ", "c. "].iter().find_map(|lead| value.strip_prefix(lead));
    if plain.is_some() {
        party.add(prop::X_REMARKS, &format!("{}: {value}", property.name()));
    }
    let plain = plain.unwrap_or(value);
    let plain = plain.strip_prefix("between ").unwrap_or(plain);
    let ends: Vec<&str> = match plain.split_once(" to ").or_else(|| plain.split_once(" and ")) {
        Some((from, to)) => vec![from, to],
        None => vec![plain],
    };
    let parsed: Vec<_> =
        ends.iter().filter_map(|end| dates::parse(end, dates::Order::DayFirst)).collect();
    if parsed.len() < ends.len() {
        party.issue(IssueKind::BadDate, "Remarks", value);
        return false;
    }
    for date in parsed {
        party.add_cleaned(property, &date.to_string(), value);
    }
    true
}

fn document(party: &mut Draft, label: &str, value: &str, is_passport: bool) -> Draft {
    let fact = number_and_country(value);
    let kind = label.trim_end_matches([' ', '#', ':']);
    let facts = Document {
        is_passport,
        number: fact.number,
        kind,
        country: fact.country,
        note: "",
        issued: fact.issued,
        expires: fact.expires,
        ..Document::default()
    };
    facts.draft(party)
}

/// A number that somebody issued: a document of a person, a property of anything else.
fn add_number(
    party: &mut Draft,
    label: &str,
    value: &str,
    property: Property,
    others: &mut Vec<Draft>,
) {
    if party.schema() == schemata::PERSON && property != prop::SOCIAL_SECURITY_NUMBER {
        others.push(document(party, label, value, false));
        if property == prop::TAX_NUMBER {
            add_tax_number(party, number_and_country(value).number, value);
        }
        return;
    }
    let number = number_and_country(value).number;
    if property == prop::TAX_NUMBER {
        add_tax_number(party, number, value);
        return;
    }
    let is_ogrn = identifiers::is_ogrn(number) && party.schema().has(prop::OGRN_CODE);
    if property == prop::REGISTRATION_NUMBER && is_ogrn && value.contains("(Russia)") {
        party.add_cleaned(prop::OGRN_CODE, number, value);
        return;
    }
    party.add_cleaned(property, number, &format!("{label}{value}"));
}

fn add_tax_number(party: &mut Draft, number: &str, value: &str) {
    let is_inn = value.contains("(Russia)") && identifiers::is_inn(number);
    let property = if is_inn { prop::INN_CODE } else { prop::TAX_NUMBER };
    party.add_cleaned(property, number, value);
}

/// A UK company number is the company's own identifier: the designated party is that company.
fn add_uk_company(party: &mut Draft, value: &str) {
    let number = number_and_country(value).number;
    party.add_cleaned(prop::REGISTRATION_NUMBER, number, value);
    match CompanyNumber::parse(number) {
        Some(number) if party.schema().is_a(schemata::ORGANIZATION) => {
            party.key(KeyScheme::Id, &ids::company(number.as_str()));
        }
        Some(_) => {}
        None => party.issue(IssueKind::BadIdentifier, "Remarks", value),
    }
}

/// A wallet of a digital currency: `XBT 1A…`.
fn wallet(party: &Draft, value: &str) -> Option<Draft> {
    let value = value.trim_start_matches(['-', ' ']);
    let (currency, key) = value.split_once(' ')?;
    let key = key.trim();
    let digest = ids::digest(&[currency, key]);
    let mut draft =
        Draft::new(format!("{}-wallet-{digest:016x}", party.id()), schemata::CRYPTO_WALLET);
    draft.add(prop::PUBLIC_KEY, key);
    draft.add(prop::NAME, key);
    draft.add(prop::CURRENCY, currency);
    draft.add(prop::HOLDER, party.id());
    draft.add(prop::TOPICS, "sanction");
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_cut_apart() {
        let remarks = "DOB 1960; alt. DOB 1961; (Linked To: A CO., LTD.; Linked To: B (C)).";
        let facts: Vec<&str> = split(remarks).collect();
        assert_eq!(facts, ["DOB 1960", "DOB 1961", "Linked To: A CO., LTD.", "Linked To: B (C)"]);
        let one: Vec<&str> = split("(Linked To: A).").collect();
        assert_eq!(one, ["Linked To: A"]);
    }
}
