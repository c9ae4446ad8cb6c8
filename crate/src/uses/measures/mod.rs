//! How good something is, as figures that others use too.

pub mod psnr;
pub mod ssim;
