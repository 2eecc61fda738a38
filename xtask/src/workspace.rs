//! Where the workspace is, what Cargo knows of it, and how its commands are run.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().expect("xtask stands in the workspace").to_owned()
}

/// Cargo, in the workspace.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Whether a Cargo subcommand is installed.
pub(crate) fn has_cargo_tool(name: &str) -> bool {
    let mut command = cargo();
    command.args([name, "--version"]).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Runs a command to its end, showing what it prints.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let text = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{text}` ended with {status}")),
        Err(error) => Err(format!("`{text}` cannot be started: {error}")),
    }
}

/// Runs a command to its end and gives what it wrote to standard output. It sees no terminal.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let text = shown(command);
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("`{text}` cannot be started: {error}"))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{text}` ended with {}\n{}", output.status, told.trim_end()));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{text}` wrote bytes that are no text"))
}

/// A command as people would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(OsStr::new("?")).to_string_lossy().into_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// What `cargo metadata` says.
pub(crate) fn metadata() -> Result<Value, String> {
    let text = output(cargo().args(["metadata", "--format-version", "1"]))?;
    serde_json::from_str(&text).map_err(|error| format!("`cargo metadata`: {error}"))
}

/// A file of the workspace as text, with the line ends of Unix.
pub(crate) fn read(path: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(root().join(path));
    text.map(|text| text.replace("\r\n", "\n")).map_err(|error| format!("{path}: {error}"))
}
