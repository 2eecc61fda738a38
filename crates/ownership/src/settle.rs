//! Which fact would settle a *possible*: what follows if one holding were known exactly.

use crate::cascade::{Rule, Worlds};
use crate::diagnosis::Dimension;
use crate::interval::{End, Threshold, Verdict};
use crate::problem::{Layer, Problem};
use crate::rat::Rat;

/// What is asked about a party and a subject.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// Whether its cash-flow share meets a line.
    CashFlow(Threshold),
    /// Whether the shares or votes attributed to it do.
    Attributed(Threshold),
    /// Whether it controls the subject.
    Control,
}

/// What knowing the size of one block would say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// The holdings that state the block: positions in [`Problem::holdings`].
    pub holdings: Vec<u32>,
    /// The answer if it were as small as the records allow.
    pub at_least_size: Verdict,
    /// The answer if it were as large as they allow.
    pub at_greatest_size: Verdict,
}

impl Fact {
    /// Knowing it at either end settles the question.
    #[must_use]
    pub fn is_decisive(&self) -> bool {
        self.at_least_size != Verdict::Possible && self.at_greatest_size != Verdict::Possible
    }
}

impl Problem {
    /// The answer to a question about one party and one subject.
    #[must_use]
    pub fn verdict(&self, party: u32, subject: u32, question: Question) -> Verdict {
        match question {
            Question::CashFlow(line) => self.cash_flow(&[party], subject).verdict(line),
            Question::Attributed(line) => [Dimension::Shares, Dimension::Votes]
                .into_iter()
                .map(|d| self.attributed(&[party], subject, d).verdict(line))
                .max()
                .unwrap_or(Verdict::Excluded),
            Question::Control => {
                let drawn = |worlds| {
                    let joined = self.cascade(&[party], Rule::CONTROL, worlds);
                    joined.iter().any(|j| j.node == subject)
                };
                if drawn(Worlds::All) {
                    Verdict::Certain
                } else if drawn(Worlds::Some) {
                    Verdict::Possible
                } else {
                    Verdict::Excluded
                }
            }
        }
    }

    /// For a question whose answer is *possible*: the blocks between the party and the subject
    /// whose exact size would say more, decisive ones first. At most `most` blocks nearest the
    /// subject are tried. Empty when no single block says anything: several are needed.
    #[must_use]
    pub fn settling_facts(
        &self,
        party: u32,
        subject: u32,
        question: Question,
        most: usize,
    ) -> Vec<Fact> {
        let Some(target) = self.local(subject) else { return Vec::new() };
        let mut trial = self.clone();
        let mut facts = Vec::new();
        let mut tried = 0;
        for v in self.above(target) {
            let columns = [&self.money, &self.votes].map(|l| l.column(v));
            for block in columns.into_iter().flatten().flat_map(|c| &c.blocks) {
                let is_known = block.min.value == block.max.value;
                let is_done = facts.iter().any(|f: &Fact| f.holdings == block.holdings);
                if is_known || is_done || tried == most {
                    continue;
                }
                tried += 1;
                let mut at = |greatest| {
                    trial.pin(self, v, &block.holdings, greatest);
                    let verdict = trial.verdict(party, subject, question);
                    trial.unpin(self, v);
                    verdict
                };
                let (at_least_size, at_greatest_size) = (at(false), at(true));
                let fact =
                    Fact { holdings: block.holdings.clone(), at_least_size, at_greatest_size };
                if fact.at_least_size != fact.at_greatest_size || fact.is_decisive() {
                    facts.push(fact);
                }
            }
        }
        facts.sort_by_key(|f| !f.is_decisive());
        facts
    }

    /// Sets a block to an end of what the other blocks leave of it.
    fn pin(&mut self, original: &Problem, v: u32, holdings: &[u32], greatest: bool) {
        let pin = |layer: &mut Layer, original: &Layer| {
            let Some(column) = original.column(v) else { return };
            let same = |h: &u32| holdings.contains(h);
            let found = column.blocks.iter().position(|b| b.holdings.iter().any(same));
            let Some(k) = found else { return };
            let (min, max) = column.tightened().swap_remove(k);
            let value = inside(&min, &max, greatest);
            let mut column = column.clone();
            column.set_size(k, End { value, open: false });
            layer.columns[v as usize] = Some(column);
        };
        pin(&mut self.money, &original.money);
        pin(&mut self.votes, &original.votes);
        if let (Some(shares), Some(from)) = (&mut self.shares, &original.shares) {
            pin(shares, from);
        }
    }

    fn unpin(&mut self, original: &Problem, v: u32) {
        let put_back = |layer: &mut Layer, from: &Layer| {
            layer.columns[v as usize] = from.columns[v as usize].clone();
        };
        put_back(&mut self.money, &original.money);
        put_back(&mut self.votes, &original.votes);
        if let (Some(shares), Some(from)) = (&mut self.shares, &original.shares) {
            put_back(shares, from);
        }
    }
}

/// An end of a range; where no world reaches the end itself, a size a millionth of the range inside.
fn inside(min: &End, max: &End, greatest: bool) -> Rat {
    let step = (&max.value - &min.value) * Rat::new(1, 1_000_000).unwrap_or(Rat::ZERO);
    match (greatest, min.open, max.open) {
        (true, _, true) => &max.value - &step,
        (true, _, false) => max.value.clone(),
        (false, true, _) => &min.value + &step,
        (false, false, _) => min.value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Holding, Node, Options};
    use cuibono_model::{InterestKind, PartyClass, Share};

    /// A person has more than 50% of one company, which has more than 25% of another. Only the
    /// second size matters: the first is a majority however small it is.
    #[test]
    fn an_excluded_end_is_never_supposed() {
        let nodes = [
            Node::new(1, PartyClass::Person),
            Node::new(2, PartyClass::UkCompany),
            Node::new(3, PartyClass::OverseasEntity),
            Node::new(4, PartyClass::UkCompany),
        ];
        let shares = |a, b, share| Holding::new(a, b, InterestKind::Shareholding, share);
        let holdings = [
            shares(1, 2, Share::band_50_75()),
            shares(2, 3, Share::more_than_25()),
            shares(3, 4, Share::ALL),
        ];
        let problem = Problem::new(&nodes, &holdings, Options::default());
        let facts = problem.settling_facts(1, 4, Question::Attributed(Threshold::OVER_QUARTER), 8);
        let settled: Vec<&[u32]> = facts.iter().map(|f| f.holdings.as_slice()).collect();
        assert_eq!(settled, [&[1][..]]);
        assert!(facts[0].is_decisive());
    }
}
