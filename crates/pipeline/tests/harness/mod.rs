//! What must hold for any bytes, each as one function: used by the tests here on committed seeds and
//! by the fuzz targets on whatever they think of. A function panics when it does not hold.

#![allow(dead_code, unreachable_pub, reason = "each user needs some of them")]

use std::io::Read;
use std::path::{Path, PathBuf};

use cuibono_pipeline::{BuildOptions, InputPath, Silent, build};
use cuibono_query::{Found, Lang, Question, SearchOptions, Snapshot};
use cuibono_read::{Columns, Frames, Framing, Limits, Member, discover, elements, rows};
use cuibono_store::{Checksum, Manifest};

/// Limits small enough that a few kilobytes can pass them.
pub fn limits() -> Limits {
    Limits {
        unpacked_bytes_max: 4 << 20,
        ratio_max: 100,
        ratio_free_bytes: 1 << 16,
        record_bytes_max: 1 << 16,
        chunk_bytes: 97,
        xml_record_bytes_max: 1 << 16,
        ..Limits::default()
    }
}

/// A folder that goes with the test; in memory where the system has such a place, because every
/// published store is brought to disk.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.or_else(|_| tempfile::tempdir()).expect("a folder")
}

fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

fn member(folder: &Path, bytes: &[u8]) -> Option<Member> {
    // A first byte keeps the file from being taken for an archive.
    let path = file(folder, "any", bytes);
    let members = discover(&path, &limits()).ok()?;
    members.into_iter().next()
}

type Cells = Vec<(u64, u64, Vec<String>)>;

fn csv_cells(member: &Member, chunk_bytes: usize) -> Option<Cells> {
    let limits = Limits { chunk_bytes, ..limits() };
    let mut frames = Frames::new(member, Framing::Csv, 0, &limits).ok()?;
    let columns = Columns::by_position(8);
    let mut out = Vec::new();
    while let Some(chunk) = frames.next_chunk().ok()? {
        rows(&chunk, &columns, &mut |row| {
            let cells = (0..8).map(|at| row.get(at).into_owned()).collect();
            out.push((row.record, row.byte, cells));
        });
    }
    Some(out)
}

/// CSV: however the file is cut into chunks, the same rows at the same places, rising.
pub fn csv(bytes: &[u8]) {
    let folder = self::folder();
    let Some(member) = member(folder.path(), bytes) else { return };
    let (Some(small), Some(large)) = (csv_cells(&member, 7), csv_cells(&member, 1 << 20)) else {
        return;
    };
    assert_eq!(small, large);
    assert!(small.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
}

/// JSON: every object that the frames give starts where they say, and what the whole file is when it
/// is one document or JSON lines comes out whole.
pub fn json(bytes: &[u8]) {
    let folder = self::folder();
    let Some(member) = member(folder.path(), bytes) else { return };
    let Ok(mut frames) = Frames::new(&member, Framing::Json, 0, &limits()) else { return };
    let (mut last, mut got) = (None, Vec::new());
    while let Ok(Some(chunk)) = frames.next_chunk() {
        for (record, byte, line) in chunk.lines() {
            assert!(last < Some((record, byte)), "{record} {byte}");
            last = Some((record, byte));
            let at = usize::try_from(byte).expect("small");
            assert_eq!(bytes.get(at), Some(&b'{'));
            assert_eq!(line.first(), Some(&b'{'));
            got.push(line.to_vec());
        }
    }
    let parsed: Result<Vec<serde_json::Value>, _> =
        serde_json::Deserializer::from_slice(bytes).into_iter().collect();
    let Ok(values) = parsed else { return };
    if !values.is_empty() && values.iter().all(serde_json::Value::is_object) {
        let framed: Vec<serde_json::Value> =
            got.iter().map(|line| serde_json::from_slice(line).expect("an object")).collect();
        assert_eq!(framed, values);
    }
}

/// XML: a tree or a typed refusal; never deeper or larger than the limits.
pub fn xml(bytes: &[u8]) {
    fn depth(element: &cuibono_read::Element) -> usize {
        1 + element.children.iter().map(depth).max().unwrap_or(0)
    }
    let folder = self::folder();
    let Some(member) = member(folder.path(), bytes) else { return };
    let limits = limits();
    let mut last = 0;
    let _ = elements(&member, &["INDIVIDUAL", "R"], &limits, &mut |record, _, element| {
        assert!(record == 0 || record == last + 1);
        last = record;
        assert!(depth(element) <= limits.xml_depth_max);
    });
}

/// Archives and packed files: never more out of them than the limits say.
pub fn archive(bytes: &[u8]) {
    let folder = self::folder();
    let path = file(folder.path(), "any.zip", bytes);
    let Ok(members) = discover(&path, &limits()) else { return };
    for member in members {
        let Ok(reader) = member.open(&limits()) else { continue };
        let mut count = 0u64;
        let cap = limits().ratio_free_bytes.max(bytes.len() as u64 * limits().ratio_max);
        let mut buffer = [0u8; 4096];
        let mut reader = reader.take(cap * 2);
        while let Ok(read @ 1..) = reader.read(&mut buffer) {
            count += read as u64;
        }
        assert!(count <= cap + 4096, "{} gave {count} bytes", member.name);
    }
}

/// A register file: the build refuses it with a reason or makes a store that is sound and answers.
/// Returns what it said, for tests that want to know which.
pub fn register(name: &str, bytes: &[u8]) -> Result<Manifest, String> {
    let folder = self::folder();
    let input = file(folder.path(), name, bytes);
    register_files(&input, folder.path())
}

/// As [`register`] for files that stand already.
pub fn register_files(input: &Path, folder: &Path) -> Result<Manifest, String> {
    let store = folder.join("store");
    let options = BuildOptions { threads: 2, limits: limits(), ..BuildOptions::default() };
    let paths = [InputPath { path: input.to_owned(), dataset: None }];
    match build(&store, &paths, &options, &Silent) {
        Ok(report) => {
            let snapshot = Snapshot::open(&store).expect("what was published opens");
            snapshot.verify().expect("what was published is sound");
            questions(&snapshot);
            let inputs = &snapshot.manifest().inputs;
            assert!(!inputs.is_empty());
            Ok(report.manifest)
        }
        Err(error) => {
            assert!(!store.exists(), "a build that failed left something");
            let text = error.to_string();
            assert!(!text.is_empty());
            Err(text)
        }
    }
}

/// Asks a snapshot everything. Errors are fine, panics are not.
pub fn questions(snapshot: &Snapshot) {
    let options = SearchOptions { limit: 20, ..SearchOptions::default() };
    let mut ids: Vec<String> = Vec::new();
    for text in ["limited", "a", "Ltd company", "00000001", "TST100001", ""] {
        if let Ok(hits) = snapshot.search(text, &options) {
            ids.extend(hits.into_iter().map(|hit| hit.party.id));
        }
    }
    ids.sort();
    ids.dedup();
    ids.truncate(6);
    let _ = snapshot.issue_lines();
    let question = Question::default();
    for id in &ids {
        let Ok(found) = snapshot.find(id, Lang::Uk) else { continue };
        let _ = snapshot.show(&found, Lang::En);
        if let Found::Thing(thing) = found {
            if let Ok(answer) = snapshot.owners(thing, &question) {
                for owner in &answer.owners {
                    let (min, max) = (owner.cash_flow.min, owner.cash_flow.max);
                    assert!((0.0..=1.0).contains(&min) && min <= max && max <= 1.0, "{min} {max}");
                }
            }
            let _ = snapshot.holdings(thing, &question);
        }
    }
}

/// A small published store, to be damaged by [`forged`].
pub struct Forge {
    folder: tempfile::TempDir,
    manifest: Manifest,
    sections: Vec<(String, Vec<u8>)>,
}

impl Forge {
    /// Builds it from a register file.
    pub fn new(name: &str, bytes: &[u8]) -> Forge {
        let folder = self::folder();
        let input = file(folder.path(), name, bytes);
        let store = folder.path().join("store");
        let paths = [InputPath { path: input, dataset: None }];
        let options = BuildOptions { threads: 1, ..BuildOptions::default() };
        let report = build(&store, &paths, &options, &Silent).expect("a sound file");
        let generation = store.join(format!("g-{}", &report.digest[..16]));
        let text = std::fs::read(generation.join("manifest.json")).expect("a manifest");
        let manifest: Manifest = serde_json::from_slice(&text).expect("a manifest");
        let sections = manifest.sections.iter().map(|section| {
            let bytes = std::fs::read(generation.join(&section.name)).expect("a section");
            (section.name.clone(), bytes)
        });
        let sections = sections.collect();
        Forge { folder, manifest, sections }
    }

    /// How many sections there are.
    pub fn len(&self) -> usize {
        self.sections.len()
    }

    /// Changes sections as `edits` say, repairs every checksum and asks the result everything. Edits
    /// are five bytes each: section, place (two), what to do, value.
    pub fn forged(&self, edits: &[u8]) {
        let mut sections = self.sections.clone();
        for edit in edits.chunks_exact(5) {
            let count = sections.len();
            let bytes = &mut sections[usize::from(edit[0]) % count].1;
            let place = usize::from(u16::from_le_bytes([edit[1], edit[2]]));
            let at = place % bytes.len().max(1);
            match edit[3] % 6 {
                0 if !bytes.is_empty() => bytes[at] = edit[4],
                1 if !bytes.is_empty() => bytes[at] ^= 1 << (edit[4] % 8),
                2 => bytes.truncate(at),
                3 => bytes.extend(std::iter::repeat_n(edit[4], place % 64)),
                4 => bytes.iter_mut().skip(at).take(8).for_each(|byte| *byte = edit[4]),
                _ => {
                    let end = (at + 16).min(bytes.len());
                    bytes.extend_from_within(at.min(end)..end);
                }
            }
        }
        let store = self.folder.path().join("forged");
        let _ = std::fs::remove_dir_all(&store);
        let mut manifest = self.manifest.clone();
        for entry in &mut manifest.sections {
            let (_, bytes) = sections.iter().find(|(name, _)| *name == entry.name).expect("it");
            (entry.bytes, entry.xxh3) = (bytes.len() as u64, Checksum::of(bytes).to_string());
        }
        let text = serde_json::to_string_pretty(&manifest).expect("a manifest") + "\n";
        let digest = blake3::hash(text.as_bytes()).to_hex().to_string();
        let generation = store.join(format!("g-{}", &digest[..16]));
        std::fs::create_dir_all(&generation).expect("a folder");
        std::fs::write(generation.join("manifest.json"), text).expect("a manifest");
        for (name, bytes) in sections {
            std::fs::write(generation.join(name), bytes).expect("a section");
        }
        std::fs::write(store.join("CURRENT"), format!("{digest}\n")).expect("current");
        if let Ok(snapshot) = Snapshot::open(&store) {
            let _ = snapshot.verify();
            questions(&snapshot);
        }
    }
}
