//! Fragments on disk, partitioned by the hash of their entity, so that memory stays bounded.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::BuildError;

/// Number of partitions; their order is the order of hashes.
pub(crate) const PARTITIONS: usize = 128;
const FLUSH_BYTES: usize = 128 * 1024;
const HEAD_BYTES: usize = 4 + 2 + 1 + 8;

/// What a spilled item is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub(crate) enum Kind {
    /// A fragment of a thing.
    Thing = 0,
    /// A fragment of an interval.
    Interval = 1,
    /// Only the id of a thing that a relationship names.
    Reference = 2,
}

/// One spilled item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) file: u16,
    pub(crate) kind: Kind,
    pub(crate) hash: u64,
    pub(crate) raw: &'a [u8],
}

/// The partition of a hash.
pub(crate) fn partition(hash: u64) -> usize {
    (hash >> (64 - PARTITIONS.trailing_zeros())) as usize
}

/// The partition files, shared by the workers.
pub(crate) struct Spill {
    files: Vec<(PathBuf, Mutex<File>)>,
}

impl Spill {
    pub(crate) fn create(folder: &Path) -> Result<Spill, BuildError> {
        let mut files = Vec::new();
        for number in 0..PARTITIONS {
            let path = folder.join(format!("part-{number:03}"));
            let file = File::create(&path)
                .map_err(|source| BuildError::Work { path: path.clone(), source })?;
            files.push((path, Mutex::new(file)));
        }
        Ok(Spill { files })
    }

    fn append(&self, number: usize, bytes: &[u8]) -> Result<(), BuildError> {
        let (path, file) = &self.files[number];
        let mut file = file.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        file.write_all(bytes).map_err(|source| BuildError::Work { path: path.clone(), source })
    }

    /// All bytes of a partition.
    pub(crate) fn read(&self, number: usize) -> Result<Vec<u8>, BuildError> {
        let (path, _) = &self.files[number];
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|mut file| file.read_to_end(&mut bytes))
            .map_err(|source| BuildError::Work { path: path.clone(), source })?;
        Ok(bytes)
    }

    /// Frees the disk space of a partition that is done with.
    pub(crate) fn remove(&self, number: usize) {
        let _ = std::fs::remove_file(&self.files[number].0);
    }
}

/// One worker's side of the spill.
pub(crate) struct SpillWriter<'s> {
    spill: &'s Spill,
    buffers: Vec<Vec<u8>>,
}

impl<'s> SpillWriter<'s> {
    pub(crate) fn new(spill: &'s Spill) -> SpillWriter<'s> {
        SpillWriter { spill, buffers: vec![Vec::new(); PARTITIONS] }
    }

    pub(crate) fn put(&mut self, item: Item<'_>) -> Result<(), BuildError> {
        let number = partition(item.hash);
        let buffer = &mut self.buffers[number];
        put_item(buffer, item);
        if buffer.len() >= FLUSH_BYTES {
            self.spill.append(number, buffer)?;
            buffer.clear();
        }
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<(), BuildError> {
        for (number, buffer) in self.buffers.iter_mut().enumerate() {
            self.spill.append(number, buffer)?;
        }
        Ok(())
    }
}

/// Appends one item in the form that [`items`] reads.
pub(crate) fn put_item(out: &mut Vec<u8>, item: Item<'_>) {
    out.extend_from_slice(&(item.raw.len() as u32).to_le_bytes());
    out.extend_from_slice(&item.file.to_le_bytes());
    out.push(item.kind as u8);
    out.extend_from_slice(&item.hash.to_le_bytes());
    out.extend_from_slice(item.raw);
}

/// The items of a partition.
pub(crate) fn items(mut bytes: &[u8]) -> impl Iterator<Item = Item<'_>> {
    std::iter::from_fn(move || {
        let (head, rest) = bytes.split_at_checked(HEAD_BYTES)?;
        let length = u32::from_le_bytes(head[..4].try_into().ok()?) as usize;
        let (raw, rest) = rest.split_at_checked(length)?;
        bytes = rest;
        Some(Item {
            file: u16::from_le_bytes(head[4..6].try_into().ok()?),
            kind: match head[6] {
                0 => Kind::Thing,
                1 => Kind::Interval,
                _ => Kind::Reference,
            },
            hash: u64::from_le_bytes(head[7..15].try_into().ok()?),
            raw,
        })
    })
}
