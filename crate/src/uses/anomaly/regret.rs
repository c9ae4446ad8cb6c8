//! Likelihood regret (Xiao et al. 2020): how much better a posterior of an image's own is than the encoder's.

use latent_kernels::optimizer::{Adam, EPSILON, Parameter, Rule};

use crate::data::batch::Batch;
use crate::latent::codes::Codes;
use crate::model::network::Network;
use crate::objective::image::ImageLikelihood;
use crate::objective::posterior::{Head, kl_slope, mirrored};
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

    /// What each image's ELBO gains over that of its posterior, `[N]`, in nats, 0 or more. `heads` is what the encoder puts out for the
    /// batch's images, which are as the model is shown them.
    pub fn of(&self, batch: &Batch, heads: &[f32]) -> Vec<f64> {
        let noise = self.noise(batch.labels.len());
        let classes = repeated(&batch.labels, batch.labels.len(), DRAWS);
        let mut own = Parameter::new(heads.to_vec());
        let (mut first, mut best) = (vec![], vec![f64::NEG_INFINITY; batch.labels.len()]);
        for step in 1..=STEPS {
            let (elbos, gradient) = self.elbos(&own.value, batch, &classes, &noise);
            best.iter_mut().zip(&elbos).for_each(|(best, &elbo)| *best = best.max(elbo));
            if step == 1 {
                first = elbos;
            }
            own.update(&[&gradient], Rule::Adam(Adam::new(RATE, EPSILON, 0.0, step)), 0.0);
        }
        best.iter().zip(&first).map(|(best, first)| best - first).collect()
    }

    /// The ELBOs of images with these posteriors, and their negative gradients by what the encoder puts out.
    fn elbos(&self, heads: &[f32], batch: &Batch, classes: &[u8], noise: &[f32]) -> (Vec<f64>, Vec<f32>) {
        let own = Codes::of(heads, self.latent, batch.labels.len());
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
        (elbos, self.by_posterior(heads, batch.labels.len(), noise, &slope.gradient))
    }

    /// Through z = mu + L noise from gradients by z of each draw, and through the KL.
    fn by_posterior(&self, heads: &[f32], images: usize, noise: &[f32], by_z: &[f32]) -> Vec<f32> {
        let mut gradients = kl_slope(heads, images, self.model);
        let (size, draws) = (heads.len() / images, DRAWS * self.latent);
        let each = by_z.chunks_exact(draws).zip(noise.chunks_exact(draws));
        let rows = heads.chunks_exact(size).zip(gradients.chunks_exact_mut(size));
        for ((head, gradient), (by_z, noise)) in rows.zip(each) {
            let head = Head::of(head, self.latent);
            for (by_z, noise) in by_z.chunks_exact(self.latent).zip(noise.chunks_exact(self.latent)) {
                let mean: Vec<f32> = by_z.iter().map(|by_z| by_z / DRAWS as f32).collect();
                head.add_gradient(&mean, noise, gradient);
            }
        }
        gradients
    }

    /// The same for each image, `[N * DRAWS, Z]`.
    fn noise(&self, count: usize) -> Vec<f32> {
        mirrored(DRAWS, self.latent).repeat(count)
    }
}
