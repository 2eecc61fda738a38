//! Which part each word plays, and how much it weighs as evidence, for persons, organisations and
//! named things.

use crate::analyse::{Analyser, Part, Piece};
use crate::kind::Kind;
use crate::name::Role;
use cuibono_text::{Entry, Number, OrgClass, Particle, Script, number, roman};

/// Assigns roles in a person's name.
pub(crate) fn person(out: &mut Analyser, part: Part) {
    strip_titles(out);
    let n = out.pieces.len();
    let mixed_case =
        out.pieces.iter().any(|p| !p.capitals && p.count > 1 && p.script == Script::Latin);
    let comma = out.pieces.iter().any(|p| p.after_comma);
    for i in 0..n {
        if out.pieces[i].role != Role::Word {
            continue;
        }
        let role = person_role(out, i, mixed_case);
        let piece = &mut out.pieces[i];
        piece.role = role;
        match part {
            Part::Given => piece.given_hint = true,
            Part::Family => piece.family_hint = true,
            Part::Whole => {
                if comma {
                    piece.family_hint = !piece.after_comma;
                    piece.given_hint = piece.after_comma;
                }
            }
        }
    }
    for i in 1..n {
        let child = out.pieces[i - 1].role == Role::Particle
            && out.pieces[i - 1].entry.is_some_and(|e| e.particle == Particle::Child);
        out.pieces[i].father = child && out.pieces[i].role == Role::Word;
    }
    patronymic(out);
    mark_repeats(out);
}

fn person_role(out: &Analyser, i: usize, mixed_case: bool) -> Role {
    let piece = &out.pieces[i];
    let text = out.text(piece);
    if piece.count == 1 && !matches!(piece.script, Script::Han | Script::Hangul | Script::Kana) {
        return match text {
            "y" | "e" | "i" | "и" | "й" | "і" if !piece.dotted && is_lower(out, piece) => {
                Role::Particle
            }
            _ => Role::Initial,
        };
    }
    let plain = piece.entry.is_none_or(|e| e.given[0] == 0 && e.family[0] == 0 && !e.title);
    if piece.capitals
        && (2..=3).contains(&piece.count)
        && mixed_case
        && plain
        && i == 0
        && out.pieces.len() > 1
    {
        return Role::Initials;
    }
    if let Some(entry) = piece.entry {
        if entry.suffix && i > 0 && i + 1 == out.pieces.len() && entry.given[0] == 0 {
            return Role::Suffix;
        }
        if entry.particle != Particle::None && out.pieces.len() > 1 {
            return Role::Particle;
        }
    }
    if matches!(text, "as" | "ash" | "ad" | "ar" | "at" | "an" | "az" | "us" | "ur")
        && out.pieces.get(i + 1).is_some_and(|next| next.joined)
    {
        return Role::Particle;
    }
    Role::Word
}

fn is_lower(out: &Analyser, piece: &Piece) -> bool {
    let source = &out.words.text()[piece.source.0 as usize..piece.source.1 as usize];
    source.chars().all(char::is_lowercase)
}

/// Takes titles off the head and suffixes off the tail while a name remains.
fn strip_titles(out: &mut Analyser) {
    let n = out.pieces.len();
    let mut head = 0;
    while head + 1 < n {
        let piece = &out.pieces[head];
        let Some(entry) = piece.entry.filter(|e| e.title) else { break };
        let rest = n - head - 1;
        let also_name = entry.given[0] != 0 || entry.family[0] != 0 || piece.after_comma;
        if (also_name && rest < 2) || entry.particle != Particle::None {
            break;
        }
        out.pieces[head].role = Role::Title;
        head += 1;
    }
    // "Zorin, Dr. Pavel": a title may open the given names.
    for i in head + 1..n.saturating_sub(1) {
        let piece = &out.pieces[i];
        let opens = piece.after_comma && !out.pieces[i - 1].after_comma;
        if opens && piece.entry.is_some_and(|e| e.title && e.given[0] == 0) {
            out.pieces[i].role = Role::Title;
        }
    }
    let mut tail = n;
    while tail > head + 2 {
        let piece = &out.pieces[tail - 1];
        if !piece.entry.is_some_and(|e| e.suffix && e.given[0] == 0) {
            break;
        }
        let rank = match out.text(piece) {
            "sr" | "senior" | "snr" => 1,
            "jr" | "junior" | "jnr" | "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            _ => 0,
        };
        out.pieces[tail - 1].role = Role::Suffix;
        out.pieces[tail - 1].number = rank;
        tail -= 1;
    }
}

fn is_patronymic(text: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "ovich",
        "evich",
        "ovych",
        "evych",
        "yovych",
        "ovitch",
        "evitch",
        "ovna",
        "evna",
        "ivna",
        "yivna",
        "iivna",
        "ichna",
        "ievich",
        "ович",
        "евич",
        "йович",
        "евич",
        "овна",
        "евна",
        "івна",
        "ївна",
        "ічна",
        "ьич",
    ];
    text.len() >= 6 && ENDINGS.iter().any(|ending| text.ends_with(ending))
        || matches!(
            text,
            "ilyich"
                | "ilich"
                | "illich"
                | "kuzmich"
                | "lukich"
                | "fomich"
                | "nikitich"
                | "ильич"
                | "ілліч"
                | "кузьмич"
                | "лукич"
                | "фомич"
                | "никитич"
                | "ilinichna"
                | "ильинична"
        )
}

/// Finds the father's name: the word of the right ending that follows a given name; Turkic and
/// Azerbaijani ones by the word after them.
fn patronymic(out: &mut Analyser) {
    let words = out.pieces.iter().filter(|p| p.role == Role::Word).count();
    for i in 1..out.pieces.len() {
        if matches!(
            out.text(&out.pieces[i]),
            "ogly"
                | "oglu"
                | "ogli"
                | "uulu"
                | "kyzy"
                | "kizi"
                | "qizi"
                | "gizi"
                | "оглы"
                | "огли"
                | "кызы"
                | "кизи"
        ) && out.pieces[i - 1].role == Role::Word
            && words >= 3
        {
            out.pieces[i - 1].role = Role::Patronymic;
            out.pieces[i].role = Role::Particle;
            return;
        }
    }
    if words < 3 {
        return;
    }
    let candidate = |i: usize, out: &Analyser| {
        out.pieces[i].role == Role::Word && is_patronymic(out.text(&out.pieces[i]))
    };
    let known_before = |i: usize, out: &Analyser| {
        i > 0 && out.pieces[i - 1].entry.is_some_and(|e| e.given[0] != 0)
    };
    let n = out.pieces.len();
    let at = (1..n)
        .find(|&i| candidate(i, out) && known_before(i, out))
        .or_else(|| (1..n).find(|&i| candidate(i, out)));
    if let Some(at) = at {
        out.pieces[at].role = Role::Patronymic;
        out.pieces[at].family_hint = false;
    }
}

fn mark_repeats(out: &mut Analyser) {
    for i in 1..out.pieces.len() {
        let piece = &out.pieces[i];
        if piece.role == Role::Word && piece.count > 2 {
            let text = out.text(piece);
            if out.pieces[..i].iter().any(|p| p.role == Role::Word && out.text(p) == text) {
                out.pieces[i].role = Role::Repeat;
            }
        }
    }
}

/// Assigns roles in an organisation's name.
pub(crate) fn organization(out: &mut Analyser) {
    numbers(out);
    let first = out.pieces.iter().position(|p| !p.dropped).unwrap_or(0);
    for i in 0..out.pieces.len() {
        let piece = &out.pieces[i];
        if piece.dropped || piece.role != Role::Word {
            continue;
        }
        if piece.count == 1
            && piece.dotted
            && matches!(piece.script, Script::Latin | Script::Cyrillic)
        {
            out.pieces[i].role = Role::Initial;
            continue;
        }
        let Some(entry) = piece.entry else { continue };
        let role = match entry.class {
            OrgClass::Stop if i > first || piece.count > 1 || entry.particle == Particle::None => {
                Role::Stop
            }
            OrgClass::Generic
                if matches!(
                    cuibono_text::Lexicon::get().concept(entry.concept),
                    "branch" | "status"
                ) =>
            {
                Role::Title
            }
            OrgClass::Generic => Role::Generic,
            OrgClass::Industry => Role::Industry,
            _ if entry.place != 0 => Role::Place,
            _ => Role::Word,
        };
        out.pieces[i].role = role;
    }
    // A name of little words only is made of them.
    if out.pieces.iter().filter(|p| !p.dropped).all(|p| p.role == Role::Stop) {
        out.pieces.iter_mut().filter(|p| !p.dropped).for_each(|p| p.role = Role::Word);
    }
}

/// Reads numbers, joining "forty four" and "two hundred".
fn numbers(out: &mut Analyser) {
    let n = out.pieces.len();
    let live = out.pieces.iter().filter(|p| !p.dropped).count();
    let mut i = 0;
    while i < n {
        if out.pieces[i].dropped {
            i += 1;
            continue;
        }
        let text = out.text(&out.pieces[i]);
        let value = match number(text) {
            Some(Number::Value(value)) => Some(value),
            Some(Number::Times(times)) => Some(times),
            None if i > 0 && live > 1 => roman(text).filter(|_| roman_may_stand(out, i)),
            None => None,
        };
        let Some(mut value) = value else {
            i += 1;
            continue;
        };
        let mut end = i + 1;
        while end < n && !out.pieces[end].dropped {
            match number(out.text(&out.pieces[end])) {
                Some(Number::Value(add))
                    if value >= 20 && value % 10 == 0 && add > 0 && add < 10 =>
                {
                    value += add
                }
                Some(Number::Times(times)) if value > 0 && value < 1000 => {
                    value = value.saturating_mul(times)
                }
                _ => break,
            }
            end += 1;
        }
        out.pieces[i].role = Role::Number;
        out.pieces[i].number = value;
        out.pieces[i].source.1 = out.pieces[end - 1].source.1;
        for piece in &mut out.pieces[i + 1..end] {
            piece.dropped = true;
        }
        i = end;
    }
}

/// A Roman numeral stands last, or before nothing but generic words and legal forms, or in brackets.
fn roman_may_stand(out: &Analyser, i: usize) -> bool {
    let piece = &out.pieces[i];
    !piece.joined
        && !piece.dotted
        && out.pieces[i + 1..].iter().all(|p| {
            p.dropped
                || p.bracketed
                || p.entry.is_some_and(|e| e.class != OrgClass::None || e.place != 0)
        })
}

/// Assigns roles in the name of a ship or another thing: a type before the name is not part of it.
pub(crate) fn object(out: &mut Analyser) {
    const PREFIXES: [&str; 26] = [
        "mv",
        "mt",
        "ms",
        "ss",
        "mts",
        "fv",
        "hms",
        "uss",
        "rms",
        "sv",
        "my",
        "tb",
        "lng",
        "lpg",
        "motor",
        "vessel",
        "tanker",
        "yacht",
        "ship",
        "mtanker",
        "mvessel",
        "tug",
        "barge",
        "т",
        "тх",
        "танкер",
    ];
    let n = out.pieces.len();
    let mut at = 0;
    while at + 1 < n {
        let text = out.text(&out.pieces[at]);
        // "M/V" comes as two letters.
        let pair = at + 2 < n
            && matches!(
                (text, out.text(&out.pieces[at + 1])),
                ("m" | "s" | "f", "v" | "t" | "s" | "y")
            );
        if pair {
            out.pieces[at].dropped = true;
            out.pieces[at + 1].dropped = true;
            at += 2;
        } else if PREFIXES.contains(&text) {
            out.pieces[at].dropped = true;
            at += 1;
        } else {
            break;
        }
    }
    numbers(out);
    for piece in &mut out.pieces {
        let stop = piece.entry.is_some_and(|e| e.class == OrgClass::Stop) && piece.count > 1;
        if stop && !piece.dropped && piece.role == Role::Word {
            piece.role = Role::Stop;
        }
    }
}

/// How much a word weighs as evidence; 1 for a telling word. `bits` is its surprise in the data.
pub(crate) fn weight(
    kind: Kind,
    role: Role,
    entry: &Entry,
    letters: u16,
    bits: Option<f32>,
) -> f32 {
    let base = match role {
        Role::Word => match kind {
            Kind::Person if entry.family[0] != 0 && entry.given[0] == 0 => 0.95,
            Kind::Person if entry.given[0] != 0 => 0.9,
            Kind::Person => 1.05,
            _ if letters <= 2 => 0.85,
            _ => 1.0,
        },
        Role::Patronymic => 0.8,
        Role::Initial => 0.35,
        Role::Initials => 0.6,
        Role::Particle => 0.08,
        Role::Title | Role::Repeat => 0.03,
        Role::Suffix => 0.25,
        Role::Number => 0.8,
        Role::Stop => 0.05,
        Role::Generic => 0.4,
        Role::Industry => 0.65,
        Role::Place => {
            if entry.broad {
                0.35
            } else {
                0.55
            }
        }
    };
    match bits {
        Some(bits) if matches!(role, Role::Word | Role::Industry | Role::Generic) => {
            base * (0.55 + bits / 26.0).clamp(0.6, 1.2)
        }
        _ => base,
    }
}

/// Bits of surprise where no data has been counted.
pub(crate) fn default_bits(role: Role, entry: &Entry) -> f32 {
    match role {
        Role::Word if entry.given[0] != 0 => 7.0,
        Role::Word if entry.family[0] != 0 => 9.0,
        Role::Word => 15.0,
        Role::Patronymic => 7.0,
        Role::Number => 5.0,
        Role::Place | Role::Industry => 6.0,
        Role::Generic => 4.0,
        Role::Initial | Role::Initials => 4.0,
        Role::Particle | Role::Title | Role::Repeat | Role::Suffix | Role::Stop => 1.0,
    }
}
