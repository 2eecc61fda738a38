//! The machine a figure was measured on, in one line.

use std::process::Command;

/// Processor, cores, memory, system, compiler, and how busy it is.
pub(super) fn line() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "processor?".into());
    let memory = field("/proc/meminfo", "MemTotal").and_then(|text| {
        let kib: u64 = text.split(' ').next()?.parse().ok()?;
        Some(format!("{:.0} GiB", kib as f64 / f64::from(1 << 20)))
    });
    let compiler = crate::workspace::output(Command::new("rustc").arg("--version"));
    let compiler = compiler.unwrap_or_default();
    [
        processor,
        format!("{cores} cores"),
        memory.unwrap_or_else(|| "memory?".into()),
        format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        compiler.trim().to_owned(),
        format!("load {}", load().unwrap_or_else(|| "?".into())),
    ]
    .join(" · ")
}

/// Processes that want to run, over the last minute, where the system tells.
pub(super) fn load() -> Option<String> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split(' ').next().map(str::to_owned)
}

fn field(path: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
