//! Gradients of the whole objective against finite differences.

use burn::tensor::{Device, Tensor};
use latent_explorer::data::batch::Batch;
use latent_explorer::model::Vae;
use latent_explorer::model::pixels::to_vec;
use latent_explorer::model::weights::Weights;
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::settings::layers::{TensorSpec, tensor_specs};
use latent_explorer::settings::{Likelihood, ModelConfig, PriorKind};

use crate::support::{assert_close, changed, dense_model, device, gradients_of, wave, wave_batch};

const LATENT: usize = 2;
const BATCH: usize = 3;
const BETA: f64 = 2.0;
/// A central difference of a float32 loss of some 540 nats is good to about 1e-2.
const STEP: f32 = 5e-3;

fn parameters(config: ModelConfig) -> Weights {
    // A phase that keeps every unit away from the kink of its ReLU.
    let tensor = |(index, spec): (usize, TensorSpec)| wave(spec.shape.iter().product(), index as f64 + 5.2, 0.4);
    let tensors = tensor_specs(&config).into_iter().enumerate().map(tensor).collect();
    Weights::new(config, tensors).unwrap()
}

fn loss(parameters: &Weights, samples: usize, device: &Device) -> (Vae, Tensor<1>) {
    let model = Vae::from_weights(parameters.clone(), device);
    let draws = |size: usize| wave(BATCH * samples * size, 0.9, 1.0);
    let lower_noise = draws(parameters.config().lower_size);
    let batch = Batch { noise: draws(LATENT), lower_noise, ..wave_batch(BATCH, LATENT, 0.9) };
    let loss = elbo(&model, to_device(&model, &batch, device).unwrap()).loss(BETA, 0.0);
    (model, loss)
}

/// Of the steepest entry of each tensor.
async fn every_gradient_is_the_slope_of_the_loss(config: ModelConfig, samples: usize) {
    let device = device().await;
    let parameters = parameters(config);
    let (model, at) = loss(&parameters, samples, &device.clone().autodiff());
    for (tensor, gradient) in gradients_of(&model, at).await.iter().enumerate() {
        let steepest = |a: &usize, b: &usize| gradient[*a].abs().total_cmp(&gradient[*b].abs());
        let entry = (0..gradient.len()).max_by(steepest).unwrap();
        let mut values = [0.0; 2];
        for (value, step) in values.iter_mut().zip([STEP, -STEP]) {
            let moved = changed(parameters.clone(), |tensors| tensors[tensor][entry] += step);
            *value = to_vec(loss(&moved, samples, &device).1).await.unwrap()[0].into();
        }
        let slope = (values[0] - values[1]) / f64::from(2.0 * STEP);
        assert_close(gradient[entry].into(), slope, 2e-2, &format!("tensor {tensor}, entry {entry}"));
    }
}

fn dense() -> ModelConfig {
    dense_model(LATENT, vec![5])
}

tests! {
    async fn of_a_dense_model() {
        every_gradient_is_the_slope_of_the_loss(dense(), 1).await;
    }

    async fn of_an_importance_weighted_one() {
        every_gradient_is_the_slope_of_the_loss(dense(), 4).await;
    }

    async fn of_a_conditional_one_with_a_shared_variance() {
        let likelihood = Likelihood::GaussianShared;
        every_gradient_is_the_slope_of_the_loss(ModelConfig { likelihood, conditional: true, ..dense() }, 1).await;
    }

    async fn of_one_with_a_mixture_as_prior() {
        for samples in [1, 4] {
            let prior = PriorKind::Mixture { components: 3 };
            every_gradient_is_the_slope_of_the_loss(ModelConfig { prior, ..dense() }, samples).await;
        }
    }

    async fn of_one_with_a_full_covariance() {
        for samples in [1, 4] {
            every_gradient_is_the_slope_of_the_loss(ModelConfig { full_covariance: true, ..dense() }, samples).await;
        }
    }

    async fn of_one_with_a_second_layer_of_latents() {
        for (samples, conditional) in [(1, false), (4, true)] {
            let model = ModelConfig { lower_size: 3, conditional, ..dense() };
            every_gradient_is_the_slope_of_the_loss(model, samples).await;
        }
    }

    async fn of_an_autoencoder_with_a_fixed_variance() {
        let likelihood = Likelihood::GaussianFixed { sigma: 0.5 };
        every_gradient_is_the_slope_of_the_loss(ModelConfig { likelihood, deterministic: true, ..dense() }, 1).await;
    }
}

#[cfg(not(feature = "webgpu"))]
mod on_the_cpu {
    use super::*;

    tests! {
        async fn of_a_convolutional_one_with_a_variance_of_each_pixel() {
            let likelihood = Likelihood::GaussianPixel;
            let config = ModelConfig { likelihood, channels: vec![2, 3], ..dense() };
            every_gradient_is_the_slope_of_the_loss(config, 1).await;
        }
    }
}
