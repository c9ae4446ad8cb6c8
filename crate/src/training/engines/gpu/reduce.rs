//! Sums over all invocations of a cube, and the largest of them.

use cubecl::prelude::*;

use super::tile::cubes;

/// Invocations of a cube, a power of two: the most that WebGPU promises.
const UNITS: usize = 256;

/// The grid of so many sums, or of some more.
pub fn grid(sums: usize) -> (CubeCount, CubeDim) {
    (cubes(sums as u32), CubeDim::new_1d(UNITS as u32))
}

/// The sum of what each invocation brings, for all of them.
#[cube]
pub fn total(own: f32) -> f32 {
    let mut shared = Shared::<[f32]>::new_slice(UNITS);
    let unit = UNIT_POS as usize;
    shared[unit] = own;
    sync_cube();
    #[unroll]
    for level in 1..9 {
        let half = comptime!(UNITS >> level);
        if unit < half {
            let other = shared[unit + half];
            shared[unit] += other;
        }
        sync_cube();
    }
    shared[0]
}

/// The largest of what each invocation brings, for all of them.
#[cube]
pub fn most(own: f32) -> f32 {
    let mut shared = Shared::<[f32]>::new_slice(UNITS);
    let unit = UNIT_POS as usize;
    shared[unit] = own;
    sync_cube();
    #[unroll]
    for level in 1..9 {
        let half = comptime!(UNITS >> level);
        if unit < half {
            let other = shared[unit + half];
            shared[unit] = shared[unit].max(other);
        }
        sync_cube();
    }
    shared[0]
}
