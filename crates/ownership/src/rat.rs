//! Exact signed fractions that are fast while they are small.
//!
//! Shares and short chains of them fit two machine words; long chains and solved loops move to big
//! integers by themselves. Nothing here rounds unless a function's name says so.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Div, Mul, Sub};

use cuibono_model::Ratio;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// A fraction in lowest terms, of any size.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Rat(Repr);

/// A value that fits [`Repr::Small`] is never kept as [`Repr::Big`], so equality is structural.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// Numerator and positive denominator in lowest terms.
    Small(i64, i64),
    Big(Box<BigRational>),
}

impl Rat {
    /// Nothing.
    pub const ZERO: Rat = Rat(Repr::Small(0, 1));
    /// The whole.
    pub const ONE: Rat = Rat(Repr::Small(1, 1));

    /// `numerator / denominator`; `None` for a zero denominator.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Option<Rat> {
        (denominator != 0).then(|| small(i128::from(numerator), i128::from(denominator)))
    }

    /// Whether this is exactly nothing.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Small(0, _))
    }

    /// Whether this is above nothing.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n > 0,
            Repr::Big(b) => b.is_positive(),
        }
    }

    /// 1 minus this.
    #[must_use]
    pub fn complement(&self) -> Rat {
        &Rat::ONE - self
    }

    /// The same number as a share; `None` when it is negative or does not fit 64 bits.
    #[must_use]
    pub fn to_ratio(&self) -> Option<Ratio> {
        match self.0 {
            Repr::Small(n, d) => Ratio::new(u64::try_from(n).ok()?, u64::try_from(d).ok()?),
            Repr::Big(_) => None,
        }
    }

    /// Bits of the longer of numerator and denominator.
    #[must_use]
    pub fn bits(&self) -> u64 {
        match &self.0 {
            Repr::Small(n, d) => u64::from(
                64 - n.unsigned_abs().leading_zeros().min(d.unsigned_abs().leading_zeros()),
            ),
            Repr::Big(b) => b.numer().bits().max(b.denom().bits()),
        }
    }

    /// The greatest double not above this number.
    #[must_use]
    pub fn to_f64_down(&self) -> f64 {
        let mut x = self.near_f64();
        while self.cmp_f64(x.next_up()) != Ordering::Less {
            x = x.next_up();
        }
        while self.cmp_f64(x) == Ordering::Less {
            x = x.next_down();
        }
        x
    }

    /// The least double not below this number.
    #[must_use]
    pub fn to_f64_up(&self) -> f64 {
        let down = self.to_f64_down();
        if self.cmp_f64(down) == Ordering::Greater { down.next_up() } else { down }
    }

    /// A double within a few units in the last place.
    fn near_f64(&self) -> f64 {
        match &self.0 {
            Repr::Small(n, d) => *n as f64 / *d as f64,
            Repr::Big(b) => b.to_f64().filter(|x| x.is_finite()).unwrap_or(0.0),
        }
    }

    /// Compares exactly with a finite double.
    fn cmp_f64(&self, other: f64) -> Ordering {
        if let Repr::Small(n, d) = self.0 {
            const EXACT: i64 = 1 << 53;
            if n.unsigned_abs() < EXACT as u64 && d < EXACT {
                // One rounding: the sign of n - other * d is right.
                let rest = other.mul_add(-(d as f64), n as f64);
                return rest.partial_cmp(&0.0).unwrap_or(Ordering::Equal);
            }
        }
        self.cmp(&Rat::from_f64(other))
    }

    /// The exact value of a finite double; nothing for what is not finite.
    #[must_use]
    pub fn from_f64(value: f64) -> Rat {
        BigRational::from_float(value).map_or(Rat::ZERO, big)
    }

    /// This number, or when it takes more than `limit` bits the nearest one *below* it with 64
    /// significant bits. The flag says whether it was rounded. For numbers that are not negative.
    #[must_use]
    pub fn rounded_down(self, limit: u64) -> (Rat, bool) {
        self.rounded(limit, false)
    }

    /// As [`Rat::rounded_down`], to the nearest one *above*.
    #[must_use]
    pub fn rounded_up(self, limit: u64) -> (Rat, bool) {
        self.rounded(limit, true)
    }

    fn rounded(self, limit: u64, up: bool) -> (Rat, bool) {
        // Smaller than any share that could matter; longer fractions would only cost time.
        const SMALLEST: i64 = 128;
        let Repr::Big(b) = &self.0 else { return (self, false) };
        if self.bits() <= limit {
            return (self, false);
        }
        let (numer_bits, denom_bits) = (b.numer().bits() as i64, b.denom().bits() as i64);
        let shift = 64 + denom_bits - numer_bits;
        if shift > SMALLEST + 64 {
            let tiny = BigRational::new(BigInt::one(), BigInt::one() << SMALLEST as u64);
            return (if up { big(tiny) } else { Rat::ZERO }, true);
        }
        let (scaled, divisor) = if shift >= 0 {
            (b.numer() << shift as u64, b.denom().clone())
        } else {
            (b.numer().clone(), b.denom() << (-shift) as u64)
        };
        let mut quotient = num_integer::Integer::div_floor(&scaled, &divisor);
        if up {
            quotient += 1;
        }
        let rounded = if shift >= 0 {
            BigRational::new(quotient, BigInt::one() << shift as u64)
        } else {
            BigRational::from_integer(quotient << (-shift) as u64)
        };
        (big(rounded), true)
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(n, d) => BigRational::new_raw(BigInt::from(*n), BigInt::from(*d)),
            Repr::Big(b) => (**b).clone(),
        }
    }
}

impl Default for Rat {
    fn default() -> Rat {
        Rat::ZERO
    }
}

impl From<Ratio> for Rat {
    fn from(ratio: Ratio) -> Rat {
        small(i128::from(ratio.numerator()), i128::from(ratio.denominator()))
    }
}

/// Brings to lowest terms. `denominator` is not zero.
fn small(numerator: i128, denominator: i128) -> Rat {
    let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()) as i128;
    let divisor = if denominator < 0 { -divisor } else { divisor };
    let (n, d) = (numerator / divisor, denominator / divisor);
    match (i64::try_from(n), i64::try_from(d)) {
        (Ok(n), Ok(d)) => Rat(Repr::Small(n, d)),
        _ => Rat(Repr::Big(Box::new(BigRational::new_raw(BigInt::from(n), BigInt::from(d))))),
    }
}

fn big(value: BigRational) -> Rat {
    match (value.numer().to_i64(), value.denom().to_i64()) {
        (Some(n), Some(d)) => Rat(Repr::Small(n, d)),
        _ => Rat(Repr::Big(Box::new(value))),
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(mut x), Ok(mut y)) = (u64::try_from(a), u64::try_from(b)) {
            while y != 0 {
                (x, y) = (y, x % y);
            }
            return u128::from(x.max(1));
        }
        (a, b) = (b, a % b);
    }
    a.max(1)
}

macro_rules! operator {
    ($trait:ident, $method:ident, $small:expr) => {
        impl $trait<&Rat> for &Rat {
            type Output = Rat;
            fn $method(self, other: &Rat) -> Rat {
                if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
                    let (a, b, c, d) =
                        (i128::from(*a), i128::from(*b), i128::from(*c), i128::from(*d));
                    let compute: fn(i128, i128, i128, i128) -> Option<(i128, i128)> = $small;
                    if let Some((n, d)) = compute(a, b, c, d) {
                        return small(n, d);
                    }
                }
                big($trait::$method(self.to_big(), other.to_big()))
            }
        }
        impl $trait for Rat {
            type Output = Rat;
            fn $method(self, other: Rat) -> Rat {
                $trait::$method(&self, &other)
            }
        }
    };
}

operator!(Add, add, |a, b, c, d| {
    if b == d { Some((a + c, b)) } else { (a * d).checked_add(c * b).map(|n| (n, b * d)) }
});
operator!(Sub, sub, |a, b, c, d| {
    if b == d { Some((a - c, b)) } else { (a * d).checked_sub(c * b).map(|n| (n, b * d)) }
});
operator!(Mul, mul, |a, b, c, d| Some((a * c, b * d)));
operator!(Div, div, |a, b, c, d| {
    assert!(c != 0, "division of a share by zero");
    Some((a * d, b * c))
});

impl PartialOrd for Rat {
    fn partial_cmp(&self, other: &Rat) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rat {
    fn cmp(&self, other: &Rat) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a, b), Repr::Small(c, d)) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl fmt::Display for Rat {
    /// `p/q`, or `p` when whole.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Small(n, 1) => write!(f, "{n}"),
            Repr::Small(n, d) => write!(f, "{n}/{d}"),
            Repr::Big(b) => write!(f, "{b}"),
        }
    }
}

impl fmt::Debug for Rat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for Rat {
    type Err = ParseRatError;

    /// Reads `p`, `p/q` and plain decimals such as `0.25`.
    fn from_str(text: &str) -> Result<Rat, ParseRatError> {
        const LONGEST: usize = 4096;
        if text.len() > LONGEST {
            return Err(ParseRatError);
        }
        let integer = |t: &str| t.parse::<BigInt>().map_err(|_| ParseRatError);
        if let Some((n, d)) = text.split_once('/') {
            let denominator = integer(d)?;
            if denominator.is_zero() {
                return Err(ParseRatError);
            }
            return Ok(big(BigRational::new(integer(n)?, denominator)));
        }
        if let Some((whole, fraction)) = text.split_once('.') {
            if !fraction.bytes().all(|b| b.is_ascii_digit()) {
                return Err(ParseRatError);
            }
            let digits = integer(&format!("{whole}{fraction}"))?;
            let scale = num_traits::pow(BigInt::from(10), fraction.len());
            return Ok(big(BigRational::new(digits, scale)));
        }
        Ok(big(BigRational::from_integer(integer(text)?)))
    }
}

/// The text is not a fraction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParseRatError;

impl fmt::Display for ParseRatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a fraction: write it as 1/4 or 0.25")
    }
}

impl std::error::Error for ParseRatError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = (Rat, BigRational)> {
        let part = prop_oneof![-9i64..10, any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
        (part, prop_oneof![1i64..20, 1i64..i64::MAX]).prop_map(|(n, d)| {
            (Rat::new(n, d).unwrap(), BigRational::new(BigInt::from(n), BigInt::from(d)))
        })
    }

    proptest! {
        /// Every operation agrees with a library of big fractions.
        #[test]
        fn agrees_with_big_fractions((a, x) in number(), (b, y) in number()) {
            prop_assert_eq!((&a + &b).to_big(), &x + &y);
            prop_assert_eq!((&a - &b).to_big(), &x - &y);
            prop_assert_eq!((&a * &b).to_big(), &x * &y);
            if !b.is_zero() {
                prop_assert_eq!((&a / &b).to_big(), &x / &y);
            }
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            prop_assert_eq!(a.to_string().parse::<Rat>(), Ok(a));
        }

        /// Doubles enclose the fraction and are neighbours unless it is a double itself.
        #[test]
        fn doubles_enclose((a, _) in number()) {
            let (down, up) = (a.to_f64_down(), a.to_f64_up());
            prop_assert!(Rat::from_f64(down) <= a && a <= Rat::from_f64(up));
            prop_assert!(up == down || up == down.next_up());
        }

        #[test]
        fn rounding_encloses((a, _) in number(), (b, _) in number()) {
            let product = &a * &b;
            prop_assume!(product.is_positive());
            let (down, rounded) = product.clone().rounded_down(70);
            let (up, _) = product.clone().rounded_up(70);
            prop_assert!(down <= product && product <= up);
            prop_assert_eq!(rounded, product.bits() > 70);
            let error = &(&up - &down) / &product;
            prop_assert!(error <= Rat::new(1, 1 << 60).unwrap());
        }
    }

    #[test]
    fn reads_what_people_write() {
        let cases =
            [("1/4", (1, 4)), ("0.25", (1, 4)), ("2/8", (1, 4)), ("1", (1, 1)), ("-3/6", (-1, 2))];
        for (text, (n, d)) in cases {
            assert_eq!(text.parse(), Ok(Rat::new(n, d).unwrap()), "{text}");
        }
        for text in ["", "1/0", "a", "1/", "0.2x", "1e3"] {
            assert_eq!(text.parse::<Rat>(), Err(ParseRatError), "{text}");
        }
    }
}
