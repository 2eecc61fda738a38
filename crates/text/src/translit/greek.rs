//! Greek to Latin after ELOT 743 (the transcription of Greek passports and of UNGEGN 1987), with the
//! letter pairs that make one sound.

fn is_voiced_next(c: Option<char>) -> bool {
    matches!(
        c,
        Some(
            'α' | 'ε'
                | 'η'
                | 'ι'
                | 'ο'
                | 'υ'
                | 'ω'
                | 'β'
                | 'γ'
                | 'δ'
                | 'ζ'
                | 'λ'
                | 'μ'
                | 'ν'
                | 'ρ'
        )
    )
}

/// Reads the letters at the head of `rest` (lower case, accents removed; a diaeresis kept as `ϊ`,
/// `ϋ`): the Latin letters and how many Greek letters they stand for.
pub(super) fn head(previous: Option<char>, rest: &[char]) -> Option<(&'static str, usize)> {
    let c = *rest.first()?;
    let next = rest.get(1).copied();
    let after = rest.get(2).copied();
    let pair = match (c, next) {
        ('ο', Some('υ')) => Some("ou"),
        ('α' | 'ε' | 'η', Some('υ')) => {
            let voiced = is_voiced_next(after);
            Some(match (c, voiced) {
                ('α', true) => "av",
                ('α', false) => "af",
                ('ε', true) => "ev",
                ('ε', false) => "ef",
                (_, true) => "iv",
                (_, false) => "if",
            })
        }
        ('μ', Some('π')) => Some(if previous.is_none() || after.is_none() { "b" } else { "mp" }),
        ('γ', Some('γ')) => Some("ng"),
        ('γ', Some('ξ')) => Some("nx"),
        ('γ', Some('χ')) => Some("nch"),
        ('γ', Some('κ')) => Some("gk"),
        _ => None,
    };
    if let Some(latin) = pair {
        return Some((latin, 2));
    }
    let latin = match c {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' | 'ϊ' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' | 'ϋ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    };
    Some((latin, 1))
}

/// The letter without its accent; a diaeresis stays, because it keeps two vowels apart.
pub(super) fn plain(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' => 'ι',
        'ό' => 'ο',
        'ύ' => 'υ',
        'ώ' => 'ω',
        'ΐ' => 'ϊ',
        'ΰ' => 'ϋ',
        other => other,
    }
}
