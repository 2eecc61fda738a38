//! Opening a store: find the current generation, map it, check every byte.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use zerocopy::{FromBytes, Immutable};

use crate::manifest::{FORMAT_VERSION, Manifest};
use crate::{Checksum, StoreError};

const MANIFEST_BYTES_MAX: u64 = 64 << 20;

/// An open generation. Cheap to clone; it stays readable when a newer one is published.
#[derive(Clone, Debug)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    digest: String,
    manifest: Manifest,
    maps: BTreeMap<String, Option<memmap2::Mmap>>,
}

impl Store {
    /// Opens the current generation and verifies the checksum of every section.
    ///
    /// # Errors
    /// No store, a store of another format, or damage, with the section and what is wrong.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        const TRIES: usize = 10;
        for _ in 1..TRIES {
            let digest = current(path)?;
            match Store::open_generation(path, digest.clone()) {
                // The generation was replaced between reading its name and opening its files.
                Err(_) if current(path).is_ok_and(|now| now != digest) => {}
                done => return done,
            }
        }
        Store::open_generation(path, current(path)?)
    }

    fn open_generation(path: &Path, digest: String) -> Result<Store, StoreError> {
        let folder = path.join(generation_name(&digest));
        let corrupt = |section: &str, what: String| StoreError::Corrupt {
            path: path.to_owned(),
            section: section.to_owned(),
            what,
        };
        let manifest_path = folder.join("manifest.json");
        let mut text = Vec::new();
        let file = open_file(&manifest_path)
            .map_err(|e| corrupt("manifest.json", format!("cannot be read ({e})")))?;
        file.take(MANIFEST_BYTES_MAX)
            .read_to_end(&mut text)
            .map_err(StoreError::io(&manifest_path))?;
        if blake3::hash(&text).to_hex().as_str() != digest {
            return Err(corrupt("manifest.json", "does not have the digest in `CURRENT`".into()));
        }
        // The version is looked at first, since another version's manifest may not parse as ours.
        let version: Version = serde_json::from_slice(&text)
            .map_err(|e| corrupt("manifest.json", format!("is not a manifest ({e})")))?;
        if version.format != FORMAT_VERSION {
            return Err(StoreError::Format {
                path: path.to_owned(),
                found: version.format,
                supported: FORMAT_VERSION,
            });
        }
        let manifest: Manifest = serde_json::from_slice(&text)
            .map_err(|e| corrupt("manifest.json", format!("is not a manifest ({e})")))?;
        let mut maps = BTreeMap::new();
        for section in &manifest.sections {
            if section.name.contains(['/', '\\']) || section.name.starts_with('.') {
                return Err(corrupt(&section.name, "has a name that is no file name".into()));
            }
            let file_path = folder.join(&section.name);
            let file = open_file(&file_path)
                .map_err(|e| corrupt(&section.name, format!("cannot be read ({e})")))?;
            let length = file.metadata().map_err(StoreError::io(&file_path))?.len();
            if length != section.bytes {
                let what = format!("has {length} bytes instead of {}", section.bytes);
                return Err(corrupt(&section.name, what));
            }
            let map = if length == 0 {
                None
            } else {
                Some(crate::map::map(&file).map_err(StoreError::io(&file_path))?)
            };
            maps.insert(section.name.clone(), map);
        }
        let inner = Inner { path: path.to_owned(), digest, manifest, maps };
        let store = Store { inner: Arc::new(inner) };
        store.verify_checksums()?;
        Ok(store)
    }

    /// Checks every byte of every section against its checksum.
    ///
    /// # Errors
    /// The first damaged section in the order of names.
    pub fn verify_checksums(&self) -> Result<(), StoreError> {
        let bad: Vec<&str> = self
            .inner
            .manifest
            .sections
            .par_iter()
            .filter(|section| {
                let bytes = self.bytes(&section.name).unwrap_or_default();
                Checksum::of(bytes).to_string() != section.xxh3
            })
            .map(|section| section.name.as_str())
            .collect();
        match bad.first() {
            Some(section) => Err(self.corrupt(section, "does not have its checksum".into())),
            None => Ok(()),
        }
    }

    /// What the generation holds.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.inner.manifest
    }

    /// The digest that names this generation.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.inner.digest
    }

    /// The path it was opened from.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// Whether another generation has been published since this one was opened.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        current(&self.inner.path).is_ok_and(|digest| digest != self.inner.digest)
    }

    /// A section by name.
    ///
    /// # Errors
    /// The generation has no such section.
    pub fn section(&self, name: &str) -> Result<Section, StoreError> {
        if self.bytes(name).is_none() {
            return Err(self.corrupt(name, "is missing".into()));
        }
        Ok(Section { store: self.clone(), name: name.to_owned() })
    }

    /// An error about a section whose content makes no sense.
    #[must_use]
    pub fn corrupt(&self, section: &str, what: String) -> StoreError {
        StoreError::Corrupt { path: self.inner.path.clone(), section: section.to_owned(), what }
    }

    fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.inner.maps.get(name).map(|map| map.as_deref().unwrap_or_default())
    }
}

#[derive(serde::Deserialize)]
struct Version {
    format: u32,
}

/// Opens a file that has to be a plain one: a pipe in its place would be waited for without end.
fn open_file(path: &Path) -> std::io::Result<File> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::Error::other("not a file"));
    }
    File::open(path)
}

pub(crate) fn generation_name(digest: &str) -> String {
    format!("g-{}", &digest[..digest.len().min(16)])
}

/// The digest in `CURRENT`.
pub(crate) fn current(path: &Path) -> Result<String, StoreError> {
    let file_path = path.join("CURRENT");
    let text = match open_file(&file_path) {
        Ok(file) => {
            let mut bytes = Vec::new();
            let read = file.take(1024).read_to_end(&mut bytes);
            read.map_err(StoreError::io(&file_path))?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(StoreError::NotAStore { path: path.to_owned() });
        }
        Err(e) => return Err(StoreError::io(&file_path)(e)),
    };
    let digest = text.strip_suffix('\n').unwrap_or(&text);
    if digest.len() != 64 || !digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(StoreError::Corrupt {
            path: path.to_owned(),
            section: "CURRENT".into(),
            what: "does not hold a digest".into(),
        });
    }
    Ok(digest.to_owned())
}

/// One section of an open store.
#[derive(Clone, Debug)]
pub struct Section {
    store: Store,
    name: String,
}

impl Section {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.store.bytes(&self.name).unwrap_or_default()
    }

    /// The section as an array of fixed-size little-endian values.
    ///
    /// # Errors
    /// The length is not a multiple of the size of a value.
    pub fn array<T: FromBytes + Immutable>(&self) -> Result<&[T], StoreError> {
        if self.bytes().is_empty() {
            // An empty section is not mapped, so its address need not be aligned.
            return Ok(&[]);
        }
        <[T]>::ref_from_bytes(self.bytes())
            .map_err(|_| self.store.corrupt(&self.name, "has a length that does not fit".into()))
    }

    /// The store it belongs to.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }
}
