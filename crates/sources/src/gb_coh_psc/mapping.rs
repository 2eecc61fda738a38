//! Lines of the snapshot to fragments: the party, its relationship with the company, and a small
//! fragment of the company itself, so that no relationship ends in the void. Never keeps a birth day
//! or an individual's address.

use std::collections::BTreeSet;

use cuibono_model::{
    Emitter, Interest, InterestKind, IssueKind, PartialDate, Share, Terms, prop, schemata,
};
use cuibono_normalise::{CompanyNumber, country, ids};
use cuibono_read::{Chunk, decode};

use super::record::{Data, Line, Text};
use super::{natures, parties, statements};
use crate::{Mapper, fields};

/// The kinds of lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Individual,
    Corporate,
    LegalPerson,
    SuperSecure,
    Statement,
    Exemptions,
    Totals,
}

impl Kind {
    fn parse(kind: &str) -> Option<Kind> {
        Some(match kind {
            "individual-person-with-significant-control" | "individual-beneficial-owner" => {
                Kind::Individual
            }
            "corporate-entity-person-with-significant-control"
            | "corporate-entity-beneficial-owner" => Kind::Corporate,
            "legal-person-person-with-significant-control"
            | "legal-person-with-significant-control"
            | "legal-person-beneficial-owner" => Kind::LegalPerson,
            "super-secure-person-with-significant-control" | "super-secure-beneficial-owner" => {
                Kind::SuperSecure
            }
            "persons-with-significant-control-statement" => Kind::Statement,
            "exemptions" => Kind::Exemptions,
            _ if kind.starts_with("totals#") => Kind::Totals,
            _ => return None,
        })
    }
}

/// A line together with what every mapping needs of it.
pub(super) struct Record<'l> {
    pub(super) data: &'l Data<'l>,
    pub(super) number: CompanyNumber,
    /// The id of the company the line is about.
    pub(super) company: String,
    /// The last segment of the record's own link.
    pub(super) link: &'l str,
}

impl Record<'_> {
    /// The id of the party this line describes.
    pub(super) fn party_id(&self) -> String {
        format!("gb-psc-{}-{}", self.number.as_str(), self.link)
    }
}

/// Maps the snapshot's lines.
pub(super) struct PscMapper;

impl Mapper for PscMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        let mut raised = BTreeSet::new();
        for (record, byte, line) in chunk.lines() {
            let (text, is_windows_1252) = decode(line);
            let parsed: Result<Line, _> = serde_json::from_str(&text);
            let kind = parsed.as_ref().ok().and_then(|line| Kind::parse(&line.data.kind));
            if kind == Some(Kind::Totals) {
                parsed.iter().for_each(|line| totals(&line.data, out));
                continue;
            }
            out.record(record, byte);
            if is_windows_1252 {
                out.issue(IssueKind::BadEncoding, "", "");
            }
            match parsed {
                Ok(line) => {
                    unknown_keys(&line, &mut raised, out);
                    one(&line, kind, out);
                }
                Err(error) => out.issue(IssueKind::BadRecord, "", &error.to_string()),
            }
        }
    }
}

fn one(line: &Line, kind: Option<Kind>, out: &mut Emitter) {
    let data = &line.data;
    let Some(kind) = kind else {
        out.issue(IssueKind::UnknownCode, "data.kind", &data.kind);
        return;
    };
    let Some(number) = CompanyNumber::parse_own(&line.company_number) else {
        out.issue(IssueKind::BadRecord, "company_number", &line.company_number);
        return;
    };
    let fallback;
    let mut link = data.links.id();
    if link.is_empty() {
        out.issue(IssueKind::MissingValue, "data.links.self", "");
        let parts = [&*data.kind, &data.name, &data.notified_on, &data.statement];
        fallback = format!("{:016x}", ids::digest(&parts));
        link = &fallback;
    }
    let record = Record { data, number, company: ids::company(number.as_str()), link };
    let mut subject = out.entity(&record.company, schemata::COMPANY);
    subject.add(prop::REGISTRATION_NUMBER, number.as_str());
    if !number.is_overseas() {
        subject.add(prop::JURISDICTION, "gb");
    }
    drop(subject);
    match kind {
        Kind::Individual => parties::individual(&record, out),
        Kind::Corporate => parties::body(&record, false, out),
        Kind::LegalPerson => parties::body(&record, true, out),
        Kind::SuperSecure => parties::super_secure(&record, out),
        Kind::Statement => statements::statement(&record, out),
        Kind::Exemptions => statements::exemptions(&record, out),
        Kind::Totals => {}
    }
}

fn totals(data: &Data, out: &mut Emitter) {
    let counts =
        [data.persons_of_significant_control_count, data.statements_count, data.exemptions_count];
    let total = counts.iter().try_fold(0u64, |sum, count| sum.checked_add(count.0?));
    if let Some(total) = total {
        out.declare_total(total);
    }
    if let Some(date) = PartialDate::parse(&data.generated_at) {
        out.declare_date(date);
    }
}

/// Raises each key that no field knows, once a chunk.
fn unknown_keys(line: &Line, raised: &mut BTreeSet<String>, out: &mut Emitter) {
    let data = &line.data;
    let mut check = |place: &str, keys: &[Text]| {
        for key in keys {
            let field = format!("{place}{}", &**key);
            if raised.len() < 1000 && !raised.contains(&field) {
                out.issue(IssueKind::UnmappedColumn, &field, "");
                raised.insert(field);
            }
        }
    };
    check("", &line.unknown);
    check("data.", &data.unknown);
    check("data.links.", &data.links.unknown);
    check("data.name_elements.", &data.name_elements.unknown);
    check("data.date_of_birth.", &data.date_of_birth.unknown);
    check("data.address.", &data.address.unknown);
    check("data.principal_office_address.", &data.principal_office_address.unknown);
    check("data.identification.", &data.identification.unknown);
    for (_, exemption) in &data.exemptions.0 {
        check("data.exemptions.*.", &exemption.unknown);
        for item in &exemption.items.0 {
            check("data.exemptions.*.items.", &item.unknown);
        }
    }
}

/// The dates of a record as terms without interests.
pub(super) fn dates(record: &Record, out: &mut Emitter) -> Terms {
    let data = record.data;
    let start = fields::iso(&data.notified_on, "data.notified_on", out);
    if data.notified_on.is_empty() && !data.kind.starts_with("super-secure") {
        out.issue(IssueKind::MissingValue, "data.notified_on", "");
    }
    let end = fields::iso(&data.ceased_on, "data.ceased_on", out);
    if let (Some(start), Some(end)) = (start, end)
        && end.latest() < start.earliest()
    {
        out.issue(IssueKind::Conflict, "data.ceased_on", &data.ceased_on);
    }
    // The register opened on these days, so interests older than it carry them.
    let is_partnership = matches!(&record.number.as_str()[..2], "SL" | "SG");
    let opening = if is_partnership { (2017, 6, 26) } else { (2016, 4, 6) };
    let opening = PartialDate::new(opening.0, opening.1, opening.2);
    Terms { start, end, start_is_censored: start.is_some() && start == opening, ..Terms::default() }
}

/// Writes the relationship of a holder with the company of the record.
///
/// `interests` are what the record says the holder has; an empty list means a tie whose nature the
/// record does not state.
pub(super) fn relationship(
    record: &Record,
    holder: &str,
    interests: Vec<Interest>,
    out: &mut Emitter,
) {
    let data = record.data;
    let mut terms = dates(record, out);
    terms.interests = interests;
    if terms.interests.is_empty() {
        terms.interests.push(Interest::new(InterestKind::Other, Share::UNKNOWN));
    }
    if holder == record.company {
        out.issue(IssueKind::SelfOwnership, "data.identification", &data.name);
    }
    let is_ownership = terms.interests.iter().any(|i| {
        matches!(
            i.kind,
            InterestKind::Shareholding | InterestKind::VotingRights | InterestKind::SurplusAssets
        )
    });
    let (schema, from, to) = if is_ownership {
        (schemata::OWNERSHIP, prop::OWNER, prop::ASSET)
    } else {
        (schemata::CONTROL, prop::CONTROLLER, prop::CONTROLLED)
    };
    let id = format!("{}-interest", record.party_id());
    let mut e = out.entity(&id, schema);
    e.add(from, holder).add(to, &record.company);
    if is_ownership {
        let economic = terms.interests.iter().filter(|i| i.kind.is_economic());
        for size in economic.filter_map(|i| natures::percentage(i.share)) {
            e.add(prop::PERCENTAGE, size);
        }
        e.add(prop::OWNERSHIP_TYPE, "beneficial");
    }
    let mut roles: Vec<&str> = Vec::with_capacity(4);
    for role in terms.interests.iter().map(|i| natures::role(i.kind)) {
        if !role.is_empty() && !roles.contains(&role) {
            roles.push(role);
            e.add(prop::ROLE, role);
        }
    }
    for nature in data.natures_of_control.0.iter() {
        e.add(prop::X_NATURE, nature);
    }
    if let Some(start) = terms.start {
        e.add(prop::START_DATE, &start.to_string());
    }
    if let Some(end) = terms.end {
        e.add(prop::END_DATE, &end.to_string());
    }
    let has_ended = terms.end.is_some() || &*data.ceased == "true";
    if has_ended {
        e.add(prop::STATUS, "ceased");
    }
    e.add(prop::RECORD_ID, record.link);
    // Ceased on a day that the record does not give: computing with it would show it as held.
    if terms.end.is_some() || !has_ended {
        e.interest(holder, &record.company, &terms);
    }
    drop(e);
    if has_ended && terms.end.is_none() {
        out.issue(IssueKind::MissingValue, "data.ceased_on", "");
    }
}

/// The interests a record's natures of control state, one for each right and capacity.
pub(super) fn interests(data: &Data, out: &mut Emitter) -> Vec<Interest> {
    let mut interests = Vec::with_capacity(data.natures_of_control.0.len());
    for code in data.natures_of_control.0.iter().filter(|code| !code.is_empty()) {
        let interest = natures::parse(code).unwrap_or_else(|| {
            out.issue(IssueKind::UnknownCode, "data.natures_of_control", code);
            Interest::new(InterestKind::Other, Share::UNKNOWN)
        });
        if !natures::add(&mut interests, interest) {
            out.issue(IssueKind::Conflict, "data.natures_of_control", code);
        }
    }
    if interests.is_empty() {
        out.issue(IssueKind::MissingValue, "data.natures_of_control", "");
    }
    interests
}

/// The countries of a nationality text, with an issue for each text that names none.
pub(super) fn nationalities(text: &str, out: &mut Emitter) -> Vec<&'static str> {
    let codes = country::of_nationality(text);
    if codes.is_empty() && !cuibono_normalise::blank::is_blank(text) {
        out.issue(IssueKind::UnknownCountry, "data.nationality", text);
    }
    codes
}
