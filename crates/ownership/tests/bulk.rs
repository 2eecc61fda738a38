//! Whole-register answers against the same questions asked one by one.

mod world;

use cuibono_model::Share;
use cuibono_ownership::bulk::BulkGraph;
use cuibono_ownership::{Dimension, Rat, Rule, Threshold, Worlds};
use proptest::prelude::*;
use world::{World, cases, world};

fn bulk(world: &World) -> BulkGraph {
    let holdings: Vec<(u32, u32, Share)> = world
        .columns
        .iter()
        .enumerate()
        .flat_map(|(owned, c)| c.iter().map(move |&(owner, s)| (owner, owned as u32, s)))
        .collect();
    let complete: Vec<u32> =
        (0..world.columns.len() as u32).filter(|&c| world.complete[c as usize]).collect();
    BulkGraph::new(12, &holdings, &complete).unwrap()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn agrees_with_single_questions(world in world(6, 3, true)) {
        let problem = world.problem();
        let graph = bulk(&world);
        let owners = graph.ultimate_owners(0.0);
        for company in 0..6 {
            let mut found = [false; 12];
            for owner in owners.of(company) {
                found[owner.node as usize] = true;
                let exact = problem.cash_flow(&[owner.node], company);
                let (min, max) = (Rat::from_f64(owner.min), Rat::from_f64(owner.max));
                prop_assert!(min <= exact.min && exact.max <= max, "{owner:?} {exact:?}");
                let gap = (&exact.min - &min) + (&max - &exact.max);
                prop_assert!(gap.to_f64_up() < 1e-12, "{owner:?} {exact:?}");
                if min == exact.min {
                    prop_assert_eq!(owner.min_open, exact.min_open, "{:?} {:?}", owner, exact);
                }
                if max == exact.max {
                    prop_assert_eq!(owner.max_open, exact.max_open, "{:?} {:?}", owner, exact);
                }
            }
            for person in 0..12 {
                let is_ultimate =
                    person >= 6 || world.columns[person as usize].is_empty();
                if is_ultimate && person != company && !found[person as usize] {
                    let share = problem.cash_flow(&[person], company);
                    prop_assert!(share.max.is_zero(), "{person} in {company}: {share:?}");
                }
            }
        }
    }

    #[test]
    fn cascades_agree(world in world(5, 3, true), strict: bool) {
        let problem = world.problem();
        let value = cuibono_model::Ratio::HALF;
        let threshold = Threshold { value, is_strict: strict };
        let rule = Rule { dimension: Dimension::Shares, threshold, ..Rule::CONTROL };
        let is_clear = problem.diagnoses().is_empty();
        for worlds in [Worlds::All, Worlds::Some] {
            let mut one: Vec<u32> =
                problem.cascade(&[10], rule, worlds).iter().map(|j| j.node).collect();
            let mut all = bulk(&world).cascade(&[10], threshold, worlds);
            one.sort_unstable();
            all.sort_unstable();
            prop_assert!(!is_clear || one == all, "{one:?} {all:?}");
        }
    }
}
