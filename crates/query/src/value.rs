//! What a party's land cost: prices paid times its share of each title, with coverage. A price that
//! several titles carry from one purchase is counted once.

use std::collections::BTreeMap;

use cuibono_model::{InterestKind, Ratio, prop};
use cuibono_ownership::{Held, Limits, Rat};

use crate::QueryError;
use crate::adapt::OnDay;
use crate::case::Case;
use crate::snapshot::{Question, Snapshot};

/// Prices paid for what a party holds, in one currency.
#[derive(Clone, PartialEq, Debug)]
pub struct PriceSum {
    /// ISO 4217 code, as the register gives it.
    pub currency: String,
    /// Sum of price times least share, each purchase counted once; rounded down.
    pub min: f64,
    /// Sum of price times greatest share, each purchase counted once; rounded up.
    pub max: f64,
    /// The same with the price of every title counted, as if no purchase covered several.
    pub max_each: f64,
    /// Sum of the prices, whoever has which share, each purchase counted once.
    pub paid: f64,
    /// Titles with a price.
    pub priced: usize,
    /// Purchases that several titles share.
    pub shared_purchases: usize,
}

/// Prices paid for everything a party holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct NetworkValue {
    /// Assets held, with or without a price.
    pub assets: usize,
    /// Assets with a price.
    pub priced: usize,
    /// One sum a currency. Prices of different years are added as paid, not as worth today.
    pub values: Vec<PriceSum>,
}

/// One purchase: its currency and price, the day and the proprietors.
type Purchase = (String, u64, u32, Vec<u32>);

/// The shares of the titles of one purchase.
#[derive(Default)]
struct Titles {
    count: u64,
    min: Option<Rat>,
    max: Option<Rat>,
    max_each: Option<Rat>,
}

impl Snapshot {
    /// Prices paid for everything a party holds on a day, directly and through others.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn network_value(
        &self,
        thing: u32,
        question: &Question,
    ) -> Result<NetworkValue, QueryError> {
        let graph = OnDay::new(self, question);
        let case = Case::below(&graph, &[thing], Limits::default());
        let held = case.problem.holdings_of(&[thing]);
        let mut value = NetworkValue::default();
        let mut purchases: BTreeMap<Purchase, Titles> = BTreeMap::new();
        for one in held.iter().filter(|one| one.class == cuibono_model::PartyClass::Asset) {
            value.assets += 1;
            let entity = self.entities.things.get(one.node)?;
            let price = entity.first(prop::AMOUNT).and_then(|text| text.parse::<u64>().ok());
            let Some(price) = price.filter(|price| *price > 0) else { continue };
            value.priced += 1;
            let currency = entity.first(prop::CURRENCY).unwrap_or_default().to_owned();
            let (day, holders) = self.purchase(one.node, &graph);
            // Without a day two equal prices say nothing about one purchase.
            let apart = if day == 0 { vec![one.node] } else { holders };
            let titles = purchases.entry((currency, price, day, apart)).or_default();
            titles.add(one);
        }
        let mut sums: BTreeMap<String, (PriceSum, Rat, Rat, Rat, Rat)> = BTreeMap::new();
        for ((currency, price, _, _), titles) in purchases {
            let Some(price) = Ratio::new(price, 1).map(Rat::from) else { continue };
            let (view, min, max, each, paid) = sums.entry(currency).or_insert_with_key(|code| {
                let view = PriceSum {
                    currency: code.clone(),
                    min: 0.0,
                    max: 0.0,
                    max_each: 0.0,
                    paid: 0.0,
                    priced: 0,
                    shared_purchases: 0,
                };
                (view, Rat::ZERO, Rat::ZERO, Rat::ZERO, Rat::ZERO)
            });
            let times = |share: &Option<Rat>| &price * share.as_ref().unwrap_or(&Rat::ZERO);
            *min = &*min + &times(&titles.min);
            *max = &*max + &times(&titles.max);
            *each = &*each + &times(&titles.max_each);
            *paid = &*paid + &price;
            view.priced += titles.count as usize;
            view.shared_purchases += usize::from(titles.count > 1);
        }
        for (_, (mut view, min, max, each, paid)) in sums {
            view.min = min.to_f64_down();
            view.max = max.to_f64_up();
            view.max_each = each.to_f64_up();
            view.paid = paid.to_f64_up();
            value.values.push(view);
        }
        Ok(value)
    }

    /// The day on which a title's proprietors were registered (0: unknown) and who they are.
    fn purchase(&self, title: u32, graph: &OnDay<'_>) -> (u32, Vec<u32>) {
        let is_title = |edge: &cuibono_graph::Edge| {
            self.graph.terms(edge).is_some_and(|terms| {
                terms.interests.iter().any(|i| i.kind == InterestKind::LegalTitle)
            })
        };
        let is_active =
            |edge: &cuibono_graph::Edge| graph.activity(edge) != cuibono_ownership::Activity::No;
        let mut holders = Vec::new();
        let mut day = 0;
        for edge in self.graph.holders_of(title).take(8).filter(|e| is_title(e) && is_active(e)) {
            holders.push(edge.holder);
            day = day.max(edge.start.map_or(0, cuibono_model::PartialDate::code));
        }
        holders.sort_unstable();
        (day, holders)
    }
}

impl Titles {
    /// A purchase is held as little as its least held title and as much as its most held one.
    fn add(&mut self, held: &Held) {
        let (low, high) = (&held.cash_flow.min, &held.cash_flow.max);
        self.count += 1;
        self.min = Some(self.min.take().map_or(low.clone(), |old| old.min(low.clone())));
        self.max = Some(self.max.take().map_or(high.clone(), |old| old.max(high.clone())));
        let each = self.max_each.take().unwrap_or(Rat::ZERO);
        self.max_each = Some(&each + high);
    }
}
