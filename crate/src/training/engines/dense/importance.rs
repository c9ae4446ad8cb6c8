//! The importance-weighted bound's gradient (Burda et al. 2016, eq. 13): that of each sample's log weight, times the
//! sample's share of its image's weights.

use latent_kernels::elementwise;
use latent_kernels::layer::Layer;
use latent_kernels::parallel::join;

use super::DenseVae;

/// Samples at most on one thread.
const GRAIN: usize = 64;

impl DenseVae {
    /// Sets the loss's gradient by the logits and the samples' shares; returns the batch's reconstruction term,
    /// averaged over the samples.
    pub(super) fn weigh_samples(&mut self, images: &[u8], noise: &[f32], beta: f32, size: usize) -> f64 {
        let latent = self.config.latent_size;
        let samples = noise.len() / latent / size;
        let head = &self.encoder[self.encoder.len() - 1].output;
        let last = self.decoder.len() - 1;
        let Layer { output, delta, .. } = &mut self.decoder[last];
        self.shares.resize(size * samples, 0.0);
        log_likelihoods(output, images, samples, 0, delta, &mut self.shares);
        let total: f64 = self.shares.iter().copied().map(f64::from).sum();

        for (image, shares) in self.shares.chunks_exact_mut(samples).enumerate() {
            let log_var = &head[image * 2 * latent + latent..][..latent];
            for (k, share) in shares.iter_mut().enumerate() {
                let at = (image * samples + k) * latent;
                *share += beta * log_ratio(log_var, &self.z[at..][..latent], &noise[at..][..latent]);
            }
            softmax(shares);
        }
        let scales: Vec<f32> = self.shares.iter().map(|share| share / size as f32).collect();
        elementwise::scale_rows(delta, &scales);
        -total / samples as f64
    }

    /// Sets the loss's gradient by mu and log_var, through every sample of z; returns the batch's KL.
    pub(super) fn weighted_head_delta(&mut self, noise: &[f32], beta: f32, size: usize) -> f64 {
        let latent = self.config.latent_size;
        let samples = self.shares.len() / size;
        let last = self.encoder.len() - 1;
        let Layer { output, delta, .. } = &mut self.encoder[last];
        let mut kl = 0.0;
        for (image, (head, delta)) in
            output.chunks_exact(2 * latent).zip(delta.chunks_exact_mut(2 * latent)).enumerate()
        {
            for d in 0..latent {
                let (mu, log_var) = (head[d], head[latent + d]);
                let deviation = (0.5 * log_var).exp();
                kl += f64::from(-0.5 * (1.0 + log_var - mu * mu - deviation * deviation));
                let (mut by_mu, mut by_log_var) = (0.0, 0.0);
                for row in image * samples..(image + 1) * samples {
                    let weight = self.shares[row] * beta / size as f32;
                    let at = row * latent + d;
                    let by_z = self.z_delta[at] + weight * self.z[at];
                    by_mu += by_z;
                    by_log_var += 0.5 * (by_z * deviation * noise[at] - weight);
                }
                (delta[d], delta[latent + d]) = (by_mu, by_log_var);
            }
        }
        kl
    }
}

/// log p(x|z) of each sample, and its negative gradient by the logits. `logits`, `delta` and `likelihoods` begin with
/// the sample `first` of all.
fn log_likelihoods(
    logits: &[f32],
    images: &[u8],
    samples: usize,
    first: usize,
    delta: &mut [f32],
    likelihoods: &mut [f32],
) {
    let count = likelihoods.len();
    let pixels = logits.len() / count;
    if count > GRAIN {
        let half = count / 2;
        let (logits, (before, after)) = (logits.split_at(half * pixels), delta.split_at_mut(half * pixels));
        let (likelihoods, rest) = likelihoods.split_at_mut(half);
        join(
            || log_likelihoods(logits.0, images, samples, first, before, likelihoods),
            || log_likelihoods(logits.1, images, samples, first + half, after, rest),
        );
        return;
    }
    let rows = logits.chunks_exact(pixels).zip(delta.chunks_exact_mut(pixels));
    for (index, ((logits, delta), likelihood)) in rows.zip(likelihoods).enumerate() {
        let image = &images[(first + index) / samples * pixels..][..pixels];
        *likelihood = elementwise::bernoulli(logits, image, 1.0, delta) as f32;
    }
}

/// log p(z) - log q(z|x) of a sample.
fn log_ratio(log_var: &[f32], z: &[f32], noise: &[f32]) -> f32 {
    let terms = log_var.iter().zip(z).zip(noise);
    terms.map(|((log_var, z), noise)| 0.5 * (noise * noise + log_var - z * z)).sum()
}

/// exp of each value over their sum, the largest taken out first so that none overflows.
fn softmax(values: &mut [f32]) {
    let largest = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    values.iter_mut().for_each(|value| *value = (*value - largest).exp());
    let sum: f32 = values.iter().sum();
    values.iter_mut().for_each(|value| *value /= sum);
}
