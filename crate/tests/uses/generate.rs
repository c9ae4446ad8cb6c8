//! Images that were never there.

use latent_explorer::latent::codes::Codes;
use latent_explorer::model::prior::Prior;
use latent_explorer::uses::coder::Coder;
use latent_explorer::uses::generate::{Generate, Sheet, decoded, sheet};
use latent_explorer::uses::report::{Method, Quantity};

use crate::made::{autoencoder, bars, fresh, kinds, model, surveyed, values};

fn mean_and_deviation(values: impl Iterator<Item = f32> + Clone) -> [f64; 2] {
    let values = values.map(f64::from);
    let count = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / count;
    [mean, (values.map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt()]
}

fn near([mean, deviation]: [f64; 2], expected: [f64; 2]) {
    assert!((mean - expected[0]).abs() < 0.05 && (deviation - expected[1]).abs() < 0.05, "{mean}, {deviation}");
}

#[test]
fn sheets_are_drawn_from_where_they_say_at_their_temperature() {
    // Two images of class 0 around 3 and -3 on the first axis, one of class 1 around (0, 8).
    let mu = vec![3.0, 0.0, -3.0, 0.0, 0.0, 8.0];
    let codes = Codes { mu: mu.clone(), log_var: vec![2.0 * 0.5_f32.ln(); 6], factor: vec![] };
    let drawn = |kind, temperature| sheet(kind, 2, 4000, temperature, 1).unwrap();
    let axis = |points: &[f32], axis: usize| mean_and_deviation(points.iter().skip(axis).step_by(2).copied());
    near(axis(&drawn(Sheet::Prior(&Prior::Gaussian { latent: 2 }), 1.0), 0), [0.0, 1.0]);
    near(axis(&drawn(Sheet::Prior(&Prior::Gaussian { latent: 2 }), 0.5), 1), [0.0, 0.5]);
    let of_class = drawn(Sheet::OfClass { codes: &codes, labels: &[0, 0, 1], class: 0 }, 1.0);
    near(axis(&of_class, 1), [0.0, 0.5]);
    let [mean, deviation] = axis(&of_class, 0);
    assert!(mean.abs() < 0.2 && (deviation - 9.25_f64.sqrt()).abs() < 0.05, "{mean}, {deviation}");
    let all = drawn(Sheet::Aggregated(&codes), 1.0);
    assert!((axis(&all, 1)[0] - 8.0 / 3.0).abs() < 0.2);
    let one = Sheet::Near(&codes);
    near(axis(&drawn(one, 2.0), 0), [3.0, 1.0]);
    assert_eq!(drawn(one, 0.0), [3.0, 0.0].repeat(4000));
    assert_eq!(drawn(one, 1.0), drawn(one, 1.0));
}

#[test]
fn what_cannot_be_drawn_is_told_in_words() {
    let codes = Codes { mu: vec![0.0; 4], log_var: vec![0.0; 4], factor: vec![] };
    let refused = |kind, count, temperature| sheet(kind, 2, count, temperature, 1).unwrap_err().to_string();
    assert!(refused(Sheet::Prior(&Prior::Gaussian { latent: 2 }), 0, 1.0).contains("1 to 10,000 images"));
    assert!(refused(Sheet::Prior(&Prior::Gaussian { latent: 2 }), 1, f64::NAN).contains("temperature from 0 to 5"));
    assert!(refused(Sheet::OfClass { codes: &codes, labels: &[0, 0], class: 1 }, 1, 1.0).contains("another class"));
    let of_none = Codes { mu: vec![0.0; 2], ..Codes::default() };
    assert!(refused(Sheet::Near(&of_none), 1, 1.0).contains("an autoencoder"));
    let short = Codes { mu: vec![0.0], log_var: vec![0.0], factor: vec![] };
    assert!(refused(Sheet::Near(&short), 1, 1.0).contains("2 numbers, got 1"));
    assert!(Generate::new(autoencoder(), 100).err().unwrap().to_string().contains("an autoencoder"));
    assert!(Generate::new(fresh(&model()), 99).err().unwrap().to_string().contains("at least 100"));
}

#[test]
fn every_kind_of_model_generates_and_is_compared() {
    for config in kinds() {
        let coder = Coder::new(fresh(&config));
        let points = sheet(Sheet::Prior(&Prior::Gaussian { latent: 3 }), 3, 5, 1.0, 1).unwrap();
        assert_eq!(decoded(&coder, &points, 2).len(), 5 * config.data.size());
        let (train, test) = (bars(&config.data, 120), bars(&config.data, 110));
        let rows = surveyed(Generate::new(fresh(&config), 200).unwrap(), &train, &test).unwrap();
        let distance = |method| values(&rows, method, Quantity::FrechetDistance)[0];
        // A fresh model makes grey fog, and the data is like itself.
        assert!(distance(Method::TrainingImages) < distance(Method::Prior), "{rows:?}");
        assert!(values(&rows, Method::TrainingImages, Quantity::Precision)[0] > 0.9, "{rows:?}");
        for method in [Method::Prior, Method::AggregatedPosterior, Method::CodesMixture, Method::PcaMixture] {
            assert_eq!(values(&rows, method, Quantity::NearestDistance).len(), 1);
        }
    }
}
