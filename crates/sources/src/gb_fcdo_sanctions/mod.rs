//! The UK Sanctions List of the Foreign, Commonwealth & Development Office, CSV with 58 columns.
//!
//! One row is one combination of name, date of birth, address and more; rows of one `Unique ID` are one
//! designation. The first line says the day of the report.

mod columns;
mod mapping;
#[cfg(test)]
mod tests;

use cuibono_model::{Emitter, PartialDate};
use cuibono_normalise::dates;
use cuibono_read::{Chunk, Columns, Framing, decode, rows};

use crate::{Dataset, Head, Mapper, Plan, Source};

/// What the list is.
static DATASET: Dataset = Dataset {
    id: "gb_fcdo_sanctions",
    title: "UK Sanctions List",
    title_uk: "Санкційний перелік Великої Британії",
    publisher: "Foreign, Commonwealth & Development Office",
    url: "https://www.gov.uk/government/publications/the-uk-sanctions-list",
    licence: "Open Government Licence v3.0",
    licence_url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    attribution: "Contains public sector information licensed under the Open Government Licence v3.0.",
    restrictions: "",
    is_bulk_export_allowed: true,
    files: "UK-Sanctions-List.csv",
    cadence: "whenever a designation changes",
};

/// The source.
pub(crate) static SOURCE: GbFcdoSanctions = GbFcdoSanctions;

/// The source's type; see the module.
pub(crate) struct GbFcdoSanctions;

impl Source for GbFcdoSanctions {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        for line in 0..2 {
            let (bytes, _, next) = head.line(line)?;
            let columns = columns::find(bytes);
            if !columns::is_header(&columns) {
                continue;
            }
            let title = head.line(0).filter(|_| line == 1).map(|(title, _, _)| decode(title).0);
            let data_date = title.as_deref().and_then(report_date).or_else(|| head.date_in_name());
            let mapper = Box::new(RowMapper { columns, data_date });
            return Some(Plan::Records {
                framing: Framing::Csv,
                skip: next as u64,
                data_date,
                mapper,
            });
        }
        None
    }
}

/// The date of the title line, `Report Date: 08-Oct-2026`.
fn report_date(line: &str) -> Option<PartialDate> {
    let (_, date) = line.split_once("Report Date:")?;
    let date = date.trim_matches(|c: char| c == ',' || c == '"' || c.is_whitespace());
    dates::parse(date, dates::Order::DayFirst)
}

struct RowMapper {
    columns: Columns,
    data_date: Option<PartialDate>,
}

impl Mapper for RowMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        if let Some(date) = self.data_date {
            out.declare_date(date);
        }
        columns::report(&self.columns, chunk, out);
        rows(chunk, &self.columns, &mut |row| mapping::map(row, out));
    }
}
