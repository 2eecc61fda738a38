//! Writing a generation and publishing it by one rename.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::checksum::Running;
use crate::manifest::{FORMAT_VERSION, Manifest, SectionEntry};
use crate::open::{current, generation_name};
use crate::{Checksum, StoreError};

/// A generation being written. Dropping it before [`StoreWriter::publish`] removes every trace.
#[derive(Debug)]
pub struct StoreWriter {
    path: PathBuf,
    folder: PathBuf,
    sections: Vec<SectionEntry>,
    lock: Option<File>,
    /// What this writer made and takes away again when nothing is published.
    made: Made,
    is_published: bool,
}

/// What was not there before.
#[derive(Debug, Default)]
struct Made {
    lock: bool,
    /// Folders, the innermost first.
    folders: Vec<PathBuf>,
}

impl StoreWriter {
    /// Prepares to write into `path`: a folder that does not exist, is empty, or is a store. Takes
    /// the store's lock and clears what an interrupted build left.
    ///
    /// # Errors
    /// The folder holds something else, another build runs, or the system refuses.
    pub fn create(path: &Path) -> Result<StoreWriter, StoreError> {
        let mut made = Made::default();
        match fs::read_dir(path) {
            Ok(entries) => {
                // What is called as a generation is one if it looks so, or if a store stands here
                // already: of an old generation that was being removed anything may be left.
                let is_store = current(path).is_ok();
                for entry in entries {
                    let entry = entry.map_err(StoreError::io(path))?;
                    if !is_ours(&entry, is_store) {
                        return Err(StoreError::Occupied { path: path.to_owned() });
                    }
                }
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let absent = path.ancestors().take_while(|p| !p.as_os_str().is_empty());
                made.folders = absent.take_while(|p| !p.exists()).map(Path::to_owned).collect();
                if let Err(error) = fs::create_dir_all(path) {
                    made.remove_folders();
                    return Err(StoreError::io(path)(error));
                }
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotADirectory => {
                return Err(StoreError::Occupied { path: path.to_owned() });
            }
            Err(e) => return Err(StoreError::io(path)(e)),
        }
        let lock = take_lock(path, &mut made)?;
        for entry in fs::read_dir(path).map_err(StoreError::io(path))? {
            let entry = entry.map_err(StoreError::io(path))?;
            if is_temporary(&entry.file_name().to_string_lossy()) {
                fs::remove_dir_all(entry.path()).map_err(StoreError::io(&entry.path()))?;
            }
        }
        // From here on dropping the writer takes away what was made.
        let writer = StoreWriter {
            path: path.to_owned(),
            folder: path.join(format!("tmp-{}", std::process::id())),
            sections: Vec::new(),
            lock: Some(lock),
            made,
            is_published: false,
        };
        fs::create_dir(&writer.folder).map_err(StoreError::io(&writer.folder))?;
        Ok(writer)
    }

    /// A folder beside the sections for a build's working files; it goes with the writer.
    ///
    /// # Errors
    /// The system refuses.
    pub fn work_folder(&self) -> Result<PathBuf, StoreError> {
        let folder = self.folder.join("work");
        fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
        Ok(folder)
    }

    /// Starts a section file.
    ///
    /// # Errors
    /// The system refuses, or the section exists.
    pub fn section(&self, name: &str) -> Result<SectionWriter, StoreError> {
        let path = self.folder.join(name);
        let file = OpenOptions::new()
            .create_new(true)
            .write(true)
            .open(&path)
            .map_err(StoreError::io(&path))?;
        Ok(SectionWriter {
            name: name.to_owned(),
            file: BufWriter::with_capacity(1 << 20, file),
            path,
            running: Running::new(),
        })
    }

    /// Ends a section.
    ///
    /// # Errors
    /// Its bytes cannot be brought to disk.
    pub fn end(&mut self, section: SectionWriter) -> Result<(), StoreError> {
        let path = section.path;
        let file = section.file.into_inner().map_err(|e| StoreError::io(&path)(e.into_error()))?;
        file.sync_all().map_err(StoreError::io(&path))?;
        let (bytes, Checksum(sum)) = section.running.finish();
        let xxh3 = Checksum(sum).to_string();
        self.sections.push(SectionEntry { name: section.name, bytes, xxh3 });
        Ok(())
    }

    /// Writes a whole section at once.
    ///
    /// # Errors
    /// As [`StoreWriter::section`] and [`StoreWriter::end`].
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let mut section = self.section(name)?;
        section.put(bytes)?;
        self.end(section)
    }

    /// Publishes what was written: the manifest, then the folder, then `CURRENT`, each brought to
    /// disk before the next. Older generations are removed; readers that have one open keep it.
    /// Returns the digest of the new generation.
    ///
    /// # Errors
    /// The system refuses; the old generation is then still the current one.
    pub fn publish(mut self, mut manifest: Manifest) -> Result<String, StoreError> {
        let work = self.folder.join("work");
        if work.exists() {
            fs::remove_dir_all(&work).map_err(StoreError::io(&work))?;
        }
        self.sections.sort_by(|a, b| a.name.cmp(&b.name));
        manifest.format = FORMAT_VERSION;
        manifest.sections = std::mem::take(&mut self.sections);
        let text = serde_json::to_string_pretty(&manifest)
            .map_err(|e| StoreError::io(&self.folder)(std::io::Error::other(e)))?
            + "\n";
        let digest = blake3::hash(text.as_bytes()).to_hex().to_string();
        write_synced(&self.folder.join("manifest.json"), text.as_bytes())?;
        sync_folder(&self.folder)?;
        let target = self.path.join(generation_name(&digest));
        let is_same = current(&self.path).is_ok_and(|old| old == digest)
            && crate::Store::open(&self.path).is_ok();
        if !is_same {
            if target.exists() {
                fs::remove_dir_all(&target).map_err(StoreError::io(&target))?;
            }
            fs::rename(&self.folder, &target).map_err(StoreError::io(&target))?;
            sync_folder(&self.path)?;
            let next = self.path.join("CURRENT.next");
            write_synced(&next, format!("{digest}\n").as_bytes())?;
            let now = self.path.join("CURRENT");
            fs::rename(&next, &now).map_err(StoreError::io(&now))?;
            sync_folder(&self.path)?;
        }
        self.is_published = true;
        self.remove_old(&target);
        Ok(digest)
    }

    /// Removes other generations. One that the system will not remove (open on Windows) stays for
    /// the next build to clear.
    fn remove_old(&self, keep: &Path) {
        let Ok(entries) = fs::read_dir(&self.path) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            if is_generation(&name.to_string_lossy()) && entry.path() != keep {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

impl Drop for StoreWriter {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
        if let Some(lock) = self.lock.take() {
            if !self.is_published {
                if self.made.lock {
                    // While it is held, so that whoever waits finds that it is gone.
                    let _ = fs::remove_file(self.path.join("LOCK"));
                }
                self.made.remove_folders();
            }
            drop(lock);
        }
    }
}

impl Made {
    /// Removes the folders as far as they are empty.
    fn remove_folders(&self) {
        for folder in &self.folders {
            if fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }
}

/// Opens and takes the lock of a store. A lock file that its last holder removed in between is
/// taken again, so that two writers can never hold two files of one name.
fn take_lock(path: &Path, made: &mut Made) -> Result<File, StoreError> {
    let lock_path = path.join("LOCK");
    loop {
        made.lock = !lock_path.exists();
        let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&lock_path);
        let lock = match opened {
            Ok(lock) => lock,
            Err(error) => {
                made.remove_folders();
                return Err(StoreError::io(&lock_path)(error));
            }
        };
        match lock.try_lock() {
            Ok(()) if is_at(&lock, &lock_path) => return Ok(lock),
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => {
                return Err(StoreError::Locked { path: path.to_owned() });
            }
            Err(fs::TryLockError::Error(e)) => return Err(StoreError::io(&lock_path)(e)),
        }
    }
}

/// Whether an open file is still the one at a path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

/// Whether an open file is still the one at a path.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Whether an entry of a folder is one that a store has. A stranger's file must not be taken for
/// ours, because ours are removed.
fn is_ours(entry: &fs::DirEntry, is_store: bool) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    if matches!(name.as_ref(), "CURRENT" | "CURRENT.next" | "LOCK") {
        return entry.file_type().is_ok_and(|kind| kind.is_file());
    }
    entry.file_type().is_ok_and(|kind| kind.is_dir())
        && (is_temporary(&name)
            || is_generation(&name) && (is_store || entry.path().join("manifest.json").is_file()))
}

fn is_generation(name: &str) -> bool {
    name.strip_prefix("g-").is_some_and(|digest| {
        digest.len() == 16 && digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn is_temporary(name: &str) -> bool {
    name.strip_prefix("tmp-")
        .is_some_and(|process| !process.is_empty() && process.bytes().all(|b| b.is_ascii_digit()))
}

fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut file = File::create(path).map_err(StoreError::io(path))?;
    file.write_all(bytes).map_err(StoreError::io(path))?;
    file.sync_all().map_err(StoreError::io(path))
}

/// Brings a folder's entries to disk, where the system can.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        let folder = File::open(path).map_err(StoreError::io(path))?;
        folder.sync_all().map_err(StoreError::io(path))?;
    }
    Ok(())
}

/// A section being written.
pub struct SectionWriter {
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    running: Running,
}

impl SectionWriter {
    /// Appends bytes.
    ///
    /// # Errors
    /// The disk is full or gone.
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.running.update(bytes);
        self.file.write_all(bytes).map_err(StoreError::io(&self.path))
    }
}
