//! Plain methods, which a model's uses are measured against, and by which its codes are judged.

pub mod bicubic;
pub mod gaussian;
pub mod median;
pub mod neighbours;
pub mod non_local_means;
pub mod pca;
