//! The list of registered overseas entities: the overseas rows of Basic Company Data as a short CSV
//! that researchers pass on.

use std::borrow::Cow;

use cuibono_model::{Emitter, IssueKind};
use cuibono_read::{Chunk, Columns, Framing, rows};

use crate::gb_coh_companies::mapping as companies;
use crate::line_rows::header_issues;
use crate::{Dataset, Head, Mapper, Plan, Source};

/// The source.
pub(crate) static SOURCE: OverseasEntities = OverseasEntities;

/// The list of overseas entities.
pub(crate) struct OverseasEntities;

static DATASET: Dataset = Dataset {
    id: "gb_coh_oe_list",
    title: "UK Register of Overseas Entities: the list of entities",
    title_uk: "Реєстр іноземних юридичних осіб Великої Британії: перелік",
    publisher: "Companies House (extract by third parties)",
    url: "https://download.companieshouse.gov.uk/en_output.html",
    licence: "Public register; Companies House imposes no conditions",
    licence_url: "https://www.gov.uk/guidance/companies-house-data-products",
    attribution: "",
    restrictions: "An extract of unstated date; the register itself is newer.",
    is_bulk_export_allowed: true,
    files: "a CSV with company_number, name, status, country_of_origin, incorporation_date and \
            reg_address",
    cadence: "irregular",
};

const COLUMNS: [&str; 6] =
    ["name", "company_number", "status", "country_of_origin", "incorporation_date", "reg_address"];

impl Source for OverseasEntities {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        let (header, _, next) = head.line(0)?;
        // The normalised name is somebody's working column.
        let columns = Columns::find(header, &COLUMNS, &["normalized_name"]);
        columns.is_complete().then(|| Plan::Records {
            framing: Framing::Csv,
            skip: next as u64,
            data_date: head.date_in_name(),
            mapper: Box::new(ListMapper { columns }),
        })
    }
}

struct ListMapper {
    columns: Columns,
}

impl Mapper for ListMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        header_issues(chunk, &self.columns, out);
        rows(chunk, &self.columns, &mut |row| {
            out.record(row.record, row.byte);
            if row.is_windows_1252() {
                out.issue(IssueKind::BadEncoding, "", "");
            }
            if row.is_ragged() {
                out.issue(IssueKind::RaggedRow, "", &format!("{} cells", row.width()));
                return;
            }
            let get = |column: usize| match column {
                companies::NAME => row.get(0),
                companies::NUMBER => row.get(1),
                companies::STATUS => row.get(2),
                companies::ORIGIN => row.get(3),
                companies::INCORPORATED => row.get(4),
                companies::ADDRESS => row.get(5),
                companies::CATEGORY => Cow::Borrowed("Overseas Entity"),
                _ => Cow::Borrowed(""),
            };
            companies::company(&get, out);
        });
    }
}
