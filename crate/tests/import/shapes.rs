//! The shapes with known factors.

use latent_explorer::data::shapes::{Outline, Shape, shapes};

const TURNS: [[f64; 2]; 3] = [[1.0, 0.0], [0.0, 1.0], [0.6, 0.8]];

fn shape(outline: Outline) -> Shape {
    Shape { outline, radius: 8.0, turn: TURNS[0], middle: [14.0, 14.0] }
}

/// In pixels.
fn area(shape: Shape) -> f64 {
    shape.picture().iter().map(|&grey| f64::from(grey)).sum::<f64>() / 255.0
}

/// Its centre of mass from the left and the top, in pixels.
fn centre(shape: Shape) -> [f64; 2] {
    let mut sums = [0.0; 2];
    for (index, &grey) in shape.picture().iter().enumerate() {
        sums[0] += f64::from(grey) / 255.0 * ((index % 28) as f64 + 0.5);
        sums[1] += f64::from(grey) / 255.0 * ((index / 28) as f64 + 0.5);
    }
    sums.map(|sum| sum / area(shape))
}

#[test]
fn a_shape_has_the_area_of_its_outline_however_it_is_turned() {
    for turn in TURNS {
        // Of the square and the ellipse: 2 r^2, and pi r r/2.
        for (outline, expected) in [(Outline::Square, 128.0), (Outline::Ellipse, 32.0 * std::f64::consts::PI)] {
            let actual = area(Shape { turn, ..shape(outline) });
            // A pixel has four samples a side.
            let error = (actual.sqrt() - expected.sqrt()).abs();
            assert!(error < 0.25, "{outline:?} turned by {turn:?}: {actual}, not {expected}");
        }
    }
}

#[test]
fn its_radius_scales_it_and_its_middle_moves_it() {
    for outline in [Outline::Square, Outline::Ellipse, Outline::Heart] {
        let ratio = area(shape(outline)) / area(Shape { radius: 5.6, ..shape(outline) });
        assert!((ratio - 8.0 * 8.0 / (5.6 * 5.6)).abs() < 0.06, "{outline:?}: {ratio}");
        let [x, y] = centre(shape(outline));
        let moved = centre(Shape { middle: [17.0, 12.0], ..shape(outline) });
        assert!((moved[0] - x - 3.0).abs() < 1e-9 && (moved[1] - y + 2.0).abs() < 1e-9, "{outline:?}: {moved:?}");
    }
}

#[test]
fn a_heart_stands_on_its_point_and_turns_clockwise() {
    let row = |picture: &[u8], y: usize| picture[y * 28..(y + 1) * 28].iter().filter(|grey| **grey > 127).count();
    let heart = shape(Outline::Heart).picture();
    assert!(row(&heart, 10) > 2 * row(&heart, 18), "broad above, narrow below");
    // By a quarter its point goes from below to the left.
    let turned = Shape { turn: TURNS[1], ..shape(Outline::Heart) };
    assert!(centre(turned)[0] > 14.2, "{:?}", centre(turned));
}

#[test]
fn a_data_set_of_shapes_is_its_seed_s_alone_with_all_classes_and_room_around_each() {
    let [train, test] = shapes(600, 60, 1).unwrap();
    assert_eq!([&train, &test], [&shapes(600, 60, 1).unwrap()[0], &shapes(600, 60, 1).unwrap()[1]]);
    assert_ne!(train, shapes(600, 60, 2).unwrap()[0]);
    assert_eq!((train.len(), test.len()), (600, 60));
    assert_eq!(train.spec().classes, ["Square", "Ellipse", "Heart"]);
    for class in 0..3 {
        let count = train.labels().iter().filter(|label| **label == class).count();
        assert!((150..250).contains(&count), "{count} of class {class}");
    }
    // What a shape covers is never cut: it has the area that it has in the middle.
    for index in 0..train.len() {
        let ink: f64 = train.sample(index).unwrap().0.iter().map(|&grey| f64::from(grey) / 255.0).sum();
        assert!((30.0..165.0).contains(&ink), "{index}: {ink}");
    }
}

/// `tests/setup/data-sets/shapes.test.mjs` holds those of the module to the same figures.
#[test]
fn the_shapes_are_the_same_bytes_on_every_machine() {
    let [train, test] = shapes(100, 10, 1).unwrap();
    let sum = |bytes: &[u8]| bytes.iter().fold(0u32, |sum, &byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let sums = [&train, &test].map(|data| (sum(data.images()), sum(data.labels())));
    assert_eq!(sums, [(2_588_717_422, 530_863_937), (2_701_649_853, 524_090_879)]);
}
