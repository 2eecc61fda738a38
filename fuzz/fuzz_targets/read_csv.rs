//! Any bytes as CSV: the rows do not depend on how the file is cut into chunks.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/pipeline/tests/harness/mod.rs"]
mod harness;

fuzz_target!(|data: &[u8]| harness::csv(data));
