//! The consolidated list of financial sanctions targets that the UK Treasury's Office of Financial
//! Sanctions Implementation published until January 2026, CSV, in its 2018 (29 columns) and 2022
//! (36 columns) layouts.
//!
//! One row is one combination of name, date of birth and address; rows of one `Group ID` are one party.

mod mapping;
#[cfg(test)]
mod tests;

use cuibono_model::{Emitter, PartialDate};
use cuibono_normalise::dates;
use cuibono_read::{Chunk, Columns, Framing, decode, rows};

use crate::{Dataset, Head, Mapper, Plan, Source};

/// What the list is.
static DATASET: Dataset = Dataset {
    id: "gb_ofsi_conlist",
    title: "UK Consolidated List of Financial Sanctions Targets (until January 2026)",
    title_uk: "Зведений перелік осіб під фінансовими санкціями Великої Британії (до січня 2026 року)",
    publisher: "Office of Financial Sanctions Implementation, HM Treasury",
    url: "https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets",
    licence: "Open Government Licence v3.0",
    licence_url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    attribution: "Contains public sector information licensed under the Open Government Licence v3.0.",
    restrictions: "",
    is_bulk_export_allowed: true,
    files: "ConList.csv, sanctionsconlist.csv",
    cadence: "frozen since 28 January 2026",
};

/// The source.
pub(crate) static SOURCE: GbOfsiConlist = GbOfsiConlist;

/// The source's type; see the module.
pub(crate) struct GbOfsiConlist;

impl Source for GbOfsiConlist {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        for line in 0..2 {
            let (bytes, _, next) = head.line(line)?;
            let columns = mapping::columns(bytes);
            if !mapping::is_header(&columns) {
                continue;
            }
            let title = head.line(0).filter(|_| line == 1).map(|(title, _, _)| decode(title).0);
            let data_date = title.as_deref().and_then(title_date).or_else(|| head.date_in_name());
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

/// The date of the title line, `Last Updated,13/04/2018,…`.
fn title_date(line: &str) -> Option<PartialDate> {
    let date = line.strip_prefix("Last Updated,")?.split(',').next()?;
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
        mapping::report_columns(&self.columns, chunk, out);
        rows(chunk, &self.columns, &mut |row| mapping::map(row, out));
    }
}
