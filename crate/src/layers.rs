//! The dense layers that a model is made of.

use crate::config::{ModelConfig, PIXELS};

/// A dense layer's place and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerSpec {
    /// Dotted name, as a PyTorch module of the same structure has it.
    pub name: String,
    pub inputs: usize,
    pub outputs: usize,
}

/// All layers of a model, encoder first.
pub fn layer_specs(config: &ModelConfig) -> Vec<LayerSpec> {
    let hidden = &config.hidden_sizes;
    let encoder = [&[PIXELS], hidden.as_slice(), &[2 * config.latent_size]].concat();
    let mirrored: Vec<usize> = hidden.iter().rev().copied().collect();
    let decoder = [&[config.latent_size], mirrored.as_slice(), &[PIXELS]].concat();
    [stack("encoder", "posterior", &encoder), stack("decoder", "logits", &decoder)].concat()
}

fn stack(part: &str, head: &str, widths: &[usize]) -> Vec<LayerSpec> {
    let last = widths.len() - 2;
    let name = |i| {
        if i == last { format!("{part}.{head}") } else { format!("{part}.hidden.{i}") }
    };
    let layer = |(i, pair): (usize, &[usize])| LayerSpec { name: name(i), inputs: pair[0], outputs: pair[1] };
    widths.windows(2).enumerate().map(layer).collect()
}
