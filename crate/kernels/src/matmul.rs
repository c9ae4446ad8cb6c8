//! Matrix products on slices: the gemm crate natively, strips of our own in wasm, where they take
//! three quarters of gemm's time (measured in Chromium at 128 x 400 x 784).

#[cfg(target_arch = "wasm32")]
pub use crate::strips::{Strips, product};

/// A view of a matrix with strides, so that a transpose costs nothing.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    pub values: &'a [f32],
    pub rows: usize,
    pub columns: usize,
    pub row_stride: usize,
    pub column_stride: usize,
}

impl<'a> Matrix<'a> {
    /// `[rows, columns]`, row by row.
    pub fn new(values: &'a [f32], rows: usize, columns: usize) -> Self {
        assert_eq!(values.len(), rows * columns, "a matrix of {rows} x {columns}");
        Self { values, rows, columns, row_stride: columns, column_stride: 1 }
    }

    pub fn transposed(self) -> Self {
        Self {
            rows: self.columns,
            columns: self.rows,
            row_stride: self.column_stride,
            column_stride: self.row_stride,
            ..self
        }
    }
}

/// left `[M, K]` times right `[K, N]`, to `out` `[M, N]`, row by row; natively on all threads of a build that has them.
#[cfg(target_arch = "wasm32")]
pub fn matmul(out: &mut [f32], left: Matrix, right: Matrix) {
    product(out, left, right, &Strips::of(right), Into::Empty);
}

/// What a product finds where it writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Into {
    /// Whatever: it is written over.
    Empty,
    /// A sum that the product is added to.
    Sum,
}

/// A right operand in the order in which products read it; natively gemm orders it itself.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Default)]
pub struct Strips;

#[cfg(not(target_arch = "wasm32"))]
impl Strips {
    pub fn of(_: Matrix) -> Self {
        Self
    }

    pub fn pack(&mut self, _: Matrix) {}
}

#[cfg(all(not(target_arch = "wasm32"), feature = "threads"))]
const ALL: gemm::Parallelism = gemm::Parallelism::Rayon(0);
#[cfg(all(not(target_arch = "wasm32"), not(feature = "threads")))]
const ALL: gemm::Parallelism = gemm::Parallelism::None;

/// left `[M, K]` times right `[K, N]`, to `out` `[M, N]`, row by row; natively on all threads of a build that has them.
#[cfg(not(target_arch = "wasm32"))]
pub fn matmul(out: &mut [f32], left: Matrix, right: Matrix) {
    by_gemm(out, left, right, Into::Empty, ALL);
}

/// left `[M, K]` times right `[K, N]`, to `out` `[M, N]`, row by row, on one thread; `strips` are of `right`.
#[cfg(not(target_arch = "wasm32"))]
pub fn product(out: &mut [f32], left: Matrix, right: Matrix, _: &Strips, into: Into) {
    by_gemm(out, left, right, into, gemm::Parallelism::None);
}

#[cfg(not(target_arch = "wasm32"))]
fn by_gemm(out: &mut [f32], left: Matrix, right: Matrix, into: Into, parallelism: gemm::Parallelism) {
    let (m, k, n) = (left.rows, left.columns, right.columns);
    assert_eq!(right.rows, k, "inner sizes");
    assert_eq!(out.len(), m * n, "a product of {m} x {n}");
    // SAFETY: sizes and strides stay inside the three slices, as checked here and in `Matrix::new`.
    unsafe {
        gemm::gemm(
            m,
            n,
            k,
            out.as_mut_ptr(),
            1,
            n as isize,
            into == Into::Sum,
            left.values.as_ptr(),
            left.column_stride as isize,
            left.row_stride as isize,
            right.values.as_ptr(),
            right.column_stride as isize,
            right.row_stride as isize,
            1.0,
            1.0,
            false,
            false,
            false,
            parallelism,
        );
    }
}
