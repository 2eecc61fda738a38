//! What a company says instead of naming somebody: statements about persons with significant control
//! or beneficial owners, and exemptions of traded companies.

use cuibono_model::{
    Emitter, Interest, InterestKind, IssueKind, Share, Terms, UnspecifiedReason, prop, schemata,
};

use super::mapping::{Record, dates, relationship};
use crate::fields;

/// Statement codes that say nothing about a missing party.
const NEUTRAL: [&str; 9] = [
    "all-beneficial-owners-identified",
    "nobody-has-become-or-ceased-to-be-a-beneficial-owner",
    "somebody-has-become-or-ceased-to-be-a-beneficial-owner",
    "no-change-beneficial-owner-relevant-period",
    "change-beneficial-owner-relevant-period",
    "no-trust-involved-relevant-period",
    "trust-involved-relevant-period",
    "no-change-beneficiary-relevant-period",
    "change-beneficiary-relevant-period",
];

const EXEMPTIONS: [&str; 5] = [
    "disclosure-transparency-rules-chapter-five-applies",
    "psc-exempt-as-shares-admitted-on-market",
    "psc-exempt-as-trading-on-eu-regulated-market",
    "psc-exempt-as-trading-on-regulated-market",
    "psc-exempt-as-trading-on-uk-regulated-market",
];

/// A statement: an unspecified party with the reason it is not named, or a remark about the company.
pub(super) fn statement(record: &Record, out: &mut Emitter) {
    let data = record.data;
    let code = &*data.statement;
    if code.is_empty() {
        out.issue(IssueKind::MissingValue, "data.statement", "");
        return;
    }
    let Some(reason) = UnspecifiedReason::of_declaration(code) else {
        if !NEUTRAL.contains(&code) {
            out.issue(IssueKind::UnknownCode, "data.statement", code);
        }
        let terms = dates(record, out);
        let mut e = out.entity(&record.company, schemata::COMPANY);
        e.add(prop::X_DECLARATION, &dated(code, &terms));
        return;
    };
    let id = record.party_id();
    let mut e = out.entity(&id, schemata::LEGAL_ENTITY);
    e.add(prop::X_DECLARATION, code);
    e.add(prop::X_UNSPECIFIED_REASON, reason.code());
    e.add(prop::X_LINKED_TO, &data.linked_psc_name);
    e.add(prop::X_REMARKS, &data.restrictions_notice_withdrawal_reason);
    drop(e);
    relationship(record, &id, Vec::new(), out);
}

/// A code with the time it holds for, as an ISO 8601 interval: `code 2016-06-30/..`.
fn dated(code: &str, terms: &Terms) -> String {
    let start = terms.start.map_or_else(|| "..".to_owned(), |date| date.to_string());
    let end = terms.end.map_or_else(|| "..".to_owned(), |date| date.to_string());
    format!("{code} {start}/{end}")
}

/// Exemptions: each with its time on the company, and as an unspecified party, so that a chain ends
/// there with its reason.
pub(super) fn exemptions(record: &Record, out: &mut Emitter) {
    let number = record.number.as_str();
    let party = format!("gb-psc-{number}-exempt");
    if record.data.exemptions.0.is_empty() {
        out.issue(IssueKind::MissingValue, "data.exemptions", "");
        return;
    }
    let mut count = 0;
    for (key, exemption) in &record.data.exemptions.0 {
        let code = match &*exemption.exemption_type {
            "" => key.replace('_', "-"),
            code => code.to_owned(),
        };
        if !EXEMPTIONS.contains(&code.as_str()) {
            out.issue(IssueKind::UnknownCode, "data.exemptions", &code);
        }
        for item in &exemption.items.0 {
            let start = fields::iso(&item.exempt_from, "data.exemptions.*.items.exempt_from", out);
            let end = fields::iso(&item.exempt_to, "data.exemptions.*.items.exempt_to", out);
            let interests = vec![Interest::new(InterestKind::Other, Share::UNKNOWN)];
            let terms = Terms { interests, start, end, ..Terms::default() };
            let value = dated(&code, &terms);
            out.entity(&record.company, schemata::COMPANY).add(prop::X_EXEMPTION, &value);
            let mut e = out.entity(&party, schemata::LEGAL_ENTITY);
            e.add(prop::X_EXEMPTION, &value);
            let reason = UnspecifiedReason::SubjectExemptFromDisclosure;
            e.add(prop::X_UNSPECIFIED_REASON, reason.code());
            drop(e);
            let id = format!("{party}-{count}-interest");
            let mut e = out.entity(&id, schemata::CONTROL);
            e.add(prop::CONTROLLER, &party).add(prop::CONTROLLED, &record.company);
            if let Some(start) = start {
                e.add(prop::START_DATE, &start.to_string());
            }
            if let Some(end) = end {
                e.add(prop::END_DATE, &end.to_string());
            }
            e.interest(&party, &record.company, &terms);
            count += 1;
        }
    }
}
