//! Natures of control by their grammar, so that a code that does not exist yet is understood too:
//! `right [-band] [-capacity] [-regime]`. The codes are those of Companies House's public API
//! enumerations; their sizes follow SI 2016/339 Sch. 2 and the Economic Crime (Transparency and
//! Enforcement) Act 2022 Sch. 2.

use cuibono_model::{Directness, Interest, InterestKind, Share, Via};

/// What a nature of control says; `None` for a code outside the grammar.
///
/// `-as-trust` and `-as-firm` do not mean the same on both registers: of a company the party
/// controls the trustees or the firm; of an overseas entity it is a trustee or a member, and control
/// is `-as-control-over-…`.
pub(crate) fn parse(code: &str) -> Option<Interest> {
    let (code, is_overseas) = match code.strip_suffix("-registered-overseas-entity") {
        Some(rest) => (rest, true),
        None => (code.strip_suffix("-limited-liability-partnership").unwrap_or(code), false),
    };
    let capacities = [
        ("-as-control-over-trust", Via::ControlsTrust),
        ("-as-control-over-firm", Via::ControlsFirm),
        ("-as-trust", if is_overseas { Via::AsTrustee } else { Via::ControlsTrust }),
        ("-as-firm", if is_overseas { Via::AsFirmMember } else { Via::ControlsFirm }),
    ];
    let (right, via) = capacities
        .into_iter()
        .find_map(|(suffix, via)| Some((code.strip_suffix(suffix)?, via)))
        .unwrap_or((code, Via::Own));
    let (kind, share, directness) = self::right(right)?;
    Some(Interest { kind, via, directness, share })
}

fn right(right: &str) -> Option<(InterestKind, Share, Directness)> {
    let sized = [
        ("ownership-of-shares-", InterestKind::Shareholding),
        ("voting-rights-", InterestKind::VotingRights),
        ("right-to-share-surplus-assets-", InterestKind::SurplusAssets),
        ("part-right-to-share-surplus-assets-", InterestKind::SurplusAssets),
    ];
    for (prefix, kind) in sized {
        if let Some(band) = right.strip_prefix(prefix) {
            return Some((kind, self::band(band)?, Directness::Unknown));
        }
    }
    if let Some(whom) = right.strip_prefix("right-to-appoint-and-remove-") {
        let is_known = matches!(whom, "directors" | "members" | "person");
        let kind = InterestKind::AppointmentOfBoard;
        return is_known.then_some((kind, Share::UNKNOWN, Directness::Unknown));
    }
    if right == "significant-influence-or-control" {
        return Some((InterestKind::Influence, Share::UNKNOWN, Directness::Unknown));
    }
    let nominee = right.strip_prefix("registered-owner-as-nominee-")?;
    let (place, directness) = match nominee.strip_prefix("person-") {
        Some(place) => (place, Directness::Direct),
        // Held for another entity, whose owner the party is.
        None => (nominee.strip_prefix("another-entity-")?, Directness::Indirect),
    };
    matches!(place, "england-wales" | "scotland" | "northern-ireland").then_some((
        InterestKind::Nominator,
        Share::UNKNOWN,
        directness,
    ))
}

fn band(band: &str) -> Option<Share> {
    Some(match band {
        "25-to-50-percent" => Share::band_25_50(),
        "50-to-75-percent" => Share::band_50_75(),
        "75-to-100-percent" => Share::band_75_100(),
        "more-than-25-percent" => Share::more_than_25(),
        _ => return None,
    })
}

/// Adds an interest to those of the same record: one for each right and capacity. Returns false when
/// the record names two sizes for one of them; then the smallest size that covers both is kept.
pub(crate) fn add(interests: &mut Vec<Interest>, new: Interest) -> bool {
    let same = |old: &&mut Interest| {
        (old.kind, old.via, old.directness) == (new.kind, new.via, new.directness)
    };
    let Some(old) = interests.iter_mut().find(same) else {
        interests.push(new);
        return true;
    };
    if old.share == new.share {
        return true;
    }
    let (low, high) = if old.share.min <= new.share.min {
        (old.share, new.share)
    } else {
        (new.share, old.share)
    };
    let top = if low.max > high.max { low } else { high };
    let hull = Share::new(low.min, low.min_open, top.max, top.max_open);
    old.share = hull.unwrap_or(Share::UNKNOWN);
    false
}

/// The size of a band as FollowTheMoney's `percentage` has it; `None` when there is no size.
pub(crate) fn percentage(share: Share) -> Option<&'static str> {
    let bands = [
        (Share::band_25_50(), "25-50"),
        (Share::band_50_75(), "50-75"),
        (Share::band_75_100(), "75-100"),
        (Share::more_than_25(), "25-100"),
    ];
    bands.into_iter().find(|(band, _)| *band == share).map(|(_, text)| text)
}

/// A right in words.
pub(crate) fn role(kind: InterestKind) -> &'static str {
    match kind {
        InterestKind::Shareholding => "ownership of shares",
        InterestKind::VotingRights => "voting rights",
        InterestKind::SurplusAssets => "right to surplus assets",
        InterestKind::AppointmentOfBoard => "right to appoint and remove the board",
        InterestKind::Influence => "significant influence or control",
        InterestKind::Nominator => "land held as nominee",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuibono_model::Ratio;

    /// All 86 published codes, built from their families as the enumeration groups them.
    fn published() -> Vec<String> {
        let bands = ["25-to-50", "50-to-75", "75-to-100"];
        let mut all = Vec::new();
        let mut family = |stem: &str, capacities: &[&str], regime: &str| {
            all.extend(capacities.iter().map(|capacity| format!("{stem}{capacity}{regime}")));
        };
        let basic = ["", "-as-trust", "-as-firm"];
        let control = ["-as-control-over-trust", "-as-control-over-firm"];
        let overseas = [basic.as_slice(), control.as_slice()].concat();
        let (llp, roe) = ("-limited-liability-partnership", "-registered-overseas-entity");
        for band in bands {
            family(&format!("ownership-of-shares-{band}-percent"), &basic, "");
            family(&format!("voting-rights-{band}-percent"), &basic, "");
            family(&format!("voting-rights-{band}-percent"), &basic, llp);
            family(&format!("right-to-share-surplus-assets-{band}-percent"), &basic, llp);
            family(&format!("part-right-to-share-surplus-assets-{band}-percent"), &basic, "");
        }
        family("ownership-of-shares-more-than-25-percent", &overseas, roe);
        family("voting-rights-more-than-25-percent", &overseas, roe);
        family("right-to-appoint-and-remove-directors", &basic, "");
        family("right-to-appoint-and-remove-directors", &overseas, roe);
        family("right-to-appoint-and-remove-members", &basic, llp);
        family("right-to-appoint-and-remove-person", &basic, "");
        family("significant-influence-or-control", &basic, "");
        family("significant-influence-or-control", &basic, llp);
        family("significant-influence-or-control", &overseas, roe);
        for whom in ["person", "another-entity"] {
            for place in ["england-wales", "scotland", "northern-ireland"] {
                family(&format!("registered-owner-as-nominee-{whom}-{place}"), &[""], roe);
            }
        }
        all
    }

    #[test]
    fn every_published_code_is_understood() {
        let all = published();
        assert_eq!(all.len(), 86);
        for code in all {
            let interest = parse(&code).unwrap_or_else(|| panic!("{code}"));
            let is_trust = code.contains("trust");
            let has_trust = matches!(interest.via, Via::AsTrustee | Via::ControlsTrust);
            assert_eq!(is_trust, has_trust, "{code}");
            let is_sized = code.contains("percent");
            assert_eq!(is_sized, interest.share != Share::UNKNOWN, "{code}");
        }
    }

    #[test]
    fn meanings() {
        use InterestKind::*;
        let cases = [
            ("ownership-of-shares-25-to-50-percent", Shareholding, Via::Own, Some("25-50")),
            (
                "voting-rights-75-to-100-percent-as-trust",
                VotingRights,
                Via::ControlsTrust,
                Some("75-100"),
            ),
            (
                "voting-rights-more-than-25-percent-as-trust-registered-overseas-entity",
                VotingRights,
                Via::AsTrustee,
                Some("25-100"),
            ),
            (
                "ownership-of-shares-more-than-25-percent-as-control-over-firm-registered-overseas-entity",
                Shareholding,
                Via::ControlsFirm,
                Some("25-100"),
            ),
            (
                "right-to-share-surplus-assets-50-to-75-percent-as-firm-limited-liability-partnership",
                SurplusAssets,
                Via::ControlsFirm,
                Some("50-75"),
            ),
            ("right-to-appoint-and-remove-person", AppointmentOfBoard, Via::Own, None),
            (
                "significant-influence-or-control-as-firm-registered-overseas-entity",
                Influence,
                Via::AsFirmMember,
                None,
            ),
        ];
        for (code, kind, via, size) in cases {
            let interest = parse(code).unwrap();
            assert_eq!((interest.kind, interest.via), (kind, via), "{code}");
            assert_eq!(percentage(interest.share), size, "{code}");
        }
        let nominee =
            "registered-owner-as-nominee-another-entity-scotland-registered-overseas-entity";
        let nominee = parse(nominee).unwrap();
        assert_eq!((nominee.kind, nominee.directness), (Nominator, Directness::Indirect));
        for unknown in ["", "ownership-of-shares", "voting-rights-10-to-20-percent", "owns-all"] {
            assert_eq!(parse(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn one_interest_for_each_right_and_capacity() {
        let mut interests = Vec::new();
        let mut put = |code: &str| add(&mut interests, parse(code).unwrap());
        assert!(put("ownership-of-shares-25-to-50-percent"));
        assert!(put("ownership-of-shares-25-to-50-percent"));
        assert!(put("ownership-of-shares-25-to-50-percent-as-trust"));
        assert!(put("voting-rights-25-to-50-percent"));
        assert!(!put("ownership-of-shares-75-to-100-percent"));
        assert_eq!(interests.len(), 3);
        let hull = Share::new(Ratio::QUARTER, true, Ratio::ONE, false).unwrap();
        assert_eq!(interests[0].share, hull);
    }
}
