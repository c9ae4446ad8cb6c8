//! Small files of every format, made as their usual writers make them, and what they are read as.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use image::{DynamicImage, GrayImage, ImageFormat, RgbImage};
use latent_explorer::data::formats::File;
use latent_explorer::data::import::{Import, Ink, Parted, Parting, Preparation};
use npyz::WriterBuilder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn file(path: &str, bytes: Vec<u8>) -> File {
    File { path: path.into(), bytes }
}

pub fn read(preparation: Preparation, files: Vec<File>) -> Import {
    let mut import = Import::new(preparation).unwrap();
    for file in files {
        import.begin(file);
        while import.advance(3) {}
    }
    import
}

/// As they are: not inverted.
pub fn parted(preparation: Preparation, files: Vec<File>) -> Parted {
    read(preparation, files).part(Parting { ink: Ink::Light, ..Default::default() }).unwrap()
}

/// Each picture with its class's name, in an order that does not depend on the split.
pub fn all(parted: &Parted) -> Vec<(String, Vec<u8>)> {
    let both = [&parted.train, &parted.test];
    let mut all: Vec<_> = both
        .into_iter()
        .flat_map(|data| (0..data.len()).map(move |index| data.sample(index).unwrap()))
        .map(|(pixels, label)| (parted.train.spec().classes[usize::from(label)].clone(), pixels.to_vec()))
        .collect();
    all.sort();
    all
}

/// What is refused, in words.
pub fn refusals(parted: &Parted) -> Vec<String> {
    parted.refused.iter().map(ToString::to_string).collect()
}

pub fn idx(sizes: &[usize], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sizes.len() as u8];
    sizes.iter().for_each(|&size| file.extend((size as u32).to_be_bytes()));
    file.extend(bytes);
    file
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn npy<T: npyz::AutoSerialize + Copy>(sizes: &[u64], numbers: &[T]) -> Vec<u8> {
    let mut bytes = vec![];
    let mut writer = npyz::WriteOptions::new().default_dtype().shape(sizes).writer(&mut bytes).begin_nd().unwrap();
    writer.extend(numbers.iter().copied()).unwrap();
    writer.finish().unwrap();
    bytes
}

pub fn zip(members: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub fn grey(width: u32, height: u32, pixels: &[u8]) -> DynamicImage {
    GrayImage::from_raw(width, height, pixels.to_vec()).unwrap().into()
}

pub fn colour(width: u32, height: u32, pixels: &[u8]) -> DynamicImage {
    RgbImage::from_raw(width, height, pixels.to_vec()).unwrap().into()
}

pub fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A picture of 28 x 28 whose pixels count on from a number.
pub fn counting(from: usize) -> Vec<u8> {
    (from..from + 784).map(|value| (value % 251) as u8).collect()
}
