//! Progress on standard error: a bar with rate and time left on a terminal, a line now and then
//! otherwise.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use cuibono_pipeline::{Progress, Stage};
use indicatif::{ProgressBar, ProgressStyle};

use crate::output::{plain, tell};

/// Tells how a build goes.
pub(crate) struct Told {
    bar: ProgressBar,
    is_terminal: bool,
    records: AtomicU64,
    started: Instant,
    line: Mutex<(Instant, &'static str)>,
}

const LINE_EVERY: Duration = Duration::from_secs(10);

impl Told {
    pub(crate) fn new() -> Told {
        let is_terminal = std::io::stderr().is_terminal();
        let bar = if is_terminal { ProgressBar::new(0) } else { ProgressBar::hidden() };
        Told {
            bar,
            is_terminal,
            records: AtomicU64::new(0),
            started: Instant::now(),
            line: Mutex::new((Instant::now(), "")),
        }
    }

    /// Ends it and gives records and seconds.
    pub(crate) fn finish(&self) -> (u64, f64) {
        self.bar.finish_and_clear();
        (self.records.load(Ordering::Relaxed), self.started.elapsed().as_secs_f64())
    }
}

impl Progress for Told {
    fn stage(&self, stage: Stage, total: u64) {
        let name = match stage {
            Stage::Recognising => "looking at the files",
            Stage::Reading => "reading",
            Stage::Resolving => "resolving",
            Stage::Grouping => "grouping",
            Stage::Publishing => "publishing",
        };
        let template = match stage {
            Stage::Reading => "{msg} {bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta} left",
            Stage::Grouping => "{msg} {bar:30} {pos}/{len} {eta} left",
            _ => "{msg} {spinner}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        self.bar.set_length(total);
        self.bar.set_position(0);
        self.bar.set_message(name);
        if !self.is_terminal {
            let mut line = self.line.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            *line = (Instant::now(), name);
        }
    }

    fn advance(&self, amount: u64, records: u64) {
        let all = self.records.fetch_add(records, Ordering::Relaxed) + records;
        self.bar.inc(amount);
        if !self.is_terminal {
            let mut line = self.line.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if line.0.elapsed() >= LINE_EVERY {
                let seconds = self.started.elapsed().as_secs_f64();
                tell(&format!("{}: {all} records, {seconds:.0} s", line.1));
                line.0 = Instant::now();
            }
        }
    }

    fn warn(&self, message: &str) {
        self.bar.suspend(|| tell(&format!("warning: {}", plain(message))));
    }
}
