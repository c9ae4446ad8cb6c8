//! Damage to images before a model sees them: a denoising model is trained to undo it.

use latent_kernels::parallel;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::seed::{Stream, generator};
use crate::settings::{Corruption, DataSpec};

/// What is done to an image.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Damage {
    None,
    /// N(0, sigma^2) is added to each pixel, of colours to each channel alone, in units from black to white, and the sum cut to that range.
    Noise {
        sigma: f64,
    },
    /// Each pixel is blackened with this probability, in all its channels.
    Mask {
        share: f64,
    },
    /// A square of so many pixels a side is blackened, somewhere in the box that holds the digit.
    Block {
        side: usize,
    },
    /// Squares of so many pixels a side become their mean.
    LowResolution {
        factor: usize,
    },
}

impl From<Corruption> for Damage {
    fn from(corruption: Corruption) -> Self {
        match corruption {
            Corruption::None => Self::None,
            Corruption::Noise { sigma } => Self::Noise { sigma },
            Corruption::Mask { share } => Self::Mask { share },
        }
    }
}

impl Damage {
    fn check(self, data: &DataSpec) -> Result<()> {
        let DataSpec { width, height, .. } = *data;
        let largest = data.ink_box();
        let (valid, expected) = match self {
            Self::Noise { .. } | Self::Block { .. } | Self::LowResolution { .. } if data.is_text() => {
                (false, "no damage of texts but a mask".into())
            }
            Self::None => (true, String::new()),
            Self::Noise { sigma } => ((0.0..=10.0).contains(&sigma), "noise with a sigma from 0 to 10".into()),
            Self::Mask { share } => ((0.0..=1.0).contains(&share), "a share from 0 to 1".into()),
            Self::Block { side } => ((1..=largest).contains(&side), format!("a block of 1 to {largest} pixels a side")),
            Self::LowResolution { factor } => {
                let divides = factor > 0 && width.is_multiple_of(factor) && height.is_multiple_of(factor);
                (divides, format!("a factor that divides {width} and {height}"))
            }
        };
        if valid { Ok(()) } else { Err(Error::Argument(format!("expected {expected}, got {self:?}"))) }
    }
}

/// Damages images, 255 is ink; the same seed, the same damage.
///
/// # Errors
/// [`Error::Argument`] for damage out of range.
pub fn seeded(images: &mut [u8], data: &DataSpec, damage: Damage, seed: u32) -> Result<()> {
    corrupt(images, data, damage, &mut generator(seed, Stream::Corruption))
}

/// Damages images, 255 is ink.
///
/// # Errors
/// [`Error::Argument`] for damage out of range.
pub fn corrupt(images: &mut [u8], data: &DataSpec, damage: Damage, rng: &mut ChaCha8Rng) -> Result<()> {
    damage.check(data)?;
    // An image's own draws come from a quicker generator, seeded by the run's: a draw for each pixel of a batch would cost as much
    // as half a step of training.
    let with_draws = |image| (image, Xoshiro256PlusPlus::seed_from_u64(rng.next_u64()));
    let mut images: Vec<(&mut [u8], Xoshiro256PlusPlus)> =
        images.chunks_exact_mut(data.size()).map(with_draws).collect();
    parallel::on_pool(|| parallel::each(&mut images, &|(image, rng)| corrupt_image(image, data, damage, rng)));
    Ok(())
}

fn corrupt_image(image: &mut [u8], data: &DataSpec, damage: Damage, rng: &mut Xoshiro256PlusPlus) {
    let DataSpec { width, height, .. } = *data;
    match damage {
        Damage::None => {}
        Damage::Noise { sigma } => add_noise(image, sigma as f32, rng),
        Damage::Mask { share } => mask(image, width * height, share, rng),
        Damage::Block { side } => {
            let mut corner = |size: usize| {
                let margin = (size - data.ink_box()) / 2;
                rng.random_range(margin..=margin + data.ink_box() - side)
            };
            let (left, top) = (corner(width), corner(height));
            image.chunks_exact_mut(width * height).for_each(|channel| erase_block(channel, width, [left, top], side));
        }
        Damage::LowResolution { factor } => {
            image.chunks_exact_mut(width * height).for_each(|channel| lower_resolution(channel, width, factor));
        }
    }
}

fn add_noise(images: &mut [u8], sigma: f32, rng: &mut impl Rng) {
    for byte in images {
        let draw: f32 = StandardNormal.sample(rng);
        // Rounded by cutting off: wasm has no instruction that rounds halves up.
        *byte = ((f32::from(*byte) + 255.0 * sigma * draw).clamp(0.0, 255.0) + 0.5) as u8;
    }
}

/// Blackens some of so many pixels, which lie there channel after channel.
fn mask(image: &mut [u8], pixels: usize, share: f64, rng: &mut impl Rng) {
    for pixel in (0..pixels).filter(|_| rng.random_bool(share)) {
        image.iter_mut().skip(pixel).step_by(pixels).for_each(|byte| *byte = 0);
    }
}

/// Blackens a square of one channel.
fn erase_block(channel: &mut [u8], width: usize, [left, top]: [usize; 2], side: usize) {
    channel.chunks_exact_mut(width).skip(top).take(side).for_each(|line| line[left..left + side].fill(0));
}

/// Each square of `factor * factor` pixels of one channel becomes its mean, rounded.
fn lower_resolution(channel: &mut [u8], width: usize, factor: usize) {
    let square = |top: usize, left: usize| {
        (top..top + factor).flat_map(move |y| (left..left + factor).map(move |x| y * width + x))
    };
    for top in (0..channel.len() / width).step_by(factor) {
        for left in (0..width).step_by(factor) {
            let sum: usize = square(top, left).map(|index| usize::from(channel[index])).sum();
            let pixels = factor * factor;
            let mean = (sum + pixels / 2) / pixels;
            square(top, left).for_each(|index| channel[index] = mean as u8);
        }
    }
}
