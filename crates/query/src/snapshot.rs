//! One open store with its readers.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use cuibono_entities::{Entities, EntityRecord, Place};
use cuibono_graph::Graph;
use cuibono_index::Index;
use cuibono_model::{Day, PartialDate, PartyClass, Ratio};
use cuibono_store::{Manifest, Store, StoreError};

use crate::captions::Lang;
use crate::view::RecordView;

/// The dates, threshold and language of a question.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Question {
    /// The day the question is about; the date of the data when `None`.
    pub as_of: Option<Day>,
    /// Only what had been published by that day; everything when `None`.
    pub known_on: Option<Day>,
    /// More than this counts, as a fraction of 1.
    pub threshold: Ratio,
    /// Language of captions.
    pub lang: Lang,
}

impl Default for Question {
    fn default() -> Question {
        Question { as_of: None, known_on: None, threshold: Ratio::QUARTER, lang: Lang::En }
    }
}

/// Issues of one kind in one dataset.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IssueCount {
    /// Dataset id.
    pub dataset: String,
    /// Kind, e.g. `bad_date`.
    pub kind: String,
    /// How many.
    pub count: u64,
}

/// The kept issues never unpack to more than this, whatever their bytes say.
const ISSUES_BYTES_MAX: u64 = 1 << 30;

/// An open, verified, immutable store. Answers of one snapshot belong together.
#[derive(Debug)]
pub struct Snapshot {
    pub(crate) store: Store,
    pub(crate) entities: Entities,
    pub(crate) graph: Graph,
    pub(crate) index: Index,
    /// The date of each input file.
    pub(crate) file_dates: Vec<Option<PartialDate>>,
    /// For each file the date of the next later file of its dataset: what it stated and that one
    /// does not was no longer stated from then on.
    pub(crate) superseded: Vec<Option<PartialDate>>,
    pub(crate) has_company_register: bool,
}

impl Snapshot {
    /// Opens a store and verifies every byte of it.
    ///
    /// # Errors
    /// No store, another format, or damage.
    pub fn open(path: &Path) -> Result<Snapshot, StoreError> {
        let store = Store::open(path)?;
        let entities = Entities::open(&store)?;
        let graph = Graph::open(&store, entities.things.len())?;
        let index = Index::open(&store, entities.things.len())?;
        let inputs = &store.manifest().inputs;
        let file_dates: Vec<Option<PartialDate>> =
            inputs.iter().map(|input| PartialDate::parse(&input.data_date)).collect();
        let superseded = inputs
            .iter()
            .zip(&file_dates)
            .map(|(input, date)| {
                let later = inputs.iter().zip(&file_dates).filter(|(other, other_date)| {
                    other.dataset == input.dataset && date.is_some() && **other_date > *date
                });
                later.filter_map(|(_, date)| *date).min()
            })
            .collect();
        let has_company_register =
            store.manifest().datasets.iter().any(|d| d.id == "gb_coh_companies" && d.records > 0);
        Ok(Snapshot { store, entities, graph, index, file_dates, superseded, has_company_register })
    }

    /// What the store holds.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        self.store.manifest()
    }

    /// The digest that names this snapshot.
    #[must_use]
    pub fn digest(&self) -> &str {
        self.store.digest()
    }

    /// How many parties and things there are; their numbers run from 0.
    #[must_use]
    pub fn thing_count(&self) -> u32 {
        self.graph.len()
    }

    /// What kind of party stands at a number; unknown out of range.
    #[must_use]
    pub fn class(&self, thing: u32) -> PartyClass {
        self.graph.party(thing).class
    }

    /// The canonical id of a party or thing.
    ///
    /// # Errors
    /// The number is out of range or the store is damaged.
    pub fn id_of(&self, thing: u32) -> Result<String, StoreError> {
        Ok(self.entities.things.get(thing)?.id)
    }

    /// Whether a newer one has been published.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        self.store.is_outdated()
    }

    /// The latest date any input speaks of.
    #[must_use]
    pub fn data_as_of(&self) -> Option<Day> {
        PartialDate::parse(&self.manifest().data_as_of).map(PartialDate::earliest)
    }

    /// The day a question is about.
    pub(crate) fn day(&self, question: &Question) -> Day {
        question.as_of.or_else(|| self.data_as_of()).unwrap_or(Day::MAX)
    }

    /// Checks everything that opening leaves out: every entity, every reference, every posting.
    ///
    /// # Errors
    /// The first contradiction, with the section.
    pub fn verify(&self) -> Result<(), StoreError> {
        self.store.verify_checksums()?;
        self.graph.verify(&self.store, self.entities.intervals.len())?;
        self.index.verify(&self.store)?;
        let files = self.manifest().inputs.len();
        for (run, name) in
            [(&self.entities.things, "things"), (&self.entities.intervals, "intervals")]
        {
            run.each::<StoreError>(&mut |number, entity| {
                let bad = |what: &str| {
                    Err(self
                        .store
                        .corrupt(&format!("{name}.blocks"), format!("{}: {what}", entity.id)))
                };
                if run.hash(number) != Some(cuibono_entities::id_hash(&entity.id)) {
                    return bad("does not have the hash of its id");
                }
                if entity.places.iter().any(|place| place.file as usize >= files) {
                    return bad("rests on a file that is not in the manifest");
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// The issues of the build, counted.
    #[must_use]
    pub fn issue_counts(&self) -> Vec<IssueCount> {
        let issues: &BTreeMap<String, BTreeMap<String, u64>> = &self.manifest().issues;
        issues
            .iter()
            .flat_map(|(dataset, kinds)| {
                kinds.iter().map(|(kind, count)| IssueCount {
                    dataset: dataset.clone(),
                    kind: kind.clone(),
                    count: *count,
                })
            })
            .collect()
    }

    /// The kept issues as JSON lines; of each kind in a file the first thousand.
    ///
    /// # Errors
    /// The section is missing or damaged.
    pub fn issue_lines(&self) -> Result<String, StoreError> {
        let section = self.store.section("issues.jsonl.zst")?;
        let corrupt = |what: String| self.store.corrupt("issues.jsonl.zst", what);
        let mut bytes = Vec::new();
        zstd::stream::read::Decoder::new(section.bytes())
            .and_then(|unpacked| unpacked.take(ISSUES_BYTES_MAX).read_to_end(&mut bytes))
            .map_err(|e| corrupt(format!("cannot be unpacked ({e})")))?;
        String::from_utf8(bytes).map_err(|_| corrupt("is not text".into()))
    }

    /// A place as people read it.
    pub(crate) fn record(&self, place: Place) -> RecordView {
        let input = self.manifest().inputs.get(place.file as usize);
        RecordView {
            dataset: input.map_or_else(String::new, |input| input.dataset.clone()),
            file: input.map_or_else(String::new, |input| input.name.clone()),
            record: place.record,
            byte: place.byte,
        }
    }

    pub(crate) fn records(&self, entity: &EntityRecord) -> Vec<RecordView> {
        entity.places.iter().map(|place| self.record(*place)).collect()
    }
}
