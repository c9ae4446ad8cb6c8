//! What programs that know nothing of images or models make of them, in bytes.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
#[cfg(feature = "cli")]
use png::{BitDepth, ColorType, Encoder, EncodingError, Filter};

use crate::error::{Error, Result};
#[cfg(feature = "cli")]
use crate::settings::DataSpec;

/// Eight pixels a byte, the first in its highest bit: those that are not 0.
pub fn packed(images: &[u8]) -> Vec<u8> {
    let byte = |pixels: &[u8]| pixels.iter().enumerate().map(|(at, &pixel)| u8::from(pixel > 0) << (7 - at)).sum();
    images.chunks(8).map(byte).collect()
}

/// `gzip -9`.
///
/// # Errors
/// None that is known of: what is written to memory is written.
pub fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(vec![], Compression::best());
    encoder.write_all(bytes).map_err(refuse)?;
    Ok(encoder.finish().map_err(refuse)?.len())
}

/// `bzip2 -9`.
///
/// # Errors
/// As [`gzip`].
#[cfg(feature = "cli")]
pub fn bzip2(bytes: &[u8]) -> Result<usize> {
    let mut encoder = bzip2::write::BzEncoder::new(vec![], bzip2::Compression::best());
    encoder.write_all(bytes).map_err(refuse)?;
    Ok(encoder.finish().map_err(refuse)?.len())
}

/// `xz -9`.
///
/// # Errors
/// As [`gzip`].
#[cfg(feature = "cli")]
pub fn xz(bytes: &[u8]) -> Result<usize> {
    let mut writer = lzma_rust2::XzWriter::new(vec![], lzma_rust2::XzOptions::with_preset(9)).map_err(refuse)?;
    writer.write_all(bytes).map_err(refuse)?;
    Ok(writer.finish().map_err(refuse)?.len())
}

/// The shorter of a PNG file without filters and one with the filter that suits each line; of one bit a pixel for one channel of
/// black and white.
///
/// # Errors
/// [`Error::Argument`] for an image that is not of this size.
#[cfg(feature = "cli")]
pub fn png(image: &[u8], data: &DataSpec, black_and_white: bool) -> Result<usize> {
    let DataSpec { width, height, channels, .. } = *data;
    let is_bits = black_and_white && channels == 1;
    let lines: Vec<u8> = if is_bits {
        image.chunks(width).flat_map(packed).collect()
    } else {
        (0..image.len()).map(|at| image[at % channels * width * height + at / channels]).collect()
    };
    let size = |filter| png_file(&lines, data, is_bits, filter).map_err(|error| Error::Argument(error.to_string()));
    Ok(size(Filter::NoFilter)?.min(size(Filter::Adaptive)?))
}

#[cfg(feature = "cli")]
fn png_file(lines: &[u8], data: &DataSpec, is_bits: bool, filter: Filter) -> std::result::Result<usize, EncodingError> {
    let colours = [ColorType::Grayscale, ColorType::GrayscaleAlpha, ColorType::Rgb, ColorType::Rgba];
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, data.width as u32, data.height as u32);
    encoder.set_color(colours[data.channels - 1]);
    encoder.set_depth(if is_bits { BitDepth::One } else { BitDepth::Eight });
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(filter);
    encoder.write_header()?.write_image_data(lines)?;
    Ok(bytes.len())
}

fn refuse(error: std::io::Error) -> Error {
    Error::Argument(error.to_string())
}
