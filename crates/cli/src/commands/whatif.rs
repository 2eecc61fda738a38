//! `cuibono whatif`

use std::io::BufRead;
use std::path::PathBuf;
use std::process::ExitCode;

use cuibono_ownership::regime::Regime;
use cuibono_query::{Blocked, Lang, Snapshot, WhatIfSummary};
use serde_json::{Value, json};

use super::store_args::{DateArgs, StoreArgs, find_thing, parse_sanctions_regime};
use crate::failure::Failure;
use crate::output::{CsvRows, Format, OutputArgs, print, print_json};
use crate::render::steps::exact_json;
use crate::render::{party_json, regime::book_json};
use crate::words::{pick, rules};

/// Ids in a file.
const IDS_MAX: usize = 1_000_000;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// Take this party as designated; repeatable
    #[arg(long, value_name = "ID", required_unless_present = "ids")]
    sanction: Vec<String>,
    /// A file of ids, numbers or unique names, one a line
    #[arg(long, value_name = "FILE")]
    ids: Option<PathBuf>,
    /// Leave out ids that are not found or not unique (exit code 4) instead of stopping
    #[arg(long)]
    keep_going: bool,
    /// The rule book; `cuibono regimes` lists them
    #[arg(long, value_name = "NAME", default_value = "us-ofac", value_parser = parse_sanctions_regime)]
    regime: Regime,
    /// Write CSV there instead of to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    dates: DateArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HEADER: &[&str] =
    &["id", "caption", "schema", "answer", "ground", "share_min", "share_max", "through"];

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let snapshot = self.store.open()?;
        let lang = self.output.lang();
        let (listed, refused) = self.listed(&snapshot)?;
        let question = self.dates.question(lang);
        let is_csv = self.out.is_some() || self.output.format == Format::Csv;
        let summary = if is_csv {
            let mut rows = match &self.out {
                Some(path) => CsvRows::create(path, HEADER)?,
                None => CsvRows::stdout(HEADER)?,
            };
            let each = &mut |one: Blocked| rows.write(&row(&one));
            let summary = snapshot.what_if::<Failure>(&listed, self.regime, &question, each)?;
            rows.finish()?;
            summary
        } else {
            let mut found = Vec::new();
            let each = &mut |one: Blocked| {
                found.push(one);
                Ok(())
            };
            let summary = snapshot.what_if::<Failure>(&listed, self.regime, &question, each)?;
            if let Some(summary) = &summary {
                match self.output.format {
                    Format::Json => print_json(&body(summary, &found))?,
                    _ => print(&text(&found, lang))?,
                }
            }
            summary
        };
        if let Some(summary) = summary {
            eprintln!("{}", tally(&summary, lang));
        }
        Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::from(4) })
    }

    /// The parties taken as designated, and how many ids were left out.
    fn listed(&self, snapshot: &Snapshot) -> Result<(Vec<u32>, usize), Failure> {
        let mut texts = self.sanction.clone();
        if let Some(path) = &self.ids {
            let cannot = |source| Failure::File { path: path.display().to_string(), source };
            let file = std::fs::File::open(path).map_err(cannot)?;
            for line in std::io::BufReader::new(file).lines().take(IDS_MAX) {
                let line = line.map_err(cannot)?;
                let id = line.trim().trim_start_matches('\u{feff}');
                if !id.is_empty() {
                    texts.push(id.to_owned());
                }
            }
        }
        let (mut listed, mut refused) = (Vec::new(), 0);
        for id in &texts {
            match find_thing(snapshot, id, &self.output) {
                Ok(thing) => listed.push(thing),
                Err(Failure::NotFound) if self.keep_going => refused += 1,
                Err(failure) => return Err(failure),
            }
        }
        listed.sort_unstable();
        listed.dedup();
        Ok((listed, refused))
    }
}

fn row(one: &Blocked) -> Vec<String> {
    let through: Vec<&str> = one.through.iter().map(|party| party.id.as_str()).collect();
    vec![
        one.party.id.clone(),
        one.party.caption.clone(),
        one.party.schema.to_owned(),
        rules::answer_code(one.answer).to_owned(),
        rules::limb_code(one.limb).to_owned(),
        one.share.as_ref().map(|s| s.bounds.min.to_string()).unwrap_or_default(),
        one.share.as_ref().map(|s| s.bounds.max.to_string()).unwrap_or_default(),
        through.join("; "),
    ]
}

fn body(summary: &WhatIfSummary, found: &[Blocked]) -> Value {
    let blocked: Vec<Value> = found
        .iter()
        .map(|one| {
            let mut value = party_json(&one.party);
            value["answer"] = json!(rules::answer_code(one.answer));
            value["ground"] = json!(rules::limb_code(one.limb));
            value["share"] = one.share.as_ref().map_or(Value::Null, exact_json);
            value["through"] = one.through.iter().map(|party| json!(party.id)).collect();
            value
        })
        .collect();
    json!({
        "regime": book_json(summary.rule_book),
        "as_of": summary.as_of.to_string(),
        "applied": summary.applied,
        "listed": summary.listed,
        "certain": summary.certain,
        "possible": summary.possible,
        "cut": summary.cut,
        "blocked": blocked,
    })
}

fn text(found: &[Blocked], lang: Lang) -> String {
    let mut out = String::new();
    for one in found {
        let share = one.share.as_ref();
        let share = share.map(|s| format!(" · {}", crate::render::bounds(lang, s.bounds)));
        let through: Vec<String> =
            one.through.iter().map(|party| crate::output::plain(&party.caption)).collect();
        out.push_str(&format!(
            "{}\n   {} · {}{} · {}: {}\n",
            crate::render::party_line(&one.party, lang),
            rules::answer(lang, one.answer),
            rules::limb(lang, one.limb),
            share.unwrap_or_default(),
            pick(lang, "through", "через"),
            through.join(", "),
        ));
    }
    out
}

fn tally(summary: &WhatIfSummary, lang: Lang) -> String {
    let mut out = format!(
        "{} [{}]: {} {}, {} {}",
        rules::regime(lang, summary.rule_book.regime),
        summary.rule_book.code,
        summary.certain,
        pick(lang, "certain", "напевно"),
        summary.possible,
        pick(lang, "possible", "можливо"),
    );
    if !summary.applied {
        let note = cuibono_query::RegimeNote::NotApplied;
        out.push_str(&format!("; {}", rules::note(lang, note)));
    }
    if summary.cut > 0 {
        let note = cuibono_query::RegimeNote::Cut;
        out.push_str(&format!("; {} ({})", rules::note(lang, note), summary.cut));
    }
    for part in rules::unverified(lang, summary.rule_book.regime) {
        out.push_str(&format!("\n{}: {part}", pick(lang, "unverified", "не перевірено")));
    }
    out
}
