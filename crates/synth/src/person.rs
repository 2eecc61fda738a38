//! True persons and the ways registers spell them. A person is recomputed from the index; a
//! spelling is a function of the person and the record it stands in.

use cuibono_model::Day;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::culture::{CULTURES, Culture, Order, feminine, feminine_native};
use crate::rng::{Rng, Stream};
use crate::tables::{Row, latin, places};
use crate::world::{SNAPSHOT, World};

/// A surname before any spelling is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Surname {
    Listed(&'static str),
    Placelike(&'static str, &'static str),
    Double(&'static str, &'static str),
}

/// A true person.
pub(crate) struct Person {
    pub(crate) culture: &'static Culture,
    pub(crate) female: bool,
    pub(crate) title: &'static str,
    pub(crate) born: Day,
    /// Index into `places::NATIONS`; rarely not the culture's own.
    pub(crate) nation: usize,
    pub(crate) second_nation: Option<usize>,
    pub(crate) residence: &'static str,
    given: &'static str,
    middle: [Option<&'static str>; 2],
    patronymic: Option<&'static str>,
    surname: Surname,
}

/// One spelling, as a record shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    pub(crate) title: &'static str,
    pub(crate) forename: String,
    pub(crate) middle: String,
    pub(crate) surname: String,
}

impl Spelling {
    /// `Forename Middle Surname`, with the title in front when asked.
    pub(crate) fn full(&self, with_title: bool) -> String {
        let title = if with_title { self.title } else { "" };
        [title, &self.forename, &self.middle, &self.surname]
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

impl World {
    /// The person with this index.
    pub(crate) fn person(&self, index: u64) -> Person {
        let mut rng = self.rng(Stream::Person, index);
        let weights: Vec<(usize, u32)> = CULTURES
            .iter()
            .enumerate()
            .map(|(i, c)| (i, if index < self.listed { c.listed } else { c.owners }))
            .collect();
        let mut culture = &CULTURES[rng.weighted(&weights)];
        let female = rng.chance(if index < self.listed { 1_200 } else { 3_300 });
        let mut given = rng.pick_skewed(if female { culture.women } else { culture.men });
        let mut surname = surname(culture, &mut rng);
        let mut middle = middles(culture, female, &mut rng);
        let born = born(&mut rng);
        let mut out_born = born;
        if index >= self.serial {
            let slot = (index - self.serial) % 8;
            if slot == 1 && rng.chance(4_500) {
                // A spouse or relative beside the first holder.
                let kin = self.raw_names(index - 1);
                culture = kin.0;
                surname = kin.2;
                given = rng.pick_skewed(if female { culture.women } else { culture.men });
                middle = middles(culture, female, &mut rng);
            } else if rng.chance(200) {
                // A namesake of somebody well known to the registers: another person all the same.
                let other = if rng.chance(3_000) {
                    rng.below(self.listed)
                } else {
                    self.serial_person(&mut rng)
                };
                let twin = self.person(other);
                let middle = if rng.chance(5_000) { twin.middle } else { [None, None] };
                let (year, month, _) = twin.born.ymd();
                let day = rng.range(1, 28) as u8;
                let born = if rng.chance(800) {
                    Day::from_ymd(year, month, day).unwrap_or(twin.born)
                } else {
                    out_born
                };
                return Person { middle, born, patronymic: None, ..twin };
            }
        } else {
            out_born = born;
        }
        let nation = if index >= self.listed
            && rng.chance(if culture.nation < 14 { 5_200 } else { 3_500 })
        {
            0
        } else if culture.language == "Russian" && rng.chance(1_500) {
            22
        } else if culture.language == "Arabic" && rng.chance(3_000) {
            23
        } else {
            culture.nation
        };
        let residence = if index < self.listed || (nation != 0 && rng.chance(2_000)) {
            places::NATIONS[nation].1
        } else {
            rng.weighted(&[
                ("England", 62),
                ("United Kingdom", 30),
                ("Scotland", 3),
                ("Wales", 3),
                ("Northern Ireland", 1),
                ("Jersey", 1),
            ])
        };
        let second_nation =
            rng.chance(150).then(|| rng.below(20) as usize).filter(|n| *n != nation);
        let patronymic = (!culture.patronymics.is_empty()).then(|| rng.one(culture.patronymics));
        let title = if female {
            rng.weighted(&[("Mrs", 50), ("Ms", 20), ("Miss", 22), ("Dr", 4), ("", 4)])
        } else {
            rng.weighted(&[("Mr", 92), ("Dr", 4), ("Mr.", 1), ("Sir", 1), ("", 3)])
        };
        Person {
            culture,
            female,
            title,
            born: out_born,
            nation,
            second_nation,
            residence,
            given,
            middle,
            patronymic,
            surname,
        }
    }

    /// Culture, given name and surname as first drawn, before kin and namesakes.
    fn raw_names(&self, index: u64) -> (&'static Culture, bool, Surname) {
        let mut rng = self.rng(Stream::Person, index);
        let weights: Vec<(usize, u32)> =
            CULTURES.iter().enumerate().map(|(i, c)| (i, c.owners)).collect();
        let culture = &CULTURES[rng.weighted(&weights)];
        let female = rng.chance(3_300);
        rng.pick_skewed(if female { culture.women } else { culture.men });
        (culture, female, surname(culture, &mut rng))
    }
}

fn surname(culture: &Culture, rng: &mut Rng) -> Surname {
    if std::ptr::eq(culture.surnames, latin::ENGLISH_S) {
        if rng.chance(4_000) {
            return Surname::Placelike(
                rng.pick_skewed(latin::SURNAME_HEAD),
                rng.pick_skewed(latin::SURNAME_TAIL),
            );
        }
        if rng.chance(400) {
            return Surname::Double(rng.one(culture.surnames), rng.one(culture.surnames));
        }
    }
    Surname::Listed(rng.pick_skewed(culture.surnames))
}

fn middles(culture: &Culture, female: bool, rng: &mut Rng) -> [Option<&'static str>; 2] {
    let table = if female { culture.women } else { culture.men };
    let many = match culture.language {
        "" if culture.order == Order::GivenFirst => rng.weighted(&[(0, 45), (1, 48), (2, 7)]),
        "Arabic" => rng.weighted(&[(0, 30), (1, 50), (2, 20)]),
        _ => 0,
    };
    // In Arabic names the second and third are father's and grandfather's.
    let table = if culture.language == "Arabic" { culture.men } else { table };
    let mut one = |wanted: bool| wanted.then(|| rng.pick_skewed(table));
    [one(many > 0), one(many > 1)]
}

fn born(rng: &mut Rng) -> Day {
    // 20 to 82 years, most of them about fifty.
    Day(SNAPSHOT.0 - 20 * 365 - (rng.below(11_000) + rng.below(11_600)) as i32)
}

impl Person {
    fn surname_in(&self, choose: impl Fn(&'static str) -> String) -> String {
        let plain = match self.surname {
            Surname::Listed(row) => choose(row),
            Surname::Placelike(head, tail) => format!("{head}{tail}"),
            Surname::Double(a, b) => format!("{}-{}", Row(a).canonical(), Row(b).canonical()),
        };
        if self.female { feminine(&plain, self.culture.language) } else { plain }
    }

    fn patronymic_latin(&self) -> &'static str {
        let at = if self.female { 2 } else { 0 };
        self.patronymic.and_then(|p| p.split('|').nth(at)).unwrap_or("")
    }

    /// The usual romanisation, complete.
    pub(crate) fn canonical(&self) -> Spelling {
        let mut middle: Vec<&str> =
            self.middle.iter().flatten().map(|m| Row(m).canonical()).collect();
        if self.patronymic.is_some() {
            middle.push(self.patronymic_latin());
        }
        Spelling {
            title: self.title,
            forename: Row(self.given).canonical().to_string(),
            middle: middle.join(" "),
            surname: self.surname_in(|row| Row(row).canonical().to_string()),
        }
    }

    /// The name in its own script, in the customary order; `None` for Latin-script cultures.
    pub(crate) fn native(&self) -> Option<String> {
        if self.culture.script.is_empty() {
            return None;
        }
        let Surname::Listed(row) = self.surname else { return None };
        let surname = Row(row).native();
        let surname = if self.female && self.culture.script == "Cyrillic" {
            feminine_native(surname)
        } else {
            surname.to_string()
        };
        let given = Row(self.given).native();
        if self.culture.order == Order::SurnameFirst {
            return Some(format!("{surname}{given}"));
        }
        let mut parts = vec![given.to_string()];
        parts.extend(self.middle.iter().flatten().map(|m| Row(m).native().to_string()));
        if let Some(row) = self.patronymic {
            parts.extend(row.split('|').nth(if self.female { 3 } else { 1 }).map(str::to_string));
        }
        parts.push(surname);
        Some(parts.join(" "))
    }

    /// A spelling as some record has it. `wild` is how many in 100 records depart from the usual
    /// romanisation; registers filed by many hands depart more than lists made by one office.
    pub(crate) fn spelled(&self, rng: &mut Rng, wild: u64) -> Spelling {
        let mut out = self.canonical();
        if self.patronymic.is_some() && rng.chance(5_000) {
            out.middle.clear();
        }
        let wild = if self.culture.script.is_empty() { wild } else { wild * 2 };
        if rng.below(100) < wild {
            match rng.below(100) {
                0..22 => out.middle.clear(),
                22..32 => {
                    out.middle = out
                        .middle
                        .split(' ')
                        .filter_map(|m| m.chars().next())
                        .map(String::from)
                        .collect::<Vec<_>>()
                        .join(" ");
                }
                32..62 => out.forename = Row(self.given).other(rng.word()).to_string(),
                62..84 => {
                    let word = rng.word();
                    out.surname = self.surname_in(|row| Row(row).other(word).to_string());
                    if rng.chance(4_000) {
                        out.forename = Row(self.given).other(rng.word()).to_string();
                    }
                }
                84..88 => out.surname = typo(&out.surname, rng),
                88..91 => out.forename = typo(&out.forename, rng),
                91..94 => {
                    if !out.middle.is_empty() {
                        std::mem::swap(&mut out.forename, &mut out.middle);
                    }
                }
                94..97 => std::mem::swap(&mut out.forename, &mut out.surname),
                _ => out.surname = out.surname.replace(['-', '\''], " "),
            }
        } else if self.culture.order == Order::SurnameFirst && rng.chance(400) {
            std::mem::swap(&mut out.forename, &mut out.surname);
        }
        if rng.chance(7_000) {
            out.forename = plain(&out.forename);
            out.middle = plain(&out.middle);
            out.surname = plain(&out.surname);
        }
        out
    }

    /// A different spelling on purpose: an alias. Another romanisation of both names if there is one.
    pub(crate) fn alias(&self, rng: &mut Rng) -> Spelling {
        let mut out = self.canonical();
        out.forename = Row(self.given).other(rng.word()).to_string();
        let word = rng.word();
        out.surname = self.surname_in(|row| Row(row).other(word).to_string());
        if rng.chance(6_000) {
            out.middle.clear();
        }
        out.forename = plain(&out.forename);
        out.middle = plain(&out.middle);
        out.surname = plain(&out.surname);
        out
    }
}

/// Two letters swapped, one dropped or one doubled, never the first.
pub(crate) fn typo(word: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 4 {
        return word.to_string();
    }
    let at = 1 + rng.below(letters.len() as u64 - 2) as usize;
    match rng.below(3) {
        0 => letters.swap(at, at + 1),
        1 => {
            letters.remove(at);
        }
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

/// Latin letters without their marks, as many filers type them.
pub(crate) fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_string();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' => out.push_str("ss"),
            'đ' => out.push('d'),
            'Đ' => out.push('D'),
            'ł' => out.push('l'),
            'Ł' => out.push('L'),
            'ı' => out.push('i'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::native;

    fn world() -> World {
        World::new(20_000, 1).unwrap()
    }

    #[test]
    fn a_person_is_the_same_every_time() {
        let w = world();
        for i in [0, 5, 5_000, 90_000] {
            assert_eq!(w.person(i).canonical(), w.person(i).canonical());
            assert_eq!(w.person(i).born, w.person(i).born);
        }
    }

    #[test]
    fn spellings_vary_for_one_person_and_names_repeat_across_persons() {
        let w = world();
        let person = w.person(3);
        let spellings: std::collections::HashSet<String> = (0..200)
            .map(|r| person.spelled(&mut w.rng_at(Stream::Record, 3, r), 25).full(false))
            .collect();
        assert!(spellings.len() > 3, "{spellings:?}");
        let mut names = std::collections::HashMap::new();
        for i in 0..20_000 {
            *names.entry(w.person(i).canonical().full(false)).or_insert(0) += 1;
        }
        assert!(names.values().any(|n| *n > 5));
    }

    #[test]
    fn native_names_use_their_script() {
        let w = world();
        let mut seen = 0;
        for i in 0..w.listed {
            let person = w.person(i);
            if let Some(name) = person.native() {
                assert!(!name.is_ascii(), "{name}");
                seen += 1;
            }
        }
        assert!(seen > 20);
    }

    #[test]
    fn every_scripted_row_has_its_native_form() {
        for table in [
            native::UKRAINIAN_S,
            native::RUSSIAN_M,
            native::ARABIC_S,
            native::CHINESE_S,
            native::KOREAN_S,
            native::GREEK_S,
            native::PERSIAN_M,
        ] {
            for row in table {
                assert!(!Row(row).native().is_empty() && !Row(row).native().is_ascii(), "{row}");
            }
        }
    }

    #[test]
    fn marks_are_removed() {
        for table in [
            latin::POLISH_S,
            latin::TURKISH_S,
            latin::VIETNAMESE_S,
            latin::VIETNAMESE_M,
            latin::VIETNAMESE_F,
            latin::ROMANIAN_S,
            latin::IBERIAN_S,
            latin::GERMAN_S,
            latin::FRENCH_F,
            latin::POLISH_M,
            latin::TURKISH_F,
            latin::ROMANIAN_M,
        ] {
            for row in table {
                let name = plain(Row(row).canonical());
                assert!(name.is_ascii(), "{name}");
            }
        }
    }
}
