//! log p(x|z) from the decoder's output.

use std::f64::consts::PI;

use burn::tensor::Tensor;
use burn::tensor::activation::{log_sigmoid, log_softmax, sigmoid};

use crate::model::Decoded;
use crate::settings::Likelihood;

/// log p(x|z) of x `[N, 784]`, in nats per image `[N]`.
pub fn log_likelihood(decoded: Decoded, x: Tensor<2>) -> Tensor<1> {
    match decoded.log_var {
        None if decoded.characters.is_some() => texts(decoded, x),
        None if decoded.is_multinomial => multinomial(decoded.logits, x),
        None => bernoulli(decoded.logits, x),
        Some(log_var) => gaussian(sigmoid(decoded.logits), log_var, x),
    }
}

/// The same of each pixel, `[N, 784]`.
pub fn of_pixels(decoded: Decoded, x: Tensor<2>) -> Tensor<2> {
    match decoded.log_var {
        None if decoded.is_multinomial => multinomial_items(decoded.logits, x),
        None => bernoulli_pixels(decoded.logits, x),
        Some(log_var) => gaussian_pixels(sigmoid(decoded.logits), log_var, x),
    }
}

/// log p(x|z) of texts, the characters' and the colours', which are normal around the sigmoid of their logits; x is as
/// [`Characters::told`] makes it, the colours behind it.
fn texts(decoded: Decoded, x: Tensor<2>) -> Tensor<1> {
    let ([n, outputs], Some(characters)) = (decoded.logits.dims(), decoded.characters) else { unreachable!("texts") };
    let (hidden, told) = (characters.hidden(), characters.numbers());
    let of_text =
        characters.log_likelihood(decoded.logits.clone().slice([0..n, 0..hidden]), x.clone().slice([0..n, 0..told]));
    if outputs == hidden {
        return of_text;
    }
    let log_var = Tensor::full([1, 1], 2.0 * Likelihood::COLOUR_SIGMA.ln(), &x.device());
    let mean = sigmoid(decoded.logits.slice([0..n, hidden..outputs]));
    of_text + gaussian(mean, log_var, x.slice([0..n, told..told + outputs - hidden]))
}

/// log p(x|z) of counts x `[N, items]` from logits as many, in nats per row `[N]`: sum over items of x * log softmax(l), without the
/// multinomial coefficient (Liang et al. 2018, eq. 2).
pub fn multinomial(logits: Tensor<2>, x: Tensor<2>) -> Tensor<1> {
    multinomial_items(logits, x).sum_dim(1).squeeze_dim(1)
}

fn multinomial_items(logits: Tensor<2>, x: Tensor<2>) -> Tensor<2> {
    x * log_softmax(logits, 1)
}

/// Bernoulli log-likelihood on logits, in nats per image `[N]`.
///
/// log p(x|z) = sum over pixels of x * l - softplus(l) = (x - 1) * l + log sigmoid(l), which overflows
/// for no logit. For grey pixels in (0, 1) it is the cross-entropy of the same form, not a density;
/// see Kingma and Welling 2014, appendix C.1.
///
/// `logits` and `x` are `[N, 784]`.
pub fn bernoulli(logits: Tensor<2>, x: Tensor<2>) -> Tensor<1> {
    bernoulli_pixels(logits, x).sum_dim(1).squeeze_dim(1)
}

fn bernoulli_pixels(logits: Tensor<2>, x: Tensor<2>) -> Tensor<2> {
    (x - 1.0) * logits.clone() + log_sigmoid(logits)
}

/// Log-density of independent Gaussians, in nats per image `[N]`: sum over pixels of
/// -1/2 (log 2 pi + log_var + (x - mean)^2 / exp(log_var)) (Kingma and Welling 2014, appendix C.2).
///
/// `mean` and `x` are `[N, 784]`, `log_var` too, or `[1, 1]` for all.
pub fn gaussian(mean: Tensor<2>, log_var: Tensor<2>, x: Tensor<2>) -> Tensor<1> {
    gaussian_pixels(mean, log_var, x).sum_dim(1).squeeze_dim(1)
}

fn gaussian_pixels(mean: Tensor<2>, log_var: Tensor<2>, x: Tensor<2>) -> Tensor<2> {
    let error = (x - mean).square() * log_var.clone().neg().exp();
    (error + log_var + (2.0 * PI).ln()).mul_scalar(-0.5)
}
