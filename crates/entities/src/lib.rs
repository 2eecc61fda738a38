//! Entities in a store: their statements, packed in compressed blocks in the order of the hash of
//! their id.
//!
//! There are two runs: things (nodes of the graph) and intervals (relationships, sanctions,
//! documents). Within a run an entity's number is its place. Writer, section, reader: [`Batch`] packs
//! entities where they are grouped, [`RunWriter`] appends batches in order, [`Run`] reads.
//!
//! **Invariant:** this crate knows no file paths and never interprets a statement.

#![forbid(unsafe_code)]

mod read;
mod record;
mod write;

pub use read::{Entities, Run};
pub use record::{Draft, DraftStatement, EntityRecord, Grade, Place, Referent, Statement};
pub use write::{Batch, RunWriter};

/// The hash that orders entities: XXH3 of the id.
#[must_use]
pub fn id_hash(id: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(id.as_bytes())
}
