//! Reading and mapping records on all cores.

use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};

use cuibono_entities::id_hash;
use cuibono_model::{Emitter, Fragment, Part, PartialDate, PropertyType, schemata};
use cuibono_read::{Chunk, Frames, Limits, ReadError};
use cuibono_resolve::{Key, PersonWords};
use cuibono_sources::{Mapper, Plan};

use crate::issues::Ledger;
use crate::plan::Input;
use crate::spill::{Item, Kind, Spill, SpillWriter};
use crate::{BuildError, Progress};

/// What reading one file came to.
#[derive(Clone, Default, Debug)]
pub(crate) struct FileResult {
    pub(crate) records: u64,
    pub(crate) declared_total: Option<u64>,
    pub(crate) data_date: Option<PartialDate>,
    /// Why it was refused, if it was.
    pub(crate) refused: Option<String>,
}

/// What reading came to.
pub(crate) struct Ingested {
    pub(crate) files: Vec<FileResult>,
    /// Identity keys with the file they come from.
    pub(crate) keys: Vec<(u16, Key)>,
    /// The words of the names of persons who carry keys.
    pub(crate) words: PersonWords,
    pub(crate) issues: Ledger,
}

enum Job {
    Map { file: u16, chunk: Chunk, mapper: Arc<dyn Mapper> },
    Route { file: u16, emitter: Box<Emitter> },
}

/// Reads every input into the spill. With `keep_going` a file that breaks is refused as a whole and
/// the others go on; without it the first one fails the build.
pub(crate) fn ingest(
    inputs: Vec<Input>,
    spill: &Spill,
    threads: usize,
    keep_going: bool,
    limits: &Limits,
    progress: &dyn Progress,
) -> Result<Ingested, BuildError> {
    let may_dangle: Vec<bool> = inputs.iter().map(|input| input.source.may_dangle()).collect();
    let names: Vec<String> = inputs.iter().map(|input| input.member.name.clone()).collect();
    let count = inputs.len();
    let (send, receive) = sync_channel::<Job>(threads * 2);
    let receive = Mutex::new(receive);
    let is_broken = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let done = Worker::new(spill, &may_dangle, &names).run(&receive, progress);
                    if done.is_err() {
                        is_broken.store(true, Ordering::Relaxed);
                        // Whoever sends must not wait for a worker that is gone.
                        while next(&receive).is_some() {}
                    }
                    done
                })
            })
            .collect();
        let reading = read_all(inputs, &send, &is_broken, keep_going, limits, progress);
        drop(send);
        let mut all = Ingested {
            files: vec![FileResult::default(); count],
            keys: Vec::new(),
            words: PersonWords::new(),
            issues: Ledger::default(),
        };
        let mut failed = None;
        for worker in workers {
            match worker.join() {
                Ok(Ok(part)) => {
                    for (file, more) in all.files.iter_mut().zip(part.files) {
                        file.records += more.records;
                        file.declared_total = file.declared_total.max(more.declared_total);
                        file.data_date = file.data_date.max(more.data_date);
                    }
                    all.keys.extend(part.keys);
                    for (id, words) in part.words {
                        all.words.entry(id).or_default().extend(words);
                    }
                    all.issues.merge(part.issues);
                }
                Ok(Err(error)) => failed = Some(error),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        if let Some(error) = failed {
            return Err(error);
        }
        for (file, (date, refused)) in all.files.iter_mut().zip(reading?) {
            file.data_date = file.data_date.or(date);
            file.refused = refused;
        }
        Ok(all)
    })
}

type ReadOutcome = (Option<PartialDate>, Option<String>);

/// Reads the files one after the other and sends their chunks.
fn read_all(
    inputs: Vec<Input>,
    send: &SyncSender<Job>,
    is_broken: &AtomicBool,
    keep_going: bool,
    limits: &Limits,
    progress: &dyn Progress,
) -> Result<Vec<ReadOutcome>, BuildError> {
    let mut outcomes = Vec::new();
    for (number, input) in inputs.into_iter().enumerate() {
        let file = number as u16;
        let dataset = input.source.dataset().id;
        let name = input.member.name.clone();
        let data_date = match &input.plan {
            Plan::Records { data_date, .. } | Plan::Whole { data_date, .. } => *data_date,
            Plan::Companion => None,
        };
        let packed = input.member.packed_bytes;
        match read_one(input, file, send, is_broken, limits) {
            Ok(()) => outcomes.push((data_date, None)),
            Err(source) if keep_going => {
                progress.warn(&format!("{dataset}: {source}; `{name}` is left out"));
                outcomes.push((None, Some(source.to_string())));
            }
            Err(source) => return Err(BuildError::Read { dataset: dataset.to_owned(), source }),
        }
        progress.advance(packed, 0);
        if is_broken.load(Ordering::Relaxed) {
            break;
        }
    }
    Ok(outcomes)
}

fn read_one(
    input: Input,
    file: u16,
    send: &SyncSender<Job>,
    is_broken: &AtomicBool,
    limits: &Limits,
) -> Result<(), ReadError> {
    match input.plan {
        Plan::Records { framing, skip, mapper, .. } => {
            let mapper: Arc<dyn Mapper> = Arc::from(mapper);
            let mut frames = Frames::new(&input.member, framing, skip, limits)?;
            while let Some(chunk) = frames.next_chunk()? {
                let job = Job::Map { file, chunk, mapper: Arc::clone(&mapper) };
                if is_broken.load(Ordering::Relaxed) || send.send(job).is_err() {
                    break;
                }
            }
        }
        Plan::Whole { reader, .. } => {
            reader.read(&input.member, &input.beside, limits, &mut |emitter| {
                // A send fails only when every worker is gone, which they report themselves.
                let _ = send.send(Job::Route { file, emitter: Box::new(emitter) });
            })?;
        }
        Plan::Companion => {}
    }
    input.member.check_unchanged()
}

fn next(receive: &Mutex<Receiver<Job>>) -> Option<Job> {
    receive.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv().ok()
}

/// The words of a name in every reading, as hashes.
fn name_words(name: &str) -> impl Iterator<Item = u64> {
    cuibono_text::index_tokens(name).into_iter().map(|word| id_hash(&word))
}

struct Worker<'s> {
    writer: SpillWriter<'s>,
    may_dangle: &'s [bool],
    names: &'s [String],
    part: Ingested,
}

impl<'s> Worker<'s> {
    fn new(spill: &'s Spill, may_dangle: &'s [bool], names: &'s [String]) -> Worker<'s> {
        let part = Ingested {
            files: vec![FileResult::default(); may_dangle.len()],
            keys: Vec::new(),
            words: PersonWords::new(),
            issues: Ledger::default(),
        };
        Worker { writer: SpillWriter::new(spill), may_dangle, names, part }
    }

    fn run(
        mut self,
        receive: &Mutex<Receiver<Job>>,
        progress: &dyn Progress,
    ) -> Result<Ingested, BuildError> {
        while let Some(job) = next(receive) {
            let (file, emitter) = match job {
                Job::Map { file, chunk, mapper } => (file, self.map(file, &chunk, &*mapper)?),
                Job::Route { file, emitter } => (file, *emitter),
            };
            progress.advance(0, emitter.records());
            self.route(file, emitter)?;
        }
        self.writer.finish()?;
        Ok(self.part)
    }

    /// Maps a chunk. A mapper that panics is a fault of ours, not of the file; the build then ends
    /// with the place instead of waiting for a worker that is gone.
    fn map(&self, file: u16, chunk: &Chunk, mapper: &dyn Mapper) -> Result<Emitter, BuildError> {
        std::panic::catch_unwind(AssertUnwindSafe(|| {
            let mut emitter = Emitter::new();
            mapper.map(chunk, &mut emitter);
            emitter
        }))
        .map_err(|_| BuildError::Mapping {
            name: self.names[file as usize].clone(),
            record: chunk.first_record,
        })
    }

    fn route(&mut self, file: u16, emitter: Emitter) -> Result<(), BuildError> {
        let result = &mut self.part.files[file as usize];
        result.records += emitter.records();
        result.declared_total = result.declared_total.max(emitter.declared_total());
        result.data_date = result.data_date.max(emitter.declared_date());
        for fragment in emitter.keyed() {
            let is_person = fragment.schema.is_a(schemata::PERSON);
            for part in fragment.parts() {
                match part {
                    Part::Key(key) => {
                        let (value, id) = (key.value.to_owned(), fragment.id.to_owned());
                        self.part.keys.push((file, Key { scheme: key.scheme, value, id }));
                    }
                    Part::Claim(claim)
                        if is_person && claim.property.kind() == PropertyType::Name =>
                    {
                        let words = self.part.words.entry(fragment.id.to_owned()).or_default();
                        words.extend(name_words(claim.value));
                    }
                    _ => {}
                }
            }
        }
        for fragment in Fragment::read_all(emitter.bytes()) {
            let kind = if fragment.schema.is_interval() { Kind::Interval } else { Kind::Thing };
            let hash = id_hash(fragment.id);
            self.writer.put(Item { file, kind, hash, raw: fragment.raw })?;
            if self.may_dangle[file as usize] {
                for part in fragment.parts() {
                    if let Part::Interest(holder, subject, _) = part {
                        for id in [holder, subject] {
                            let (kind, hash) = (Kind::Reference, id_hash(id));
                            self.writer.put(Item { file, kind, hash, raw: id.as_bytes() })?;
                        }
                    }
                }
            }
        }
        let (_, issues) = emitter.into_parts();
        for issue in issues {
            self.part.issues.add(file, issue);
        }
        Ok(())
    }
}
