//! A mixture of Gaussians as p(z) (Tomczak and Welling 2018, section 2): log p(z) = log sum_k pi_k N(z; mu_k, diag exp(log_var_k)),
//! where pi is the softmax of the logits, with its gradients by z and by its parameters.

use std::f32::consts::TAU;

/// Its parameters as one step has them.
pub struct Mixture<'a> {
    size: usize,
    /// pi, `[K]`.
    pub weights: Vec<f32>,
    /// `[K, Z]`
    means: &'a [f32],
    /// One over the variances, `[K, Z]`.
    precisions: Vec<f32>,
    /// log pi_k and what N(z; mu_k, ...) has beside its exponent, `[K]`.
    offsets: Vec<f32>,
}

/// Sums of a loss's gradients by logits `[K]`, means and log_vars, `[K, Z]` each.
pub type Gradients = [Vec<f32>; 3];

impl<'a> Mixture<'a> {
    /// Of logits `[K]`, means and logarithms of variances, `[K, Z]` each.
    pub fn new(logits: &[f32], means: &'a [f32], log_vars: &[f32]) -> Self {
        let size = means.len() / logits.len();
        let mut weights = logits.to_vec();
        softmax(&mut weights);
        let log_sum = log_sum_exp(logits);
        let offset = |(logit, log_vars): (&f32, &[f32])| {
            logit - log_sum - 0.5 * log_vars.iter().map(|log_var| log_var + TAU.ln()).sum::<f32>()
        };
        let offsets = logits.iter().zip(log_vars.chunks_exact(size)).map(offset).collect();
        let precisions = log_vars.iter().map(|log_var| (-log_var).exp()).collect();
        Self { size, weights, means, precisions, offsets }
    }

    /// Each component's mean and precisions, `[Z]`.
    fn components(&self) -> impl Iterator<Item = (&[f32], &[f32])> {
        self.means.chunks_exact(self.size).zip(self.precisions.chunks_exact(self.size))
    }

    /// log p(z) in nats, and each component's share of it, `[K]`: what its part of the density is over all of it.
    pub fn log_density(&self, z: &[f32], shares: &mut [f32]) -> f32 {
        for ((share, offset), (mean, precision)) in shares.iter_mut().zip(&self.offsets).zip(self.components()) {
            let terms = z.iter().zip(mean).zip(precision);
            *share =
                offset - 0.5 * terms.map(|((z, mean), precision)| (z - mean) * (z - mean) * precision).sum::<f32>();
        }
        let log_density = log_sum_exp(shares);
        softmax(shares);
        log_density
    }

    /// The gradient of -log p(z) by z, `[Z]`.
    pub fn slope(&self, z: &[f32], shares: &[f32], slope: &mut [f32]) {
        slope.fill(0.0);
        for (share, (mean, precision)) in shares.iter().zip(self.components()) {
            for (((slope, z), mean), precision) in slope.iter_mut().zip(z).zip(mean).zip(precision) {
                *slope += share * (z - mean) * precision;
            }
        }
    }

    /// Adds the gradients of -log p(z) by the parameters, times `scale`.
    pub fn add_gradients(&self, z: &[f32], shares: &[f32], scale: f32, [logits, means, log_vars]: &mut Gradients) {
        for ((logit, weight), share) in logits.iter_mut().zip(&self.weights).zip(shares) {
            *logit += scale * (weight - share);
        }
        let (means, log_vars) = (means.chunks_exact_mut(self.size), log_vars.chunks_exact_mut(self.size));
        let all = shares.iter().zip(self.components()).zip(means.zip(log_vars));
        for ((share, (mean, precision)), (by_mean, by_log_var)) in all {
            for d in 0..self.size {
                let off = z[d] - mean[d];
                by_mean[d] -= scale * share * off * precision[d];
                by_log_var[d] += scale * share * 0.5 * (1.0 - off * off * precision[d]);
            }
        }
    }
}

/// exp of each value over their sum, the largest taken out first so that none overflows.
pub fn softmax(values: &mut [f32]) {
    let largest = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    values.iter_mut().for_each(|value| *value = (*value - largest).exp());
    let sum: f32 = values.iter().sum();
    values.iter_mut().for_each(|value| *value /= sum);
}

fn log_sum_exp(values: &[f32]) -> f32 {
    let largest = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    largest + values.iter().map(|value| (value - largest).exp()).sum::<f32>().ln()
}
