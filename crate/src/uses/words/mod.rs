//! A text that somebody typed: what a probe on the codes of texts whose classes are known thinks of it, and why; and what a model's
//! topics are.

mod opinion;
mod topics;

pub use opinion::{Because, Opinion, Reader};
pub use topics::{Topic, coherence, topics};
