//! Errors told to people: what, where, what to do; and the exit code.

use std::process::ExitCode;

use cuibono_pipeline::BuildError;
use cuibono_query::QueryError;
use cuibono_store::StoreError;

use crate::output::tell;

/// A command that did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The question has no answer.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The build failed.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// Invented registers could not be written.
    #[error(transparent)]
    Synth(#[from] cuibono_synth::SynthError),
    /// Names could not be compared.
    #[error(transparent)]
    Compare(#[from] cuibono_compare::Error),
    /// Output could not be written.
    #[error("cannot write the answer: {0}")]
    Output(#[from] std::io::Error),
    /// A file named on the command line cannot be used.
    #[error("cannot use `{path}`: {source}")]
    File {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Wrong usage that the argument parser cannot see.
    #[error("{0}")]
    Usage(String),
    /// Already told; only the code is left.
    #[error("not found")]
    NotFound,
}

impl Failure {
    /// Tells it on standard error and gives the exit code.
    pub(crate) fn tell(self) -> ExitCode {
        if let Failure::Output(error) = &self
            && error.kind() == std::io::ErrorKind::BrokenPipe
        {
            // Whoever read the answer has had enough of it.
            return ExitCode::SUCCESS;
        }
        match self {
            Failure::NotFound => ExitCode::from(3),
            Failure::Usage(_) => {
                tell(&format!("error: {self}"));
                ExitCode::from(2)
            }
            _ => {
                tell(&format!("error: {self}"));
                ExitCode::from(1)
            }
        }
    }
}
