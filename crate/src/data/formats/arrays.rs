//! Arrays of pictures and of labels: IDX, and what other formats are made into.

use std::rc::Rc;

use super::{Class, Found, Part, Picture, Reading, Refused, Why, place};
use crate::data::idx;

/// The classes of the pictures that lie in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    pub name: String,
    pub place: Rc<str>,
    pub part: Option<Part>,
    pub classes: Vec<u32>,
}

/// How an array's sizes are read as pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape {
    width: usize,
    height: usize,
    channels: usize,
    /// Channel after channel, where it is not pixel by pixel.
    planar: bool,
}

impl Shape {
    /// Of sizes without the count. A flat picture is a square, as CIFAR's are channel after channel.
    fn of(sizes: &[usize]) -> Option<Self> {
        let grey = |width, height| Self { width, height, channels: 1, planar: false };
        let shape = match *sizes {
            [length] => {
                let (side, channels) = square(length)?;
                Self { channels, planar: true, ..grey(side, side) }
            }
            [height, width] => grey(width, height),
            [height, width, channels @ (1 | 3)] => Self { channels, ..grey(width, height) },
            [channels @ (1 | 3), height, width] => Self { channels, planar: true, ..grey(width, height) },
            _ => return None,
        };
        (shape.width > 0 && shape.height > 0).then_some(shape)
    }

    fn picture(self, bytes: &[u8], name: String, class: Class, part: Option<Part>) -> Picture {
        let Self { width, height, channels, planar } = self;
        let area = width * height;
        let pixels = if planar {
            (0..bytes.len()).map(|index| bytes[index % channels * area + index / channels]).collect()
        } else {
            bytes.to_vec()
        };
        Picture { name, width, height, channels, pixels, class, part }
    }
}

/// Side and channels of a square of so many numbers, in grey or else in colour; of one pixel it would be a label.
pub fn square(numbers: usize) -> Option<(usize, usize)> {
    let side = |area: usize| Some(area.isqrt()).filter(|side| *side > 1 && side * side == area);
    let colour = || numbers.is_multiple_of(3).then(|| side(numbers / 3)).flatten();
    side(numbers).map(|side| (side, 1)).or_else(|| Some((colour()?, 3)))
}

/// Pictures from an array of bytes; its first size counts them.
pub fn pictures(path: &str, sizes: &[usize], bytes: Vec<u8>) -> Result<Reading, Refused> {
    let shape = match sizes {
        [0, ..] => return Err(Why::Empty.of(path)),
        [_, one @ ..] => Shape::of(one),
        [] => None,
    };
    let shape = shape.ok_or_else(|| Why::Shape { sizes: sizes.into() }.of(path))?;
    let part = Part::of_file(path);
    let (path, beside): (String, Rc<str>) = (path.into(), place(path).into());
    let size = shape.width * shape.height * shape.channels;
    let one = move |index: usize| {
        let bytes = &bytes[index * size..(index + 1) * size];
        Ok(Found::Picture(shape.picture(bytes, format!("{path}:{}", index + 1), Class::Listed(beside.clone()), part)))
    };
    Ok(Box::new((0..sizes[0]).map(one)))
}

/// Whether sizes are those of labels: one for each picture.
pub fn are_labels(sizes: &[usize]) -> bool {
    matches!(sizes, [_] | [_, 1])
}

pub fn labels(path: &str, classes: Vec<u32>) -> Result<Reading, Refused> {
    if classes.is_empty() {
        return Err(Why::Empty.of(path));
    }
    let labels = Labels { name: path.into(), place: place(path).into(), part: Part::of_file(path), classes };
    Ok(Box::new(std::iter::once(Ok(Found::Labels(labels)))))
}

pub fn read_idx(path: &str, file: &[u8], rank: u8) -> Result<Reading, Refused> {
    let read = idx::read(file, rank, "IDX").map_err(|error| Why::damaged(&error).of(path))?;
    if are_labels(&read.sizes) {
        return labels(path, read.bytes.into_iter().map(u32::from).collect());
    }
    pictures(path, &read.sizes, read.bytes)
}

/// An IDX file of bytes.
pub fn as_idx(sizes: &[usize], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sizes.len() as u8];
    file.extend(sizes.iter().flat_map(|&size| (size as u32).to_be_bytes()));
    file.extend(bytes);
    file
}
