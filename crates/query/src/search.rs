//! Search by words.

use std::collections::HashMap;

use cuibono_model::{PropertyType, Schema, prop};

use crate::QueryError;
use crate::captions::Lang;
use crate::snapshot::Snapshot;
use crate::view::PartyView;

/// What to search for beside the words.
#[derive(Clone, PartialEq, Debug)]
pub struct SearchOptions {
    /// Only this schema and those that inherit from it.
    pub schema: Option<Schema>,
    /// Only entities tied to this country.
    pub country: Option<String>,
    /// Most hits.
    pub limit: usize,
    /// Language of captions.
    pub lang: Lang,
}

impl Default for SearchOptions {
    fn default() -> SearchOptions {
        SearchOptions { schema: None, country: None, limit: 10, lang: Lang::En }
    }
}

/// One hit.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// The entity.
    pub party: PartyView,
    /// How much of the words' weight its best name carries, 0 to 1.
    pub score: f64,
    /// The name that matched best.
    pub matched: String,
}

/// Candidates whose names are looked at.
const LOOKED_AT_MAX: usize = 5000;

impl Snapshot {
    /// Entities whose names have the words asked for, best first. The last word may be unfinished.
    /// A number finds what carries it.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn search(&self, text: &str, options: &SearchOptions) -> Result<Vec<Hit>, QueryError> {
        let folded = cuibono_text::fold(text);
        let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).take(32).collect();
        let mut weights: HashMap<u32, f64> = HashMap::new();
        let mut word_weights = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let exact = self.index.word(word);
            word_weights.push(exact.weight);
            for &thing in &exact.things {
                *weights.entry(thing).or_default() += exact.weight;
            }
            if at + 1 == words.len() && word.chars().count() >= 3 {
                for thing in self.index.prefix(word).things {
                    if exact.things.binary_search(&thing).is_err() {
                        *weights.entry(thing).or_default() += exact.weight.min(2.0) * 0.5;
                    }
                }
            }
        }
        for thing in self.index.identifier(text) {
            *weights.entry(thing).or_default() += 100.0;
        }
        if let Some(thing) = self.exact_number(text)? {
            weights.insert(thing, 1000.0);
        }
        let mut ranked: Vec<(u32, f64)> = weights.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(LOOKED_AT_MAX);
        let total: f64 = word_weights.iter().sum();
        let mut hits = Vec::new();
        let mut best_left = f64::INFINITY;
        for (thing, weight) in ranked {
            // What follows cannot score better than what is already enough.
            if hits.len() >= options.limit.saturating_mul(4).max(200) && weight < best_left {
                break;
            }
            best_left = weight;
            let entity = self.entities.things.get(thing)?;
            if options.schema.is_some_and(|schema| !entity.schema.is_a(schema)) {
                continue;
            }
            let party = self.party_of(thing, &entity, options.lang);
            if let Some(country) = &options.country
                && !party.countries.iter().any(|c| c == country)
            {
                continue;
            }
            let is_land = entity.schema.is_a(cuibono_model::schemata::REAL_ESTATE);
            let names = entity.statements.iter().filter(|s| {
                s.property.kind() == PropertyType::Name || (is_land && s.property == prop::ADDRESS)
            });
            let best = names
                .map(|s| (name_score(&words, &word_weights, total, &s.value), s.value.as_str()))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let (mut score, matched) = best.unwrap_or((0.0, ""));
            if weight >= 100.0 {
                score = 1.0;
            }
            hits.push(Hit { matched: matched.to_owned(), party, score });
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.party.id.cmp(&b.party.id)));
        hits.truncate(options.limit);
        Ok(hits)
    }

    fn exact_number(&self, text: &str) -> Result<Option<u32>, QueryError> {
        use cuibono_normalise::{company_number::CompanyNumber, ids, title_number};
        let text = text.trim();
        if let Some(thing) = self.thing(text)? {
            return Ok(Some(thing));
        }
        if let Some(number) = CompanyNumber::parse(text)
            && let Some(thing) = self.entities.things.find(&ids::company(number.as_str()))?
        {
            return Ok(Some(thing));
        }
        match title_number::normalise(text) {
            Some((title, _)) => Ok(self.entities.things.find(&ids::title(&title))?),
            None => Ok(None),
        }
    }
}

/// How much of the asked words' weight a name carries, less a little for words left over.
fn name_score(words: &[&str], weights: &[f64], total: f64, name: &str) -> f64 {
    let tokens = cuibono_text::index_tokens(name);
    let mut score = 0.0;
    for (at, (word, weight)) in words.iter().zip(weights).enumerate() {
        if tokens.iter().any(|token| token == word) {
            score += weight;
        } else if at + 1 == words.len()
            && word.chars().count() >= 3
            && tokens.iter().any(|token| token.starts_with(word))
        {
            score += weight * 0.5;
        }
    }
    let own = cuibono_text::fold(name).split(' ').count();
    let extra = own.saturating_sub(words.len()) as f64;
    if total > 0.0 { (score / total) * (1.0 / (1.0 + 0.05 * extra)) } else { 0.0 }
}
