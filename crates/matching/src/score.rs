//! From an alignment to a score: what met, what was left over, and what contradicts. Omitting a part
//! costs little; a different part in its place costs more than it weighs.

use crate::align::{Alignment, MAX_TOKENS, align};
use crate::kind::Kind;
use crate::name::{Name, Role, Token};
use crate::pair::How;
use cuibono_text::{FormClass, Gender, LegalForms};
use serde::Serialize;

/// Two names with at least this score are taken for the same party's, when nothing else is known.
pub const THRESHOLD: f32 = 0.70;

/// Evidence about the names as wholes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Remark {
    /// The same name letter for letter.
    Identical,
    /// The numbers in the names differ.
    NumbersDiffer,
    /// Only one of the names has a number.
    NumberMissing,
    /// The legal forms cannot be one company's.
    LegalFormsDiffer,
    /// Given and family name stand the other way round, and both could be either.
    OrderReversed,
    /// The given names, or the endings, are a man's and a woman's.
    GendersDiffer,
    /// Generations differ: father and son.
    GenerationsDiffer,
    /// Everything the names share is generic.
    OnlyGenericShared,
    /// A single word is all there is to compare.
    SingleWord,
    /// One of the names was too long and was cut.
    Cut,
    /// Nothing in one of the names can be compared.
    Empty,
    /// A person's name beside an organisation's.
    KindsDiffer,
    /// Only initials stand for the given names.
    OnlyInitials,
}

/// The numbers behind a score.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scored {
    pub score: f32,
    /// Weighted share of the names that agrees, before remarks.
    pub agreement: f32,
    pub remarks: [Option<Remark>; 6],
}

impl Scored {
    fn note(&mut self, remark: Remark, factor: f32) {
        if let Some(slot) = self.remarks.iter_mut().find(|r| r.is_none()) {
            *slot = Some(remark);
        }
        self.agreement *= factor;
    }
}

/// Compares two analysed names: 0 (nothing in common) to 1 (the same letters). Symmetric; takes time
/// bounded by the limits of analysis.
#[must_use]
pub fn compare(a: &Name, b: &Name) -> f32 {
    if let Some(done) = at_once(a, b) {
        return done.score;
    }
    let (a, b) = ordered(a, b);
    let person = is_person(a, b);
    let mut alignment = Alignment::new();
    align(a, b, person, &mut alignment);
    score(a, b, &alignment, person).score
}

/// A fixed order of the two, so that greedy choices cannot depend on which came first.
pub(crate) fn ordered<'n>(a: &'n Name, b: &'n Name) -> (&'n Name, &'n Name) {
    if (a.tokens.len(), a.whole, &a.text) <= (b.tokens.len(), b.whole, &b.text) {
        (a, b)
    } else {
        (b, a)
    }
}

pub(crate) fn is_person(a: &Name, b: &Name) -> bool {
    a.kind == Kind::Person && b.kind == Kind::Person
}

/// Answers that need no alignment.
pub(crate) fn at_once(a: &Name, b: &Name) -> Option<Scored> {
    let mut scored = Scored { score: 0.0, agreement: 0.0, remarks: [None; 6] };
    if a.tokens.is_empty() || b.tokens.is_empty() {
        scored.note(Remark::Empty, 1.0);
        return Some(scored);
    }
    if a.whole == b.whole && a.text == b.text {
        scored.agreement = 1.0;
        scored.note(Remark::Identical, 1.0);
        scored.score = 1.0;
        return Some(scored);
    }
    None
}

/// Sums of one side or pair of sides.
#[derive(Default)]
struct Sums {
    met: f32,
    weight: f32,
    against: f32,
    missing: f32,
}

pub(crate) fn score(a: &Name, b: &Name, alignment: &Alignment, person: bool) -> Scored {
    let mut sums = Sums::default();
    let mut main_edges = 0;
    let mut distinctive = 0;
    let mut full_words = 0;
    let mut initials = 0;
    for edge in alignment.edges() {
        let (wa, wb) = (side_weight(a, edge.a), side_weight(b, edge.b));
        let weight = match edge.how {
            How::Acronym => wa.max(wb) * 0.8,
            How::Initial => (wa.min(wb) + 0.15).min(0.6),
            _ => (wa + wb) / 2.0,
        };
        let first = &a.tokens[edge.a.0 as usize];
        if edge.how == How::Alike {
            // Too little alike to be one word: mostly a contradiction.
            sums.against += weight * contradiction(first, person) * (1.0 - edge.q);
            sums.met += weight * edge.q * 0.3;
            sums.weight += weight * edge.q * 0.3;
            continue;
        }
        sums.met += weight * edge.q;
        sums.weight += weight;
        if counts(first) || counts(&b.tokens[edge.b.0 as usize]) {
            main_edges += 1;
            initials += u32::from(edge.how == How::Initial);
            full_words += u32::from(edge.how != How::Initial);
            distinctive += u32::from(
                first.role == Role::Word || b.tokens[edge.b.0 as usize].role == Role::Word,
            );
        }
    }
    let (rest_a, count_a) = left_over(a, alignment.a);
    let (rest_b, count_b) = left_over(b, alignment.b);
    let mut scored = Scored { score: 0.0, agreement: 0.0, remarks: [None; 6] };
    if main_edges == 0 {
        return scored;
    }
    if person {
        persons_rest(a, &rest_a[..count_a], b, &rest_b[..count_b], &mut sums);
    } else {
        others_rest(a, &rest_a[..count_a], b, &rest_b[..count_b], &mut sums);
    }
    let total = sums.weight + sums.against + sums.missing;
    scored.agreement = if total > 0.0 { sums.met / total } else { 0.0 };
    if person {
        person_remarks(a, b, alignment, full_words, initials, &mut scored);
    } else {
        other_remarks(a, b, alignment, distinctive, &mut scored);
    }
    if a.cut || b.cut {
        scored.note(Remark::Cut, 0.98);
    }
    // Names that share only one word and have more are little evidence.
    if main_edges == 1 && (a.main > 1 || b.main > 1) && count_a + count_b > 0 {
        let edge = alignment.edges().iter().find(|e| counts(&a.tokens[e.a.0 as usize]));
        let token = edge.map(|e| &a.tokens[e.a.0 as usize]);
        let common = person && token.is_some_and(|t| t.given[0] != 0);
        let joined = edge.is_some_and(|e| e.how == How::Joined || e.how == How::Acronym);
        if !joined && person {
            scored.note(Remark::SingleWord, if common { 0.80 } else { 0.93 });
        }
    }
    scored.score = graded(scored.agreement);
    scored
}

/// The score for an agreement: the same order, the threshold at 0.70, and never 1.
fn graded(agreement: f32) -> f32 {
    /// Agreement at which two names are as likely the same party's as not.
    const EVEN: f32 = 0.72;
    let value = if agreement < EVEN {
        THRESHOLD * (agreement / EVEN).powf(1.6)
    } else {
        THRESHOLD + (0.99 - THRESHOLD) * (agreement - EVEN) / (1.0 - EVEN)
    };
    value.clamp(0.0, 0.99)
}

fn side_weight(name: &Name, (start, len): (u8, u8)) -> f32 {
    let tokens = &name.tokens[start as usize..(start + len) as usize];
    let sum: f32 = tokens.iter().map(|t| t.weight).sum();
    // A word split in two does not weigh twice.
    if tokens.len() > 1 { sum.min(1.4) } else { sum }
}

fn counts(token: &Token) -> bool {
    !matches!(token.role, Role::Particle | Role::Title | Role::Repeat | Role::Stop | Role::Suffix)
}

fn left_over(name: &Name, met: u64) -> ([u8; MAX_TOKENS], usize) {
    let mut rest = [0; MAX_TOKENS];
    let mut count = 0;
    for (i, token) in name.tokens.iter().enumerate().take(MAX_TOKENS) {
        if met >> i & 1 == 0 && counts(token) {
            rest[count] = i as u8;
            count += 1;
        }
    }
    (rest, count)
}

/// How much a word weighs when another stands in its place.
fn contradiction(token: &Token, person: bool) -> f32 {
    if person {
        return match token.role {
            Role::Initial => 2.2,
            Role::Patronymic => 1.5,
            _ => 1.35,
        };
    }
    match token.role {
        Role::Word => 1.5,
        Role::Generic => 1.3,
        _ => 1.4,
    }
}

fn persons_rest(a: &Name, rest_a: &[u8], b: &Name, rest_b: &[u8], sums: &mut Sums) {
    let pairs = rest_a.len().min(rest_b.len());
    // What stands on both sides and did not meet contradicts, the heaviest first.
    let mut against: f32 = 0.0;
    let heaviest = |name: &Name, rest: &[u8]| {
        let mut weights = [0f32; MAX_TOKENS];
        for (slot, &i) in weights.iter_mut().zip(rest) {
            let token = &name.tokens[i as usize];
            *slot = token.weight * contradiction(token, true);
        }
        weights[..rest.len()].sort_unstable_by(|x, y| y.total_cmp(x));
        weights
    };
    let (wa, wb) = (heaviest(a, rest_a), heaviest(b, rest_b));
    for i in 0..pairs {
        against += (wa[i] + wb[i]) / 2.0;
    }
    // One part that differs is enough, however many agree.
    if pairs > 0 {
        against = against.max(0.42 * sums.weight);
    }
    sums.against += against;
    let (longer, rest) = if rest_a.len() > rest_b.len() { (a, rest_a) } else { (b, rest_b) };
    let mut spare = [0f32; MAX_TOKENS];
    for (slot, &i) in spare.iter_mut().zip(rest) {
        let token = &longer.tokens[i as usize];
        let aside = set_aside(longer, token, pairs == 0);
        *slot = token.weight * omission(token) * aside;
    }
    spare[..rest.len()].sort_unstable_by(f32::total_cmp);
    sums.missing += spare.iter().take(rest.len() - pairs).sum::<f32>();
}

/// Less for what stands in brackets or belongs to another name of the same party.
fn set_aside(name: &Name, token: &Token, other_is_covered: bool) -> f32 {
    let segments = name.tokens.last().map_or(0, |t| t.segment);
    if segments > 0 && other_is_covered {
        0.15
    } else if token.bracketed {
        0.4
    } else {
        1.0
    }
}

/// How much a part of a person's name weighs when the other name leaves it out.
fn omission(token: &Token) -> f32 {
    match token.role {
        Role::Patronymic => 0.08,
        Role::Initial => 0.15,
        _ => 0.14,
    }
}

fn others_rest(a: &Name, rest_a: &[u8], b: &Name, rest_b: &[u8], sums: &mut Sums) {
    let list = |name: &Name, rest: &[u8], other_is_covered: bool| {
        let mut out = [(0f32, 0f32); MAX_TOKENS];
        let mut count = 0;
        for &i in rest {
            let token = &name.tokens[i as usize];
            if token.role != Role::Number {
                let spare = match token.role {
                    Role::Word => 0.8,
                    Role::Industry => 1.0,
                    Role::Generic => 1.0,
                    Role::Place => 0.4,
                    _ => 0.3,
                };
                let against = match token.role {
                    Role::Word => token.weight * 1.5,
                    Role::Generic => 0.85,
                    Role::Place | Role::Industry => 1.0,
                    _ => 0.3,
                };
                out[count] =
                    (against, token.weight * spare * set_aside(name, token, other_is_covered));
                count += 1;
            }
        }
        out[..count].sort_unstable_by(|x, y| y.0.total_cmp(&x.0));
        (out, count)
    };
    let ((wa, na), (wb, nb)) =
        (list(a, rest_a, rest_b.is_empty()), list(b, rest_b, rest_a.is_empty()));
    let pairs = na.min(nb);
    let mut against = 0.0;
    for i in 0..pairs {
        against += (wa[i].0 + wb[i].0) / 2.0;
    }
    if pairs > 0 {
        let strongest = wa[0].0.max(wb[0].0);
        against = f32::max(against, sums.weight * if strongest >= 1.2 { 0.45 } else { 0.41 });
    }
    sums.against += against;
    for (_, spare) in wa[pairs..na.max(pairs)].iter().take(na - pairs) {
        sums.missing += spare;
    }
    for (_, spare) in wb[pairs..nb.max(pairs)].iter().take(nb - pairs) {
        sums.missing += spare;
    }
}

fn person_remarks(
    a: &Name,
    b: &Name,
    alignment: &Alignment,
    full: u32,
    initials: u32,
    scored: &mut Scored,
) {
    let edges = alignment.edges();
    // Genders of the given names that met or stand against each other.
    let gender = |name: &Name| {
        let mut seen = Gender::Unknown;
        for token in
            name.tokens.iter().filter(|t| t.role == Role::Word && t.gender != Gender::Unknown)
        {
            if seen == Gender::Unknown {
                seen = token.gender;
            }
        }
        seen
    };
    let (ga, gb) = (gender(a), gender(b));
    if ga != gb && ga != Gender::Unknown && gb != Gender::Unknown {
        scored.note(Remark::GendersDiffer, 0.85);
    }
    let rank = |name: &Name| {
        name.tokens.iter().find(|t| t.role == Role::Suffix && t.number > 0).map(|t| t.number)
    };
    if let (Some(x), Some(y)) = (rank(a), rank(b))
        && x != y
    {
        scored.note(Remark::GenerationsDiffer, 0.55);
    }
    if full > 0 && initials > 0 && full == 1 {
        scored.note(Remark::OnlyInitials, 0.99);
    } else if full == 0 {
        scored.note(Remark::OnlyInitials, 0.6);
    }
    if fathers_swapped(a, b, edges) || reversed(a, b, edges) {
        scored.note(Remark::OrderReversed, 0.7);
    } else if let Some(factor) = reordered(a, b, edges) {
        scored.note(Remark::OrderReversed, factor);
    }
}

/// The son of one is the father of the other: "A bin B" and "B bin A".
fn fathers_swapped(a: &Name, b: &Name, edges: &[crate::align::Edge]) -> bool {
    edges.iter().any(|edge| {
        let (x, y) = (&a.tokens[edge.a.0 as usize], &b.tokens[edge.b.0 as usize]);
        let first = |name: &Name, at: u8| name.tokens[..at as usize].iter().all(|t| !counts(t));
        let fathers = a.tokens.iter().any(|t| t.father) && b.tokens.iter().any(|t| t.father);
        fathers
            && ((x.father && !y.father && first(b, edge.b.0))
                || (y.father && !x.father && first(a, edge.a.0)))
    })
}

/// Two words each, met crosswise, and nothing says which is the family name.
fn reversed(a: &Name, b: &Name, edges: &[crate::align::Edge]) -> bool {
    let words = |name: &Name| name.tokens.iter().filter(|t| counts(t)).count();
    if words(a) != 2 || words(b) != 2 || edges.len() != 2 {
        return false;
    }
    let (first, second) = (&edges[0], &edges[1]);
    // A comma puts the family name first on purpose.
    let crossed = ((first.a.0 < second.a.0) != (first.b.0 < second.b.0)) != (a.comma != b.comma);
    if !crossed || edges.iter().any(|e| e.a.1 > 1 || e.b.1 > 1) {
        return false;
    }
    let given = |t: &Token| t.given[0] != 0;
    let ambiguous = a.tokens.iter().filter(|t| counts(t)).all(given);
    ambiguous && !a.east_asian
}

/// Three words or more, the same ones, whose order differs beyond moving the family name from one
/// end to the other: what that leaves of the agreement. Two neighbours that are both given names and
/// stand the other way round tell two people apart (the son of one is named before his father); other
/// changes of order little.
fn reordered(a: &Name, b: &Name, edges: &[crate::align::Edge]) -> Option<f32> {
    if a.main < 3 || b.main < 3 {
        return None;
    }
    let mut order = [(0u8, 0u8); MAX_TOKENS];
    let mut count = 0;
    for edge in edges.iter().filter(|e| counts(&a.tokens[e.a.0 as usize]) && e.how != How::Alike) {
        order[count] = (edge.a.0, edge.b.0);
        count += 1;
    }
    let order = &mut order[..count];
    order.sort_unstable();
    // How often the next word stands before the one just read: once is a rotation.
    let breaks = order.windows(2).filter(|w| w[1].1 < w[0].1).count();
    let rotated = breaks == 1
        && order.first().zip(order.last()).is_some_and(|(first, last)| last.1 < first.1);
    if breaks == 0 || rotated {
        return None;
    }
    let at = order.windows(2).position(|w| w[1].1 < w[0].1)?;
    order.swap(at, at + 1);
    let (x, y) = (&a.tokens[order[at].0 as usize], &a.tokens[order[at + 1].0 as usize]);
    let neighbours = breaks == 1 && order.windows(2).all(|w| w[0].1 < w[1].1);
    let given = |t: &Token| t.given[0] != 0 && t.role == Role::Word && !t.family_hint;
    let both = (given(x) && given(y)) || (a.east_asian && b.east_asian);
    Some(if neighbours && both && a.comma == b.comma { 0.7 } else { 0.93 })
}

fn other_remarks(a: &Name, b: &Name, alignment: &Alignment, distinctive: u32, scored: &mut Scored) {
    if a.kind != b.kind {
        scored.note(Remark::KindsDiffer, 0.9);
    }
    match (unmet_number(a, alignment.a), unmet_number(b, alignment.b)) {
        (Some(_), Some(_)) => scored.note(Remark::NumbersDiffer, 0.6),
        (Some(spare), None) | (None, Some(spare)) => {
            // "Fund" and "Fund I" may be one; "Company" and "Company 23" hardly.
            let factor = if spare.number == 1 { 0.85 } else { 0.70 };
            scored.note(Remark::NumberMissing, factor);
        }
        (None, None) => {}
    }
    if a.kind == Kind::Organization && b.kind == Kind::Organization && legal_forms_differ(a, b) {
        scored.note(Remark::LegalFormsDiffer, 0.7);
    }
    let words = |name: &Name| name.tokens.iter().any(|t| t.role == Role::Word);
    if distinctive == 0 && (words(a) || words(b)) {
        scored.note(Remark::OnlyGenericShared, 0.6);
    }
}

fn unmet_number(name: &Name, met: u64) -> Option<&Token> {
    let tokens = name.tokens.iter().enumerate();
    tokens.filter(|(i, t)| t.role == Role::Number && met >> i & 1 == 0).map(|(_, t)| t).next()
}

fn legal_forms_differ(a: &Name, b: &Name) -> bool {
    if a.legal.is_empty() || b.legal.is_empty() {
        return false;
    }
    let forms = LegalForms::get();
    let class = |form: u16| forms.form(form).class;
    // The most telling form of each side: any specific class beats "company".
    let best = |name: &Name| {
        name.legal.iter().map(|l| class(l.form)).max_by_key(|c| match c {
            FormClass::Any => 0,
            FormClass::Corp => 1,
            _ => 2,
        })
    };
    // A general partner is not its limited partnership.
    let partnership = |name: &Name| {
        name.legal
            .iter()
            .map(|l| forms.form(l.form).key)
            .find(|key| matches!(*key, "gp" | "lp" | "llp"))
    };
    let partners_differ = partnership(a).zip(partnership(b)).is_some_and(|(x, y)| x != y);
    match (best(a), best(b)) {
        (Some(x), Some(y)) => partners_differ || !x.compatible(y),
        _ => false,
    }
}
