//! How a model's layers lie on the device. Between convolutions the channels of a pixel lie beside each other, padded to whole
//! vectors, so that a dense layer beside them has its rows or columns padded pixel by pixel.

use super::tile;
use super::vector::{WIDTH, vectors};
use crate::settings::ModelConfig;
use crate::settings::layers::{
    CharacterSizes, KERNEL, LayerKind, LayerSpec, STRIDE, character_sizes, decoder, encoder, features, lower,
};

/// Invocations that share a convolution's gradient, and parts of it at most.
const AT_ONCE: usize = 2048;
const MOST_PARTS: usize = 128;

/// A layer's kind and the shape of its weight; widths and offsets are in vectors.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub kind: LayerKind,
    /// Numbers of the weight's rows and columns, without the classes.
    rows: Groups,
    columns: Groups,
    bias: Groups,
    /// Numbers of the one-hot class that the layer is told, or 0.
    pub known: usize,
    /// Sides of the smaller images of a convolution.
    pub sides: [usize; 2],
    /// Where its parameters begin among all.
    pub offset: usize,
    /// Of what it puts out, where a shortcut leads past it.
    pub share: Option<f32>,
    /// Whether weight decay makes it smaller.
    pub decays: bool,
}

/// Numbers in groups, each padded to whole vectors.
#[derive(Debug, Clone, Copy)]
struct Groups {
    count: usize,
    size: usize,
}

impl Groups {
    fn one(size: usize) -> Self {
        Self { count: 1, size }
    }

    fn vectors(self) -> usize {
        self.count * vectors(self.size)
    }

    /// Where each number stands.
    fn places(self) -> impl Iterator<Item = usize> + Clone {
        (0..self.count).flat_map(move |group| (0..self.size).map(move |at| group * vectors(self.size) * WIDTH + at))
    }
}

impl Shape {
    /// Of the weight's rows, without the bias and the classes.
    pub fn rows(&self) -> usize {
        self.rows.vectors()
    }

    /// Of each row.
    pub fn columns(&self) -> usize {
        self.columns.vectors()
    }

    /// Of a dense layer's rows for the class.
    pub fn classes(&self) -> usize {
        vectors(self.known)
    }

    /// Numbers of a pixel of a convolution's larger images, and of its smaller ones.
    pub fn channels(&self) -> [usize; 2] {
        [self.rows.size, self.columns.size]
    }

    /// What it puts out for a row of the batch.
    pub fn outputs(&self) -> usize {
        let [large, small] = self.channels().map(vectors);
        let pixels = self.sides[0] * self.sides[1];
        match self.kind {
            LayerKind::Dense | LayerKind::Normalisation | LayerKind::Softmax => self.columns(),
            LayerKind::Convolution => pixels * small,
            LayerKind::TransposedConvolution => STRIDE * STRIDE * pixels * large,
            LayerKind::Embedding { .. } => self.bias(),
            LayerKind::Constant => 0,
        }
    }

    /// The weight, up to where the bias begins.
    pub fn weight(&self) -> usize {
        if self.kind == LayerKind::Normalisation { self.columns() } else { WIDTH * self.rows() * self.columns() }
    }

    pub fn bias(&self) -> usize {
        self.bias.vectors()
    }

    /// All its parameters: a dense layer's bias is the first of four rows, after which come those of the classes.
    pub fn count(&self) -> usize {
        match self.kind {
            LayerKind::Dense => WIDTH * (self.rows() + 1 + self.classes()) * self.columns(),
            _ => self.weight() + self.bias(),
        }
    }

    /// Numbers of a pixel of a convolution's larger images that are in use in each vector: one of four where they have one channel.
    pub fn lanes(&self) -> usize {
        if self.channels()[0] == 1 { 1 } else { WIDTH }
    }

    /// Tiles of a convolution's gradient.
    pub fn tiles(&self) -> usize {
        tile::tiles(self.rows() * self.lanes(), self.columns())
    }

    /// Parts in which a gradient is left, so that there is work for all of a GPU: a convolution's has few numbers, each a sum over
    /// many pixels.
    pub fn parts(&self) -> usize {
        match self.kind {
            LayerKind::Dense | LayerKind::Constant | LayerKind::Softmax | LayerKind::Embedding { .. } => 1,
            _ => (AT_ONCE / self.tiles()).clamp(1, MOST_PARTS),
        }
    }

    /// Where the numbers of each of its tensors stand among its own: runs of them by their start and length.
    pub fn runs(&self) -> Vec<Vec<(usize, usize)>> {
        let width = WIDTH * self.columns();
        let after = (0..self.known).map(|class| WIDTH * (self.rows() + 1) + class);
        let groups = |groups: Groups, start: usize| {
            let step = WIDTH * vectors(groups.size);
            (0..groups.count).map(move |group| (start + group * step, groups.size))
        };
        let weight = self.rows.places().chain(after).flat_map(|row| groups(self.columns, row * width));
        let bias = groups(self.bias, WIDTH * self.weight());
        let tensors = [weight.collect::<Vec<_>>(), bias.collect()];
        tensors.into_iter().filter(|runs| runs.iter().any(|(_, length)| *length > 0)).collect()
    }
}

/// Those of a model.
pub struct Shapes {
    pub encoder: Vec<Shape>,
    /// Of what leads to a second layer of latents, where there is one.
    pub lower: Vec<Shape>,
    pub decoder: Vec<Shape>,
    /// Of the variance that all pixels share.
    pub shared: Option<Shape>,
    /// Of the likelihood of texts: the table, the characters' biases, the window, the places and what leads back to the table.
    pub texts: Option<[Shape; 5]>,
    /// Of a mixture as prior: its logits, and its means and logarithms of variances, a component after another.
    pub prior: Option<[Shape; 2]>,
}

impl Shapes {
    pub fn all(&self) -> impl Iterator<Item = &Shape> {
        let layers = self.encoder.iter().chain(&self.lower).chain(&self.decoder).chain(&self.shared);
        layers.chain(self.texts.iter().flatten()).chain(self.prior.iter().flatten())
    }
}

pub fn shapes(config: &ModelConfig) -> Shapes {
    let [channels, height, width] = features(config);
    let (mut sides, mut offset) = ([config.data.height, config.data.width], 0);
    let [encoder, lower, mut decoder] = [encoder(config), lower(config), decoder(config)].map(|specs| {
        let mut known = if config.conditional { config.data.classes.len() } else { 0 };
        let shapes = specs.iter().enumerate().map(|(index, spec)| {
            let is = |at: Option<usize>, kind| at.and_then(|at| specs.get(at)).is_some_and(|spec| spec.kind == kind);
            let beside = [
                is(index.checked_sub(1), LayerKind::Convolution),
                is(Some(index + 1), LayerKind::TransposedConvolution),
            ];
            let groups = |count: usize, by_pixel: bool| match by_pixel {
                true => Groups { count: height * width, size: channels },
                false => Groups::one(count),
            };
            let LayerSpec { kind, inputs, outputs, share, .. } = *spec;
            let told = if kind == LayerKind::Dense { std::mem::take(&mut known) } else { 0 };
            let kernel =
                |[large, small]: [usize; 2]| [Groups { count: KERNEL * KERNEL, size: large }, Groups::one(small)];
            if kind == LayerKind::Convolution {
                sides = sides.map(|side| side / STRIDE);
            }
            let [rows, columns] = match kind {
                LayerKind::Dense => [groups(inputs - told, beside[0]), groups(outputs, beside[1])],
                LayerKind::Convolution => kernel([inputs, outputs]),
                LayerKind::TransposedConvolution => kernel([outputs, inputs]),
                LayerKind::Normalisation => [1, outputs].map(Groups::one),
                LayerKind::Softmax => [0, outputs].map(Groups::one),
                LayerKind::Embedding { places } => [inputs, outputs / places].map(Groups::one),
                LayerKind::Constant => [Groups::one(0); 2],
            };
            let bias = match kind {
                LayerKind::Dense => columns,
                LayerKind::Softmax => Groups::one(0),
                _ => Groups::one(outputs),
            };
            let shape = Shape { kind, rows, columns, bias, known: told, sides, offset, share, decays: true };
            if kind == LayerKind::TransposedConvolution {
                sides = sides.map(|side| side * STRIDE);
            }
            offset += shape.count();
            shape
        });
        shapes.collect::<Vec<_>>()
    });
    let shared = decoder.pop_if(|shape| shape.kind == LayerKind::Constant);
    let texts = character_sizes(config).map(|sizes| texts(sizes, &mut offset));
    let prior = (config.components() > 0).then(|| prior(config, offset));
    Shapes { encoder, lower, decoder, shared, texts, prior }
}

/// What stands alone: a weight, or a bias.
fn single(kind: LayerKind, [rows, columns, bias]: [Groups; 3], offset: usize) -> Shape {
    Shape { kind, rows, columns, bias, known: 0, sides: [0; 2], offset, share: None, decays: true }
}

/// Matrices without biases, and the characters' biases, which never decay.
fn texts(sizes: CharacterSizes, offset: &mut usize) -> [Shape; 5] {
    let CharacterSizes { characters, embedding, window, hidden, places } = sizes;
    let none = Groups::one(0);
    let matrix = |rows, columns| (LayerKind::Embedding { places: 1 }, [Groups::one(rows), Groups::one(columns), none]);
    let all = [
        matrix(characters, embedding),
        (LayerKind::Constant, [none, none, Groups::one(characters)]),
        matrix(window * embedding, hidden),
        matrix(places, hidden),
        matrix(hidden, embedding),
    ];
    all.map(|(kind, groups)| {
        let shape = Shape { decays: kind != LayerKind::Constant, ..single(kind, groups, *offset) };
        *offset += shape.count();
        shape
    })
}

/// As a bias alone, and as a weight and a bias that are alike.
fn prior(config: &ModelConfig, offset: usize) -> [Shape; 2] {
    let components = config.components();
    let gaussians = Groups { count: components, size: config.latent_size };
    let [none, one] = [0, 1].map(Groups::one);
    let logits = single(LayerKind::Constant, [none, none, Groups::one(components)], offset);
    [logits, single(LayerKind::Normalisation, [one, gaussians, gaussians], offset + logits.count())]
}
