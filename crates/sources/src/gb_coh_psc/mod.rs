//! People with significant control of UK companies and beneficial owners of overseas entities, from
//! Companies House's daily snapshot.

mod mapping;
mod natures;
mod parties;
mod record;
mod statements;

use crate::{Dataset, Head, Plan, Source};

/// The source.
pub(crate) static SOURCE: Psc = Psc;

/// People with significant control.
pub(crate) struct Psc;

static DATASET: Dataset = Dataset {
    id: "gb_coh_psc",
    title: "UK people with significant control and overseas entities' beneficial owners",
    title_uk: "Особи зі значним контролем над компаніями Великої Британії та бенефіціарні власники \
               іноземних юридичних осіб",
    publisher: "Companies House",
    url: "https://download.companieshouse.gov.uk/en_pscdata.html",
    licence: "Public register; Companies House imposes no conditions",
    licence_url: "https://www.gov.uk/guidance/companies-house-data-products",
    attribution: "",
    restrictions: "Personal data: data protection law applies to whoever processes them.",
    is_bulk_export_allowed: true,
    files: "persons-with-significant-control-snapshot-YYYY-MM-DD.zip or \
            psc-snapshot-YYYY-MM-DD_iofn.zip (JSON lines)",
    cadence: "daily",
};

impl Source for Psc {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        let (first, framing) = head.json()?;
        let data = first.get("data")?.as_object()?;
        data.get("kind")?.as_str()?;
        // Change events of the streaming service carry the same data under a resource.
        if first.get("resource_kind").is_some() {
            return None;
        }
        Some(Plan::Records {
            framing,
            skip: 0,
            data_date: head.date_in_name(),
            mapper: Box::new(mapping::PscMapper),
        })
    }
}
