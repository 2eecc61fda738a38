//! Reading the adjacency of an open store.

use cuibono_model::{PartialDate, PartyClass, Terms, UnspecifiedReason};
use cuibono_store::{Section, Store, StoreError};

use crate::terms;
use crate::write::Party;

/// One relationship.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edge {
    /// Its number.
    pub number: u32,
    /// Who holds, by thing number.
    pub holder: u32,
    /// Who is held, by thing number.
    pub subject: u32,
    /// The relationship entity, by interval number.
    pub interval: u32,
    /// Its terms, for [`Graph::terms`].
    pub terms: u32,
    /// First day, as far as known.
    pub start: Option<PartialDate>,
    /// First day on which it no longer holds.
    pub end: Option<PartialDate>,
    /// First input file that states it.
    pub first_file: u16,
    /// Last input file that states it.
    pub last_file: u16,
}

/// The adjacency of a store.
#[derive(Debug)]
pub struct Graph {
    things: u32,
    edges: u32,
    class: Section,
    flags: Section,
    reason: Section,
    subject_offsets: Section,
    holder_offsets: Section,
    holder_edges: Section,
    subject: Section,
    holder: Section,
    edge_terms: Section,
    start: Section,
    end: Section,
    interval: Section,
    first_file: Section,
    last_file: Section,
    attachments: Section,
    terms: Vec<Terms>,
}

impl Graph {
    /// Opens the adjacency; `things` is how many the store has.
    ///
    /// # Errors
    /// A section is missing or does not fit the others.
    pub fn open(store: &Store, things: u32) -> Result<Graph, StoreError> {
        let section = |name: &str| store.section(name);
        let table = section("graph.terms")?;
        let mut bytes = table.bytes();
        let mut all = Vec::new();
        while !bytes.is_empty() {
            let next = terms::read(&mut bytes)
                .ok_or_else(|| store.corrupt("graph.terms", "cannot be read".into()))?;
            all.push(next);
        }
        let subject = section("graph.subject")?;
        let graph = Graph {
            things,
            edges: (subject.bytes().len() / 4) as u32,
            class: section("things.class")?,
            flags: section("things.flags")?,
            reason: section("things.reason")?,
            subject_offsets: section("graph.subject_offsets")?,
            holder_offsets: section("graph.holder_offsets")?,
            holder_edges: section("graph.holder_edges")?,
            subject,
            holder: section("graph.holder")?,
            edge_terms: section("graph.edge_terms")?,
            start: section("graph.start")?,
            end: section("graph.end")?,
            interval: section("graph.interval")?,
            first_file: section("graph.first_file")?,
            last_file: section("graph.last_file")?,
            attachments: section("graph.attachments")?,
            terms: all,
        };
        graph.check_lengths(store)?;
        Ok(graph)
    }

    fn check_lengths(&self, store: &Store) -> Result<(), StoreError> {
        let (things, edges) = (self.things as usize, self.edges as usize);
        let lengths = [
            ("things.class", &self.class, things),
            ("things.flags", &self.flags, things * 2),
            ("things.reason", &self.reason, things),
            ("graph.subject_offsets", &self.subject_offsets, (things + 1) * 4),
            ("graph.holder_offsets", &self.holder_offsets, (things + 1) * 4),
            ("graph.holder_edges", &self.holder_edges, edges * 4),
            ("graph.subject", &self.subject, edges * 4),
            ("graph.holder", &self.holder, edges * 4),
            ("graph.edge_terms", &self.edge_terms, edges * 4),
            ("graph.start", &self.start, edges * 4),
            ("graph.end", &self.end, edges * 4),
            ("graph.interval", &self.interval, edges * 4),
            ("graph.first_file", &self.first_file, edges * 2),
            ("graph.last_file", &self.last_file, edges * 2),
        ];
        for (name, section, expected) in lengths {
            let found = section.bytes().len();
            if found != expected {
                let what = format!("has {found} bytes where {expected} fit the other sections");
                return Err(store.corrupt(name, what));
            }
        }
        if !self.attachments.bytes().len().is_multiple_of(8) {
            return Err(store.corrupt("graph.attachments", "has half a pair".into()));
        }
        Ok(())
    }

    /// Checks every reference: offsets in order, ends and terms in range, both directions the same
    /// edges. What opening leaves out because checksums already cover accidents.
    ///
    /// # Errors
    /// The first contradiction.
    pub fn verify(&self, store: &Store, intervals: u32) -> Result<(), StoreError> {
        let bad = |section: &str, what: &str| Err(store.corrupt(section, what.to_owned()));
        let by_subject = self.subject_offsets.array::<u32>()?;
        let by_holder = self.holder_offsets.array::<u32>()?;
        for (name, offsets) in
            [("graph.subject_offsets", by_subject), ("graph.holder_offsets", by_holder)]
        {
            if offsets.first() != Some(&0)
                || !offsets.is_sorted()
                || offsets.last() != Some(&self.edges)
            {
                return bad(name, "does not count the edges");
            }
        }
        let subjects = self.subject.array::<u32>()?;
        let holders = self.holder.array::<u32>()?;
        let holder_edges = self.holder_edges.array::<u32>()?;
        for thing in 0..self.things {
            let at = thing as usize;
            for &subject in &subjects[by_subject[at] as usize..by_subject[at + 1] as usize] {
                if subject != thing {
                    return bad("graph.subject", "does not fit its offsets");
                }
            }
            for &edge in &holder_edges[by_holder[at] as usize..by_holder[at + 1] as usize] {
                if holders.get(edge as usize) != Some(&thing) {
                    return bad("graph.holder_edges", "does not fit the holders");
                }
            }
        }
        if self.edge_terms.array::<u32>()?.iter().any(|&t| t as usize >= self.terms.len()) {
            return bad("graph.edge_terms", "names terms that are not there");
        }
        if self.interval.array::<u32>()?.iter().any(|&i| i >= intervals) {
            return bad("graph.interval", "names a relationship that is not there");
        }
        for dates in [&self.start, &self.end] {
            let dates = dates.array::<u32>()?;
            if dates.iter().any(|&d| d != 0 && PartialDate::from_code(d).is_none()) {
                return bad("graph.start", "has a date that does not exist");
            }
        }
        if self.class.bytes().iter().any(|&c| PartyClass::from_code(c).is_none()) {
            return bad("things.class", "has an unknown class");
        }
        if self.reason.bytes().iter().any(|&r| usize::from(r) > UnspecifiedReason::ALL.len()) {
            return bad("things.reason", "has an unknown reason");
        }
        let pairs = self.attachments.array::<[u32; 2]>()?;
        if !pairs.is_sorted() || pairs.iter().any(|p| p[0] >= self.things || p[1] >= intervals) {
            return bad("graph.attachments", "names an entity that is not there");
        }
        Ok(())
    }

    /// Number of nodes.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.things
    }

    /// Whether there are no nodes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.things == 0
    }

    /// Number of edges.
    #[must_use]
    pub fn edge_count(&self) -> u32 {
        self.edges
    }

    /// What stands at a node; an unknown party for a number out of range.
    #[must_use]
    pub fn party(&self, thing: u32) -> Party {
        let at = thing as usize;
        let class = self.class.bytes().get(at).and_then(|&c| PartyClass::from_code(c));
        Party {
            class: class.unwrap_or(PartyClass::Unknown),
            flags: column_u16(&self.flags).get(at).copied().unwrap_or(0),
            reason: self.reason.bytes().get(at).copied().unwrap_or(0),
        }
    }

    /// Why the party at a node is not named, if it is not.
    #[must_use]
    pub fn reason(&self, thing: u32) -> Option<UnspecifiedReason> {
        let code = self.party(thing).reason.checked_sub(1)?;
        UnspecifiedReason::ALL.get(code as usize).copied()
    }

    /// The edges that say who holds something in a node.
    pub fn holders_of(&self, thing: u32) -> impl Iterator<Item = Edge> {
        range(&self.subject_offsets, thing, self.edges).filter_map(|number| self.edge(number))
    }

    /// The edges that say in what a node holds something.
    pub fn held_by(&self, thing: u32) -> impl Iterator<Item = Edge> {
        let edges = column_u32(&self.holder_edges);
        range(&self.holder_offsets, thing, self.edges)
            .filter_map(|at| self.edge(*edges.get(at as usize)?))
    }

    /// How many relationships a node takes part in as (subject, holder).
    #[must_use]
    pub fn degree(&self, thing: u32) -> (u32, u32) {
        let length = |offsets: &Section| {
            let range = range(offsets, thing, self.edges);
            range.end.saturating_sub(range.start)
        };
        (length(&self.subject_offsets), length(&self.holder_offsets))
    }

    /// An edge by number.
    #[must_use]
    pub fn edge(&self, number: u32) -> Option<Edge> {
        let at = number as usize;
        let get = |section: &Section| column_u32(section).get(at).copied();
        Some(Edge {
            number,
            holder: get(&self.holder)?,
            subject: get(&self.subject)?,
            interval: get(&self.interval)?,
            terms: get(&self.edge_terms)?,
            start: PartialDate::from_code(get(&self.start)?),
            end: PartialDate::from_code(get(&self.end)?),
            first_file: column_u16(&self.first_file).get(at).copied()?,
            last_file: column_u16(&self.last_file).get(at).copied()?,
        })
    }

    /// The terms of an edge, without its dates.
    #[must_use]
    pub fn terms(&self, edge: &Edge) -> Option<&Terms> {
        self.terms.get(edge.terms as usize)
    }

    /// The sanctions, documents and other intervals about a thing, by interval number.
    pub fn attachments(&self, thing: u32) -> impl Iterator<Item = u32> {
        let pairs = self.attachments.array::<[u32; 2]>().unwrap_or_default();
        let from = pairs.partition_point(|p| p[0] < thing);
        pairs[from..].iter().take_while(move |p| p[0] == thing).map(|p| p[1])
    }
}

fn column_u32(section: &Section) -> &[u32] {
    section.array().unwrap_or_default()
}

fn column_u16(section: &Section) -> &[u16] {
    section.array().unwrap_or_default()
}

fn range(offsets: &Section, node: u32, edges: u32) -> std::ops::Range<u32> {
    let offsets = column_u32(offsets);
    match (offsets.get(node as usize), offsets.get(node as usize + 1)) {
        (Some(&start), Some(&end)) => start..end.min(edges),
        _ => 0..0,
    }
}
