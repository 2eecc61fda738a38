//! Invented registers in the publishers' official layouts, and the truth beside them: who is who
//! and who really owns what. Everything is derived from the seed by counting and mixing, so memory
//! hardly grows with the size and the same configuration always gives the same bytes. It never
//! reads a clock, a network or any file, and names no real person or company.

#![forbid(unsafe_code)]

mod address;
mod culture;
mod layout;
mod naming;
mod overseas;
mod overseas_register;
mod person;
mod register;
mod rng;
mod tables;
mod titles;
mod world;
mod write;

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use titles::{Book, Titles};
use world::World;
use write::truth::{self, Part};
use write::{basic, hmlr, psc, sanctions};

/// How large an invented country to write, and which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Config {
    /// Live UK companies, 100 to 9,000,000. Everything else is in proportion, as in the real
    /// registers: about 2.2 PSC lines, 0.57 CCOD and 0.018 OCOD titles a company.
    pub companies: u64,
    /// Another seed, another country.
    pub seed: u64,
}

/// What was written, counted in records (header, trailer and report-date lines not counted).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows of BasicCompanyData: live companies, overseas entities, overseas companies with a UK
    /// establishment.
    pub company_rows: u64,
    /// PSC records of persons, companies, legal and protected persons, and beneficial owners.
    pub psc_records: u64,
    /// PSC statements.
    pub psc_statements: u64,
    /// PSC exemptions.
    pub psc_exemptions: u64,
    /// CCOD rows.
    pub ccod_rows: u64,
    /// OCOD rows.
    pub ocod_rows: u64,
    /// Designations on the sanctions list.
    pub designations: u64,
    /// Rows of the sanctions list, several to a designation.
    pub sanctions_rows: u64,
    /// Rows of `truth/entities.csv`.
    pub truth_entities: u64,
    /// Rows of `truth/ownership.csv`.
    pub truth_interests: u64,
}

impl Summary {
    /// All source records.
    pub fn records(&self) -> u64 {
        self.company_rows
            + self.psc_records
            + self.psc_statements
            + self.psc_exemptions
            + self.ccod_rows
            + self.ocod_rows
            + self.sanctions_rows
    }
}

/// Why nothing, or not everything, was written.
#[derive(Debug, thiserror::Error)]
pub enum SynthError {
    /// The number of companies is outside what the registers' number ranges hold.
    #[error(
        "{asked} companies: ask for {fewest} to {most}, the numbers of the small registers hold no more"
    )]
    Companies {
        /// What was asked for.
        asked: u64,
        /// The smallest size that still has every structure.
        fewest: u64,
        /// The largest size with valid numbers.
        most: u64,
    },
    /// A file could not be written.
    #[error("cannot write {}: {source}; check the folder's rights and the free space", path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A writer's thread ended without an answer.
    #[error("writing the {0} file stopped unexpectedly")]
    Stopped(&'static str),
}

impl SynthError {
    pub(crate) fn write(path: &Path, source: std::io::Error) -> SynthError {
        SynthError::Write { path: path.to_path_buf(), source }
    }
}

/// Writes the registers into `out` and the truth into `out/truth`, replacing files of the same
/// names. A file appears under its name only when it is complete; when one fails, the files already
/// complete stay, the others are as they were.
///
/// `progress` is called on the calling thread with what is being written, how many are done and of
/// how many; the counts of different files arrive interleaved.
///
/// # Errors
/// [`SynthError::Companies`] for a size out of range, [`SynthError::Write`] when a file cannot be
/// written.
pub fn generate(
    config: &Config,
    out: &Path,
    progress: &mut dyn FnMut(&str, u64, u64),
) -> Result<Summary, SynthError> {
    let world = World::new(config.companies, config.seed)?;
    let truth_folder = out.join("truth");
    std::fs::create_dir_all(&truth_folder).map_err(|e| SynthError::write(&truth_folder, e))?;
    let ccod = Titles::new(&world, Book::Ccod, 0);
    let ocod = Titles::new(&world, Book::Ocod, ccod.len());
    let mut summary = Summary::default();
    let parts = thread::scope(|scope| -> Result<Vec<Part>, SynthError> {
        let (sender, receiver) = mpsc::channel();
        let (world, folder) = (&world, truth_folder.as_path());
        let tell = |sender: mpsc::Sender<(&'static str, u64, u64)>| {
            // Nobody listening is no reason to stop writing.
            move |stage, done, of| {
                let _ = sender.send((stage, done, of));
            }
        };
        // The PSC file is as much work as all the others together.
        let persons = {
            let tell = tell(sender.clone());
            scope.spawn(move || psc::write(world, out, folder, &tell))
        };
        let others = {
            let tell = tell(sender);
            let (ccod, ocod) = (&ccod, &ocod);
            scope.spawn(move || {
                let companies = basic::write(world, out, folder, &tell)?;
                let ccod = hmlr::write(world, ccod, out, folder, &tell)?;
                let ocod = hmlr::write(world, ocod, out, folder, &tell)?;
                let list = sanctions::write(world, out, folder, &tell)?;
                Ok::<_, SynthError>((companies, ccod, ocod, list))
            })
        };
        for (stage, done, of) in receiver {
            progress(stage, done, of);
        }
        let (totals, psc) = persons.join().map_err(|_| SynthError::Stopped("PSC"))??;
        let (companies, ccod, ocod, list) =
            others.join().map_err(|_| SynthError::Stopped("company"))??;
        summary.company_rows = companies.0;
        summary.psc_records = totals.persons;
        summary.psc_statements = totals.statements;
        summary.psc_exemptions = totals.exemptions;
        summary.ccod_rows = ccod.0;
        summary.ocod_rows = ocod.0;
        summary.designations = list.0;
        summary.sanctions_rows = list.1;
        Ok(vec![companies.1, psc, ccod.1, ocod.1, list.2])
    });
    let joined = parts.and_then(|parts| truth::join(&truth_folder, &parts).map(|()| parts));
    let parts = joined.inspect_err(|_| truth::discard(&truth_folder))?;
    summary.truth_entities = parts.iter().map(|p| p.entity_rows).sum();
    summary.truth_interests = parts.iter().map(|p| p.ownership_rows).sum();
    Ok(summary)
}
