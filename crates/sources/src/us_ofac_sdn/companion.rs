//! Addresses (`add.csv`) and other names (`alt.csv`) of entities that another file describes.

use cuibono_model::{Emitter, IssueKind};
use cuibono_model::{prop, schemata};
use cuibono_read::Row;

use super::cells::{cell, entity_id, spoken_name};
use crate::designation::{Draft, join};

/// One row of addresses. The kind of the entity is not known here, so it is a mere thing.
pub(super) fn map_address(row: &Row<'_>, out: &mut Emitter) {
    out.record(row.record, row.byte);
    if row.is_ragged() {
        out.issue(IssueKind::RaggedRow, "", &row.width().to_string());
    }
    let Some(id) = entity_id(row, out) else { return };
    let mut draft = Draft::new(id, schemata::THING);
    let country = cell(row, 4);
    let place = join(&[&cell(row, 2), &cell(row, 3)], ", ");
    if !place.is_empty() {
        draft.add(prop::ADDRESS, &join(&[&place, &country], ", "));
    }
    draft.add_countries(prop::COUNTRY, "Country", &country);
    draft.add(prop::X_REMARKS, &cell(row, 5));
    draft.emit(out);
}

/// One row of names.
pub(super) fn map_name(row: &Row<'_>, out: &mut Emitter) {
    out.record(row.record, row.byte);
    if row.is_ragged() {
        out.issue(IssueKind::RaggedRow, "", &row.width().to_string());
    }
    let Some(id) = entity_id(row, out) else { return };
    let mut draft = Draft::new(id, schemata::THING);
    let kind = cell(row, 2);
    let property = match kind.as_ref() {
        "aka" | "nka" => prop::ALIAS,
        "fka" => prop::PREVIOUS_NAME,
        other => {
            draft.issue(IssueKind::UnknownCode, "alt_type", other);
            prop::ALIAS
        }
    };
    let name = cell(row, 3);
    if name.is_empty() {
        draft.issue(IssueKind::MissingValue, "alt_name", "");
    }
    match spoken_name(&name) {
        Some((spoken, _, _)) => draft.add_cleaned(property, &spoken, &name),
        None => draft.add(property, &name),
    }
    draft.add(prop::X_REMARKS, &cell(row, 4));
    draft.emit(out);
}
