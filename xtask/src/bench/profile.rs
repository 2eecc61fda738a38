//! Where a build spends its time, by function, with `perf`.

use std::path::Path;
use std::process::Command;

use super::build::clear;
use super::child;
use crate::workspace::{cargo, output, run as start};

/// How many functions are listed, with what they call and alone.
const COSTS: usize = 12;

/// Profiles a build of the input and prints the largest costs.
pub(super) fn run(work: &Path, input: &Path) -> Result<(), String> {
    if output(Command::new("perf").arg("--version")).is_err() {
        println!("\nno profile: `perf` is needed; under valgrind a build of this size takes hours");
        return Ok(());
    }
    let (out, data, target) =
        (work.join("store-profiled"), work.join("perf.data"), work.join("profiled"));
    clear(&out)?;
    eprintln!("building with frame pointers, so that callers are known");
    let mut build = cargo();
    build.args(["build", "--quiet", "--release", "--bin", "cuibono", "--target-dir"]).arg(&target);
    start(build.env("RUSTFLAGS", "-C force-frame-pointers=yes"))?;
    let mut record = Command::new("perf");
    record.args(["record", "--quiet", "--call-graph", "fp", "--freq", "299", "--output"]);
    record.arg(&data).arg("--").arg(target.join("release/cuibono"));
    if let Err(reason) = child::run(record.arg("build").arg("--out").arg(&out).arg(input)) {
        println!("\nno profile: {reason}");
        return Ok(());
    }
    let report = |order: &str| {
        let mut report = Command::new("perf");
        report.args(["report", "--stdio", "--sort", "symbol", "--call-graph", "none", order]);
        output(report.arg("--input").arg(&data))
    };
    println!("\nour functions with what they call, share of the processor time:\n");
    for (share, name) in
        shares(&report("--children")?).filter(|(_, name)| name.contains("cuibono_")).take(COSTS)
    {
        println!("{share:>7}  {name}");
    }
    println!("\nfunctions alone:\n");
    for (share, name) in shares(&report("--no-children")?).take(COSTS) {
        println!("{share:>7}  {name}");
    }
    std::fs::remove_file(&data).map_err(|error| error.to_string())?;
    clear(&out)
}

/// The first share and the name of each line of a report.
fn shares(report: &str) -> impl Iterator<Item = (&str, &str)> {
    report.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let share = line.split_whitespace().next().filter(|share| share.ends_with('%'))?;
        let (_, name) = line.split_once("] ")?;
        Some((share, name.split("   ").next()?.trim()))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_of_a_report() {
        let report = "# Children\n\n    36.35%     5.68%  [.] a::group       -      -\n\
                      \n     6.44%     0.03%  [k] do_syscall_64\n";
        let shares: Vec<_> = super::shares(report).collect();
        assert_eq!(shares, [("36.35%", "a::group"), ("6.44%", "do_syscall_64")]);
    }
}
