//! Images and texts as they go into the encoder, and rows of items, whose counts are divided by their length there (Liang et al. 2018).

use latent_kernels::layers::Input;
use latent_kernels::sparse::Sparse;

use crate::settings::{DataKind, ModelConfig};

/// Where more than one pixel in so many is inked, a product over all pixels is the faster one.
const DENSE: usize = 2;

/// What goes in.
pub enum Inputs {
    /// To a dense layer.
    Sparse(Sparse),
    /// To a convolution, or where there is little background: `[N, pixels]`.
    Values(Vec<f32>),
    /// Of texts, each from its last character to its first, `[N, length]`.
    Characters(Vec<u16>),
}

impl Default for Inputs {
    fn default() -> Self {
        Self::Values(vec![])
    }
}

impl Inputs {
    /// Of bytes, `[N, pixels]`.
    pub fn of(images: &[u8], config: &ModelConfig) -> Self {
        match config.data.kind {
            DataKind::Image => {}
            DataKind::Items => return Self::Sparse(Sparse::new(images, config.data.size()).with_unit_rows()),
            DataKind::Text => return Self::Characters(config.data.ids_backwards(images)),
        }
        let inked = || images.iter().filter(|&&byte| byte > 0).count();
        if config.channels.is_empty() && inked() < images.len() / DENSE {
            return Self::Sparse(Sparse::new(images, config.data.size()));
        }
        Self::Values(images.iter().map(|&byte| f32::from(byte) / 255.0).collect())
    }

    pub fn get(&self) -> Input<'_> {
        match self {
            Self::Sparse(images) => Input::Sparse(images),
            Self::Values(values) => Input::Dense(values),
            Self::Characters(ids) => Input::Characters(ids),
        }
    }
}
