//! The weights with which a classifier in training has told most of its points right.

use latent_kernels::layers::Layer;

#[derive(Default)]
pub struct MostRight {
    right: usize,
    /// Of all layers, one after the other.
    parameters: Vec<Vec<f32>>,
}

impl MostRight {
    /// Keeps the layers' weights where no others have told more right; the later of equals has the lower loss.
    pub fn look(&mut self, right: usize, layers: &[Layer]) {
        if right < self.right {
            return;
        }
        self.right = right;
        self.parameters = layers.iter().flat_map(Layer::parameters).map(|own| own.value.clone()).collect();
    }

    /// Puts them back.
    pub fn restore(self, layers: &mut [Layer]) {
        let mut kept = self.parameters.into_iter();
        for layer in layers {
            layer.parameters_mut().iter_mut().zip(&mut kept).for_each(|(own, value)| own.value = value);
            layer.pack();
        }
    }
}
