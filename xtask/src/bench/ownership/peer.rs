//! SciPy on the same graph, from a virtual environment of Python. Where Python or the package cannot
//! be had, the comparison is left out and the reason is told.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use cuibono_ownership::Rat;
use serde_json::Value;

use super::graphs::{Holdings, NODES};
use super::{CORE, LISTED, Ours};
use crate::workspace::{metadata, output};

const SCRIPT: &str = include_str!("peer.py");

fn folder() -> Result<PathBuf, String> {
    let target = metadata()?;
    let target = target["target_directory"].as_str().ok_or("cargo names no target folder")?;
    let folder = PathBuf::from(target).join("bench");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}

/// Writes the graph for the peer: owner, owned, and the middle of the share, which is all it can
/// take in.
pub(super) fn write(register: &Holdings) -> Result<PathBuf, String> {
    let path = folder()?.join("register.bin");
    let to_file = || -> std::io::Result<()> {
        let mut out = std::io::BufWriter::new(std::fs::File::create(&path)?);
        for (owner, owned, share) in register {
            let ends = [share.min, share.max].map(|end| Rat::from(end).to_f64_up());
            out.write_all(&owner.to_le_bytes())?;
            out.write_all(&owned.to_le_bytes())?;
            out.write_all(&(f64::midpoint(ends[0], ends[1])).to_le_bytes())?;
        }
        out.flush()
    };
    to_file().map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// Runs the peer with the Python given, or with one of its own environment.
pub(super) fn run(python: Option<&str>, path: &Path) -> Result<Value, String> {
    let python = match python {
        Some(python) => PathBuf::from(python),
        None => environment()?,
    };
    let mut command = Command::new(python);
    command.arg("-c").arg(SCRIPT).arg(path);
    command.args([NODES.to_string(), LISTED.to_string(), CORE.to_string()]);
    let text = output(&mut command).map_err(|error| last_line(&error))?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// Prints ours beside theirs.
pub(super) fn compare(ours: &Ours, theirs: &Value) {
    println!("\nBeside SciPy {} in the same run:\n", theirs["version"].as_str().unwrap_or("?"));
    println!(
        "| what | ours | SciPy | ratio | what SciPy leaves out |\n| --- | --- | --- | --- | --- |"
    );
    let rows = [
        (
            "graph in memory",
            ours.build,
            "build",
            "bands: one number for each share, and more than 100% scaled away",
        ),
        (
            "all ultimate owners",
            ours.owners,
            "all_owners",
            "bounds, openness, the rest; sums of chains at middle sizes",
        ),
        (
            "a list forward",
            ours.forward,
            "forward",
            "possible beside certain, exactness at the line, who drew whom in",
        ),
        (
            "dense core of 1,400",
            ours.core,
            "core",
            "a proof of the error, control, attribution; reading the holdings",
        ),
    ];
    for (what, our, key, missing) in rows {
        let Some(their) = theirs[key].as_f64() else { continue };
        println!(
            "| {what} | {} | {} | {:.2} | {missing} |",
            super::shown(our),
            super::shown(their),
            their / our
        );
    }
    if let Some(components) = theirs["components"].as_f64() {
        println!("\nIts strong components alone: {}.", super::shown(components));
    }
    println!("Ratio: how many times as long SciPy takes.");
}

/// A Python that has SciPy.
fn environment() -> Result<PathBuf, String> {
    let folder = folder()?.join("venv-scipy");
    let python = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = folder.join(python);
    let has_it = |python: &Path| output(Command::new(python).args(["-c", "import scipy"])).is_ok();
    if !has_it(&python) {
        let system = if cfg!(windows) { "python" } else { "python3" };
        let made = output(Command::new(system).args(["-m", "venv"]).arg(&folder));
        made.map_err(|error| last_line(&error))?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "scipy"];
        output(Command::new(&python).args(pip)).map_err(|error| last_line(&error))?;
    }
    Ok(python)
}

fn last_line(text: &str) -> String {
    text.lines().last().unwrap_or_default().to_owned()
}
