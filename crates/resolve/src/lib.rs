//! Which ids are the same party: by shared identifiers, and by name and country where only one
//! numbered body fits.
//!
//! A wrong merge accuses somebody, so what is not certain is kept apart: two different numbers of one
//! register are never joined, and a name that fits two bodies joins neither. Persons are never joined
//! on a name.
//!
//! **Invariant:** pure functions; the result does not depend on the order of the keys.

#![forbid(unsafe_code)]

mod clusters;

pub use clusters::{Key, Link, PersonWords, Refusal, Resolution, resolve};
