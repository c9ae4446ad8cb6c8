//! Attributes and their directions against NumPy's.

use std::collections::BTreeMap;

use latent_explorer::data::attributes::Attributes;
use latent_explorer::latent::directions::{Direction, Directions, Posteriors};
use latent_explorer::settings::DataSpec;
use serde::Deserialize;

use crate::support::{assert_close, figures, pairs};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    latent: usize,
    shapes: Vec<(f64, f64)>,
    measured: Vec<BTreeMap<String, f64>>,
    mu: Vec<f32>,
    log_var: Vec<f32>,
    directions: Directions,
}

/// As `make.py` draws it: a stroke whose top leans to the right by `shear` pixels a line.
fn stroke(thickness: f64, shear: f64) -> Vec<u8> {
    let pixel = |index: usize| {
        let (x, y) = ((index % 28) as f64, (index / 28) as f64);
        let ink = (thickness / 2.0 + 0.5 - (x - 13.5 - shear * (13.5 - y)).abs()).clamp(0.0, 1.0);
        if (4.0..24.0).contains(&y) { (255.0 * ink).round_ties_even() as u8 } else { 0 }
    };
    (0..784).map(pixel).collect()
}

fn found(strokes: &[Vec<u8>], mu: &[f32], log_var: &[f32], latent: usize) -> Result<Directions, String> {
    let images = strokes.iter().map(Vec::as_slice);
    Directions::of(images, &DataSpec::default(), Posteriors { mu, log_var, factor: &[], latent })
        .map_err(|error| error.to_string())
}

fn each(of: Directions) -> [(&'static str, Direction); 3] {
    [("thickness", of.thickness), ("slant", of.slant), ("width", of.width)]
}

tests! {
    async fn attributes_are_numpy_s() {
        let figures: Figures = figures("directions");
        for ((thickness, shear), expected) in pairs(figures.shapes, figures.measured) {
            let measured = Attributes::of(&stroke(thickness, shear), 28).unwrap();
            for (name, value) in [("thickness", measured.thickness), ("slant", measured.slant), ("width", measured.width)] {
                assert_close(value, expected[name], 1e-9, name);
            }
        }
    }

    async fn attributes_are_what_their_names_say() {
        let (thin, thick) = (Attributes::of(&stroke(2.0, 0.0), 28).unwrap(), Attributes::of(&stroke(4.0, 0.0), 28).unwrap());
        assert!(thin.thickness > 1.7 && thin.thickness < 2.1, "{thin:?}");
        assert!(thick.thickness > 3.2 && thick.thickness < 4.1, "{thick:?}");
        let leaning = Attributes::of(&stroke(2.0, 0.4), 28).unwrap();
        assert_close(leaning.slant, 0.4_f64.atan(), 0.02, "slant of a stroke that leans by 0.4");
        // Its spread from left to right is 8 pixels.
        assert!((leaning.width - thin.width).abs() < 0.6, "width, whatever the slant: {leaning:?}");
        assert!(Attributes::of(&[0; 784], 28).is_none());
    }

    async fn directions_are_numpy_s() {
        let Figures { latent, shapes, mu, log_var, directions, .. } = figures("directions");
        let strokes: Vec<_> = shapes.iter().map(|&(thickness, shear)| stroke(thickness, shear)).collect();
        let found = found(&strokes, &mu, &log_var, latent).unwrap();
        for ((name, found), (_, expected)) in each(found).into_iter().zip(each(directions)) {
            assert_close(found.slope, expected.slope, 1e-5, &format!("slope of {name}"));
            assert_close(found.at_origin, expected.at_origin, 1e-5, &format!("{name} at the origin"));
            assert_close(found.r_squared, expected.r_squared, 1e-5, &format!("R² of {name}"));
            for (one, other) in pairs(&found.unit, expected.unit) {
                assert_close(f64::from(*one), f64::from(other), 1e-5, &format!("direction of {name}"));
            }
        }
    }

    async fn a_collapsed_dimension_takes_no_part() {
        let thicknesses = [1.5, 2.5, 3.5, 2.0];
        let strokes: Vec<_> = thicknesses.iter().map(|&thickness| stroke(thickness, 0.0)).collect();
        // The second dimension's means follow the thickness too, but hardly move in a posterior as wide as the prior.
        let mu: Vec<f32> = thicknesses.iter().flat_map(|&t| [t as f32, 1e-4 * t as f32]).collect();
        let log_var: Vec<f32> = (0..4).flat_map(|_| [-6.0, 0.0]).collect();
        let found = found(&strokes, &mu, &log_var, 2).unwrap().thickness;
        assert!(found.unit[0] > 0.9999 && found.r_squared > 0.9, "{found:?}");
    }

    async fn an_autoencoder_s_dead_dimension_is_left_out() {
        let thicknesses = [1.5, 2.5, 3.5];
        let strokes: Vec<_> = thicknesses.iter().map(|&thickness| stroke(thickness, 0.0)).collect();
        let mu: Vec<f32> = thicknesses.iter().flat_map(|&t| [0.0, t as f32]).collect();
        let found = found(&strokes, &mu, &[], 2).unwrap().thickness;
        assert_eq!(found.unit, [0.0, 1.0]);
    }

    async fn codes_that_do_not_fit_are_refused() {
        let strokes = [stroke(2.0, 0.0), stroke(3.0, 0.1)];
        assert!(found(&strokes, &[0.0; 3], &[], 2).unwrap_err().contains("codes of 2 images"));
        assert!(found(&strokes, &[0.0; 4], &[0.0; 2], 2).unwrap_err().contains("codes of 2 images"));
        assert!(found(&strokes, &[f32::NAN; 4], &[], 2).unwrap_err().contains("finite"));
        assert!(found(&[vec![0; 784], vec![0; 784]], &[0.0; 4], &[], 2).unwrap_err().contains("two images"));
        assert!(found(&[], &[], &[], 2).is_err());
    }

    async fn colours_have_no_ink_to_measure() {
        let colours = [vec![9; 3 * 784], vec![7; 3 * 784]];
        let codes = Posteriors { mu: &[0.0; 2], log_var: &[], factor: &[], latent: 1 };
        let data = DataSpec { channels: 3, ..DataSpec::default() };
        let refused = Directions::of(colours.iter().map(Vec::as_slice), &data, codes).unwrap_err().to_string();
        assert!(refused.contains("expected grey images, of one channel, got 3"), "{refused}");
    }
}
