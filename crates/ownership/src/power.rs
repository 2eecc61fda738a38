//! Voting power indices and other measures of the literature. None is a legal test, and no regime
//! uses them.

use std::collections::HashMap;

use crate::rat::Rat;

/// Votes and what a motion needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VotingGame {
    /// Votes of each player.
    pub weights: Vec<u64>,
    /// What a motion needs.
    pub quota: u64,
    /// The quota must be exceeded, not just reached.
    pub is_strict: bool,
}

impl VotingGame {
    fn wins(&self, votes: u128) -> bool {
        let quota = u128::from(self.quota);
        if self.is_strict { votes > quota } else { votes >= quota }
    }

    /// How often each player turns a losing coalition of `size` others into a winning one, with one
    /// count per size: dynamic programming over (size, votes), so time grows with the number of
    /// different sums, at most 2^players. `None` when counts leave 128 bits or sums are too many.
    fn swings(&self, player: usize) -> Option<Vec<u128>> {
        const MOST_SUMS: usize = 1 << 20;
        let mut counts: HashMap<(usize, u128), u128> = HashMap::from([((0, 0), 1)]);
        for (k, &weight) in self.weights.iter().enumerate() {
            if k == player {
                continue;
            }
            let mut next = counts.clone();
            for (&(size, votes), &count) in &counts {
                let slot = next.entry((size + 1, votes + u128::from(weight))).or_insert(0);
                *slot = slot.checked_add(count)?;
            }
            if next.len() > MOST_SUMS {
                return None;
            }
            counts = next;
        }
        let own = u128::from(self.weights[player]);
        let mut by_size = vec![0u128; self.weights.len()];
        for ((size, votes), count) in counts {
            if !self.wins(votes) && self.wins(votes + own) {
                by_size[size] = by_size[size].checked_add(count)?;
            }
        }
        Some(by_size)
    }

    /// The Shapley–Shubik index: in which part of all orders each player is pivotal. `None` for
    /// games too large to count exactly.
    #[must_use]
    pub fn shapley_shubik(&self) -> Option<Vec<Rat>> {
        let n = self.weights.len();
        (0..n)
            .map(|player| {
                // size! (n - 1 - size)! / n! = 1 / (n * C(n - 1, size))
                let mut binomial = Rat::ONE;
                let mut index = Rat::ZERO;
                for (size, count) in self.swings(player)?.into_iter().enumerate() {
                    let players = Rat::new(n as i64, 1)?;
                    let count: Rat = count.to_string().parse().ok()?;
                    index = index + count / (players * binomial.clone());
                    binomial = binomial * Rat::new((n - 1 - size) as i64, size as i64 + 1)?;
                }
                Some(index)
            })
            .collect()
    }

    /// The normalised Banzhaf index: each player's share of all swings. All nothing when there are
    /// no swings. `None` as above.
    #[must_use]
    pub fn banzhaf(&self) -> Option<Vec<Rat>> {
        let swings: Vec<Rat> = (0..self.weights.len())
            .map(|player| {
                let total =
                    self.swings(player)?.iter().try_fold(0u128, |a, b| a.checked_add(*b))?;
                total.to_string().parse().ok()
            })
            .collect::<Option<_>>()?;
        let all = swings.iter().fold(Rat::ZERO, |sum, s| &sum + s);
        if all.is_zero() {
            return Some(swings);
        }
        Some(swings.iter().map(|s| s / &all).collect())
    }
}

/// The power of one large holder against a fully dispersed rest (Milnor and Shapley 1978, from
/// memory: *unverified*): `w / (1 - w)` below one half, everything from one half on.
#[must_use]
pub fn oceanic_power(weight: &Rat) -> Rat {
    if weight + weight >= Rat::ONE { Rat::ONE } else { weight / &weight.complement() }
}

/// Squared shares over their sum: relative control of Glattfelder and Battiston 2009 (from memory:
/// *unverified*).
#[must_use]
pub fn relative_control(shares: &[Rat]) -> Vec<Rat> {
    let squares: Vec<Rat> = shares.iter().map(|s| s * s).collect();
    let sum = squares.iter().fold(Rat::ZERO, |sum, s| &sum + s);
    if sum.is_zero() {
        return squares;
    }
    squares.iter().map(|s| s / &sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All orders, all coalitions: the definitions themselves.
    fn by_enumeration(game: &VotingGame) -> (Vec<Rat>, Vec<Rat>) {
        let n = game.weights.len();
        let sum = |mask: u32| -> u128 {
            (0..n).filter(|k| mask >> k & 1 == 1).map(|k| u128::from(game.weights[k])).sum()
        };
        let factorial = |k: usize| (1..=k as i64).product::<i64>();
        let mut shapley = vec![Rat::ZERO; n];
        let mut swings = vec![0i64; n];
        for mask in 0u32..1 << n {
            for k in (0..n).filter(|k| mask >> k & 1 == 0) {
                if !game.wins(sum(mask)) && game.wins(sum(mask | 1 << k)) {
                    let size = mask.count_ones() as usize;
                    let orders = factorial(size) * factorial(n - 1 - size);
                    shapley[k] = &shapley[k] + &Rat::new(orders, factorial(n)).unwrap();
                    swings[k] += 1;
                }
            }
        }
        let all = swings.iter().sum::<i64>().max(1);
        (shapley, swings.iter().map(|&s| Rat::new(s, all).unwrap()).collect())
    }

    proptest! {
        #[test]
        fn agrees_with_enumeration(
            weights in prop::collection::vec(0u64..12, 1..7),
            quota in 0u64..40,
            is_strict: bool,
        ) {
            let game = VotingGame { weights, quota, is_strict };
            let (shapley, banzhaf) = by_enumeration(&game);
            prop_assert_eq!(game.shapley_shubik(), Some(shapley));
            prop_assert_eq!(game.banzhaf(), Some(banzhaf));
        }
    }
}
