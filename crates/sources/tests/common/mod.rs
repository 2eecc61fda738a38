//! Reads files through the sources as a build does, and writes what comes out as lines.

// Each test file uses its own part of this module.
#![allow(dead_code)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cuibono_model::{
    Emitter, Fragment, Interest, IssueKind, Part, Property, Ratio, Schema, Share, Terms,
};
use cuibono_read::{Frames, Limits, Member, discover};
use cuibono_sources::{Head, Plan, recognise};
use serde_json::{Map, Value, json};

/// What came out of a path.
#[derive(Default)]
pub(crate) struct Output {
    /// One JSON object a claim, key or relationship.
    pub(crate) statements: Vec<String>,
    /// One JSON object an issue, and one a file with what it declares.
    pub(crate) issue_lines: Vec<String>,
    /// Kind and field of each issue.
    pub(crate) issues: Vec<(IssueKind, String)>,
    /// Every pair of schema and property that was claimed.
    pub(crate) claims: BTreeSet<(Schema, Property)>,
    /// Every entity that was written.
    pub(crate) ids: BTreeSet<String>,
    /// Both ends of every relationship.
    pub(crate) ends: BTreeSet<String>,
    /// Records read.
    pub(crate) records: u64,
    /// Names of files no source knew.
    pub(crate) unknown: Vec<String>,
    /// Files a source refused, with what it said.
    pub(crate) refused: Vec<(String, String)>,
    /// Every relationship with the id of its entity.
    pub(crate) relationships: Vec<(String, Relationship)>,
    /// Records by source.
    pub(crate) records_by: Vec<(&'static str, u64)>,
    /// Which source read which file.
    pub(crate) read_by: Vec<(String, &'static str)>,
}

/// A relationship.
pub(crate) struct Relationship {
    /// Who has the interest.
    pub(crate) holder: String,
    /// In what.
    pub(crate) subject: String,
    /// Which, and when.
    pub(crate) terms: Terms,
}

/// Reads everything below a path. With `expected`, every file must be that source's.
pub(crate) fn read_path(path: &Path, expected: Option<&str>) -> Output {
    let limits = Limits::default();
    let members = discover(path, &limits).expect("a readable path");
    let mut output = Output::default();
    for member in &members {
        let bytes = member.head(Head::BYTES, &limits).expect("a readable file");
        let head = Head { name: member.stem.clone(), bytes };
        let Some((source, plan)) = recognise(&head) else {
            assert!(expected.is_none(), "{} was not recognised", member.name);
            output.unknown.push(member.name.clone());
            continue;
        };
        let id = source.dataset().id;
        if let Some(expected) = expected {
            assert_eq!(id, expected, "{} was taken for another source's", member.name);
        }
        output.read_by.push((member.name.clone(), id));
        let before = output.records;
        read_member(member, &members, plan, &limits, &mut output);
        output.records_by.push((id, output.records - before));
    }
    output
}

fn read_member(
    member: &Member,
    members: &[Member],
    plan: Plan,
    limits: &Limits,
    output: &mut Output,
) {
    let mut emitters = Vec::new();
    let date = match plan {
        Plan::Records { framing, skip, data_date, mapper } => {
            let mut frames = Frames::new(member, framing, skip, limits).expect("a readable file");
            while let Some(chunk) = frames.next_chunk().expect("a readable file") {
                let mut out = Emitter::new();
                mapper.map(&chunk, &mut out);
                emitters.push(out);
            }
            data_date
        }
        Plan::Whole { data_date, reader } => {
            let folder = member.path.parent();
            let beside: Vec<Member> = members
                .iter()
                .filter(|m| m.name != member.name && m.path.parent() == folder)
                .cloned()
                .collect();
            let read = reader.read(member, &beside, limits, &mut |out| emitters.push(out));
            if let Err(error) = read {
                output.refused.push((member.name.clone(), error.to_string()));
                return;
            }
            data_date
        }
        Plan::Companion => return,
    };
    let mut about = json!({ "file": member.stem });
    if let Some(date) = date {
        about["data_date"] = json!(date.to_string());
    }
    let mut records = 0;
    for out in emitters {
        records += out.records();
        if let Some(total) = out.declared_total() {
            about["declared_total"] = json!(total);
        }
        if let Some(date) = out.declared_date() {
            about["declared_date"] = json!(date.to_string());
        }
        write(&member.stem, out, output);
    }
    about["records"] = json!(records);
    output.records += records;
    output.issue_lines.push(about.to_string());
}

fn write(file: &str, out: Emitter, output: &mut Output) {
    let (bytes, issues) = out.into_parts();
    for fragment in Fragment::read_all(&bytes) {
        output.ids.insert(fragment.id.to_owned());
        for part in fragment.parts() {
            let mut line = Map::new();
            let mut put = |key: &str, value: Value| line.insert(key.to_owned(), value);
            put("id", json!(fragment.id));
            put("schema", json!(fragment.schema.name()));
            match part {
                Part::Claim(claim) => {
                    output.claims.insert((fragment.schema, claim.property));
                    put("prop", json!(claim.property.name()));
                    put("value", json!(claim.value));
                    if !claim.original.is_empty() {
                        put("original", json!(claim.original));
                    }
                    if !claim.lang.is_empty() {
                        put("lang", json!(claim.lang));
                    }
                }
                Part::Key(key) => {
                    put("key", json!(format!("{:?}", key.scheme)));
                    put("value", json!(key.value));
                }
                Part::Interest(holder, subject, terms) => {
                    output.ends.insert(holder.to_owned());
                    output.ends.insert(subject.to_owned());
                    put("holder", json!(holder));
                    put("subject", json!(subject));
                    put("terms", terms_value(&terms));
                    let relationship =
                        Relationship { holder: holder.into(), subject: subject.into(), terms };
                    output.relationships.push((fragment.id.to_owned(), relationship));
                }
            }
            put("record", json!(fragment.record));
            put("file", json!(file));
            output.statements.push(Value::Object(line).to_string());
        }
    }
    for issue in issues {
        output.issue_lines.push(
            json!({
                "kind": issue.kind.name(), "field": issue.field, "value": issue.value,
                "record": issue.record, "byte": issue.byte, "file": file,
            })
            .to_string(),
        );
        output.issues.push((issue.kind, issue.field));
    }
}

fn terms_value(terms: &Terms) -> Value {
    let mut value = json!({
        "interests": terms.interests.iter().map(interest_text).collect::<Vec<_>>(),
    });
    if let Some(start) = terms.start {
        value["start"] = json!(start.to_string());
    }
    if let Some(end) = terms.end {
        value["end"] = json!(end.to_string());
    }
    if terms.is_joint {
        value["joint"] = json!(true);
    }
    if terms.start_is_censored {
        value["start_censored"] = json!(true);
    }
    value
}

fn interest_text(interest: &Interest) -> String {
    let Interest { kind, via, directness, share } = interest;
    format!("{kind:?} {via:?} {directness:?} {}", share_text(*share))
}

fn share_text(share: Share) -> String {
    let end = |ratio: Ratio| format!("{}/{}", ratio.numerator(), ratio.denominator());
    let open = if share.min_open { '(' } else { '[' };
    let close = if share.max_open { ')' } else { ']' };
    format!("{open}{}, {}{close}", end(share.min), end(share.max))
}

/// The read-only reference material beside the repository. `None`, with a word about it, when it is
/// not there; on a machine with `CI=true` it must be.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let full = root.join(path);
    if full.exists() {
        return Some(full);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "{} is missing and CI=true",
        full.display()
    );
    println!("skipped: {} is not there", full.display());
    None
}
