//! How far apart two words sound: an edit distance whose costs know which letters are easily taken
//! for each other. Bounded by the words' length limit; no allocation.

use crate::sound::{MAX_WORD, index};

/// Costs are in hundredths of one letter.
pub const LETTER: u32 = 100;

/// How a word came to be in Latin letters, which decides what a difference costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Written with its vowels.
    Plain,
    /// At least one side lacks vowels: Arabic and Hebrew letters.
    Consonants,
    /// At least one side was spelled by syllables: Han or kana for a foreign name.
    Syllables,
}

struct Costs {
    substitute: [[u8; 32]; 32],
    drop: [u8; 32],
}

const fn set(mut table: [[u8; 32]; 32], pairs: &[(u8, u8, u8)]) -> [[u8; 32]; 32] {
    let mut i = 0;
    while i < pairs.len() {
        let (a, b, cost) = pairs[i];
        table[index(a)][index(b)] = cost;
        table[index(b)][index(a)] = cost;
        i += 1;
    }
    table
}

/// A letter in place of another that sounds nothing like it: rather another word than a slip.
const FOREIGN: u8 = 120;

const fn base(vowel: u8) -> [[u8; 32]; 32] {
    let mut table = [[FOREIGN; 32]; 32];
    let vowels = *b"aeiouy";
    let mut i = 0;
    while i < 6 {
        let mut j = 0;
        while j < 6 {
            table[index(vowels[i])][index(vowels[j])] = vowel;
            j += 1;
        }
        i += 1;
    }
    let mut k = 0;
    while k < 29 {
        table[k][k] = 0;
        k += 1;
    }
    table
}

const CONFUSED: &[(u8, u8, u8)] = &[
    (b'b', b'p', 60),
    (b'd', b't', 60),
    (b'g', b'k', 60),
    (b'g', b'h', 45),
    (b'h', b'k', 65),
    (b'f', b'v', 45),
    (b'v', b'b', 65),
    (b'v', b'u', 50),
    (b's', b'z', 35),
    (b's', b'S', 40),
    (b'S', b'C', 50),
    (b'c', b's', 30),
    (b'c', b'C', 40),
    (b'c', b'z', 40),
    (b'C', b'k', 60),
    (b'C', b'h', 60),
    (b'z', b'Z', 40),
    (b'Z', b'j', 40),
    (b'Z', b'S', 50),
    (b'j', b'g', 50),
    (b'j', b'i', 40),
    (b'j', b'h', 60),
    (b'j', b'C', 60),
    (b'm', b'n', 70),
    (b'l', b'r', 80),
    (b'l', b'i', 65),
    (b'k', b'c', 50),
    (b'f', b'h', 80),
    (b'f', b't', 70),
    (b'f', b'p', 70),
    (b'e', b'i', 30),
    (b'o', b'u', 30),
    (b'a', b'e', 40),
    (b'a', b'o', 40),
];

static PLAIN: Costs = Costs {
    substitute: set(base(50), CONFUSED),
    drop: drops(&[
        (b'a', 70),
        (b'e', 65),
        (b'i', 65),
        (b'o', 70),
        (b'u', 70),
        (b'y', 65),
        (b'h', 45),
        (b'j', 80),
        (b'r', 85),
        (b'l', 85),
        (b'g', 80),
    ]),
};

static CONSONANTS: Costs = Costs {
    substitute: set(
        set(base(12), CONFUSED),
        &[
            (b'u', b'v', 8),
            (b'o', b'v', 8),
            (b'i', b'j', 15),
            (b'h', b'k', 40),
            (b'h', b'C', 30),
            (b'S', b's', 30),
            (b'v', b'b', 20),
            (b'p', b'f', 25),
            (b'p', b'b', 35),
            (b'j', b'g', 15),
            (b't', b'd', 60),
            (b'z', b's', 35),
            (b'k', b'g', 55),
            (b'c', b's', 40),
            (b'c', b'z', 40),
        ],
    ),
    drop: drops(&[
        (b'a', 14),
        (b'e', 10),
        (b'i', 14),
        (b'o', 14),
        (b'u', 14),
        (b'y', 14),
        (b'h', 35),
    ]),
};

static SYLLABLES: Costs = Costs {
    substitute: set(
        set(base(35), CONFUSED),
        &[
            (b'l', b'r', 10),
            (b'b', b'v', 30),
            (b's', b'S', 30),
            (b's', b't', 60),
            (b'b', b'p', 35),
            (b'd', b't', 35),
            (b'g', b'k', 35),
            (b'f', b'h', 40),
            (b'C', b'k', 50),
            (b'S', b'h', 60),
            (b'v', b'u', 20),
            (b'j', b'd', 55),
            (b'j', b'z', 40),
            (b'j', b'C', 45),
            (b'S', b'j', 55),
            (b'c', b't', 40),
            (b'k', b'h', 50),
            (b'm', b'n', 45),
        ],
    ),
    drop: drops(&[
        (b'a', 45),
        (b'e', 30),
        (b'i', 35),
        (b'o', 40),
        (b'u', 25),
        (b'y', 35),
        (b'h', 40),
        (b'n', 65),
        (b'r', 45),
        (b'l', 60),
    ]),
};

const fn drops(cheap: &[(u8, u8)]) -> [u8; 32] {
    let mut table = [100u8; 32];
    let mut i = 0;
    while i < cheap.len() {
        table[index(cheap[i].0)] = cheap[i].1;
        i += 1;
    }
    table
}

/// Two neighbouring letters the other way round.
const SWAP: u32 = 70;

const WIDTH: usize = MAX_WORD + 5;

/// The distance between two sound forms in hundredths of a letter, or `None` when it is more than
/// `limit`. Symmetric; zero exactly for equal forms.
#[must_use]
pub fn distance(a: &[u8], b: &[u8], mode: Mode, limit: u32) -> Option<u32> {
    let costs = match mode {
        Mode::Plain => &PLAIN,
        Mode::Consonants => &CONSONANTS,
        Mode::Syllables => &SYLLABLES,
    };
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (mut a, mut b) = (&a[..a.len().min(WIDTH - 1)], &b[..b.len().min(WIDTH - 1)]);
    // What both share at either end costs nothing and need not be aligned, except that the last
    // letter before the difference may take part in a swap.
    while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
        if x != y {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    while let ([rest_a @ .., x], [rest_b @ .., y]) = (a, b) {
        if x != y {
            break;
        }
        (a, b) = (rest_a, rest_b);
    }
    // The longer must lose at least its surplus, at the cheapest rate.
    let cheapest = if mode == Mode::Plain { 45 } else { 10 };
    if (b.len() - a.len()) as u32 * cheapest > limit {
        return None;
    }
    if a.is_empty() {
        let rest: u32 = b.iter().map(|&c| u32::from(costs.drop[index(c)])).sum();
        return (rest <= limit).then_some(rest);
    }
    // Three rows in turn: two before are needed for a swap. Sums stay far below overflow.
    let n = a.len();
    let mut places = [0u8; WIDTH];
    let (mut one, mut two, mut three) = ([0u32; WIDTH], [0u32; WIDTH], [0u32; WIDTH]);
    for (j, &x) in a.iter().enumerate() {
        places[j] = index(x) as u8;
        one[j + 1] = one[j] + u32::from(costs.drop[index(x)]);
    }
    let (mut before, mut above, mut row) = (&mut three[..=n], &mut one[..=n], &mut two[..=n]);
    let places = &places[..n];
    let mut least_above = 0;
    for (i, &y) in b.iter().enumerate() {
        let at_y = index(y);
        let drop_y = u32::from(costs.drop[at_y]);
        let substitute = &costs.substitute[at_y];
        let mut diagonal = above[0];
        let mut left = diagonal.wrapping_add(drop_y);
        row[0] = left;
        let mut least = left;
        let cells = a.iter().zip(places).zip(row[1..].iter_mut().zip(&above[1..]));
        for (j, ((&x, &at_x), (cell, &up))) in cells.enumerate() {
            let at_x = usize::from(at_x & 31);
            let same = if x == y { 0 } else { u32::from(substitute[at_x]) };
            let dropped = left.wrapping_add(u32::from(costs.drop[at_x]));
            let mut best = diagonal.wrapping_add(same).min(up.wrapping_add(drop_y)).min(dropped);
            if i > 0 && j > 0 && x == b[i - 1] && y == a[j - 1] {
                best = best.min(before[j - 1].wrapping_add(SWAP));
            }
            *cell = best;
            (diagonal, left) = (up, best);
            least = least.min(best);
        }
        // Every way on passes through this row or jumps over it by a swap from the row above.
        if least > limit && least_above + SWAP > limit {
            return None;
        }
        least_above = least;
        (before, above, row) = (above, row, before);
    }
    let total = above[n];
    (total <= limit).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn costs() {
        for (a, b, mode, cost) in [
            ("lavrov", "lavrov", Mode::Plain, 0),
            ("osama", "usama", Mode::Plain, 30),
            ("sergi", "serge", Mode::Plain, 30),
            ("lukaSenko", "ulakSenko", Mode::Plain, 140),
            ("asad", "asasd", Mode::Plain, 100),
            ("mhmd", "mohamed", Mode::Consonants, 38),
            ("baraku", "barak", Mode::Syllables, 25),
        ] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes(), mode, 1000), Some(cost), "{a} {b}");
        }
    }

    /// Textbook recursion with memory, unit costs apart: the oracle for the costs' shape.
    fn plain_oracle(a: &[u8], b: &[u8]) -> u32 {
        let costs = &PLAIN;
        let mut table = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                let mut best = if i == 0 && j == 0 { 0 } else { u32::MAX };
                if i > 0 {
                    best = best.min(table[i - 1][j] + u32::from(costs.drop[index(a[i - 1])]));
                }
                if j > 0 {
                    best = best.min(table[i][j - 1] + u32::from(costs.drop[index(b[j - 1])]));
                }
                if i > 0 && j > 0 {
                    let same = if a[i - 1] == b[j - 1] {
                        0
                    } else {
                        u32::from(costs.substitute[index(a[i - 1])][index(b[j - 1])])
                    };
                    best = best.min(table[i - 1][j - 1] + same);
                }
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 70);
                }
                table[i][j] = best;
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn symmetric_and_bounded(a in "[a-zSCZ0-9]{0,14}", b in "[a-zSCZ0-9]{0,14}") {
            let forward = distance(a.as_bytes(), b.as_bytes(), Mode::Plain, 5000);
            prop_assert_eq!(forward, distance(b.as_bytes(), a.as_bytes(), Mode::Plain, 5000));
            prop_assert_eq!(forward == Some(0), a == b);
            // Cutting equal ends can only forgo a cheaper way through them, never invent one.
            prop_assert!(forward.expect("limit is far") >= plain_oracle(a.as_bytes(), b.as_bytes()));
        }

        #[test]
        fn a_limit_never_changes_the_answer(a in "[a-e]{0,9}", b in "[a-e]{0,9}", limit in 0u32..900) {
            let full = distance(a.as_bytes(), b.as_bytes(), Mode::Plain, 5000).expect("limit is far");
            let limited = distance(a.as_bytes(), b.as_bytes(), Mode::Plain, limit);
            prop_assert_eq!(limited, (full <= limit).then_some(full));
        }
    }
}
