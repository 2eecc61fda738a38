//! What a party holds, behind how many layers.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

use cuibono_model::Day;
use cuibono_ownership::{Control, Limits, Options, Problem, Threshold, Verdict, below};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::chains::{Direction, Link, Parties, chains_from};
use crate::snapshot::{Question, Snapshot};
use crate::view::{Bounds, ChainView, PartyView, Status};

/// Holdings whose chains are shown; the others are listed without.
const DETAILED_MAX: usize = 500;

/// The answer to "what does this party hold".
#[derive(Clone, PartialEq, Debug)]
pub struct HoldingsView {
    /// The party.
    pub subject: PartyView,
    /// The day the answer is about.
    pub as_of: Day,
    /// The latest date the data speak of, ISO, or empty.
    pub data_as_of: String,
    /// What it holds, nearest first.
    pub holdings: Vec<Held>,
    /// Parties that were not followed further, because a limit was met.
    pub cut: Vec<PartyView>,
}

/// One thing held.
#[derive(Clone, PartialEq, Debug)]
pub struct Held {
    /// What is held.
    pub party: PartyView,
    /// Fewest steps from the party to it.
    pub layers: usize,
    /// The part of its money that reaches the party.
    pub cash_flow: Bounds,
    /// The shares or votes, whichever are more, that the party is credited with.
    pub attributed: Bounds,
    /// Whether the party controls it.
    pub control: Control,
    /// Whether the party holds more than the threshold, by any of the three.
    pub status: Status,
    /// The most telling chain from the party down to it.
    pub chain: Option<ChainView>,
}

impl Snapshot {
    /// Everything a thing holds on a day, directly and through others.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn holdings(&self, thing: u32, question: &Question) -> Result<HoldingsView, QueryError> {
        let graph = OnDay::new(self, question);
        let part = below(&graph, &[thing], Limits::default());
        let problem = Problem::new(&part.nodes, &part.holdings, Options::default());
        let threshold = Threshold::above(question.threshold);
        let mut edges: Vec<u32> = part.holdings.iter().map(|holding| holding.record).collect();
        edges.sort_unstable();
        edges.dedup();
        let links: Vec<Link> =
            edges.iter().filter_map(|&edge| Some(self.link(self.graph.edge(edge)?))).collect();
        let chains = chains_from(thing, &links, Direction::Down);
        let layers = layers(thing, &links);
        let mut parties = Parties::new(question.lang);
        let answers = problem.holdings_of(&[thing]);
        let mut rows: Vec<_> = answers
            .iter()
            .map(|held| (layers.get(&held.node).copied().unwrap_or(0), held))
            .collect();
        rows.sort_by(|a, b| {
            let key = |(layers, held): &(usize, &cuibono_ownership::Held)| (*layers, held.node);
            key(a).cmp(&key(b))
        });
        let mut holdings = Vec::new();
        for (layers, held) in rows {
            let verdict = |interval: &cuibono_ownership::Interval| interval.verdict(threshold);
            let by_control = match held.control {
                Control::Certain => Verdict::Certain,
                Control::Possible => Verdict::Possible,
                Control::None => Verdict::Excluded,
            };
            let by_share = verdict(&held.cash_flow)
                .max(verdict(&held.attributed))
                .max(verdict(&held.attributed_votes));
            let more = if held.attributed_votes.max > held.attributed.max {
                &held.attributed_votes
            } else {
                &held.attributed
            };
            let chain = match chains.get(&held.node).and_then(|chains| chains.first()) {
                Some(chain) if holdings.len() < DETAILED_MAX => {
                    let steps: Vec<Link> = chain.iter().map(|&at| links[at]).collect();
                    Some(self.chain(&steps, &mut parties)?)
                }
                _ => None,
            };
            holdings.push(Held {
                party: parties.get(self, held.node)?,
                layers,
                cash_flow: (&held.cash_flow).into(),
                attributed: more.into(),
                control: held.control,
                status: by_share.max(by_control),
                chain,
            });
        }
        let cut = part.cut.iter().take(20).map(|&node| parties.get(self, node));
        Ok(HoldingsView {
            cut: cut.collect::<Result<_, _>>()?,
            subject: parties.get(self, thing)?,
            as_of: self.day(question),
            data_as_of: self.manifest().data_as_of.clone(),
            holdings,
        })
    }
}

/// Fewest steps from a thing down to everything below it.
fn layers(start: u32, links: &[Link]) -> HashMap<u32, usize> {
    let mut below: HashMap<u32, Vec<u32>> = HashMap::new();
    for link in links {
        below.entry(link.edge.holder).or_default().push(link.edge.subject);
    }
    let mut layers = HashMap::from([(start, 0)]);
    let mut waiting = VecDeque::from([start]);
    while let Some(node) = waiting.pop_front() {
        let next = layers[&node] + 1;
        for &subject in below.get(&node).map_or(&[][..], Vec::as_slice) {
            if let Entry::Vacant(place) = layers.entry(subject) {
                place.insert(next);
                waiting.push_back(subject);
            }
        }
    }
    layers
}
