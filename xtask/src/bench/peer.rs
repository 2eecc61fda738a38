//! DuckDB's JSON reader on the same file, from a virtual environment of Python. Where Python or the
//! package cannot be had, the comparison is left out and the reason is told.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::workspace::output;

const SCRIPT: &str = include_str!("psc_duckdb.py");
/// How often each thing is timed; the best counts, for us as for the peer.
pub(super) const ROUNDS: usize = 3;

/// What the peer took.
pub(super) struct Peer {
    pub(super) version: String,
    pub(super) rows: u64,
    /// Seconds to read the file and count one field.
    pub(super) counting: f64,
    /// Seconds to read the file and keep the fields that our source reads.
    pub(super) extracting: f64,
}

/// Times the peer on a file of one JSON object a line.
pub(super) fn run(path: &Path) -> Result<Peer, String> {
    let python = environment()?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut command = Command::new(python);
    command.arg("-c").arg(SCRIPT).arg(path).args([threads.to_string(), ROUNDS.to_string()]);
    let text = output(&mut command).map_err(|error| last_line(&error))?;
    let answer: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let seconds = |name: &str| answer[name].as_f64().ok_or(format!("the peer gives no `{name}`"));
    Ok(Peer {
        version: answer["version"].as_str().unwrap_or("?").to_owned(),
        rows: answer["rows"].as_u64().ok_or("the peer gives no count")?,
        counting: seconds("counting")?,
        extracting: seconds("extracting")?,
    })
}

/// A Python that has DuckDB.
fn environment() -> Result<PathBuf, String> {
    let folder = super::work_folder()?.join("venv");
    let python = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = folder.join(python);
    let has_it = |python: &Path| output(Command::new(python).args(["-c", "import duckdb"])).is_ok();
    if !has_it(&python) {
        let system = if cfg!(windows) { "python" } else { "python3" };
        let made = output(Command::new(system).args(["-m", "venv"]).arg(&folder));
        made.map_err(|error| last_line(&error))?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "duckdb"];
        output(Command::new(&python).args(pip)).map_err(|error| last_line(&error))?;
    }
    Ok(python)
}

fn last_line(text: &str) -> String {
    text.lines().last().unwrap_or_default().to_owned()
}
