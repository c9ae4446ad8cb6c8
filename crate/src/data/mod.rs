//! Images with their classes: as files, as batches, as a drawing becomes one, and how they are damaged and measured.

pub mod attributes;
pub mod batch;
pub mod corrupt;
pub mod dataset;
#[cfg(feature = "import")]
pub mod formats;
pub mod idx;
#[cfg(feature = "import")]
pub mod import;
pub mod order;
pub mod prepare;
#[cfg(feature = "import")]
pub mod shapes;
pub mod training_data;
