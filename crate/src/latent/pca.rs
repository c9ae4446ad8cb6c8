//! Principal component analysis of images: the best that a linear code of so many numbers can do.

use latent_kernels::matmul::{Matrix, matmul};

use crate::error::{Error, Result};
use crate::latent::eigen::eigen;
use crate::seed::{Stream, generator, normals};

/// Rounds of subspace iteration (Golub and Van Loan, Matrix Computations, 4th edition, 8.2.4).
pub const ROUNDS: usize = 40;
/// Directions beyond those wanted, which make it converge faster.
const BESIDE: usize = 10;

/// Sums over points, as many at a time as one likes.
#[derive(Debug, Clone)]
pub struct Moments {
    size: usize,
    count: usize,
    /// `[size]`
    sum: Vec<f64>,
    /// `[size, size]`
    products: Vec<f64>,
}

/// Principal axes of points: a code is the point's place along them.
#[derive(Debug, Clone, PartialEq)]
pub struct Pca {
    /// `[size]`
    pub mean: Vec<f32>,
    /// Unit vectors, that of the greatest variance first, `[dimensions, size]`.
    pub axes: Vec<f32>,
    /// Along each axis, `[dimensions]`.
    pub variances: Vec<f64>,
}

impl Moments {
    pub fn new(size: usize) -> Self {
        Self { size, count: 0, sum: vec![0.0; size], products: vec![0.0; size * size] }
    }

    /// Adds points `[N, size]`; some thousands at once, as they are summed in float32.
    pub fn add(&mut self, points: &[f32]) {
        let count = points.len() / self.size;
        for point in points.chunks_exact(self.size) {
            self.sum.iter_mut().zip(point).for_each(|(sum, &value)| *sum += f64::from(value));
        }
        let mut products = vec![0.0; self.size * self.size];
        let points = Matrix::new(points, count, self.size);
        matmul(&mut products, points.transposed(), points);
        self.products.iter_mut().zip(products).for_each(|(sum, product)| *sum += f64::from(product));
        self.count += count;
    }

    /// The mean, `[size]`.
    pub fn mean(&self) -> Vec<f64> {
        self.sum.iter().map(|sum| sum / self.count as f64).collect()
    }

    /// The covariance, `[size, size]`.
    pub fn covariance(&self) -> Vec<f64> {
        let mean = self.mean();
        let at = |(index, product): (usize, &f64)| {
            product / self.count as f64 - mean[index / self.size] * mean[index % self.size]
        };
        self.products.iter().enumerate().map(at).collect()
    }

    /// The first principal axes.
    ///
    /// # Errors
    /// [`Error::Argument`] for more axes than the points have numbers, or without points.
    pub fn pca(&self, dimensions: usize) -> Result<Pca> {
        let mut axes = self.axes(dimensions)?;
        axes.turn(ROUNDS);
        Ok(axes.found())
    }

    /// The same, to be sought some rounds at a time.
    ///
    /// # Errors
    /// As [`Moments::pca`].
    pub fn axes(&self, dimensions: usize) -> Result<Axes> {
        if self.count == 0 || !(1..=self.size).contains(&dimensions) {
            let (size, count) = (self.size, self.count);
            return Err(Error::Argument(format!(
                "expected 1 to {size} principal axes of some points, got {dimensions} of {count}"
            )));
        }
        let covariance = self.covariance().into_iter().map(|value| value as f32).collect();
        let mean = self.mean().into_iter().map(|mean| mean as f32).collect();
        let width = (dimensions + BESIDE).min(self.size);
        let axes = normals(&mut generator(0, Stream::Weights), width * self.size);
        Ok(Axes { covariance, mean, dimensions, axes })
    }
}

/// Axes on their way to the principal ones.
#[derive(Debug, Clone)]
pub struct Axes {
    /// `[size, size]`
    covariance: Vec<f32>,
    mean: Vec<f32>,
    dimensions: usize,
    /// More than are wanted, `[width, size]`.
    axes: Vec<f32>,
}

impl Axes {
    /// So many more rounds, of [`ROUNDS`].
    pub fn turn(&mut self, rounds: usize) {
        let size = self.mean.len();
        let mut turned = vec![0.0; self.axes.len()];
        for _ in 0..rounds {
            orthonormalise(&mut self.axes, size);
            let axes = Matrix::new(&self.axes, turned.len() / size, size);
            matmul(&mut turned, axes, Matrix::new(&self.covariance, size, size));
            std::mem::swap(&mut self.axes, &mut turned);
        }
    }

    /// What they come to.
    pub fn found(mut self) -> Pca {
        let size = self.mean.len();
        orthonormalise(&mut self.axes, size);
        let (axes, variances) = within(&self.axes, Matrix::new(&self.covariance, size, size), self.dimensions);
        Pca { mean: self.mean, axes, variances }
    }
}

/// The principal axes within the span of orthonormal ones (Rayleigh and Ritz), and their variances.
fn within(axes: &[f32], covariance: Matrix, dimensions: usize) -> (Vec<f32>, Vec<f64>) {
    let (size, width) = (covariance.rows, axes.len() / covariance.rows);
    let mut turned = vec![0.0; axes.len()];
    matmul(&mut turned, Matrix::new(axes, width, size), covariance);
    let mut small = vec![0.0; width * width];
    matmul(&mut small, Matrix::new(&turned, width, size), Matrix::new(axes, width, size).transposed());
    let small = (0..width * width).map(|at| f64::from(small[at] + small[at % width * width + at / width]) / 2.0);
    let (values, vectors) = eigen(small.collect(), width);
    let mut order: Vec<usize> = (0..width).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
    order.truncate(dimensions);
    let (order, vectors) = (&order, &vectors);
    let column = |&index: &usize| (0..width).map(move |row| vectors[row * width + index] as f32);
    let chosen: Vec<f32> = order.iter().flat_map(column).collect();
    let mut found = vec![0.0; dimensions * size];
    matmul(&mut found, Matrix::new(&chosen, dimensions, width), Matrix::new(axes, width, size));
    (found, order.iter().map(|&index| values[index].max(0.0)).collect())
}

/// Rows of unit length at right angles, by Gram and Schmidt, twice so that float32 does not show. One that those before it span
/// becomes 0: what is left of it is rounding, in any direction.
fn orthonormalise(rows: &mut [f32], size: usize) {
    const ROUNDING: f64 = 1e-5;
    for _ in 0..2 {
        for index in 0..rows.len() / size {
            let (before, rest) = rows.split_at_mut(index * size);
            let row = &mut rest[..size];
            let whole = dot(row, row).sqrt();
            for other in before.chunks_exact(size) {
                let along = dot(other, row) as f32;
                row.iter_mut().zip(other).for_each(|(value, other)| *value -= along * other);
            }
            let length = dot(row, row).sqrt();
            let scale = if length > ROUNDING * whole { (1.0 / length) as f32 } else { 0.0 };
            row.iter_mut().for_each(|value| *value *= scale);
        }
    }
}

fn dot(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(&a, &b)| f64::from(a) * f64::from(b)).sum()
}

impl Pca {
    pub fn dimensions(&self) -> usize {
        self.variances.len()
    }

    /// The codes of points `[N, size]`, `[N, dimensions]`.
    pub fn encode(&self, points: &[f32]) -> Vec<f32> {
        let size = self.mean.len();
        let centred: Vec<f32> = points.iter().zip(self.mean.iter().cycle()).map(|(value, mean)| value - mean).collect();
        let mut codes = vec![0.0; points.len() / size * self.dimensions()];
        let axes = Matrix::new(&self.axes, self.dimensions(), size);
        matmul(&mut codes, Matrix::new(&centred, points.len() / size, size), axes.transposed());
        codes
    }

    /// The points of codes `[N, dimensions]`, `[N, size]`.
    pub fn decode(&self, codes: &[f32]) -> Vec<f32> {
        let size = self.mean.len();
        let count = codes.len() / self.dimensions();
        let mut points = vec![0.0; count * size];
        let axes = Matrix::new(&self.axes, self.dimensions(), size);
        matmul(&mut points, Matrix::new(codes, count, self.dimensions()), axes);
        points.iter_mut().zip(self.mean.iter().cycle()).for_each(|(value, mean)| *value += mean);
        points
    }
}
