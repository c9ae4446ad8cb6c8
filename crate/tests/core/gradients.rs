//! Gradients of the whole objective against finite differences.

use burn::tensor::{Device, Tensor};
use latent_explorer::layers::{TensorSpec, tensor_specs};
use latent_explorer::model::Vae;
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::pixels::to_vec;
use latent_explorer::weights::Weights;

use crate::support::{assert_close, dense_model, device, gradients_of, wave, wave_batch};

const HIDDEN: usize = 5;
const LATENT: usize = 2;
const BATCH: usize = 3;
const BETA: f64 = 2.0;
/// A central difference of a float32 loss of some 540 nats is good to about 1e-2.
const STEP: f32 = 5e-3;

fn parameters() -> Weights {
    let config = dense_model(LATENT, vec![HIDDEN]);
    // A phase that keeps every unit away from the kink of its ReLU.
    let tensor = |(index, spec): (usize, TensorSpec)| wave(spec.shape.iter().product(), index as f64 + 5.2, 0.4);
    let tensors = tensor_specs(&config).into_iter().enumerate().map(tensor).collect();
    Weights { config, tensors }
}

fn model(parameters: &Weights, device: &Device) -> Vae {
    Vae::from_weights(parameters.clone(), device).unwrap()
}

fn loss(model: &Vae, device: &Device) -> Tensor<1> {
    elbo(model, to_device(model, &wave_batch(BATCH, LATENT, 0.9), device).unwrap()).loss(BETA, 0.0)
}

async fn loss_value(parameters: &Weights, device: &Device) -> f64 {
    to_vec(loss(&model(parameters, device), device)).await.unwrap()[0].into()
}

async fn gradient(device: &Device) -> Vec<Vec<f32>> {
    let model = model(&parameters(), device);
    gradients_of(&model, loss(&model, device)).await
}

tests! {
    async fn every_layer_s_gradient_is_the_slope_of_the_loss() {
        let device = device().await;
        let gradient = gradient(&device.clone().autodiff()).await;
        for (tensor, gradient) in gradient.iter().enumerate() {
            let steepest = |a: &usize, b: &usize| gradient[*a].abs().total_cmp(&gradient[*b].abs());
            let entry = (0..gradient.len()).max_by(steepest).unwrap();
            let (mut above, mut below) = (parameters(), parameters());
            above.tensors[tensor][entry] += STEP;
            below.tensors[tensor][entry] -= STEP;
            let rise = loss_value(&above, &device).await - loss_value(&below, &device).await;
            let slope = rise / f64::from(2.0 * STEP);
            assert_close(gradient[entry].into(), slope, 2e-2, &format!("tensor {tensor}, entry {entry}"));
        }
    }
}
