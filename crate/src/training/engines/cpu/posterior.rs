//! z from the encoder's head, and the loss's gradient by the head, through z and through the KL (Kingma and Welling 2014,
//! appendix B; with a full covariance, Kingma and Welling 2019, section 2.5.1).

use latent_kernels::triangle;

use super::part::{Part, Shown};
use crate::objective::posterior::{self, Head};

impl Part {
    /// z = mu + L noise of every sample, `[N * k, Z]`, and the KL of each dimension, summed over the images; an autoencoder's z is mu.
    pub(super) fn sample(&mut self, shown: &Shown) {
        let Self { encoder, z, kl, .. } = self;
        let head = &encoder[encoder.len() - 1].output;
        kl.clear();
        kl.resize(shown.latent, 0.0);
        if shown.deterministic {
            z.clone_from(head);
            return;
        }
        z.clear();
        let draws = shown.noise.chunks_exact(shown.samples * shown.latent);
        for (head, noise) in shown.heads(head).zip(draws) {
            let head = Head::of(head, shown.latent);
            z.extend(head.points(noise));
            for ((kl, mu), log_var) in kl.iter_mut().zip(head.mu).zip(head.log_var) {
                *kl += f64::from(posterior::kl(*mu, *log_var));
            }
            // Rows of L are no dimensions' own: these are weighed as one.
            kl[0] += 0.5 * head.below.iter().map(|value| f64::from(value * value)).sum::<f64>();
        }
    }

    /// With one sample of z and N(0, I) as prior: the KL has a weight in each dimension, which with a full covariance all share.
    pub(super) fn head_delta(&mut self, shown: &Shown, weights: &[f32]) {
        let latent = shown.latent;
        let Some(pass) = self.encoder.last_mut() else { return };
        if shown.deterministic {
            pass.delta.clone_from(&self.z_delta);
            return;
        }
        pass.delta.resize(pass.output.len(), 0.0);
        let rows = shown.heads(&pass.output).zip(pass.delta.chunks_exact_mut(shown.whole));
        let draws = self.z_delta.chunks_exact(latent).zip(shown.noise.chunks_exact(latent));
        for ((head, delta), (by_z, noise)) in rows.zip(draws) {
            for d in 0..latent {
                let (mu, log_var, weight) = (head[d], head[latent + d], weights[d]);
                let deviation = (0.5 * log_var).exp();
                delta[d] = by_z[d] + weight * mu;
                delta[latent + d] = 0.5 * (by_z[d] * noise[d] * deviation + weight * (deviation * deviation - 1.0));
            }
            let (below, delta) = (&head[2 * latent..], &mut delta[2 * latent..]);
            delta.iter_mut().zip(below).for_each(|(delta, value)| *delta = weights[0] * value);
            triangle::add_gradient(by_z, noise, delta);
        }
    }
}
