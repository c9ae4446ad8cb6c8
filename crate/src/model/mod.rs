//! The variational autoencoder and its weights; readable in one sitting, from [`Vae`] on.

#[cfg(feature = "graph")]
mod assembly;
#[cfg(feature = "graph")]
mod characters;
#[cfg(feature = "graph")]
mod decoder;
#[cfg(feature = "graph")]
mod encoder;
pub mod figures;
pub mod halve;
#[cfg(feature = "graph")]
mod lower;
#[cfg(feature = "graph")]
mod mixture;
pub mod network;
#[cfg(feature = "graph")]
pub mod pixels;
pub mod prior;
mod unique;
#[cfg(feature = "graph")]
mod vae;
pub mod weights;

#[cfg(feature = "graph")]
pub use characters::{Characters, Told};
#[cfg(feature = "graph")]
pub use decoder::{Decoded, Decoder};
#[cfg(feature = "graph")]
pub use encoder::{Encoder, Posterior};
#[cfg(feature = "graph")]
pub use lower::{Gaussian, Lower};
#[cfg(feature = "graph")]
pub use mixture::{Mixture, log_sum_exp};
#[cfg(feature = "graph")]
pub use vae::{Vae, repeat};
