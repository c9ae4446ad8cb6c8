//! Gradients of the whole objective against finite differences.

use burn::tensor::{Device, Tensor};
use latent_explorer::config::ModelConfig;
use latent_explorer::layers::layer_specs;
use latent_explorer::model::{Vae, dense};
use latent_explorer::objective::elbo;
use latent_explorer::pixels::{rows, to_vec};

use crate::support::{assert_close, device, wave, wave_images};

const HIDDEN: usize = 5;
const LATENT: usize = 2;
const BATCH: usize = 3;
const BETA: f64 = 2.0;
/// A central difference of a float32 loss of some 540 nats is good to about 1e-2.
const STEP: f32 = 5e-3;

/// One flat vector of parameters for each tensor, weight and bias in turn.
type Parameters = Vec<Vec<f32>>;

fn config() -> ModelConfig {
    ModelConfig { latent_size: LATENT, hidden_sizes: vec![HIDDEN] }
}

fn parameters() -> Parameters {
    // A phase that keeps every unit away from the kink of its ReLU.
    let tensor = |(index, size)| wave(size, index as f64 + 5.2, 0.4);
    let sizes = layer_specs(&config()).into_iter().flat_map(|spec| [spec.inputs * spec.outputs, spec.outputs]);
    sizes.enumerate().map(tensor).collect()
}

fn model(parameters: &Parameters, device: &Device) -> Vae {
    let mut tensors = parameters.iter().cloned();
    Vae::from_layers(&config(), |spec| Ok(dense(spec, tensors.next().unwrap(), tensors.next().unwrap(), device)))
        .unwrap()
}

fn loss(model: &Vae, device: &Device) -> Tensor<1> {
    let noise = rows(wave(BATCH * LATENT, 0.9, 1.0), LATENT, device);
    elbo(model, wave_images(BATCH, device), noise).loss(BETA)
}

async fn loss_value(parameters: &Parameters, device: &Device) -> f64 {
    to_vec(loss(&model(parameters, device), device)).await.unwrap()[0].into()
}

async fn gradient(device: &Device) -> Parameters {
    let model = model(&parameters(), device);
    let gradients = loss(&model, device).backward();
    let mut flat = Vec::new();
    for layer in model.layers() {
        flat.push(to_vec(layer.weight.val().grad(&gradients).unwrap()).await.unwrap());
        flat.push(to_vec(layer.bias.as_ref().unwrap().val().grad(&gradients).unwrap()).await.unwrap());
    }
    flat
}

tests! {
    async fn every_layer_s_gradient_is_the_slope_of_the_loss() {
        let device = device().await;
        let gradient = gradient(&device.clone().autodiff()).await;
        for tensor in 0..gradient.len() {
            let steepest = |a: &usize, b: &usize| gradient[tensor][*a].abs().total_cmp(&gradient[tensor][*b].abs());
            let entry = (0..gradient[tensor].len()).max_by(steepest).unwrap();
            let (mut above, mut below) = (parameters(), parameters());
            above[tensor][entry] += STEP;
            below[tensor][entry] -= STEP;
            let rise = loss_value(&above, &device).await - loss_value(&below, &device).await;
            let slope = rise / f64::from(2.0 * STEP);
            assert_close(gradient[tensor][entry].into(), slope, 2e-2, &format!("tensor {tensor}, entry {entry}"));
        }
    }
}
