//! BasicCompanyDataAsOneFile: live companies, registered overseas entities and overseas companies
//! with a UK establishment. Dissolved companies are not in it.

use std::path::Path;

use cuibono_model::Day;

use super::truth::{Part, Truth};
use super::{Archive, TELL_EVERY, Tell, quoted, slashed};
use crate::SynthError;
use crate::address::chambers;
use crate::rng::{Permutation, Rng, Stream};
use crate::tables::words;
use crate::world::{Party, SNAPSHOT, World};

/// File stem of the first of October 2026.
pub(crate) const STEM: &str = "BasicCompanyDataAsOneFile-2026-10-01";

/// The header, unquoted, with the publisher's leading blanks in some names.
pub(crate) fn header() -> String {
    let mut out = String::from(
        "CompanyName, CompanyNumber,RegAddress.CareOf,RegAddress.POBox,RegAddress.AddressLine1, RegAddress.AddressLine2,RegAddress.PostTown,RegAddress.County,RegAddress.Country,RegAddress.PostCode,CompanyCategory,CompanyStatus,CountryOfOrigin,DissolutionDate,IncorporationDate,Accounts.AccountRefDay,Accounts.AccountRefMonth,Accounts.NextDueDate,Accounts.LastMadeUpDate,Accounts.AccountCategory,Returns.NextDueDate,Returns.LastMadeUpDate,Mortgages.NumMortCharges,Mortgages.NumMortOutstanding,Mortgages.NumMortPartSatisfied,Mortgages.NumMortSatisfied,SICCode.SicText_1,SICCode.SicText_2,SICCode.SicText_3,SICCode.SicText_4,LimitedPartnerships.NumGenPartners,LimitedPartnerships.NumLimPartners,URI",
    );
    for n in 1..=10 {
        // The publisher has a blank before the second date's name and none before the others'.
        let blank = if n == 2 { " " } else { "" };
        out.push_str(&format!(",{blank}PreviousName_{n}.CONDATE, PreviousName_{n}.CompanyName"));
    }
    out.push_str(",ConfStmtNextDueDate, ConfStmtLastMadeUpDate\r\n");
    out
}

/// Writes the file; how many rows it has.
pub(crate) fn write(
    world: &World,
    out: &Path,
    truth: &Path,
    tell: &Tell,
) -> Result<(u64, Part), SynthError> {
    let establishments: Vec<u64> =
        (0..world.overseas).filter(|x| world.establishment_number(*x).is_some()).collect();
    let total = world.live + world.entities + establishments.len() as u64;
    let order = Permutation::new(world.seed, 90, total);
    let mut archive = Archive::create(out.join(format!("{STEM}.zip")), &format!("{STEM}.csv"))?;
    let mut truth = Truth::create(truth, "gb_coh_companies")?;
    archive.put(&header())?;
    let mut line = String::with_capacity(1024);
    for place in 0..total {
        line.clear();
        let at = order.apply(place);
        if at < world.live {
            company(world, at, &mut line, &mut truth)?;
        } else if at < world.live + world.entities {
            abroad(world, at - world.live, false, &mut line, &mut truth)?;
        } else {
            let x = establishments[(at - world.live - world.entities) as usize];
            abroad(world, x, true, &mut line, &mut truth)?;
        }
        archive.put(&line)?;
        if place % TELL_EVERY == 0 {
            tell("companies", place, total);
        }
    }
    archive.finish()?;
    tell("companies", total, total);
    Ok((total, truth.finish()?))
}

/// UTF-8 read as Windows-1252 and written as UTF-8 again.
fn mojibake(name: &str) -> String {
    name.replace('É', "Ã\u{2030}")
}

fn status(rng: &mut Rng) -> &'static str {
    rng.weighted(&[
        ("Active", 9_300),
        ("Active - Proposal to Strike off", 480),
        ("Liquidation", 180),
        ("In Administration", 10),
        ("Voluntary Arrangement", 6),
        ("Live but Receiver Manager on at least one charge", 6),
        ("RECEIVERSHIP", 2),
        ("In Administration/Administrative Receiver", 1),
        ("ADMINISTRATIVE RECEIVER", 1),
    ])
}

fn company(
    world: &World,
    company: u64,
    line: &mut String,
    truth: &mut Truth,
) -> Result<(), SynthError> {
    let mut rng = world.rng(Stream::CompanyDates, company);
    let name = world.company_name(company);
    let number = world.number(company);
    let category = world.category(company);
    let office = world.office(company);
    let born = world.incorporated(company);
    let mut first = true;
    let mut cell = |text: &str| {
        quoted(line, first, text);
        first = false;
    };
    // Some names went through the wrong encoding on the publisher's side.
    let printed = if rng.chance(500) { mojibake(&name) } else { name.clone() };
    cell(&printed);
    cell(&number);
    cell(&office.care_of.as_deref().filter(|_| rng.chance(3_000)).unwrap_or("").to_uppercase());
    cell(if rng.chance(20) { "118" } else { "" });
    cell(&format!("{} {}", office.premises, office.line1).to_uppercase());
    cell(&office.line2.to_uppercase());
    cell(&office.town.name.to_uppercase());
    cell(&if rng.chance(4_000) { office.town.county.to_uppercase() } else { String::new() });
    let country = match rng.below(100) {
        0..46 => office.town.nation.to_uppercase(),
        46..84 => "UNITED KINGDOM".to_string(),
        84..86 => "GREAT BRITAIN".to_string(),
        86 => "NOT SPECIFIED".to_string(),
        _ => String::new(),
    };
    cell(&country);
    cell(if rng.chance(60) { "" } else { &office.postcode });
    cell(category.label());
    cell(status(&mut rng));
    cell("United Kingdom");
    cell("");
    cell(&slashed(born));
    let (year, month, day) = born.ymd();
    let reference_month = if rng.chance(3_000) { rng.range(1, 12) as u8 } else { month };
    let reference_day = cuibono_model::date::days_in_month(2025, reference_month);
    cell(&reference_day.to_string());
    cell(&reference_month.to_string());
    let young = SNAPSHOT.0 - born.0 < 640;
    let last = Day::from_ymd(2025, reference_month, reference_day).unwrap_or(SNAPSHOT);
    cell(&slashed(Day(last.0 + if young { 820 } else { 638 })));
    cell(&if young { String::new() } else { slashed(last) });
    cell(if young {
        "NO ACCOUNTS FILED"
    } else {
        rng.weighted(&[
            ("MICRO ENTITY", 40),
            ("TOTAL EXEMPTION FULL", 28),
            ("DORMANT", 14),
            ("UNAUDITED ABRIDGED", 6),
            ("FULL", 4),
            ("SMALL", 4),
            ("GROUP", 2),
            ("AUDIT EXEMPTION SUBSIDIARY", 1),
            ("TOTAL EXEMPTION SMALL", 1),
        ])
    });
    let old = year < 2015;
    cell(&if old { format!("{day:02}/{month:02}/2016") } else { String::new() });
    cell(&if old && !(month == 2 && day == 29) {
        format!("{day:02}/{month:02}/2015")
    } else {
        String::new()
    });
    let charges = if rng.chance(1_100) { 1 + rng.below(6) } else { 0 };
    let outstanding = rng.below(charges + 1);
    cell(&charges.to_string());
    cell(&outstanding.to_string());
    cell("0");
    cell(&(charges - outstanding).to_string());
    let activities = rng.weighted(&[(0, 3), (1, 70), (2, 18), (3, 6), (4, 3)]);
    for n in 0..4 {
        let text = if n < activities {
            rng.one(words::SIC)
        } else if n == 0 {
            "None Supplied"
        } else {
            ""
        };
        cell(text);
    }
    let partnership = category.label() == "Limited Partnership";
    cell(&if partnership { 1 + rng.below(3) } else { 0 }.to_string());
    cell(&if partnership { 1 + rng.below(40) } else { 0 }.to_string());
    cell(&format!("http://business.data.gov.uk/id/company/{number}"));
    let former = world.former_names(company);
    for n in 0..10 {
        let (until, old) =
            former.get(n).map_or((String::new(), ""), |(d, n)| (slashed(*d), n.as_str()));
        cell(&until);
        cell(old);
    }
    let confirmation = (2026, month, day.min(28));
    let made = Day::from_ymd(confirmation.0, confirmation.1, confirmation.2).unwrap_or(SNAPSHOT);
    let made = if made >= SNAPSHOT { Day(made.0 - 365) } else { made };
    cell(&slashed(Day(made.0 + 365 + 14)));
    cell(&if young && made < born { String::new() } else { slashed(made) });
    line.push_str("\r\n");
    let id = Party::Company(company).id();
    truth.entity(&id, "Company", &number, "subject", &name)?;
    for (_, old) in &former {
        truth.entity(&id, "Company", &number, "former-name", old)?;
    }
    Ok(())
}

/// An overseas entity (`OE…`) or the overseas company behind a UK establishment (`FC…`).
fn abroad(
    world: &World,
    x: u64,
    establishment: bool,
    line: &mut String,
    truth: &mut Truth,
) -> Result<(), SynthError> {
    let mut rng = world.rng_at(Stream::CompanyDates, x, if establishment { 3 } else { 2 });
    let country = world.country(x);
    let name = world.overseas_name(x);
    let number = if establishment { world.establishment_number(x) } else { world.entity_number(x) };
    let number = number.unwrap_or_default();
    let since = if establishment {
        Day(SNAPSHOT.0 - 400 - rng.below(9_000) as i32)
    } else {
        world.overseas_register(x).notices.first().map_or(SNAPSHOT, |n| n.start)
    };
    let (street, seat) = chambers(country, &mut rng);
    let (town, region) = seat.split_once(", ").unwrap_or((seat, ""));
    let mut first = true;
    let mut cell = |text: &str| {
        quoted(line, first, text);
        first = false;
    };
    cell(&name);
    cell(&number);
    cell("");
    cell("");
    cell(&street.to_uppercase());
    cell("");
    cell(&town.to_uppercase());
    cell(&region.to_uppercase());
    cell(country.coh);
    cell("");
    cell(if establishment { "Other company type" } else { "Overseas Entity" });
    cell(if establishment {
        "Active"
    } else if rng.chance(300) {
        "Removed"
    } else {
        "Registered"
    });
    cell(country.coh);
    cell("");
    cell(&slashed(since));
    for _ in 0..4 {
        cell("");
    }
    cell(if establishment { "FULL" } else { "ACCOUNTS TYPE NOT AVAILABLE" });
    cell("");
    cell("");
    for _ in 0..4 {
        cell("0");
    }
    cell("None Supplied");
    for _ in 0..3 {
        cell("");
    }
    cell("0");
    cell("0");
    cell(&format!("http://business.data.gov.uk/id/company/{number}"));
    for _ in 0..20 {
        cell("");
    }
    let next = if establishment {
        String::new()
    } else {
        slashed(Day(SNAPSHOT.0 + 14 + rng.below(365) as i32))
    };
    cell(&next);
    cell("");
    line.push_str("\r\n");
    truth.entity(&Party::Overseas(x).id(), "Company", &number, "subject", &name)
}
