//! The bound on log p(x, y) of a conditional VAE over numbers, with its gradients.

use std::f32::consts::TAU;

use latent_kernels::layers::{Dense, Input, Layer, Pass, backward, forward};
use latent_kernels::optimizer::{Parameter, Rule};
use rand_chacha::ChaCha8Rng;

use crate::objective::posterior::kl;
use crate::seed::uniforms;

/// Dimensions of z, and units of the hidden layer on each side.
pub const LATENT: usize = 10;
const HIDDEN: usize = 32;

/// q(z|x, y) and p(x|y, z), a Gaussian whose deviation is of each number the same in all rows.
pub struct Bound {
    encoder: Side,
    decoder: Side,
    log_deviation: Parameter,
    classes: usize,
}

/// Layers that are told the class.
struct Side {
    layers: Vec<Layer>,
    passes: Vec<Pass>,
}

/// Rows `[N, size]` with a class each, and draws from N(0, 1), `[N, LATENT]`, that z is made of.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub x: &'a [f32],
    pub classes: &'a [u8],
    pub noise: &'a [f32],
}

impl Bound {
    /// For rows of so many numbers and so many classes, untrained.
    pub fn new(size: usize, classes: usize, rng: &mut ChaCha8Rng) -> Self {
        let mut side = |inputs, outputs| Side::new([inputs, HIDDEN, outputs], classes, rng);
        let (encoder, decoder) = (side(size, 2 * LATENT), side(LATENT, size));
        Self { encoder, decoder, log_deviation: Parameter::new(vec![0.0; size]), classes }
    }

    /// -L(x, y) of each row, `[N]`, in nats (Kingma et al. 2014, eq. 6), every class as likely as any other.
    pub fn costs(&mut self, rows: Told<'_>) -> Vec<f32> {
        self.encoder.forward(rows.x, rows.classes);
        let heads = self.encoder.output();
        let (z, kls): (Vec<_>, Vec<_>) =
            heads.chunks_exact(2 * LATENT).zip(rows.noise.chunks_exact(LATENT)).map(drawn).unzip();
        self.decoder.forward(&z.concat(), rows.classes);
        let size = self.log_deviation.value.len();
        let each = rows.x.chunks_exact(size).zip(self.decoder.output().chunks_exact(size));
        let prior = (self.classes as f32).ln();
        each.zip(kls).map(|((x, mean), kl)| prior + kl + self.surprise(x, mean)).collect()
    }

    /// -log p(x|y, z) of a row whose mean was decoded.
    fn surprise(&self, x: &[f32], mean: &[f32]) -> f32 {
        let each = x.iter().zip(mean).zip(&self.log_deviation.value);
        each.map(|((x, mean), log)| 0.5 * ((x - mean) / log.exp()).powi(2) + log + 0.5 * TAU.ln()).sum()
    }

    /// A step down the sum of the rows' costs, each times its weight; the costs of these rows were asked for last.
    pub fn learn(&mut self, rows: Told<'_>, weights: &[f32], rule: Rule) {
        let by_z = self.decode_back(rows, weights, rule);
        let Side { layers, passes } = &mut self.encoder;
        let Pass { output, delta, .. } = &mut passes[layers.len() - 1];
        delta.resize(output.len(), 0.0);
        let each = delta.chunks_exact_mut(2 * LATENT).zip(output.chunks_exact(2 * LATENT)).zip(weights);
        for (row, ((delta, head), weight)) in each.enumerate() {
            for at in 0..LATENT {
                let (mu, log_var, by_z) = (head[at], head[LATENT + at], by_z[row * LATENT + at]);
                let noise = rows.noise[row * LATENT + at];
                delta[at] = by_z + weight * mu;
                delta[LATENT + at] = 0.5 * (by_z * noise * (0.5 * log_var).exp() + weight * (log_var.exp() - 1.0));
            }
        }
        backward(layers, passes, &Input::Dense(rows.x), rows.classes, None);
        self.encoder.update(rule);
    }

    /// The decoder's part of such a step; gives the gradient by z.
    fn decode_back(&mut self, rows: Told<'_>, weights: &[f32], rule: Rule) -> Vec<f32> {
        let heads = self.encoder.output().chunks_exact(2 * LATENT);
        let z: Vec<f32> = heads.zip(rows.noise.chunks_exact(LATENT)).flat_map(|row| drawn(row).0).collect();
        let Side { layers, passes } = &mut self.decoder;
        let Pass { output, delta, .. } = &mut passes[layers.len() - 1];
        delta.resize(output.len(), 0.0);
        let size = self.log_deviation.value.len();
        let mut by_deviation = vec![0.0; size];
        for (at, (delta, (x, mean))) in delta.iter_mut().zip(rows.x.iter().zip(output)).enumerate() {
            let (weight, deviation) = (weights[at / size], self.log_deviation.value[at % size].exp());
            *delta = weight * (*mean - x) / deviation.powi(2);
            by_deviation[at % size] += weight * (1.0 - ((x - *mean) / deviation).powi(2));
        }
        let mut by_z = vec![];
        backward(layers, passes, &Input::Dense(&z), rows.classes, Some(&mut by_z));
        self.decoder.update(rule);
        self.log_deviation.update(&[&by_deviation], rule, 0.0);
        by_z
    }
}

/// z of a row by its mean, log variance and noise, and KL(q || N(0, I)).
fn drawn((head, noise): (&[f32], &[f32])) -> (Vec<f32>, f32) {
    let (mu, log_var) = head.split_at(LATENT);
    let each = || mu.iter().zip(log_var);
    let z = each().zip(noise).map(|((mu, log_var), noise)| mu + (0.5 * log_var).exp() * noise).collect();
    (z, each().map(|(&mu, &log_var)| kl(mu, log_var)).sum())
}

impl Side {
    fn new(sizes: [usize; 3], classes: usize, rng: &mut ChaCha8Rng) -> Self {
        let layer = |pair: &[usize], classes: usize, rng: &mut ChaCha8Rng| {
            let inputs = pair[0] + classes;
            let weight = uniforms(rng, 1.0 / (inputs as f32).sqrt(), inputs * pair[1]);
            let mut layer = Layer::Dense(Dense::new(pair[0], classes, pair[1], weight, vec![0.0; pair[1]]));
            layer.pack();
            layer
        };
        let layers = vec![layer(&sizes[..2], classes, rng), layer(&sizes[1..], 0, rng)];
        Self { passes: layers.iter().map(|_| Pass::default()).collect(), layers }
    }

    fn forward(&mut self, input: &[f32], classes: &[u8]) {
        forward(&self.layers, &mut self.passes, &Input::Dense(input), classes, classes.len());
    }

    fn output(&self) -> &[f32] {
        &self.passes[self.layers.len() - 1].output
    }

    fn update(&mut self, rule: Rule) {
        self.layers.iter_mut().zip(&self.passes).for_each(|(layer, pass)| layer.update(&[pass], rule, 0.0));
    }
}

#[cfg(test)]
mod tests {
    use latent_kernels::optimizer::{Rule, Sgd};

    use super::{Bound, LATENT, Layer, Told};
    use crate::seed::{Stream, generator, normals};

    const SIZE: usize = 4;

    /// Every number of the model, by its place.
    fn numbers(bound: &mut Bound) -> Vec<&mut f32> {
        let sides = [&mut bound.encoder, &mut bound.decoder].into_iter().flat_map(|side| &mut side.layers);
        let layers = sides.flat_map(Layer::parameters_mut);
        layers.chain([&mut bound.log_deviation]).flat_map(|it| &mut it.value).collect()
    }

    #[test]
    fn a_step_is_along_the_slope_that_finite_differences_have() {
        let mut rng = generator(1, Stream::Weights);
        let (x, noise) = (normals(&mut rng, 3 * SIZE), normals(&mut rng, 3 * LATENT));
        let rows = Told { x: &x, classes: &[0, 1, 1], noise: &noise };
        let weights = [0.5, 2.0, 1.0];
        let mut bound = Bound::new(SIZE, 2, &mut rng);
        let cost = |bound: &mut Bound| -> f64 {
            bound.encoder.layers.iter_mut().chain(&mut bound.decoder.layers).for_each(Layer::pack);
            bound.costs(rows).iter().zip(weights).map(|(&cost, weight)| f64::from(cost * weight)).sum()
        };
        let count = numbers(&mut bound).len();
        let places: Vec<usize> = (0..count).step_by(7).chain(count - SIZE..count).collect();
        let differences: Vec<f64> = places
            .iter()
            .map(|&at| {
                let mut moved = |by: f32| {
                    *numbers(&mut bound)[at] += by;
                    let found = cost(&mut bound);
                    *numbers(&mut bound)[at] -= by;
                    found
                };
                (moved(1e-2) - moved(-1e-2)) / 2e-2
            })
            .collect();
        cost(&mut bound);
        let before: Vec<f32> = numbers(&mut bound).into_iter().map(|it| *it).collect();
        bound.learn(rows, &weights, Rule::Sgd(Sgd { rate: 1.0, momentum: 0.0 }));
        let after = numbers(&mut bound);
        for (&at, difference) in places.iter().zip(differences) {
            let slope = f64::from(before[at] - *after[at]);
            assert!((slope - difference).abs() < 0.02 * (1.0 + difference.abs()), "{at}: {slope}, {difference}");
        }
    }
}
