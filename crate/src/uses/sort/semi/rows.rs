//! Rows that a step of the bound sees: those of known classes, and the others once under each class.

use latent_kernels::optimizer::Rule;
use rand_chacha::ChaCha8Rng;

use super::bound::{Bound, LATENT, Told};
use crate::seed::normals;

pub struct Rows {
    x: Vec<f32>,
    told: Vec<u8>,
    noise: Vec<f32>,
    known: usize,
    classes: usize,
}

impl Rows {
    /// Rows `x`, of which the first are of these `known` classes.
    pub fn new(x: &[f32], known: &[u8], size: usize, classes: usize, rng: &mut ChaCha8Rng) -> Self {
        let (first, others) = x.split_at(known.len() * size);
        let repeated = others.chunks_exact(size).flat_map(|row| row.repeat(classes));
        let every = others.chunks_exact(size).flat_map(|_| 0..classes as u8);
        let told: Vec<u8> = known.iter().copied().chain(every).collect();
        let noise = normals(rng, told.len() * LATENT);
        Self { x: first.iter().copied().chain(repeated).collect(), told, noise, known: known.len(), classes }
    }

    /// A step down the bounds: `weight` of each known row's, and the mean of the others'. `shares`, which are q(y|x) of these, become
    /// that mean's gradient by q's logits.
    pub fn improve(&self, bound: &mut Bound, weight: f32, shares: &mut [f32], rule: Rule) {
        let others = (shares.len() / self.classes) as f32;
        let weights: Vec<f32> =
            std::iter::repeat_n(weight, self.known).chain(shares.iter().map(|share| share / others)).collect();
        let told = Told { x: &self.x, classes: &self.told, noise: &self.noise };
        let costs = bound.costs(told);
        bound.learn(told, &weights, rule);
        let each = shares.chunks_exact_mut(self.classes).zip(costs[self.known..].chunks_exact(self.classes));
        each.for_each(|(shares, costs)| {
            unlabelled(shares, costs);
            shares.iter_mut().for_each(|slope| *slope /= others);
        });
    }
}

/// -U(x) of a row whose class is not known, in nats (Kingma et al. 2014, eq. 7): the mean of -L(x, y) under q(y|x), less q's entropy. The
/// shares of q become its gradient by q's logits.
fn unlabelled(shares: &mut [f32], costs: &[f32]) -> f32 {
    // A class that q excludes counts nothing.
    let terms: Vec<f32> = shares.iter().zip(costs).map(|(q, cost)| cost + q.max(f32::MIN_POSITIVE).ln()).collect();
    let cost = shares.iter().zip(&terms).map(|(q, term)| q * term).sum();
    shares.iter_mut().zip(&terms).for_each(|(q, term)| *q *= term - cost);
    cost
}

#[cfg(test)]
mod tests {
    use super::unlabelled;
    use crate::uses::plain::classifier::softmax;

    /// By summing over classes in double precision, and by finite differences.
    #[test]
    fn the_unlabelled_bound_is_a_sum_over_classes_and_its_slope_that_of_the_logits() {
        let (logits, costs) = ([0.3_f32, -1.2, 0.9], [7.0_f32, 5.5, 6.25]);
        let exact = |logits: [f64; 3]| {
            let sum: f64 = logits.iter().map(|it| it.exp()).sum();
            let q = logits.map(|it| it.exp() / sum);
            let expected: f64 = q.iter().zip(costs).map(|(q, cost)| q * f64::from(cost)).sum();
            let entropy: f64 = -q.iter().map(|q| q * q.ln()).sum::<f64>();
            expected - entropy
        };
        let mut shares = logits.to_vec();
        softmax(&mut shares, 3);
        let cost = unlabelled(&mut shares, &costs);
        let wide = logits.map(f64::from);
        assert!((f64::from(cost) - exact(wide)).abs() < 1e-5);
        for (at, slope) in shares.iter().enumerate() {
            let moved = |by: f64| exact(std::array::from_fn(|it| wide[it] + if it == at { by } else { 0.0 }));
            let difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
            assert!((f64::from(*slope) - difference).abs() < 1e-5, "{at}: {slope}, {difference}");
        }
        // Where q is the posterior of the costs as joint densities, the bound is log p(x).
        let mut posterior = costs.map(|cost| -cost).to_vec();
        softmax(&mut posterior, 3);
        let evidence = -costs.iter().map(|&cost| f64::from(-cost).exp()).sum::<f64>().ln();
        assert!((f64::from(unlabelled(&mut posterior, &costs)) - evidence).abs() < 1e-5);
        assert!(posterior.iter().all(|slope| slope.abs() < 1e-5), "{posterior:?}");
    }
}
