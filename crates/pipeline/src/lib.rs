//! The build: register files in, one published store out.
//!
//! 1. `plan`: what is in the paths, which source reads each file.
//! 2. `ingest`: records are mapped in parallel and their fragments spilled to partitions by entity.
//! 3. `group`: each partition is sorted and its fragments become entities, edges and words.
//! 4. `build`: the sections are written in partition order and published.
//!
//! **Invariant:** a build is a function of its input files: no clock, no hash seed, no thread order
//! reaches the store. Memory does not grow with the size of a file: what grows is spilled, but for a
//! few bytes per entity and edge.

#![forbid(unsafe_code)]

mod build;
mod classify;
mod error;
mod group;
mod ingest;
mod issues;
mod plan;
mod spill;

pub use build::{BuildOptions, BuildReport, build};
pub use error::BuildError;
pub use plan::{InputPath, Skipped};

/// Hears how far a build is. Called from several threads.
pub trait Progress: Sync {
    /// A stage begins; `total` is in the unit of [`Progress::advance`], 0 when unknown.
    fn stage(&self, stage: Stage, total: u64);
    /// So much more is done: bytes on disk while reading, partitions while grouping; and records.
    fn advance(&self, amount: u64, records: u64);
    /// Something a person should see now.
    fn warn(&self, message: &str);
}

/// The stages of a build.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Looking at the files.
    Recognising,
    /// Reading and mapping records.
    Reading,
    /// Deciding which ids are one party.
    Resolving,
    /// Sorting fragments into entities.
    Grouping,
    /// Writing and publishing.
    Publishing,
}

/// Hears nothing.
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _: Stage, _: u64) {}
    fn advance(&self, _: u64, _: u64) {}
    fn warn(&self, _: &str) {}
}
