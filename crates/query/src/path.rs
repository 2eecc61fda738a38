//! What connects two parties: ways through any relationships, up or down.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap, HashSet};

use cuibono_graph::Edge;
use cuibono_model::{PartyClass, prop};
use cuibono_ownership::{Limits, Rank};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::Case;
use crate::chains::{Link, Parties, product};
use crate::snapshot::{Question, Snapshot};
use crate::view::{ChainView, PartyView};

/// Ways between two parties.
#[derive(Clone, PartialEq, Debug)]
pub struct PathsView {
    /// From.
    pub from: PartyView,
    /// To.
    pub to: PartyView,
    /// The ways, the most telling first: ownership before other connections.
    pub paths: Vec<ChainView>,
    /// How many of them are chains of ownership between the two on the day asked about. The others
    /// go through relationships of any kind and date and are no ownership.
    pub owned: usize,
    /// The search stopped before it had seen everything.
    pub is_cut: bool,
}

/// Steps of the longest way.
const LENGTH_MAX: usize = 24;
/// Partial ways looked at.
const EXPANSIONS_MAX: usize = 100_000;
/// Relationships of one party that are followed in one direction.
const FANOUT_MAX: usize = 5_000;

struct Partial {
    cost: f64,
    node: u32,
    /// Index of the partial way it continues, and its last step.
    before: Option<(usize, Edge, bool)>,
    length: usize,
}

struct Waiting {
    cost: f64,
    number: usize,
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Waiting) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Waiting) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    fn cmp(&self, other: &Waiting) -> Ordering {
        other.cost.total_cmp(&self.cost).then_with(|| other.number.cmp(&self.number))
    }
}

impl Snapshot {
    /// Up to `max` ways between two things. Chains of ownership on the day come first, with the
    /// product of their shares; then ways through relationships of any kind and date. A step over a
    /// party with many relationships costs more, since sharing a hub says little; parties that the
    /// registers do not name, or only by a word like "bearer", connect nobody.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn paths(
        &self,
        from: u32,
        to: u32,
        max: usize,
        question: &Question,
    ) -> Result<PathsView, QueryError> {
        let mut parties = Parties::new(question.lang);
        let mut paths = self.ownership_chains(from, to, max, question, &mut parties)?;
        let owned = paths.len();
        let known: Vec<Vec<String>> = paths.iter().map(ids).collect();
        let (others, is_cut) = self.connections(from, to, max, &mut parties)?;
        paths.extend(others.into_iter().filter(|path| !known.contains(&ids(path))));
        paths.truncate(max);
        let (from, to) = (parties.get(self, from)?, parties.get(self, to)?);
        Ok(PathsView { from, to, paths, owned, is_cut })
    }

    /// The engine's chains where one of the two is above the other.
    fn ownership_chains(
        &self,
        from: u32,
        to: u32,
        max: usize,
        question: &Question,
        parties: &mut Parties,
    ) -> Result<Vec<ChainView>, QueryError> {
        const WORK: usize = 20_000;
        let graph = OnDay::new(self, question);
        for (owner, subject) in [(from, to), (to, from)] {
            let case = Case::above(&graph, &[subject], Limits::default());
            if owner == subject || !case.part.nodes.iter().any(|node| node.id == owner) {
                continue;
            }
            let problem = &case.problem;
            let (chains, _) = problem.chains(owner, subject, max, Rank::Greatest, WORK);
            let mut views = Vec::new();
            for chain in chains {
                let mut hops = Vec::new();
                for (pair, positions) in chain.nodes.windows(2).zip(&chain.steps) {
                    // Of a joint block only the holder on this chain.
                    let own: Vec<u32> = positions
                        .iter()
                        .copied()
                        .filter(|&at| problem.holdings()[at as usize].owner == pair[0])
                        .collect();
                    hops.extend(self.hops_of(problem, &own, parties)?.into_iter().take(1));
                }
                if owner == to {
                    hops.reverse();
                    for hop in &mut hops {
                        hop.is_downward = false;
                    }
                }
                views.push(ChainView { hops, share: Some((&chain.share).into()) });
            }
            if !views.is_empty() {
                return Ok(views);
            }
        }
        Ok(Vec::new())
    }

    /// Ways through relationships of any kind, up and down.
    fn connections(
        &self,
        from: u32,
        to: u32,
        max: usize,
        parties: &mut Parties,
    ) -> Result<(Vec<ChainView>, bool), QueryError> {
        let mut partials = vec![Partial { cost: 0.0, node: from, before: None, length: 0 }];
        let mut heap = BinaryHeap::from([Waiting { cost: 0.0, number: 0 }]);
        let mut visits: HashMap<u32, usize> = HashMap::new();
        let mut found = Vec::new();
        let mut is_cut = false;
        while let Some(Waiting { number, .. }) = heap.pop() {
            let (node, cost, length) =
                (partials[number].node, partials[number].cost, partials[number].length);
            if node == to && length > 0 {
                if self.passes_nobody(&partials, number)? {
                    continue;
                }
                found.push(number);
                if found.len() >= max {
                    break;
                }
                continue;
            }
            let visited = visits.entry(node).or_default();
            *visited += 1;
            if *visited > max.max(1) {
                continue;
            }
            if partials.len() > EXPANSIONS_MAX || length >= LENGTH_MAX {
                is_cut = true;
                continue;
            }
            let upward = self.graph.holders_of(node).take(FANOUT_MAX).map(|e| (e, false, e.holder));
            let downward = self.graph.held_by(node).take(FANOUT_MAX).map(|e| (e, true, e.subject));
            let mut steps: Vec<(Edge, bool, u32)> = upward.chain(downward).collect();
            let (above, below) = self.graph.degree(node);
            if above.max(below) as usize > FANOUT_MAX {
                // Not all of a hub is looked at, but what it has with the other end is.
                is_cut = true;
                let known: HashSet<u32> = steps.iter().map(|(edge, ..)| edge.number).collect();
                let up = self.graph.holders_of(to).take(FANOUT_MAX).map(|e| (e, true, e.holder));
                let down = self.graph.held_by(to).take(FANOUT_MAX).map(|e| (e, false, e.subject));
                let last =
                    up.chain(down).filter(|(e, _, far)| *far == node && !known.contains(&e.number));
                steps.extend(last.map(|(edge, is_downward, _)| (edge, is_downward, to)));
            }
            for (edge, is_downward, next) in steps {
                if next == node || self.is_on(&partials, number, next) {
                    continue;
                }
                let class = self.graph.party(next).class;
                if next != to && matches!(class, PartyClass::Unspecified | PartyClass::Protected) {
                    continue;
                }
                let (above, below) = self.graph.degree(next);
                let hub = if next == to { 0.0 } else { f64::from(above + below).ln_1p() * 0.5 };
                let over = if edge.end.is_some() { 0.5 } else { 0.0 };
                let cost = cost + 1.0 + hub + over;
                partials.push(Partial {
                    cost,
                    node: next,
                    before: Some((number, edge, is_downward)),
                    length: length + 1,
                });
                heap.push(Waiting { cost, number: partials.len() - 1 });
            }
        }
        let mut paths = Vec::new();
        for number in found {
            let mut steps = Vec::new();
            let mut at = number;
            while let Some((before, edge, is_downward)) = partials[at].before {
                steps.push((edge, is_downward));
                at = before;
            }
            steps.reverse();
            let links: Vec<Link> = steps.iter().map(|(edge, _)| self.link(*edge)).collect();
            let is_one_way = steps.windows(2).all(|pair| pair[0].1 == pair[1].1);
            let hops = steps
                .iter()
                .map(|(edge, is_downward)| self.hop(*edge, *is_downward, parties))
                .collect::<Result<_, _>>()?;
            paths.push(ChainView { hops, share: product(&links).filter(|_| is_one_way) });
        }
        Ok((paths, is_cut))
    }

    /// Whether a way goes through a party whose name names nobody.
    fn passes_nobody(&self, partials: &[Partial], number: usize) -> Result<bool, QueryError> {
        let mut at = partials[number].before.map(|(before, ..)| before);
        while let Some(number) = at {
            let partial = &partials[number];
            at = partial.before.map(|(before, ..)| before);
            if at.is_none() {
                break;
            }
            let entity = self.entities.things.get(partial.node)?;
            if entity.values(prop::NAME).any(names_nobody) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn is_on(&self, partials: &[Partial], mut at: usize, node: u32) -> bool {
        loop {
            if partials[at].node == node {
                return true;
            }
            match partials[at].before {
                Some((before, ..)) => at = before,
                None => return false,
            }
        }
    }
}

fn ids(path: &ChainView) -> Vec<String> {
    path.hops.iter().map(|hop| hop.id.clone()).collect()
}

/// Names that stand for anybody: two parties that share one have nothing in common.
fn names_nobody(name: &str) -> bool {
    const WORDS: [&str; 26] = [
        "bearer",
        "the bearer",
        "to bearer",
        "bearer shares",
        "el portador",
        "portador",
        "al portador",
        "unknown",
        "not known",
        "unnamed",
        "none",
        "nil",
        "n a",
        "na",
        "various",
        "others",
        "public",
        "nominee",
        "nominees",
        "shareholders",
        "the shareholders",
        "trustees",
        "the trustees",
        "to be confirmed",
        "not applicable",
        "anonymous",
    ];
    let folded = cuibono_text::fold(name);
    let folded: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    folded.is_empty() || WORDS.contains(&folded.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::names_nobody;

    #[test]
    fn names_that_name_nobody() {
        let cases = [
            ("THE BEARER", true),
            ("El Portador", true),
            ("N/A", true),
            ("  ", true),
            ("Bearer Holdings Ltd", false),
            ("Unknown Pleasures Ltd", false),
            ("Іван Зразок", false),
        ];
        for (name, expected) in cases {
            assert_eq!(names_nobody(name), expected, "{name}");
        }
    }
}
