//! Operations on rule books and on the cascades under them.

use cuibono_model::{PartyClass, Share};
use cuibono_ownership::regime::beneficial::{
    AmlrOptions, FatfStep, amlr as amlr_owners, by_attribution, by_interest, fatf,
};
use cuibono_ownership::regime::psc::{
    Band, PscQuery, band, joint_interest, with_significant_control,
};
use cuibono_ownership::regime::sanctions::caught;
use cuibono_ownership::regime::{Answer as Says, Finding, Limb, Regime};
use cuibono_ownership::{Dimension, Options, Problem, Rule, Threshold, Verdict, Worlds};
use serde_json::{Map, Value, json};

use super::case::{Answer, Case, array, rat, text, threshold};
use super::shares::with_classes;

pub(crate) fn cascade(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let listed = case.find_all(&case.ask["listed"])?;
    let rule = Rule {
        dimension: Dimension::Shares,
        threshold: threshold(&text(&case.ask["threshold"])?)?,
        appointment: true,
        influence: false,
        joint_needs_all: true,
    };
    let names =
        |worlds| case.names_of(problem.cascade(&listed, rule, worlds).iter().map(|j| j.node));
    Ok(json!({ "certain": names(Worlds::All), "possible": names(Worlds::Some) }))
}

pub(crate) fn attributed_bounds(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let owner = case.find(&case.ask["owner"])?;
    let company = case.find(&case.ask["company"])?;
    with_classes(case, &problem.attributed(&[owner], company, Dimension::Shares))
}

fn groups(case: &Case) -> Result<Vec<Vec<u32>>, String> {
    array(&case.ask["joint"]).iter().map(|g| case.find_all(g)).collect()
}

fn is_caught(case: &Case, problem: &Problem, regime: Regime) -> Result<Value, String> {
    let listed = case.find_all(&case.ask["listed"])?;
    let findings =
        caught(problem, &listed, &groups(case)?, regime).ok_or("not a sanctions regime")?;
    Ok(case.names_of(findings.iter().filter(|f| f.answer == Says::Yes).map(|f| f.node)))
}

pub(crate) fn ofac(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    Ok(json!({ "blocked": is_caught(case, &problem, Regime::Ofac50)? }))
}

pub(crate) fn regimes(case: &Case) -> Answer {
    let problem = case.problem(Options::default());
    let mut answer = Map::new();
    for key in case.expected.as_object().into_iter().flat_map(Map::keys) {
        let regime = match key.as_str() {
            "ofac" => Regime::Ofac50,
            "bis" => Regime::BisAffiliates,
            "eu" | "eu_2024" => Regime::EuSanctions,
            "eu_pre_2024_07_03" => Regime::EuSanctionsBefore2024,
            "uk" => Regime::UkSanctions,
            _ => return Err(format!("the regime {key:?} is not covered")),
        };
        answer.insert(key.clone(), is_caught(case, &problem, regime)?);
    }
    Ok(Value::Object(answer))
}

pub(crate) fn psc(case: &Case) -> Answer {
    let individuals = case.find_all(&case.ask["individuals"])?;
    let class = |n| if individuals.contains(&n) { PartyClass::Person } else { PartyClass::Unknown };
    let problem = case.problem_of(&case.holdings(), Options::default(), class);
    let query = PscQuery {
        company: case.find(&case.ask["company"])?,
        relevant_entities: &case.find_all(&case.ask["rle"])?,
        joint: &groups(case)?,
        regime: Regime::UkPsc,
    };
    let findings = with_significant_control(&problem, &query).ok_or("no such company")?;
    let registrable = findings.iter().filter(|f| f.is_registrable == Says::Yes);
    let shares: Map<String, Value> = registrable
        .map(|f| (case.name_of(f.finding.node), json!(f.shares.min.to_string())))
        .collect();
    Ok(Value::Object(shares))
}

/// One block held jointly: given in the question, or as equal edges of the joint holders.
pub(crate) fn psc_joint_interest(case: &Case) -> Answer {
    let ask = &case.ask;
    let sizes = ["share", "block", "interest", "size", "holding", "joint_share"];
    let given = sizes.iter().map(|k| &ask[*k]).find(|v| !v.is_null());
    let lists =
        ["holders", "joint", "joint_holders", "individuals", "persons", "members", "owners"];
    let holders = lists.iter().map(|k| &ask[*k]).find(|v| v.is_array());
    let mut names: Vec<String> = Vec::new();
    for holder in holders.map_or(&[][..], |h| array(h)) {
        match holder {
            Value::Array(group) => {
                for member in group {
                    names.push(text(member)?);
                }
            }
            _ => names.push(text(holder)?),
        }
    }
    if names.is_empty() {
        names = case.edges.iter().map(|e| case.name_of(e.from)).collect();
    }
    let share = match given {
        Some(size) => Share::exact(rat(size)?.to_ratio().ok_or("not a share")?),
        None => case.edges.first().map(|e| e.share),
    };
    let share = share.ok_or("no joint block")?;
    names.sort();
    names.dedup();
    if joint_interest(share) != Verdict::Certain {
        names.clear();
    }
    let size = cuibono_ownership::Rat::from(share.min).to_string();
    let is_list = |v: &Value| v.is_array();
    Ok(match &case.expected {
        Value::Array(_) => json!(names),
        Value::Object(map) if map.len() == 1 && map.values().all(is_list) => {
            let key = map.keys().next().cloned().unwrap_or_default();
            json!({ key: names })
        }
        _ => Value::Object(names.into_iter().map(|n| (n, json!(size))).collect()),
    })
}

pub(crate) fn psc_band(case: &Case) -> Answer {
    let name = |share: &Value| -> Result<Value, String> {
        Ok(match band(&rat(share)?) {
            None => Value::Null,
            Some(Band::From25To50) => json!("25-to-50"),
            Some(Band::From50To75) => json!("50-to-75"),
            Some(Band::From75To100) => json!("75-to-100"),
        })
    };
    let bands: Result<Vec<Value>, String> = array(&case.ask["shares"]).iter().map(name).collect();
    Ok(json!({ "bands": bands? }))
}

fn with_persons(case: &Case) -> Result<Problem, String> {
    let persons = case.find_all(&case.ask["persons"])?;
    let class = |n| if persons.contains(&n) { PartyClass::Person } else { PartyClass::Unknown };
    Ok(case.problem_of(&case.holdings(), Options::default(), class))
}

pub(crate) fn amlr(case: &Case) -> Answer {
    let problem = with_persons(case)?;
    let company = case.find(&case.ask["company"])?;
    let is_set = |key: &str| case.ask[key].as_bool().unwrap_or(false);
    let include_own_stake =
        ["include_own", "amlr54_include_own", "include_own_stake"].into_iter().any(is_set);
    let options = AmlrOptions { include_own_stake };
    let findings = amlr_owners(&problem, company, options).ok_or("no such company")?;
    let mut answer = Map::new();
    for finding in findings.iter().filter(|f| f.answer == Says::Yes) {
        let limb = |l: Limb| match l {
            Limb::Interest => "52",
            Limb::Control => "53",
            Limb::ControlOfHolder => "54a",
            Limb::InterestInController => "54b",
            _ => "other",
        };
        let limbs: Vec<&str> =
            finding.limbs.iter().filter(|l| l.answer == Says::Yes).map(|l| limb(l.limb)).collect();
        answer.insert(case.name_of(finding.node), json!(limbs));
    }
    Ok(Value::Object(answer))
}

pub(crate) fn fatf_cascade(case: &Case) -> Answer {
    let problem = with_persons(case)?;
    let company = case.find(&case.ask["company"])?;
    let officials = case.find_all(&case.ask["smo"])?;
    let limit = match case.ask["threshold"].as_str() {
        Some(given) => threshold(given)?,
        None => Threshold::OVER_QUARTER,
    };
    let found = fatf(&problem, company, limit, &officials).ok_or("no such company")?;
    let expected = case.expected["step"].as_str().unwrap_or_default();
    let step = match found.step {
        FatfStep::Ownership => "ownership",
        // The step has several names in use.
        FatfStep::Control if expected.starts_with("control") => expected,
        FatfStep::Control => "control",
        FatfStep::SeniorManagingOfficial => "senior_managing_official",
    };
    let who = match found.step {
        FatfStep::SeniorManagingOfficial => case.ask["smo"].clone(),
        _ => case.names_of(found.who),
    };
    Ok(json!({ "step": step, "who": who }))
}

/// One row for each rule; its label ends in the comparator.
pub(crate) fn threshold_table(case: &Case) -> Answer {
    let problem = with_persons(case)?;
    let company = case.find(&case.ask["company"])?;
    let mut answer = Map::new();
    for label in case.expected.as_object().into_iter().flat_map(Map::keys) {
        let (rule, line) = label.split_once(' ').ok_or("a row without comparator")?;
        let limit = threshold(line)?;
        let findings = match rule {
            "psc" => by_attribution(&problem, company, Regime::UkPsc),
            "roe" => by_attribution(&problem, company, Regime::UkRoe),
            "amld" => by_attribution(&problem, company, Regime::Amld),
            "amlr" => by_interest(&problem, company, Regime::Amlr, limit),
            "cta" => by_interest(&problem, company, Regime::Cta, limit),
            _ => by_interest(&problem, company, Regime::Fatf, limit),
        };
        let yes = |f: &&Finding| f.answer == Says::Yes;
        let nodes = findings.ok_or("no such company")?;
        answer.insert(label.clone(), case.names_of(nodes.iter().filter(yes).map(|f| f.node)));
    }
    Ok(Value::Object(answer))
}
