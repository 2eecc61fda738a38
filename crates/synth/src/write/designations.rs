//! Designations of the sanctions list before they become rows: persons with aliases and names in
//! their own script, entities, ships.

use crate::address::{chambers, street};
use crate::naming::{coined, respelled, title_case};
use crate::person::{Person, Spelling};
use crate::rng::{Rng, Stream};
use crate::tables::{places, words};
use crate::world::{Party, World};
/// One name of a designation.
pub(crate) struct Name {
    pub(crate) parts: [String; 6],
    pub(crate) kind: &'static str,
    pub(crate) strength: &'static str,
    pub(crate) native: String,
}

impl Name {
    fn primary(parts: [String; 6]) -> Name {
        Name { parts, kind: "Primary Name", strength: "", native: String::new() }
    }

    fn alias(parts: [String; 6], strength: &'static str) -> Name {
        Name { parts, kind: "Alias", strength, native: String::new() }
    }
}

/// A designation before it is multiplied into rows.
pub(crate) struct Designation {
    pub(crate) party: String,
    pub(crate) schema: &'static str,
    pub(crate) names: Vec<Name>,
    /// Six lines, postcode, country.
    pub(crate) addresses: Vec<[String; 8]>,
    pub(crate) births: Vec<String>,
    pub(crate) kind: &'static str,
    pub(crate) script: (&'static str, &'static str),
    /// As the list writes countries; decides the likely regime.
    pub(crate) nation: &'static str,
    /// Cells by column that are the same on every row.
    pub(crate) fixed: Vec<(usize, String)>,
    /// Whom a free-text cell names as owner or parent, and the kind of that interest.
    pub(crate) holder: Option<(Party, &'static str)>,
}

/// The name in one piece, given names first.
pub(crate) fn full(name: &Name) -> String {
    name.parts.iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// Name 1 to Name 5, then Name 6: the surname in capitals.
fn parts(spelling: &Spelling, capitals: bool) -> [String; 6] {
    let mut out: [String; 6] = Default::default();
    out[0] = spelling.forename.clone();
    for (at, middle) in spelling.middle.split(' ').filter(|m| !m.is_empty()).take(4).enumerate() {
        out[at + 1] = middle.to_string();
    }
    out[5] = if capitals { spelling.surname.to_uppercase() } else { spelling.surname.clone() };
    out
}

pub(crate) fn individual(world: &World, p: u64, rng: &mut Rng) -> Designation {
    let person = world.person(p);
    let primary = person.canonical();
    let native = person.native().unwrap_or_default();
    let mut names = vec![Name { native, ..Name::primary(parts(&primary, true)) }];
    for _ in 0..rng.weighted(&[(0, 30), (1, 30), (2, 20), (3, 12), (5, 8)]) {
        let (spelling, kind) = if rng.chance(6_000) {
            (person.alias(rng), "Alias")
        } else {
            (person.spelled(rng, 60), "Primary Name Variation")
        };
        let parts = parts(&spelling, rng.chance(8_000));
        if names.iter().any(|n| n.parts == parts) {
            continue;
        }
        let strength = if kind == "Alias" {
            rng.one(&["Good quality", "Good quality", "Low quality", ""])
        } else {
            ""
        };
        names.push(Name { parts, kind, strength, native: String::new() });
    }
    let nation = places::NATIONS[person.nation].2;
    let mut addresses = Vec::new();
    for _ in 0..rng.weighted(&[(0, 62), (1, 30), (2, 8)]) {
        addresses.push(abroad(nation, rng));
    }
    let (kind, wanted) = ("Individual", rng.chance(5_000));
    let mut fixed = vec![
        (
            35,
            if person.nation == 22 || !rng.chance(700) {
                nation.to_string()
            } else {
                format!("(1) {nation} (2) Cyprus")
            },
        ),
        (40, if wanted { (rng.one(words::POSITIONS)).to_string() } else { String::new() }),
        (41, if person.female { "Female" } else { "Male" }.to_string()),
        (43, if rng.chance(6_000) { nation.to_string() } else { String::new() }),
        (42, if rng.chance(5_000) { title_case(&coined(rng)) } else { String::new() }),
    ];
    if rng.chance(2_500) {
        fixed.push((38, format!("{:09}", rng.below(1_000_000_000))));
        fixed.push((39, format!("{nation} number. Passport; expires &lsquo;2029&#39;")));
    }
    if rng.chance(2_000) {
        fixed.push((36, format!("{:012}", rng.below(1_000_000_000_000))));
        fixed.push((37, "Tax Identification Number".to_string()));
    }
    if rng.chance(400) {
        fixed.push((12, (rng.one(&["Dr", "General", "Colonel", "Sheikh"])).to_string()));
    }
    Designation {
        party: Party::Person(p).id(),
        schema: "Person",
        names,
        addresses,
        births: births(&person, rng),
        kind,
        script: (person.culture.script, person.culture.language),
        nation,
        fixed,
        holder: None,
    }
}

/// Birth dates as the list gives them: whole, without the day, or the year only.
fn births(person: &Person, rng: &mut Rng) -> Vec<String> {
    let (year, month, day) = person.born.ymd();
    let mut out = match rng.below(100) {
        0..70 => vec![format!("{day:02}/{month:02}/{year:04}")],
        70..80 => vec![format!("dd/mm/{year:04}")],
        80..86 => vec![format!("00/00/{year:04}")],
        86..90 => vec![format!("dd/{month:02}/{year:04}")],
        _ => vec![],
    };
    if !out.is_empty() && rng.chance(900) {
        out.push(format!("dd/mm/{:04}", year + 1));
    }
    out
}

fn abroad(country: &str, rng: &mut Rng) -> [String; 8] {
    let mut out: [String; 8] = Default::default();
    out[0] = format!("{} {}", 1 + rng.below(90), street(rng));
    if rng.chance(3_000) {
        out[1] = format!("Building {}", 1 + rng.below(9));
    }
    out[5] = title_case(&coined(rng));
    if rng.chance(5_000) {
        out[6] = format!("{}", 100_000 + rng.below(899_999));
    }
    out[7] = country.to_string();
    out
}

/// A name in one cell.
fn single(text: &str) -> [String; 6] {
    let mut parts: [String; 6] = Default::default();
    parts[5] = text.trim_end().to_string();
    parts
}

/// Name and country of an entity only the list knows.
fn elsewhere(world: &World, index: u64) -> (String, &'static str) {
    let mut rng = world.rng_at(Stream::Overseas, index, 9);
    let nation = rng.one(&[
        "Russia",
        "Belarus",
        "Iran",
        "Syria",
        "China",
        "United Arab Emirates",
        "Turkiye",
    ]);
    let form = rng.one(&["JSC", "OOO", "PJSC", "LLC", "CO., LTD.", "FZE", "TRADING COMPANY"]);
    (format!("{} {} {form}", coined(&mut rng), rng.one(words::ACTIVITIES)), nation)
}

/// Another entity only the list knows, for free-text links; `None` if there is no other.
fn relation(world: &World, not: Option<u64>, rng: &mut Rng) -> Option<(Party, String)> {
    let index = world.overseas + rng.below(world.off_list());
    (world.off_list() > 0 && Some(index) != not)
        .then(|| (Party::Overseas(index), elsewhere(world, index).0))
}

pub(crate) fn entity(world: &World, party: Party, rng: &mut Rng) -> Designation {
    let (name, nation, number, address) = match party {
        Party::Overseas(x) if x < world.overseas => {
            let country = world.country(x);
            let mut fixed = world.rng_at(Stream::Overseas, x, 5);
            let (street, seat) = chambers(country, &mut fixed);
            let mut lines: [String; 8] = Default::default();
            lines[0] = street.to_string();
            lines[5] = seat.to_string();
            lines[7] = title_case(country.hmlr);
            (world.overseas_name(x), "", world.foreign_number(x), lines)
        }
        Party::Company(c) => {
            let office = world.office(c);
            let mut lines: [String; 8] = Default::default();
            lines[0] = format!("{} {}", office.premises, office.line1);
            lines[5] = office.town.name.to_string();
            lines[6] = office.postcode;
            lines[7] = "United Kingdom".to_string();
            (world.company_name(c), "", world.number(c), lines)
        }
        Party::Overseas(x) | Party::Person(x) | Party::Body(x) => {
            let (name, nation) = elsewhere(world, x);
            let number = if nation == "Russia" {
                let (inn, ogrn) = (rng.below(8_999_999_999), rng.below(99_999_999_999));
                format!("(1) INN: {} (2) OGRN: {}", 1_000_000_000 + inn, 1_020_000_000_000 + ogrn)
            } else {
                String::new()
            };
            (name, nation, number, abroad(nation, rng))
        }
    };
    let mut names = vec![Name::primary(single(&name))];
    for _ in 0..rng.below(3) {
        let parts = single(&respelled(&name, rng).to_uppercase());
        if names.iter().all(|n| n.parts != parts) {
            names.push(Name::alias(parts, "Good quality"));
        }
    }
    if rng.chance(2_000) {
        let initials = name.split(' ').filter_map(|w| w.chars().find(char::is_ascii_alphanumeric));
        names.push(Name::alias(single(&initials.collect::<String>()), "Low quality"));
    }
    let own = match party {
        Party::Overseas(x) => Some(x),
        _ => None,
    };
    let parent = relation(world, own, rng).filter(|_| rng.chance(1_500));
    let kind = rng.one(&[
        "Limited Liability Company",
        "Public Joint Stock Company",
        "Defence",
        "Financial Services",
        "Private company",
        "",
    ]);
    let subsidiaries = if rng.chance(800) {
        format!("(1) {} (2) {}", coined(rng), coined(rng))
    } else {
        String::new()
    };
    let fixed = vec![
        (44, kind.to_string()),
        (45, subsidiaries),
        (46, parent.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()),
        (47, number),
        (31, if rng.chance(1_500) { "www.example.org".to_string() } else { String::new() }),
    ];
    Designation {
        party: party.id(),
        schema: "Company",
        names,
        addresses: vec![address],
        births: vec![],
        kind: "Entity",
        script: ("", ""),
        nation,
        fixed,
        holder: parent.map(|(party, _)| (party, "parent")),
    }
}

/// An IMO number with its check digit.
fn imo(rng: &mut Rng) -> u64 {
    let six = 910_000 + rng.below(89_999);
    let mut sum = 0;
    let mut left = six;
    for weight in 2..=7 {
        sum += left % 10 * weight;
        left /= 10;
    }
    six * 10 + sum % 10
}

pub(crate) fn ship(world: &World, index: u64) -> Designation {
    let mut own = world.rng(Stream::Ship, index);
    let tail = ["PROSPECT", "STAR", "SPIRIT", "GLORY", "PIONEER", "I", "VOYAGER"];
    let name = format!("{} {}", coined(&mut own), own.one(&tail));
    let mut names = vec![Name::primary(single(&name))];
    if own.chance(3_000) {
        names.push(Name::alias(single(&coined(&mut own)), ""));
    }
    let owner = relation(world, None, &mut own).filter(|_| own.chance(5_000));
    let previous = if own.chance(4_000) { own.one(words::FLAGS) } else { "" };
    let fixed = vec![
        (48, format!("IMO{}", imo(&mut own))),
        (49, owner.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()),
        (51, own.one(words::FLAGS).to_string()),
        (52, previous.to_string()),
        (53, own.one(words::SHIP_KINDS).to_string()),
        (54, (20_000 + own.below(140_000)).to_string()),
        (55, (150 + own.below(180)).to_string()),
        (56, (1998 + own.below(22)).to_string()),
    ];
    Designation {
        party: format!("V{index}"),
        schema: "Vessel",
        names,
        addresses: vec![],
        births: vec![],
        kind: "Ship",
        script: ("", ""),
        nation: "Russia",
        fixed,
        holder: owner.map(|(party, _)| (party, "vessel")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imo_numbers_check() {
        let mut rng = Rng::new(1, Stream::Ship, 0);
        for _ in 0..100 {
            let digits: Vec<u64> =
                imo(&mut rng).to_string().bytes().map(|b| u64::from(b - b'0')).collect();
            let sum: u64 = digits[..6].iter().zip([7, 6, 5, 4, 3, 2]).map(|(d, w)| d * w).sum();
            assert_eq!((digits.len(), sum % 10), (7, digits[6]));
        }
    }
}
