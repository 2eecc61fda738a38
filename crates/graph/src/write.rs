//! Building the adjacency.

use std::collections::HashMap;

use cuibono_model::{PartyClass, Terms};
use cuibono_store::{StoreError, StoreWriter};
use rayon::slice::ParallelSliceMut;

use crate::terms;

/// What stands at a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Party {
    /// What kind of party.
    pub class: PartyClass,
    /// Bits of [`crate::flag`].
    pub flags: u16,
    /// Code of the [`cuibono_model::UnspecifiedReason`] plus one, or 0.
    pub reason: u8,
}

/// One relationship to be added.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NewEdge {
    /// Who is held, by thing number.
    pub subject: u32,
    /// Who holds, by thing number.
    pub holder: u32,
    /// The relationship entity, by interval number.
    pub interval: u32,
    /// Number that [`GraphWriter::terms`] gave.
    pub terms: u32,
    /// Code of the start date, or 0.
    pub start: u32,
    /// Code of the end date, or 0.
    pub end: u32,
    /// First and last input file that states it.
    pub files: (u16, u16),
}

/// Collects nodes and edges and writes the sections.
#[derive(Default)]
pub struct GraphWriter {
    parties: Vec<Party>,
    edges: Vec<NewEdge>,
    terms: HashMap<Vec<u8>, u32>,
    attachments: Vec<(u32, u32)>,
}

impl GraphWriter {
    /// Adds the next thing.
    pub fn party(&mut self, party: Party) {
        self.parties.push(party);
    }

    /// Things so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parties.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parties.is_empty()
    }

    /// The number of these terms, without their dates. Numbers are provisional and only good for
    /// this writer.
    pub fn terms(&mut self, new: &Terms) -> u32 {
        let mut bytes = Vec::new();
        terms::write(new, &mut bytes);
        let next = self.terms.len() as u32;
        *self.terms.entry(bytes).or_insert(next)
    }

    /// Adds an edge. Both ends must be things.
    pub fn edge(&mut self, edge: NewEdge) {
        self.edges.push(edge);
    }

    /// Edges so far.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.edges.len()
    }

    /// Says that an interval entity without an interest (a sanction, a document) is about a thing.
    pub fn attach(&mut self, thing: u32, interval: u32) {
        self.attachments.push((thing, interval));
    }

    /// Writes the sections. The result does not depend on the order in which edges came.
    ///
    /// # Errors
    /// The disk is full or gone.
    pub fn finish(mut self, store: &mut StoreWriter) -> Result<(), StoreError> {
        let things = self.parties.len();
        let classes: Vec<u8> = self.parties.iter().map(|p| p.class as u8).collect();
        store.write("things.class", &classes)?;
        store.write("things.flags", &bytes_u16(self.parties.iter().map(|p| p.flags)))?;
        let reasons: Vec<u8> = self.parties.iter().map(|p| p.reason).collect();
        store.write("things.reason", &reasons)?;
        drop(std::mem::take(&mut self.parties));

        let mut table: Vec<(Vec<u8>, u32)> = self.terms.into_iter().collect();
        table.sort();
        let mut renumber = vec![0u32; table.len()];
        let mut bytes = Vec::new();
        for (number, (terms, provisional)) in table.iter().enumerate() {
            renumber[*provisional as usize] = number as u32;
            bytes.extend_from_slice(terms);
        }
        store.write("graph.terms", &bytes)?;

        for edge in &mut self.edges {
            edge.terms = renumber[edge.terms as usize];
        }
        self.edges.par_sort_unstable();
        let edges = self.edges;
        store.write("graph.subject_offsets", &offsets(things, edges.iter().map(|e| e.subject)))?;
        let column = |pick: fn(&NewEdge) -> u32| bytes_u32(edges.iter().map(pick));
        store.write("graph.subject", &column(|e| e.subject))?;
        store.write("graph.holder", &column(|e| e.holder))?;
        store.write("graph.edge_terms", &column(|e| e.terms))?;
        store.write("graph.start", &column(|e| e.start))?;
        store.write("graph.end", &column(|e| e.end))?;
        store.write("graph.interval", &column(|e| e.interval))?;
        store.write("graph.first_file", &bytes_u16(edges.iter().map(|e| e.files.0)))?;
        store.write("graph.last_file", &bytes_u16(edges.iter().map(|e| e.files.1)))?;

        let mut by_holder: Vec<(u32, u32)> =
            edges.iter().enumerate().map(|(number, e)| (e.holder, number as u32)).collect();
        by_holder.par_sort_unstable();
        store.write("graph.holder_offsets", &offsets(things, by_holder.iter().map(|p| p.0)))?;
        store.write("graph.holder_edges", &bytes_u32(by_holder.iter().map(|p| p.1)))?;

        self.attachments.sort_unstable();
        self.attachments.dedup();
        let pairs = self.attachments.iter().flat_map(|&(thing, interval)| [thing, interval]);
        store.write("graph.attachments", &bytes_u32(pairs))
    }
}

fn bytes_u32(values: impl Iterator<Item = u32>) -> Vec<u8> {
    values.flat_map(u32::to_le_bytes).collect()
}

fn bytes_u16(values: impl Iterator<Item = u16>) -> Vec<u8> {
    values.flat_map(u16::to_le_bytes).collect()
}

/// Where each node's run starts in a list sorted by node, with the end behind the last.
fn offsets(nodes: usize, sorted: impl Iterator<Item = u32>) -> Vec<u8> {
    let mut starts = vec![0u32; nodes + 1];
    for node in sorted {
        starts[node as usize + 1] += 1;
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    bytes_u32(starts.into_iter())
}
