//! Good places are codes of their class, and what is decoded there is crisp.

use latent_explorer::evaluation::places::{doubt, places};
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::ModelConfig;

use crate::support::{assert_close, dense_model, digits};

tests! {
    async fn doubt_is_entropy_for_each_pixel_of_ink() {
        assert_eq!(doubt(&[255, 0, 255, 0]), 0.0);
        assert_eq!(doubt(&[0; 4]), f64::INFINITY);
        // Two pixels of one half: two times ln 2, for one pixel of ink.
        assert_close(doubt(&[128, 127]), 2.0 * 2.0_f64.ln(), 1e-3, "doubt");
        assert!(doubt(&[250, 5]) < doubt(&[200, 55]));
    }

    async fn places_are_one_of_each_class_within_reach() {
        for conditional in [false, true] {
            let config = ModelConfig { conditional, ..dense_model(2, vec![8]) };
            let model = Network::new(Weights::fresh(&config, 1).unwrap());
            let found = places(&model, &digits(300)).unwrap();
            assert!(found.iter().map(|place| place.label).eq(0..10));
            assert!(found.iter().all(|place| place.z.len() == 2 && place.z[0].hypot(place.z[1]) <= 2.5));
            // Of so few, none has as many neighbours of its class.
            let few = places(&model, &digits(40)).unwrap();
            assert_eq!(few.is_empty(), !conditional);
        }
    }
}
