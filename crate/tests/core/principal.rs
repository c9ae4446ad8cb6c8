//! Principal axes, against NumPy's eigenvectors.

use latent_explorer::latent::principal::principal_axes;
use serde::Deserialize;

use crate::support::{figures, pairs};

#[derive(Deserialize)]
struct Figures {
    latent: usize,
    points: Vec<f32>,
    directions: Vec<f32>,
    share: f32,
}

tests! {
    async fn principal_axes_are_numpy_s() {
        let figures: Figures = figures("principal");
        let axes = principal_axes(&figures.points, figures.latent).unwrap();
        for (got, expected) in pairs(&axes.directions, &figures.directions) {
            assert!((got - expected).abs() < 1e-5, "{:?} is not {:?}", axes.directions, figures.directions);
        }
        assert!((axes.share - figures.share).abs() < 1e-6, "{} is not {}", axes.share, figures.share);
    }

    async fn those_of_many_dimensions_are_those_of_the_few_that_vary() {
        let (figures, latent) = (figures::<Figures>("principal"), 512);
        let wide = |rows: &[f32]| -> Vec<f32> {
            let row = |row: &[f32]| (0..latent).map(|at| row.get(at).copied().unwrap_or(0.25)).collect::<Vec<_>>();
            rows.chunks_exact(figures.latent).flat_map(row).collect()
        };
        let axes = principal_axes(&wide(&figures.points), latent).unwrap();
        for (got, expected) in pairs(axes.directions.chunks_exact(latent), figures.directions.chunks_exact(figures.latent)) {
            pairs(&got[..figures.latent], expected).for_each(|(got, expected)| assert!((got - expected).abs() < 1e-3));
            assert!(got[figures.latent..].iter().all(|value| value.abs() < 1e-3));
        }
        assert!((axes.share - figures.share).abs() < 1e-4, "{} is not {}", axes.share, figures.share);
    }

    async fn points_that_all_agree_still_have_axes() {
        let axes = principal_axes(&[1.0, 2.0, 3.0, 1.0, 2.0, 3.0], 3).unwrap();
        assert_eq!(axes.directions, [1.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
        assert_eq!(axes.share, 1.0);
    }

    async fn points_along_a_diagonal_vary_along_it() {
        let axes = principal_axes(&[0.0, 0.0, 1.0, 1.0, -2.0, -2.0], 2).unwrap();
        let half = 0.5_f32.sqrt();
        assert!((axes.directions[0] - half).abs() < 1e-6 && (axes.directions[1] - half).abs() < 1e-6);
        assert!((axes.share - 1.0).abs() < 1e-6);
    }

    async fn what_is_no_set_of_points_is_refused() {
        assert!(principal_axes(&[1.0, 2.0], 1).is_err());
        assert!(principal_axes(&[1.0, 2.0, 3.0], 2).is_err());
        assert!(principal_axes(&[1.0, 2.0], 2).is_err());
        assert!(principal_axes(&[1.0, f32::NAN, 3.0, 4.0], 2).is_err());
    }
}
