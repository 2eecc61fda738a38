//! Live companies on the UK register, from Companies House's monthly Basic Company Data.

pub(crate) mod mapping;

use cuibono_read::{Columns, Framing};

use crate::{Dataset, Head, Plan, Source};

/// The source.
pub(crate) static SOURCE: Companies = Companies;

/// Basic Company Data.
pub(crate) struct Companies;

static DATASET: Dataset = Dataset {
    id: "gb_coh_companies",
    title: "UK companies (Basic Company Data)",
    title_uk: "Компанії Великої Британії (основні відомості реєстру)",
    publisher: "Companies House",
    url: "https://download.companieshouse.gov.uk/en_output.html",
    licence: "Public register; Companies House imposes no conditions",
    licence_url: "https://www.gov.uk/guidance/companies-house-data-products",
    attribution: "",
    restrictions: "",
    is_bulk_export_allowed: true,
    files: "BasicCompanyDataAsOneFile-YYYY-MM-DD.zip or BasicCompanyData-YYYY-MM-DD-partn_m.zip \
            (CSV), or the same rows as JSON objects",
    cadence: "monthly",
};

impl Source for Companies {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        const SIGNATURE: [&str; 4] =
            ["CompanyName", "CompanyNumber", "CompanyCategory", "CountryOfOrigin"];
        let data_date = head.date_in_name();
        if let Some((first, framing)) = head.json() {
            let first = first.as_object()?;
            let is_row = SIGNATURE.iter().all(|name| first.contains_key(*name));
            let mapper = Box::new(mapping::JsonMapper);
            return is_row.then_some(Plan::Records { framing, skip: 0, data_date, mapper });
        }
        let (header, _, next) = head.line(0)?;
        if !Columns::find(header, &SIGNATURE, &[]).is_complete() {
            return None;
        }
        let columns = Columns::find(header, &mapping::COLUMNS, &mapping::IGNORED);
        Some(Plan::Records {
            framing: Framing::Lines,
            skip: next as u64,
            data_date,
            mapper: Box::new(mapping::CsvMapper { columns }),
        })
    }
}
