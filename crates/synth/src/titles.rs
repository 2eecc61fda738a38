//! Registered titles: how many each proprietor has (a long-tailed count) and the facts of each.
//! Only one cumulative count per proprietor is kept, four bytes each.

use cuibono_model::Day;

use crate::layout::{Shape, group_of};
use crate::rng::{Permutation, Rng, Stream};
use crate::tables::places::{TOWNS, Town};
use crate::world::{Party, SNAPSHOT, World};

/// Which of the two Land Registry files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Book {
    /// UK companies.
    Ccod,
    /// Overseas companies.
    Ocod,
}

/// The titles of one book: who has how many, and the order they are written in.
pub(crate) struct Titles {
    pub(crate) book: Book,
    /// `ends[k]` is one past the last title of proprietor `k`.
    ends: Vec<u32>,
    /// First global title number of this book.
    first: u64,
    order: Permutation,
    numbers: Permutation,
}

/// One title.
pub(crate) struct Title {
    pub(crate) number: String,
    pub(crate) town: &'static Town,
    pub(crate) proprietors: Vec<Party>,
    /// The day the interest began.
    pub(crate) since: Day,
    /// Set when several titles were bought together for one price.
    pub(crate) portfolio: bool,
    /// Seed for the row's own details.
    pub(crate) key: u64,
}

/// Titles per proprietor at a place in the ranking, `u` of 1,000,000: two thirds have one.
fn count(u: u64) -> u64 {
    const STEPS: &[(u64, u64, u64, u64)] = &[
        // from, to (exclusive), count at from, count at to
        (0, 651_000, 1, 1),
        (651_000, 800_000, 2, 2),
        (800_000, 872_000, 3, 3),
        (872_000, 905_000, 4, 4),
        (905_000, 932_000, 5, 6),
        (932_000, 952_000, 7, 8),
        (952_000, 970_000, 8, 12),
        (970_000, 990_000, 12, 23),
        (990_000, 996_000, 23, 60),
        (996_000, 999_000, 60, 170),
        (999_000, 999_800, 170, 600),
        (999_800, 1_000_001, 600, 1_900),
    ];
    for &(from, to, low, high) in STEPS {
        if u < to {
            return low + (u - from) * (high - low) / (to - from);
        }
    }
    1_900
}

impl Titles {
    pub(crate) fn new(world: &World, book: Book, first: u64) -> Titles {
        let proprietors = match book {
            Book::Ccod => world.live + world.bodies,
            Book::Ocod => world.overseas,
        };
        let rank = Permutation::new(world.seed, 60 + book as u64, proprietors);
        let mut ends = Vec::with_capacity(proprietors as usize);
        let mut total: u32 = 0;
        for k in 0..proprietors {
            let u = rank.apply(k) * 1_000_000 / proprietors;
            total += how_many(world, book, k, u) as u32;
            ends.push(total);
        }
        let size = u64::from(total).max(1);
        Titles {
            book,
            ends,
            first,
            order: Permutation::new(world.seed, 70 + book as u64, size),
            numbers: Permutation::new(world.seed, 80 + book as u64, size),
        }
    }

    pub(crate) fn len(&self) -> u64 {
        self.ends.last().copied().map_or(0, u64::from)
    }

    /// The title written at a place of the file.
    pub(crate) fn at(&self, world: &World, place: u64) -> Title {
        let t = self.order.apply(place);
        let owner = self.ends.partition_point(|e| u64::from(*e) <= t);
        let before = if owner == 0 { 0 } else { self.ends[owner - 1] };
        let many = self.ends[owner] - before;
        let holder = self.proprietor(world, owner as u64);
        let serial = self.first + self.numbers.apply(t);
        let mut rng = world.rng(Stream::Title, serial);
        let mut of_owner = world.rng_at(Stream::Title, owner as u64, 1 + self.book as u64);
        let home = town_index(self.book, &mut of_owner);
        let town = if rng.chance(6_000) { home } else { town_index(self.book, &mut rng) };
        let portfolio = many > 2 && of_owner.chance(4_000) && rng.chance(7_000);
        let since = if portfolio {
            Day(SNAPSHOT.0 - 200 - of_owner.below(6_000) as i32)
        } else {
            Day(SNAPSHOT.0 - 20 - (rng.below(5_000) + rng.below(5_000)) as i32)
        };
        let since = match holder {
            Party::Company(c) => Day(since.0.max(world.incorporated(c).0 + 10).min(SNAPSHOT.0 - 8)),
            _ => since,
        };
        let mut proprietors = vec![holder];
        let more = match rng.below(1000) {
            0..55 => 1,
            55..64 => 2,
            64..68 => 3,
            _ => 0,
        };
        for _ in 0..more {
            let other = match self.book {
                // Land of a company that was dissolved stays under its name for years.
                Book::Ccod if rng.chance(300) => {
                    Party::Company(world.canonical(world.live + rng.below(world.dead)))
                }
                Book::Ccod => Party::Company(rng.below(world.live)),
                // Some UK companies and individuals leak into the overseas book.
                Book::Ocod => match rng.below(100) {
                    0..5 => Party::Company(rng.below(world.live)),
                    5..7 => Party::Person(world.serial_person(&mut rng)),
                    _ => Party::Overseas(rng.below(world.overseas)),
                },
            };
            if !proprietors.contains(&other) {
                proprietors.push(other);
            }
        }
        Title {
            number: title_number(TOWNS[town].titles, serial),
            town: &TOWNS[town],
            proprietors,
            since,
            portfolio,
            key: serial,
        }
    }

    fn proprietor(&self, world: &World, owner: u64) -> Party {
        match self.book {
            Book::Ccod if owner < world.live => Party::Company(owner),
            Book::Ccod => Party::Body((owner - world.live) / 2 * 2),
            Book::Ocod => Party::Overseas(owner),
        }
    }
}

/// London holds most of what overseas companies own.
fn town_index(book: Book, rng: &mut Rng) -> usize {
    let london = if book == Book::Ocod { 4_500 } else { 1_500 };
    if rng.chance(london) { rng.below(5) as usize } else { rng.below(TOWNS.len() as u64) as usize }
}

fn how_many(world: &World, book: Book, k: u64, u: u64) -> u64 {
    let among = |holders_from: u64| {
        if u < holders_from {
            0
        } else {
            count((u - holders_from) * 1_000_000 / (1_000_000 - holders_from))
        }
    };
    match book {
        // Some entities sold, or hold land elsewhere in the Kingdom.
        Book::Ocod => among(100_000),
        Book::Ccod if k >= world.live => {
            (40 + world.rng(Stream::TitleCount, k).below(750)).min(world.live / 20)
        }
        Book::Ccod => match group_of(world, k) {
            // Chains and groups lead down to land: the bottom of every chain has some.
            Some((group, 0)) if group.shape == Shape::Chain => 1 + among(600_000).min(30),
            Some((group, _)) if group.shape == Shape::Hub => among(600_000).min(30),
            Some(_) => among(750_000),
            None if world.is_listed(Party::Company(k)) => 2,
            None => among(886_000),
        },
    }
}

/// Letters and a number of at most six digits, unique for the serial.
fn title_number(prefix: &str, serial: u64) -> String {
    const MORE: &[char] = &['Q', 'Z', 'J', 'V', 'U', 'O', 'I', 'W'];
    let (round, digits) = (serial / 999_999, serial % 999_999 + 1);
    match (round as usize).checked_sub(1).and_then(|r| MORE.get(r)) {
        None => format!("{prefix}{digits}"),
        Some(letter) => format!("{}{letter}{digits}", &prefix[..prefix.len().min(2)]),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn counts_rise_with_the_rank_and_have_the_published_shape() {
        let mut total = 0;
        let mut last = 0;
        for u in (0..1_000_000).step_by(100) {
            assert!(count(u) >= last, "{u}");
            last = count(u);
            total += last;
        }
        let mean = total as f64 / 10_000.0;
        assert!((2.8..3.8).contains(&mean), "{mean}");
        assert_eq!((count(500_000), count(700_000), count(904_000)), (1, 2, 4));
    }

    #[test]
    fn title_numbers_are_unique_and_shaped() {
        let world = World::new(20_000, 1).unwrap();
        let ccod = Titles::new(&world, Book::Ccod, 0);
        let ocod = Titles::new(&world, Book::Ocod, ccod.len());
        let mut seen = HashSet::new();
        for titles in [&ccod, &ocod] {
            for place in 0..titles.len() {
                let number = titles.at(&world, place).number;
                let digits = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
                assert!(
                    digits.len() <= 6
                        && digits.bytes().all(|b| b.is_ascii_digit())
                        && number.len() - digits.len() <= 3,
                    "{number}"
                );
                assert!(seen.insert(number));
            }
        }
    }

    #[test]
    fn prefixes_are_unique_and_do_not_collide_with_later_rounds() {
        let mut seen = HashSet::new();
        for town in TOWNS {
            assert!(seen.insert(town.titles), "{}", town.titles);
            assert!(
                !town.titles.ends_with(['Q', 'Z', 'J', 'V', 'U', 'O', 'I', 'W'])
                    || town.titles.len() < 3,
                "{}",
                town.titles
            );
        }
    }
}
