//! Edges come back from both sides whatever the order in which they were added.

use cuibono_graph::{Graph, GraphWriter, NewEdge, Party, flag};
use cuibono_model::{
    Interest, InterestKind, PartialDate, PartyClass, Share, Terms, UnspecifiedReason,
};
use cuibono_store::{Manifest, Store, StoreWriter};

fn build(path: &std::path::Path, order: &[usize]) -> String {
    let mut graph = GraphWriter::default();
    for class in [PartyClass::Person, PartyClass::UkCompany, PartyClass::Asset] {
        graph.party(Party { class, flags: flag::SANCTIONED, reason: 0 });
    }
    let reason = UnspecifiedReason::NoBeneficialOwners as u8 + 1;
    graph.party(Party { class: PartyClass::Unspecified, flags: 0, reason });
    let band = |share| Terms {
        interests: vec![Interest::new(InterestKind::Shareholding, share)],
        ..Terms::default()
    };
    let start = PartialDate::parse("2016-04").unwrap().code();
    let all = [
        (0, 1, Share::band_50_75(), start),
        (1, 2, Share::ALL, 0),
        (0, 2, Share::band_50_75(), 0),
        (3, 1, Share::UNKNOWN, 0),
    ];
    for &at in order {
        let (holder, subject, share, start) = all[at];
        let terms = graph.terms(&band(share));
        let interval = at as u32;
        graph.edge(NewEdge { subject, holder, interval, terms, start, end: 0, files: (0, 1) });
    }
    graph.attach(0, 3);
    let mut store = StoreWriter::create(path).unwrap();
    graph.finish(&mut store).unwrap();
    store.publish(Manifest::default()).unwrap()
}

#[test]
fn both_directions() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let first = build(&path, &[0, 1, 2, 3]);
    assert_eq!(first, build(&path, &[3, 1, 2, 0]), "the order of edges does not matter");
    let store = Store::open(&path).unwrap();
    let graph = Graph::open(&store, 4).unwrap();
    graph.verify(&store, 4).unwrap();
    assert!(graph.verify(&store, 3).is_err());
    assert!(Graph::open(&store, 5).is_err());
    let holders = |thing| graph.holders_of(thing).map(|e| e.holder).collect::<Vec<_>>();
    let held = |thing| graph.held_by(thing).map(|e| e.subject).collect::<Vec<_>>();
    assert_eq!((holders(0), holders(1), holders(2)), (vec![], vec![0, 3], vec![0, 1]));
    assert_eq!((held(0), held(1), held(3)), (vec![1, 2], vec![2], vec![1]));
    let edge = graph.holders_of(1).next().unwrap();
    assert_eq!(edge.start.unwrap().to_string(), "2016-04");
    assert_eq!(graph.terms(&edge).unwrap().interests[0].share, Share::band_50_75());
    assert_eq!(graph.reason(3), Some(UnspecifiedReason::NoBeneficialOwners));
    assert_eq!((graph.reason(0), graph.degree(1)), (None, (2, 1)));
    assert_eq!(graph.attachments(0).collect::<Vec<_>>(), [3]);
}
