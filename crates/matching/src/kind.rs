//! What sort of party a name belongs to, which decides how its words are read.

use serde::Serialize;

/// The sort of party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Kind {
    /// A natural person.
    Person,
    /// A company, body or other organisation.
    Organization,
    /// A person or an organisation; the name decides.
    Entity,
    /// A ship, aircraft or other named thing.
    Object,
}

impl Kind {
    /// The kind of a FollowTheMoney schema; [`Kind::Entity`] for one that may be either or is unknown.
    #[must_use]
    pub fn of_schema(schema: &str) -> Kind {
        match schema {
            "Person" => Kind::Person,
            "Company" | "Organization" | "PublicBody" => Kind::Organization,
            "Vessel" | "Airplane" | "Vehicle" | "Security" | "RealEstate" | "Asset"
            | "CryptoWallet" => Kind::Object,
            _ => Kind::Entity,
        }
    }
}
