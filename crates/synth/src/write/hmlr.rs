//! Land Registry's CCOD and OCOD: one row a title, every cell quoted, CRLF, a row count at the end.

use std::path::Path;

use super::truth::{Held, Part, Truth};
use super::{Archive, TELL_EVERY, Tell, day_first, push_number, quoted};
use crate::SynthError;
use crate::address::{chambers, postcode, street};
use crate::naming::{Category, respelled};
use crate::register::ALL;
use crate::rng::{Rng, Stream};
use crate::tables::codes::Capacity;
use crate::titles::{Book, Title, Titles};
use crate::world::{Party, World};

/// File stem of a book in October 2026.
pub(crate) fn stem(book: Book) -> &'static str {
    match book {
        Book::Ccod => "CCOD_FULL_2026_10",
        Book::Ocod => "OCOD_FULL_2026_10",
    }
}

/// The header cells: 35 for CCOD, 39 for OCOD.
pub(crate) fn header(book: Book) -> Vec<String> {
    let mut cells: Vec<String> = [
        "Title Number",
        "Tenure",
        "Property Address",
        "District",
        "County",
        "Region",
        "Postcode",
        "Multiple Address Indicator",
        "Price Paid",
    ]
    .map(String::from)
    .to_vec();
    for n in 1..=4 {
        cells.push(format!("Proprietor Name ({n})"));
        cells.push(format!("Company Registration No. ({n})"));
        cells.push(format!("Proprietorship Category ({n})"));
        if book == Book::Ocod {
            cells.push(format!("Country Incorporated ({n})"));
        }
        for address in 1..=3 {
            cells.push(format!("Proprietor ({n}) Address ({address})"));
        }
    }
    cells.push("Date Proprietor Added".to_string());
    cells.push("Additional Proprietor Indicator".to_string());
    cells
}

/// Writes one book; how many rows it has.
pub(crate) fn write(
    world: &World,
    titles: &Titles,
    out: &Path,
    truth: &Path,
    tell: &Tell,
) -> Result<(u64, Part), SynthError> {
    let book = titles.book;
    let (name, source, stage) = match book {
        Book::Ccod => (stem(book), "gb_hmlr_ccod", "titles of UK companies"),
        Book::Ocod => (stem(book), "gb_hmlr_ocod", "titles of overseas companies"),
    };
    let mut archive = Archive::create(out.join(format!("{name}.zip")), &format!("{name}.csv"))?;
    let mut truth = Truth::create(truth, source)?;
    let mut line = String::with_capacity(1024);
    for (at, cell) in header(book).iter().enumerate() {
        quoted(&mut line, at == 0, cell);
    }
    line.push_str("\r\n");
    archive.put(&line)?;
    let mut rows = 0;
    for place in 0..titles.len() {
        let title = titles.at(world, place);
        line.clear();
        row(world, book, &title, 0, &mut line, Some(&mut truth))?;
        rows += 1;
        if title.key % 2_000 == 7 {
            // The publisher repeats a title now and then.
            row(world, book, &title, 1, &mut line, None)?;
            rows += 1;
        }
        archive.put(&line)?;
        if place % TELL_EVERY == 0 {
            tell(stage, place, titles.len());
        }
    }
    line.clear();
    if book == Book::Ocod {
        line.push_str("Row Count: ");
        push_number(&mut line, rows, 1);
    } else {
        quoted(&mut line, true, "Row Count:");
        quoted(&mut line, false, &rows.to_string());
    }
    line.push_str("\r\n");
    archive.put(&line)?;
    archive.finish()?;
    tell(stage, titles.len(), titles.len());
    Ok((rows, truth.finish()?))
}

fn row(
    world: &World,
    book: Book,
    title: &Title,
    copy: u64,
    line: &mut String,
    mut truth: Option<&mut Truth>,
) -> Result<(), SynthError> {
    let mut rng = world.rng_at(Stream::Record, title.key, 40 + book as u64 + 10 * copy);
    let town = title.town;
    let code = postcode(town.area, &mut rng);
    let road = street(&mut rng);
    let house = 1 + rng.below(180);
    let (address, has_code) = match rng.below(100) {
        0..62 => (format!("{house} {road}, {} ({code})", town.name), true),
        62..72 => {
            (format!("Flat {}, {house} {road}, {} ({code})", 1 + rng.below(40), town.name), true)
        }
        72..80 => (
            format!(
                "Land on the {} side of {road}, {}",
                rng.one(&["north", "south", "east", "west", "north-west"]),
                town.name
            ),
            false,
        ),
        80..86 => (format!("Land and buildings at {house} {road}, {} ({code})", town.name), true),
        86..90 => (
            format!(
                "Flats {house}-{}, {road}, {} ({code}) (odd numbers only)",
                house + 10,
                town.name
            ),
            true,
        ),
        90..93 => (format!("{house} {road} and garage, {} ({code})", town.name), true),
        93..95 => (format!("Parking space {house}, {road}, {}", town.name), false),
        95..97 => (format!("Airspace above {house} {road}, {} ({code})", town.name), true),
        _ => (format!("Unit {house}, {road} Business Park, {} ({code})", town.name), true),
    };
    let address = if rng.chance(1) { address.replacen(' ', "\0 ", 1) } else { address };
    quoted(line, true, &title.number);
    quoted(
        line,
        false,
        if rng.chance(if book == Book::Ocod { 5_600 } else { 4_300 }) {
            "Leasehold"
        } else {
            "Freehold"
        },
    );
    quoted(line, false, &address);
    quoted(line, false, town.district);
    quoted(line, false, &town.county.to_uppercase());
    quoted(line, false, town.region);
    quoted(line, false, if has_code && !rng.chance(300) { &code } else { "" });
    quoted(line, false, if rng.chance(500) { "Y" } else { "N" });
    quoted(line, false, &price(world, title, &mut rng));
    let additional = rng.chance(150);
    let shown = title.proprietors.len().min(4);
    for slot in 0..4 {
        match title.proprietors.get(slot) {
            Some(party) => {
                let name = proprietor(world, book, *party, title, slot as u64, copy, line);
                if let Some(truth) = truth.as_deref_mut() {
                    let record = format!("{}#{}", title.number, slot + 1);
                    truth.entity(
                        &known_as(world, *party).id(),
                        schema(*party),
                        &record,
                        "proprietor",
                        &name,
                    )?;
                }
            }
            None => {
                let empty = if book == Book::Ocod { 7 } else { 6 };
                for _ in 0..empty {
                    quoted(line, false, "");
                }
            }
        }
    }
    line.push_str(",\"");
    if !rng.chance(200) {
        day_first(line, title.since, '-');
    }
    line.push('"');
    quoted(line, false, if additional { "Y" } else { "N" });
    line.push_str("\r\n");
    if let Some(truth) = truth {
        let asset = format!("T:{}", title.number);
        let parts = (shown + usize::from(additional)) as u32;
        let (kind, share) = if parts == 1 { ("title", ALL) } else { ("title-joint", (1, parts)) };
        let mut held = Held {
            owner: Party::Person(0),
            asset: &asset,
            kind,
            share: Some(share),
            start: title.since,
            end: None,
            capacity: Capacity::Own,
            published: "named",
            record: &title.number,
        };
        for party in &title.proprietors {
            held.owner = known_as(world, *party);
            truth.held(&held)?;
        }
        if additional {
            held.owner = Party::Person(world.serial_person(&mut rng));
            held.published = "no";
            truth.held(&held)?;
        }
    }
    Ok(())
}

/// A re-registered company is one party under both numbers.
fn known_as(world: &World, party: Party) -> Party {
    match party {
        Party::Company(c) => Party::Company(world.canonical(c)),
        other => other,
    }
}

fn schema(party: Party) -> &'static str {
    match party {
        Party::Person(_) => "Person",
        Party::Body(_) => "PublicBody",
        Party::Company(_) | Party::Overseas(_) => "Company",
    }
}

fn price(world: &World, title: &Title, rng: &mut Rng) -> String {
    if title.portfolio {
        // One price for all of the owner's portfolio, repeated on every title.
        let owner = match title.proprietors[0] {
            Party::Company(i) | Party::Overseas(i) | Party::Body(i) | Party::Person(i) => i,
        };
        let mut shared = world.rng_at(Stream::Title, owner, 77);
        return (1_000_000 + 5_000 * shared.below(20_000)).to_string();
    }
    if !rng.chance(2_900) {
        return String::new();
    }
    match rng.below(100) {
        0..70 => (60_000 + 500 * rng.below(1_800)).to_string(),
        70..95 => (900_000 + 5_000 * rng.below(3_000)).to_string(),
        95..98 => (16_000_000 + 100_000 * rng.below(2_000)).to_string(),
        98 => "1".to_string(),
        _ => (137_250 + rng.below(99_999)).to_string(),
    }
}

/// The six or seven cells of one proprietor; the name as written.
fn proprietor(
    world: &World,
    book: Book,
    party: Party,
    title: &Title,
    slot: u64,
    copy: u64,
    line: &mut String,
) -> String {
    let mut rng =
        world.rng_at(Stream::Record, title.key, 100 + slot + 10 * copy + 50 * (book as u64));
    match party {
        Party::Overseas(x) => {
            let country = world.country(x);
            let name = upper(&respelled(&world.overseas_name(x), &mut rng))
                .replace("SAINT ", rng.one(&["SAINT ", "ST "]));
            let mut number = overseas_number(world, x, &mut rng);
            let mut place = country.hmlr.to_string();
            if rng.chance(250) {
                place = country.coh.to_string();
            } else if !country.odd.is_empty() && rng.chance(350) {
                let odd: Vec<&str> = country.odd.split('|').collect();
                place = (rng.one(&odd)).to_string();
            } else if rng.chance(12) {
                // A number in the country's column.
                place = std::mem::take(&mut number);
                if place.is_empty() {
                    place = world.foreign_number(x);
                }
            } else if rng.chance(8) {
                place = rng
                    .one(&[
                        "THE EUROPEAN UNION",
                        "PART VII OF THE CHARITIES ACT 1993",
                        "UNITED KINGDOM",
                        "",
                    ])
                    .to_string();
            }
            let category = if matches!(country.code, "li" | "pa") && rng.chance(4_000) {
                "Corporate Body"
            } else {
                rng.weighted(&[
                    ("Limited Company or Public Limited Company", 950),
                    ("Corporate Body", 30),
                    ("Unlimited Company", 6),
                    ("Limited Liability Partnership", 14),
                ])
            };
            quoted(line, false, &name);
            quoted(line, false, &number);
            quoted(line, false, category);
            quoted(line, false, &place);
            let mut fixed = world.rng_at(Stream::Overseas, x, 5);
            let (street, seat) = chambers(country, &mut fixed);
            let home = format!("{street}, {seat}, {}", crate::naming::title_case(country.hmlr));
            service(world, &home, &mut rng, line);
            name
        }
        Party::Company(c) => {
            let name = upper(&company_name(world, c, &mut rng));
            let category = world.category(c);
            quoted(line, false, &name);
            quoted(line, false, &company_number(world, c, &mut rng));
            let label = if rng.chance(40) {
                Category::Charity.proprietorship()
            } else {
                category.proprietorship()
            };
            quoted(line, false, label);
            if book == Book::Ocod {
                quoted(line, false, "UNITED KINGDOM");
            }
            let home = world.office(c).line();
            service(world, &home, &mut rng, line);
            name
        }
        Party::Body(b) => {
            let name = upper(&respelled(&world.body_name(b), &mut rng));
            quoted(line, false, &name);
            quoted(line, false, "");
            quoted(line, false, body_category(&name, &mut rng));
            if book == Book::Ocod {
                quoted(line, false, "");
            }
            let mut fixed = world.rng_at(Stream::Body, b, 3);
            let home = format!("Town Hall, {}", street(&mut fixed));
            service(world, &home, &mut rng, line);
            name
        }
        Party::Person(p) => {
            let name = upper(&world.person(p).spelled(&mut rng, 12).full(false));
            quoted(line, false, &name);
            quoted(line, false, "");
            quoted(line, false, "Limited Company or Public Limited Company");
            if book == Book::Ocod {
                quoted(line, false, "UNITED KINGDOM");
            }
            let home = world.service_address(p, 0).line();
            service(world, &home, &mut rng, line);
            name
        }
    }
}

/// Land Registry prints most names in capitals; a few stay as filed.
fn upper(name: &str) -> String {
    name.trim_end().to_uppercase()
}

fn company_name(world: &World, c: u64, rng: &mut Rng) -> String {
    // Renamed companies often stay under the name they had when they bought.
    if rng.chance(4_000) {
        let former = world.former_names(world.canonical(c));
        if !former.is_empty() {
            return rng.pick(&former).1.clone();
        }
    }
    respelled(&world.company_name(c), rng)
}

fn body_category(name: &str, rng: &mut Rng) -> &'static str {
    if name.contains("COUNTY COUNCIL") {
        "County Council"
    } else if name.contains("COUNCIL") || name.contains("BURGESSES") {
        "Local Authority"
    } else if name.contains("CO-OPERATIVE") {
        rng.one(&[
            "Co-operative Society (Corporate Body)",
            "Co-operative Society (Company)",
            "Housing Association Co-operative Society (Company)",
            "Industrial and Provident Society (Corporate Body)",
        ])
    } else if name.contains("HOUSING") || name.contains("HOMES") {
        rng.one(&[
            "Housing Association/Society (Corporate Body)",
            "Housing Association/Society (Company)",
            "Housing Association Registered Society (Corporate Body)",
            "Housing Association Registered Society (Company)",
            "Housing Association Community Benefit Society (Corporate Body)",
            "Housing Association Co-operative Society (Corporate Body)",
            "Community Benefit Society (Corporate Body)",
            "Community Benefit Society (Company)",
            "Registered Society (Company)",
        ])
    } else {
        "Corporate Body"
    }
}

fn service(world: &World, home: &str, rng: &mut Rng, line: &mut String) {
    quoted(line, false, home);
    for chance in [3_500, 800] {
        if rng.chance(chance) {
            let agent = rng.below(world.agents);
            quoted(line, false, &world.agent(agent).line());
        } else {
            quoted(line, false, "");
        }
    }
}

fn overseas_number(world: &World, x: u64, rng: &mut Rng) -> String {
    let entity = world.entity_number(x).filter(|_| rng.chance(2_200));
    if let Some(number) = entity {
        return number;
    }
    if let Some(number) = world.establishment_number(x).filter(|_| rng.chance(7_000)) {
        return number;
    }
    match rng.below(100) {
        0..42 => String::new(),
        42..98 => world.foreign_number(x),
        98 => "N/A".to_string(),
        _ => format!("REGISTERED NUMBER {}", world.foreign_number(x)),
    }
}

/// A UK company number as Land Registry has it.
pub(crate) fn company_number(world: &World, c: u64, rng: &mut Rng) -> String {
    let mut number = world.number(c);
    if let Some(old) = world.predecessor(c).filter(|_| rng.chance(5_000)) {
        number = world.number(old);
    } else if let Some(old) = world.society_number(c).filter(|_| rng.chance(5_000)) {
        number = old;
    }
    match rng.below(1000) {
        0..800 => number,
        800..870 => number.trim_start_matches('0').to_string(),
        870..910 => String::new(),
        910..930 if !number.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{} {}", &number[..2], &number[2..])
        }
        930..945 => number.to_lowercase(),
        945..955 => format!("{number}."),
        955..960 => "N/A".to_string(),
        960..968 => format!("REGISTERED NUMBER {number}"),
        968..974 => {
            let other = world.number(rng.below(world.live));
            format!("{number} {} {other}", rng.one(&["/", "AND"]))
        }
        _ => number,
    }
}
