//! What HM Land Registry's two ownership files, OCOD and CCOD, have in common: their columns, their
//! licence and how a file of either kind is recognised.

mod mapping;

use cuibono_model::Emitter;
use cuibono_read::{Columns, Framing, Limits, Member, ReadError};

use crate::{Head, Plan, WholeReader};

/// The licence both files come under.
pub(crate) const LICENCE: &str = "HM Land Registry: Overseas and UK companies licence (not open)";
/// The line that must stand wherever the data are shown.
pub(crate) const ATTRIBUTION: &str =
    "Information produced by HM Land Registry. © Crown copyright 2026.";
/// What the licence forbids, for people.
pub(crate) const RESTRICTIONS: &str = "Each user fetches the files with an account of their own. The whole or a substantial part may \
     not be published or sold as a dataset, nor used for direct marketing.";

/// Columns both files have, before the proprietors.
const TITLE: [&str; 9] = [
    "Title Number",
    "Tenure",
    "Property Address",
    "District",
    "County",
    "Region",
    "Postcode",
    "Multiple Address Indicator",
    "Price Paid",
];

macro_rules! columns {
    ($($n:literal)*) => {
        [
            TITLE[0], TITLE[1], TITLE[2], TITLE[3], TITLE[4], TITLE[5], TITLE[6], TITLE[7],
            TITLE[8], "Date Proprietor Added", "Additional Proprietor Indicator",
            $(
                concat!("Proprietor Name (", $n, ")"),
                concat!("Company Registration No. (", $n, ")"),
                concat!("Proprietorship Category (", $n, ")"),
                concat!("Proprietor (", $n, ") Address (1)"),
                concat!("Proprietor (", $n, ") Address (2)"),
                concat!("Proprietor (", $n, ") Address (3)"),
            )*
            $(concat!("Country Incorporated (", $n, ")"),)*
        ]
    };
}

/// The columns asked for: OCOD has all of them, CCOD all but the last four.
const COLUMNS: [&str; 39] = columns!(1 2 3 4);

/// How to read a file of the asked kind; `None` when it is something else.
pub(crate) fn recognise(head: &Head, is_overseas: bool) -> Option<Plan> {
    let (header, _, next) = head.line(0)?;
    let has = |names: &[&'static str]| Columns::find(header, names, &[]).is_complete();
    let is_hmlr = has(&["Title Number", "Tenure", "Proprietor Name (1)", "Date Proprietor Added"]);
    if !is_hmlr || has(&["Country Incorporated (1)"]) != is_overseas {
        return None;
    }
    let data_date = head.date_in_name();
    if has(&["Change Indicator"]) {
        return Some(Plan::Whole { data_date, reader: Box::new(ChangesOnly) });
    }
    let asked = if is_overseas { &COLUMNS[..] } else { &COLUMNS[..35] };
    let columns = Columns::find(header, asked, &[]);
    Some(Plan::Records {
        framing: Framing::Lines,
        skip: next as u64,
        data_date,
        mapper: Box::new(mapping::HmlrMapper { columns, is_overseas }),
    })
}

/// A change-only file. It cannot stand alone: without the full file before it, it does not say who
/// owns what.
struct ChangesOnly;

impl WholeReader for ChangesOnly {
    fn read(
        &self,
        file: &Member,
        _beside: &[Member],
        _limits: &Limits,
        _emit: &mut dyn FnMut(Emitter),
    ) -> Result<(), ReadError> {
        Err(ReadError::Unusable {
            name: file.name.clone(),
            what: "this is HM Land Registry's change-only file (COU), which lists only the titles \
                   that changed in one month"
                .to_owned(),
            remedy: "download the full file (…_FULL_…) of the same month and give that",
        })
    }
}
