//! The UK Sanctions List: 58 columns, the report date on a line of its own, and one row for every
//! combination of a designation's names, addresses and birth dates.

use std::path::Path;

use cuibono_model::Day;

use super::designations::{Designation, entity, full, individual, ship};
use super::truth::{LINKS, Part, SANCTIONED, Truth};
use super::{Fresh, Tell, bare, iso_string, slashed};
use crate::SynthError;
use crate::rng::{Rng, Stream};
use crate::tables::words;
use crate::world::{BLOCK, Party, SNAPSHOT, World};

/// The header line.
pub(crate) const HEADER: &str = "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)";

/// Columns of a row.
const COLUMNS: usize = 58;

/// Writes the list, `sanctioned.csv` and `links.csv`; designations and rows.
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
    let mut links = Fresh::create(truth_folder.join("links.csv"))?;
    links.put(LINKS)?;
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
            None => ship(world, at - parties.len() as u64),
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
        if let Some((holder, kind)) = designation.holder {
            let holder = holder.id();
            line.clear();
            for (n, cell) in
                [holder.as_str(), &designation.party, kind, &id].into_iter().enumerate()
            {
                bare(&mut line, n == 0, cell);
            }
            line.push('\n');
            links.put(&line)?;
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
    links.finish()?;
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
    out.extend((0..world.off_list()).map(|n| Party::Overseas(world.overseas + n)));
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
    fn the_header_has_its_columns() {
        assert_eq!(HEADER.split(',').count(), COLUMNS);
    }
}
