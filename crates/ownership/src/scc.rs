//! Strongly connected components of a graph given as adjacency in compressed rows. No recursion:
//! a chain of any length needs heap, never stack.

/// Adjacency in compressed rows: the neighbours of node `v` are `targets[starts[v]..starts[v+1]]`.
#[derive(Clone, Default, Debug)]
pub(crate) struct Rows {
    pub(crate) starts: Vec<u32>,
    pub(crate) targets: Vec<u32>,
}

impl Rows {
    /// Rows of `nodes` nodes from (row, target) pairs, in the order of the pairs within each row.
    pub(crate) fn build(nodes: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Rows {
        let mut starts = vec![0u32; nodes + 1];
        for (row, _) in pairs.clone() {
            starts[row as usize + 1] += 1;
        }
        for row in 0..nodes {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut targets = vec![0; starts[nodes] as usize];
        for (row, target) in pairs {
            let slot = &mut next[row as usize];
            targets[*slot as usize] = target;
            *slot += 1;
        }
        Rows { starts, targets }
    }

    pub(crate) fn row(&self, node: u32) -> &[u32] {
        let node = node as usize;
        &self.targets[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// The component of every node, numbered so that an edge never leads to a *lower* number: sources
/// first. Tarjan's algorithm with an explicit stack; time and memory linear in nodes and edges.
pub(crate) fn components(rows: &Rows) -> (Vec<u32>, u32) {
    const NEW: u32 = u32::MAX;
    let nodes = rows.len();
    let mut order = vec![NEW; nodes];
    let mut low = vec![0u32; nodes];
    let mut component = vec![NEW; nodes];
    let mut stack: Vec<u32> = Vec::new();
    let mut work: Vec<(u32, u32)> = Vec::new();
    let (mut clock, mut count) = (0u32, 0u32);
    for root in 0..nodes as u32 {
        if order[root as usize] != NEW {
            continue;
        }
        work.push((root, rows.starts[root as usize]));
        order[root as usize] = clock;
        low[root as usize] = clock;
        clock += 1;
        stack.push(root);
        while let Some(top) = work.last_mut() {
            let v = top.0 as usize;
            if top.1 < rows.starts[v + 1] {
                let w = rows.targets[top.1 as usize] as usize;
                top.1 += 1;
                if order[w] == NEW {
                    order[w] = clock;
                    low[w] = clock;
                    clock += 1;
                    stack.push(w as u32);
                    work.push((w as u32, rows.starts[w]));
                } else if component[w] == NEW {
                    low[v] = low[v].min(order[w]);
                }
                continue;
            }
            work.pop();
            if let Some(parent) = work.last() {
                let parent = parent.0 as usize;
                low[parent] = low[parent].min(low[v]);
            }
            if low[v] == order[v] {
                while let Some(w) = stack.pop() {
                    component[w as usize] = count;
                    if w as usize == v {
                        break;
                    }
                }
                count += 1;
            }
        }
    }
    for c in &mut component {
        *c = count - 1 - *c;
    }
    (component, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reaches(rows: &Rows, from: u32, to: u32) -> bool {
        let mut seen = vec![false; rows.len()];
        seen[from as usize] = true;
        let mut work = vec![from];
        while let Some(v) = work.pop() {
            for &w in rows.row(v) {
                if !std::mem::replace(&mut seen[w as usize], true) {
                    work.push(w);
                }
            }
        }
        seen[to as usize]
    }

    proptest! {
        /// Same component exactly when each reaches the other; edges never lead to a lower number.
        #[test]
        fn agrees_with_reachability(
            n in 1usize..9,
            edges in prop::collection::vec((0u32..9, 0u32..9), 0..20),
        ) {
            let edges: Vec<_> =
                edges.into_iter().filter(|&(a, b)| (a as usize) < n && (b as usize) < n).collect();
            let rows = Rows::build(n, edges.iter().copied());
            let (component, count) = components(&rows);
            for (i, &own) in (0u32..).zip(&component) {
                prop_assert!(own < count);
                for (j, &other) in (0u32..).zip(&component) {
                    let both = reaches(&rows, i, j) && reaches(&rows, j, i);
                    prop_assert_eq!(own == other, both);
                }
            }
            for (a, b) in edges {
                prop_assert!(component[a as usize] <= component[b as usize]);
            }
        }
    }

    #[test]
    fn long_chain_needs_no_stack() {
        let n = 300_000u32;
        let rows = Rows::build(n as usize, (1..n).map(|v| (v - 1, v)));
        let (component, count) = components(&rows);
        assert_eq!((component[0], component[n as usize - 1], count), (0, n - 1, n));
    }
}
