//! Titles in England and Wales owned by UK companies and corporate bodies (CCOD).

use crate::{Dataset, Head, Plan, Source, hmlr};

/// The source.
pub(crate) static SOURCE: Ccod = Ccod;

/// UK companies that own property.
pub(crate) struct Ccod;

static DATASET: Dataset = Dataset {
    id: "gb_hmlr_ccod",
    title: "UK companies that own property in England and Wales",
    title_uk: "Британські компанії, що володіють нерухомістю в Англії та Уельсі",
    publisher: "HM Land Registry",
    url: "https://use-land-property-data.service.gov.uk/datasets/ccod",
    licence: hmlr::LICENCE,
    licence_url: "https://use-land-property-data.service.gov.uk/datasets/ccod/licence/view",
    attribution: hmlr::ATTRIBUTION,
    restrictions: hmlr::RESTRICTIONS,
    is_bulk_export_allowed: false,
    files: "CCOD_FULL_YYYY_MM.zip (CSV)",
    cadence: "monthly",
};

impl Source for Ccod {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        hmlr::recognise(head, false)
    }
}
