//! log p(x|z) of texts, and its gradients by what is decoded and by the parameters, some characters of all texts at a time.

use super::work::{Step, settle};
use super::{BLOCK, Change, Characters};

/// What the likelihood is asked of: rows of what is decoded, so many beside each other of each text.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// What is decoded, `[N * k, stride]`, of which the first numbers of each row are c(z).
    pub decoded: &'a [f32],
    pub stride: usize,
    /// k.
    pub samples: usize,
    /// `[N, places]`, 0 from where a text has ended.
    pub ids: &'a [u16],
    /// Which of them the decoder is not shown, `[N, places]`; empty where it is shown all.
    pub hidden: &'a [bool],
    /// What the hidden units of each text are multiplied by, `[N, hidden]`; empty where nothing is.
    pub units: &'a [f32],
}

/// What the negative log likelihood of each row weighs, `[N * k]`, and its gradient by what is decoded, `[N * k, stride]`, which is
/// added to.
pub struct Weighed<'a> {
    pub scales: &'a [f32],
    pub delta: &'a mut [f32],
    /// Whether the gradients by the parameters are wanted too.
    pub by_parameters: bool,
}

impl Characters {
    /// log p(x|z) of each row in nats, `[N * k]`; with `weighed` the gradients, of which those by the parameters are added to `change`'s.
    pub fn log_likelihoods(
        &self,
        texts: Texts,
        mut weighed: Option<Weighed>,
        change: &mut Change,
        mut say: impl FnMut(usize, f64),
    ) {
        let places = self.sizes.places;
        let rows = texts.decoded.len() / texts.stride;
        let steps = (0..rows).flat_map(|row| {
            let text = &texts.ids[row / texts.samples * places..][..places];
            let ended = text.iter().position(|&id| id == 0).map_or(places, |end| end + 1);
            (0..ended).map(move |place| Step { row, text: row / texts.samples, place })
        });
        let mut steps = steps.peekable();
        let mut block = Vec::with_capacity(BLOCK);
        while steps.peek().is_some() {
            block.clear();
            block.extend(steps.by_ref().take(BLOCK));
            self.forward(&block, texts, &mut change.work);
            let logits = change.work.logits.chunks_exact_mut(self.sizes.characters);
            for (step, logits) in block.iter().zip(logits) {
                let target = texts.ids[step.text * places + step.place];
                let scale = weighed.as_ref().map(|weighed| weighed.scales[step.row]);
                say(step.row, settle(logits, target.into(), scale));
            }
            if let Some(weighed) = &mut weighed {
                self.backward(&block, texts, weighed, change);
            }
        }
    }
}
