//! The non-SDN consolidated list of the US Office of Foreign Assets Control (`cons_prim.csv`,
//! `cons_add.csv`, `cons_alt.csv`, `cons_comments.csv`). Its columns are those of the SDN list, whose
//! code reads it; the file names tell the two apart, since nothing in the files does.

use crate::us_ofac_sdn::{is_cons, plan};
use crate::{Dataset, Head, Plan, Source};

/// What the list is.
static DATASET: Dataset = Dataset {
    id: "us_ofac_cons",
    title: "US OFAC Consolidated (non-SDN) Sanctions List",
    title_uk: "Зведений санкційний перелік OFAC (США) поза переліком SDN",
    publisher: "Office of Foreign Assets Control, US Department of the Treasury",
    url: "https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList",
    licence: "Public domain (work of the US government)",
    licence_url: "https://www.usa.gov/government-copyright",
    attribution: "Source: US Department of the Treasury, Office of Foreign Assets Control",
    restrictions: "",
    is_bulk_export_allowed: true,
    files: "cons_prim.csv, cons_add.csv, cons_alt.csv, cons_comments.csv",
    cadence: "several times a year",
};

/// The source.
pub(crate) static SOURCE: UsOfacCons = UsOfacCons;

/// The source's type; see the module.
pub(crate) struct UsOfacCons;

impl Source for UsOfacCons {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        if is_cons(&head.name) { plan(head) } else { None }
    }
}
