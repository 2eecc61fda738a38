//! Whole registers at once: the ultimate owners of every company, title and other thing that
//! anybody holds, handed on row by row.
//!
//! The sweep knows separate blocks only. Of a joint block, of what is held in trust or for a firm,
//! and of a tie whose dates are open, each holder is taken to have anything from nothing to the
//! whole of the stated size: bounds stay sound and can be wider than those of a single question.

use std::ops::ControlFlow;

use cuibono_model::{Day, InterestKind, Ratio, Share, Via};
use cuibono_ownership::bulk::BulkGraph;
use cuibono_ownership::{Activity, Holding, Threshold};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::captions::caption;
use crate::snapshot::{Question, Snapshot};
use crate::view::{Bounds, Status};

/// One ultimate owner of one thing.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct UltimateRow<'a> {
    /// Id of the thing.
    pub subject: &'a str,
    /// What to call it.
    pub subject_caption: &'a str,
    /// Its FollowTheMoney schema.
    pub subject_schema: &'static str,
    /// Id of the owner: a party that nobody is known to hold.
    pub owner: &'a str,
    /// What to call it.
    pub owner_caption: &'a str,
    /// The part of the money that reaches it, rounded outward.
    pub cash_flow: Bounds,
    /// Where that stands against the threshold.
    pub status: Status,
}

/// What was gone through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UltimateSummary {
    /// The day the answer is about.
    pub as_of: Day,
    /// Things that somebody holds.
    pub subjects: u64,
    /// Rows handed on.
    pub rows: u64,
    /// Things with an owner that is certainly above the threshold.
    pub certain: u64,
    /// Things with none such, but one that may be.
    pub possible: u64,
}

/// Names by thing number, packed.
struct Names {
    wanted: Vec<bool>,
    ends: Vec<(u32, u64, u64)>,
    text: String,
}

impl Names {
    fn get(&self, thing: u32) -> (&str, &str) {
        let Ok(at) = self.ends.binary_search_by_key(&thing, |(number, ..)| *number) else {
            return ("", "");
        };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].2 as usize);
        let (_, middle, end) = self.ends[at];
        (&self.text[start..middle as usize], &self.text[middle as usize..end as usize])
    }
}

impl Snapshot {
    /// Every ultimate owner of everything held on a day whose greatest possible share is above
    /// `least`, to `each`, in the order of the things.
    ///
    /// # Errors
    /// The store is damaged or too large, or what `each` returns.
    pub fn ultimate_owners<E: From<QueryError>>(
        &self,
        least: Ratio,
        question: &Question,
        each: &mut dyn FnMut(UltimateRow<'_>) -> Result<(), E>,
    ) -> Result<UltimateSummary, E> {
        let (holdings, complete) = self.money(question);
        let graph = BulkGraph::new(self.graph.len(), &holdings, &complete)
            .map_err(|error| QueryError::TooLarge(error.to_string()))?;
        drop(holdings);
        // What is left out on the way down may add up again further down, so nothing is left out
        // before the last step.
        let found = graph.ultimate_owners(0.0);
        let least = least.to_f64();
        let threshold = Threshold::above(question.threshold);
        let mut names = Names {
            wanted: vec![false; self.graph.len() as usize],
            ends: Vec::new(),
            text: String::new(),
        };
        for thing in 0..self.graph.len() {
            for owner in found.of(thing).filter(|owner| owner.max > least) {
                names.wanted[owner.node as usize] = true;
            }
        }
        let call = |number: u32, entity: &cuibono_entities::EntityRecord| {
            let class = self.graph.party(number).class;
            caption(entity, class, self.graph.reason(number), question.lang)
        };
        self.entities
            .things
            .each::<cuibono_store::StoreError>(&mut |number, entity| {
                if names.wanted[number as usize] {
                    names.text.push_str(&entity.id);
                    let middle = names.text.len() as u64;
                    names.text.push_str(&call(number, &entity));
                    names.ends.push((number, middle, names.text.len() as u64));
                }
                Ok(())
            })
            .map_err(QueryError::from)?;
        let mut summary = UltimateSummary {
            as_of: self.day(question),
            subjects: 0,
            rows: 0,
            certain: 0,
            possible: 0,
        };
        // An error of `each` ends the walk and is carried past the entities' own errors.
        let mut failed: Option<E> = None;
        let walked = self.entities.things.each::<Stop>(&mut |number, entity| {
            let mut owners = found.of(number).filter(|owner| owner.max > least).peekable();
            if owners.peek().is_none() {
                return Ok(());
            }
            summary.subjects += 1;
            let subject_caption = call(number, &entity);
            let mut best = Status::Excluded;
            for owner in owners {
                let status = owner.verdict(threshold);
                best = best.max(status);
                let (id, name) = names.get(owner.node);
                let row = UltimateRow {
                    subject: &entity.id,
                    subject_caption: &subject_caption,
                    subject_schema: entity.schema.name(),
                    owner: id,
                    owner_caption: name,
                    cash_flow: Bounds {
                        min: owner.min,
                        max: owner.max,
                        min_open: owner.min_open,
                        max_open: owner.max_open,
                    },
                    status,
                };
                if let Err(error) = each(row) {
                    failed = Some(error);
                    return Err(Stop::Asked);
                }
                summary.rows += 1;
            }
            summary.certain += u64::from(best == Status::Certain);
            summary.possible += u64::from(best == Status::Possible);
            Ok(())
        });
        match (walked, failed) {
            (_, Some(error)) => Err(error),
            (Err(Stop::Store(error)), None) => Err(QueryError::from(error).into()),
            _ => Ok(summary),
        }
    }

    /// Who has which part of the money of what on a day, and the things whose holders are the whole.
    fn money(&self, question: &Question) -> (Vec<(u32, u32, Share)>, Vec<u32>) {
        let graph = OnDay::new(self, question);
        let (mut all, mut complete) = (Vec::new(), Vec::new());
        let mut column: Vec<Holding> = Vec::new();
        for thing in 0..self.graph.len() {
            column.clear();
            for edge in self.graph.holders_of(thing) {
                let _ = self.pass(&edge, graph.activity(&edge), &mut |holding| {
                    if holding.kind.is_economic() {
                        column.push(holding);
                    }
                    ControlFlow::Continue(())
                });
            }
            let is_certain = column.iter().all(|h| h.activity == Activity::Certain);
            if !column.is_empty() && is_certain && self.is_complete(thing) {
                complete.push(thing);
            }
            column.sort_by_key(|h| (h.owner, rank(h.kind)));
            let mut before: Option<(u32, u8)> = None;
            for holding in &column {
                // Per holder the first stated of shares, surplus assets and title.
                let first = match before {
                    Some((owner, first)) if owner == holding.owner => first,
                    _ => rank(holding.kind),
                };
                before = Some((holding.owner, first));
                if rank(holding.kind) == first {
                    all.push((holding.owner, holding.owned, share(holding)));
                }
            }
        }
        (all, complete)
    }
}

fn rank(kind: InterestKind) -> u8 {
    match kind {
        InterestKind::Shareholding => 0,
        InterestKind::SurplusAssets => 1,
        _ => 2,
    }
}

/// The holder's own part, as far as certain.
fn share(holding: &Holding) -> Share {
    let is_open =
        holding.block != 0 || holding.via != Via::Own || holding.activity == Activity::Possible;
    let stated = holding.share;
    if is_open {
        Share::new(Ratio::ZERO, false, stated.max, stated.max_open).unwrap_or(stated)
    } else {
        stated
    }
}

enum Stop {
    Store(cuibono_store::StoreError),
    Asked,
}

impl From<cuibono_store::StoreError> for Stop {
    fn from(error: cuibono_store::StoreError) -> Stop {
        Stop::Store(error)
    }
}
