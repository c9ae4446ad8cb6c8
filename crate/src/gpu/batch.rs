//! A batch's way through the model.

use cubecl::client::Client;
use cubecl::server::Handle;

use super::empty;
use super::layer::Layer;
use crate::config::PIXELS;
use crate::layers::LayerSpec;

/// What a step makes on the way, for batches of one size.
pub struct Batch {
    pub size: usize,
    pub encoder: Vec<Layer>,
    pub decoder: Vec<Layer>,
    /// `[N, 784]`, 0 to 1.
    pub x: Handle,
    /// `[N, Z]`.
    pub z: Handle,
    /// The loss's gradient by z, `[N, Z]`.
    pub z_delta: Handle,
}

impl Batch {
    pub fn new(client: &Client, specs: &[LayerSpec], encoder_depth: usize, size: usize) -> Self {
        let mut offset = 0;
        let layers = specs.iter().map(|spec| {
            let layer = Layer::new(client, spec, size, offset);
            offset += (spec.inputs + 1) * spec.outputs;
            layer
        });
        let mut encoder: Vec<Layer> = layers.collect();
        let decoder = encoder.split_off(encoder_depth);
        let latent = specs[encoder_depth].inputs;
        let (z, z_delta) = (empty(client, size * latent), empty(client, size * latent));
        Self { size, encoder, decoder, x: empty(client, size * PIXELS), z, z_delta }
    }

    /// mu and log_var, `[N, 2Z]`.
    pub fn head(&self) -> &Handle {
        &self.encoder[self.encoder.len() - 1].output
    }
}
