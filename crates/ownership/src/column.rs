//! One company's holders: which sizes of their blocks are possible together, and the least or
//! greatest value a mixture of them can have. Everything else is built from these two questions.
//!
//! The blocks of a column are disjoint parts of one whole, so their sizes add up to 1 once the
//! undisclosed rest is counted. Over such a box with one sum, filling greedily in the order of the
//! values is exact (reference, section 3.4).

use crate::interval::End;
use crate::rat::Rat;

/// One block of shares or votes: its possible size, and who holds it (several: jointly).
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) holders: Vec<u32>,
    pub(crate) min: End,
    pub(crate) max: End,
    /// Held for somebody unnamed, so the money may go to that party instead of the holders.
    pub(crate) for_unnamed: bool,
    /// The holdings that state it.
    pub(crate) holdings: Vec<u32>,
}

/// All blocks of one node, the undisclosed rest, and their totals.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) blocks: Vec<Block>,
    /// Ends of the undisclosed rest; `None` when the listed blocks are the whole.
    pub(crate) rest: Option<(End, End)>,
    /// The blocks may overlap: for each the least size its statement gives, which is then no lower
    /// end of a disjoint part. Empty for disjoint blocks.
    pub(crate) stated_min: Vec<End>,
    /// Sum of the lower ends, the rest included.
    min_total: Rat,
    /// Sum of the upper ends, the rest included.
    max_total: Rat,
    open_mins: u32,
    open_maxes: u32,
}

/// Which extreme is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sense {
    Min,
    Max,
}

/// A block (or [`REST`]) whose value may be other than nothing.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) block: u32,
    pub(crate) value: Rat,
    /// Some possible world really gives the block this value.
    pub(crate) ok: bool,
    /// Set by [`Column::solve`]: the size chosen.
    pub(crate) weight: Rat,
    /// Set by [`Column::solve`]: the block is not empty in some possible optimal world.
    pub(crate) can_be_positive: bool,
}

/// The number of the undisclosed rest among blocks.
pub(crate) const REST: u32 = u32::MAX;

/// What [`Column::solve`] finds.
pub(crate) struct Solved {
    pub(crate) value: Rat,
    /// Some possible world reaches the value itself.
    pub(crate) attained: bool,
    /// In some possible optimal world something goes to blocks worth nothing.
    pub(crate) zero_can_be_positive: bool,
}

impl Column {
    /// A column over disjoint blocks. `is_complete`: the blocks are the whole.
    pub(crate) fn new(blocks: Vec<Block>, is_complete: bool) -> Column {
        let rest = (!is_complete).then_some((End::ZERO, End::ONE));
        Column::with_rest(blocks, rest)
    }

    pub(crate) fn with_rest(blocks: Vec<Block>, rest: Option<(End, End)>) -> Column {
        let mut column = Column {
            blocks,
            rest,
            stated_min: Vec::new(),
            min_total: Rat::ZERO,
            max_total: Rat::ZERO,
            open_mins: 0,
            open_maxes: 0,
        };
        column.total();
        column
    }

    /// A column over blocks that may overlap: each holder's own part is anything up to its
    /// statement, and together they hold at least the largest statement.
    pub(crate) fn overlapping(mut blocks: Vec<Block>) -> Column {
        let stated: Vec<End> = blocks.iter().map(|b| b.min.clone()).collect();
        let largest = stated.iter().cloned().reduce(End::lower_max).unwrap_or(End::ZERO);
        for block in &mut blocks {
            block.min = End::ZERO;
        }
        let mut column = Column::with_rest(blocks, Some((End::ZERO, largest.complement())));
        column.stated_min = stated;
        column
    }

    fn total(&mut self) {
        let (mut min, mut max, mut open_mins, mut open_maxes) = (Rat::ZERO, Rat::ZERO, 0, 0);
        for (lo, hi) in self.ends() {
            min = &min + &lo.value;
            max = &max + &hi.value;
            open_mins += u32::from(lo.open);
            open_maxes += u32::from(hi.open);
        }
        self.min_total = min;
        self.max_total = max;
        self.open_mins = open_mins;
        self.open_maxes = open_maxes;
    }

    fn ends(&self) -> impl Iterator<Item = (&End, &End)> {
        self.blocks
            .iter()
            .map(|b| (&b.min, &b.max))
            .chain(self.rest.iter().map(|(lo, hi)| (lo, hi)))
    }

    pub(crate) fn end_of(&self, block: u32) -> (&End, &End) {
        match (&self.rest, self.blocks.get(block as usize)) {
            (_, Some(b)) => (&b.min, &b.max),
            (Some((lo, hi)), None) => (lo, hi),
            (None, None) => (&End::ZERO, &End::ZERO),
        }
    }

    /// What is left once every block has its least size, and the room all blocks have above it.
    pub(crate) fn slack_and_room(&self) -> (Rat, Rat) {
        (self.min_total.complement(), &self.max_total - &self.min_total)
    }

    /// Fixes the size of one block.
    pub(crate) fn set_size(&mut self, block: usize, size: End) {
        if let Some(stated) = self.stated_min.get_mut(block) {
            *stated = size.clone();
        }
        self.blocks[block].min = size.clone();
        self.blocks[block].max = size;
        self.total();
    }

    /// Sum of the lower ends of the listed blocks.
    pub(crate) fn listed_min(&self) -> End {
        self.blocks.iter().fold(End::ZERO, |sum, b| sum.plus(&b.min))
    }

    /// Sum of the upper ends of the listed blocks.
    pub(crate) fn listed_max(&self) -> End {
        self.blocks.iter().fold(End::ZERO, |sum, b| sum.plus(&b.max))
    }

    /// Whether some sizes satisfy every block and the sum.
    pub(crate) fn is_feasible(&self) -> bool {
        let one = Rat::ONE;
        let each = self
            .ends()
            .all(|(lo, hi)| lo.value < hi.value || (lo.value == hi.value && !lo.open && !hi.open));
        each && (self.min_total < one || (self.min_total == one && self.open_mins == 0))
            && (self.max_total > one || (self.max_total == one && self.open_maxes == 0))
    }

    /// The exact range of every block once the others are counted (reference, theorem 5). For a
    /// feasible column.
    pub(crate) fn tightened(&self) -> Vec<(End, End)> {
        let tighten = |(lo, hi): (&End, &End)| {
            let spare = Rat::ONE - (&self.min_total - &lo.value);
            let needed = Rat::ONE - (&self.max_total - &hi.value);
            let others = End { value: spare, open: self.open_mins > u32::from(lo.open) };
            let least = End { value: needed, open: self.open_maxes > u32::from(hi.open) };
            (lo.clone().lower_max(least), hi.clone().upper_min(others))
        };
        self.blocks.iter().map(|b| tighten((&b.min, &b.max))).collect()
    }

    /// Leaves out blocks that the others leave no room for, and a rest for which there is none. For
    /// a feasible column.
    pub(crate) fn drop_empty(&mut self) {
        if !self.stated_min.is_empty() {
            return;
        }
        let is_full = self.min_total == Rat::ONE && self.rest.is_some();
        // What has a least size is not empty.
        let may_be_empty = self.blocks.iter().any(|b| !b.min.value.is_positive());
        if may_be_empty {
            let tight = self.tightened();
            let mut keep = tight.iter().map(|(_, max)| max.value.is_positive());
            self.blocks.retain(|_| keep.next().unwrap_or(true));
        }
        if is_full {
            self.rest = None;
        }
        if may_be_empty || is_full {
            self.total();
        }
    }

    /// The least or greatest value of a mixture in which `entries` have their values and every
    /// other block is worth nothing. Entries are reordered; their weights are set.
    pub(crate) fn solve(&self, entries: &mut [Entry], sense: Sense) -> Solved {
        match sense {
            Sense::Min => entries.sort_by(|a, b| a.value.cmp(&b.value)),
            Sense::Max => entries.sort_by(|a, b| b.value.cmp(&a.value)),
        }
        let mut others = Others {
            min: self.min_total.clone(),
            room: &self.max_total - &self.min_total,
            open_mins: self.open_mins,
            open_maxes: self.open_maxes,
        };
        for entry in entries.iter_mut() {
            let (lo, hi) = self.end_of(entry.block);
            others.min = others.min - lo.value.clone();
            others.room = others.room - (&hi.value - &lo.value);
            others.open_mins -= u32::from(lo.open);
            others.open_maxes -= u32::from(hi.open);
            entry.weight = lo.value.clone();
        }
        let slack = self.min_total.complement();
        let critical = self.fill(entries, sense, &others.room, &slack);
        let value = entries.iter().fold(Rat::ZERO, |sum, e| {
            if e.value.is_zero() { sum } else { sum + &e.weight * &e.value }
        });
        let (attained, zero_can_be_positive) =
            self.attains(entries, sense, &others, &slack, &critical);
        Solved { value, attained, zero_can_be_positive }
    }

    /// Hands out the slack in order; returns the value at which it ran out.
    fn fill(&self, entries: &mut [Entry], sense: Sense, zero_room: &Rat, slack: &Rat) -> Rat {
        let mut left = slack.clone();
        let mut critical = Rat::ZERO;
        let mut zero_is_due = sense == Sense::Min;
        for entry in entries.iter_mut() {
            if zero_is_due && entry.value.is_positive() {
                zero_is_due = false;
                if *zero_room >= left {
                    return Rat::ZERO;
                }
                left = &left - zero_room;
            }
            let (lo, hi) = self.end_of(entry.block);
            let room = &hi.value - &lo.value;
            critical = entry.value.clone();
            if room >= left {
                entry.weight = &entry.weight + &left;
                return critical;
            }
            entry.weight = &entry.weight + &room;
            left = left - room;
        }
        if left.is_positive() { Rat::ZERO } else { critical }
    }

    /// Whether a possible world, open ends respected, lies on the optimal face.
    fn attains(
        &self,
        entries: &mut [Entry],
        sense: Sense,
        others: &Others,
        slack: &Rat,
        critical: &Rat,
    ) -> (bool, bool) {
        let mut fits = true;
        // What the blocks at the critical value must add up to, and what they can.
        let mut target = Rat::ONE;
        let mut low = End::ZERO;
        let mut high = End::ZERO;
        let is_before = |value: &Rat| match sense {
            Sense::Min => value < critical,
            Sense::Max => value > critical,
        };
        for entry in entries.iter_mut() {
            let (lo, hi) = self.end_of(entry.block);
            if !slack.is_zero() && entry.value == *critical {
                if entry.ok {
                    low = low.plus(lo);
                    high = high.plus(hi);
                } else {
                    fits &= lo.value.is_zero() && !lo.open;
                }
                continue;
            }
            let end = if !slack.is_zero() && is_before(&entry.value) { hi } else { lo };
            fits &= !end.open && (entry.ok || end.value.is_zero());
            target = target - end.value.clone();
            entry.can_be_positive = end.value.is_positive();
        }
        let zero_min = End { value: others.min.clone(), open: others.open_mins > 0 };
        let zero_max = End { value: &others.min + &others.room, open: others.open_maxes > 0 };
        let mut zero_positive = None;
        if slack.is_zero() {
            fits &= !zero_min.open;
            zero_positive = Some(zero_min.value.is_positive());
        } else if critical.is_zero() {
            low = low.plus(&zero_min);
            high = high.plus(&zero_max);
        } else {
            let end = if is_before(&Rat::ZERO) { &zero_max } else { &zero_min };
            fits &= !end.open;
            target = target - end.value.clone();
            zero_positive = Some(end.value.is_positive());
        }
        let mut has_spread = false;
        if !slack.is_zero() {
            let above = target > low.value || (target == low.value && !low.open);
            let below = target < high.value || (target == high.value && !high.open);
            fits &= above && below;
            has_spread = target > low.value;
        }
        for entry in entries.iter_mut() {
            if !slack.is_zero() && entry.value == *critical {
                let (lo, hi) = self.end_of(entry.block);
                let reach = if has_spread { hi } else { lo };
                entry.can_be_positive = entry.ok && reach.value.is_positive();
            }
        }
        let zero = zero_positive.unwrap_or_else(|| {
            if has_spread { zero_max.value.is_positive() } else { zero_min.value.is_positive() }
        });
        (fits, zero)
    }

    /// The least and greatest joint share of some of the blocks (reference, theorem 6).
    pub(crate) fn share_of(&self, part: &Part) -> (End, End) {
        let without_max = &self.max_total - &part.max;
        let open = self.open_maxes > part.open_maxes;
        let needed = End { value: without_max.complement(), open };
        let own = End { value: part.min.clone(), open: part.open_mins > 0 };
        let mut min = own.lower_max(needed).lower_max(End::ZERO);
        if let Some(stated) = &part.stated {
            min = min.lower_max(stated.clone());
        }
        let without_min = &self.min_total - &part.min;
        let open = self.open_mins > part.open_mins;
        let spare = End { value: without_min.complement(), open };
        let own = End { value: part.max.clone(), open: part.open_maxes > 0 };
        (min, own.upper_min(spare).upper_min(End::ONE))
    }

    /// Whether a possible world gives nothing to any block outside `allowed`, which lists the
    /// *forbidden* entries.
    pub(crate) fn can_avoid(&self, forbidden: &[u32]) -> bool {
        let mut high = self.max_total.clone();
        let mut open = self.open_maxes;
        for &block in forbidden {
            let (lo, hi) = self.end_of(block);
            if lo.value.is_positive() || lo.open {
                return false;
            }
            high = high - hi.value.clone();
            open -= u32::from(hi.open);
        }
        high > Rat::ONE || (high == Rat::ONE && open == 0)
    }

    /// A possible world in which every block that can have a size has one: how far every block
    /// stands between its ends.
    pub(crate) fn interior(&self) -> Rat {
        let room = &self.max_total - &self.min_total;
        if room.is_zero() { Rat::ZERO } else { self.min_total.complement() / room }
    }

    /// The size of a block at the given distance between its ends.
    pub(crate) fn weight_at(&self, block: u32, distance: &Rat) -> Rat {
        let (lo, hi) = self.end_of(block);
        &lo.value + &(distance * &(&hi.value - &lo.value))
    }
}

/// Some blocks of a column, taken together: for [`Column::share_of`].
#[derive(Clone, Default, Debug)]
pub(crate) struct Part {
    min: Rat,
    max: Rat,
    open_mins: u32,
    open_maxes: u32,
    stated: Option<End>,
}

impl Part {
    /// Adds a block that is not in it yet.
    pub(crate) fn add(&mut self, column: &Column, block: u32) {
        let (lo, hi) = column.end_of(block);
        self.min = &self.min + &lo.value;
        self.max = &self.max + &hi.value;
        self.open_mins += u32::from(lo.open);
        self.open_maxes += u32::from(hi.open);
        if let Some(stated) = column.stated_min.get(block as usize) {
            let so_far = self.stated.take().unwrap_or(End::ZERO);
            self.stated = Some(so_far.lower_max(stated.clone()));
        }
    }
}

/// The blocks worth nothing, taken together.
struct Others {
    min: Rat,
    room: Rat,
    open_mins: u32,
    open_maxes: u32,
}
