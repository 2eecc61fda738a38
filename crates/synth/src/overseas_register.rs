//! The true holders of companies from abroad. Those of registered entities are published in the
//! Register of Overseas Entities; the others only the truth knows.

use cuibono_model::Day;

use crate::register::{How, NOTHING, Notice, Register};
use crate::rng::Stream;
use crate::tables::codes::{self, Capacity};
use crate::world::{Party, ROE_START, SNAPSHOT, World};

impl World {
    /// The true holders of a company from abroad; only those of registered entities are published.
    pub(crate) fn overseas_register(&self, overseas: u64) -> Register {
        let mut out = Register::default();
        let mut rng = self.rng(Stream::OverseasOwner, overseas);
        let start = Day(ROE_START.0 + 40 + rng.below(1_400) as i32);
        let published = overseas < self.entities;
        if overseas >= self.overseas {
            return out;
        }
        let listed = overseas % 40 == 17;
        let (turn, rights) = (overseas % 10, overseas / 10 % 4);
        let mut many = [1, 2, 2, 3, 2, 1, 1, 1, 1, 1][turn as usize];
        if published {
            let code = rng.weighted(codes::OVERSEAS_STATEMENTS);
            out.notices.push(Notice { code, start, end: None });
            let updates = rng.below(3).min(((SNAPSHOT.0 - start.0) / 365).max(0) as u64);
            for year in 0..updates {
                let at = Day((start.0 + 365 * (year as i32 + 1)).min(SNAPSHOT.0 - 1));
                out.notices.push(Notice {
                    code: rng.weighted(codes::OVERSEAS_UPDATES),
                    start: at,
                    end: None,
                });
            }
            if code == "no-beneficial-owner-identified" && overseas >= 40 {
                many = 0;
            }
        }
        let hide = many == 0 || !published;
        let many = many.max(1);
        for slot in 0..many {
            let owner = if listed && slot == 0 {
                Party::Person(rng.below(self.listed))
            } else if turn == 9 && rng.chance(3_000) {
                // Back into the country: its own holders are on the PSC register.
                Party::Company(rng.below(self.live))
            } else if turn == 5 || (turn == 9 && rng.chance(6_000)) {
                let other = self.pick_overseas(&mut rng);
                Party::Overseas(if other == overseas { (other + 1) % self.overseas } else { other })
            } else if turn == 9 && rng.chance(1_000) && self.bodies > 1 {
                self.state(&mut rng)
            } else if rng.chance(1_500) {
                Party::Person(self.serial_person(&mut rng))
            } else {
                Party::Person(self.overseas_person(overseas, slot))
            };
            let share = if many == 2 {
                (1, 2)
            } else {
                *rng.pick(&[(1, 1), (1, 1), (3, 4), (3, 5), (2, 5)])
            };
            let mut interest = self.interest(owner, share, start, slot, &mut rng);
            interest.capacity = match turn {
                4 | 5 => Capacity::Trust,
                6 => Capacity::Firm,
                7 => Capacity::OverTrust,
                8 => Capacity::OverFirm,
                _ => Capacity::Own,
            };
            interest.appoint = rights == 1 || rights == 2;
            interest.influence = rights == 3;
            if rights == 2 {
                interest.shares = NOTHING;
            } else if rights == 3 {
                interest.shares = NOTHING;
                interest.votes = NOTHING;
            }
            interest.nominee = (overseas % 9 == 4 && slot == 0).then_some(overseas / 9);
            interest.how = if hide {
                How::Hidden
            } else if overseas % 200 == 3 && matches!(owner, Party::Person(_)) {
                How::Protected
            } else {
                How::Named
            };
            if rng.chance(800) && slot > 0 {
                interest.end = Some(Day((start.0 + 500).min(SNAPSHOT.0 - 1)));
            }
            out.interests.push(interest);
        }
        out
    }
}
