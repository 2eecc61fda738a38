//! Are these two names the same party's? Names are analysed once and compared often; a comparison
//! can say why. Then the same question of whole records. Pure functions: no I/O, no clock.

#![forbid(unsafe_code)]

mod align;
mod analyse;
mod explain;
mod frequency;
mod kind;
mod name;
mod pair;
mod pieces;
mod roles;
mod score;

pub use analyse::{Context, Part, analyse, analyse_in};
pub use explain::{Effect, Evidence, Explanation, Generated, explain};
pub use frequency::Frequencies;
pub use kind::Kind;
pub use name::{Name, Role};
pub use pair::How;
pub use score::{Remark, THRESHOLD, compare};
