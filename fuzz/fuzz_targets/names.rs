//! Any two texts as names: nothing panics, scores stay between 0 and 1, the order of the two does
//! not matter, and an explanation has the score it explains.
#![no_main]

use cuibono_matching::{Kind, analyse, compare, explain};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let (left, right) = text.split_once('\n').unwrap_or((&text, "Іван Zorin"));
    for kind in [Kind::Person, Kind::Organization, Kind::Entity, Kind::Object] {
        let (a, b) = (analyse(left, kind), analyse(right, kind));
        let score = compare(&a, &b);
        assert!((0.0..=1.0).contains(&score));
        assert_eq!(score.to_bits(), compare(&b, &a).to_bits());
        assert_eq!(score.to_bits(), explain(&a, &b).score.to_bits());
    }
    let _ = cuibono_text::org_key(left);
    assert!(cuibono_text::index_tokens(left).len() <= cuibono_text::MAX_INDEX_TOKENS);
});
