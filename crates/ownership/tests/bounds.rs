//! Bounds against the definition: every vertex of every column, sampled worlds, the laws that any
//! correct answer keeps.

mod world;

use cuibono_ownership::{
    ChainEnd, Control, Dimension, Interval, Options, Rat, Rule, Threshold, Worlds,
};
use proptest::prelude::*;
use world::{World, cases, drawn_in, rat, shares, world};

/// How far open ends are moved inward: small against every number that can occur.
fn eps() -> Rat {
    rat(1, 1 << 40)
}

/// The least and greatest share over all vertex worlds, open ends moved inward.
fn enumerated(world: &World, set: &[u32], target: usize) -> Option<(Rat, Rat)> {
    let mut range: Option<(Rat, Rat)> = None;
    for completion in world.completions(&eps())? {
        let share = shares(&completion, set).swap_remove(target);
        range = Some(match range {
            None => (share.clone(), share),
            Some((lo, hi)) => (lo.min(share.clone()), hi.max(share)),
        });
    }
    range
}

fn is_contradictory(world: &World) -> bool {
    (0..world.columns.len()).any(|c| world.vertices(c, &eps()).is_empty())
}

proptest! {
    #![proptest_config(cases())]

    /// Lower and upper limits and their openness are exact, loops and contradictions included.
    #[test]
    fn agree_with_every_vertex(world in world(3, 3, true), both: bool) {
        let set: &[u32] = if both { &[10, 11] } else { &[10] };
        let problem = world.problem();
        prop_assert_eq!(!problem.diagnoses().is_empty(), is_contradictory(&world));
        for target in 0..3 {
            let Some((lo, hi)) = enumerated(&world, set, target) else { break };
            let got = problem.cash_flow(set, target as u32);
            let near = rat(1, 1 << 20);
            prop_assert!(got.is_tight);
            prop_assert!(got.min <= lo && &lo - &got.min < near, "{got:?} {lo} {hi}");
            prop_assert!(got.max >= hi && &got.max - &hi < near, "{got:?} {lo} {hi}");
            prop_assert_eq!(got.min_open, got.min < lo, "{:?} {} {}", got, lo, hi);
            prop_assert_eq!(got.max_open, got.max > hi, "{:?} {} {}", got, lo, hi);
        }
    }

    /// Every sampled world lies within the bounds, on larger graphs than can be enumerated.
    #[test]
    fn enclose_sampled_worlds(
        world in world(6, 4, true),
        picks in prop::collection::vec(any::<u32>(), 12),
    ) {
        let Some(sample) = world.sample(&picks, &eps()) else { return Ok(()) };
        let problem = world.problem();
        let truth = shares(&sample, &[10]);
        for (target, share) in truth.iter().enumerate() {
            let got = problem.cash_flow(&[10], target as u32);
            prop_assert!(holds(&got, share), "{got:?} does not hold {share}");
        }
    }

    /// Loops solved in doubles enclose what fractions give, and are no wider than rounding where
    /// every size is exact.
    #[test]
    fn doubles_enclose_fractions(world in world(6, 4, true), exact: bool) {
        let mut world = world;
        if exact {
            for (_, share) in world.columns.iter_mut().flatten() {
                *share = cuibono_model::Share::exact(share.min).unwrap();
            }
        }
        let slow = world.problem();
        let in_doubles = Options { largest_exact_loop: 0, ..Options::default() };
        let fast = world.problem_with(|n| n, in_doubles);
        for owner in [10, 0, 3] {
            for target in 0..6 {
                let (a, b) = (slow.cash_flow(&[owner], target), fast.cash_flow(&[owner], target));
                prop_assert!(b.min <= a.min && a.max <= b.max, "{a:?} {b:?}");
                let gap = (&a.min - &b.min) + (&b.max - &a.max);
                let is_exact = a.min == a.max && world.columns.iter().flatten().all(|c| c.1.is_exact());
                if is_exact && slow.diagnoses().is_empty() {
                    prop_assert!(gap.to_f64_up() < 1e-9, "{a:?} {b:?}");
                }
            }
        }
    }

    /// Once no work is left, and through loops solved for everybody at once, bounds are wider and
    /// still right: of parties, control, and places where chains end.
    #[test]
    fn rough_bounds_enclose_tight_ones(
        world in world(6, 4, true),
        exact: bool,
        in_doubles: bool,
        work in prop_oneof![Just(0usize), Just(20)],
    ) {
        let mut world = world;
        if exact {
            for (_, share) in world.columns.iter_mut().flatten() {
                *share = cuibono_model::Share::exact(share.min).unwrap();
            }
            world = world.without_contradictions();
        }
        let largest_exact_loop = if in_doubles { 0 } else { 24 };
        let options = Options { work, largest_exact_loop, ..Options::default() };
        let (tight, rough) = (world.problem(), world.problem_with(|n| n, options));
        for target in 0..6 {
            let found = rough.owners(target).unwrap();
            for party in &found.parties {
                let exact = tight.cash_flow(&[party.node], target);
                prop_assert!(party.cash_flow.min <= exact.min, "{party:?} {exact:?}");
                prop_assert!(party.cash_flow.max >= exact.max, "{party:?} {exact:?}");
                for (got, d) in [
                    (&party.attributed, Dimension::Shares),
                    (&party.attributed_votes, Dimension::Votes),
                ] {
                    let exact = tight.attributed(&[party.node], target, d);
                    prop_assert!(is_within(&exact, got), "{party:?} {exact:?}");
                }
                let drawn = |worlds| {
                    let joined = tight.cascade(&[party.node], Rule::CONTROL, worlds);
                    joined.iter().any(|j| j.node == target)
                };
                let (certain, possible) = (drawn(Worlds::All), drawn(Worlds::Some));
                let is_right = match party.control {
                    Control::None => !possible,
                    Control::Possible => true,
                    Control::Certain => certain,
                };
                prop_assert!(is_right, "{party:?}");
            }
            for exact in tight.ends(target).unwrap().places {
                let same = |p: &&ChainEnd| p.node == exact.node && p.class == exact.class;
                let got = found.ends.places.iter().find(same);
                let (min, max) = got.map_or((Rat::ZERO, Rat::ZERO), |p| {
                    (p.share.min.clone(), p.share.max.clone())
                });
                prop_assert!(min <= exact.share.min && exact.share.max <= max, "{exact:?} {got:?}");
            }
        }
    }

    /// Drawn in for certain: in every world. Possibly: in some.
    #[test]
    fn cascades_are_intersection_and_union(
        world in world(3, 3, true),
        strict: bool,
        half in prop_oneof![Just((1u64, 2u64)), Just((1, 4)), Just((3, 4))],
    ) {
        let Some(completions) = world.completions(&eps()) else { return Ok(()) };
        let value = cuibono_model::Ratio::new(half.0, half.1).unwrap();
        let threshold = Threshold { value, is_strict: strict };
        let rule = Rule { dimension: Dimension::Shares, threshold, ..Rule::CONTROL };
        let sets: Vec<_> = completions
            .iter()
            .map(|c| drawn_in(c, &[10], |held| threshold.is_met_by(held)))
            .collect();
        let all = sets.iter().skip(1).fold(sets[0].clone(), |a, b| &a & b);
        let some = sets.iter().fold(Default::default(), |a: std::collections::BTreeSet<u32>, b| &a | b);
        let problem = world.problem();
        let got = |worlds| {
            let joined = problem.cascade(&[10], rule, worlds);
            joined.into_iter().map(|j| j.node).collect::<std::collections::BTreeSet<_>>()
        };
        prop_assert_eq!(got(Worlds::All), all);
        prop_assert_eq!(got(Worlds::Some), some);
    }

    /// Numbering, a pass-through company and a block cut in two change nothing for others; knowing
    /// more never widens; parts add up to the whole.
    #[test]
    fn laws(world in world(4, 3, true), column in 0usize..4, place in 0usize..3) {
        let problem = world.problem();
        let before = |t: u32| problem.cash_flow(&[10], t);
        let other = world.problem_with(|n| 1000 - n * 7, Options::default());
        for t in 0..4 {
            prop_assert_eq!(before(t), other.cash_flow(&[1000 - 70], 1000 - t * 7));
        }
        if !problem.diagnoses().is_empty() {
            return Ok(());
        }
        let ends = problem.ends(0).unwrap();
        let least = ends.classes.iter().fold(Rat::ZERO, |s, (_, i)| &s + &i.min);
        let most = ends.classes.iter().fold(Rat::ZERO, |s, (_, i)| &s + &i.max);
        prop_assert!(least <= Rat::ONE && Rat::ONE <= most);
        let Some(&(owner, share)) = world.columns[column].get(place) else { return Ok(()) };

        // The holder holds through a company of its own.
        let mut through = world.clone();
        through.columns[column][place].0 = 4;
        through.columns.push(vec![(owner, cuibono_model::Share::ALL)]);
        through.complete.push(true);
        let passed = through.problem();
        for t in (0..4).filter(|&t| t != owner) {
            prop_assert_eq!(passed.cash_flow(&[10], t), before(t));
        }

        // Exactly known instead of within an interval.
        let mut known = world.clone();
        if let Some(exact) = cuibono_model::Share::exact(share.max) && !share.max_open {
            known.columns[column][place].1 = exact;
            let known = known.problem();
            if known.diagnoses().is_empty() {
                for t in 0..4 {
                    prop_assert!(is_within(&known.cash_flow(&[10], t), &before(t)));
                }
            }
        }
    }

    /// Contradictory input is answered with sound bounds and a diagnosis, never a panic; what is
    /// certain is possible.
    #[test]
    fn contradictions_never_panic(world in world(4, 4, true)) {
        let problem = world.problem();
        for target in 0..4 {
            let owners = problem.owners(target).unwrap();
            for party in &owners.parties {
                for share in [&party.cash_flow, &party.attributed, &party.attributed_votes] {
                    prop_assert!(share.min <= share.max && share.max <= Rat::ONE, "{share:?}");
                    prop_assert!(!share.min_open || share.min < share.max);
                }
            }
            let certain = problem.cascade(&[10], Rule::CONTROL, Worlds::All);
            let possible = problem.cascade(&[10], Rule::CONTROL, Worlds::Some);
            prop_assert!(certain.iter().all(|c| possible.iter().any(|p| p.node == c.node)));
        }
    }
}

fn holds(interval: &Interval, share: &Rat) -> bool {
    let above = *share > interval.min || (*share == interval.min && !interval.min_open);
    let below = *share < interval.max || (*share == interval.max && !interval.max_open);
    above && below
}

fn is_within(inner: &Interval, outer: &Interval) -> bool {
    let low =
        inner.min > outer.min || (inner.min == outer.min && (inner.min_open || !outer.min_open));
    let high =
        inner.max < outer.max || (inner.max == outer.max && (inner.max_open || !outer.max_open));
    low && high
}
