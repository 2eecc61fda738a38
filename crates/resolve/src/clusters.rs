//! Keys to clusters.

use std::collections::{BTreeMap, BTreeSet};

use cuibono_model::KeyScheme;

/// One entity carries one key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Key {
    /// What kind of key.
    pub scheme: KeyScheme,
    /// Its value.
    pub value: String,
    /// The entity.
    pub id: String,
}

/// An id that is another name of a canonical id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The canonical id.
    pub canonical: String,
    /// Whether only strong evidence, not an identifier, stands behind it.
    pub is_strong_only: bool,
    /// The kind of key that joined it.
    pub scheme: KeyScheme,
}

/// Ids that a key would join and that were left apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// The key.
    pub scheme: KeyScheme,
    /// Its value.
    pub value: String,
    /// The ids.
    pub ids: Vec<String>,
}

/// Which ids are one party.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Resolution {
    /// Every id that is not canonical, with what it is another name of.
    pub links: BTreeMap<String, Link>,
    /// What was left apart.
    pub refusals: Vec<Refusal>,
}

impl Resolution {
    /// The canonical id of any id.
    #[must_use]
    pub fn canonical<'a>(&'a self, id: &'a str) -> &'a str {
        self.links.get(id).map_or(id, |link| link.canonical.as_str())
    }
}

/// The words of the names of persons who carry keys, by id, as hashes.
pub type PersonWords = BTreeMap<String, BTreeSet<u64>>;

/// Joins ids that share a key.
///
/// Identifiers come first and name-and-country last. A join is refused when the cluster would hold
/// two different numbers of one register, when it would make one of two persons whose names share
/// no word (a list that quotes another list's reference wrongly), and for name-and-country when more
/// than one numbered body carries the key.
#[must_use]
pub fn resolve(mut keys: Vec<Key>, words: &PersonWords) -> Resolution {
    keys.sort_unstable();
    keys.dedup();
    let mut forest = Forest::new(words);
    let mut refusals = Vec::new();
    for group in keys.chunk_by(|a, b| (a.scheme, &a.value) == (b.scheme, &b.value)) {
        let scheme = group[0].scheme;
        let mut ids: Vec<&str> = group.iter().map(|key| key.id.as_str()).collect();
        if scheme == KeyScheme::Id && !ids.contains(&group[0].value.as_str()) {
            ids.push(&group[0].value);
            ids.sort_unstable();
        }
        if ids.len() < 2 {
            continue;
        }
        let numbers: Vec<usize> = ids.iter().map(|id| forest.number(id)).collect();
        for key in group {
            let number = forest.number(&key.id);
            forest.nodes[number].is_described = true;
        }
        let mut is_refused = false;
        if scheme == KeyScheme::NameCountry {
            let mut numbered: Vec<usize> = numbers.iter().map(|&n| forest.root(n)).collect();
            numbered.retain(|&root| forest.nodes[root].authority.is_some());
            numbered.sort_unstable();
            numbered.dedup();
            is_refused = numbered.len() > 1;
        }
        if !is_refused {
            for &other in &numbers[1..] {
                is_refused |= !forest.join(numbers[0], other, scheme);
            }
        }
        if is_refused {
            let ids = ids.into_iter().map(str::to_owned).collect();
            refusals.push(Refusal { scheme, value: group[0].value.clone(), ids });
        }
    }
    Resolution { links: forest.links(), refusals }
}

/// Whether an id is a Companies House number of ours: eight characters behind the prefix. Other
/// publishers build ids with the same prefix from other things.
fn is_company_number(id: &str) -> bool {
    id.strip_prefix("gb-coh-").is_some_and(|number| {
        number.len() == 8
            && number.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
            && number.bytes().any(|b| b.is_ascii_digit())
    })
}

/// The register whose number an id is, if any.
fn authority(id: &str) -> Option<usize> {
    let at = AUTHORITIES.iter().position(|prefix| id.starts_with(prefix))?;
    (AUTHORITIES[at] != "gb-coh-" || is_company_number(id)).then_some(at)
}

/// Registers whose numbers are unique: two different ids of one of them are two bodies.
const AUTHORITIES: &[&str] = &["gb-coh-", "gb-hmlr-", "lei-", "gb-sl-", "us-ofac-", "un-sc-"];

/// How good an id is as the canonical one: the register's own number first, a digest last.
fn rank(id: &str) -> usize {
    const ORDER: &[&str] =
        &["gb-coh-", "gb-hmlr-", "lei-", "NK-", "Q", "gb-sl-", "un-sc-", "us-ofac-", "gb-ofsi-"];
    match ORDER.iter().position(|prefix| id.starts_with(prefix)) {
        Some(0) if !is_company_number(id) => ORDER.len(),
        Some(at) => at,
        None if id.starts_with("org-") => ORDER.len() + 1,
        None => ORDER.len(),
    }
}

struct Forest<'w> {
    words: &'w PersonWords,
    numbers: BTreeMap<String, usize>,
    ids: Vec<String>,
    nodes: Vec<Node>,
}

#[derive(Clone, Debug)]
struct Node {
    parent: usize,
    /// At a root: for each register the one number its cluster holds.
    authority: Option<Vec<(usize, usize)>>,
    /// The key that brought this id in; the surest of its joins.
    scheme: Option<KeyScheme>,
    /// A record describes it; otherwise it is only named by another entity's record.
    is_described: bool,
}

impl<'w> Forest<'w> {
    fn new(words: &'w PersonWords) -> Forest<'w> {
        Forest { words, numbers: BTreeMap::new(), ids: Vec::new(), nodes: Vec::new() }
    }

    /// Whether two ids are persons whose names have no word in common.
    fn are_strangers(&self, a: usize, b: usize) -> bool {
        let words = |number: usize| self.words.get(&self.ids[number]);
        match (words(a), words(b)) {
            (Some(a), Some(b)) => !a.is_empty() && !b.is_empty() && a.is_disjoint(b),
            _ => false,
        }
    }

    fn number(&mut self, id: &str) -> usize {
        if let Some(&number) = self.numbers.get(id) {
            return number;
        }
        let number = self.ids.len();
        self.numbers.insert(id.to_owned(), number);
        self.ids.push(id.to_owned());
        let authority = authority(id).map(|register| vec![(register, number)]);
        self.nodes.push(Node { parent: number, authority, scheme: None, is_described: false });
        number
    }

    fn root(&mut self, mut number: usize) -> usize {
        while self.nodes[number].parent != number {
            let above = self.nodes[self.nodes[number].parent].parent;
            self.nodes[number].parent = above;
            number = above;
        }
        number
    }

    /// Joins two clusters; false when they hold different numbers of one register or are strangers.
    fn join(&mut self, a: usize, b: usize, scheme: KeyScheme) -> bool {
        if self.are_strangers(a, b) {
            return false;
        }
        let (root_a, root_b) = (self.root(a), self.root(b));
        for number in [a, b] {
            let node = &mut self.nodes[number];
            node.scheme = Some(node.scheme.map_or(scheme, |known| known.min(scheme)));
        }
        if root_a == root_b {
            return true;
        }
        let of = |root: usize| self.nodes[root].authority.clone().unwrap_or_default();
        let (mut held, more) = (of(root_a), of(root_b));
        for (register, number) in more {
            match held.iter().find(|(r, _)| *r == register) {
                Some((_, other)) if *other != number => return false,
                Some(_) => {}
                None => held.push((register, number)),
            }
        }
        self.nodes[root_b].parent = root_a;
        self.nodes[root_a].authority = (!held.is_empty()).then_some(held);
        true
    }

    fn links(mut self) -> BTreeMap<String, Link> {
        let mut clusters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for number in 0..self.ids.len() {
            clusters.entry(self.root(number)).or_default().push(number);
        }
        let mut links = BTreeMap::new();
        for members in clusters.values().filter(|members| members.len() > 1) {
            // A register's own number stays the id whoever else mentions it; of other ids, one that a
            // record describes comes before one that is only named.
            let key = |n: usize| {
                let rank = rank(&self.ids[n]);
                (rank.min(3), !self.nodes[n].is_described, rank, &self.ids[n])
            };
            let best = members.iter().min_by_key(|&&n| key(n));
            let Some(&best) = best else { continue };
            for &member in members.iter().filter(|&&m| m != best) {
                let scheme = self.nodes[member].scheme.unwrap_or(KeyScheme::Id);
                let link = Link {
                    canonical: self.ids[best].clone(),
                    is_strong_only: scheme == KeyScheme::NameCountry,
                    scheme,
                };
                links.insert(self.ids[member].clone(), link);
            }
        }
        links
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys as `scheme value id`, expected as `id=canonical` and the number of refusals.
    fn check(keys: &str, expected: &str, refusals: usize) {
        let parse = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let scheme = match words[0] {
                "id" => KeyScheme::Id,
                "lei" => KeyScheme::Lei,
                _ => KeyScheme::NameCountry,
            };
            Key { scheme, value: words[1].into(), id: words[2].into() }
        };
        let mut keys: Vec<Key> = keys.split(';').map(parse).collect();
        let none = PersonWords::new();
        let forward = resolve(keys.clone(), &none);
        keys.reverse();
        assert_eq!(resolve(keys, &none), forward, "order must not matter");
        let got: Vec<String> =
            forward.links.iter().map(|(id, link)| format!("{id}={}", link.canonical)).collect();
        assert_eq!(got.join(" "), expected);
        assert_eq!(forward.refusals.len(), refusals);
    }

    #[test]
    fn joins_and_refusals() {
        check("name a|vg org-1; name a|vg gb-coh-OE000001", "org-1=gb-coh-OE000001", 0);
        check("name a|vg org-1; name a|vg gb-coh-OE000001; name a|vg gb-coh-OE000002", "", 1);
        check("lei L gb-coh-00000001; lei L gb-coh-00000002", "", 1);
        check("id gb-ofsi-5 gb-sl-RUS1", "gb-ofsi-5=gb-sl-RUS1", 0);
        check("id gb-ofsi-5 gb-sl-RUS1; id x gb-ofsi-5", "gb-ofsi-5=gb-sl-RUS1 x=gb-sl-RUS1", 0);
        check(
            "id us-ofac-36 NK-x; id gb-sl-RUS1 NK-x; id gb-ofsi-5 gb-sl-RUS1",
            "gb-ofsi-5=NK-x gb-sl-RUS1=NK-x us-ofac-36=NK-x",
            0,
        );
        check("name a|vg org-1; name b|vg org-2", "", 0);
        check(
            "id gb-coh-8aeph6t7s5jld NK-x; id gb-coh-yj3orhex52bu NK-x",
            "gb-coh-8aeph6t7s5jld=NK-x gb-coh-yj3orhex52bu=NK-x",
            0,
        );
    }

    #[test]
    fn strong_links_say_so() {
        let key =
            |id: &str| Key { scheme: KeyScheme::NameCountry, value: "a|vg".into(), id: id.into() };
        let got = resolve(vec![key("org-1"), key("gb-coh-OE000001")], &PersonWords::new());
        assert!(got.links["org-1"].is_strong_only);
        assert_eq!(got.canonical("org-1"), "gb-coh-OE000001");
        assert_eq!(got.canonical("other"), "other");
    }

    #[test]
    fn a_wrongly_quoted_reference_does_not_join_strangers() {
        let keys = vec![Key {
            scheme: KeyScheme::Id,
            value: "un-sc-QDi.001".into(),
            id: "gb-ofsi-5".into(),
        }];
        let words = |of: &[(&str, &[u64])]| -> PersonWords {
            of.iter().map(|(id, words)| ((*id).into(), words.iter().copied().collect())).collect()
        };
        let strangers = words(&[("un-sc-QDi.001", &[1, 2]), ("gb-ofsi-5", &[3, 4])]);
        let got = resolve(keys.clone(), &strangers);
        assert_eq!((got.links.len(), got.refusals.len()), (0, 1));
        let same = words(&[("un-sc-QDi.001", &[1, 2]), ("gb-ofsi-5", &[2, 4])]);
        assert_eq!(resolve(keys, &same).links.len(), 1);
    }
}
