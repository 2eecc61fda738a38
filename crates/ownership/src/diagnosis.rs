//! What is noteworthy about a subject's blocks: sums above the whole with their likely cause,
//! contradictions, roundings. Facts for the user; nothing is corrected in silence.

use crate::rat::Rat;

/// A finding about one subject in one dimension.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnosis {
    /// The subject's [`crate::Node::id`].
    pub node: u32,
    /// In which dimension.
    pub dimension: Dimension,
    /// The least sum that the statements allow.
    pub min_sum: Rat,
    /// Positions in [`crate::Problem::holdings`] that cannot all be disjoint blocks.
    pub holdings: Vec<u32>,
    /// What it most likely is.
    pub cause: Cause,
    /// What the calculation did about it.
    pub treatment: Treatment,
}

/// The quantities that are kept apart and never multiplied with one another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Dimension {
    /// Who earns: shares, surplus assets, title. Parts are disjoint.
    Money,
    /// Who is credited with shares by law. The same as money under [`crate::Reading::Direct`].
    Shares,
    /// Who votes.
    Votes,
}

/// The likely reason why blocks do not add up, in the order in which reasons are tried
/// (reference, section 1.3).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Cause {
    /// Several holders with the same size: joint holders, each credited with the whole block
    /// (Companies Act 2006 Sch. 1A para 11).
    JointHolders,
    /// Several holders, each stating the sum of a joint arrangement (Sch. 1A para 12).
    JointArrangement,
    /// A holder's statement counts what it holds through another listed holder.
    ThroughListedHolder,
    /// The trustees and those who control the trust are both listed.
    TrusteeAndController,
    /// The same holder is stated more than once with sizes that do not fit.
    SameHolderTwice,
    /// The sizes are decimals that miss the whole by a rounding.
    Rounding,
    /// The holders said to be the whole cannot reach it.
    TooLittle,
    /// None of these: different classes of share, two points in time, or an error.
    Unexplained,
}

/// What the calculation did about it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Treatment {
    /// The blocks of this subject are no longer taken as disjoint: bounds hold for any overlap.
    SumDropped,
    /// The sizes were divided by their sum.
    Normalised,
    /// The claim of completeness was left out.
    CompletenessDropped,
    /// The statements about one block disagree; their hull was taken.
    Hull,
}
