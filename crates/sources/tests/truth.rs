//! The invented registers say what is true in them: every published interest must come out of the
//! mappings with the right parties, right, size, capacity and dates.

mod common;

use std::collections::BTreeMap;

use common::{Relationship, read_path};
use cuibono_model::{Interest, InterestKind, PartialDate, Ratio, Share, Via};
use cuibono_synth::{Config, generate};

/// A line of `truth/ownership.csv`; none of its fields needs quotes.
struct Truth<'t> {
    asset: &'t str,
    kind: &'t str,
    share: Option<Ratio>,
    start: &'t str,
    end: &'t str,
    capacity: &'t str,
    published: &'t str,
    record_id: &'t str,
}

impl Truth<'_> {
    fn parse(line: &str) -> Truth<'_> {
        let cells: Vec<&str> = line.split(',').collect();
        let [_, asset, kind, share, start, end, capacity, published, _, record_id] = cells[..]
        else {
            panic!("{line}");
        };
        let share = share.split_once('/').map(|(p, q)| {
            Ratio::new(p.parse().expect("a number"), q.parse().expect("a number")).expect("a ratio")
        });
        Truth { asset, kind, share, start, end, capacity, published, record_id }
    }

    /// The id of the relationship that must state it, or how the ids of a title's begin: they are
    /// named by their holders, whom the truth knows as parties.
    fn relationship_id(&self) -> String {
        if let Some(link) = self.record_id.strip_prefix("/company/") {
            let (company, rest) = link.split_once('/').expect("a link");
            let id = rest.rsplit('/').next().expect("a link");
            return format!("gb-psc-{company}-{id}-interest");
        }
        let title = self.asset.strip_prefix("T:").expect("a title");
        format!("gb-hmlr-{title}-")
    }

    fn kinds(&self) -> &'static [InterestKind] {
        match self.kind {
            "shares" | "joint-shares" => &[InterestKind::Shareholding, InterestKind::SurplusAssets],
            "votes" => &[InterestKind::VotingRights],
            "appoint" => &[InterestKind::AppointmentOfBoard],
            "influence" => &[InterestKind::Influence],
            "nominee" => &[InterestKind::Nominator],
            "title" | "title-joint" => &[InterestKind::LegalTitle],
            other => panic!("unknown kind {other}"),
        }
    }

    fn via(&self, is_overseas: bool) -> Via {
        match (self.capacity, is_overseas) {
            ("own", _) => Via::Own,
            ("trust", true) => Via::AsTrustee,
            ("firm", true) => Via::AsFirmMember,
            ("trust" | "over-trust", _) => Via::ControlsTrust,
            ("firm" | "over-firm", _) => Via::ControlsFirm,
            (other, _) => panic!("unknown capacity {other}"),
        }
    }
}

fn contains(share: Share, value: Ratio) -> bool {
    let above = value > share.min || (value == share.min && !share.min_open);
    let below = value < share.max || (value == share.max && !share.max_open);
    above && below
}

#[test]
fn every_published_interest_comes_out_true() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config { companies: 1000, seed: 7 };
    let summary = generate(&config, folder.path(), &mut |_, _, _| {}).expect("registers");
    let read = ["BasicCompanyData", "CCOD", "OCOD", "persons-with-significant-control"];
    let output = read_path(folder.path(), None);
    for name in read {
        assert!(output.read_by.iter().any(|(file, _)| file.contains(name)), "{name} was not read");
    }
    let records = summary.company_rows
        + summary.psc_records
        + summary.psc_statements
        + summary.psc_exemptions
        + summary.ccod_rows
        + summary.ocod_rows;
    let ours = |id: &str| id.starts_with("gb_hmlr") || id.starts_with("gb_coh");
    let counted: u64 = output.records_by.iter().filter(|(id, _)| ours(id)).map(|(_, n)| n).sum();
    assert_eq!(counted, records);

    let by_id: BTreeMap<&str, &Relationship> =
        output.relationships.iter().map(|(id, r)| (id.as_str(), r)).collect();
    let truth = std::fs::read_to_string(folder.path().join("truth/ownership.csv")).expect("truth");
    let mut by_record: BTreeMap<String, Vec<Truth>> = BTreeMap::new();
    for truth in truth.lines().skip(1).map(Truth::parse).filter(|t| t.published != "no") {
        by_record.entry(truth.relationship_id()).or_default().push(truth);
    }
    let mut checked: BTreeMap<InterestKind, u64> = BTreeMap::new();
    for (id, truths) in &by_record {
        if truths[0].asset.starts_with("T:") {
            check_title(truths, id, &by_id);
            *checked.entry(InterestKind::LegalTitle).or_default() += 1;
            continue;
        }
        let relationship = by_id.get(id.as_str()).unwrap_or_else(|| panic!("no {id}"));
        check_record(id, truths, relationship, &mut checked);
    }
    let named = [
        InterestKind::Shareholding,
        InterestKind::VotingRights,
        InterestKind::SurplusAssets,
        InterestKind::AppointmentOfBoard,
        InterestKind::Influence,
        InterestKind::Nominator,
        InterestKind::LegalTitle,
    ];
    for kind in named {
        assert!(checked.get(&kind).is_some_and(|n| *n > 0), "{kind:?} was never checked");
    }
}

/// Every interest the record states must be true, and a large enough holding of shares must be stated
/// by the record that names its owner. (Filers leave out votes that follow their shares.)
fn check_record(
    id: &str,
    truths: &[Truth],
    relationship: &Relationship,
    checked: &mut BTreeMap<InterestKind, u64>,
) {
    let terms = &relationship.terms;
    let is_overseas = relationship.subject.starts_with("gb-coh-OE");
    if truths[0].published == "protected" {
        assert_eq!(terms.interests[0].kind, InterestKind::Influence, "{id}");
        return;
    }
    // A few records state no nature of control at all.
    if terms.interests.iter().all(|i| i.kind == InterestKind::Other) {
        return;
    }
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    assert!(truths.iter().any(|t| date(terms.start) == t.start), "{id}: {terms:?}");
    assert!(truths.iter().any(|t| date(terms.end) == t.end), "{id}: {terms:?}");
    let has_votes = truths.iter().any(|t| t.kind == "votes");
    let fits = |truth: &Truth, interest: &Interest| {
        let follows_shares = interest.kind == InterestKind::VotingRights
            && !has_votes
            && truth.kinds().contains(&InterestKind::Shareholding);
        (truth.kinds().contains(&interest.kind) || follows_shares)
            && (interest.via == truth.via(is_overseas)
                // Nominee codes have no capacity.
                || interest.kind == InterestKind::Nominator
                // Some file a right held through a trust or a firm in their own name as well.
                || (interest.kind.is_economic() && interest.via == Via::Own))
            && truth.share.is_none_or(|share| contains(interest.share, share))
    };
    for interest in &terms.interests {
        assert!(truths.iter().any(|t| fits(t, interest)), "{id}: {interest:?} is not true");
        *checked.entry(interest.kind).or_default() += 1;
    }
    for truth in truths.iter().filter(|t| t.kinds().contains(&InterestKind::Shareholding)) {
        if truth.share.is_some_and(|share| share > Ratio::QUARTER) {
            assert!(terms.interests.iter().any(|i| fits(truth, i)), "{id}: {terms:?}");
        }
    }
}

fn check_title(truths: &[Truth], prefix: &str, all: &BTreeMap<&str, &Relationship>) {
    let of_title: Vec<_> =
        all.range(prefix..).take_while(|(id, _)| id.starts_with(prefix)).collect();
    assert!(!of_title.is_empty(), "{prefix}: no owner");
    for (_, relationship) in &of_title {
        let terms = &relationship.terms;
        let [interest] = &terms.interests[..] else { panic!("{prefix}: {terms:?}") };
        assert_eq!(interest.kind, InterestKind::LegalTitle);
        let is_true =
            |truth: &Truth| truth.share.is_none_or(|share| contains(interest.share, share));
        assert!(truths.iter().all(is_true), "{prefix}");
        if truths[0].kind == "title" {
            assert_eq!((of_title.len(), terms.is_joint), (1, false), "{prefix}");
        }
    }
}
