//! The Specially Designated Nationals of the US Office of Foreign Assets Control in their CSV layout
//! without headers (`sdn.csv`, `add.csv`, `alt.csv`, `sdn_comments.csv`). The non-SDN list has the same
//! columns and is read by the same code; see `us_ofac_cons`.
//!
//! The primary file is read together with the comments beside it, because long remarks run over into
//! them. Addresses and names stand on their own and speak of an entity by its number only.

mod cells;
mod companion;
mod facts;
mod mapping;
mod remarks;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use cuibono_model::Emitter;
use cuibono_read::{Chunk, Columns, Frames, Framing, Limits, Member, ReadError, Row, rows};

use crate::{Dataset, Head, Mapper, Plan, Source, WholeReader};

/// What the list is.
static DATASET: Dataset = Dataset {
    id: "us_ofac_sdn",
    title: "US OFAC Specially Designated Nationals and Blocked Persons List",
    title_uk: "Перелік осіб особливих категорій і заблокованих осіб OFAC (США)",
    publisher: "Office of Foreign Assets Control, US Department of the Treasury",
    url: "https://sanctionslist.ofac.treas.gov/Home/SdnList",
    licence: "Public domain (work of the US government)",
    licence_url: "https://www.usa.gov/government-copyright",
    attribution: "Source: US Department of the Treasury, Office of Foreign Assets Control",
    restrictions: "",
    is_bulk_export_allowed: true,
    files: "sdn.csv, add.csv, alt.csv, sdn_comments.csv",
    cadence: "several times a week",
};

/// The source.
pub(crate) static SOURCE: UsOfacSdn = UsOfacSdn;

/// The source's type; see the module.
pub(crate) struct UsOfacSdn;

impl Source for UsOfacSdn {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        if is_cons(&head.name) { None } else { plan(head) }
    }
}

fn base_name(name: &str) -> String {
    name.rsplit(['/', '\\', '!']).next().unwrap_or(name).to_ascii_lowercase()
}

/// Whether a file belongs to the non-SDN list, which has the same columns.
pub(crate) fn is_cons(name: &str) -> bool {
    base_name(name).starts_with("cons_")
}

fn is_comments(name: &str) -> bool {
    base_name(name).ends_with("comments.csv")
}

/// What a file without a header is, by its first rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Layout {
    Primary,
    Addresses,
    Names,
    Comments,
}

impl Layout {
    fn width(self) -> usize {
        match self {
            Layout::Primary => 12,
            Layout::Addresses => 6,
            Layout::Names => 5,
            Layout::Comments => 2,
        }
    }
}

/// Rows looked at to recognise a file.
const ROWS_LOOKED_AT: usize = 20;

/// How to read a file of either list.
pub(crate) fn plan(head: &Head) -> Option<Plan> {
    let layout = layout_of(head)?;
    let data_date = head.date_in_name();
    let mapper: Box<dyn Mapper> = match layout {
        Layout::Primary => return Some(Plan::Whole { data_date, reader: Box::new(Primary) }),
        Layout::Comments => return Some(Plan::Companion),
        Layout::Addresses => Box::new(RowMapper { layout, map: companion::map_address }),
        Layout::Names => Box::new(RowMapper { layout, map: companion::map_name }),
    };
    Some(Plan::Records { framing: Framing::Csv, skip: 0, data_date, mapper })
}

fn layout_of(head: &Head) -> Option<Layout> {
    // The last row of the head may be cut anywhere.
    let end = head.bytes.iter().rposition(|b| *b == b'\n').map_or(head.bytes.len(), |at| at + 1);
    let chunk = Chunk::of(&head.bytes[..end]);
    let columns = Columns::by_position(12);
    let mut found = [0usize; 4];
    let mut count = 0;
    rows(&chunk, &columns, &mut |row| {
        if count >= ROWS_LOOKED_AT || is_end_mark(row) {
            return;
        }
        count += 1;
        if let Some(layout) = row_layout(row) {
            found[layout as usize] += 1;
        }
    });
    // Single broken rows must not hide a list.
    let layouts = [Layout::Primary, Layout::Addresses, Layout::Names, Layout::Comments];
    let layout = layouts.into_iter().find(|layout| {
        let fitting = found[*layout as usize];
        fitting > 0 && fitting * 4 >= count * 3
    })?;
    let has_nulls = head.text().contains("-0- ");
    match layout {
        Layout::Comments => is_comments(&head.name).then_some(layout),
        _ => has_nulls.then_some(layout),
    }
}

fn row_layout(row: &Row<'_>) -> Option<Layout> {
    let is_number = |at: usize| {
        let cell = row.get(at);
        let digits = cell.trim_start_matches('\u{1a}');
        (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    if !is_number(0) {
        return None;
    }
    let third = row.get(2).to_ascii_lowercase();
    match row.width() {
        12 if matches!(third.as_str(), "individual" | "vessel" | "aircraft" | "entity" | "-0-") => {
            Some(Layout::Primary)
        }
        6 if is_number(1) => Some(Layout::Addresses),
        5 if is_number(1) && third.len() == 3 && third.ends_with("ka") => Some(Layout::Names),
        2 => Some(Layout::Comments),
        _ => None,
    }
}

/// Whether a row is only the end-of-file mark of an old system.
fn is_end_mark(row: &Row<'_>) -> bool {
    row.width() == 1 && row.get(0).trim_matches('\u{1a}').is_empty()
}

/// Maps rows that stand on their own.
struct RowMapper {
    layout: Layout,
    map: fn(&Row<'_>, &mut Emitter),
}

impl Mapper for RowMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        let columns = Columns::by_position(self.layout.width());
        rows(chunk, &columns, &mut |row| {
            if !is_end_mark(row) {
                (self.map)(row, out);
            }
        });
    }
}

/// Reads the primary file with the comments beside it.
struct Primary;

/// Records in one portion handed on.
const PORTION: u64 = 1000;
/// Most bytes of comments kept in memory; the real file has some tens of thousands.
const COMMENT_BYTES_MAX: usize = 64 << 20;

impl WholeReader for Primary {
    fn read(
        &self,
        file: &Member,
        beside: &[Member],
        limits: &Limits,
        emit: &mut dyn FnMut(Emitter),
    ) -> Result<(), ReadError> {
        let mut out = Emitter::new();
        let comments = read_comments(file, beside, limits, &mut out)?;
        let columns = Columns::by_position(Layout::Primary.width());
        let mut frames = Frames::new(file, Framing::Csv, 0, limits)?;
        while let Some(chunk) = frames.next_chunk()? {
            rows(&chunk, &columns, &mut |row| {
                if is_end_mark(row) {
                    return;
                }
                mapping::map(row, &comments, &mut out);
                if out.records() >= PORTION {
                    emit(std::mem::take(&mut out));
                }
            });
        }
        emit(out);
        Ok(())
    }
}

/// The rest of long remarks by entity number, in the order of their rows.
fn read_comments(
    file: &Member,
    beside: &[Member],
    limits: &Limits,
    out: &mut Emitter,
) -> Result<HashMap<String, String>, ReadError> {
    let mut comments: HashMap<String, String> = HashMap::new();
    let mut bytes = 0;
    let list = is_cons(&file.stem);
    let of_this_list = beside.iter().filter(|m| is_comments(&m.stem) && is_cons(&m.stem) == list);
    for member in of_this_list {
        let columns = Columns::by_position(Layout::Comments.width());
        let mut frames = Frames::new(member, Framing::Csv, 0, limits)?;
        while let Some(chunk) = frames.next_chunk()? {
            rows(&chunk, &columns, &mut |row| {
                let number = row.get(0).trim_start_matches('\u{1a}').to_owned();
                let text = row.get(1);
                if number.is_empty() || bytes > COMMENT_BYTES_MAX {
                    return;
                }
                bytes += number.len() + text.len();
                comments.entry(number).or_default().push_str(&text);
            });
        }
    }
    if bytes > COMMENT_BYTES_MAX {
        out.file_issue(cuibono_model::IssueKind::TooLarge, "comments", "");
    }
    Ok(comments)
}
