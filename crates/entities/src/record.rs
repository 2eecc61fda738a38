//! One entity as it is stored.

use cuibono_model::fragment::{put_str, put_varint, take, take_str, take_varint};
use cuibono_model::{Property, Schema};

/// How sure it is that two ids are one party.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Grade {
    /// A publisher says so, or both carry the same identifier.
    SameIdentifier = 0,
    /// Strong evidence that could be wrong: the same normalised name in the same country.
    Strong = 1,
}

/// Another id of the same party.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Referent {
    /// The id.
    pub id: String,
    /// How sure it is.
    pub grade: Grade,
    /// Which key joined them, e.g. `name_country`.
    pub reason: String,
}

/// Where a record stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// Number of the input file in the manifest.
    pub file: u16,
    /// Number of the record in that file, from 1.
    pub record: u64,
    /// Where it starts in the unpacked file.
    pub byte: u64,
}

/// One claim with the record it rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// Which property.
    pub property: Property,
    /// The cleaned value.
    pub value: String,
    /// What the record has, where cleaning changed it; empty otherwise.
    pub original: String,
    /// Language, or empty.
    pub lang: String,
    /// Index into [`EntityRecord::places`].
    pub place: u32,
}

/// One entity with everything said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntityRecord {
    /// Its canonical id.
    pub id: String,
    /// Its schema.
    pub schema: Schema,
    /// Its other ids.
    pub referents: Vec<Referent>,
    /// The records that speak of it, in the order of files.
    pub places: Vec<Place>,
    /// What they say, in the order of properties.
    pub statements: Vec<Statement>,
}

impl EntityRecord {
    /// The values of a property, in order.
    pub fn values(&self, property: Property) -> impl Iterator<Item = &str> {
        self.statements.iter().filter(move |s| s.property == property).map(|s| s.value.as_str())
    }

    /// The first value of a property.
    #[must_use]
    pub fn first(&self, property: Property) -> Option<&str> {
        self.values(property).next()
    }

    /// Reads the packed form; `None` when it makes no sense.
    #[must_use]
    pub fn read(mut bytes: &[u8]) -> Option<EntityRecord> {
        let at = &mut bytes;
        let id = take_str(at)?.to_owned();
        let schema = Schema::from_code(take(at, 1)?[0])?;
        let mut referents = Vec::new();
        for _ in 0..take_varint(at)? {
            let id = take_str(at)?.to_owned();
            let grade = match take(at, 1)?[0] {
                0 => Grade::SameIdentifier,
                1 => Grade::Strong,
                _ => return None,
            };
            referents.push(Referent { id, grade, reason: take_str(at)?.to_owned() });
        }
        let mut places = Vec::new();
        for _ in 0..take_varint(at)? {
            let file = u16::try_from(take_varint(at)?).ok()?;
            places.push(Place { file, record: take_varint(at)?, byte: take_varint(at)? });
        }
        let mut statements = Vec::new();
        for _ in 0..take_varint(at)? {
            let property = Property::from_code(u16::try_from(take_varint(at)?).ok()?)?;
            let place = u32::try_from(take_varint(at)?).ok()?;
            if place as usize >= places.len() {
                return None;
            }
            let value = take_str(at)?.to_owned();
            let original = take_str(at)?.to_owned();
            let lang = take_str(at)?.to_owned();
            statements.push(Statement { property, value, original, lang, place });
        }
        at.is_empty().then_some(EntityRecord { id, schema, referents, places, statements })
    }
}

/// One claim of a [`Draft`].
#[derive(Clone, Copy, Debug)]
pub struct DraftStatement<'a> {
    /// Which property.
    pub property: Property,
    /// The cleaned value.
    pub value: &'a str,
    /// What the record has, where cleaning changed it; empty otherwise.
    pub original: &'a str,
    /// Language, or empty.
    pub lang: &'a str,
    /// Index into [`Draft::places`].
    pub place: u32,
}

/// An entity about to be packed, borrowing its text from the fragments it is made of.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// Its canonical id.
    pub id: &'a str,
    /// Its schema.
    pub schema: Schema,
    /// Its other ids.
    pub referents: &'a [Referent],
    /// The records that speak of it, in the order of files.
    pub places: Vec<Place>,
    /// What they say, in the order of properties.
    pub statements: Vec<DraftStatement<'a>>,
}

impl<'a> Draft<'a> {
    /// The values of a property, in order.
    pub fn values(&self, property: Property) -> impl Iterator<Item = &'a str> {
        self.statements.iter().filter(move |s| s.property == property).map(|s| s.value)
    }

    /// The first value of a property.
    #[must_use]
    pub fn first(&self, property: Property) -> Option<&'a str> {
        self.values(property).next()
    }

    /// Appends the packed form.
    pub fn write(&self, out: &mut Vec<u8>) {
        put_str(out, self.id);
        out.push(self.schema.code());
        put_varint(out, self.referents.len() as u64);
        for referent in self.referents {
            put_str(out, &referent.id);
            out.push(referent.grade as u8);
            put_str(out, &referent.reason);
        }
        put_varint(out, self.places.len() as u64);
        for place in &self.places {
            put_varint(out, u64::from(place.file));
            put_varint(out, place.record);
            put_varint(out, place.byte);
        }
        put_varint(out, self.statements.len() as u64);
        for statement in &self.statements {
            put_varint(out, u64::from(statement.property.code()));
            put_varint(out, u64::from(statement.place));
            put_str(out, statement.value);
            put_str(out, statement.original);
            put_str(out, statement.lang);
        }
    }
}
