//! log p(x|z) of an image with its gradient by what the decoder puts out: a kind of likelihood is a file.

pub mod bernoulli;
pub mod gaussian;

/// Sums are kept in this many lanes: a single running sum would keep a loop from being vectorised.
const LANES: usize = 8;

/// A pixel's value.
#[inline(always)]
fn value(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}
