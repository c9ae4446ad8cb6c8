//! What is made of pictures of any size.

use image::ImageFormat;
use latent_explorer::data::formats::File;
use latent_explorer::data::import::{Fit, Ink, Parting, Preparation};

use crate::files::{all, encoded, file, grey, idx, parted, read, refusals};

fn with(fit: Fit) -> Preparation {
    Preparation { fit, ..Default::default() }
}

fn two(width: u32, height: u32, pixel: impl Fn(u32, u32) -> u8) -> Vec<File> {
    let pixels: Vec<u8> = (0..width * height).map(|index| pixel(index % width, index / width)).collect();
    let png = encoded(&grey(width, height, &pixels), ImageFormat::Png);
    vec![file("a/1.png", png.clone()), file("a/2.png", png)]
}

#[test]
fn pictures_are_scaled_by_area() {
    // Each target pixel covers 2 x 2 of these: two black, two white.
    let all = all(&parted(with(Fit::Pad), two(56, 56, |x, _| if x % 2 == 0 { 0 } else { 255 })));
    assert_eq!(all[0].1, [128; 784]);
    // 42 to 28: a pixel and a half each.
    let all = crate::files::all(&parted(with(Fit::Pad), two(42, 42, |x, _| if x % 3 == 1 { 240 } else { 0 })));
    assert_eq!(all[0].1, [80; 784]);
}

#[test]
fn what_is_no_square_is_padded_with_its_edge_or_cropped() {
    let wide = |x: u32, _: u32| if (14..42).contains(&x) { 200 } else { 0 };
    let cropped = all(&parted(with(Fit::Crop), two(56, 28, wide)));
    assert_eq!(cropped[0].1, [200; 784]);
    let light = |x: u32, y: u32| if x == 0 || y == 0 || x == 27 || y == 13 { 100 } else { 0 };
    let padded = all(&parted(with(Fit::Pad), two(28, 14, light)));
    assert_eq!(padded[0].1[..7 * 28], [100; 196]);
    assert_eq!(padded[0].1[21 * 28..], [100; 196]);
    assert_eq!(padded[0].1[9 * 28 + 5], 0);
}

#[test]
fn dark_ink_on_light_paper_is_inverted() {
    let paper = |x: u32, y: u32| if (10..18).contains(&x) && (10..18).contains(&y) { 20 } else { 250 };
    let import = read(with(Fit::Pad), two(28, 28, paper));
    let of = |ink: Ink| import.part(Parting { ink, ..Default::default() }).unwrap();
    assert_eq!([Ink::Found, Ink::Dark, Ink::Light].map(|ink| of(ink).inverted), [2, 2, 0]);
    assert_eq!(all(&of(Ink::Found)), all(&of(Ink::Dark)));
    assert_eq!(all(&of(Ink::Dark))[0].1[0], 5);
    assert_eq!(all(&of(Ink::Light))[0].1[0], 250);
    let black = read(with(Fit::Pad), two(28, 28, |x, _| if x == 14 { 255 } else { 0 }));
    assert_eq!(black.part(Parting::default()).unwrap().inverted, 0);
}

/// The first pixels of pictures of one grey each, and how many were inverted.
fn found(files: Vec<File>) -> (Vec<u8>, usize) {
    let parted = read(with(Fit::Pad), files).part(Parting::default()).unwrap();
    (all(&parted).into_iter().map(|(_, image)| image[0]).collect(), parted.inverted)
}

#[test]
fn each_file_has_ink_of_its_own() {
    let many = |path: &str, grey: u8| file(path, idx(&[4, 28, 28], &[grey; 4 * 784]));
    assert_eq!(found(vec![many("dark", 250), many("light", 10)]), ([[5; 4], [10; 4]].concat(), 4));
    // Training and test of one set are one, whatever each alone would be.
    assert_eq!(found(vec![many("train", 170), many("test", 140)]).1, 0);
    assert_eq!(found(vec![many("train", 190), many("test", 140)]).1, 8);
    // So are pictures that are a file each.
    let alone = |path: &str, value: u8| file(path, encoded(&grey(28, 28, &[value; 784]), ImageFormat::Png));
    assert_eq!(found(vec![alone("a.png", 170), alone("b.png", 180), alone("c.png", 140)]).1, 3);
}

#[test]
fn pictures_of_another_size_are_refused_by_name_where_all_should_be_alike() {
    let png = |side: u32| encoded(&grey(side, side, &vec![7; (side * side) as usize]), ImageFormat::Png);
    let files = vec![file("a/1.png", png(28)), file("a/2.png", png(30)), file("a/3.png", png(28))];
    let parted = parted(with(Fit::Same), files);
    assert_eq!(parted.train.len() + parted.test.len(), 2);
    assert_eq!(refusals(&parted), ["a/2.png: expected 28 x 28 pixels as the others have, got 30 x 30"]);
}
