//! What questions cost a process that has the store open.

use std::path::Path;
use std::time::{Duration, Instant};

use cuibono_entities::Entities;
use cuibono_model::{prop, schemata};
use cuibono_query::{Found, Lang, Question, SearchOptions, Snapshot};
use cuibono_store::Store;

use super::stats::Times;

/// Entities drawn from a store, in an order that depends on the store only.
pub(super) struct Sample {
    /// Ids of titles.
    pub(super) titles: Vec<String>,
    /// Ids of companies.
    pub(super) companies: Vec<String>,
    /// Names of companies and people.
    pub(super) names: Vec<String>,
}

/// How many entities are looked at for each one wanted before giving up.
const DRAWS_EACH: usize = 400;

/// Draws up to `count` of each.
pub(super) fn sample(path: &Path, count: usize) -> Result<Sample, String> {
    let store = Store::open(path).map_err(|error| error.to_string())?;
    let things = Entities::open(&store).map_err(|error| error.to_string())?.things;
    let mut sample = Sample { titles: Vec::new(), companies: Vec::new(), names: Vec::new() };
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..count * DRAWS_EACH {
        let lists = [&sample.titles, &sample.companies, &sample.names];
        if things.is_empty() || lists.iter().all(|list| list.len() >= count) {
            break;
        }
        let number = (next(&mut state) % u64::from(things.len())) as u32;
        let entity = things.get(number).map_err(|error| error.to_string())?;
        let mut keep = |list: fn(&mut Sample) -> &mut Vec<String>, text: &str| {
            let list = list(&mut sample);
            if list.len() < count {
                list.push(text.to_owned());
            }
        };
        if entity.schema.is_a(schemata::REAL_ESTATE) {
            keep(|sample| &mut sample.titles, &entity.id);
        } else if entity.schema.is_a(schemata::COMPANY) {
            keep(|sample| &mut sample.companies, &entity.id);
        }
        if let Some(name) = entity.first(prop::NAME) {
            keep(|sample| &mut sample.names, name);
        }
    }
    Ok(sample)
}

/// The next number of SplitMix64 (Steele, Lea and Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// How long `owners` takes for each id, from the text to the finished answer.
pub(super) fn owners(snapshot: &Snapshot, ids: &[String]) -> Result<Answers, String> {
    time_each(ids, |id| match snapshot.find(id, Lang::En) {
        Ok(Found::Thing(thing)) => {
            let answer = snapshot.owners(thing, &Question::default());
            answer.map(|_| ()).map_err(|error| error.to_string())
        }
        Ok(_) => Err(format!("{id} is not found")),
        Err(error) => Err(error.to_string()),
    })
}

/// How long `search` takes for each name.
pub(super) fn search(snapshot: &Snapshot, names: &[String]) -> Result<Answers, String> {
    let options = SearchOptions::default();
    time_each(names, |name| {
        snapshot.search(name, &options).map(|_| ()).map_err(|error| error.to_string())
    })
}

/// How long answers took.
pub(super) struct Answers {
    /// From asking to having the answer.
    pub(super) passed: Times,
    /// Time that the asking thread had a core, on the average, on Linux. The rest is waiting for
    /// one. The kernel counts it in ticks, which is too coarse for a single answer.
    pub(super) on_core: Option<Duration>,
}

fn time_each(
    asked: &[String],
    mut answer: impl FnMut(&str) -> Result<(), String>,
) -> Result<Answers, String> {
    let mut passed: Vec<Duration> = Vec::with_capacity(asked.len());
    let before = thread_time();
    for text in asked {
        let started = Instant::now();
        answer(text)?;
        passed.push(started.elapsed());
    }
    let count = u32::try_from(passed.len()).unwrap_or(u32::MAX).max(1);
    let on_core = before.zip(thread_time()).map(|(before, after)| (after - before) / count);
    Ok(Answers { passed: Times::new(passed), on_core })
}

/// How long this thread has had a core so far.
fn thread_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}
