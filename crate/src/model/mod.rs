//! The variational autoencoder and its weights; readable in one sitting, from [`Vae`] on.

#[cfg(feature = "graph")]
mod assembly;
#[cfg(feature = "graph")]
mod decoder;
#[cfg(feature = "graph")]
mod encoder;
pub mod figures;
pub mod halve;
pub mod network;
#[cfg(feature = "graph")]
pub mod pixels;
mod unique;
#[cfg(feature = "graph")]
mod vae;
pub mod weights;

#[cfg(feature = "graph")]
pub use decoder::{Decoded, Decoder};
#[cfg(feature = "graph")]
pub use encoder::{Encoder, Posterior};
#[cfg(feature = "graph")]
pub use vae::{Vae, repeat};
