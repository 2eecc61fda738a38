//! From what people have at hand to an entity: an id, a number, or a name if it is unique.

use cuibono_entities::EntityRecord;
use cuibono_model::{PropertyType, prop};
use cuibono_normalise::{company_number::CompanyNumber, ids, title_number};

use crate::QueryError;
use crate::captions::Lang;
use crate::search::SearchOptions;
use crate::snapshot::Snapshot;
use crate::view::PartyView;

/// What a text means.
#[derive(Clone, PartialEq, Debug)]
pub enum Found {
    /// A party or thing, by number.
    Thing(u32),
    /// A relationship, sanction or document, by number.
    Interval(u32),
    /// Several; the best candidates first.
    Ambiguous(Vec<PartyView>),
    /// Nothing; with the nearest names, if any.
    Nothing(Vec<PartyView>),
}

/// How many things that have all words of a name are looked at: many may share common words. A name
/// that is found among more of them is not taken for unique.
const LOOKED_AT_MAX: usize = 2000;
/// How many sanctions and documents of one thing are looked at.
const ATTACHMENTS_MAX: usize = 1000;
/// How many candidates are listed.
const CANDIDATES_MAX: usize = 20;

impl Snapshot {
    /// Finds the entity a text means: a Cuibono id, a former or other id, a company, title or other
    /// number, or a whole name that only one entity has.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn find(&self, text: &str, lang: Lang) -> Result<Found, QueryError> {
        let text = text.trim();
        if let Some(thing) = self.thing(text)? {
            return Ok(Found::Thing(thing));
        }
        if let Some(interval) = self.entities.intervals.find(text)? {
            return Ok(Found::Interval(interval));
        }
        let mut found = Vec::new();
        if let Some(number) = CompanyNumber::parse(text) {
            found.extend(self.entities.things.find(&ids::company(number.as_str()))?);
        }
        if let Some((title, _)) = title_number::normalise(text) {
            found.extend(self.entities.things.find(&ids::title(&title))?);
        }
        let key = cuibono_index::identifier_key(text);
        if key.len() >= 4 && key.bytes().any(|b| b.is_ascii_digit()) {
            for thing in self.index.identifier(text) {
                if self.carries(thing, &key)? {
                    found.push(thing);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        let mut is_all = true;
        if found.is_empty() {
            (found, is_all) = self.by_whole_name(text)?;
        }
        match found.as_slice() {
            [one] if is_all => Ok(Found::Thing(*one)),
            [] => {
                let options = SearchOptions { limit: 5, lang, ..SearchOptions::default() };
                let near = self.search(text, &options)?;
                Ok(Found::Nothing(near.into_iter().map(|hit| hit.party).collect()))
            }
            many => {
                let many = many.iter().take(CANDIDATES_MAX);
                let parties = many.map(|&thing| self.party(thing, lang));
                Ok(Found::Ambiguous(parties.collect::<Result<_, _>>()?))
            }
        }
    }

    /// Whether a thing, or a sanction or document about it, has an identifier.
    fn carries(&self, thing: u32, key: &str) -> Result<bool, QueryError> {
        let is_on = |entity: &EntityRecord| {
            entity.statements.iter().any(|s| {
                s.property.kind() == PropertyType::Identifier
                    && cuibono_index::identifier_key(&s.value) == key
            })
        };
        if is_on(&self.entities.things.get(thing)?) {
            return Ok(true);
        }
        for interval in self.graph.attachments(thing).take(ATTACHMENTS_MAX) {
            if is_on(&self.entities.intervals.get(interval)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The thing of that id or other id.
    pub(crate) fn thing(&self, id: &str) -> Result<Option<u32>, QueryError> {
        if let Some(thing) = self.entities.things.find(id)? {
            return Ok(Some(thing));
        }
        for thing in self.index.identifier(id) {
            let entity = self.entities.things.get(thing)?;
            if entity.referents.iter().any(|referent| referent.id == id) {
                return Ok(Some(thing));
            }
        }
        Ok(None)
    }

    /// Things one of whose names has the same words as the text, in any order, and whether every
    /// candidate was looked at.
    fn by_whole_name(&self, text: &str) -> Result<(Vec<u32>, bool), QueryError> {
        let words = |text: &str| {
            let mut words: Vec<String> = cuibono_text::fold(text)
                .split(' ')
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect();
            words.sort_unstable();
            words
        };
        let asked = words(text);
        if asked.is_empty() {
            return Ok((Vec::new(), true));
        }
        let candidates = self.with_all_words(&asked);
        let is_all = candidates.len() <= LOOKED_AT_MAX;
        let mut found = Vec::new();
        for thing in candidates.into_iter().take(LOOKED_AT_MAX) {
            let entity = self.entities.things.get(thing)?;
            let names = [prop::NAME, prop::ALIAS, prop::PREVIOUS_NAME, prop::ADDRESS];
            let is_it = names
                .into_iter()
                .flat_map(|property| entity.values(property))
                .any(|name| words(name) == asked);
            if is_it {
                found.push(thing);
            }
        }
        Ok((found, is_all))
    }

    /// Things that have every word, by rising number.
    pub(crate) fn with_all_words(&self, words: &[String]) -> Vec<u32> {
        let mut lists: Vec<Vec<u32>> = words.iter().map(|w| self.index.word(w).things).collect();
        lists.sort_by_key(Vec::len);
        let mut lists = lists.into_iter();
        let Some(mut common) = lists.next() else { return Vec::new() };
        for list in lists {
            common.retain(|thing| list.binary_search(thing).is_ok());
        }
        common
    }
}
