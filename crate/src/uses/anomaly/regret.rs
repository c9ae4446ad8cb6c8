//! Likelihood regret (Xiao et al. 2020): how much better a posterior of an image's own is than the encoder's.

use burn::module::Module;
use burn::tensor::{Device, Tensor};
use latent_kernels::optimizer::{Adam, EPSILON, Parameter, Rule};

use crate::data::batch::Batch;
use crate::error::Result;
use crate::model::weights::Weights;
use crate::model::{Posterior, Vae, pixels, repeat};
use crate::objective::kl;
use crate::objective::likelihood::log_likelihood;
use crate::seed::{Stream, generator, normals};

/// Steps of Adam on a posterior's parameters, and its rate.
const STEPS: i32 = 50;
const RATE: f32 = 0.1;
/// Draws of z, in pairs that mirror each other; the same in every step, so that what is gained is no luck.
const DRAWS: usize = 4;

/// A model through which gradients go to z.
pub struct Regret {
    model: Vae,
    device: Device,
    latent: usize,
}

impl Regret {
    pub fn new(weights: Weights, device: &Device) -> Self {
        let device = device.clone().autodiff();
        let latent = weights.config().latent_size;
        Self { model: Vae::from_weights(weights, &device).no_grad(), device, latent }
    }

    /// What each image's ELBO gains over that of its posterior, `[N]`, in nats, 0 or more. The posteriors' means and logarithms of
    /// variances are `[N, Z]`, the batch's images as the model is shown them.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    pub async fn of(&self, batch: &Batch, mu: Vec<f32>, log_var: Vec<f32>) -> Result<Vec<f64>> {
        let images = pixels::to_tensor(&batch.targets, self.model.config().data.size(), &self.device)?;
        let images = repeat(images, DRAWS);
        let condition = self.model.condition(&batch.labels, &self.device).map(|it| repeat(it, DRAWS));
        let noise = self.noise(batch.labels.len());
        let (mut mu, mut log_var) = (Parameter::new(mu), Parameter::new(log_var));
        let (mut first, mut best) = (vec![], vec![f32::NEG_INFINITY; batch.labels.len()]);
        for step in 1..=STEPS {
            let leaf =
                |parameter: &Parameter| pixels::rows(parameter.value.clone(), self.latent, &self.device).require_grad();
            let own = Posterior { mu: leaf(&mu), log_var: Some(leaf(&log_var)) };
            let elbos = self.elbos(own.clone(), images.clone(), condition.clone(), noise.clone());
            let gradients = elbos.clone().sum().neg().backward();
            let elbos = pixels::to_vec(elbos.inner()).await?;
            best.iter_mut().zip(&elbos).for_each(|(best, &elbo)| *best = best.max(elbo));
            if step == 1 {
                first = elbos;
            }
            for (parameter, leaf) in [(&mut mu, Some(own.mu)), (&mut log_var, own.log_var)] {
                if let Some(gradient) = leaf.and_then(|leaf| leaf.grad(&gradients)) {
                    let gradient = pixels::to_vec(gradient).await?;
                    parameter.update(&[&gradient], Rule::Adam(Adam::new(RATE, EPSILON, 0.0, step)), 0.0);
                }
            }
        }
        Ok(best.iter().zip(&first).map(|(&best, &first)| f64::from(best - first)).collect())
    }

    fn elbos(&self, own: Posterior, images: Tensor<2>, condition: Option<Tensor<2>>, noise: Tensor<2>) -> Tensor<1> {
        let count = own.mu.dims()[0];
        let kl = kl(&self.model, &own).sum_dim(1).squeeze_dim(1);
        let decoded = self.model.decoder.forward(own.repeat(DRAWS).sample(noise), condition);
        log_likelihood(decoded, images).reshape([count, DRAWS]).mean_dim(1).squeeze_dim(1) - kl
    }

    /// The same for each image, `[N * DRAWS, Z]`.
    fn noise(&self, count: usize) -> Tensor<2> {
        let half = normals(&mut generator(0, Stream::Posterior), DRAWS / 2 * self.latent);
        let both: Vec<f32> = half.iter().copied().chain(half.iter().map(|draw| -draw)).collect();
        pixels::rows(both.repeat(count), self.latent, &self.device)
    }
}
