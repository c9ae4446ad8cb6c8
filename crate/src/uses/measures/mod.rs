//! How good something is, as figures that others use too.

pub mod auroc;
pub mod bernoulli;
pub mod frechet;
pub mod precision_recall;
pub mod psnr;
pub mod rand_index;
pub mod ssim;
pub mod trustworthiness;
