//! What is in a path: files, folders and archives, as a flat sorted list of members.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::{Limits, ReadError};

/// How a member's bytes are packed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Packing {
    Plain,
    Gzip,
    Zstd,
    /// Entry number and compressed size in a zip file.
    Zip {
        entry: usize,
        packed: u64,
    },
}

/// One readable stream: a file, or an entry of an archive.
#[derive(Clone, Debug)]
pub struct Member {
    /// The file on disk.
    pub path: PathBuf,
    /// Name for people: the file name, with the entry of an archive behind a `!`.
    pub name: String,
    /// The name of the entry, or the file name without a compression suffix.
    pub stem: String,
    /// Bytes on disk (of the entry, in an archive).
    pub packed_bytes: u64,
    /// Whether the path was named by the user rather than found in a folder.
    pub is_named: bool,
    packing: Packing,
    /// When the file on disk was last written, and its length, as far as the system says.
    seen: (Option<SystemTime>, u64),
}

/// Lists the members of a path: the file itself, the entries of a zip file, or everything below a
/// folder in the order of its names. Hidden files are passed over; links are not followed.
///
/// # Errors
/// A path that does not exist, cannot be read, or is an archive that cannot be used.
pub fn discover(path: &Path, limits: &Limits) -> Result<Vec<Member>, ReadError> {
    discover_with(path, limits, &mut |_, error| Err(error))
}

/// As [`discover`], but a file that cannot be looked at is handed to `on_bad` with its name, which
/// decides whether to go on without it.
///
/// # Errors
/// A path that does not exist or cannot be listed, and what `on_bad` returns.
pub fn discover_with(
    path: &Path,
    limits: &Limits,
    on_bad: &mut dyn FnMut(&str, ReadError) -> Result<(), ReadError>,
) -> Result<Vec<Member>, ReadError> {
    let meta = std::fs::metadata(path).map_err(|e| ReadError::io(path, e))?;
    let mut members = Vec::new();
    if meta.is_dir() {
        let mut folders = vec![path.to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            let entries = std::fs::read_dir(&folder).map_err(|e| ReadError::io(&folder, e))?;
            for entry in entries {
                let entry = entry.map_err(|e| ReadError::io(&folder, e))?;
                if entry.file_name().to_string_lossy().starts_with('.') {
                    continue;
                }
                let kind = entry.file_type().map_err(|e| ReadError::io(&entry.path(), e))?;
                if kind.is_dir() {
                    folders.push(entry.path());
                } else if kind.is_file() {
                    files.push(entry.path());
                }
                if files.len() > limits.folder_files_max {
                    return Err(ReadError::Limit {
                        name: path.display().to_string(),
                        what: "has too many files",
                        limit: limits.folder_files_max as u64,
                    });
                }
            }
        }
        files.sort();
        for file in files {
            if let Err(error) = members_of_file(&file, false, limits, &mut members) {
                on_bad(&file_name(&file), error)?;
            }
        }
    } else if meta.is_file() {
        if let Err(error) = members_of_file(path, true, limits, &mut members) {
            on_bad(&file_name(path), error)?;
        }
    } else {
        return Err(ReadError::Unusable {
            name: path.display().to_string(),
            what: "neither a file nor a folder".into(),
            remedy: "give a file, an archive or a folder",
        });
    }
    Ok(members)
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into())
}

fn members_of_file(
    path: &Path,
    is_named: bool,
    limits: &Limits,
    members: &mut Vec<Member>,
) -> Result<(), ReadError> {
    let mut file = File::open(path).map_err(|e| ReadError::io(path, e))?;
    let seen = seen(&file).map_err(|e| ReadError::io(path, e))?;
    let mut magic = [0u8; 4];
    let mut length = 0;
    while length < 4 {
        match file.read(&mut magic[length..]).map_err(|e| ReadError::io(path, e))? {
            0 => break,
            n => length += n,
        }
    }
    let name = file_name(path);
    let packing = match &magic[..length] {
        b"PK\x03\x04" | b"PK\x05\x06" => {
            return members_of_zip(path, name, is_named, seen, limits, members);
        }
        [0x1f, 0x8b, ..] => Packing::Gzip,
        [0x28, 0xb5, 0x2f, 0xfd] => Packing::Zstd,
        _ => Packing::Plain,
    };
    let stem = match packing {
        Packing::Gzip => name.strip_suffix(".gz"),
        Packing::Zstd => name.strip_suffix(".zst"),
        _ => None,
    };
    let stem = stem.unwrap_or(&name).to_owned();
    let path = path.to_owned();
    members.push(Member { path, name, stem, packed_bytes: seen.1, is_named, packing, seen });
    Ok(())
}

fn seen(file: &File) -> std::io::Result<(Option<SystemTime>, u64)> {
    let meta = file.metadata()?;
    // Not every file system keeps times; then the length has to do.
    Ok((meta.modified().ok(), meta.len()))
}

fn members_of_zip(
    path: &Path,
    name: String,
    is_named: bool,
    seen: (Option<SystemTime>, u64),
    limits: &Limits,
    members: &mut Vec<Member>,
) -> Result<(), ReadError> {
    let damaged = |detail: String| ReadError::Damaged { name: name.clone(), byte: 0, detail };
    let mut archive = open_zip(path).map_err(|e| damaged(e.to_string()))?;
    if archive.len() > limits.archive_entries_max {
        return Err(ReadError::Limit {
            name,
            what: "has too many entries",
            limit: limits.archive_entries_max as u64,
        });
    }
    let mut found = Vec::new();
    for entry in 0..archive.len() {
        let file = archive.by_index_raw(entry).map_err(|e| damaged(e.to_string()))?;
        if file.is_dir() {
            continue;
        }
        let entry_name = String::from_utf8_lossy(file.name_raw()).into_owned();
        if file.encrypted() {
            return Err(ReadError::Unusable {
                name,
                what: format!("the entry `{entry_name}` is encrypted"),
                remedy: "unpack it yourself and give the unpacked file",
            });
        }
        if entry_name.rsplit(['/', '\\']).next().is_some_and(|n| n.starts_with('.'))
            || entry_name.starts_with("__MACOSX/")
        {
            continue;
        }
        // The size is the archive's own claim, and the limits rest on it.
        let packed = file.compressed_size().min(seen.1);
        found.push(Member {
            path: path.to_owned(),
            name: format!("{name}!{entry_name}"),
            stem: entry_name,
            packed_bytes: packed,
            is_named,
            packing: Packing::Zip { entry, packed },
            seen,
        });
    }
    found.sort_by(|a, b| a.stem.cmp(&b.stem));
    members.append(&mut found);
    Ok(())
}

fn open_zip(path: &Path) -> zip::result::ZipResult<zip::ZipArchive<BufReader<File>>> {
    zip::ZipArchive::new(BufReader::with_capacity(1 << 18, File::open(path)?))
}

impl Member {
    /// Opens the unpacked bytes. Reading fails with the limit or the damage as the error's message
    /// when a limit is passed or the packing is broken.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub fn open(&self, limits: &Limits) -> Result<Box<dyn Read + Send>, ReadError> {
        let open = || File::open(&self.path).map_err(|e| ReadError::io(&self.path, e));
        let packed = match self.packing {
            Packing::Zip { packed, .. } => packed,
            _ => self.packed_bytes,
        };
        let inner: Box<dyn Read + Send> = match &self.packing {
            Packing::Plain => return Ok(Box::new(open()?)),
            Packing::Gzip => Box::new(flate2::read::MultiGzDecoder::new(BufReader::with_capacity(
                1 << 18,
                open()?,
            ))),
            Packing::Zstd => Box::new(
                zstd::stream::read::Decoder::new(open()?)
                    .map_err(|e| ReadError::io(&self.path, e))?,
            ),
            Packing::Zip { entry, .. } => Box::new(ZipEntry::start(&self.path, *entry)?),
        };
        let by_ratio = packed.saturating_mul(limits.ratio_max).max(limits.ratio_free_bytes);
        let left = by_ratio.min(limits.unpacked_bytes_max);
        Ok(Box::new(Capped { inner, left, limit: left }))
    }

    /// The first bytes of the unpacked stream, at most `count`.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn head(&self, count: usize, limits: &Limits) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let mut reader = self.open(limits)?.take(count as u64);
        match reader.read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(e) => Err(self.damaged(bytes.len() as u64, &e)),
        }
    }

    /// Checks that the file on disk is still the one that was found: a download that goes on, or
    /// begins anew, while the file is read would make a store of half a file.
    ///
    /// # Errors
    /// The file has changed or is gone.
    pub fn check_unchanged(&self) -> Result<(), ReadError> {
        let now = File::open(&self.path).and_then(|file| seen(&file));
        if now.map_err(|e| ReadError::io(&self.path, e))? == self.seen {
            return Ok(());
        }
        Err(ReadError::Unusable {
            name: self.name.clone(),
            what: "changed while it was being read".into(),
            remedy: "wait until it is complete and build again",
        })
    }

    /// The error for a stream that broke after `byte` unpacked bytes.
    #[must_use]
    pub fn damaged(&self, byte: u64, error: &std::io::Error) -> ReadError {
        ReadError::Damaged { name: self.name.clone(), byte, detail: error.to_string() }
    }
}

/// An entry of a zip file as an owned stream: a thread unpacks it into a bounded channel, because the
/// archive's own reader borrows the archive.
struct ZipEntry {
    blocks: std::sync::mpsc::Receiver<std::io::Result<Vec<u8>>>,
    block: Vec<u8>,
    at: usize,
    is_done: bool,
}

impl ZipEntry {
    fn start(path: &Path, entry: usize) -> Result<ZipEntry, ReadError> {
        const BLOCK_BYTES: usize = 1 << 20;
        let (send, blocks) = std::sync::mpsc::sync_channel(4);
        let path = path.to_owned();
        std::thread::Builder::new()
            .name("unzip".into())
            .spawn({
                let path = path.clone();
                move || {
                    let work = || -> std::io::Result<()> {
                        let mut archive = open_zip(&path)?;
                        let mut file = archive.by_index(entry)?;
                        loop {
                            let mut block = Vec::with_capacity(BLOCK_BYTES);
                            let read =
                                (&mut file).take(BLOCK_BYTES as u64).read_to_end(&mut block)?;
                            // An empty block is the end; a channel that ends without one is not.
                            if send.send(Ok(block)).is_err() || read == 0 {
                                return Ok(());
                            }
                        }
                    };
                    if let Err(error) = work() {
                        // The reader is gone when this fails, and nobody is left to tell.
                        let _ = send.send(Err(error));
                    }
                }
            })
            .map_err(|e| ReadError::io(&path, e))?;
        Ok(ZipEntry { blocks, block: Vec::new(), at: 0, is_done: false })
    }
}

impl Read for ZipEntry {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.block.len() {
            if self.is_done {
                return Ok(0);
            }
            match self.blocks.recv() {
                Ok(Ok(block)) => (self.is_done, self.block, self.at) = (block.is_empty(), block, 0),
                Ok(Err(error)) => return Err(error),
                Err(_) => return Err(std::io::Error::other("unpacking broke off")),
            }
        }
        let count = out.len().min(self.block.len() - self.at);
        out[..count].copy_from_slice(&self.block[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

/// Fails when more bytes come out than a genuine file would hold.
struct Capped {
    inner: Box<dyn Read + Send>,
    left: u64,
    limit: u64,
}

impl Read for Capped {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(out)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => {
                self.left = left;
                Ok(count)
            }
            None => Err(std::io::Error::other(format!(
                "unpacks to more than {} bytes, far more than its size on disk allows",
                self.limit
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            let options = zip::write::SimpleFileOptions::default();
            writer.start_file(*name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn read_all(member: &Member, limits: &Limits) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        member.open(limits).unwrap().read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn folders_archives_and_files() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("b.csv"), "b").unwrap();
        std::fs::write(folder.path().join(".hidden"), "h").unwrap();
        let zip = zip_of(&[("y.csv", b"yy"), ("x.csv", b"xx")]);
        std::fs::write(folder.path().join("a.zip"), zip).unwrap();
        let members = discover(folder.path(), &Limits::default()).unwrap();
        let names: Vec<_> = members.iter().map(|m| m.name.as_str()).collect();
        assert_eq!(names, ["a.zip!x.csv", "a.zip!y.csv", "b.csv"]);
        assert_eq!(read_all(&members[1], &Limits::default()).unwrap(), b"yy");
        assert!(matches!(
            discover(&folder.path().join("no"), &Limits::default()),
            Err(ReadError::Missing { .. })
        ));
    }

    #[test]
    fn bombs_and_cut_archives_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bomb.zip");
        let bytes = zip_of(&[("bomb.csv", &vec![b'a'; 3 << 20])]);
        std::fs::write(&path, &bytes).unwrap();
        let limits = Limits { ratio_free_bytes: 1 << 20, ..Limits::default() };
        let members = discover(&path, &limits).unwrap();
        let error = read_all(&members[0], &limits).unwrap_err();
        assert!(error.to_string().contains("unpacks to more"), "{error}");
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        assert!(matches!(discover(&path, &limits), Err(ReadError::Damaged { .. })));
    }
}
