//! Chains of relationships with their records: the steps behind an answer.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use cuibono_entities::{EntityRecord, Grade};
use cuibono_graph::Edge;
use cuibono_model::{InterestKind, PropertyType, Share, prop};

use crate::QueryError;
use crate::captions::Lang;
use crate::snapshot::Snapshot;
use crate::view::{Bounds, ChainView, Hop, InterestView, PartyView};

/// How many chains are shown between an owner and a subject.
pub(crate) const CHAINS_MAX: usize = 3;
/// How many partial chains one answer may look at.
const EXPANSIONS_MAX: usize = 20_000;
/// Longest chain shown.
const LENGTH_MAX: usize = 64;

/// A relationship that money or power can run along, as far as showing chains goes.
#[derive(Clone, Copy)]
pub(crate) struct Link {
    pub(crate) edge: Edge,
    /// The share that runs along it, where it has a size.
    pub(crate) share: Option<Share>,
}

impl Snapshot {
    /// A relationship as a link: its economic share if it has one.
    pub(crate) fn link(&self, edge: Edge) -> Link {
        let interests = self.graph.terms(&edge).map_or(&[][..], |terms| &terms.interests);
        let is_single_title = |kind| kind == InterestKind::LegalTitle;
        let share = interests
            .iter()
            .filter(|i| i.kind.is_economic())
            .max_by_key(|i| (is_single_title(i.kind), i.share.max, i.share.min))
            .map(|i| i.share);
        Link { edge, share }
    }

    /// The steps of a chain, from the first edge to the last, all downward.
    pub(crate) fn chain(
        &self,
        links: &[Link],
        parties: &mut Parties,
    ) -> Result<ChainView, QueryError> {
        let hops = links
            .iter()
            .map(|link| self.hop(link.edge, true, parties))
            .collect::<Result<_, _>>()?;
        Ok(ChainView { hops, share: product(links) })
    }

    /// One step with everything that is said of it.
    pub(crate) fn hop(
        &self,
        edge: Edge,
        is_downward: bool,
        parties: &mut Parties,
    ) -> Result<Hop, QueryError> {
        let relationship = self.entities.intervals.get(edge.interval)?;
        let holder = parties.get(self, edge.holder)?;
        let subject = parties.get(self, edge.subject)?;
        let terms = self.graph.terms(&edge);
        let interests = terms.map_or_else(Vec::new, |terms| {
            terms
                .interests
                .iter()
                .map(|i| InterestView {
                    kind: i.kind,
                    via: i.via,
                    directness: i.directness,
                    share: has_size(i.kind).then_some(i.share),
                })
                .collect()
        });
        let mut words: Vec<String> =
            relationship.values(prop::X_NATURE).map(str::to_owned).collect();
        if words.is_empty() {
            for property in
                [prop::ROLE, prop::RELATIONSHIP, prop::CONTROL_TYPE, prop::X_DECLARATION]
            {
                words.extend(relationship.values(property).map(str::to_owned));
            }
        }
        Ok(Hop {
            id: relationship.id.clone(),
            is_matched: self.is_matched(&relationship, &holder, &subject)?,
            holder,
            subject,
            interests,
            start: edge.start,
            end: edge.end,
            is_joint: terms.is_some_and(|terms| terms.is_joint),
            words,
            is_downward,
            records: self.records(&relationship),
        })
    }

    /// Whether an end of a relationship was found by name and country rather than by a number: the
    /// body has no number of its own, or the record's own id of it was joined on strong evidence.
    fn is_matched(
        &self,
        relationship: &EntityRecord,
        holder: &PartyView,
        subject: &PartyView,
    ) -> Result<bool, QueryError> {
        if holder.id.starts_with("org-") || subject.id.starts_with("org-") {
            return Ok(true);
        }
        let ends = relationship.statements.iter();
        let joined =
            ends.filter(|s| s.property.kind() == PropertyType::Entity && !s.original.is_empty());
        for statement in joined {
            if let Some(thing) = self.entities.things.find(&statement.value)? {
                let entity = self.entities.things.get(thing)?;
                let is_strong = entity
                    .referents
                    .iter()
                    .any(|r| r.id == statement.original && r.grade == Grade::Strong);
                if is_strong {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

/// Whether a kind of interest has a size.
fn has_size(kind: InterestKind) -> bool {
    kind.is_economic() || kind == InterestKind::VotingRights || kind == InterestKind::Beneficiary
}

/// The product of the shares of a chain, where every step has one.
pub(crate) fn product(links: &[Link]) -> Option<Bounds> {
    let mut bounds = Bounds { min: 1.0, max: 1.0, min_open: false, max_open: false };
    for link in links {
        let share = Bounds::from(link.share?);
        bounds.min *= share.min;
        bounds.max *= share.max;
        bounds.min_open |= share.min_open;
        bounds.max_open |= share.max_open;
    }
    bounds.min_open &= bounds.min > 0.0;
    Some(bounds)
}

/// Party views by thing number, each made once an answer.
pub(crate) struct Parties {
    lang: Lang,
    known: HashMap<u32, PartyView>,
}

impl Parties {
    pub(crate) fn new(lang: Lang) -> Parties {
        Parties { lang, known: HashMap::new() }
    }

    pub(crate) fn get(&mut self, snapshot: &Snapshot, thing: u32) -> Result<PartyView, QueryError> {
        if let Some(known) = self.known.get(&thing) {
            return Ok(known.clone());
        }
        let party = snapshot.party(thing, self.lang)?;
        self.known.insert(thing, party.clone());
        Ok(party)
    }
}

struct Partial {
    node: u32,
    /// How well its size is known.
    size: Size,
    weight: f64,
    links: Vec<usize>,
}

impl PartialEq for Partial {
    fn eq(&self, other: &Partial) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Partial {}

impl PartialOrd for Partial {
    fn partial_cmp(&self, other: &Partial) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Partial {
    fn cmp(&self, other: &Partial) -> Ordering {
        (other.size.cmp(&self.size))
            .then_with(|| self.weight.total_cmp(&other.weight))
            .then_with(|| other.links.len().cmp(&self.links.len()))
            .then_with(|| other.links.cmp(&self.links))
    }
}

/// How well the size of a chain is known: as badly as that of its worst step. Chains whose every
/// step states a share come first, since the bounds of an answer rest on them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Size {
    Stated,
    NotStated,
    /// A step that has no size, such as an office.
    None,
}

impl Size {
    fn of(link: &Link) -> Size {
        match link.share {
            None => Size::None,
            Some(Share::UNKNOWN) => Size::NotStated,
            Some(_) => Size::Stated,
        }
    }
}

/// Which end of a link the search goes to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// From a subject to its holders.
    Up,
    /// From a holder to what it holds.
    Down,
}

/// The most telling simple chains from `start` to every node it reaches: those of stated shares
/// first, then by the product of the greatest shares, then by length. Where a node is reached by
/// chains without a size too, the best of them is kept beside the others. Each chain is in the order from `start`.
pub(crate) fn chains_from(
    start: u32,
    links: &[Link],
    direction: Direction,
) -> HashMap<u32, Vec<Vec<usize>>> {
    let near = |link: &Link| match direction {
        Direction::Up => link.edge.subject,
        Direction::Down => link.edge.holder,
    };
    let far = |link: &Link| match direction {
        Direction::Up => link.edge.holder,
        Direction::Down => link.edge.subject,
    };
    let mut from: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, link) in links.iter().enumerate() {
        from.entry(near(link)).or_default().push(at);
    }
    let mut found: HashMap<u32, Vec<Vec<usize>>> = HashMap::new();
    let first = Partial { node: start, size: Size::Stated, weight: 1.0, links: Vec::new() };
    let mut heap = BinaryHeap::from([first]);
    // Of each node the chains so far, and whether one of them has no stated size.
    let is_full = |chains: &[Vec<usize>], size: Size| {
        let has_unsized =
            chains.iter().any(|c| c.iter().any(|&at| Size::of(&links[at]) != Size::Stated));
        chains.len() >= CHAINS_MAX && (size == Size::Stated || has_unsized)
    };
    let mut expansions = 0;
    while let Some(partial) = heap.pop() {
        if partial.node != start {
            let chains = found.entry(partial.node).or_default();
            if is_full(chains, partial.size) {
                continue;
            }
            chains.push(partial.links.clone());
        }
        expansions += 1;
        if expansions > EXPANSIONS_MAX || partial.links.len() >= LENGTH_MAX {
            continue;
        }
        for &at in from.get(&partial.node).map_or(&[][..], Vec::as_slice) {
            let next = far(&links[at]);
            let is_loop = next == start || partial.links.iter().any(|&l| far(&links[l]) == next);
            let size = partial.size.max(Size::of(&links[at]));
            if is_loop || found.get(&next).is_some_and(|chains| is_full(chains, size)) {
                continue;
            }
            // A step without a size is likelier to matter than a tiny share and less than a large one.
            let step = links[at].share.map_or(0.5, |share| share.max.to_f64().max(1e-6));
            let mut chain = partial.links.clone();
            chain.push(at);
            heap.push(Partial { node: next, size, weight: partial.weight * step, links: chain });
        }
    }
    found
}
