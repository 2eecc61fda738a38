//! One PSC record of a holder: individual, corporate, legal or protected, in either register's
//! vocabulary.

use cuibono_model::Day;

use super::iso_string;
use super::psc::Subject;
use super::psc_parties::{Corporate, british, field, foreign, open, person_name};
use super::push_number;
use super::truth::Truth;
use crate::SynthError;
use crate::person::Person;
use crate::register::{Fraction, How, Interest, NOTHING};
use crate::rng::{Rng, Stream};
use crate::tables::codes::{self, Capacity, Regime, Right};
use crate::world::{Party, SNAPSHOT};

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
    /// One record of a holder; its link.
    pub(crate) fn holder(
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

    pub(crate) fn owner(&self, interest: &Interest) -> Party {
        match interest.owner {
            Party::Company(c) => Party::Company(self.world.canonical(c)),
            other => other,
        }
    }

    pub(crate) fn links(&self, out: &mut String, link: &str) {
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
            } else if let Some(code) = codes.first().filter(|_| rng.chance(8)) {
                out.push(',');
                super::json(out, code);
            }
        }
        out.push(']');
    }
}
