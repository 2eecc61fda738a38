//! `cuibono demo`: the bundled invented registers, three questions and their answers.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cuibono_pipeline::{BuildOptions, InputPath, Silent, build};
use cuibono_query::{Found, Lang, Question, Snapshot};

use crate::failure::Failure;
use crate::output::{OutputArgs, Style, print};
use crate::render;
use crate::words::pick;

#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// End after printing
    #[arg(long)]
    no_serve: bool,
    #[command(flatten)]
    output: OutputArgs,
}

/// The registers, as files of their publishers' layouts.
const FILES: &[(&str, &[u8])] = &[
    ("OCOD_FULL_2026_10.csv", include_bytes!("../../demo/OCOD_FULL_2026_10.csv")),
    ("CCOD_FULL_2026_10.csv", include_bytes!("../../demo/CCOD_FULL_2026_10.csv")),
    (
        "BasicCompanyDataAsOneFile-2026-10-01.csv",
        include_bytes!("../../demo/BasicCompanyDataAsOneFile-2026-10-01.csv"),
    ),
    (
        "persons-with-significant-control-snapshot-2026-10-01.txt",
        include_bytes!("../../demo/persons-with-significant-control-snapshot-2026-10-01.txt"),
    ),
    ("UK-Sanctions-List.csv", include_bytes!("../../demo/UK-Sanctions-List.csv")),
    ("example-research.ftm.json", include_bytes!("../../demo/example-research.ftm.json")),
];

/// What is asked.
enum Ask {
    Owners(&'static str),
    Holdings(&'static str),
}

struct Step {
    en: &'static str,
    uk: &'static str,
    ask: Ask,
}

const STEPS: &[Step] = &[
    Step {
        en: "A house in Testford belongs to a company in the British Virgin Islands. Who is behind it?",
        uk: "Будинок у Тестфорді належить компанії з Британських Віргінських Островів. Хто за нею стоїть?",
        ask: Ask::Owners("ZZ100001"),
    },
    Step {
        en: "A glass company answers to a holding. Where does its chain end, and why there?",
        uk: "Скляна компанія належить холдингу. Де закінчується ланцюг і чому саме там?",
        ask: Ask::Owners("15000002"),
    },
    Step {
        en: "What does one person hold, behind how many layers?",
        uk: "Що належить одній людині й за скількома рівнями?",
        ask: Ask::Holdings("gb-sl-ZZZ0001"),
    },
];

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let lang = self.output.lang();
        let folder = cache_folder().join("demo");
        let registers = folder.join("registers");
        write_registers(&registers)?;
        let store = folder.join("store");
        let paths = [InputPath { path: registers, dataset: None }];
        build(&store, &paths, &BuildOptions::default(), &Silent)?;
        let snapshot = Snapshot::open(&store)?;
        print(pick(
            lang,
            "Invented registers in the publishers' layouts: nobody and nothing here exists.",
            "Вигадані реєстри у форматах видавців: нічого й нікого з цього не існує.",
        ))?;
        for (number, step) in STEPS.iter().enumerate() {
            print(&answer(number + 1, step, &snapshot, &store, lang)?)?;
        }
        print(&next_steps(&store, lang))?;
        if !self.no_serve {
            print(pick(
                lang,
                "There is no web page yet; ask on the command line as above.",
                "Вебсторінки ще немає; питайте в командному рядку, як показано вище.",
            ))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn answer(
    number: usize,
    step: &Step,
    snapshot: &Snapshot,
    store: &Path,
    lang: Lang,
) -> Result<String, Failure> {
    let style = Style::detect();
    let (command, id) = match step.ask {
        Ask::Owners(id) => ("owners", id),
        Ask::Holdings(id) => ("holdings", id),
    };
    let rule = "─".repeat(72);
    let heading = format!("{number}. {}", pick(lang, step.en, step.uk));
    let asked = format!("$ cuibono {command} {} {id}", store.display());
    let Found::Thing(thing) = snapshot.find(id, lang)? else {
        return Err(Failure::Usage(format!("the demonstration store lacks `{id}`")));
    };
    let question = Question { lang, ..Question::default() };
    let body = match step.ask {
        Ask::Owners(_) => render::owners::text(&snapshot.owners(thing, &question)?, lang),
        Ask::Holdings(_) => render::holdings::text(&snapshot.holdings(thing, &question)?, lang),
    };
    Ok(format!("\n{rule}\n{}\n{}\n\n{body}", style.bold(&heading), style.faint(&asked)))
}

fn next_steps(store: &Path, lang: Lang) -> String {
    let store = store.display();
    format!(
        "\n{}\n{}:\n  cuibono search {store} sample crescent\n  cuibono show {store} OE000101\n  \
         cuibono path {store} ZZ200002 ZZ100001\n  cuibono owners {store} ZZ100001 --format json\n  \
         cuibono sources\n  cuibono build --out STORE FILES...\n\n{}\n",
        "─".repeat(72),
        pick(lang, "Ask more", "Запитайте ще"),
        pick(
            lang,
            "Presence in a register or a list is not wrongdoing. Nothing here is legal advice.",
            "Згадка в реєстрі чи списку не є правопорушенням. Це не юридична порада.",
        ),
    )
}

fn write_registers(folder: &Path) -> Result<(), Failure> {
    let cannot = |path: &Path| {
        let path = path.display().to_string();
        move |source| Failure::File { path, source }
    };
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(cannot(folder))?;
    }
    std::fs::create_dir_all(folder).map_err(cannot(folder))?;
    for (name, bytes) in FILES {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(cannot(&path))?;
    }
    Ok(())
}

/// Where programs keep what they can make again, by the habits of each system.
fn cache_folder() -> PathBuf {
    let env =
        |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = if cfg!(windows) {
        env("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        env("HOME").map(|home| home.join("Library/Caches"))
    } else {
        env("XDG_CACHE_HOME").or_else(|| env("HOME").map(|home| home.join(".cache")))
    };
    base.unwrap_or_else(std::env::temp_dir).join("cuibono")
}
