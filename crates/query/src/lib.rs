//! The façade: one immutable [`Snapshot`] of a store, and answers as plain structs in the user's
//! words. The command line, the HTTP interface and any binding sit on this and on nothing below it.
//!
//! **Invariant:** nothing here can ingest, write or call out; no view borrows from the store; no
//! HTTP word, no serialisation.

#![forbid(unsafe_code)]

mod adapt;
mod bulk;
mod captions;
mod case;
mod chains;
mod error;
mod explain;
mod groups;
mod held_under;
mod holdings;
mod lookup;
mod owners;
mod path;
mod regimes;
mod search;
mod settles;
mod show;
mod snapshot;
mod timeline;
mod value;
mod view;
mod whatif;

pub use bulk::{UltimateRow, UltimateSummary};
pub use captions::Lang;
pub use case::{Asked, Exact, FactView, StepView};
pub use error::QueryError;
pub use explain::{
    AdjustmentView, AttributedView, BlockView, ChainArithmetic, CreditView, DifferenceView,
    ExplainView, HopArithmetic,
};
pub use groups::{AssociateView, GroupView, MemberView};
pub use held_under::{HeldUnder, HeldUnderView};
pub use holdings::{Held, HoldingsView};
pub use lookup::Found;
pub use owners::{EndView, OwnerView, OwnersView, WarningView};
pub use path::PathsView;
pub use regimes::{
    CloseLinkView, FindingView, LimbView, ListedView, RegimeNote, RegimeView, is_sanctions,
};
pub use search::{Hit, SearchOptions};
pub use show::{ProfileView, PropertyView, Relation, SameAs, ValueView};
pub use snapshot::{IssueCount, Question, Snapshot};
pub use timeline::{ChangeView, OwnerThen, SegmentView, TimelineView};
pub use value::{NetworkValue, PriceSum};
pub use view::{Bounds, ChainView, Hop, InterestView, PartyView, RecordView, Status};
pub use whatif::{Blocked, WhatIfSummary};
