//! Relationship entities as interests: which schema is which kind, roles, shares and dates.

use cuibono_model::{Interest, InterestKind, IssueKind, PartialDate, Schema, Share, Terms};
use cuibono_model::{prop, schemata};

use super::mapping::Values;
use super::percentage;

/// The kind of interest that a relationship schema stands for; `None` for schemata that tie nobody to
/// anybody (payments, court cases, documents).
pub(super) fn kind_of(schema: Schema, values: &Values) -> Option<InterestKind> {
    let kind = if schema == schemata::OWNERSHIP {
        InterestKind::Shareholding
    } else if schema == schemata::CONTROL {
        InterestKind::Influence
    } else if [schemata::DIRECTORSHIP, schemata::OCCUPANCY, schemata::EMPLOYMENT].contains(&schema)
    {
        return Some(InterestKind::Officer);
    } else if [
        schemata::MEMBERSHIP,
        schemata::REPRESENTATION,
        schemata::SUCCESSION,
        schemata::UNKNOWN_LINK,
        schemata::FAMILY,
        schemata::ASSOCIATE,
    ]
    .contains(&schema)
    {
        InterestKind::Other
    } else {
        return None;
    };
    let has_roles = schema.is_a(schemata::INTEREST);
    let role = values.texts(&[prop::ROLE, prop::OWNERSHIP_TYPE]).find_map(kind_of_role);
    Some(role.filter(|_| has_roles).unwrap_or(kind))
}

/// The kind that a role text names: parts of a trust, or holding for somebody else.
fn kind_of_role(role: &str) -> Option<InterestKind> {
    const ROLES: [(&str, InterestKind); 8] = [
        ("settlor", InterestKind::Settlor),
        ("grantor of", InterestKind::Settlor),
        ("protector", InterestKind::Protector),
        ("enforcer", InterestKind::Protector),
        ("trustee", InterestKind::Trustee),
        ("beneficiary", InterestKind::Beneficiary),
        ("nominator", InterestKind::Nominator),
        ("nominee", InterestKind::LegalTitle),
    ];
    let role = role.to_lowercase();
    ROLES.iter().find(|(word, _)| role.contains(word)).map(|(_, kind)| *kind)
}

/// The terms of a relationship, with the issues its texts raised.
pub(super) fn terms(
    kind: InterestKind,
    values: &Values,
    issues: &mut Vec<(IssueKind, &'static str, String)>,
) -> Terms {
    let mut share: Option<Share> = None;
    for text in values.texts(&[prop::PERCENTAGE]) {
        match (percentage::parse(text), share) {
            (Some(new), None) => share = Some(new),
            (Some(new), Some(old)) if new != old => {
                issues.push((IssueKind::Conflict, "percentage", text.to_owned()));
                share = Some(percentage::hull(old, new));
            }
            (Some(_), Some(_)) => {}
            (None, _) => {
                issues.push((IssueKind::BadShare, "percentage", text.to_owned()));
                share = Some(Share::UNKNOWN);
            }
        }
    }
    let dates = |property| -> Vec<PartialDate> {
        values.texts(&[property]).filter_map(PartialDate::parse).collect()
    };
    Terms {
        interests: vec![Interest::new(kind, share.unwrap_or(Share::UNKNOWN))],
        start: dates(prop::START_DATE).into_iter().min(),
        end: dates(prop::END_DATE).into_iter().max(),
        ..Terms::default()
    }
}
