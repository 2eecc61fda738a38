//! What many times come to, and tables to show it in.

use std::time::Duration;

/// Times of the same thing, shortest first.
pub(super) struct Times(Vec<Duration>);

impl Times {
    pub(super) fn new(mut times: Vec<Duration>) -> Times {
        times.sort_unstable();
        Times(times)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The time that `percent` per cent of them do not exceed (nearest rank), in milliseconds; 0
    /// when there are none.
    pub(super) fn ms(&self, percent: f64) -> f64 {
        let rank = (percent / 100.0 * self.0.len() as f64).ceil() as usize;
        let at = rank.clamp(1, self.0.len().max(1)) - 1;
        self.0.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }
}

/// A row of a table of figures.
pub(super) struct Row {
    pub(super) what: String,
    pub(super) figure: String,
    /// The aim, and whether it is met; empty when there is none.
    pub(super) aim: String,
}

impl Row {
    /// A figure without an aim.
    pub(super) fn new(what: impl Into<String>, figure: impl Into<String>) -> Row {
        Row { what: what.into(), figure: figure.into(), aim: String::new() }
    }

    /// A figure that should be as the aim says.
    pub(super) fn aimed(
        what: impl Into<String>,
        figure: impl Into<String>,
        aimed_at: &str,
        is_met: bool,
    ) -> Row {
        Row { aim: aim(aimed_at, is_met), ..Row::new(what, figure) }
    }
}

/// An aim, and whether it is met.
pub(super) fn aim(aim: &str, is_met: bool) -> String {
    format!("{aim}: {}", if is_met { "met" } else { "missed" })
}

/// Prints rows as a Markdown table.
pub(super) fn print(rows: &[Row]) {
    println!("| what | figure | aim |\n| --- | --- | --- |");
    for Row { what, figure, aim } in rows {
        println!("| {what} | {figure} | {aim} |");
    }
}

/// A whole number with its thousands apart.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Bytes in millions.
pub(super) fn megabytes(bytes: u64) -> String {
    format!("{} MB", grouped(bytes / 1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_by_nearest_rank() {
        let times = Times::new((1..=200).rev().map(Duration::from_millis).collect());
        for (percent, expected) in [(50.0, 100.0), (99.0, 198.0), (100.0, 200.0), (0.0, 1.0)] {
            assert!((times.ms(percent) - expected).abs() < 1e-9, "{percent}");
        }
        assert!(Times::new(Vec::new()).ms(50.0).abs() < 1e-9);
    }

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
