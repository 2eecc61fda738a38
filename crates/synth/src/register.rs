//! The true cap table of every company: who holds what, since when, and whether the public register
//! says so. Exact fractions; the published band always contains the share.

use cuibono_model::Day;

use crate::layout::{Group, Shape, Top, group_of};
use crate::naming::Category;
use crate::rng::{Rng, Stream};
use crate::tables::codes::{self, Capacity, Regime};
use crate::world::{PSC_START, Party, SNAPSHOT, World};

/// A fraction `p/q`.
pub(crate) type Fraction = (u32, u32);

pub(crate) const NOTHING: Fraction = (0, 1);
pub(crate) const ALL: Fraction = (1, 1);

/// What the register shows of an interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Named,
    /// A record that hides who it is.
    Protected,
    /// No record at all.
    Hidden,
}

/// One true interest of a party in a company.
#[derive(Clone, Debug)]
pub(crate) struct Interest {
    pub(crate) owner: Party,
    pub(crate) shares: Fraction,
    pub(crate) votes: Fraction,
    pub(crate) appoint: bool,
    pub(crate) influence: bool,
    pub(crate) capacity: Capacity,
    pub(crate) start: Day,
    pub(crate) end: Option<Day>,
    pub(crate) how: How,
    /// Distinguishes the records of one company.
    pub(crate) slot: u64,
    /// The share is held together with the other joint holders of the company.
    pub(crate) joint: bool,
    /// Nominee code of an overseas entity, if this is one.
    pub(crate) nominee: Option<u64>,
}

/// A statement in place of, or beside, holders.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub(crate) code: &'static str,
    pub(crate) start: Day,
    pub(crate) end: Option<Day>,
}

/// Everything true about the holders of one company.
#[derive(Clone, Debug, Default)]
pub(crate) struct Register {
    pub(crate) interests: Vec<Interest>,
    pub(crate) notices: Vec<Notice>,
    /// Index into `codes::EXEMPTIONS`, from, to.
    pub(crate) exemption: Option<(usize, Day, Option<Day>)>,
}

/// The vocabulary a company's register uses.
pub(crate) fn regime(category: Category) -> Regime {
    match category {
        Category::Llp => Regime::Llp,
        Category::ScottishPartnership => Regime::ScottishPartnership,
        _ => Regime::Company,
    }
}

/// The remainder of the whole.
fn rest(f: Fraction) -> Fraction {
    (f.1 - f.0, f.1)
}

impl World {
    /// The holders of a company with a UK number.
    pub(crate) fn register(&self, company: u64) -> Register {
        let mut register = Register::default();
        let category = self.category(company);
        if !category.has_psc() {
            return register;
        }
        let mut rng = self.rng(Stream::Register, company);
        let from = Day(self.incorporated(company).0.max(PSC_START.0));
        if company % 5_000 == 260 && company < self.live {
            let which = (company / 5_000 % codes::EXEMPTIONS.len() as u64) as usize;
            let end = rng.chance(3_000).then(|| Day((from.0 + 900).min(SNAPSHOT.0 - 1)));
            register.exemption = Some((which, from, end));
            return register;
        }
        match group_of(self, company) {
            Some((group, position)) => {
                self.member(company, group, position, from, &mut rng, &mut register)
            }
            None => self.leaf(company, category, from, &mut rng, &mut register),
        }
        register
    }

    pub(crate) fn interest(
        &self,
        owner: Party,
        shares: Fraction,
        start: Day,
        slot: u64,
        rng: &mut Rng,
    ) -> Interest {
        let majority = u64::from(shares.0) * 2 > u64::from(shares.1);
        Interest {
            owner,
            shares,
            votes: shares,
            appoint: majority && rng.chance(4_500),
            influence: rng.chance(300),
            capacity: Capacity::Own,
            start,
            end: None,
            how: if codes::band(shares.0, shares.1).is_some() { How::Named } else { How::Hidden },
            slot,
            joint: false,
            nominee: None,
        }
    }

    fn capacity(&self, category: Category, rng: &mut Rng) -> Capacity {
        let partnership = matches!(category, Category::Llp | Category::ScottishPartnership);
        let (trust, firm) = if partnership { (18, 18) } else { (1, 1) };
        match rng.below(100) {
            n if n < trust => Capacity::Trust,
            n if n < trust + firm => Capacity::Firm,
            _ => Capacity::Own,
        }
    }

    /// A company outside every structure: held by persons, by nobody known, or by a protected one.
    fn leaf(&self, company: u64, category: Category, from: Day, rng: &mut Rng, out: &mut Register) {
        let statements = match regime(category) {
            Regime::Company => codes::COMPANY_STATEMENTS,
            _ => codes::PARTNERSHIP_STATEMENTS,
        };
        if rng.chance(if matches!(category, Category::Guarantee | Category::GuaranteeExempt) {
            5_000
        } else {
            270
        }) {
            let code = rng.weighted(statements);
            out.notices.push(Notice { code, start: from, end: None });
            if code.starts_with("no-individual") {
                for slot in [2, 3, 5, 6, 7] {
                    let person = Party::Person(self.unique_person(company, slot));
                    out.interests.push(self.interest(person, (1, 5), from, slot, rng));
                }
            } else {
                let person = Party::Person(self.unique_person(company, 6));
                let mut interest = self.interest(person, (3, 5), from, 6, rng);
                interest.how = How::Hidden;
                out.interests.push(interest);
                self.remainder(company, (2, 5), from, rng, out);
            }
            return;
        }
        let mut since = from;
        if rng.chance(550) {
            let end = Day((from.0 + 20 + rng.below(700) as i32).min(SNAPSHOT.0 - 2));
            if end > from {
                out.notices.push(Notice {
                    code: rng.weighted(statements),
                    start: from,
                    end: Some(end),
                });
                since = end;
            }
        } else if rng.chance(2_900) {
            since = self.former(company, category, from, rng, out);
        }
        if rng.chance(150) {
            let code = rng.pick(&statements[2..]).0;
            out.notices.push(Notice { code, start: since, end: None });
        }
        let first = out.interests.len();
        self.holders(company, since, rng, out);
        for interest in &mut out.interests[first..] {
            interest.capacity = self.capacity(category, rng);
            if matches!(category, Category::Guarantee | Category::GuaranteeExempt) {
                interest.shares = NOTHING;
            }
        }
        if company % 1000 == 245 {
            out.interests[first].how = How::Protected;
        }
    }

    /// One or two former holders; the day the present ones follow.
    fn former(
        &self,
        company: u64,
        category: Category,
        from: Day,
        rng: &mut Rng,
        out: &mut Register,
    ) -> Day {
        let room = SNAPSHOT.0 - from.0 - 60;
        if room < 60 {
            return from;
        }
        let end = Day(from.0 + 30 + rng.below(room as u64) as i32);
        let mut share = |slot: u64, shares: Fraction, rng: &mut Rng| {
            let person = Party::Person(self.person_for(company, slot));
            let mut interest = self.interest(person, shares, from, slot, rng);
            interest.end = Some(end);
            interest.capacity = self.capacity(category, rng);
            if matches!(category, Category::Guarantee | Category::GuaranteeExempt) {
                interest.shares = NOTHING;
            }
            out.interests.push(interest);
        };
        if rng.chance(2_000) {
            share(4, (1, 2), rng);
            share(5, (1, 2), rng);
        } else {
            share(4, *rng.pick(&[(1, 1), (1, 1), (1, 1), (3, 4), (3, 5)]), rng);
        }
        end
    }

    /// Adds a person's interest; where it stands in the list.
    fn put(
        &self,
        company: u64,
        slot: u64,
        shares: Fraction,
        from: Day,
        rng: &mut Rng,
        out: &mut Register,
    ) -> usize {
        let person = Party::Person(self.person_for(company, slot));
        out.interests.push(self.interest(person, shares, from, slot, rng));
        out.interests.len() - 1
    }

    /// The present holders of a leaf.
    fn holders(&self, company: u64, from: Day, rng: &mut Rng, out: &mut Register) {
        match rng.below(1000) {
            0..595 => {
                self.put(company, 0, ALL, from, rng, out);
            }
            595..655 => {
                let share = *rng.pick(&[(3, 4), (4, 5), (9, 10), (19, 20), (99, 100)]);
                self.put(company, 0, share, from, rng, out);
                self.remainder(company, rest(share), from, rng, out);
            }
            655..690 => {
                let share = (51 + rng.below(24) as u32, 100);
                self.put(company, 0, share, from, rng, out);
                self.remainder(company, rest(share), from, rng, out);
            }
            690..835 => {
                self.put(company, 0, (1, 2), from, rng, out);
                self.put(company, 1, (1, 2), from, rng, out);
            }
            835..905 => {
                let share = *rng.pick(&[(51, 100), (3, 5), (7, 10), (74, 100), (2, 3)]);
                let a = self.put(company, 0, share, from, rng, out);
                let b = self.put(company, 1, rest(share), from, rng, out);
                if rng.chance(1_000) {
                    // Shares of two classes: the smaller holder votes with the larger part.
                    out.interests[a].votes = rest(share);
                    out.interests[b].votes = share;
                }
            }
            905..940 => {
                for slot in 0..3 {
                    self.put(company, slot, (1, 3), from, rng, out);
                }
            }
            940..955 => {
                for (slot, share) in [(0, (2, 5)), (1, (3, 10)), (2, (3, 10))] {
                    self.put(company, slot, share, from, rng, out);
                }
            }
            955..970 => {
                let share = *rng.pick(&[(1, 1), (3, 4), (1, 2)]);
                for slot in 0..2 {
                    let at = self.put(company, slot, share, from, rng, out);
                    out.interests[at].joint = true;
                }
                self.remainder(company, rest(share), from, rng, out);
            }
            970..982 => {
                let at = self.put(company, 0, (1, 10), from, rng, out);
                out.interests[at].influence = true;
                out.interests[at].how = How::Named;
                self.remainder(company, (9, 10), from, rng, out);
            }
            982..992 => {
                self.put(company, 0, (9, 20), from, rng, out);
                self.put(company, 1, (9, 20), from, rng, out);
                self.remainder(company, (1, 10), from, rng, out);
            }
            _ => {
                let at = self.put(company, 0, (3, 10), from, rng, out);
                out.interests[at].appoint = true;
                self.remainder(company, (7, 10), from, rng, out);
            }
        }
    }

    /// Holders of 25% or less each share what is left; no record shows them.
    fn remainder(
        &self,
        company: u64,
        left: Fraction,
        from: Day,
        rng: &mut Rng,
        out: &mut Register,
    ) {
        if left.0 == 0 {
            return;
        }
        let parts = (4 * left.0).div_ceil(left.1).max(1);
        for (part, slot) in (0..parts).zip([2, 3, 5, 7]) {
            let _ = part;
            let person = Party::Person(self.unique_person(company, slot));
            let mut interest = self.interest(person, (left.0, left.1 * parts), from, slot, rng);
            interest.appoint = false;
            interest.influence = false;
            interest.how = How::Hidden;
            out.interests.push(interest);
        }
    }

    /// A company in a structure.
    fn member(
        &self,
        company: u64,
        group: Group,
        position: u64,
        from: Day,
        rng: &mut Rng,
        out: &mut Register,
    ) {
        let corporate = |offset: u64| Party::Company(group.base + offset);
        let hundredths = |rng: &mut Rng, table: &[u32]| (*rng.pick(table), 100);
        let (owner, share) = match (group.shape, position) {
            (Shape::Star | Shape::Tree | Shape::Hub, 0) => {
                return self.top(company, group, from, rng, out);
            }
            (Shape::Chain, p) if p + 1 == group.size => {
                return self.top(company, group, from, rng, out);
            }
            (Shape::Star, _) => {
                (corporate(0), hundredths(rng, &[100, 100, 100, 100, 100, 90, 75, 60, 51, 50]))
            }
            (Shape::Tree, 1 | 2) => (corporate(0), hundredths(rng, &[100, 75, 60])),
            (Shape::Tree, p) => (corporate(1 + p % 2), hundredths(rng, &[100, 100, 51])),
            (Shape::Hub, _) => (corporate(0), ALL),
            (Shape::Chain, p) => {
                (corporate(p + 1), hundredths(rng, &[100, 100, 100, 100, 90, 75, 60, 51]))
            }
            (Shape::Ring, p) => {
                (corporate((p + 1) % group.size), hundredths(rng, &[60, 51, 40, 30, 70]))
            }
            (Shape::Cross, p) => (corporate(1 - p), hundredths(rng, &[26, 30, 40, 49])),
            (Shape::Own, _) => (corporate(0), hundredths(rng, &[26, 30, 50])),
            (Shape::Dissolved, _) => {
                let first = self.dead.min(self.live.div_ceil(crate::world::BLOCK));
                let dead = self.live + first + rng.below(self.dead - first);
                (Party::Company(dead.min(self.companies() - 1)), hundredths(rng, &[100, 100, 75]))
            }
            (Shape::Foreign, _) => {
                (self.abroad(rng), hundredths(rng, &[100, 100, 100, 75, 60, 50]))
            }
            (Shape::State, _) => (self.state(rng), hundredths(rng, &[100, 100, 51])),
        };
        self.held_by(company, owner, share, from, rng, out);
    }

    fn abroad(&self, rng: &mut Rng) -> Party {
        if rng.chance(300) {
            // One of those the sanctions list names.
            return Party::Overseas(17 + 40 * rng.below((self.overseas / 40).max(1)))
                .min(Party::Overseas(self.overseas - 1));
        }
        Party::Overseas(self.pick_overseas(rng))
    }

    pub(crate) fn state(&self, rng: &mut Rng) -> Party {
        Party::Body(1 + 2 * rng.below(self.bodies / 2))
    }

    /// The head of a group.
    fn top(&self, company: u64, group: Group, from: Day, rng: &mut Rng, out: &mut Register) {
        match group.top {
            Top::Persons => self.leaf(company, Category::Private, from, rng, out),
            Top::Listed => {
                let person = if group.base == 0 { 0 } else { rng.below(self.listed) };
                let share = *rng.pick(&[(1, 1), (1, 1), (3, 5), (51, 100), (3, 4)]);
                self.held_by(company, Party::Person(person), share, from, rng, out);
            }
            Top::Foreign => {
                let (owner, share) = (self.abroad(rng), *rng.pick(&[(1, 1), (1, 1), (3, 4)]));
                self.held_by(company, owner, share, from, rng, out);
            }
        }
    }

    /// One principal holder; what is left goes to a person, or to several small holders.
    fn held_by(
        &self,
        company: u64,
        owner: Party,
        share: Fraction,
        from: Day,
        rng: &mut Rng,
        out: &mut Register,
    ) {
        let mut earliest = from;
        if let Party::Company(parent) = owner {
            earliest = Day(earliest.0.max(self.incorporated(parent).0 + 20));
        }
        let start =
            Day((earliest.0 + [0, 0, 0, 90, 400][rng.below(5) as usize]).min(SNAPSHOT.0 - 1));
        if start > Day(from.0 + 200) && rng.chance(3_000) {
            let before = Party::Person(self.person_for(company, 4));
            let mut interest = self.interest(before, ALL, from, 4, rng);
            interest.end = Some(start);
            out.interests.push(interest);
        }
        out.interests.push(self.interest(owner, share, start, 0, rng));
        let left = rest(share);
        if codes::band(left.0, left.1).is_some() {
            let person = Party::Person(self.person_for(company, 1));
            out.interests.push(self.interest(person, left, start, 1, rng));
        } else {
            self.remainder(company, left, start, rng, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(interests: &[&Interest]) -> f64 {
        interests.iter().map(|i| f64::from(i.shares.0) / f64::from(i.shares.1)).sum()
    }

    #[test]
    fn present_shares_never_exceed_the_whole() {
        let world = World::new(20_000, 3).unwrap();
        for company in 0..world.companies() {
            let register = world.register(company);
            let now: Vec<&Interest> =
                register.interests.iter().filter(|i| i.end.is_none()).collect();
            let total = if now.iter().any(|i| i.joint) {
                let joint = now.iter().find(|i| i.joint).unwrap();
                let others: Vec<&Interest> = now.iter().copied().filter(|i| !i.joint).collect();
                sum(&others) + sum(&[joint])
            } else {
                sum(&now)
            };
            assert!(total < 1.000_001, "{company}: {total} {register:?}");
            for interest in &register.interests {
                assert!(interest.end.is_none_or(|e| e >= interest.start), "{interest:?}");
                if interest.how == How::Hidden && !register.notices.iter().any(|n| n.end.is_none())
                {
                    assert!(4 * interest.shares.0 <= interest.shares.1, "{company} {interest:?}");
                }
            }
        }
    }

    #[test]
    fn most_edges_go_from_a_terminal_holder_to_a_leaf() {
        let world = World::new(100_000, 1).unwrap();
        let mut edges = Vec::new();
        let mut owned = std::collections::HashSet::new();
        let mut owning = std::collections::HashSet::new();
        for company in 0..world.live {
            for i in world.register(company).interests {
                if i.how == How::Named && i.end.is_none() {
                    owned.insert(Party::Company(company));
                    owning.insert(i.owner);
                    edges.push((i.owner, Party::Company(company)));
                }
            }
        }
        let between = |o: &Party, a: &Party| owned.contains(o) && owning.contains(a);
        let direct =
            edges.iter().filter(|(o, a)| !owned.contains(o) && !owning.contains(a)).count();
        let inner = edges.iter().filter(|(o, a)| between(o, a)).count();
        let (direct, inner) = (direct * 1000 / edges.len(), inner * 1000 / edges.len());
        assert!((885..935).contains(&direct), "{direct} of 1000 edges are terminal to leaf");
        assert!((4..20).contains(&inner), "{inner} of 1000 edges join intermediaries");
    }
}
