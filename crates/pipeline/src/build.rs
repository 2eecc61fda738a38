//! The whole build.

use std::collections::BTreeMap;
use std::path::Path;

use cuibono_entities::{Referent, RunWriter, id_hash};
use cuibono_graph::{GraphWriter, NewEdge};
use cuibono_index::IndexWriter;
use cuibono_model::{Issue, IssueKind, PartialDate};
use cuibono_read::Limits;
use cuibono_resolve::{Key, Resolution, resolve};
use cuibono_store::{DatasetEntry, InputEntry, Manifest, StoreWriter};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::group::{Context, Grouped, Moved, PendingEdge, group, referent};
use crate::ingest::{Ingested, ingest};
use crate::plan::{InputPath, Skipped, inputs};
use crate::spill::{PARTITIONS, Spill, items, partition, put_item};
use crate::{BuildError, Progress, Stage};

/// How to build.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Worker threads; at least 1.
    pub threads: usize,
    /// Whether a file that cannot be read is left out instead of failing the build.
    pub keep_going: bool,
    /// Limits on the files.
    pub limits: Limits,
}

impl Default for BuildOptions {
    fn default() -> BuildOptions {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        BuildOptions { threads, keep_going: false, limits: Limits::default() }
    }
}

/// What a build did.
#[derive(Clone, Debug)]
pub struct BuildReport {
    /// Digest of the published generation.
    pub digest: String,
    /// Its manifest, without the sections.
    pub manifest: Manifest,
    /// Files that were passed over without being read.
    pub skipped: Vec<Skipped>,
    /// Files that were refused although the build went on.
    pub refused: Vec<Skipped>,
}

/// Builds a store from register files and publishes it.
///
/// # Errors
/// Whatever stops the build. The store at `out`, if there was one, is then as it was.
pub fn build(
    out: &Path,
    paths: &[InputPath],
    options: &BuildOptions,
    progress: &dyn Progress,
) -> Result<BuildReport, BuildError> {
    progress.stage(Stage::Recognising, 0);
    let mut found = inputs(paths, options.keep_going, &options.limits)?;
    for refused in &found.refused {
        progress.warn(&format!("{}; `{}` is left out", refused.why, refused.name));
    }
    for skipped in &found.skipped {
        progress.warn(&format!("`{}` is passed over: {}", skipped.name, skipped.why));
    }
    let mut store = StoreWriter::create(out)?;
    let spill = Spill::create(&store.work_folder()?)?;
    let mut entries: Vec<InputEntry> = found.read.iter().map(entry).collect();
    let sources: Vec<_> = found.read.iter().map(|input| input.source.dataset()).collect();
    progress.stage(Stage::Reading, entries.iter().map(|e| e.bytes).sum());
    let threads = options.threads.max(1);
    let mut read =
        ingest(found.read, &spill, threads, options.keep_going, &options.limits, progress)?;
    let mut refused = std::mem::take(&mut found.refused);
    refused.extend(settle_files(&mut read, &mut entries));

    progress.stage(Stage::Resolving, 0);
    let is_refused: Vec<bool> = read.files.iter().map(|file| file.refused.is_some()).collect();
    let keys = std::mem::take(&mut read.keys);
    let keys = keys.into_iter().filter(|(file, _)| !is_refused[*file as usize]);
    let keys: Vec<_> = keys.collect();
    let key_files = first_files(&keys);
    let keys = keys.into_iter().map(|(_, key)| key).collect();
    let resolution = resolve(keys, &std::mem::take(&mut read.words));
    report_refusals(&resolution, &key_files, &mut read);

    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| {
        BuildError::Work { path: "threads".into(), source: std::io::Error::other(e) }
    })?;
    let numbers = dataset_numbers(&entries);
    let files: Vec<(u16, Option<PartialDate>)> =
        numbers.iter().zip(&read.files).map(|(n, file)| (*n, file.data_date)).collect();
    let known = Known { resolution: &resolution, files: &files, refused: &is_refused };
    let mut manifest = write_sections(&mut store, &spill, &known, &pool, &mut read, progress)?;
    progress.stage(Stage::Publishing, 0);
    let names = |file: u16| {
        let entry = &entries[file as usize];
        (entry.dataset.as_str(), entry.name.as_str())
    };
    manifest.issues = read.issues.counts(|file| names(file).0);
    let lines = read.issues.lines(names);
    let packed = zstd::bulk::compress(lines.as_bytes(), 3)
        .map_err(|source| BuildError::Work { path: "issues".into(), source })?;
    store.write("issues.jsonl.zst", &packed)?;
    manifest.program = env!("CARGO_PKG_VERSION").to_owned();
    manifest.data_as_of = data_as_of(&read);
    manifest.datasets = datasets(&sources, &entries);
    manifest.inputs = entries;
    let digest = store.publish(manifest.clone())?;
    Ok(BuildReport { digest, manifest, skipped: found.skipped, refused })
}

/// For each id the first file that carries a key of it.
fn first_files(keys: &[(u16, Key)]) -> BTreeMap<String, u16> {
    let mut first: BTreeMap<String, u16> = BTreeMap::new();
    for (file, key) in keys {
        let known = first.entry(key.id.clone()).or_insert(*file);
        *known = (*known).min(*file);
    }
    first
}

fn entry(input: &crate::plan::Input) -> InputEntry {
    InputEntry {
        name: input.member.name.clone(),
        dataset: input.source.dataset().id.to_owned(),
        bytes: input.member.packed_bytes,
        blake3: input.blake3.clone(),
        records: 0,
        data_date: String::new(),
    }
}

/// The files of one dataset with one date.
#[derive(Default)]
struct Edition {
    records: u64,
    /// The file whose trailer counts most, and its count.
    declared: Option<(u16, u64)>,
}

/// Completes the entries of the files, compares trailers with what was read, and drops the issues of
/// refused files.
fn settle_files(read: &mut Ingested, entries: &mut [InputEntry]) -> Vec<Skipped> {
    let mut refused = Vec::new();
    // A snapshot may come in parts with the count of all of them in the last one.
    let mut editions: BTreeMap<(String, String), Edition> = BTreeMap::new();
    for (number, (file, entry)) in read.files.iter().zip(entries.iter_mut()).enumerate() {
        if let Some(why) = &file.refused {
            refused.push(Skipped { name: entry.name.clone(), why: why.clone() });
            read.issues.drop_file(number as u16);
            continue;
        }
        entry.records = file.records;
        entry.data_date = file.data_date.map_or_else(String::new, |date| date.to_string());
        let edition = (entry.dataset.clone(), entry.data_date.clone());
        let edition = editions.entry(edition).or_default();
        edition.records += file.records;
        if let Some(total) = file.declared_total {
            let known = edition.declared.map_or(0, |(_, known)| known);
            edition.declared = Some((number as u16, known.max(total)));
        }
    }
    for Edition { records, declared } in editions.into_values() {
        if let Some((file, total)) = declared
            && total != records
        {
            let value = format!("the trailer counts {total} records, {records} were read");
            let (kind, field) = (IssueKind::CountMismatch, "trailer".to_owned());
            read.issues.add(file, Issue { kind, record: 0, byte: 0, field, value });
        }
    }
    refused
}

fn report_refusals(resolution: &Resolution, files: &BTreeMap<String, u16>, read: &mut Ingested) {
    for refusal in &resolution.refusals {
        let file = refusal.ids.iter().filter_map(|id| files.get(id)).min().copied().unwrap_or(0);
        let mut ids = refusal.ids.clone();
        ids.truncate(5);
        let value = format!("{} fits {}", refusal.value, ids.join(", "));
        let (kind, field) = (IssueKind::AmbiguousIdentity, format!("{:?}", refusal.scheme));
        read.issues.add(file, Issue { kind, record: 0, byte: 0, field, value });
    }
}

fn dataset_numbers(entries: &[InputEntry]) -> Vec<u16> {
    let mut known: Vec<&str> = Vec::new();
    entries
        .iter()
        .map(|entry| {
            let at = known.iter().position(|id| *id == entry.dataset).unwrap_or_else(|| {
                known.push(&entry.dataset);
                known.len() - 1
            });
            at as u16
        })
        .collect()
}

/// What is settled before entities are made.
struct Known<'k> {
    resolution: &'k Resolution,
    /// For each file its dataset's number and its date.
    files: &'k [(u16, Option<PartialDate>)],
    refused: &'k [bool],
}

/// Writes entities, graph and index; returns a manifest with the counts.
fn write_sections(
    store: &mut StoreWriter,
    spill: &Spill,
    known: &Known<'_>,
    pool: &rayon::ThreadPool,
    read: &mut Ingested,
    progress: &dyn Progress,
) -> Result<Manifest, BuildError> {
    let Known { resolution, files, refused } = *known;
    let mut moved: Moved<'_> = FxHashMap::default();
    for (id, link) in &resolution.links {
        if let Some((other, _)) = moved.insert(id_hash(id), (id, &link.canonical)) {
            return Err(BuildError::HashCollision { left: other.to_owned(), right: id.clone() });
        }
    }
    let mut referents: FxHashMap<&str, Vec<Referent>> = FxHashMap::default();
    for (id, link) in &resolution.links {
        referents.entry(link.canonical.as_str()).or_default().push(referent(id, link));
    }
    let context = Context { resolution, moved: &moved, referents: &referents, files, refused };
    let guests = pool.install(|| collect_moved(spill, &moved))?;

    progress.stage(Stage::Grouping, PARTITIONS as u64);
    let mut things = RunWriter::create(store, "things")?;
    let mut intervals = RunWriter::create(store, "intervals")?;
    let mut graph = GraphWriter::default();
    let mut index = IndexWriter::default();
    let mut hashes: Vec<u64> = Vec::new();
    let mut pending: Vec<PendingEdge> = Vec::new();
    let mut attachments: Vec<(u64, u32)> = Vec::new();
    let mut references: Vec<(u64, String)> = Vec::new();
    let mut manifest = Manifest::default();
    let (send, done) = std::sync::mpsc::sync_channel(1);
    let grouping = || -> Result<(), BuildError> {
        let numbers: Vec<usize> = (0..PARTITIONS).collect();
        for window in numbers.chunks(rayon::current_num_threads()) {
            let parts: Vec<Grouped> = window
                .par_iter()
                .map(|&number| {
                    let bytes = spill.read(number)?;
                    let grouped = group(items(&bytes), items(&guests[number]), &context);
                    spill.remove(number);
                    progress.advance(1, 0);
                    grouped
                })
                .collect::<Result<_, BuildError>>()?;
            if send.send(parts).is_err() {
                // The writer has failed and says why.
                break;
            }
        }
        drop(send);
        Ok(())
    };
    let writing = || -> Result<(), BuildError> {
        for mut part in done.into_iter().flatten() {
            let (first_thing, first_interval) = (things.count(), intervals.count());
            things.append(&part.things)?;
            intervals.append(&part.intervals)?;
            part.parties.drain(..).for_each(|party| graph.party(party));
            index.append(first_thing, part.words);
            hashes.append(&mut part.thing_hashes);
            let terms: Vec<u32> = part.terms.iter().map(|terms| graph.terms(terms)).collect();
            pending.extend(part.edges.into_iter().map(|edge| PendingEdge {
                interval: edge.interval + first_interval,
                terms: terms[edge.terms as usize],
                ..edge
            }));
            references.extend(part.references);
            let ends = part.attachments.into_iter();
            attachments.extend(ends.map(|(thing, interval)| (thing, interval + first_interval)));
            read.issues.merge(part.issues);
            *manifest.counts.entry("statements".into()).or_default() += part.statements;
            for (schema, count) in part.schemata {
                *manifest.counts.entry(format!("schema.{schema}")).or_default() += count;
            }
        }
        Ok(())
    };
    // Grouping the next partitions goes on while the last ones are written.
    std::thread::scope(|scope| {
        let pool = &pool;
        let grouped = scope.spawn(move || pool.install(grouping));
        let written = writing();
        match grouped.join() {
            Ok(grouped) => grouped.and(written),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })?;
    let ends: Vec<Option<(u32, u32)>> = pool.install(|| {
        let number = |hash: u64| find(&hashes, hash);
        pending.par_iter().map(|edge| Some((number(edge.holder)?, number(edge.subject)?))).collect()
    });
    let (mut lost, mut own) = (0u64, 0u64);
    for (edge, ends) in pending.into_iter().zip(ends) {
        let Some((holder, subject)) = ends else {
            lost += 1;
            continue;
        };
        own += u64::from(holder == subject);
        graph.edge(NewEdge {
            subject,
            holder,
            interval: edge.interval,
            terms: edge.terms,
            start: edge.start,
            end: edge.end,
            files: edge.files,
        });
    }
    for (thing, value) in references {
        if let Some(thing) = find(&hashes, thing) {
            index.identifier(thing, &value);
        }
    }
    for (thing, interval) in attachments {
        if let Some(thing) = find(&hashes, thing) {
            graph.attach(thing, interval);
        }
    }
    let counts = [
        ("things", u64::from(things.count())),
        ("relationships", graph.edge_count() as u64),
        ("intervals", u64::from(intervals.count())),
        ("referents", resolution.links.len() as u64),
        ("edges_without_end", lost),
        ("self_ownership", own),
    ];
    manifest.counts.extend(counts.map(|(name, count)| (name.to_owned(), count)));
    things.finish(store)?;
    intervals.finish(store)?;
    drop(hashes);
    pool.install(|| graph.finish(store))?;
    pool.install(|| index.finish(store))?;
    Ok(manifest)
}

/// The place of a hash among sorted ones. Hashes are spread evenly, so the search starts where the
/// hash would stand if they were spread perfectly.
fn find(hashes: &[u64], hash: u64) -> Option<u32> {
    let guess = ((u128::from(hash) * hashes.len() as u128) >> 64) as usize;
    let mut step = 32;
    let (mut low, mut high) = (guess, guess);
    while low > 0 && hashes[low.min(hashes.len() - 1)] > hash {
        low = low.saturating_sub(step);
        step *= 2;
    }
    while high < hashes.len() && hashes[high] < hash {
        high = (high + step).min(hashes.len());
        step *= 2;
    }
    let at = hashes.get(low..(high + 1).min(hashes.len()))?.binary_search(&hash).ok()?;
    Some((low + at) as u32)
}

/// The spilled items whose entity has another canonical id, by the partition of that id.
fn collect_moved(spill: &Spill, moved: &Moved<'_>) -> Result<Vec<Vec<u8>>, BuildError> {
    let mut guests = vec![Vec::new(); PARTITIONS];
    if moved.is_empty() {
        return Ok(guests);
    }
    let found: Vec<Vec<(usize, Vec<u8>)>> = (0..PARTITIONS)
        .into_par_iter()
        .map(|number| {
            let bytes = spill.read(number)?;
            let mut found = Vec::new();
            for item in items(&bytes) {
                if let Some((_, canonical)) = moved.get(&item.hash) {
                    let mut one = Vec::new();
                    put_item(&mut one, item);
                    found.push((partition(id_hash(canonical)), one));
                }
            }
            Ok(found)
        })
        .collect::<Result<_, BuildError>>()?;
    for (target, item) in found.into_iter().flatten() {
        guests[target].extend_from_slice(&item);
    }
    Ok(guests)
}

fn data_as_of(read: &Ingested) -> String {
    let dates = read.files.iter().filter(|file| file.refused.is_none());
    let latest = dates.filter_map(|file| file.data_date).max_by_key(|date| date.earliest());
    latest.map_or_else(String::new, |date| date.earliest().to_string())
}

fn datasets(
    sources: &[&'static cuibono_sources::Dataset],
    entries: &[InputEntry],
) -> Vec<DatasetEntry> {
    let mut datasets: BTreeMap<&str, DatasetEntry> = BTreeMap::new();
    for (source, entry) in sources.iter().zip(entries) {
        let dataset = datasets.entry(source.id).or_insert_with(|| DatasetEntry {
            id: source.id.to_owned(),
            title: source.title.to_owned(),
            title_uk: source.title_uk.to_owned(),
            publisher: source.publisher.to_owned(),
            url: source.url.to_owned(),
            licence: source.licence.to_owned(),
            attribution: source.attribution.to_owned(),
            restrictions: source.restrictions.to_owned(),
            is_bulk_export_allowed: source.is_bulk_export_allowed,
            records: 0,
        });
        dataset.records += entry.records;
    }
    datasets.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessing_finds_what_halving_finds() {
        let mut state = 7u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            state ^ state >> 29
        };
        for length in [0usize, 1, 2, 3, 50, 1000] {
            let mut hashes: Vec<u64> = (0..length).map(|_| next()).collect();
            // Clustered hashes must only be slower.
            hashes.extend((0..length as u64 / 2).map(|n| u64::MAX - n * 3));
            hashes.sort_unstable();
            hashes.dedup();
            for asked in
                hashes.clone().into_iter().chain((0..200).map(|_| next())).chain([0, u64::MAX])
            {
                let halving = hashes.binary_search(&asked).ok().map(|at| at as u32);
                assert_eq!(find(&hashes, asked), halving, "{asked} of {length}");
            }
        }
    }
}
