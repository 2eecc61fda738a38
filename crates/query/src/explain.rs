//! The arithmetic of one answer: each chain with what its records state and what was used of it,
//! the sum, the result and why they differ; then what is credited, control, and what would settle
//! the rest. Enough to work it out again by hand.

use cuibono_model::Day;
use cuibono_ownership::{
    Adjustment, Control, Difference, Dimension, ExplainedChain, Joined, Limits, Problem, Rule,
    Threshold, Verdict, Worlds,
};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::{Case, Exact, FactView, StepView};
use crate::chains::Parties;
use crate::owners::control_verdict;
use crate::snapshot::{Question, Snapshot};
use crate::view::{Hop, PartyView, Status};

/// Most chains explained.
const CHAINS_MAX: usize = 12;
/// Other blocks of a subject listed beside an adjusted one.
const OTHERS_MAX: usize = 50;

/// How what one party has in a subject comes about.
#[derive(Clone, PartialEq, Debug)]
pub struct ExplainView {
    /// Who holds.
    pub owner: PartyView,
    /// Who or what is held.
    pub subject: PartyView,
    /// The day the answer is about.
    pub as_of: Day,
    /// The latest date the data speak of, ISO, or empty.
    pub data_as_of: String,
    /// The question.
    pub question: Question,
    /// The money, chain by chain.
    pub chains: Vec<ChainArithmetic>,
    /// The sum of the chains' products, at most the whole.
    pub sum: Exact,
    /// The part of the subject's money that reaches the owner.
    pub cash_flow: Exact,
    /// Why the two differ; empty when they do not.
    pub differences: Vec<DifferenceView>,
    /// What is credited to it by the majority-stake rule.
    pub attributed: AttributedView,
    /// Whether it controls the subject.
    pub control: Control,
    /// The steps of that control, the subject last.
    pub control_steps: Vec<StepView>,
    /// A register asserts significant influence or control by it, or by one under its control.
    pub has_asserted_influence: bool,
    /// Whether it holds more than the threshold, by any of these.
    pub status: Status,
    /// For a possible answer: facts that would say more.
    pub settles: Vec<FactView>,
    /// Some bands were read as separate blocks held directly.
    pub assumes_direct: bool,
}

/// One chain with its product.
#[derive(Clone, PartialEq, Debug)]
pub struct ChainArithmetic {
    /// From the owner down.
    pub hops: Vec<HopArithmetic>,
    /// The product of what is used.
    pub product: Exact,
}

/// One factor of a product.
#[derive(Clone, PartialEq, Debug)]
pub struct HopArithmetic {
    /// Who holds.
    pub holder: PartyView,
    /// Who or what is held.
    pub subject: PartyView,
    /// The relationships that state it, with their records.
    pub hops: Vec<Hop>,
    /// What they state.
    pub stated: Exact,
    /// What is used.
    pub used: Exact,
    /// Why the two differ.
    pub adjustments: Vec<AdjustmentView>,
    /// The other blocks of the same subject as stated, where they limit this one.
    pub others: Vec<BlockView>,
}

/// Why a factor is other than stated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AdjustmentView {
    /// The other blocks take at least this much.
    OthersTake(String),
    /// The listed holders are the whole, and the others have at most this much.
    OthersCanTakeOnly(String),
    /// Held jointly: the holder's part of the money may be nothing.
    HeldJointly,
    /// Held for somebody unnamed, who may receive the money.
    HeldForUnnamed,
    /// Its dates leave open whether it held on the day.
    MayNotHold,
    /// The statements about the subject contradict each other; blocks may overlap.
    MayOverlap,
}

/// One block of a subject.
#[derive(Clone, PartialEq, Debug)]
pub struct BlockView {
    /// Its holders; several hold it jointly.
    pub holders: Vec<PartyView>,
    /// Its size as stated.
    pub stated: Exact,
}

/// Why chains do not simply add up.
#[derive(Clone, PartialEq, Debug)]
pub enum DifferenceView {
    /// There are more chains than shown.
    MoreChains,
    /// These own each other in a ring: money also runs through chains that pass a party twice.
    Ring(Vec<PartyView>),
    /// Not all of the chains' greatest sizes are possible together.
    Competition,
    /// Holders known to be the whole push each other up.
    Completeness,
}

/// How a credited holding comes about: the whole block of every holder that is the owner or under
/// its control.
#[derive(Clone, PartialEq, Debug)]
pub struct AttributedView {
    /// Shares.
    pub shares: Exact,
    /// Votes.
    pub votes: Exact,
    /// Those between that are certainly under its control, in the order of being drawn in.
    pub certain: Vec<StepView>,
    /// Those that only may be.
    pub possible: Vec<StepView>,
    /// The subject's blocks of shares that count.
    pub blocks: Vec<CreditView>,
    /// And of votes, where they are not the same.
    pub vote_blocks: Vec<CreditView>,
}

/// A block of the subject that is credited.
#[derive(Clone, PartialEq, Debug)]
pub struct CreditView {
    /// Who holds it.
    pub block: BlockView,
    /// The relationships that state it.
    pub hops: Vec<Hop>,
    /// What the other blocks leave of it.
    pub possible: Exact,
    /// It certainly counts; otherwise it may.
    pub is_certain: bool,
}

impl Snapshot {
    /// Explains what one party has in another on a day. `None` when no record puts it above the
    /// subject.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn explain(
        &self,
        owner: u32,
        subject: u32,
        question: &Question,
    ) -> Result<Option<ExplainView>, QueryError> {
        let graph = OnDay::new(self, question);
        let case = Case::above(&graph, &[subject], Limits::default());
        let problem = &case.problem;
        let Some(answer) = problem.owners(subject) else { return Ok(None) };
        let Some(party) = answer.parties.iter().find(|party| party.node == owner) else {
            return Ok(None);
        };
        let mut parties = Parties::new(question.lang);
        let explanation = problem.explain(owner, subject, CHAINS_MAX);
        let mut chains = Vec::new();
        for chain in &explanation.chains {
            chains.push(self.chain_arithmetic(problem, chain, &mut parties)?);
        }
        let mut differences = Vec::new();
        for difference in &explanation.differences {
            differences.push(match difference {
                Difference::MoreChains => DifferenceView::MoreChains,
                Difference::Competition => DifferenceView::Competition,
                Difference::Completeness => DifferenceView::Completeness,
                Difference::Ring(ring) => DifferenceView::Ring(
                    ring.iter().map(|&id| parties.get(self, id)).collect::<Result<_, _>>()?,
                ),
            });
        }
        let threshold = Threshold::above(question.threshold);
        let asserted =
            if party.has_asserted_influence { Verdict::Possible } else { Verdict::Excluded };
        let status = party
            .cash_flow_verdict(threshold)
            .max(party.attributed_verdict(threshold))
            .max(control_verdict(party.control))
            .max(asserted);
        let settles = if status == Verdict::Possible {
            self.settles(problem, subject, party, threshold, &mut parties)?
        } else {
            Vec::new()
        };
        Ok(Some(ExplainView {
            owner: parties.get(self, owner)?,
            subject: parties.get(self, subject)?,
            as_of: self.day(question),
            data_as_of: self.manifest().data_as_of.clone(),
            question: *question,
            chains,
            sum: (&explanation.sum).into(),
            cash_flow: (&explanation.result).into(),
            differences,
            attributed: self.attribution(problem, owner, subject, &mut parties)?,
            control: party.control,
            control_steps: self.steps(problem, &party.control_chain, &mut parties)?,
            has_asserted_influence: party.has_asserted_influence,
            status,
            settles,
            assumes_direct: answer
                .warnings
                .iter()
                .any(|w| matches!(w, cuibono_ownership::Warning::AssumesDirect)),
        }))
    }

    fn chain_arithmetic(
        &self,
        problem: &Problem,
        chain: &ExplainedChain,
        parties: &mut Parties,
    ) -> Result<ChainArithmetic, QueryError> {
        let mut hops = Vec::new();
        for hop in &chain.hops {
            let limits = hop.adjustments.iter().any(|adjustment| {
                matches!(
                    adjustment,
                    Adjustment::OthersTake(_)
                        | Adjustment::OthersCanTakeOnly(_)
                        | Adjustment::MayOverlap
                )
            });
            let mut others = Vec::new();
            if limits {
                for range in problem.blocks(hop.owned, Dimension::Money) {
                    if range.holdings != hop.holdings && others.len() < OTHERS_MAX {
                        others.push(self.block(&range.holders, &range.stated, parties)?);
                    }
                }
            }
            let adjustments = hop.adjustments.iter().map(|adjustment| match adjustment {
                Adjustment::OthersTake(part) => AdjustmentView::OthersTake(part.to_string()),
                Adjustment::OthersCanTakeOnly(part) => {
                    AdjustmentView::OthersCanTakeOnly(part.to_string())
                }
                Adjustment::HeldJointly => AdjustmentView::HeldJointly,
                Adjustment::HeldForUnnamed => AdjustmentView::HeldForUnnamed,
                Adjustment::MayNotHold => AdjustmentView::MayNotHold,
                Adjustment::MayOverlap => AdjustmentView::MayOverlap,
            });
            hops.push(HopArithmetic {
                holder: parties.get(self, hop.owner)?,
                subject: parties.get(self, hop.owned)?,
                hops: self.hops_of(problem, &hop.holdings, parties)?,
                stated: (&hop.stated).into(),
                used: (&hop.used).into(),
                adjustments: adjustments.collect(),
                others,
            });
        }
        Ok(ChainArithmetic { hops, product: (&chain.product).into() })
    }

    fn block(
        &self,
        holders: &[u32],
        stated: &cuibono_ownership::Interval,
        parties: &mut Parties,
    ) -> Result<BlockView, QueryError> {
        let holders = holders.iter().map(|&id| parties.get(self, id)).collect::<Result<_, _>>()?;
        Ok(BlockView { holders, stated: stated.into() })
    }

    fn attribution(
        &self,
        problem: &Problem,
        owner: u32,
        subject: u32,
        parties: &mut Parties,
    ) -> Result<AttributedView, QueryError> {
        let certain = problem.cascade(&[owner], Rule::CONTROL, Worlds::All);
        let possible = problem.cascade(&[owner], Rule::CONTROL, Worlds::Some);
        let is_in = |joined: &[Joined], node: u32| {
            node != subject && (node == owner || joined.iter().any(|step| step.node == node))
        };
        let credits = |dimension, parties: &mut Parties| -> Result<Vec<CreditView>, QueryError> {
            let mut credits = Vec::new();
            for range in problem.blocks(subject, dimension) {
                let is_certain = range.holders.iter().any(|&holder| is_in(&certain, holder));
                if is_certain || range.holders.iter().any(|&holder| is_in(&possible, holder)) {
                    credits.push(CreditView {
                        block: self.block(&range.holders, &range.stated, parties)?,
                        hops: self.hops_of(problem, &range.holdings, parties)?,
                        possible: (&range.possible).into(),
                        is_certain,
                    });
                }
            }
            Ok(credits)
        };
        let blocks = credits(Dimension::Shares, parties)?;
        let vote_blocks = credits(Dimension::Votes, parties)?;
        let is_between = |step: &&Joined| step.node != subject;
        let only_possible: Vec<Joined> = possible
            .iter()
            .filter(|step| is_between(step) && !certain.iter().any(|c| c.node == step.node))
            .cloned()
            .collect();
        let certain: Vec<Joined> = certain.iter().filter(is_between).cloned().collect();
        Ok(AttributedView {
            shares: (&problem.attributed(&[owner], subject, Dimension::Shares)).into(),
            votes: (&problem.attributed(&[owner], subject, Dimension::Votes)).into(),
            certain: self.steps(problem, &certain, parties)?,
            possible: self.steps(problem, &only_possible, parties)?,
            vote_blocks: if vote_blocks == blocks { Vec::new() } else { vote_blocks },
            blocks,
        })
    }
}
