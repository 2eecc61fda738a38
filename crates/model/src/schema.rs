//! Schemata and properties: small copyable handles into the tables of [`crate::ftm`].

use std::sync::LazyLock;

use crate::ftm::{PROPERTIES, SCHEMA_PROPERTIES, SCHEMATA};

/// What a property's values are, so that code can clean, compare and show them by type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PropertyType {
    /// Short free text.
    Text,
    /// Long free text.
    LongText,
    /// The name of a person or thing.
    Name,
    /// A one-line postal address.
    Address,
    /// A country code: lower-case ISO 3166-1 alpha-2 or FollowTheMoney's extensions.
    Country,
    /// A partial ISO date.
    Date,
    /// An identifier issued by somebody.
    Identifier,
    /// A number, kept as text.
    Number,
    /// A FollowTheMoney topic.
    Topic,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// `male`, `female` or `other`.
    Gender,
    /// The id of another entity.
    Entity,
}

pub(crate) struct SchemaRow {
    pub(crate) name: &'static str,
    pub(crate) ancestors: &'static [&'static str],
    pub(crate) caption: &'static [&'static str],
    pub(crate) required: &'static [&'static str],
    pub(crate) edge: Option<(&'static str, &'static str)>,
    pub(crate) is_abstract: bool,
}

/// For each schema the bits of itself and its ancestors: asked for every entity of a build.
static LINEAGE: LazyLock<Vec<u128>> = LazyLock::new(|| {
    let bit = |name: &str| Schema::parse(name).map_or(0, |schema| 1u128 << schema.0);
    let lineage = |row: &SchemaRow| row.ancestors.iter().fold(bit(row.name), |all, n| all | bit(n));
    SCHEMATA.iter().map(lineage).collect()
});

pub(crate) struct PropertyRow {
    pub(crate) name: &'static str,
    pub(crate) kind: PropertyType,
}

/// A FollowTheMoney schema, e.g. `Company`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Schema(u8);

impl Schema {
    pub(crate) const fn at(index: u8) -> Schema {
        Schema(index)
    }

    /// The schema of that exact name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Schema> {
        SCHEMATA.binary_search_by(|row| row.name.cmp(name)).ok().map(|i| Schema(i as u8))
    }

    /// Every schema, by name.
    pub fn all() -> impl Iterator<Item = Schema> {
        (0..SCHEMATA.len()).map(|i| Schema(i as u8))
    }

    /// Reads a stored code; `None` when it is out of range.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Schema> {
        ((code as usize) < SCHEMATA.len()).then_some(Schema(code))
    }

    /// The code that [`Schema::from_code`] reads.
    #[must_use]
    pub fn code(self) -> u8 {
        self.0
    }

    fn row(self) -> &'static SchemaRow {
        &SCHEMATA[self.0 as usize]
    }

    /// The FollowTheMoney name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether this schema is `other` or inherits from it.
    #[must_use]
    pub fn is_a(self, other: Schema) -> bool {
        LINEAGE[self.0 as usize] >> other.0 & 1 == 1
    }

    /// The two properties that name the ends, for relationship schemata: (source, target).
    #[must_use]
    pub fn edge(self) -> Option<(Property, Property)> {
        let (source, target) = self.row().edge?;
        Some((Property::parse(source)?, Property::parse(target)?))
    }

    /// Properties whose first value is the caption, best first.
    pub fn caption(self) -> impl Iterator<Item = Property> {
        self.row().caption.iter().filter_map(|name| Property::parse(name))
    }

    /// Properties an entity of this schema must have.
    pub fn required(self) -> impl Iterator<Item = Property> {
        self.row().required.iter().filter_map(|name| Property::parse(name))
    }

    /// Whether an entity may have this schema.
    #[must_use]
    pub fn is_abstract(self) -> bool {
        self.row().is_abstract
    }

    /// Whether the property belongs to this schema; our own `cuibono:` properties always do.
    #[must_use]
    pub fn has(self, property: Property) -> bool {
        property.is_extension()
            || SCHEMA_PROPERTIES[self.0 as usize].binary_search(&property.0).is_ok()
    }

    /// The properties of this schema, inherited ones included, `cuibono:` ones not.
    pub fn properties(self) -> impl Iterator<Item = Property> {
        SCHEMA_PROPERTIES[self.0 as usize].iter().map(|&i| Property(i))
    }

    /// Whether entities of this schema describe a relation or an event rather than a thing:
    /// they are stored after the things and are not nodes of the graph.
    #[must_use]
    pub fn is_interval(self) -> bool {
        self.is_a(crate::schemata::INTERVAL) || self == crate::schemata::SIMILAR
    }

    /// The more specific of two schemata of one entity, or `None` when neither is the other's
    /// ancestor. The caller decides what a conflict means.
    #[must_use]
    pub fn merge(self, other: Schema) -> Option<Schema> {
        if self.is_a(other) {
            Some(self)
        } else if other.is_a(self) {
            Some(other)
        } else {
            None
        }
    }
}

impl std::fmt::Debug for Schema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::fmt::Display for Schema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// A property of a schema, e.g. `birthDate`. One name has one handle whatever the schema.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Property(u16);

impl Property {
    pub(crate) const fn at(index: u16) -> Property {
        Property(index)
    }

    /// The property of that exact name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Property> {
        if name.starts_with("cuibono:") {
            return PROPERTIES.iter().position(|row| row.name == name).map(|i| Property(i as u16));
        }
        let end = PROPERTIES.len() - extension_count();
        PROPERTIES[..end]
            .binary_search_by(|row| row.name.cmp(name))
            .ok()
            .map(|i| Property(i as u16))
    }

    /// Reads a stored code; `None` when it is out of range.
    #[must_use]
    pub fn from_code(code: u16) -> Option<Property> {
        ((code as usize) < PROPERTIES.len()).then_some(Property(code))
    }

    /// The code that [`Property::from_code`] reads.
    #[must_use]
    pub fn code(self) -> u16 {
        self.0
    }

    /// The FollowTheMoney name, or ours with the prefix `cuibono:`.
    #[must_use]
    pub fn name(self) -> &'static str {
        PROPERTIES[self.0 as usize].name
    }

    /// The type of its values.
    #[must_use]
    pub fn kind(self) -> PropertyType {
        PROPERTIES[self.0 as usize].kind
    }

    /// Whether it is ours and has no counterpart in FollowTheMoney.
    #[must_use]
    pub fn is_extension(self) -> bool {
        self.name().starts_with("cuibono:")
    }
}

fn extension_count() -> usize {
    PROPERTIES.iter().rev().take_while(|row| row.name.starts_with("cuibono:")).count()
}

impl std::fmt::Debug for Property {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{prop, schemata};

    #[test]
    fn names_and_constants_agree() {
        assert_eq!(schemata::COMPANY.name(), "Company");
        assert_eq!(prop::BIRTH_DATE.name(), "birthDate");
        assert_eq!(prop::X_NATURE.name(), "cuibono:nature");
        assert!(Schema::all().count() <= 128, "a lineage has one bit a schema");
        for schema in Schema::all() {
            assert_eq!(Schema::parse(schema.name()), Some(schema));
            for property in schema.properties() {
                assert!(schema.has(property));
            }
        }
        for code in 0.. {
            let Some(property) = Property::from_code(code) else { break };
            assert_eq!(Property::parse(property.name()), Some(property));
        }
    }

    #[test]
    fn inheritance() {
        assert!(schemata::COMPANY.is_a(schemata::ASSET));
        assert!(schemata::COMPANY.is_a(schemata::LEGAL_ENTITY));
        assert!(!schemata::PERSON.is_a(schemata::ASSET));
        assert_eq!(schemata::COMPANY.merge(schemata::LEGAL_ENTITY), Some(schemata::COMPANY));
        assert_eq!(schemata::PERSON.merge(schemata::COMPANY), None);
        assert!(schemata::OWNERSHIP.is_interval() && !schemata::VESSEL.is_interval());
        assert_eq!(schemata::OWNERSHIP.edge(), Some((prop::OWNER, prop::ASSET)));
    }
}
