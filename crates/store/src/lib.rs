//! The store on disk: immutable sections with checksums, a manifest, publishing by one rename.
//!
//! ```text
//! STORE/
//!   CURRENT                 the digest of the current manifest, one line
//!   g-<digest>/             one published generation
//!     manifest.json         what is in it; its BLAKE3 digest is the generation's name
//!     <section>             raw bytes, mapped into memory
//! ```
//!
//! `CURRENT` names the manifest by its digest and the manifest lists every section with its length
//! and checksum, so each byte that is ever read is covered. Opening verifies all of them.
//!
//! **Invariant:** this crate knows bytes, sections and checksums. It does not know what an owner is.
//! `unsafe` stands in `map.rs` and nowhere else in the workspace.

#[cfg(target_endian = "big")]
compile_error!(
    "stores are little-endian and mapped as they are; big-endian machines are not supported"
);

mod checksum;
mod error;
mod manifest;
mod map;
mod open;
mod publish;

pub use checksum::Checksum;
pub use error::StoreError;
pub use manifest::{DatasetEntry, FORMAT_VERSION, InputEntry, Manifest, SectionEntry};
pub use open::{Section, Store};
pub use publish::{SectionWriter, StoreWriter};
