//! log p(x|z) of texts from what the decoder puts out: of their characters, one after the other, and of the colours beside them, whose
//! red, green and blue are normal around the sigmoid of what is decoded behind the characters' part.

use latent_kernels::likelihood::characters::{Change, Characters, Texts, Weighed};
use latent_kernels::likelihood::gaussian;

use crate::model::network::Network;
use crate::settings::{DataSpec, Likelihood};

/// p(x|z) as a model of texts has it.
#[derive(Clone, Copy)]
pub struct TextLikelihood<'a> {
    characters: &'a Characters,
    data: &'a DataSpec,
}

/// Some texts, and what is decoded for so many samples of each.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// `[N * k, outputs]`
    pub outputs: &'a [f32],
    /// k.
    pub samples: usize,
    /// `[N, size]`
    pub texts: &'a [u8],
    /// As a batch has it.
    pub hidden: &'a [bool],
    pub units: &'a [f32],
}

/// log p(x|z) in nats, of the characters and of the colour, which is 0 where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Apart {
    pub text: f64,
    pub colour: f64,
}

impl<'a> TextLikelihood<'a> {
    /// Of a model of texts alone.
    pub fn of_model(model: &'a Network) -> Option<Self> {
        let characters = model.characters.as_ref()?;
        Some(Self { characters, data: &model.config().data })
    }

    /// log p(x|z) of a text; its negative gradient by the output, times `scale`, goes to `delta`.
    pub fn of(&self, output: &[f32], text: &[u8], scale: f32, delta: &mut [f32]) -> f64 {
        let told = Told { outputs: output, samples: 1, texts: text, hidden: &[], units: &[] };
        delta.fill(0.0);
        let weighed = Weighed { scales: &[scale], delta, by_parameters: false };
        let mut said = Apart::default();
        self.tell(told, (scale != 0.0).then_some(weighed), &mut Change::default(), std::slice::from_mut(&mut said));
        said.text + said.colour
    }

    /// The parts of log p(x|z) of each row, `[N * k]`, which are added to `said`; with `weighed` the gradients, as
    /// [`Characters::log_likelihoods`] has them.
    pub fn tell(&self, told: Told, mut weighed: Option<Weighed>, change: &mut Change, said: &mut [Apart]) {
        let Told { outputs, samples, texts, hidden, units } = told;
        let stride = outputs.len() / said.len();
        let ids = self.data.ids(texts);
        self.tell_colours(told, weighed.as_mut(), said);
        let texts = Texts { decoded: outputs, stride, samples, ids: &ids, hidden, units };
        self.characters.log_likelihoods(texts, weighed, change, |row, value| said[row].text += value);
    }

    fn tell_colours(&self, told: Told, mut weighed: Option<&mut Weighed>, said: &mut [Apart]) {
        let stride = told.outputs.len() / said.len();
        let log_var = 2.0 * Likelihood::COLOUR_SIGMA.ln() as f32;
        for (row, (output, said)) in told.outputs.chunks_exact(stride).zip(said).enumerate() {
            let text = &told.texts[row / told.samples * self.data.size()..][..self.data.size()];
            let Some(colour) = self.data.colour_of(text) else { return };
            let behind = self.characters.sizes.hidden;
            let mut by_logits = [0.0; 3];
            let scale = weighed.as_ref().map_or(0.0, |weighed| weighed.scales[row]);
            said.colour += gaussian::of_image(&output[behind..], &colour, log_var, scale, &mut by_logits).0;
            if let Some(weighed) = &mut weighed {
                weighed.delta[row * stride + behind..][..3].copy_from_slice(&by_logits);
            }
        }
    }
}
