//! A share of something: an interval of fractions with open or closed ends.

use crate::ratio::Ratio;

/// A share as a register states it. Always inside 0 to 1, never empty.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Share {
    /// Lower end, a fraction of 1.
    pub min: Ratio,
    /// Upper end, a fraction of 1.
    pub max: Ratio,
    /// Whether the lower end itself is excluded.
    pub min_open: bool,
    /// Whether the upper end itself is excluded.
    pub max_open: bool,
}

impl Share {
    /// Anything from nothing to all: the register says nothing about the size.
    pub const UNKNOWN: Share =
        Share { min: Ratio::ZERO, max: Ratio::ONE, min_open: false, max_open: false };
    /// The whole.
    pub const ALL: Share =
        Share { min: Ratio::ONE, max: Ratio::ONE, min_open: false, max_open: false };

    /// An interval, or `None` when it is empty or leaves 0 to 1.
    #[must_use]
    pub fn new(min: Ratio, min_open: bool, max: Ratio, max_open: bool) -> Option<Share> {
        let empty = min > max || (min == max && (min_open || max_open));
        if empty || max > Ratio::ONE {
            return None;
        }
        Some(Share { min, max, min_open, max_open })
    }

    /// One exact value; `None` above 1.
    #[must_use]
    pub fn exact(value: Ratio) -> Option<Share> {
        Share::new(value, false, value, false)
    }

    /// Whether both ends are the same closed value.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.min == self.max
    }

    /// The Companies House band `25-to-50-percent`: more than 25%, not more than 50%.
    #[must_use]
    pub fn band_25_50() -> Share {
        Share { min: Ratio::QUARTER, min_open: true, max: Ratio::HALF, max_open: false }
    }

    /// The band `50-to-75-percent`, read as (50, 75]: the statute says "less than 75%", the
    /// register's own long text "not more than 75%", and filers may have followed either.
    #[must_use]
    pub fn band_50_75() -> Share {
        Share { min: Ratio::HALF, min_open: true, max: Ratio::THREE_QUARTERS, max_open: false }
    }

    /// The band `75-to-100-percent`, read as [75, 100] for the same reason.
    #[must_use]
    pub fn band_75_100() -> Share {
        Share { min: Ratio::THREE_QUARTERS, min_open: false, max: Ratio::ONE, max_open: false }
    }

    /// The overseas-entity band `more-than-25-percent`.
    #[must_use]
    pub fn more_than_25() -> Share {
        Share { min: Ratio::QUARTER, min_open: true, max: Ratio::ONE, max_open: false }
    }
}
