//! One FollowTheMoney entity to fragments.

use std::collections::BTreeSet;

use cuibono_model::{Emitter, EntityWriter, IssueKind, KeyScheme, PartialDate, Property};
use cuibono_model::{PropertyType, Schema, Terms, prop, schemata};
use cuibono_normalise::{country, identifiers};
use serde_json::{Map, Value};

use super::{ids, ties};

/// Keys of an entity besides its id, schema and properties.
const MAPPED: [&str; 4] = ["datasets", "first_seen", "last_seen", "referents"];
/// The publisher's own bookkeeping, left out on purpose; the caption only
/// says which name comes first.
const IGNORED: [&str; 8] = [
    "caption",
    "target",
    "last_change",
    "origin",
    "context",
    "mutable",
    "key_prefix",
    "updated_at",
];
/// Most pairs of ends of one relationship.
const PAIRS_MAX: usize = 1000;
/// Most names a Companies House person stream may be called by.
const PSC_DATASETS: [&str; 1] = ["gb_coh_psc"];

/// One cleaned value.
pub(super) struct Cleaned {
    property: Property,
    value: String,
    original: String,
}

/// The cleaned values of an entity in the order of the record.
#[derive(Default)]
pub(super) struct Values(Vec<Cleaned>);

impl Values {
    /// The values of the given properties.
    pub(super) fn texts<'v>(&'v self, of: &[Property]) -> impl Iterator<Item = &'v str> {
        let of = of.to_vec();
        self.0.iter().filter(move |v| of.contains(&v.property)).map(|v| v.value.as_str())
    }
}

type Issues = Vec<(IssueKind, &'static str, String)>;

pub(super) fn map(object: &Map<String, Value>, out: &mut Emitter) {
    let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
    let own_id = text("id");
    if !ids::is_valid(own_id) {
        out.issue(IssueKind::BadRecord, "id", own_id);
        return;
    }
    let Some(schema) = Schema::parse(text("schema")).filter(|schema| !schema.is_abstract()) else {
        out.issue(IssueKind::BadRecord, "schema", text("schema"));
        return;
    };
    for key in object.keys() {
        let key = key.as_str();
        let is_known = matches!(key, "id" | "schema" | "properties")
            || MAPPED.contains(&key)
            || IGNORED.contains(&key);
        if !is_known {
            out.issue(IssueKind::UnmappedColumn, key, "");
        }
    }
    let mut issues = Issues::new();
    let values = clean_all(object, schema, &mut issues, out);
    for (kind, field, value) in &issues {
        out.issue(*kind, field, value);
    }
    let id = ids::ours(own_id);
    match tie_of(schema, &values, out) {
        Some(tie) => write_pairs(object, &id, own_id, schema, &values, &tie, out),
        None => {
            let mut writer = out.entity(&id, schema);
            write_values(&mut writer, &values, |_| true);
            write_context(&mut writer, object, &id, own_id);
            write_keys(&mut writer, schema, &values);
        }
    }
}

/// Cleans every value; unknown properties and broken values are issues.
fn clean_all(
    object: &Map<String, Value>,
    schema: Schema,
    issues: &mut Issues,
    out: &mut Emitter,
) -> Values {
    let mut values = Values::default();
    let Some(properties) = object.get("properties").and_then(Value::as_object) else {
        issues.push((IssueKind::MissingValue, "properties", String::new()));
        return values;
    };
    let is_psc = is_only_psc(object);
    for (name, cell) in properties {
        let property = Property::parse(name).filter(|property| schema.has(*property));
        let Some(property) = property else {
            out.issue(IssueKind::UnmappedColumn, name, schema.name());
            continue;
        };
        let items = cell.as_array().map_or(std::slice::from_ref(cell), Vec::as_slice);
        for item in items {
            let text = match item {
                Value::String(text) => text.clone(),
                Value::Number(_) | Value::Bool(_) => item.to_string(),
                Value::Null => continue,
                Value::Array(_) | Value::Object(_) => {
                    out.issue(IssueKind::BadRecord, name, "a value that is no text");
                    continue;
                }
            };
            if let Some(cleaned) = clean(property, text.trim(), is_psc, issues) {
                values.0.push(cleaned);
            }
        }
    }
    // The name that the publisher calls it by comes first, so that it stays the caption.
    let caption = object.get("caption").and_then(Value::as_str).unwrap_or_default();
    let is_caption = |v: &Cleaned| v.property == prop::NAME && v.value == caption;
    if let Some(at) = values.0.iter().position(is_caption) {
        values.0[..=at].rotate_right(1);
    }
    values
}

/// Whether all an entity rests on is the Companies House register, whose birth days are not kept.
fn is_only_psc(object: &Map<String, Value>) -> bool {
    let datasets = object.get("datasets").and_then(Value::as_array);
    datasets.is_some_and(|datasets| {
        !datasets.is_empty()
            && datasets.iter().all(|d| d.as_str().is_some_and(|d| PSC_DATASETS.contains(&d)))
    })
}

fn clean(property: Property, text: &str, is_psc: bool, issues: &mut Issues) -> Option<Cleaned> {
    if text.is_empty() {
        return None;
    }
    let keep = |value: &str| {
        Some(Cleaned { property, value: value.to_owned(), original: text.to_owned() })
    };
    match property.kind() {
        PropertyType::Entity => {
            if !ids::is_valid(text) {
                issues.push((IssueKind::BadIdentifier, property.name(), text.to_owned()));
                return None;
            }
            keep(&ids::ours(text))
        }
        PropertyType::Country => {
            if let Some(code) = country::of_code(text) {
                return keep(code);
            }
            // `zz` is the model's code for the whole world.
            if !text.eq_ignore_ascii_case("zz") {
                issues.push((IssueKind::UnknownCountry, property.name(), text.to_owned()));
            }
            keep(text)
        }
        PropertyType::Date => {
            let Some(date) = PartialDate::parse(text.get(..10).unwrap_or(text)) else {
                issues.push((IssueKind::BadDate, property.name(), text.to_owned()));
                return None;
            };
            if is_psc && property == prop::BIRTH_DATE && date.day().is_some() {
                issues.push((IssueKind::PersonalDataDropped, property.name(), String::new()));
                let value = date.without_day().to_string();
                return Some(Cleaned { property, value, original: String::new() });
            }
            keep(&date.to_string())
        }
        _ => {
            let digits = imo_digits(text);
            let is_broken = match property {
                prop::LEI_CODE => !identifiers::is_lei(&identifiers::clean(text)),
                prop::IMO_NUMBER => {
                    !identifiers::is_imo_ship(&digits) && !identifiers::is_imo_company(&digits)
                }
                _ => false,
            };
            if is_broken {
                issues.push((IssueKind::BadIdentifier, property.name(), text.to_owned()));
            }
            keep(text)
        }
    }
}

/// A relationship's ends and terms.
struct Tie {
    pairs: Vec<(String, String)>,
    ends: (Property, Property),
    terms: Terms,
}

fn tie_of(schema: Schema, values: &Values, out: &mut Emitter) -> Option<Tie> {
    let (source, target) = schema.edge()?;
    let kind = ties::kind_of(schema, values)?;
    let of = |property| values.texts(&[property]).map(str::to_owned).collect::<BTreeSet<_>>();
    let (sources, targets) = (of(source), of(target));
    for (property, ends) in [(source, &sources), (target, &targets)] {
        if ends.is_empty() {
            out.issue(IssueKind::MissingValue, property.name(), schema.name());
        }
    }
    let mut pairs = Vec::new();
    for holder in &sources {
        for subject in &targets {
            if pairs.len() == PAIRS_MAX {
                out.issue(IssueKind::TooLarge, source.name(), schema.name());
                break;
            }
            pairs.push((holder.clone(), subject.clone()));
        }
    }
    pairs.truncate(PAIRS_MAX);
    if pairs.is_empty() {
        return None;
    }
    let mut issues = Issues::new();
    let terms = ties::terms(kind, values, &mut issues);
    for (kind, field, value) in &issues {
        out.issue(*kind, field, value);
    }
    Some(Tie { pairs, ends: (source, target), terms })
}

/// One entity a pair of ends. The first keeps the id, so that it stays resolvable.
fn write_pairs(
    object: &Map<String, Value>,
    id: &str,
    own_id: &str,
    schema: Schema,
    values: &Values,
    tie: &Tie,
    out: &mut Emitter,
) {
    let (source, target) = tie.ends;
    for (index, (holder, subject)) in tie.pairs.iter().enumerate() {
        let is_first = index == 0;
        let own = if is_first {
            id.to_owned()
        } else {
            let digest = cuibono_normalise::ids::digest(&[holder, subject]);
            format!("{}-{digest:016x}", cuibono_model::fragment::cut(id, 238))
        };
        let mut writer = out.entity(&own, schema);
        write_values(&mut writer, values, |v| v.property != source && v.property != target);
        writer.add(source, holder).add(target, subject);
        if is_first {
            write_context(&mut writer, object, id, own_id);
        } else {
            write_datasets(&mut writer, object);
        }
        writer.interest(holder, subject, &tie.terms);
    }
}

fn write_values(
    writer: &mut EntityWriter<'_>,
    values: &Values,
    mut is_kept: impl FnMut(&Cleaned) -> bool,
) {
    for value in values.0.iter().filter(|value| is_kept(value)) {
        writer.add_cleaned(value.property, &value.value, &value.original);
    }
}

fn write_datasets(writer: &mut EntityWriter<'_>, object: &Map<String, Value>) {
    for dataset in strings(object, "datasets") {
        writer.add(prop::X_DATASET, dataset);
    }
    for (key, property) in [("first_seen", prop::X_FIRST_SEEN), ("last_seen", prop::X_LAST_SEEN)] {
        if let Some(text) = object.get(key).and_then(Value::as_str) {
            writer.add(property, text);
        }
    }
}

/// Datasets and dates, and every other id of the entity as a key, so that each stays resolvable.
fn write_context(
    writer: &mut EntityWriter<'_>,
    object: &Map<String, Value>,
    id: &str,
    own_id: &str,
) {
    write_datasets(writer, object);
    let mut keys = BTreeSet::new();
    for referent in strings(object, "referents").chain([own_id]) {
        keys.insert(referent.to_owned());
        keys.insert(ids::ours(referent).into_owned());
    }
    for key in keys.iter().filter(|key| *key != id) {
        writer.key(KeyScheme::Id, key);
    }
}

fn strings<'o>(object: &'o Map<String, Value>, key: &str) -> impl Iterator<Item = &'o str> {
    object.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn imo_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Keys by identifiers with a check digit, when it holds.
fn write_keys(writer: &mut EntityWriter<'_>, schema: Schema, values: &Values) {
    for code in values.texts(&[prop::LEI_CODE]) {
        let code = identifiers::clean(code);
        if identifiers::is_lei(&code) {
            writer.key(KeyScheme::Lei, &code);
        }
    }
    for number in values.texts(&[prop::IMO_NUMBER]).filter(|_| schema.is_a(schemata::VESSEL)) {
        let number = imo_digits(number);
        if identifiers::is_imo_ship(&number) {
            writer.key(KeyScheme::Imo, &number);
        }
    }
}
