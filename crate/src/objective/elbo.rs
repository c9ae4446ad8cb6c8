//! What training minimises: the negative evidence lower bound, log p(x) >= ELBO = E_q[log p(x|z)] - KL(q(z|x) || p(z)),
//! or the tighter importance-weighted bound.

use burn::tensor::{Device, Tensor};

use super::kl::{closed_kl, log_prior_over_posterior};
use super::likelihood::log_likelihood;
use crate::data::batch::Batch;
use crate::error::Result;
use crate::model::{Told, pixels};
use crate::model::{Vae, log_sum_exp, repeat};

/// A batch on the device.
#[derive(Debug, Clone)]
pub struct Images {
    /// What goes in, `[N, 784]` in `[0, 1]`; rows of items have length 1.
    pub inputs: Tensor<2>,
    /// What should come out, `[N, 784]` in `[0, 1]`, or counts, or what stands for texts.
    pub targets: Tensor<2>,
    /// One-hot classes `[N, 10]`, if the model is conditional.
    pub condition: Option<Tensor<2>>,
    /// Draws from N(0, 1), `[N * k, Z]`, the k samples of an image beside each other.
    pub noise: Tensor<2>,
    /// The same of h, `[N * k, H]`, where there is a second layer of latents.
    pub lower_noise: Option<Tensor<2>>,
}

/// A batch on a device.
///
/// # Errors
/// [`crate::error::Error::Argument`] for a batch whose parts do not fit each other.
pub fn to_device(model: &Vae, batch: &Batch, device: &Device) -> Result<Images> {
    let config = model.config();
    batch.check(config)?;
    let size = config.data.size();
    let condition = model.condition(&batch.labels, device);
    let noise = pixels::rows(batch.noise.clone(), config.latent_size, device);
    let of_lower = || pixels::rows(batch.lower_noise.clone(), config.lower_size, device);
    let lower_noise = (config.lower_size > 0).then(of_lower);
    if let Some(characters) = &model.decoder.characters {
        let texts =
            Told { inputs: batch.inputs(), targets: &batch.targets, hidden: &batch.hidden, units: &batch.units };
        let [inputs, targets] = characters.batch(texts, &config.data, device);
        return Ok(Images { inputs, targets, condition, noise, lower_noise });
    }
    let targets = pixels::to_tensor(&batch.targets, size, device)?;
    let inputs = match &batch.corrupted {
        Some(corrupted) => pixels::to_tensor(corrupted, size, device)?,
        None => targets.clone(),
    };
    let (inputs, targets) = match config.data.is_image() {
        true => (inputs, targets),
        false => (pixels::unit_rows(inputs), targets * 255.0),
    };
    Ok(Images { inputs, targets, condition, noise, lower_noise })
}

/// What the bounds are made of.
#[derive(Debug, Clone)]
pub struct Elbo {
    /// log p(x|z) of each sample of z, in nats: `[N, k]`.
    pub log_likelihood: Tensor<2>,
    /// log p(z) - log q(z|x) of each sample, in nats: `[N, k]`, and with a second layer of latents log p(h|z) - log q(h|x, z) as well.
    /// Zero for an autoencoder.
    pub log_ratio: Tensor<2>,
    /// KL(q(z|x) || p(z)), in nats: of each dimension `[N, Z]`, or of all `[N, 1]` with a full covariance; with a mixture as prior or a
    /// second layer, whose KL is in it, estimated from the samples. Zero for an autoencoder.
    pub kl: Tensor<2>,
}

/// The terms of a batch; k is as many as the rows of noise are times N.
pub fn elbo(model: &Vae, images: Images) -> Elbo {
    let Images { inputs, targets, condition, noise, lower_noise } = images;
    let [n, k] = [inputs.dims()[0], noise.dims()[0] / inputs.dims()[0]];
    let posterior = model.encoder.forward(inputs, condition.clone());
    let closed = closed_kl(&posterior);
    let (posterior, targets) = (posterior.repeat(k), repeat(targets, k));
    let z = posterior.sample(noise.clone());
    let condition = condition.map(|condition| repeat(condition, k));
    let mut log_ratio = log_prior_over_posterior(model.mixture.as_ref(), &posterior, z.clone(), noise);
    let mut lowest = z.clone();
    if let (Some(lower), Some(of_x), Some(noise)) = (&model.lower, &posterior.lower, lower_noise) {
        let prior = lower.forward(z, condition.clone());
        let own = of_x.joined(&prior);
        lowest = own.sample(noise);
        log_ratio = log_ratio + prior.log_density(lowest.clone()) - own.log_density(lowest.clone());
    }
    let decoded = model.decoder.forward(lowest, condition);
    let log_ratio = log_ratio.reshape([n, k]);
    let kl = if model.config().estimates_kl() { log_ratio.clone().mean_dim(1).neg() } else { closed };
    Elbo { log_likelihood: log_likelihood(decoded, targets).reshape([n, k]), log_ratio, kl }
}

/// log of the mean weight over k samples, from log weights `[N, k]`: `[N]`.
pub fn log_mean_exp(log_weights: Tensor<2>) -> Tensor<1> {
    let k = log_weights.dims()[1];
    log_sum_exp(log_weights) - (k as f64).ln()
}

impl Elbo {
    /// What training minimises, `[1]`: the batch's mean of reconstruction + beta * KL with free bits, or, with more
    /// than one sample, of the negative importance-weighted bound (Burda et al. 2016, eq. 8).
    pub fn loss(&self, beta: f64, free_bits: f64) -> Tensor<1> {
        if self.log_likelihood.dims()[1] > 1 {
            return log_mean_exp(self.log_weights(beta)).mean().neg();
        }
        let kl = self.kl.clone().mean_dim(0);
        let kl = if free_bits > 0.0 { kl.clamp_min(free_bits) } else { kl };
        kl.sum().mul_scalar(beta) - self.log_likelihood.clone().mean()
    }

    /// The samples' importance weights, `[N, k]`: log p(x|z) + beta * (log p(z) - log q(z|x)).
    pub fn log_weights(&self, beta: f64) -> Tensor<2> {
        self.log_likelihood.clone() + self.log_ratio.clone().mul_scalar(beta)
    }

    /// -log p(x|z), averaged over the samples, and KL, both summed over the batch, `[2]`; stays on the device.
    pub fn sums(&self) -> Tensor<1> {
        let reconstruction = self.log_likelihood.clone().mean_dim(1).sum().neg();
        Tensor::cat(vec![reconstruction, self.kl.clone().sum()], 0)
    }
}
