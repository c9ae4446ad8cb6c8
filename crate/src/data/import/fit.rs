//! A picture of any size made one of the data set's: grey or colour, square, scaled by area.

use serde::{Deserialize, Serialize};

use crate::data::formats::Picture;

/// How a picture that is no square becomes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "camelCase")]
pub enum Fit {
    /// All of it, in the middle of as much of its edge's colour as it needs.
    #[default]
    Pad,
    /// The square in its middle.
    Crop,
    /// As it is, where it is as large as the first one; others are refused.
    Same,
}

/// The square of the picture that is scaled: its side, and its corner, which may lie outside.
struct Window {
    side: usize,
    left: isize,
    top: isize,
}

/// Channel after channel, each row by row.
pub fn fitted(picture: &Picture, channels: usize, side: usize, fit: Fit) -> Vec<u8> {
    let recoloured;
    let picture = if picture.channels == channels {
        picture
    } else {
        recoloured = recolour(picture, channels);
        &recoloured
    };
    let Picture { width, height, ref pixels, .. } = *picture;
    if (width, height) == (side, side) {
        return (0..channels).flat_map(|channel| pixels.iter().skip(channel).step_by(channels)).copied().collect();
    }
    let window = Window::of(width, height, fit);
    let paper = edge(picture);
    let spans = spans(window.side, side);
    let at = |channel: usize, x: usize, y: usize| {
        let (x, y) = (x as isize + window.left, y as isize + window.top);
        let inside = (0..width as isize).contains(&x) && (0..height as isize).contains(&y);
        if inside { f32::from(pixels[(y as usize * width + x as usize) * channels + channel]) } else { paper[channel] }
    };
    let pixel = |channel: usize, down: &[(usize, f32)], across: &[(usize, f32)]| {
        let row = |y: usize| across.iter().map(|&(x, share)| share * at(channel, x, y)).sum::<f32>();
        down.iter().map(|&(y, share)| share * row(y)).sum::<f32>().round().clamp(0.0, 255.0) as u8
    };
    let mut all = Vec::with_capacity(channels * side * side);
    for channel in 0..channels {
        for down in &spans {
            all.extend(spans.iter().map(|across| pixel(channel, down, across)));
        }
    }
    all
}

impl Window {
    fn of(width: usize, height: usize, fit: Fit) -> Self {
        let side = if fit == Fit::Crop { width.min(height) } else { width.max(height) };
        let corner = |length: usize| (length as isize - side as isize).div_euclid(2);
        Self { side, left: corner(width), top: corner(height) }
    }
}

/// Which of `from` pixels each of `to` pixels covers, and with what share of its own length.
fn spans(from: usize, to: usize) -> Vec<Vec<(usize, f32)>> {
    let scale = from as f64 / to as f64;
    let span = |index: usize| {
        let (start, end) = (index as f64 * scale, (index + 1) as f64 * scale);
        let last = (end.ceil() as usize).min(from);
        (start as usize..last)
            .map(|pixel| (pixel, ((end.min(pixel as f64 + 1.0) - start.max(pixel as f64)) / scale) as f32))
            .collect()
    };
    (0..to).map(span).collect()
}

/// The mean of the pixels at its edge, of each channel.
fn edge(Picture { width, height, channels, pixels, .. }: &Picture) -> Vec<f32> {
    let at_edge = |index: usize| {
        let (x, y) = (index % width, index / width);
        x == 0 || y == 0 || x + 1 == *width || y + 1 == *height
    };
    let edge: Vec<&[u8]> = pixels
        .chunks_exact(*channels)
        .enumerate()
        .filter(|&(index, _)| at_edge(index))
        .map(|(_, pixel)| pixel)
        .collect();
    let mean =
        |channel: usize| edge.iter().map(|pixel| f32::from(pixel[channel])).sum::<f32>() / edge.len().max(1) as f32;
    (0..*channels).map(mean).collect()
}

/// Grey from colour by its luma (ITU-R BT.601), or colour from grey.
fn recolour(picture: &Picture, channels: usize) -> Picture {
    let luma = |pixel: &[u8]| {
        let [r, g, b] = [0, 1, 2].map(|channel| f32::from(pixel[channel]));
        (0.299 * r + 0.587 * g + 0.114 * b).round() as u8
    };
    let pixels = if channels == 1 {
        picture.pixels.chunks_exact(3).map(luma).collect()
    } else {
        picture.pixels.iter().flat_map(|&grey| [grey; 3]).collect()
    };
    Picture { channels, pixels, ..picture.clone() }
}
