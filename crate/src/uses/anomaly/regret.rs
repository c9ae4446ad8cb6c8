//! Likelihood regret (Xiao et al. 2020): how much better a posterior of an image's own is than the encoder's.

use latent_kernels::optimizer::{Adam, EPSILON, Parameter, Rule};

use crate::data::batch::Batch;
use crate::latent::codes::Codes;
use crate::model::network::Network;
use crate::objective::image::ImageLikelihood;
use crate::objective::posterior::mirrored;
use crate::uses::observation::repeated;

/// Steps of Adam on a posterior's parameters, and its rate.
const STEPS: i32 = 50;
const RATE: f32 = 0.1;
/// Draws of z, in pairs that mirror each other; the same in every step, so that what is gained is no luck.
const DRAWS: usize = 4;

/// A posterior of an image's own, sought.
pub struct Regret<'a> {
    model: &'a Network,
    latent: usize,
}

impl<'a> Regret<'a> {
    pub fn new(model: &'a Network) -> Self {
        Self { model, latent: model.config().latent_size }
    }

    /// What each image's ELBO gains over that of its posterior, `[N]`, in nats, 0 or more. The posteriors' means and logarithms of
    /// variances are `[N, Z]`, the batch's images as the model is shown them.
    pub fn of(&self, batch: &Batch, codes: &Codes) -> Vec<f64> {
        let noise = self.noise(batch.labels.len());
        let classes = repeated(&batch.labels, batch.labels.len(), DRAWS);
        let mut own = [codes.mu.clone(), codes.log_var.clone()].map(Parameter::new);
        let (mut first, mut best) = (vec![], vec![f64::NEG_INFINITY; batch.labels.len()]);
        for step in 1..=STEPS {
            let at = Codes { mu: own[0].value.clone(), log_var: own[1].value.clone() };
            let (elbos, gradients) = self.elbos(&at, batch, &classes, &noise);
            best.iter_mut().zip(&elbos).for_each(|(best, &elbo)| *best = best.max(elbo));
            if step == 1 {
                first = elbos;
            }
            for (parameter, gradient) in own.iter_mut().zip(&gradients) {
                parameter.update(&[gradient], Rule::Adam(Adam::new(RATE, EPSILON, 0.0, step)), 0.0);
            }
        }
        best.iter().zip(&first).map(|(best, first)| best - first).collect()
    }

    /// The ELBOs of images with these posteriors, and their negative gradients by the means and by the logarithms of variances.
    fn elbos(&self, own: &Codes, batch: &Batch, classes: &[u8], noise: &[f32]) -> (Vec<f64>, [Vec<f32>; 2]) {
        let (likelihood, size) = (ImageLikelihood::of_model(self.model), self.model.config().data.size());
        let slope = self.model.slope(&own.samples(noise, self.latent), classes, &|decoded| {
            let width = decoded.outputs.len() / decoded.rows.len();
            let each = decoded.outputs.chunks_exact(width).zip(decoded.delta.chunks_exact_mut(width));
            for ((row, value), (output, delta)) in decoded.rows.zip(decoded.values).zip(each) {
                let image = &batch.targets[row / DRAWS * size..][..size];
                (*value, _) = likelihood.of(output, image, 1.0, delta);
            }
        });
        let elbo = |(likelihoods, kl): (&[f64], f32)| likelihoods.iter().sum::<f64>() / DRAWS as f64 - f64::from(kl);
        let elbos = slope.value.chunks_exact(DRAWS).zip(own.kl(self.model)).map(elbo).collect();
        (elbos, self.by_posterior(own, noise, &slope.gradient))
    }

    /// Through z = mu + exp(log_var / 2) * noise from gradients by z of each draw, and through the KL.
    fn by_posterior(&self, own: &Codes, noise: &[f32], by_z: &[f32]) -> [Vec<f32>; 2] {
        let [mut by_mu, mut by_log_var] = own.kl_slope(self.model);
        for (index, (by_z, noise)) in by_z.iter().zip(noise).enumerate() {
            let at = index / (DRAWS * self.latent) * self.latent + index % self.latent;
            by_mu[at] += by_z / DRAWS as f32;
            by_log_var[at] += 0.5 * by_z * noise * (0.5 * own.log_var[at]).exp() / DRAWS as f32;
        }
        [by_mu, by_log_var]
    }

    /// The same for each image, `[N * DRAWS, Z]`.
    fn noise(&self, count: usize) -> Vec<f32> {
        mirrored(DRAWS, self.latent).repeat(count)
    }
}
