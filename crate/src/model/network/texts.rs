//! What a model of texts would write.

use latent_kernels::likelihood::characters::{Characters, Next};

use super::Network;
use crate::settings::Colour;

/// What is decoded at N points of a model of texts.
pub struct Contexts<'a> {
    model: &'a Network,
    characters: &'a Characters,
    outputs: Vec<f32>,
    stride: usize,
}

impl Network {
    /// What points `[N, Z]` decode to, each as a class; none of a model that is not of texts.
    pub fn contexts(&self, z: &[f32], classes: &[u8]) -> Option<Contexts<'_>> {
        let characters = self.characters.as_ref()?;
        let stride = self.decoder.last()?.outputs();
        let mut outputs = vec![0.0; classes.len() * stride];
        self.decode(z, classes, &mut outputs, &|_, output, said| said.copy_from_slice(output));
        Some(Contexts { model: self, characters, outputs, stride })
    }

    /// Samples of the texts that take the likeliest character each time, `[N, size]`.
    pub fn greedy(&self, z: &[f32], classes: &[u8]) -> Vec<u8> {
        let Some(contexts) = self.contexts(z, classes) else { return vec![] };
        let data = &self.config.data;
        let texts = contexts.written(|_, _, log_p| likeliest(log_p));
        let samples = texts.ids.chunks_exact(data.length()).enumerate();
        samples.flat_map(|(row, ids)| data.sample(ids, contexts.colour(row).unwrap_or_default())).collect()
    }
}

/// Texts that were written, and how likely they are there.
pub struct Written {
    /// `[N, length]`, 0 from where one has ended.
    pub ids: Vec<u16>,
    /// log p(x|z) of the characters, in nats: `[N]`.
    pub log_likelihood: Vec<f32>,
}

impl<'a> Contexts<'a> {
    /// How many points.
    pub fn count(&self) -> usize {
        self.outputs.len() / self.stride
    }

    pub fn model(&self) -> &'a Network {
        self.model
    }

    /// What is put out there, `[N, outputs]`.
    pub fn outputs(&self) -> &[f32] {
        &self.outputs
    }

    /// All of it so many times.
    pub fn repeated(&self, rows: usize) -> Contexts<'a> {
        Contexts { outputs: self.outputs.repeat(rows), ..*self }
    }

    /// The red, green and blue decoded at a point, where the data has colours.
    pub fn colour(&self, row: usize) -> Option<Colour> {
        let (behind, has) = (self.characters.sizes.hidden, self.model.config.data.colour);
        let mut colour = Colour::default();
        let logits = &self.outputs[row * self.stride..][..self.stride][behind..];
        has.then(|| latent_kernels::likelihood::grey(logits, &mut colour)).map(|()| colour)
    }

    /// log p of each character of the alphabet, behind the end, after what texts `[N, length]` say before a place:
    /// `[N, characters]`, in nats.
    pub fn next(&self, ids: &[u16], place: usize) -> Vec<f32> {
        self.characters.next(Next { decoded: &self.outputs, stride: self.stride, ids, place })
    }

    /// Texts whose characters are chosen one after the other, by row, place and log p of each.
    pub fn written(&self, mut choose: impl FnMut(usize, usize, &[f32]) -> usize) -> Written {
        let (length, count) = (self.model.config.data.length(), self.count());
        let mut written = Written { ids: vec![0; count * length], log_likelihood: vec![0.0; count] };
        let mut open = vec![true; count];
        for place in 0..length {
            if !open.contains(&true) {
                break;
            }
            let log_p = self.next(&written.ids, place);
            for (row, log_p) in log_p.chunks_exact(self.characters.sizes.characters).enumerate() {
                if !open[row] {
                    continue;
                }
                let id = choose(row, place, log_p);
                written.ids[row * length + place] = id as u16;
                written.log_likelihood[row] += log_p[id];
                open[row] = id > 0;
            }
        }
        written
    }
}

/// The place of the largest, the first of equal ones.
pub fn likeliest(log_p: &[f32]) -> usize {
    let larger = |best: usize, at: usize| if log_p[at] > log_p[best] { at } else { best };
    (1..log_p.len()).fold(0, larger)
}
