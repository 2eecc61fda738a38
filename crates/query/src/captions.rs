//! What to call a party in the language asked for.

use cuibono_entities::EntityRecord;
use cuibono_graph::flag;
use cuibono_model::{PartyClass, UnspecifiedReason, prop, schemata};

use crate::QueryError;
use crate::snapshot::Snapshot;
use crate::view::PartyView;

/// Language of captions and explanations.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Ukrainian.
    Uk,
}

impl Snapshot {
    /// A thing as lists show it.
    pub(crate) fn party(&self, thing: u32, lang: Lang) -> Result<PartyView, QueryError> {
        let entity = self.entities.things.get(thing)?;
        Ok(self.party_of(thing, &entity, lang))
    }

    pub(crate) fn party_of(&self, thing: u32, entity: &EntityRecord, lang: Lang) -> PartyView {
        let party = self.graph.party(thing);
        let reason = self.graph.reason(thing);
        let collect = |property| entity.values(property).map(str::to_owned).collect::<Vec<_>>();
        let mut countries = collect(prop::JURISDICTION);
        for property in [prop::NATIONALITY, prop::COUNTRY, prop::FLAG] {
            countries.extend(collect(property));
        }
        let mut seen = std::collections::HashSet::new();
        countries.retain(|country| seen.insert(country.clone()));
        let date = entity.first(prop::BIRTH_DATE).or(entity.first(prop::INCORPORATION_DATE));
        PartyView {
            id: entity.id.clone(),
            caption: caption(entity, party.class, reason, lang),
            schema: entity.schema.name(),
            class: party.class,
            reason,
            countries,
            topics: collect(prop::TOPICS),
            is_sanctioned: party.flags & flag::SANCTIONED != 0,
            is_dissolved: self.is_gone(thing),
            date: date.map(str::to_owned),
        }
    }

    /// Whether the register says that it is gone, or the whole register of live companies is in the
    /// store and does not have it.
    pub(crate) fn is_gone(&self, thing: u32) -> bool {
        let party = self.graph.party(thing);
        let is_absent = self.has_company_register
            && matches!(party.class, PartyClass::UkCompany | PartyClass::OverseasEntity)
            && party.flags & flag::ON_REGISTER == 0;
        party.flags & flag::DISSOLVED != 0 || is_absent
    }
}

/// The name of an entity; for parties that have none, words that say what they are.
pub(crate) fn caption(
    entity: &EntityRecord,
    class: PartyClass,
    reason: Option<UnspecifiedReason>,
    lang: Lang,
) -> String {
    if lang == Lang::Uk
        && let Some(name) = entity.values(prop::NAME).find(|name| is_ukrainian(name))
    {
        return name.to_owned();
    }
    if let Some(value) = entity.schema.caption().find_map(|property| entity.first(property)) {
        return value.to_owned();
    }
    if entity.schema.is_a(schemata::REAL_ESTATE)
        && let Some(address) = entity.first(prop::ADDRESS)
    {
        return address.to_owned();
    }
    unnamed(class, reason, lang).map_or_else(|| entity.id.clone(), str::to_owned)
}

fn is_ukrainian(name: &str) -> bool {
    let is_cyrillic = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
    name.chars().any(is_cyrillic) && !name.chars().any(|c| "ыэъёЫЭЪЁ".contains(c))
}

/// Words for a party without a name.
fn unnamed(
    class: PartyClass,
    reason: Option<UnspecifiedReason>,
    lang: Lang,
) -> Option<&'static str> {
    use UnspecifiedReason as R;
    let (en, uk) = match (class, reason) {
        (PartyClass::Protected, _) => {
            ("a person whose details are protected by law", "особа, дані якої захищено законом")
        }
        (_, Some(R::NoBeneficialOwners)) => {
            ("nobody registrable, the company declares", "нікого реєструвати, заявляє компанія")
        }
        (_, Some(R::SubjectUnableToConfirmOrIdentify)) => (
            "a party not identified or not confirmed",
            "особа, яку не встановлено або не підтверджено",
        ),
        (_, Some(R::InterestedPartyHasNotProvidedInformation)) => {
            ("a party that has not given its details", "особа, яка не надала відомостей")
        }
        (_, Some(R::SubjectExemptFromDisclosure)) => (
            "not disclosed: the company is exempt",
            "не розкрито: компанію звільнено від обов’язку",
        ),
        (_, Some(R::StepsNotCompleted)) => {
            ("steps to find the party are not finished", "пошук особи ще не завершено")
        }
        (_, Some(R::RestrictionsNotice)) => (
            "a party under a restrictions notice",
            "особа, щодо якої видано обмежувальне повідомлення",
        ),
        (_, Some(R::AwaitingConfirmation)) => {
            ("a party whose confirmation is awaited", "особа, підтвердження якої очікують")
        }
        (_, Some(_)) => ("a party that is not stated", "особа, яку не зазначено"),
        _ => return None,
    };
    Some(if lang == Lang::Uk { uk } else { en })
}
