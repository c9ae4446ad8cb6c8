//! Each likelihood's log-density and its gradients against figures from NumPy and autograd.

use burn::tensor::{Device, Tensor};
use latent_explorer::data::batch::Batch;
use latent_explorer::model::pixels::{rows, to_vec};
use latent_explorer::model::weights::Weights;
use latent_explorer::model::{Decoded, Vae};
use latent_explorer::objective::likelihood::{bernoulli, log_likelihood};
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::settings::{Likelihood, ModelConfig};
use latent_kernels::likelihood::multinomial;
use serde::Deserialize;

use crate::support::{PIXELS, assert_close, changed, device, figures, gradients_of, pairs};

#[derive(Deserialize)]
struct BernoulliFigures {
    logits: Vec<f32>,
    x: Vec<f32>,
    nats: Vec<f32>,
    gradient: Vec<f32>,
}

/// A pixel; `second` is its variance's logarithm, or what that is made from.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "camelCase")]
struct Pixel {
    logit: f32,
    second: f32,
    byte: u8,
    nats: f64,
    by_logit: f64,
    by_second: f64,
}

/// A row of items.
#[derive(Deserialize)]
struct Row {
    logits: Vec<f32>,
    counts: Vec<u8>,
    nats: f64,
    gradient: Vec<f64>,
}

#[derive(Deserialize)]
struct GaussianFigures {
    given: Vec<Pixel>,
    learnt: Vec<Pixel>,
}

fn column(values: impl Iterator<Item = f32>, device: &Device) -> Tensor<2> {
    rows(values.collect(), 1, device)
}

/// Nats of one image of these pixels, and the gradient of each tensor, for a decoder that gives the pixels' logits,
/// and `second` through `variance`, whatever z is.
async fn decoded(likelihood: Likelihood, pixels: &[Pixel], variance: Vec<f32>) -> (f64, Vec<Vec<f32>>) {
    let device = device().await.autodiff();
    let config = ModelConfig { latent_size: 1, hidden_sizes: vec![], likelihood, ..Default::default() };
    let outputs = pixels.iter().map(|pixel| pixel.logit).chain(variance);
    let weights = changed(Weights::fresh(&config, 1).unwrap(), |tensors| {
        tensors.iter_mut().for_each(|tensor| tensor.fill(0.0));
        pairs(tensors[3..].iter_mut().flatten(), outputs).for_each(|(number, value)| *number = value);
    });
    let model = Vae::from_weights(weights, &device);
    let targets = pixels.iter().map(|pixel| pixel.byte).collect();
    let batch = Batch {
        targets,
        corrupted: None,
        labels: vec![0],
        noise: vec![0.0],
        lower_noise: vec![],
        hidden: vec![],
        units: vec![],
    };
    let loss = elbo(&model, to_device(&model, &batch, &device).unwrap()).loss(0.0, 0.0);
    let nats = -f64::from(to_vec(loss.clone()).await.unwrap()[0]);
    (nats, gradients_of(&model, loss).await)
}

tests! {
    async fn bernoulli_log_likelihood_is_exact_and_never_overflows() {
        let (device, figures) = (device().await, figures::<BernoulliFigures>("bernoulli"));
        let nats = to_vec(bernoulli(rows(figures.logits, 1, &device), rows(figures.x, 1, &device))).await.unwrap();
        for (actual, expected) in pairs(&nats, &figures.nats) {
            assert_close((*actual).into(), (*expected).into(), 1e-5, "log p(x|z)");
        }
    }

    async fn bernoulli_gradient_is_x_minus_sigmoid() {
        let (device, figures) = (device().await.autodiff(), figures::<BernoulliFigures>("bernoulli"));
        let logits = rows(figures.logits, 1, &device).require_grad();
        let gradients = bernoulli(logits.clone(), rows(figures.x, 1, &device)).sum().backward();
        let gradient = to_vec(logits.grad(&gradients).unwrap()).await.unwrap();
        for (actual, expected) in pairs(&gradient, &figures.gradient) {
            assert_close((*actual).into(), (*expected).into(), 1e-5, "d log p / d logit");
        }
    }

    async fn a_multinomial_s_log_likelihood_and_gradient_are_numpy_s_in_both_ways() {
        let device = device().await.autodiff();
        for Row { logits, counts, nats, gradient } in figures::<Vec<Row>>("multinomial") {
            let size = counts.len();
            let mut delta = vec![0.0; size];
            assert_close(multinomial::of_row(&logits, &counts, 1.0, &mut delta), nats, 1e-5, "log p(x|z)");
            let x: Vec<f32> = counts.iter().map(|&count| count.into()).collect();
            let (mut terms, mut by_logits) = (vec![0.0; size], vec![0.0; size]);
            multinomial::of_values(&logits, &x, &mut terms, &mut by_logits);
            assert_close(terms.iter().copied().map(f64::from).sum(), nats, 1e-5, "the sum of the items' terms");
            let graph = rows(logits, size, &device).require_grad();
            let said = log_likelihood(
                Decoded { logits: graph.clone(), log_var: None, is_multinomial: true, characters: None },
                rows(x, size, &device),
            );
            let gradients = said.clone().sum().backward();
            assert_close(to_vec(said).await.unwrap()[0].into(), nats, 1e-5, "the graph's log p(x|z)");
            let by_graph = to_vec(graph.grad(&gradients).unwrap()).await.unwrap();
            for (index, expected) in gradient.into_iter().enumerate() {
                for found in [-delta[index], by_logits[index], by_graph[index]] {
                    assert!((f64::from(found) - expected).abs() < 1e-4 * (1.0 + expected.abs()), "{found} is not {expected}");
                }
            }
        }
    }

    async fn a_gaussian_s_density_and_both_gradients_are_numpy_s() {
        let (device, pixels) = (device().await.autodiff(), figures::<GaussianFigures>("gaussian").given);
        let logits = column(pixels.iter().map(|pixel| pixel.logit), &device).require_grad();
        let log_var = column(pixels.iter().map(|pixel| pixel.second), &device).require_grad();
        let x = column(pixels.iter().map(|pixel| f32::from(pixel.byte) / 255.0), &device);
        let nats = log_likelihood(Decoded { logits: logits.clone(), log_var: Some(log_var.clone()), is_multinomial: false, characters: None }, x);
        let gradients = nats.clone().sum().backward();
        let nats = to_vec(nats).await.unwrap();
        let by_logit = to_vec(logits.grad(&gradients).unwrap()).await.unwrap();
        let by_log_var = to_vec(log_var.grad(&gradients).unwrap()).await.unwrap();
        assert!(!pixels.is_empty());
        for (index, pixel) in pixels.iter().enumerate() {
            assert_close(nats[index].into(), pixel.nats, 1e-5, "log p(x|z)");
            assert_close(by_logit[index].into(), pixel.by_logit, 1e-5, "d log p / d logit");
            assert_close(by_log_var[index].into(), pixel.by_second, 1e-5, "d log p / d log_var");
        }
    }

    async fn a_fixed_variance_makes_the_squared_error() {
        let any = figures::<GaussianFigures>("gaussian").given[0];
        let pixel = |index: usize| Pixel { logit: 0.0, byte: (index % 256) as u8, ..any };
        let pixels: Vec<Pixel> = (0..PIXELS).map(pixel).collect();
        let squares: f64 = pixels.iter().map(|pixel| (f64::from(pixel.byte) / 255.0 - 0.5).powi(2)).sum();
        for sigma in [0.01, 0.1, 1.0] {
            let constant = PIXELS as f64 * (sigma * (2.0 * std::f64::consts::PI).sqrt()).ln();
            let (nats, _) = decoded(Likelihood::GaussianFixed { sigma }, &pixels, vec![]).await;
            assert_close(nats, -squares / (2.0 * sigma * sigma) - constant, 1e-5, "log p(x|z)");
        }
    }

    async fn a_learnt_variance_of_each_pixel_is_bounded_below_with_finite_gradients() {
        let pixels: Vec<Pixel> =
            figures::<GaussianFigures>("gaussian").learnt.into_iter().cycle().take(PIXELS).collect();
        let raw = pixels.iter().map(|pixel| pixel.second).collect();
        let (nats, gradients) = decoded(Likelihood::GaussianPixel, &pixels, raw).await;
        assert_close(nats, pixels.iter().map(|pixel| pixel.nats).sum(), 1e-5, "log p(x|z)");
        for (index, pixel) in pixels.iter().enumerate() {
            assert_close((-gradients[3][index]).into(), pixel.by_logit, 1e-5, "d log p / d logit");
            assert_close((-gradients[3][PIXELS + index]).into(), pixel.by_second, 1e-5, "d log p / d raw");
        }
    }

    async fn a_learnt_variance_of_all_pixels_is_bounded_below_with_finite_gradients() {
        for pixel in figures::<GaussianFigures>("gaussian").learnt {
            let (nats, gradients) = decoded(Likelihood::GaussianShared, &[pixel; PIXELS], vec![pixel.second]).await;
            assert_close(nats, PIXELS as f64 * pixel.nats, 1e-5, "log p(x|z)");
            assert_close((-gradients[3][PIXELS - 1]).into(), pixel.by_logit, 1e-5, "d log p / d logit");
            assert_close((-gradients[4][0]).into(), PIXELS as f64 * pixel.by_second, 1e-5, "d log p / d raw");
        }
    }
}
