//! A party as FollowTheMoney JSON gives it, and the same party prepared for comparison.

use crate::analyse::{Context, analyse_in};
use crate::frequency::Frequencies;
use crate::identifiers::Identifier;
use crate::kind::Kind;
use crate::name::Name;
use cuibono_model::PartialDate;
use cuibono_text::{Language, fold};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Most names of one party that are compared.
pub const MAX_NAMES: usize = 32;
/// Most values of any other property that are compared.
const MAX_VALUES: usize = 64;

/// A FollowTheMoney entity: schema and properties. Nested entities and numbers are read as text
/// where they have one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "RawParty")]
pub struct Party {
    /// Identifier, if the source has one.
    pub id: String,
    /// FollowTheMoney schema.
    pub schema: String,
    /// Values by property.
    pub properties: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct RawParty {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    schema: String,
    #[serde(default)]
    properties: BTreeMap<String, Value>,
    /// Top-level caption, used as the name of an entity that has no other.
    #[serde(default)]
    caption: Option<String>,
}

impl From<RawParty> for Party {
    fn from(raw: RawParty) -> Party {
        let mut properties: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (property, value) in raw.properties {
            let values = match value {
                Value::Array(values) => values.iter().filter_map(text_of).collect(),
                other => text_of(&other).into_iter().collect(),
            };
            properties.insert(property, values);
        }
        if let Some(caption) = raw.caption.filter(|_| !properties.contains_key("name")) {
            properties.insert("name".to_owned(), vec![caption]);
        }
        Party { id: text_of(&raw.id).unwrap_or_default(), schema: raw.schema, properties }
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(entity) => {
            let full =
                entity.get("properties").and_then(|p| p.get("full").or_else(|| p.get("name")));
            full.and_then(|v| v.get(0).or(Some(v)))
                .and_then(text_of)
                .or_else(|| entity.get("caption").and_then(text_of))
        }
        _ => None,
    }
}

impl Party {
    /// Values of a property; none if it is absent.
    #[must_use]
    pub fn values(&self, property: &str) -> &[String] {
        self.properties.get(property).map_or(&[], Vec::as_slice)
    }
}

/// How much a name of a party may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// A name or alias.
    Full,
    /// A former name.
    Former,
    /// A weak alias or an abbreviation.
    Weak,
}

/// A gender as records say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Male,
    Female,
}

/// A party prepared once for comparing with many others.
#[derive(Clone, Debug)]
pub struct Record {
    pub(crate) kind: Kind,
    pub(crate) schema: String,
    pub(crate) names: Vec<(Name, Standing)>,
    pub(crate) births: Vec<PartialDate>,
    pub(crate) founded: Vec<PartialDate>,
    pub(crate) countries: Vec<String>,
    pub(crate) citizenships: Vec<String>,
    pub(crate) identifiers: Vec<Identifier>,
    pub(crate) addresses: Vec<Vec<String>>,
    pub(crate) sexes: Vec<Sex>,
    pub(crate) positions: Vec<Vec<String>>,
    pub(crate) contacts: Vec<String>,
    pub(crate) birth_places: Vec<Vec<String>>,
}

impl Record {
    /// Prepares a party. Properties that do not matter to identity are left out.
    #[must_use]
    pub fn read(party: &Party, frequencies: Option<&Frequencies>) -> Record {
        let mut countries =
            codes(party, &["country", "jurisdiction", "mainCountry", "flag", "birthCountry"]);
        let citizenships = codes(party, &["nationality", "citizenship"]);
        countries.extend(citizenships.iter().cloned());
        countries.sort_unstable();
        countries.dedup();
        let country = (countries.len() == 1).then(|| countries[0].clone());
        let kind = Kind::of_schema(&party.schema);
        let language = country.as_deref().map_or(Language::Unknown, Language::of_country);
        let context = Context { kind, language, frequencies, ..Context::of(kind) };
        let mut record = Record {
            kind,
            schema: party.schema.clone(),
            names: names(party, &context),
            births: dates(party, "birthDate"),
            founded: dates(party, "incorporationDate"),
            countries,
            citizenships,
            identifiers: Vec::new(),
            addresses: word_lists(party, &["address", "addressEntity"]),
            sexes: sexes(party),
            positions: word_lists(party, &["position"]),
            contacts: contacts(party),
            birth_places: word_lists(party, &["birthPlace"]),
        };
        for (property, values) in &party.properties {
            let read = values
                .iter()
                .take(MAX_VALUES)
                .filter_map(|v| Identifier::read(property, v, country.as_deref()));
            record.identifiers.extend(read);
        }
        record.identifiers.sort_unstable();
        record.identifiers.dedup();
        record
    }

    /// The analysed names, best first as the source orders them.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.names.iter().map(|(name, _)| name)
    }
}

fn names(party: &Party, context: &Context<'_>) -> Vec<(Name, Standing)> {
    let mut out: Vec<(Name, Standing)> = Vec::new();
    let mut push = |text: &str, standing: Standing| {
        if out.len() < MAX_NAMES && !out.iter().any(|(name, _)| name.text() == text) {
            let name = analyse_in(text, context);
            if !name.is_empty() {
                out.push((name, standing));
            }
        }
    };
    for (property, standing) in [
        ("name", Standing::Full),
        ("alias", Standing::Full),
        ("previousName", Standing::Former),
        ("weakAlias", Standing::Weak),
        ("abbreviation", Standing::Weak),
    ] {
        for text in party.values(property) {
            push(text, standing);
        }
    }
    if let Some(composed) = composed(party) {
        push(&composed, Standing::Full);
    }
    out
}

/// "Family, Given Middle Father's" from the parts of a name: the comma says which is which.
fn composed(party: &Party) -> Option<String> {
    let first = |property: &str| party.values(property).first().map(String::as_str);
    let family = first("lastName").or_else(|| first("maidenName"))?;
    let given: Vec<&str> = ["firstName", "secondName", "middleName", "fatherName"]
        .into_iter()
        .filter_map(first)
        .collect();
    if given.is_empty() {
        return None;
    }
    Some(format!("{family}, {}", given.join(" ")))
}

fn dates(party: &Party, property: &str) -> Vec<PartialDate> {
    party
        .values(property)
        .iter()
        .take(MAX_VALUES)
        .filter_map(|v| PartialDate::parse(v.trim()))
        .collect()
}

fn codes(party: &Party, properties: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    for property in properties {
        for value in party.values(property).iter().take(MAX_VALUES) {
            let code = value.trim().to_lowercase();
            // A part of a state counts as the state: gb-sct as gb.
            let code = code
                .split_once('-')
                .filter(|(state, _)| state.len() == 2)
                .map_or(code.as_str(), |(s, _)| s);
            let code = if code.len() == 2 { code.to_owned() } else { fold(code) };
            if !code.is_empty() && !out.contains(&code) {
                out.push(code);
            }
        }
    }
    out
}

fn word_lists(party: &Party, properties: &[&str]) -> Vec<Vec<String>> {
    let values = properties.iter().flat_map(|p| party.values(p)).take(MAX_VALUES);
    values
        .map(|value| {
            let mut words: Vec<String> =
                cuibono_text::index_tokens(value).into_iter().map(|w| street_word(&w)).collect();
            words.sort_unstable();
            words.dedup();
            words
        })
        .filter(|words| !words.is_empty())
        .collect()
}

fn street_word(word: &str) -> String {
    match word {
        "street" | "str" | "strasse" | "ulitsa" | "ul" | "vulytsia" | "vul" => "st",
        "road" => "rd",
        "avenue" | "ave" | "prospekt" | "pr" => "av",
        "lane" => "ln",
        "drive" => "dr",
        "building" | "bldg" => "bld",
        "floor" | "flr" => "fl",
        "suite" => "ste",
        "place" => "pl",
        "square" => "sq",
        "apartment" | "flat" | "kv" => "apt",
        "boulevard" => "blvd",
        "north" => "n",
        "south" => "s",
        "east" => "e",
        "west" => "w",
        other => other,
    }
    .to_owned()
}

fn sexes(party: &Party) -> Vec<Sex> {
    party
        .values("gender")
        .iter()
        .take(MAX_VALUES)
        .filter_map(|value| match fold(value).as_str() {
            "male" | "m" | "man" | "чоловіча" | "мужской" => Some(Sex::Male),
            "female" | "f" | "woman" | "жіноча" | "женскии" => Some(Sex::Female),
            _ => None,
        })
        .collect()
}

fn contacts(party: &Party) -> Vec<String> {
    let mut out = Vec::new();
    for property in ["email", "phone", "website"] {
        for value in party.values(property).iter().take(MAX_VALUES) {
            let value = value.trim().to_lowercase();
            let value = match property {
                "phone" => {
                    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
                    let from = digits.len().saturating_sub(9);
                    digits[from..].to_owned()
                }
                "website" => value
                    .trim_start_matches("https://")
                    .trim_start_matches("http://")
                    .trim_start_matches("www.")
                    .trim_end_matches('/')
                    .to_owned(),
                _ => value,
            };
            if value.len() >= 6 && !out.contains(&value) {
                out.push(value);
            }
        }
    }
    out
}
