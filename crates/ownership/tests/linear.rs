//! Bounds against linear programmes: another method, another solver.
//!
//! Each programme is solved together with its dual. An answer counts only when both are feasible and
//! their values meet, which proves the optimum whatever the solver did on its way; graphs on which
//! they do not are counted, and too many of them fail the test.

mod world;

use std::cell::Cell;

use microlp::{ComparisonOp, OptimizationDirection, Problem as Programme};
use proptest::test_runner::TestRunner;
use world::{World, cases, world};

const NEAR: f64 = 1e-7;
/// Of a hundred graphs at most this many may be left uncompared.
const UNCOMPARED_PERCENT: u32 = 1;

/// Minimise `cost * x` over `x >= 0` with `rows * x >= least`.
#[derive(Default)]
struct Standard {
    cost: Vec<f64>,
    rows: Vec<(Vec<(usize, f64)>, f64)>,
}

impl Standard {
    fn variable(&mut self, cost: f64) -> usize {
        self.cost.push(cost);
        self.cost.len() - 1
    }

    fn at_least(&mut self, terms: Vec<(usize, f64)>, least: f64) {
        self.rows.push((terms, least));
    }

    fn optimum(&self) -> Option<Vec<f64>> {
        let x = self.primal()?;
        let y = self.dual()?;
        let is_primal = x.iter().all(|v| *v >= -NEAR)
            && self.rows.iter().all(|(terms, least)| {
                terms.iter().map(|&(v, c)| c * x[v]).sum::<f64>() >= least - NEAR
            });
        let mut prices = vec![0.0; self.cost.len()];
        for ((terms, _), price) in self.rows.iter().zip(&y) {
            for &(v, c) in terms {
                prices[v] += c * price;
            }
        }
        let is_dual = y.iter().all(|v| *v >= -NEAR)
            && prices.iter().zip(&self.cost).all(|(price, cost)| *price <= cost + NEAR);
        let primal: f64 = x.iter().zip(&self.cost).map(|(a, b)| a * b).sum();
        let dual: f64 = y.iter().zip(&self.rows).map(|(a, (_, b))| a * b).sum();
        (is_primal && is_dual && (primal - dual).abs() < NEAR).then_some(x)
    }

    fn primal(&self) -> Option<Vec<f64>> {
        let mut programme = Programme::new(OptimizationDirection::Minimize);
        let x: Vec<_> =
            self.cost.iter().map(|&c| programme.add_var(c, (0.0, f64::INFINITY))).collect();
        for (terms, least) in &self.rows {
            let terms: Vec<_> = terms.iter().map(|&(v, c)| (x[v], c)).collect();
            programme.add_constraint(&terms, ComparisonOp::Ge, *least);
        }
        let solved = programme.solve().ok()?.into_solution().ok()?;
        Some(x.iter().map(|&v| solved.var_value(v)).collect())
    }

    fn dual(&self) -> Option<Vec<f64>> {
        let mut programme = Programme::new(OptimizationDirection::Maximize);
        let y: Vec<_> =
            self.rows.iter().map(|(_, b)| programme.add_var(*b, (0.0, f64::INFINITY))).collect();
        let mut columns = vec![Vec::new(); self.cost.len()];
        for ((terms, _), &price) in self.rows.iter().zip(&y) {
            for &(v, c) in terms {
                columns[v].push((price, c));
            }
        }
        for (terms, &cost) in columns.iter().zip(&self.cost) {
            programme.add_constraint(terms, ComparisonOp::Le, cost);
        }
        let solved = programme.solve().ok()?.into_solution().ok()?;
        Some(y.iter().map(|&v| solved.var_value(v)).collect())
    }
}

/// A company's blocks and its rest: (holder, least, greatest).
fn ends(world: &World, company: usize) -> Vec<(Option<u32>, f64, f64)> {
    let mut ends: Vec<_> = world.columns[company]
        .iter()
        .map(|&(owner, s)| (Some(owner), s.min.to_f64(), s.max.to_f64()))
        .collect();
    if !world.complete[company] || ends.is_empty() {
        ends.push((None, 0.0, 1.0));
    }
    ends
}

/// Companies that some possible world keeps wholly away from the owner.
fn avoidable(world: &World, owner: u32) -> Vec<bool> {
    let mut avoids = vec![true; world.columns.len()];
    loop {
        let before = avoids.clone();
        for c in 0..avoids.len() {
            let is_allowed = |holder: Option<u32>| match holder {
                Some(h) if h == owner => false,
                Some(h) => avoids.get(h as usize).copied().unwrap_or(true),
                None => true,
            };
            let ends = ends(world, c);
            let forced = ends.iter().any(|&(h, least, _)| !is_allowed(h) && least > 0.0);
            let room: f64 = ends.iter().filter(|e| is_allowed(e.0)).map(|e| e.2).sum();
            avoids[c] &= !forced && room >= 1.0 - NEAR;
        }
        if avoids == before {
            return avoids;
        }
    }
}

/// The least (`sign` -1) or greatest (`sign` 1) share of the owner in every company.
fn limits(world: &World, owner: u32, sign: f64) -> Option<Vec<f64>> {
    let avoids = avoidable(world, owner);
    let mut lp = Standard::default();
    let x: Vec<usize> = (0..world.columns.len()).map(|_| lp.variable(sign)).collect();
    for (company, &own) in x.iter().enumerate() {
        let cap = if sign < 0.0 && avoids[company] { 0.0 } else { 1.0 };
        lp.at_least(vec![(own, -1.0)], -cap);
        let (up, down) = (lp.variable(0.0), lp.variable(0.0));
        let mut row = vec![(own, sign), (up, -sign), (down, sign)];
        for (holder, least, greatest) in ends(world, company) {
            let (mu, nu) = (lp.variable(0.0), lp.variable(0.0));
            row.push((mu, -greatest));
            row.push((nu, least));
            let mut price = vec![(up, sign), (down, -sign), (mu, 1.0), (nu, -1.0)];
            let mut worth = 0.0;
            match holder {
                Some(h) if h == owner => worth = sign,
                Some(h) if (h as usize) < x.len() => price.push((x[h as usize], -sign)),
                _ => {}
            }
            lp.at_least(price, worth);
        }
        lp.at_least(row, 0.0);
    }
    let solved = lp.optimum()?;
    Some(x.iter().map(|&v| solved[v]).collect())
}

#[test]
fn bounds_are_the_optima_of_linear_programmes() {
    let (compared, uncompared) = (Cell::new(0u32), Cell::new(0u32));
    let mut runner = TestRunner::new(cases());
    let outcome = runner.run(&world(5, 4, false), |world| {
        let world = world.without_contradictions();
        let problem = world.problem();
        proptest::prop_assert!(problem.diagnoses().is_empty());
        let (Some(least), Some(greatest)) = (limits(&world, 10, -1.0), limits(&world, 10, 1.0))
        else {
            uncompared.set(uncompared.get() + 1);
            return Ok(());
        };
        compared.set(compared.get() + 1);
        for company in 0..5 {
            let got = problem.cash_flow(&[10], company as u32);
            let (lo, hi) = (least[company], greatest[company]);
            proptest::prop_assert!((got.min_f64() - lo).abs() < 1e-6, "{company} {got:?} {lo}");
            proptest::prop_assert!((got.max_f64() - hi).abs() < 1e-6, "{company} {got:?} {hi}");
        }
        Ok(())
    });
    println!("{} graphs compared, {} not", compared.get(), uncompared.get());
    outcome.unwrap();
    assert!(compared.get() > 0);
    assert!(uncompared.get() * 100 <= (compared.get() + uncompared.get()) * UNCOMPARED_PERCENT);
}
