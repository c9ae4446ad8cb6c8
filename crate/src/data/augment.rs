//! Variants of a drawing as its hand might have made them: shifted, turned, thicker or thinner.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use crate::settings::DataSpec;

/// How far a drawing is changed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Change {
    /// In pixels, to the right and down.
    pub shift: [f32; 2],
    /// In degrees about the image's middle, from right to down.
    pub turn: f32,
    /// From -1, as thin as the least of a pixel and its four neighbours, to 1, as thick as the most of them.
    pub thickness: f32,
}

impl Change {
    /// The most of each that [`Change::random`] draws: what MNIST's own digits differ by. A stroke thinned more would break.
    const MOST: Self = Self { shift: [1.5; 2], turn: 12.0, thickness: 0.6 };

    /// Each from minus to plus its most.
    pub fn random(rng: &mut ChaCha8Rng) -> Self {
        let mut upto = |most: f32| rng.random_range(-most..=most);
        let Self { shift, turn, thickness } = Self::MOST;
        Self { shift: shift.map(&mut upto), turn: upto(turn), thickness: upto(thickness) }
    }
}

/// A grey image changed, as large as before; no change is the same image. Ink is not shifted out: where it would be, it
/// stays at the edge.
pub fn changed(image: &[u8], data: &DataSpec, Change { shift, turn, thickness }: Change) -> Vec<u8> {
    let thicker = thickened(image, data.width, thickness);
    let (sin, cos) = turn.to_radians().sin_cos();
    let middle = [data.width, data.height].map(|size| (size as f32 - 1.0) / 2.0);
    let turned = |[x, y]: [f32; 2]| [x * cos - y * sin, x * sin + y * cos];
    let shift = within(shift, &thicker, data, |[x, y]| {
        let [x, y] = turned([x - middle[0], y - middle[1]]);
        [x + middle[0], y + middle[1]]
    });
    let source = |index: usize| {
        let x = (index % data.width) as f32 - middle[0] - shift[0];
        let y = (index / data.width) as f32 - middle[1] - shift[1];
        [x * cos + y * sin + middle[0], y * cos - x * sin + middle[1]]
    };
    (0..image.len()).map(|index| between(&thicker, data, source(index)).round() as u8).collect()
}

/// The part of a shift that leaves within the image what `placed` says of where each pixel of ink comes to lie.
fn within(shift: [f32; 2], image: &[f32], data: &DataSpec, placed: impl Fn([f32; 2]) -> [f32; 2]) -> [f32; 2] {
    let ink = (0..image.len()).filter(|&index| image[index] > 0.0);
    let places: Vec<[f32; 2]> =
        ink.map(|index| placed([(index % data.width) as f32, (index / data.width) as f32])).collect();
    [0, 1].map(|axis| {
        let last = [data.width, data.height][axis] as f32 - 1.0;
        let along = || places.iter().map(|place| place[axis]);
        // Ink that a turn alone moves out is not followed.
        let room_before = along().fold(last, f32::min).max(0.0);
        let room_behind = (last - along().fold(0.0, f32::max)).max(0.0);
        shift[axis].clamp(-room_before, room_behind)
    })
}

/// Part of the way to the most, or to the least, of each pixel and its four neighbours.
fn thickened(image: &[u8], width: usize, thickness: f32) -> Vec<f32> {
    let height = image.len() / width;
    let at = |index: usize| {
        let (x, y) = (index % width, index / width);
        let own = image[index];
        let neighbours = [
            (x > 0).then(|| index - 1),
            (x + 1 < width).then_some(index + 1),
            (y > 0).then(|| index - width),
            (y + 1 < height).then_some(index + width),
        ];
        let around = neighbours.into_iter().flatten().map(|at| image[at]);
        let end = if thickness > 0.0 { around.fold(own, u8::max) } else { around.fold(own, u8::min) };
        let own = f32::from(own);
        own + thickness.abs() * (f32::from(end) - own)
    };
    (0..image.len()).map(at).collect()
}

/// The image between its pixels, bilinear; nothing outside.
fn between(image: &[f32], data: &DataSpec, [x, y]: [f32; 2]) -> f32 {
    let pixel = |x: f32, y: f32| {
        let inside = x >= 0.0 && y >= 0.0 && x < data.width as f32 && y < data.height as f32;
        if inside { image[y as usize * data.width + x as usize] } else { 0.0 }
    };
    let (left, top) = (x.floor(), y.floor());
    let (right_part, lower_part) = (x - left, y - top);
    let line = |y: f32| pixel(left, y) * (1.0 - right_part) + pixel(left + 1.0, y) * right_part;
    line(top) * (1.0 - lower_part) + line(top + 1.0) * lower_part
}
