//! Rows of Basic Company Data to companies. Kept short: there are millions of them, and what follows
//! from the number (its page, its URI) is not stored.

use std::borrow::Cow;
use std::collections::BTreeSet;

use cuibono_model::{Emitter, IssueKind, KeyScheme, prop, schemata};
use cuibono_normalise::{CompanyNumber, ids};
use cuibono_read::{Chunk, Columns, decode};

use crate::line_rows::{header_issues, line_rows};
use crate::{Mapper, fields};

pub(crate) const NAME: usize = 0;
pub(crate) const NUMBER: usize = 1;
pub(crate) const ADDRESS: usize = 2;
const ADDRESS_END: usize = 10;
pub(crate) const CATEGORY: usize = 10;
pub(crate) const STATUS: usize = 11;
pub(crate) const ORIGIN: usize = 12;
const DISSOLVED: usize = 13;
pub(crate) const INCORPORATED: usize = 14;
const SIC: usize = 15;
const SIC_END: usize = 19;
const PREVIOUS: usize = 19;
const PREVIOUS_END: usize = 39;

/// The columns that are mapped.
pub(super) const COLUMNS: [&str; 39] = [
    "CompanyName",
    "CompanyNumber",
    "RegAddress.CareOf",
    "RegAddress.POBox",
    "RegAddress.AddressLine1",
    "RegAddress.AddressLine2",
    "RegAddress.PostTown",
    "RegAddress.County",
    "RegAddress.PostCode",
    "RegAddress.Country",
    "CompanyCategory",
    "CompanyStatus",
    "CountryOfOrigin",
    "DissolutionDate",
    "IncorporationDate",
    "SICCode.SicText_1",
    "SICCode.SicText_2",
    "SICCode.SicText_3",
    "SICCode.SicText_4",
    "PreviousName_1.CONDATE",
    "PreviousName_1.CompanyName",
    "PreviousName_2.CONDATE",
    "PreviousName_2.CompanyName",
    "PreviousName_3.CONDATE",
    "PreviousName_3.CompanyName",
    "PreviousName_4.CONDATE",
    "PreviousName_4.CompanyName",
    "PreviousName_5.CONDATE",
    "PreviousName_5.CompanyName",
    "PreviousName_6.CONDATE",
    "PreviousName_6.CompanyName",
    "PreviousName_7.CONDATE",
    "PreviousName_7.CompanyName",
    "PreviousName_8.CONDATE",
    "PreviousName_8.CompanyName",
    "PreviousName_9.CONDATE",
    "PreviousName_9.CompanyName",
    "PreviousName_10.CONDATE",
    "PreviousName_10.CompanyName",
];

/// Columns left out on purpose: filing deadlines, charges, partner counts, and what repeats the
/// number. None says who owns or controls anything.
pub(super) const IGNORED: [&str; 16] = [
    "Accounts.AccountRefDay",
    "Accounts.AccountRefMonth",
    "Accounts.NextDueDate",
    "Accounts.LastMadeUpDate",
    "Accounts.AccountCategory",
    "Returns.NextDueDate",
    "Returns.LastMadeUpDate",
    "Mortgages.NumMortCharges",
    "Mortgages.NumMortOutstanding",
    "Mortgages.NumMortPartSatisfied",
    "Mortgages.NumMortSatisfied",
    "LimitedPartnerships.NumGenPartners",
    "LimitedPartnerships.NumLimPartners",
    "URI",
    "ConfStmtNextDueDate",
    "ConfStmtLastMadeUpDate",
];

/// Maps the publisher's CSV.
pub(super) struct CsvMapper {
    pub(super) columns: Columns,
}

impl Mapper for CsvMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        header_issues(chunk, &self.columns, out);
        line_rows(chunk, &self.columns, &mut |row| {
            out.record(row.record, row.byte);
            if row.is_windows_1252() {
                out.issue(IssueKind::BadEncoding, "", "");
            }
            if row.is_ragged() {
                // Cells may have moved.
                out.issue(IssueKind::RaggedRow, "", &format!("{} cells", row.width()));
                return;
            }
            company(&|column| row.get(column), out);
        });
    }
}

/// Maps rows given as JSON objects with the CSV's column names.
pub(super) struct JsonMapper;

impl Mapper for JsonMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        let mut raised = BTreeSet::new();
        for (record, byte, line) in chunk.lines() {
            out.record(record, byte);
            let row: serde_json::Map<String, serde_json::Value> =
                match serde_json::from_str(&decode(line).0) {
                    Ok(row) => row,
                    Err(error) => {
                        out.issue(IssueKind::BadRecord, "", &error.to_string());
                        continue;
                    }
                };
            for key in row.keys().map(|key| key.trim()) {
                let is_known = COLUMNS.contains(&key) || IGNORED.contains(&key);
                if !is_known && raised.len() < 1000 && raised.insert(key.to_owned()) {
                    out.issue(IssueKind::UnmappedColumn, key, "");
                }
            }
            let get = |column: usize| {
                let name = COLUMNS[column];
                let value = row.get(name).or_else(|| row.get(&format!(" {name}")));
                Cow::Borrowed(value.and_then(|v| v.as_str()).unwrap_or_default().trim())
            };
            company(&get, out);
        }
    }
}

/// Writes one company. `get` gives the cell of a column of [`COLUMNS`].
pub(crate) fn company<'r>(get: &dyn Fn(usize) -> Cow<'r, str>, out: &mut Emitter) {
    let filed = get(NUMBER);
    let Some(number) = CompanyNumber::parse_own(&filed) else {
        out.issue(IssueKind::BadRecord, "CompanyNumber", &filed);
        return;
    };
    let name = get(NAME);
    if name.is_empty() {
        out.issue(IssueKind::MissingValue, "CompanyName", &filed);
    }
    let origin = get(ORIGIN);
    let is_uk_text = origin.eq_ignore_ascii_case("United Kingdom");
    let mut jurisdiction = match is_uk_text {
        true => Some("gb"),
        false => fields::country(&origin, "CountryOfOrigin", out),
    };
    if !number.is_overseas() && jurisdiction.is_none() {
        jurisdiction = Some("gb");
    }
    let incorporated = fields::day_first(&get(INCORPORATED), "IncorporationDate", out);
    let dissolved = fields::day_first(&get(DISSOLVED), "DissolutionDate", out);
    let mut previous = Vec::new();
    for column in (PREVIOUS..PREVIOUS_END).step_by(2) {
        let name = get(column + 1);
        if !name.is_empty() {
            previous.push((fields::day_first(&get(column), COLUMNS[column], out), name));
        }
    }

    let mut e = out.entity(&ids::company(number.as_str()), schemata::COMPANY);
    e.add(prop::NAME, &name);
    e.add_cleaned(prop::REGISTRATION_NUMBER, number.as_str(), &filed);
    if let Some(code) = jurisdiction {
        e.add_cleaned(prop::JURISDICTION, code, if is_uk_text { "" } else { &origin });
    }
    e.add(prop::LEGAL_FORM, &get(CATEGORY));
    e.add(prop::STATUS, &get(STATUS));
    match incorporated {
        // The day it entered the register; it was incorporated elsewhere, and earlier.
        Some(date) if number.as_str().starts_with("OE") => {
            e.add(prop::X_REMARKS, &format!("registered as an overseas entity on {date}"));
        }
        Some(date) => {
            e.add(prop::INCORPORATION_DATE, &date.to_string());
        }
        None => {}
    }
    if let Some(date) = dissolved {
        e.add(prop::DISSOLUTION_DATE, &date.to_string());
    }
    e.add(prop::ADDRESS, &fields::join((ADDRESS..ADDRESS_END).map(get)));
    for column in SIC..SIC_END {
        let sector = get(column);
        if !sector.eq_ignore_ascii_case("None Supplied") {
            e.add(prop::SECTOR, &sector);
        }
    }
    for (date, name) in &previous {
        e.add(prop::PREVIOUS_NAME, name);
        if let Some(date) = date {
            e.add(prop::X_REMARKS, &format!("previous name until {date}: {name}"));
        }
    }
    if number.is_overseas()
        && let Some(code) = jurisdiction
    {
        e.key(KeyScheme::NameCountry, &ids::name_country_key(&name, code));
    }
}
