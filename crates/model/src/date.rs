//! Dates as registers give them: a year, a year and month, or a day.

/// A day, counted from 1970-01-01, in the proleptic Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(pub i32);

impl Day {
    /// Before everything.
    pub const MIN: Day = Day(i32::MIN);
    /// After everything.
    pub const MAX: Day = Day(i32::MAX);

    /// The day of a calendar date; `None` when there is no such date.
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Day> {
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        // Days since the epoch by the era method of Howard Hinnant's public-domain calendar notes.
        let y = i64::from(year) - i64::from(month <= 2);
        let era = y.div_euclid(400);
        let year_of_era = y - era * 400;
        let shifted = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        i32::try_from(era * 146_097 + day_of_era - 719_468).ok().map(Day)
    }

    /// The calendar date: (year, month, day).
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z - era * 146_097;
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
        let month = (if mp < 10 { mp + 3 } else { mp - 9 }) as u8;
        let year = yoe + era * 400 + i64::from(month <= 2);
        (year as i32, month, day)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days in a month of the Gregorian calendar.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A date known to the year, the month or the day. Years 1000 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: u16,
    /// 0 when unknown.
    month: u8,
    /// 0 when unknown.
    day: u8,
}

impl PartialDate {
    /// A date with 0 for an unknown month or day; `None` when it does not exist.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<PartialDate> {
        let valid = (1000..=9999).contains(&year)
            && match (month, day) {
                (0, 0) => true,
                (1..=12, 0) => true,
                (1..=12, d) => d <= days_in_month(i32::from(year), month),
                _ => false,
            };
        valid.then_some(PartialDate { year, month, day })
    }

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, and those with a time of day behind a `T`.
    #[must_use]
    pub fn parse(text: &str) -> Option<PartialDate> {
        let text = text.split_once('T').map_or(text, |(date, _)| date);
        let mut parts = text.split('-');
        let number = |part: Option<&str>, width: usize| -> Option<u16> {
            match part {
                None => Some(0),
                Some(p) if p.len() == width && p.bytes().all(|b| b.is_ascii_digit()) => {
                    p.parse().ok().filter(|&n| n != 0)
                }
                Some(_) => None,
            }
        };
        let year = number(parts.next(), 4)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() {
            return None;
        }
        PartialDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, if known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month != 0).then_some(self.month)
    }

    /// The day of the month, if known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        (self.day != 0).then_some(self.day)
    }

    /// The first day this can mean.
    #[must_use]
    pub fn earliest(self) -> Day {
        Day::from_ymd(i32::from(self.year), self.month.max(1), self.day.max(1)).unwrap_or(Day::MIN)
    }

    /// The last day this can mean.
    #[must_use]
    pub fn latest(self) -> Day {
        let month = if self.month == 0 { 12 } else { self.month };
        let last = days_in_month(i32::from(self.year), month);
        let day = if self.day == 0 { last } else { self.day };
        Day::from_ymd(i32::from(self.year), month, day).unwrap_or(Day::MAX)
    }

    /// The same date without its day: what may be kept of a living person's birth.
    #[must_use]
    pub fn without_day(self) -> PartialDate {
        PartialDate { day: 0, ..self }
    }

    /// A number that [`PartialDate::from_code`] reads; ordered like the date; never 0.
    #[must_use]
    pub fn code(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    /// Reads a stored code; `None` for 0 (no date) and for codes that are no date.
    #[must_use]
    pub fn from_code(code: u32) -> Option<PartialDate> {
        let year = u16::try_from(code >> 9).ok()?;
        PartialDate::new(year, (code >> 5 & 15) as u8, (code & 31) as u8)
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month != 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day != 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parses_only_real_dates() {
        for good in ["2016", "2016-04", "2016-04-06", "2024-02-29"] {
            assert_eq!(PartialDate::parse(good).unwrap().to_string(), good);
        }
        assert_eq!(PartialDate::parse("2026-01-08T10:35:40").unwrap().to_string(), "2026-01-08");
        for bad in
            ["", "16", "0999", "2016-00", "2016-13", "2021-02-31", "2016-4-6", "2016-04-06-1"]
        {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn bounds() {
        let date = PartialDate::parse("2024-02").unwrap();
        assert_eq!(date.earliest().to_string(), "2024-02-01");
        assert_eq!(date.latest().to_string(), "2024-02-29");
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
    }

    proptest! {
        #[test]
        fn day_round_trip(n in -700_000i32..2_900_000) {
            let (year, month, day) = Day(n).ymd();
            prop_assert_eq!(Day::from_ymd(year, month, day), Some(Day(n)));
        }

        #[test]
        fn code_round_trip(year in 1000u16..=9999, month in 0u8..=12, day in 0u8..=31) {
            if let Some(date) = PartialDate::new(year, month, day) {
                prop_assert_eq!(PartialDate::from_code(date.code()), Some(date));
            }
        }
    }
}
