//! The class reaches encoder and decoder, where the model is told it, and nothing otherwise.

use latent_explorer::data::batch::Batch;
use latent_explorer::model::Vae;
use latent_explorer::model::pixels::{rows, to_vec};
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::settings::ModelConfig;
use latent_explorer::settings::layers::tensor_specs;

use crate::support::{dense_model, device, wave_batch, wave_images};

fn dense() -> ModelConfig {
    ModelConfig { conditional: true, ..dense_model(2, vec![8]) }
}

fn convolutional() -> ModelConfig {
    ModelConfig { channels: vec![2, 3], ..dense() }
}

async fn model(config: &ModelConfig) -> Vae {
    Vae::new(config, 1, &device().await).unwrap()
}

tests! {
    async fn both_parts_get_ten_more_inputs() {
        let inputs = |config: &ModelConfig, name: &str| {
            tensor_specs(config).into_iter().find(|spec| spec.name == name).unwrap().shape[1]
        };
        assert_eq!(inputs(&dense(), "encoder.hidden.0.weight"), 794);
        assert_eq!(inputs(&convolutional(), "encoder.hidden.0.weight"), 3 * 7 * 7 + 10);
        assert_eq!(inputs(&convolutional(), "decoder.hidden.0.weight"), 12);
    }

    async fn a_class_is_one_hot() {
        let (device, model) = (device().await, model(&dense()).await);
        let told = to_vec(model.condition(&[0, 9], &device).unwrap()).await.unwrap();
        let ones: Vec<usize> = (0..20).filter(|&index| told[index] == 1.0).collect();
        assert_eq!((ones, told.iter().sum::<f32>()), (vec![0, 19], 2.0));
    }

    async fn what_is_encoded_and_decoded_depends_on_the_class() {
        let device = device().await;
        for config in [dense(), convolutional()] {
            let model = model(&config).await;
            let mu = async |class: u8| {
                let posterior = model.encoder.forward(wave_images(1, &device), model.condition(&[class], &device));
                to_vec(posterior.mu).await.unwrap()
            };
            let logits = async |class: u8| {
                let decoded = model.decoder.forward(rows(vec![0.3, -1.0], 2, &device), model.condition(&[class], &device));
                to_vec(decoded.logits).await.unwrap()
            };
            assert_eq!(mu(3).await, mu(3).await);
            assert_ne!(mu(3).await, mu(8).await);
            assert_eq!(logits(3).await, logits(3).await);
            assert_ne!(logits(3).await, logits(8).await);
        }
    }

    async fn each_sample_of_an_image_is_decoded_with_the_image_s_own_class() {
        let (device, model) = (device().await, model(&dense()).await);
        // Two images with two samples each, all from the same draw: an image's samples cost the same.
        let batch = Batch { noise: [0.5, -1.0].repeat(4), labels: vec![1, 7], ..wave_batch(2, 2, 0.5) };
        let terms = elbo(&model, to_device(&model, &batch, &device).unwrap());
        let nats = to_vec(terms.log_likelihood).await.unwrap();
        assert_eq!((nats[0], nats[2]), (nats[1], nats[3]));
        let alone = |index: usize| Batch {
            targets: batch.targets[index * 784..(index + 1) * 784].to_vec(),
            corrupted: None,
            labels: vec![batch.labels[index]],
            lower_noise: vec![], hidden: vec![], units: vec![],
            noise: vec![0.5, -1.0],
        };
        for index in 0..2 {
            let terms = elbo(&model, to_device(&model, &alone(index), &device).unwrap());
            let one = to_vec(terms.log_likelihood).await.unwrap()[0];
            assert!((one - nats[2 * index]).abs() < 1e-3, "{one} against {}", nats[2 * index]);
        }
    }

    async fn a_model_that_is_told_nothing_ignores_the_class() {
        let device = device().await;
        let model = model(&ModelConfig { conditional: false, ..dense() }).await;
        assert!(model.condition(&[3], &device).is_none());
        let nats = async |class: u8| {
            let batch = Batch { labels: vec![class; 2], ..wave_batch(2, 2, 0.5) };
            to_vec(elbo(&model, to_device(&model, &batch, &device).unwrap()).sums()).await.unwrap()
        };
        assert_eq!(nats(3).await, nats(8).await);
    }
}
