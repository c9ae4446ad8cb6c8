//! Paths against NumPy's.

use latent_explorer::latent::path::{Interpolation, Path};
use serde::Deserialize;

use crate::support::{assert_close, figures, pairs};

#[derive(Deserialize)]
struct Figures {
    from: Vec<f32>,
    to: Vec<f32>,
    linear: Vec<Vec<f64>>,
    spherical: Vec<Vec<f64>>,
}

fn path(from: &[f32], to: &[f32], interpolation: Interpolation, count: usize) -> Path {
    Path { from: from.to_vec(), to: to.to_vec(), interpolation, count }
}

tests! {
    async fn both_interpolations_are_numpy_s() {
        let figures: Figures = figures("paths");
        for (kind, expected) in [(Interpolation::Linear, figures.linear), (Interpolation::Spherical, figures.spherical)] {
            let points = path(&figures.from, &figures.to, kind, expected.len()).points().unwrap();
            for (point, expected) in pairs(&points, expected.concat()) {
                assert_close(f64::from(*point), expected, 1e-6, "coordinate");
            }
        }
    }

    async fn a_spherical_path_keeps_the_length_of_ends_that_share_it() {
        let points = path(&[2.0, 0.0], &[0.0, -2.0], Interpolation::Spherical, 7).points().unwrap();
        assert_eq!(points.len(), 7 * 2);
        for point in points.chunks(2) {
            assert_close(f64::from(point[0].hypot(point[1])), 2.0, 1e-6, "length");
        }
    }

    async fn a_wide_turn_does_not_overshoot_ends_of_different_lengths() {
        let points = path(&[-2.3, -1.2], &[2.4, 1.0], Interpolation::Spherical, 9).points().unwrap();
        assert_eq!(points.len(), 9 * 2);
        for pair in points.windows(4).step_by(2) {
            let (one, other) = (pair[0].hypot(pair[1]), pair[2].hypot(pair[3]));
            assert!(other > one && other < 2.7, "from {one} to {other}");
        }
    }

    async fn ends_without_an_angle_are_joined_by_a_line() {
        for (from, to) in [([1.0, 2.0], [2.0, 4.0]), ([1.0, 2.0], [-1.0, -2.0]), ([0.0, 0.0], [3.0, 1.0]), ([1.0; 2], [1.0; 2])] {
            let points = |kind| path(&from, &to, kind, 5).points().unwrap();
            assert_eq!(points(Interpolation::Linear).len(), 5 * 2);
            assert_eq!(points(Interpolation::Spherical), points(Interpolation::Linear));
        }
    }

    async fn paths_that_make_no_sense_are_refused() {
        let refused = |from: &[f32], to: &[f32], count| {
            path(from, to, Interpolation::Linear, count).points().unwrap_err().to_string()
        };
        assert!(refused(&[1.0], &[1.0, 2.0], 3).contains("one latent size, got 1 and 2"));
        assert!(refused(&[], &[], 3).contains("latent size"));
        assert!(refused(&[1.0], &[2.0], 1).contains("2 to 4096 points, got 1"));
        assert!(refused(&[f32::NAN], &[2.0], 3).contains("finite"));
    }
}
