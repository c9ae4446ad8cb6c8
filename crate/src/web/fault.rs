//! The core's errors as JavaScript's: an `Error` with the core's sentence, named by its kind.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::error::Error;

/// What kind of error the core has thrown: the thrown `Error`'s name, which a worker's messages keep.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Fault {
    /// A setting out of range.
    Field,
    /// A file of the data set.
    Dataset,
    /// A model's weights.
    Weights,
    /// The loss is no longer a number.
    Diverged,
    /// A request that does not fit the model or the data.
    Argument,
    /// Points for a model of another latent size: of the one before, if it was changed meanwhile.
    LatentSize,
    /// A backend that cannot be opened, or fails.
    Device,
}

impl Fault {
    fn of(error: &Error) -> Self {
        match error {
            Error::Field { .. } => Fault::Field,
            Error::Dataset(_) => Fault::Dataset,
            Error::Weights(_) => Fault::Weights,
            Error::Diverged => Fault::Diverged,
            Error::Argument(_) => Fault::Argument,
            Error::LatentSize { .. } => Fault::LatentSize,
            Error::Device(_) => Fault::Device,
        }
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let thrown = js_sys::Error::new(&error.to_string());
        if let Ok(Some(name)) = serde_wasm_bindgen::to_value(&Fault::of(&error)).map(|name| name.as_string()) {
            thrown.set_name(&name);
        }
        thrown.into()
    }
}

/// What crosses the boundary is not of the declared shape.
impl From<tsify::Error> for Error {
    fn from(error: tsify::Error) -> Self {
        Error::Argument(error.to_string())
    }
}
