//! The UK registers beyond their golden output: real records, files that must be refused or left
//! alone, relationships that end somewhere, and input that is damaged at random.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::{read_path, shared};
use cuibono_model::{Emitter, Fragment, IssueKind, Part};
use cuibono_read::{Chunk, Framing};
use cuibono_sources::{Head, Plan, recognise, source};
use proptest::prelude::*;

const UK: [&str; 5] =
    ["gb_hmlr_ocod", "gb_hmlr_ccod", "gb_coh_companies", "gb_coh_psc", "gb_coh_oe_list"];

fn sample(id: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(id).join("sample")
}

#[test]
fn real_psc_and_company_records_are_read() {
    let Some(folder) = shared("data/registers/gb-psc-samples") else { return };
    let output = read_path(&folder, None);
    let unknown: BTreeSet<&str> = output
        .unknown
        .iter()
        .map(|name| name.rsplit(['/', '\\']).next().unwrap_or_default())
        .collect();
    // The CSV was wrapped at 118 columns by whoever stored it.
    assert_eq!(unknown, BTreeSet::from(["SOURCE.txt", "basic-company-data-1.csv"]));
    for (file, id) in &output.read_by {
        let is_companies = file.contains("company-data");
        assert_eq!(*id, if is_companies { "gb_coh_companies" } else { "gb_coh_psc" }, "{file}");
    }
    // 31 register lines (the totals are not records) and the companies.
    assert_eq!(output.records, 31 + 2);
    let expected = BTreeSet::from([
        // Hand-made lines of another project: a kind that does not exist, links and dates left out.
        (IssueKind::UnknownCode, "data.kind"),
        (IssueKind::MissingValue, "data.natures_of_control"),
        (IssueKind::MissingValue, "data.notified_on"),
        (IssueKind::UnknownCountry, "data.identification.country_registered"),
    ]);
    let found: BTreeSet<(IssueKind, &str)> =
        output.issues.iter().map(|(kind, field)| (*kind, field.as_str())).collect();
    assert_eq!(found, expected);
    assert_eq!(output.ends.difference(&output.ids).next(), None);
}

#[test]
fn the_real_list_of_overseas_entities_is_read() {
    let Some(file) = shared("data/registers/gb-overseas-entities/uk_ch_overseas_entities.csv")
    else {
        return;
    };
    let output = read_path(&file, Some("gb_coh_oe_list"));
    assert_eq!(output.records, 30_221);
    assert_eq!(output.ids.len(), 30_221);
    let named = |kind| output.issues.iter().filter(|(k, _)| *k == kind).count();
    println!("{} unknown countries", named(IssueKind::UnknownCountry));
    assert!(output.issues.iter().all(|(kind, _)| *kind == IssueKind::UnknownCountry));
    assert!(named(IssueKind::UnknownCountry) < 30, "{:?}", output.issue_lines);
}

#[test]
fn every_relationship_ends_at_an_entity() {
    for id in UK {
        let output = read_path(&sample(id), Some(id));
        let dangling: Vec<_> = output.ends.difference(&output.ids).collect();
        assert!(dangling.is_empty(), "{id}: {dangling:?}");
    }
}

#[test]
fn personal_data_stay_out() {
    let output = read_path(&sample("gb_coh_psc"), Some("gb_coh_psc"));
    let all = output.statements.join("\n");
    for secret in ["1981-02-09", "Flat 2", "2026-01-05", "preferred_name"] {
        assert!(!all.contains(secret), "{secret} was kept");
    }
    let persons = output.statements.iter().filter(|line| line.contains("\"schema\":\"Person\""));
    assert_eq!(persons.filter(|line| line.contains("\"prop\":\"address\"")).count(), 0);
}

#[test]
fn one_party_has_one_id_in_every_register() {
    let ids: Vec<BTreeSet<String>> =
        UK.iter().map(|id| read_path(&sample(id), Some(id)).ids).collect();
    let [ocod, ccod, companies, psc, list] = &ids[..] else { panic!("five sources") };
    for (left, right, id) in [
        (ocod, companies, "gb-coh-OE000001"),
        (ocod, psc, "gb-coh-OE000001"),
        (ocod, companies, "gb-coh-FC029833"),
        (ccod, companies, "gb-coh-OC030012"),
        (ccod, psc, "gb-coh-SC000123"),
        (list, companies, "gb-coh-OE000003"),
    ] {
        assert!(left.contains(id) && right.contains(id), "{id}");
    }
    // A BVI company without a UK number, as the title register and a PSC filing spell it.
    let shared: Vec<_> = ocod.intersection(psc).filter(|id| id.starts_with("org-vg-")).collect();
    assert_eq!(shared.len(), 1);
}

#[test]
fn a_change_only_file_is_refused_with_a_remedy() {
    for (id, file) in
        [("gb_hmlr_ocod", "OCOD_FULL_2026_04.csv"), ("gb_hmlr_ccod", "CCOD_FULL_2026_04.csv")]
    {
        let full = std::fs::read(sample(id).join(file)).unwrap();
        let end = full.iter().position(|&b| b == b'\n').unwrap();
        let header = full[..end].strip_suffix(b"\r").unwrap_or(&full[..end]);
        let changes = [header, b",\"Change Indicator\",\"Change Date\"\n"].concat();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(file.replace("FULL", "COU")), changes).unwrap();
        let output = read_path(folder.path(), Some(id));
        let [(name, error)] = &output.refused[..] else { panic!("{:?}", output.refused) };
        assert!(name.contains("COU"));
        assert!(error.contains("change-only") && error.contains("FULL"), "{error}");
    }
}

#[test]
fn other_files_are_left_alone() {
    let others = [
        "",
        "a,b\n1,2\n",
        "Title Number,Tenure\nZZ1,Freehold\n",
        "CompanyName, CompanyNumber\nX,1\n",
        "company_number,name\nOE000001,X\n",
        "{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{}}\n",
        "{\"resource_kind\":\"company-psc-individual\",\"data\":{\"kind\":\"x\"}}\n",
        "{\"company_number\":\"1\",\"data\":\"x\"}\n",
        "[]",
    ];
    for text in others {
        let head = Head { name: "x".into(), bytes: text.as_bytes().to_vec() };
        for id in UK {
            assert!(source(id).unwrap().recognise(&head).is_none(), "{id} takes {text}");
        }
    }
}

/// The sample of a source with its header, records and how to read them.
fn material(id: &str, file: &str) -> (Plan, Vec<u8>, Vec<u8>) {
    let bytes = std::fs::read(sample(id).join(file)).unwrap();
    let head = Head { name: file.into(), bytes: bytes.clone() };
    let (found, plan) = recognise(&head).unwrap();
    assert_eq!(found.dataset().id, id);
    let Plan::Records { skip, framing, .. } = &plan else { panic!("{id} is read by records") };
    assert_ne!(*framing, Framing::Json);
    let (header, body) = bytes.split_at(usize::try_from(*skip).unwrap());
    let (header, body) = (header.to_vec(), body.to_vec());
    (plan, header, body)
}

/// Maps bytes and checks what must hold whatever they are.
fn map(plan: &Plan, bytes: &[u8]) -> Result<(), TestCaseError> {
    let Plan::Records { mapper, .. } = plan else { panic!("read by records") };
    let mut out = Emitter::new();
    mapper.map(&Chunk::of(bytes), &mut out);
    for fragment in Fragment::read_all(out.bytes()) {
        prop_assert!(!fragment.id.is_empty());
        prop_assert!(fragment.record >= 1);
        for part in fragment.parts() {
            if let Part::Interest(holder, subject, terms) = part {
                prop_assert!(!holder.is_empty() && !subject.is_empty());
                prop_assert!(!terms.interests.is_empty());
            }
        }
    }
    Ok(())
}

const FILES: [(&str, &str); 5] = [
    ("gb_coh_oe_list", "overseas_entities.csv"),
    ("gb_hmlr_ocod", "OCOD_FULL_2026_04.csv"),
    ("gb_hmlr_ccod", "CCOD_FULL_2026_04.csv"),
    ("gb_coh_companies", "BasicCompanyDataAsOneFile-2026-04-01.csv"),
    ("gb_coh_psc", "persons-with-significant-control-snapshot-2026-09-01.txt"),
];

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (id, file) in FILES {
            let (plan, _, _) = material(id, file);
            map(&plan, &bytes)?;
            let head = Head { name: "x".into(), bytes: bytes.clone() };
            let _ = recognise(&head);
        }
    }

    #[test]
    fn damaged_samples_never_panic(
        which in 0..FILES.len(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..40),
    ) {
        let (id, file) = FILES[which];
        let (plan, header, mut body) = material(id, file);
        for (at, byte, how) in cuts {
            if body.is_empty() {
                break;
            }
            let at = at.index(body.len());
            match how {
                0 => body[at] = byte,
                1 => body.insert(at, byte),
                2 => { body.remove(at); }
                _ => body.truncate(at.max(body.len() / 2)),
            }
        }
        map(&plan, &body)?;
        let head = Head { name: file.into(), bytes: [header, body].concat() };
        let _ = recognise(&head);
    }
}
