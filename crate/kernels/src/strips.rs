//! A matrix product for wasm's 128-bit SIMD: operands packed into strips in the order in which tiles read
//! them (Goto and van de Geijn 2008), and a tile that the compiler keeps in registers.

use crate::matmul::Matrix;
use crate::parallel::{grain, join};

/// Rows and columns of the tile of the product that stays in registers: eight SIMD accumulators. With ten
/// or twelve, V8 runs out of x86-64's sixteen registers and spills (8.5 ms a step became 12 to 14).
const TILE_ROWS: usize = 4;
const TILE_COLUMNS: usize = 8;

/// left `[M, K]` times right `[K, N]`, to `out` `[M, N]`, row by row.
pub fn matmul(out: &mut [f32], left: Matrix, right: Matrix) {
    let (inner, columns) = (left.columns, right.columns);
    assert_eq!(right.rows, inner, "inner sizes");
    assert_eq!(out.len(), left.rows * columns, "a product of {} x {columns}", left.rows);
    let (left, right) = join(|| pack::<TILE_ROWS>(left), || pack::<TILE_COLUMNS>(right.transposed()));
    let product = Product { left: &left, right: &right, inner, columns };
    product.rows(out, 0, grain(left.len() / (inner * TILE_ROWS)));
}

/// A product of packed operands.
struct Product<'a> {
    left: &'a [f32],
    right: &'a [f32],
    inner: usize,
    columns: usize,
}

impl Product<'_> {
    /// The rows of `out`, which begin with strip `first` of the left; at most `grain` strips on one thread.
    fn rows(&self, out: &mut [f32], first: usize, grain: usize) {
        let strips = out.len().div_ceil(self.columns * TILE_ROWS);
        if strips > grain {
            let half = strips / 2;
            let (above, below) = out.split_at_mut(half * TILE_ROWS * self.columns);
            join(|| self.rows(above, first, grain), || self.rows(below, first + half, grain));
            return;
        }
        let size = self.inner * TILE_ROWS;
        let left = &self.left[first * size..(first + strips) * size];
        for (strip, right) in self.right.chunks_exact(self.inner * TILE_COLUMNS).enumerate() {
            let from = strip * TILE_COLUMNS;
            let width = TILE_COLUMNS.min(self.columns - from);
            let mut rows = out.chunks_exact_mut(self.columns);
            for left in left.chunks_exact(size) {
                for (sums, row) in tile(left, right).iter().zip(&mut rows) {
                    row[from..from + width].copy_from_slice(&sums[..width]);
                }
            }
        }
    }
}

/// Strips of `WIDTH` rows, each column by column; the last strip is filled up with zeros.
fn pack<const WIDTH: usize>(matrix: Matrix) -> Vec<f32> {
    let strips = matrix.rows.div_ceil(WIDTH);
    let mut packed = vec![0.0; strips * WIDTH * matrix.columns];
    pack_strips::<WIDTH>(matrix, &mut packed, 0, grain(strips));
    packed
}

/// The strips of `packed`, from strip `first`; at most `grain` on one thread.
fn pack_strips<const WIDTH: usize>(matrix: Matrix, packed: &mut [f32], first: usize, grain: usize) {
    let size = WIDTH * matrix.columns;
    let strips = packed.len() / size;
    if strips > grain {
        let (before, after) = packed.split_at_mut(strips / 2 * size);
        let pack = |packed, first| move || pack_strips::<WIDTH>(matrix, packed, first, grain);
        join(pack(before, first), pack(after, first + strips / 2));
        return;
    }
    for (strip, packed) in packed.chunks_exact_mut(size).enumerate() {
        let row = (first + strip) * WIDTH;
        let width = WIDTH.min(matrix.rows - row);
        let (packed, _) = packed.as_chunks_mut::<WIDTH>();
        if matrix.row_stride < matrix.column_stride {
            for (packed, column) in packed.iter_mut().zip(matrix.values[row..].chunks(matrix.column_stride)) {
                packed[..width].copy_from_slice(&column[..width]);
            }
        } else {
            for offset in 0..width {
                let values = matrix.values[(row + offset) * matrix.row_stride..].iter().step_by(matrix.column_stride);
                packed.iter_mut().zip(values).for_each(|(packed, value)| packed[offset] = *value);
            }
        }
    }
}

/// One tile of the product from a strip of each operand.
fn tile(left: &[f32], right: &[f32]) -> [[f32; TILE_COLUMNS]; TILE_ROWS] {
    let mut sums = [[0.0; TILE_COLUMNS]; TILE_ROWS];
    let (left, _) = left.as_chunks::<TILE_ROWS>();
    let (right, _) = right.as_chunks::<TILE_COLUMNS>();
    for (left, right) in left.iter().zip(right) {
        for (sums, left) in sums.iter_mut().zip(left) {
            for (sum, right) in sums.iter_mut().zip(right) {
                *sum += left * right;
            }
        }
    }
    sums
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn numbers(count: usize, phase: f32) -> Vec<f32> {
        (0..count).map(|index| (index as f32 * 0.7 + phase).sin()).collect()
    }

    #[test]
    fn products_are_gemm_s_for_every_size_and_transpose() {
        for (rows, inner, columns) in [(1, 1, 1), (9, 1, 12), (4, 8, 8), (5, 3, 9), (7, 16, 33), (128, 20, 17)] {
            let (left, right) = (numbers(rows * inner, 0.1), numbers(inner * columns, 0.2));
            let lefts = [Matrix::new(&left, rows, inner), Matrix::new(&left, inner, rows).transposed()];
            let rights = [Matrix::new(&right, inner, columns), Matrix::new(&right, columns, inner).transposed()];
            for (left, right) in lefts.into_iter().flat_map(|left| rights.map(|right| (left, right))) {
                let (mut ours, mut gemm_s) = (vec![f32::NAN; rows * columns], vec![f32::NAN; rows * columns]);
                matmul(&mut ours, left, right);
                crate::matmul::matmul(&mut gemm_s, left, right);
                let close = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-4;
                assert!(ours.iter().zip(&gemm_s).all(close), "{rows} x {inner} x {columns}");
            }
        }
    }
}
