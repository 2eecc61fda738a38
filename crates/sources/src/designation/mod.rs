//! What sanctions lists have in common: a draft of one entity that cleans values by type, numbered
//! lists in cells, blanks, HTML entities, and the names that make an organisation a company.
//!
//! Knows no list by name and emits nothing but what it is told.

mod documents;
mod text;

use cuibono_model::{Emitter, IssueKind, KeyScheme, PartialDate, Property, Schema};
use cuibono_model::{prop, schemata};
use cuibono_normalise::{country, dates, identifiers, ids};

pub(crate) use documents::{add_registrations, documents_of};
pub(crate) use text::{
    digits_of, gender, has_company_form, is_blank, join, language_code, numbered,
    organisation_schema, reference_fits, un_reference, unescape_html,
};

/// Claims about one entity, gathered from a record, with the issues its values raised.
pub(crate) struct Draft {
    id: String,
    schema: Schema,
    claims: Vec<Claim>,
    keys: Vec<(KeyScheme, String)>,
    issues: Vec<(IssueKind, &'static str, String)>,
}

struct Claim {
    property: Property,
    value: String,
    original: String,
    lang: &'static str,
}

impl Draft {
    pub(crate) fn new(id: impl Into<String>, schema: Schema) -> Draft {
        Draft { id: id.into(), schema, claims: Vec::new(), keys: Vec::new(), issues: Vec::new() }
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn schema(&self) -> Schema {
        self.schema
    }

    /// Claims a value. A property that the schema does not have becomes a remark, so that nothing is
    /// lost.
    pub(crate) fn add(&mut self, property: Property, value: &str) {
        self.push(property, value, "", "");
    }

    fn push(&mut self, property: Property, value: &str, original: &str, lang: &'static str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let (property, value) = if self.schema.has(property) {
            (property, value.to_owned())
        } else {
            (prop::X_REMARKS, format!("{}: {value}", property.name()))
        };
        self.claims.push(Claim { property, value, original: original.trim().to_owned(), lang });
    }

    /// Claims a name in its own script with its language.
    pub(crate) fn add_in(&mut self, property: Property, value: &str, lang: &'static str) {
        self.push(property, value, "", lang);
    }

    /// Claims a cleaned value beside what the record has.
    pub(crate) fn add_cleaned(&mut self, property: Property, value: &str, original: &str) {
        self.push(property, value, original, "");
    }

    /// Claims each item of a cell that may hold a numbered list; blanks are left out.
    pub(crate) fn add_each(&mut self, property: Property, cell: &str) {
        for item in numbered(cell) {
            if !is_blank(item) {
                self.add(property, item);
            }
        }
    }

    /// Claims countries of a cell; what is in no table is an issue and stays as a remark.
    pub(crate) fn add_countries(&mut self, property: Property, field: &'static str, cell: &str) {
        for item in numbered(cell) {
            if !is_blank(item) {
                self.add_country(property, field, item);
            }
        }
    }

    fn add_country(&mut self, property: Property, field: &'static str, text: &str) {
        let (codes, is_ambiguous) = countries_of(property, text);
        if is_ambiguous {
            self.issue(IssueKind::AmbiguousCountry, field, text);
        } else if codes.is_empty() {
            self.issue(IssueKind::UnknownCountry, field, text);
        }
        if codes.is_empty() {
            self.add(prop::X_REMARKS, &format!("{}: {text}", property.name()));
        }
        for code in codes {
            let original = if text.eq_ignore_ascii_case(code) { "" } else { text };
            self.add_cleaned(property, code, original);
        }
    }

    /// Claims a date written day first, or year first; another text is an issue.
    pub(crate) fn add_date(&mut self, property: Property, field: &'static str, text: &str) {
        if is_blank(text) {
            return;
        }
        match dates::parse(text, dates::Order::DayFirst) {
            Some(date) => self.add_cleaned(property, &date.to_string(), text),
            None => self.issue(IssueKind::BadDate, field, text),
        }
    }

    /// Claims an IMO number found in a text, and joins by it when its check digit holds.
    pub(crate) fn add_imo(&mut self, field: &'static str, text: &str) {
        let Some(number) = digits_of(text, 7) else {
            if !is_blank(text) {
                self.issue(IssueKind::BadIdentifier, field, text);
                self.add(prop::X_IDENTIFIER_NOTE, text);
            }
            return;
        };
        let is_ship = self.schema.is_a(schemata::VESSEL) || self.schema == schemata::THING;
        let is_valid = if is_ship {
            identifiers::is_imo_ship(&number)
        } else {
            identifiers::is_imo_company(&number) || identifiers::is_imo_ship(&number)
        };
        if !is_valid {
            self.issue(IssueKind::BadIdentifier, field, text);
            self.add(prop::X_IDENTIFIER_NOTE, &format!("IMO {number}"));
            return;
        }
        self.add_cleaned(prop::IMO_NUMBER, &number, text);
        if is_ship {
            self.key(KeyScheme::Imo, &number);
        }
    }

    /// Claims a Legal Entity Identifier, and joins by it when its check digits hold.
    pub(crate) fn add_lei(&mut self, field: &'static str, text: &str) {
        let code = identifiers::clean(text);
        if identifiers::is_lei(&code) && self.schema.has(prop::LEI_CODE) {
            self.add_cleaned(prop::LEI_CODE, &code, text);
            self.key(KeyScheme::Lei, &code);
        } else {
            self.issue(IssueKind::BadIdentifier, field, text);
            self.add(prop::X_IDENTIFIER_NOTE, &format!("LEI {text}"));
        }
    }

    pub(crate) fn key(&mut self, scheme: KeyScheme, value: &str) {
        if !value.is_empty() {
            self.keys.push((scheme, value.to_owned()));
        }
    }

    pub(crate) fn issue(&mut self, kind: IssueKind, field: &'static str, value: &str) {
        self.issues.push((kind, field, value.to_owned()));
    }

    /// Whether the draft has a name of any strength.
    pub(crate) fn is_named(&self) -> bool {
        let names = [prop::NAME, prop::ALIAS, prop::WEAK_ALIAS, prop::PREVIOUS_NAME];
        self.claims.iter().any(|claim| names.contains(&claim.property))
    }

    /// Writes the entity and its issues.
    pub(crate) fn emit(self, out: &mut Emitter) {
        for (kind, field, value) in &self.issues {
            out.issue(*kind, field, value);
        }
        let mut writer = out.entity(&self.id, self.schema);
        for claim in &self.claims {
            writer.add_full(claim.property, &claim.value, &claim.original, claim.lang);
        }
        for (scheme, value) in &self.keys {
            writer.key(*scheme, value);
        }
    }
}

/// The countries of one item: nationality fields read demonyms, and list texts carry remarks
/// (`In Syria as at June 2013`, `Region: Crimea`).
fn countries_of(property: Property, text: &str) -> (Vec<&'static str>, bool) {
    let is_person_field = matches!(property, prop::NATIONALITY | prop::CITIZENSHIP);
    if is_person_field {
        let codes = country::of_nationality(text);
        if !codes.is_empty() {
            return (codes, false);
        }
    }
    let found = country::resolve(text);
    if found.code.is_some() || found.is_ambiguous {
        return (found.code.into_iter().collect(), found.is_ambiguous);
    }
    let plain = without_remark(text);
    let found = country::resolve(plain);
    if found.code.is_some() || found.is_ambiguous {
        return (found.code.into_iter().collect(), found.is_ambiguous);
    }
    let codes = country::of_nationality(plain);
    let codes = if codes.is_empty() { country::of_nationality(text) } else { codes };
    let is_shared =
        ["congolese", "korean", "dominican"].iter().any(|d| text.eq_ignore_ascii_case(d));
    (codes, is_shared)
}

/// A country text without "in", "region:" before it and "as at …", "since …", a note behind it.
fn without_remark(text: &str) -> &str {
    const LEADS: [&str; 8] = [
        "in ",
        "region: ",
        "region:",
        "possibly ",
        "believed to be in ",
        "located in ",
        "formerly ",
        "now ",
    ];
    const TAILS: [&str; 11] = [
        " previously ",
        " as at ",
        " as of ",
        " since ",
        " (",
        ";",
        ":",
        " until ",
        " in ",
        " at time of ",
        " - ",
    ];
    let mut text = text.trim();
    for lead in LEADS {
        if text.get(..lead.len()).is_some_and(|start| start.eq_ignore_ascii_case(lead)) {
            text = text[lead.len()..].trim();
        }
    }
    let lower = text.to_ascii_lowercase();
    let end = TAILS.iter().filter_map(|tail| lower.find(tail)).min().unwrap_or(text.len());
    text[..end].trim_matches([' ', '.', ',', '['])
}

/// An identity document of a party. It is an entity of its own that points at its holder.
#[derive(Default)]
pub(crate) struct Document<'a> {
    pub(crate) is_passport: bool,
    pub(crate) number: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) country: &'a str,
    pub(crate) authority: &'a str,
    pub(crate) note: &'a str,
    pub(crate) issued: Option<PartialDate>,
    pub(crate) expires: Option<PartialDate>,
}

impl Document<'_> {
    /// The document as an entity of its own. Its number also stands at the holder.
    pub(crate) fn draft(&self, holder: &mut Draft) -> Draft {
        let schema = if self.is_passport { schemata::PASSPORT } else { schemata::IDENTIFICATION };
        let digest = ids::digest(&[self.kind, self.number, self.country, self.note]);
        let mut draft = Draft::new(format!("{}-id-{digest:016x}", holder.id()), schema);
        draft.add(prop::HOLDER, holder.id());
        draft.add(prop::NUMBER, self.number);
        draft.add(prop::TYPE, if self.kind.is_empty() { "Passport" } else { self.kind });
        draft.add(prop::AUTHORITY, self.authority);
        draft.add(prop::SUMMARY, self.note);
        if !is_blank(self.country) {
            draft.add_country(prop::COUNTRY, "document country", self.country);
        }
        for (property, date) in [(prop::START_DATE, self.issued), (prop::END_DATE, self.expires)] {
            if let Some(date) = date {
                draft.add(property, &date.to_string());
            }
        }
        let is_short = self.number.len() <= 64;
        let at_holder = if self.is_passport { prop::PASSPORT_NUMBER } else { prop::ID_NUMBER };
        if is_short && holder.schema.has(at_holder) {
            holder.add(at_holder, self.number);
        }
        draft
    }
}

/// A person's name: what is said first to last, and its parts.
pub(crate) fn add_person_parts(draft: &mut Draft, given: &[&str], family: &str) {
    if draft.schema() != schemata::PERSON {
        return;
    }
    draft.add(prop::LAST_NAME, family);
    let mut given = given.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    if let Some(first) = given.next() {
        draft.add(prop::FIRST_NAME, first);
    }
    if let Some(second) = given.next() {
        draft.add(prop::SECOND_NAME, second);
    }
    for middle in given {
        draft.add(prop::MIDDLE_NAME, middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn remarks_around_countries() {
        const CASES: &[(&str, &[&str])] = &[
            ("In Syria as at June 2013", &["sy"]),
            ("Afghanistan (since 2009)", &["af"]),
            ("Region: Crimea", &["ua"]),
            ("now Republic of Moldova", &["md"]),
            ("Palestinian", &["ps"]),
            ("Atlantis", &[]),
            ("Congolese", &[]),
        ];
        for &(text, want) in CASES {
            assert_eq!(countries_of(cuibono_model::prop::COUNTRY, text).0, want, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_country_text_is_survived(text in ".{0,60}") {
            let _ = without_remark(&text);
            let _ = countries_of(cuibono_model::prop::NATIONALITY, &text);
        }
    }
}
