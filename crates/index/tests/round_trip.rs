//! Words and identifiers find their things.

use cuibono_index::{Index, IndexWriter, LocalWords};
use cuibono_store::{Manifest, Store, StoreWriter};

#[test]
fn words_prefixes_and_identifiers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let mut index = IndexWriter::default();
    for (first, names) in [(0, ["Alpha Ltd", "Beta Ltd"]), (2, ["Gamma Ltd", "Альфа ТОВ"])]
    {
        let mut part = LocalWords::default();
        for (number, name) in names.iter().enumerate() {
            part.name(number as u32, name);
            part.identifier(number as u32, &format!("sc {first}{number}"));
        }
        index.append(first, part);
    }
    let mut store = StoreWriter::create(&path).unwrap();
    index.finish(&mut store).unwrap();
    store.publish(Manifest::default()).unwrap();

    let store = Store::open(&path).unwrap();
    let index = Index::open(&store, 4).unwrap();
    index.verify(&store).unwrap();
    assert_eq!(index.word("ltd").things, [0, 1, 2]);
    assert!(index.word("beta").weight > index.word("ltd").weight);
    assert!(index.word("delta").things.is_empty());
    assert_eq!(index.word("альфа").things, [3]);
    assert_eq!(index.prefix("al").things, [0, 3]);
    assert_eq!(index.identifier("SC-21"), [3]);
    assert!(index.identifier("SC99").is_empty());
}
