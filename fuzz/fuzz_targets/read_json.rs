//! Any bytes as JSON: objects start where the reader says, and none is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/pipeline/tests/harness/mod.rs"]
mod harness;

fuzz_target!(|data: &[u8]| harness::json(data));
