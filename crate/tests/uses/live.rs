//! What goes on a few steps at a time comes to the same, and follows a hand.

use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use latent_explorer::model::weights::read;
use latent_explorer::seed::{Stream, generator};
use latent_explorer::settings::{DataSpec, ModelConfig};
use latent_explorer::uses::by_model::likeliest;
use latent_explorer::uses::descent::{Descending, Descent};
use latent_explorer::uses::inference::Inference;
use latent_explorer::uses::live::Live;
use latent_explorer::uses::part::Part;
use latent_explorer::uses::pseudo_gibbs::{Turns, pseudo_gibbs};
use latent_explorer::uses::repair::rest;
use latent_explorer::uses::sampling::{Chains, Sampling};

use crate::inferring::{images, small, weights};
use crate::made::{autoencoder, fresh, kinds, model};
use crate::restoring_plainly::assert_all_close;

fn shipped() -> Inference {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/mnist-20d.safetensors");
    Inference::new(read(&fs::read(file).unwrap()).unwrap())
}

/// A drawn four, without what a rubber of some width has taken from its foot.
fn drawn(erased_lines: usize) -> (Vec<f32>, Vec<bool>) {
    let is_ink = |x: usize, y: usize| {
        let (down, across) =
            ((5..15).contains(&y) && (8..10).contains(&x), (13..15).contains(&y) && (8..20).contains(&x));
        down || across || ((5..24).contains(&y) && (16..18).contains(&x))
    };
    let image = (0..784).map(|at| if is_ink(at % 28, at / 28) { 1.0 } else { 0.0 }).collect();
    (image, (0..784).map(|at| at / 28 >= 28 - erased_lines).collect())
}

#[test]
fn a_descent_in_parts_ends_where_it_does_at_once() {
    let inference = Inference::new(weights(small(2)));
    let seen = rest(&images(2), &Part::Half.pixels(&DataSpec::default()), &inference).unwrap().observation;
    let (start, descent) = (vec![0.3, -0.2, 1.0, 0.1], Descent { steps: 30, learning_rate: 0.1 });
    let whole = inference.descend(start.clone(), &seen, &[0; 2], descent);
    let mut path = Descending::from(start, descent);
    for (steps, left) in [(7, 23), (20, 3), (20, 0), (1, 0)] {
        path.go_on(&inference, &seen, &[0; 2], steps);
        assert_eq!(path.left(), left);
    }
    assert_eq!(path.z(), whole);
}

#[test]
fn chains_and_turns_in_parts_draw_what_they_do_at_once() {
    let inference = Inference::new(weights(small(2)));
    let lost = Part::Half.pixels(&DataSpec::default());
    let seen = rest(&images(2), &lost, &inference).unwrap();
    let sampling = Sampling { chains: 2, warm_up: 6, steps: 5, first_power: 0.1 };
    let (start, twice) = (vec![0.0; 8], seen.observation.clone().repeat(2, 2));
    let rng = || generator(3, Stream::Posterior);
    let whole = inference.sample(start.clone(), &twice, &[0; 4], sampling, &mut rng()).unwrap();
    let (mut chains, mut drawn) = (Chains::from(start, &inference, twice, vec![0; 4], sampling).unwrap(), rng());
    for left in [7, 3, 0] {
        chains.go_on(&inference, 4, &mut drawn);
        assert_eq!(chains.left(), left);
    }
    assert_eq!(chains.found().0, whole);

    let whole = pseudo_gibbs(&inference, &seen, &lost, &[0; 2], &mut rng()).unwrap();
    let (mut turns, mut drawn) = (Turns::from(&inference, &seen, lost, &[0; 2]).unwrap(), rng());
    while turns.left() > 0 {
        turns.go_on(&inference, 7, &mut drawn);
    }
    assert_eq!(turns.found(), whole);
}

#[test]
fn a_hand_is_followed_from_stroke_to_stroke() {
    let inference = shipped();
    let energy = |z: Vec<f32>, lines: usize| {
        let (image, erased) = drawn(lines);
        let seen = rest(&image, &erased, &inference).unwrap();
        inference.energy(&z, &seen.observation, &[0]).value[0]
    };
    let mut warm: Option<Vec<f32>> = None;
    for lines in 1..=14 {
        let (image, erased) = drawn(lines);
        let seen = rest(&image, &erased, &inference).unwrap();
        let mut live = Live::start(&inference, seen, warm.as_deref(), 0).unwrap();
        let first = live.go_on(&inference, 0);
        if let Some(warm) = warm {
            assert!(energy(first.z, lines) <= energy(warm, lines), "it begins no worse than where it was");
        }
        let mut way = live.go_on(&inference, 10);
        while way.left > 0 {
            way = live.go_on(&inference, 10);
        }
        warm = Some(way.z);
    }
    let (image, erased) = drawn(14);
    let seen = rest(&image, &erased, &inference).unwrap();
    let encoded = inference.encode(&seen.shown, &[0]).mu;
    let best = likeliest(&inference, encoded.clone(), &seen.observation, &[0]);
    let [followed, best, encoded] = [warm.unwrap(), best, encoded].map(|z| energy(z, 14));
    assert!(followed < best + 3.0 && followed < encoded, "{followed}, at leisure {best}, encoded {encoded} nats");
}

#[test]
fn every_kind_of_model_follows_and_ends() {
    for weights in kinds().iter().map(fresh).chain([autoencoder()]) {
        let inference = Inference::new(weights);
        let data = inference.model().config().data.clone();
        let image: Vec<f32> = (0..data.size()).map(|at| (at % 7) as f32 / 6.0).collect();
        let seen = rest(&image, &Part::Centre.pixels(&data), &inference).unwrap();
        let mut live = Live::start(&inference, seen, None, 3).unwrap();
        let way = live.go_on(&inference, usize::MAX);
        assert_eq!((way.z.len(), way.image.len(), way.left), (3, data.size(), 0));
        assert!(way.image.iter().all(|value| (0.0..=1.0).contains(value)));
        assert_all_close(&live.go_on(&inference, 5).z, &way.z, 1e-9);
    }
}

#[test]
fn more_than_one_image_or_a_z_of_another_size_is_refused_in_words() {
    let inference = Inference::new(fresh(&model()));
    let refused = |count: usize, warm: &[f32]| {
        let seen = rest(&images(count), &Part::Half.pixels(&DataSpec::default()), &inference).unwrap();
        Live::start(&inference, seen, Some(warm), 0).err().unwrap().to_string()
    };
    assert!(refused(2, &[0.0; 3]).contains("one image of 784 pixels"));
    assert!(refused(1, &[0.0; 2]).contains("3 latent coordinates, got 2"));
}

/// The least of some times of so many steps, in milliseconds a step.
fn pace(inference: &Inference) -> f64 {
    const STEPS: usize = 20;
    let (image, erased) = drawn(14);
    let stroke = || {
        let seen = rest(&image, &erased, inference).unwrap();
        let mut live = Live::start(inference, seen, None, 0).unwrap();
        let start = Instant::now();
        live.go_on(inference, STEPS);
        start.elapsed().as_secs_f64() * 1e3 / STEPS as f64
    };
    (0..10).map(|_| stroke()).fold(f64::INFINITY, f64::min)
}

#[test]
fn ten_steps_of_any_model_are_within_a_stroke_s_50_ms() {
    let convolutional = ModelConfig { latent_size: 20, hidden_sizes: vec![128], channels: vec![16, 32], ..model() };
    for (name, inference) in [("mnist-20d", shipped()), ("convolutional", Inference::new(fresh(&convolutional)))] {
        let ms = pace(&inference);
        eprintln!("{name}: {ms:.2} ms a step on one image");
        assert!(10.0 * ms < 50.0, "{name}: {ms} ms");
    }
}
