//! The United Nations Security Council consolidated list, XML.
//!
//! One element is one designation and stands on its own; the file is read from front to back because
//! XML cannot be cut into chunks.

mod mapping;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use cuibono_model::{Emitter, IssueKind, PartialDate};
use cuibono_read::{Element, Limits, Member, ReadError, elements};

use crate::{Dataset, Head, Plan, Source, WholeReader};

/// What the list is.
static DATASET: Dataset = Dataset {
    id: "un_sc",
    title: "United Nations Security Council Consolidated List",
    title_uk: "Зведений санкційний перелік Ради Безпеки ООН",
    publisher: "United Nations Security Council",
    url: "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    licence: "United Nations terms of use",
    licence_url: "https://www.un.org/en/about-us/terms-of-use",
    attribution: "Source: United Nations Security Council Consolidated List",
    restrictions: "Quote with attribution; do not imply endorsement by the United Nations",
    is_bulk_export_allowed: true,
    files: "consolidated.xml",
    cadence: "whenever a committee changes the list",
};

/// The source.
pub(crate) static SOURCE: UnSc = UnSc;

/// The source's type; see the module.
pub(crate) struct UnSc;

impl Source for UnSc {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        let text = head.text();
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if !start.starts_with('<') {
            return None;
        }
        let root = &text[text.find("<CONSOLIDATED_LIST")?..];
        let data_date = root.split("dateGenerated=\"").nth(1).and_then(generated);
        Some(Plan::Whole { data_date, reader: Box::new(Reader) })
    }
}

/// The date of a `dateGenerated` value, which carries a time of day.
fn generated(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text.get(..10)?)
}

struct Reader;

/// Records in one portion handed on.
const PORTION: u64 = 1000;

impl WholeReader for Reader {
    fn read(
        &self,
        file: &Member,
        _beside: &[Member],
        limits: &Limits,
        emit: &mut dyn FnMut(Emitter),
    ) -> Result<(), ReadError> {
        let mut out = Emitter::new();
        let mut references = HashSet::new();
        let records = ["INDIVIDUAL", "ENTITY"];
        elements(file, &records, limits, &mut |record, byte, element| {
            map_element(record, byte, element, &mut references, &mut out);
            if out.records() >= PORTION {
                emit(std::mem::take(&mut out));
            }
        })?;
        emit(out);
        Ok(())
    }
}

fn map_element(
    record: u64,
    byte: u64,
    element: &Element,
    references: &mut HashSet<String>,
    out: &mut Emitter,
) {
    if record == 0 {
        match generated(element.attribute("dateGenerated")) {
            Some(date) => out.declare_date(date),
            None => out.file_issue(
                IssueKind::BadDate,
                "dateGenerated",
                element.attribute("dateGenerated"),
            ),
        }
        return;
    }
    out.record(record, byte);
    mapping::map(element, references, out);
}
