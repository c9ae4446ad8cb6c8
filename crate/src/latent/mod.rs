//! The latent space: points in it, ways through it, and where images lie.

pub mod codes;
pub mod directions;
pub mod eigen;
pub mod path;
pub mod pca;
pub mod points;
pub mod posterior;
pub mod principal;
pub mod texts;
pub mod top;
