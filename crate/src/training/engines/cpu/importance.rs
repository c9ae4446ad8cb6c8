//! The importance-weighted bound's gradient (Burda et al. 2016, eq. 13): that of each sample's log weight, times the
//! sample's share of its image's weights. Doubly reparameterised (Tucker et al. 2019, eq. 8), the encoder's goes through z alone, and
//! is weighted twice.

use latent_kernels::mixture::softmax;
use latent_kernels::triangle;

use super::part::{Part, Shown};
use crate::model::network::Network;
use crate::objective::posterior::{Head, log_ratio};
use crate::objective::texts::TextLikelihood;

/// One dimension of a sample of z.
struct Sample {
    /// Of its image's weights.
    share: f32,
    /// The loss's gradient by z through log p(x|z).
    by_likelihood: f32,
    /// The gradient of -log p(z) by z.
    by_prior: f32,
    noise: f32,
    deviation: f32,
    /// The gradient of -log q(z|x) by z, of L's inverse and the noise.
    by_posterior: f32,
}

impl Part {
    /// Scales the gradients by the decoder's output with the samples' shares of their images' weights.
    pub(super) fn weigh_samples(&mut self, network: &Network, shown: &Shown, beta: f32) {
        for row in 0..self.shares.len() {
            self.shares[row] += beta * self.log_ratio(row, shown);
        }
        self.shares.chunks_exact_mut(shown.samples).for_each(softmax);
        if let Some(texts) = TextLikelihood::of_model(network) {
            return self.weigh_texts(texts, network, shown);
        }
        self.by_log_var = 0.0;
        let Some(pass) = self.decoder.last_mut() else { return };
        let rows = pass.delta.chunks_exact_mut(pass.output.len() / self.shares.len());
        for ((delta, share), by_log_var) in rows.zip(&self.shares).zip(&self.by_log_vars) {
            let scale = share / shown.of as f32;
            delta.iter_mut().for_each(|value| *value *= scale);
            self.by_log_var += scale * by_log_var;
        }
    }

    /// log p(z) - log q(z|x) of a sample, in nats, with that of h where there is a second layer of latents.
    pub(super) fn log_ratio(&self, row: usize, shown: &Shown) -> f32 {
        let of_h = self.lower.log_ratios.get(row).copied().unwrap_or_default();
        if let Some(ratio) = self.prior.log_ratios.get(row) {
            return ratio + of_h;
        }
        let (latent, head) = (shown.latent, &self.encoder[self.encoder.len() - 1].output);
        let [z, noise] = [&*self.z, shown.noise].map(|all| &all[row * latent..][..latent]);
        log_ratio(None, Head::of(shown.head_of(head, row), latent).log_var, z, noise) + of_h
    }

    /// The loss's gradient by mu and log_var, through every sample of z and through log q(z|x).
    pub(super) fn weighted_head_delta(&mut self, shown: &Shown, beta: f32) {
        self.head_delta_of_samples(shown, |Sample { share, by_likelihood, by_prior, noise, deviation, .. }| {
            let weight = share * beta / shown.of as f32;
            let by_z = by_likelihood + weight * by_prior;
            (by_z, by_z * deviation * noise - weight)
        });
    }

    /// The same in expectation: by z alone, of which log q(z|x) is a function as it stands. A share counts again in as much as
    /// log q(z|x) does in the log weights, which is beta times.
    pub(super) fn doubly_weighted_head_delta(&mut self, shown: &Shown, beta: f32) {
        self.head_delta_of_samples(
            shown,
            |Sample { share, by_likelihood, by_prior, noise, deviation, by_posterior }| {
                let again = 1.0 - beta + beta * share;
                let by_z = again * (by_likelihood + share * beta / shown.of as f32 * (by_prior - by_posterior));
                (by_z, by_z * deviation * noise)
            },
        );
    }

    /// The sums over an image's samples of what `of_sample` gives in a dimension: the gradient by mu, and twice that by log_var.
    fn head_delta_of_samples(&mut self, shown: &Shown, of_sample: impl Fn(Sample) -> (f32, f32)) {
        let (latent, samples) = (shown.latent, shown.samples);
        // That of N(0, I) is z itself.
        let slope = if self.prior.slope.is_empty() { &self.z } else { &self.prior.slope };
        let Some(pass) = self.encoder.last_mut() else { return };
        pass.delta.resize(pass.output.len(), 0.0);
        pass.delta.fill(0.0);
        let rows = shown.heads(&pass.output).zip(pass.delta.chunks_exact_mut(shown.whole));
        let mut by_z = vec![0.0; latent];
        for (image, (head, delta)) in rows.enumerate() {
            let head = Head::of(head, latent);
            let diagonal = head.diagonal();
            for row in image * samples..(image + 1) * samples {
                let noise = &shown.noise[row * latent..][..latent];
                let mut by_posterior = noise.to_vec();
                triangle::solve_transposed(&diagonal, head.below, &mut by_posterior);
                for d in 0..latent {
                    let (by_likelihood, by_prior) = (self.z_delta[row * latent + d], slope[row * latent + d]);
                    let (share, deviation) = (self.shares[row], diagonal[d]);
                    let (noise, by_posterior) = (noise[d], by_posterior[d]);
                    let twice;
                    (by_z[d], twice) =
                        of_sample(Sample { share, by_likelihood, by_prior, noise, deviation, by_posterior });
                    delta[d] += by_z[d];
                    delta[latent + d] += 0.5 * twice;
                }
                triangle::add_gradient(&by_z, noise, &mut delta[2 * latent..shown.head]);
            }
        }
    }
}
