//! One image through the model, clean and damaged.

use latent_explorer::evaluation::reconstruct::{elbos, reconstruct};
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::ModelConfig;

use crate::support::{assert_close, dense_model, pairs, wave_bytes};

tests! {
    async fn the_clean_image_has_terms_of_its_own_at_the_same_z() {
        let model = Network::new(Weights::fresh(&dense_model(2, vec![8]), 1).unwrap());
        let (clean, seen) = (wave_bytes(1), [0; 784]);
        let both = reconstruct(&model, &seen, &clean, 0).unwrap();
        let alone = reconstruct(&model, &seen, &seen, 0).unwrap();
        assert_eq!((both.terms, &both.mu, &both.pixels), (alone.terms, &alone.mu, &alone.pixels));
        assert_eq!(alone.clean_terms, alone.terms);
        assert_eq!(both.clean_terms.kl, both.terms.kl);
        // Fresh decoders say one half of every pixel, more or less: -log p is about 784 ln 2 of any image.
        assert!((both.clean_terms.reconstruction - both.terms.reconstruction).abs() > 1e-3);
        assert_close(both.clean_terms.elbo, -(both.clean_terms.reconstruction + both.terms.kl), 1e-9, "ELBO");
    }

    async fn elbos_of_many_are_each_one_s_own() {
        let config = ModelConfig { conditional: true, ..dense_model(3, vec![8]) };
        let model = Network::new(Weights::fresh(&config, 1).unwrap());
        let (images, classes) = (wave_bytes(3), [4, 0, 9]);
        let together = elbos(&model, &images, &classes).unwrap();
        for ((image, &class), elbo) in pairs(pairs(images.chunks(784), &classes), together) {
            let alone = reconstruct(&model, image, image, class).unwrap();
            assert_close(f64::from(elbo), alone.terms.elbo, 1e-5, "ELBO");
        }
        assert!(elbos(&model, &[0; 783], &[0]).is_err());
    }
}
