//! Whether two words are the same word: by letters, by what is known of names, by sound, by a slip of
//! the pen. The answer says how, and how surely.

use crate::ablate::Without;
use crate::name::{Form, Name, Role, Token};
use crate::slips::{classes_apart, spelled_alike, tolerance};
use cuibono_text::{Mode, Scheme, distance};
use serde::Serialize;

/// How two words, or runs of words, met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum How {
    /// The same letters.
    Exact,
    /// The same letters in another script, by a transliteration table.
    Transliteration,
    /// Different spelling of the same sound.
    Sound,
    /// A known other spelling or form of the same name in another language.
    Variant,
    /// The same family name with a man's and a woman's ending.
    GenderedEnding,
    /// A short or pet form.
    Nickname,
    /// One is the first letter of the other.
    Initial,
    /// A slip: letters changed, swapped, added or lost.
    Typo,
    /// The same consonants.
    Consonants,
    /// The same letters in another order.
    Shuffled,
    /// One word here, several there.
    Joined,
    /// First letters of several words.
    Acronym,
    /// Words of one meaning, or a translation.
    Meaning,
    /// The same number.
    Number,
    /// One is the beginning of the other.
    Abbreviation,
    /// Alike, but too little to be the same.
    Alike,
}

/// A meeting of two words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Met {
    pub how: How,
    /// Similarity, above 0 to 1.
    pub q: f32,
}

pub(crate) const fn met(how: How, q: f32) -> Option<Met> {
    Some(Met { how, q })
}

#[inline]
fn shares<const N: usize>(a: &[u16; N], b: &[u16; N]) -> Option<(usize, usize)> {
    for (i, &x) in a.iter().enumerate() {
        if x == 0 {
            break;
        }
        for (j, &y) in b.iter().enumerate() {
            if y == 0 {
                break;
            }
            if x == y {
                return Some((i, j));
            }
        }
    }
    None
}

/// Compares two tokens as words of persons' names (`person`) or others. Words too different to be
/// one are told apart from wholly different ones only where `alike` asks for it.
pub(crate) fn pair(
    a: &Name,
    x: &Token,
    b: &Name,
    y: &Token,
    person: bool,
    alike: bool,
) -> Option<Met> {
    if x.role == Role::Number || y.role == Role::Number {
        return match (x.role == y.role, x.number == y.number) {
            (true, true) if x.hash == y.hash => met(How::Exact, 1.0),
            (true, true) => met(How::Number, 0.97),
            _ => None,
        };
    }
    if x.hash == y.hash {
        return met(How::Exact, 1.0);
    }
    if matches!(x.role, Role::Initial | Role::Initials)
        || matches!(y.role, Role::Initial | Role::Initials)
    {
        return initial(a, x, b, y);
    }
    // A particle is never another word's misspelling.
    if (x.role == Role::Particle) != (y.role == Role::Particle) {
        return None;
    }
    // The father of Yusuf is not Yusuf.
    if x.kunya != y.kunya {
        return sounds_same(a, x, b, y).then_some(Met { how: How::Sound, q: 0.9 });
    }
    if x.concept != 0 && x.concept == y.concept {
        // In one script, words of one meaning name one company only when one is a form of the other.
        return if x.foreign != y.foreign {
            met(How::Meaning, 0.95)
        } else if inflected(a, x, b, y) {
            met(How::Meaning, 0.92)
        } else {
            met(How::Alike, 0.3)
        };
    }
    if x.place != 0 && x.place == y.place {
        return met(How::Meaning, 0.92);
    }
    let (xs, ys) = (a.forms_of(x), b.forms_of(y));
    let foreign = x.foreign != y.foreign;
    for f in xs {
        for g in ys {
            if f.hash == g.hash {
                return met(if foreign { How::Transliteration } else { How::Sound }, 0.99);
            }
        }
    }
    if person {
        if let Some((i, j)) = shares(&x.given, &y.given) {
            let pet = (x.pet >> i & 1) != (y.pet >> j & 1);
            let loose = (x.pet >> i & 1) == 1 && (y.pet >> j & 1) == 1;
            return if pet {
                met(How::Nickname, 0.85)
            } else {
                met(How::Variant, if loose { 0.75 } else { 0.92 })
            };
        }
        if shares(&x.family, &y.family).is_some() {
            return met(How::Variant, 0.92);
        }
    }
    if (a.off | b.off) & Without::Slips.bit() != 0 {
        return None;
    }
    // Words whose consonants differ in two classes sound different, whatever their vowels.
    let near = classes_apart(&xs[0], &ys[0]) <= 1;
    if near || xs.len() > 1 || ys.len() > 1 {
        for f in xs {
            for g in ys {
                if f.sound_hash == g.sound_hash
                    || f.glide_hash == g.sound_hash
                    || f.sound_hash == g.glide_hash
                {
                    let short = f.sound.1 - f.sound.0 < 3;
                    return met(How::Sound, if short { 0.85 } else { 0.95 });
                }
            }
        }
    }
    if person && near && gendered(a, &xs[0], b, &ys[0]) {
        return met(How::GenderedEnding, 0.92);
    }
    if differ_by_list(x, y, person) {
        return None;
    }
    if !person && x.first[0] == y.first[0] {
        if near && plural(a, &xs[0], b, &ys[0]) {
            return met(How::Variant, 0.9);
        }
        if adjective(a, &xs[0], b, &ys[0]) {
            return met(How::Meaning, 0.88);
        }
        if abbreviated(a, x, b, y) {
            return met(How::Abbreviation, 0.78);
        }
    }
    spelled_alike(a, x, b, y, person, alike)
}

fn sounds_same(a: &Name, x: &Token, b: &Name, y: &Token) -> bool {
    a.forms_of(x).iter().any(|f| b.forms_of(y).iter().any(|g| f.sound_hash == g.sound_hash))
}

/// Both words are known and are known to be different.
fn differ_by_list(x: &Token, y: &Token, person: bool) -> bool {
    if person {
        let known_given = x.given[0] != 0 && y.given[0] != 0;
        let known_family =
            x.family[0] != 0 && y.family[0] != 0 && x.given[0] == 0 && y.given[0] == 0;
        known_given || known_family
    } else {
        let known = |t: &Token| t.concept != 0 || t.place != 0;
        known(x) && known(y)
    }
}

/// How a joined run is compared: as its least certain part was read.
fn joined_mode(a: &Name, parts: &[&Token], whole: &Form) -> Mode {
    let any = |wanted: fn(&Form) -> bool| parts.iter().any(|t| a.forms_of(t).iter().any(wanted));
    if any(|f| f.mode == Mode::Consonants) {
        Mode::Consonants
    } else if any(|f| f.scheme == Scheme::Pinyin || f.mode == Mode::Syllables) {
        Mode::Syllables
    } else {
        whole.mode
    }
}

/// Two forms of one word: a long common beginning, or a short spelling of the longer.
fn inflected(a: &Name, x: &Token, b: &Name, y: &Token) -> bool {
    let (Some(f), Some(g)) = (a.forms_of(x).first(), b.forms_of(y).first()) else { return false };
    let (s, t) = (a.letters(f), b.letters(g));
    let common = s.iter().zip(t).take_while(|(c, d)| c == d).count();
    let shorter = s.len().min(t.len());
    common + 2 >= shorter && common >= 3 || common >= 5 || (shorter <= 6 && letters_in_order(s, t))
}

/// Whether the letters of the shorter word stand in this order in the longer, which begins alike.
fn letters_in_order(s: &[u8], t: &[u8]) -> bool {
    let (short, long) = if s.len() <= t.len() { (s, t) } else { (t, s) };
    if short.first() != long.first() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|d| c == d))
}

/// One is the English plural of the other.
fn plural(a: &Name, f: &Form, b: &Name, g: &Form) -> bool {
    let (s, t) = (a.letters(f), b.letters(g));
    let (short, long) = if s.len() <= t.len() { (s, t) } else { (t, s) };
    short.len() >= 4
        && (long.strip_suffix(b"s") == Some(short) || long.strip_suffix(b"es") == Some(short))
}

/// A place or name and the adjective made of it: Murom, Muromskiy.
fn adjective(a: &Name, f: &Form, b: &Name, g: &Form) -> bool {
    let (s, t) = (a.letters(f), b.letters(g));
    let (short, long) = if s.len() <= t.len() { (s, t) } else { (t, s) };
    const ENDINGS: [&[u8]; 14] = [
        b"skiy", b"skii", b"skyi", b"sky", b"ski", b"skaya", b"skaia", b"skoe", b"skoye", b"ska",
        b"ske", b"skij", b"ivskyi", b"ovskiy",
    ];
    short.len() >= 4
        && long.len() > short.len() + 1
        && long.starts_with(short)
        && ENDINGS.iter().any(|ending| &long[short.len()..] == *ending)
}

/// A written abbreviation: "pharm." for pharmaceutical, "mfg" for manufacturing.
fn abbreviated(a: &Name, x: &Token, b: &Name, y: &Token) -> bool {
    let (Some(f), Some(g)) = (a.forms_of(x).first(), b.forms_of(y).first()) else { return false };
    let (s, t) = (a.letters(f), b.letters(g));
    let (short, long, token) = if s.len() <= t.len() { (s, t, x) } else { (t, s, y) };
    if !(3..=5).contains(&short.len()) || long.len() < short.len() + 3 {
        return false;
    }
    let consonants = !short.iter().any(|c| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    (token.dotted && long.starts_with(short)) || (consonants && letters_in_order(short, long))
}

/// Same stem with the endings of a man's and a woman's family name.
fn gendered(a: &Name, f: &Form, b: &Name, g: &Form) -> bool {
    let (s, t) = (a.letters(f), b.letters(g));
    let (short, long) = if s.len() <= t.len() { (s, t) } else { (t, s) };
    let common = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    if short.len() < 4 || long.len() - short.len() > 3 || common < 3 || short.len() - common > 4 {
        return false;
    }
    const ENDINGS: [(&str, &str); 16] = [
        ("ov", "ova"),
        ("ev", "eva"),
        ("in", "ina"),
        ("yn", "yna"),
        ("sky", "skaya"),
        ("skiy", "skaya"),
        ("skyi", "ska"),
        ("ski", "ska"),
        ("cki", "cka"),
        ("sky", "ska"),
        ("skii", "skaia"),
        ("y", "a"),
        ("off", "ova"),
        ("ow", "owa"),
        ("ov", "ovaite"),
        ("skij", "skaja"),
    ];
    ENDINGS.iter().any(|&(man, woman)| {
        let forward = short.strip_suffix(man.as_bytes()).zip(long.strip_suffix(woman.as_bytes()));
        let backward = short.strip_suffix(woman.as_bytes()).zip(long.strip_suffix(man.as_bytes()));
        [forward, backward].into_iter().flatten().any(|(x, y)| x == y && x.len() >= 3)
    })
}

/// One of the two is an initial.
fn initial(a: &Name, x: &Token, b: &Name, y: &Token) -> Option<Met> {
    if matches!(x.role, Role::Initials | Role::Particle)
        || matches!(y.role, Role::Initials | Role::Particle)
    {
        return None;
    }
    let both = x.role == Role::Initial && y.role == Role::Initial;
    let heads = |name: &Name, token: &Token| {
        let mut heads = [0u8; 4];
        for (slot, form) in heads.iter_mut().zip(name.forms_of(token)) {
            *slot = name.letters(form).first().copied().unwrap_or(0);
        }
        heads
    };
    let (p, q) = (heads(a, x), heads(b, y));
    let mut close = false;
    for &c in p.iter().filter(|&&c| c != 0) {
        for &d in q.iter().filter(|&&d| d != 0) {
            if c == d {
                return met(How::Initial, if both { 0.95 } else { 0.85 });
            }
            close |= alike_head(c, d);
        }
    }
    let foreign = x.foreign != y.foreign;
    if close { met(How::Initial, if foreign { 0.7 } else { 0.55 }) } else { None }
}

/// First letters that transliterations of one name may begin with.
fn alike_head(c: u8, d: u8) -> bool {
    let (c, d) = if c < d { (c, d) } else { (d, c) };
    matches!(
        (c, d),
        (b'i', b'y')
            | (b'j', b'y')
            | (b'i', b'j')
            | (b'e', b'y')
            | (b'c', b'k')
            | (b'g', b'h')
            | (b'v', b'w')
            | (b'f', b'p')
    )
}

/// Several words of one name together against one of the other: `parts` joined against `whole`.
pub(crate) fn joined(a: &Name, parts: &[&Token], b: &Name, whole: &Token) -> Option<Met> {
    if matches!(whole.role, Role::Number | Role::Initial) {
        return None;
    }
    let mut buffer = [0u8; 64];
    let mut best: Option<Met> = None;
    // The parts' readings by the same rank go together: first with first.
    let room = if parts.iter().any(|t| t.foreign != whole.foreign) { 4 } else { 2 };
    for rank in 0..2 {
        let width = |form: &Form| usize::from(form.text.1 - form.text.0);
        let total: usize = parts
            .iter()
            .filter_map(|t| a.forms_of(t).get(rank).or_else(|| a.forms_of(t).first()))
            .map(width)
            .sum();
        if b.forms_of(whole).iter().all(|form| width(form).abs_diff(total) > room) {
            if parts.iter().all(|t| t.forms.1 < 2) {
                break;
            }
            continue;
        }
        let mut len = 0;
        let mut sum = 0u32;
        for token in parts {
            let forms = a.forms_of(token);
            let form = forms.get(rank).or_else(|| forms.first())?;
            let letters = a.letters(form);
            let room = buffer.len() - len;
            if letters.len() > room {
                return best;
            }
            buffer[len..len + letters.len()].copy_from_slice(letters);
            len += letters.len();
            sum = sum.wrapping_add(form.letters_sum);
        }
        let text = &buffer[..len];
        for form in b.forms_of(whole) {
            let letters = b.letters(form);
            if letters == text {
                return met(How::Joined, 0.96);
            }
            let near = letters.len().abs_diff(len) <= room && len >= 5;
            if !near {
                continue;
            }
            if form.letters_sum == sum {
                best = met(How::Joined, 0.72);
                continue;
            }
            let sound = cuibono_text::sound(text);
            let other = b.sound(form);
            let allowed = tolerance(sound.as_bytes().len().min(other.len())) * 8 / 10;
            let mode = joined_mode(a, parts, form);
            let allowed = match mode {
                Mode::Syllables => allowed.max(24 * sound.as_bytes().len().min(other.len()) as u32),
                _ => allowed,
            };
            if let Some(cost) = distance(sound.as_bytes(), other, mode, allowed) {
                let q = 0.93 - 0.35 * cost as f32 / allowed.max(1) as f32;
                if best.is_none_or(|best| q > best.q) {
                    best = met(How::Joined, q);
                }
            }
        }
        if parts.iter().all(|t| t.forms.1 < 2) {
            break;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use crate::{How, Kind, analyse};

    fn how(a: &str, b: &str, kind: Kind) -> Option<(How, f32)> {
        let (a, b) = (analyse(a, kind), analyse(b, kind));
        super::pair(&a, &a.tokens[0], &b, &b.tokens[0], kind == Kind::Person, false)
            .map(|m| (m.how, m.q))
    }

    #[test]
    fn words_meet() {
        for (a, b, expected) in [
            ("zorin", "Zorin", Some(How::Exact)),
            ("Зорин", "Zorin", Some(How::Transliteration)),
            ("Yuriy", "Iurii", Some(How::Variant)),
            ("Zorinskyy", "Zorynskyi", Some(How::Sound)),
            ("Zorova", "Zorov", Some(How::GenderedEnding)),
            ("Bill", "William", Some(How::Nickname)),
            ("Kvitkova", "Kvitokva", Some(How::Shuffled)),
            ("Lindqvistt", "Lindkvist", Some(How::Sound)),
            ("Olga", "Oleg", None),
            ("Petrov", "Pavlov", None),
        ] {
            assert_eq!(how(a, b, Kind::Person).map(|(h, _)| h), expected, "{a} {b}");
        }
    }
}
