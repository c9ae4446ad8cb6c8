//! A second layer of latents: q(h|x, z) against NumPy, samples and bounds against Burn's graph, and what has no meaning with it.

use latent_explorer::data::batch::{Batch, BatchMaker};
use latent_explorer::evaluation::evaluator::Evaluator;
use latent_explorer::evaluation::reconstruct::{elbos, reconstruct};
use latent_explorer::latent::codes::encode;
use latent_explorer::model::Vae;
use latent_explorer::model::network::Network;
use latent_explorer::model::pixels::to_vec;
use latent_explorer::model::weights::Weights;
use latent_explorer::objective::lower::{Joined, joined};
use latent_explorer::objective::samples::samples;
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::settings::{Corruption, DataKind, DataSpec, Estimator, ModelConfig, PriorKind, RunConfig};
use serde::Deserialize;

use crate::support::{assert_close, changed, dense_model, device, digits, pairs, wave};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    said: Vec<f32>,
    prior: Vec<f32>,
    noise: Vec<f32>,
    means: Vec<f64>,
    log_vars: Vec<f64>,
    kls: Vec<f64>,
    log_ratios: Vec<f64>,
}

const LATENT: usize = 2;
const LOWER: usize = 4;
const IMAGES: usize = 5;

fn model() -> ModelConfig {
    ModelConfig { lower_size: LOWER, ..dense_model(LATENT, vec![7, 6]) }
}

fn fresh(config: &ModelConfig) -> Weights {
    // Larger than at first, so that all of it matters.
    let louder = |tensors: &mut [Vec<f32>]| tensors.iter_mut().flatten().for_each(|value| *value *= 2.0);
    changed(Weights::fresh(config, 3).unwrap(), louder)
}

fn batch(config: &ModelConfig, samples: usize) -> Batch {
    BatchMaker::evaluation(config, Corruption::None, samples).make(&digits(IMAGES), 0..IMAGES).unwrap()
}

/// The same model whose encoder says nothing of h: its variances are so large.
fn silent(config: &ModelConfig) -> Weights {
    changed(fresh(config), |tensors| {
        let bias = tensors.iter_mut().find(|values| values.len() == config.head_size()).unwrap();
        bias[config.posterior_size() + LOWER..].fill(60.0);
    })
}

tests! {
    async fn what_joins_both_is_numpy_s() {
        let Figures { said, prior, noise, means, log_vars, kls, log_ratios } =
            serde_json::from_str(include_str!("../fixtures/lower.json")).unwrap();
        let all: Vec<Joined> = joined(&said, &prior).collect();
        for (d, (own, noise)) in pairs(&all, &noise).enumerate() {
            let close = |actual: f32, expected: f64, what: &str| assert_close(actual.into(), expected, 2e-5, what);
            close(own.mean, means[d], "mean");
            close(own.log_var, log_vars[d], "log variance");
            close(own.kl(), kls[d], "KL");
            close(own.log_ratio(own.sample(*noise), *noise), log_ratios[d], "log ratio");
        }
        let far: Vec<Joined> = joined(&[3.0, 200.0], &[-1.0, -200.0]).chain(joined(&[3.0, -200.0], &[-1.0, 200.0])).collect();
        assert_eq!([far[0].mean, far[0].log_var, far[1].mean, far[1].log_var], [-1.0, -200.0, 3.0, -200.0]);
    }

    async fn samples_cost_what_they_do_in_the_graph() {
        let device = device().await;
        for (k, prior) in [(1, PriorKind::Gaussian), (3, PriorKind::Mixture { components: 3 })] {
            let config = ModelConfig { prior, conditional: true, ..model() };
            let (weights, batch) = (fresh(&config), batch(&config, k));
            let network = Network::new(weights.clone());
            let made = samples(&network, &network.heads(batch.inputs(), &batch.labels).unwrap(), &batch).unwrap();
            let vae = Vae::from_weights(weights, &device);
            let terms = elbo(&vae, to_device(&vae, &batch, &device).unwrap());
            for (ours, graph) in pairs(made.log_likelihood, to_vec(terms.log_likelihood).await.unwrap()) {
                assert_close(ours, graph.into(), 1e-4, "log p(x|h)");
            }
            for (ours, graph) in pairs(made.log_ratio, to_vec(terms.log_ratio).await.unwrap()) {
                assert_close(ours.into(), graph.into(), 1e-4, "log ratio");
            }
        }
    }

    async fn at_the_means_it_costs_what_samples_do_on_average() {
        let config = model();
        let (network, digits) = (Network::new(fresh(&config)), digits(1));
        let (pixels, label) = digits.sample(0).unwrap();
        let found = reconstruct(&network, &pixels, &pixels, label).unwrap();
        let mut evaluator = Evaluator::new(fresh(&config), 10_000, 1).unwrap();
        evaluator.advance(&digits).unwrap();
        let told = evaluator.report().unwrap();
        // One KL at z = mu, the other averaged over z; p(h|z) hardly bends from the one to the other.
        assert_close(found.terms.kl, told.terms.kl, 0.1, "KL");
        assert!(found.kl_per_dimension.is_empty() && told.dimensions.iter().all(|it| it.kl.is_none()));
        assert_eq!(told.lower_size, LOWER);
        assert!(-told.negative_log_likelihood.unwrap() >= told.terms.elbo);
        let [elbo] = elbos(&network, &pixels, &[label]).unwrap()[..] else { panic!("one image has one ELBO") };
        assert_close(elbo.into(), found.terms.elbo, 1e-4, "ELBO");
    }

    async fn an_encoder_that_says_nothing_of_h_leaves_it_to_z() {
        let config = model();
        let (network, digits) = (Network::new(silent(&config)), digits(1));
        let (pixels, label) = digits.sample(0).unwrap();
        let found = reconstruct(&network, &pixels, &pixels, label).unwrap();
        let codes = encode(&network, &pixels, &[label]).unwrap();
        assert_close(found.terms.kl, codes.kl(&network)[0].into(), 1e-5, "KL");
        assert_eq!(found.pixels, network.pictures(&codes.mu, &[label]));
        assert_ne!(found.pixels, reconstruct(&Network::new(fresh(&config)), &pixels, &pixels, label).unwrap().pixels);
    }

    async fn what_is_decoded_changes_with_z_as_its_slope_says() {
        for channels in [vec![], vec![3]] {
            let network = Network::new(fresh(&ModelConfig { channels, conditional: true, ..model() }));
            let weigh = wave(network.config().data.size(), 0.3, 1.0);
            let figure = |z: &[f32]| {
                network.slope(z, &[4], &|decoded| {
                    let products = decoded.outputs.iter().zip(&weigh).map(|(output, weight)| f64::from(output * weight));
                    decoded.values[0] = products.sum();
                    decoded.delta.copy_from_slice(&weigh);
                })
            };
            let z = [0.4_f32, -0.7];
            for d in 0..LATENT {
                let [after, before] = [1e-2, -1e-2].map(|step| {
                    let mut moved = z;
                    moved[d] += step;
                    figure(&moved).value[0]
                });
                assert_close(figure(&z).gradient[d].into(), (after - before) / 2e-2, 1e-2, "slope");
            }
        }
    }

    async fn other_posteriors_data_and_estimators_have_none() {
        let run = RunConfig { model: model(), ..Default::default() };
        assert_eq!(run.check(), []);
        assert!(run.trains_on_gpu());
        let refused = |change: &dyn Fn(&mut RunConfig)| {
            let mut run = run.clone();
            change(&mut run);
            run.check().into_iter().map(|refusal| refusal.field).collect::<Vec<_>>()
        };
        assert_eq!(refused(&|run| run.model.deterministic = true), ["lowerSize"]);
        assert_eq!(refused(&|run| run.model.full_covariance = true), ["lowerSize"]);
        assert_eq!(refused(&|run| (run.train.samples, run.train.estimator) = (5, Estimator::DoublyReparameterised)), ["lowerSize"]);
        assert_eq!(refused(&|run| run.train.free_bits = 0.1), ["freeBits"]);
        assert_eq!(refused(&|run| run.model.lower_size = 513), ["lowerSize"]);
        let items = DataSpec::of_items(["tea", "rice"].map(Into::into).to_vec());
        let of_items = ModelConfig { lower_size: 2, ..ModelConfig::on(items) };
        assert_eq!(of_items.data.kind, DataKind::Items);
        assert_eq!(of_items.check().into_iter().map(|refusal| refusal.field).collect::<Vec<_>>(), ["lowerSize"]);
    }

    async fn a_file_that_does_not_say_has_one_layer() {
        let stated = serde_json::to_value(RunConfig { model: dense_model(2, vec![4]), ..Default::default() }).unwrap();
        assert!(stated["model"].get("lowerSize").is_none(), "files of such a model are as they were");
        assert_eq!(serde_json::from_value::<RunConfig>(stated).unwrap().model.lower_size, 0);
    }
}
