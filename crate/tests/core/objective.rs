//! The terms of the ELBO against figures from NumPy.

use burn::tensor::{Tensor, TensorData};
use latent_explorer::model::Posterior;
use latent_explorer::model::pixels::{rows, to_vec};
use latent_explorer::objective::{closed_kl, elbo, to_device};
use serde::Deserialize;

use crate::support::{assert_close, device, figures, gradients_of, pairs, wave_batch, wave_model};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct KlFigures {
    mu: Vec<Vec<f32>>,
    log_var: Vec<Vec<f32>>,
    nats: Vec<f32>,
}

tests! {
    async fn kl_is_the_closed_form() {
        let (device, figures) = (device().await, figures::<KlFigures>("kl"));
        let posterior = Posterior {
            mu: rows(figures.mu.concat(), 2, &device),
            log_var: Some(rows(figures.log_var.concat(), 2, &device)),
            below: None,
            lower: None,
        };
        let nats = to_vec(closed_kl(&posterior).sum_dim(1)).await.unwrap();
        for (actual, expected) in pairs(&nats, &figures.nats) {
            assert_close((*actual).into(), (*expected).into(), 1e-5, "KL");
        }
    }

    async fn reparameterisation_scales_the_noise_by_the_standard_deviation() {
        let device = device().await;
        let posterior = Posterior {
            mu: Tensor::from_data(TensorData::from([[1.0f32, -2.0]]), &device),
            log_var: Some(Tensor::from_data(TensorData::from([[0.0f32, 4.0f32.ln()]]), &device)),
            below: None,
            lower: None,
        };
        let z = to_vec(posterior.sample(Tensor::from_data(TensorData::from([[0.5f32, -1.0]]), &device))).await.unwrap();
        assert_close(z[0].into(), 1.5, 1e-6, "1 + 1 * 0.5");
        assert_close(z[1].into(), -4.0, 1e-6, "-2 + 2 * -1");
    }

    async fn free_bits_cost_nothing_and_what_lies_above_them_does() {
        let device = device().await;
        let model = wave_model(6, 3, &device);
        let terms = elbo(&model, to_device(&model, &wave_batch(4, 3, 0.5), &device).unwrap());
        let kl = to_vec(terms.kl.clone().mean_dim(0)).await.unwrap();
        let reconstruction = f64::from(to_vec(terms.sums()).await.unwrap()[0]) / 4.0;
        let least = kl.iter().copied().fold(f32::INFINITY, f32::min);
        let most = kl.iter().copied().fold(0.0, f32::max);
        assert!(least < most);
        for free in [0.0, (least + most) / 2.0, 2.0 * most] {
            let expected = reconstruction + 1.5 * kl.iter().map(|&kl| f64::from(kl.max(free))).sum::<f64>();
            let loss = to_vec(terms.loss(1.5, free.into())).await.unwrap()[0];
            assert_close(loss.into(), expected, 1e-6, "loss");
        }
    }

    async fn below_its_free_bits_the_kl_has_no_gradient() {
        let device = device().await.autodiff();
        let model = wave_model(6, 3, &device);
        let terms = || elbo(&model, to_device(&model, &wave_batch(4, 3, 0.5), &device).unwrap());
        let free = gradients_of(&model, terms().loss(1.5, 10.0)).await;
        assert_eq!(free, gradients_of(&model, terms().loss(0.0, 0.0)).await);
        assert_ne!(free, gradients_of(&model, terms().loss(1.5, 0.0)).await);
    }
}
