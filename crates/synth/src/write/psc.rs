//! The PSC snapshot: JSON lines for persons, companies, legal and protected persons, statements,
//! exemptions and the beneficial owners of overseas entities, with the totals line at the end.

use std::path::Path;

use cuibono_model::Day;

use super::psc_parties::{field, open};
use super::truth::{Held, Part, Truth};
use super::{Archive, TELL_EVERY, Tell, iso_string, push_number};
use crate::SynthError;
use crate::register::{How, Interest, NOTHING, Notice, Register, regime};
use crate::rng::{Permutation, Rng, Stream, mix};
use crate::tables::codes::{self, Regime};
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
pub(crate) struct Subject<'a> {
    pub(crate) world: &'a World,
    pub(crate) party: Party,
    pub(crate) number: String,
    pub(crate) regime: Regime,
    /// Distinguishes the records of companies and of overseas entities.
    pub(crate) key: u64,
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

    pub(crate) fn rng(&self, slot: u64, salt: u64) -> Rng {
        self.world.rng_at(Stream::Record, self.key, slot * 16 + salt)
    }

    /// `{"company_number":…,"data":{`
    pub(crate) fn begin(&self, out: &mut String) {
        out.push('{');
        field(out, "company_number", &self.number);
        open(out, "data");
    }

    pub(crate) fn etag(&self, out: &mut String, slot: u64, copy: u64) {
        let a = mix(self.world.seed ^ mix(self.key * 64 + slot * 2 + copy));
        let b = mix(a);
        field(out, "etag", &format!("{a:016x}{b:016x}{:08x}", mix(b) as u32));
    }

    pub(crate) fn link(&self, kind: &str, slot: u64, copy: u64) -> String {
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
