//! The truth beside the registers: who is behind which record, and who really owns what. Each
//! register's writer keeps its own part; the parts are joined in a fixed order at the end.

use std::path::{Path, PathBuf};

use cuibono_model::Day;

use super::{Fresh, bare, iso, push_number};
use crate::SynthError;
use crate::register::Fraction;
use crate::tables::codes::Capacity;
use crate::world::Party;

pub(crate) const ENTITIES: &str = "party_id,schema,source,record_id,role,name\n";
pub(crate) const OWNERSHIP: &str =
    "owner,asset,kind,share,start,end,capacity,published,source,record_id\n";
pub(crate) const SANCTIONED: &str = "party_id,schema,unique_id,name,designated\n";

pub(crate) const LINKS: &str = "owner,subject,kind,record_id\n";

/// The registers that keep a part.
pub(crate) const STEMS: [&str; 5] =
    ["gb_coh_companies", "gb_coh_psc", "gb_hmlr_ccod", "gb_hmlr_ocod", "gb_fcdo_sanctions"];

/// What the truth folder says about itself.
pub(crate) const README: &str = "\
These files say what is true in the invented registers beside them. Every person, company and
number is made up by a program; nothing here is about anybody real.

entities.csv    party_id,schema,source,record_id,role,name
                One row for every record in which a party appears, with the name as written there.
                party_id: P person, C company with a UK number, X company from abroad, B public
                body, V ship. Two records with the same party_id are the same party; records with
                different ids are different, however alike they look. A company that was
                re-registered under a new number is one party.
                source: gb_coh_companies, gb_coh_psc, gb_hmlr_ccod, gb_hmlr_ocod,
                gb_fcdo_sanctions. record_id: company number; PSC links.self; title number # place
                of the proprietor in the row; unique id of the designation.
                role: subject, former-name, psc, proprietor, designated, alias, native-name.
ownership.csv   owner,asset,kind,share,start,end,capacity,published,source,record_id
                Every true interest. asset: a party_id, or T: and a title number.
                kind: shares (in a partnership: surplus assets), votes (only where they differ from
                the shares), joint-shares (the share is that of the joint holders together, each
                row repeats it), appoint, influence, nominee (holds land for the owner), title
                (sole proprietor), title-joint (one of several; the share is the true one).
                share: exact fraction p/q, empty where the interest is no share.
                start, end: ISO dates; an empty end means still held (or held when dissolved).
                capacity: own, trust, firm, over-trust, over-firm.
                published: named (a record names the owner), protected (a record hides who it is),
                no (no record: 25% or less, a statement instead, or abroad).
sanctioned.csv  party_id,schema,unique_id,name,designated
                Every designation of UK-Sanctions-List.csv.
links.csv       owner,subject,kind,record_id
                Whom a free-text cell of that list names: kind parent (of an entity) or vessel
                (owner or operator of a ship); both parties are designated themselves.
";

/// One register's share of the truth.
pub(crate) struct Truth {
    entities: Fresh,
    ownership: Fresh,
    stem: &'static str,
    line: String,
    pub(crate) entity_rows: u64,
    pub(crate) ownership_rows: u64,
}

/// One row of `ownership.csv`.
pub(crate) struct Held<'a> {
    pub(crate) owner: Party,
    pub(crate) asset: &'a str,
    pub(crate) kind: &'static str,
    pub(crate) share: Option<Fraction>,
    pub(crate) start: Day,
    pub(crate) end: Option<Day>,
    pub(crate) capacity: Capacity,
    pub(crate) published: &'static str,
    pub(crate) record: &'a str,
}

impl Truth {
    pub(crate) fn create(folder: &Path, stem: &'static str) -> Result<Truth, SynthError> {
        Ok(Truth {
            entities: Fresh::create(part_path(folder, stem, "entities"))?,
            ownership: Fresh::create(part_path(folder, stem, "ownership"))?,
            stem,
            line: String::with_capacity(256),
            entity_rows: 0,
            ownership_rows: 0,
        })
    }

    pub(crate) fn entity(
        &mut self,
        party: &str,
        schema: &str,
        record: &str,
        role: &str,
        name: &str,
    ) -> Result<(), SynthError> {
        self.line.clear();
        for (at, cell) in [party, schema, self.stem, record, role, name].into_iter().enumerate() {
            bare(&mut self.line, at == 0, cell);
        }
        self.line.push('\n');
        self.entity_rows += 1;
        self.entities.put(&self.line)
    }

    pub(crate) fn held(&mut self, held: &Held) -> Result<(), SynthError> {
        self.line.clear();
        let line = &mut self.line;
        line.push_str(&held.owner.id());
        line.push(',');
        line.push_str(held.asset);
        line.push(',');
        line.push_str(held.kind);
        line.push(',');
        if let Some((p, q)) = held.share {
            push_number(line, p.into(), 1);
            line.push('/');
            push_number(line, q.into(), 1);
        }
        line.push(',');
        iso(line, held.start);
        line.push(',');
        if let Some(end) = held.end {
            iso(line, end);
        }
        line.push(',');
        line.push_str(match held.capacity {
            Capacity::Own => "own",
            Capacity::Trust => "trust",
            Capacity::Firm => "firm",
            Capacity::OverTrust => "over-trust",
            Capacity::OverFirm => "over-firm",
        });
        line.push(',');
        line.push_str(held.published);
        line.push(',');
        line.push_str(self.stem);
        line.push(',');
        line.push_str(held.record);
        line.push('\n');
        self.ownership_rows += 1;
        self.ownership.put(&self.line)
    }

    pub(crate) fn finish(self) -> Result<Part, SynthError> {
        let part = Part {
            stem: self.stem,
            entity_rows: self.entity_rows,
            ownership_rows: self.ownership_rows,
        };
        self.entities.finish()?;
        self.ownership.finish()?;
        Ok(part)
    }
}

/// A finished part, waiting to be joined.
pub(crate) struct Part {
    stem: &'static str,
    pub(crate) entity_rows: u64,
    pub(crate) ownership_rows: u64,
}

/// Joins the parts in the order given and removes them.
pub(crate) fn join(folder: &Path, parts: &[Part]) -> Result<(), SynthError> {
    for (name, header) in [("entities", ENTITIES), ("ownership", OWNERSHIP)] {
        let mut out = Fresh::create(folder.join(format!("{name}.csv")))?;
        out.put(header)?;
        for part in parts {
            let from = part_path(folder, part.stem, name);
            out.append(&from)?;
            std::fs::remove_file(&from).map_err(|e| SynthError::write(&from, e))?;
        }
        out.finish()?;
    }
    let mut readme = Fresh::create(folder.join("README.txt"))?;
    readme.put(README)?;
    readme.finish()
}

/// Removes whatever parts a failed run finished.
pub(crate) fn discard(folder: &Path) {
    for stem in STEMS {
        for name in ["entities", "ownership"] {
            // The run has failed already; a part that is not there is none to remove.
            let _ = std::fs::remove_file(part_path(folder, stem, name));
        }
    }
}

fn part_path(folder: &Path, stem: &str, name: &str) -> PathBuf {
    folder.join(format!("{stem}.{name}"))
}
