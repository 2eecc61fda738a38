//! Why a file cannot be read: always with the file, and a remedy in the message.

use std::path::PathBuf;

/// A file that cannot be read. Odd records are issues, not errors.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The operating system refused.
    #[error("cannot read `{path}`: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is nothing at the path.
    #[error("`{path}` does not exist; check the spelling")]
    Missing {
        /// The path as given.
        path: PathBuf,
    },
    /// The archive or compressed stream is damaged or cut short.
    #[error("`{name}` is damaged or cut short at byte {byte} ({detail}); download it again")]
    Damaged {
        /// The file, with the member behind a `!`.
        name: String,
        /// Unpacked bytes read before the damage.
        byte: u64,
        /// What the decoder said.
        detail: String,
    },
    /// A limit of [`crate::Limits`] was passed.
    #[error("`{name}` {what} (limit {limit}); if the file is genuine, raise the limit")]
    Limit {
        /// The file.
        name: String,
        /// What was too much.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// The file is not what it claims to be.
    #[error("`{name}`: {what}; {remedy}")]
    Unusable {
        /// The file.
        name: String,
        /// What is wrong.
        what: String,
        /// What to do.
        remedy: &'static str,
    },
}

impl ReadError {
    pub(crate) fn io(path: &std::path::Path, source: std::io::Error) -> ReadError {
        if source.kind() == std::io::ErrorKind::NotFound {
            ReadError::Missing { path: path.to_owned() }
        } else {
            ReadError::Io { path: path.to_owned(), source }
        }
    }
}
