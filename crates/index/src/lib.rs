//! From words and identifiers to candidate things.
//!
//! Sections: a dictionary of name words in their order with postings of thing numbers, and identifiers by
//! hash. Writer and reader: [`IndexWriter`] (fed by [`LocalWords`]), [`Index`].
//!
//! **Invariant:** this crate never sees a share. Hash hits are candidates; the caller confirms them
//! on the entity itself.

#![forbid(unsafe_code)]

mod read;
mod write;

pub use read::{Index, Matches};
pub use write::{IndexWriter, LocalWords};

/// The form in which identifiers are compared: letters and digits in upper case, an IMO number
/// without its prefix.
#[must_use]
pub fn identifier_key(value: &str) -> String {
    let key: String =
        value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    match key.strip_prefix("IMO") {
        Some(number) if number.len() == 7 && number.bytes().all(|b| b.is_ascii_digit()) => {
            number.to_owned()
        }
        _ => key,
    }
}

pub(crate) fn identifier_hash(value: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(identifier_key(value).as_bytes())
}
