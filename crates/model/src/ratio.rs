//! Exact fractions for shares. Registers give bands and small decimals, so 64 bits are plenty;
//! what does not fit is refused rather than rounded.

use std::cmp::Ordering;

/// A non-negative fraction in lowest terms.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: u64,
    denominator: u64,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Ratio = Ratio { numerator: 0, denominator: 1 };
    /// The whole.
    pub const ONE: Ratio = Ratio { numerator: 1, denominator: 1 };
    /// A quarter: the UK and EU beneficial-owner threshold.
    pub const QUARTER: Ratio = Ratio { numerator: 1, denominator: 4 };
    /// A half: the majority and blocking threshold.
    pub const HALF: Ratio = Ratio { numerator: 1, denominator: 2 };
    /// Three quarters.
    pub const THREE_QUARTERS: Ratio = Ratio { numerator: 3, denominator: 4 };

    /// `numerator / denominator` in lowest terms; `None` for a zero denominator.
    #[must_use]
    pub const fn new(numerator: u64, denominator: u64) -> Option<Ratio> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator, denominator);
        Some(Ratio { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// The numerator in lowest terms.
    #[must_use]
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// The denominator in lowest terms, never zero.
    #[must_use]
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    /// Nearest double.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// Reads a percentage written as a plain decimal, e.g. `33.3` as 333/1000. `None` for anything
    /// else, for negative values and for more digits than fit.
    #[must_use]
    pub fn parse_percent(text: &str) -> Option<Ratio> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if (whole.is_empty() && fraction.is_empty()) || whole.len() + fraction.len() > 16 {
            return None;
        }
        let mut numerator: u64 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return None;
            }
            numerator = numerator.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
        }
        let denominator =
            10u64.checked_pow(u32::try_from(fraction.len()).ok()?)?.checked_mul(100)?;
        Ratio::new(numerator, denominator)
    }
}

const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let left = u128::from(self.numerator) * u128::from(other.denominator);
        let right = u128::from(other.numerator) * u128::from(self.denominator);
        left.cmp(&right)
    }
}

impl std::fmt::Debug for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages() {
        assert_eq!(Ratio::parse_percent("50"), Ratio::new(1, 2));
        assert_eq!(Ratio::parse_percent("33.3"), Ratio::new(333, 1000));
        assert_eq!(Ratio::parse_percent(".5"), Ratio::new(1, 200));
        for bad in ["", ".", "-5", "1e3", "12%", "1,5", "99999999999999999"] {
            assert_eq!(Ratio::parse_percent(bad), None, "{bad}");
        }
    }

    #[test]
    fn order_is_exact() {
        let third = Ratio::new(1, 3).unwrap();
        let nearly = Ratio::new(333_333_333_333, 1_000_000_000_000).unwrap();
        assert!(nearly < third);
        assert_eq!(Ratio::new(0, 5), Some(Ratio::ZERO));
        assert_eq!(Ratio::new(1, 0), None);
    }
}
