//! Titles in England and Wales owned by companies of other countries (OCOD).

use crate::{Dataset, Head, Plan, Source, hmlr};

/// The source.
pub(crate) static SOURCE: Ocod = Ocod;

/// Overseas companies that own property.
pub(crate) struct Ocod;

static DATASET: Dataset = Dataset {
    id: "gb_hmlr_ocod",
    title: "Overseas companies that own property in England and Wales",
    title_uk: "Іноземні компанії, що володіють нерухомістю в Англії та Уельсі",
    publisher: "HM Land Registry",
    url: "https://use-land-property-data.service.gov.uk/datasets/ocod",
    licence: hmlr::LICENCE,
    licence_url: "https://use-land-property-data.service.gov.uk/datasets/ocod/licence/view",
    attribution: hmlr::ATTRIBUTION,
    restrictions: hmlr::RESTRICTIONS,
    is_bulk_export_allowed: false,
    files: "OCOD_FULL_YYYY_MM.zip (CSV)",
    cadence: "monthly",
};

impl Source for Ocod {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        hmlr::recognise(head, true)
    }
}
