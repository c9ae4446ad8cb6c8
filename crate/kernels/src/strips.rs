//! A matrix product for wasm's 128-bit SIMD: the right operand packed into strips in the order in which tiles read
//! it (Goto and van de Geijn 2008), the left one read as it lies where its rows are whole, and a tile that the compiler keeps in
//! registers.
//!
//! With relaxed SIMD every function on the way to a tile has to be made for it, so that the tile is part of the loop.

use crate::lanes::{LANES, Sums};
use crate::matmul::{Into, Matrix};

/// Rows and columns of the tile of the product that stays in registers: eight SIMD accumulators. With ten
/// or twelve, V8 runs out of x86-64's sixteen registers and spills (8.5 ms a step became 12 to 14).
const TILE_ROWS: usize = 4;
const TILE_COLUMNS: usize = LANES;

/// Rows of the left operand and numbers of each that tiles go over before the next ones: 32 kB, which stay in the first cache
/// while all strips of the right pass by.
const BLOCK_ROWS: usize = 32;
const BLOCK_INNER: usize = 256;

/// A right operand in strips of as many columns as a tile has, each row by row; the last is filled up with zeros.
#[derive(Debug, Default)]
pub struct Strips(Vec<f32>);

impl Strips {
    pub fn of(right: Matrix) -> Self {
        let mut strips = Self::default();
        strips.pack(right);
        strips
    }

    pub fn pack(&mut self, right: Matrix) {
        let size = right.rows * TILE_COLUMNS;
        self.0.resize(right.columns.div_ceil(TILE_COLUMNS) * size, 0.0);
        for (strip, packed) in self.0.chunks_exact_mut(size.max(1)).enumerate() {
            let (packed, _) = packed.as_chunks_mut::<TILE_COLUMNS>();
            pack(right.transposed(), strip * TILE_COLUMNS, 0, packed);
        }
    }
}

/// left `[M, K]` times right `[K, N]`, to `out` `[M, N]`, row by row; `strips` are of `right`.
#[cfg_attr(all(target_arch = "wasm32", feature = "relaxed-simd"), target_feature(enable = "relaxed-simd"))]
pub fn product(out: &mut [f32], left: Matrix, right: Matrix, strips: &Strips, into: Into) {
    let (inner, columns) = (left.columns, right.columns);
    assert_eq!(right.rows, inner, "inner sizes");
    assert_eq!(out.len(), left.rows * columns, "a product of {} x {columns}", left.rows);
    if into == Into::Empty && inner == 0 {
        out.fill(0.0);
    }
    for from in (0..inner).step_by(BLOCK_INNER) {
        let length = BLOCK_INNER.min(inner - from);
        let into = if from == 0 { into } else { Into::Sum };
        let rights = strips.0.chunks_exact(inner * TILE_COLUMNS);
        let rights = rights.map(|strip| &strip[from * TILE_COLUMNS..(from + length) * TILE_COLUMNS]);
        for (block, out) in out.chunks_mut(BLOCK_ROWS * columns).enumerate() {
            let block = Block { left, row: block * BLOCK_ROWS, from, length, into };
            if left.column_stride == 1 {
                block.of_rows(rights.clone(), columns, out);
            } else {
                block.of_strips(rights.clone(), columns, out);
            }
        }
    }
}

/// Some rows of a left operand, and some numbers of each.
struct Block<'a> {
    left: Matrix<'a>,
    row: usize,
    from: usize,
    length: usize,
    into: Into,
}

impl Block<'_> {
    /// Read as it lies, with whole rows.
    #[cfg_attr(all(target_arch = "wasm32", feature = "relaxed-simd"), target_feature(enable = "relaxed-simd"))]
    fn of_rows<'a>(&self, rights: impl Iterator<Item = &'a [f32]>, columns: usize, out: &mut [f32]) {
        for (strip, right) in rights.enumerate() {
            let (right, _) = right.as_chunks::<TILE_COLUMNS>();
            for (tile, out) in out.chunks_mut(TILE_ROWS * columns).enumerate() {
                let (row, out) = (self.row + tile * TILE_ROWS, &mut out[strip * TILE_COLUMNS..]);
                if row + TILE_ROWS <= self.left.rows {
                    put(out, columns, columns - strip * TILE_COLUMNS, self.tile::<TILE_ROWS>(row, right), self.into);
                } else {
                    for (row, out) in (row..self.left.rows).zip(out.chunks_mut(columns)) {
                        put(out, columns, columns - strip * TILE_COLUMNS, self.tile::<1>(row, right), self.into);
                    }
                }
            }
        }
    }

    /// One tile of the product from whole rows of the left and a strip of the right.
    #[cfg_attr(all(target_arch = "wasm32", feature = "relaxed-simd"), target_feature(enable = "relaxed-simd"))]
    fn tile<const ROWS: usize>(&self, row: usize, right: &[[f32; TILE_COLUMNS]]) -> [[f32; TILE_COLUMNS]; ROWS] {
        let place = |offset| (row + offset) * self.left.row_stride + self.from;
        let lefts: [&[f32]; ROWS] = std::array::from_fn(|offset| &self.left.values[place(offset)..][..right.len()]);
        let mut sums = [Sums::ZERO; ROWS];
        for (at, right) in right.iter().enumerate() {
            for (sums, left) in sums.iter_mut().zip(lefts) {
                sums.add_products(left[at], right);
            }
        }
        std::array::from_fn(|row| sums[row].numbers())
    }

    /// Packed before, where its rows are not whole.
    #[cfg_attr(all(target_arch = "wasm32", feature = "relaxed-simd"), target_feature(enable = "relaxed-simd"))]
    fn of_strips<'a>(&self, rights: impl Iterator<Item = &'a [f32]>, columns: usize, out: &mut [f32]) {
        let mut packed = [[0.0; TILE_ROWS]; BLOCK_ROWS / TILE_ROWS * BLOCK_INNER];
        let rows = BLOCK_ROWS.min(self.left.rows - self.row);
        let packed = &mut packed[..rows.div_ceil(TILE_ROWS) * self.length];
        for (strip, packed) in packed.chunks_exact_mut(self.length).enumerate() {
            pack(self.left, self.row + strip * TILE_ROWS, self.from, packed);
        }
        for (strip, right) in rights.enumerate() {
            let (right, _) = right.as_chunks::<TILE_COLUMNS>();
            let outs = out.chunks_mut(TILE_ROWS * columns).map(|out| &mut out[strip * TILE_COLUMNS..]);
            for (left, out) in packed.chunks_exact(self.length).zip(outs) {
                put(out, columns, columns - strip * TILE_COLUMNS, of_strips(left, right), self.into);
            }
        }
    }
}

/// A tile to its place, at the beginning of the first row of `out`; what lies beyond the last column or row is left out.
#[inline(always)]
fn put<const ROWS: usize>(
    out: &mut [f32],
    columns: usize,
    width: usize,
    tile: [[f32; TILE_COLUMNS]; ROWS],
    into: Into,
) {
    for (row, sums) in out.chunks_mut(columns).zip(&tile) {
        match (row.first_chunk_mut::<TILE_COLUMNS>().filter(|_| width >= TILE_COLUMNS), into) {
            (Some(row), Into::Empty) => *row = *sums,
            (Some(row), Into::Sum) => row.iter_mut().zip(sums).for_each(|(value, sum)| *value += sum),
            (None, Into::Empty) => row.iter_mut().zip(sums).take(width).for_each(|(value, sum)| *value = *sum),
            (None, Into::Sum) => row.iter_mut().zip(sums).take(width).for_each(|(value, sum)| *value += sum),
        }
    }
}

/// `WIDTH` rows of a matrix from `row`, of each the numbers from `from`, as many as `packed` is long; rows beyond the last are
/// zeros.
fn pack<const WIDTH: usize>(matrix: Matrix, row: usize, from: usize, packed: &mut [[f32; WIDTH]]) {
    let width = WIDTH.min(matrix.rows - row);
    let first = row * matrix.row_stride + from * matrix.column_stride;
    if width < WIDTH {
        packed.fill([0.0; WIDTH]);
    }
    if matrix.row_stride < matrix.column_stride {
        for (packed, column) in packed.iter_mut().zip(matrix.values[first..].chunks(matrix.column_stride)) {
            match column.first_chunk() {
                Some(whole) if width == WIDTH => *packed = *whole,
                _ => packed[..width].copy_from_slice(&column[..width]),
            }
        }
    } else {
        for offset in 0..width {
            let values = matrix.values[first + offset * matrix.row_stride..].iter().step_by(matrix.column_stride);
            packed.iter_mut().zip(values).for_each(|(packed, value)| packed[offset] = *value);
        }
    }
}

/// One tile of the product from a strip of each operand.
#[cfg_attr(all(target_arch = "wasm32", feature = "relaxed-simd"), target_feature(enable = "relaxed-simd"))]
fn of_strips(left: &[[f32; TILE_ROWS]], right: &[[f32; TILE_COLUMNS]]) -> [[f32; TILE_COLUMNS]; TILE_ROWS] {
    let mut sums = [Sums::ZERO; TILE_ROWS];
    for (left, right) in left.iter().zip(right) {
        for (sums, left) in sums.iter_mut().zip(left) {
            sums.add_products(*left, right);
        }
    }
    std::array::from_fn(|row| sums[row].numbers())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn numbers(count: usize, phase: f32) -> Vec<f32> {
        (0..count).map(|index| (index as f32 * 0.7 + phase).sin()).collect()
    }

    #[test]
    fn products_are_gemm_s_for_every_size_and_transpose_also_on_top_of_a_sum() {
        for (rows, inner, columns) in [(1, 1, 1), (9, 1, 12), (4, 8, 8), (5, 3, 9), (7, 16, 33), (128, 20, 17)] {
            let (left, right) = (numbers(rows * inner, 0.1), numbers(inner * columns, 0.2));
            let lefts = [Matrix::new(&left, rows, inner), Matrix::new(&left, inner, rows).transposed()];
            let rights = [Matrix::new(&right, inner, columns), Matrix::new(&right, columns, inner).transposed()];
            for (left, right) in lefts.into_iter().flat_map(|left| rights.map(|right| (left, right))) {
                let (mut ours, mut gemm_s) = (vec![f32::NAN; rows * columns], vec![f32::NAN; rows * columns]);
                for into in [Into::Empty, Into::Sum] {
                    product(&mut ours, left, right, &Strips::of(right), into);
                    crate::matmul::product(&mut gemm_s, left, right, &crate::matmul::Strips, into);
                    let close = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-4;
                    assert!(ours.iter().zip(&gemm_s).all(close), "{rows} x {inner} x {columns}, {into:?}");
                }
            }
        }
    }
}
