//! A drawing made into what MNIST holds: antialiased, scaled into the middle 20 of 28 pixels keeping its aspect,
//! and centred by its centre of mass (LeCun et al. 1998, section III.A).

use crate::error::{Error, Result};
use crate::settings::DataSpec;

const MAX_PAD: usize = 2048;

/// A drawing of `side * side` bytes (255 = ink) to an image of one channel; `None` when nothing is drawn.
///
/// # Errors
/// [`Error::Argument`] for a pad of another size.
pub fn prepare(ink: &[u8], side: usize, data: &DataSpec) -> Result<Option<Vec<u8>>> {
    if data.channels != 1 {
        return Err(Error::Argument(format!("expected a drawing for one channel, got {} to fill", data.channels)));
    }
    let least = data.width.max(data.height);
    if !(least..=MAX_PAD).contains(&side) || ink.len() != side * side {
        return Err(Error::Argument(format!(
            "expected a square pad of {least} to {MAX_PAD} pixels a side, got {} bytes for a side of {side}",
            ink.len()
        )));
    }
    let Some(bounds) = Bounds::of(ink, side) else {
        return Ok(None);
    };
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
    Ok(Some(grey.into_iter().map(|value: f32| value.round().min(255.0) as u8).collect()))
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
