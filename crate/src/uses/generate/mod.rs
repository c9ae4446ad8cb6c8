//! Images that were never there: places in the latent space to decode, and how like the data what is decoded there is.

mod features;
mod made;
mod mixed;
mod plan;
mod sheet;
mod survey;

pub use sheet::{Sheet, decoded, sheet};
pub use survey::{Generate, LEAST};
