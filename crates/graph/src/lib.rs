//! Who has what in whom: relationships as a forward and a reverse adjacency with terms and dates, and
//! what kind of party stands at each node.
//!
//! Nodes are the things of [`cuibono_entities`](../cuibono_entities/index.html) by number.
//! Writer and reader: [`GraphWriter`], [`Graph`].
//!
//! **Invariant:** this crate knows no file paths and no names; it does not compute ownership.

#![forbid(unsafe_code)]

mod read;
mod terms;
mod write;

pub use read::{Edge, Graph};
pub use write::{GraphWriter, NewEdge, Party};

/// Facts about a party that queries test on every node they pass.
pub mod flag {
    /// Designated on a sanctions list.
    pub const SANCTIONED: u16 = 1;
    /// Holds or held a political office, or is close to somebody who does.
    pub const PEP: u16 = 2;
    /// Dissolved, removed or converted.
    pub const DISSOLVED: u16 = 4;
    /// The title has proprietors that the register does not show.
    pub const HIDDEN_PROPRIETORS: u16 = 8;
    /// Some publisher links it to a sanctioned party without designating it.
    pub const SANCTION_LINKED: u16 = 16;
    /// Described by the company register itself, not only referred to.
    pub const ON_REGISTER: u16 = 32;
    /// Owned by the state.
    pub const STATE_OWNED: u16 = 64;
}
