//! The manifest: what a generation holds, from what, under which licences.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The version of the layout of sections. A store of another version is refused.
pub const FORMAT_VERSION: u32 = 1;

/// What a generation holds. Written as JSON; nothing in it depends on the clock or the machine.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT_VERSION`] of the program that wrote it.
    pub format: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// The latest date any input speaks of, ISO, or empty.
    pub data_as_of: String,
    /// The files it was built from, in the order in which statements refer to them.
    pub inputs: Vec<InputEntry>,
    /// The datasets they belong to.
    pub datasets: Vec<DatasetEntry>,
    /// Numbers of things, relationships, statements and so on.
    pub counts: BTreeMap<String, u64>,
    /// Issues by dataset and kind.
    pub issues: BTreeMap<String, BTreeMap<String, u64>>,
    /// Every other file of the generation.
    pub sections: Vec<SectionEntry>,
}

/// One input file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InputEntry {
    /// File name, with the entry of an archive behind a `!`.
    pub name: String,
    /// Dataset id.
    pub dataset: String,
    /// Size on disk of the file that holds it.
    pub bytes: u64,
    /// BLAKE3 digest of that file.
    pub blake3: String,
    /// Records read.
    pub records: u64,
    /// The date it speaks of, ISO and maybe partial, or empty.
    pub data_date: String,
}

/// One dataset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DatasetEntry {
    /// Dataset id.
    pub id: String,
    /// Title in English.
    pub title: String,
    /// Title in Ukrainian.
    pub title_uk: String,
    /// Publisher.
    pub publisher: String,
    /// Where it is published.
    pub url: String,
    /// Licence.
    pub licence: String,
    /// Line to show with the data.
    pub attribution: String,
    /// What may not be done with it.
    pub restrictions: String,
    /// Whether rows may be exported in bulk.
    pub is_bulk_export_allowed: bool,
    /// Records read.
    pub records: u64,
}

/// One section file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SectionEntry {
    /// File name.
    pub name: String,
    /// Length.
    pub bytes: u64,
    /// [`crate::Checksum`] in hexadecimal.
    pub xxh3: String,
}
