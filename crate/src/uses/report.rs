//! What a use comes to: a table of figures, each of a case, a method and a quantity.

use serde::{Deserialize, Serialize};

/// One figure, over all images of the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub case: Case,
    pub method: Method,
    pub quantity: Quantity,
    pub value: f64,
}

/// What was done to the images, or asked of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Case {
    /// The images as they are.
    Whole,
}

/// How it was done; plain methods beside the model's.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Method {
    /// Left as it came.
    Nothing,
    /// The posterior's mean, decoded.
    EncodeDecode,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Quantity {
    /// Peak signal-to-noise ratio, in dB.
    Psnr,
}
