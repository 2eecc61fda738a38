//! The answers of the façade on small invented stores, with the numbers worked out by hand.

mod support;

use std::collections::BTreeMap;

use cuibono_ownership::Control;
use cuibono_ownership::regime::beneficial::FatfStep;
use cuibono_ownership::regime::{Answer, Limb, Regime};
use cuibono_query::{Blocked, QueryError, Question, RegimeNote, Snapshot, Status};
use support::{World, day, on};

/// P has 60% of A and 10% of B, Q the rest of A; A has 50% of B, B has 40% of C.
fn diamond() -> World {
    World::default()
        .person("p")
        .listed_person("q")
        .company("gb-coh-90000001")
        .company("gb-coh-90000002")
        .company("gb-coh-90000003")
        .owns("p", "gb-coh-90000001", "60")
        .owns("q", "gb-coh-90000001", "40")
        .owns("gb-coh-90000001", "gb-coh-90000002", "50")
        .owns("p", "gb-coh-90000002", "10")
        .owns("gb-coh-90000002", "gb-coh-90000003", "40")
}

#[test]
fn an_explanation_can_be_worked_out_again() {
    let store = diamond().open();
    let (p, c) = (store.id("p"), store.id("gb-coh-90000003"));
    let view = store.snapshot.explain(p, c, &Question::default()).unwrap().unwrap();
    let products: Vec<&str> = view.chains.iter().map(|c| c.product.min.as_str()).collect();
    assert_eq!(products, ["3/25", "1/25"]);
    let factors: Vec<&str> = view.chains[0].hops.iter().map(|h| h.used.min.as_str()).collect();
    assert_eq!(factors, ["3/5", "1/2", "2/5"]);
    assert!(view.chains.iter().flat_map(|c| &c.hops).all(|h| !h.hops[0].records.is_empty()));
    assert_eq!((view.sum.min.as_str(), view.cash_flow.max.as_str()), ("4/25", "4/25"));
    assert!(view.differences.is_empty());
    // A by 60%, then B by the 50% of A and the 10% of its own; C is credited with all 40% of B.
    let drawn: Vec<&str> = view.attributed.certain.iter().map(|s| s.party.id.as_str()).collect();
    assert_eq!(drawn, ["gb-coh-90000001", "gb-coh-90000002"]);
    assert_eq!(view.attributed.shares.min, "2/5");
    assert_eq!(view.attributed.blocks.len(), 1);
    assert_eq!((view.control, view.status), (Control::None, Status::Certain));
    assert_eq!(store.snapshot.explain(c, p, &Question::default()).unwrap(), None);
}

#[test]
fn an_explanation_shows_what_the_others_leave() {
    let store = World::default()
        .person("p")
        .person("q")
        .company("gb-coh-90000001")
        .owns("p", "gb-coh-90000001", "50-75")
        .owns("q", "gb-coh-90000001", "40-60")
        .open();
    let (p, a) = (store.id("p"), store.id("gb-coh-90000001"));
    let view = store.snapshot.explain(p, a, &Question::default()).unwrap().unwrap();
    let hop = &view.chains[0].hops[0];
    assert_eq!((hop.stated.max.as_str(), hop.used.max.as_str()), ("3/4", "3/5"));
    assert_eq!(hop.adjustments.len(), 1);
    assert_eq!(hop.others[0].stated.min, "2/5");
    assert_eq!(view.cash_flow.max, "3/5");
}

#[test]
fn a_possible_owner_comes_with_the_fact_that_would_settle_it() {
    let store = World::default()
        .person("p")
        .company("gb-coh-90000001")
        .company("gb-coh-90000002")
        .owns("p", "gb-coh-90000001", "20-60")
        .owns("gb-coh-90000001", "gb-coh-90000002", "80")
        .open();
    let view = store.snapshot.owners(store.id("gb-coh-90000002"), &Question::default()).unwrap();
    let owner = view.owners.iter().find(|o| o.party.id == "p").unwrap();
    assert_eq!(owner.status, Status::Possible);
    assert_eq!(owner.settles.len(), 1);
    let fact = &owner.settles[0];
    assert_eq!(fact.hops[0].subject.id, "gb-coh-90000001");
    assert_eq!((fact.at_least_size, fact.at_greatest_size), (Status::Excluded, Status::Certain));
}

fn finding(
    snapshot: &Snapshot,
    thing: u32,
    regime: Regime,
    party: &str,
) -> (Answer, Option<Answer>, Vec<Limb>) {
    let view = snapshot.owners_under(thing, regime, None, &Question::default()).unwrap();
    let found = view.findings.iter().find(|f| f.party.id == party);
    found.map_or((Answer::No, None, Vec::new()), |f| {
        (f.answer, f.registrable, f.limbs.iter().map(|l| l.limb).collect())
    })
}

/// Reference RG-33: 30% of an entity that has 60%.
#[test]
fn rule_books_answer_differently() {
    let store = World::default()
        .person("p")
        .person("q")
        .company("gb-coh-90000001")
        .company("gb-coh-90000002")
        .owns("p", "gb-coh-90000001", "30")
        .owns("q", "gb-coh-90000001", "60")
        .owns("gb-coh-90000001", "gb-coh-90000002", "60")
        .open();
    let company = store.id("gb-coh-90000002");
    let ask = |regime, party| finding(&store.snapshot, company, regime, party);
    let (answer, _, limbs) = ask(Regime::Amlr, "p");
    assert_eq!((answer, limbs), (Answer::Yes, vec![Limb::InterestInController]));
    assert_eq!(ask(Regime::UkPsc, "p").0, Answer::No);
    assert_eq!(ask(Regime::Amld, "p").0, Answer::No);
    assert_eq!(ask(Regime::Cta, "q").0, Answer::Yes);
    // 36% of the money, but the entity between stands on the register.
    let (answer, registrable, _) = ask(Regime::UkPsc, "q");
    assert_eq!((answer, registrable), (Answer::Yes, Some(Answer::No)));
    let (answer, registrable, _) = ask(Regime::UkPsc, "gb-coh-90000001");
    assert_eq!((answer, registrable), (Answer::Yes, Some(Answer::Yes)));
    let view =
        store.snapshot.owners_under(company, Regime::UkPsc, None, &Question::default()).unwrap();
    let q = view.findings.iter().find(|f| f.party.id == "q").unwrap();
    let steps: Vec<&str> = q.limbs[0].steps.iter().map(|s| s.party.id.as_str()).collect();
    assert_eq!(steps, ["gb-coh-90000001", "gb-coh-90000002"]);
    assert!(q.limbs[0].steps.iter().all(|s| !s.hops[0].records.is_empty()));
    assert!(view.applied);
    let before =
        store.snapshot.owners_under(company, Regime::UkPsc, None, &on("2015-01-01")).unwrap();
    assert!(!before.applied && before.notes.contains(&RegimeNote::NotApplied));
}

#[test]
fn the_overseas_band_settles_nothing_beyond_itself() {
    let store = World::default()
        .person("p")
        .company("gb-coh-OE900001")
        .company("gb-coh-90000002")
        .owns("p", "gb-coh-OE900001", ">25")
        .owns("gb-coh-OE900001", "gb-coh-90000002", "100")
        .open();
    let company = store.id("gb-coh-90000002");
    let view =
        store.snapshot.owners_under(company, Regime::UkRoe, None, &Question::default()).unwrap();
    let p = view.findings.iter().find(|f| f.party.id == "p").unwrap();
    assert_eq!(p.answer, Answer::Undetermined);
    assert!(!p.settles.is_empty());
    assert!(view.notes.contains(&RegimeNote::OverseasBand));
    let entity = store.id("gb-coh-OE900001");
    assert_eq!(finding(&store.snapshot, entity, Regime::UkRoe, "p").0, Answer::Yes);
}

#[test]
fn fatf_falls_back_on_officials_who_are_no_owners() {
    let mut world = World::default().company("gb-coh-90000001").person("boss");
    for holder in ["a", "b", "c", "d", "e"] {
        world = world.person(holder).owns(holder, "gb-coh-90000001", "20");
    }
    let store = world.director("boss", "gb-coh-90000001").open();
    let company = store.id("gb-coh-90000001");
    let view =
        store.snapshot.owners_under(company, Regime::Fatf, None, &Question::default()).unwrap();
    assert_eq!(view.step, Some(FatfStep::SeniorManagingOfficial));
    let boss = view.findings.iter().find(|f| f.party.id == "boss").unwrap();
    assert_eq!((boss.answer, boss.limbs[0].limb), (Answer::No, Limb::SeniorManager));
    assert!(view.notes.contains(&RegimeNote::OfficialsAreNoOwners));
    // An officer owns nothing.
    let owners = store.snapshot.owners(company, &Question::default()).unwrap();
    assert!(owners.owners.iter().all(|owner| owner.party.id != "boss"));
}

/// Two designated persons with 30% each: added up in the United States, not in the United Kingdom.
fn thirty_and_thirty() -> World {
    World::default()
        .listed_person("x")
        .listed_person("y")
        .person("z")
        .company("gb-coh-90000001")
        .title("t1", None)
        .owns("x", "gb-coh-90000001", "30")
        .owns("y", "gb-coh-90000001", "30")
        .owns("z", "gb-coh-90000001", "40")
        .proprietor("gb-coh-90000001", "t1", "2020-01-02")
}

#[test]
fn designated_parties_are_added_up_where_the_rule_says_so() {
    let store = thirty_and_thirty().open();
    let title = store.id("t1");
    let ask = |regime, listed: Option<&[u32]>| {
        store.snapshot.owners_under(title, regime, listed, &Question::default()).unwrap()
    };
    let us = ask(Regime::Ofac50, None);
    assert_eq!(us.answer, Some(Answer::Yes));
    assert_eq!(us.listed.iter().map(|l| l.alone).collect::<Vec<_>>(), [Answer::No, Answer::No]);
    let steps: Vec<&str> =
        us.findings[0].limbs[0].steps.iter().map(|s| s.party.id.as_str()).collect();
    assert_eq!(steps, ["gb-coh-90000001", "t1"]);
    assert_eq!(ask(Regime::UkSanctions, None).answer, Some(Answer::No));
    let only_z = [store.id("z")];
    assert_eq!(ask(Regime::Ofac50, Some(&only_z)).answer, Some(Answer::No));
    let below =
        store.snapshot.holdings_under(store.id("x"), Regime::Ofac50, &Question::default()).unwrap();
    assert!(below.is_listed && below.with.len() == 1);
    let all: Vec<_> =
        below.holdings.iter().map(|h| (h.party.id.as_str(), h.answer, h.alone)).collect();
    assert_eq!(
        all,
        [("gb-coh-90000001", Answer::Yes, Answer::No), ("t1", Answer::Yes, Answer::No)]
    );
}

fn what_if(store: &Snapshot, listed: &[u32], regime: Regime) -> Vec<Blocked> {
    let mut found = Vec::new();
    let summary = store
        .what_if::<QueryError>(listed, regime, &Question::default(), &mut |one| {
            found.push(one);
            Ok(())
        })
        .unwrap()
        .unwrap();
    assert_eq!(summary.certain + summary.possible, found.len());
    found
}

#[test]
fn what_if_says_what_a_list_would_draw_in() {
    let store = thirty_and_thirty().open();
    let (x, z) = (store.id("x"), store.id("z"));
    let ids = |rows: Vec<Blocked>| {
        rows.into_iter().map(|row| (row.party.id, row.answer)).collect::<Vec<_>>()
    };
    assert_eq!(ids(what_if(&store.snapshot, &[z], Regime::Ofac50)), []);
    let both = what_if(&store.snapshot, &[x, z], Regime::Ofac50);
    assert_eq!(both[0].share.as_ref().unwrap().min, "7/10");
    assert_eq!(both[0].through.len(), 2);
    let expected = [("gb-coh-90000001".to_owned(), Answer::Yes), ("t1".to_owned(), Answer::Yes)];
    assert_eq!(ids(both), expected);
    assert_eq!(ids(what_if(&store.snapshot, &[x, z], Regime::UkSanctions)), []);
    assert!(
        store
            .snapshot
            .what_if::<QueryError>(&[x], Regime::UkPsc, &Question::default(), &mut |_| Ok(()))
            .unwrap()
            .is_none()
    );
}

#[test]
fn a_beneficial_owner_from_above() {
    let store = diamond().open();
    let view =
        store.snapshot.holdings_under(store.id("p"), Regime::UkPsc, &Question::default()).unwrap();
    let answers: BTreeMap<&str, (Answer, Option<Answer>)> =
        view.holdings.iter().map(|h| (h.party.id.as_str(), (h.answer, h.registrable))).collect();
    let expected = [
        ("gb-coh-90000001", (Answer::Yes, Some(Answer::Yes))),
        ("gb-coh-90000002", (Answer::Yes, Some(Answer::Yes))),
        ("gb-coh-90000003", (Answer::Yes, Some(Answer::No))),
    ];
    assert_eq!(answers, BTreeMap::from(expected));
}

#[test]
fn close_links_by_a_third_party() {
    let store = World::default()
        .person("p")
        .company("gb-coh-90000001")
        .company("gb-coh-90000002")
        .owns("p", "gb-coh-90000001", "20")
        .owns("p", "gb-coh-90000002", "25")
        .open();
    let (a, b) = (store.id("gb-coh-90000001"), store.id("gb-coh-90000002"));
    let view = store.snapshot.close_links(a, b, &Question::default()).unwrap();
    assert_eq!(view.answer, Answer::Yes);
    assert_eq!(view.third.map(|third| third.id), Some("p".to_owned()));
}

#[test]
fn a_timeline_gives_the_days_on_which_the_answer_changes() {
    let store = World::default()
        .person("p")
        .person("q")
        .company("gb-coh-90000001")
        .owns_from_to("p", "gb-coh-90000001", "80", "2015-03-01", "2019")
        .owns_from_to("q", "gb-coh-90000001", "20", "2015-03-01", "2020-07-01")
        .owns_from_to("q", "gb-coh-90000001", "100", "2020-07-01", "")
        .open();
    let thing = store.id("gb-coh-90000001");
    let ask = |period| store.snapshot.timeline(thing, period, &Question::default()).unwrap();
    let view = ask((None, None));
    let answer = |from: &str| {
        let segment = view.segments.iter().find(|s| s.from == day(from)).unwrap();
        let owners = segment.owners.iter().map(|o| (o.party.id.as_str(), o.status));
        owners.collect::<Vec<_>>()
    };
    let starts: Vec<String> = view.segments.iter().map(|s| s.from.to_string()).collect();
    // P may have left on any day of 2019; on the last day at the latest.
    assert_eq!(starts, ["2015-03-01", "2019-01-01", "2019-12-31", "2020-07-01"]);
    assert_eq!(answer("2015-03-01"), [("p", Status::Certain)]);
    assert_eq!(answer("2019-01-01"), [("p", Status::Possible)]);
    assert_eq!(answer("2019-12-31"), []);
    assert_eq!(answer("2020-07-01"), [("q", Status::Certain)]);
    assert_eq!(view.segments[3].changes.len(), 1);
    assert_eq!(view.segments[1].because[0].end.unwrap().to_string(), "2019");
    assert_eq!(view.until, day("2026-01-02"));
    let part = ask((Some(day("2016-01-01")), Some(day("2018-01-01"))));
    assert_eq!(part.segments.len(), 1);
    assert_eq!((part.segments[0].from, part.until), (day("2016-01-01"), day("2018-01-01")));
    // Every stretch says what asking on its first day says.
    for segment in &view.segments {
        let asked = store.snapshot.owners(thing, &on(&segment.from.to_string())).unwrap();
        let certain = |id: &str| {
            asked.owners.iter().any(|o| o.party.id == id && o.status != Status::Excluded)
        };
        assert!(segment.owners.iter().all(|o| certain(&o.party.id)));
    }
}

#[test]
fn a_group_has_a_parent_members_and_associates() {
    let store = World::default()
        .person("p")
        .person("other")
        .company("gb-coh-90000001")
        .company("gb-coh-90000002")
        .company("gb-coh-90000003")
        .company("gb-coh-90000004")
        .company("gb-coh-90000005")
        .owns("p", "gb-coh-90000001", "100")
        .owns("gb-coh-90000001", "gb-coh-90000002", "80")
        .owns("gb-coh-90000002", "gb-coh-90000003", "60")
        .owns("gb-coh-90000002", "gb-coh-90000004", "30")
        .owns("gb-coh-90000001", "gb-coh-90000005", "50")
        .owns("other", "gb-coh-90000005", "50")
        .open();
    let view = store.snapshot.group(store.id("gb-coh-90000003"), &Question::default()).unwrap();
    assert_eq!(view.parent.id, "gb-coh-90000001");
    let ids =
        |list: &[cuibono_query::PartyView]| list.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&view.ultimate_controllers), ["p"]);
    let members: Vec<_> =
        view.members.iter().map(|m| (m.party.id.as_str(), m.cash_flow.min.as_str())).collect();
    assert_eq!(members, [("gb-coh-90000002", "4/5"), ("gb-coh-90000003", "12/25")]);
    let mut associates: Vec<_> = view
        .associates
        .iter()
        .map(|a| (a.party.id.as_str(), a.attributed.min.as_str(), a.is_half))
        .collect();
    associates.sort_unstable();
    let expected = [("gb-coh-90000004", "3/10", false), ("gb-coh-90000005", "1/2", true)];
    assert_eq!(associates, expected);
}

#[test]
fn prices_of_one_purchase_count_once() {
    let store = World::default()
        .person("p")
        .company("gb-coh-90000001")
        .title("t1", Some(100_000))
        .title("t2", Some(100_000))
        .title("t3", Some(300_000))
        .title("t4", None)
        .owns("p", "gb-coh-90000001", "50")
        .proprietor("gb-coh-90000001", "t1", "2020-01-02")
        .proprietor("gb-coh-90000001", "t2", "2020-01-02")
        .proprietor("gb-coh-90000001", "t3", "2021-05-06")
        .proprietor("gb-coh-90000001", "t4", "2021-05-06")
        .open();
    let value = store.snapshot.network_value(store.id("p"), &Question::default()).unwrap();
    assert_eq!((value.assets, value.priced), (4, 3));
    let sum = &value.values[0];
    assert_eq!((sum.currency.as_str(), sum.shared_purchases), ("GBP", 1));
    assert_eq!((sum.min, sum.max, sum.max_each), (200_000.0, 200_000.0, 250_000.0));
    assert_eq!(sum.paid, 400_000.0);
}

#[test]
fn paths_give_ownership_first_and_never_run_through_a_name_that_is_nobody() {
    let store = diamond().open();
    let (p, c) = (store.id("p"), store.id("gb-coh-90000003"));
    let view = store.snapshot.paths(p, c, 5, &Question::default()).unwrap();
    assert_eq!(view.owned, 2);
    assert_eq!(view.paths[0].share.unwrap().max, 0.12);
    assert_eq!(view.paths[0].hops.len(), 3);
    assert!(view.paths[0].hops.iter().all(|hop| hop.is_downward));
    let up = store.snapshot.paths(c, p, 5, &Question::default()).unwrap();
    assert_eq!(up.owned, 2);
    assert_eq!(up.paths[0].hops[0].subject.id, "gb-coh-90000003");
    // Two who own the same company are connected, and own nothing of each other.
    let two = store.snapshot.paths(p, store.id("q"), 5, &Question::default()).unwrap();
    assert_eq!((two.owned, two.paths[0].hops.len()), (0, 2));

    let name = |name: &str| serde_json::json!({ "name": [name] });
    let store = World::default()
        .entity("bearer", "LegalEntity", name("THE BEARER"))
        .company("gb-coh-90000001")
        .company("gb-coh-90000002")
        .owns("bearer", "gb-coh-90000001", "100")
        .owns("bearer", "gb-coh-90000002", "100")
        .open();
    let (a, b) = (store.id("gb-coh-90000001"), store.id("gb-coh-90000002"));
    assert!(store.snapshot.paths(a, b, 5, &Question::default()).unwrap().paths.is_empty());
}

#[test]
fn the_whole_register_says_what_single_questions_say() {
    for world in [diamond(), thirty_and_thirty()] {
        let store = world.open();
        let question = Question::default();
        let mut rows = BTreeMap::new();
        let none = cuibono_model::Ratio::ZERO;
        let summary = store
            .snapshot
            .ultimate_owners::<QueryError>(none, &question, &mut |row| {
                let key = (row.subject.to_owned(), row.owner.to_owned());
                assert_eq!(rows.insert(key, (row.cash_flow, row.owner_caption.to_owned())), None);
                Ok(())
            })
            .unwrap();
        assert_eq!(summary.rows, rows.len() as u64);
        let mut singles = 0;
        for thing in 0..store.snapshot.thing_count() {
            let view = store.snapshot.owners(thing, &question).unwrap();
            for owner in view.owners.iter().filter(|o| o.is_end && o.cash_flow.max > 0.0) {
                let key = (view.subject.id.clone(), owner.party.id.clone());
                let (bounds, caption) = &rows[&key];
                let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
                assert!(
                    near(bounds.min, owner.cash_flow.min) && near(bounds.max, owner.cash_flow.max)
                );
                assert_eq!(*caption, owner.party.caption);
                singles += 1;
            }
        }
        assert_eq!(singles, rows.len());
    }
}
