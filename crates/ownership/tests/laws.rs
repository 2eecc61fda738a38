//! Laws that any right answer keeps, on random graphs: what must not change, must add up, must follow.

mod world;

use cuibono_model::{Directness, InterestKind, PartyClass, Ratio, Share, UnspecifiedReason, Via};
use cuibono_ownership::regime::beneficial::{AmlrOptions, amlr, by_attribution, close_link, fatf};
use cuibono_ownership::regime::psc::{PscQuery, with_significant_control};
use cuibono_ownership::regime::sanctions::caught;
use cuibono_ownership::regime::{RULE_BOOKS, Regime};
use cuibono_ownership::{
    Activity, Dimension, Holding, Interval, Node, Options, Oversubscribed, Problem, Question, Rank,
    Rat, Reading, Rule, ShareMatrix, Threshold, Verdict, Worlds,
};
use proptest::prelude::*;
use world::{World, cases, rat, shares, world};

const LINES: [Threshold; 5] = [
    Threshold::OVER_QUARTER,
    Threshold::FROM_QUARTER,
    Threshold::FROM_HALF,
    Threshold::MAJORITY,
    Threshold { value: Ratio::ONE, is_strict: false },
];

/// Exact sizes: of twelve parts each holder has some, and not more than all.
fn exact_world(companies: u32) -> impl Strategy<Value = World> {
    let owner = prop_oneof![0..companies, 10u32..12];
    let column = prop::collection::btree_map(owner, 1u64..=7, 0..=4);
    prop::collection::vec(column, companies as usize).prop_map(move |columns| {
        let columns: Vec<Vec<(u32, Share)>> = columns
            .into_iter()
            .map(|column| {
                let mut left = 12;
                let fits = column.into_iter().map(|(owner, parts)| {
                    let parts = parts.min(left);
                    left -= parts;
                    (owner, Share::exact(Ratio::new(parts, 12).unwrap()).unwrap())
                });
                fits.filter(|(_, s)| s.min != Ratio::ZERO).collect()
            })
            .collect();
        World { complete: vec![false; columns.len()], columns }
    })
}

/// A size between two others: at `part` of sixteen of the way, closed unless it is an open end.
fn between(share: Share, parts: (u64, u64)) -> Share {
    let at = |part: u64| {
        let (lo, hi) = (Rat::from(share.min), Rat::from(share.max));
        (&lo + &(&rat(part as i64, 16) * &(&hi - &lo))).to_ratio().unwrap()
    };
    let (a, b) = (parts.0.min(parts.1), parts.0.max(parts.1));
    let open = |part: u64| (part == 0 && share.min_open) || (part == 16 && share.max_open);
    Share::new(at(a), open(a), at(b), open(b)).unwrap_or(share)
}

fn is_within(inner: &Interval, outer: &Interval) -> bool {
    let low =
        inner.min > outer.min || (inner.min == outer.min && (inner.min_open || !outer.min_open));
    let high =
        inner.max < outer.max || (inner.max == outer.max && (inner.max_open || !outer.max_open));
    low && high
}

fn joined(problem: &Problem, rule: Rule, worlds: Worlds) -> Vec<u32> {
    let mut nodes: Vec<u32> =
        problem.cascade(&[10], rule, worlds).into_iter().map(|j| j.node).collect();
    nodes.sort_unstable();
    nodes
}

/// Nothing said with more knowledge goes beyond what was said with less.
fn only_narrows(known: &Problem, before: &Problem, companies: u32) -> Result<(), TestCaseError> {
    for t in 0..companies {
        let (a, b) = (known.cash_flow(&[10], t), before.cash_flow(&[10], t));
        prop_assert!(is_within(&a, &b), "{t}: {a:?} in {b:?}");
        for d in [Dimension::Shares, Dimension::Votes] {
            let (a, b) = (known.attributed(&[10], t, d), before.attributed(&[10], t, d));
            prop_assert!(is_within(&a, &b), "{t}: {a:?} in {b:?}");
        }
        for line in LINES {
            for question in [Question::CashFlow(line), Question::Attributed(line)] {
                let was = before.verdict(10, t, question);
                let is = known.verdict(10, t, question);
                prop_assert!(was == Verdict::Possible || was == is, "{question:?} {was:?} {is:?}");
            }
        }
    }
    for threshold in LINES {
        let rule = Rule { threshold, ..Rule::CONTROL };
        let (all, was) = (joined(known, rule, Worlds::All), joined(before, rule, Worlds::All));
        prop_assert!(was.iter().all(|n| all.contains(n)));
        let (some, was) = (joined(known, rule, Worlds::Some), joined(before, rule, Worlds::Some));
        prop_assert!(some.iter().all(|n| was.contains(n)));
        prop_assert!(all.iter().all(|n| some.contains(n)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    /// One holder cut into two of half the size: nobody else has more or less, and the two together
    /// have what the one had.
    #[test]
    fn an_owner_cut_in_two(world in world(4, 3, true), column in 0usize..4) {
        let world = world.without_contradictions();
        let Some(place) = world.columns[column].iter().position(|(o, _)| *o == 10) else {
            return Ok(());
        };
        let mut cut = world.clone();
        let share = world.columns[column][place].1;
        let half = |r: Ratio| (&Rat::from(r) * &rat(1, 2)).to_ratio().unwrap();
        let half =
            Share::new(half(share.min), share.min_open, half(share.max), share.max_open).unwrap();
        cut.columns[column][place] = (12, half);
        cut.columns[column].push((13, half));
        let (before, after) = (world.problem(), cut.problem());
        prop_assert!(before.diagnoses().is_empty() && after.diagnoses().is_empty());
        for t in 0..4 {
            prop_assert_eq!(before.cash_flow(&[11], t), after.cash_flow(&[11], t));
            prop_assert_eq!(before.cash_flow(&[10], t), after.cash_flow(&[10, 12, 13], t));
        }
    }

    /// What an owner inside a loop has is what it has once nobody holds anything in it (reference,
    /// theorem 1); two methods and plain elimination agree.
    #[test]
    fn what_runs_through_an_owner_is_not_counted_again(
        world in exact_world(5),
        owner in 0u32..5,
    ) {
        let matrix = |world: &World| {
            let edges: Vec<_> = (0u32..)
                .zip(&world.columns)
                .flat_map(|(j, c)| c.iter().map(move |&(i, s)| (i, j, Rat::from(s.min))))
                .collect();
            ShareMatrix::new(12, &edges)
        };
        let mut removed = world.clone();
        removed.columns[owner as usize].clear();
        let plain: Vec<_> = world
            .columns
            .iter()
            .map(|c| c.iter().map(|&(o, s)| (Some(o), Rat::from(s.min))).collect())
            .collect();
        let truth = shares(&plain, &[owner]);
        let (with, without) = (world.problem(), removed.problem());
        for t in (0..5).filter(|&t| t != owner) {
            let got = with.cash_flow(&[owner], t);
            prop_assert!(got.is_exact());
            prop_assert_eq!(&got.min, &truth[t as usize]);
            prop_assert_eq!(&got, &without.cash_flow(&[owner], t));
            if let Some(row) = matrix(&world).integrated(owner) {
                prop_assert_eq!(&got.min, &row[t as usize]);
                let walks = matrix(&removed).walks(owner).unwrap();
                prop_assert_eq!(&got.min, &walks[t as usize]);
            }
        }
    }

    /// With exact sizes everything ends somewhere, exactly once.
    #[test]
    fn ends_add_up_to_the_whole(world in exact_world(5)) {
        let problem = world.problem();
        for t in 0..5 {
            let ends = problem.ends(t).unwrap();
            let sum = |shares: &mut dyn Iterator<Item = &Interval>| {
                shares.fold(Rat::ZERO, |sum, share| &sum + &share.min)
            };
            prop_assert!(ends.classes.iter().all(|(_, share)| share.is_exact()));
            prop_assert_eq!(sum(&mut ends.classes.iter().map(|(_, s)| s)), Rat::ONE);
            let lost: Rat = ends
                .classes
                .iter()
                .filter(|(c, _)| *c == cuibono_ownership::EndClass::OwnerlessLoop)
                .fold(Rat::ZERO, |sum, (_, share)| &sum + &share.min);
            let places = sum(&mut ends.places.iter().map(|p| &p.share));
            prop_assert_eq!(&places + &lost, Rat::ONE);
        }
    }

    /// Parts that add up to a line meet "at least" and not "more than"; the least bit less meets
    /// neither. A third and a sixth are a half.
    #[test]
    fn lines_are_met_exactly(
        parts in prop::collection::vec(1u64..60, 1..6),
        line in prop_oneof![Just((1u64, 4u64)), Just((1, 2)), Just((3, 4)), Just((1, 5)), Just((1, 3))],
        short: bool,
    ) {
        let sum: u64 = parts.iter().sum();
        let value = Ratio::new(line.0, line.1).unwrap();
        let (from, over) = (Threshold::at_least(value), Threshold::above(value));
        let size = |k: usize| {
            let missing = if short && k == 0 { 1 } else { 0 };
            let n = parts[k] * line.0 * 1_000_000 - missing;
            Share::exact(Ratio::new(n, sum * line.1 * 1_000_000).unwrap()).unwrap()
        };
        let expected = if short { Verdict::Excluded } else { Verdict::Certain };
        // Each part through a company of its own that the person has wholly.
        let mut holdings = Vec::new();
        for k in 0..parts.len() {
            let between = 100 + k as u32;
            holdings.push(Holding::new(1, between, InterestKind::Shareholding, Share::ALL));
            holdings.push(Holding::new(between, 0, InterestKind::Shareholding, size(k)));
        }
        let problem = Problem::new(&[], &holdings, Options::default());
        let share = problem.cash_flow(&[1], 0);
        prop_assert_eq!(share.verdict(from), expected);
        prop_assert_eq!(share.verdict(over), Verdict::Excluded);
        for (threshold, expected) in [(from, !short), (over, false)] {
            let rule = Rule { dimension: Dimension::Shares, threshold, ..Rule::CONTROL };
            let drawn = problem.cascade(&[1], rule, Worlds::All);
            prop_assert_eq!(drawn.iter().any(|j| j.node == 0), expected);
        }
    }

    /// Knowing sizes better never widens an answer, never takes back what was certain, and never
    /// adds what was excluded.
    #[test]
    fn knowing_more_narrows(
        world in world(4, 3, true),
        picks in prop::collection::vec((0u64..=16, 0u64..=16, any::<bool>()), 12),
    ) {
        let world = world.without_contradictions();
        let before = world.problem();
        prop_assert!(before.diagnoses().is_empty());
        let mut known = world.clone();
        let sizes = known.columns.iter_mut().flatten();
        for ((_, share), &(a, b, is_learned)) in sizes.zip(&picks) {
            if is_learned {
                *share = between(*share, (a, b));
            }
        }
        let known = known.problem();
        if known.diagnoses().is_empty() {
            only_narrows(&known, &before, 4)?;
        }
    }
}

fn any_share() -> impl Strategy<Value = Share> {
    (0u64..=9, 0u64..=9, any::<[bool; 2]>()).prop_map(|(a, b, [x, y])| {
        let at = |n| Ratio::new(n, 9).unwrap();
        Share::new(at(a.min(b)), x, at(a.max(b)), y).unwrap_or(Share::UNKNOWN)
    })
}

/// Holdings of every kind, capacity and date, with blocks named at random: most columns contradict
/// themselves.
fn any_holding() -> impl Strategy<Value = Holding> {
    use prop::sample::select;
    let kinds = [
        InterestKind::Shareholding,
        InterestKind::VotingRights,
        InterestKind::SurplusAssets,
        InterestKind::AppointmentOfBoard,
        InterestKind::Influence,
        InterestKind::LegalTitle,
        InterestKind::Nominator,
        InterestKind::Beneficiary,
        InterestKind::Officer,
    ];
    let vias = [Via::Own, Via::AsTrustee, Via::ControlsTrust, Via::AsFirmMember, Via::ControlsFirm];
    let directness = [Directness::Unknown, Directness::Direct, Directness::Indirect];
    let activities = [Activity::No, Activity::Possible, Activity::Certain];
    let what = (select(kinds.to_vec()), select(vias.to_vec()), select(directness.to_vec()));
    let who = (0u32..7, 0u32..7, 0u32..4);
    (who, what, any_share(), select(activities.to_vec())).prop_map(
        |((owner, owned, block), (kind, via, directness), share, activity)| Holding {
            via,
            directness,
            block,
            activity,
            ..Holding::new(owner, owned, kind, share)
        },
    )
}

fn any_node(id: u32) -> impl Strategy<Value = Node> {
    use prop::sample::select;
    let reasons = [
        None,
        Some(UnspecifiedReason::NoBeneficialOwners),
        Some(UnspecifiedReason::StepsNotCompleted),
    ];
    (select(PartyClass::ALL.to_vec()), select(reasons.to_vec()), any::<[bool; 5]>()).prop_map(
        move |(class, reason, [complete, dissolved, nominee, end, cut])| Node {
            reason,
            is_complete: complete,
            is_dissolved: dissolved,
            is_nominee: nominee,
            is_end: end,
            is_cut: cut,
            ..Node::new(id, class)
        },
    )
}

fn is_sound(share: &Interval) -> bool {
    share.min <= share.max
        && share.max <= Rat::ONE
        && Rat::ZERO <= share.min
        && (share.min < share.max || (!share.min_open && !share.max_open))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases().cases / 5, ..cases() })]

    /// Whatever is put in, every question is answered with bounds in order.
    #[test]
    fn nothing_panics(
        holdings in prop::collection::vec(any_holding(), 0..24),
        a in any_node(0),
        b in any_node(1),
        flags in any::<[bool; 4]>(),
        largest_exact_loop in prop_oneof![Just(0usize), Just(24)],
    ) {
        let options = Options {
            reading: if flags[0] { Reading::Statutory } else { Reading::Direct },
            oversubscribed:
                if flags[1] { Oversubscribed::Normalise } else { Oversubscribed::Bounds },
            suspend_circular_votes: flags[2],
            largest_exact_loop,
            work: if flags[3] { 10 } else { 10_000 },
        };
        let problem = Problem::new(&[a, b], &holdings, options);
        for v in 0..7 {
            let Some(owners) = problem.owners(v) else { continue };
            for p in &owners.parties {
                let shares = [&p.cash_flow, &p.attributed, &p.attributed_votes];
                prop_assert!(shares.iter().all(|s| is_sound(s)), "{p:?}");
            }
            let ends = problem.ends(v).unwrap();
            prop_assert!(ends.classes.iter().all(|(_, s)| is_sound(s)), "{ends:?}");
            prop_assert!(problem.holdings_of(&[v]).iter().all(|h| is_sound(&h.cash_flow)));
            prop_assert!(problem.blocks(v, Dimension::Money).iter().all(|b| is_sound(&b.possible)));
            for worlds in [Worlds::All, Worlds::Some] {
                let _ = problem.group(v, worlds);
                let _ = problem.ultimate_controllers(v, worlds);
            }
            let explained = problem.explain(1, v, 3);
            prop_assert!(is_sound(&explained.result));
            let _ = problem.settling_facts(1, v, Question::CashFlow(Threshold::MAJORITY), 4);
            let _ = problem.chains(1, v, 3, Rank::Middle, 100);
            let _ = amlr(&problem, v, AmlrOptions::default());
            let _ = fatf(&problem, v, Threshold::OVER_QUARTER, &[6]);
            let _ = close_link(&problem, v, 1);
            for rule in RULE_BOOKS {
                let _ = caught(&problem, &[1, 2], &[vec![1, 2]], rule.regime);
                let _ = by_attribution(&problem, v, rule.regime);
            }
            let query = PscQuery {
                company: v,
                relevant_entities: &[0, 3],
                joint: &[vec![1, 2]],
                regime: Regime::UkRoe,
            };
            let _ = with_significant_control(&problem, &query);
        }
        let _ = problem.closed_loops();
    }
}
