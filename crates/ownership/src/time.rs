//! When relationships hold: days known to the year only, starts hidden by the opening of a register,
//! what was known when, and answers over a period.

use std::collections::{BTreeSet, HashMap, HashSet};

use cuibono_model::{Day, PartialDate};

use crate::problem::{Activity, Holding};

/// When a relationship held, as far as its dates tell. It holds from the start on and no longer on
/// the end day itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// First and last day on which it can have started.
    pub start: (Day, Day),
    /// First and last day that can be the first one without it.
    pub end: (Day, Day),
}

impl Span {
    /// Always.
    pub const ALWAYS: Span = Span { start: (Day::MIN, Day::MIN), end: (Day::MAX, Day::MAX) };

    /// From a register's dates. No start: since before the records. No end: still.
    #[must_use]
    pub fn new(start: Option<PartialDate>, end: Option<PartialDate>) -> Span {
        Span {
            start: start.map_or(Span::ALWAYS.start, |d| (d.earliest(), d.latest())),
            end: end.map_or(Span::ALWAYS.end, |d| (d.earliest(), d.latest())),
        }
    }

    /// The same with a start that may lie earlier, since the register only opened on it: not before
    /// `not_before`, e.g. the day on which the company was formed.
    #[must_use]
    pub fn left_censored(self, not_before: Option<Day>) -> Span {
        let earliest = not_before.unwrap_or(Day::MIN).min(self.start.0);
        Span { start: (earliest, self.start.1), ..self }
    }

    /// The same with a start up to `days` earlier than notified: filings lag behind events.
    #[must_use]
    pub fn with_filing_delay(self, days: u16) -> Span {
        let earliest = Day(self.start.0.0.saturating_sub(i32::from(days)));
        Span { start: (earliest, self.start.1), ..self }
    }

    /// The same with the last day counted in: for registers that give the last day of a
    /// relationship, where by default the day given is the first one without it.
    #[must_use]
    pub fn with_end_included(self) -> Span {
        let next = |d: Day| Day(d.0.saturating_add(1));
        Span { end: (next(self.end.0), next(self.end.1)), ..self }
    }

    /// Whether it holds on a day.
    #[must_use]
    pub fn on(self, day: Day) -> Activity {
        if self.start.1 <= day && is_before(day, self.end.0) {
            Activity::Certain
        } else if self.start.0 <= day && is_before(day, self.end.1) {
            Activity::Possible
        } else {
            Activity::No
        }
    }

    /// The days on which that can change, first to last.
    fn changes(self) -> [Day; 4] {
        [self.start.0, self.start.1, self.end.0, self.end.1]
    }
}

/// Whether a day is before an end. [`Day::MAX`] is no end: what has none holds on the last day of the
/// calendar too.
fn is_before(day: Day, end: Day) -> bool {
    day < end || end == Day::MAX
}

/// A holding with its dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DatedHolding {
    /// What is held; its activity is replaced by what the dates say.
    pub holding: Holding,
    /// When it held.
    pub span: Span,
    /// When it was known: from the first day, and no longer on the second.
    pub known: (Day, Day),
}

impl DatedHolding {
    /// A holding known from the beginning on.
    #[must_use]
    pub fn new(holding: Holding, span: Span) -> DatedHolding {
        DatedHolding { holding, span, known: (Day::MIN, Day::MAX) }
    }

    /// The holding as it stood on a day, as known on another. `None`: not, or not yet known.
    #[must_use]
    pub fn on(&self, day: Day, known_on: Day) -> Option<Holding> {
        let is_known = self.known.0 <= known_on && is_before(known_on, self.known.1);
        let activity = self.span.on(day);
        (is_known && activity != Activity::No).then_some(Holding { activity, ..self.holding })
    }
}

/// The holdings as they stood on a day, as known on another.
#[must_use]
pub fn as_of(holdings: &[DatedHolding], day: Day, known_on: Day) -> Vec<Holding> {
    holdings.iter().filter_map(|h| h.on(day, known_on)).collect()
}

/// A stretch of days with one answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment<T> {
    /// First day.
    pub from: Day,
    /// First day after it; [`Day::MAX`]: still.
    pub until: Day,
    /// The answer.
    pub answer: T,
}

/// How an answer about one subject changes over a period, as known on a day: asks once per stretch
/// in which nothing above the subject changes, and joins stretches with equal answers.
///
/// `ask` gets the holdings of a stretch and its first day. Changes elsewhere in the graph cost
/// nothing. The period runs from `from` and ends before `until`.
pub fn timeline<T: PartialEq>(
    holdings: &[DatedHolding],
    subject: u32,
    (from, until): (Day, Day),
    known_on: Day,
    mut ask: impl FnMut(&[Holding], Day) -> T,
) -> Vec<Segment<T>> {
    let relevant = above_at_any_time(holdings, subject, known_on);
    let mut days: BTreeSet<Day> = relevant.iter().flat_map(|h| h.span.changes()).collect();
    days.retain(|d| from < *d && *d < until);
    days.insert(from);
    let mut segments: Vec<Segment<T>> = Vec::new();
    let mut before: Option<Vec<Holding>> = None;
    for day in days {
        let now = connected(&relevant, subject, day, known_on);
        if before.as_ref() == Some(&now) {
            continue;
        }
        let answer = ask(&now, day);
        before = Some(now);
        match segments.last_mut() {
            Some(last) if last.answer == answer => {}
            last => {
                if let Some(last) = last {
                    last.until = day;
                }
                segments.push(Segment { from: day, until, answer });
            }
        }
    }
    segments
}

/// Holdings above the subject when those of all days are taken together.
fn above_at_any_time(holdings: &[DatedHolding], subject: u32, known_on: Day) -> Vec<DatedHolding> {
    let known = |h: &&DatedHolding| h.known.0 <= known_on && known_on < h.known.1;
    let all: Vec<DatedHolding> = holdings.iter().filter(known).copied().collect();
    let used = climb(all.iter().map(|h| h.holding), subject);
    all.into_iter().zip(used).filter(|(_, used)| *used).map(|(h, _)| h).collect()
}

/// The holdings above the subject on one day.
fn connected(holdings: &[DatedHolding], subject: u32, day: Day, known_on: Day) -> Vec<Holding> {
    let active = as_of(holdings, day, known_on);
    let used = climb(active.iter().copied(), subject);
    active.into_iter().zip(used).filter(|(_, used)| *used).map(|(h, _)| h).collect()
}

/// Which holdings lie above a subject.
fn climb(holdings: impl Iterator<Item = Holding>, subject: u32) -> Vec<bool> {
    let pairs: Vec<(u32, u32)> = holdings.map(|h| (h.owner, h.owned)).collect();
    let mut by_owned: HashMap<u32, Vec<usize>> = HashMap::new();
    for (k, (_, owned)) in pairs.iter().enumerate() {
        by_owned.entry(*owned).or_default().push(k);
    }
    let mut used = vec![false; pairs.len()];
    let mut seen = HashSet::from([subject]);
    let mut work = vec![subject];
    while let Some(v) = work.pop() {
        for &k in by_owned.get(&v).map_or(&[][..], Vec::as_slice) {
            used[k] = true;
            if seen.insert(pairs[k].0) {
                work.push(pairs[k].0);
            }
        }
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Option<PartialDate> {
        PartialDate::parse(text)
    }

    fn day(text: &str) -> Day {
        date(text).unwrap().earliest()
    }

    #[test]
    fn partial_dates() {
        use Activity::{Certain, No, Possible};
        let month = Span::new(date("2020-04"), None);
        let year = Span::new(date("2010-01-01"), date("2015"));
        let opened = Span::new(date("2016-04-06"), None).left_censored(Some(day("1999-03-01")));
        let late = Span::new(date("2020-02-01"), None).with_filing_delay(28);
        let included = Span::new(None, date("2020-05-31")).with_end_included();
        let cases = [
            (month, "2020-03-31", No),
            (month, "2020-04-15", Possible),
            (month, "2020-04-30", Certain),
            (year, "2014-12-31", Certain),
            (year, "2015-06-01", Possible),
            (year, "2015-12-31", No),
            (opened, "1999-02-28", No),
            (opened, "2005-01-01", Possible),
            (opened, "2016-04-06", Certain),
            (late, "2020-01-20", Possible),
            (included, "2020-05-31", Certain),
            (included, "2020-06-01", No),
        ];
        for (span, on, expected) in cases {
            assert_eq!(span.on(day(on)), expected, "{on} in {span:?}");
        }
    }

    fn dated() -> impl Strategy<Value = DatedHolding> {
        use cuibono_model::{InterestKind, Share};
        (0u32..4, 0u32..4, 0i32..8, 0i32..4, 0i32..8, 0i32..4).prop_map(|(a, b, s, t, e, f)| {
            let holding = Holding::new(a, b, InterestKind::Shareholding, Share::UNKNOWN);
            let end = s + t + e;
            let span = Span { start: (Day(s), Day(s + t)), end: (Day(end), Day(end + f)) };
            DatedHolding::new(holding, span)
        })
    }

    proptest! {
        /// A timeline says on every day what asking on that day says, and no two neighbours agree.
        #[test]
        fn timeline_is_the_daily_answer(holdings in prop::collection::vec(dated(), 0..6)) {
            let ask = |h: &[Holding]| {
                let mut pairs: Vec<_> = h.iter().map(|h| (h.owner, h.owned, h.activity)).collect();
                pairs.sort_unstable();
                pairs
            };
            let (from, until) = (Day(0), Day(24));
            let segments =
                timeline(&holdings, 0, (from, until), Day(0), |h, _| ask(h));
            prop_assert_eq!(segments.first().map(|s| s.from), Some(from));
            prop_assert_eq!(segments.last().map(|s| s.until), Some(until));
            for pair in segments.windows(2) {
                prop_assert_eq!(pair[0].until, pair[1].from);
                prop_assert_ne!(&pair[0].answer, &pair[1].answer);
            }
            for d in 0..24 {
                let now = connected(&holdings, 0, Day(d), Day(0));
                let segment = segments.iter().find(|s| s.from <= Day(d) && Day(d) < s.until);
                prop_assert_eq!(segment.map(|s| s.answer.clone()), Some(ask(&now)));
            }
        }
    }
}
