//! One row of the primary file to fragments.

use std::collections::HashMap;

use cuibono_model::{Emitter, IssueKind, Schema};
use cuibono_model::{prop, schemata};
use cuibono_read::Row;

use super::cells::{cell, entity_id, spoken_name};
use super::remarks;
use crate::designation::{Draft, is_blank, organisation_schema};

const AUTHORITY: &str = "Office of Foreign Assets Control";

/// Maps a row; `comments` holds the rest of remarks that were too long for it.
pub(super) fn map(row: &Row<'_>, comments: &HashMap<String, String>, out: &mut Emitter) {
    out.record(row.record, row.byte);
    if row.is_ragged() {
        out.issue(IssueKind::RaggedRow, "", &row.width().to_string());
    }
    let Some(id) = entity_id(row, out) else { return };
    let number = id.trim_start_matches("us-ofac-").to_owned();
    let name = cell(row, 1);
    let mut text = cell(row, 11).into_owned();
    if let Some(rest) = comments.get(&number) {
        // The cut is anywhere, in the middle of a word too.
        text.push_str(rest);
    }
    let schema = schema_of(&cell(row, 2), &name, &text, out);
    let mut party = Draft::new(id, schema);
    party.add(prop::TOPICS, "sanction");
    add_name(&mut party, &name);
    let title = cell(row, 4);
    if schema == schemata::PERSON {
        for part in title.split(';') {
            party.add(prop::POSITION, part);
        }
    } else {
        party.add(prop::X_REMARKS, &title);
    }
    add_vessel_facts(&mut party, row);
    let others = remarks::add(&mut party, &text);
    let sanction = sanction(row, &number, &party);
    party.emit(out);
    sanction.emit(out);
    for other in others {
        other.emit(out);
    }
}

fn schema_of(kind: &str, name: &str, remarks: &str, out: &mut Emitter) -> Schema {
    /// Facts that only companies have.
    const COMPANY_FACTS: [&str; 7] = [
        "Company Number",
        "Business Registration",
        "ISIN",
        "Equity Ticker",
        "Commercial Registry Number",
        "Legal Entity Number",
        "Enterprise Number",
    ];
    match kind.to_ascii_lowercase().as_str() {
        "individual" => schemata::PERSON,
        "vessel" => schemata::VESSEL,
        "aircraft" => schemata::AIRPLANE,
        "" | "entity" if COMPANY_FACTS.iter().any(|fact| remarks.contains(fact)) => {
            schemata::COMPANY
        }
        "" | "entity" => organisation_schema(name),
        _ => {
            out.issue(IssueKind::UnknownCode, "SDN_Type", kind);
            schemata::LEGAL_ENTITY
        }
    }
}

fn add_name(party: &mut Draft, name: &str) {
    if name.is_empty() {
        party.issue(IssueKind::MissingValue, "SDN_Name", "");
        return;
    }
    if party.schema() != schemata::PERSON {
        party.add(prop::NAME, name);
        return;
    }
    match spoken_name(name) {
        Some((spoken, given, family)) => {
            party.add_cleaned(prop::NAME, &spoken, name);
            party.add(prop::FIRST_NAME, given);
            party.add(prop::LAST_NAME, family);
        }
        None => party.add(prop::NAME, name),
    }
}

fn add_vessel_facts(party: &mut Draft, row: &Row<'_>) {
    party.add(prop::CALL_SIGN, &cell(row, 5));
    party.add(prop::TYPE, &cell(row, 6));
    party.add(prop::TONNAGE, &cell(row, 7));
    party.add(prop::GROSS_REGISTERED_TONNAGE, &cell(row, 8));
    party.add_countries(prop::FLAG, "Vess_flag", &cell(row, 9));
    let owner = cell(row, 10);
    if !is_blank(&owner) {
        party.add(prop::X_LINKED_TO, &owner);
        party.add(prop::X_REMARKS, &format!("vessel owner: {owner}"));
    }
}

fn sanction(row: &Row<'_>, number: &str, party: &Draft) -> Draft {
    let mut sanction = Draft::new(format!("{}-sanction", party.id()), schemata::SANCTION);
    sanction.add(prop::ENTITY, party.id());
    sanction.add(prop::AUTHORITY, AUTHORITY);
    sanction.add(prop::COUNTRY, "us");
    sanction.add(prop::AUTHORITY_ID, number);
    let programs = cell(row, 3);
    if programs.is_empty() {
        sanction.issue(IssueKind::MissingValue, "Program", "");
    }
    for program in programs.split(['[', ']']) {
        sanction.add(prop::PROGRAM, program);
        sanction.add(prop::PROGRAM_ID, program);
    }
    sanction
}
