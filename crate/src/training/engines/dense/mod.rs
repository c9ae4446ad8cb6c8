//! The training step of a dense VAE on the CPU, written out: forward, backward and Adam in a few passes
//! over plain slices. It does what [`crate::objective`] and Burn's Adam do, which are its oracle in the
//! tests, in about half the time: no graph, no temporaries, sparse images, fused element-wise passes.

mod importance;

use latent_kernels::adam::{EPSILON, Parameter};
use latent_kernels::layer::{self, Input, Layer};
use latent_kernels::sparse::Sparse;
use latent_kernels::{elementwise, parallel};

use super::{Answer, Engine, OptimizerState, now};
use crate::data::batch::Batch;
use crate::error::Result;
use crate::model::weights::Weights;
use crate::settings::ModelConfig;
use crate::settings::layers::layer_specs;
use crate::training::schedule::Rates;

/// A dense VAE in training on the CPU.
pub struct DenseVae {
    config: ModelConfig,
    encoder: Vec<Layer>,
    decoder: Vec<Layer>,
    /// z of the last batch, `[N, Z]`.
    z: Vec<f32>,
    /// The loss's gradient by z, `[N, Z]`.
    z_delta: Vec<f32>,
    /// Each sample's share of its image's importance weights, where there are several: `[N * k]`.
    shares: Vec<f32>,
    steps: i32,
    /// Adam's.
    epsilon: f32,
    /// Sums of both terms over the images since the last reading.
    sums: [f64; 2],
}

impl DenseVae {
    pub fn new(weights: Weights) -> Self {
        let (config, tensors) = weights.into_parts();
        let mut tensors = tensors.into_iter();
        let mut next = || tensors.next().unwrap_or_default();
        let layers = layer_specs(&config).into_iter().map(|spec| Layer::new(spec.inputs, spec.outputs, next(), next()));
        let mut encoder: Vec<Layer> = layers.collect();
        let decoder = encoder.split_off(config.hidden_sizes.len() + 1);
        let (steps, epsilon, sums) = (0, EPSILON, [0.0; 2]);
        Self { config, encoder, decoder, z: vec![], z_delta: vec![], shares: vec![], steps, epsilon, sums }
    }

    /// With another epsilon than the paper's.
    pub fn with_epsilon(self, epsilon: f32) -> Self {
        Self { epsilon, ..self }
    }

    /// Weight and bias of each layer in turn.
    fn parameters(&mut self) -> impl Iterator<Item = &mut Parameter> {
        self.encoder.iter_mut().chain(&mut self.decoder).flat_map(Layer::parameters)
    }

    fn learn(&mut self, batch: &Batch, size: usize, beta: f32, learning_rate: f32) {
        let sparse = Sparse::new(batch.inputs(), self.config.data.size());
        let rows = self.forward(&sparse, &batch.noise, size);
        if rows == size {
            self.sums[0] += self.logits_delta(&batch.targets, size);
        } else {
            self.sums[0] += self.weigh_samples(&batch.targets, &batch.noise, beta, size);
        }
        layer::backward(&mut self.decoder, &Input::Dense(&self.z), rows, Some(&mut self.z_delta));
        self.sums[1] += if rows == size {
            self.head_delta(&batch.noise, beta, size)
        } else {
            self.weighted_head_delta(&batch.noise, beta, size)
        };
        layer::backward(&mut self.encoder, &Input::Sparse(&sparse), size, None);
        self.steps += 1;
        for layer in self.encoder.iter_mut().chain(&mut self.decoder) {
            layer.update(learning_rate, self.epsilon, self.steps);
        }
    }

    /// Of a batch with one sample of z for each image.
    fn terms(&mut self, batch: &Batch) -> Result<[f64; 2]> {
        let size = batch.check(&self.config)?;
        self.forward(&Sparse::new(batch.inputs(), self.config.data.size()), &batch.noise, size);
        self.z_delta.resize(batch.noise.len(), 0.0);
        Ok([self.logits_delta(&batch.targets, size), self.head_delta(&batch.noise, 0.0, size)])
    }

    /// Returns how many rows went through the decoder: one for each sample of each image.
    fn forward(&mut self, images: &Sparse, noise: &[f32], size: usize) -> usize {
        layer::forward(&mut self.encoder, &Input::Sparse(images), size);
        let latent = self.config.latent_size;
        let head = &self.encoder[self.encoder.len() - 1].output;
        self.z.clear();
        for (head, noise) in head.chunks_exact(2 * latent).zip(noise.chunks_exact(noise.len() / size)) {
            let (mu, log_var) = head.split_at(latent);
            for noise in noise.chunks_exact(latent) {
                self.z.extend((0..latent).map(|d| mu[d] + (0.5 * log_var[d]).exp() * noise[d]));
            }
        }
        let rows = self.z.len() / latent;
        layer::forward(&mut self.decoder, &Input::Dense(&self.z), rows);
        rows
    }

    /// Sets the loss's gradient by the logits; returns the batch's reconstruction term.
    fn logits_delta(&mut self, images: &[u8], batch: usize) -> f64 {
        let last = self.decoder.len() - 1;
        let Layer { output, delta, .. } = &mut self.decoder[last];
        -elementwise::bernoulli(output, images, 1.0 / batch as f32, delta)
    }

    /// Sets the loss's gradient by mu and log_var, through z and through the KL; returns the batch's KL.
    fn head_delta(&mut self, noise: &[f32], beta: f32, batch: usize) -> f64 {
        let latent = self.config.latent_size;
        let last = self.encoder.len() - 1;
        let Layer { output, delta, .. } = &mut self.encoder[last];
        let weight = beta / batch as f32;
        let mut kl = 0.0;
        for (row, (head, delta)) in output.chunks_exact(2 * latent).zip(delta.chunks_exact_mut(2 * latent)).enumerate()
        {
            for d in 0..latent {
                let (mu, log_var) = (head[d], head[latent + d]);
                let (by_z, noise) = (self.z_delta[row * latent + d], noise[row * latent + d]);
                let variance = log_var.exp();
                kl += f64::from(-0.5 * (1.0 + log_var - mu * mu - variance));
                delta[d] = by_z + weight * mu;
                delta[latent + d] = 0.5 * (by_z * noise * variance.sqrt() + weight * (variance - 1.0));
            }
        }
        kl
    }
}

impl Engine for DenseVae {
    /// By Adam.
    fn step(&mut self, batch: &Batch, rates: Rates) -> Result<()> {
        let size = batch.check(&self.config)?;
        parallel::on_pool(|| self.learn(batch, size, rates.beta as f32, rates.learning_rate as f32));
        Ok(())
    }

    fn take_sums(&mut self) -> Answer<'_, [f64; 2]> {
        now(Ok(std::mem::take(&mut self.sums)))
    }

    fn evaluate<'a>(&'a mut self, batch: &'a Batch) -> Answer<'a, [f64; 2]> {
        now(self.terms(batch))
    }

    fn weights(&mut self) -> Answer<'_, Weights> {
        let layers = self.encoder.iter().chain(&self.decoder);
        now(Weights::new(self.config.clone(), layers.flat_map(Layer::tensors).collect()))
    }

    fn optimizer(&mut self) -> Answer<'_, OptimizerState> {
        let (first, second) = self.parameters().map(|parameter| parameter.moments().into()).unzip();
        now(Ok(OptimizerState::Adam([first, second])))
    }

    fn restore(&mut self, optimizer: OptimizerState, steps: i32) -> Result<()> {
        let [first, second] = optimizer.into_adam(&self.config)?;
        for (parameter, moments) in self.parameters().zip(first.into_iter().zip(second)) {
            parameter.restore(moments.into());
        }
        self.steps = steps;
        Ok(())
    }
}
