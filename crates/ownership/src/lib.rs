//! Who owns and controls what: exact shares, sound bounds for banded registers, control.
//!
//! **Invariants.** This crate sees numbers only, never a string; it reads no file, knows no clock
//! and gives the same answer for the same question. It never recurses, so no depth of a chain can
//! exhaust the stack. It never normalises or repairs in silence: what it does about contradictory
//! records is in the answer.
//!
//! # How to ask
//!
//! 1. Implement [`Graph`] over whatever keeps the relationships and cut out the part that a
//!    question needs with [`above`] (who owns this?) or [`below`] (what does this own?), within
//!    [`Limits`]. [`Part::cut`] names the parties at which a limit was met.
//! 2. Build a [`Problem`] from its nodes and holdings: [`Problem::new`]. [`Options`] say how bands
//!    are read.
//! 3. Ask: [`Problem::owners`], [`Problem::ends`], [`Problem::holdings_of`], [`Problem::chains`],
//!    [`Problem::explain`], [`Problem::settling_facts`], [`Problem::cascade`],
//!    [`Problem::attributed`], [`Problem::group`]; a rule book in [`regime`]; a period with
//!    [`time::timeline`].
//!
//! ```
//! use cuibono_model::{InterestKind, PartyClass, Share};
//! use cuibono_ownership::{Holding, Node, Options, Problem, Threshold, Verdict};
//!
//! // A person has 25 to 50 per cent of a holding company, which has 50 to 75 per cent of another.
//! let (person, holding, company) = (1, 2, 3);
//! let nodes = [
//!     Node::new(person, PartyClass::Person),
//!     Node::new(holding, PartyClass::UkCompany),
//!     Node::new(company, PartyClass::UkCompany),
//! ];
//! let holdings = [
//!     Holding::new(person, holding, InterestKind::Shareholding, Share::band_25_50()),
//!     Holding::new(holding, company, InterestKind::Shareholding, Share::band_50_75()),
//! ];
//! let problem = Problem::new(&nodes, &holdings, Options::default());
//! let owners = problem.owners(company).expect("the company is in the problem");
//! let found = owners.parties.iter().find(|p| p.node == person).expect("it is above");
//! assert_eq!(found.cash_flow.min.to_string(), "1/8");
//! assert_eq!(found.cash_flow.max.to_string(), "3/8");
//! assert_eq!(found.cash_flow_verdict(Threshold::OVER_QUARTER), Verdict::Possible);
//! assert_eq!(found.attributed_verdict(Threshold::OVER_QUARTER), Verdict::Excluded);
//! ```
//!
//! # Three quantities that are never mixed
//!
//! | | meaning | field |
//! | --- | --- | --- |
//! | cash flow | the part of the money that reaches a party, summed over all chains of the product of their shares | [`Party::cash_flow`] |
//! | attributed holding | the whole block of every entity in which the party has a majority stake | [`Party::attributed`] |
//! | cascade | "in" when those already in jointly hold enough; then it counts in full | [`Problem::cascade`] |
//!
//! A party on a loop is credited without what runs through itself again (Baldone, Brioschi and
//! Paleari 1998): money that reaches it stays.
//!
//! # Bounds
//!
//! Each subject's holders have disjoint blocks that add up to at most the whole, exactly the whole
//! where [`Node::is_complete`]. [`Interval`] ends are the exact limits over all such worlds, with
//! openness, as fractions; `is_tight` is false where a limit on size made them wider. Where the
//! statements of a subject cannot be disjoint, its sum constraint is dropped and the diagnosis is
//! among the [`Warning`]s. Joint holders share [`Holding::block`]: by law each is credited with the
//! whole of it, while the money in it may go to any of them.

#![forbid(unsafe_code)]

mod build;
pub mod bulk;
pub mod cascade;
mod column;
mod core_loop;
mod dense;
pub mod diagnosis;
pub mod ends;
pub mod explain;
pub mod extract;
mod float;
pub mod group;
pub mod held;
pub mod interval;
mod linear;
mod loops;
pub mod matrix;
pub mod owners;
pub mod paths;
pub mod power;
pub mod problem;
pub mod rat;
mod reach;
pub mod regime;
mod rough;
mod scc;
pub mod settle;
pub mod share;
mod suspend;
pub mod time;

pub use cascade::{Ground, Joined, Rule, Worlds};
pub use diagnosis::{Cause, Diagnosis, Dimension, Treatment};
pub use ends::{ChainEnd, EndClass, Ends};
pub use explain::{Adjustment, Difference, ExplainedChain, Explanation, Hop};
pub use extract::{Graph, Limits, Part, above, below};
pub use group::{Group, UltimateControllers};
pub use held::Held;
pub use interval::{Interval, Threshold, Verdict};
pub use matrix::ShareMatrix;
pub use owners::{Control, Owners, Party, Warning};
pub use paths::{Chain, Rank};
pub use problem::{Activity, Holding, Node, Options, Oversubscribed, Problem, Reading};
pub use rat::Rat;
pub use settle::{Fact, Question};
pub use share::BlockRange;
pub use time::{DatedHolding, Segment, Span};
