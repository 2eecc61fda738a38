//! Interests: the rights and powers one party has in another, in BODS's words.

use crate::{PartialDate, Share};

/// What kind of right or power. Kinds are separate dimensions and are never multiplied together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum InterestKind {
    /// Shares, or ownership where the register does not say more. Economic.
    Shareholding = 0,
    /// Votes.
    VotingRights = 1,
    /// A right to surplus assets on winding up (LLPs, Scottish partnerships). Economic.
    SurplusAssets = 2,
    /// A right to appoint or remove a majority of the board, members or managers.
    AppointmentOfBoard = 3,
    /// Significant influence or control, asserted without a number.
    Influence = 4,
    /// The registered proprietor of land: legal title, which may be held for somebody else.
    LegalTitle = 5,
    /// The party for whom the subject holds land as nominee.
    Nominator = 6,
    /// A settlor of a trust.
    Settlor = 7,
    /// A trustee.
    Trustee = 8,
    /// A protector or enforcer of a trust.
    Protector = 9,
    /// A beneficiary of a trust.
    Beneficiary = 10,
    /// A director or other officer. Not an interest in money or votes.
    Officer = 11,
    /// Any other tie that a register states.
    Other = 12,
}

impl InterestKind {
    /// Every kind, in the order of its code.
    pub const ALL: [InterestKind; 13] = [
        InterestKind::Shareholding,
        InterestKind::VotingRights,
        InterestKind::SurplusAssets,
        InterestKind::AppointmentOfBoard,
        InterestKind::Influence,
        InterestKind::LegalTitle,
        InterestKind::Nominator,
        InterestKind::Settlor,
        InterestKind::Trustee,
        InterestKind::Protector,
        InterestKind::Beneficiary,
        InterestKind::Officer,
        InterestKind::Other,
    ];

    /// Reads a stored code.
    #[must_use]
    pub fn from_code(code: u8) -> Option<InterestKind> {
        InterestKind::ALL.get(code as usize).copied()
    }

    /// The BODS 0.4 `interestType` code nearest to it.
    #[must_use]
    pub fn bods(self) -> &'static str {
        match self {
            InterestKind::Shareholding => "shareholding",
            InterestKind::VotingRights => "votingRights",
            InterestKind::SurplusAssets => "rightsToSurplusAssetsOnDissolution",
            InterestKind::AppointmentOfBoard => "appointmentOfBoard",
            InterestKind::Influence => "otherInfluenceOrControl",
            InterestKind::LegalTitle => "nominee",
            InterestKind::Nominator => "nominator",
            InterestKind::Settlor => "settlor",
            InterestKind::Trustee => "trustee",
            InterestKind::Protector => "protector",
            InterestKind::Beneficiary => "beneficiaryOfLegalArrangement",
            InterestKind::Officer => "seniorManagingOfficial",
            InterestKind::Other => "unknownInterest",
        }
    }

    /// Whether money flows along it, so that it counts in the cash-flow share.
    #[must_use]
    pub fn is_economic(self) -> bool {
        matches!(
            self,
            InterestKind::Shareholding | InterestKind::SurplusAssets | InterestKind::LegalTitle
        )
    }
}

/// Whether the holder holds the interest itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
#[repr(u8)]
pub enum Directness {
    /// The register does not say (a PSC band counts direct and indirect holdings together).
    #[default]
    Unknown = 0,
    /// Held directly.
    Direct = 1,
    /// Held through others.
    Indirect = 2,
}

/// In what capacity the interest is held.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
#[repr(u8)]
pub enum Via {
    /// In its own name.
    #[default]
    Own = 0,
    /// The holder is a trustee (overseas-entity register: `-as-trust`).
    AsTrustee = 1,
    /// The holder controls the trustees (company register: `-as-trust`; overseas:
    /// `-as-control-over-trust`).
    ControlsTrust = 2,
    /// The holder is a member of a firm without legal personality.
    AsFirmMember = 3,
    /// The holder controls such a firm.
    ControlsFirm = 4,
}

/// One right or power with its size.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Interest {
    /// What right.
    pub kind: InterestKind,
    /// In what capacity.
    pub via: Via,
    /// Whether held directly.
    pub directness: Directness,
    /// How large; [`Share::UNKNOWN`] where the register gives no size. Meaningless for kinds
    /// without a size (appointment, influence, officer, roles).
    pub share: Share,
}

impl Interest {
    /// An interest in the holder's own name.
    #[must_use]
    pub fn new(kind: InterestKind, share: Share) -> Interest {
        Interest { kind, via: Via::Own, directness: Directness::Unknown, share }
    }
}

/// Everything a relationship record says that computation needs: its interests and its dates.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Terms {
    /// The interests of one holder in one subject stated by one record.
    pub interests: Vec<Interest>,
    /// First day, as far as known. `None`: the register gives none.
    pub start: Option<PartialDate>,
    /// First day on which it no longer holds. `None`: still held.
    pub end: Option<PartialDate>,
    /// Held jointly with the other holders of the same record: one block, not one each.
    pub is_joint: bool,
    /// The start is the day the register opened, so the truth is that day or earlier.
    pub start_is_censored: bool,
}

/// What kind of party stands at a node, as far as its end of a chain is concerned.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum PartyClass {
    /// A legal entity of unknown kind.
    Unknown = 0,
    /// A natural person.
    Person = 1,
    /// A natural person whose details the law protects.
    Protected = 2,
    /// A company or other body on the UK register.
    UkCompany = 3,
    /// An entity on the UK Register of Overseas Entities.
    OverseasEntity = 4,
    /// A company of another country, not on the overseas-entity register.
    ForeignCompany = 5,
    /// A state, authority or public body.
    State = 6,
    /// A company whose shares trade on a market.
    Listed = 7,
    /// A trust, foundation or similar arrangement.
    Trust = 8,
    /// A party that the register says exists or not without naming it; see the reason.
    Unspecified = 9,
    /// Land, a ship, an aircraft or another thing that is owned and owns nothing.
    Asset = 10,
    /// An organisation that is not known to be a company.
    Organization = 11,
}

impl PartyClass {
    /// Every class, in the order of its code.
    pub const ALL: [PartyClass; 12] = [
        PartyClass::Unknown,
        PartyClass::Person,
        PartyClass::Protected,
        PartyClass::UkCompany,
        PartyClass::OverseasEntity,
        PartyClass::ForeignCompany,
        PartyClass::State,
        PartyClass::Listed,
        PartyClass::Trust,
        PartyClass::Unspecified,
        PartyClass::Asset,
        PartyClass::Organization,
    ];

    /// Reads a stored code.
    #[must_use]
    pub fn from_code(code: u8) -> Option<PartyClass> {
        PartyClass::ALL.get(code as usize).copied()
    }
}

/// Why an interested party is not named. The first seven are BODS 0.4's codes, the others ours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum UnspecifiedReason {
    /// The subject says that nobody is registrable.
    NoBeneficialOwners = 0,
    /// The subject is not able to confirm or identify the party.
    SubjectUnableToConfirmOrIdentify = 1,
    /// The party has not provided information.
    InterestedPartyHasNotProvidedInformation = 2,
    /// The subject is exempt from disclosure.
    SubjectExemptFromDisclosure = 3,
    /// The party is exempt from disclosure; its identity is protected by law.
    InterestedPartyExemptFromDisclosure = 4,
    /// Unknown.
    Unknown = 5,
    /// The information is unknown to the publisher.
    InformationUnknownToPublisher = 6,
    /// The steps to find the party are not yet finished.
    StepsNotCompleted = 7,
    /// A restrictions notice was issued.
    RestrictionsNotice = 8,
    /// The subject knows or believes there is a party and awaits its confirmation.
    AwaitingConfirmation = 9,
}

impl UnspecifiedReason {
    /// Every reason, in the order of its code.
    pub const ALL: [UnspecifiedReason; 10] = [
        UnspecifiedReason::NoBeneficialOwners,
        UnspecifiedReason::SubjectUnableToConfirmOrIdentify,
        UnspecifiedReason::InterestedPartyHasNotProvidedInformation,
        UnspecifiedReason::SubjectExemptFromDisclosure,
        UnspecifiedReason::InterestedPartyExemptFromDisclosure,
        UnspecifiedReason::Unknown,
        UnspecifiedReason::InformationUnknownToPublisher,
        UnspecifiedReason::StepsNotCompleted,
        UnspecifiedReason::RestrictionsNotice,
        UnspecifiedReason::AwaitingConfirmation,
    ];

    /// The code used in the `cuibono:unspecifiedReason` property.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            UnspecifiedReason::NoBeneficialOwners => "noBeneficialOwners",
            UnspecifiedReason::SubjectUnableToConfirmOrIdentify => {
                "subjectUnableToConfirmOrIdentifyBeneficialOwner"
            }
            UnspecifiedReason::InterestedPartyHasNotProvidedInformation => {
                "interestedPartyHasNotProvidedInformation"
            }
            UnspecifiedReason::SubjectExemptFromDisclosure => "subjectExemptFromDisclosure",
            UnspecifiedReason::InterestedPartyExemptFromDisclosure => {
                "interestedPartyExemptFromDisclosure"
            }
            UnspecifiedReason::Unknown => "unknown",
            UnspecifiedReason::InformationUnknownToPublisher => "informationUnknownToPublisher",
            UnspecifiedReason::StepsNotCompleted => "stepsNotCompleted",
            UnspecifiedReason::RestrictionsNotice => "restrictionsNotice",
            UnspecifiedReason::AwaitingConfirmation => "awaitingConfirmation",
        }
    }

    /// Reads [`UnspecifiedReason::code`].
    #[must_use]
    pub fn parse(code: &str) -> Option<UnspecifiedReason> {
        UnspecifiedReason::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// The reason of a Companies House PSC or overseas-entity statement code; `None` for codes that
    /// say nothing about a missing party and for unknown codes.
    #[must_use]
    pub fn of_declaration(code: &str) -> Option<UnspecifiedReason> {
        let code = code.strip_suffix("-partnership").unwrap_or(code);
        Some(match code {
            "no-individual-or-entity-with-signficant-control"
            | "no-individual-or-entity-with-significant-control" => {
                UnspecifiedReason::NoBeneficialOwners
            }
            "psc-exists-but-not-identified"
            | "psc-details-not-confirmed"
            | "no-beneficial-owner-identified"
            | "at-least-one-beneficial-owner-unidentified" => {
                UnspecifiedReason::SubjectUnableToConfirmOrIdentify
            }
            "steps-to-find-psc-not-yet-completed" => UnspecifiedReason::StepsNotCompleted,
            "psc-contacted-but-no-response"
            | "psc-has-failed-to-confirm-changed-details"
            | "information-not-provided-for-at-least-one-beneficial-owner"
            | "at-least-one-beneficial-owner-unidentified-and-information-not-provided-for-at-least-one-beneficial-owner" => {
                UnspecifiedReason::InterestedPartyHasNotProvidedInformation
            }
            "restrictions-notice-issued-to-psc" => UnspecifiedReason::RestrictionsNotice,
            "awaiting-confirmation-from-psc" => UnspecifiedReason::AwaitingConfirmation,
            _ => return None,
        })
    }
}
