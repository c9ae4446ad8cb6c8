//! Convolutional models: sizes, names, and a forward pass against NumPy's.

use latent_explorer::model::Vae;
use latent_explorer::model::pixels::to_vec;
use latent_explorer::settings::layers::tensor_specs;
use latent_explorer::settings::{Likelihood, ModelConfig};
use serde::Deserialize;

use crate::support::{Summary, assert_close, device, figures, pairs, wave_images, wave_weights};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ConvolutionFigures {
    mu: Vec<f64>,
    log_var: Vec<f64>,
    every_hundredth_logit: Vec<f64>,
    logits: Summary,
}

fn config() -> ModelConfig {
    ModelConfig { latent_size: 2, hidden_sizes: vec![4], channels: vec![2, 3], ..Default::default() }
}

tests! {
    async fn the_forward_pass_is_numpy_s() {
        let (device, figures) = (device().await, figures::<ConvolutionFigures>("convolution"));
        let model = Vae::from_weights(wave_weights(config(), 0.3), &device);
        let posterior = model.encoder.forward(wave_images(2, &device), None);
        let logits = to_vec(model.decoder.forward(posterior.mu.clone(), None).logits).await.unwrap();
        let (mu, log_var) = (to_vec(posterior.mu).await.unwrap(), to_vec(posterior.log_var.unwrap()).await.unwrap());
        let sampled: Vec<f32> = logits.iter().step_by(100).copied().collect();
        for (what, actual, expected) in [
            ("mu", mu, figures.mu),
            ("log_var", log_var, figures.log_var),
            ("logit", sampled, figures.every_hundredth_logit),
        ] {
            pairs(actual, expected).for_each(|(actual, expected)| assert_close(actual.into(), expected, 1e-5, what));
        }
        assert_close(Summary::of(&logits).sum, figures.logits.sum, 1e-5, "sum of logits");
        assert_close(Summary::of(&logits).norm, figures.logits.norm, 1e-5, "norm of logits");
    }

    async fn names_and_shapes_are_pytorch_s() {
        let specs = tensor_specs(&config());
        let weights: Vec<_> = specs.iter().step_by(2).map(|spec| (spec.name.as_str(), spec.shape.clone())).collect();
        let expected = [
            ("encoder.convolutions.0.weight", vec![2, 1, 4, 4]),
            ("encoder.convolutions.1.weight", vec![3, 2, 4, 4]),
            ("encoder.hidden.0.weight", vec![4, 147]),
            ("encoder.posterior.weight", vec![4, 4]),
            ("decoder.hidden.0.weight", vec![4, 2]),
            ("decoder.unflatten.weight", vec![147, 4]),
            ("decoder.convolutions.0.weight", vec![3, 2, 4, 4]),
            ("decoder.convolutions.1.weight", vec![2, 1, 4, 4]),
        ];
        assert_eq!(weights, expected);
        let biases: Vec<_> = specs.iter().skip(1).step_by(2).map(|spec| spec.shape.clone()).collect();
        assert_eq!(biases, [[2], [3], [4], [4], [4], [147], [2], [1]]);
    }

    async fn every_depth_gives_whole_images_back() {
        let device = device().await;
        for channels in [vec![], vec![3], vec![3, 5]] {
            for hidden_sizes in [vec![], vec![6]] {
                for likelihood in [Likelihood::Bernoulli, Likelihood::GaussianPixel] {
                    let (channels, hidden_sizes) = (channels.clone(), hidden_sizes.clone());
                    let config = ModelConfig { channels, hidden_sizes, likelihood, ..Default::default() };
                    let model = Vae::new(&config, 1, &device).unwrap();
                    let posterior = model.encoder.forward(wave_images(3, &device), None);
                    assert_eq!(posterior.mu.dims(), [3, 2], "{config:?}");
                    let decoded = model.decoder.forward(posterior.mu, None);
                    assert_eq!(decoded.logits.dims(), [3, 784], "{config:?}");
                    let variances = decoded.log_var.map(|log_var| log_var.dims());
                    assert_eq!(variances, (likelihood == Likelihood::GaussianPixel).then_some([3, 784]), "{config:?}");
                }
            }
        }
    }

    async fn a_third_halving_is_refused() {
        let errors = ModelConfig { channels: vec![2, 3, 4], ..config() }.check();
        assert_eq!((errors[0].field.as_str(), errors[0].message().as_str()), ("channels", "expected at most 2 layers, got 3"));
    }
}
