//! Companies from abroad: country, name, number, and which of them registered.

use crate::naming::coined;
use crate::rng::{Rng, Stream};
use crate::tables::countries::{self, Country};
use crate::tables::words;
use crate::world::World;

impl World {
    pub(crate) fn country(&self, overseas: u64) -> &'static Country {
        let mut rng = self.rng(Stream::Overseas, overseas);
        let total: u64 = countries::OVERSEAS.iter().map(|(_, w)| u64::from(*w)).sum();
        let mut left = rng.below(total);
        for (country, weight) in countries::OVERSEAS {
            if left < u64::from(*weight) {
                return country;
            }
            left -= u64::from(*weight);
        }
        &countries::OVERSEAS[0].0
    }

    pub(crate) fn overseas_name(&self, overseas: u64) -> String {
        let country = self.country(overseas);
        let mut rng = self.rng_at(Stream::Overseas, overseas, 1);
        let stem = match rng.below(100) {
            0..60 => format!("{} {}", coined(&mut rng), rng.pick_skewed(words::VEHICLES)),
            60..75 => coined(&mut rng),
            75..85 => {
                format!("{} {} {}", coined(&mut rng), coined(&mut rng), rng.one(words::VEHICLES))
            }
            85..93 => {
                let street = crate::address::street(&mut rng).to_uppercase();
                format!(
                    "{} {street} {}",
                    1 + rng.below(200),
                    rng.one(&["PROPERTY", "UNIT TRUST NOMINEE NO. 1", "PROPCO"])
                )
            }
            93..97 => format!("SAINT {} {}", coined(&mut rng), rng.one(words::VEHICLES)),
            _ => {
                format!("{} NUMBER {} ", coined(&mut rng), 1 + rng.below(40)).trim_end().to_string()
            }
        };
        let form = if rng.chance(5_500) { country.form } else { country.long_form };
        format!("{stem} {form}")
    }

    /// The number in the company's home register.
    pub(crate) fn foreign_number(&self, overseas: u64) -> String {
        let mut rng = self.rng_at(Stream::Overseas, overseas, 2);
        shaped(self.country(overseas).number, &mut rng)
    }

    /// The number of its UK establishment's parent record, for the few that have one.
    pub(crate) fn establishment_number(&self, overseas: u64) -> Option<String> {
        (overseas < self.overseas && overseas % 23 == 11)
            .then(|| format!("FC{:06}", 10_000 + overseas / 23))
    }

    /// The overseas company that holds a given slot of a register.
    pub(crate) fn pick_overseas(&self, rng: &mut Rng) -> u64 {
        let n = self.overseas;
        // The unregistered too; some hold many companies.
        rng.below(n) * (1 + rng.below(4)) / 4
    }
}

/// A number in the country's shape: the digit `9` is any digit, a leading digit verbatim, `A` any capital.
fn shaped(shape: &str, rng: &mut Rng) -> String {
    let mut out = String::with_capacity(shape.len());
    for c in shape.chars() {
        match c {
            '9' => out.push((b'0' + rng.below(10) as u8) as char),
            'A' => out.push((b'A' + rng.below(26) as u8) as char),
            '1'..='8' if !out.chars().any(|c| c.is_ascii_digit()) => {
                let top = c as u8 - b'0';
                out.push((b'1' + rng.below(u64::from(top)) as u8) as char);
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_shape() {
        let mut rng = Rng::new(1, Stream::Overseas, 1);
        for (country, _) in countries::OVERSEAS {
            let number = shaped(country.number, &mut rng);
            assert_eq!(number.chars().count(), country.number.chars().count(), "{number}");
        }
    }

    #[test]
    fn the_virgin_islands_lead() {
        let world = World::new(1_000_000, 1).unwrap();
        let vg = (0..world.overseas).filter(|x| world.country(*x).code == "vg").count() as u64;
        let share = vg * 100 / world.overseas;
        assert!((24..34).contains(&share), "{share}%");
    }
}
