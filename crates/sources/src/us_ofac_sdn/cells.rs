//! Cells and names as OFAC writes them.

use std::borrow::Cow;

use cuibono_model::{Emitter, IssueKind};
use cuibono_read::Row;

use crate::designation::has_company_form;

/// A cell; `-0-` means nothing.
pub(super) fn cell<'r>(row: &Row<'r>, column: usize) -> Cow<'r, str> {
    let text = row.get(column);
    if text == "-0-" { Cow::Borrowed("") } else { text }
}

/// The entity's id, from the number in the first cell; an issue where it is none.
pub(super) fn entity_id(row: &Row<'_>, out: &mut Emitter) -> Option<String> {
    let cell = row.get(0);
    let number = cell.trim_start_matches('\u{1a}');
    let is_number = (1..=9).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    if !is_number {
        out.issue(IssueKind::BadRecord, "ent_num", &cell);
        return None;
    }
    Some(format!("us-ofac-{number}"))
}

/// A person's name in the order it is spoken: `SURNAME, Given` becomes `Given SURNAME`. Organisations
/// are written in capitals, so that a comma followed by small letters tells a person.
pub(super) fn spoken_name(name: &str) -> Option<(String, &str, &str)> {
    let (family, given) = name.split_once(", ")?;
    let is_person = given.chars().any(char::is_lowercase) && !has_company_form(name);
    is_person.then(|| (format!("{given} {family}"), given, family))
}
