//! Bicubic interpolation (Keys 1981, a = -1/2), pixels taken as squares of which the middles are known.

/// Images, channel after channel, `factor` times as wide and high; cut to 0 to 1. Beyond the border the nearest pixel counts.
pub fn bicubic(images: &[f32], [width, height]: [usize; 2], factor: usize) -> Vec<f32> {
    let (across, down) = (line(width, factor), line(height, factor));
    let mut found = Vec::with_capacity(images.len() * factor * factor);
    for channel in images.chunks_exact(width * height) {
        for rows in &down {
            for columns in &across {
                let row = |&(y, weight): &(usize, f32)| {
                    weight * columns.iter().map(|&(x, weight)| weight * channel[y * width + x]).sum::<f32>()
                };
                found.push(rows.iter().map(row).sum::<f32>().clamp(0.0, 1.0));
            }
        }
    }
    found
}

/// Of each place of a longer line, the places of the shorter one that make it, and their weights.
fn line(size: usize, factor: usize) -> Vec<[(usize, f32); 4]> {
    let place = |to: usize| {
        let at = (to as f64 + 0.5) / factor as f64 - 0.5;
        let first = at.floor() as isize - 1;
        std::array::from_fn(|tap| {
            let from = first + tap as isize;
            (from.clamp(0, size as isize - 1) as usize, kernel((at - from as f64).abs()) as f32)
        })
    };
    (0..size * factor).map(place).collect()
}

fn kernel(off: f64) -> f64 {
    match off {
        ..1.0 => (1.5 * off - 2.5) * off * off + 1.0,
        ..2.0 => ((-0.5 * off + 2.5) * off - 4.0) * off + 2.0,
        _ => 0.0,
    }
}
