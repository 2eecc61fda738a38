//! Register values to one spelling: countries, company and title numbers, identifiers, dates.
//! Pure functions over tables; no I/O.

#![forbid(unsafe_code)]

pub mod country;
pub mod dates;
pub mod ids;
