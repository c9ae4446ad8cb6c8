//! log p(x|z) from the decoder's output.

use burn::tensor::Tensor;
use burn::tensor::activation::log_sigmoid;

/// Bernoulli log-likelihood on logits, in nats per image `[N]`.
///
/// log p(x|z) = sum over pixels of x * l - softplus(l) = (x - 1) * l + log sigmoid(l), which overflows
/// for no logit. For grey pixels in (0, 1) it is the cross-entropy of the same form, not a density;
/// see Kingma and Welling 2014, appendix C.1.
///
/// `logits` and `x` are `[N, 784]`.
pub fn bernoulli(logits: Tensor<2>, x: Tensor<2>) -> Tensor<1> {
    ((x - 1.0) * logits.clone() + log_sigmoid(logits)).sum_dim(1).squeeze_dim(1)
}
