//! Bounded readers for publishers' files: what is in a path, its bytes unpacked, and runs of whole
//! records with their place.
//!
//! **Invariant:** every limit on outside bytes lives here ([`Limits`]). Nothing in this crate knows
//! what a register is.

#![forbid(unsafe_code)]

mod error;
mod frame;
mod input;
mod json;
mod limits;
mod rows;
mod text;
mod xml;

pub use error::ReadError;
pub use frame::{Chunk, Frames, Framing};
pub use input::{Member, discover, discover_with};
pub use limits::Limits;
pub use rows::{Columns, Row, rows};
pub use text::{decode, decode_windows_1252};
pub use xml::{Element, elements};
