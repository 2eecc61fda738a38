//! Why a store cannot be opened or written: what is wrong, where, and what to do.

use std::path::PathBuf;

/// A store that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no store at the path.
    #[error("`{path}` is not a store; make one with `cuibono build --out {path} FILES...`")]
    NotAStore {
        /// The path as given.
        path: PathBuf,
    },
    /// The folder holds something else, so nothing is written into it.
    #[error("`{path}` exists and is not a store; give a new folder or an existing store")]
    Occupied {
        /// The path as given.
        path: PathBuf,
    },
    /// The bytes are not what the manifest says.
    #[error(
        "the store `{path}` is damaged: {section} {what}; build it again from its files \
         (the files and their digests are listed in its manifest)"
    )]
    Corrupt {
        /// The store.
        path: PathBuf,
        /// The section, or `CURRENT`, or `manifest.json`.
        section: String,
        /// What is wrong.
        what: String,
    },
    /// Written by another version.
    #[error(
        "the store `{path}` has format {found}, this program reads format {supported}; \
         build the store again, or use the version of the program that wrote it"
    )]
    Format {
        /// The store.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// Ours.
        supported: u32,
    },
    /// Somebody else is publishing into it.
    #[error("`{path}` is being written by another build; wait for it to end")]
    Locked {
        /// The store.
        path: PathBuf,
    },
    /// The operating system refused.
    #[error("cannot use `{path}`: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl StoreError {
    pub(crate) fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> StoreError {
        let path = path.to_owned();
        move |source| StoreError::Io { path, source }
    }
}
