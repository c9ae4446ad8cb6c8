//! Draws from a posterior, and how what they decode to spreads.

use latent_explorer::error::Result;
use latent_explorer::latent::codes::Codes;
use latent_explorer::latent::posterior::{self, spread};

use crate::support::{assert_close, pairs};

const MU: [f32; 3] = [1.5, -2.0, 0.0];
const SIGMA: [f64; 3] = [0.5, 2.0, 1e-3];

fn draw(mu: &[f32], log_var: &[f32], count: usize, seed: u32) -> Result<Vec<f32>> {
    posterior::draw(&Codes { mu: mu.to_vec(), log_var: log_var.to_vec(), factor: vec![] }, count, seed)
}

fn log_var() -> Vec<f32> {
    SIGMA.iter().map(|sigma| (2.0 * sigma.ln()) as f32).collect()
}

tests! {
    async fn samples_have_the_posterior_s_moments() {
        const COUNT: usize = 1000;
        let (mut means, mut variances) = ([0.0; 3], [0.0; 3]);
        let seeds = 20;
        for seed in 0..seeds {
            let samples = draw(&MU, &log_var(), COUNT, seed).unwrap();
            assert_eq!(samples.len(), 3 * COUNT);
            for (index, value) in samples.into_iter().enumerate() {
                let off = f64::from(value) - f64::from(MU[index % 3]);
                means[index % 3] += off;
                variances[index % 3] += off * off;
            }
        }
        // Within five standard errors: sigma / sqrt(n) of the mean, sigma^2 sqrt(2 / n) of the variance.
        let n = f64::from(seeds) * COUNT as f64;
        for (dimension, sigma) in SIGMA.into_iter().enumerate() {
            assert_close(means[dimension] / n / sigma, 0.0, 5.0 / n.sqrt(), "mean");
            assert_close(variances[dimension] / n / sigma.powi(2), 1.0, 5.0 * (2.0 / n).sqrt(), "variance");
        }
    }

    async fn a_seed_draws_the_same_and_the_samples_move_with_the_posterior() {
        let at = |mean: f32, seed| draw(&[mean], &[0.0], 5, seed).unwrap();
        assert_eq!(at(0.0, 1), at(0.0, 1));
        assert_ne!(at(0.0, 1), at(0.0, 2));
        for (still, moved) in pairs(at(0.0, 1), at(3.0, 1)) {
            assert_close(f64::from(moved - still), 3.0, 1e-6, "the move");
        }
    }

    async fn what_is_no_posterior_is_refused() {
        assert!(draw(&[0.0; 2], &[], 5, 1).unwrap_err().to_string().contains("got 2 means, 0 variances"));
        assert!(draw(&[], &[], 5, 1).is_err());
        assert!(draw(&[0.0], &[0.0], 0, 1).unwrap_err().to_string().contains("1 to 1000"));
        assert!(draw(&[f32::NAN], &[0.0], 5, 1).is_err());
    }

    async fn pixels_spread_between_no_and_the_largest_deviation() {
        let mut images = [[10; 784], [20; 784]].concat();
        (images[0], images[784]) = (0, 255);
        let (mean, deviation) = spread(&images, 784);
        assert_eq!((mean[0], deviation[0]), (128, 255));
        assert_eq!((mean[1], deviation[1]), (15, 10));
        assert_eq!((mean.len(), deviation.len()), (784, 784));
        assert_eq!(spread(&[7; 784], 784), (vec![7; 784], vec![0; 784]));
    }
}
