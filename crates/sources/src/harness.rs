//! Test help: reads a file through its source's own plan, as the build does, and gathers what came.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cuibono_model::{Fragment, Issue, IssueKind, Part, Property, Schema};
use cuibono_read::{Chunk, Frames, Limits, Member, discover};

use crate::{Head, Plan, recognise};

/// A claim: property, value, original, language.
pub(crate) type Claim = (Property, String, String, String);

/// What a file said.
#[derive(Default, Debug)]
pub(crate) struct Got {
    pub(crate) dataset: &'static str,
    pub(crate) records: u64,
    pub(crate) date: String,
    pub(crate) issues: Vec<Issue>,
    /// Schema of each entity; the most specific where records differ.
    pub(crate) schemata: BTreeMap<String, Schema>,
    pub(crate) claims: BTreeMap<String, BTreeSet<Claim>>,
    /// `Id un-sc-…` and so on, by entity.
    pub(crate) keys: BTreeMap<String, BTreeSet<String>>,
    /// Holder, subject and terms of relationships, by entity.
    pub(crate) interests: BTreeMap<String, String>,
    /// Entities that two records describe with schemata that exclude each other.
    pub(crate) conflicts: Vec<String>,
}

impl Got {
    fn take(&mut self, out: cuibono_model::Emitter) {
        self.records += out.records();
        if let Some(date) = out.declared_date() {
            self.date = date.to_string();
        }
        let (bytes, issues) = out.into_parts();
        self.issues.extend(issues);
        for fragment in Fragment::read_all(&bytes) {
            self.take_fragment(&fragment);
        }
    }

    fn take_fragment(&mut self, fragment: &Fragment<'_>) {
        let id = fragment.id.to_owned();
        let schema = self.schemata.entry(id.clone()).or_insert(fragment.schema);
        match schema.merge(fragment.schema) {
            Some(merged) => *schema = merged,
            None => self.conflicts.push(id.clone()),
        }
        for part in fragment.parts() {
            match part {
                Part::Claim(c) => {
                    assert!(fragment.schema.has(c.property), "{id}: {:?}", c.property);
                    assert!(!c.value.trim().is_empty());
                    let claim = (c.property, c.value.into(), c.original.into(), c.lang.to_owned());
                    self.claims.entry(id.clone()).or_default().insert(claim);
                }
                Part::Key(k) => {
                    let key = format!("{:?} {}", k.scheme, k.value);
                    self.keys.entry(id.clone()).or_default().insert(key);
                }
                Part::Interest(holder, subject, terms) => {
                    let first = &terms.interests[0];
                    let text = format!("{holder} {subject} {:?} {:?}", first.kind, first.share);
                    self.interests.insert(id.clone(), text);
                }
            }
        }
    }

    /// Entities by schema name.
    pub(crate) fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for schema in self.schemata.values() {
            *counts.entry(schema.name()).or_default() += 1;
        }
        counts
    }

    /// Issues by kind and field.
    pub(crate) fn issue_counts(&self) -> BTreeMap<(&'static str, &str), usize> {
        let mut counts = BTreeMap::new();
        for issue in &self.issues {
            *counts.entry((issue.kind.name(), issue.field.as_str())).or_default() += 1;
        }
        counts
    }

    /// How many issues of a kind there are.
    pub(crate) fn issues_of(&self, kind: IssueKind) -> usize {
        self.issues.iter().filter(|issue| issue.kind == kind).count()
    }

    /// The values of a property of an entity, sorted.
    pub(crate) fn values(&self, id: &str, property: Property) -> Vec<&str> {
        let claims = self.claims.get(id).into_iter().flatten();
        claims.filter(|c| c.0 == property).map(|c| c.1.as_str()).collect()
    }

    /// The keys of an entity.
    pub(crate) fn keys_of(&self, id: &str) -> Vec<&str> {
        self.keys.get(id).into_iter().flatten().map(String::as_str).collect()
    }
}

/// Reads one member; the others of its folder are beside it. `None` for a companion.
pub(crate) fn read_member(member: &Member, beside: &[Member]) -> Option<Got> {
    let limits = Limits::default();
    let bytes = member.head(Head::BYTES, &limits).unwrap();
    let head = Head { name: member.stem.clone(), bytes };
    let (source, plan) = recognise(&head).unwrap_or_else(|| panic!("{}: nobody's", member.name));
    let mut got = Got { dataset: source.dataset().id, ..Got::default() };
    match plan {
        Plan::Records { framing, skip, mapper, .. } => {
            let mut frames = Frames::new(member, framing, skip, &limits).unwrap();
            while let Some(chunk) = frames.next_chunk().unwrap() {
                let mut out = cuibono_model::Emitter::new();
                mapper.map(&chunk, &mut out);
                got.take(out);
            }
        }
        Plan::Whole { reader, .. } => {
            reader.read(member, beside, &limits, &mut |out| got.take(out)).unwrap();
        }
        Plan::Companion => return None,
    }
    Some(got)
}

/// Reads a file of a folder.
pub(crate) fn read_path(path: &Path) -> Got {
    let limits = Limits::default();
    let member = discover(path, &limits).unwrap().remove(0);
    let folder = path.parent().unwrap();
    let beside: Vec<Member> = discover(folder, &limits)
        .unwrap()
        .into_iter()
        .filter(|other| other.path != member.path)
        .collect();
    read_member(&member, &beside).expect("a companion")
}

/// Reads text as a file of that name, alone in its folder.
pub(crate) fn read_text(name: &str, bytes: &[u8]) -> Got {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    read_path(&path)
}

/// A real register file beside the repository; `None`, said aloud, where it is absent.
pub(crate) fn register(path: &str) -> Option<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/registers");
    let path = Path::new(root).join(path);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{} is absent", path.display());
    eprintln!("skipped: {} is absent", path.display());
    None
}

/// Maps bytes with the plan that `head` is recognised by; only that it ends matters.
pub(crate) fn survive(head: &Head, bytes: &[u8]) {
    let Some((_, plan)) = recognise(head) else { return };
    match plan {
        Plan::Records { mapper, .. } => {
            let mut out = cuibono_model::Emitter::new();
            mapper.map(&Chunk::of(bytes), &mut out);
        }
        Plan::Whole { reader, .. } => {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(&head.name);
            std::fs::write(&path, bytes).unwrap();
            let members = discover(&path, &Limits::default()).unwrap_or_default();
            for member in &members {
                let _ = reader.read(member, &[], &Limits::default(), &mut |_| {});
            }
        }
        Plan::Companion => {}
    }
}
