//! Files mapped into memory. The only `unsafe` of the workspace.

#![allow(unsafe_code)]

use std::fs::File;

/// Maps a file that was published and is never changed or cut afterwards.
pub(crate) fn map(file: &File) -> std::io::Result<memmap2::Mmap> {
    // SAFETY: the map is only sound while nobody truncates or rewrites the file. Publishing writes
    // each file once under a temporary name, and published files are only ever unlinked, which
    // leaves existing maps intact. A user who edits a store by hand while it is served breaks this.
    unsafe { memmap2::Mmap::map(file) }
}
