//! Sorting: the class of an image, told by the codes of others, and groups without any class.

mod class;
mod few;
mod judge;
mod known;
mod plan;
mod semi;
mod spaces;
mod survey;

pub use class::{Confidences, Sorter};
pub use few::{Few, Task, Told, accuracy, labelled, voted};
pub use known::Known;
pub use plan::Space;
pub use semi::{Learnt, Semi};
pub use survey::Sort;

/// Neighbours that vote.
pub const NEIGHBOURS: usize = 5;
/// Times that a probe sees all points.
const EPOCHS: usize = 20;
