//! The UK Sanctions List: 58 columns, the report date on a line of its own, and one row for every
//! combination of a designation's names, addresses and birth dates.

use std::path::Path;

use cuibono_model::Day;

use super::truth::{Part, SANCTIONED, Truth};
use super::{Fresh, Tell, bare, iso_string, slashed};
use crate::SynthError;
use crate::address::{chambers, street};
use crate::naming::{coined, respelled, title_case};
use crate::person::{Person, Spelling};
use crate::rng::{Rng, Stream};
use crate::tables::{places, words};
use crate::world::{BLOCK, Party, SNAPSHOT, World};

/// The header line.
pub(crate) const HEADER: &str = "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)";

/// Columns of a row.
const COLUMNS: usize = 58;

/// One name of a designation.
struct Name {
    parts: [String; 6],
    kind: &'static str,
    strength: &'static str,
    native: String,
}

/// A designation before it is multiplied into rows.
struct Designation {
    party: String,
    schema: &'static str,
    names: Vec<Name>,
    /// Six lines, postcode, country.
    addresses: Vec<[String; 8]>,
    births: Vec<String>,
    kind: &'static str,
    script: (&'static str, &'static str),
    /// As the list writes countries; decides the likely regime.
    nation: &'static str,
    /// Cells by column that are the same on every row.
    fixed: Vec<(usize, String)>,
}

/// Writes the list and `sanctioned.csv`; designations and rows.
pub(crate) fn write(
    world: &World,
    out: &Path,
    truth_folder: &Path,
    tell: &Tell,
) -> Result<(u64, u64, Part), SynthError> {
    let mut file = Fresh::create(out.join("UK-Sanctions-List.csv"))?;
    let mut truth = Truth::create(truth_folder, "gb_fcdo_sanctions")?;
    let mut sanctioned = Fresh::create(truth_folder.join("sanctioned.csv"))?;
    sanctioned.put(SANCTIONED)?;
    file.put("Report Date: 01-Oct-2026\r\n")?;
    file.put(HEADER)?;
    file.put("\r\n")?;
    let parties = parties(world);
    let total = parties.len() as u64 + world.ships;
    let (mut rows, mut line) = (0, String::with_capacity(1024));
    for at in 0..total {
        let mut rng = world.rng(Stream::Sanction, at);
        let designation = match parties.get(at as usize) {
            Some(Party::Person(p)) => individual(world, *p, &mut rng),
            Some(party) => entity(world, *party, &mut rng),
            None => ship(world, at - parties.len() as u64, &mut rng),
        };
        let regime = regime(designation.nation, &mut rng);
        let id = format!("{}{:04}", regime.0, at + 1);
        let designated = Day(SNAPSHOT.0 - 30 - rng.below(4_300) as i32);
        let updated = Day(designated.0 + rng.below((SNAPSHOT.0 - designated.0) as u64) as i32);
        line.clear();
        rows += emit(&designation, &id, regime.1, at, (designated, updated), &mut rng, &mut line);
        file.put(&line)?;
        let primary = full(&designation.names[0]);
        for name in &designation.names {
            let role = if name.kind == "Primary Name" { "designated" } else { "alias" };
            truth.entity(&designation.party, designation.schema, &id, role, &full(name))?;
            if !name.native.is_empty() {
                truth.entity(
                    &designation.party,
                    designation.schema,
                    &id,
                    "native-name",
                    &name.native,
                )?;
            }
        }
        line.clear();
        for (n, cell) in
            [&designation.party, designation.schema, &id, &primary, &iso_string(designated)]
                .into_iter()
                .enumerate()
        {
            bare(&mut line, n == 0, cell);
        }
        line.push('\n');
        sanctioned.put(&line)?;
    }
    file.finish()?;
    sanctioned.finish()?;
    tell("sanctions list", total, total);
    Ok((total, rows, truth.finish()?))
}

/// Everybody on the list except ships, in the order of their ids.
fn parties(world: &World) -> Vec<Party> {
    let mut out: Vec<Party> = (0..world.listed).map(Party::Person).collect();
    out.extend((0..world.overseas).map(Party::Overseas).filter(|p| world.is_listed(*p)));
    out.extend(
        (0..world.live.div_ceil(BLOCK))
            .map(|b| Party::Company(b * BLOCK + 650))
            .filter(|p| matches!(p, Party::Company(c) if *c < world.live) && world.is_listed(*p)),
    );
    let known = out.len() as u64 - world.listed;
    out.extend(
        (0..world.listed_abroad.saturating_sub(known)).map(|n| Party::Overseas(world.overseas + n)),
    );
    out
}

/// Prefix and name of a regime, likely for somebody of the nation.
fn regime(nation: &str, rng: &mut Rng) -> (&'static str, &'static str) {
    let own = match nation {
        "Russia" | "Ukraine" => "RUS",
        "Belarus" => "BEL",
        "Syria" => "SYR",
        "Saudi Arabia" | "Pakistan" => "AQD",
        "Iran" => "IRN",
        "Democratic People's Republic of Korea" => "DPR",
        _ => "",
    };
    let likely = words::REGIMES.iter().find(|(prefix, ..)| *prefix == own);
    if let Some((prefix, name, _)) = likely.filter(|_| rng.chance(9_000)) {
        return (prefix, name);
    }
    let mut left = rng.below(words::REGIMES.iter().map(|(.., w)| u64::from(*w)).sum());
    for (prefix, name, weight) in words::REGIMES {
        if left < u64::from(*weight) {
            return (prefix, name);
        }
        left -= u64::from(*weight);
    }
    (words::REGIMES[0].0, words::REGIMES[0].1)
}

fn full(name: &Name) -> String {
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

fn individual(world: &World, p: u64, rng: &mut Rng) -> Designation {
    let person = world.person(p);
    let primary = person.canonical();
    let native = person.native().unwrap_or_default();
    let mut names = vec![Name {
        parts: parts(&primary, true),
        kind: "Primary Name",
        strength: "",
        native: native.clone(),
    }];
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

fn entity(world: &World, party: Party, rng: &mut Rng) -> Designation {
    let mut nation = "";
    let (name, country, number, address) = match party {
        Party::Overseas(x) if x < world.overseas => {
            let country = world.country(x);
            let mut fixed = world.rng_at(Stream::Overseas, x, 5);
            let (street, seat) = chambers(country, &mut fixed);
            let mut lines: [String; 8] = Default::default();
            lines[0] = street.to_string();
            lines[5] = seat.to_string();
            lines[7] = title_case(country.hmlr);
            (world.overseas_name(x), title_case(country.hmlr), world.foreign_number(x), lines)
        }
        Party::Company(c) => {
            let office = world.office(c);
            let mut lines: [String; 8] = Default::default();
            lines[0] = format!("{} {}", office.premises, office.line1);
            lines[5] = office.town.name.to_string();
            lines[6] = office.postcode;
            lines[7] = "United Kingdom".to_string();
            (world.company_name(c), "United Kingdom".to_string(), world.number(c), lines)
        }
        _ => {
            nation = rng.one(&[
                "Russia",
                "Belarus",
                "Iran",
                "Syria",
                "China",
                "United Arab Emirates",
                "Turkiye",
            ]);
            let form =
                rng.one(&["JSC", "OOO", "PJSC", "LLC", "CO., LTD.", "FZE", "TRADING COMPANY"]);
            let name = format!("{} {} {form}", coined(rng), rng.one(words::ACTIVITIES));
            (name, nation.to_string(), String::new(), abroad(nation, rng))
        }
    };
    let single = |text: &str| {
        let mut parts: [String; 6] = Default::default();
        parts[5] = text.trim_end().to_string();
        parts
    };
    let mut names = vec![Name {
        parts: single(&name),
        kind: "Primary Name",
        strength: "",
        native: String::new(),
    }];
    for _ in 0..rng.below(3) {
        let parts = single(&respelled(&name, rng).to_uppercase());
        if names.iter().all(|n| n.parts != parts) {
            names.push(Name {
                parts,
                kind: "Alias",
                strength: "Good quality",
                native: String::new(),
            });
        }
    }
    if rng.chance(2_000) {
        let short: String =
            name.split(' ').filter_map(|w| w.chars().find(|c| c.is_ascii_alphanumeric())).collect();
        names.push(Name {
            parts: single(&short),
            kind: "Alias",
            strength: "Low quality",
            native: String::new(),
        });
    }
    let registration = if !number.is_empty() {
        number
    } else if country == "Russia" {
        format!(
            "(1) INN: {} (2) OGRN: {}",
            1_000_000_000 + rng.below(8_999_999_999),
            1_020_000_000_000 + rng.below(99_999_999_999)
        )
    } else {
        String::new()
    };
    let fixed = vec![
        (
            44,
            (rng.one(&[
                "Limited Liability Company",
                "Public Joint Stock Company",
                "Defence",
                "Financial Services",
                "Private company",
                "",
            ]))
            .to_string(),
        ),
        (
            45,
            if rng.chance(1_500) {
                format!("(1) {} (2) {}", coined(rng), coined(rng))
            } else {
                String::new()
            },
        ),
        (
            46,
            if rng.chance(1_500) {
                format!("{} Group", title_case(&coined(rng)))
            } else {
                String::new()
            },
        ),
        (47, registration),
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

fn ship(world: &World, index: u64, rng: &mut Rng) -> Designation {
    let nation = "Russia";
    let mut own = world.rng(Stream::Ship, index);
    let name = format!(
        "{} {}",
        coined(&mut own),
        own.one(&["PROSPECT", "STAR", "SPIRIT", "GLORY", "PIONEER", "I", "VOYAGER"])
    );
    let single = |text: String| {
        let mut parts: [String; 6] = Default::default();
        parts[5] = text;
        parts
    };
    let mut names = vec![Name {
        parts: single(name),
        kind: "Primary Name",
        strength: "",
        native: String::new(),
    }];
    if own.chance(3_000) {
        names.push(Name {
            parts: single(coined(&mut own)),
            kind: "Alias",
            strength: "",
            native: String::new(),
        });
    }
    let owner = if own.chance(5_000) {
        let x = world.overseas + own.below(world.listed_abroad.max(1));
        format!("{} Ship Management FZCO ({x})", title_case(&coined(&mut own)))
    } else {
        String::new()
    };
    let owner = owner.split(" (").next().unwrap_or("").to_string();
    let fixed = vec![
        (48, format!("IMO{}", imo(&mut own))),
        (49, owner),
        (51, (own.one(words::FLAGS)).to_string()),
        (52, if rng.chance(4_000) { (own.one(words::FLAGS)).to_string() } else { String::new() }),
        (53, (own.one(words::SHIP_KINDS)).to_string()),
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
        nation,
        fixed,
    }
}

/// The rows of a designation: names × addresses × birth dates. How many.
fn emit(
    d: &Designation,
    id: &str,
    regime: &str,
    at: u64,
    days: (Day, Day),
    rng: &mut Rng,
    out: &mut String,
) -> u64 {
    let source = rng.weighted(&[("UK", 88), ("UN", 7), ("Both", 5)]);
    let imposed = match d.kind {
        "Ship" => "Specified ship",
        "Individual" => rng.one(&[
            "Asset freeze|Travel Ban|Trust Services Sanctions",
            "Asset freeze|Travel Ban",
            "Asset freeze|Travel Ban|Director disqualification",
        ]),
        _ => rng.one(&[
            "Asset freeze",
            "Asset freeze|Trust Services Sanctions",
            "Asset freeze|Charging services",
        ]),
    };
    let un = if source == "UK" {
        String::new()
    } else {
        format!("QD{}.{:03}", &["i", "e"][usize::from(d.kind == "Entity")], at % 1000)
    };
    let group = if rng.chance(9_500) { (13_000 + at).to_string() } else { String::new() };
    let reason = if rng.chance(7_000) {
        format!(
            "{} is an involved person under the Regulations on the basis of invented reasons, &quot;written by a program&quot; &amp; about nobody.",
            full(&d.names[0])
        )
    } else {
        String::new()
    };
    let nothing: [String; 8] = Default::default();
    let addresses: Vec<&[String; 8]> =
        if d.addresses.is_empty() { vec![&nothing] } else { d.addresses.iter().collect() };
    let births: Vec<&str> =
        if d.births.is_empty() { vec![""] } else { d.births.iter().map(String::as_str).collect() };
    let mut rows = 0;
    for name in &d.names {
        for address in &addresses {
            for birth in &births {
                let mut cells: [&str; COLUMNS] = [""; COLUMNS];
                let (designated, updated) = (slashed(days.0), slashed(days.1));
                cells[0] = &updated;
                cells[1] = id;
                cells[2] = &group;
                cells[3] = &un;
                cells[4] = &name.parts[5];
                for n in 0..5 {
                    cells[5 + n] = &name.parts[n];
                }
                cells[10] = name.kind;
                cells[11] = name.strength;
                if !name.native.is_empty() {
                    cells[13] = &name.native;
                    cells[14] = d.script.0;
                    cells[15] = d.script.1;
                }
                cells[16] = regime;
                cells[17] = d.kind;
                cells[18] = source;
                cells[19] = imposed;
                cells[21] = &reason;
                for n in 0..8 {
                    cells[22 + n] = &address[n];
                }
                cells[33] = &designated;
                cells[34] = birth;
                for (column, text) in &d.fixed {
                    cells[*column] = text;
                }
                for (n, cell) in cells.iter().enumerate() {
                    bare(out, n == 0, cell);
                }
                out.push_str("\r\n");
                rows += 1;
            }
        }
    }
    rows
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

    #[test]
    fn the_header_has_its_columns() {
        assert_eq!(HEADER.split(',').count(), COLUMNS);
    }
}
