//! The free text of `percentage` to an interval of shares.

use cuibono_model::{Ratio, Share};

/// A percentage text: `49`, `33.3`, `33,3 %`, `25-50`, `>25`, `<=10`, `more than 25`, `75 to 100`.
/// Decimals are exact. `None` for what is none of these or lies outside 0 to 100.
pub(super) fn parse(text: &str) -> Option<Share> {
    let text = text.trim().to_lowercase().replace('%', " ").replace("percent", " ");
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    const BOUNDS: [(&str, bool, bool); 12] = [
        // Prefix, is it a lower bound, is it open.
        (">=", true, false),
        ("≥", true, false),
        (">", true, true),
        ("<=", false, false),
        ("≤", false, false),
        ("<", false, true),
        ("more than", true, true),
        ("over", true, true),
        ("at least", true, false),
        ("less than", false, true),
        ("up to", false, false),
        ("not more than", false, false),
    ];
    for (prefix, is_lower, is_open) in BOUNDS {
        let Some(rest) = text.strip_prefix(prefix) else { continue };
        let value = ratio(rest)?;
        return if is_lower {
            Share::new(value, is_open, Ratio::ONE, false)
        } else {
            Share::new(Ratio::ZERO, false, value, is_open)
        };
    }
    for separator in [" to ", "–", "—", "-", " - ", ".."] {
        if let Some((low, high)) = text.split_once(separator) {
            return Share::new(ratio(low)?, false, ratio(high)?, false);
        }
    }
    Share::exact(ratio(text)?)
}

/// A decimal number of percent as a fraction of 1; one comma stands for the decimal point.
fn ratio(text: &str) -> Option<Ratio> {
    let text = text.trim().replacen(',', ".", 1);
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    Ratio::parse_percent(text).filter(|ratio| *ratio <= Ratio::ONE)
}

/// The smallest interval that holds both.
pub(super) fn hull(a: Share, b: Share) -> Share {
    let (min, min_open) = if (b.min, b.min_open) < (a.min, a.min_open) {
        (b.min, b.min_open)
    } else {
        (a.min, a.min_open)
    };
    let (max, max_open) = match a.max.cmp(&b.max) {
        std::cmp::Ordering::Less => (b.max, b.max_open),
        std::cmp::Ordering::Greater => (a.max, a.max_open),
        std::cmp::Ordering::Equal => (a.max, a.max_open && b.max_open),
    };
    Share { min, max, min_open, max_open }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn r(numerator: u64, denominator: u64) -> Ratio {
        Ratio::new(numerator, denominator).unwrap()
    }

    #[test]
    fn texts() {
        let exact = |n, d| Share::exact(r(n, d));
        let between =
            |a: (u64, u64), b: (u64, u64)| Share::new(r(a.0, a.1), false, r(b.0, b.1), false);
        let cases: &[(&str, Option<Share>)] = &[
            ("49", exact(49, 100)),
            ("100", Some(Share::ALL)),
            ("0", exact(0, 1)),
            ("33.3", exact(333, 1000)),
            ("33,3", exact(333, 1000)),
            ("50%", exact(1, 2)),
            ("50.00 %", exact(1, 2)),
            ("25-50", between((1, 4), (1, 2))),
            ("25–50%", between((1, 4), (1, 2))),
            ("75 to 100", between((3, 4), (1, 1))),
            (">25", Share::new(r(1, 4), true, Ratio::ONE, false)),
            (">= 25", Share::new(r(1, 4), false, Ratio::ONE, false)),
            ("more than 25%", Share::new(r(1, 4), true, Ratio::ONE, false)),
            ("<10", Share::new(Ratio::ZERO, false, r(1, 10), true)),
            ("101", None),
            ("1e2", None),
            ("-5", None),
            ("half", None),
            ("50-25", None),
            ("1.2.3", None),
            ("", None),
            (">100", None),
        ];
        for (text, want) in cases {
            assert_eq!(parse(text), *want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn decimals_are_exact(units in 0u64..=10_000) {
            let text = format!("{}.{:02}", units / 100, units % 100);
            prop_assert_eq!(parse(&text), Share::exact(Ratio::new(units, 10_000).unwrap()));
        }

        #[test]
        fn any_text_is_survived(text in ".{0,40}") {
            let _ = parse(&text);
        }

        #[test]
        fn a_hull_holds_both(a in 0u64..=100, b in 0u64..=100, c in 0u64..=100, d in 0u64..=100) {
            let make = |x: u64, y: u64| {
                Share::new(r(x.min(y), 100), false, r(x.max(y), 100), false).unwrap()
            };
            let (x, y) = (make(a, b), make(c, d));
            let h = hull(x, y);
            prop_assert!(h.min <= x.min && h.min <= y.min && h.max >= x.max && h.max >= y.max);
        }
    }
}
