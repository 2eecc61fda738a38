//! The consolidated list of financial sanctions targets that the UK Treasury's Office of Financial
//! Sanctions Implementation published until January 2026, CSV, in its 2018 (29 columns) and 2022
//! (36 columns) layouts.
//!
//! One row is one combination of name, date of birth and address; rows of one `Group ID` are one party.
//!
//! The file is read twice: a reference to the UN list that several parties carry is a slip for all but
//! one of them, and joins none.

mod mapping;
mod references;
#[cfg(test)]
mod tests;

use cuibono_model::{Emitter, PartialDate};
use cuibono_normalise::dates;
use cuibono_read::{Columns, Frames, Framing, Limits, Member, ReadError, Row, decode, rows};

use crate::{Dataset, Head, Plan, Source, WholeReader};
use references::References;

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
            let reader = Box::new(Reader { columns, skip: next as u64, data_date });
            return Some(Plan::Whole { data_date, reader });
        }
        None
    }
}

/// The date of the title line, `Last Updated,13/04/2018,…`.
fn title_date(line: &str) -> Option<PartialDate> {
    let date = line.strip_prefix("Last Updated,")?.split(',').next()?;
    dates::parse(date, dates::Order::DayFirst)
}

struct Reader {
    columns: Columns,
    skip: u64,
    data_date: Option<PartialDate>,
}

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
        let mut references = References::default();
        self.each_row(file, limits, &mut |row| references.add(row))?;
        let mut out = Emitter::new();
        if let Some(date) = self.data_date {
            out.declare_date(date);
        }
        mapping::report_columns(&self.columns, &mut out);
        self.each_row(file, limits, &mut |row| {
            mapping::map(row, &references, &mut out);
            if out.records() >= PORTION {
                emit(std::mem::take(&mut out));
            }
        })?;
        emit(out);
        Ok(())
    }
}

impl Reader {
    fn each_row(
        &self,
        file: &Member,
        limits: &Limits,
        each: &mut dyn FnMut(&Row<'_>),
    ) -> Result<(), ReadError> {
        let mut frames = Frames::new(file, Framing::Csv, self.skip, limits)?;
        while let Some(chunk) = frames.next_chunk()? {
            rows(&chunk, &self.columns, each);
        }
        Ok(())
    }
}
