//! The likelihood of texts in a training step: its gradients by its own parameters wait for the weights of the samples, where there
//! are several.

use latent_kernels::likelihood::characters::{Change, Weighed};

use super::part::{Part, Shown};
use crate::model::network::Network;
use crate::objective::texts::{Apart, TextLikelihood, Told};

/// What the likelihood of texts leaves of a part.
#[derive(Default)]
pub struct TextPass {
    pub change: Change,
    said: Vec<Apart>,
}

impl Part {
    /// log p(x|z) of each sample, and, where there is one of each text, its negative gradients.
    pub(super) fn text_likelihoods(&mut self, texts: TextLikelihood, network: &Network, shown: &Shown) {
        let rows = shown.labels.len() * shown.samples;
        self.shares.clear();
        self.shares.resize(rows, 1.0 / shown.of as f32);
        self.tell_texts(texts, network, shown, shown.samples == 1);
        let total: f64 = self.texts.said.iter().map(|said| said.text + said.colour).sum();
        self.reconstruction = -total / shown.samples as f64;
        let each = self.shares.iter_mut().zip(&self.texts.said);
        each.for_each(|(share, said)| *share = (said.text + said.colour) as f32);
    }

    /// Its gradients with the samples' shares of their texts' weights, once these are known.
    pub(super) fn weigh_texts(&mut self, texts: TextLikelihood, network: &Network, shown: &Shown) {
        let shares = self.shares.clone();
        self.shares.iter_mut().for_each(|share| *share /= shown.of as f32);
        self.tell_texts(texts, network, shown, true);
        self.shares = shares;
    }

    fn tell_texts(&mut self, texts: TextLikelihood, network: &Network, shown: &Shown, by_gradients: bool) {
        let Self { decoder, shares, texts: TextPass { change, said }, .. } = self;
        let Some(pass) = decoder.last_mut() else { return };
        pass.delta.clear();
        pass.delta.resize(pass.output.len(), 0.0);
        network.characters.iter().for_each(|characters| change.clear(characters));
        said.clear();
        said.resize(shares.len(), Apart::default());
        let Shown { samples, targets, hidden, units, .. } = *shown;
        let told = Told { outputs: &pass.output, samples, texts: targets, hidden, units };
        let weighed = Weighed { scales: shares, delta: &mut pass.delta, by_parameters: true };
        texts.tell(told, by_gradients.then_some(weighed), change, said);
    }
}
