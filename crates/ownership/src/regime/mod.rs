//! Rule books as data and named functions. Each cites its rule and version, answers yes, no or
//! undetermined, and uses the one quantity that its law asks for.
//!
//! Not legal advice. What was taken from memory instead of the published text is listed in
//! [`RuleBook::unverified`] and has to be shown with every answer.

pub mod beneficial;
pub mod psc;
pub mod sanctions;

use cuibono_model::{Day, Ratio};

use crate::cascade::Joined;
use crate::interval::{Interval, Threshold, Verdict};

/// The rule books.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[non_exhaustive]
pub enum Regime {
    /// United Kingdom: people with significant control of companies.
    UkPsc,
    /// United Kingdom: register of overseas entities.
    UkRoe,
    /// United Kingdom: sanctions, ownership and control.
    UkSanctions,
    /// United States: OFAC's 50 Percent Rule.
    Ofac50,
    /// United States: export control, the affiliates rule.
    BisAffiliates,
    /// European Union: sanctions since 3 July 2024.
    EuSanctions,
    /// European Union: sanctions before 3 July 2024.
    EuSanctionsBefore2024,
    /// European Union: beneficial owner under the fourth and fifth directives.
    Amld,
    /// European Union: beneficial owner under the regulation of 2024.
    Amlr,
    /// FATF recommendation 24 with its fall-back on senior managers.
    Fatf,
    /// United States: Corporate Transparency Act.
    Cta,
    /// European Central Bank: close links.
    EcbCloseLinks,
}

/// What is computed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Propagation {
    /// The whole block of whoever is already in.
    Cascade,
    /// Attributed through majority stakes.
    Attributed,
    /// The product along chains, added over chains.
    Product,
}

/// Where the wording of a rule book was taken from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Basis {
    /// The published text.
    Text,
    /// Accounts of it by others.
    Secondary,
    /// Memory; not read again. *Unverified.*
    Memory,
}

/// A rule book.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RuleBook {
    /// Which.
    pub regime: Regime,
    /// Short name for command lines and JSON.
    pub code: &'static str,
    /// The rule and its version.
    pub citation: &'static str,
    /// The line that is tested.
    pub threshold: Threshold,
    /// How holdings pass through entities.
    pub propagation: Propagation,
    /// Different listed or acting persons are added together.
    pub aggregates: bool,
    /// A right to appoint the board, and control by other means, count.
    pub has_control_limb: bool,
    /// Where its wording was taken from.
    pub basis: Basis,
    /// First day of this version, year, month, day.
    pub from: Option<(i32, u8, u8)>,
    /// First day on which this version no longer applies.
    pub until: Option<(i32, u8, u8)>,
    /// Which parts rest on memory or on accounts by others. Empty: none.
    pub unverified: &'static [&'static str],
}

impl RuleBook {
    /// Whether this version applied on a day. A rule book without dates always does.
    #[must_use]
    pub fn applied_on(&self, day: Day) -> bool {
        let date = |d: Option<(i32, u8, u8)>| d.and_then(|(y, m, d)| Day::from_ymd(y, m, d));
        date(self.from).is_none_or(|from| from <= day)
            && date(self.until).is_none_or(|until| day < until)
    }
}

const FIFTH: Ratio = match Ratio::new(1, 5) {
    Some(ratio) => ratio,
    None => Ratio::ZERO,
};

/// Every rule book.
pub const RULE_BOOKS: &[RuleBook] = &[
    RuleBook {
        regime: Regime::UkPsc,
        code: "uk-psc",
        citation: "Companies Act 2006 Part 21A and Sch. 1A; SI 2016/339",
        threshold: Threshold::OVER_QUARTER,
        propagation: Propagation::Attributed,
        aggregates: false,
        has_control_limb: true,
        basis: Basis::Text,
        from: Some((2016, 4, 6)),
        until: None,
        unverified: &[
            "s. 790C(4)-(8) on relevant legal entities, from accounts by others",
            "Sch. 1A paras 19-25 (rights exercisable only in certain circumstances, security, \
             limited partners) are not applied",
        ],
    },
    RuleBook {
        regime: Regime::UkRoe,
        code: "uk-roe",
        citation: "Economic Crime (Transparency and Enforcement) Act 2022 Sch. 2",
        threshold: Threshold::OVER_QUARTER,
        propagation: Propagation::Attributed,
        aggregates: false,
        has_control_limb: true,
        basis: Basis::Text,
        from: Some((2022, 8, 1)),
        until: None,
        unverified: &[
            "Sch. 2 para 6 and Part 4 (exempt owners), from memory",
            "commencement of ECCTA 2023 s. 162 (land held as nominee)",
            "first day of the register, from memory",
        ],
    },
    RuleBook {
        regime: Regime::UkSanctions,
        code: "uk-sanctions",
        citation: "SI 2019/855 reg. 7(2) and Sch. 1",
        threshold: Threshold::MAJORITY,
        propagation: Propagation::Attributed,
        aggregates: false,
        has_control_limb: true,
        basis: Basis::Text,
        from: None,
        until: None,
        unverified: &[
            "Sch. 1 paras 6-11, from memory",
            "reg. 7(4) is never computed; evidence for it is listed",
        ],
    },
    RuleBook {
        regime: Regime::Ofac50,
        code: "us-ofac",
        citation: "OFAC FAQs 398, 399, 401 (50 Percent Rule)",
        threshold: Threshold::FROM_HALF,
        propagation: Propagation::Cascade,
        aggregates: true,
        has_control_limb: false,
        basis: Basis::Text,
        from: None,
        until: None,
        unverified: &[
            "FAQ 400 (aggregation across programmes), from memory",
            "FAQ 401 example 4, from memory",
            "FAQ 402 (stakes sold later): blocked property stays blocked; not computed",
        ],
    },
    RuleBook {
        regime: Regime::BisAffiliates,
        code: "us-bis",
        citation: "Export Administration Regulations, affiliates rule of 29 September 2025",
        threshold: Threshold::FROM_HALF,
        propagation: Propagation::Cascade,
        aggregates: true,
        has_control_limb: false,
        basis: Basis::Secondary,
        from: Some((2025, 9, 29)),
        until: Some((2025, 11, 10)),
        unverified: &[
            "the rule and its suspension from 10 November 2025 to 9 November 2026, from accounts \
             by others",
            "its status afterwards",
        ],
    },
    RuleBook {
        regime: Regime::EuSanctions,
        code: "eu-sanctions",
        citation: "EU Best Practices of 3 July 2024",
        threshold: Threshold::FROM_HALF,
        propagation: Propagation::Cascade,
        aggregates: true,
        has_control_limb: true,
        basis: Basis::Secondary,
        from: Some((2024, 7, 3)),
        until: None,
        unverified: &[
            "ownership and aggregation, from accounts by others",
            "the list of control criteria, from memory",
        ],
    },
    RuleBook {
        regime: Regime::EuSanctionsBefore2024,
        code: "eu-sanctions-before-2024-07-03",
        citation: "EU Best Practices before 3 July 2024",
        threshold: Threshold::MAJORITY,
        propagation: Propagation::Cascade,
        aggregates: true,
        has_control_limb: true,
        basis: Basis::Secondary,
        from: None,
        until: Some((2024, 7, 3)),
        unverified: &[
            "ownership and aggregation, from accounts by others",
            "the list of control criteria, from memory",
        ],
    },
    RuleBook {
        regime: Regime::Amld,
        code: "eu-amld",
        citation: "Directive (EU) 2015/849 art. 3(6)",
        threshold: Threshold::OVER_QUARTER,
        propagation: Propagation::Attributed,
        aggregates: false,
        has_control_limb: true,
        basis: Basis::Memory,
        from: None,
        until: Some((2027, 7, 10)),
        unverified: &["the whole article, from memory"],
    },
    RuleBook {
        regime: Regime::Amlr,
        code: "eu-amlr",
        citation: "Regulation (EU) 2024/1624 arts 52-54",
        threshold: Threshold::FROM_QUARTER,
        propagation: Propagation::Product,
        aggregates: false,
        has_control_limb: true,
        basis: Basis::Text,
        from: Some((2027, 7, 10)),
        until: None,
        unverified: &[
            "day of application, from memory",
            "art. 54(a) \"cumulatively\": a person's own direct stake is not added unless asked for",
            "art. 63 fall-back on senior managers, from memory",
        ],
    },
    RuleBook {
        regime: Regime::Fatf,
        code: "fatf",
        citation: "FATF interpretive notes to recommendations 10 and 24",
        threshold: Threshold::OVER_QUARTER,
        propagation: Propagation::Attributed,
        aggregates: false,
        has_control_limb: true,
        basis: Basis::Memory,
        from: None,
        until: None,
        unverified: &["the three steps, from memory; countries set a threshold up to 25%"],
    },
    RuleBook {
        regime: Regime::Cta,
        code: "us-cta",
        citation: "31 U.S.C. 5336; interim final rule 90 FR 13688 exempts domestic companies",
        threshold: Threshold::FROM_QUARTER,
        propagation: Propagation::Product,
        aggregates: false,
        has_control_limb: true,
        basis: Basis::Text,
        from: None,
        until: None,
        unverified: &["status after March 2025", "substantial control is not computed"],
    },
    RuleBook {
        regime: Regime::EcbCloseLinks,
        code: "ecb-close-links",
        citation: "Guideline (EU) 2015/510 art. 138",
        threshold: Threshold::at_least(FIFTH),
        propagation: Propagation::Product,
        aggregates: false,
        has_control_limb: false,
        basis: Basis::Memory,
        from: None,
        until: None,
        unverified: &["the number of the article, from memory"],
    },
];

impl Regime {
    /// Its rule book.
    #[must_use]
    pub fn rule_book(self) -> &'static RuleBook {
        // Every regime has one; a test holds this.
        RULE_BOOKS.iter().find(|r| r.regime == self).unwrap_or(&RULE_BOOKS[0])
    }

    /// Reads [`RuleBook::code`].
    #[must_use]
    pub fn parse(code: &str) -> Option<Regime> {
        RULE_BOOKS.iter().find(|r| r.code == code).map(|r| r.regime)
    }
}

/// A regime's answer about one party.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Answer {
    /// In no world that the records allow.
    No,
    /// The records do not settle it.
    Undetermined,
    /// In every world that the records allow.
    Yes,
}

impl From<Verdict> for Answer {
    fn from(verdict: Verdict) -> Answer {
        match verdict {
            Verdict::Certain => Answer::Yes,
            Verdict::Excluded => Answer::No,
            Verdict::Possible | Verdict::Inconsistent => Answer::Undetermined,
        }
    }
}

/// Which limb of a rule book a finding rests on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Limb {
    /// Enough shares.
    Shares,
    /// Enough votes.
    Votes,
    /// The right to appoint or remove a majority of the board.
    Appointment,
    /// Influence or control that a register asserts.
    AssertedInfluence,
    /// Enough by the product of shares along chains (AMLR art. 52).
    Interest,
    /// Control of the company (AMLR art. 53).
    Control,
    /// Control of entities that together have enough directly (AMLR art. 54(a)).
    ControlOfHolder,
    /// Enough of an entity that controls the company (AMLR art. 54(b)).
    InterestInController,
    /// Nobody was found by the other steps: a senior managing official stands in.
    SeniorManager,
}

/// One limb of a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LimbFinding {
    /// Which limb.
    pub limb: Limb,
    /// Its answer alone.
    pub answer: Answer,
    /// The share it compared, where it compares one.
    pub share: Option<Interval>,
    /// Who was drawn in on the way, the last step last: the path or witness.
    pub path: Vec<Joined>,
}

/// What a regime says of one party.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Its [`crate::Node::id`].
    pub node: u32,
    /// Under which rule book.
    pub regime: Regime,
    /// The answer: that of the strongest limb.
    pub answer: Answer,
    /// The limbs that are not "no".
    pub limbs: Vec<LimbFinding>,
}

impl Finding {
    pub(crate) fn new(node: u32, regime: Regime, mut limbs: Vec<LimbFinding>) -> Finding {
        limbs.retain(|l| l.answer != Answer::No);
        let answer = limbs.iter().map(|l| l.answer).max().unwrap_or(Answer::No);
        Finding { node, regime, answer, limbs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_regime_has_one_rule_book() {
        let all = [
            Regime::UkPsc,
            Regime::UkRoe,
            Regime::UkSanctions,
            Regime::Ofac50,
            Regime::BisAffiliates,
            Regime::EuSanctions,
            Regime::EuSanctionsBefore2024,
            Regime::Amld,
            Regime::Amlr,
            Regime::Fatf,
            Regime::Cta,
            Regime::EcbCloseLinks,
        ];
        assert_eq!(all.len(), RULE_BOOKS.len());
        for regime in all {
            assert_eq!(regime.rule_book().regime, regime);
            assert_eq!(Regime::parse(regime.rule_book().code), Some(regime));
        }
    }

    #[test]
    fn the_european_versions_meet_on_one_day() {
        let day = |d| Day::from_ymd(2024, 7, d).unwrap();
        for (d, before, since) in [(2, true, false), (3, false, true)] {
            let applied = |r: Regime| r.rule_book().applied_on(day(d));
            assert_eq!(applied(Regime::EuSanctionsBefore2024), before);
            assert_eq!(applied(Regime::EuSanctions), since);
        }
    }
}
