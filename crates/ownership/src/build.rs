//! From holdings to columns: one dimension at a time, one block for joint holders, and a diagnosis
//! where the blocks of a subject cannot be true together.

use std::collections::{HashMap, HashSet};

use cuibono_model::{Directness, InterestKind, PartyClass, Share, Via};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::column::{Block, Column};
use crate::diagnosis::{Cause, Diagnosis, Dimension, Treatment};
use crate::interval::End;
use crate::problem::{
    Activity, Holding, Layer, Node, Options, Oversubscribed, Power, Problem, Reading,
};
use crate::rat::Rat;
use crate::scc::{Rows, components};
use crate::suspend;

pub(crate) fn problem(nodes: &[Node], holdings: &[Holding], options: Options) -> Problem {
    let mut problem = Problem {
        nodes: Vec::with_capacity(nodes.len()),
        index: FxHashMap::with_capacity_and_hasher(nodes.len(), FxBuildHasher),
        holdings: holdings.iter().copied().filter(|h| h.activity != Activity::No).collect(),
        parties: Vec::new(),
        money: Layer::default(),
        shares: None,
        votes: Layer::default(),
        powers: Vec::new(),
        powers_by_owner: Rows::default(),
        powers_over: Rows::default(),
        options,
        diagnoses: Vec::new(),
        assumes_direct: false,
        votes_follow_shares: false,
    };
    for node in nodes {
        add(&mut problem, *node);
    }
    problem.parties.reserve_exact(problem.holdings.len());
    for k in 0..problem.holdings.len() {
        let Holding { owner, owned, .. } = problem.holdings[k];
        let owner = add(&mut problem, Node::new(owner, PartyClass::Unknown));
        let owned = add(&mut problem, Node::new(owned, PartyClass::Unknown));
        problem.parties.push((owner, owned));
    }
    let by_owned = by_owned(&problem);
    let mut shares = Layer::default();
    for node in 0..problem.nodes.len() as u32 {
        let rows = by_owned.row(node);
        let (money, votes) = choose(&mut problem, rows);
        if options.reading == Reading::Statutory {
            let column = column(&mut problem, node, &money, Dimension::Shares);
            shares.columns.push(column);
        }
        let money = column(&mut problem, node, &money, Dimension::Money);
        let votes = column(&mut problem, node, &votes, Dimension::Votes);
        problem.money.columns.push(money);
        problem.votes.columns.push(votes);
        for &h in rows {
            powers(&mut problem, h);
        }
    }
    let by_owner = problem.powers.iter().enumerate().map(|(k, p)| (p.owner, k as u32));
    problem.powers_by_owner = Rows::build(problem.nodes.len(), by_owner);
    let over = problem.powers.iter().enumerate().map(|(k, p)| (p.owned, k as u32));
    problem.powers_over = Rows::build(problem.nodes.len(), over);
    connect(&mut problem.money);
    connect(&mut problem.votes);
    if options.reading == Reading::Statutory {
        connect(&mut shares);
        problem.shares = Some(shares);
    }
    if options.suspend_circular_votes {
        suspend::suspend(&mut problem);
    }
    problem
}

/// The local number of a node, given one when it is new.
fn add(problem: &mut Problem, node: Node) -> u32 {
    let next = problem.nodes.len() as u32;
    *problem.index.entry(node.id).or_insert_with(|| {
        problem.nodes.push(node);
        next
    })
}

fn by_owned(problem: &Problem) -> Rows {
    let pairs = problem.parties.iter().enumerate().map(|(k, &(_, owned))| (owned, k as u32));
    Rows::build(problem.nodes.len(), pairs)
}

fn powers(problem: &mut Problem, holding: u32) {
    let h = problem.holdings[holding as usize];
    let is_appointment = match h.kind {
        InterestKind::AppointmentOfBoard => true,
        InterestKind::Influence => false,
        _ => return,
    };
    let (owner, owned) = problem.parties[holding as usize];
    problem.powers.push(Power { owner, owned, holding, activity: h.activity, is_appointment });
}

/// Which of a subject's holdings count as money and which as votes. Per holder the first stated of
/// shares, surplus assets, title; votes as stated, and as the shares where no votes are stated.
fn choose(problem: &mut Problem, rows: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let rank = |kind| match kind {
        InterestKind::Shareholding => 0u8,
        InterestKind::SurplusAssets => 1,
        InterestKind::LegalTitle => 2,
        _ => u8::MAX,
    };
    if rows.iter().all(|&k| problem.holdings[k as usize].kind == InterestKind::Shareholding) {
        problem.votes_follow_shares |= !rows.is_empty();
        return (rows.to_vec(), rows.to_vec());
    }
    let mut best: HashMap<u32, (u8, bool)> = HashMap::new();
    for &h in rows {
        let h = &problem.holdings[h as usize];
        let entry = best.entry(h.owner).or_insert((u8::MAX, false));
        entry.0 = entry.0.min(rank(h.kind));
        entry.1 |= h.kind == InterestKind::VotingRights;
    }
    let (mut money, mut votes) = (Vec::new(), Vec::new());
    for &k in rows {
        let h = &problem.holdings[k as usize];
        let (first, has_votes) = best[&h.owner];
        let is_money = h.kind.is_economic() && rank(h.kind) == first;
        if is_money {
            money.push(k);
        }
        if h.kind == InterestKind::VotingRights {
            votes.push(k);
        } else if is_money && !has_votes {
            votes.push(k);
            problem.votes_follow_shares = true;
        }
    }
    (money, votes)
}

fn column(problem: &mut Problem, node: u32, rows: &[u32], dimension: Dimension) -> Option<Column> {
    let info = problem.nodes[node as usize];
    if rows.is_empty() || info.is_end {
        return None;
    }
    let blocks = blocks(problem, node, rows, dimension);
    let is_certain =
        rows.iter().all(|&h| problem.holdings[h as usize].activity == Activity::Certain);
    let is_direct =
        rows.iter().all(|&h| problem.holdings[h as usize].directness == Directness::Direct);
    if problem.options.reading == Reading::Statutory && dimension != Dimension::Money && !is_direct
    {
        return Some(Column::overlapping(blocks));
    }
    let mut column = Column::new(blocks, info.is_complete && is_certain);
    if !column.is_feasible() {
        column = repair(problem, node, rows, column, dimension);
    }
    column.drop_empty();
    Some(column)
}

fn blocks(problem: &mut Problem, node: u32, rows: &[u32], dimension: Dimension) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut named: HashMap<u32, usize> = HashMap::new();
    for &k in rows {
        let h = problem.holdings[k as usize];
        let (owner, _) = problem.parties[k as usize];
        let (min, max) = ends(problem, &h, dimension);
        let for_unnamed = h.via != Via::Own && dimension == Dimension::Money;
        let slot = if h.block == 0 { None } else { named.get(&h.block).copied() };
        let Some(slot) = slot else {
            if h.block != 0 {
                named.insert(h.block, blocks.len());
            }
            let holders = vec![owner];
            blocks.push(Block { holders, min, max, for_unnamed, holdings: vec![k] });
            continue;
        };
        let block = &mut blocks[slot];
        if !block.holders.contains(&owner) {
            block.holders.push(owner);
        }
        block.for_unnamed |= for_unnamed;
        block.holdings.push(k);
        let both_min = block.min.clone().lower_max(min.clone());
        let both_max = block.max.clone().upper_min(max.clone());
        let is_empty = both_min.value > both_max.value
            || (both_min.value == both_max.value && (both_min.open || both_max.open));
        if is_empty {
            // Disagreeing statements about one block: anything either of them allows.
            block.min = if min.value < block.min.value { min } else { block.min.clone() };
            block.max = if max.value > block.max.value { max } else { block.max.clone() };
            let (min_sum, holdings) = (block.min.value.clone(), block.holdings.clone());
            problem.diagnoses.push(Diagnosis {
                node: problem.nodes[node as usize].id,
                dimension,
                min_sum,
                holdings,
                cause: Cause::SameHolderTwice,
                treatment: Treatment::Hull,
            });
        } else {
            block.min = both_min;
            block.max = both_max;
        }
    }
    blocks
}

/// The size of a holding's block under the reading in force.
fn ends(problem: &mut Problem, h: &Holding, dimension: Dimension) -> (End, End) {
    let mut share = h.share;
    let is_band = h.kind != InterestKind::LegalTitle && h.directness != Directness::Direct;
    if dimension == Dimension::Money && is_band {
        match problem.options.reading {
            Reading::Direct => problem.assumes_direct |= !share.is_exact(),
            Reading::Statutory => share = Share::UNKNOWN,
        }
    }
    let mut min = End { value: share.min.into(), open: share.min_open };
    let max = End { value: share.max.into(), open: share.max_open };
    if h.activity == Activity::Possible {
        min = End::ZERO;
    }
    (min, max)
}

/// Makes a column that some world satisfies out of one that none does, and says how.
fn repair(
    problem: &mut Problem,
    node: u32,
    rows: &[u32],
    column: Column,
    dimension: Dimension,
) -> Column {
    let sum = column.listed_min();
    let is_too_little = column.listed_max().value < Rat::ONE
        || (column.listed_max().value == Rat::ONE && sum.value < Rat::ONE);
    let is_exact = column.blocks.iter().all(|b| b.min.value == b.max.value);
    let excess = &sum.value - &Rat::ONE;
    let is_rounding = is_exact && Rat::new(1, 200).is_some_and(|limit| excess <= limit);
    let (cause, treatment) = if is_too_little {
        (Cause::TooLittle, Treatment::CompletenessDropped)
    } else if is_rounding {
        (Cause::Rounding, Treatment::Normalised)
    } else {
        let cause = likely_cause(problem, rows, &column);
        match problem.options.oversubscribed {
            Oversubscribed::Normalise if is_exact => (cause, Treatment::Normalised),
            _ => (cause, Treatment::SumDropped),
        }
    };
    problem.diagnoses.push(Diagnosis {
        node: problem.nodes[node as usize].id,
        dimension,
        min_sum: sum.value.clone(),
        holdings: rows.to_vec(),
        cause,
        treatment,
    });
    match treatment {
        Treatment::CompletenessDropped => Column::new(column.blocks, false),
        Treatment::Normalised => {
            let mut blocks = column.blocks;
            for block in &mut blocks {
                let value = &block.min.value / &sum.value;
                block.min = End { value, open: false };
                block.max = block.min.clone();
            }
            Column::new(blocks, true)
        }
        Treatment::SumDropped | Treatment::Hull => Column::overlapping(column.blocks),
    }
}

fn likely_cause(problem: &Problem, rows: &[u32], column: &Column) -> Cause {
    let holdings = || rows.iter().map(|&h| &problem.holdings[h as usize]);
    let owners: HashSet<u32> = holdings().map(|h| h.owner).collect();
    let repeats = owners.len() < rows.len();
    let holds_another = || {
        problem.holdings.iter().any(|up| owners.contains(&up.owner) && owners.contains(&up.owned))
    };
    let in_trust = |via: Via| matches!(via, Via::ControlsTrust | Via::ControlsFirm);
    let sizes: Vec<_> = column.blocks.iter().map(|b| (&b.min.value, &b.max.value)).collect();
    let same_size = sizes.windows(2).all(|w| w[0] == w[1]);
    let above_half = sizes.iter().filter(|s| s.0.clone() + s.0.clone() > Rat::ONE).count();
    if repeats {
        Cause::SameHolderTwice
    } else if holdings().any(|h| in_trust(h.via)) {
        Cause::TrusteeAndController
    } else if holds_another() {
        Cause::ThroughListedHolder
    } else if same_size && sizes.len() > 1 {
        if above_half > 0 || sizes.len() > 2 {
            Cause::JointHolders
        } else {
            Cause::JointArrangement
        }
    } else {
        Cause::Unexplained
    }
}

/// Fills in who holds what and the components.
fn connect(layer: &mut Layer) {
    let nodes = layer.columns.len();
    let columns = &layer.columns;
    let triples = || {
        columns.iter().enumerate().flat_map(|(owned, column)| {
            column.iter().flat_map(move |c| {
                c.blocks.iter().enumerate().flat_map(move |(k, block)| {
                    block.holders.iter().map(move |&owner| (owner, owned as u32, k as u32))
                })
            })
        })
    };
    let held = Rows::build(nodes, triples().map(|(owner, owned, _)| (owner, owned)));
    let blocks = Rows::build(nodes, triples().map(|(owner, _, block)| (owner, block)));
    let (component, _) = components(&held);
    layer.held = held;
    layer.held_block = blocks.targets;
    layer.component = component;
}
