//! What kind of party an entity is, from its statements.

use cuibono_entities::Draft;
use cuibono_graph::{Party, flag};
use cuibono_model::{PartyClass, UnspecifiedReason, prop, schemata};

/// The class, flags and reason of a thing.
pub(crate) fn party(entity: &Draft<'_>) -> Party {
    let reason = entity.first(prop::X_UNSPECIFIED_REASON).and_then(UnspecifiedReason::parse);
    Party {
        class: class(entity, reason),
        flags: flags(entity),
        reason: reason.map_or(0, |reason| reason as u8 + 1),
    }
}

fn class(entity: &Draft<'_>, reason: Option<UnspecifiedReason>) -> PartyClass {
    let schema = entity.schema;
    match reason {
        Some(UnspecifiedReason::InterestedPartyExemptFromDisclosure) => {
            return PartyClass::Protected;
        }
        Some(_) => return PartyClass::Unspecified,
        None => {}
    }
    if schema.is_a(schemata::PERSON) {
        return PartyClass::Person;
    }
    let has_topic = |prefix: &str| entity.values(prop::TOPICS).any(|t| t.starts_with(prefix));
    if schema.is_a(schemata::PUBLIC_BODY) || (has_topic("gov") && !has_topic("gov.soe")) {
        return PartyClass::State;
    }
    if has_exemption(entity) || has_topic("corp.public") {
        return PartyClass::Listed;
    }
    if schema.is_a(schemata::ASSET) && !schema.is_a(schemata::LEGAL_ENTITY) {
        return PartyClass::Asset;
    }
    if let Some(number) = company_number(entity) {
        let is_overseas = number.starts_with("OE");
        return if is_overseas { PartyClass::OverseasEntity } else { PartyClass::UkCompany };
    }
    if entity.values(prop::LEGAL_FORM).any(is_trust) {
        return PartyClass::Trust;
    }
    let countries = || entity.values(prop::JURISDICTION).chain(entity.values(prop::COUNTRY));
    if schema.is_a(schemata::COMPANY)
        && countries().next().is_some()
        && !countries().any(|country| country == "gb" || country.starts_with("gb-"))
    {
        return PartyClass::ForeignCompany;
    }
    if schema.is_a(schemata::ORGANIZATION) {
        return PartyClass::Organization;
    }
    PartyClass::Unknown
}

/// The Companies House number in an entity's id.
fn company_number<'a>(entity: &Draft<'a>) -> Option<&'a str> {
    entity.id.strip_prefix("gb-coh-").filter(|number| number.len() == 8)
}

/// Whether an exemption from disclosure is in force. A claim is `CODE START/END`, with `..` for an
/// open end.
fn has_exemption(entity: &Draft<'_>) -> bool {
    entity.values(prop::X_EXEMPTION).any(|value| value.ends_with(".."))
}

fn is_trust(form: &str) -> bool {
    let form = form.to_lowercase();
    ["trust", "foundation", "stiftung", "anstalt", "treuhand", "settlement"]
        .iter()
        .any(|word| form.contains(word))
        && !form.contains("trust company")
        && !form.contains("trust corporation")
}

fn flags(entity: &Draft<'_>) -> u16 {
    let mut flags = 0;
    for topic in entity.values(prop::TOPICS) {
        flags |= match topic {
            "sanction" => flag::SANCTIONED,
            "sanction.linked" => flag::SANCTION_LINKED,
            "gov.soe" => flag::STATE_OWNED,
            t if t.starts_with("role.pep") || t == "role.rca" => flag::PEP,
            _ => 0,
        };
    }
    let is_gone = |status: &str| {
        let status = status.to_lowercase();
        ["dissolved", "removed", "converted/closed", "closed", "struck off", "liquidated"]
            .contains(&status.as_str())
    };
    if entity.first(prop::DISSOLUTION_DATE).is_some() || entity.values(prop::STATUS).any(is_gone) {
        flags |= flag::DISSOLVED;
    }
    if entity.values(prop::X_ADDITIONAL_PROPRIETORS).any(|v| v == "Y" || v == "yes") {
        flags |= flag::HIDDEN_PROPRIETORS;
    }
    // Only the company register itself states a status.
    if company_number(entity).is_some() && entity.first(prop::STATUS).is_some() {
        flags |= flag::ON_REGISTER;
    }
    flags
}
