//! `cuibono issues`

use std::process::ExitCode;

use super::store_args::StoreArgs;
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, escaped, print, print_csv};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// Only this dataset
    #[arg(long, value_name = "ID")]
    dataset: Option<String>,
    /// Only this kind, e.g. bad_date
    #[arg(long)]
    kind: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let lines = snapshot.issue_lines()?;
        let is_asked = |dataset: &str, kind: &str| {
            self.dataset.as_deref().is_none_or(|d| d == dataset)
                && self.kind.as_deref().is_none_or(|k| k == kind)
        };
        match self.output.format {
            Format::Text => {
                let counts: Vec<_> = snapshot
                    .issue_counts()
                    .into_iter()
                    .filter(|c| is_asked(&c.dataset, &c.kind))
                    .collect();
                let is_narrow = self.dataset.is_some() || self.kind.is_some();
                let first = render::issues::parse(&lines, &is_asked);
                let first = if is_narrow { &first[..first.len().min(20)] } else { &[] };
                print(&render::issues::text(&counts, first, self.output.lang()))?;
            }
            // Already JSON lines, one issue each.
            Format::Json => {
                let kept: String = lines
                    .lines()
                    .filter(|line| !render::issues::parse(line, &is_asked).is_empty())
                    .flat_map(|line| [line, "\n"])
                    .collect();
                print(&escaped(&kept))?;
            }
            Format::Csv => {
                let (header, rows) = render::issues::csv(&render::issues::parse(&lines, &is_asked));
                print_csv(header, &rows)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
