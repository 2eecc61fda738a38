//! How long each stage of a build takes, through the library.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use cuibono_pipeline::{BuildOptions, InputPath, Progress, Stage, build};

/// When each stage began.
struct Watch(Mutex<Vec<(Stage, Instant)>>);

impl Progress for Watch {
    fn stage(&self, stage: Stage, _: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((stage, Instant::now()));
    }

    fn advance(&self, _: u64, _: u64) {}

    fn warn(&self, message: &str) {
        eprintln!("{message}");
    }
}

/// What one build came to.
pub(super) struct Staged {
    /// Digest of the published generation.
    pub(super) digest: String,
    pub(super) stages: Vec<(Stage, Duration)>,
}

/// Builds a store and times the stages.
pub(super) fn run(input: &Path, out: &Path) -> Result<Staged, String> {
    let watch = Watch(Mutex::default());
    let paths = [InputPath { path: input.to_owned(), dataset: None }];
    let report = build(out, &paths, &BuildOptions::default(), &watch);
    let ended = Instant::now();
    let digest = report.map_err(|error| error.to_string())?.digest;
    let begun = watch.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    let ends = begun.iter().skip(1).map(|(_, at)| *at).chain([ended]);
    let stages = begun.iter().zip(ends).map(|((stage, at), end)| (*stage, end - *at)).collect();
    Ok(Staged { digest, stages })
}
