//! The registers Cuibono reads: one folder each, registered once in [`SOURCES`].
//!
//! A source says what its dataset is, recognises its files by their content, and maps records to
//! fragments. Every column is mapped, ignored by name, or raised as an issue.
//!
//! **Invariant:** a source never touches the network and knows nothing of the store.

#![forbid(unsafe_code)]

mod designation;
mod fields;
mod ftm;
mod gb_coh_companies;
mod gb_coh_oe_list;
mod gb_coh_psc;
mod gb_fcdo_sanctions;
mod gb_hmlr_ccod;
mod gb_hmlr_ocod;
mod gb_ofsi_conlist;
#[cfg(test)]
mod harness;
mod head;
mod hmlr;
mod line_rows;
mod source;
mod un_sc;
mod us_ofac_cons;
mod us_ofac_sdn;

pub use head::Head;
pub use source::{Dataset, Mapper, Plan, Source, WholeReader};

/// Every source, in the order in which files are offered to them.
pub const SOURCES: &[&dyn Source] = &[
    &gb_hmlr_ocod::SOURCE,
    &gb_hmlr_ccod::SOURCE,
    &gb_coh_companies::SOURCE,
    &gb_coh_oe_list::SOURCE,
    &gb_coh_psc::SOURCE,
    &gb_fcdo_sanctions::SOURCE,
    &gb_ofsi_conlist::SOURCE,
    &us_ofac_sdn::SOURCE,
    &us_ofac_cons::SOURCE,
    &un_sc::SOURCE,
    &ftm::SOURCE,
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
