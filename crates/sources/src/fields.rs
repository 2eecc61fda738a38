//! What mappings of several registers share: reading a country or a date with its issue, and joining
//! the parts of an address. Never decides what a value means for a register.

use cuibono_model::{Emitter, IssueKind, PartialDate};
use cuibono_normalise::blank::is_blank;
use cuibono_normalise::{country, dates};

/// The country a text names, as a lower-case code. Raises an issue when it names none or several;
/// blank texts name none without an issue.
pub(crate) fn country(text: &str, field: &str, out: &mut Emitter) -> Option<&'static str> {
    if is_blank(text) {
        return None;
    }
    let found = country::resolve(text);
    match found.code {
        Some(code) => {
            if found.is_ambiguous {
                out.issue(IssueKind::AmbiguousCountry, field, text);
            }
            Some(code)
        }
        None => {
            let is_ambiguous = found.is_ambiguous;
            let kind =
                if is_ambiguous { IssueKind::AmbiguousCountry } else { IssueKind::UnknownCountry };
            out.issue(kind, field, text);
            None
        }
    }
}

/// A date written day first. Raises an issue when it cannot be read; blank texts do not.
pub(crate) fn day_first(text: &str, field: &str, out: &mut Emitter) -> Option<PartialDate> {
    read_date(text, field, out, |text| dates::parse(text, dates::Order::DayFirst))
}

/// An ISO date. Raises an issue when it cannot be read; blank texts do not.
pub(crate) fn iso(text: &str, field: &str, out: &mut Emitter) -> Option<PartialDate> {
    read_date(text, field, out, PartialDate::parse)
}

fn read_date(
    text: &str,
    field: &str,
    out: &mut Emitter,
    read: impl Fn(&str) -> Option<PartialDate>,
) -> Option<PartialDate> {
    if is_blank(text) {
        return None;
    }
    let date = read(text);
    if date.is_none() {
        out.issue(IssueKind::BadDate, field, text);
    }
    date
}

/// The non-empty parts with commas between.
pub(crate) fn join<T: AsRef<str>>(parts: impl IntoIterator<Item = T>) -> String {
    let mut out = String::new();
    for part in parts {
        let part = part.as_ref().trim();
        if part.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(part);
    }
    out
}
