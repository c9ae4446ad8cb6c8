//! The training step of every kind of model on the CPU, written out: forward, backward and the optimiser in a few passes
//! over plain slices. It does what [`crate::objective`] and Burn's optimisers do, which are its oracle in the tests, without a
//! graph and without temporaries. A batch is split over the threads by its images.

mod importance;
mod lower;
mod part;
mod posterior;
mod prior;
mod texts;

use std::ops::Range;

use latent_kernels::layers::Pass;
use latent_kernels::likelihood::characters::Change;
use latent_kernels::optimizer::{Adam, EPSILON, RmsProp, Rule, Sgd, norm};
use latent_kernels::parallel;

use super::{Answer, Engine, OptimizerState, now};
use crate::data::batch::Batch;
use crate::error::Result;
use crate::model::network::Network;
use crate::model::weights::Weights;
use crate::settings::memory::most_parts;
use crate::settings::{Estimator, ModelConfig, Optimizer, TrainConfig};
use crate::training::schedule::Rates;
use part::{Cost, Part, Shown};

/// Images that are worth a thread of their own.
const MIN_PART: usize = 16;

/// A model in training on the CPU.
pub struct CpuVae {
    config: ModelConfig,
    network: Network,
    optimizer: Optimizer,
    /// Adam's.
    epsilon: f32,
    free_bits: f64,
    estimator: Estimator,
    /// Of each tensor's gradient, 0 for none.
    clip_norm: f32,
    parts: Vec<Part>,
    steps: i32,
    /// Sums of both terms over the images since the last reading.
    sums: [f64; 2],
}

impl CpuVae {
    pub fn new(weights: Weights, train: &TrainConfig) -> Self {
        Self {
            config: weights.config().clone(),
            network: Network::new(weights),
            optimizer: train.optimizer,
            epsilon: train.adam_epsilon as f32,
            free_bits: train.free_bits,
            estimator: train.estimator,
            clip_norm: train.clip_norm as f32,
            parts: vec![],
            steps: 0,
            sums: [0.0; 2],
        }
    }

    fn learn(&mut self, batch: &Batch, Rates { beta, learning_rate }: Rates) {
        let terms = self.forward(batch);
        self.sums = [self.sums[0] + terms[0], self.sums[1] + terms[1]];
        self.backward(batch, beta as f32);
        self.steps += 1;
        self.update(learning_rate as f32);
    }

    /// Both terms of a batch; the parts hold what the way back needs.
    fn forward(&mut self, batch: &Batch) -> [f64; 2] {
        let of = batch.labels.len();
        let count = parallel::threads().min(of / MIN_PART).clamp(1, most_parts(&self.config));
        self.parts.resize_with(count, Part::default);
        let (network, config) = (&self.network, &self.config);
        parallel::each(&mut pieces(&mut self.parts, of), &|(part, images)| {
            part.forward(network, &Shown::new(config, batch, images.clone()));
        });
        let kl = self.parts.iter().flat_map(|part| &part.kl).sum();
        [self.parts.iter().map(|part| part.reconstruction).sum(), kl]
    }

    /// The parts' gradients of all weights, after [`CpuVae::forward`].
    fn backward(&mut self, batch: &Batch, beta: f32) {
        let of = batch.labels.len();
        let cost = Cost { beta, kl_weights: self.kl_weights(beta, of), estimator: self.estimator };
        let (network, config) = (&self.network, &self.config);
        parallel::each(&mut pieces(&mut self.parts, of), &|(part, images)| {
            part.backward(network, &Shown::new(config, batch, images.clone()), &cost);
        });
    }

    /// What each dimension's KL weighs in the loss of an image: nothing where free bits cover its mean over the batch.
    fn kl_weights(&self, beta: f32, of: usize) -> Vec<f32> {
        let mean = |d: usize| self.parts.iter().map(|part| part.kl[d]).sum::<f64>() / of as f64;
        let is_free = |d| self.free_bits > 0.0 && mean(d) < self.free_bits;
        (0..self.config.latent_size).map(|d| if is_free(d) { 0.0 } else { beta / of as f32 }).collect()
    }

    /// Of the loss's gradient by all weights, before any clipping; nothing is learnt.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for a batch whose parts do not fit each other.
    pub fn gradient_norm(&mut self, batch: &Batch, beta: f64) -> Result<f64> {
        batch.check(&self.config)?;
        parallel::on_pool(|| {
            self.forward(batch);
            self.backward(batch, beta as f32);
        });
        let layers = self.parts[0].passes().count();
        let square = |(layer, place): (usize, usize)| {
            let gradients = self.parts.iter().filter_map(|part| part.passes().nth(layer));
            let gradients: Vec<&[f32]> = gradients.map(|pass| pass.change.gradients[place].as_slice()).collect();
            f64::from(norm(&gradients)).powi(2)
        };
        let of_layers: f64 = (0..layers).flat_map(|layer| [(layer, 0), (layer, 1)]).map(square).sum();
        let shared: f32 = self.parts.iter().map(|part| part.by_log_var).sum();
        let of_prior = |place: usize| {
            let gradients: Vec<&[f32]> = self.parts.iter().map(|part| &*part.prior.gradients[place]).collect();
            f64::from(norm(&gradients)).powi(2)
        };
        let of_prior: f64 = (0..3).map(of_prior).sum();
        let of_characters = |place: usize| {
            let gradients = self.parts.iter().map(|part| &*part.texts.change.gradients[place]);
            f64::from(norm(&gradients.collect::<Vec<&[f32]>>())).powi(2)
        };
        let of_characters: f64 = (0..5).map(of_characters).sum();
        Ok((of_layers + f64::from(shared).powi(2) + of_characters + of_prior).sqrt())
    }

    fn update(&mut self, learning_rate: f32) {
        let rule = self.rule(learning_rate);
        let Self { network, parts, clip_norm, .. } = self;
        for (index, layer) in network.encoder.iter_mut().enumerate() {
            let passes: Vec<&Pass> = parts.iter().map(|part| &part.encoder[index]).collect();
            layer.update(&passes, rule, *clip_norm);
        }
        for (index, layer) in network.lower.iter_mut().enumerate() {
            let passes: Vec<&Pass> = parts.iter().map(|part| &part.lower.passes[index]).collect();
            layer.update(&passes, rule, *clip_norm);
        }
        for (index, layer) in network.decoder.iter_mut().enumerate() {
            let passes: Vec<&Pass> = parts.iter().map(|part| &part.decoder[index]).collect();
            layer.update(&passes, rule, *clip_norm);
        }
        if let Some(shared) = &mut network.shared {
            let gradient: f32 = parts.iter().map(|part| part.by_log_var).sum();
            shared.update(&[&[gradient]], rule, *clip_norm);
        }
        if let Some(characters) = &mut network.characters {
            let changes: Vec<&Change> = parts.iter().map(|part| &part.texts.change).collect();
            characters.update(&changes, rule, *clip_norm);
        }
        for (index, parameter) in network.prior.iter_mut().flatten().enumerate() {
            let gradients: Vec<&[f32]> = parts.iter().map(|part| &*part.prior.gradients[index]).collect();
            parameter.update(&gradients, rule, *clip_norm);
        }
    }

    /// The optimiser's next step.
    fn rule(&self, learning_rate: f32) -> Rule {
        let adam = |decay| Rule::Adam(Adam::new(learning_rate, self.epsilon, decay, self.steps));
        match self.optimizer {
            Optimizer::Adam => adam(0.0),
            Optimizer::AdamW { weight_decay } => adam(weight_decay as f32),
            Optimizer::Sgd { momentum } => Rule::Sgd(Sgd { rate: learning_rate, momentum: momentum as f32 }),
            Optimizer::RmsProp => Rule::RmsProp(RmsProp { rate: learning_rate, epsilon: EPSILON }),
        }
    }
}

/// Each part with its images, as many as the others' or one more.
fn pieces(parts: &mut [Part], of: usize) -> Vec<(&mut Part, Range<usize>)> {
    let count = parts.len();
    parts.iter_mut().enumerate().map(|(index, part)| (part, index * of / count..(index + 1) * of / count)).collect()
}

impl Engine for CpuVae {
    fn step(&mut self, batch: &Batch, rates: Rates) -> Result<()> {
        batch.check(&self.config)?;
        parallel::on_pool(|| self.learn(batch, rates));
        Ok(())
    }

    fn take_sums(&mut self) -> Answer<'_, [f64; 2]> {
        now(Ok(std::mem::take(&mut self.sums)))
    }

    fn evaluate<'a>(&'a mut self, batch: &'a Batch) -> Answer<'a, [f64; 2]> {
        let terms = batch.check(&self.config).map(|_| parallel::on_pool(|| self.forward(batch)));
        now(terms)
    }

    fn weights(&mut self) -> Answer<'_, Weights> {
        now(Weights::new(self.config.clone(), self.network.tensors()))
    }

    fn optimizer(&mut self) -> Answer<'_, OptimizerState> {
        let count = self.optimizer.moments();
        now(Ok(OptimizerState::Moments(self.network.moments(count))))
    }

    fn restore(&mut self, optimizer: OptimizerState, steps: i32) -> Result<()> {
        if let Some(moments) = optimizer.into_moments(&self.config, self.optimizer)? {
            self.network.restore(&moments);
            self.steps = steps;
        }
        Ok(())
    }
}
