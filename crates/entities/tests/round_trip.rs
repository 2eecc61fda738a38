//! What is packed is found and read.

use cuibono_entities::{
    Batch, Draft, DraftStatement, Entities, EntityRecord, Grade, Place, Referent, RunWriter,
    Statement, id_hash,
};
use cuibono_model::{prop, schemata};
use cuibono_store::{Manifest, Store, StoreWriter};

fn entity(n: u32) -> EntityRecord {
    EntityRecord {
        id: format!("gb-coh-{n:08}"),
        schema: schemata::COMPANY,
        referents: vec![Referent {
            id: format!("org-{n}"),
            grade: Grade::Strong,
            reason: "name_country".into(),
        }],
        places: vec![Place { file: 0, record: u64::from(n) + 1, byte: u64::from(n) * 100 }],
        statements: vec![Statement {
            property: prop::NAME,
            value: format!("EXAMPLE {n} LTD"),
            original: String::new(),
            lang: String::new(),
            place: 0,
        }],
    }
}

fn draft(entity: &EntityRecord) -> Draft<'_> {
    let statements = entity.statements.iter().map(|s| DraftStatement {
        property: s.property,
        value: &s.value,
        original: &s.original,
        lang: &s.lang,
        place: s.place,
    });
    Draft {
        id: &entity.id,
        schema: entity.schema,
        referents: &entity.referents,
        places: entity.places.clone(),
        statements: statements.collect(),
    }
}

#[test]
fn entities_are_found_by_id() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let mut all: Vec<EntityRecord> = (0..5000).map(entity).collect();
    all.sort_by_key(|e| id_hash(&e.id));
    let mut store = StoreWriter::create(&path).unwrap();
    let mut things = RunWriter::create(&store, "things").unwrap();
    for half in all.chunks(2500) {
        let mut batch = Batch::default();
        half.iter().for_each(|e| batch.push(id_hash(&e.id), &draft(e)));
        batch.close();
        things.append(&batch).unwrap();
    }
    things.finish(&mut store).unwrap();
    RunWriter::create(&store, "intervals").unwrap().finish(&mut store).unwrap();
    store.publish(Manifest::default()).unwrap();

    let store = Store::open(&path).unwrap();
    let entities = Entities::open(&store).unwrap();
    assert_eq!((entities.things.len(), entities.intervals.len()), (5000, 0));
    for (number, expected) in all.iter().enumerate().step_by(97) {
        assert_eq!(entities.things.find(&expected.id).unwrap(), Some(number as u32));
        assert_eq!(&entities.things.get(number as u32).unwrap(), expected);
    }
    assert_eq!(entities.things.find("gb-coh-none").unwrap(), None);
    let mut seen = 0;
    entities
        .things
        .each::<cuibono_store::StoreError>(&mut |number, e| {
            assert_eq!(e, all[number as usize]);
            seen += 1;
            Ok(())
        })
        .unwrap();
    assert_eq!(seen, 5000);
}
