//! Images with their classes: as files, as batches, as a drawing becomes one, and how they are damaged and measured.

pub mod attributes;
#[cfg(feature = "import")]
pub mod augment;
pub mod batch;
pub mod corrupt;
pub mod dataset;
#[cfg(feature = "import")]
mod encodings;
#[cfg(feature = "import")]
pub mod formats;
pub mod idx;
#[cfg(feature = "import")]
pub mod import;
#[cfg(feature = "import")]
pub mod lines;
#[cfg(feature = "import")]
pub mod mine;
pub mod music;
pub mod order;
pub mod prepare;
pub mod rows;
pub mod rows_file;
#[cfg(feature = "import")]
pub mod shapes;
#[cfg(feature = "import")]
pub mod tastes;
pub mod training_data;
mod unpacking;
pub mod words;
