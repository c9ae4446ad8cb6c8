//! The importance-weighted bound's gradient (Burda et al. 2016, eq. 13): that of each sample's log weight, times the
//! sample's share of its image's weights.

use super::part::{Part, Shown};
use crate::objective::posterior::log_ratio;

impl Part {
    /// Scales the gradients by the decoder's output with the samples' shares of their images' weights.
    pub(super) fn weigh_samples(&mut self, shown: &Shown, beta: f32) {
        let (latent, samples) = (shown.latent, shown.samples);
        let head = &self.encoder[self.encoder.len() - 1].output;
        let draws = self.z.chunks_exact(latent).zip(shown.noise.chunks_exact(latent));
        for (row, (share, (z, noise))) in self.shares.iter_mut().zip(draws).enumerate() {
            let log_var = &head[row / samples * 2 * latent + latent..][..latent];
            *share += beta * log_ratio(log_var, z, noise);
        }
        self.shares.chunks_exact_mut(samples).for_each(softmax);
        self.by_log_var = 0.0;
        let Some(pass) = self.decoder.last_mut() else { return };
        let rows = pass.delta.chunks_exact_mut(pass.output.len() / self.shares.len());
        for ((delta, share), by_log_var) in rows.zip(&self.shares).zip(&self.by_log_vars) {
            let scale = share / shown.of as f32;
            delta.iter_mut().for_each(|value| *value *= scale);
            self.by_log_var += scale * by_log_var;
        }
    }

    /// The loss's gradient by mu and log_var, through every sample of z.
    pub(super) fn weighted_head_delta(&mut self, shown: &Shown, beta: f32) {
        let (latent, samples) = (shown.latent, shown.samples);
        let Some(pass) = self.encoder.last_mut() else { return };
        pass.delta.resize(pass.output.len(), 0.0);
        let rows = pass.output.chunks_exact(2 * latent).zip(pass.delta.chunks_exact_mut(2 * latent));
        for (image, (head, delta)) in rows.enumerate() {
            for d in 0..latent {
                let deviation = (0.5 * head[latent + d]).exp();
                let (mut by_mu, mut by_log_var) = (0.0, 0.0);
                for row in image * samples..(image + 1) * samples {
                    let weight = self.shares[row] * beta / shown.of as f32;
                    let at = row * latent + d;
                    let by_z = self.z_delta[at] + weight * self.z[at];
                    by_mu += by_z;
                    by_log_var += 0.5 * (by_z * deviation * shown.noise[at] - weight);
                }
                (delta[d], delta[latent + d]) = (by_mu, by_log_var);
            }
        }
    }
}

/// exp of each value over their sum, the largest taken out first so that none overflows.
fn softmax(values: &mut [f32]) {
    let largest = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    values.iter_mut().for_each(|value| *value = (*value - largest).exp());
    let sum: f32 = values.iter().sum();
    values.iter_mut().for_each(|value| *value /= sum);
}
