//! Which word of one name met which word of the other. Greedy over the surest meetings, after exact
//! ones; bounded by the number of words a name may have.

use crate::ablate::Without;
use crate::name::{Name, Role, Token};
use crate::pair::{How, Met, joined, pair};

/// Most words of one name; as in the analyser, with room for pieces cut out of words.
pub(crate) const MAX_TOKENS: usize = 48;

/// A meeting of one or more words with one or more words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// First word and count on each side.
    pub a: (u8, u8),
    pub b: (u8, u8),
    pub how: How,
    pub q: f32,
}

/// The alignment of two names.
pub(crate) struct Alignment {
    pub edges: [Edge; MAX_TOKENS],
    pub count: usize,
    /// Words met, one bit each.
    pub a: u64,
    pub b: u64,
}

impl Alignment {
    /// Nothing met yet.
    pub(crate) fn new() -> Alignment {
        let empty = Edge { a: (0, 0), b: (0, 0), how: How::Exact, q: 0.0 };
        Alignment { edges: [empty; MAX_TOKENS], count: 0, a: 0, b: 0 }
    }

    pub(crate) fn edges(&self) -> &[Edge] {
        &self.edges[..self.count]
    }

    fn add(&mut self, a: (u8, u8), b: (u8, u8), met: Met) {
        if self.count < MAX_TOKENS {
            self.edges[self.count] = Edge { a, b, how: met.how, q: met.q };
            self.count += 1;
            self.a |= bits(a);
            self.b |= bits(b);
        }
    }
}

const fn bits((start, len): (u8, u8)) -> u64 {
    ((1u64 << len) - 1) << start
}

/// Aligns two names into `out`, which must be new. `person` decides what is known of words.
pub(crate) fn align(a: &Name, b: &Name, person: bool, out: &mut Alignment) {
    let (n, m) = (a.tokens.len().min(MAX_TOKENS), b.tokens.len().min(MAX_TOKENS));
    // Equal words first, in order, so that the usual case costs nothing more.
    for i in 0..n {
        for j in 0..m {
            let (x, y) = (&a.tokens[i], &b.tokens[j]);
            if out.b >> j & 1 == 0
                && x.hash == y.hash
                && x.role != Role::Repeat
                && y.role != Role::Repeat
                && kin(x, y)
            {
                out.add((i as u8, 1), (j as u8, 1), Met { how: How::Exact, q: 1.0 });
                break;
            }
        }
    }
    if out.count == n && out.count == m {
        return;
    }
    rest(a, b, person, n, m, out);
}

/// Whether the two roles may name the same part at all.
fn kin(x: &Token, y: &Token) -> bool {
    (x.role == Role::Number) == (y.role == Role::Number)
}

fn rest(a: &Name, b: &Name, person: bool, n: usize, m: usize, out: &mut Alignment) {
    const MOST: usize = 96;
    let none = Met { how: How::Exact, q: 0.0 };
    // Filled only when something meets: most names share nothing.
    let mut found: Option<[(f32, u8, u8, Met); MOST]> = None;
    let mut count = 0;
    // How near a miss was matters only where something else met.
    let alike = out.count > 0;
    let off = a.off | b.off;
    for i in 0..n {
        if out.a >> i & 1 == 1 {
            continue;
        }
        let x = &a.tokens[i];
        if skipped(x) {
            continue;
        }
        for j in 0..m {
            let y = &b.tokens[j];
            if out.b >> j & 1 == 1 || skipped(y) || !kin(x, y) {
                continue;
            }
            if let Some(met) = pair(a, x, b, y, person, alike) {
                // Words at like places are likelier to be the same when all else is equal.
                let apart = (i as f32 / n as f32 - j as f32 / m as f32).abs();
                let rank = met.q * (x.weight + y.weight) - 0.05 * apart
                    + f32::from(u8::from(x.role == y.role)) * 0.02;
                if count < MOST {
                    let found = found.get_or_insert([(0.0, 0, 0, none); MOST]);
                    found[count] = (rank, i as u8, j as u8, met);
                    count += 1;
                }
            }
        }
    }
    let found = found.as_mut().map_or(&mut [][..], |found| &mut found[..count]);
    found.sort_unstable_by(|p, q| q.0.total_cmp(&p.0).then((p.1, p.2).cmp(&(q.1, q.2))));
    // Sure meetings of single words, then words written together or apart, then the doubtful.
    for sure in [true, false] {
        for &(_, i, j, met) in found.iter() {
            if (met.q >= 0.9) == sure && out.a >> i & 1 == 0 && out.b >> j & 1 == 0 {
                out.add((i, 1), (j, 1), met);
            }
        }
        if sure && off & Without::Joining.bit() == 0 {
            join_all(a, b, n, m, out);
        }
    }
    if off & Without::Acronyms.bit() == 0 {
        acronyms(a, b, n, m, out);
        acronyms_mirrored(a, b, n, m, out);
    }
}

fn skipped(token: &Token) -> bool {
    matches!(token.role, Role::Repeat | Role::Title)
}

/// What joining needs of a name's words, gathered once.
struct Lengths {
    /// Letters of the first form.
    letters: [u8; MAX_TOKENS],
    /// Order-free sum over them.
    sums: [u32; MAX_TOKENS],
    count: usize,
}

impl Lengths {
    fn of(name: &Name, count: usize) -> Lengths {
        let mut out = Lengths { letters: [0; MAX_TOKENS], sums: [0; MAX_TOKENS], count };
        for (i, token) in name.tokens[..count].iter().enumerate() {
            if let Some(form) = name.forms_of(token).first() {
                out.letters[i] = (form.text.1 - form.text.0) as u8;
                out.sums[i] = form.letters_sum;
            }
        }
        out
    }
}

/// Runs of two to four words against one, both ways.
fn join_all(a: &Name, b: &Name, n: usize, m: usize, out: &mut Alignment) {
    let free = |mask: u64, len: usize| len.saturating_sub(mask.count_ones() as usize);
    if (free(out.a, n) < 2 || free(out.b, m) == 0) && (free(out.b, m) < 2 || free(out.a, n) == 0) {
        return;
    }
    let (of_a, of_b) = (Lengths::of(a, n), Lengths::of(b, m));
    join_runs(a, &of_a, b, &of_b, false, out);
    join_runs(b, &of_b, a, &of_a, true, out);
}

fn join_runs(
    a: &Name,
    of_a: &Lengths,
    b: &Name,
    of_b: &Lengths,
    swapped: bool,
    out: &mut Alignment,
) {
    for i in 0..of_a.count {
        for len in (2..=4usize.min(of_a.count - i)).rev() {
            let mask = bits((i as u8, len as u8));
            let (ours, theirs) = if swapped { (out.b, out.a) } else { (out.a, out.b) };
            if ours & mask != 0 {
                continue;
            }
            let letters: usize =
                of_a.letters[i..i + len].iter().map(|&count| usize::from(count)).sum();
            let sum = of_a.sums[i..i + len].iter().fold(0u32, |all, s| all.wrapping_add(*s));
            for j in 0..of_b.count {
                if theirs >> j & 1 == 1 || usize::from(of_b.letters[j]).abs_diff(letters) > 8 {
                    continue;
                }
                let whole = &b.tokens[j];
                // A joined word begins as its first part does, unless it was transliterated or
                // shuffled.
                let first = &a.tokens[i];
                let begins = first.first[0] == whole.first[0] || first.foreign != whole.foreign;
                if !(begins || sum == of_b.sums[j]) || skipped(whole) {
                    continue;
                }
                if let Some(met) = join_run(a, i, len, b, whole) {
                    let (run, one) = ((i as u8, len as u8), (j as u8, 1));
                    if swapped {
                        out.add(one, run, met)
                    } else {
                        out.add(run, one, met)
                    }
                    break;
                }
            }
        }
    }
}

fn join_run(a: &Name, i: usize, len: usize, b: &Name, whole: &Token) -> Option<Met> {
    let mut parts: [&Token; 4] = [&a.tokens[i]; 4];
    for (slot, token) in parts.iter_mut().zip(&a.tokens[i..i + len]) {
        *slot = token;
    }
    joined(a, &parts[..len], b, whole).filter(|met| met.q >= 0.55)
}

/// A short word against the first letters of several words in order.
fn acronyms(a: &Name, b: &Name, n: usize, m: usize, out: &mut Alignment) {
    for i in 0..n {
        if out.a >> i & 1 == 0
            && let Some((start, len)) = acronym_of(a, &a.tokens[i], b, m, out.b)
        {
            out.add((i as u8, 1), (start, len), Met { how: How::Acronym, q: 0.88 });
        }
    }
}

fn acronyms_mirrored(a: &Name, b: &Name, n: usize, m: usize, out: &mut Alignment) {
    for j in 0..m {
        if out.b >> j & 1 == 0
            && let Some((start, len)) = acronym_of(b, &b.tokens[j], a, n, out.a)
        {
            out.add((start, len), (j as u8, 1), Met { how: How::Acronym, q: 0.88 });
        }
    }
}

/// The run of unmet words whose first letters spell the token, little words aside.
fn acronym_of(a: &Name, token: &Token, b: &Name, m: usize, met: u64) -> Option<(u8, u8)> {
    let person = token.role == Role::Initials;
    if !(person || token.role == Role::Word) {
        return None;
    }
    let form = a.forms_of(token).first()?;
    let letters = a.letters(form);
    let least = if person { 2 } else { 3 };
    if letters.len() < least || letters.len() > 7 || (token.given[0] != 0 && a.main > 1) {
        return None;
    }
    // Each letter takes a word of its own.
    if m < letters.len() {
        return None;
    }
    for start in 0..=m - letters.len() {
        let mut at = 0;
        let mut j = start;
        while j < m && at < letters.len() && met >> j & 1 == 0 {
            let other = &b.tokens[j];
            let head = other.first.contains(&letters[at]);
            if head {
                at += 1;
            } else if other.role != Role::Stop || j == start {
                break;
            }
            j += 1;
        }
        if at == letters.len() && j - start >= letters.len() {
            return Some((start as u8, (j - start) as u8));
        }
    }
    None
}
