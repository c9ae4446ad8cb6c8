//! Pixels that are on with the probability whose logit is decoded: sum over pixels of x * l - log(1 + exp(l)).

use super::{LANES, value};
use crate::exponential::sigmoid_and_softplus;

/// log p(x|z) of an image, in nats, and its negative gradient by the logits times `scale`.
pub fn of_image(logits: &[f32], image: &[u8], scale: f32, delta: &mut [f32]) -> f64 {
    let ((logits, last_logits), (image, last_image)) = (logits.as_chunks::<LANES>(), image.as_chunks::<LANES>());
    let (delta, last_delta) = delta.as_chunks_mut::<LANES>();
    let mut total = 0.0;
    for ((logits, image), delta) in logits.iter().zip(image).zip(delta) {
        total += lanes(logits, image, scale, delta);
    }
    for ((logit, byte), delta) in last_logits.iter().zip(last_image).zip(last_delta) {
        total += lanes(&[*logit], &[*byte], scale, std::array::from_mut(delta));
    }
    total
}

#[inline(always)] // so that it is vectorised where it is called
fn lanes<const N: usize>(logits: &[f32; N], image: &[u8; N], scale: f32, delta: &mut [f32; N]) -> f64 {
    let mut sums = [0.0; N];
    for lane in 0..N {
        let (logit, x) = (logits[lane], value(image[lane]));
        let (sigmoid, softplus) = sigmoid_and_softplus(logit);
        sums[lane] = x * logit - softplus;
        delta[lane] = (sigmoid - x) * scale;
    }
    f64::from(sums.iter().sum::<f32>())
}

/// log p of each value of `x`, in nats, and its gradient by the logit.
pub fn of_values(logits: &[f32], x: &[f32], terms: &mut [f32], by_logits: &mut [f32]) {
    for (((logit, x), term), by_logit) in logits.iter().zip(x).zip(terms).zip(by_logits) {
        let (sigmoid, softplus) = sigmoid_and_softplus(*logit);
        *term = x * logit - softplus;
        *by_logit = x - sigmoid;
    }
}
