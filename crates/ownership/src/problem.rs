//! The question's part of the graph: who holds what in whom, as records state it, turned into
//! columns of disjoint blocks. Knows numbers only; names and records are the caller's.

use cuibono_model::{Directness, InterestKind, PartyClass, Share, UnspecifiedReason, Via};
use rustc_hash::FxHashMap;

use crate::build;
use crate::column::Column;
use crate::diagnosis::{Diagnosis, Dimension};
use crate::scc::Rows;

/// A party or thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Node {
    /// The caller's number; returned in every answer.
    pub id: u32,
    /// What kind of party it is.
    pub class: PartyClass,
    /// Why a holder of it is not named: the register's declaration about this node, or the reason
    /// of an [`PartyClass::Unspecified`] party itself.
    pub reason: Option<UnspecifiedReason>,
    /// The listed holders add up to exactly 1: nobody else holds anything.
    pub is_complete: bool,
    /// Struck off or wound up on the day asked about.
    pub is_dissolved: bool,
    /// An overseas proprietor of land without an overseas-entity number although it needs one.
    pub is_unregistered: bool,
    /// Holders known only as nominees of somebody unnamed.
    pub is_nominee: bool,
    /// Look no further up, even where holders are known.
    pub is_end: bool,
    /// Not all of its holders were looked at, because a limit was met.
    pub is_cut: bool,
}

impl Node {
    /// A node about which nothing more is known.
    #[must_use]
    pub fn new(id: u32, class: PartyClass) -> Node {
        Node {
            id,
            class,
            reason: None,
            is_complete: false,
            is_dissolved: false,
            is_unregistered: false,
            is_nominee: false,
            is_end: false,
            is_cut: false,
        }
    }
}

/// Whether a relationship holds on the day asked about; see [`crate::time`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Activity {
    /// It does not.
    No,
    /// The dates leave it open.
    Possible,
    /// It does.
    Certain,
}

/// One interest of one holder in one subject, as one record states it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Holding {
    /// The holder's [`Node::id`].
    pub owner: u32,
    /// The subject's [`Node::id`].
    pub owned: u32,
    /// What right. Each kind is a dimension of its own.
    pub kind: InterestKind,
    /// In what capacity.
    pub via: Via,
    /// Whether held directly.
    pub directness: Directness,
    /// How large; ignored for appointment, influence and roles.
    pub share: Share,
    /// Holdings of one kind in one subject with the same number, not 0, are one block: joint
    /// holders, or one holding stated twice. 0: a block of its own.
    pub block: u32,
    /// Whether it holds on the day asked about.
    pub activity: Activity,
    /// The caller's number of the record; returned in explanations.
    pub record: u32,
}

impl Holding {
    /// A certain holding in its own block.
    #[must_use]
    pub fn new(owner: u32, owned: u32, kind: InterestKind, share: Share) -> Holding {
        Holding {
            owner,
            owned,
            kind,
            via: Via::Own,
            directness: Directness::Unknown,
            share,
            block: 0,
            activity: Activity::Certain,
            record: 0,
        }
    }
}

/// What a registered band is taken to be (reference, section 3.1).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Reading {
    /// A disjoint block held directly. What everybody assumes; an assumption all the same.
    #[default]
    Direct,
    /// What the statute says: everything held directly or indirectly. It then bounds the
    /// *attributed* holding, and says nothing about money unless the record says "direct".
    Statutory,
}

/// What to do with a subject whose blocks cannot be true together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Oversubscribed {
    /// Give bounds that hold however the statements overlap.
    #[default]
    Bounds,
    /// Divide exact shares by their sum. Makes numbers out of a contradiction: the answer says so.
    Normalise,
}

/// How to read the records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// What a band is.
    pub reading: Reading,
    /// What to do above 100%.
    pub oversubscribed: Oversubscribed,
    /// Leave votes out that a subject's own subsidiaries hold in it (Companies Act 2006 s. 137(4),
    /// from memory: *unverified*).
    pub suspend_circular_votes: bool,
    /// The most companies of a loop that is solved in fractions. Larger loops are solved in
    /// doubles; their bounds then enclose the exact ones and are not marked tight.
    pub largest_exact_loop: usize,
    /// How many holdings one question may look at, all parties together. The parties that matter
    /// most come first; those left over get wider bounds, not marked tight.
    pub work: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            reading: Reading::default(),
            oversubscribed: Oversubscribed::default(),
            suspend_circular_votes: false,
            largest_exact_loop: 24,
            work: 200_000,
        }
    }
}

/// A power without a size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Power {
    pub(crate) owner: u32,
    pub(crate) owned: u32,
    pub(crate) holding: u32,
    pub(crate) activity: Activity,
    /// Appointment of the board; otherwise influence, which is asserted only.
    pub(crate) is_appointment: bool,
}

/// One dimension (money or votes) over all nodes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layer {
    /// By local node.
    pub(crate) columns: Vec<Option<Column>>,
    /// What each local node holds: the owned node.
    pub(crate) held: Rows,
    /// And in which block of the owned node's column; parallel to `held.targets`.
    pub(crate) held_block: Vec<u32>,
    /// The component of each node, owners first.
    pub(crate) component: Vec<u32>,
}

impl Layer {
    pub(crate) fn column(&self, node: u32) -> Option<&Column> {
        self.columns[node as usize].as_ref()
    }

    /// (owned, block) for everything a node holds.
    pub(crate) fn holdings(&self, node: u32) -> impl Iterator<Item = (u32, u32)> {
        let range =
            self.held.starts[node as usize] as usize..self.held.starts[node as usize + 1] as usize;
        self.held.targets[range.clone()].iter().copied().zip(self.held_block[range].iter().copied())
    }
}

/// Part of the graph, read in one way, ready to be asked.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(crate) nodes: Vec<Node>,
    pub(crate) index: FxHashMap<u32, u32>,
    pub(crate) holdings: Vec<Holding>,
    /// The local (owner, owned) of each holding.
    pub(crate) parties: Vec<(u32, u32)>,
    pub(crate) money: Layer,
    /// Legally credited shares where they are not the same as money.
    pub(crate) shares: Option<Layer>,
    pub(crate) votes: Layer,
    pub(crate) powers: Vec<Power>,
    /// By owner, positions in `powers`.
    pub(crate) powers_by_owner: Rows,
    /// By owned, positions in `powers`.
    pub(crate) powers_over: Rows,
    pub(crate) options: Options,
    pub(crate) diagnoses: Vec<Diagnosis>,
    /// Some bands were read as direct blocks without the record saying so.
    pub(crate) assumes_direct: bool,
    /// Some votes were taken to follow shares, the register stating none.
    pub(crate) votes_follow_shares: bool,
}

impl Problem {
    /// Builds it. Nodes named by a holding and not listed are taken as of unknown kind; a node
    /// listed twice counts once, as first listed. Holdings that are not active are left out.
    #[must_use]
    pub fn new(nodes: &[Node], holdings: &[Holding], options: Options) -> Problem {
        build::problem(nodes, holdings, options)
    }

    /// The nodes, in the order of their first mention.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The holdings that were used, in the order given; explanations refer to their position.
    #[must_use]
    pub fn holdings(&self) -> &[Holding] {
        &self.holdings
    }

    /// What was found wrong or noteworthy in the subjects' blocks.
    #[must_use]
    pub fn diagnoses(&self) -> &[Diagnosis] {
        &self.diagnoses
    }

    pub(crate) fn powers_of(&self, node: u32) -> &[u32] {
        self.powers_by_owner.row(node)
    }

    pub(crate) fn layer(&self, dimension: Dimension) -> &Layer {
        match dimension {
            Dimension::Money => &self.money,
            Dimension::Shares => self.shares.as_ref().unwrap_or(&self.money),
            Dimension::Votes => &self.votes,
        }
    }

    pub(crate) fn local(&self, id: u32) -> Option<u32> {
        self.index.get(&id).copied()
    }

    pub(crate) fn locals(&self, ids: &[u32]) -> Vec<u32> {
        ids.iter().filter_map(|&id| self.local(id)).collect()
    }
}
