//! A small store from invented FollowTheMoney entities, with short names for its parties.

use cuibono_model::{Day, PartialDate};
use cuibono_pipeline::{BuildOptions, InputPath, Silent, build};
use cuibono_query::{Found, Lang, Question, Snapshot};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Entities on their way into a store.
#[derive(Default)]
pub(crate) struct World {
    lines: Vec<Value>,
}

/// An open store and the folder that it lives in.
pub(crate) struct Opened {
    pub(crate) snapshot: Snapshot,
    _folder: TempDir,
}

impl World {
    pub(crate) fn person(self, id: &str) -> World {
        self.entity(id, "Person", json!({ "name": [format!("Sample {id}")] }))
    }

    pub(crate) fn listed_person(self, id: &str) -> World {
        let name = format!("Sample {id}");
        self.entity(id, "Person", json!({ "name": [name], "topics": ["sanction"] }))
    }

    pub(crate) fn company(self, id: &str) -> World {
        let name = format!("Sample {id} Ltd");
        self.entity(id, "Company", json!({ "name": [name], "jurisdiction": ["gb"] }))
    }

    pub(crate) fn title(self, id: &str, price: Option<u32>) -> World {
        let mut properties = json!({ "name": [format!("{id} Sample Road")] });
        if let Some(price) = price {
            properties["amount"] = json!([price.to_string()]);
            properties["currency"] = json!(["GBP"]);
        }
        self.entity(id, "RealEstate", properties)
    }

    pub(crate) fn owns(self, owner: &str, owned: &str, percent: &str) -> World {
        self.owns_from_to(owner, owned, percent, "", "")
    }

    pub(crate) fn owns_from_to(
        self,
        owner: &str,
        owned: &str,
        percent: &str,
        from: &str,
        to: &str,
    ) -> World {
        let mut properties = json!({ "owner": [owner], "asset": [owned], "percentage": [percent] });
        for (name, date) in [("startDate", from), ("endDate", to)] {
            if !date.is_empty() {
                properties[name] = json!([date]);
            }
        }
        let id = format!("own-{owner}-{owned}-{from}");
        self.entity(&id, "Ownership", properties)
    }

    pub(crate) fn proprietor(self, owner: &str, title: &str, from: &str) -> World {
        let properties = json!({
            "owner": [owner],
            "asset": [title],
            "percentage": ["100"],
            "role": ["nominee proprietor"],
            "startDate": [from],
        });
        self.entity(&format!("title-{owner}-{title}"), "Ownership", properties)
    }

    pub(crate) fn director(self, person: &str, company: &str) -> World {
        let properties = json!({ "director": [person], "organization": [company] });
        self.entity(&format!("dir-{person}-{company}"), "Directorship", properties)
    }

    pub(crate) fn entity(mut self, id: &str, schema: &str, properties: Value) -> World {
        self.lines.push(json!({ "id": id, "schema": schema, "properties": properties }));
        self
    }

    pub(crate) fn open(self) -> Opened {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sample-2026-01-01.ftm.json");
        let lines: Vec<String> = self.lines.iter().map(Value::to_string).collect();
        std::fs::write(&file, lines.join("\n")).unwrap();
        let store = folder.path().join("store");
        let paths = [InputPath { path: file, dataset: None }];
        let report = build(&store, &paths, &BuildOptions::default(), &Silent).unwrap();
        assert!(report.refused.is_empty());
        Opened { snapshot: Snapshot::open(&store).unwrap(), _folder: folder }
    }
}

impl Opened {
    pub(crate) fn id(&self, id: &str) -> u32 {
        match self.snapshot.find(id, Lang::En).unwrap() {
            Found::Thing(thing) => thing,
            other => panic!("{id}: {other:?}"),
        }
    }
}

pub(crate) fn day(text: &str) -> Day {
    PartialDate::parse(text).unwrap().earliest()
}

pub(crate) fn on(text: &str) -> Question {
    Question { as_of: Some(day(text)), ..Question::default() }
}
