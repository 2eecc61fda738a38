//! What answers are made of.

use cuibono_model::{
    Directness, InterestKind, PartialDate, PartyClass, Share, UnspecifiedReason, Via,
};
use cuibono_ownership::{Interval, Rat, Verdict};

/// A party or thing, as far as a list shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct PartyView {
    /// Canonical id.
    pub id: String,
    /// What to call it, in the language asked for.
    pub caption: String,
    /// FollowTheMoney schema.
    pub schema: &'static str,
    /// What kind of party.
    pub class: PartyClass,
    /// Why it is not named, if it is not.
    pub reason: Option<UnspecifiedReason>,
    /// Countries, as codes.
    pub countries: Vec<String>,
    /// FollowTheMoney topics.
    pub topics: Vec<String>,
    /// Designated on a sanctions list.
    pub is_sanctioned: bool,
    /// Dissolved, removed or closed as far as the register says.
    pub is_dissolved: bool,
    /// Year and month of birth or of incorporation, to tell namesakes apart.
    pub date: Option<String>,
}

/// Bounds of a share, as fractions of 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    /// Lower end, the nearest double of the exact fraction.
    pub min: f64,
    /// Upper end, the nearest double of the exact fraction.
    pub max: f64,
    /// Whether the lower end itself is excluded.
    pub min_open: bool,
    /// Whether the upper end itself is excluded.
    pub max_open: bool,
}

impl From<&Interval> for Bounds {
    fn from(interval: &Interval) -> Bounds {
        Bounds {
            min: nearest(&interval.min),
            max: nearest(&interval.max),
            min_open: interval.min_open,
            max_open: interval.max_open,
        }
    }
}

/// The double nearest to a fraction. Verdicts never use it: they compare the fractions.
fn nearest(value: &Rat) -> f64 {
    let (down, up) = (value.to_f64_down(), value.to_f64_up());
    let is_down_nearer = value - &Rat::from_f64(down) <= &Rat::from_f64(up) - value;
    if is_down_nearer { down } else { up }
}

impl From<Share> for Bounds {
    fn from(share: Share) -> Bounds {
        Bounds {
            min: share.min.to_f64(),
            max: share.max.to_f64(),
            min_open: share.min_open,
            max_open: share.max_open,
        }
    }
}

/// Where a share stands against the threshold.
pub type Status = Verdict;

/// The place of a record in a publisher's file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RecordView {
    /// Dataset id.
    pub dataset: String,
    /// File name, with the entry of an archive behind a `!`.
    pub file: String,
    /// Number of the record, from 1.
    pub record: u64,
    /// Where it starts in the unpacked file.
    pub byte: u64,
}

/// One interest of a relationship.
#[derive(Clone, PartialEq, Debug)]
pub struct InterestView {
    /// What right.
    pub kind: InterestKind,
    /// In what capacity.
    pub via: Via,
    /// Whether held directly.
    pub directness: Directness,
    /// How large; `None` where the kind has no size.
    pub share: Option<Share>,
}

/// One step of a chain: a holder, what it has, and the record that says so.
#[derive(Clone, PartialEq, Debug)]
pub struct Hop {
    /// Id of the relationship.
    pub id: String,
    /// Who holds.
    pub holder: PartyView,
    /// Who or what is held.
    pub subject: PartyView,
    /// What is held.
    pub interests: Vec<InterestView>,
    /// First day, as far as known.
    pub start: Option<PartialDate>,
    /// First day on which it no longer holds.
    pub end: Option<PartialDate>,
    /// Held jointly with others.
    pub is_joint: bool,
    /// The register's own words for it (natures of control, role).
    pub words: Vec<String>,
    /// Whether the step goes from the holder down to the subject; a path between two parties may
    /// also climb.
    pub is_downward: bool,
    /// The holder or subject was found by name and country, not by a number.
    pub is_matched: bool,
    /// The records it rests on.
    pub records: Vec<RecordView>,
}

/// A chain of steps from an owner down to a subject, or between any two parties.
#[derive(Clone, PartialEq, Debug)]
pub struct ChainView {
    /// The steps in order.
    pub hops: Vec<Hop>,
    /// The product of the shares along it, where every step has a size.
    pub share: Option<Bounds>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_show_as_their_nearest_double() {
        for (fraction, double) in [("51/100", 0.51), ("1/3", 1.0 / 3.0), ("0", 0.0), ("1", 1.0)] {
            let value: Rat = fraction.parse().unwrap();
            assert_eq!(nearest(&value), double, "{fraction}");
        }
    }
}
