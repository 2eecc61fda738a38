//! Bounded input and all-or-nothing output for the file runs.

use crate::Error;
use std::cell::Cell;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use std::rc::Rc;

/// Longest row that is read into memory.
pub(crate) const MAX_ROW: usize = 16 << 20;
/// Rows compared in one go by all threads.
pub(crate) const CHUNK: usize = 2_048;

/// A reader that fails when more than [`MAX_ROW`] bytes pass without [`Allowance::renew`].
pub(crate) struct Bounded<R> {
    inner: R,
    spent: Rc<Cell<usize>>,
}

/// Tells a [`Bounded`] reader that a row has ended.
pub(crate) struct Allowance(Rc<Cell<usize>>);

impl Allowance {
    pub(crate) fn renew(&self) {
        self.0.set(0);
    }
}

impl<R: Read> Bounded<R> {
    pub(crate) fn new(inner: R) -> (Bounded<R>, Allowance) {
        let spent = Rc::new(Cell::new(0));
        (Bounded { inner, spent: Rc::clone(&spent) }, Allowance(spent))
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.spent.get() > MAX_ROW {
            let text = "a row is longer than 16 MiB; an opening quote without its closing one is the usual cause";
            return Err(io::Error::new(io::ErrorKind::InvalidData, text));
        }
        let count = self.inner.read(buffer)?;
        self.spent.set(self.spent.get() + count);
        Ok(count)
    }
}

/// Runs `work` with a writer whose bytes become `path` only if it succeeds.
pub(crate) fn write_whole<T>(
    path: &Path,
    work: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
) -> Result<T, Error> {
    let failed = |source: io::Error| Error::Write { path: path.to_owned(), source };
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = tempfile::Builder::new()
        .prefix(".cuibono-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(failed)?;
    let mut writer = BufWriter::with_capacity(1 << 16, file);
    let result = work(&mut writer)?;
    let file = writer.into_inner().map_err(|e| failed(e.into_error()))?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(result)
}
