//! Issues counted by file and kind, with the first of each kept.

use std::collections::BTreeMap;

use cuibono_model::{Issue, IssueKind};

/// How many issues of one kind in one file are kept with their place; all are counted.
const KEPT_MAX: usize = 1000;

/// The issues of a build. Merging ledgers gives the same result in any order.
#[derive(Clone, Default, Debug)]
pub(crate) struct Ledger {
    kinds: BTreeMap<(u16, IssueKind), Kept>,
}

#[derive(Clone, Default, Debug)]
struct Kept {
    count: u64,
    /// The first ones by place; sorted and cut when it grows too long.
    first: Vec<Issue>,
}

impl Kept {
    fn cut(&mut self) {
        self.first.sort_by(|a, b| key(a).cmp(&key(b)));
        self.first.truncate(KEPT_MAX);
    }
}

fn key(issue: &Issue) -> (u64, &str, &str) {
    (issue.record, &issue.field, &issue.value)
}

impl Ledger {
    pub(crate) fn add(&mut self, file: u16, issue: Issue) {
        let kept = self.kinds.entry((file, issue.kind)).or_default();
        kept.count += 1;
        kept.first.push(issue);
        if kept.first.len() >= KEPT_MAX * 2 {
            kept.cut();
        }
    }

    pub(crate) fn merge(&mut self, other: Ledger) {
        for (at, more) in other.kinds {
            let kept = self.kinds.entry(at).or_default();
            kept.count += more.count;
            kept.first.extend(more.first);
            kept.cut();
        }
    }

    pub(crate) fn drop_file(&mut self, file: u16) {
        self.kinds.retain(|(f, _), _| *f != file);
    }

    /// Number of issues by dataset and kind; `dataset` names the dataset of a file.
    pub(crate) fn counts<'a>(
        &self,
        dataset: impl Fn(u16) -> &'a str,
    ) -> BTreeMap<String, BTreeMap<String, u64>> {
        let mut counts: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
        for ((file, kind), kept) in &self.kinds {
            let kinds = counts.entry(dataset(*file).to_owned()).or_default();
            *kinds.entry(kind.name().to_owned()).or_default() += kept.count;
        }
        counts
    }

    /// One JSON object a line, in the order of files, kinds and places.
    pub(crate) fn lines<'a>(&mut self, names: impl Fn(u16) -> (&'a str, &'a str)) -> String {
        let mut text = String::new();
        for ((file, kind), kept) in &mut self.kinds {
            kept.cut();
            let (dataset, name) = names(*file);
            for issue in &kept.first {
                let line = serde_json::json!({
                    "dataset": dataset,
                    "file": name,
                    "record": issue.record,
                    "byte": issue.byte,
                    "kind": kind.name(),
                    "severity": match kind.severity() {
                        cuibono_model::Severity::Note => "note",
                        cuibono_model::Severity::Warning => "warning",
                        cuibono_model::Severity::Error => "error",
                    },
                    "field": issue.field,
                    "value": issue.value,
                    "remedy": kind.remedy(),
                });
                text.push_str(&line.to_string());
                text.push('\n');
            }
        }
        text
    }
}
