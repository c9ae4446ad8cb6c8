//! A strided convolution, and its transpose: both are products of patches of the larger images with maps of half their sides,
//! some images at a time, so that the patches stay in the cache.

use super::patches::Patches;
use super::{Change, Input, add_to_rows, sum_rows};
use crate::matmul::{Into, Matrix, Strips, product};
use crate::optimizer::Parameter;

/// Numbers of patches at once, at most, unless one image has more.
const AT_ONCE: usize = 1 << 15;

/// Which way it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From images to maps of half their sides.
    Down,
    /// A transposed convolution, from maps to images.
    Up,
}

/// A convolution.
pub struct Convolution {
    way: Way,
    /// Of the larger images.
    patches: Patches,
    /// Channels of the smaller ones.
    maps: usize,
    /// `[4, 4, channels, maps]`, and `[maps]` downwards, `[channels]` upwards.
    pub parameters: [Parameter; 2],
    /// Of the weight, and of its transpose.
    strips: [Strips; 2],
}

impl Convolution {
    pub fn new(way: Way, patches: Patches, maps: usize, weight: Vec<f32>, bias: Vec<f32>) -> Self {
        let parameters = [weight, bias].map(Parameter::new);
        Self { way, patches, maps, parameters, strips: Default::default() }
    }

    /// Numbers that it puts out for a row.
    pub fn outputs(&self) -> usize {
        if self.way == Way::Down { self.map() } else { self.patches.image() }
    }

    /// Numbers of an image of half the sides.
    fn map(&self) -> usize {
        self.patches.count() * self.maps
    }

    fn weight(&self) -> Matrix<'_> {
        let [weight, _] = &self.parameters;
        Matrix::new(&weight.value, self.patches.size(), self.maps)
    }

    pub fn pack(&mut self) {
        let mut strips = std::mem::take(&mut self.strips);
        strips[0].pack(self.weight());
        strips[1].pack(self.weight().transposed());
        self.strips = strips;
    }

    pub fn forward(&self, input: &Input, output: &mut [f32], scratch: &mut Vec<f32>) {
        let Input::Dense(input) = input else { return };
        match self.way {
            Way::Down => self.down(input, output, scratch),
            Way::Up => self.up(input, output, scratch),
        }
        let [_, bias] = &self.parameters;
        if self.has_planes() {
            for (plane, bias) in output.chunks_exact_mut(self.plane()).zip(bias.value.iter().cycle()) {
                plane.iter_mut().for_each(|value| *value += bias);
            }
        } else {
            add_to_rows(output, &bias.value);
        }
    }

    /// Gradients of weight and bias from the gradient by the output.
    pub fn gradients(&self, input: &Input, delta: &[f32], change: &mut Change) {
        let Input::Dense(input) = input else { return };
        let (images, maps) = if self.way == Way::Down { (*input, delta) } else { (delta, *input) };
        let Change { gradients: [weight, bias], scratch } = change;
        weight.fill(0.0);
        let many = self.at_once();
        for (images, maps) in images.chunks(many * self.patches.image()).zip(maps.chunks(many * self.map())) {
            let rows = maps.len() / self.maps;
            let maps = Matrix::new(maps, rows, self.maps);
            scratch.resize(rows * self.patches.size(), 0.0);
            self.patches.gather(images, scratch);
            let patches = Matrix::new(scratch, rows, self.patches.size());
            product(weight, patches.transposed(), maps, &Strips::of(maps), Into::Sum);
        }
        if self.has_planes() {
            bias.fill(0.0);
            let channels = bias.len();
            for (index, plane) in delta.chunks_exact(self.plane()).enumerate() {
                bias[index % channels] += plane.iter().sum::<f32>();
            }
        } else {
            sum_rows(delta, bias);
        }
    }

    /// The gradient by the input.
    pub fn input_delta(&self, delta: &[f32], into: &mut Vec<f32>, scratch: &mut Vec<f32>) {
        match self.way {
            Way::Down => {
                into.resize(delta.len() / self.map() * self.patches.image(), 0.0);
                self.up(delta, into, scratch);
            }
            Way::Up => {
                into.resize(delta.len() / self.patches.image() * self.map(), 0.0);
                self.down(delta, into, scratch);
            }
        }
    }

    /// Images at a time.
    fn at_once(&self) -> usize {
        (AT_ONCE / (self.patches.count() * self.patches.size())).max(1)
    }

    fn down(&self, images: &[f32], maps: &mut [f32], scratch: &mut Vec<f32>) {
        let many = self.at_once();
        for (images, maps) in images.chunks(many * self.patches.image()).zip(maps.chunks_mut(many * self.map())) {
            let rows = maps.len() / self.maps;
            scratch.resize(rows * self.patches.size(), 0.0);
            self.patches.gather(images, scratch);
            let patches = Matrix::new(scratch, rows, self.patches.size());
            product(maps, patches, self.weight(), &self.strips[0], Into::Empty);
        }
    }

    fn up(&self, maps: &[f32], images: &mut [f32], scratch: &mut Vec<f32>) {
        let many = self.at_once();
        images.fill(0.0);
        for (maps, images) in maps.chunks(many * self.map()).zip(images.chunks_mut(many * self.patches.image())) {
            let rows = maps.len() / self.maps;
            scratch.resize(rows * self.patches.size(), 0.0);
            let maps = Matrix::new(maps, rows, self.maps);
            product(scratch, maps, self.weight().transposed(), &self.strips[1], Into::Empty);
            self.patches.scatter(scratch, images);
        }
    }

    /// Whether what comes out is stored channel after channel.
    fn has_planes(&self) -> bool {
        self.way == Way::Up && self.patches.planar
    }

    /// Numbers of one channel of a larger image.
    fn plane(&self) -> usize {
        self.patches.height * self.patches.width
    }
}
