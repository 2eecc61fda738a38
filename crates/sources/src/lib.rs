//! The registers Cuibono reads: one folder each, registered once in [`SOURCES`].
//!
//! A source says what its dataset is, recognises its files by their content, and maps records to
//! fragments. Every column is mapped, ignored by name, or raised as an issue.
//!
//! **Invariant:** a source never touches the network and knows nothing of the store.

#![forbid(unsafe_code)]

mod designation;
mod ftm;
mod gb_fcdo_sanctions;
mod gb_ofsi_conlist;
#[cfg(test)]
mod harness;
mod head;
mod source;
mod un_sc;
mod us_ofac_sdn;

pub use head::Head;
pub use source::{Dataset, Mapper, Plan, Source, WholeReader};

/// Every source, in the order in which files are offered to them.
pub const SOURCES: &[&dyn Source] = &[
    &gb_fcdo_sanctions::GbFcdoSanctions,
    &gb_ofsi_conlist::GbOfsiConlist,
    &us_ofac_sdn::UsOfacSdn,
    &us_ofac_sdn::UsOfacCons,
    &un_sc::UnSc,
    &ftm::Ftm,
];

/// The source of that dataset id.
#[must_use]
pub fn source(id: &str) -> Option<&'static dyn Source> {
    SOURCES.iter().copied().find(|source| source.dataset().id == id)
}

/// The first source that recognises a file, and how to read it.
#[must_use]
pub fn recognise(head: &Head) -> Option<(&'static dyn Source, Plan)> {
    SOURCES.iter().copied().find_map(|source| Some((source, source.recognise(head)?)))
}
