//! docs/format.md against a store that is built from the demonstration registers: every section is
//! described, nothing else is, and arrays have as many elements as the page says.

use std::collections::BTreeSet;

use cuibono_pipeline::{BuildOptions, InputPath, Silent, build};

use crate::workspace::{read, root};

/// Words in backticks that look like the name of a section.
fn named(page: &str) -> BTreeSet<String> {
    let words = page.split('`').skip(1).step_by(2);
    let is_section = |word: &&str| {
        let (run, rest) = word.split_once('.').unwrap_or_default();
        let runs = ["things", "intervals", "graph", "names", "identifiers", "issues"];
        runs.contains(&run) && rest.bytes().all(|b| b.is_ascii_lowercase() || b"_.".contains(&b))
    };
    words.filter(is_section).map(str::to_owned).collect()
}

#[test]
fn the_page_describes_what_is_built() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("store");
    let demo = root().join("crates/cli/demo");
    let paths = [InputPath { path: demo, dataset: None }];
    build(&out, &paths, &BuildOptions::default(), &Silent).unwrap();
    let store = cuibono_store::Store::open(&out).unwrap();
    let manifest = store.manifest();
    let sections: BTreeSet<String> = manifest.sections.iter().map(|s| s.name.clone()).collect();
    assert_eq!(named(&read("docs/format.md").unwrap()), sections);

    let (things, intervals) = (manifest.counts["things"], manifest.counts["intervals"]);
    let edges = manifest.counts["relationships"];
    let lengths = [
        ("things.hash", things * 8),
        ("intervals.hash", intervals * 8),
        ("things.class", things),
        ("things.flags", things * 2),
        ("things.reason", things),
        ("graph.subject_offsets", (things + 1) * 4),
        ("graph.holder_offsets", (things + 1) * 4),
        ("graph.subject", edges * 4),
        ("graph.holder", edges * 4),
        ("graph.edge_terms", edges * 4),
        ("graph.start", edges * 4),
        ("graph.end", edges * 4),
        ("graph.interval", edges * 4),
        ("graph.first_file", edges * 2),
        ("graph.last_file", edges * 2),
        ("graph.holder_edges", edges * 4),
    ];
    assert!(things > 0 && edges > 0);
    for (name, bytes) in lengths {
        let section = manifest.sections.iter().find(|section| section.name == name).unwrap();
        assert_eq!(section.bytes, bytes, "{name}");
    }
    let version = format!("\nFormat {}.", cuibono_store::FORMAT_VERSION);
    assert!(read("docs/format.md").unwrap().contains(&version), "the page is about another format");
}
