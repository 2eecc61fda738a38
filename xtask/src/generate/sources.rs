//! docs/sources.md: the registers that can be read, from [`SOURCES`] and each source's README.

use std::fmt::Write as _;

use cuibono_sources::{Dataset, SOURCES};

pub(super) fn page() -> Result<String, String> {
    let mut text = format!(
        "# The registers that can be read\n\n{}\n\nFiles are recognised by their content, packed or \
         not. What each register says, cannot say, and how every column is read stands in the README \
         that its name links to. Presence in a register or on a list is not evidence of wrongdoing.\n\n\
         | dataset | title | publisher | appears |\n| --- | --- | --- | --- |\n",
        super::NOTICE
    );
    for source in SOURCES {
        let Dataset { id, title, publisher, cadence, .. } = source.dataset();
        let _ = writeln!(text, "| [`{id}`](#{id}) | {title} | {publisher} | {cadence} |");
    }
    for source in SOURCES {
        section(&mut text, source.dataset())?;
    }
    Ok(text)
}

fn section(text: &mut String, dataset: &Dataset) -> Result<(), String> {
    let id = dataset.id;
    let readme = format!("crates/sources/src/{id}/README.md");
    let first = first_paragraph(&crate::workspace::read(&readme)?)
        .ok_or_else(|| format!("{readme}: no paragraph below the title"))?;
    let attribution = match dataset.attribution {
        "" => "none is asked for".to_owned(),
        line => format!("“{line}”"),
    };
    let restrictions = match dataset.restrictions {
        "" => "none",
        line => line,
    };
    let bulk = if dataset.is_bulk_export_allowed { "allowed" } else { "not allowed" };
    let _ = write!(
        text,
        "\n## {id}\n\n[{title}](../{readme}) · {title_uk}\n\n{first}\n\n\
         - Published by {publisher}, {cadence}: <{url}>\n\
         - Files: {files}\n\
         - Licence: [{licence}]({licence_url})\n\
         - Attribution: {attribution}\n\
         - Restrictions: {restrictions}\n\
         - Export of rows in bulk: {bulk}\n",
        title = dataset.title,
        title_uk = dataset.title_uk,
        publisher = dataset.publisher,
        cadence = dataset.cadence,
        url = dataset.url,
        files = dataset.files,
        licence = dataset.licence,
        licence_url = dataset.licence_url,
    );
    Ok(())
}

/// The first paragraph below the title.
fn first_paragraph(readme: &str) -> Option<String> {
    let mut paragraphs = readme.split("\n\n").map(str::trim).filter(|p| !p.is_empty());
    let first = paragraphs.find(|paragraph| !paragraph.starts_with('#'))?;
    Some(first.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::first_paragraph;

    #[test]
    fn first_paragraphs() {
        assert_eq!(first_paragraph("# T\n\nOne\ntwo.\n\nThree.").as_deref(), Some("One two."));
        assert_eq!(first_paragraph("# T\n"), None);
    }
}
