//! Everything said of an entity, statement by statement, with the record.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use cuibono_entities::{EntityRecord, Grade};
use cuibono_model::PropertyType;

use crate::QueryError;
use crate::captions::{Lang, caption};
use crate::chains::Parties;
use crate::lookup::Found;
use crate::snapshot::Snapshot;
use crate::view::{Hop, PartyView, RecordView};

/// Everything said of an entity.
#[derive(Clone, PartialEq, Debug)]
pub struct ProfileView {
    /// Canonical id.
    pub id: String,
    /// What to call it.
    pub caption: String,
    /// FollowTheMoney schema.
    pub schema: &'static str,
    /// As a party, if it is one.
    pub party: Option<PartyView>,
    /// Its other ids.
    pub same_as: Vec<SameAs>,
    /// What is said, by property.
    pub properties: Vec<PropertyView>,
    /// Direct relationships, those above first.
    pub relations: Vec<Relation>,
    /// Relationships that are not listed because there are too many.
    pub relations_left_out: usize,
    /// Sanctions, documents and other records about it.
    pub about: Vec<ProfileView>,
    /// Every record that speaks of it.
    pub records: Vec<RecordView>,
}

/// Another id of the same party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SameAs {
    /// The id.
    pub id: String,
    /// Whether an identifier stands behind it, or only strong evidence.
    pub is_strong_only: bool,
    /// The kind of key that joined them.
    pub reason: String,
}

/// The values of one property.
#[derive(Clone, PartialEq, Debug)]
pub struct PropertyView {
    /// FollowTheMoney name.
    pub name: &'static str,
    /// Its values.
    pub values: Vec<ValueView>,
}

/// One value with what stands behind it.
#[derive(Clone, PartialEq, Debug)]
pub struct ValueView {
    /// The value.
    pub value: String,
    /// What the record has, where cleaning changed it.
    pub original: Option<String>,
    /// Language, if known.
    pub lang: Option<String>,
    /// For a reference to an entity, what to call it.
    pub caption: Option<String>,
    /// The records that say so.
    pub records: Vec<RecordView>,
}

/// A direct relationship.
#[derive(Clone, PartialEq, Debug)]
pub struct Relation {
    /// Whether the entity is the holder.
    pub is_holder: bool,
    /// The relationship.
    pub hop: Hop,
}

const RELATIONS_MAX: usize = 200;
const ABOUT_MAX: usize = 100;

impl Snapshot {
    /// Everything said of what was found; `None` for several or nothing.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn show(&self, found: &Found, lang: Lang) -> Result<Option<ProfileView>, QueryError> {
        match found {
            Found::Thing(thing) => self.show_thing(*thing, lang).map(Some),
            Found::Interval(interval) => self.show_interval(*interval, lang).map(Some),
            Found::Ambiguous(_) | Found::Nothing(_) => Ok(None),
        }
    }

    fn show_thing(&self, thing: u32, lang: Lang) -> Result<ProfileView, QueryError> {
        let entity = self.entities.things.get(thing)?;
        let party = self.party_of(thing, &entity, lang);
        let mut profile = self.profile(&entity, party.caption.clone(), lang)?;
        profile.party = Some(party);
        let mut parties = Parties::new(lang);
        let above = self.graph.holders_of(thing).map(|edge| (edge, false));
        let below = self.graph.held_by(thing).map(|edge| (edge, true));
        let (up, down) = self.graph.degree(thing);
        for (edge, is_holder) in above.chain(below).take(RELATIONS_MAX) {
            let hop = self.hop(edge, is_holder, &mut parties)?;
            profile.relations.push(Relation { is_holder, hop });
        }
        profile.relations_left_out =
            (up as usize + down as usize).saturating_sub(profile.relations.len());
        for interval in self.graph.attachments(thing).take(ABOUT_MAX) {
            profile.about.push(self.show_interval(interval, lang)?);
        }
        Ok(profile)
    }

    fn show_interval(&self, interval: u32, lang: Lang) -> Result<ProfileView, QueryError> {
        let entity = self.entities.intervals.get(interval)?;
        let name = caption(&entity, cuibono_model::PartyClass::Unknown, None, lang);
        self.profile(&entity, name, lang)
    }

    fn profile(
        &self,
        entity: &EntityRecord,
        caption: String,
        lang: Lang,
    ) -> Result<ProfileView, QueryError> {
        let mut properties: Vec<PropertyView> = Vec::new();
        // Where each value of the property at hand stands, since an entity may have very many.
        let mut places: HashMap<(&str, &str), usize> = HashMap::new();
        for statement in &entity.statements {
            let name = statement.property.name();
            if properties.last().is_none_or(|last| last.name != name) {
                properties.push(PropertyView { name, values: Vec::new() });
                places.clear();
            }
            let Some(property) = properties.last_mut() else { continue };
            let record = self.record(entity.places[statement.place as usize]);
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            match places.entry((&statement.value, &statement.lang)) {
                Entry::Occupied(known) => {
                    property.values[*known.get()].records.push(record);
                    continue;
                }
                Entry::Vacant(place) => place.insert(property.values.len()),
            };
            let caption = if statement.property.kind() == PropertyType::Entity {
                match self.thing(&statement.value)? {
                    Some(thing) => Some(self.party(thing, lang)?.caption),
                    None => None,
                }
            } else {
                None
            };
            property.values.push(ValueView {
                value: statement.value.clone(),
                original: some(&statement.original),
                lang: some(&statement.lang),
                caption,
                records: vec![record],
            });
        }
        let same_as = entity.referents.iter().map(|referent| SameAs {
            id: referent.id.clone(),
            is_strong_only: referent.grade == Grade::Strong,
            reason: referent.reason.clone(),
        });
        Ok(ProfileView {
            id: entity.id.clone(),
            caption,
            schema: entity.schema.name(),
            party: None,
            same_as: same_as.collect(),
            properties,
            relations: Vec::new(),
            relations_left_out: 0,
            about: Vec::new(),
            records: self.records(entity),
        })
    }
}
