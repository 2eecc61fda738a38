//! docs/cli.md: what `cuibono` and each of its commands say under `--help`.

use std::fmt::Write as _;

use crate::workspace::{cargo, output};

pub(super) fn page() -> Result<String, String> {
    let overview = help(None)?;
    let mut text = format!(
        "# The command line\n\n{}\n\nWhat `cuibono --help` and `cuibono COMMAND --help` print.\n\n\
         Answers go to standard output; progress and warnings to standard error. Exit codes: 0 done, \
         1 failed (with cause, place and remedy), 2 wrong usage, 3 not found or ambiguous, 4 done \
         but some input was refused.\n\n```text\n{overview}\n```\n",
        super::NOTICE
    );
    let commands = commands(&overview);
    if commands.is_empty() {
        return Err("`cuibono --help` lists no commands".into());
    }
    for command in commands {
        let _ = write!(text, "\n## cuibono {command}\n\n```text\n{}\n```\n", help(Some(command))?);
    }
    Ok(text)
}

/// The commands that the overview lists, in its order.
fn commands(overview: &str) -> Vec<&str> {
    let listed = overview.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty());
    // A description that runs over several lines is indented further than a command.
    let named = listed.filter_map(|line| line.strip_prefix("  ").filter(|l| !l.starts_with(' ')));
    named.filter_map(|line| line.split(' ').next()).filter(|name| *name != "help").collect()
}

fn help(command: Option<&str>) -> Result<String, String> {
    let mut cargo = cargo();
    cargo.args(["run", "--quiet", "--bin", "cuibono", "--"]).args(command).arg("--help");
    // Without a terminal the width is taken from here; colours are left out.
    let text = output(cargo.env("COLUMNS", "100").env("NO_COLOR", "1"))?;
    // On Windows the program calls itself `cuibono.exe`.
    let lines = text.lines().map(|line| line.trim_end().replace("cuibono.exe", "cuibono"));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn commands_are_found_in_an_overview() {
        let overview = "Who owns\n\nUsage: cuibono <COMMAND>\n\nCommands:\n  build  Build a store\n         \
                        from files\n  help   Print this\n\nOptions:\n  -h, --help  Print help";
        assert_eq!(super::commands(overview), ["build"]);
        assert!(super::commands("nothing of the kind").is_empty());
    }
}
