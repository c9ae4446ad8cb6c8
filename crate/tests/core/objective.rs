//! The terms of the ELBO against figures from NumPy.

use burn::tensor::{Tensor, TensorData};
use latent_explorer::likelihood::bernoulli;
use latent_explorer::model::Posterior;
use latent_explorer::objective::kl_per_dimension;
use latent_explorer::pixels::{rows, to_vec};

use crate::support::{assert_close, device, figures};

tests! {
    async fn kl_is_the_closed_form() {
        let (device, figures) = (device().await, figures().kl);
        let posterior = Posterior {
            mu: rows(figures.mu.concat(), 2, &device),
            log_var: Some(rows(figures.log_var.concat(), 2, &device)),
        };
        let nats = to_vec(kl_per_dimension(&posterior).sum_dim(1)).await.unwrap();
        for (actual, expected) in nats.iter().zip(&figures.nats) {
            assert_close((*actual).into(), (*expected).into(), 1e-5, "KL");
        }
    }

    async fn bernoulli_log_likelihood_is_exact_and_never_overflows() {
        let (device, figures) = (device().await, figures().bernoulli);
        let nats = to_vec(bernoulli(rows(figures.logits, 1, &device), rows(figures.x, 1, &device))).await.unwrap();
        for (actual, expected) in nats.iter().zip(&figures.nats) {
            assert_close((*actual).into(), (*expected).into(), 1e-5, "log p(x|z)");
        }
    }

    async fn bernoulli_gradient_is_x_minus_sigmoid() {
        let (device, figures) = (device().await.autodiff(), figures().bernoulli);
        let logits = rows(figures.logits, 1, &device).require_grad();
        let gradients = bernoulli(logits.clone(), rows(figures.x, 1, &device)).sum().backward();
        let gradient = to_vec(logits.grad(&gradients).unwrap()).await.unwrap();
        for (actual, expected) in gradient.iter().zip(&figures.gradient) {
            assert_close((*actual).into(), (*expected).into(), 1e-5, "d log p / d logit");
        }
    }

    async fn reparameterisation_scales_the_noise_by_the_standard_deviation() {
        let device = device().await;
        let posterior = Posterior {
            mu: Tensor::from_data(TensorData::from([[1.0f32, -2.0]]), &device),
            log_var: Some(Tensor::from_data(TensorData::from([[0.0f32, 4.0f32.ln()]]), &device)),
        };
        let z = to_vec(posterior.sample(Tensor::from_data(TensorData::from([[0.5f32, -1.0]]), &device))).await.unwrap();
        assert_close(z[0].into(), 1.5, 1e-6, "1 + 1 * 0.5");
        assert_close(z[1].into(), -4.0, 1e-6, "-2 + 2 * -1");
    }
}
