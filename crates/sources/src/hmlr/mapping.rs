//! Rows of OCOD and CCOD to fragments: the title, its proprietors, and their legal title. Never
//! splits a title between joint proprietors: the file does not say how they share.

use std::borrow::Cow;

use cuibono_model::{
    Directness, Emitter, Interest, InterestKind, IssueKind, KeyScheme, Schema, Share, Terms, Via,
    prop, schemata,
};
use cuibono_normalise::blank::is_blank;
use cuibono_normalise::{CompanyNumber, country, identifiers, ids, title_number};
use cuibono_read::{Chunk, Columns, Row};

use crate::line_rows::{header_issues, line_rows};
use crate::{Mapper, fields};

const TITLE_NUMBER: usize = 0;
const TENURE: usize = 1;
const ADDRESS: usize = 2;
const DISTRICT: usize = 3;
const COUNTY: usize = 4;
const REGION: usize = 5;
const POSTCODE: usize = 6;
const MULTIPLE_ADDRESSES: usize = 7;
const PRICE: usize = 8;
const DATE_ADDED: usize = 9;
const ADDITIONAL: usize = 10;
const PROPRIETORS: usize = 11;
const PROPRIETOR_COLUMNS: usize = 6;
const COUNTRIES: usize = PROPRIETORS + 4 * PROPRIETOR_COLUMNS;

/// Categories as HM Land Registry lists them; all but the first six stand with `(Company)` or
/// `(Corporate Body)` behind.
const CATEGORIES: [&str; 14] = [
    "Limited Company or Public Limited Company",
    "Limited Liability Partnership",
    "Unlimited Company",
    "Corporate Body",
    "Local Authority",
    "County Council",
    "Co-operative Society",
    "Community Benefit Society",
    "Registered Society",
    "Industrial and Provident Society",
    "Housing Association/Society",
    "Housing Association Co-operative Society",
    "Housing Association Community Benefit Society",
    "Housing Association Registered Society",
];

/// Maps rows of either file.
pub(super) struct HmlrMapper {
    pub(super) columns: Columns,
    /// Whether the file is OCOD, with countries of incorporation.
    pub(super) is_overseas: bool,
}

impl Mapper for HmlrMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        header_issues(chunk, &self.columns, out);
        line_rows(chunk, &self.columns, &mut |row| self.row(row, out));
    }
}

impl HmlrMapper {
    fn row(&self, row: &Row<'_>, out: &mut Emitter) {
        let first = row.get(TITLE_NUMBER);
        if let Some(total) = row_count(&first, &row.get(TENURE)) {
            if let Some(total) = total {
                out.declare_total(total);
            }
            return;
        }
        out.record(row.record, row.byte);
        if row.is_windows_1252() {
            out.issue(IssueKind::BadEncoding, "", "");
        }
        if row.is_ragged() {
            // Cells may have moved, and a moved cell would name a wrong owner.
            out.issue(IssueKind::RaggedRow, "", &format!("{} cells", row.width()));
            return;
        }
        let Some((number, is_usual)) = title_number::normalise(&first) else {
            out.issue(IssueKind::BadRecord, "Title Number", &first);
            return;
        };
        if !is_usual {
            out.issue(IssueKind::BadIdentifier, "Title Number", &first);
        }
        let id = ids::title(&number);
        let has_more = self.title(row, &id, &number, out);
        self.proprietors(row, &id, has_more, out);
    }

    /// Writes the title; returns whether it has proprietors that are not shown.
    fn title(&self, row: &Row<'_>, id: &str, number: &str, out: &mut Emitter) -> bool {
        let tenure = row.get(TENURE);
        if !matches!(&*tenure, "Freehold" | "Leasehold") {
            out.issue(IssueKind::UnknownCode, "Tenure", &tenure);
        }
        let price = row.get(PRICE);
        let is_price = !price.is_empty() && price.bytes().all(|b| b.is_ascii_digit());
        if !is_price && !is_blank(&price) {
            out.issue(IssueKind::Other, "Price Paid", &price);
        }
        let indicator = |column: usize, name: &str, out: &mut Emitter| match &*row.get(column) {
            "Y" | "y" => true,
            "N" | "n" | "" => false,
            other => {
                out.issue(IssueKind::UnknownCode, name, other);
                false
            }
        };
        let is_multiple = indicator(MULTIPLE_ADDRESSES, "Multiple Address Indicator", out);
        let has_more = indicator(ADDITIONAL, "Additional Proprietor Indicator", out);
        let (address, postcode) = (row.get(ADDRESS), row.get(POSTCODE));
        if address.is_empty() {
            out.issue(IssueKind::MissingValue, "Property Address", "");
        }

        let mut e = out.entity(id, schemata::REAL_ESTATE);
        e.add(prop::TITLE_NUMBER, number).add(prop::TENURE, &tenure);
        if postcode.is_empty() || address.contains(&*postcode) {
            e.add(prop::ADDRESS, &address);
        } else {
            let with_postcode = fields::join([&*address, &postcode]);
            e.add_cleaned(prop::ADDRESS, &with_postcode, &address);
        }
        e.add(prop::COUNTRY, "gb");
        e.add(prop::X_DISTRICT, &row.get(DISTRICT));
        e.add(prop::X_COUNTY, &row.get(COUNTY));
        e.add(prop::X_REGION, &row.get(REGION));
        if is_price {
            e.add(prop::AMOUNT, &price).add(prop::CURRENCY, "GBP");
        }
        if is_multiple {
            e.add(prop::X_MULTIPLE_ADDRESSES, "Y");
        }
        if has_more {
            e.add(prop::X_ADDITIONAL_PROPRIETORS, "Y");
        }
        has_more
    }

    fn proprietors(&self, row: &Row<'_>, title: &str, has_more: bool, out: &mut Emitter) {
        let mut holders: Vec<String> = Vec::with_capacity(4);
        for n in 0..4 {
            if let Some(holder) = self.proprietor(row, title, n, out)
                && !holders.contains(&holder)
            {
                holders.push(holder);
            }
        }
        if holders.is_empty() {
            out.issue(IssueKind::MissingValue, "Proprietor Name (1)", "");
        }
        let start = fields::day_first(&row.get(DATE_ADDED), "Date Proprietor Added", out);
        let is_sole = holders.len() == 1 && !has_more;
        let interest = Interest {
            kind: InterestKind::LegalTitle,
            via: Via::Own,
            directness: Directness::Direct,
            share: if is_sole { Share::ALL } else { Share::UNKNOWN },
        };
        let terms = Terms {
            interests: vec![interest],
            start,
            end: None,
            is_joint: holders.len() > 1,
            // The date is that of the latest proprietor, so that of another is no later.
            start_is_censored: start.is_some() && !is_sole,
        };
        let date = start.map(|date| date.to_string());
        for holder in &holders {
            let id = format!("{title}-{:016x}", ids::digest(&[holder]));
            let mut e = out.entity(&id, schemata::OWNERSHIP);
            e.add(prop::OWNER, holder).add(prop::ASSET, title);
            e.add(prop::OWNERSHIP_TYPE, "legal");
            if let Some(date) = &date {
                e.add(prop::START_DATE, date);
            }
            e.interest(holder, title, &terms);
        }
    }

    /// Writes the `n`-th proprietor (from 0) and returns its id; `None` when there is none.
    fn proprietor(
        &self,
        row: &Row<'_>,
        title: &str,
        n: usize,
        out: &mut Emitter,
    ) -> Option<String> {
        let cell = |column| row.get(PROPRIETORS + n * PROPRIETOR_COLUMNS + column);
        let (name, mut filed, category) = (cell(0), cell(1), cell(2));
        let mut country_text = match self.is_overseas {
            true => row.get(COUNTRIES + n),
            false => Cow::Borrowed(""),
        };
        if name.is_empty() {
            let is_used = !is_blank(&filed) || !category.is_empty();
            if is_used {
                out.issue(IssueKind::MissingValue, "Proprietor Name", &filed);
            }
            return None;
        }
        if is_blank(&filed) {
            filed = Cow::Borrowed("");
        }
        if filed.is_empty() && is_number_like(&country_text) {
            out.issue(IssueKind::UnknownCountry, "Country Incorporated", &country_text);
            filed = std::mem::take(&mut country_text);
        }
        let code = match self.is_overseas {
            true => fields::country(&country_text, "Country Incorporated", out),
            false => Some("gb"),
        };
        let (number, note) = number(&filed, code, out);
        let base = category
            .strip_suffix(" (Company)")
            .or_else(|| category.strip_suffix(" (Corporate Body)"))
            .unwrap_or(&category);
        if !CATEGORIES.contains(&base) {
            out.issue(IssueKind::UnknownCode, "Proprietorship Category", &category);
        }
        let is_public = matches!(base, "Local Authority" | "County Council");
        let id = match number {
            Some(number) => ids::company(number.as_str()),
            // Nothing but a name: two such rows need not mean one body.
            None if code.is_none() && filed.is_empty() => format!("{title}-proprietor-{}", n + 1),
            None => ids::unnumbered_org(&name, code.unwrap_or_default(), &filed),
        };
        let mut e = out.entity(&id, schema(is_public, number.is_some()));
        e.add(prop::NAME, &name);
        match number {
            Some(number) => e.add_cleaned(prop::REGISTRATION_NUMBER, number.as_str(), &filed),
            None => e.add(prop::REGISTRATION_NUMBER, &filed),
        };
        e.add_cleaned(prop::JURISDICTION, code.unwrap_or_default(), &country_text);
        e.add(prop::LEGAL_FORM, &category);
        for column in 3..6 {
            e.add(prop::ADDRESS, &cell(column));
        }
        if is_public {
            e.add(prop::TOPICS, "gov.muni");
        }
        e.add(prop::X_IDENTIFIER_NOTE, &note);
        let lei = identifiers::clean(&filed);
        if identifiers::is_lei(&lei) {
            e.add_cleaned(prop::LEI_CODE, &lei, &filed).key(KeyScheme::Lei, &lei);
        }
        if let Some(code) = code
            && (code != "gb" || number.is_none())
        {
            e.key(KeyScheme::NameCountry, &ids::name_country_key(&name, code));
        }
        Some(id)
    }
}

/// A council is a public body; whatever else owns land may itself be owned, so it is a company.
fn schema(is_public: bool, is_numbered: bool) -> Schema {
    if is_public && !is_numbered { schemata::PUBLIC_BODY } else { schemata::COMPANY }
}

/// Whether a text in the column of countries is a registration number.
fn is_number_like(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 4 && country::resolve(text).code.is_none()
}

/// The number on the UK register, and a remark about how it was found.
fn number(filed: &str, code: Option<&str>, out: &mut Emitter) -> (Option<CompanyNumber>, String) {
    if filed.is_empty() {
        return (None, String::new());
    }
    let is_uk = code == Some("gb");
    // A bare number of a foreign company belongs to its own country's register.
    let read = |text: &str| CompanyNumber::parse(text).filter(|n| is_uk || n.is_overseas());
    if let Some(number) = read(filed) {
        return (Some(number), String::new());
    }
    let upper = filed.to_ascii_uppercase();
    let parts = upper.split(['/', ',', ';', '&']).flat_map(|part| part.split(" AND "));
    let mut found: Vec<CompanyNumber> = parts.filter_map(read).collect();
    found.dedup();
    // The register of overseas entities is the one that names owners.
    let best = found.iter().find(|n| n.as_str().starts_with("OE")).or(found.first()).copied();
    if best.is_none() && is_uk {
        out.issue(IssueKind::BadIdentifier, "Company Registration No.", filed);
    }
    let note = match best {
        Some(_) => format!("filed as {filed}"),
        None => String::new(),
    };
    (best, note)
}

/// What the trailer line counts: `None` when the line is not the trailer, `Some(None)` when it is
/// one but its number cannot be read.
fn row_count(first: &str, second: &str) -> Option<Option<u64>> {
    let head = first.get(..9)?;
    if !head.eq_ignore_ascii_case("row count") {
        return None;
    }
    let rest = first[9..].trim_start_matches([' ', ':']).trim();
    let text = if rest.is_empty() { second } else { rest };
    Some(text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailers() {
        assert_eq!(row_count("Row Count: 92772", ""), Some(Some(92772)));
        assert_eq!(row_count("Row Count:", "1"), Some(Some(1)));
        assert_eq!(row_count("ROW COUNT", "x"), Some(None));
        assert_eq!(row_count("ZZ100001", "Freehold"), None);
        assert_eq!(row_count("äöüäöü", ""), None);
    }

    #[test]
    fn numbers_in_ocod_and_ccod() {
        let cases = [
            ("1999999", Some("vg"), ""),
            ("1999999", Some("gb"), "01999999"),
            ("SC 123", Some("gb"), "SC000123"),
            ("SC 123", Some("ky"), ""),
            ("OE 1234", Some("vg"), "OE001234"),
            ("FC029833", None, "FC029833"),
            ("FC029833 / OE000123", Some("je"), "OE000123"),
            ("1234567 AND 7654321", Some("gb"), "01234567"),
        ];
        for (filed, code, expected) in cases {
            let (found, _) = number(filed, code, &mut Emitter::new());
            assert_eq!(found.map(|n| n.to_string()).unwrap_or_default(), expected, "{filed}");
        }
    }
}
