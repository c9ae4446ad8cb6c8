//! A posterior with a full covariance: its KL, density and draws against NumPy, and what has no meaning with it.

use latent_explorer::latent::codes::Codes;
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::Weights;
use latent_explorer::objective::posterior::{Head, log_posterior};
use latent_explorer::settings::{ModelConfig, RunConfig};
use latent_kernels::triangle;
use serde::Deserialize;

use crate::support::{assert_close, dense_model, pairs};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    heads: Vec<f32>,
    noise: Vec<f32>,
    z: Vec<f64>,
    kl: Vec<f64>,
    log_densities: Vec<f64>,
    variances: Vec<f64>,
    by_noise: Vec<f64>,
}

const LATENT: usize = 4;
const IMAGES: usize = 3;

fn figures() -> Figures {
    serde_json::from_str(include_str!("../fixtures/full_covariance.json")).unwrap()
}

fn compare(actual: impl IntoIterator<Item = f32>, expected: &[f64], what: &str) {
    pairs(actual, expected).for_each(|(actual, expected)| assert_close(actual.into(), *expected, 1e-5, what));
}

fn model() -> ModelConfig {
    ModelConfig { full_covariance: true, ..dense_model(LATENT, vec![5]) }
}

tests! {
    async fn its_kl_density_and_draws_are_numpy_s() {
        let Figures { heads, noise, z, kl, log_densities, variances, by_noise } = figures();
        let codes = Codes::of(&heads, LATENT, IMAGES);
        compare(codes.log_var.iter().map(|log_var| log_var.exp()), &variances, "variance");
        compare(codes.samples(&noise, LATENT), &z, "z of codes");
        compare(codes.kl(&Network::new(Weights::fresh(&model(), 1).unwrap())), &kl, "KL");
        let each = heads.chunks_exact(heads.len() / IMAGES).zip(noise.chunks_exact(LATENT));
        let (mut points, mut densities, mut slopes) = (vec![], vec![], vec![]);
        for (head, noise) in each {
            let head = Head::of(head, LATENT);
            points.extend(head.points(noise));
            densities.push(log_posterior(head.log_var, noise));
            let mut slope = noise.to_vec();
            triangle::solve_transposed(&head.diagonal(), head.below, &mut slope);
            slopes.extend(slope);
        }
        compare(points, &z, "z");
        compare(densities, &log_densities, "log q(z|x)");
        compare(slopes, &by_noise, "gradient by z");
    }

    async fn free_bits_autoencoders_and_many_dimensions_know_none() {
        let mut run = RunConfig { model: model(), ..Default::default() };
        assert_eq!(run.check(), []);
        run.train.free_bits = 0.1;
        assert_eq!(run.check()[0].field, "freeBits");
        run.train.free_bits = 0.0;
        run.model.latent_size = 65;
        assert!(run.check()[0].message().contains("at most 64 with a full covariance"));
        run.model.latent_size = 2;
        run.model.deterministic = true;
        assert_eq!(run.check()[0].field, "posterior");
    }

    async fn a_file_that_does_not_say_has_a_diagonal_one() {
        let stated = serde_json::to_value(RunConfig { model: dense_model(2, vec![4]), ..Default::default() }).unwrap();
        assert!(stated["model"].get("fullCovariance").is_none(), "files of such a model are as they were");
        assert!(!serde_json::from_value::<RunConfig>(stated).unwrap().model.full_covariance);
    }
}
