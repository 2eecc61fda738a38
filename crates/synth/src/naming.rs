//! Names of companies, bodies and ships, and the ways filers misspell them. Words are glued from
//! syllables; nothing here looks a name up anywhere.

use crate::person::typo;
use crate::rng::{Rng, Stream};
use crate::tables::{latin, places, words};
use crate::world::{Class, World};

/// An invented word in capitals.
pub(crate) fn coined(rng: &mut Rng) -> String {
    let mut out = String::with_capacity(14);
    out.push_str(rng.one(words::SYLLABLE_A));
    if rng.chance(6_500) {
        out.push_str(rng.one(words::SYLLABLE_B));
    }
    out.push_str(rng.one(words::SYLLABLE_C));
    out.to_uppercase()
}

/// `Zelvora Holdings Ltd` from `ZELVORA HOLDINGS LTD`, over-eagerly: `People'S`, `Llc`, `Plc`.
pub(crate) fn title_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut start = true;
    for c in name.chars() {
        if c.is_alphabetic() {
            if start {
                out.extend(c.to_uppercase());
            } else {
                out.extend(c.to_lowercase());
            }
            start = false;
        } else {
            out.push(c);
            start = true;
        }
    }
    out
}

/// What a company is besides its number range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Category {
    Private,
    Public,
    Guarantee,
    GuaranteeExempt,
    CommunityInterest,
    Unlimited,
    Llp,
    Partnership,
    ScottishPartnership,
    Society,
    RegisteredSociety,
    Charity,
    ScottishCharity,
    Charter,
}

impl Category {
    /// As BasicCompanyData prints it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Category::Private => "Private Limited Company",
            Category::Public => "Public Limited Company",
            Category::Guarantee => {
                "PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)"
            }
            Category::GuaranteeExempt => {
                "PRI/LBG/NSC (Private, Limited by guarantee, no share capital, use of 'Limited' exemption)"
            }
            Category::CommunityInterest => "Community Interest Company",
            Category::Unlimited => "Private Unlimited Company",
            Category::Llp => "Limited Liability Partnership",
            Category::Partnership => "Limited Partnership",
            Category::ScottishPartnership => "Limited Partnership",
            Category::Society => "Industrial and Provident Society",
            Category::RegisteredSociety => "Registered Society",
            Category::Charity => "Charitable Incorporated Organisation",
            Category::ScottishCharity => "Scottish Charitable Incorporated Organisation",
            Category::Charter => "Royal Charter Company",
        }
    }

    /// As Land Registry prints it.
    pub(crate) fn proprietorship(self) -> &'static str {
        match self {
            Category::Llp => "Limited Liability Partnership",
            Category::Unlimited => "Unlimited Company",
            Category::Society => "Industrial and Provident Society (Company)",
            Category::RegisteredSociety => "Registered Society (Corporate Body)",
            Category::Charter | Category::Charity | Category::ScottishCharity => "Corporate Body",
            _ => "Limited Company or Public Limited Company",
        }
    }

    /// Whether the company has members with shares or their like, so that it has a PSC register.
    pub(crate) fn has_psc(self) -> bool {
        !matches!(
            self,
            Category::Partnership
                | Category::Society
                | Category::RegisteredSociety
                | Category::Charity
                | Category::ScottishCharity
                | Category::Charter
        )
    }

    fn ending(self, rng: &mut Rng) -> &'static str {
        match self {
            Category::Private => rng.weighted(&[(" LIMITED", 52), (" LTD", 46), (" LTD.", 2)]),
            Category::Public => rng.weighted(&[(" PLC", 9), (" PUBLIC LIMITED COMPANY", 1)]),
            Category::Guarantee => " LIMITED",
            Category::CommunityInterest => {
                rng.weighted(&[(" CIC", 3), (" COMMUNITY INTEREST COMPANY", 1), (" C.I.C.", 1)])
            }
            Category::Llp => " LLP",
            Category::Partnership | Category::ScottishPartnership => {
                rng.weighted(&[(" LP", 2), (" LIMITED PARTNERSHIP", 1)])
            }
            Category::Society | Category::RegisteredSociety => " LIMITED",
            Category::GuaranteeExempt
            | Category::Unlimited
            | Category::Charity
            | Category::ScottishCharity
            | Category::Charter => "",
        }
    }
}

impl World {
    pub(crate) fn category(&self, company: u64) -> Category {
        match self.class(company) {
            Class::Llp | Class::ScottishLlp | Class::NorthernLlp => Category::Llp,
            Class::Partnership => Category::Partnership,
            Class::ScottishPartnership => Category::ScottishPartnership,
            Class::Society => Category::Society,
            Class::RegisteredSociety => Category::RegisteredSociety,
            Class::Charity => Category::Charity,
            Class::ScottishCharity => Category::ScottishCharity,
            Class::Charter => Category::Charter,
            Class::England | Class::Scotland | Class::NorthernIreland | Class::OldIrish => {
                let mut rng = self.rng(Stream::Company, company);
                if company < self.live && company % 1000 < 626 {
                    // Where structures stand: only companies with share capital.
                    return rng.weighted(&[
                        (Category::Private, 996),
                        (Category::Public, 3),
                        (Category::Unlimited, 1),
                    ]);
                }
                rng.weighted(&[
                    (Category::Private, 946),
                    (Category::Public, 5),
                    (Category::Guarantee, 26),
                    (Category::GuaranteeExempt, 12),
                    (Category::CommunityInterest, 9),
                    (Category::Unlimited, 2),
                ])
            }
        }
    }

    /// The company's name now, in capitals with its ending.
    pub(crate) fn company_name(&self, company: u64) -> String {
        self.company_name_at(self.canonical(company), 0)
    }

    /// The name of some epoch: 0 is now, 1 the one before, and so on.
    pub(crate) fn company_name_at(&self, company: u64, epoch: u64) -> String {
        let mut rng = self.rng_at(Stream::CompanyName, company, epoch);
        let category = self.category(company);
        let mut stem = match category {
            Category::Charity | Category::ScottishCharity | Category::GuaranteeExempt => {
                format!(
                    "THE {} {}",
                    coined(&mut rng),
                    rng.one(&["TRUST", "FOUNDATION", "ASSOCIATION", "COMMUNITY CENTRE"])
                )
            }
            Category::Society | Category::RegisteredSociety => {
                let town = rng.pick(places::TOWNS).name.to_uppercase();
                format!(
                    "{town} {} {}",
                    coined(&mut rng),
                    rng.one(&["HOUSING ASSOCIATION", "CO-OPERATIVE SOCIETY", "COMMUNITY SOCIETY"])
                )
            }
            Category::Guarantee => {
                let street = crate::address::street(&mut rng).to_uppercase();
                format!("{} {street} MANAGEMENT COMPANY", 1 + rng.below(200))
            }
            _ => self.trading_stem(&mut rng),
        };
        if rng.chance(100) {
            stem.push_str(rng.one(&[" (UK)", " (HOLDINGS)", " (LONDON)", " (2019)", " UK"]));
        }
        stem.push_str(category.ending(&mut rng));
        stem
    }

    fn trading_stem(&self, rng: &mut Rng) -> String {
        let activity = rng.pick_skewed(words::ACTIVITIES);
        match rng.below(100) {
            0..52 => format!("{} {activity}", coined(rng)),
            52..62 => {
                format!("{} {} {activity}", coined(rng), rng.one(words::SYLLABLE_C).to_uppercase())
            }
            62..72 => {
                let name = crate::tables::Row(rng.pick_skewed(latin::ENGLISH_S))
                    .canonical()
                    .to_uppercase();
                format!("{name} {} {activity}", coined(rng))
            }
            72..78 => {
                let (a, b) = (rng.one(latin::SURNAME_HEAD), rng.one(latin::SURNAME_TAIL));
                format!("{}{} & {} {activity}", a.to_uppercase(), b.to_uppercase(), coined(rng))
            }
            78..84 => {
                let letter = |rng: &mut Rng| (b'A' + rng.below(26) as u8) as char;
                format!("{}{}{} {} {activity}", letter(rng), letter(rng), letter(rng), coined(rng))
            }
            84..90 => {
                let street = crate::address::street(rng).to_uppercase();
                format!("{} {street} ({})", 1 + rng.below(300), coined(rng))
            }
            90..94 => coined(rng),
            94..97 => format!("{} & SON'S {activity}", coined(rng)),
            97 => format!("CAFÉ {} {activity}", coined(rng)),
            98 => format!("\"{}\" {activity}", coined(rng)),
            _ => format!("! {} {}", coined(rng), 1 + rng.below(999)),
        }
    }

    /// Former names with the day each stopped being used, latest first.
    pub(crate) fn former_names(&self, company: u64) -> Vec<(cuibono_model::Day, String)> {
        let mut rng = self.rng_at(Stream::CompanyName, company, 1 << 32);
        let many = match rng.below(1000) {
            0..870 => 0,
            870..975 => 1,
            975..994 => 2,
            994..998 => 3,
            _ => 4 + rng.below(7),
        };
        let from = self.incorporated(company).0;
        let room = i64::from(crate::world::SNAPSHOT.0 - from);
        let mut at = i64::from(crate::world::SNAPSHOT.0);
        let mut names = Vec::new();
        for epoch in 0..many {
            at -= 1 + rng.below((room / (many as i64 + 1)).max(1) as u64) as i64;
            if at <= i64::from(from) {
                break;
            }
            names.push((cuibono_model::Day(at as i32), self.company_name_at(company, epoch + 1)));
        }
        names
    }

    pub(crate) fn body_name(&self, body: u64) -> String {
        let mut rng = self.rng(Stream::Body, body);
        let place = if rng.chance(5_000) {
            format!("{}{}", rng.one(latin::SURNAME_HEAD), rng.one(latin::SURNAME_TAIL))
        } else {
            title_case(&coined(&mut rng))
        };
        // Half of them are states and ministries, the others own land as well.
        if body % 2 == 1 {
            rng.one(words::STATES).replace('#', &place)
        } else {
            rng.one(words::BODIES).replace('#', &place.to_uppercase())
        }
    }
}

/// The same company as another filer writes it: case, ending, punctuation, a slip.
pub(crate) fn respelled(name: &str, rng: &mut Rng) -> String {
    let mut out = name.to_string();
    match rng.below(100) {
        0..55 => {}
        55..68 => out = swap_ending(&out),
        68..73 => out = out.replace(" & ", " AND "),
        73..77 => out = out.replace(['.', ',', '"', '(', ')'], ""),
        77..80 => {
            let words: Vec<&str> = out.split(' ').collect();
            out =
                words
                    .iter()
                    .map(|w| {
                        if w.len() > 6 && rng.chance(5_000) {
                            typo(w, rng)
                        } else {
                            (*w).to_string()
                        }
                    })
                    .collect::<Vec<_>>()
                    .join(" ");
        }
        80..82 => out = out.replace(' ', "  "),
        82..85 => out = format!("{out} "),
        _ => out = title_case(&out),
    }
    out
}

fn swap_ending(name: &str) -> String {
    for (from, to) in [
        (" LIMITED", " LTD"),
        (" LTD.", " LIMITED"),
        (" LTD", " LIMITED"),
        (" PLC", " PUBLIC LIMITED COMPANY"),
        (" INC.", " INC"),
        (" S.A.", " SA"),
        (" B.V.", " BV"),
        (" GMBH", " G.M.B.H."),
        (" LLC", " L.L.C."),
        (" S.A R.L.", " SARL"),
    ] {
        if let Some(stem) = name.strip_suffix(from) {
            return format!("{stem}{to}");
        }
    }
    name.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_case_is_over_eager() {
        assert_eq!(title_case("SMITH & SON'S HOLDINGS PLC"), "Smith & Son'S Holdings Plc");
    }

    #[test]
    fn endings_swap() {
        assert_eq!(swap_ending("ZELVORA LIMITED"), "ZELVORA LTD");
        assert_eq!(swap_ending("ZELVORA LTD"), "ZELVORA LIMITED");
        assert_eq!(swap_ending("ZELVORA"), "ZELVORA");
    }

    #[test]
    fn names_rarely_collide() {
        let world = World::new(20_000, 1).unwrap();
        let names: std::collections::HashSet<String> =
            (0..20_000).map(|i| world.company_name(i)).collect();
        assert!(names.len() > 19_300, "{}", names.len());
    }
}
