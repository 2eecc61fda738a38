//! What the end-to-end tests share: running the binary, folders, invented streams, the real files.
//! Never asserts anything about a register itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// What a run of the binary came to.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Exit code; `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Ran {
        Ran {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Asserts the exit code and hands itself on.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// Asserts that standard error has every one of these.
    #[track_caller]
    pub(crate) fn says(self, parts: &[&str]) -> Ran {
        for part in parts {
            assert!(self.err.contains(part), "`{part}` is not in:\n{}", self.err);
        }
        self
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|e| panic!("not JSON ({e}):\n{}\n{}", self.out, self.err))
    }
}

/// The binary with an environment that does not depend on the machine.
pub(crate) fn cuibono() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cuibono"));
    command.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0").stdin(Stdio::null());
    command
}

/// Runs the binary. It must end by itself, and never by a panic (101) or a signal.
#[track_caller]
pub(crate) fn run<S: AsRef<std::ffi::OsStr>>(args: &[S]) -> Ran {
    let ran = Ran::of(cuibono().args(args).output().expect("the binary runs"));
    let shown: Vec<_> = args.iter().map(|a| a.as_ref().to_string_lossy()).collect();
    assert!(
        ran.code.is_some_and(|code| code != 101) && !ran.err.contains("panicked at"),
        "{shown:?} broke: {:?}\n{}",
        ran.code,
        ran.err
    );
    ran
}

/// Runs an answering command for JSON.
#[track_caller]
pub(crate) fn ask(command: &str, store: &Path, args: &[&str]) -> Value {
    let mut all = vec![command, path(store)];
    all.extend(args);
    all.extend(["--format", "json"]);
    run(&all).exits(0).json()
}

/// Builds a store.
#[track_caller]
pub(crate) fn build(out: &Path, inputs: &[&Path]) -> Ran {
    let mut args = vec!["build", "--out", path(out)];
    args.extend(inputs.iter().map(|p| path(p)));
    run(&args)
}

/// A path as an argument; test folders are always UTF-8.
#[track_caller]
pub(crate) fn path(path: &Path) -> &str {
    path.to_str().expect("test folders are UTF-8")
}

/// A folder that goes with the test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// In memory where the system has such a place: every published store is brought to disk, which
    /// is what takes longest in most tests.
    pub(crate) fn new() -> Folder {
        let memory = Path::new("/dev/shm");
        let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Folder(made.or_else(|_| tempfile::tempdir()).expect("a temporary folder"))
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.at(name);
        std::fs::create_dir_all(path.parent().expect("below the folder")).expect("folders");
        std::fs::write(&path, bytes).expect("a test file");
        path
    }

    /// A folder below.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        let path = self.at(name);
        std::fs::create_dir_all(&path).expect("a folder");
        path
    }
}

/// Every file below a folder with the digest of its bytes; folders with a trailing slash.
pub(crate) fn listing(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
            if path.is_dir() {
                all.insert(format!("{name}/"), String::new());
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap_or_default();
                all.insert(name, blake3::hash(&bytes).to_hex().to_string());
            }
        }
    }
    all
}

/// The digest of the current generation.
#[track_caller]
pub(crate) fn current(store: &Path) -> String {
    std::fs::read_to_string(store.join("CURRENT")).expect("a published store")
}

/// The folder of the current generation.
#[track_caller]
pub(crate) fn generation(store: &Path) -> PathBuf {
    store.join(format!("g-{}", &current(store)[..16]))
}

/// The real register files beside the repository. Without them a test says that it is skipped,
/// except where `CI=true` asks for everything.
pub(crate) fn registers() -> Option<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/registers"))
        .to_owned();
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "the register files are missing at {}",
        folder.display()
    );
    eprintln!("skipped: there are no register files at {}", folder.display());
    None
}

/// An invented FollowTheMoney stream.
#[derive(Default)]
pub(crate) struct Stream(String);

impl Stream {
    pub(crate) fn entity(mut self, id: &str, schema: &str, properties: Value) -> Stream {
        let line = json!({ "id": id, "schema": schema, "properties": properties });
        self.0.push_str(&line.to_string());
        self.0.push('\n');
        self
    }

    pub(crate) fn company(self, id: &str, name: &str) -> Stream {
        self.entity(id, "Company", json!({ "name": [name] }))
    }

    pub(crate) fn person(self, id: &str, name: &str) -> Stream {
        self.entity(id, "Person", json!({ "name": [name] }))
    }

    /// `owner` holds `percentage` of `asset`.
    pub(crate) fn owns(self, owner: &str, asset: &str, percentage: &str) -> Stream {
        let id = format!("own-{owner}-{asset}");
        let properties = json!({ "owner": [owner], "asset": [asset], "percentage": [percentage] });
        self.entity(&id, "Ownership", properties)
    }

    pub(crate) fn line(mut self, line: &str) -> Stream {
        self.0.push_str(line);
        self.0.push('\n');
        self
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

/// A store of two companies and a person, for tests about something else.
pub(crate) fn small_stream() -> Stream {
    Stream::default()
        .company("t-co-1", "Quillmere Holdings Ltd")
        .company("t-co-2", "Tarnwick Trading Ltd")
        .person("t-p-1", "Oda Brannfjell")
        .owns("t-co-1", "t-co-2", "60")
        .owns("t-p-1", "t-co-1", "50")
}

/// Builds a store of one stream.
#[track_caller]
pub(crate) fn store_of(folder: &Folder, stream: &Stream) -> PathBuf {
    let input = folder.write("in/stream.ftm.json", stream.text());
    let store = folder.at("store");
    build(&store, &[&input]).exits(0);
    store
}

/// The item of an array whose field has a value.
#[track_caller]
pub(crate) fn item<'v>(list: &'v Value, field: &str, value: &str) -> &'v Value {
    list.as_array()
        .and_then(|all| all.iter().find(|one| one[field] == value))
        .unwrap_or_else(|| panic!("no {field} = {value} in {list:#}"))
}
