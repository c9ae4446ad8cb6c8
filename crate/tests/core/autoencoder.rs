//! A deterministic autoencoder: no variance, no noise, no KL.

use latent_explorer::evaluation::evaluator::Evaluator;
use latent_explorer::evaluation::reconstruct::reconstruct;
use latent_explorer::model::Vae;
use latent_explorer::model::network::Network;
use latent_explorer::model::pixels::to_vec;
use latent_explorer::model::weights::Weights;
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::settings::layers::tensor_specs;
use latent_explorer::settings::{ModelConfig, RunConfig};

use crate::support::{dense_model, device, digits, wave_batch, wave_bytes};

fn config() -> ModelConfig {
    ModelConfig { deterministic: true, ..dense_model(3, vec![8]) }
}

tests! {
    async fn z_is_mu_without_a_variance_and_without_a_kl() {
        let device = device().await;
        let model = Vae::new(&config(), 1, &device).unwrap();
        let images = to_device(&model, &wave_batch(4, 3, 0.5), &device).unwrap();
        let posterior = model.encoder.forward(images.inputs.clone(), None);
        assert_eq!(posterior.mu.dims(), [4, 3]);
        assert!(posterior.log_var.is_none());
        let z = posterior.sample(images.noise.clone());
        assert_eq!(to_vec(z).await.unwrap(), to_vec(posterior.mu).await.unwrap());
        let terms = elbo(&model, images);
        assert_eq!(to_vec(terms.log_ratio.clone()).await.unwrap(), [0.0; 4]);
        let [reconstruction, kl] = to_vec(terms.sums()).await.unwrap()[..] else { panic!("two sums") };
        assert_eq!(kl, 0.0);
        assert!((to_vec(terms.loss(5.0, 0.0)).await.unwrap()[0] - reconstruction / 4.0).abs() < 1e-3);
    }

    async fn the_head_gives_mu_alone() {
        let specs = tensor_specs(&config());
        let head = specs.iter().find(|spec| spec.name == "encoder.posterior.weight").unwrap();
        assert_eq!(head.shape, [3, 8]);
    }

    async fn it_has_a_reconstruction_but_no_likelihood_of_x() {
        let weights = Weights::fresh(&config(), 1).unwrap();
        let mut evaluator = Evaluator::new(weights.clone(), 1, 20).unwrap();
        evaluator.advance(&digits(20)).unwrap();
        let report = evaluator.report().unwrap();
        assert_eq!((report.images, report.negative_log_likelihood, report.terms.kl), (20, None, 0.0));
        let model = Network::new(weights);
        let one = reconstruct(&model, &wave_bytes(1), &wave_bytes(1), 0).unwrap();
        assert_eq!((one.mu.len(), one.log_var.len(), one.terms.kl), (3, 0, 0.0));
    }

    async fn importance_samples_of_what_is_not_sampled_are_refused() {
        let mut run = RunConfig { model: config(), ..Default::default() };
        run.train.samples = 2;
        assert_eq!(run.check()[0].field, "samples");
        assert!(run.validate().is_err());
    }
}
