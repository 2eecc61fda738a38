//! The real binary from files to answers. Each module is one subject; what they share is in
//! `common`. Nothing here calls the libraries to get an answer: only the command line counts.

mod common;

mod bad_input;
mod corpus;
mod damage;
mod determinism;
mod interrupted;
mod invented;
mod large;
mod questions;
mod real_files;
