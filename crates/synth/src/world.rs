//! The frame of an invented country: how many of everything there is, which index is what, and the
//! numbers the registers give them. All of it is arithmetic on indices; nothing is stored by entity.

use cuibono_model::Day;

use crate::SynthError;
use crate::rng::{Permutation, Rng, Stream};

/// Companies are laid out in blocks; structures (chains, rings, hubs) never cross a block.
pub(crate) const BLOCK: u64 = 1000;

/// More companies than this would leave the number ranges of the small registers.
pub(crate) const MOST_COMPANIES: u64 = 9_000_000;
pub(crate) const FEWEST_COMPANIES: u64 = 100;

/// The first day a PSC could be notified.
pub(crate) const PSC_START: Day = Day(16_897);
/// The first day an overseas entity could register.
pub(crate) const ROE_START: Day = Day(19_205);
/// The day all the files describe: 1 October 2026.
pub(crate) const SNAPSHOT: Day = Day(20_727);

/// A party of the invented world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Party {
    Person(u64),
    /// On a Companies House register now, or dissolved.
    Company(u64),
    /// Incorporated abroad.
    Overseas(u64),
    /// A council, state or society without a company number.
    Body(u64),
}

impl Party {
    /// The id the truth files use.
    pub(crate) fn id(self) -> String {
        match self {
            Party::Person(i) => format!("P{i}"),
            Party::Company(i) => format!("C{i}"),
            Party::Overseas(i) => format!("X{i}"),
            Party::Body(i) => format!("B{i}"),
        }
    }
}

/// Which register a company number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    England,
    Scotland,
    NorthernIreland,
    Llp,
    ScottishLlp,
    NorthernLlp,
    Partnership,
    ScottishPartnership,
    Society,
    RegisteredSociety,
    Charity,
    ScottishCharity,
    OldIrish,
    Charter,
}

const CLASSES: usize = 14;

/// Prefix, lowest and highest number of each class; digits follow from the prefix.
const RANGES: [(&str, u64, u64); CLASSES] = [
    ("", 400_000, 16_900_000),
    ("SC", 20_000, 870_000),
    ("NI", 10_000, 739_000),
    ("OC", 300_000, 459_000),
    ("SO", 300_000, 308_900),
    ("NC", 1, 2_000),
    ("LP", 3_000, 24_900),
    ("SL", 2_000, 36_900),
    ("IP", 10_000, 32_900),
    ("RS", 10_000, 80_000),
    ("CE", 1_000, 39_900),
    ("CS", 1_000, 5_900),
    ("R0", 1, 9_900),
    ("RC", 1, 990),
];

/// Counts and permutations.
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) live: u64,
    pub(crate) dead: u64,
    /// Overseas companies with an OE number: indices `0..entities`.
    pub(crate) entities: u64,
    /// Overseas companies that hold something in the country: indices `0..overseas`. Those above
    /// are known to the sanctions list only.
    pub(crate) overseas: u64,
    /// Persons who hold several companies: indices `0..serial`.
    pub(crate) serial: u64,
    /// Of them, the sanctioned: indices `0..listed`.
    pub(crate) listed: u64,
    pub(crate) listed_abroad: u64,
    pub(crate) ships: u64,
    pub(crate) bodies: u64,
    pub(crate) agents: u64,
    classes: Vec<(Class, u64)>,
    counts: [u64; CLASSES],
    numbers: Vec<Permutation>,
    oe_numbers: Permutation,
}

impl World {
    /// # Errors
    /// [`SynthError::Companies`] when the number asked for is outside what the number ranges hold.
    pub(crate) fn new(companies: u64, seed: u64) -> Result<World, SynthError> {
        if !(FEWEST_COMPANIES..=MOST_COMPANIES).contains(&companies) {
            return Err(SynthError::Companies {
                asked: companies,
                fewest: FEWEST_COMPANIES,
                most: MOST_COMPANIES,
            });
        }
        let live = companies;
        let dead = companies * 36 / 100;
        let designations = (companies / 250).clamp(200, 6_000);
        let listed = designations * 60 / 100;
        let (classes, counts) = class_table();
        let blocks = live.div_ceil(BLOCK) + dead.div_ceil(BLOCK);
        let numbers = (0..CLASSES)
            .map(|c| Permutation::new(seed, 100 + c as u64, (blocks * counts[c]).max(1)))
            .collect();
        let entities = (companies * 54 / 10_000).max(6);
        Ok(World {
            seed,
            live,
            dead,
            entities,
            overseas: entities + (companies * 14 / 10_000).max(4),
            serial: (companies * 13 / 100).max(listed * 2),
            listed,
            listed_abroad: designations * 29 / 100,
            ships: designations * 11 / 100,
            bodies: (companies * 4 / 10_000).max(2),
            agents: (companies / 8_000).max(4),
            classes,
            counts,
            numbers,
            oe_numbers: Permutation::new(seed, 50, entities),
        })
    }

    pub(crate) fn rng(&self, stream: Stream, index: u64) -> Rng {
        Rng::new(self.seed, stream, index)
    }

    pub(crate) fn rng_at(&self, stream: Stream, index: u64, slot: u64) -> Rng {
        Rng::at(self.seed, stream, index, slot)
    }

    /// All companies that have or had a number.
    pub(crate) fn companies(&self) -> u64 {
        self.live + self.dead
    }

    pub(crate) fn is_dead(&self, company: u64) -> bool {
        company >= self.live
    }

    fn live_blocks(&self) -> u64 {
        self.live.div_ceil(BLOCK)
    }

    fn slot(&self, company: u64) -> (u64, usize) {
        if company < self.live {
            (company / BLOCK, (company % BLOCK) as usize)
        } else {
            let at = company - self.live;
            (self.live_blocks() + at / BLOCK, (at % BLOCK) as usize)
        }
    }

    pub(crate) fn class(&self, company: u64) -> Class {
        self.classes[self.slot(company).1].0
    }

    /// Where the company stands in its register, as (rank, out of): the order of numbers.
    fn rank(&self, company: u64) -> (u64, u64) {
        let (block, offset) = self.slot(company);
        let (class, position) = self.classes[offset];
        let permutation = &self.numbers[class as usize];
        let at = permutation.apply(block * self.counts[class as usize] + position);
        (at, permutation.size())
    }

    /// The eight-character company number.
    pub(crate) fn number(&self, company: u64) -> String {
        let class = self.class(company);
        let (rank, of) = self.rank(company);
        let (prefix, low, high) = RANGES[class as usize];
        let high = high.max(low + of);
        let digits = low + (u128::from(rank) * u128::from(high - low) / u128::from(of)) as u64;
        match class {
            Class::England => format!("{digits:08}"),
            Class::Society => format!("IP{digits:05}R"),
            _ => format!("{prefix}{digits:06}"),
        }
    }

    /// The day of incorporation: later numbers are younger, and most companies are young.
    pub(crate) fn incorporated(&self, company: u64) -> Day {
        let (rank, of) = self.rank(company);
        let old = 1_000_000 - rank * 1_000_000 / of;
        // Age in days as a quadratic of the place in the register: half are under eight years old.
        let days = 40 + old * 6_000 / 1_000_000 + (old * old / 1_000_000) * 15_500 / 1_000_000;
        let latest = if self.is_dead(company) { SNAPSHOT.0 - 900 } else { SNAPSHOT.0 - 5 };
        Day((latest - days as i32).max(-25_000))
    }

    pub(crate) fn entity_number(&self, overseas: u64) -> Option<String> {
        if overseas >= self.entities {
            return None;
        }
        let high = (self.entities * 116 / 100).max(self.entities + 1);
        let digits = 1 + self.oe_numbers.apply(overseas) * (high - 1) / self.entities;
        Some(format!("OE{digits:06}"))
    }

    /// A company re-registered under another number: the dissolved index that is the same party.
    pub(crate) fn predecessor(&self, company: u64) -> Option<u64> {
        let (block, offset) = self.slot(company);
        (company < self.live && offset as u64 == BLOCK - 1 && block < self.dead)
            .then_some(self.live + block)
    }

    /// A society that became a company keeps its old society number in land registers.
    pub(crate) fn society_number(&self, company: u64) -> Option<String> {
        let (block, offset) = self.slot(company);
        (company < self.live && offset as u64 == BLOCK - 2).then(|| format!("SP{:05}R", block + 1))
    }

    /// The index that stands for the party: a predecessor is the company it became.
    pub(crate) fn canonical(&self, company: u64) -> u64 {
        if company < self.live {
            return company;
        }
        let heir = (company - self.live) * BLOCK + (BLOCK - 1);
        if heir < self.live && self.predecessor(heir) == Some(company) { heir } else { company }
    }

    /// Persons who hold a single company: an index of their own.
    pub(crate) fn unique_person(&self, company: u64, slot: u64) -> u64 {
        self.serial + company * 8 + slot
    }

    pub(crate) fn overseas_person(&self, overseas: u64, slot: u64) -> u64 {
        self.serial + (self.companies() + overseas) * 8 + slot
    }

    /// The person behind a slot of a company's register: often one who holds others too.
    pub(crate) fn person_for(&self, company: u64, slot: u64) -> u64 {
        let mut rng = self.rng_at(Stream::Owner, company, slot);
        if rng.chance(5) {
            return rng.below(self.listed);
        }
        if rng.chance(3_000) {
            return self.serial_person(&mut rng);
        }
        self.unique_person(company, slot)
    }

    /// A holder of several companies, a few of whom hold hundreds.
    pub(crate) fn serial_person(&self, rng: &mut Rng) -> u64 {
        let n = self.serial - self.listed;
        if rng.chance(6_500) {
            return self.listed + rng.below(n);
        }
        self.listed + rng.below(n) * (rng.below(n) * rng.below(n) / n) / n
    }

    /// How many entities only the sanctions list knows: what its share of entities leaves after
    /// those that stand in the other registers.
    pub(crate) fn off_list(&self) -> u64 {
        let abroad = (self.overseas + 22) / 40;
        let here = self.live.saturating_sub(650).div_ceil(BLOCK * 10);
        self.listed_abroad.saturating_sub(abroad + here)
    }

    /// Whether the sanctions list names the party.
    pub(crate) fn is_listed(&self, party: Party) -> bool {
        match party {
            Party::Person(p) => p < self.listed,
            Party::Overseas(x) => x >= self.overseas || x % 40 == 17,
            Party::Company(c) => c < self.live && c % (BLOCK * 10) == 650,
            Party::Body(_) => false,
        }
    }
}

/// Class and rank within the block of each of the block's offsets, and how many of each there are.
fn class_table() -> (Vec<(Class, u64)>, [u64; CLASSES]) {
    let mut counts = [0; CLASSES];
    let mut table = Vec::with_capacity(BLOCK as usize);
    for offset in 0..BLOCK {
        let class = match offset {
            _ if offset == BLOCK - 1 => Class::Charity,
            626..998 if offset % 25 == 3 => Class::Llp,
            640 => Class::ScottishLlp,
            641 => Class::NorthernLlp,
            660..666 => Class::Partnership,
            670..679 => Class::ScottishPartnership,
            680..682 => Class::Society,
            685..687 => Class::RegisteredSociety,
            690..697 => Class::Charity,
            700 => Class::ScottishCharity,
            710 => Class::OldIrish,
            711 => Class::Charter,
            _ if offset % 20 == 7 => Class::Scotland,
            _ if offset % 40 == 11 => Class::NorthernIreland,
            _ => Class::England,
        };
        table.push((class, counts[class as usize]));
        counts[class as usize] += 1;
    }
    (table, counts)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_fixed_days_are_the_days_they_say() {
        assert_eq!(PSC_START.ymd(), (2016, 4, 6));
        assert_eq!(ROE_START.ymd(), (2022, 8, 1));
        assert_eq!(SNAPSHOT.ymd(), (2026, 10, 1));
    }

    #[test]
    fn numbers_are_unique_and_have_eight_characters() {
        let world = World::new(12_345, 4).unwrap();
        let mut seen = HashSet::new();
        for company in 0..world.companies() {
            let number = world.number(company);
            assert_eq!(number.len(), 8, "{number}");
            assert!(seen.insert(number));
        }
        for x in 0..world.entities {
            let number = world.entity_number(x).unwrap();
            assert!(number.len() == 8 && seen.insert(number));
        }
    }

    #[test]
    fn the_largest_world_still_has_valid_numbers() {
        let world = World::new(MOST_COMPANIES, 1).unwrap();
        for company in (0..world.companies()).step_by(999) {
            assert_eq!(world.number(company).len(), 8);
        }
    }

    #[test]
    fn too_many_and_too_few_are_refused() {
        assert!(World::new(FEWEST_COMPANIES - 1, 1).is_err());
        assert!(World::new(MOST_COMPANIES + 1, 1).is_err());
    }
}
