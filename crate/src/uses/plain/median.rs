//! The median filter: each pixel becomes the median of a square around it.

/// Of images channel after channel; the square has `2 * reach + 1` pixels a side, at the border those that there are.
pub fn median(images: &[f32], [width, height]: [usize; 2], reach: usize) -> Vec<f32> {
    let mut around = vec![];
    let mut found = Vec::with_capacity(images.len());
    for channel in images.chunks_exact(width * height) {
        for at in 0..channel.len() {
            let (x, y) = (at % width, at / width);
            around.clear();
            for line in y.saturating_sub(reach)..(y + reach + 1).min(height) {
                let columns = x.saturating_sub(reach)..(x + reach + 1).min(width);
                around.extend_from_slice(&channel[line * width..][columns]);
            }
            around.sort_by(f32::total_cmp);
            let middle = around.len() / 2;
            found.push(if around.len() % 2 == 1 {
                around[middle]
            } else {
                (around[middle - 1] + around[middle]) / 2.0
            });
        }
    }
    found
}
