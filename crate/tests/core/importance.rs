//! The importance-weighted bound: against NumPy, against itself with other k, and against an exact log p(x).

use burn::tensor::{Tensor, TensorData};
use latent_explorer::data::batch::{Batch, BatchMaker};
use latent_explorer::model::pixels::{rows, to_vec};
use latent_explorer::model::{Posterior, Vae};
use latent_explorer::objective::likelihood::gaussian;
use latent_explorer::objective::samples;
use latent_explorer::objective::{elbo, log_mean_exp, log_prior_over_posterior, to_device};
use latent_explorer::seed::{Stream, generator, normals};
use latent_explorer::settings::Corruption;
use serde::Deserialize;

use crate::support::{
    Summary, assert_close, dense_model, device, digits, figures, gradients_of, pairs, wave, wave_batch, wave_model,
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BoundFigures {
    samples: usize,
    log_weights: Vec<Vec<f64>>,
    loss: f64,
    gradients: Vec<Summary>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LinearGaussian {
    loadings: Vec<f32>,
    x: Vec<f32>,
    log_var: f32,
    posterior_mu: Vec<f32>,
    posterior_log_var: Vec<f32>,
    log_marginal: f64,
}

impl LinearGaussian {
    /// Log weights of samples from a posterior that is off the exact one by this much.
    async fn log_weights(&self, count: usize, mu_off: f32, log_var_off: f32) -> Vec<f64> {
        let device = device().await;
        let rows_of = |values: &[f32]| rows(values.repeat(count), values.len(), &device);
        let posterior = Posterior {
            mu: rows_of(&self.posterior_mu) + mu_off,
            log_var: Some(rows_of(&self.posterior_log_var) + log_var_off),
            below: None,
            lower: None,
        };
        let noise = rows(normals(&mut generator(1, Stream::Evaluation), 2 * count), 2, &device);
        let z = posterior.sample(noise.clone());
        let mean = z.clone().matmul(rows(self.loadings.clone(), 5, &device));
        let log_likelihood = gaussian(mean, rows(vec![self.log_var], 1, &device), rows_of(&self.x));
        let log_weights = log_likelihood + log_prior_over_posterior(None, &posterior, z, noise);
        to_vec(log_weights).await.unwrap().into_iter().map(f64::from).collect()
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

tests! {
    async fn log_weights_the_bound_and_its_gradients_are_numpy_s() {
        let (device, figures) = (device().await.autodiff(), figures::<BoundFigures>("bound"));
        let model = wave_model(6, 3, &device);
        let batch = Batch { noise: wave(4 * figures.samples * 3, 0.5, 1.0), ..wave_batch(4, 3, 0.5) };
        let terms = elbo(&model, to_device(&model, &batch, &device).unwrap());
        let log_weights = to_vec(terms.log_likelihood.clone() + terms.log_ratio.clone()).await.unwrap();
        for (actual, expected) in pairs(&log_weights, figures.log_weights.iter().flatten()) {
            assert_close((*actual).into(), *expected, 1e-5, "log weight");
        }
        let loss = terms.loss(1.0, 0.0);
        assert_close(to_vec(loss.clone()).await.unwrap()[0].into(), figures.loss, 1e-5, "negative bound");
        for (actual, expected) in pairs(&gradients_of(&model, loss).await, &figures.gradients) {
            let actual = Summary::of(actual);
            assert_close(actual.norm, expected.norm, 1e-4, "gradient norm");
            assert_close(actual.sum, expected.sum, 1e-3, "gradient sum");
        }
    }

    async fn it_is_the_elbo_for_one_sample_and_tightens_with_more() {
        const SAMPLES: usize = 64;
        let (device, digits) = (device().await, digits(20));
        let config = dense_model(2, vec![16]);
        let model = Vae::new(&config, 3, &device).unwrap();
        let batch = BatchMaker::evaluation(&config, Corruption::None, SAMPLES).make(&digits, 0..20).unwrap();
        let terms = elbo(&model, to_device(&model, &batch, &device).unwrap());
        let elbo = -f64::from(to_vec(terms.sums()).await.unwrap().iter().sum::<f32>()) / 20.0;
        let log_weights = to_vec(terms.log_likelihood.clone() + terms.log_ratio.clone()).await.unwrap();
        let log_weights: Vec<f64> = log_weights.into_iter().map(f64::from).collect();
        let bound = |k: usize| mean(&log_weights.chunks(k).map(samples::log_mean_exp).collect::<Vec<_>>());
        // One with the KL in closed form, the other with its samples.
        assert_close(bound(1), elbo, 1e-4, "ELBO");
        assert!(bound(1) + 1e-3 < bound(8) && bound(8) < bound(SAMPLES), "{} {}", bound(1), bound(8));
        let loss = to_vec(terms.loss(1.0, 0.0)).await.unwrap()[0];
        assert_close(loss.into(), -bound(SAMPLES), 1e-5, "negative bound");
    }

    async fn far_and_spread_weights_neither_overflow_nor_vanish() {
        let device = device().await.autodiff();
        let spread = [[-1e4, -1.1e4, -1e4 - 1.0], [0.0, -1e3, 1e3], [-1e4; 3], [-3.0, -2.0, -1.0]];
        let tensor = Tensor::<2>::from_data(TensorData::from(spread.map(|row| row.map(|value| value as f32))), &device);
        let tensor = tensor.require_grad();
        let bound = log_mean_exp(tensor.clone());
        let gradients = bound.clone().sum().backward();
        let (bound, gradient) = (to_vec(bound).await.unwrap(), to_vec(tensor.grad(&gradients).unwrap()).await.unwrap());
        let three = 3f64.ln();
        let sum = ((-3f64).exp() + (-2f64).exp() + (-1f64).exp()).ln();
        let expected = [-1e4 + (-1f64).exp().ln_1p() - three, 1e3 - three, -1e4, sum - three];
        for (row, expected) in expected.into_iter().enumerate() {
            assert_close(bound[row].into(), expected, 1e-6, "bound");
            assert_close(samples::log_mean_exp(&spread[row]), expected, 1e-12, "bound in float64");
            let weights = &gradient[3 * row..3 * row + 3];
            assert_close(weights.iter().sum::<f32>().into(), 1.0, 1e-5, "sum of normalised weights");
            let last = (spread[row][2] - expected - three).exp();
            assert_close(weights[2].into(), last, 1e-3, "normalised weight");
        }
    }

    async fn with_the_exact_posterior_every_weight_is_the_evidence() {
        let figures = figures::<LinearGaussian>("linearGaussian");
        for log_weight in figures.log_weights(50, 0.0, 0.0).await {
            assert_close(log_weight, figures.log_marginal, 1e-5, "log weight");
        }
    }

    async fn with_another_posterior_the_estimate_converges_to_the_evidence_from_below() {
        let figures = figures::<LinearGaussian>("linearGaussian");
        let log_weights = figures.log_weights(30_000, 0.3, 0.7).await;
        let bound = |k: usize| mean(&log_weights.chunks(k).map(samples::log_mean_exp).collect::<Vec<_>>());
        let bounds = [1, 10, 100, 30_000].map(bound);
        assert!(bounds.is_sorted(), "{bounds:?}");
        assert!(bounds[0] < figures.log_marginal - 0.1, "{} is below {}", bounds[0], figures.log_marginal);
        assert_close(bounds[3], figures.log_marginal, 5e-3, "log p(x)");
    }
}
