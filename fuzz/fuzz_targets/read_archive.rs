//! Any bytes as an archive: never more comes out than the limits allow.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/pipeline/tests/harness/mod.rs"]
mod harness;

fuzz_target!(|data: &[u8]| harness::archive(data));
