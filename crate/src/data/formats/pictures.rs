//! PNG, JPEG and WebP: a picture, or a sheet of many.

use std::io::Cursor;
use std::rc::Rc;

use image::{DynamicImage, ImageError, ImageFormat, ImageReader, Limits, guess_format};

use super::{Class, Found, Layout, Part, Picture, Reading, Refused, Why, place};

/// Pixels a side beyond which nothing is unpacked, and bytes that unpacking may take.
const MAX_SIDE: u32 = 8192;
const MAX_WORK: u64 = 512 << 20;

pub fn is_picture(bytes: &[u8]) -> bool {
    format_of(bytes).is_some()
}

fn format_of(bytes: &[u8]) -> Option<ImageFormat> {
    let formats = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP];
    guess_format(bytes).ok().filter(|format| formats.contains(format))
}

/// The folder that it lies in names its class.
pub fn read(path: String, bytes: &[u8], layout: &Layout) -> Result<Reading, Refused> {
    let image = decode(bytes).map_err(|why| why.of(&path))?;
    let part = Part::of_folders(&path);
    let folder = place(&path).rsplit('/').find(|name| !name.is_empty() && Part::of_folder(name).is_none());
    let class = folder.map_or(Class::None, |name| Class::Named(Rc::from(name)));
    let whole = Picture { part, class, ..on_paper(path, image) };
    match layout.tile {
        Some(side) => tiles(whole, side),
        None => Ok(Box::new(std::iter::once(Ok(Found::Picture(whole))))),
    }
}

/// Its header is read before anything is reserved for its pixels.
fn decode(bytes: &[u8]) -> Result<DynamicImage, Why> {
    let format = format_of(bytes).ok_or(Why::Unknown)?;
    let too_large = Why::TooLarge { most: MAX_SIDE as usize };
    let (width, height) =
        ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(|error| match error {
            ImageError::Limits(_) => too_large.clone(),
            _ => Why::damaged(&error),
        })?;
    if width.max(height) > MAX_SIDE {
        return Err(too_large);
    }
    if width.min(height) == 0 {
        return Err(Why::Empty);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_WORK);
    reader.limits(limits);
    reader.decode().map_err(|error| Why::damaged(&error))
}

/// Grey or colour; what is transparent lies on white paper.
fn on_paper(name: String, image: DynamicImage) -> Picture {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let over = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    let grey = !image.color().has_color();
    let pixels = match (grey, image.color().has_alpha()) {
        (true, false) => image.into_luma8().into_raw(),
        (true, true) => image.into_luma_alpha8().pixels().map(|pixel| over(pixel.0[0], pixel.0[1])).collect(),
        (false, false) => image.into_rgb8().into_raw(),
        (false, true) => {
            let colour = |[r, g, b, a]: [u8; 4]| [r, g, b].map(|value| over(value, a));
            image.into_rgba8().pixels().flat_map(|pixel| colour(pixel.0)).collect()
        }
    };
    let channels = if grey { 1 } else { 3 };
    Picture { name, width, height, channels, pixels, class: Class::None, part: None }
}

/// A sheet's tiles, row by row; those of one colour are its unused places.
fn tiles(sheet: Picture, side: usize) -> Result<Reading, Refused> {
    let (across, down) = (sheet.width / side.max(1), sheet.height / side.max(1));
    if side == 0 || across * down == 0 {
        let (expected, came) = ([side, side], [sheet.width, sheet.height]);
        return Err(Why::Mixed { expected, came }.of(&sheet.name));
    }
    let tile = move |index: usize| {
        let (left, top) = (index % across * side, index / across * side);
        let row = |y: usize| {
            let start = ((top + y) * sheet.width + left) * sheet.channels;
            &sheet.pixels[start..start + side * sheet.channels]
        };
        let pixels = (0..side).flat_map(row).copied().collect();
        let name = format!("{}:{}", sheet.name, index + 1);
        let (class, part) = (sheet.class.clone(), sheet.part);
        Picture { name, width: side, height: side, channels: sheet.channels, pixels, class, part }
    };
    let used = |picture: &Picture| {
        let first = &picture.pixels[..picture.channels];
        picture.pixels.chunks_exact(picture.channels).any(|pixel| pixel != first)
    };
    Ok(Box::new((0..across * down).map(tile).filter(used).map(|picture| Ok(Found::Picture(picture)))))
}
