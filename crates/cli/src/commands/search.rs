//! `cuibono search`

use std::process::ExitCode;

use cuibono_model::Schema;
use cuibono_query::SearchOptions;

use super::store_args::StoreArgs;
use crate::failure::Failure;
use crate::output::{Format, OutputArgs, print, print_csv, print_json};
use crate::render;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// Words of a name, an address of a title, or a number
    #[arg(required = true, num_args = 1.., value_name = "QUERY")]
    query: Vec<String>,
    /// Only this FollowTheMoney schema and those that inherit from it
    #[arg(long, value_parser = parse_schema)]
    schema: Option<Schema>,
    /// Only entities tied to this country (code, e.g. gb)
    #[arg(long, value_name = "C")]
    country: Option<String>,
    /// Most hits
    #[arg(long, default_value_t = 10)]
    limit: usize,
    #[command(flatten)]
    output: OutputArgs,
}

fn parse_schema(name: &str) -> Result<Schema, String> {
    Schema::parse(name).ok_or_else(|| {
        "no such FollowTheMoney schema; try Person, Company, Organization, RealEstate, Vessel"
            .into()
    })
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let lang = self.output.lang();
        let country = self.country.map(|c| c.to_lowercase());
        let limit = self.limit.clamp(1, 1000);
        let options = SearchOptions { schema: self.schema, country, limit, lang };
        let hits = snapshot.search(&self.query.join(" "), &options)?;
        match self.output.format {
            Format::Text => print(&render::search::text(&hits, lang))?,
            Format::Json => print_json(&render::search::json(&hits))?,
            Format::Csv => {
                let (header, rows) = render::search::csv(&hits);
                print_csv(header, &rows)?;
            }
        }
        Ok(if hits.is_empty() { ExitCode::from(3) } else { ExitCode::SUCCESS })
    }
}
