//! Independent normal pixels around the sigmoid of what is decoded (Kingma and Welling 2014, appendix C.2): sum over pixels of
//! -1/2 (log 2 pi + log_var + (x - mean)^2 / exp(log_var)).

use std::f32::consts::TAU;

use super::{LANES, value};
use crate::exponential::{exp, sigmoid_and_softplus};

/// A variance above its floor, smoothly, as a logarithm: floor + log(1 + exp(raw - floor)); and its derivative by `raw`.
#[inline(always)]
pub fn bounded(raw: f32, floor: f32) -> (f32, f32) {
    let (slope, above) = sigmoid_and_softplus(raw - floor);
    (floor + above, slope)
}

/// An image whose pixels share a variance: log p(x|z), in nats, its negative gradient by the logits times `scale`, and
/// its negative gradient by `log_var`, without the scale.
pub fn of_image(logits: &[f32], image: &[u8], log_var: f32, scale: f32, delta: &mut [f32]) -> (f64, f32) {
    let precision = exp(-log_var);
    let ((logits, last_logits), (image, last_image)) = (logits.as_chunks::<LANES>(), image.as_chunks::<LANES>());
    let (delta, last_delta) = delta.as_chunks_mut::<LANES>();
    let mut errors = 0.0;
    for ((logits, image), delta) in logits.iter().zip(image).zip(delta) {
        errors += squares(logits, image, precision, scale, delta);
    }
    for ((logit, byte), delta) in last_logits.iter().zip(last_image).zip(last_delta) {
        errors += squares(&[*logit], &[*byte], precision, scale, std::array::from_mut(delta));
    }
    let pixels = (LANES * logits.len() + last_logits.len()) as f64;
    let constant = pixels * f64::from(log_var + TAU.ln());
    (-0.5 * (errors + constant), (0.5 * (pixels - errors)) as f32)
}

/// The sum of squared errors over the variance.
#[inline(always)] // so that it is vectorised where it is called
fn squares<const N: usize>(
    logits: &[f32; N],
    image: &[u8; N],
    precision: f32,
    scale: f32,
    delta: &mut [f32; N],
) -> f64 {
    let mut sums = [0.0; N];
    for lane in 0..N {
        let (mean, _) = sigmoid_and_softplus(logits[lane]);
        let error = mean - value(image[lane]);
        sums[lane] = error * error * precision;
        delta[lane] = scale * precision * error * mean * (1.0 - mean);
    }
    f64::from(sums.iter().sum::<f32>())
}

/// An image with a variance of each pixel: `output` has all logits and then what stands for the logarithms of the variances,
/// before [`bounded`] by `floor`. log p(x|z), in nats, and its negative gradient by `output` times `scale`.
pub fn of_pixels(output: &[f32], image: &[u8], floor: f32, scale: f32, delta: &mut [f32]) -> f64 {
    let (logits, raws) = output.split_at(image.len());
    let (by_logits, by_raws) = delta.split_at_mut(image.len());
    let ((logits, last_logits), (raws, last_raws)) = (logits.as_chunks::<LANES>(), raws.as_chunks::<LANES>());
    let (image, last_image) = image.as_chunks::<LANES>();
    let ((by_logits, last_by_logits), (by_raws, last_by_raws)) =
        (by_logits.as_chunks_mut::<LANES>(), by_raws.as_chunks_mut::<LANES>());
    let mut total = 0.0;
    let whole = logits.iter().zip(raws).zip(image).zip(by_logits.iter_mut().zip(by_raws));
    for (((logits, raws), image), (by_logits, by_raws)) in whole {
        total += pixels(logits, raws, image, [floor, scale], by_logits, by_raws);
    }
    let last = last_logits.iter().zip(last_raws).zip(last_image).zip(last_by_logits.iter_mut().zip(last_by_raws));
    for (((logit, raw), byte), (by_logit, by_raw)) in last {
        let [by_logit, by_raw] = [by_logit, by_raw].map(std::array::from_mut);
        total += pixels(&[*logit], &[*raw], &[*byte], [floor, scale], by_logit, by_raw);
    }
    -0.5 * (total + (logits.len() * LANES + last_logits.len()) as f64 * f64::from(TAU.ln()))
}

/// The sum of squared errors over the variances and of the variances' logarithms.
#[inline(always)]
fn pixels<const N: usize>(
    logits: &[f32; N],
    raws: &[f32; N],
    image: &[u8; N],
    [floor, scale]: [f32; 2],
    by_logits: &mut [f32; N],
    by_raws: &mut [f32; N],
) -> f64 {
    let mut sums = [0.0; N];
    for lane in 0..N {
        let (mean, _) = sigmoid_and_softplus(logits[lane]);
        let (log_var, slope) = bounded(raws[lane], floor);
        let (precision, error) = (exp(-log_var), mean - value(image[lane]));
        let square = error * error * precision;
        sums[lane] = square + log_var;
        by_logits[lane] = scale * precision * error * mean * (1.0 - mean);
        by_raws[lane] = scale * 0.5 * (1.0 - square) * slope;
    }
    f64::from(sums.iter().sum::<f32>())
}

/// log p of each value of `x`, whose variances are all alike, in nats, and its gradient by the logit.
pub fn of_values(logits: &[f32], x: &[f32], log_var: f32, terms: &mut [f32], by_logits: &mut [f32]) {
    let precision = exp(-log_var);
    for (((logit, x), term), by_logit) in logits.iter().zip(x).zip(terms).zip(by_logits) {
        let (mean, _) = sigmoid_and_softplus(*logit);
        let error = x - mean;
        *term = -0.5 * (error * error * precision + log_var + TAU.ln());
        *by_logit = precision * error * mean * (1.0 - mean);
    }
}

/// The same with a variance of each; `output` and `delta` are as in [`of_pixels`].
pub fn of_values_each(output: &[f32], x: &[f32], floor: f32, terms: &mut [f32], delta: &mut [f32]) {
    let ((logits, raws), (by_logits, by_raws)) = (output.split_at(x.len()), delta.split_at_mut(x.len()));
    let each = logits.iter().zip(raws).zip(x).zip(terms).zip(by_logits.iter_mut().zip(by_raws));
    for ((((logit, raw), x), term), (by_logit, by_raw)) in each {
        let (mean, _) = sigmoid_and_softplus(*logit);
        let (log_var, slope) = bounded(*raw, floor);
        let (precision, error) = (exp(-log_var), x - mean);
        let square = error * error * precision;
        *term = -0.5 * (square + log_var + TAU.ln());
        *by_logit = precision * error * mean * (1.0 - mean);
        *by_raw = 0.5 * (square - 1.0) * slope;
    }
}
