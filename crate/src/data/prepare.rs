//! A drawing made into what the data holds. Ink into what MNIST does: antialiased, scaled into the middle 20 of 28 pixels keeping
//! its aspect, and centred by its centre of mass (LeCun et al. 1998, section III.A). Colours as they lie on the pad.

use crate::error::{Error, Result, grouped};
use crate::settings::DataSpec;

const MAX_PAD: usize = 2048;

/// A drawing of `side * side` bytes to an image of as many channels: one of ink (255 is all), or three of colour, one after the
/// other; `None` when nothing is drawn. Without ink there is nothing; a pad in colour has its ground at least.
///
/// # Errors
/// [`Error::Argument`] for a pad of another size, or an image of other channels.
pub fn prepare(drawing: &[u8], side: usize, data: &DataSpec) -> Result<Option<Vec<u8>>> {
    let channels = data.channels;
    if ![1, 3].contains(&channels) {
        return Err(Error::Argument(format!("expected a drawing for one channel or three, got {channels} to fill")));
    }
    let least = data.width.max(data.height);
    if !(least..=MAX_PAD).contains(&side) || drawing.len() != side * side * channels {
        return Err(Error::Argument(format!(
            "expected a square pad of {least} to {MAX_PAD} pixels a side and {channels} channels, got {} bytes for a side of {side}",
            grouped(drawing.len())
        )));
    }
    Ok(if channels == 1 { of_ink(drawing, side, data) } else { Some(of_colours(drawing, side, data)) })
}

/// The middle of the pad, as wide or as high as it is, scaled by area: each channel alone.
fn of_colours(drawing: &[u8], side: usize, data: &DataSpec) -> Vec<u8> {
    let DataSpec { width, height, .. } = *data;
    let scale = width.max(height) as f32 / side as f32;
    let [left, top] = [width, height].map(|size| (size as f32 - side as f32 * scale) / 2.0);
    let channel = |plane: &[u8]| {
        let mut scaled = vec![0.0; width * height];
        for (index, &value) in plane.iter().enumerate() {
            let (x, y) = ((index % side) as f32, (index / side) as f32);
            splat(&mut scaled, width, f32::from(value), [left + x * scale, top + y * scale, scale]);
        }
        bytes(&scaled)
    };
    drawing.chunks_exact(side * side).flat_map(channel).collect()
}

fn bytes(values: &[f32]) -> Vec<u8> {
    values.iter().map(|value| value.round().min(255.0) as u8).collect()
}

fn of_ink(ink: &[u8], side: usize, data: &DataSpec) -> Option<Vec<u8>> {
    let bounds = Bounds::of(ink, side)?;
    // A source pixel covers `scale` target pixels, the same on both axes.
    let scale = data.ink_box() as f32 / bounds.longest();
    let (mass_x, mass_y) = centre_of_mass(ink, side);
    let (middle_x, middle_y) = (data.width as f32 / 2.0, data.height as f32 / 2.0);
    let mut grey = vec![0.0; data.size()];
    for y in bounds.top..bounds.bottom {
        for x in bounds.left..bounds.right {
            let value = ink[y * side + x];
            if value > 0 {
                let left = (x as f32 - mass_x) * scale + middle_x;
                let top = (y as f32 - mass_y) * scale + middle_y;
                splat(&mut grey, data.width, f32::from(value), [left, top, scale]);
            }
        }
    }
    Some(bytes(&grey))
}

/// The smallest box around the ink, right and bottom exclusive.
struct Bounds {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Bounds {
    fn of(ink: &[u8], side: usize) -> Option<Self> {
        let mut bounds = Self { left: side, top: side, right: 0, bottom: 0 };
        for index in (0..ink.len()).filter(|&index| ink[index] > 0) {
            let (x, y) = (index % side, index / side);
            bounds.left = bounds.left.min(x);
            bounds.top = bounds.top.min(y);
            bounds.right = bounds.right.max(x + 1);
            bounds.bottom = bounds.bottom.max(y + 1);
        }
        (bounds.right > 0).then_some(bounds)
    }

    fn longest(&self) -> f32 {
        (self.right - self.left).max(self.bottom - self.top) as f32
    }
}

/// In source pixels, counted from the pad's corner.
fn centre_of_mass(ink: &[u8], side: usize) -> (f32, f32) {
    let (mut mass, mut x, mut y) = (0.0, 0.0, 0.0);
    for (index, &value) in ink.iter().enumerate().filter(|(_, value)| **value > 0) {
        let value = f64::from(value);
        mass += value;
        x += value * ((index % side) as f64 + 0.5);
        y += value * ((index / side) as f64 + 0.5);
    }
    ((x / mass) as f32, (y / mass) as f32)
}

/// Spreads a square of ink over the target pixels that it covers, by area; what falls outside is lost.
fn splat(grey: &mut [f32], columns: usize, value: f32, [left, top, size]: [f32; 3]) {
    let (right, bottom) = (left + size, top + size);
    let (last_x, last_y) = (columns as f32, (grey.len() / columns) as f32);
    for y in top.max(0.0) as usize..bottom.clamp(0.0, last_y).ceil() as usize {
        let height = bottom.min(y as f32 + 1.0) - top.max(y as f32);
        for x in left.max(0.0) as usize..right.clamp(0.0, last_x).ceil() as usize {
            let width = right.min(x as f32 + 1.0) - left.max(x as f32);
            grey[y * columns + x] += value * (width * height).max(0.0);
        }
    }
}
