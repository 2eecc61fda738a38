//! The parts of a PSC record that describe a party: names, addresses, identification blocks, with
//! the dirt real lines have.

use super::json;
use crate::address::{Address, chambers};
use crate::naming::{Category, respelled, title_case};
use crate::person::Spelling;
use crate::rng::Rng;
use crate::world::{Class, Party, World};

/// `"key":"value"` with a comma before it unless the object just opened; nothing when empty.
pub(crate) fn field(out: &mut String, key: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    if !out.ends_with('{') {
        out.push(',');
    }
    out.push('"');
    out.push_str(key);
    out.push_str("\":");
    json(out, value);
}

/// Opens `"key":{`.
pub(crate) fn open(out: &mut String, key: &str) {
    if !out.ends_with('{') {
        out.push(',');
    }
    out.push('"');
    out.push_str(key);
    out.push_str("\":{");
}

pub(crate) fn british(out: &mut String, key: &str, address: &Address, rng: &mut Rng) {
    open(out, key);
    field(out, "address_line_1", &address.line1);
    field(out, "address_line_2", address.line2);
    if rng.chance(4_000) {
        field(out, "care_of", address.care_of.as_deref().unwrap_or(""));
    }
    field(
        out,
        "country",
        rng.weighted(&[(address.town.nation, 60), ("United Kingdom", 37), ("", 3)]),
    );
    field(out, "locality", address.town.name);
    field(out, "po_box", if rng.chance(30) { "118" } else { "" });
    if rng.chance(10) {
        field(out, "postal_code", &address.town.county.to_uppercase());
    } else if !rng.chance(50) {
        field(out, "postal_code", &address.postcode);
    }
    field(out, "premises", if rng.chance(10) { "0" } else { &address.premises });
    field(out, "region", if rng.chance(2_500) { address.town.county } else { "" });
    out.push('}');
}

pub(crate) fn foreign(out: &mut String, key: &str, street: &str, seat: &str, country: &str) {
    open(out, key);
    field(out, "address_line_1", street);
    field(out, "country", country);
    let (town, region) = seat.split_once(", ").unwrap_or((seat, ""));
    field(out, "locality", town);
    field(out, "region", region);
    out.push('}');
}

/// `name` and `name_elements` of a person.
pub(crate) fn person_name(out: &mut String, spelling: &Spelling, rng: &mut Rng) -> String {
    let mut full = spelling.full(true);
    if rng.chance(8) && !spelling.title.is_empty() {
        full = format!("{} {full}", spelling.title);
    }
    field(out, "name", &full);
    open(out, "name_elements");
    field(out, "forename", &spelling.forename);
    field(out, "middle_name", &spelling.middle);
    field(out, "surname", &spelling.surname);
    field(out, "title", spelling.title);
    out.push('}');
    full
}

/// A corporate holder as filed: name, then the identification block and address parts.
pub(crate) struct Corporate {
    pub(crate) name: String,
    pub(crate) country_registered: String,
    pub(crate) legal_authority: String,
    pub(crate) legal_form: String,
    pub(crate) place_registered: String,
    pub(crate) registration_number: String,
    pub(crate) address: Place,
}

/// Where a corporate holder is.
pub(crate) enum Place {
    British(Box<Address>),
    Abroad { street: &'static str, seat: &'static str, country: String },
}

impl Place {
    pub(crate) fn write(&self, out: &mut String, key: &str, rng: &mut Rng) {
        match self {
            Place::British(address) => british(out, key, address, rng),
            Place::Abroad { street, seat, country } => foreign(out, key, street, seat, country),
        }
    }
}

impl Corporate {
    pub(crate) fn of(world: &World, party: Party, rng: &mut Rng) -> Corporate {
        match party {
            Party::Company(c) => uk(world, c, rng),
            Party::Overseas(x) => overseas(world, x, rng),
            Party::Body(b) => body(world, b, rng),
            Party::Person(p) => mislabelled(world, p, rng),
        }
    }

    pub(crate) fn identification(&self, out: &mut String) {
        open(out, "identification");
        field(out, "country_registered", &self.country_registered);
        field(out, "legal_authority", &self.legal_authority);
        field(out, "legal_form", &self.legal_form);
        field(out, "place_registered", &self.place_registered);
        field(out, "registration_number", &self.registration_number);
        out.push('}');
    }
}

fn uk(world: &World, c: u64, rng: &mut Rng) -> Corporate {
    let former = if rng.chance(300) { world.former_names(world.canonical(c)) } else { Vec::new() };
    let name = match former.first() {
        Some((_, old)) => old.clone(),
        None => world.company_name(c),
    };
    let mut name = respelled(&name, rng);
    if rng.chance(6_000) {
        name = title_case(&name);
    }
    let nation = match world.class(c) {
        Class::Scotland | Class::ScottishLlp | Class::ScottishPartnership => "Scotland",
        Class::NorthernIreland | Class::NorthernLlp | Class::OldIrish => "Northern Ireland",
        _ => "England And Wales",
    };
    let country = rng.weighted(&[
        (nation, 420),
        ("England", 200),
        ("United Kingdom", 170),
        ("England & Wales", 80),
        ("Uk", 30),
        ("United Kingdom (England)", 15),
        ("United Kingdom, United Kingdom", 4),
        ("England And Wales, United Kingdom", 8),
        ("British", 6),
        ("Companies House", 10),
        ("", 57),
    ]);
    let category = world.category(c);
    let form = match category {
        Category::Llp => "Limited Liability Partnership",
        Category::Public => "Public Limited Company",
        Category::ScottishPartnership | Category::Partnership => "Limited Partnership",
        Category::Unlimited => "Private Unlimited Company",
        _ => rng.weighted(&[
            ("Private Limited Company", 40),
            ("Limited Company", 25),
            ("Private Company Limited By Shares", 20),
            ("Limited By Shares", 10),
            ("Corporate", 5),
        ]),
    };
    let law = rng.weighted(&[
        ("Companies Act 2006", 60),
        ("Companies Act", 10),
        ("United Kingdom (England And Wales)", 10),
        ("Companies Act 1985", 5),
        ("English Law", 10),
        ("Uk Law", 5),
    ]);
    let (form, law) = if rng.chance(100) { (law, form) } else { (form, law) };
    let place = rng.weighted(&[
        ("Companies House", 55),
        ("Register Of Companies", 8),
        ("Companies House, Cardiff", 4),
        ("England And Wales", 13),
        ("Uk Register Of Companies", 4),
        ("Registrar Of Companies", 3),
        ("", 13),
    ]);
    Corporate {
        name,
        country_registered: country.to_string(),
        legal_authority: law.to_string(),
        legal_form: form.to_string(),
        place_registered: place.to_string(),
        registration_number: filed_number(world, c, rng),
        address: Place::British(Box::new(world.office(c))),
    }
}

/// The parent's number as people file it.
fn filed_number(world: &World, c: u64, rng: &mut Rng) -> String {
    let number = world.number(c);
    match rng.below(1000) {
        0..880 => number,
        880..930 => number.trim_start_matches('0').to_string(),
        930..940 => number.to_lowercase(),
        940..948 => format!("{} {}", &number[..2], &number[2..]),
        948..956 => format!("{} {number}", rng.one(&["No.", "Company No", "CRN:", "Reg. No."])),
        956..964 => "N/A".to_string(),
        964..967 => "NONE".to_string(),
        967..970 => "Pending".to_string(),
        970..973 => format!("GB {}", 100_000_000 + rng.below(800_000_000)),
        973..990 => String::new(),
        _ => format!("{number}."),
    }
}

fn overseas(world: &World, x: u64, rng: &mut Rng) -> Corporate {
    let country = world.country(x);
    let spellings: Vec<&str> = country.filed.split('|').collect();
    let filed = if rng.chance(6_500) { spellings[0] } else { rng.one(&spellings) };
    let mut name = respelled(&world.overseas_name(x), rng);
    if rng.chance(7_000) {
        name = title_case(&name);
    }
    let number = match rng.below(100) {
        0..70 => world.foreign_number(x),
        70..80 => world.entity_number(x).unwrap_or_else(|| world.foreign_number(x)),
        80..84 => "N/A".to_string(),
        84 => "Not Known".to_string(),
        _ => String::new(),
    };
    let form = rng.weighted(&[
        ("Limited Company", 30),
        ("Company Limited By Shares", 30),
        ("Private Limited Company", 20),
        ("Bvi Business Company", 5),
        ("Corporate", 5),
        ("", 10),
    ]);
    let mut fixed = world.rng_at(crate::rng::Stream::Overseas, x, 5);
    let (street, seat) = chambers(country, &mut fixed);
    let address = if rng.chance(1_800) {
        let agent = rng.below(world.agents);
        Place::British(Box::new(world.agent(agent)))
    } else {
        Place::Abroad { street, seat, country: spellings[0].to_string() }
    };
    Corporate {
        name,
        country_registered: filed.to_string(),
        legal_authority: country.law.to_string(),
        legal_form: form.to_string(),
        place_registered: rng
            .weighted(&[
                ("", 40),
                (filed, 30),
                ("Registrar Of Companies", 15),
                ("Companies Registry", 15),
            ])
            .to_string(),
        registration_number: number,
        address,
    }
}

fn body(world: &World, b: u64, rng: &mut Rng) -> Corporate {
    Corporate {
        name: world.body_name(b),
        country_registered: String::new(),
        legal_authority: rng
            .one(&[
                "Statute",
                "Local Government Act 1972",
                "United Kingdom",
                "Public International Law",
            ])
            .to_string(),
        legal_form: rng
            .one(&["Government Department", "Local Authority", "Corporation Sole", "Foreign State"])
            .to_string(),
        place_registered: String::new(),
        registration_number: String::new(),
        address: Place::British(Box::new(world.agent(b % world.agents))),
    }
}

/// A person filed on the form for companies.
fn mislabelled(world: &World, p: u64, rng: &mut Rng) -> Corporate {
    Corporate {
        name: world.person(p).spelled(rng, 12).full(true),
        country_registered: rng.one(&["United Kingdom", "England", ""]).to_string(),
        legal_authority: "Companies Act 2006".to_string(),
        legal_form: rng.one(&["Individual", "Director", "Shareholder"]).to_string(),
        place_registered: String::new(),
        registration_number: rng.one(&["N/A", "", "00000000"]).to_string(),
        address: Place::British(Box::new(world.service_address(p, 0))),
    }
}
