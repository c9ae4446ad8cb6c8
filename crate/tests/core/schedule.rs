//! Rates and weights over time, against their closed forms.

use latent_explorer::settings::{Schedule, TrainConfig};
use latent_explorer::training::schedule::{beta, learning_rate};

use crate::support::{assert_close, steady};

const PER_EPOCH: usize = 10;

fn rate(config: &TrainConfig, step: usize) -> f64 {
    learning_rate(config, step, PER_EPOCH)
}

tests! {
    async fn without_a_schedule_nothing_changes() {
        let config = TrainConfig { beta: 4.0, ..steady() };
        for step in [0, 1, 1_000_000] {
            assert_eq!((rate(&config, step), beta(&config, step, PER_EPOCH)), (1e-3, 4.0));
        }
    }

    async fn the_kl_s_weight_grows_evenly_from_nothing_to_beta() {
        let config = TrainConfig { beta: 4.0, kl_warm_up_epochs: 2.5, ..steady() };
        for (step, expected) in [(0, 0.0), (5, 0.8), (20, 3.2), (25, 4.0), (26, 4.0)] {
            assert_close(beta(&config, step, PER_EPOCH), expected, 1e-12, "beta");
        }
    }

    async fn the_learning_rate_grows_evenly_and_is_whole_at_the_last_step_of_its_warm_up() {
        let config = TrainConfig { warm_up_steps: 8, ..steady() };
        for (step, expected) in [(0, 1.25e-4), (3, 5e-4), (7, 1e-3), (8, 1e-3)] {
            assert_close(rate(&config, step) / 1e-3, expected / 1e-3, 1e-12, "learning rate");
        }
    }

    async fn a_cosine_falls_from_the_learning_rate_to_nothing_and_stays_there() {
        let config = TrainConfig { schedule: Schedule::Cosine { epochs: 6 }, ..steady() };
        let quarter = (1.0 + 0.5f64.sqrt()) / 2.0;
        for (step, share) in [(0, 1.0), (15, quarter), (20, 0.75), (30, 0.5), (40, 0.25), (60, 0.0), (99, 0.0)] {
            assert_close(rate(&config, step) / 1e-3, share, 1e-12, "share of the learning rate");
        }
    }

    async fn warm_up_and_cosine_multiply() {
        let schedule = Schedule::Cosine { epochs: 6 };
        let config = TrainConfig { warm_up_steps: 80, schedule, ..steady() };
        assert_close(rate(&config, 39) / 1e-3, 0.5 * (1.0 + (0.65 * std::f64::consts::PI).cos()) / 2.0, 1e-12, "share");
    }
}
