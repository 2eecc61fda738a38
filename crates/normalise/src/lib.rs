//! Register values to one spelling: countries, company and title numbers, identifiers, dates.
//! Pure functions over tables; no I/O.

#![forbid(unsafe_code)]

pub mod blank;
pub mod company_number;
pub mod country;
pub mod dates;
pub mod identifiers;
pub mod ids;
pub mod title_number;

pub use company_number::CompanyNumber;
