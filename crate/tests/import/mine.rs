//! Data sets from a few drawings.

use latent_explorer::data::augment::{Change, changed};
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::mine::Splits;
use latent_explorer::settings::DataSpec;
use proptest::collection::vec;
use proptest::prelude::*;

const SIDE: usize = 28;

fn data(classes: &[&str]) -> DataSpec {
    DataSpec { classes: classes.iter().map(ToString::to_string).collect(), ..Default::default() }
}

/// A bar of full ink.
fn bar([left, top]: [usize; 2], [width, height]: [usize; 2]) -> Vec<u8> {
    let inside =
        |index: usize| (left..left + width).contains(&(index % SIDE)) && (top..top + height).contains(&(index / SIDE));
    (0..SIDE * SIDE).map(|index| if inside(index) { 255 } else { 0 }).collect()
}

/// Drawings of these classes, each in a grey of its own.
fn drawings(labels: &[u8], classes: &[&str]) -> Dataset {
    let image =
        |index: usize| bar([8, 6], [9, 15]).into_iter().map(move |ink| if ink > 0 { 10 + 10 * index as u8 } else { 0 });
    let images = (0..labels.len()).flat_map(image).collect();
    Dataset::of(data(classes), images, labels.to_vec()).unwrap()
}

/// Which drawings the images are of: a bar's inside keeps its grey.
fn greys(data: &Dataset) -> Vec<u8> {
    let mut greys: Vec<u8> =
        data.images().chunks_exact(SIDE * SIDE).map(|image| *image.iter().max().unwrap()).collect();
    greys.sort_unstable();
    greys.dedup();
    greys
}

fn ink(image: &[u8]) -> f64 {
    image.iter().map(|&value| f64::from(value)).sum()
}

fn centre(image: &[u8]) -> [f64; 2] {
    let along = |at: fn(usize) -> usize| {
        image.iter().enumerate().map(|(index, &value)| f64::from(value) * at(index) as f64).sum::<f64>() / ink(image)
    };
    [along(|index| index % SIDE), along(|index| index / SIDE)]
}

fn changes() -> impl Strategy<Value = Change> {
    ([-9.0f32..9.0, -9.0f32..9.0], -15.0f32..15.0, -1.0f32..1.0).prop_map(|(shift, turn, thickness)| Change {
        shift,
        turn,
        thickness,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_is_the_same_image(image in vec(any::<u8>(), SIDE * SIDE)) {
        prop_assert_eq!(changed(&image, &data(&["a"]), Change::default()), image);
    }

    #[test]
    fn a_changed_image_keeps_its_size_and_its_ink(
        left in 4usize..14, top in 4usize..14, width in 4usize..10, height in 4usize..10, change in changes(),
    ) {
        let image = bar([left, top], [width, height]);
        let moved = changed(&image, &data(&["a"]), Change { thickness: 0.0, ..change });
        prop_assert_eq!(moved.len(), image.len());
        prop_assert!((ink(&moved) / ink(&image) - 1.0).abs() < 0.06, "{} of {}", ink(&moved), ink(&image));
        let thick = changed(&image, &data(&["a"]), Change { thickness: change.thickness.abs(), ..Change::default() });
        let thin = changed(&image, &data(&["a"]), Change { thickness: -change.thickness.abs(), ..Change::default() });
        prop_assert!(ink(&thin) <= ink(&image) && ink(&image) <= ink(&thick));
        prop_assert!(ink(&thin) > 0.0);
    }
}

#[test]
fn ink_is_shifted_by_so_many_pixels_and_turned_by_so_many_degrees() {
    let image = bar([10, 13], [8, 2]);
    let data = data(&["a"]);
    let shifted = changed(&image, &data, Change { shift: [2.5, -3.0], ..Change::default() });
    let [x, y] = centre(&shifted);
    assert!((x - 16.0).abs() < 1e-3 && (y - 10.5).abs() < 1e-3, "{x} {y}");
    // From right to down: a quarter of a turn sets a level bar upright.
    let turned = changed(&image, &data, Change { turn: 90.0, ..Change::default() });
    assert_eq!(turned, bar([13, 10], [2, 8]));
    let right = bar([20, 13], [4, 2]);
    assert_eq!(changed(&right, &data, Change { turn: 90.0, ..Change::default() }), bar([13, 20], [2, 4]));
    // At the edge it stays.
    let far = changed(&image, &data, Change { shift: [99.0, -99.0], ..Change::default() });
    assert_eq!(far, bar([20, 0], [8, 2]));
}

#[test]
fn a_line_is_thickened_by_a_pixel_on_each_side() {
    let thick = changed(&bar([10, 5], [2, 18]), &data(&["a"]), Change { thickness: 1.0, ..Change::default() });
    assert_eq!(ink(&thick), 255.0 * (4.0 * 18.0 + 2.0 * 2.0));
    let thin = changed(&bar([10, 5], [4, 18]), &data(&["a"]), Change { thickness: -1.0, ..Change::default() });
    assert_eq!(thin, bar([11, 6], [2, 16]));
}

#[test]
fn a_drawing_s_variants_are_all_trained_on_or_all_tested_on() {
    let labels: Vec<u8> = (0..20).map(|index| index % 2).collect();
    let Splits { train, test } = Splits::of_drawings(&drawings(&labels, &["a", "b"]), 4).unwrap();
    assert_eq!((train.len(), test.len()), (1600, 400));
    let in_both = greys(&test).iter().filter(|grey| greys(&train).contains(grey)).count();
    assert_eq!((in_both, greys(&train).len(), greys(&test).len()), (0, 16, 4));
    for class in [0, 1] {
        let of_class = |data: &Dataset| data.labels().iter().filter(|&&label| label == class).count();
        assert_eq!((of_class(&train), of_class(&test)), (800, 200));
    }
}

#[test]
fn the_same_seed_makes_the_same_images_another_one_others() {
    let of = |seed| Splits::of_drawings(&drawings(&[0, 0, 0], &["a"]), seed).unwrap();
    assert_eq!(of(1), of(1));
    assert_ne!(of(1), of(2));
}

#[test]
fn two_drawings_are_enough_and_one_is_not() {
    let Splits { train, test } = Splits::of_drawings(&drawings(&[1, 0, 0], &["a", "b"]), 0).unwrap();
    assert_eq!((train.len() + test.len(), test.len(), test.labels()[0]), (2001, 667, 0));
    let message = Splits::of_drawings(&drawings(&[0], &["a"]), 0).unwrap_err().to_string();
    assert!(message.contains("two drawings or more") && message.contains("got 1"), "{message}");
}

#[test]
fn digits_are_mixed_in_as_many_of_a_class_as_of_one_s_own() {
    let digits = || {
        let labels: Vec<u8> = (0..3000u16).map(|index| (index % 3) as u8).collect();
        Dataset::of(data(&["0", "1", "2"]), vec![9; 3000 * SIDE * SIDE], labels).unwrap()
    };
    let mine = Splits::of_drawings(&drawings(&[0, 1, 0, 1, 0, 1, 0, 1], &["1", "star"]), 0).unwrap();
    let both = mine.mixed_with(&Splits { train: digits(), test: digits() }).unwrap();
    assert_eq!(both.train.spec().classes, ["0", "1", "2", "star"]);
    let of = |class: u8| both.train.labels().iter().filter(|&&label| label == class).count();
    // Of eight drawings two are tested on: 1,500 images of two classes.
    assert_eq!([of(0), of(1), of(2), of(3)], [750, 1500, 750, 750]);
    let small = Dataset::of(DataSpec { width: 4, ..data(&["a"]) }, vec![0; 4 * SIDE], vec![0]).unwrap();
    let message = mine.mixed_with(&Splits { train: small.clone(), test: small }).unwrap_err().to_string();
    assert!(message.contains("expected images of 28 x 28"), "{message}");
}
