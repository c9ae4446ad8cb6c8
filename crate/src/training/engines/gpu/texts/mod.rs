//! log p(x|z) of texts, and a step of the optimiser on its own parameters, by the formulas of
//! [`latent_kernels::likelihood::characters`]: all characters of a batch at once, by the products of dense layers.

mod kernels;
mod upload;

use cubecl::prelude::*;

use super::Step;
use super::importance::{Shares, scale_rows};
use super::layers::table::scatter;
use super::layers::{Layer, Matrix, gradients};
use super::memory::Room;
use super::reduce;
use super::shape::Shape;
use super::tile;
use super::vector::{WIDTH, vectors};
use crate::settings::layers::CharacterSizes;
use crate::settings::{Likelihood, ModelConfig};
use kernels::LayoutLaunch;
pub use upload::{Occurrences, Texts};

/// The likelihood of a batch's texts.
pub struct TextLikelihood {
    sizes: CharacterSizes,
    has_colours: bool,
    images: usize,
    samples: usize,
    /// Of the table, the characters' biases, the window, the places and what leads back to the table.
    shapes: [Shape; 5],
    /// Of each text's characters, `[N * places, ...]`: the embeddings before, what they add to the hidden layer, and the gradients by both.
    before: Room,
    windowed: Room,
    by_window: Room,
    by_before: Room,
    /// By each embedding that was looked back at, `[N * (places + 1), embedding]`.
    by_shown: Room,
    /// Of each sample's, `[N * k * places, ...]`: each stage, and the gradient by it.
    hidden: Room,
    by_hidden: Room,
    projected: Room,
    by_projected: Room,
    logits: Room,
    by_logits: Room,
    /// -log p of each, `[N * k, places]`.
    losses: Room,
}

impl TextLikelihood {
    pub fn new(
        client: &Client,
        config: &ModelConfig,
        sizes: CharacterSizes,
        shapes: [Shape; 5],
        [images, samples]: [usize; 2],
    ) -> Self {
        let told = images * sizes.places;
        let window = sizes.window * sizes.embedding;
        let of_texts = |width: usize| Room::new(client, told, vectors(width));
        let of_samples = |width: usize| Room::new(client, told * samples, vectors(width));
        Self {
            has_colours: config.data.colour,
            images,
            samples,
            shapes,
            before: of_texts(window),
            windowed: of_texts(sizes.hidden),
            by_window: of_texts(sizes.hidden),
            by_before: of_texts(window),
            by_shown: Room::new(client, told + images, vectors(sizes.embedding)),
            hidden: of_samples(sizes.hidden),
            by_hidden: of_samples(sizes.hidden),
            projected: of_samples(sizes.embedding),
            by_projected: of_samples(sizes.embedding),
            logits: of_samples(sizes.characters),
            by_logits: of_samples(sizes.characters),
            losses: Room::new(client, images * samples, vectors(sizes.places)),
            sizes,
        }
    }

    /// Leaves -log p(x|z) of each row, and the gradients by logits and colours times `scale`.
    pub fn run(&self, step: &Step, decoder: &Layer, losses: BufferArg, scale: f32) {
        let Some(texts) = step.texts else { return };
        let [table, _, window, _, projection] = self.shapes.each_ref().map(Matrix);
        let (client, layout, all) = (step.client, || self.layout(decoder), self.hidden.rows);
        let (values, decoded) = (|| step.all.scalars(), || decoder.room(&decoder.output).scalars());
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (cubes, dim) = tile::grid(self.before.rows * self.sizes.window * self.sizes.embedding);
            let (shown, before) = (texts.shown.arg(), self.before.scalars());
            kernels::look_back::launch_unchecked(client, cubes, dim, values(), shown, before, layout());
            window.forward(step, &self.before, &self.windowed);
            let (cubes, dim) = tile::grid(all * self.sizes.hidden);
            let ((units, has_units), windowed) = (texts.units(), self.windowed.scalars());
            let hidden = self.hidden.scalars();
            kernels::hide::launch_unchecked(
                client,
                cubes,
                dim,
                windowed,
                decoded(),
                values(),
                units,
                hidden,
                layout(),
                has_units,
            );
            projection.forward(step, &self.hidden, &self.projected);
            table.backward(step, &self.projected, &self.by_logits, &self.logits, false);
            let (cubes, dim) = reduce::grid(all);
            let ([targets, lengths], logits) = (texts.targets(), self.logits.scalars());
            let (by_logits, each) = (self.by_logits.scalars(), || self.losses.scalars());
            kernels::settle::launch_unchecked(
                client,
                cubes,
                dim,
                logits,
                values(),
                targets,
                lengths,
                by_logits,
                each(),
                layout(),
                scale,
            );
            let (cubes, dim) = tile::grid(self.losses.rows);
            let (colours, delta) = (texts.colours(), decoder.room(&decoder.delta).scalars());
            let log_var = 2.0 * Likelihood::COLOUR_SIGMA.ln() as f32;
            kernels::tell::launch_unchecked(
                client,
                cubes,
                dim,
                each(),
                decoded(),
                colours,
                losses,
                delta,
                layout(),
                scale,
                log_var,
                self.has_colours,
            );
        }
    }

    /// The gradient by what is decoded, and a step of the optimiser on all parameters; each row counts with its share of its text's
    /// weights, where there are several.
    pub fn update(&self, step: &Step, decoder: &Layer, shares: Option<&Shares>) {
        let Some(texts) = step.texts else { return };
        let [table, _, window, _, projection] = self.shapes.each_ref().map(Matrix);
        let (client, layout) = (step.client, || self.layout(decoder));
        unsafe {
            if let Some(shares) = shares.filter(|_| self.samples > 1) {
                let (all, each) =
                    (self.by_logits.rows * self.by_logits.width, self.sizes.places * self.by_logits.width);
                let (cubes, dim) = tile::grid(all);
                scale_rows::launch_unchecked(client, cubes, dim, self.by_logits.vectors(), shares.arg(), each, all);
            }
            table.forward(step, &self.by_logits, &self.by_projected);
            projection.backward(step, &self.by_projected, &self.hidden, &self.by_hidden, true);
            let (cubes, dim) = tile::grid(self.losses.rows * self.sizes.hidden);
            let ((units, has_units), delta) = (texts.units(), decoder.room(&decoder.delta).scalars());
            let by_hidden = || self.by_hidden.scalars();
            kernels::by_decoded::launch_unchecked(client, cubes, dim, by_hidden(), units, delta, layout(), has_units);
            let (cubes, dim) = tile::grid(self.by_window.numbers());
            kernels::over_samples::launch_unchecked(
                client,
                cubes,
                dim,
                by_hidden(),
                self.by_window.scalars(),
                layout(),
            );
            window.backward(step, &self.by_window, &self.before, &self.by_before, false);
            let (cubes, dim) = tile::grid(self.by_shown.rows * self.sizes.embedding);
            let (by_before, by_shown) = (self.by_before.scalars(), self.by_shown.scalars());
            kernels::by_shown::launch_unchecked(client, cubes, dim, by_before, by_shown, layout());
        }
        self.move_parameters(step, texts, decoder);
    }

    fn move_parameters(&self, step: &Step, texts: &Texts, decoder: &Layer) {
        let [of_table, of_bias, _, of_places, _] = &self.shapes;
        let [table, _, window, _, projection] = self.shapes.each_ref().map(Matrix);
        let (client, optimizer) = (step.client, step.optimizer);
        projection.update(step, &self.hidden, &self.by_projected);
        window.update(step, &self.before, &self.by_window);
        let Room { rows, width, .. } = self.by_logits;
        unsafe {
            let (cubes, dim) = tile::grid(of_places.count() * WIDTH);
            let (by_window, room) = (self.by_window.scalars(), optimizer.gradient_numbers());
            kernels::by_places::launch_unchecked(client, cubes, dim, by_window, room, self.layout(decoder));
            optimizer.apply(step, of_places, 1);
            let (cubes, dim) = tile::grid(width);
            let (by_logits, room) = (self.by_logits.vectors(), optimizer.gradients());
            gradients::bias::launch_unchecked(client, cubes, dim, by_logits, room, rows, width, 1, width, 0);
            optimizer.apply(step, of_bias, 1);
        }
        table.gradient(step, &self.by_logits, &self.projected);
        scatter(step, of_table, &texts.shown, &self.by_shown, true);
        optimizer.apply(step, of_table, 1);
    }

    fn layout(&self, decoder: &Layer) -> LayoutLaunch {
        let CharacterSizes { characters, embedding, window, hidden, places } = self.sizes;
        let [table, bias, _, of_places, _] = self.shapes.map(|shape| shape.offset * WIDTH);
        let [characters_row, embedding_row, window_row, hidden_row, decoded_row] =
            [&self.logits, &self.projected, &self.before, &self.hidden, &decoder.room(&decoder.output)]
                .map(|room| room.width * WIDTH);
        LayoutLaunch::new(
            self.images,
            self.samples,
            places,
            characters,
            embedding,
            window,
            hidden,
            characters_row,
            embedding_row,
            window_row,
            hidden_row,
            self.losses.width * WIDTH,
            decoded_row,
            table,
            bias,
            of_places,
        )
    }
}
