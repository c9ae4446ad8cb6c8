//! Bits back.

use latent_explorer::settings::{Likelihood, ModelConfig, PriorKind};
use latent_explorer::uses::compress::Images;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{codable, compressor, pictures};
use crate::made::model;

#[test]
fn images_come_back_exactly() {
    for config in codable() {
        let (compressor, (grey, split, classes)) = (compressor(&config), pictures(&config, 12));
        let images = if config.likelihood == Likelihood::Bernoulli { split } else { grey };
        let bytes = compressor.bits_back(&images, &classes).unwrap();
        let told = if config.conditional { classes } else { vec![0; 12] };
        assert_eq!(compressor.unbits(&bytes).unwrap(), Images { bytes: images, classes: told }, "{config:?}");
    }
}

#[test]
fn a_bernoulli_likelihood_is_of_black_and_white() {
    let (compressor, (grey, ..)) = (compressor(&model()), pictures(&model(), 1));
    assert!(compressor.bits_back(&grey, &[0]).unwrap_err().to_string().contains("split the image at one half"));
}

#[test]
fn an_autoencoder_has_no_bits_to_get_back() {
    let config = ModelConfig { deterministic: true, ..model() };
    let (compressor, (_, split, classes)) = (compressor(&config), pictures(&config, 1));
    assert!(compressor.bits_back(&split, &classes).unwrap_err().to_string().contains("no posterior"));
    assert!(compressor.unbits(&[]).unwrap_err().to_string().contains("no posterior"));
}

#[test]
fn a_mixture_as_prior_has_no_buckets_of_equal_chance() {
    let config = ModelConfig { prior: PriorKind::Mixture { components: 3 }, ..model() };
    let (compressor, (_, split, classes)) = (compressor(&config), pictures(&config, 1));
    for refusal in [compressor.bits_back(&split, &classes).err(), compressor.unbits(&[]).err()] {
        assert!(refusal.unwrap().to_string().contains("a model whose prior is N(0, I)"));
    }
}

#[test]
fn dimensions_that_depend_on_each_other_are_not_coded_one_by_one() {
    let config = ModelConfig { full_covariance: true, ..model() };
    let (compressor, (_, split, classes)) = (compressor(&config), pictures(&config, 1));
    for refusal in [compressor.bits_back(&split, &classes).err(), compressor.unbits(&[]).err()] {
        assert!(refusal.unwrap().to_string().contains("posterior's dimensions are independent"));
    }
}

#[test]
fn grey_levels_are_learnt_for_a_model_of_black_and_white() {
    let (plain, (grey, _, classes)) = (compressor(&model()), pictures(&model(), 40));
    let learnt = plain.clone().with_tones(&grey, &classes).unwrap();
    let bytes = learnt.bits_back(&grey, &classes).unwrap();
    assert_eq!(learnt.unbits(&bytes).unwrap().bytes, grey);
    assert!(8 * bytes.len() < grey.len() * 2, "{} bytes", bytes.len());
    assert!(plain.unbits(&bytes).unwrap_err().to_string().contains("by this model"));
    // A Gaussian likelihood is of grey levels already.
    let gaussian = compressor(&ModelConfig { likelihood: Likelihood::GaussianShared, ..model() });
    let bytes = gaussian.bits_back(&grey, &classes).unwrap();
    assert_eq!(gaussian.with_tones(&grey, &classes).unwrap().bits_back(&grey, &classes).unwrap(), bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_images_come_back_exactly(images in vec(vec(any::<u8>(), 784), 1..4), grey in any::<bool>()) {
        let likelihood = if grey { Likelihood::GaussianPixel } else { Likelihood::Bernoulli };
        let config = ModelConfig { latent_size: 2, hidden_sizes: vec![4], likelihood, ..model() };
        let (compressor, classes) = (compressor(&config), vec![0; images.len()]);
        let mut bytes = images.concat();
        if !grey {
            latent_explorer::data::batch::threshold(&mut bytes);
        }
        let coded = compressor.bits_back(&bytes, &classes).unwrap();
        prop_assert_eq!(compressor.unbits(&coded).unwrap(), Images { bytes, classes });
    }
}
