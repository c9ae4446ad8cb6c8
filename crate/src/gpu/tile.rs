//! How a product is shared out: one register tile of it to an invocation.
//!
//! Neighbouring invocations hold neighbouring columns: they read the left operand at one address and the right
//! one at consecutive addresses. Rows and columns past the edge repeat the last one and are not written.

use cubecl::prelude::*;

/// Rows and columns of an invocation's tile; the columns lie [`LANES`] apart.
pub const ROWS: usize = 8;
pub const COLUMNS: usize = 8;
/// Invocations side by side, and below each other, in a workgroup.
pub const LANES: usize = 8;
const DEPTH: usize = 8;

/// The grid that covers a product of `rows` by `columns`.
pub fn grid(rows: usize, columns: usize) -> (CubeCount, CubeDim) {
    let count = CubeCount::new_2d(columns.div_ceil(LANES * COLUMNS) as u32, rows.div_ceil(DEPTH * ROWS) as u32);
    (count, CubeDim::new_2d(LANES as u32, DEPTH as u32))
}

/// Of an invocation's tile.
#[cube]
pub fn first_row() -> usize {
    ABSOLUTE_POS_Y as usize * ROWS
}

/// Of an invocation's tile.
#[cube]
pub fn first_column() -> usize {
    CUBE_POS_X as usize * (LANES * COLUMNS) + UNIT_POS_X as usize
}

/// `at`, or the last index below `end`.
#[cube]
pub fn clamp(at: usize, end: usize) -> usize {
    select(at < end, at, end - 1)
}

/// Adds the outer product of a column of the left operand and a row of the right one.
#[cube]
pub fn accumulate(sums: &mut Array<f32>, left: &Array<f32>, right: &Array<f32>) {
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            sums[i * COLUMNS + j] += left[i] * right[j];
        }
    }
}
