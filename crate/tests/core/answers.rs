//! What the network answers, forward alone, is what Burn's graph says, over every two settings together.

use latent_explorer::data::batch::BatchMaker;
use latent_explorer::latent::codes::{Codes, decode};
use latent_explorer::model::Vae;
use latent_explorer::model::network::Network;
use latent_explorer::model::pixels::{from_logits, rows as points, to_vec};
use latent_explorer::objective::samples::{Samples, samples};
use latent_explorer::objective::{elbo, kl, to_device};

use crate::engines::{BATCH, CHOICES, is_possible, pictures, run, weights};
use crate::pairwise::rows;
use crate::support::{assert_close, device, pairs};

fn assert_all_close(ours: impl IntoIterator<Item = f64>, graph: Vec<f32>, what: &str) {
    pairs(ours, graph).for_each(|(ours, graph)| assert_close(ours, f64::from(graph), 1e-4, what));
}

tests! {
    async fn every_two_settings_together_answer_as_burn_s_graph_does() {
        for row in rows(CHOICES, is_possible) {
            let config = run(&row);
            let weights = weights(&config.model);
            let device = device().await;
            let (network, vae) = (Network::new(weights.clone()), Vae::from_weights(weights, &device));
            let batch = BatchMaker::training(&config).make(&pictures(&config.model.data), 0..BATCH).unwrap();
            let terms = elbo(&vae, to_device(&vae, &batch, &device).unwrap());

            let heads = network.heads(batch.inputs(), &batch.labels).unwrap();
            let Samples { log_likelihood, log_ratio, .. } = samples(&network, &heads, &batch).unwrap();
            let codes = Codes::of(&network.posteriors(heads), config.model.latent_size, BATCH);
            let what = |of: &str| format!("{of} of {row:?}");
            assert_all_close(log_likelihood, to_vec(terms.log_likelihood).await.unwrap(), &what("log p(x|z)"));
            assert_all_close(log_ratio.into_iter().map(f64::from), to_vec(terms.log_ratio).await.unwrap(), &what("log p(z)/q"));
            if config.model.splits_kl() {
                let kl = to_vec(terms.kl).await.unwrap();
                assert_all_close(codes.kl_per_dimension(config.model.latent_size).into_iter().map(f64::from), kl, &what("KL of each"));
            }
            let images = to_device(&vae, &batch, &device).unwrap();
            let by_graph = kl(&vae, &vae.encoder.forward(images.inputs, images.condition)).sum_dim(1);
            let by_graph = to_vec(by_graph).await.unwrap();
            assert_all_close(codes.kl(&network).into_iter().map(f64::from), by_graph, &what("KL"));

            let z = points(codes.mu.clone(), config.model.latent_size, &device);
            let condition = vae.condition(&[2; BATCH], &device);
            let pictures = from_logits(vae.decode(z, condition).logits).await.unwrap();
            let apart = pairs(decode(&network, &codes.mu, 2), pictures).map(|(ours, graph)| ours.abs_diff(graph)).max();
            assert!(apart <= Some(1), "bytes of {row:?} are apart by {apart:?}");
        }
    }
}
