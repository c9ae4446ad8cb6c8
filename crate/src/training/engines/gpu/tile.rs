//! How a product is shared out: one register tile of it to an invocation.
//!
//! Neighbouring invocations hold neighbouring columns of the same rows: their loads of the right operand are
//! consecutive, those of the left one are one. Each loaded vector serves a whole side of the tile, which is what
//! pays wherever loads cost more than arithmetic. Rows and columns past the edge repeat the last one and are not
//! written.

use cubecl::prelude::*;

/// Rows of a tile.
pub const ROWS: usize = 8;
/// Vectors in each of them.
pub const COLUMNS: usize = 2;
const GROUP: u32 = 64;

/// Cubes along an axis, at most: what WebGPU promises.
const MOST_CUBES: u32 = 65_535;

/// The grid for `count` invocations, or for some more.
pub fn grid(count: usize) -> (CubeCount, CubeDim) {
    (cubes((count as u32).div_ceil(GROUP)), CubeDim::new_1d(GROUP))
}

/// So many cubes, or some more.
pub fn cubes(count: u32) -> CubeCount {
    let across = count.min(MOST_CUBES);
    CubeCount::new_2d(across, count.div_ceil(across))
}

/// Tiles that cover a product of `rows` by `columns` vectors.
pub fn tiles(rows: usize, columns: usize) -> usize {
    rows.div_ceil(ROWS) * columns.div_ceil(COLUMNS)
}

/// The first row and the first column, in vectors, of an invocation's tile.
#[cube]
pub fn corner(columns: usize) -> (usize, usize) {
    let across = columns.div_ceil(COLUMNS);
    (ABSOLUTE_POS / across * ROWS, ABSOLUTE_POS % across * COLUMNS)
}

/// `at`, or the last index below `end`.
#[cube]
pub fn clamp(at: usize, end: usize) -> usize {
    select(at < end, at, end - 1)
}

/// Where a tile's rows begin, of `rows` rows of `width` vectors.
#[cube]
pub fn row_starts(row: usize, rows: usize, width: usize) -> Sequence<usize> {
    let mut starts = Sequence::<usize>::new();
    #[unroll]
    for i in 0..ROWS {
        starts.push(clamp(row + i, rows) * width);
    }
    starts
}

/// The items at `k` of a tile's rows.
#[cube]
pub fn column_of<T: CubePrimitive>(items: &[T], starts: &Sequence<usize>, k: usize) -> Sequence<T> {
    let mut column = Sequence::<T>::new();
    #[unroll]
    for i in 0..ROWS {
        column.push(items[starts[i] + k]);
    }
    column
}

/// Whether a place in a tile is one of the product's.
#[cube]
pub fn inside(row: usize, rows: usize, column: usize, columns: usize) -> bool {
    row < rows && column < columns
}
