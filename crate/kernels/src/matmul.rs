//! Matrix products on slices: the gemm crate natively, strips of our own in wasm, where they take
//! three quarters of gemm's time (measured in Chromium at 128 x 400 x 784).

#[cfg(target_arch = "wasm32")]
pub use crate::strips::matmul;

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

#[cfg(all(not(target_arch = "wasm32"), feature = "threads"))]
const PARALLELISM: gemm::Parallelism = gemm::Parallelism::Rayon(0);
#[cfg(all(not(target_arch = "wasm32"), not(feature = "threads")))]
const PARALLELISM: gemm::Parallelism = gemm::Parallelism::None;

/// left `[M, K]` times right `[K, N]`, to `out` `[M, N]`, row by row.
#[cfg(not(target_arch = "wasm32"))]
pub fn matmul(out: &mut [f32], left: Matrix, right: Matrix) {
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
            false,
            left.values.as_ptr(),
            left.column_stride as isize,
            left.row_stride as isize,
            right.values.as_ptr(),
            right.column_stride as isize,
            right.row_stride as isize,
            0.0,
            1.0,
            false,
            false,
            false,
            PARALLELISM,
        );
    }
}
