//! Are these two names the same party's? Names are analysed once and compared often; a comparison
//! can say why. Then the same question of whole records. Pure functions: no I/O, no clock.

#![forbid(unsafe_code)]

mod ablate;
mod align;
mod analyse;
mod explain;
mod fields;
mod frequency;
pub mod identifiers;
mod kind;
mod name;
mod pair;
mod party;
mod pieces;
mod record;
mod roles;
mod score;
mod slips;

pub use ablate::Without;
pub use analyse::{Context, Part, analyse, analyse_in};
pub use explain::{Effect, Evidence, Explanation, Generated, explain};
pub use fields::{Field, FieldEvidence, State};
pub use frequency::Frequencies;
pub use kind::Kind;
pub use name::{Name, Role};
pub use pair::How;
pub use party::{MAX_NAMES, Party, Record};
pub use record::{RecordExplanation, compare_records, explain_records};
pub use score::{Remark, THRESHOLD, compare};
