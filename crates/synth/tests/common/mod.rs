//! Two invented countries, made once, and their files read back with other people's readers.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::{LazyLock, OnceLock};

use cuibono_synth::{Config, Summary, generate};
use serde_json::Value;

pub(crate) struct Made {
    /// Every file by its path in the folder.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) summary: Summary,
    psc: OnceLock<Vec<Value>>,
    tables: [OnceLock<Vec<csv::StringRecord>>; 6],
}

pub(crate) fn make(companies: u64, seed: u64) -> Made {
    let folder = tempfile::tempdir().unwrap();
    let summary = generate(&Config { companies, seed }, folder.path(), &mut |_, _, _| {}).unwrap();
    let mut files = BTreeMap::new();
    read(folder.path(), "", &mut files);
    read(&folder.path().join("truth"), "truth/", &mut files);
    Made { files, summary, psc: OnceLock::new(), tables: Default::default() }
}

pub(crate) static SMALL: LazyLock<Made> = LazyLock::new(|| make(300, 1));
pub(crate) static LARGE: LazyLock<Made> = LazyLock::new(|| make(20_000, 1));

pub(crate) const BASIC: &str = "BasicCompanyDataAsOneFile-2026-10-01";
pub(crate) const PSC: &str = "persons-with-significant-control-snapshot-2026-10-01";
pub(crate) const CCOD: &str = "CCOD_FULL_2026_10";
pub(crate) const OCOD: &str = "OCOD_FULL_2026_10";

/// The plain files of a folder.
fn read(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_file() {
            let name = format!("{prefix}{}", entry.file_name().into_string().unwrap());
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

fn records(text: &str) -> Vec<csv::StringRecord> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

impl Made {
    /// The text of the one member of a zip.
    pub(crate) fn unzip(&self, stem: &str) -> String {
        let bytes = &self.files[&format!("{stem}.zip")];
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), 1);
        let ending = if stem == PSC { "txt" } else { "csv" };
        let mut member = archive.by_name(&format!("{stem}.{ending}")).unwrap();
        let mut out = String::new();
        member.read_to_string(&mut out).unwrap();
        out
    }

    /// The text of a plain file.
    pub(crate) fn text(&self, name: &str) -> &str {
        std::str::from_utf8(&self.files[name]).unwrap()
    }

    /// The lines of the PSC file, the totals last.
    pub(crate) fn psc(&self) -> &[Value] {
        self.psc.get_or_init(|| {
            let text = self.unzip(PSC);
            text.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
        })
    }

    fn table(&self, at: usize, text: impl FnOnce() -> String) -> &[csv::StringRecord] {
        self.tables[at].get_or_init(|| records(&text()))
    }

    /// Header and rows of BasicCompanyData.
    pub(crate) fn basic(&self) -> &[csv::StringRecord] {
        self.table(0, || self.unzip(BASIC))
    }

    /// Header, rows and trailer of CCOD.
    pub(crate) fn ccod(&self) -> &[csv::StringRecord] {
        self.table(1, || self.unzip(CCOD))
    }

    /// Header, rows and trailer of OCOD.
    pub(crate) fn ocod(&self) -> &[csv::StringRecord] {
        self.table(2, || self.unzip(OCOD))
    }

    /// Header and rows of the sanctions list, without the line of the report date.
    pub(crate) fn list(&self) -> &[csv::StringRecord] {
        let text = self.text("UK-Sanctions-List.csv");
        self.table(3, || text.split_once("\r\n").unwrap().1.to_string())
    }

    fn truth(&self, at: usize, name: &str) -> &[csv::StringRecord] {
        &self.table(at, || self.text(name).to_string())[1..]
    }

    /// Rows of `truth/entities.csv`.
    pub(crate) fn entities(&self) -> &[csv::StringRecord] {
        self.truth(4, "truth/entities.csv")
    }

    /// Rows of `truth/ownership.csv`.
    pub(crate) fn interests(&self) -> &[csv::StringRecord] {
        self.truth(5, "truth/ownership.csv")
    }

    /// Rows of `truth/sanctioned.csv`.
    pub(crate) fn sanctioned(&self) -> Vec<csv::StringRecord> {
        records(self.text("truth/sanctioned.csv")).split_off(1)
    }

    /// Rows of `truth/links.csv`.
    pub(crate) fn links(&self) -> Vec<csv::StringRecord> {
        records(self.text("truth/links.csv")).split_off(1)
    }
}
