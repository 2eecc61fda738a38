//! A store whose sections are changed at will and whose checksums are repaired: opening, verifying
//! and every question end without a panic.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/pipeline/tests/harness/mod.rs"]
mod harness;

static FORGE: OnceLock<harness::Forge> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let sample = include_bytes!("../../crates/sources/src/ftm/sample/example.ftm.json");
    FORGE.get_or_init(|| harness::Forge::new("example.ftm.json", sample)).forged(data);
});
