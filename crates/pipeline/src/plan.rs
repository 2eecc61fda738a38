//! Which files are read, and by which source.

use std::collections::BTreeSet;
use std::path::PathBuf;

use cuibono_read::{Limits, Member, ReadError, discover_with};
use cuibono_sources::{Head, Plan, Source};
use rayon::prelude::*;

use crate::BuildError;

/// A path as the user gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputPath {
    /// A file, archive or folder.
    pub path: PathBuf,
    /// The dataset it is forced to be, if any.
    pub dataset: Option<String>,
}

impl InputPath {
    /// Reads `PATH` or `DATASET=PATH`. A path that exists as it stands is a path.
    #[must_use]
    pub fn parse(text: &str) -> InputPath {
        if let Some((dataset, path)) = text.split_once('=')
            && !std::path::Path::new(text).exists()
            && dataset.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
            && !dataset.is_empty()
        {
            return InputPath { path: path.into(), dataset: Some(dataset.into()) };
        }
        InputPath { path: text.into(), dataset: None }
    }
}

/// A file that was not read, and why.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Skipped {
    /// The file.
    pub name: String,
    /// Why.
    pub why: String,
}

/// One file to read.
pub(crate) struct Input {
    pub(crate) member: Member,
    /// The other members of its folder or archive.
    pub(crate) beside: Vec<Member>,
    pub(crate) source: &'static dyn Source,
    pub(crate) plan: Plan,
    pub(crate) blake3: String,
}

/// The files to read in the order that numbers them, and those passed over.
pub(crate) struct Inputs {
    pub(crate) read: Vec<Input>,
    pub(crate) skipped: Vec<Skipped>,
    /// Files that cannot be read, where the build goes on without them.
    pub(crate) refused: Vec<Skipped>,
}

enum Recognised {
    As(Box<Input>),
    Companion,
    Unknown(Member, &'static str),
    Broken(Skipped),
}

/// Looks at every file below the paths.
///
/// The order of the result depends on content and names only, never on the order of the paths.
///
/// With `keep_going` a file that cannot be read, or that the user named and no source knows, is
/// refused instead of failing the build. A path that does not exist still fails it.
pub(crate) fn inputs(
    paths: &[InputPath],
    keep_going: bool,
    limits: &Limits,
) -> Result<Inputs, BuildError> {
    let mut read = Vec::new();
    let mut skipped = Vec::new();
    let mut refused = Vec::new();
    for given in paths {
        let forced = match &given.dataset {
            None => None,
            Some(id) => Some(
                cuibono_sources::source(id)
                    .ok_or_else(|| BuildError::NoSuchDataset { dataset: id.clone() })?,
            ),
        };
        let mut on_bad = |name: &str, error: ReadError| {
            if !keep_going {
                return Err(error);
            }
            refused.push(Skipped { name: name.to_owned(), why: error.to_string() });
            Ok(())
        };
        let members = discover_with(&given.path, limits, &mut on_bad)?;
        let found: Vec<Recognised> = members
            .par_iter()
            .map(|member| match recognise(member, &members, forced, limits) {
                Err(error) if keep_going => {
                    let (name, why) = (member.name.clone(), error.to_string());
                    Ok(Recognised::Broken(Skipped { name, why }))
                }
                done => done,
            })
            .collect::<Result<_, BuildError>>()?;
        let is_archive = members.iter().any(|m| m.name != m.stem);
        let is_any_known = found.iter().any(|f| matches!(f, Recognised::As(_)));
        for one in found {
            match one {
                Recognised::As(input) => read.push(*input),
                Recognised::Companion => {}
                Recognised::Broken(file) => refused.push(file),
                Recognised::Unknown(member, why) => {
                    if member.is_named && !(is_archive && is_any_known) {
                        let (name, path) = (member.name, given.path.display().to_string());
                        let error = BuildError::NotRecognised { name: name.clone(), why, path };
                        if !keep_going {
                            return Err(error);
                        }
                        refused.push(Skipped { name, why: error.to_string() });
                        continue;
                    }
                    skipped.push(Skipped { name: member.name, why: why.to_owned() });
                }
            }
        }
    }
    read.sort_by(|a, b| {
        let key = |i: &Input| (i.source.dataset().id, i.member.name.clone(), i.blake3.clone());
        key(a).cmp(&key(b))
    });
    let mut seen = BTreeSet::new();
    read.retain(|input| {
        let is_new = seen.insert((input.blake3.clone(), input.member.stem.clone()));
        if !is_new {
            let why = "the same content as another file".to_owned();
            skipped.push(Skipped { name: input.member.name.clone(), why });
        }
        is_new
    });
    skipped.sort();
    refused.sort();
    if read.is_empty() {
        return Err(BuildError::NothingToRead);
    }
    if read.len() > usize::from(u16::MAX) {
        return Err(BuildError::TooManyFiles { count: read.len() });
    }
    Ok(Inputs { read, skipped, refused })
}

/// What is wrong with a file that no source knows, where its first bytes tell.
fn unknown(head: &[u8]) -> &'static str {
    match head {
        [] => "is empty; download it again",
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            "is UTF-16 text, which no register uses; save it as UTF-8"
        }
        [b'P', b'K', 3 | 5, ..] => "is an archive within an archive; unpack it first",
        _ => "is not recognised as any register",
    }
}

fn recognise(
    member: &Member,
    all: &[Member],
    forced: Option<&'static dyn Source>,
    limits: &Limits,
) -> Result<Recognised, BuildError> {
    let bytes = member.head(Head::BYTES, limits)?;
    let head = Head { name: member.stem.clone(), bytes };
    let known = match forced {
        None => cuibono_sources::recognise(&head),
        Some(source) => match source.recognise(&head) {
            Some(plan) => Some((source, plan)),
            None if !member.is_named => None,
            None => {
                let hint = match cuibono_sources::recognise(&head) {
                    Some((other, _)) => format!("it looks like `{}`", other.dataset().id),
                    None => format!("it {}", unknown(&head.bytes)),
                };
                return Err(BuildError::WrongDataset {
                    name: member.name.clone(),
                    dataset: source.dataset().id.to_owned(),
                    hint,
                });
            }
        },
    };
    let Some((source, plan)) = known else {
        return Ok(Recognised::Unknown(member.clone(), unknown(&head.bytes)));
    };
    if matches!(plan, Plan::Companion) {
        return Ok(Recognised::Companion);
    }
    let folder = |m: &Member| (m.path.parent().map(PathBuf::from), m.name == m.stem);
    let beside = all
        .iter()
        .filter(|other| other.name != member.name && folder(other) == folder(member))
        .cloned()
        .collect();
    let mut hasher = blake3::Hasher::new();
    let file = std::fs::File::open(&member.path);
    file.and_then(|file| hasher.update_reader(file).map(|_| ()))
        .map_err(|source| BuildError::Work { path: member.path.clone(), source })?;
    let blake3 = hasher.finalize().to_hex().to_string();
    Ok(Recognised::As(Box::new(Input { member: member.clone(), beside, source, plan, blake3 })))
}
