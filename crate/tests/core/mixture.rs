//! A mixture of Gaussians as prior: its density and gradients against NumPy, its draws, and models that have it.

use burn::tensor::{Tensor, TensorData};
use latent_explorer::data::dataset::Dataset;
use latent_explorer::evaluation::evaluator::{Evaluation, Evaluator};
use latent_explorer::evaluation::places::places;
use latent_explorer::evaluation::reconstruct::{elbos, reconstruct};
use latent_explorer::model::Vae;
use latent_explorer::model::network::Network;
use latent_explorer::model::pixels::{rows, to_vec};
use latent_explorer::model::prior::Prior;
use latent_explorer::model::weights::Weights;
use latent_explorer::seed::{Stream, generator};
use latent_explorer::settings::{ModelConfig, PriorKind, RunConfig};
use latent_kernels::mixture::{Gradients, Mixture};
use serde::Deserialize;

use crate::support::{assert_close, changed, dense_model, device, digits, pairs};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    logits: Vec<f32>,
    means: Vec<f32>,
    log_vars: Vec<f32>,
    points: Vec<f32>,
    log_densities: Vec<f64>,
    by_z: Vec<f64>,
    by_parameters: [Vec<f64>; 3],
}

const LATENT: usize = 3;

fn figures() -> Figures {
    serde_json::from_str(include_str!("../fixtures/mixture.json")).unwrap()
}

fn model(components: usize) -> ModelConfig {
    ModelConfig { prior: PriorKind::Mixture { components }, ..dense_model(LATENT, vec![5]) }
}

/// A model of this mixture.
fn with_prior(Figures { logits, means, log_vars, .. }: &Figures) -> Weights {
    changed(Weights::fresh(&model(logits.len()), 1).unwrap(), |tensors| {
        let count = tensors.len();
        tensors[count - 3..].clone_from_slice(&[logits.clone(), means.clone(), log_vars.clone()]);
    })
}

/// Every component is N(0, I): so is the mixture.
fn standard() -> Weights {
    changed(Weights::fresh(&model(2), 4).unwrap(), |tensors| {
        let count = tensors.len();
        tensors[count - 2].fill(0.0);
    })
}

/// The same model with N(0, I) itself.
fn plain(weights: Weights) -> Weights {
    let (config, mut tensors) = weights.into_parts();
    tensors.truncate(tensors.len() - 3);
    Weights::new(ModelConfig { prior: PriorKind::Gaussian, ..config }, tensors).unwrap()
}

fn compare(actual: &[f32], expected: &[f64], what: &str) {
    for (actual, expected) in pairs(actual, expected) {
        assert_close((*actual).into(), *expected, 1e-5, what);
    }
}

fn evaluated(weights: Weights, samples: usize, digits: &Dataset) -> Evaluation {
    let mut evaluator = Evaluator::new(weights, samples, usize::MAX).unwrap();
    while evaluator.progress(digits).0 < digits.len() {
        evaluator.advance(digits).unwrap();
    }
    evaluator.report().unwrap()
}

tests! {
    async fn its_density_and_all_gradients_are_numpy_s() {
        let figures = figures();
        let Figures { logits, means, log_vars, points, log_densities, by_z, by_parameters } = &figures;
        let mixture = Mixture::new(logits, means, log_vars);
        let mut gradients: Gradients = [logits, means, log_vars].map(|values| vec![0.0; values.len()]);
        let (mut densities, mut slopes) = (vec![], vec![]);
        for z in points.chunks_exact(LATENT) {
            let (mut shares, mut slope) = (vec![0.0; logits.len()], vec![0.0; LATENT]);
            densities.push(mixture.log_density(z, &mut shares));
            mixture.slope(z, &shares, &mut slope);
            // Of -log p(z), as all of it.
            slopes.extend(slope.iter().map(|value| -value));
            mixture.add_gradients(z, &shares, -1.0, &mut gradients);
        }
        compare(&densities, log_densities, "log density");
        compare(&slopes, by_z, "gradient by z");
        for (actual, expected) in pairs(&gradients, by_parameters) {
            compare(actual, expected, "gradient by a parameter");
        }
    }

    async fn on_a_device_too() {
        let (figures, device) = (figures(), device().await.autodiff());
        let model = Vae::from_weights(with_prior(&figures), &device);
        let z = rows(figures.points.clone(), LATENT, &device).require_grad();
        let densities = model.mixture.as_ref().unwrap().log_density(z.clone());
        let gradient = z.grad(&densities.clone().sum().backward()).unwrap();
        compare(&to_vec(densities).await.unwrap(), &figures.log_densities, "log density");
        compare(&to_vec(gradient).await.unwrap(), &figures.by_z, "gradient by z");
    }

    async fn far_from_every_component_neither_overflows_nor_vanishes() {
        let (figures, device) = (figures(), device().await);
        let mixture = Vae::from_weights(with_prior(&figures), &device).mixture.unwrap();
        let far = Tensor::<2>::from_data(TensorData::from([[1e3_f32, -1e3, 1e3]]), &device);
        let graph = to_vec(mixture.log_density(far)).await.unwrap()[0];
        let host = Prior::of(&Network::new(with_prior(&figures))).log_density(&[1e3, -1e3, 1e3]);
        assert!(host.is_finite() && host < -1e5, "{host}");
        assert_close(graph.into(), host.into(), 1e-4, "log density");
    }

    async fn draws_have_its_moments_at_their_temperature() {
        const DRAWS: usize = 40_000;
        let figures = figures();
        let prior = Prior::of(&Network::new(with_prior(&figures)));
        let Prior::Mixture(components) = &prior else { panic!("a mixture") };
        let weights = components.weights();
        for temperature in [1.0, 0.5] {
            let draws = prior.draw(DRAWS, temperature, &mut generator(7, Stream::Sheets));
            for d in 0..LATENT {
                let column = || draws.iter().skip(d).step_by(LATENT).map(|&value| f64::from(value));
                let mean = column().sum::<f64>() / DRAWS as f64;
                let variance = column().map(|value| (value - mean).powi(2)).sum::<f64>() / DRAWS as f64;
                let of = |value: &dyn Fn(usize) -> f64| {
                    weights.iter().enumerate().map(|(k, &weight)| f64::from(weight) * value(k * LATENT + d)).sum::<f64>()
                };
                let expected = of(&|at| figures.means[at].into());
                let spread = of(&|at| {
                    f64::from(temperature).powi(2) * f64::from(figures.log_vars[at]).exp()
                        + (f64::from(figures.means[at]) - expected).powi(2)
                });
                assert_close(mean, expected, 0.04, "mean");
                assert_close(variance, spread, 0.04, "variance");
            }
        }
    }

    async fn of_components_that_are_the_gaussian_it_is_the_gaussian() {
        let (digits, mixed) = (digits(20), standard());
        let [ours, plain] = [mixed.clone(), plain(mixed)].map(|weights| (weights, &digits));
        let (ours, plain) = (evaluated(ours.0, 50, ours.1), evaluated(plain.0, 50, plain.1));
        let nll = |evaluation: &Evaluation| evaluation.negative_log_likelihood.unwrap();
        assert_close(nll(&ours), nll(&plain), 1e-6, "NLL");
        assert_close(ours.terms.reconstruction, plain.terms.reconstruction, 1e-9, "reconstruction");
        // One from samples, the other in closed form.
        assert_close(ours.terms.kl, plain.terms.kl, 0.1, "KL");
        assert!(ours.dimensions.iter().all(|dimension| dimension.kl.is_none()), "no KL of a dimension is claimed");
        assert_eq!(ours.active_units, plain.active_units);
    }

    async fn what_samples_say_of_the_kl_does_not_depend_on_how_many_come_at_once() {
        let (digits, weights) = (digits(3), Weights::fresh(&model(4), 2).unwrap());
        // More than are decoded at once: each turn has its part.
        let evaluation = evaluated(weights.clone(), 1200, &digits);
        let again = evaluated(weights, 400, &digits);
        assert_close(evaluation.terms.kl, again.terms.kl, 0.1, "KL");
        assert!(-evaluation.terms.elbo >= evaluation.negative_log_likelihood.unwrap());
    }

    async fn one_image_s_kl_is_an_estimate_without_parts() {
        let digits = digits(2);
        let (image, label) = digits.sample(0).unwrap();
        let [ours, plain] = [standard(), plain(standard())].map(Network::new);
        let mixed = reconstruct(&ours, &image, &image, label).unwrap();
        let single = reconstruct(&plain, &image, &image, label).unwrap();
        assert_eq!(mixed.kl_per_dimension, [0.0; 0]);
        assert_close(mixed.terms.kl, single.terms.kl, 0.1, "KL");
        let elbo = elbos(&ours, &image, &[label]).unwrap()[0];
        assert_close(elbo.into(), mixed.terms.elbo, 1e-5, "ELBO");
        assert!(places(&ours, &digits).is_ok());
    }

    async fn a_file_without_a_prior_has_the_gaussian() {
        let config = dense_model(2, vec![4]);
        let mut stated = serde_json::to_value(RunConfig { model: config, ..Default::default() }).unwrap();
        assert!(stated["model"].get("prior").is_none(), "files of a plain model are as they were");
        stated["train"].as_object_mut().unwrap().remove("estimator").unwrap();
        let run: RunConfig = serde_json::from_value(stated).unwrap();
        assert_eq!(run.model.prior, PriorKind::Gaussian);
    }

    async fn free_bits_and_autoencoders_know_no_mixture() {
        let mut run = RunConfig { model: model(3), ..Default::default() };
        assert_eq!(run.check(), []);
        run.train.free_bits = 0.1;
        assert_eq!(run.check()[0].field, "freeBits");
        run.train.free_bits = 0.0;
        run.model.deterministic = true;
        assert_eq!(run.check()[0].message(), "expected one of gaussian, got \"mixture\"");
        for components in [1, 501] {
            assert_eq!(model(components).check()[0].field, "components");
        }
    }
}
