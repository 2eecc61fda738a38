//! Parts of company, ship and body names. Company words are glued from syllables, so that no name
//! is meant to be that of a real company.

pub(crate) const SYLLABLE_A: &[&str] = &[
    "bar", "bel", "bor", "bran", "cal", "cor", "cy", "dal", "del", "dor", "el", "fal", "fen",
    "gal", "gor", "hal", "hol", "ix", "jun", "kal", "kel", "kor", "lan", "lor", "lum", "mar",
    "mel", "mer", "mon", "nar", "nev", "nor", "ol", "or", "pal", "pel", "por", "quen", "ral",
    "ren", "ros", "sal", "sel", "sol", "tal", "tem", "tor", "ul", "val", "ven", "vor", "wel",
    "win", "xan", "yar", "zel", "zor", "bri", "cre", "dra",
];
pub(crate) const SYLLABLE_B: &[&str] = &[
    "a", "an", "ba", "be", "bi", "ca", "da", "de", "di", "do", "e", "en", "er", "ga", "i", "in",
    "ka", "ko", "la", "le", "li", "lo", "ma", "me", "mi", "na", "ne", "ni", "o", "on", "ra", "re",
    "ri", "ro", "sa", "ta", "te", "ti", "to", "u", "va", "ve", "vi", "za",
];
pub(crate) const SYLLABLE_C: &[&str] = &[
    "bis", "cia", "cron", "dale", "den", "dor", "dra", "fex", "gan", "gate", "hurst", "kin",
    "lark", "lex", "lia", "lis", "lon", "mark", "max", "mere", "mont", "nex", "nia", "nor", "nova",
    "pex", "qua", "rant", "ria", "rix", "ron", "ros", "sia", "sol", "star", "stone", "tech",
    "thra", "tis", "ton", "tor", "tria", "va", "vale", "vex", "via", "vor", "wick", "wood", "zon",
];

/// What companies say they do.
pub(crate) const ACTIVITIES: &[&str] = &[
    "PROPERTIES", "HOLDINGS", "INVESTMENTS", "CONSULTING", "SERVICES", "SOLUTIONS", "DEVELOPMENTS",
    "ESTATES", "TRADING", "CONSTRUCTION", "GROUP", "ENGINEERING", "MANAGEMENT", "CAPITAL",
    "LOGISTICS", "MEDIA", "DESIGN", "FOODS", "TECHNOLOGIES", "ENTERPRISES", "LETTINGS",
    "HEALTHCARE", "TRANSPORT", "INTERNATIONAL", "ASSET MANAGEMENT", "PROPERTY INVESTMENTS",
    "BUILDERS", "ELECTRICAL", "PLUMBING & HEATING", "INTERIORS", "RECRUITMENT", "CARE", "MOTORS",
    "FINANCE", "VENTURES", "LAND", "HOMES", "RESTAURANTS", "IT SERVICES", "CLEANING", "ENERGY",
    "PROJECTS",
];

/// Beginnings of holding and property vehicles.
pub(crate) const VEHICLES: &[&str] = &[
    "HOLDINGS", "PROPERTIES", "INVESTMENTS", "ESTATES", "PROPERTY HOLDINGS", "REAL ESTATE",
    "NOMINEES", "PROPCO", "LAND", "ASSETS", "VENTURES", "OVERSEAS", "INTERNATIONAL", "TRUSTEES",
    "CAPITAL", "GROUP",
];

pub(crate) const SIC: &[&str] = &[
    "68100 - Buying and selling of own real estate",
    "68209 - Other letting and operating of own or leased real estate",
    "70229 - Management consultancy activities other than financial management",
    "62020 - Information technology consultancy activities",
    "82990 - Other business support service activities n.e.c.",
    "41100 - Development of building projects", "41202 - Construction of domestic buildings",
    "47910 - Retail sale via mail order houses or via Internet", "56101 - Licensed restaurants",
    "96090 - Other service activities n.e.c.", "43210 - Electrical installation",
    "64209 - Activities of other holding companies n.e.c.",
    "64202 - Activities of production holding companies", "49410 - Freight transport by road",
    "86900 - Other human health activities", "99999 - Dormant Company",
    "98000 - Residents property management",
    "68320 - Management of real estate on a fee or contract basis",
    "7487 - Other business activities", "46900 - Non-specialised wholesale trade",
    "74990 - Non-trading company", "69201 - Accounting and auditing activities",
];

/// Patterns of invented public bodies; `#` stands for a place.
pub(crate) const BODIES: &[&str] = &[
    "THE BOROUGH COUNCIL OF #", "# CITY COUNCIL", "# DISTRICT COUNCIL", "# COUNTY COUNCIL",
    "# METROPOLITAN BOROUGH COUNCIL", "THE MAYOR AND BURGESSES OF THE BOROUGH OF #",
    "# HOUSING ASSOCIATION LIMITED", "# COMMUNITY HOMES", "THE # HOUSING SOCIETY LIMITED",
    "# CO-OPERATIVE SOCIETY LIMITED", "THE UNIVERSITY OF #",
];

/// Invented states' and ministries' names for legal persons.
pub(crate) const STATES: &[&str] = &[
    "The Secretary Of State For #", "The Department For #", "The Government Of The Republic Of #",
    "# Combined Authority", "Ministry Of Finance Of #", "The State Of #", "# Health Board",
];

pub(crate) const REGIMES: &[(&str, &str, u32)] = &[
    ("RUS", "The Russia (Sanctions) (EU Exit) Regulations 2019", 50),
    ("BEL", "The Republic of Belarus (Sanctions) (EU Exit) Regulations 2019", 7),
    ("SYR", "The Syria (Sanctions) (EU Exit) Regulations 2019", 6),
    ("IRN", "The Iran (Sanctions) Regulations 2023", 8),
    ("DPR", "The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019", 5),
    ("AQD", "The ISIL (Da'esh) and Al-Qaida (United Nations Sanctions) (EU Exit) Regulations 2019", 8),
    ("GAC", "The Global Anti-Corruption Sanctions Regulations 2021", 6),
    ("GHR", "The Global Human Rights Sanctions Regulations 2020", 5),
    ("AFG", "The Afghanistan (Sanctions) (EU Exit) Regulations 2020", 3),
    ("CYB", "The Cyber (Sanctions) (EU Exit) Regulations 2020", 2),
];

pub(crate) const POSITIONS: &[&str] = &[
    "Chairman of the board of directors", "Deputy director", "Member of the regional assembly",
    "Head of the procurement department", "General director", "Commander of a military district",
    "Adviser to the governor", "Businessperson",
];

pub(crate) const SHIP_KINDS: &[&str] = &[
    "Crude Oil Tanker", "Oil Products Tanker", "Bulk Carrier", "General Cargo", "LNG Tanker",
    "Container Ship",
];
pub(crate) const FLAGS: &[&str] = &[
    "Gabon", "Panama", "Liberia", "Cameroon", "Comoros", "Barbados", "Palau", "Sierra Leone",
    "Cook Islands", "Marshall Islands",
];
