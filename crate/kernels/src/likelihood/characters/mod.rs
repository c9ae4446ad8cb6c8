//! Texts character after character (Bowman et al. 2016, section 3): log p(x|z) is the sum over the characters of x and its end of
//! log softmax(logits_t)[x_t], where a neural model of language (Bengio et al. 2003, section 2) is told what is decoded from z:
//! h_t = c(z) + p_t + sum over j = 1..W of e(x_{t-j}) K_j, logits_t = (relu(h_t) V) E^T + b, and e(x) is x's row of the table E. Before
//! the first character stands the end's row; a character that the decoder is not shown adds nothing. In training units of relu(h_t) may be
//! left out, the same ones at all places of a text (Gal and Ghahramani 2016, section 4.2).

mod steps;
mod work;

use crate::matmul::{Matrix, Strips};
use crate::optimizer::{Parameter, Rule};
pub use steps::{Texts, Weighed};
pub use work::Next;

/// Characters of all texts that are gone through at once: their logits stay in the processor's caches.
const BLOCK: usize = 128;

/// Place of b among the parameters. It never decays: it says how often each character comes, and a rare one has to stay rare.
const BIAS: usize = 1;

/// What there is of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Of the alphabet, and the end, which is the first.
    pub characters: usize,
    pub embedding: usize,
    /// W.
    pub window: usize,
    pub hidden: usize,
    /// Characters of a text, at most.
    pub places: usize,
}

impl Sizes {
    /// Bytes of the room that a pass works in.
    pub fn scratch(&self) -> usize {
        let Self { characters, embedding, window, hidden, .. } = *self;
        4 * BLOCK * (characters + 2 * (window + 1) * embedding + 2 * hidden)
    }
}

/// The likelihood's own parameters, which the passes over the parts of a batch share.
pub struct Characters {
    pub sizes: Sizes,
    /// E `[characters, embedding]`, b `[characters]`, K `[window * embedding, hidden]`, p `[places, hidden]`, V `[hidden, embedding]`.
    pub parameters: [Parameter; 5],
    /// Of E, K and V, and of their transposes.
    strips: [[Strips; 2]; 3],
}

/// The loss's gradients by the parameters, and room to work in.
#[derive(Default)]
pub struct Change {
    pub gradients: [Vec<f32>; 5],
    work: work::Work,
}

impl Characters {
    pub fn new(sizes: Sizes, parameters: [Vec<f32>; 5]) -> Self {
        let mut new = Self { sizes, parameters: parameters.map(Parameter::new), strips: Default::default() };
        new.pack();
        new
    }

    fn table(&self) -> Matrix<'_> {
        Matrix::new(&self.parameters[0].value, self.sizes.characters, self.sizes.embedding)
    }

    fn window(&self) -> Matrix<'_> {
        Matrix::new(&self.parameters[2].value, self.sizes.window * self.sizes.embedding, self.sizes.hidden)
    }

    fn projection(&self) -> Matrix<'_> {
        Matrix::new(&self.parameters[4].value, self.sizes.hidden, self.sizes.embedding)
    }

    fn pack(&mut self) {
        let mut strips = std::mem::take(&mut self.strips);
        for ([as_is, transposed], matrix) in strips.iter_mut().zip([self.table(), self.window(), self.projection()]) {
            as_is.pack(matrix);
            transposed.pack(matrix.transposed());
        }
        self.strips = strips;
    }

    /// One step along the sum of what the passes found, the norm of each gradient cut down to `most` where that is above 0.
    pub fn update(&mut self, changes: &[&Change], rule: Rule, most: f32) {
        for (place, parameter) in self.parameters.iter_mut().enumerate() {
            let gradients: Vec<&[f32]> = changes.iter().map(|change| change.gradients[place].as_slice()).collect();
            let rule = if place == BIAS { rule.without_decay() } else { rule };
            parameter.update(&gradients, rule, most);
        }
        self.pack();
    }
}

impl Change {
    /// Nothing of what was found before.
    pub fn clear(&mut self, characters: &Characters) {
        for (gradient, parameter) in self.gradients.iter_mut().zip(&characters.parameters) {
            gradient.clear();
            gradient.resize(parameter.value.len(), 0.0);
        }
    }
}
