//! How good something is, as figures that others use too.

pub mod bernoulli;
pub mod psnr;
pub mod ssim;
