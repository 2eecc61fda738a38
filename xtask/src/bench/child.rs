//! Running a program and saying how long it took and how much memory it had at most.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a run took.
pub(super) struct Run {
    pub(super) time: Duration,
    /// Most memory resident at once, where the system tells.
    pub(super) peak_bytes: Option<u64>,
    /// Time of all cores together, where the system tells. Unlike the time that passes it hardly
    /// depends on what else the machine is doing.
    pub(super) processor: Option<Duration>,
}

/// How often the kernel's counts are read. They only rise, so at most what is added in the
/// last moment before the end is missed.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Runs a program to its end; what it prints is shown when it fails.
pub(super) fn run(command: &mut Command) -> Result<Run, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let told = |error: std::io::Error| format!("{name}: {error}");
    let errors = super::work_folder()?.join("stderr.txt");
    let file = std::fs::File::create(&errors).map_err(told)?;
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file);
    let started = Instant::now();
    let mut child = command.spawn().map_err(told)?;
    let (mut peak_bytes, mut processor) = (None, None);
    let status = loop {
        peak_bytes = peak_bytes.max(high_water(child.id()));
        processor = processor.max(processor_time(child.id()));
        if let Some(status) = child.try_wait().map_err(told)? {
            break status;
        }
        std::thread::sleep(LOOK_EVERY);
    };
    let time = started.elapsed();
    if !status.success() {
        let text = std::fs::read_to_string(&errors).unwrap_or_default();
        return Err(format!("{name} ended with {status}\n{text}"));
    }
    Ok(Run { time, peak_bytes, processor })
}

/// The most memory a process has had resident, on Linux.
fn high_water(process: u32) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}

/// The processor time of a process, all threads together, on Linux.
fn processor_time(process: u32) -> Option<Duration> {
    /// What the kernel counts in, on every usual architecture.
    const TICKS_A_SECOND: u64 = 100;
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program stands in parentheses and may hold spaces.
    let (_, rest) = text.rsplit_once(") ")?;
    let mut fields = rest.split(' ').skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 1000 / TICKS_A_SECOND))
}
