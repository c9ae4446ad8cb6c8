//! The network in a fixed order is the model.

use burn::tensor::Tensor;
use latent_explorer::device::cpu;
use latent_explorer::model::Vae;
use latent_explorer::model::pixels::{rows, to_tensor, to_vec};
use latent_explorer::settings::{ModelConfig, Normalisation};
use latent_explorer::uses::compress::network::Network;

use super::{pictures, sharp};
use crate::made::{kinds, model};

#[track_caller]
fn close(actual: impl IntoIterator<Item = f64>, expected: &[f32], what: &str) {
    let actual: Vec<f64> = actual.into_iter().collect();
    assert_eq!(actual.len(), expected.len(), "{what}");
    for (actual, &expected) in actual.iter().zip(expected) {
        assert!((actual - f64::from(expected)).abs() < 1e-4 * actual.abs().max(1.0), "{what}: {expected}, {actual}");
    }
}

#[test]
fn every_kind_of_model_is_computed_as_its_graph_is() {
    let device = cpu().unwrap();
    let deep = ModelConfig { hidden_sizes: vec![12, 8, 6], conditional: true, channels: vec![3, 2], ..model() };
    let (residual, normalisation) = (true, Normalisation::Layer);
    let even = ModelConfig { hidden_sizes: vec![8; 3], residual, normalisation, ..deep.clone() };
    let uneven = ModelConfig { residual, ..deep.clone() };
    for config in kinds().into_iter().chain([deep, even, uneven, ModelConfig { deterministic: true, ..model() }]) {
        let (weights, (grey, _, classes)) = (sharp(&config), pictures(&config, 2));
        let (network, vae) = (Network::new(weights.clone()), Vae::from_weights(weights, &device));
        let class = classes[1];
        let image = &grey[grey.len() / 2..];
        let values = |tensor: Option<Tensor<2>>| tensor.map_or(vec![], |it| pollster::block_on(to_vec(it)).unwrap());
        let condition = || vae.condition(&[class], &device);
        let x = to_tensor(image, config.data.size(), &device).unwrap();
        let by_graph = vae.encoder.forward(x, condition());
        let (mu, log_var) = (values(Some(by_graph.mu)), values(by_graph.log_var));
        let posterior = network.encode(image, class).unwrap();
        close(posterior.mean.iter().map(|&mean| f64::from(mean)), &mu, "means");
        close(posterior.sigma.iter().map(|sigma| 2.0 * sigma.ln()), &log_var, "variances");
        let decoded = vae.decode(rows(mu.clone(), mu.len(), &device), condition());
        let pixels = network.decode(&mu, class).unwrap();
        let logits = values(Some(decoded.logits));
        close(pixels.means.iter().map(|mean| (mean / (1.0 - mean)).ln()), &logits, "logits");
        let variances = values(decoded.log_var);
        let variances = if variances.len() == 1 { vec![variances[0]; logits.len()] } else { variances };
        close(pixels.sigma.iter().map(|sigma| 2.0 * sigma.ln()), &variances, "pixels' variances");
    }
}
