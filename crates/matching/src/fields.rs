//! The fields of two records beside their names, compared one by one: agree, close, disagree, or
//! absent on a side, with the weight of evidence each adds (natural logarithm of odds).

use crate::identifiers::Identifier;
use crate::party::{Record, Sex};
use cuibono_model::PartialDate;
use serde::Serialize;

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The sort of thing.
    Schema,
    /// Date of birth.
    BirthDate,
    /// Date of incorporation.
    IncorporationDate,
    /// Country, jurisdiction, nationality.
    Country,
    /// A number in a register or of a standard.
    Identifier,
    /// Postal address.
    Address,
    /// Gender.
    Gender,
    /// Position held.
    Position,
    /// E-mail, telephone or web address.
    Contact,
    /// Place of birth.
    BirthPlace,
}

/// How the two records stand to each other in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The same.
    Agree,
    /// The same as far as the less exact of the two goes, or off by a usual slip.
    Close,
    /// Not the same.
    Disagree,
    /// The first record does not say.
    AbsentLeft,
    /// The second record does not say.
    AbsentRight,
}

/// One field of two records.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldEvidence {
    /// Which field.
    pub field: Field,
    /// How they stand.
    pub state: State,
    /// What the first record says (the value that met, or the first).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    /// What the second record says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<String>,
    /// Evidence in natural logarithm of odds; negative speaks against.
    pub weight: f32,
    /// It alone decides.
    pub decisive: bool,
    /// More about it: the identifier's scheme, the precision dates were compared at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// All fields that at least one record has.
pub(crate) fn all(a: &Record, b: &Record) -> Vec<FieldEvidence> {
    let mut out = Vec::new();
    out.extend(identifiers(a, b));
    out.extend(dates(Field::BirthDate, &a.births, &b.births));
    out.extend(dates(Field::IncorporationDate, &a.founded, &b.founded));
    out.extend(countries(a, b));
    out.extend(genders(a, b));
    out.extend(words(Field::Address, &a.addresses, &b.addresses));
    out.extend(words(Field::Position, &a.positions, &b.positions));
    out.extend(words(Field::BirthPlace, &a.birth_places, &b.birth_places));
    out.extend(contacts(a, b));
    out
}

fn evidence(
    field: Field,
    state: State,
    left: Option<String>,
    right: Option<String>,
    weight: f32,
) -> FieldEvidence {
    FieldEvidence { field, state, left, right, weight, decisive: false, detail: None }
}

/// The evidence when one side or both have nothing.
fn absent(field: Field, left: Option<String>, right: Option<String>) -> Option<FieldEvidence> {
    let state = match (&left, &right) {
        (None, None) => return None,
        (None, Some(_)) => State::AbsentLeft,
        (Some(_), _) => State::AbsentRight,
    };
    Some(evidence(field, state, left, right, 0.0))
}

fn dates(field: Field, a: &[PartialDate], b: &[PartialDate]) -> Option<FieldEvidence> {
    let text = |d: &PartialDate| d.to_string();
    if a.is_empty() || b.is_empty() {
        return absent(field, a.first().map(text), b.first().map(text));
    }
    let mut best: Option<(f32, State, &str, &PartialDate, &PartialDate)> = None;
    for x in a {
        for y in b {
            let (weight, state, precision) = date_pair(*x, *y);
            if best.is_none_or(|b| weight > b.0) {
                best = Some((weight, state, precision, x, y));
            }
        }
    }
    let (weight, state, precision, x, y) = best?;
    // A company's date of incorporation is often registered anew.
    let weight = if field == Field::IncorporationDate { weight * 0.5 } else { weight };
    let mut out = evidence(field, state, Some(text(x)), Some(text(y)), weight);
    out.detail = Some(precision.to_owned());
    Some(out)
}

/// Compares two dates at the precision both have. A birth month and year, all that the UK register
/// publishes, agrees by chance about once in a thousand persons; a year about once in eighty.
fn date_pair(x: PartialDate, y: PartialDate) -> (f32, State, &'static str) {
    let years = x.year().abs_diff(y.year());
    let (months, days) = (x.month().zip(y.month()), x.day().zip(y.day()));
    if years == 0 {
        return match (months, days) {
            (None, _) => (0.9, if x == y { State::Agree } else { State::Close }, "year"),
            (Some((m, n)), None) if m == n => {
                (1.6, if x == y { State::Agree } else { State::Close }, "month")
            }
            (Some((m, n)), Some((d, e))) if m == n && d == e => (2.6, State::Agree, "day"),
            // Day and month change places in many sources.
            (Some((m, n)), Some((d, e))) if m == e && n == d => {
                (1.2, State::Close, "day-and-month-swapped")
            }
            // The first of January, or of a month, often stands for "unknown".
            (Some((m, n)), Some((d, e))) if (m == 1 && d == 1) || (n == 1 && e == 1) => {
                (0.4, State::Close, "year")
            }
            (Some((m, n)), Some(_)) if m == n => (-0.5, State::Disagree, "month"),
            (Some(_), Some((d, e))) if d == e => (-0.8, State::Disagree, "year"),
            _ => (-1.6, State::Disagree, "year"),
        };
    }
    match (months, days) {
        // One digit of the year wrong, the rest exact: a slip.
        (Some((m, n)), Some((d, e)))
            if m == n && d == e && (years == 1 || years.is_multiple_of(10)) =>
        {
            (-0.3, State::Close, "year-slip")
        }
        (None, _) if years == 1 => (-0.9, State::Close, "year"),
        (Some((m, n)), None) if years == 1 && m == n => (-1.2, State::Disagree, "year"),
        _ if years == 1 => (-2.0, State::Disagree, "year"),
        _ => (-3.4, State::Disagree, "year"),
    }
}

fn countries(a: &Record, b: &Record) -> Option<FieldEvidence> {
    let text = |list: &[String]| (!list.is_empty()).then(|| list.join(";"));
    if a.countries.is_empty() || b.countries.is_empty() {
        return absent(Field::Country, text(&a.countries), text(&b.countries));
    }
    let shared = a.countries.iter().find(|c| b.countries.iter().any(|d| same_country(c, d)));
    Some(match shared {
        Some(code) => {
            evidence(Field::Country, State::Agree, Some(code.clone()), Some(code.clone()), 0.35)
        }
        None => {
            let strict = !a.citizenships.is_empty() && !b.citizenships.is_empty();
            let weight = if strict { -1.3 } else { -1.0 };
            evidence(
                Field::Country,
                State::Disagree,
                text(&a.countries),
                text(&b.countries),
                weight,
            )
        }
    })
}

/// Territories and former states count as the state they belong or belonged to.
fn same_country(a: &str, b: &str) -> bool {
    const KIN: &[(&str, &str)] = &[
        ("su", "ru"),
        ("su", "ua"),
        ("su", "by"),
        ("su", "kz"),
        ("su", "uz"),
        ("su", "ge"),
        ("su", "am"),
        ("su", "az"),
        ("su", "md"),
        ("su", "kg"),
        ("su", "tj"),
        ("su", "tm"),
        ("su", "lv"),
        ("su", "lt"),
        ("su", "ee"),
        ("yu", "rs"),
        ("yu", "hr"),
        ("yu", "si"),
        ("yu", "ba"),
        ("yu", "me"),
        ("yu", "mk"),
        ("cs", "cz"),
        ("cs", "sk"),
        ("dd", "de"),
        ("hk", "cn"),
        ("mo", "cn"),
        ("uk", "gb"),
        ("im", "gb"),
        ("je", "gb"),
        ("gg", "gb"),
        ("xk", "rs"),
        ("pr", "us"),
        ("gi", "gb"),
        ("ky", "gb"),
        ("vg", "gb"),
        ("bm", "gb"),
        ("re", "fr"),
        ("gp", "fr"),
        ("el", "gr"),
    ];
    a == b || KIN.contains(&(a, b)) || KIN.contains(&(b, a))
}

fn genders(a: &Record, b: &Record) -> Option<FieldEvidence> {
    let text = |list: &[Sex]| {
        list.first().map(|s| match s {
            Sex::Male => "male".to_owned(),
            Sex::Female => "female".to_owned(),
        })
    };
    let (left, right) = (text(&a.sexes), text(&b.sexes));
    if left.is_none() || right.is_none() {
        return absent(Field::Gender, left, right);
    }
    let agree = a.sexes.iter().any(|s| b.sexes.contains(s));
    let (state, weight) = if agree { (State::Agree, 0.1) } else { (State::Disagree, -2.4) };
    Some(evidence(Field::Gender, state, left, right, weight))
}

fn words(field: Field, a: &[Vec<String>], b: &[Vec<String>]) -> Option<FieldEvidence> {
    let text = |list: &[Vec<String>]| list.first().map(|w| w.join(" "));
    if a.is_empty() || b.is_empty() {
        return absent(field, text(a), text(b));
    }
    let mut best = (-1.0, &a[0], &b[0]);
    for x in a {
        for y in b {
            let shared = x.iter().filter(|w| y.binary_search(w).is_ok());
            let number = |w: &&String| w.bytes().any(|c| c.is_ascii_digit());
            let (mut common, mut numbers) = (0, 0);
            for word in shared {
                common += 1;
                numbers += usize::from(number(&word));
            }
            let of_numbers = x.iter().filter(number).count().min(y.iter().filter(number).count());
            // Numbers of a house and a postcode tell more than "street".
            let likeness =
                (common + 2 * numbers) as f32 / (x.len().min(y.len()) + 2 * of_numbers) as f32;
            let likeness = if x.len().min(y.len()) < 2 { likeness * 0.6 } else { likeness };
            if likeness > best.0 {
                best = (likeness, x, y);
            }
        }
    }
    let (likeness, x, y) = best;
    let scale = match field {
        Field::Address => 1.4,
        Field::Position => 0.6,
        _ => 0.9,
    };
    let (state, weight) = if likeness >= 0.75 {
        (State::Agree, scale)
    } else if likeness >= 0.45 {
        (State::Close, scale * 0.5)
    } else {
        // People and companies move: another address hardly contradicts.
        (State::Disagree, if field == Field::BirthPlace { -0.7 } else { -0.35 })
    };
    Some(evidence(field, state, Some(x.join(" ")), Some(y.join(" ")), weight))
}

fn contacts(a: &Record, b: &Record) -> Option<FieldEvidence> {
    let text = |list: &[String]| list.first().cloned();
    if a.contacts.is_empty() || b.contacts.is_empty() {
        return absent(Field::Contact, text(&a.contacts), text(&b.contacts));
    }
    let shared = a.contacts.iter().find(|c| b.contacts.contains(c));
    Some(match shared {
        Some(c) => evidence(Field::Contact, State::Agree, Some(c.clone()), Some(c.clone()), 1.8),
        None => {
            evidence(Field::Contact, State::Disagree, text(&a.contacts), text(&b.contacts), -0.3)
        }
    })
}

/// Identifiers: one in common decides for, two of one exclusive scheme that differ decide against.
fn identifiers(a: &Record, b: &Record) -> Option<FieldEvidence> {
    let text = |i: &Identifier| i.value.clone();
    if a.identifiers.is_empty() || b.identifiers.is_empty() {
        return absent(
            Field::Identifier,
            a.identifiers.first().map(text),
            b.identifiers.first().map(text),
        );
    }
    let detail = |i: &Identifier| {
        let scheme = serde_json::to_value(i.scheme).ok();
        scheme.and_then(|v| v.as_str().map(str::to_owned))
    };
    // Numbers of registers are unique within a country only.
    let countries_clash = !a.countries.is_empty()
        && !b.countries.is_empty()
        && !a.countries.iter().any(|c| b.countries.iter().any(|d| same_country(c, d)));
    for x in &a.identifiers {
        for y in &b.identifiers {
            if x.value != y.value || !x.valid || !y.valid {
                continue;
            }
            let checked = Identifier::is_exclusive(x.scheme) || Identifier::is_exclusive(y.scheme);
            let same_scheme = x.scheme == y.scheme;
            let long = x.value.len() >= 5;
            let decisive =
                if checked { same_scheme || long } else { same_scheme && long && !countries_clash };
            let mut out = evidence(
                Field::Identifier,
                State::Agree,
                Some(text(x)),
                Some(text(y)),
                if decisive { 6.0 } else { 1.5 },
            );
            out.decisive = decisive;
            out.detail = detail(x);
            return Some(out);
        }
    }
    for x in a.identifiers.iter().filter(|i| i.valid && Identifier::is_exclusive(i.scheme)) {
        if let Some(y) = b.identifiers.iter().find(|y| y.valid && y.scheme == x.scheme) {
            let mut out =
                evidence(Field::Identifier, State::Disagree, Some(text(x)), Some(text(y)), -6.0);
            // A person or company may have several numbers of a kind in a poor list, but one is usual.
            out.decisive = true;
            out.detail = detail(x);
            return Some(out);
        }
    }
    let same_kind = a
        .identifiers
        .iter()
        .find_map(|x| b.identifiers.iter().find(|y| y.scheme == x.scheme).map(|y| (x, y)));
    let (x, y) = same_kind?;
    let mut out = evidence(Field::Identifier, State::Disagree, Some(text(x)), Some(text(y)), -0.9);
    if !x.valid || !y.valid {
        out.weight = 0.0;
        out.state = State::Close;
        out.detail = Some("check-digit-fails".to_owned());
    } else {
        out.detail = detail(x);
    }
    Some(out)
}
