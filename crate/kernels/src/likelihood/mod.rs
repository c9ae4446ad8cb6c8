//! log p(x|z) of an image with its gradient by what the decoder puts out: a kind of likelihood is a file.

pub mod bernoulli;
pub mod characters;
pub mod gaussian;
pub mod multinomial;

use crate::exponential::sigmoid_and_softplus;

/// Sums are kept in this many lanes: a single running sum would keep a loop from being vectorised.
const LANES: usize = 8;

/// A pixel's value.
#[inline(always)]
fn value(byte: u8) -> f32 {
    f32::from(byte) / 255.0
}

/// The means whose logits are decoded.
pub fn means(logits: &[f32], means: &mut [f32]) {
    logits.iter().zip(means).for_each(|(&logit, mean)| (*mean, _) = sigmoid_and_softplus(logit));
}

/// The means whose logits are decoded as grey bytes, 0 to 255.
pub fn grey(logits: &[f32], bytes: &mut [u8]) {
    let ((logits, last_logits), (bytes, last_bytes)) = (logits.as_chunks::<LANES>(), bytes.as_chunks_mut::<LANES>());
    for (logits, bytes) in logits.iter().zip(bytes) {
        *bytes = logits.map(byte);
    }
    last_logits.iter().zip(last_bytes).for_each(|(&logit, last)| *last = byte(logit));
}

#[inline(always)]
fn byte(logit: f32) -> u8 {
    let (mean, _) = sigmoid_and_softplus(logit);
    // Half is added and the rest cut away, which rounds what is not negative.
    (mean * 255.0 + 0.5) as u8
}
