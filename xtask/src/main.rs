//! The project's own tools: `cargo xtask <tool>`. A tool is one module and one line of [`TOOLS`].
//!
//! None of this is part of the product, and nothing in the product may depend on it.

#![forbid(unsafe_code)]

mod bench;
mod bench_names;
mod cases;
mod ci;
mod generate;
mod test;
mod tidy;
mod workspace;

use std::path::Path;
use std::process::ExitCode;

/// One tool.
struct Tool {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> ExitCode,
}

const TOOLS: &[Tool] = &[
    Tool { name: "test", arguments: "", about: "run every test", run: test::run },
    Tool { name: "ci", arguments: "", about: "run every check, then every test", run: ci::run },
    Tool {
        name: "check",
        arguments: "",
        about: "run every check: format, lints, generated pages, tidy",
        run: ci::run_checks,
    },
    Tool {
        name: "generate",
        arguments: "[--check]",
        about: "write the generated pages of docs/, or only say which are out of date",
        run: generate::run,
    },
    Tool {
        name: "tidy",
        arguments: "",
        about: "check what no compiler checks: crate edges, licences, file lengths, wording",
        run: tidy::run,
    },
    Tool {
        name: "cases",
        arguments: "FILE",
        about: "run ownership cases with known answers",
        run: |arguments| match arguments {
            [file] => cases::run(Path::new(file)),
            _ => usage("cases FILE"),
        },
    },
    Tool {
        name: "bench",
        arguments: "NAME",
        about: "measure; without a name, list what can be measured",
        run: bench::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let known = arguments.first().and_then(|name| TOOLS.iter().find(|tool| tool.name == name));
    let Some(tool) = known else {
        eprintln!("usage: cargo xtask <tool>\n");
        for Tool { name, arguments, about, .. } in TOOLS {
            eprintln!("  {:20} {about}", format!("{name} {arguments}"));
        }
        return ExitCode::from(2);
    };
    (tool.run)(&arguments[1..])
}

/// What a tool ends with: the reason goes to standard error.
fn exit(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Says how a tool is used.
fn usage(text: &str) -> ExitCode {
    eprintln!("usage: cargo xtask {text}");
    ExitCode::from(2)
}
