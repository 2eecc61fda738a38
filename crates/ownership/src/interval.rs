//! What a result says: an interval of fractions with open or closed ends, and where it stands
//! against a threshold.

use cuibono_model::{Ratio, Share};

use crate::rat::Rat;

/// A share that lies somewhere between two ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interval {
    /// Lower end, a fraction of 1.
    pub min: Rat,
    /// Upper end, a fraction of 1.
    pub max: Rat,
    /// No possible world reaches the lower end itself.
    pub min_open: bool,
    /// No possible world reaches the upper end itself.
    pub max_open: bool,
    /// Both ends are the exact limits of what the records allow. Otherwise they enclose them: a
    /// limit on size or work was met and the interval is wider than need be.
    pub is_tight: bool,
}

impl Interval {
    /// Exactly nothing.
    pub const ZERO: Interval = Interval {
        min: Rat::ZERO,
        max: Rat::ZERO,
        min_open: false,
        max_open: false,
        is_tight: true,
    };

    /// Exactly the whole.
    pub const ONE: Interval =
        Interval { min: Rat::ONE, max: Rat::ONE, min_open: false, max_open: false, is_tight: true };

    /// From nothing to the whole.
    pub const UNKNOWN: Interval = Interval {
        min: Rat::ZERO,
        max: Rat::ONE,
        min_open: false,
        max_open: false,
        is_tight: true,
    };

    /// One exact value.
    #[must_use]
    pub fn exact(value: Rat) -> Interval {
        Interval {
            min: value.clone(),
            max: value,
            min_open: false,
            max_open: false,
            is_tight: true,
        }
    }

    /// Whether it is one value.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.min == self.max && !self.min_open && !self.max_open
    }

    /// The lower end as a double, rounded down.
    #[must_use]
    pub fn min_f64(&self) -> f64 {
        self.min.to_f64_down()
    }

    /// The upper end as a double, rounded up.
    #[must_use]
    pub fn max_f64(&self) -> f64 {
        self.max.to_f64_up()
    }

    /// 1 minus it: the share of everybody else.
    #[must_use]
    pub fn complement(&self) -> Interval {
        Interval {
            min: self.max.complement(),
            max: self.min.complement(),
            min_open: self.max_open,
            max_open: self.min_open,
            is_tight: self.is_tight,
        }
    }

    /// Where it stands against a threshold.
    ///
    /// ```
    /// use cuibono_model::{Ratio, Share};
    /// use cuibono_ownership::{Interval, Threshold, Verdict};
    /// let band = Interval::from(Share::band_25_50());
    /// assert_eq!(band.verdict(Threshold::above(Ratio::QUARTER)), Verdict::Certain);
    /// assert_eq!(band.verdict(Threshold::at_least(Ratio::HALF)), Verdict::Possible);
    /// assert_eq!(band.verdict(Threshold::above(Ratio::HALF)), Verdict::Excluded);
    /// ```
    #[must_use]
    pub fn verdict(&self, threshold: Threshold) -> Verdict {
        let limit = Rat::from(threshold.value);
        let (certain, excluded) = if threshold.is_strict {
            (self.min > limit || (self.min == limit && self.min_open), self.max <= limit)
        } else {
            (self.min >= limit, self.max < limit || (self.max == limit && self.max_open))
        };
        match (certain, excluded) {
            (true, _) => Verdict::Certain,
            (_, true) => Verdict::Excluded,
            _ => Verdict::Possible,
        }
    }
}

impl From<Share> for Interval {
    fn from(share: Share) -> Interval {
        Interval {
            min: share.min.into(),
            max: share.max.into(),
            min_open: share.min_open,
            max_open: share.max_open,
            is_tight: true,
        }
    }
}

/// A line that a share is held against: "more than" or "at least" so much.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Threshold {
    /// The line, a fraction of 1.
    pub value: Ratio,
    /// "More than" (strict), as opposed to "at least".
    pub is_strict: bool,
}

impl Threshold {
    /// More than 25%: UK beneficial-owner registers.
    pub const OVER_QUARTER: Threshold = Threshold::above(Ratio::QUARTER);
    /// At least 25%: EU regulation 2024/1624.
    pub const FROM_QUARTER: Threshold = Threshold::at_least(Ratio::QUARTER);
    /// More than half: a majority.
    pub const MAJORITY: Threshold = Threshold::above(Ratio::HALF);
    /// At least half: the United States' and, since July 2024, the European Union's sanctions test.
    pub const FROM_HALF: Threshold = Threshold::at_least(Ratio::HALF);

    /// More than `value`.
    #[must_use]
    pub const fn above(value: Ratio) -> Threshold {
        Threshold { value, is_strict: true }
    }

    /// `value` or more.
    #[must_use]
    pub const fn at_least(value: Ratio) -> Threshold {
        Threshold { value, is_strict: false }
    }

    /// Whether an exact share meets it.
    #[must_use]
    pub fn is_met_by(self, share: &Rat) -> bool {
        let limit = Rat::from(self.value);
        if self.is_strict { *share > limit } else { *share >= limit }
    }
}

/// What the records allow to be said about a claim.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// The records contradict each other; no world satisfies them all.
    Inconsistent,
    /// False in every world that the records allow.
    Excluded,
    /// True in some of them, false in others.
    Possible,
    /// True in all of them.
    Certain,
}

/// One end of an interval while it is computed: the value, and whether it is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct End {
    pub(crate) value: Rat,
    pub(crate) open: bool,
}

impl End {
    pub(crate) const ZERO: End = End { value: Rat::ZERO, open: false };
    pub(crate) const ONE: End = End { value: Rat::ONE, open: false };

    pub(crate) fn plus(&self, other: &End) -> End {
        End { value: &self.value + &other.value, open: self.open || other.open }
    }

    pub(crate) fn complement(&self) -> End {
        End { value: self.value.complement(), open: self.open }
    }

    /// The greater of two lower ends: at a tie the open one binds.
    pub(crate) fn lower_max(self, other: End) -> End {
        match self.value.cmp(&other.value) {
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Greater => self,
            std::cmp::Ordering::Equal => End { open: self.open || other.open, ..self },
        }
    }

    /// The lesser of two upper ends: at a tie the open one binds.
    pub(crate) fn upper_min(self, other: End) -> End {
        match self.value.cmp(&other.value) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => End { open: self.open || other.open, ..self },
        }
    }

    /// As a lower end: whether everything from it on meets the threshold.
    pub(crate) fn certainly_meets(&self, threshold: Threshold) -> bool {
        let limit = Rat::from(threshold.value);
        self.value > limit || (self.value == limit && (!threshold.is_strict || self.open))
    }

    /// As an upper end: whether something up to it meets the threshold.
    pub(crate) fn possibly_meets(&self, threshold: Threshold) -> bool {
        let limit = Rat::from(threshold.value);
        self.value > limit || (self.value == limit && !threshold.is_strict && !self.open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of the reference, section 3.6, at its corners.
    #[test]
    fn verdicts_at_the_threshold() {
        use Verdict::{Certain, Excluded, Possible};
        let quarter = Rat::from(Ratio::QUARTER);
        let half = Rat::from(Ratio::HALF);
        let at = |min: &Rat, min_open, max: &Rat, max_open| Interval {
            min: min.clone(),
            max: max.clone(),
            min_open,
            max_open,
            is_tight: true,
        };
        let cases = [
            (at(&quarter, false, &half, false), Possible, Certain),
            (at(&quarter, true, &half, false), Certain, Certain),
            (at(&Rat::ZERO, false, &quarter, false), Excluded, Possible),
            (at(&Rat::ZERO, false, &quarter, true), Excluded, Excluded),
            (at(&quarter, false, &quarter, false), Excluded, Certain),
        ];
        for (interval, over, from) in cases {
            assert_eq!(interval.verdict(Threshold::OVER_QUARTER), over, "{interval:?}");
            assert_eq!(interval.verdict(Threshold::FROM_QUARTER), from, "{interval:?}");
        }
    }
}
