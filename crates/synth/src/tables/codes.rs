//! The enumerations of Companies House as they are published, spelling mistakes included, and the
//! grammar that makes a nature-of-control code.

/// Statement codes a company files, with weight.
pub(crate) const COMPANY_STATEMENTS: &[(&str, u32)] = &[
    ("no-individual-or-entity-with-signficant-control", 70),
    ("psc-exists-but-not-identified", 6),
    ("psc-details-not-confirmed", 7),
    ("steps-to-find-psc-not-yet-completed", 8),
    ("psc-contacted-but-no-response", 4),
    ("psc-has-failed-to-confirm-changed-details", 2),
    ("restrictions-notice-issued-to-psc", 1),
    ("awaiting-confirmation-from-psc", 3),
];

pub(crate) const PARTNERSHIP_STATEMENTS: &[(&str, u32)] = &[
    ("no-individual-or-entity-with-signficant-control-partnership", 70),
    ("psc-exists-but-not-identified-partnership", 8),
    ("psc-details-not-confirmed-partnership", 8),
    ("steps-to-find-psc-not-yet-completed-partnership", 8),
    ("psc-contacted-but-no-response-partnership", 4),
    ("psc-has-failed-to-confirm-changed-details-partnership", 2),
    ("restrictions-notice-issued-to-psc-partnership", 1),
];

/// First statement of an overseas entity, with weight.
pub(crate) const OVERSEAS_STATEMENTS: &[(&str, u32)] = &[
    ("all-beneficial-owners-identified", 80),
    ("no-beneficial-owner-identified", 8),
    ("at-least-one-beneficial-owner-unidentified", 5),
    ("information-not-provided-for-at-least-one-beneficial-owner", 5),
    (
        "at-least-one-beneficial-owner-unidentified-and-information-not-provided-for-at-least-one-beneficial-owner",
        2,
    ),
];

/// Statements of later updates of an overseas entity, with weight.
pub(crate) const OVERSEAS_UPDATES: &[(&str, u32)] = &[
    ("nobody-has-become-or-ceased-to-be-a-beneficial-owner", 50),
    ("somebody-has-become-or-ceased-to-be-a-beneficial-owner", 10),
    ("no-change-beneficial-owner-relevant-period", 20),
    ("change-beneficial-owner-relevant-period", 3),
    ("no-trust-involved-relevant-period", 18),
    ("trust-involved-relevant-period", 3),
    ("no-change-beneficiary-relevant-period", 5),
    ("change-beneficiary-relevant-period", 1),
];

/// The keys of an `exemptions` record with their `exemption_type`.
pub(crate) const EXEMPTIONS: &[(&str, &str)] = &[
    (
        "psc_exempt_as_trading_on_uk_regulated_market",
        "psc-exempt-as-trading-on-uk-regulated-market",
    ),
    ("psc_exempt_as_shares_admitted_on_market", "psc-exempt-as-shares-admitted-on-market"),
    ("psc_exempt_as_trading_on_regulated_market", "psc-exempt-as-trading-on-regulated-market"),
    (
        "psc_exempt_as_trading_on_eu_regulated_market",
        "psc-exempt-as-trading-on-eu-regulated-market",
    ),
    (
        "disclosure_transparency_rules_chapter_five_applies",
        "disclosure-transparency-rules-chapter-five-applies",
    ),
];

/// In what capacity a right is held; the suffix of a nature code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Capacity {
    Own,
    Trust,
    Firm,
    /// Register of Overseas Entities only.
    OverTrust,
    /// Register of Overseas Entities only.
    OverFirm,
}

impl Capacity {
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Capacity::Own => "",
            Capacity::Trust => "-as-trust",
            Capacity::Firm => "-as-firm",
            Capacity::OverTrust => "-as-control-over-trust",
            Capacity::OverFirm => "-as-control-over-firm",
        }
    }
}

/// Which register's vocabulary a record uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Regime {
    Company,
    Llp,
    /// Scottish limited and qualifying partnerships.
    ScottishPartnership,
    OverseasEntity,
}

/// What right a code is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Right {
    /// Shares; in a partnership the right to surplus assets.
    Shares,
    Votes,
    Appoint,
    Influence,
}

/// The published band that contains the share `p/q`; `None` at 25% or less.
pub(crate) fn band(p: u32, q: u32) -> Option<&'static str> {
    let (p, q) = (u64::from(p), u64::from(q));
    if 4 * p <= q {
        None
    } else if 2 * p <= q {
        Some("25-to-50")
    } else if 4 * p < 3 * q {
        Some("50-to-75")
    } else {
        Some("75-to-100")
    }
}

/// The nature-of-control code, if this regime has one for the right and the share.
pub(crate) fn nature(
    right: Right,
    share: (u32, u32),
    capacity: Capacity,
    regime: Regime,
) -> Option<String> {
    let overseas = regime == Regime::OverseasEntity;
    if !overseas && matches!(capacity, Capacity::OverTrust | Capacity::OverFirm) {
        return None;
    }
    let stem = match (right, regime) {
        (Right::Shares, Regime::Company | Regime::OverseasEntity) => "ownership-of-shares",
        (Right::Shares, Regime::Llp) => "right-to-share-surplus-assets",
        (Right::Shares, Regime::ScottishPartnership) => "part-right-to-share-surplus-assets",
        (Right::Votes, _) => "voting-rights",
        (Right::Appoint, Regime::Company | Regime::OverseasEntity) => {
            "right-to-appoint-and-remove-directors"
        }
        (Right::Appoint, Regime::Llp) => "right-to-appoint-and-remove-members",
        (Right::Appoint, Regime::ScottishPartnership) => "right-to-appoint-and-remove-person",
        (Right::Influence, _) => "significant-influence-or-control",
    };
    let mut code = String::with_capacity(96);
    code.push_str(stem);
    if matches!(right, Right::Shares | Right::Votes) {
        let band = band(share.0, share.1)?;
        code.push('-');
        code.push_str(if overseas { "more-than-25" } else { band });
        code.push_str("-percent");
    }
    code.push_str(capacity.suffix());
    match regime {
        Regime::Llp => code.push_str("-limited-liability-partnership"),
        Regime::OverseasEntity => code.push_str("-registered-overseas-entity"),
        Regime::Company | Regime::ScottishPartnership => {}
    }
    Some(code)
}

/// The six nominee codes of the Register of Overseas Entities.
pub(crate) fn nominee(which: u64) -> String {
    let holder = if which.is_multiple_of(2) { "person" } else { "another-entity" };
    let land = ["england-wales", "scotland", "northern-ireland"][(which / 2 % 3) as usize];
    format!("registered-owner-as-nominee-{holder}-{land}-registered-overseas-entity")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_have_the_published_ends() {
        for (p, q, want) in [
            (1, 4, None),
            (26, 100, Some("25-to-50")),
            (1, 2, Some("25-to-50")),
            (51, 100, Some("50-to-75")),
            (74, 100, Some("50-to-75")),
            (3, 4, Some("75-to-100")),
            (1, 1, Some("75-to-100")),
        ] {
            assert_eq!(band(p, q), want, "{p}/{q}");
        }
    }
}
