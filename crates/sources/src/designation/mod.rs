//! What sanctions lists have in common: a draft of one entity that cleans values by type, numbered
//! lists in cells, blanks, HTML entities, and the names that make an organisation a company.
//!
//! Knows no list by name and emits nothing but what it is told.

mod documents;

use std::borrow::Cow;

use cuibono_model::{Emitter, IssueKind, KeyScheme, PartialDate, Property, Schema};
use cuibono_model::{prop, schemata};
use cuibono_normalise::{blank, country, dates, identifiers, ids};

pub(crate) use documents::{add_registrations, documents_of};

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

/// Whether a cell says that there is nothing to say. Never for names.
pub(crate) fn is_blank(text: &str) -> bool {
    matches!(text.trim(), "to" | "and" | "undetermined" | "None Identified")
        || blank::is_blank(text)
}

/// The items of a cell that may be a numbered list: `(1) A (2) B`, `1) A 2) B`, `a) A b) B`,
/// `(1)-(3) A (4) B`. A cell that does not begin with 1 or a is one item.
pub(crate) fn numbered(cell: &str) -> Vec<&str> {
    let cell = cell.trim();
    let Some((end, first)) = marker(cell, 0) else { return vec![cell] };
    if first.number != 1 {
        return vec![cell];
    }
    let mut items = Vec::new();
    let (mut from, mut last, mut at) = (end, first.number, end);
    while at < cell.len() {
        let begins = at == 0 || !cell.as_bytes()[at - 1].is_ascii_alphanumeric();
        if begins
            && cell.is_char_boundary(at)
            && let Some((end, next)) = marker(cell, at)
            && next.is_letter == first.is_letter
            && next.number > last
            && next.number <= last + 12
        {
            items.push(&cell[from..at]);
            (from, last, at) = (end, next.number, end);
        } else {
            at += 1;
        }
    }
    items.push(&cell[from..]);
    for item in &mut items {
        *item = item.trim().trim_end_matches([',', ';']).trim();
    }
    items.retain(|item| !item.is_empty() && *item != "-" && *item != "to");
    items
}

struct Marker {
    number: u32,
    is_letter: bool,
}

/// A list marker at a byte, and where it ends.
fn marker(text: &str, at: usize) -> Option<(usize, Marker)> {
    let bytes = text.as_bytes();
    let start = at + usize::from(bytes.get(at) == Some(&b'('));
    let length = bytes[start.min(bytes.len())..]
        .iter()
        .take(3)
        .position(|b| *b == b')')
        .filter(|length| *length > 0)?;
    let label = text.get(start..start + length)?;
    let end = start + length + 1;
    if let Ok(number) = label.parse::<u32>() {
        return Some((end, Marker { number, is_letter: false }));
    }
    let letter = bytes[start].to_ascii_lowercase();
    let is_letter = length == 1 && letter.is_ascii_lowercase();
    is_letter.then(|| (end, Marker { number: u32::from(letter - b'a') + 1, is_letter: true }))
}

/// The non-blank parts joined.
pub(crate) fn join(parts: &[&str], separator: &str) -> String {
    let mut out = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push_str(separator);
        }
        out.push_str(part);
    }
    out
}

/// Resolves the HTML entities that lists carry in plain text: `&amp;`, `&#39;`, `&#x27;` and the like.
/// What is no entity is left as it is.
pub(crate) fn unescape_html(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|b| b == b';');
        let found = end.and_then(|end| Some((html_character(rest.get(1..end)?)?, end)));
        match found {
            Some((c, end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn html_character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "rsquo" => '’',
        "lsquo" => '‘',
        "rdquo" => '”',
        "ldquo" => '“',
        "ndash" => '–',
        "mdash" => '—',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    })
}

/// The first run of exactly `count` digits in a text.
pub(crate) fn digits_of(text: &str, count: usize) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == count).map(str::to_owned)
}

/// A United Nations list reference in its present form: `QDi.151`. The forms in use until 2014
/// (`QI.A.151.03`, `TE.H.10.12`) carry the same running number, which the present form kept.
pub(crate) fn un_reference(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['.', ',', ';', ')']);
    let mut parts: Vec<&str> = text.split('.').map(str::trim).collect();
    // A sentence that follows without a blank: `KPe.035.Subordinated`.
    if parts.len() > 2 && parts.last().is_some_and(|last| last.chars().any(char::is_lowercase)) {
        parts.pop();
    }
    let (head, number) = match parts[..] {
        [head, number] if head.len() == 3 && head.is_ascii() => {
            (format!("{}{}", &head[..2], head[2..].to_ascii_lowercase()), number)
        }
        // `Q.I.A.291.11` is one of `QI.A.291.11`'s spellings.
        [q, i, letter, number, year] if q.len() == 1 && i.len() == 1 => {
            (old_head(&format!("{q}{i}"), letter, year)?.to_owned(), number)
        }
        [head, letter, number, year] => (old_head(head, letter, year)?.to_owned(), number),
        _ => return None,
    };
    let is_head = head.len() == 3
        && head[..2].bytes().all(|b| b.is_ascii_uppercase())
        && matches!(&head[2..], "i" | "e");
    let number: u16 = number.parse().ok().filter(|n| (1..=9999).contains(n))?;
    is_head.then(|| format!("{head}.{number:03}"))
}

fn old_head(head: &str, letter: &str, year: &str) -> Option<&'static str> {
    let is_shape = letter.len() == 1
        && letter.bytes().all(|b| b.is_ascii_uppercase())
        && year.len() == 2
        && year.bytes().all(|b| b.is_ascii_digit());
    if !is_shape {
        return None;
    }
    match head {
        "QI" => Some("QDi"),
        "QE" => Some("QDe"),
        "TI" => Some("TAi"),
        "TE" => Some("TAe"),
        _ => None,
    }
}

/// Whether a reference names the kind of party that a schema is: `i` for individuals, `e` for others.
pub(crate) fn reference_fits(reference: &str, schema: Schema) -> bool {
    let is_individual = reference.as_bytes().get(2) == Some(&b'i');
    is_individual == (schema == schemata::PERSON)
}

/// Company for a name that carries a company's legal form, organisation otherwise.
pub(crate) fn organisation_schema(name: &str) -> Schema {
    if has_company_form(name) { schemata::COMPANY } else { schemata::ORGANIZATION }
}

/// Whether a name carries the legal form of a company. The list is of whole words, so that it errs
/// towards "organisation".
pub(crate) fn has_company_form(name: &str) -> bool {
    const ANYWHERE: [&str; 38] = [
        "ltd",
        "limited",
        "llc",
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "gmbh",
        "plc",
        "jsc",
        "ojsc",
        "cjsc",
        "pjsc",
        "ooo",
        "oao",
        "zao",
        "pao",
        "llp",
        "sarl",
        "srl",
        "fze",
        "fzco",
        "fzc",
        "fzllc",
        "dmcc",
        "bhd",
        "doo",
        "kft",
        "eood",
        "ead",
        "ood",
        "pte",
        "pty",
        "pvt",
        "tov",
        "gesmbh",
        "ltda",
        "cia",
    ];
    const AT_END: [&str; 18] = [
        "co", "company", "sa", "ag", "kg", "bv", "nv", "spa", "sas", "sl", "oy", "oyj", "ab",
        "aps", "as", "ad", "se", "cv",
    ];
    const PHRASES: [&str; 6] = [
        "joint stock company",
        "limited liability company",
        "s de rl",
        "sa de cv",
        "s a de c v",
        "free zone establishment",
    ];
    let key = cuibono_text::fold(&name.replace('.', ""));
    let mut words = key.split(' ').filter(|word| !word.is_empty());
    let last = words.clone().last().unwrap_or_default();
    let is_more_than_one = words.clone().count() > 1;
    is_more_than_one
        && (words.any(|word| ANYWHERE.contains(&word))
            || AT_END.contains(&last)
            || PHRASES.iter().any(|phrase| key.contains(phrase)))
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

/// FollowTheMoney's gender of a list's text.
pub(crate) fn gender(text: &str) -> Option<&'static str> {
    match text.trim().trim_end_matches('.').to_ascii_lowercase().as_str() {
        "male" | "m" => Some("male"),
        "female" | "f" => Some("female"),
        _ => None,
    }
}

/// The ISO 639-3 code of a language by its English name; `None` for one that is not in the table.
pub(crate) fn language_code(name: &str) -> Option<&'static str> {
    const LANGUAGES: [(&str, &str); 36] = [
        ("arabic", "ara"),
        ("armenian", "hye"),
        ("azerbaijani", "aze"),
        ("belarusian", "bel"),
        ("bengali", "ben"),
        ("bosnian", "bos"),
        ("bulgarian", "bul"),
        ("burmese", "mya"),
        ("chinese", "zho"),
        ("dari", "prs"),
        ("english", "eng"),
        ("farsi", "fas"),
        ("french", "fra"),
        ("georgian", "kat"),
        ("greek", "ell"),
        ("hebrew", "heb"),
        ("japanese", "jpn"),
        ("kazakh", "kaz"),
        ("khmer", "khm"),
        ("korean", "kor"),
        ("kurdish", "kur"),
        ("kyrgyz", "kir"),
        ("macedonian", "mkd"),
        ("mandarin", "zho"),
        ("pashto", "pus"),
        ("persian", "fas"),
        ("russian", "rus"),
        ("serbian", "srp"),
        ("somali", "som"),
        ("spanish", "spa"),
        ("tajik", "tgk"),
        ("thai", "tha"),
        ("tigrinya", "tir"),
        ("turkish", "tur"),
        ("ukrainian", "ukr"),
        ("urdu", "urd"),
    ];
    let first = name.split([' ', '/', '(', ',']).next().unwrap_or_default();
    LANGUAGES.iter().find(|(name, _)| first.eq_ignore_ascii_case(name)).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbered_cells() {
        const CASES: &[(&str, &[&str])] = &[
            ("", &[]),
            ("Plain text", &["Plain text"]),
            ("(1) Afghan (2) Pakistani", &["Afghan", "Pakistani"]),
            ("1) Afghan 2) Pakistani", &["Afghan", "Pakistani"]),
            ("a) General b)Major General", &["General", "Major General"]),
            ("(1)-(2) Tunisia (3) Libya", &["Tunisia", "Libya"]),
            ("(1) to (6) Algeria (7) Morocco", &["Algeria", "Morocco"]),
            ("(1) A 12 (2) B (b)", &["A 12", "B (b)"]),
            ("(2) stray", &["(2) stray"]),
            ("AB123 (1) x", &["AB123 (1) x"]),
            ("Ünï (1)", &["Ünï (1)"]),
        ];
        for &(cell, want) in CASES {
            let mut got = numbered(cell);
            got.retain(|item| !item.is_empty());
            assert_eq!(got, want, "{cell}");
        }
    }

    #[test]
    fn references() {
        const CASES: &[(&str, Option<&str>)] = &[
            ("QDi.151", Some("QDi.151")),
            ("QI.A.151.03.", Some("QDi.151")),
            ("QE.A.5.01", Some("QDe.005")),
            ("Q.I.A.291.11", Some("QDi.291")),
            ("TE.H.10.12", Some("TAe.010")),
            ("KPe.010", Some("KPe.010")),
            ("YEi.004.", Some("YEi.004")),
            ("QDI.282", Some("QDi.282")),
            ("KPe.035.Subordinated", Some("KPe.035")),
            ("TI.A.128.01.Financial", Some("TAi.128")),
            ("QD1.410", None),
            ("E.29.I.22", None),
            ("QX.A.1.01", None),
            ("1267", None),
            ("abc.001", None),
            ("", None),
        ];
        for &(text, want) in CASES {
            assert_eq!(un_reference(text).as_deref(), want, "{text}");
        }
        assert!(reference_fits("QDi.001", schemata::PERSON));
        assert!(!reference_fits("QDe.004", schemata::PERSON));
        assert!(reference_fits("QDe.004", schemata::COMPANY));
    }

    #[test]
    fn html_and_forms() {
        assert_eq!(unescape_html("A &amp; B&#39;s &x; & C&#x27;"), "A & B's &x; & C'");
        assert!(has_company_form("EXAMPLE SHIPPING CO., LTD."));
        assert!(has_company_form("OOO Primer"));
        assert!(has_company_form("Ejemplo S.A. de C.V."));
        assert!(!has_company_form("EXAMPLE FRONT FOR PEACE"));
        assert!(!has_company_form("Company"));
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in ".{0,60}") {
            let _ = numbered(&text);
            let _ = unescape_html(&text);
            let _ = un_reference(&text);
            let _ = without_remark(&text);
            let _ = has_company_form(&text);
        }

        #[test]
        fn items_are_parts_of_the_cell(text in "[(]1[)][a-z0-9() ]{0,40}") {
            for item in numbered(&text) {
                prop_assert!(text.contains(item));
            }
        }
    }
}
