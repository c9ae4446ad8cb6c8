//! A second layer of latents in a training step: h below the samples of z, and the loss's gradient by what x and z say of it.

use latent_kernels::layers::{Input, Pass, backward, forward};

use super::part::{Part, Shown};
use crate::model::network::Network;
use crate::objective::lower::joined;

/// What is below a part's samples of z; all empty where there is one layer of latents.
#[derive(Default)]
pub struct LowerPass {
    /// Of the layers that lead to p(h|z).
    pub passes: Vec<Pass>,
    /// `[N * k, H]`
    h: Vec<f32>,
    /// log p(h|z) - log q(h|x, z) of each sample, in nats: `[N * k]`.
    pub log_ratios: Vec<f32>,
    /// The loss's gradient by what the encoder says of h, of each sample: `[N * k, 2 H]`.
    by_said: Vec<f32>,
}

impl LowerPass {
    /// What the decoder sees: h, or z where there is one layer.
    pub fn lowest<'a>(&'a self, z: &'a [f32]) -> &'a [f32] {
        if self.passes.is_empty() { z } else { &self.h }
    }
}

/// What the encoder says of h of a sample's image, `[2 H]`.
fn said<'a>(output: &'a [f32], sample: usize, shown: &Shown) -> &'a [f32] {
    &output[sample / shown.samples * shown.whole..][shown.head..shown.whole]
}

impl Part {
    /// h of every sample of z, with its log ratio.
    pub(super) fn sample_lower(&mut self, network: &Network, shown: &Shown) {
        let Self { encoder, lower: LowerPass { passes, h, log_ratios, .. }, z, told, .. } = self;
        passes.resize_with(network.lower.len(), Pass::default);
        forward(&network.lower, passes, &Input::Dense(z), told, told.len());
        let (head, priors) = (&encoder[encoder.len() - 1].output, &passes[passes.len() - 1].output);
        let size = shown.config.lower_size;
        h.clear();
        log_ratios.clear();
        let draws = priors.chunks_exact(2 * size).zip(shown.lower_noise.chunks_exact(size));
        for (row, (prior, noise)) in draws.enumerate() {
            let mut log_ratio = 0.0;
            for (own, &noise) in joined(said(head, row, shown), prior).zip(noise) {
                let value = own.sample(noise);
                log_ratio += own.log_ratio(value, noise);
                h.push(value);
            }
            log_ratios.push(log_ratio);
        }
    }

    /// From the gradient by h, which `z_delta` holds, to that by z, through p(h|z); the samples' importance weights have their shares.
    pub(super) fn lower_slopes(&mut self, network: &Network, shown: &Shown, beta: f32) {
        let Self { encoder, lower: LowerPass { passes, h, by_said, .. }, z, z_delta, told, shares, .. } = self;
        let (head, size) = (&encoder[encoder.len() - 1].output, shown.config.lower_size);
        let Some(Pass { output, delta, .. }) = passes.last_mut() else { return };
        delta.resize(output.len(), 0.0);
        by_said.resize(output.len(), 0.0);
        let rows =
            output.chunks_exact(2 * size).zip(delta.chunks_exact_mut(2 * size)).zip(by_said.chunks_exact_mut(2 * size));
        for (row, ((prior, by_prior), by_said)) in rows.enumerate() {
            let weight = shares[row] * beta / shown.of as f32;
            for (d, own) in joined(said(head, row, shown), prior).enumerate() {
                let at = row * size + d;
                let slopes = own.slopes(h[at], shown.lower_noise[at], z_delta[at], weight);
                [by_said[d], by_said[size + d]] = slopes.by_said;
                [by_prior[d], by_prior[size + d]] = slopes.by_prior;
            }
        }
        backward(&network.lower, passes, &Input::Dense(z), told, Some(z_delta));
    }

    /// The gradient by what the encoder says of h, summed over an image's samples, beside that by what it says of z.
    pub(super) fn add_said(&mut self, shown: &Shown) {
        let columns = shown.whole - shown.head;
        if columns == 0 {
            return;
        }
        let Some(pass) = self.encoder.last_mut() else { return };
        let samples = self.lower.by_said.chunks_exact(shown.samples * columns);
        for (delta, samples) in pass.delta.chunks_exact_mut(shown.whole).zip(samples) {
            let delta = &mut delta[shown.head..];
            delta.fill(0.0);
            for by_said in samples.chunks_exact(columns) {
                delta.iter_mut().zip(by_said).for_each(|(delta, by_said)| *delta += by_said);
            }
        }
    }
}
