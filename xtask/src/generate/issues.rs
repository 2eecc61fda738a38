//! docs/issues.md: the kinds of odd things that a build counts, from [`IssueKind`].

use std::fmt::Write as _;

use cuibono_model::{IssueKind, Severity};

const CODE: &str = "crates/model/src/issue.rs";

pub(super) fn page() -> Result<String, String> {
    let code = crate::workspace::read(CODE)?;
    let meanings = meanings(&code);
    if meanings.len() != IssueKind::ALL.len() {
        let (found, kinds) = (meanings.len(), IssueKind::ALL.len());
        return Err(format!("{CODE}: {found} described variants, {kinds} kinds"));
    }
    let mut text = format!(
        "# Issues\n\n{}\n\nBad data is a result, not an error: a build counts what is odd by dataset \
         and kind, keeps the first thousand of each kind in each file with their place, and goes on. \
         `cuibono issues STORE` lists them.\n\n\
         - **note**: the value was kept; somebody may want to look.\n\
         - **warning**: a value was dropped or not understood; the record was kept.\n\
         - **error**: a record was dropped.\n\n\
         | kind | severity | what it is | what can be done |\n| --- | --- | --- | --- |\n",
        super::NOTICE
    );
    for (kind, meaning) in IssueKind::ALL.into_iter().zip(meanings) {
        let severity = match kind.severity() {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let _ =
            writeln!(text, "| `{}` | {severity} | {meaning} | {} |", kind.name(), kind.remedy());
    }
    Ok(text)
}

/// The comments above the variants of the enumeration, in its order.
fn meanings(code: &str) -> Vec<String> {
    let body = code.lines().skip_while(|line| !line.starts_with("pub enum IssueKind")).skip(1);
    let mut meanings = Vec::new();
    let mut comment: Vec<&str> = Vec::new();
    for line in body.take_while(|line| *line != "}").map(str::trim) {
        match line.strip_prefix("///") {
            Some(part) => comment.push(part.trim()),
            None if line.ends_with(',') => meanings.push(std::mem::take(&mut comment).join(" ")),
            None => {}
        }
    }
    meanings.retain(|meaning| !meaning.is_empty());
    meanings
}

#[cfg(test)]
mod tests {
    #[test]
    fn comments_above_variants() {
        let code = "/// No.\npub enum Other {\n}\npub enum IssueKind {\n    /// A date\n    /// gone.\n    \
                    BadDate = 1,\n    /// More.\n    More = 2,\n}\n/// After.\n";
        assert_eq!(super::meanings(code), ["A date gone.", "More."]);
    }
}
