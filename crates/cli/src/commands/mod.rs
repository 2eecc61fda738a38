//! One file a command, registered here.

mod build;
mod build_config;
mod compare;
mod demo;
mod explain;
mod group;
mod holdings;
mod issues;
mod owners;
mod path;
mod regimes;
mod search;
mod show;
mod sources;
mod store_args;
mod synth;
mod timeline;
mod ultimate;
mod verify;
mod whatif;

use std::process::ExitCode;

use clap::Subcommand;

use crate::failure::Failure;

/// What to do.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Build the bundled invented registers and answer three questions
    Demo(demo::Args),
    /// Build a store from register files
    Build(build::Args),
    /// Find entities by name or number
    Search(search::Args),
    /// Show everything said of an entity, with the record behind every statement
    Show(show::Args),
    /// Show who ultimately owns or controls something, with bounds
    Owners(owners::Args),
    /// Show everything a party holds, directly and through others
    Holdings(holdings::Args),
    /// Show the arithmetic of what one party has in another, to be followed by hand
    Explain(explain::Args),
    /// Show how the owners of something change over time
    Timeline(timeline::Args),
    /// Show the group a company belongs to
    Group(group::Args),
    /// Show everything that would be blocked if certain parties were designated
    Whatif(whatif::Args),
    /// List the ultimate owners of everything in a store, with bounds, as CSV
    Ultimate(ultimate::Args),
    /// List the rule books for --regime
    Regimes(regimes::Args),
    /// Show what connects two parties
    Path(path::Args),
    /// Compare two names, or files of pairs, and say why they are or are not the same party's
    Compare(compare::Args),
    /// Check every byte and cross-reference of a store
    Verify(verify::Args),
    /// Show the odd things found in the input
    Issues(issues::Args),
    /// List the registers that can be read
    Sources(sources::Args),
    /// Write invented registers in the official layouts, and the truth beside them
    Synth(synth::Args),
}

impl Command {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Command::Demo(args) => args.run(),
            Command::Build(args) => args.run(),
            Command::Search(args) => args.run(),
            Command::Show(args) => args.run(),
            Command::Owners(args) => args.run(),
            Command::Holdings(args) => args.run(),
            Command::Explain(args) => args.run(),
            Command::Timeline(args) => args.run(),
            Command::Group(args) => args.run(),
            Command::Whatif(args) => args.run(),
            Command::Ultimate(args) => args.run(),
            Command::Regimes(args) => args.run(),
            Command::Path(args) => args.run(),
            Command::Compare(args) => args.run(),
            Command::Verify(args) => args.run(),
            Command::Issues(args) => args.run(),
            Command::Sources(args) => args.run(),
            Command::Synth(args) => args.run(),
        }
    }
}
