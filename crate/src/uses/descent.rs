//! Down to the likeliest z, by Adam (Kingma and Ba 2015), some steps at a time.

use super::inference::Inference;
use super::observation::Observation;

/// Adam's, in its authors' words.
const MOMENTS: [f64; 2] = [0.9, 0.99];
const EPSILON: f64 = 1e-8;
/// How the likeliest z is sought.
pub const DESCENT: Descent = Descent { steps: 150, learning_rate: 0.1 };

/// How z is sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Descent {
    pub steps: usize,
    /// At the start; it falls to 0 along half a cosine.
    pub learning_rate: f64,
}

/// z on its way down.
#[derive(Debug, Clone)]
pub struct Descending {
    descent: Descent,
    done: usize,
    z: Vec<f32>,
    moments: [Vec<f64>; 2],
}

impl Descending {
    /// From z `[N, Z]`.
    pub fn from(z: Vec<f32>, descent: Descent) -> Self {
        Self { descent, done: 0, moments: [vec![0.0; z.len()], vec![0.0; z.len()]], z }
    }

    /// Where it is, `[N, Z]`.
    pub fn z(&self) -> &[f32] {
        &self.z
    }

    /// Steps to the end.
    pub fn left(&self) -> usize {
        self.descent.steps - self.done
    }

    /// Goes on for so many steps, and no farther than to the end; each image is of a class.
    pub fn go_on(&mut self, inference: &Inference, seen: &Observation, classes: &[u8], steps: usize) {
        for _ in 0..steps.min(self.left()) {
            let slope = inference.energy(&self.z, seen, classes);
            self.step(&slope.gradient);
        }
    }

    fn step(&mut self, slope: &[f32]) {
        let ([near, far], Descent { steps, learning_rate }) = (MOMENTS, self.descent);
        let count = self.done as i32 + 1;
        let falling = (1.0 + (std::f64::consts::PI * self.done as f64 / steps as f64).cos()) / 2.0;
        let rate = falling * learning_rate / (1.0 - near.powi(count));
        let correction = 1.0 / (1.0 - far.powi(count));
        let [first, second] = &mut self.moments;
        for (((z, &slope), first), second) in self.z.iter_mut().zip(slope).zip(first).zip(second) {
            let slope = f64::from(slope);
            *first = near * *first + (1.0 - near) * slope;
            *second = far * *second + (1.0 - far) * slope * slope;
            *z -= (rate * *first / ((correction * *second).sqrt() + EPSILON)) as f32;
        }
        self.done += 1;
    }
}

/// The likeliest z, sought from two starts at once: the better of both in the end.
#[derive(Debug, Clone)]
pub struct Likeliest {
    paths: [Descending; 2],
}

impl Likeliest {
    /// From the encoder's mean `[N, Z]` and from the prior's.
    pub fn from(warm: Vec<f32>, inference: &Inference) -> Self {
        let middle = inference.middle();
        let cold = middle.repeat(warm.len() / middle.len());
        Self { paths: [warm, cold].map(|start| Descending::from(start, DESCENT)) }
    }

    /// Steps to the end.
    pub fn left(&self) -> usize {
        self.paths[0].left()
    }

    /// Goes on for so many steps; each image is of a class.
    pub fn go_on(&mut self, inference: &Inference, seen: &Observation, classes: &[u8], steps: usize) {
        self.paths.iter_mut().for_each(|path| path.go_on(inference, seen, classes, steps));
    }

    /// Of each image the better one, `[N, Z]`.
    pub fn better(&self, inference: &Inference, seen: &Observation, classes: &[u8]) -> Vec<f32> {
        let [warm, cold] = self.paths.each_ref().map(Descending::z);
        let [warm_energy, cold_energy] = [warm, cold].map(|z| inference.energy(z, seen, classes).value);
        let latent = warm.len() / classes.len();
        let better = |row: usize| {
            let from = if cold_energy[row] < warm_energy[row] { cold } else { warm };
            &from[row * latent..(row + 1) * latent]
        };
        (0..classes.len()).flat_map(better).copied().collect()
    }
}
