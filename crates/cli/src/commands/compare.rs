//! `cuibono compare`

use std::path::PathBuf;
use std::process::ExitCode;

use cuibono_compare::{Lang as CompareLang, Options, Style, Summary};
use cuibono_query::Lang;

use crate::failure::Failure;
use crate::output::{Format, OutputArgs, plain, print, print_csv, print_json};
use crate::words::pick;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Two names
    #[arg(num_args = 2, value_names = ["NAME", "NAME"], required_unless_present_any = ["input", "entities"])]
    names: Vec<String>,
    /// FollowTheMoney schema of the two names
    #[arg(long, default_value = "Person")]
    schema: String,
    /// A CSV file with the columns schema,name1,name2; others are kept
    #[arg(long, value_name = "PAIRS.csv", conflicts_with_all = ["names", "entities"], requires = "output_file")]
    input: Option<PathBuf>,
    /// JSON lines {"id":…,"left":ENTITY,"right":ENTITY}
    #[arg(long, value_name = "PAIRS.jsonl", conflicts_with = "names", requires = "output_file")]
    entities: Option<PathBuf>,
    /// Where to write the scored rows
    #[arg(long = "output", id = "output_file", value_name = "SCORED.csv")]
    output_file: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let lang = self.output.lang();
        let words = match lang {
            Lang::En => CompareLang::En,
            Lang::Uk => CompareLang::Uk,
        };
        let style = if self.output.format == Format::Json { Style::Json } else { Style::Text };
        let options = Options { lang: words, style, ..Options::default() };
        if let Some(output) = &self.output_file {
            let summary = match (&self.input, &self.entities) {
                (Some(input), _) => cuibono_compare::compare_csv(input, output, &options)?,
                (_, Some(input)) => cuibono_compare::compare_entities(input, output, &options)?,
                _ => {
                    return Err(Failure::Usage(
                        "`--output` needs `--input` or `--entities`".into(),
                    ));
                }
            };
            return Ok(told(summary));
        }
        let [left, right] = self.names.as_slice() else {
            return Err(Failure::Usage("give two names".into()));
        };
        if cuibono_model::Schema::parse(&self.schema).is_none() {
            return Err(Failure::Usage(format!(
                "`{}` is no FollowTheMoney schema; try Person, Company, Organization, Vessel",
                plain(&self.schema)
            )));
        }
        let explanation = cuibono_compare::compare_pair(&self.schema, left, right);
        let score = cuibono_compare::score_text(explanation.score);
        let sentence = cuibono_compare::sentence(&explanation, words);
        match self.output.format {
            Format::Json => {
                print_json(&serde_json::to_value(&explanation).map_err(std::io::Error::other)?)?;
            }
            Format::Csv => print_csv(
                &["schema", "name1", "name2", "score", "match", "explanation"],
                &[vec![
                    self.schema,
                    left.clone(),
                    right.clone(),
                    score,
                    explanation.is_match.to_string(),
                    sentence,
                ]],
            )?,
            Format::Text => {
                let verdict = if explanation.is_match {
                    pick(lang, "match", "збіг")
                } else {
                    pick(lang, "no match", "не збіг")
                };
                print(&format!("{score}  {verdict}\n{}\n", plain(&sentence)))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn told(summary: Summary) -> ExitCode {
    eprintln!(
        "{} rows, {} matches, {} that could not be read",
        summary.rows, summary.matches, summary.refused
    );
    ExitCode::SUCCESS
}
