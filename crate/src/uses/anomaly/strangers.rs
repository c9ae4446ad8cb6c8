//! Pictures that are none of the data: scribbles, letters, a blank page, images upside down.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use crate::data::dataset::Dataset;
use crate::error::Result;
use crate::seed::{Stream, generator};
use crate::settings::DataSpec;

/// Of a stroke, in parts of the square that holds what is drawn: MNIST's pens are as thick.
const RADIUS: f32 = 0.055;

/// A point of the unit square, from the left and from the top.
type Point = [f32; 2];

/// Capital letters that straight strokes make, none of which is a digit.
const LETTERS: [&[&[Point]]; 14] = [
    &[&[[0.1, 1.0], [0.5, 0.0], [0.9, 1.0]], &[[0.27, 0.6], [0.73, 0.6]]],
    &[&[[0.9, 0.0], [0.1, 0.0], [0.1, 1.0], [0.9, 1.0]], &[[0.1, 0.5], [0.75, 0.5]]],
    &[&[[0.9, 0.0], [0.1, 0.0], [0.1, 1.0]], &[[0.1, 0.5], [0.75, 0.5]]],
    &[&[[0.1, 0.0], [0.1, 1.0]], &[[0.9, 0.0], [0.9, 1.0]], &[[0.1, 0.5], [0.9, 0.5]]],
    &[&[[0.1, 0.0], [0.1, 1.0]], &[[0.9, 0.0], [0.1, 0.55], [0.9, 1.0]]],
    &[&[[0.15, 0.0], [0.15, 1.0], [0.85, 1.0]]],
    &[&[[0.0, 1.0], [0.1, 0.0], [0.5, 0.7], [0.9, 0.0], [1.0, 1.0]]],
    &[&[[0.1, 1.0], [0.1, 0.0], [0.9, 1.0], [0.9, 0.0]]],
    &[&[[0.05, 0.0], [0.95, 0.0]], &[[0.5, 0.0], [0.5, 1.0]]],
    &[&[[0.1, 0.0], [0.5, 1.0], [0.9, 0.0]]],
    &[&[[0.0, 0.0], [0.25, 1.0], [0.5, 0.3], [0.75, 1.0], [1.0, 0.0]]],
    &[&[[0.1, 0.0], [0.9, 1.0]], &[[0.9, 0.0], [0.1, 1.0]]],
    &[&[[0.1, 0.0], [0.5, 0.5], [0.9, 0.0]], &[[0.5, 0.5], [0.5, 1.0]]],
    &[&[[0.1, 0.0], [0.9, 0.0], [0.1, 1.0], [0.9, 1.0]]],
];

/// So many scribbles: one stroke each, that turns as it likes and stays within the square that holds what is drawn.
///
/// # Errors
/// None that is known of: what is made fits its description.
pub fn scribbles(data: &DataSpec, count: usize, seed: u32) -> Result<Dataset> {
    let mut rng = generator(seed, Stream::Strangers);
    pictures(data, count, || painted(data, &[scribble(&mut rng)]))
}

/// So many capital letters, each turned, narrowed and slanted as a hand might.
///
/// # Errors
/// As [`scribbles`].
pub fn letters(data: &DataSpec, count: usize, seed: u32) -> Result<Dataset> {
    let mut rng = generator(seed, Stream::Strangers);
    pictures(data, count, || {
        let strokes = LETTERS[rng.random_range(0..LETTERS.len())];
        let hand = hand(&mut rng);
        let moved = |stroke: &&[Point]| stroke.iter().map(|&point| hand(point)).collect();
        painted(data, &strokes.iter().map(moved).collect::<Vec<_>>())
    })
}

/// A page without ink.
///
/// # Errors
/// As [`scribbles`].
pub fn blank(data: &DataSpec) -> Result<Dataset> {
    pictures(data, 1, || vec![0; data.size()])
}

/// The first images, turned by half a circle.
///
/// # Errors
/// As [`scribbles`].
pub fn upside_down(data: &Dataset, count: usize) -> Result<Dataset> {
    let spec = data.spec();
    let count = count.min(data.len());
    let channels = data.images()[..count * spec.size()].chunks_exact(spec.width * spec.height);
    let images = channels.flat_map(|channel| channel.iter().rev().copied()).collect();
    Dataset::of(spec.clone(), images, data.labels()[..count].to_vec())
}

fn pictures(data: &DataSpec, count: usize, mut picture: impl FnMut() -> Vec<u8>) -> Result<Dataset> {
    // Their class is none of the data's: one that stands for it is named.
    let classes = if data.classes.is_empty() { vec!["0".into()] } else { data.classes.clone() };
    let images = (0..count).flat_map(|_| picture()).collect();
    Dataset::of(DataSpec { classes, ..data.clone() }, images, vec![0; count])
}

fn scribble(rng: &mut ChaCha8Rng) -> Vec<Point> {
    const STEP: f32 = 0.12;
    let mut at = [0, 1].map(|_| rng.random_range(0.1..0.9_f32));
    let mut heading = rng.random_range(0.0..std::f32::consts::TAU);
    let mut turn = 0.0;
    let mut stroke = vec![at];
    for _ in 0..rng.random_range(12..30) {
        turn = 0.6 * turn + rng.random_range(-0.5..0.5_f32);
        heading += turn;
        let to = [at[0] + STEP * heading.cos(), at[1] + STEP * heading.sin()];
        if to.iter().any(|place| !(0.0..=1.0).contains(place)) {
            heading += std::f32::consts::FRAC_PI_2;
        }
        at = to.map(|place| place.clamp(0.0, 1.0));
        stroke.push(at);
    }
    stroke
}

/// How a hand moves the points of a letter about its middle.
fn hand(rng: &mut ChaCha8Rng) -> impl Fn(Point) -> Point + use<> {
    let (sin, cos) = rng.random_range(-0.2..0.2_f32).sin_cos();
    let slant = rng.random_range(-0.2..0.2_f32);
    let [width, height] = [rng.random_range(0.6..0.95_f32), rng.random_range(0.8..1.0_f32)];
    move |[x, y]| {
        let (x, y) = (width * (x - 0.5), height * (y - 0.5));
        let x = x - slant * y;
        [x * cos - y * sin + 0.5, x * sin + y * cos + 0.5]
    }
}

/// Strokes painted on an image, the same in all channels.
fn painted(data: &DataSpec, strokes: &[Vec<Point>]) -> Vec<u8> {
    let side = data.ink_box() as f32;
    let corner = [data.width, data.height].map(|size| (size as f32 - side) / 2.0);
    let grey = |index: usize| {
        let pixel = [(index % data.width) as f32 + 0.5, (index / data.width) as f32 + 0.5];
        let at = [(pixel[0] - corner[0]) / side, (pixel[1] - corner[1]) / side];
        let pairs = strokes.iter().flat_map(|stroke| stroke.windows(2));
        let distance = pairs.map(|pair| distance(at, pair[0], pair[1])).fold(f32::INFINITY, f32::min);
        (((RADIUS - distance) * side + 0.5).clamp(0.0, 1.0) * 255.0).round() as u8
    };
    let channel: Vec<u8> = (0..data.width * data.height).map(grey).collect();
    channel.repeat(data.channels)
}

/// Of a point from a straight line's piece.
fn distance(point: Point, from: Point, to: Point) -> f32 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let offset = [point[0] - from[0], point[1] - from[1]];
    let length = (along[0] * along[0] + along[1] * along[1]).max(f32::MIN_POSITIVE);
    let share = ((offset[0] * along[0] + offset[1] * along[1]) / length).clamp(0.0, 1.0);
    (offset[0] - share * along[0]).hypot(offset[1] - share * along[1])
}
