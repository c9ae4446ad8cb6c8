//! Compression, measured.

use std::f64::consts::LN_2;
use std::fs;
use std::path::Path;

use latent_explorer::data::dataset::Dataset;
use latent_explorer::evaluation::evaluator::Evaluator;
use latent_explorer::model::weights::{Weights, read};
use latent_explorer::seed::{Stream, generator, normals};
use latent_explorer::settings::{Likelihood, ModelConfig, PriorKind};
use latent_explorer::uses::compress::Compressor;
use latent_explorer::uses::compress::network::Network;
use latent_explorer::uses::compress::survey::{Compress, STEPS};
use latent_explorer::uses::report::{Case, Method, Quantity, Row};

use rand::RngExt;

use super::{codable, sharp};
use crate::made::{autoencoder, bars, fresh, model, surveyed, values};

fn rows(config: &ModelConfig, count: usize) -> Vec<Row> {
    let (train, test) = (bars(&config.data, 60), bars(&config.data, count));
    surveyed(Compress::new(sharp(config), 1000).unwrap(), &train, &test).unwrap()
}

#[test]
fn every_kind_of_model_is_measured_beside_plain_methods() {
    for config in codable() {
        let rows = rows(&config, 30);
        for method in [Method::Codes, Method::PcaAsMany, Method::Pca100] {
            let bits = values(&rows, method, Quantity::BitsPerPixel);
            assert_eq!(bits.len(), STEPS.len());
            // A message is whole words.
            let word = 32.0 / 30.0 / (config.data.width * config.data.height) as f64;
            assert!(bits.windows(2).all(|pair| pair[0] >= pair[1] - word), "{method:?}: {bits:?}");
            assert_eq!(values(&rows, method, Quantity::Psnr).len(), STEPS.len());
        }
        // A model of black and white codes grey levels too, by what it learns of them, and knows no bound of them.
        let cases = if config.likelihood == Likelihood::Bernoulli { 2 } else { 1 };
        assert_eq!(values(&rows, Method::BitsBack, Quantity::BitsPerPixel).len(), cases, "{config:?}");
        assert_eq!(values(&rows, Method::Bound, Quantity::BitsPerPixel).len(), 1, "{config:?}");
        assert!(!values(&rows, Method::Gzip, Quantity::BitsPerPixel).is_empty());
    }
}

/// Black and white images that the model itself draws: of others the bits that choose z are not as if by chance.
fn drawn(weights: &Weights, count: usize) -> Dataset {
    let (config, network) = (weights.config(), Network::new(weights.clone()));
    let mut rng = generator(1, Stream::Pixels);
    let images = normals(&mut generator(1, Stream::Evaluation), count * config.latent_size);
    let images = images.chunks(config.latent_size).flat_map(|z| network.decode(z, 0).unwrap().means);
    let images = images.map(|mean| 255 * u8::from(rng.random_range(0.0..1.0) < mean)).collect();
    Dataset::of(config.data.clone(), images, vec![0; count]).unwrap()
}

#[test]
fn bits_back_comes_near_its_bound() {
    let images = drawn(&fresh(&model()), 200);
    let rows = surveyed(Compress::new(fresh(&model()), 200).unwrap(), &images, &images).unwrap();
    let of = |method| values(&rows, method, Quantity::BitsPerPixel)[0];
    // Of this untrained model it is 1.036.
    let ratio = of(Method::BitsBack) / of(Method::Bound);
    assert!((0.99..1.05).contains(&ratio), "{ratio}: {rows:?}");
}

#[test]
fn bits_back_comes_within_a_hundredth_of_a_shipped_models_elbo() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/mnist-20d.safetensors");
    let weights = read(&fs::read(file).unwrap()).unwrap();
    let images = drawn(&weights, 1000);
    let bytes = Compressor::new(weights.clone()).bits_back(images.images(), images.labels()).unwrap();
    let mut evaluator = Evaluator::new(weights, 4, images.len()).unwrap();
    while let (done, all) = evaluator.progress(&images)
        && done < all
    {
        evaluator.advance(&images).unwrap();
    }
    let elbo = evaluator.report().unwrap().terms.elbo;
    let nats = (8 * bytes.len()) as f64 * LN_2 / images.len() as f64;
    let ratio = nats / -elbo;
    assert!((0.99..1.01).contains(&ratio), "{nats} nats an image, ELBO {elbo}");
}

#[test]
fn codes_that_bits_back_cannot_take_are_measured_alone() {
    let (train, test) = (bars(&model().data, 60), bars(&model().data, 30));
    let mixed = fresh(&ModelConfig { prior: PriorKind::Mixture { components: 3 }, ..model() });
    let full = fresh(&ModelConfig { full_covariance: true, ..model() });
    for weights in [autoencoder(), mixed, full] {
        let rows = surveyed(Compress::new(weights, 30).unwrap(), &train, &test).unwrap();
        assert!(rows.iter().all(|row| row.method != Method::BitsBack && row.case != Case::BlackAndWhite), "{rows:?}");
        assert_eq!(values(&rows, Method::Codes, Quantity::Psnr).len(), STEPS.len());
    }
}

#[test]
fn no_images_are_refused() {
    assert!(Compress::new(autoencoder(), 0).err().unwrap().to_string().contains("at least one image"));
}
