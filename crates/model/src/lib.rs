//! The nouns of Cuibono: what a register says, in the words of FollowTheMoney and BODS.
//!
//! **Invariant:** this crate does no I/O, knows no clock and derives no serialisation trait. Every
//! type here can be built in a test from plain values.

#![forbid(unsafe_code)]

pub mod date;
pub mod fragment;
pub mod ftm;
pub mod interest;
pub mod issue;
pub mod ratio;
pub mod schema;
pub mod share;

pub use date::{Day, PartialDate};
pub use fragment::{Claim, Emitter, EntityWriter, Fragment, IdentityKey, KeyScheme, Part};
pub use ftm::{prop, schema as schemata};
pub use interest::{Directness, Interest, InterestKind, PartyClass, Terms, UnspecifiedReason, Via};
pub use issue::{Issue, IssueKind, Severity};
pub use ratio::Ratio;
pub use schema::{Property, PropertyType, Schema};
pub use share::Share;
