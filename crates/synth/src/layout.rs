//! Which companies of a block form structures: holding companies with subsidiaries, chains, rings,
//! cross-holdings, hubs. Everything outside them is a leaf held by persons, as most companies are.

use crate::rng::Stream;
use crate::world::{BLOCK, World};

/// The shape of a group of companies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Position 0 holds all the others.
    Star,
    /// Position 0 holds 1 and 2, which hold the rest by turns.
    Tree,
    /// Each is held by the next; the last by persons.
    Chain,
    /// Each is held by the next, the last by the first, with persons beside.
    Ring,
    /// Two companies hold part of each other.
    Cross,
    /// A company that is its own holder in part.
    Own,
    /// Position 0 holds 500 others wholly.
    Hub,
    /// Held by a company that was dissolved.
    Dissolved,
    /// Held by a company from abroad.
    Foreign,
    /// Held by a state or a public body.
    State,
}

/// Who stands at the top of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Top {
    Persons,
    Listed,
    Foreign,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) shape: Shape,
    pub(crate) top: Top,
    /// The company index of position 0.
    pub(crate) base: u64,
    pub(crate) size: u64,
}

/// Subsidiaries of a hub.
pub(crate) const HUB: u64 = 500;
/// One block in this many has a hub.
const HUB_EVERY: u64 = 50;
/// The longest chain, in companies.
pub(crate) const LONGEST: u64 = 20;

fn has_hub(block: u64, length: u64) -> bool {
    block % HUB_EVERY == 7 && length >= 700
}

/// The groups of a block, in order of their first company.
pub(crate) fn groups(world: &World, block: u64) -> Vec<Group> {
    let start = block * BLOCK;
    let length = BLOCK.min(world.live.saturating_sub(start));
    let mut rng = world.rng(Stream::Block, block);
    let mut groups = Vec::with_capacity(64);
    let mut at = 0;
    let mut put = |shape, top, size: u64, at: &mut u64, limit: u64| {
        if *at + size <= limit {
            groups.push(Group { shape, top, base: start + *at, size });
            *at += size;
        }
    };
    let mut limit = length * 12 / 100;
    if has_hub(block, length) {
        limit += HUB + 1;
        put(Shape::Hub, Top::Persons, HUB + 1, &mut at, limit);
    }
    if block == 0 {
        // The first block has one of each, so that the smallest world shows them all.
        put(Shape::Chain, Top::Listed, 6, &mut at, limit);
        put(Shape::Ring, Top::Persons, 3, &mut at, limit);
        put(Shape::Cross, Top::Persons, 2, &mut at, limit);
        put(Shape::Own, Top::Persons, 1, &mut at, limit);
        put(Shape::Foreign, Top::Foreign, 1, &mut at, limit);
        put(Shape::Dissolved, Top::Persons, 1, &mut at, limit);
        put(Shape::State, Top::Persons, 1, &mut at, limit);
    }
    if block % 20 == 1 || (block == 0 && limit >= 60) {
        put(Shape::Chain, Top::Listed, LONGEST, &mut at, limit);
    }
    while at < limit {
        let shape = rng.weighted(&[
            (Shape::Star, 560),
            (Shape::Chain, 72),
            (Shape::Tree, 44),
            (Shape::Ring, 8),
            (Shape::Cross, 12),
            (Shape::Own, 24),
            (Shape::Dissolved, 120),
            (Shape::Foreign, 200),
            (Shape::State, 18),
        ]);
        let size = match shape {
            Shape::Star => 2 + [0, 0, 0, 0, 1, 1, 2, 3, 5, 9][rng.below(10) as usize],
            Shape::Chain => {
                let mut size = 3;
                while size < LONGEST && rng.chance(6_000) {
                    size += 1;
                }
                size
            }
            Shape::Tree => 5 + rng.below(4),
            Shape::Ring => 3 + rng.below(3),
            Shape::Cross => 2,
            _ => 1,
        };
        let top = match rng.below(1000) {
            0..12 => Top::Listed,
            12..80 => Top::Foreign,
            _ => Top::Persons,
        };
        if at + size > limit {
            put(Shape::Foreign, Top::Foreign, 1, &mut at, limit);
        } else {
            put(shape, top, size, &mut at, limit);
        }
    }
    groups
}

/// The group a live company is in, with its position there.
pub(crate) fn group_of(world: &World, company: u64) -> Option<(Group, u64)> {
    if company >= world.live {
        return None;
    }
    let (block, offset) = (company / BLOCK, company % BLOCK);
    let length = BLOCK.min(world.live - block * BLOCK);
    let limit = length * 12 / 100 + if has_hub(block, length) { HUB + 1 } else { 0 };
    if offset >= limit {
        return None;
    }
    let found = groups(world, block);
    let at = found.partition_point(|g| g.base <= company);
    let group = *found.get(at.checked_sub(1)?)?;
    Some((group, company - group.base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_tile_their_part_of_the_block() {
        let world = World::new(60_250, 2).unwrap();
        let mut hubs = 0;
        for block in 0..61 {
            let mut at = block * BLOCK;
            for group in groups(&world, block) {
                assert_eq!(group.base, at);
                for position in 0..group.size {
                    assert_eq!(group_of(&world, at + position), Some((group, position)));
                }
                at += group.size;
                hubs += u64::from(group.shape == Shape::Hub);
            }
            assert_eq!(group_of(&world, at), None);
        }
        assert_eq!(hubs, 2);
    }

    #[test]
    fn the_smallest_world_has_a_listed_chain() {
        let world = World::new(300, 1).unwrap();
        let first = groups(&world, 0)[0];
        assert_eq!((first.shape, first.top, first.size), (Shape::Chain, Top::Listed, 6));
    }
}
