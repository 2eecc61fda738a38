//! For owners that are only possible: which single fact would say more.

use cuibono_ownership::{Party, Problem, Question as Ask, Threshold, Verdict};

use crate::QueryError;
use crate::case::{Asked, FactView};
use crate::chains::Parties;
use crate::owners::control_verdict;
use crate::snapshot::Snapshot;

/// Facts shown for one owner.
const SHOWN_MAX: usize = 3;
/// Most blocks tried for one owner; each costs two answers about it.
const TRIED_MAX: usize = 6;
/// In large structures an answer costs more, so fewer are tried: this many over the parties.
const WORK_MAX: usize = 72;
/// Owners above which a structure is too large to try facts within the time of a question.
const PARTIES_MAX: usize = 60;

impl Snapshot {
    /// The facts that would settle whether a party holds more than the threshold, where the records
    /// leave it open: about its money first, then what is credited to it, then control.
    pub(crate) fn settles(
        &self,
        problem: &Problem,
        subject: u32,
        party: &Party,
        threshold: Threshold,
        parties: &mut Parties,
    ) -> Result<Vec<FactView>, QueryError> {
        let open = [
            (party.cash_flow_verdict(threshold), Asked::CashFlow, Ask::CashFlow(threshold)),
            (party.attributed_verdict(threshold), Asked::Attributed, Ask::Attributed(threshold)),
            (control_verdict(party.control), Asked::Control, Ask::Control),
        ];
        let is_settled = open.iter().any(|(verdict, ..)| *verdict == Verdict::Certain);
        if is_settled || problem.nodes().len() > PARTIES_MAX {
            return Ok(Vec::new());
        }
        let tried = (WORK_MAX / problem.nodes().len().max(1)).clamp(2, TRIED_MAX);
        for (_, asked, ask) in open.iter().filter(|(v, ..)| *v == Verdict::Possible) {
            let mut facts = problem.settling_facts(party.node, subject, *ask, tried);
            facts.truncate(SHOWN_MAX);
            if !facts.is_empty() {
                return self.facts(problem, &facts, *asked, parties);
            }
        }
        Ok(Vec::new())
    }
}
