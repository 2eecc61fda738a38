//! Any bytes as XML: a bounded tree or a typed refusal.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/pipeline/tests/harness/mod.rs"]
mod harness;

fuzz_target!(|data: &[u8]| harness::xml(data));
