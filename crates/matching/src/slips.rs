//! Whether two words may be one word misspelt: refused early where they cannot be, measured by letters
//! and sounds where they may.

use crate::kind::Kind;
use crate::name::{Form, Name, Token};
use crate::pair::{How, Met, met};
use cuibono_text::{Mode, distance};

/// How far two words of these lengths may differ and still be one word mistyped, in hundredths of a
/// letter: short words must agree, long ones may slip.
pub(crate) fn tolerance(shorter: usize) -> u32 {
    match shorter {
        0..=1 => 0,
        2 => 40,
        3 => 45,
        4 => 72,
        5 => 100,
        6 => 120,
        7 => 145,
        8 => 170,
        9 => 195,
        _ => 220,
    }
}

/// How many classes of consonants one of the two has more than the other, at the most.
#[inline]
pub(crate) fn classes_apart(f: &Form, g: &Form) -> u32 {
    (f.classes & !g.classes).count_ones().max((g.classes & !f.classes).count_ones())
}

/// The nearest of the words' spellings, by a slip of the pen.
pub(crate) fn spelled_alike(
    a: &Name,
    x: &Token,
    b: &Name,
    y: &Token,
    person: bool,
    alike: bool,
) -> Option<Met> {
    let known =
        (x.given[0] != 0 || x.family[0] != 0) as u32 + (y.given[0] != 0 || y.family[0] != 0) as u32;
    let mut best: Option<Met> = None;
    for f in a.forms_of(x) {
        for g in b.forms_of(y) {
            let mode = match (f.mode, g.mode) {
                (Mode::Consonants, Mode::Consonants) => Mode::Plain,
                (Mode::Consonants, _) | (_, Mode::Consonants) => Mode::Consonants,
                (Mode::Syllables, _) | (_, Mode::Syllables) => Mode::Syllables,
                _ => Mode::Plain,
            };
            let found = forms_alike(a, f, b, g, mode, person && known == 2, alike);
            if let Some(found) = found
                && best.is_none_or(|best| found.q > best.q)
            {
                best = Some(found);
            }
        }
    }
    best
}

/// Whether two words written with their vowels are surely too different, told without looking at a
/// letter: by length, and by the classes of consonants that only one of them has, each of which
/// costs at least a cheap substitution. Most pairs of unrelated words end here.
fn unlike(f: &Form, g: &Form, alike: bool) -> bool {
    let length = |(from, to): (u16, u16)| usize::from(to - from);
    let widest = (tolerance(length(f.text)) + tolerance(length(g.text))) / 2;
    let widest = if alike { widest + widest / 2 + 20 } else { widest };
    classes_apart(f, g) * CLASS > widest || length(f.sound).abs_diff(length(g.sound)) > 3
}

/// The least that a class of consonant costs which only one of two words has.
const CLASS: u32 = 60;

fn forms_alike(
    a: &Name,
    f: &Form,
    b: &Name,
    g: &Form,
    mode: Mode,
    strict: bool,
    alike: bool,
) -> Option<Met> {
    if mode == Mode::Plain && unlike(f, g, alike) {
        return None;
    }
    letters_alike(a, f, b, g, mode, strict, alike)
}

fn letters_alike(
    a: &Name,
    f: &Form,
    b: &Name,
    g: &Form,
    mode: Mode,
    strict: bool,
    alike: bool,
) -> Option<Met> {
    let (s, t) = (a.sound(f), b.sound(g));
    // "Abdul" in front of both says nothing of what follows.
    let served = a.letters(f).starts_with(b"abdul")
        && b.letters(g).starts_with(b"abdul")
        && s.len() > 5
        && t.len() > 5;
    let (s, t) = if served { (&s[5..], &t[5..]) } else { (s, t) };
    let shorter = s.len().min(t.len());
    let longer = s.len().max(t.len());
    let letters = |name: &Name, form: &Form| name.letters(form).len();
    let spelled = letters(a, f).min(letters(b, g)) - if served { 5 } else { 0 };
    let tolerance = match mode {
        Mode::Plain => {
            (tolerance(spelled)
                + tolerance(letters(a, f).max(letters(b, g)) - if served { 5 } else { 0 }))
                / 2
        }
        // Few letters are written, and those that are, surely.
        Mode::Consonants => 25 + 17 * shorter as u32,
        Mode::Syllables => 30 + 24 * shorter as u32,
    };
    // In names of short syllables each sound tells; so do the letters of two names both known.
    let tolerance = match (strict, a.east_asian && b.east_asian) {
        (_, true) => tolerance / 2,
        (true, false) => tolerance * 7 / 10,
        _ => tolerance,
    };
    let tolerance = if a.kind == Kind::Object && a.main.min(b.main) < 2 {
        tolerance * 6 / 10
    } else {
        tolerance
    };
    let least = classes_apart(f, g) * if mode == Mode::Plain { CLASS } else { 10 };
    let limit = if alike { tolerance + tolerance / 2 + 20 } else { tolerance };
    if least > limit || longer - shorter > 3 && mode == Mode::Plain {
        return None;
    }
    if mode == Mode::Plain && spelled >= 5 && f.letters_sum == g.letters_sum {
        let cost = distance(s, t, mode, tolerance).unwrap_or(tolerance);
        let slip = 1.0 - 0.4 * cost as f32 / tolerance as f32;
        return met(How::Shuffled, slip.max(0.75));
    }
    let cost = distance(s, t, mode, limit)?;
    if cost > tolerance {
        let over = (cost - tolerance) as f32 / (limit - tolerance).max(1) as f32;
        return met(How::Alike, 0.4 - 0.25 * over);
    }
    let q = 1.0 - 0.4 * cost as f32 / tolerance.max(1) as f32;
    let how = if mode == Mode::Consonants || (mode == Mode::Plain && f.skeleton == g.skeleton) {
        How::Consonants
    } else {
        How::Typo
    };
    met(how, q)
}

#[cfg(test)]
mod tests {
    use crate::{Kind, analyse};

    /// What is refused unseen would have been refused after looking: every word of the case files
    /// against every other.
    #[test]
    fn refusing_early_changes_nothing() {
        let mut words: Vec<&str> = [
            include_str!("../tests/data/hard_names.csv"),
            include_str!("../tests/data/blind_names.csv"),
        ]
        .iter()
        .flat_map(|text| text.split([',', ' ', '\n']))
        .filter(|word| word.len() > 1)
        .collect();
        words.sort_unstable();
        words.dedup();
        let names: Vec<_> =
            words.iter().step_by(2).map(|word| analyse(word, Kind::Person)).collect();
        let mut refused = 0;
        for a in &names {
            for b in &names {
                for f in a.forms.iter() {
                    for g in b.forms.iter() {
                        for alike in [false, true] {
                            if super::unlike(f, g, alike) {
                                refused += 1;
                                let mode = cuibono_text::Mode::Plain;
                                for strict in [false, true] {
                                    let full =
                                        super::letters_alike(a, f, b, g, mode, strict, alike);
                                    assert_eq!(full, None, "{} {}", a.text(), b.text());
                                }
                            }
                        }
                    }
                }
            }
        }
        assert!(refused > 100_000, "{refused}");
    }
}
