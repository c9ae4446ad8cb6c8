//! A text that somebody typed: what a probe on the codes of texts whose classes are known thinks of it, and why.

mod opinion;

pub use opinion::{Because, Opinion, Reader};
