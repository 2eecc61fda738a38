//! Terms in bytes. Registers use few distinct ones, so the graph stores each once.

use cuibono_model::fragment::{put_varint, take, take_varint};
use cuibono_model::{Directness, Interest, InterestKind, Ratio, Share, Terms, Via};

/// Appends the interests and flags of terms; dates are stored with each edge instead.
pub(crate) fn write(terms: &Terms, out: &mut Vec<u8>) {
    out.push(u8::from(terms.is_joint) | u8::from(terms.start_is_censored) << 1);
    put_varint(out, terms.interests.len() as u64);
    for interest in &terms.interests {
        let share = interest.share;
        out.extend([
            interest.kind as u8,
            interest.via as u8,
            interest.directness as u8,
            u8::from(share.min_open) | u8::from(share.max_open) << 1,
        ]);
        for part in [share.min, share.max] {
            put_varint(out, part.numerator());
            put_varint(out, part.denominator());
        }
    }
}

/// Reads what [`write`] wrote; `None` when it makes no sense.
pub(crate) fn read(bytes: &mut &[u8]) -> Option<Terms> {
    let flags = take(bytes, 1)?[0];
    let mut interests = Vec::new();
    for _ in 0..take_varint(bytes)? {
        let head = take(bytes, 4)?;
        let kind = InterestKind::from_code(head[0])?;
        let via =
            [Via::Own, Via::AsTrustee, Via::ControlsTrust, Via::AsFirmMember, Via::ControlsFirm]
                .get(head[1] as usize)
                .copied()?;
        let directness = [Directness::Unknown, Directness::Direct, Directness::Indirect]
            .get(head[2] as usize)
            .copied()?;
        let min = Ratio::new(take_varint(bytes)?, take_varint(bytes)?)?;
        let max = Ratio::new(take_varint(bytes)?, take_varint(bytes)?)?;
        let share = Share::new(min, head[3] & 1 != 0, max, head[3] & 2 != 0)?;
        interests.push(Interest { kind, via, directness, share });
    }
    Some(Terms {
        interests,
        start: None,
        end: None,
        is_joint: flags & 1 != 0,
        start_is_censored: flags & 2 != 0,
    })
}
