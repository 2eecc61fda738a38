//! Country texts of registers to lower-case FollowTheMoney codes, by explicit tables only.
//!
//! A text is folded (case, accents, dots, "the") and looked up whole, then in its parts: `state,
//! country`, `island, country`, `country (part)`. What several countries may be meant by is said to be
//! ambiguous. Never guesses by likeness: a misspelling is resolved only where the table has it.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a country text means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Country {
    /// Lower-case FollowTheMoney code, e.g. `vg`; `None` when no country can be told.
    pub code: Option<&'static str>,
    /// A part of it, where the text names one: `us-de`, `gb-sct`.
    pub subdivision: Option<&'static str>,
    /// The text can mean something else too. `code` is then the usual reading, if there is one.
    pub is_ambiguous: bool,
}

#[derive(Clone, Copy)]
struct Display {
    en: &'static str,
    uk: &'static str,
}

struct Tables {
    /// Folded name, spelling, alpha-2 or alpha-3 to what it means.
    names: HashMap<Box<str>, Country>,
    /// Folded demonym to country.
    demonyms: HashMap<Box<str>, &'static str>,
    /// Country and the folded name of a part of it, for parts whose name alone means something else.
    parts: HashMap<(&'static str, Box<str>), &'static str>,
    /// Code to names for people.
    display: HashMap<&'static str, Display>,
    /// Lower-case alpha-3 to code.
    alpha3: HashMap<Box<str>, &'static str>,
}

const COUNTRIES: &str = include_str!("../data/countries.txt");
const SUBDIVISIONS: &str = include_str!("../data/subdivisions.txt");

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::load);

fn table_rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('|').map(str::trim).collect())
}

fn spellings(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(',').map(str::trim).filter(|text| !text.is_empty())
}

impl Tables {
    fn load() -> Tables {
        let mut tables = Tables {
            names: HashMap::new(),
            demonyms: HashMap::new(),
            parts: HashMap::new(),
            display: HashMap::new(),
            alpha3: HashMap::new(),
        };
        for row in table_rows(COUNTRIES) {
            let [code, alpha3, en, uk, others, demonyms] = row[..] else { continue };
            let country = Country { code: Some(code), ..Country::default() };
            tables.display.insert(code, Display { en, uk });
            tables.alpha3.insert(alpha3.to_ascii_lowercase().into(), code);
            for name in [alpha3, en, uk].into_iter().chain(spellings(others)) {
                tables.names.insert(fold(name).into(), country);
            }
            // "NA" in a country cell is "not available"; Namibia's code is read by [`of_code`].
            if code != "na" {
                tables.names.insert(code.into(), country);
            }
            for demonym in spellings(demonyms) {
                tables.demonyms.insert(fold(demonym).into(), code);
            }
        }
        for row in table_rows(SUBDIVISIONS) {
            let [code, country, en, uk, others] = row[..] else { continue };
            let is_beside_only = others.starts_with("only");
            let others = others.trim_start_matches("only");
            let is_ambiguous = others.starts_with('!');
            let others = others.trim_start_matches('!');
            let subdivision = (code != "-").then_some(code);
            let country = (country != "-").then_some(country);
            if let Some(code) = subdivision {
                tables.display.insert(code, Display { en, uk });
            }
            let names = [en, uk].into_iter().filter(|name| !name.is_empty());
            for name in names.chain(spellings(others)) {
                let key = fold(name);
                if let (Some(country), Some(code)) = (country, subdivision) {
                    tables.parts.insert((country, key.clone().into()), code);
                }
                if !is_beside_only {
                    let meaning = Country { code: country, subdivision, is_ambiguous };
                    tables.names.insert(key.into(), meaning);
                }
            }
        }
        tables
    }
}

/// Lower case without accents, dots, apostrophes and "the"; other punctuation is a blank, `&` is
/// "and", "saint" is "st".
fn fold(text: &str) -> String {
    if !text.is_ascii() {
        let plain: String = text.chars().filter(|c| *c != '.').collect();
        return fold_ascii_part(&cuibono_text::fold(&plain.replace('&', " and ")));
    }
    fold_ascii_part(text)
}

fn fold_ascii_part(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 4);
    let mut word = 0;
    for c in text.chars() {
        match c {
            '.' | '\'' => {}
            '&' => {
                end_word(&mut key, &mut word);
                key.push_str("and");
                end_word(&mut key, &mut word);
            }
            c if c.is_ascii() && !c.is_ascii_alphanumeric() => end_word(&mut key, &mut word),
            c => key.push(c.to_ascii_lowercase()),
        }
    }
    end_word(&mut key, &mut word);
    key.truncate(key.trim_end().len());
    key
}

/// Ends the word that starts at `word` and begins the next one.
fn end_word(key: &mut String, word: &mut usize) {
    match &key[*word..] {
        "" => return,
        "the" => {
            key.truncate(*word);
            return;
        }
        "saint" => {
            key.truncate(*word);
            key.push_str("st");
        }
        _ => {}
    }
    key.push(' ');
    *word = key.len();
}

/// The meaning of a folded text without taking it apart, official styles left out.
fn look_up(key: &str) -> Option<Country> {
    if key.is_empty() {
        return None;
    }
    let names = &TABLES.names;
    if let Some(&country) = names.get(key) {
        return Some(country);
    }
    const STYLES: [&str; 6] = [
        "republic of ",
        "state of ",
        "kingdom of ",
        "federation of ",
        "province of ",
        "territory of ",
    ];
    const INVERTED: [&str; 5] =
        [" republic of", " state of", " kingdom of", " island", " west indies"];
    let plain = STYLES.iter().find_map(|style| key.strip_prefix(style));
    let plain = plain.or_else(|| INVERTED.iter().find_map(|style| key.strip_suffix(style)));
    names.get(plain?).copied()
}

/// Territories that are written before the state they belong to.
fn belongs_to(territory: &str, state: &str) -> bool {
    match state {
        "cn" => matches!(territory, "hk" | "mo" | "tw"),
        "gb" => matches!(
            territory,
            "je" | "gg"
                | "im"
                | "vg"
                | "ky"
                | "bm"
                | "ai"
                | "gi"
                | "tc"
                | "ms"
                | "fk"
                | "sh"
                | "io"
        ),
        "us" => matches!(territory, "pr" | "vi" | "gu" | "as" | "mp" | "um"),
        "fr" => matches!(
            territory,
            "gp" | "mq" | "gf" | "re" | "yt" | "pf" | "nc" | "bl" | "mf" | "pm" | "wf"
        ),
        "nl" => matches!(territory, "aw" | "cw" | "sx" | "bq" | "an"),
        "dk" => matches!(territory, "fo" | "gl"),
        "nz" => matches!(territory, "ck" | "nu" | "tk"),
        _ => false,
    }
}

/// A part of a known country by its folded name or the short code used inside that country.
fn part_of(country: &'static str, key: &str) -> Option<&'static str> {
    let tables = &*TABLES;
    let plain = key.strip_prefix("state of ").unwrap_or(key);
    if let Some(&code) = tables.parts.get(&(country, Box::from(plain))) {
        return Some(code);
    }
    if plain.len() > 3 || plain.is_empty() {
        return None;
    }
    tables.display.get_key_value(format!("{country}-{plain}").as_str()).map(|(code, _)| *code)
}

/// The country of a text in a country field. Empty texts, "not specified" and the like mean none.
#[must_use]
pub fn resolve(text: &str) -> Country {
    let text = text.trim();
    if text.is_empty() || text.len() > 400 {
        return Country::default();
    }
    if let Some(country) = look_up(&fold(text)) {
        return country;
    }
    let mut parts: Vec<&str> = text.split([',', ';', '/']).map(str::trim).collect();
    parts.retain(|part| !part.is_empty());
    if parts.len() > 1 {
        return resolve_parts(&parts);
    }
    if let Some((base, rest)) = text.split_once('(') {
        let qualifier = rest.split(')').next().unwrap_or(rest);
        let base = look_up(&fold(base));
        let inner = look_up(&fold(qualifier));
        return match (base, inner) {
            (Some(base), _) => with_part(base, &[qualifier]),
            (None, Some(inner)) => inner,
            (None, None) => Country::default(),
        };
    }
    Country::default()
}

fn resolve_parts(parts: &[&str]) -> Country {
    let Some((last, before)) = parts.split_last() else { return Country::default() };
    let first = parts[0];
    if let Some(country) = look_up(&fold(last)) {
        if country.code.is_some() {
            return with_part(country, before);
        }
        // "Jersey, Channel Islands": the last part says too little.
        let alone = look_up(&fold(first)).filter(|found| found.code.is_some());
        return alone.unwrap_or(country);
    }
    look_up(&fold(first)).unwrap_or_default()
}

/// Adds what the texts before the country say: a part of it, or a territory that belongs to it.
fn with_part(country: Country, before: &[&str]) -> Country {
    let Some(code) = country.code else { return country };
    for text in before.iter().rev() {
        let key = fold(text);
        if let Some(subdivision) = part_of(code, &key) {
            return Country { subdivision: Some(subdivision), ..country };
        }
        if let Some(found) = look_up(&key)
            && found.code.is_some_and(|territory| belongs_to(territory, code))
        {
            return found;
        }
    }
    country
}

/// The country of a code: lower-case FollowTheMoney, alpha-2 or alpha-3 in any case.
#[must_use]
pub fn of_code(code: &str) -> Option<&'static str> {
    let lower = code.trim().to_ascii_lowercase();
    let display = &TABLES.display;
    let known = display.get_key_value(lower.as_str()).map(|(code, _)| *code);
    known.or_else(|| TABLES.alpha3.get(lower.as_str()).copied())
}

/// The countries of a nationality text: demonyms, country names, lists of them. Each code once, in
/// the order of the text; what is not in the table is left out.
#[must_use]
pub fn of_nationality(text: &str) -> Vec<&'static str> {
    let mut codes = Vec::new();
    let mut push = |code| {
        if !codes.contains(&code) {
            codes.push(code);
        }
    };
    if let Some(code) = nationality(text) {
        push(code);
        return codes;
    }
    for part in text.split([',', ';', '/', '(', ')', '\n']) {
        if let Some(code) = nationality(part) {
            push(code);
            continue;
        }
        for word in part.split(" and ").flat_map(|piece| piece.split(" - ")) {
            if let Some(code) = nationality(word) {
                push(code);
            }
        }
    }
    codes
}

fn nationality(text: &str) -> Option<&'static str> {
    let key = fold(text);
    let key = key.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if key.is_empty() {
        return None;
    }
    if let Some(&code) = TABLES.demonyms.get(key) {
        return Some(code);
    }
    const LEADS: [&str; 8] = [
        "citizen of ",
        "national of ",
        "nationality ",
        "citizenship ",
        "formerly ",
        "dual ",
        "possibly ",
        "previously ",
    ];
    const TAILS: [&str; 4] = [" citizen", " national", " nationality", " citizenship"];
    let plain = LEADS.iter().find_map(|lead| key.strip_prefix(lead));
    let plain = plain.or_else(|| TAILS.iter().find_map(|tail| key.strip_suffix(tail)));
    if let Some(plain) = plain {
        return TABLES.demonyms.get(plain).copied().or_else(|| clear(plain));
    }
    clear(key)
}

fn clear(key: &str) -> Option<&'static str> {
    look_up(key).filter(|country| !country.is_ambiguous || key == "korea").and_then(|c| c.code)
}

/// The name of a country or part of one for people; `lang` is `en` or `uk`.
#[must_use]
pub fn name(code: &str, lang: &str) -> Option<&'static str> {
    let display = TABLES.display.get(code)?;
    match lang {
        "en" => Some(display.en),
        "uk" => Some(display.uk),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
