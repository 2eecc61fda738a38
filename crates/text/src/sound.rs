//! How a Latin word sounds, in one alphabet for the spellings of many languages: the *sound form*
//! keeps vowels and voice, the *skeleton* keeps only classes of consonants. Both are for finding and
//! comparing, never for display.

/// Longest word, in bytes, that gets a sound form; the rest of a longer word is not looked at.
pub const MAX_WORD: usize = 28;

/// The sound form: bytes `a-z`, plus `S` (sh), `C` (ch), `Z` (zh) and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sound {
    bytes: [u8; MAX_WORD + 4],
    len: u8,
}

impl Sound {
    /// The bytes of the form.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len as usize]
    }

    fn push(&mut self, byte: u8) {
        let len = self.len as usize;
        // Doubled letters are one sound; doubled digits are not.
        if len > 0 && self.bytes[len - 1] == byte && !byte.is_ascii_digit() {
            return;
        }
        if len < self.bytes.len() {
            self.bytes[len] = byte;
            self.len += 1;
        }
    }

    fn last(&self) -> u8 {
        if self.len == 0 { 0 } else { self.bytes[self.len as usize - 1] }
    }
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// The sound form of a lower-case ASCII word.
#[must_use]
pub fn sound(word: &[u8]) -> Sound {
    let w = &word[..word.len().min(MAX_WORD)];
    let mut out = Sound { bytes: [0; MAX_WORD + 4], len: 0 };
    let n = w.len();
    let mut i = 0;
    while i < n {
        let c = w[i];
        let next = if i + 1 < n { w[i + 1] } else { 0 };
        let after = if i + 2 < n { w[i + 2] } else { 0 };
        let rest = &w[i..];
        i += match c {
            b's' if rest.starts_with(b"shch") => {
                out.push(b'S');
                4
            }
            b's' if rest.starts_with(b"szcz") => {
                out.push(b'S');
                4
            }
            b's' if rest.starts_with(b"sch") => {
                out.push(b'S');
                3
            }
            b's' if next == b'h' => {
                out.push(b'S');
                2
            }
            b's' if next == b'z' => {
                out.push(b's');
                2
            }
            b't' if rest.starts_with(b"tsch") => {
                out.push(b'C');
                4
            }
            b't' if rest.starts_with(b"tch") => {
                out.push(b'C');
                3
            }
            b't' if next == b's' || next == b'z' => {
                out.push(b'c');
                2
            }
            b't' if next == b'h' => {
                out.push(b't');
                2
            }
            b'c' if next == b'h' => {
                out.push(b'C');
                2
            }
            b'c' if next == b'z' => {
                out.push(b'C');
                2
            }
            b'c' if next == b'k' => {
                out.push(b'k');
                2
            }
            b'c' if matches!(next, b'e' | b'i' | b'y') => {
                out.push(b's');
                1
            }
            // South Slavic names end in -ic where others write -ich.
            b'c' if next == 0 && out.last() == b'i' => {
                out.push(b'C');
                1
            }
            b'c' => {
                out.push(b'k');
                1
            }
            b'z' if next == b'h' => {
                out.push(b'Z');
                2
            }
            b'd' if rest.starts_with(b"dzh") => {
                out.push(b'j');
                3
            }
            b'd' if next == b'j' => {
                out.push(b'j');
                2
            }
            b'd' if next == b'z' => {
                out.push(b'z');
                2
            }
            b'd' if next == b'h' => {
                out.push(b'd');
                2
            }
            b'd' if next == b't' => {
                out.push(b't');
                2
            }
            b'k' if next == b'h' => {
                out.push(b'h');
                2
            }
            b'k' if next == b's' => {
                out.push(b'k');
                out.push(b's');
                2
            }
            b'g' if next == b'h' => {
                out.push(b'g');
                2
            }
            b'p' if next == b'h' => {
                out.push(b'f');
                2
            }
            b'b' if next == b'h' => {
                out.push(b'b');
                2
            }
            b'r' if next == b'h' => {
                out.push(b'r');
                2
            }
            b'w' if next == b'h' => {
                out.push(b'v');
                2
            }
            b'q' if next == b'u' => {
                out.push(b'k');
                if after == b'a' || after == b'o' {
                    out.push(b'v');
                }
                2
            }
            b'q' => {
                out.push(b'k');
                1
            }
            b'x' if out.len == 0 => {
                out.push(b's');
                1
            }
            b'x' => {
                out.push(b'k');
                out.push(b's');
                1
            }
            b'w' => {
                out.push(b'v');
                1
            }
            b'f' if matches!(out.last(), b'o' | b'e')
                && (next == 0 || (next == b'f' && after == 0)) =>
            {
                out.push(b'v');
                2
            }
            b'e' if matches!(next, b'i' | b'y' | b'j') => {
                out.push(b'e');
                2
            }
            b'a' if matches!(next, b'i' | b'y' | b'j') => {
                out.push(b'e');
                2
            }
            b'a' if next == b'w' && after != 0 && !is_vowel(after) => {
                out.push(b'o');
                2
            }
            b'a' if next == b'e' => {
                out.push(b'e');
                2
            }
            b'o' if next == b'u' || next == b'o' => {
                out.push(b'u');
                2
            }
            b'o' if next == b'e' => {
                out.push(b'o');
                2
            }
            b'u' if next == b'e' && after != 0 => {
                out.push(b'u');
                2
            }
            b'e' if next == b'e' => {
                out.push(b'i');
                2
            }
            b'i' | b'y' | b'j' if glide(c, &out) => {
                // A run of i, y, j is one i; before e it is not heard at all.
                let mut run = 1;
                while i + run < n && matches!(w[i + run], b'i' | b'y' | b'j') {
                    run += 1;
                }
                if i + run < n && w[i + run] == b'e' {
                    if out.len > 0 && out.last() == b'i' {
                        out.len -= 1;
                    }
                } else {
                    out.push(b'i');
                }
                run
            }
            _ => {
                out.push(c);
                1
            }
        };
    }
    out
}

fn glide(c: u8, out: &Sound) -> bool {
    // j is a consonant in English and French and a glide after a vowel or in Slavic clusters.
    c != b'j'
        || (out.len > 0
            && (is_vowel(out.last()) || matches!(out.last(), b'l' | b'n' | b's' | b't' | b'd')))
}

/// The sound form with a leading `j` read as in German and Slavic languages; `None` when the word
/// does not begin with one.
#[must_use]
pub fn sound_with_glide(word: &[u8]) -> Option<Sound> {
    if word.first() != Some(&b'j') || word.len() < 2 {
        return None;
    }
    let mut spelled = [0u8; MAX_WORD];
    let len = word.len().min(MAX_WORD);
    spelled[..len].copy_from_slice(&word[..len]);
    spelled[0] = b'y';
    Some(sound(&spelled[..len]))
}

/// Classes of consonants of a sound form, without vowels and h: at most eight, four bits each, the
/// first class in the lowest bits. Zero for a word without consonants.
#[must_use]
pub fn skeleton(sound: &[u8]) -> u32 {
    let mut key = 0u32;
    let mut last = 0;
    let mut at = 0;
    for &byte in sound {
        let class = match byte {
            b'b' | b'p' => 1,
            b'f' | b'v' => 2,
            b'g' | b'k' => 3,
            b'd' | b't' => 4,
            b's' | b'z' | b'S' | b'Z' | b'C' | b'c' | b'j' => 5,
            b'm' => 6,
            b'n' => 7,
            b'l' => 8,
            b'r' => 9,
            b'0'..=b'9' => 10 + u32::from((byte - b'0') % 5),
            _ => {
                last = 0;
                continue;
            }
        };
        if class != last && at < 8 {
            key |= class << (4 * at);
            at += 1;
        }
        last = class;
    }
    key
}

/// One bit for each skeleton class and each kind of letter a sound form holds, for refusing hopeless
/// pairs before any alignment.
#[must_use]
pub fn letters(sound: &[u8]) -> u32 {
    let mut mask = 0;
    for &byte in sound {
        mask |= 1 << index(byte);
    }
    mask
}

/// Position of a sound-form byte in tables of 32: a-z, then S, C, Z, low digits, high digits, other.
#[must_use]
pub(crate) const fn index(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => (byte - b'a') as usize,
        b'S' => 26,
        b'C' => 27,
        b'Z' => 28,
        b'0'..=b'4' => 29,
        b'5'..=b'9' => 30,
        _ => 31,
    }
}

/// A phonetic key for blocking: the skeleton, with the first sound's class in front so that a word
/// that begins with a vowel differs from one that does not. Never zero.
#[must_use]
pub fn phonetic_key(word: &str) -> u32 {
    let form = sound(word.as_bytes());
    let vowel_first = form.as_bytes().first().is_some_and(|&b| is_vowel(b));
    (skeleton(form.as_bytes()) << 1 | u32::from(vowel_first)).wrapping_add(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(word: &str) -> String {
        String::from_utf8(sound(word.as_bytes()).as_bytes().to_vec()).expect("ASCII")
    }

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for group in [
            &["sergei", "sergey", "sergej"][..],
            &["yuri", "yuriy", "yurii", "iurii", "yury"],
            &["shcherbakov", "scherbakov", "shcherbakow", "scherbakoff"],
            &["yulia", "iuliia", "yuliya", "iulija"],
            &["husain", "husayn", "husein"],
            &["dmitry", "dmitri", "dmitriy", "dmitrii", "dmitrij"],
            &["nikolai", "nikolay", "nikolaj"],
            &["phillip", "filip", "philip"],
            &["vuchich", "vuchic"],
            &["alexander", "aleksander"],
            &["yelena", "elena"],
        ] {
            for word in group {
                assert_eq!(text(word), text(group[0]), "{word}");
            }
        }
        let glide = sound_with_glide(b"julia").expect("begins with j");
        assert_eq!(glide.as_bytes(), sound(b"yulia").as_bytes());
    }

    #[test]
    fn different_names_do_not() {
        for (a, b) in [
            ("olga", "oleg"),
            ("ivan", "iwona"),
            ("ali", "ala"),
            ("kim", "kin"),
            ("frank", "frederik"),
        ] {
            assert_ne!(text(a), text(b), "{a} {b}");
        }
    }

    #[test]
    fn skeletons() {
        for (a, b) in [
            ("mohammed", "muhamad"),
            ("osama", "usama"),
            ("schmidt", "smit"),
            ("gadafi", "qaddafy"),
        ] {
            assert_eq!(
                skeleton(sound(a.as_bytes()).as_bytes()),
                skeleton(sound(b.as_bytes()).as_bytes()),
                "{a} {b}"
            );
        }
        assert_ne!(phonetic_key("anna"), phonetic_key("nina"));
    }
}
