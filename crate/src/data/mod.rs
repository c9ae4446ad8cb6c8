//! Images with their classes: as files, as batches, as a drawing becomes one, and how they are damaged and measured.

pub mod attributes;
pub mod batch;
pub mod corrupt;
pub mod dataset;
pub mod idx;
pub mod order;
pub mod prepare;
pub mod training_data;
