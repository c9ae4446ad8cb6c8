//! Images that were never there: places in the latent space to decode, and how like the data what is decoded there is.

mod mixed;
mod sheet;
mod survey;

pub use sheet::{Sheet, decoded, sheet};
pub use survey::Generate;
