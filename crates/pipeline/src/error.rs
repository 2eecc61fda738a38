//! Why a build failed.

use std::path::PathBuf;

use cuibono_read::ReadError;
use cuibono_store::StoreError;

/// A build that published nothing; the old store is untouched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A file cannot be read.
    #[error("{dataset}: {source}")]
    Read {
        /// The dataset it was read as.
        dataset: String,
        /// What is wrong.
        source: ReadError,
    },
    /// A path cannot be looked at.
    #[error(transparent)]
    Discover(#[from] ReadError),
    /// A file that the user named is no register file we know.
    #[error(
        "`{name}` {why}; `cuibono sources` lists what can be read, \
         and `DATASET={path}` forces one"
    )]
    NotRecognised {
        /// The file.
        name: String,
        /// What it is instead, as far as can be told.
        why: &'static str,
        /// Its path as given.
        path: String,
    },
    /// A file was forced to a dataset whose reader does not know its content.
    #[error("`{name}` does not look like a file of `{dataset}`; {hint}")]
    WrongDataset {
        /// The file.
        name: String,
        /// The dataset.
        dataset: String,
        /// What it looks like instead.
        hint: String,
    },
    /// The dataset id is unknown.
    #[error("there is no dataset `{dataset}`; `cuibono sources` lists them")]
    NoSuchDataset {
        /// The id.
        dataset: String,
    },
    /// Nothing was left to read.
    #[error(
        "no register file was found in the paths given; `cuibono sources` lists what can be read"
    )]
    NothingToRead,
    /// More files than a store can name.
    #[error("{count} input files are more than a store can hold (65,535)")]
    TooManyFiles {
        /// How many.
        count: usize,
    },
    /// Two different ids have one hash.
    #[error(
        "the ids `{left}` and `{right}` have the same hash; report this, the store cannot hold both"
    )]
    HashCollision {
        /// One id.
        left: String,
        /// The other.
        right: String,
    },
    /// A mapper failed on what it should have reported as an issue.
    #[error("reading `{name}` failed in the records from {record} on; report this with the file")]
    Mapping {
        /// The file.
        name: String,
        /// The first record of the run in which it failed.
        record: u64,
    },
    /// A working file cannot be used.
    #[error("cannot use the working file `{path}`: {source}")]
    Work {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The store cannot be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
