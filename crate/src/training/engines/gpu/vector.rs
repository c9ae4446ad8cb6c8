//! Numbers by fours: every row on the device is padded with zeros to whole vectors, so that each load brings four.

use cubecl::prelude::*;

/// Numbers in a vector.
pub const WIDTH: usize = 4;

/// Four numbers of a row.
pub type Four = Vector<f32, Const<WIDTH>>;

/// Vectors that hold a row of `numbers`.
pub const fn vectors(numbers: usize) -> usize {
    numbers.div_ceil(WIDTH)
}

/// How four numbers are stored.
#[cube]
pub trait Stored: 'static + Send + Sync {
    type Item: CubePrimitive;

    /// One of the four.
    fn part(item: Self::Item, #[comptime] index: usize) -> f32;

    /// 1 at the `place` among the four, else 0; all 0 for one past them.
    fn hot(place: u32) -> Self::Item;
}

/// As they are.
pub struct Floats;

/// Grey bytes in a word, for values in 0 to 1: a quarter of the memory and of the loads.
pub struct Bytes;

#[cube]
impl Stored for Floats {
    type Item = Four;

    fn part(item: Four, #[comptime] index: usize) -> f32 {
        item.extract(index)
    }

    fn hot(place: u32) -> Four {
        let mut hot = Four::zeroed();
        #[unroll]
        for i in 0..WIDTH {
            hot.insert(i, f32::cast_from(place == i as u32));
        }
        hot
    }
}

#[cube]
impl Stored for Bytes {
    type Item = u32;

    fn part(item: u32, #[comptime] index: usize) -> f32 {
        f32::cast_from((item >> (8 * index as u32)) & 255) * f32::new(1.0 / 255.0)
    }

    fn hot(place: u32) -> u32 {
        select(place < WIDTH as u32, u32::new(255) << (8 * (place % WIDTH as u32)), 0)
    }
}
