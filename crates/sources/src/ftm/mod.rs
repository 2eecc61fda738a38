//! Any stream of FollowTheMoney entities: one JSON object a line or an array of them, plain or as a
//! delta stream (`{"op":"ADD","entity":{…}}`).
//!
//! The publisher's own dataset names stay with each entity. What the model does not know is an issue.

mod ids;
mod mapping;
mod percentage;
#[cfg(test)]
mod tests;
mod ties;

use cuibono_model::{Emitter, IssueKind};
use cuibono_read::{Chunk, Framing};
use serde_json::{Map, Value};

use crate::{Dataset, Head, Mapper, Plan, Source};

/// What such a stream is.
static DATASET: Dataset = Dataset {
    id: "ftm",
    title: "FollowTheMoney entities",
    title_uk: "Сутності у форматі FollowTheMoney",
    publisher: "As named by each entity's own datasets",
    url: "https://followthemoney.tech/",
    licence: "As stated by the publisher of the stream",
    licence_url: "https://www.opensanctions.org/licensing/",
    attribution: "",
    restrictions: "The publisher's terms apply; OpenSanctions data are CC BY-NC 4.0",
    is_bulk_export_allowed: false,
    files: "*.ftm.json, entities.delta.json",
    cadence: "as published",
};

/// The source.
pub(crate) static SOURCE: Ftm = Ftm;

/// The source's type; see the module.
pub(crate) struct Ftm;

impl Source for Ftm {
    fn dataset(&self) -> &'static Dataset {
        &DATASET
    }

    fn recognise(&self, head: &Head) -> Option<Plan> {
        let framing = match head.json() {
            Some((Value::Object(object), framing)) => is_entity(&object).then_some(framing)?,
            _ => long_first_entity(head)?,
        };
        let data_date = head.date_in_name();
        Some(Plan::Records { framing, skip: 0, data_date, mapper: Box::new(EntityMapper) })
    }

    /// A stream is often a slice of a larger set: its relationships name parties that are not in it.
    fn may_dangle(&self) -> bool {
        true
    }
}

fn is_entity(object: &Map<String, Value>) -> bool {
    if object.get("op").is_some_and(Value::is_string) {
        let inner = object.get("entity").and_then(Value::as_object);
        return inner.is_some_and(|entity| entity.get("id").is_some_and(Value::is_string));
    }
    object.get("schema").is_some_and(Value::is_string)
        && object.get("id").is_some_and(Value::is_string)
        && object.get("properties").is_some_and(Value::is_object)
}

/// A first entity that is longer than the head: told by its keys.
fn long_first_entity(head: &Head) -> Option<Framing> {
    let text = head.text();
    let start = text.trim_start_matches(['\u{feff}', '[']).trim_start();
    let is_cut = head.bytes.len() >= Head::BYTES && start.starts_with('{');
    let keys = ["\"id\"", "\"schema\"", "\"properties\""];
    (is_cut && keys.iter().all(|key| start.contains(key))).then_some(Framing::Json)
}

struct EntityMapper;

impl Mapper for EntityMapper {
    fn map(&self, chunk: &Chunk, out: &mut Emitter) {
        for (record, byte, line) in chunk.lines() {
            out.record(record, byte);
            match serde_json::from_slice::<Value>(line) {
                Ok(Value::Object(object)) => map_object(&object, out),
                Ok(other) => out.issue(IssueKind::BadRecord, "", &other.to_string()),
                Err(error) => out.issue(IssueKind::BadRecord, "", &error.to_string()),
            }
        }
    }
}

fn map_object(object: &Map<String, Value>, out: &mut Emitter) {
    let Some(op) = object.get("op").and_then(Value::as_str) else {
        mapping::map(object, out);
        return;
    };
    match (op, object.get("entity").and_then(Value::as_object)) {
        ("ADD" | "MOD", Some(entity)) => mapping::map(entity, out),
        // A build knows no earlier state that something could be deleted from.
        ("DEL", Some(entity)) => {
            let id = entity.get("id").and_then(Value::as_str).unwrap_or_default();
            out.issue(IssueKind::Other, "op", &format!("DEL {id}: deletions are not applied"));
        }
        (_, None) => out.issue(IssueKind::BadRecord, "entity", ""),
        (other, Some(_)) => out.issue(IssueKind::UnknownCode, "op", other),
    }
}
