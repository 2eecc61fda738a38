//! Addresses: homes, offices, formation agents' mass addresses, and chambers abroad.

use crate::rng::{Rng, Stream};
use crate::tables::countries::Country;
use crate::tables::places::{self, Town};
use crate::world::{Class, World};

/// A British address.
#[derive(Clone)]
pub(crate) struct Address {
    pub(crate) premises: String,
    pub(crate) line1: String,
    pub(crate) line2: &'static str,
    pub(crate) town: &'static Town,
    pub(crate) postcode: String,
    /// The name of the agent whose address it is, if one is.
    pub(crate) care_of: Option<String>,
}

impl Address {
    /// One line, as Land Registry prints an address for service.
    pub(crate) fn line(&self) -> String {
        let mut out = String::with_capacity(80);
        if let Some(name) = &self.care_of {
            out.push_str("c/o ");
            out.push_str(name);
            out.push_str(", ");
        }
        out.push_str(&self.premises);
        out.push(if self.premises.bytes().all(|b| b.is_ascii_digit()) { ' ' } else { ',' });
        if !out.ends_with(' ') {
            out.push(' ');
        }
        out.push_str(&self.line1);
        out.push_str(", ");
        if !self.line2.is_empty() {
            out.push_str(self.line2);
            out.push_str(", ");
        }
        out.push_str(self.town.name);
        out.push(' ');
        out.push_str(&self.postcode);
        out
    }
}

/// A postcode in the area: the shape is right, the place is not.
pub(crate) fn postcode(area: &str, rng: &mut Rng) -> String {
    const INWARD: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";
    let a = *rng.pick(INWARD) as char;
    let b = *rng.pick(INWARD) as char;
    format!("{area}{} {}{a}{b}", 1 + rng.below(19), rng.below(10))
}

pub(crate) fn street(rng: &mut Rng) -> String {
    format!("{} {}", rng.one(places::STREETS), rng.one(places::STREET_KINDS))
}

fn address(town: &'static Town, rng: &mut Rng) -> Address {
    let premises = match rng.below(10) {
        0..7 => (1 + rng.below(220)).to_string(),
        7..9 => format!("{} {}", rng.one(&["Unit", "Flat", "Suite"]), 1 + rng.below(60)),
        _ => (rng.one(places::BUILDINGS)).to_string(),
    };
    let line1 = street(rng);
    let line2 = if rng.chance(1_200) { rng.one(places::STREETS) } else { "" };
    Address { premises, line1, line2, town, postcode: postcode(town.area, rng), care_of: None }
}

impl World {
    /// The mass address of a formation agent, with the agent's name.
    pub(crate) fn agent(&self, index: u64) -> Address {
        let mut rng = self.rng(Stream::Agent, index);
        let town = &places::TOWNS
            [rng.below(if index < 3 { 5 } else { places::TOWNS.len() as u64 }) as usize];
        let mut out = address(town, &mut rng);
        out.care_of = Some(self.agent_name(index));
        out
    }

    fn agent_name(&self, index: u64) -> String {
        let mut rng = self.rng_at(Stream::Agent, index, 1);
        let word = crate::naming::title_case(&crate::naming::coined(&mut rng));
        format!(
            "{word} {}",
            rng.one(&[
                "Formations",
                "Company Services",
                "Accountants LLP",
                "Solicitors",
                "Corporate Services"
            ])
        )
    }

    /// An agent by how many it serves: the first few host thousands.
    fn pick_agent(&self, rng: &mut Rng) -> u64 {
        rng.below(self.agents) * rng.below(self.agents) / self.agents
    }

    /// The registered office of a company.
    pub(crate) fn office(&self, company: u64) -> Address {
        let mut rng = self.rng(Stream::CompanyAddress, company);
        match self.class(company) {
            Class::Scotland
            | Class::ScottishLlp
            | Class::ScottishPartnership
            | Class::ScottishCharity => address(rng.pick(places::SCOTTISH), &mut rng),
            Class::NorthernIreland | Class::NorthernLlp | Class::OldIrish => {
                address(rng.pick(places::NORTHERN_IRISH), &mut rng)
            }
            _ if rng.chance(1_000) => {
                let agent = self.pick_agent(&mut rng);
                self.agent(agent)
            }
            _ => address(rng.pick(places::TOWNS), &mut rng),
        }
    }

    /// Where a person is served: mostly one place, now and then an agent's or the company's office.
    pub(crate) fn service_address(&self, person: u64, company: u64) -> Address {
        let mut rng = self.rng_at(Stream::Home, person, company);
        match rng.below(100) {
            0..62 => {
                let mut home = self.rng(Stream::Home, person);
                address(home.pick(places::TOWNS), &mut home)
            }
            62..90 => self.office(company),
            _ => {
                let agent = self.pick_agent(&mut rng);
                self.agent(agent)
            }
        }
    }
}

/// A mass address in the country of incorporation, as (street line, seat).
pub(crate) fn chambers(country: &'static Country, rng: &mut Rng) -> (&'static str, &'static str) {
    (rng.pick_skewed(places::CHAMBERS), country.seat)
}
