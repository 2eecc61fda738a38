//! The PSC snapshot: JSON lines for persons, companies, legal and protected persons, statements,
//! exemptions and the beneficial owners of overseas entities, with the totals line at the end.

use std::path::Path;

use cuibono_model::Day;

use super::psc_parties::{Corporate, british, field, foreign, open, person_name};
use super::truth::{Held, Part, Truth};
use super::{Archive, TELL_EVERY, Tell, iso_string, push_number};
use crate::SynthError;
use crate::person::Person;
use crate::register::{Fraction, How, Interest, NOTHING, Notice, Register, regime};
use crate::rng::{Permutation, Rng, Stream, mix};
use crate::tables::codes::{self, Capacity, Regime, Right};
use crate::world::{Party, SNAPSHOT, World};

/// File stem of the first of October 2026.
pub(crate) const STEM: &str = "persons-with-significant-control-snapshot-2026-10-01";

/// What the totals line counts.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(crate) persons: u64,
    pub(crate) statements: u64,
    pub(crate) exemptions: u64,
}

/// A company while its lines are written.
struct Subject<'a> {
    world: &'a World,
    party: Party,
    number: String,
    regime: Regime,
    /// Distinguishes the records of companies and of overseas entities.
    key: u64,
}

/// Writes the file.
pub(crate) fn write(
    world: &World,
    out: &Path,
    truth: &Path,
    tell: &Tell,
) -> Result<(Totals, Part), SynthError> {
    let subjects = world.companies() + world.overseas;
    let order = Permutation::new(world.seed, 91, subjects);
    let mut archive = Archive::create(out.join(format!("{STEM}.zip")), &format!("{STEM}.txt"))?;
    let mut truth = Truth::create(truth, "gb_coh_psc")?;
    let mut totals = Totals::default();
    let mut lines = String::with_capacity(8192);
    for place in 0..subjects {
        lines.clear();
        let at = order.apply(place);
        let (subject, register) = if at < world.companies() {
            let subject = Subject {
                world,
                party: Party::Company(world.canonical(at)),
                number: world.number(at),
                regime: regime(world.category(at)),
                key: at,
            };
            (subject, world.register(at))
        } else {
            let x = at - world.companies();
            let subject = Subject {
                world,
                party: Party::Overseas(x),
                number: world.entity_number(x).unwrap_or_default(),
                regime: Regime::OverseasEntity,
                key: at,
            };
            (subject, world.overseas_register(x))
        };
        subject.lines(&register, &mut lines, &mut truth, &mut totals)?;
        archive.put(&lines)?;
        if place % TELL_EVERY == 0 {
            tell("persons with significant control", place, subjects);
        }
    }
    lines.clear();
    lines.push_str(r#"{"data":{"kind":"totals#persons-of-significant-control-snapshot","persons_of_significant_control_count":"#);
    push_number(&mut lines, totals.persons, 1);
    lines.push_str(r#","statements_count":"#);
    push_number(&mut lines, totals.statements, 1);
    lines.push_str(r#","exemptions_count":"#);
    push_number(&mut lines, totals.exemptions, 1);
    lines.push_str(",\"generated_at\":\"2026-10-01T03:43:03Z\"}}\n");
    archive.put(&lines)?;
    archive.finish()?;
    tell("persons with significant control", subjects, subjects);
    Ok((totals, truth.finish()?))
}

/// The natures of control an interest is filed with.
fn natures(interest: &Interest, regime: Regime, rng: &mut Rng) -> Vec<String> {
    let mut out = Vec::with_capacity(4);
    let mut add = |right: Right, share: Fraction, capacity: Capacity| {
        out.extend(codes::nature(right, share, capacity, regime));
    };
    add(Right::Shares, interest.shares, interest.capacity);
    if interest.shares == NOTHING || !rng.chance(1_200) {
        add(Right::Votes, interest.votes, interest.capacity);
    }
    if interest.appoint {
        add(Right::Appoint, NOTHING, interest.capacity);
    }
    if interest.influence {
        add(Right::Influence, NOTHING, interest.capacity);
    }
    if interest.capacity != Capacity::Own && rng.chance(800) {
        // The same right in the person's own name as well; the two are not added up.
        add(Right::Shares, interest.shares, Capacity::Own);
    }
    if let Some(which) = interest.nominee {
        out.push(codes::nominee(which));
    }
    out
}

impl Subject<'_> {
    fn lines(
        &self,
        register: &Register,
        out: &mut String,
        truth: &mut Truth,
        totals: &mut Totals,
    ) -> Result<(), SynthError> {
        for interest in &register.interests {
            let mut record = String::new();
            if interest.how != How::Hidden {
                record = self.holder(interest, 0, out, truth)?;
                totals.persons += 1;
                let mut rng = self.rng(interest.slot, 7);
                if interest.how == How::Named && interest.end.is_none() && rng.chance(50) {
                    // Notified again, in another spelling, with overlapping dates.
                    let mut again = interest.clone();
                    again.end = Some(Day((interest.start.0 + 300).min(SNAPSHOT.0 - 1)));
                    self.holder(&again, 1, out, truth)?;
                    totals.persons += 1;
                }
            }
            self.truth(interest, &record, truth)?;
        }
        for (at, notice) in register.notices.iter().enumerate() {
            self.notice(notice, at as u64, register, out);
            totals.statements += 1;
        }
        if let Some((which, from, to)) = register.exemption {
            self.exemption(which, from, to, out);
            totals.exemptions += 1;
        }
        Ok(())
    }

    fn rng(&self, slot: u64, salt: u64) -> Rng {
        self.world.rng_at(Stream::Record, self.key, slot * 16 + salt)
    }

    /// `{"company_number":…,"data":{`
    fn begin(&self, out: &mut String) {
        out.push('{');
        field(out, "company_number", &self.number);
        open(out, "data");
    }

    fn etag(&self, out: &mut String, slot: u64, copy: u64) {
        let a = mix(self.world.seed ^ mix(self.key * 64 + slot * 2 + copy));
        let b = mix(a);
        field(out, "etag", &format!("{a:016x}{b:016x}{:08x}", mix(b) as u32));
    }

    fn link(&self, kind: &str, slot: u64, copy: u64) -> String {
        const LETTERS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut word =
            mix(self.world.seed.rotate_left(17) ^ mix(self.key * 64 + slot * 2 + copy + (1 << 60)));
        let mut id = String::with_capacity(27);
        for n in 0..27 {
            if n % 10 == 0 {
                word = mix(word);
            }
            id.push(LETTERS[(word >> (6 * (n % 10)) & 63) as usize] as char);
        }
        format!("/company/{}/{kind}/{id}", self.number)
    }

    /// One record of a holder; its link.
    fn holder(
        &self,
        interest: &Interest,
        copy: u64,
        out: &mut String,
        truth: &mut Truth,
    ) -> Result<String, SynthError> {
        let mut rng = self.rng(interest.slot, copy);
        let overseas = self.regime == Regime::OverseasEntity;
        let (kind, path) = match interest.how {
            How::Protected => ("super-secure", "super-secure"),
            _ => match interest.owner {
                // Filed on the wrong form now and then.
                Party::Person(_) if rng.chance(8) => ("corporate-entity", "corporate-entity"),
                Party::Person(_) => ("individual", "individual"),
                Party::Body(_) => ("legal-person", "legal-person"),
                Party::Company(_) | Party::Overseas(_) => ("corporate-entity", "corporate-entity"),
            },
        };
        let (kind, path) = if overseas {
            (format!("{kind}-beneficial-owner"), format!("{path}-beneficial-owner"))
        } else {
            (format!("{kind}-person-with-significant-control"), path.to_string())
        };
        let link =
            self.link(&format!("persons-with-significant-control/{path}"), interest.slot, copy);
        self.begin(out);
        let name = if interest.how == How::Protected {
            if interest.end.is_some() {
                out.push_str("\"ceased\":true");
            }
            let text = if overseas {
                "super-secure-beneficial-owner"
            } else {
                "super-secure-persons-with-significant-control"
            };
            field(out, "description", text);
            self.etag(out, interest.slot, copy);
            field(out, "kind", &kind);
            self.links(out, &link);
            out.push_str("}}\n");
            String::new()
        } else {
            match interest.owner {
                Party::Person(p) if kind.starts_with("individual") => {
                    self.individual(p, interest, copy, &kind, &link, out, &mut rng)
                }
                owner => self.corporate(owner, interest, copy, &kind, &link, out, &mut rng),
            }
        };
        let schema = match interest.owner {
            Party::Person(_) => "Person",
            Party::Body(_) => "PublicBody",
            _ => "Company",
        };
        truth.entity(&self.owner(interest).id(), schema, &link, "psc", &name)?;
        Ok(link)
    }

    fn owner(&self, interest: &Interest) -> Party {
        match interest.owner {
            Party::Company(c) => Party::Company(self.world.canonical(c)),
            other => other,
        }
    }

    fn links(&self, out: &mut String, link: &str) {
        open(out, "links");
        field(out, "self", link);
        out.push('}');
    }

    #[allow(clippy::too_many_arguments)]
    fn individual(
        &self,
        p: u64,
        interest: &Interest,
        copy: u64,
        kind: &str,
        link: &str,
        out: &mut String,
        rng: &mut Rng,
    ) -> String {
        let world = self.world;
        let person = world.person(p);
        let mut spelling = person.spelled(rng, 16 + 30 * copy);
        if rng.chance(900) {
            spelling.surname = spelling.surname.to_uppercase();
        }
        let overseas = self.regime == Regime::OverseasEntity;
        let address = world.service_address(p, self.key.min(world.companies() - 1));
        let home = crate::tables::places::NATIONS
            .iter()
            .any(|n| n.1 == person.residence && n.1 != "United Kingdom");
        if home && rng.chance(6_500) {
            // The same house every time; people abroad keep one address.
            let mut fixed = world.rng_at(Stream::Home, p, 1 << 40);
            let street = format!("{} {}", 1 + fixed.below(200), crate::address::street(&mut fixed));
            let town = crate::naming::title_case(&crate::naming::coined(&mut fixed));
            foreign(out, "address", &street, &town, person.residence);
        } else {
            british(out, "address", &address, rng);
        }
        if let Some(end) = interest.end {
            field(out, "ceased_on", &iso_string(end));
        }
        if !rng.chance(100) {
            field(out, "country_of_residence", person.residence);
        }
        self.birth(&person, p, out, rng);
        self.etag(out, interest.slot, copy);
        if interest.end.is_none() && !overseas && rng.chance(1_200) {
            self.verification(&spelling.full(false), out, rng);
        }
        if overseas {
            out.push_str(if world.is_listed(Party::Person(p)) {
                ",\"is_sanctioned\":true"
            } else {
                ",\"is_sanctioned\":false"
            });
        }
        field(out, "kind", kind);
        self.links(out, link);
        let name = person_name(out, &spelling, rng);
        if !rng.chance(60) {
            let mut text = crate::tables::places::NATIONS[person.nation].0.to_string();
            if let Some(second) = person.second_nation {
                text.push(',');
                text.push_str(crate::tables::places::NATIONS[second].0);
            }
            field(out, "nationality", &text);
        }
        self.natures(interest, out, rng);
        field(out, "notified_on", &iso_string(interest.start));
        if overseas && rng.chance(3_000) {
            out.push_str(",\"service_address_is_same_as_registered_office_address\":false");
        }
        out.push_str("}}\n");
        name
    }

    fn birth(&self, person: &Person, p: u64, out: &mut String, rng: &mut Rng) {
        let (mut year, mut month, day) = person.born.ymd();
        match rng.below(10_000) {
            0..25 => month = month % 12 + 1,
            25..40 => year += 1,
            40..44 => year = 1900,
            44..46 => year = 2016 + (p % 5) as i32,
            46..70 => return,
            _ => {}
        }
        open(out, "date_of_birth");
        if rng.chance(2) {
            // The day leaks on a few records.
            out.push_str("\"day\":");
            push_number(out, day.into(), 1);
            out.push(',');
        }
        out.push_str("\"month\":");
        push_number(out, month.into(), 1);
        out.push_str(",\"year\":");
        push_number(out, year.unsigned_abs().into(), 1);
        out.push('}');
    }

    fn verification(&self, name: &str, out: &mut String, rng: &mut Rng) {
        open(out, "identity_verification_details");
        let agent = rng.chance(3_000);
        if agent {
            out.push_str("\"anti_money_laundering_supervisory_bodies\":[\"");
            out.push_str(rng.one(&[
                "hm-revenue-customs-hmrc",
                "association-of-chartered-certified-accountants-acca",
            ]));
            out.push_str("\"]");
        }
        let start = Day(SNAPSHOT.0 - 317 + rng.below(250) as i32);
        field(out, "appointment_verification_start_on", &iso_string(start));
        field(out, "appointment_verification_statement_date", &iso_string(start));
        if rng.chance(2_000) {
            field(out, "appointment_verification_statement_due_on", &iso_string(Day(start.0 + 14)));
        }
        if agent {
            let at = rng.below(self.world.agents);
            let agent = self.world.agent(at);
            field(
                out,
                "authorised_corporate_service_provider_name",
                agent.care_of.as_deref().unwrap_or(""),
            );
        }
        field(out, "identity_verified_on", &iso_string(Day(start.0 - 3)));
        if rng.chance(1_500) {
            field(out, "preferred_name", name);
        }
        out.push('}');
    }

    #[allow(clippy::too_many_arguments)]
    fn corporate(
        &self,
        owner: Party,
        interest: &Interest,
        copy: u64,
        kind: &str,
        link: &str,
        out: &mut String,
        rng: &mut Rng,
    ) -> String {
        let overseas = self.regime == Regime::OverseasEntity;
        let holder = Corporate::of(self.world, owner, rng);
        holder.address.write(out, "address", rng);
        if let Some(end) = interest.end {
            field(out, "ceased_on", &iso_string(end));
        }
        self.etag(out, interest.slot, copy);
        holder.identification(out);
        if overseas {
            out.push_str(if self.world.is_listed(owner) {
                ",\"is_sanctioned\":true"
            } else {
                ",\"is_sanctioned\":false"
            });
        }
        field(out, "kind", kind);
        self.links(out, link);
        field(out, "name", holder.name.trim_end());
        self.natures(interest, out, rng);
        field(out, "notified_on", &iso_string(interest.start));
        if overseas {
            holder.address.write(out, "principal_office_address", rng);
        }
        out.push_str("}}\n");
        holder.name.trim_end().to_string()
    }

    fn natures(&self, interest: &Interest, out: &mut String, rng: &mut Rng) {
        out.push_str(",\"natures_of_control\":[");
        let codes = natures(interest, self.regime, rng);
        if !rng.chance(4) {
            for (at, code) in codes.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                super::json(out, code);
            }
            if rng.chance(4) && !codes.is_empty() {
                out.push_str(",null");
            } else if rng.chance(8) {
                if let Some(code) = codes.first() {
                    out.push(',');
                    super::json(out, code);
                }
            }
        }
        out.push(']');
    }

    fn notice(&self, notice: &Notice, at: u64, register: &Register, out: &mut String) {
        let mut rng = self.rng(20 + at, 3);
        let link = self.link("persons-with-significant-control-statements", 20 + at, 0);
        self.begin(out);
        if let Some(end) = notice.end {
            field(out, "ceased_on", &iso_string(end));
        }
        self.etag(out, 20 + at, 0);
        field(out, "kind", "persons-with-significant-control-statement");
        if notice.code.starts_with("psc-has-failed") {
            let named = register.interests.iter().find_map(|i| match i.owner {
                Party::Person(p) if i.how == How::Named => Some(self.world.person(p)),
                _ => None,
            });
            if let Some(person) = named {
                field(out, "linked_psc_name", &person.spelled(&mut rng, 10).full(true));
            }
        }
        self.links(out, &link);
        field(out, "notified_on", &iso_string(notice.start));
        if notice.code.starts_with("restrictions-notice") && notice.end.is_some() {
            field(
                out,
                "restrictions_notice_withdrawal_reason",
                "restrictions-notice-withdrawn-by-company",
            );
        }
        field(out, "statement", notice.code);
        out.push_str("}}\n");
    }

    fn exemption(&self, which: usize, from: Day, to: Option<Day>, out: &mut String) {
        let (key, kind) = codes::EXEMPTIONS[which % codes::EXEMPTIONS.len()];
        self.begin(out);
        self.etag(out, 31, 0);
        open(out, "exemptions");
        open(out, key);
        field(out, "exemption_type", kind);
        out.push_str(",\"items\":[{");
        field(out, "exempt_from", &iso_string(from));
        if let Some(to) = to {
            field(out, "exempt_to", &iso_string(to));
        }
        out.push_str("}]}}");
        field(out, "kind", "exemptions");
        self.links(out, &format!("/company/{}/exemptions", self.number));
        out.push_str("}}\n");
    }

    /// The rows of `ownership.csv` for one interest.
    fn truth(
        &self,
        interest: &Interest,
        record: &str,
        truth: &mut Truth,
    ) -> Result<(), SynthError> {
        let asset = self.party.id();
        let mut held = Held {
            owner: self.owner(interest),
            asset: &asset,
            kind: if interest.joint { "joint-shares" } else { "shares" },
            share: Some(interest.shares),
            start: interest.start,
            end: interest.end,
            capacity: interest.capacity,
            published: match interest.how {
                How::Named => "named",
                How::Protected => "protected",
                How::Hidden => "no",
            },
            record,
        };
        if interest.shares != NOTHING {
            truth.held(&held)?;
        }
        if interest.votes != interest.shares {
            held.kind = "votes";
            held.share = Some(interest.votes);
            truth.held(&held)?;
        }
        held.share = None;
        for (kind, applies) in [
            ("appoint", interest.appoint),
            ("influence", interest.influence),
            ("nominee", interest.nominee.is_some()),
        ] {
            if applies {
                held.kind = kind;
                truth.held(&held)?;
            }
        }
        Ok(())
    }
}
