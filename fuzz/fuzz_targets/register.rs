//! Any bytes as a register file of any source: refused with a reason, or a sound store that answers.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/pipeline/tests/harness/mod.rs"]
mod harness;

fuzz_target!(|data: &[u8]| {
    let _ = harness::register("any", data);
});
