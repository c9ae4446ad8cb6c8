//! Compression, measured.

use latent_explorer::settings::{DataView, ModelConfig};
use latent_explorer::uses::compress::survey::{Compress, STEPS};
use latent_explorer::uses::report::{Case, Method, Quantity, Row};

use super::sharp;
use crate::made::{autoencoder, bars, kinds, model, surveyed, values};

fn rows(config: &ModelConfig, count: usize) -> Vec<Row> {
    let (train, test) = (bars(&config.data, 60), bars(&config.data, count));
    surveyed(Compress::new(sharp(config), 1000).unwrap(), &train, &test).unwrap()
}

#[test]
fn every_kind_of_model_is_measured_beside_plain_methods() {
    for config in kinds() {
        let rows = rows(&config, 30);
        for method in [Method::Codes, Method::PcaAsMany, Method::Pca100] {
            let bits = values(&rows, method, Quantity::BitsPerPixel);
            assert_eq!(bits.len(), STEPS.len());
            assert!(bits.windows(2).all(|pair| pair[0] >= pair[1]), "{method:?}: {bits:?}");
            assert_eq!(values(&rows, method, Quantity::Psnr).len(), STEPS.len());
        }
        for method in [Method::BitsBack, Method::Bound] {
            assert_eq!(values(&rows, method, Quantity::BitsPerPixel).len(), 1, "{method:?}");
        }
        assert!(!values(&rows, Method::Gzip, Quantity::BitsPerPixel).is_empty());
    }
}

#[test]
fn bits_back_comes_within_a_hundredth_of_its_bound() {
    let rows = rows(&ModelConfig { data_view: DataView::Binarised, ..model() }, 200);
    let of = |method| values(&rows, method, Quantity::BitsPerPixel)[0];
    let ratio = of(Method::BitsBack) / of(Method::Bound);
    assert!((0.99..1.01).contains(&ratio), "{ratio}");
}

#[test]
fn an_autoencoder_s_codes_are_measured_alone() {
    let (train, test) = (bars(&model().data, 60), bars(&model().data, 30));
    let rows = surveyed(Compress::new(autoencoder(), 30).unwrap(), &train, &test).unwrap();
    assert!(rows.iter().all(|row| row.method != Method::BitsBack && row.case != Case::BlackAndWhite), "{rows:?}");
    assert_eq!(values(&rows, Method::Codes, Quantity::Psnr).len(), STEPS.len());
}

#[test]
fn no_images_are_refused() {
    assert!(Compress::new(autoencoder(), 0).err().unwrap().to_string().contains("at least one image"));
}
