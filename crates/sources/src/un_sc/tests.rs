//! Tests of the source.
use crate::harness::*;
#[test]
fn real() {
    for p in [
        "un-consolidated-xml/UN_consolidated_watchman.xml",
        "un-consolidated-xml/UN_2025-05.xml",
        "gb-ofsi-conlist/sanctionsconlist.csv",
        "us-ofac-sdn-csv/2021-07/sdn.csv",
        "us-ofac-sdn-csv/2021-07/add.csv",
        "us-ofac-sdn-csv/2021-07/alt.csv",
        "us-ofac-sdn-csv/2019-01/sdn.csv",
        "us-ofac-sdn-csv/sdn-2022-11/sdn.csv",
        "us-ofac-sdn-csv/add-alt-2025-02/add.csv",
        "us-ofac-sdn-csv/add-alt-2025-02/alt.csv",
        "us-ofac-consolidated-csv/cons_prim.csv",
        "us-ofac-consolidated-csv/cons_add.csv",
        "us-ofac-consolidated-csv/cons_alt.csv",
        "ftm-streams/yente_zala.ftm.json",
        "ftm-streams/yente_entities.delta.json",
        "ftm-streams/yente_parteispenden.ftm.json",
    ] {
        let Some(path) = register(p) else { continue };
        let got = read_path(&path);
        println!("== {p} {} records {} date {}", got.dataset, got.records, got.date);
        println!("{:?}", got.counts());
        println!("conflicts {:?}", got.conflicts);
        println!("interests {:?}", got.interests.len());
        println!("{:?}", got.issue_counts());
        let mut by: std::collections::BTreeMap<_, std::collections::BTreeMap<String, usize>> =
            Default::default();
        for i in &got.issues {
            *by.entry(format!("{:?} {}", i.kind, i.field))
                .or_default()
                .entry(i.value.clone())
                .or_default() += 1;
        }
        for (k, v) in by {
            let mut v: Vec<_> = v.into_iter().collect();
            v.sort_by_key(|x| std::cmp::Reverse(x.1));
            println!(
                "   {k}: {:?}",
                v.iter()
                    .take(60)
                    .map(|(a, n)| (a.chars().take(70).collect::<String>(), n))
                    .collect::<Vec<_>>()
            );
        }
    }
}
