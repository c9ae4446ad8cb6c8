//! The likelihood of texts on a device, by products with one-hot characters: what the kernels do by looking up.

use burn::module::{Module, Param};
use burn::tensor::activation::{log_softmax, relu};
use burn::tensor::{Device, Tensor};

use super::pixels;
use crate::settings::DataSpec;

/// As [`latent_kernels::likelihood::characters`] has it.
#[derive(Module, Debug)]
pub struct Characters {
    /// `[characters, embedding]`
    pub(super) table: Param<Tensor<2>>,
    /// `[characters]`
    pub(super) bias: Param<Tensor<1>>,
    /// `[window * embedding, hidden]`
    pub(super) window: Param<Tensor<2>>,
    /// `[places, hidden]`
    pub(super) places: Param<Tensor<2>>,
    /// `[hidden, embedding]`
    pub(super) projection: Param<Tensor<2>>,
}

/// Texts as bytes, which of them go in, and which characters the decoder is not shown, if any.
pub struct Told<'a> {
    pub inputs: &'a [u8],
    pub targets: &'a [u8],
    pub hidden: &'a [bool],
    /// What the hidden units are multiplied by, if anything.
    pub units: &'a [f32],
}

impl Characters {
    /// Numbers of what is decoded for the characters.
    pub fn hidden(&self) -> usize {
        self.places.dims()[1]
    }

    fn sizes(&self) -> [usize; 4] {
        let ([characters, embedding], [places, _]) = (self.table.dims(), self.places.dims());
        [characters, embedding, self.window.dims()[0] / embedding, places]
    }

    /// Numbers that stand for a text: at each place the one-hot character, none behind the end, and those before it in the window; what
    /// the hidden units are multiplied by.
    pub fn numbers(&self) -> usize {
        let [characters, _, window, places] = self.sizes();
        places * (window + 1) * characters + self.hidden()
    }

    /// What goes in, `[N, places * characters]`, and what should come out, with the colours behind it.
    pub fn batch(
        &self,
        Told { inputs, targets, hidden, units }: Told,
        data: &DataSpec,
        device: &Device,
    ) -> [Tensor<2>; 2] {
        let [characters, _, _, places] = self.sizes();
        let one_hot = |&id: &u16| (0..characters).map(move |at| if at == usize::from(id) { 1.0 } else { 0.0 });
        let inputs = data.ids_backwards(inputs).iter().flat_map(one_hot).collect();
        let ids = data.ids(targets);
        let texts = targets.chunks_exact(data.size()).zip(ids.chunks_exact(places)).enumerate();
        let told = texts.flat_map(|(row, (sample, ids))| {
            let hidden = hidden.get(row * places..(row + 1) * places).unwrap_or_default();
            let whole = vec![1.0; self.hidden()];
            let units = units.chunks_exact(self.hidden()).nth(row).unwrap_or(&whole);
            let colour = data.colour_of(sample).into_iter().flatten().map(|byte| f32::from(byte) / 255.0);
            self.told(ids, hidden).into_iter().chain(units.iter().copied()).chain(colour).collect::<Vec<_>>()
        });
        let told: Vec<f32> = told.collect();
        let numbers = told.len() / (targets.len() / data.size());
        [pixels::rows(inputs, places * characters, device), pixels::rows(told, numbers, device)]
    }

    fn told(&self, ids: &[u16], hidden: &[bool]) -> Vec<f32> {
        let [characters, _, window, places] = self.sizes();
        let mut told = vec![0.0; self.numbers() - self.hidden()];
        let (targets, before) = told.split_at_mut(places * characters);
        let ended = ids.iter().position(|id| *id == 0).map_or(places, |end| end + 1);
        for place in 0..ended {
            targets[place * characters + usize::from(ids[place])] = 1.0;
            for back in 0..window {
                let shown = match place.checked_sub(back + 1) {
                    None => Some(0),
                    Some(at) => (!hidden.get(at).is_some_and(|hidden| *hidden)).then_some(ids[at]),
                };
                if let Some(id) = shown {
                    before[(place * window + back) * characters + usize::from(id)] = 1.0;
                }
            }
        }
        told
    }

    /// log p(x|z) of the characters, in nats `[N]`, from what is decoded, `[N, hidden]`, and what stands for the texts, `[N, numbers]`.
    pub fn log_likelihood(&self, context: Tensor<2>, told: Tensor<2>) -> Tensor<1> {
        let ([characters, embedding, window, places], [n, hidden]) = (self.sizes(), context.dims());
        let targets = told.clone().slice([0..n, 0..places * characters]).reshape([n * places, characters]);
        let before = told.clone().slice([0..n, places * characters..places * (window + 1) * characters]);
        let units = told.slice([0..n, self.numbers() - hidden..self.numbers()]).reshape([n, 1, hidden]);
        let before = before.reshape([n * places * window, characters]).matmul(self.table.val());
        let before = before.reshape([n * places, window * embedding]).matmul(self.window.val());
        let context = context.reshape([n, 1, hidden]) + self.places.val().reshape([1, places, hidden]);
        let activated = relu(before + context.reshape([n * places, hidden])).reshape([n, places, hidden]) * units;
        let activated = activated.reshape([n * places, hidden]);
        let bias = self.bias.val().reshape([1, characters]);
        let logits = activated.matmul(self.projection.val()).matmul(self.table.val().transpose()) + bias;
        (targets * log_softmax(logits, 1)).sum_dim(1).reshape([n, places]).sum_dim(1).squeeze_dim(1)
    }
}
