//! Figures of a trained model, where they are known beforehand.

use latent_explorer::data::batch::BatchMaker;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::device::cpu;
use latent_explorer::evaluation::evaluator::{Evaluation, Evaluator};
use latent_explorer::evaluation::places::places;
use latent_explorer::evaluation::reconstruct::{elbos, reconstruct};
use latent_explorer::latent::codes::encode;
use latent_explorer::model::Vae;
use latent_explorer::model::network::Network;
use latent_explorer::model::pixels::to_vec;
use latent_explorer::model::weights::Weights;
use latent_explorer::objective::samples::log_mean_exp;
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::settings::{Corruption, Likelihood, ModelConfig};
use serde::Deserialize;

use crate::support::{assert_close, changed, dense_model, digits, digits_of, figures, wave_bytes, wave_weights};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Marginals {
    bernoulli: Marginal,
    gaussian_fixed: Marginal,
}

/// -log p(x) by quadrature.
#[derive(Deserialize)]
struct Marginal {
    latent: usize,
    images: usize,
    nats: f64,
    sigma: Option<f64>,
}

fn evaluate(weights: &Weights, samples: usize, digits: &Dataset) -> Evaluation {
    let mut evaluator = Evaluator::new(weights.clone(), samples, usize::MAX).unwrap();
    while evaluator.progress(digits).0 < evaluator.progress(digits).1 {
        evaluator.advance(digits).unwrap();
    }
    evaluator.report().unwrap()
}

/// Two dimensions: mu of the first is 3 for a digit of class 0, else 0, with a variance of 1/4; the second is the prior.
fn half_collapsed() -> Weights {
    changed(Weights::fresh(&dense_model(2, vec![]), 1).unwrap(), |tensors| {
        let [weight, bias, ..] = tensors else { panic!("a weight and a bias") };
        weight.fill(0.0);
        // In the test's digits, only class 0 has ink here, of 220.
        weight[4 * (4 * 28 + 14)] = 3.0 * 255.0 / 220.0;
        bias.copy_from_slice(&[0.0, 0.0, 0.25f32.ln(), 0.0]);
    })
}

tests! {
    async fn the_likelihood_of_x_converges_to_quadrature_s_from_above() {
        let Marginals { bernoulli, gaussian_fixed } = figures("marginals");
        for Marginal { latent, images, nats, sigma } in [bernoulli, gaussian_fixed] {
            let likelihood = sigma.map_or(Likelihood::Bernoulli, |sigma| Likelihood::GaussianFixed { sigma });
            let weights = wave_weights(ModelConfig { likelihood, ..dense_model(latent, vec![]) }, 0.01);
            // Few samples of many copies of the images show how far the estimate is off in expectation.
            let copies = |count: usize| digits_of(&wave_bytes(images).repeat(count), &vec![0; images * count]);
            let mut estimates = vec![];
            for (samples, copies) in [(1, copies(200)), (10, copies(200)), (100, copies(50)), (10_000, copies(1))] {
                let evaluation = evaluate(&weights, samples, &copies);
                let estimate = evaluation.negative_log_likelihood.unwrap();
                assert!(-evaluation.terms.elbo > nats + 0.5, "the ELBO is a lower bound: {evaluation:?}");
                estimates.push(estimate);
            }
            assert!(estimates.windows(2).all(|pair| pair[0] > pair[1] - 0.03), "{estimates:?} falls to {nats}");
            assert!(estimates[0] > nats + 0.5 && estimates[1] > nats, "{estimates:?} falls to {nats}");
            assert!((estimates[3] - nats).abs() < 0.1, "{estimates:?} falls to {nats}");
        }
    }

    async fn a_collapsed_dimension_is_told_from_an_active_one() {
        let evaluation = evaluate(&half_collapsed(), 500, &digits(40));
        let [active, collapsed] = &evaluation.dimensions[..] else { panic!("two dimensions") };
        assert_eq!(evaluation.active_units, 1);
        assert!(active.is_active() && !collapsed.is_active());
        assert_eq!((collapsed.kl, collapsed.variance_of_mean, collapsed.mean), (Some(0.0), 0.0, 0.0));
        assert_close(collapsed.standard_deviation, 1.0, 1e-6, "standard deviation of the prior");
        // A tenth of N(3, 1/4) and nine tenths of N(0, 1/4).
        assert_close(active.kl.unwrap(), 0.5 * (0.25 - 1.0 - 0.25f64.ln() + 0.1 * 9.0), 1e-5, "KL");
        assert_close(active.mean, 0.3, 1e-5, "mean");
        assert_close(active.variance_of_mean, 0.81, 1e-5, "variance of the mean");
        assert_close(active.standard_deviation, (0.81f64 + 0.25).sqrt(), 1e-5, "standard deviation");
        assert_close(evaluation.terms.kl, active.kl.unwrap() + collapsed.kl.unwrap(), 1e-6, "KL of both");
    }

    async fn histograms_are_shares_of_the_aggregated_posterior() {
        let evaluation = evaluate(&half_collapsed(), 500, &digits(40));
        let share = |dimension: usize, low: f64, high: f64| {
            let bin = |z: f64| ((z + 4.0) * 5.0).round() as usize;
            evaluation.dimensions[dimension].histogram[bin(low)..bin(high)].iter().sum::<f64>()
        };
        for (dimension, within) in [(0, 1.0 - 0.1 * 0.0228), (1, 1.0)] {
            assert_eq!(evaluation.dimensions[dimension].histogram.len(), 40);
            assert_close(share(dimension, -4.0, 4.0), within, 1e-3, "all but what lies beyond");
        }
        // The normal distribution's table, with some 20,000 draws.
        assert_close(share(1, -1.0, 1.0), 0.6827, 1e-2, "within a sigma of the prior");
        assert_close(share(1, 0.0, 4.0), 0.5, 1e-2, "above the prior's mean");
        assert_close(share(0, 2.0, 4.0), 0.1 * 0.9545, 1e-2, "about 3");
        assert_close(share(0, -1.0, 1.0), 0.9 * 0.9545, 1e-2, "about 0");
        assert_close(share(0, 3.8, 4.0), 0.1 * 0.0320, 1e-3, "the last bin counts nothing that lies beyond");
    }

    async fn in_parts_is_as_at_once() {
        for (samples, count) in [(7, 120), (1200, 3)] {
            let (digits, weights) = (digits(count), wave_weights(dense_model(2, vec![6]), 0.1));
            let parts = evaluate(&weights, samples, &digits);
            let model = Vae::from_weights(weights.clone(), &cpu().unwrap());
            let mut maker = BatchMaker::evaluation(weights.config(), Corruption::None, samples);
            let images = to_device(&model, &maker.make(&digits, 0..count).unwrap(), &cpu().unwrap()).unwrap();
            let terms = elbo(&model, images);
            let log_weights = to_vec(terms.log_likelihood.clone() + terms.log_ratio.clone()).await.unwrap();
            let log_weights: Vec<f64> = log_weights.into_iter().map(f64::from).collect();
            let [reconstruction, kl] = to_vec(terms.sums()).await.unwrap()[..] else { panic!("two sums") };
            let bound = log_weights.chunks(samples).map(log_mean_exp).sum::<f64>() / count as f64;
            assert_close(parts.negative_log_likelihood.unwrap(), -bound, 1e-6, "-log p(x)");
            assert_close(parts.terms.reconstruction, f64::from(reconstruction) / count as f64, 1e-6, "reconstruction");
            assert_close(parts.terms.kl, f64::from(kl) / count as f64, 1e-5, "KL");
        }
    }

    async fn figures_that_are_not_finite_are_said_in_words() {
        // Finite weights, of a log-variance whose exponential is beyond float32.
        for value in [200.0, f32::MAX] {
            let weights = changed(half_collapsed(), |tensors| tensors[1][2] = value);
            let (model, digits) = (Network::new(weights.clone()), digits(3));
            let mut evaluator = Evaluator::new(weights, 5, 3).unwrap();
            evaluator.advance(&digits).unwrap();
            let image = digits.sample(0).unwrap().0;
            let refusals = [
                evaluator.report().err(),
                reconstruct(&model, &image, &image, 0).err(),
                elbos(&model, digits.images(), digits.labels()).err(),
                encode(&model, digits.images(), digits.labels()).err(),
                places(&model, &digits).err(),
            ];
            for refusal in refusals {
                let message = refusal.unwrap().to_string();
                assert!(message.contains("expected a model whose figures are finite, got"), "{message}");
            }
        }
    }

    async fn it_goes_on_by_a_few_digits_and_can_be_read_at_any_time() {
        let (digits, weights) = (digits(30), wave_weights(dense_model(2, vec![6]), 0.1));
        let mut evaluator = Evaluator::new(weights.clone(), 50, 25).unwrap();
        assert!(evaluator.report().is_err());
        assert_eq!(evaluator.progress(&digits), (0, 25));
        evaluator.advance(&digits).unwrap();
        assert_eq!((evaluator.progress(&digits), evaluator.report().unwrap().images), ((10, 25), 10));
        for (samples, limit) in [(0, 1), (10_001, 1), (1, 0)] {
            assert!(Evaluator::new(weights.clone(), samples, limit).is_err());
        }
    }
}
