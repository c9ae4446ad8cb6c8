//! Images damaged, erased and shrunk, and the surveys of what comes back.

use latent_explorer::data::dataset::Dataset;
use latent_explorer::seed::{Stream, generator};
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig};
use latent_explorer::uses::Use;
use latent_explorer::uses::blemish::Blemish;
use latent_explorer::uses::enlarge::Shrinking;
use latent_explorer::uses::inference::Inference;
use latent_explorer::uses::observation::Observation;
use latent_explorer::uses::part::Part;
use latent_explorer::uses::repair::rest;
use latent_explorer::uses::report::{Case, Method, Quantity, Row};
use latent_explorer::uses::survey::{Data, Options, open};

use crate::inferring::{images, small, weights};
use crate::restoring_plainly::{assert_all_close, assert_close};

const USES: [Use; 3] = [Use::Denoise, Use::Repair, Use::Enlarge];

fn damaged(damage: Blemish, seed: u32) -> Vec<f32> {
    damage.apply(&images(2), &DataSpec::default(), &mut generator(seed, Stream::Corruption)).unwrap()
}

#[test]
fn the_same_seed_does_the_same_damage() {
    let damages =
        [Blemish::Noise { sigma: 0.25 }, Blemish::SaltAndPepper { share: 0.3 }, Blemish::Strokes { count: 3 }];
    for damage in damages {
        assert_eq!(damaged(damage, 1), damaged(damage, 1));
        assert_ne!(damaged(damage, 1), damaged(damage, 2));
        assert!(damaged(damage, 1).iter().all(|value| (0.0..=1.0).contains(value)));
    }
}

#[test]
fn damage_is_as_strong_as_it_is_told() {
    let changed = |damaged: &[f32]| {
        let changed = damaged.iter().zip(images(2)).filter(|&(&now, before)| now != before).count();
        changed as f64 / damaged.len() as f64
    };
    let pepper = damaged(Blemish::SaltAndPepper { share: 0.3 }, 1);
    // Some black pixels are made black.
    assert!((0.15..0.3).contains(&changed(&pepper)), "{}", changed(&pepper));
    let strokes = damaged(Blemish::Strokes { count: 3 }, 1);
    assert!((0.02..0.15).contains(&changed(&strokes)), "{}", changed(&strokes));
    for damage in [Blemish::Noise { sigma: 0.0 }, Blemish::Blur { sigma: -1.0 }, Blemish::Strokes { count: 0 }] {
        assert!(damage.check().unwrap_err().to_string().starts_with("expected"));
    }
}

/// What an observation holds, and what its operator makes of the clean images.
fn both_ways(observation: Observation) -> [Vec<f32>; 2] {
    let Observation::Sums { values, operator, .. } = observation else { panic!("expected sums") };
    let made = operator.apply(&images(2));
    [values, made]
}

#[test]
fn blur_and_shrinking_are_their_operators() {
    let inference = Inference::new(weights(small(2)));
    let blur = Blemish::Blur { sigma: 1.5 };
    let [seen, made] = both_ways(blur.observation(&damaged(blur, 1), &inference));
    assert_all_close(&seen, &made, 1e-5);
    let shrinking = Shrinking::new(&DataSpec::default(), 2).unwrap();
    let small = shrinking.seen(shrinking.shrunk(&images(2))).unwrap();
    assert_eq!(small.came.len(), 2 * 14 * 14);
    let [seen, made] = both_ways(small.observation);
    assert_all_close(&seen, &made, 1e-5);
}

#[test]
fn blur_keeps_a_plain_image() {
    let data = DataSpec::default();
    let plain = Blemish::Blur { sigma: 2.0 }.apply(&[0.4; 784], &data, &mut generator(1, Stream::Corruption)).unwrap();
    assert_all_close(&plain, &[0.4; 784], 1e-5);
}

#[test]
fn parts_are_a_quarter_and_a_half() {
    let data = DataSpec { channels: 3, width: 32, height: 32, ..Default::default() };
    let share = |part: Part| part.pixels(&data).iter().filter(|&&is_in| is_in).count() as f64 / data.size() as f64;
    assert_close(share(Part::Quarter), 0.25, 1e-9);
    assert_close(share(Part::Half), 0.5, 1e-9);
    assert_close(share(Part::Centre), 0.25, 1e-9);
}

#[test]
fn nonsense_gets_a_friendly_word() {
    let inference = Inference::new(weights(small(2)));
    let all = rest(&images(1), &[true; 784], &inference).unwrap_err();
    assert!(all.to_string().contains("all of it erased"));
    assert!(Shrinking::new(&DataSpec::default(), 3).unwrap_err().to_string().contains("divides"));
    let shrinking = Shrinking::new(&DataSpec::default(), 2).unwrap();
    assert!(shrinking.seen(vec![0.0; 7]).is_err());
    assert!(open(Use::Denoise, weights(small(2)), Options { limit: 0, strangers: vec![], others: vec![] }).is_err());
}

/// All that a survey says of a few images.
fn surveyed(of: Use, config: ModelConfig) -> Vec<Row> {
    let spec = config.data.clone();
    let bytes = |count: usize| (0..count * spec.size()).map(|at| (at * 7 % 256) as u8).collect();
    let set = |count: usize| Dataset::of(spec.clone(), bytes(count), (0..count).map(|at| (at % 10) as u8).collect());
    let (train, test) = (set(40).unwrap(), set(3).unwrap());
    let data = Data { train: &train, test: &test };
    let mut survey = open(of, weights(config), Options { limit: 2, strangers: vec![], others: vec![] }).unwrap();
    assert!(survey.report().is_err());
    while let (done, all) = survey.progress(data)
        && done < all
    {
        survey.advance(data).unwrap();
    }
    survey.report().unwrap()
}

/// Of images so small that a survey takes no time.
fn tiny() -> ModelConfig {
    ModelConfig { data: DataSpec { width: 8, height: 8, ..Default::default() }, ..small(2) }
}

fn has(rows: &[Row], method: Method) -> bool {
    rows.iter().any(|row| row.method == method)
}

#[test]
fn surveys_say_all_of_every_case() {
    for (of, plain) in USES.into_iter().zip([Method::Median, Method::Nearest, Method::Bicubic]) {
        let rows = surveyed(of, tiny());
        for method in [Method::EncodeDecode, Method::Optimised, Method::PosteriorMean, plain] {
            assert!(has(&rows, method), "{of:?} without {method:?}");
        }
        for quantity in [Quantity::Psnr, Quantity::Ssim, Quantity::SquaredError] {
            assert!(rows.iter().any(|row| row.quantity == quantity), "{of:?} without {quantity:?}");
        }
        assert!(rows.iter().all(|row| row.value.is_finite()));
    }
}

#[test]
fn the_same_survey_says_the_same() {
    assert_eq!(surveyed(Use::Enlarge, tiny()), surveyed(Use::Enlarge, tiny()));
}

#[test]
fn an_autoencoder_is_surveyed_without_samples() {
    let rows = surveyed(Use::Repair, ModelConfig { deterministic: true, ..tiny() });
    assert!(has(&rows, Method::Optimised));
    assert!(!has(&rows, Method::PosteriorMean) && !has(&rows, Method::PseudoGibbs));
}

#[test]
fn every_kind_of_model_and_data_is_surveyed() {
    let likelihood = Likelihood::GaussianPixel;
    let convolutional = ModelConfig { likelihood, channels: vec![2, 3], conditional: true, ..tiny() };
    let colour = DataSpec { width: 8, height: 8, channels: 3, ..Default::default() };
    for of in USES {
        assert!(surveyed(of, convolutional.clone()).iter().all(|row| row.value.is_finite()));
        let rows = surveyed(of, ModelConfig { data: colour.clone(), ..small(2) });
        assert!(rows.iter().all(|row| row.value.is_finite()));
    }
    let rows = surveyed(Use::Enlarge, ModelConfig { data: colour, ..small(2) });
    assert!(rows.iter().any(|row| row.case == Case::Small { width: 4, height: 4 }));
}
