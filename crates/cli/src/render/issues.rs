//! Issues of a build.

use cuibono_query::{IssueCount, Lang};
use serde_json::Value;

use super::Table;
use crate::output::plain;
use crate::words::pick;

/// The issues of JSON lines that are asked for.
pub(crate) fn parse(lines: &str, is_asked: &dyn Fn(&str, &str) -> bool) -> Vec<Value> {
    let field = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|value| is_asked(&field(value, "dataset"), &field(value, "kind")))
        .collect()
}

pub(crate) fn text(counts: &[IssueCount], first: &[Value], lang: Lang) -> String {
    if counts.is_empty() {
        return pick(lang, "no issues", "зауважень немає").to_owned();
    }
    let mut out = String::new();
    for count in counts {
        out.push_str(&format!(
            "{:>10}  {}  {}\n",
            count.count,
            plain(&count.dataset),
            plain(&count.kind)
        ));
    }
    for issue in first {
        let text = |name: &str| plain(issue[name].as_str().unwrap_or_default());
        out.push_str(&format!(
            "{}, {} {}: {} «{}»\n    {}\n",
            text("file"),
            pick(lang, "record", "запис"),
            issue["record"],
            text("field"),
            text("value"),
            text("remedy"),
        ));
    }
    out
}

pub(crate) fn csv(issues: &[Value]) -> Table {
    let header =
        &["dataset", "file", "record", "byte", "kind", "severity", "field", "value", "remedy"];
    let rows = issues.iter().map(|issue| {
        header
            .iter()
            .map(|name| match &issue[*name] {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            })
            .collect()
    });
    (header, rows.collect())
}
