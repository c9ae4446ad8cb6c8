//! Digits encoded together lie where each lies alone.

use latent_explorer::evaluation::reconstruct::reconstruct;
use latent_explorer::latent::codes::encode;
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::ModelConfig;

use crate::support::{assert_close, dense_model, pairs, wave_bytes};

tests! {
    async fn codes_are_each_image_s_posterior_as_its_class() {
        let classes = [4, 0, 9];
        for conditional in [false, true] {
            let config = ModelConfig { conditional, ..dense_model(2, vec![8]) };
            let model = Network::new(Weights::fresh(&config, 1).unwrap());
            let images = wave_bytes(3);
            let together = encode(&model, &images, &classes).unwrap();
            assert_eq!((together.mu.len(), together.log_var.len()), (6, 6));
            for (index, (image, &class)) in pairs(images.chunks(784), &classes).enumerate() {
                let alone = reconstruct(&model, image, image, class).unwrap();
                for (codes, own) in [(&together.mu, alone.mu), (&together.log_var, alone.log_var)] {
                    for (code, own) in pairs(&codes[2 * index..][..2], own) {
                        assert_close(f64::from(*code), f64::from(own), 1e-5, "code");
                    }
                }
            }
        }
    }

    async fn an_autoencoder_s_codes_are_points() {
        let config = ModelConfig { deterministic: true, ..dense_model(2, vec![8]) };
        let model = Network::new(Weights::fresh(&config, 1).unwrap());
        let codes = encode(&model, &wave_bytes(3), &[0; 3]).unwrap();
        assert_eq!((codes.mu.len(), codes.log_var.len()), (6, 0));
    }

    async fn bytes_that_are_no_images_are_refused() {
        let model = Network::new(Weights::fresh(&dense_model(2, vec![8]), 1).unwrap());
        assert!(encode(&model, &[0; 783], &[0]).is_err());
    }
}
