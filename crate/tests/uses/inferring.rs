//! Inference of z: what was seen as a density, its gradient against finite differences, descent and samples against a grid.

use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use latent_explorer::model::network::{Decoded, Slope};
use latent_explorer::model::weights::{Weights, read};
use latent_explorer::objective::image::ImageLikelihood;
use latent_explorer::seed::{Stream, generator};
use latent_explorer::settings::layers::tensor_specs;
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig};
use latent_explorer::uses::blemish::Blemish;
use latent_explorer::uses::by_model::{chains, ends_of_chains, likeliest};
use latent_explorer::uses::descent::Descent;
use latent_explorer::uses::enlarge::Shrinking;
use latent_explorer::uses::inference::Inference;
use latent_explorer::uses::measures::psnr::psnr;
use latent_explorer::uses::observation::Observation;
use latent_explorer::uses::part::Part;
use latent_explorer::uses::pseudo_gibbs::pseudo_gibbs;
use latent_explorer::uses::repair::rest;
use latent_explorer::uses::sampling::Sampling;
use serde::Deserialize;

use crate::restoring_plainly::{assert_all_close, assert_close, figures};

const SIZE: usize = 784;

pub fn wave(count: usize, phase: f64, scale: f64) -> Vec<f32> {
    (0..count).map(|index| (scale * (0.7 * index as f64 + phase).sin()) as f32).collect()
}

/// A model whose weights are waves.
pub fn weights(config: ModelConfig) -> Weights {
    let specs = tensor_specs(&config).into_iter().enumerate();
    let tensors = specs.map(|(index, spec)| wave(spec.shape.iter().product(), index as f64 + 5.2, 0.4));
    Weights::new(config.clone(), tensors.collect()).unwrap()
}

pub fn small(latent_size: usize) -> ModelConfig {
    ModelConfig { latent_size, hidden_sizes: vec![5], ..Default::default() }
}

/// `count` images with black, white and grey.
pub fn images(count: usize) -> Vec<f32> {
    wave(count * SIZE, 0.4, 0.8).into_iter().map(|value| (value + 0.5).clamp(0.0, 1.0)).collect()
}

/// Of each kind what is seen of two images.
fn observations(inference: &Inference) -> Vec<Observation> {
    let (data, images) = (DataSpec::default(), images(2));
    let damages = [
        Blemish::Noise { sigma: 0.3 },
        Blemish::SaltAndPepper { share: 0.3 },
        Blemish::Blur { sigma: 1.0 },
        Blemish::Strokes { count: 2 },
    ];
    let damaged = damages.map(|damage| {
        let mut rng = generator(3, Stream::Corruption);
        damage.observation(&damage.apply(&images, &data, &mut rng).unwrap(), inference)
    });
    let erased = rest(&images, &Part::Half.pixels(&data), inference).unwrap();
    let shrinking = Shrinking::new(&data, 4).unwrap();
    let small = shrinking.seen(shrinking.shrunk(&images)).unwrap();
    let noise = Observation::Noise { pixels: images, sigma: 0.5, cut: false };
    damaged.into_iter().chain([erased.observation, small.observation, noise]).collect()
}

/// The energy's slope by each coordinate of two z, of every kind of observation.
fn every_slope_is_that_of_finite_differences(config: ModelConfig) {
    /// A central difference of a float32 energy of some 1,000 nats is good to about 1e-2.
    const STEP: f32 = 1e-2;
    let inference = Inference::new(weights(config));
    let z = wave(4, 1.3, 0.8);
    for seen in observations(&inference) {
        let Slope { gradient, .. } = inference.energy(&z, &seen, &[3, 8]);
        for index in 0..z.len() {
            let moved = |step: f32| {
                let mut z = z.clone();
                z[index] += step;
                inference.energy(&z, &seen, &[3, 8]).value[index / 2]
            };
            let slope = (moved(STEP) - moved(-STEP)) / f64::from(2.0 * STEP);
            let off = (f64::from(gradient[index]) - slope).abs();
            assert!(off < 0.02 * slope.abs().max(2.0), "of {seen:?}: expected {slope}, got {}", gradient[index]);
        }
    }
}

#[test]
fn slopes_by_z_under_bernoulli_pixels() {
    every_slope_is_that_of_finite_differences(small(2));
}

#[test]
fn slopes_by_z_under_gaussians_with_a_class() {
    let likelihood = Likelihood::GaussianPixel;
    every_slope_is_that_of_finite_differences(ModelConfig { likelihood, conditional: true, ..small(2) });
}

#[test]
fn slopes_by_z_of_a_convolutional_autoencoder() {
    let likelihood = Likelihood::GaussianFixed { sigma: 0.5 };
    let config = ModelConfig { likelihood, channels: vec![2, 3], deterministic: true, ..small(2) };
    every_slope_is_that_of_finite_differences(config);
}

#[test]
fn all_pixels_known_are_the_model_s_own_likelihood() {
    let inference = Inference::new(weights(small(2)));
    let (z, pixels) = (wave(4, 0.2, 1.0), [vec![0.0; SIZE], vec![1.0; SIZE]].concat());
    let all = Observation::Known { pixels, known: vec![true; SIZE] };
    let likelihood = ImageLikelihood::of_model(inference.model());
    let mut own = [0.0; 2];
    inference.model().decode(&z, &[0; 2], &mut own, &|row, output, said| {
        said[0] = likelihood.value(output, &[[0; SIZE], [255; SIZE]][row]);
    });
    let prior = |z: &[f32]| 0.5 * z.iter().map(|&z| f64::from(z).powi(2)).sum::<f64>();
    let energies = inference.energy(&z, &all, &[0; 2]).value;
    for (row, energy) in energies.into_iter().enumerate() {
        assert_close(prior(&z[2 * row..2 * row + 2]) - energy, own[row], 1e-6);
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CutNormal {
    sigma: f64,
    means: Vec<f32>,
    pixels: Vec<f32>,
    log_likelihood: Vec<f32>,
}

/// log p of what was seen where a decoder gives these means, one image a pixel.
fn with_means(seen: &Observation, means: &[f32]) -> Vec<f32> {
    let inference = Inference::new(weights(small(2)));
    let outputs: Vec<f32> = means.iter().map(|&mean| (mean / (1.0 - mean)).ln()).collect();
    let (mut values, mut delta) = (vec![0.0; means.len()], vec![0.0; means.len()]);
    let decoded = Decoded { rows: 0..means.len(), outputs: &outputs, values: &mut values, delta: &mut delta };
    seen.log_likelihood(&ImageLikelihood::of_model(inference.model()), decoded);
    values.into_iter().map(|value| value as f32).collect()
}

#[test]
fn cut_noise_counts_all_that_is_beyond_as_numpy_does() {
    let it: CutNormal = figures("cutNormal");
    let seen = Observation::Noise { pixels: it.pixels, sigma: it.sigma, cut: true };
    assert_all_close(&with_means(&seen, &it.means), &it.log_likelihood, 1e-5);
}

#[test]
fn chances_of_black_and_white_with_outliers_are_one_together() {
    let chance = |pixel: f32| {
        let seen = Observation::Outliers { pixels: vec![pixel], white: 0.2, black: 0.1 };
        f64::from(with_means(&seen, &[0.9])[0]).exp()
    };
    assert_close(chance(1.0), 0.7 * 0.9 + 0.2, 1e-5);
    assert_close(chance(0.0), 0.7 * 0.1 + 0.1, 1e-5);
}

/// Energies of a model with one dimension, of one image of which half is known, on a grid.
fn on_a_grid(inference: &Inference, seen: &Observation) -> Vec<(f64, f64)> {
    let grid: Vec<f32> = (-400..=400).map(|step| step as f32 / 100.0).collect();
    let energies = inference.energy(&grid, &seen.clone().repeat(1, grid.len()), &vec![0; grid.len()]).value;
    grid.into_iter().zip(energies).map(|(z, energy)| (z.into(), energy)).collect()
}

fn half_seen() -> (Inference, Observation) {
    let inference = Inference::new(weights(small(1)));
    let mut erased = vec![true; SIZE];
    erased[..12].fill(false);
    let seen = rest(&images(1), &erased, &inference).unwrap().observation;
    (inference, seen)
}

#[test]
fn descent_finds_what_is_least_on_a_grid() {
    let (inference, seen) = half_seen();
    let least = on_a_grid(&inference, &seen).into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    let descent = Descent { steps: 200, learning_rate: 0.1 };
    let z = inference.descend(vec![0.0], &seen, &[0], descent);
    assert_close(z[0].into(), least.0, 0.02);
}

#[test]
fn samples_have_the_posterior_s_moments_on_a_grid() {
    const CHAINS: usize = 200;
    let (inference, seen) = half_seen();
    let grid = on_a_grid(&inference, &seen);
    let least = grid.iter().map(|&(_, energy)| energy).fold(f64::INFINITY, f64::min);
    let moment = |of: &dyn Fn(f64) -> f64| grid.iter().map(|&(z, energy)| of(z) * (least - energy).exp()).sum::<f64>();
    let (total, mean) = (moment(&|_| 1.0), moment(&|z| z) / moment(&|_| 1.0));
    let variance = moment(&|z| (z - mean).powi(2)) / total;

    let sampling = Sampling { chains: CHAINS, warm_up: 100, steps: 100, first_power: 0.01 };
    let (start, mut rng) = (vec![0.0; CHAINS], generator(1, Stream::Posterior));
    let samples = inference.sample(start, &seen.repeat(1, CHAINS), &[0; CHAINS], sampling, &mut rng).unwrap();
    let samples: Vec<f64> = samples.into_iter().flatten().map(f64::from).collect();
    assert_eq!(samples.len(), 100 * CHAINS);
    let found = samples.iter().sum::<f64>() / samples.len() as f64;
    let spread = samples.iter().map(|z| (z - found).powi(2)).sum::<f64>() / samples.len() as f64;
    assert!((found - mean).abs() < 0.1 * variance.sqrt(), "expected a mean of {mean}, got {found}");
    assert!((spread / variance - 1.0).abs() < 0.15, "expected a variance of {variance}, got {spread}");
}

fn shipped(name: &str) -> Inference {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets").join(name);
    Inference::new(read(&fs::read(file).unwrap()).unwrap())
}

#[test]
fn ten_steps_on_one_image_take_less_than_50_ms() {
    let inference = shipped("mnist-20d.safetensors");
    let seen = rest(&images(1), &Part::Half.pixels(&DataSpec::default()), &inference).unwrap();
    let descent = Descent { steps: 10, learning_rate: 0.1 };
    let stroke = || {
        let start = Instant::now();
        let warm = inference.encode(&seen.shown, &[0]).mu;
        inference.decode(&inference.descend(warm, &seen.observation, &[0], descent), &[0]);
        start.elapsed().as_secs_f64() * 1e3
    };
    // The best of some, since others may be at work too.
    let best = (0..20).map(|_| stroke()).fold(f64::INFINITY, f64::min);
    eprintln!("ten steps on one image: {best:.1} ms");
    assert!(best < 50.0, "{best} ms");
}

#[test]
fn the_right_model_of_the_noise_wins_where_encoding_misleads() {
    let inference = shipped("mnist-20d.safetensors");
    // A drawn seven: a bar and a slanted stem.
    let is_ink = |at: usize| {
        let (x, y) = ((at % 28) as f64, (at / 28) as f64);
        let bar = (6.0..9.0).contains(&y) && (8.0..20.0).contains(&x);
        bar || ((8.0..23.0).contains(&y) && (x - (19.0 - (y - 8.0) * 0.5)).abs() < 1.5)
    };
    let clean: Vec<f32> = (0..SIZE).map(|at| if is_ink(at) { 1.0 } else { 0.0 }).collect();
    let damage = Blemish::Noise { sigma: 0.5 };
    let damaged = damage.apply(&clean, &DataSpec::default(), &mut generator(1, Stream::Corruption)).unwrap();
    let warm = inference.encode(&damaged, &[0]).mu;
    let encoded = inference.decode(&warm, &[0]);
    let z = likeliest(&inference, warm, &damage.observation(&damaged, &inference), &[0]);
    let optimised = inference.decode(&z, &[0]);
    let [left, encoded, optimised] = [damaged, encoded, optimised].map(|image| psnr(&image, &clean));
    assert!(optimised > left + 3.0 && optimised > encoded + 3.0, "{left} {encoded} {optimised} dB");
}

#[test]
fn draws_of_what_was_erased_differ_and_come_again_by_their_seed() {
    let inference = shipped("mnist-20d.safetensors");
    let seen = rest(&images(1), &Part::Half.pixels(&DataSpec::default()), &inference).unwrap().observation;
    let sampling = Sampling { chains: 3, warm_up: 20, steps: 2, first_power: 0.01 };
    let made = |seed: u32| {
        let mut rng = generator(seed, Stream::Posterior);
        let mut chains = chains(&inference, &[0.0; 20], &seen, &[0], sampling).unwrap();
        chains.go_on(&inference, usize::MAX, &mut rng);
        ends_of_chains(&inference, chains).unwrap()
    };
    assert_eq!(made(1).len(), 3 * SIZE);
    assert_eq!(made(1), made(1));
    assert_ne!(made(1)[..SIZE], made(1)[SIZE..2 * SIZE]);
    assert_ne!(made(1), made(2));
}

#[test]
fn what_a_decoder_makes_of_every_z_stands_where_pixels_were_lost() {
    let config = small(2);
    let still = tensor_specs(&config).into_iter().map(|spec| vec![0.0; spec.shape.iter().product()]);
    let inference = Inference::new(Weights::new(config, still.collect()).unwrap());
    let lost = Part::Half.pixels(&DataSpec::default());
    let seen = rest(&images(2), &lost, &inference).unwrap();
    let filled = pseudo_gibbs(&inference, &seen, &lost, &[0; 2], &mut generator(1, Stream::Posterior)).unwrap();
    let expected = images(2).into_iter().zip(lost.iter().cycle()).map(|(value, &lost)| if lost { 0.5 } else { value });
    assert_all_close(&filled, &expected.collect::<Vec<_>>(), 1e-5);
}

#[test]
fn an_autoencoder_has_nothing_to_draw_from() {
    let config = ModelConfig { deterministic: true, ..small(2) };
    let inference = Inference::new(weights(config));
    assert!(inference.check_posterior().unwrap_err().to_string().contains("choose a VAE"));
}
