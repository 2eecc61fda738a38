//! Dates as registers write them, to partial dates. Two-digit years and month-first order are never
//! read: they would have to be guessed.

use cuibono_model::PartialDate;

/// In which order the numbers of a date stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// Day, month, year. A date that begins with a four-digit year is still read year first.
    DayFirst,
    /// Year, month, day only.
    YearFirst,
}

/// Latest year that is taken for a date and not for a slip of the keyboard.
pub const YEAR_MAX: u16 = 2199;

/// Reads a date. An unknown day or month may be `00` or literal letters (`dd/mm/1945`); months may be
/// English names (`08-Oct-2026`, `28 Jul 1963`, `Feb 1970`); `-`, `/`, `.` and blanks separate; a time
/// of day behind an ISO date is left out. `None` for what is no such date or does not exist.
#[must_use]
pub fn parse(text: &str, order: Order) -> Option<PartialDate> {
    let text = date_only(text.trim());
    if text.is_empty() || text.len() > 40 || !text.is_ascii() {
        return None;
    }
    let mut parts = [""; 3];
    let mut count = 0;
    for part in text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()) {
        *parts.get_mut(count)? = part;
        count += 1;
    }
    let year_is_first = count > 0 && is_year(parts[0]);
    let (year, month, day) = match (count, year_is_first, order) {
        (1, true, _) => (parts[0], "00", "00"),
        (2, true, _) => (parts[0], parts[1], "00"),
        (3, true, _) => (parts[0], parts[1], parts[2]),
        (2, false, Order::DayFirst) => (parts[1], parts[0], "00"),
        (3, false, Order::DayFirst) => (parts[2], parts[1], parts[0]),
        _ => return None,
    };
    if !is_year(year) {
        return None;
    }
    let year: u16 = year.parse().ok().filter(|year| *year <= YEAR_MAX)?;
    let month = month_number(month)?;
    let day = number(day, "dd")?;
    // A day without its month says nothing that can be kept.
    PartialDate::new(year, month, if month == 0 { 0 } else { day })
}

/// Cuts off `T10:35:40Z`, ` 00:00:00`, and the time zone of an XML date (`2015-07-01-04:00`, `…Z`).
fn date_only(text: &str) -> &str {
    if let (Some(date), Some(zone)) = (text.get(..10), text.get(10..)) {
        let is_zone = zone == "Z"
            || (zone.len() == 6 && zone.starts_with(['+', '-']) && zone.as_bytes()[3] == b':');
        if is_zone {
            return date;
        }
    }
    let end = text.char_indices().find(|&(at, c)| {
        let after = &text[at + c.len_utf8()..];
        let is_time =
            after.as_bytes().get(2) == Some(&b':') || after.as_bytes().get(1) == Some(&b':');
        at >= 8 && matches!(c, 'T' | ' ') && is_time
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// A number of one or two digits; the given letters stand for an unknown one.
fn number(text: &str, letters: &str) -> Option<u8> {
    if text.eq_ignore_ascii_case(letters) || text.eq_ignore_ascii_case("xx") {
        return Some(0);
    }
    let is_number = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

fn month_number(text: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if let Some(month) = number(text, "mm") {
        return Some(month);
    }
    if text.len() < 3 {
        return None;
    }
    let found = MONTHS.iter().position(|month| {
        month.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text))
            || (*month == "september" && text.eq_ignore_ascii_case("sept"))
    })?;
    u8::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn register_dates() {
        const CASES: &[(&str, Order, Option<&str>)] = &[
            ("13-04-2018", Order::DayFirst, Some("2018-04-13")),
            ("01/12/1975", Order::DayFirst, Some("1975-12-01")),
            ("00/00/1975", Order::DayFirst, Some("1975")),
            ("00/05/1975", Order::DayFirst, Some("1975-05")),
            ("15/00/1975", Order::DayFirst, Some("1975")),
            ("dd/mm/1945", Order::DayFirst, Some("1945")),
            ("dd/02/1970", Order::DayFirst, Some("1970-02")),
            ("1/2/1970", Order::DayFirst, Some("1970-02-01")),
            ("08-Oct-2026", Order::DayFirst, Some("2026-10-08")),
            ("28 July 1963", Order::DayFirst, Some("1963-07-28")),
            ("Feb 1970", Order::DayFirst, Some("1970-02")),
            ("1970", Order::DayFirst, Some("1970")),
            ("12-FEB-2007", Order::DayFirst, Some("2007-02-12")),
            ("2016-04-06", Order::DayFirst, Some("2016-04-06")),
            ("2016-04-06", Order::YearFirst, Some("2016-04-06")),
            ("2016-04", Order::YearFirst, Some("2016-04")),
            ("2016/04/06", Order::YearFirst, Some("2016-04-06")),
            ("2026-01-08T10:35:40Z", Order::YearFirst, Some("2026-01-08")),
            ("13/04/2018 00:00:00", Order::DayFirst, Some("2018-04-13")),
            ("2015-07-01-04:00", Order::YearFirst, Some("2015-07-01")),
            ("2015-07-01Z", Order::DayFirst, Some("2015-07-01")),
            ("13/04/2018", Order::YearFirst, None),
            ("31/02/2018", Order::DayFirst, None),
            ("04/13/2018", Order::DayFirst, None),
            ("13/04/18", Order::DayFirst, None),
            ("01/01/0999", Order::DayFirst, None),
            ("01/01/3018", Order::DayFirst, None),
            ("", Order::DayFirst, None),
            ("-0-", Order::DayFirst, None),
            ("circa 1950", Order::DayFirst, None),
            ("1.2.3.1970", Order::DayFirst, None),
            ("m 1970", Order::DayFirst, None),
        ];
        for &(text, order, want) in CASES {
            let got = parse(text, order).map(|date| date.to_string());
            assert_eq!(got.as_deref(), want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_in_each_spelling(
            year in 1000u16..=YEAR_MAX, month in 1u8..=12, day in 1u8..=31,
        ) {
            let want = PartialDate::new(year, month, day);
            let dayfirst = format!("{day:02}/{month:02}/{year}");
            prop_assert_eq!(parse(&dayfirst, Order::DayFirst), want);
            let iso = format!("{year}-{month:02}-{day:02}");
            prop_assert_eq!(parse(&iso, Order::YearFirst), want);
            prop_assert_eq!(parse(&iso, Order::DayFirst), want);
        }

        #[test]
        fn any_text_is_survived(text in ".{0,30}") {
            let _ = parse(&text, Order::DayFirst);
            let _ = parse(&text, Order::YearFirst);
        }
    }
}
