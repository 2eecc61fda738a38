//! Why two names got their score: each meeting, each word left over, each remark, as data. Texts for
//! people are made from it elsewhere; nothing here is a sentence.

use crate::align::{Alignment, Edge, align};
use crate::kind::Kind;
use crate::name::{Name, Role, Token};
use crate::pair::How;
use crate::score::{Remark, Scored, THRESHOLD, at_once, is_person, ordered, score};
use cuibono_text::translit::{read_word, schemes_for};
use cuibono_text::{Language, LegalForms, Mode, Scheme, Script, distance, script_of};
use serde::Serialize;

/// Which way a piece of evidence points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// Supports that the two are one.
    For,
    /// Contradicts it.
    Against,
    /// Stands in one of the names only: an omission, not a contradiction.
    Missing,
}

/// A Latin reading that was generated, and the table that made it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Generated {
    /// The word in Latin letters.
    pub text: String,
    /// Identifier of the transliteration table.
    pub scheme: &'static str,
}

/// One piece of evidence: words that met, or words left over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// The words of the first name, as its source spells them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    /// The words of the second name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<String>,
    /// Which way it points.
    pub effect: Effect,
    /// How the words met; absent for words left over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<How>,
    /// What part of the name it is.
    pub role: &'static str,
    /// How alike, 0 to 1.
    pub similarity: f32,
    /// How much it weighs; about 1 for a telling word.
    pub weight: f32,
    /// Generated reading of the left words, when they are not Latin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_reading: Option<Generated>,
    /// Generated reading of the right words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right_reading: Option<Generated>,
}

/// The result of comparing two names, with its reasons.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// 0 to 1; exactly 1 only for the same letters.
    pub score: f32,
    /// Whether the score reaches the default threshold.
    #[serde(rename = "match")]
    pub is_match: bool,
    /// The default threshold.
    pub threshold: f32,
    /// What the names were read as.
    pub kind: Kind,
    /// How much agreeing on these words says, in bits: a rare name in common says more.
    pub strength: f32,
    /// Words that met and words left over.
    pub evidence: Vec<Evidence>,
    /// What was seen of the names as wholes.
    pub remarks: Vec<Remark>,
    /// Whether a name was too long and was cut before comparing.
    pub cut: bool,
}

/// Compares two names as [`crate::compare`] does and says why. The score is the same, bit for bit.
#[must_use]
pub fn explain(left: &Name, right: &Name) -> Explanation {
    let (a, b) = ordered(left, right);
    let swapped = !std::ptr::eq(a, left);
    let person = is_person(a, b);
    let scored = at_once(a, b);
    let mut out = Explanation {
        score: 0.0,
        is_match: false,
        threshold: THRESHOLD,
        kind: if person {
            Kind::Person
        } else if a.kind == Kind::Person {
            b.kind
        } else {
            a.kind
        },
        strength: 0.0,
        evidence: Vec::new(),
        remarks: Vec::new(),
        cut: a.cut || b.cut,
    };
    let mut alignment = Alignment::new();
    align(a, b, person, &mut alignment);
    let scored: Scored = scored.unwrap_or_else(|| score(a, b, &alignment, person));
    let tables = (table(a, b, alignment.edges(), false), table(b, a, alignment.edges(), true));
    for edge in alignment.edges() {
        let x = span(a, edge.a, tables.0, b, edge.b);
        let y = span(b, edge.b, tables.1, a, edge.a);
        let against = edge.how == How::Alike;
        let bits = a.tokens[edge.a.0 as usize].bits.max(b.tokens[edge.b.0 as usize].bits);
        if !against {
            out.strength += bits * edge.q;
        }
        out.evidence.push(Evidence {
            left: Some(x.text),
            right: Some(y.text),
            effect: if against { Effect::Against } else { Effect::For },
            how: Some(edge.how),
            role: role_name(&a.tokens[edge.a.0 as usize]),
            similarity: edge.q,
            weight: (x.weight + y.weight) / 2.0,
            left_reading: x.reading,
            right_reading: y.reading,
        });
    }
    let both = left_over(a, alignment.a).len().min(left_over(b, alignment.b).len());
    for (name, met, first) in [(a, alignment.a, true), (b, alignment.b, false)] {
        for (rank, token) in left_over(name, met).into_iter().enumerate() {
            let spelled = Some(name.source(token).to_owned());
            let (left, right) = if first { (spelled, None) } else { (None, spelled) };
            out.evidence.push(Evidence {
                left,
                right,
                effect: if rank < both { Effect::Against } else { Effect::Missing },
                how: None,
                role: role_name(token),
                similarity: 0.0,
                weight: token.weight,
                left_reading: None,
                right_reading: None,
            });
        }
    }
    legal_evidence(a, b, &scored, &mut out.evidence);
    if swapped {
        for evidence in &mut out.evidence {
            std::mem::swap(&mut evidence.left, &mut evidence.right);
            std::mem::swap(&mut evidence.left_reading, &mut evidence.right_reading);
        }
    }
    out.score = scored.score;
    out.is_match = scored.score >= THRESHOLD;
    out.remarks = scored.remarks.into_iter().flatten().collect();
    out
}

struct Span {
    text: String,
    weight: f32,
    reading: Option<Generated>,
}

fn span(name: &Name, at: (u8, u8), table: Option<Scheme>, other: &Name, there: (u8, u8)) -> Span {
    let tokens = words(name, at);
    let texts: Vec<&str> = tokens.iter().map(|t| name.source(t)).collect();
    let reading = tokens.iter().any(|t| t.foreign).then(|| {
        if let Some(scheme) = table.filter(|_| tokens.iter().all(|t| is_cyrillic(name.source(t)))) {
            let read: Vec<String> = texts.iter().map(|text| read(text, scheme)).collect();
            return Some(Generated { text: read.join(" "), scheme: scheme.id() });
        }
        // The reading by which the word met: the one nearest to the other side's letters.
        let goal = letters(other, there);
        let rank = |rank: usize| {
            let forms = || {
                tokens.iter().filter_map(move |t| {
                    let forms = name.forms_of(t);
                    forms.get(rank).or_else(|| forms.first())
                })
            };
            let text = |join: &str| {
                let parts: Vec<&str> = forms()
                    .map(|f| std::str::from_utf8(name.letters(f)).unwrap_or_default())
                    .collect();
                parts.join(join)
            };
            (apart(&text(""), &goal), text(" "), forms().next().map(|f| f.scheme))
        };
        let most = tokens.iter().map(|t| t.forms.1).max().unwrap_or(0);
        let (_, text, scheme) = (0..usize::from(most)).map(rank).min_by_key(|r| r.0)?;
        Some(Generated { text, scheme: scheme?.id() })
    });
    Span {
        text: texts.join(" "),
        weight: tokens.iter().map(|t| t.weight).sum(),
        reading: reading.flatten(),
    }
}

/// The one Cyrillic table that reads the whole name nearest to the other name. Where several do
/// equally well it is the first of those of the name's language, if its letters tell the language.
fn table(name: &Name, other: &Name, edges: &[Edge], second: bool) -> Option<Scheme> {
    let language = Language::of_cyrillic(name.text());
    let total = |scheme: Scheme| -> u32 {
        edges
            .iter()
            .map(|edge| if second { (edge.b, edge.a) } else { (edge.a, edge.b) })
            .filter(|(at, _)| words(name, *at).iter().all(|t| is_cyrillic(name.source(t))))
            .map(|(at, there)| {
                let own: String =
                    words(name, at).iter().map(|t| read(name.source(t), scheme)).collect();
                apart(&own, &letters(other, there))
            })
            .sum()
    };
    let any = name.tokens.iter().any(|t| t.foreign && is_cyrillic(name.source(t)));
    let schemes = schemes_for(Script::Cyrillic, language, "");
    any.then(|| schemes.iter().copied().min_by_key(|&scheme| total(scheme))).flatten()
}

fn words(name: &Name, (start, len): (u8, u8)) -> &[Token] {
    &name.tokens[start as usize..(start + len) as usize]
}

fn is_cyrillic(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| script_of(c) == Script::Cyrillic)
}

fn read(text: &str, scheme: Scheme) -> String {
    let chars: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let mut out = String::new();
    read_word(&chars, scheme, &mut out);
    out
}

/// The first Latin reading of the words, together.
fn letters(name: &Name, at: (u8, u8)) -> String {
    let forms = words(name, at).iter().filter_map(|t| name.forms_of(t).first());
    forms.map(|f| std::str::from_utf8(name.letters(f)).unwrap_or_default()).collect()
}

fn apart(own: &str, goal: &str) -> u32 {
    const FAR: u32 = 10_000;
    distance(own.as_bytes(), goal.as_bytes(), Mode::Plain, FAR).unwrap_or(FAR)
}

fn left_over(name: &Name, met: u64) -> Vec<&Token> {
    let mut rest: Vec<&Token> = name
        .tokens
        .iter()
        .enumerate()
        .filter(|(i, t)| {
            *i < 64
                && met >> i & 1 == 0
                && !matches!(
                    t.role,
                    Role::Particle | Role::Title | Role::Repeat | Role::Stop | Role::Suffix
                )
        })
        .map(|(_, t)| t)
        .collect();
    rest.sort_by(|x, y| y.weight.total_cmp(&x.weight));
    rest
}

fn legal_evidence(a: &Name, b: &Name, scored: &Scored, out: &mut Vec<Evidence>) {
    let (Some(x), Some(y)) = (a.legal.first(), b.legal.first()) else { return };
    let spelled = |name: &Name, at: (u16, u16)| {
        name.text.get(at.0 as usize..at.1 as usize).map(str::to_owned)
    };
    let differ = scored.remarks.contains(&Some(Remark::LegalFormsDiffer));
    let same = LegalForms::get().form(x.form).key == LegalForms::get().form(y.form).key;
    out.push(Evidence {
        left: spelled(a, x.source),
        right: spelled(b, y.source),
        effect: if differ { Effect::Against } else { Effect::For },
        how: Some(if same { How::Exact } else { How::Meaning }),
        role: "legal-form",
        similarity: if differ {
            0.0
        } else if same {
            1.0
        } else {
            0.8
        },
        weight: if differ { 0.5 } else { 0.05 },
        left_reading: None,
        right_reading: None,
    });
}

fn role_name(token: &Token) -> &'static str {
    match token.role {
        Role::Word if token.family_hint => "family-name",
        Role::Word if token.given_hint || token.given[0] != 0 => "given-name",
        Role::Word if token.family[0] != 0 => "family-name",
        Role::Word => "word",
        Role::Initial | Role::Initials => "initial",
        Role::Patronymic => "patronymic",
        Role::Particle => "particle",
        Role::Title => "title",
        Role::Suffix => "suffix",
        Role::Number => "number",
        Role::Stop => "little-word",
        Role::Generic => "generic-word",
        Role::Industry => "trade-word",
        Role::Place => "place",
        Role::Repeat => "repeat",
    }
}

#[cfg(test)]
mod tests {
    use crate::{Kind, analyse, explain};

    #[test]
    fn readings_name_the_table_that_reads_nearest() {
        for (left, right, expected) in [
            (
                "Олена Прикладна",
                "Olena Prykladna",
                [("olena", "uk-kmu55-2010"), ("prykladna", "uk-kmu55-2010")],
            ),
            (
                "Ганна Зорина",
                "Hanna Zoryna",
                [("hanna", "uk-kmu55-2010"), ("zoryna", "uk-kmu55-2010")],
            ),
            ("Анна Зорина", "Anna Zorina", [("anna", "ru-plain"), ("zorina", "ru-plain")]),
            (
                "Григорій Зорін",
                "Hryhorii Zorin",
                [("hryhorii", "uk-kmu55-2010"), ("zorin", "uk-kmu55-2010")],
            ),
        ] {
            for swapped in [false, true] {
                let (a, b) = (analyse(left, Kind::Person), analyse(right, Kind::Person));
                let found = if swapped { explain(&b, &a) } else { explain(&a, &b) };
                let mut readings: Vec<(String, &str)> = found
                    .evidence
                    .into_iter()
                    .filter_map(|e| e.left_reading.or(e.right_reading))
                    .map(|g| (g.text, g.scheme))
                    .collect();
                readings.sort();
                let expected: Vec<(String, &str)> =
                    expected.iter().map(|&(text, id)| (text.to_owned(), id)).collect();
                assert_eq!(readings, expected, "{left} {right}");
            }
        }
    }
}
