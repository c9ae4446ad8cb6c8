//! Round trips through every format, and any bytes at all.

use image::ImageFormat;
use latent_explorer::data::formats::{File, Layout};
use latent_explorer::data::import::{Fit, Preparation};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::files::{all, colour, encoded, file, grey, gzip, idx, npy, parted, read, zip};

const NAMES: [&str; 8] = ["a.csv", "a.bin", "a.npy", "a.npz", "a.zip", "a.png", "b/a.webp", "batches.meta.txt"];

/// Two or more pictures of 28 x 28, each with a class below 4.
fn labelled() -> impl Strategy<Value = Vec<(u8, Vec<u8>)>> {
    vec((0u8..4, vec(any::<u8>(), 784)), 2..5)
}

fn expected(pictures: &[(u8, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = pictures.iter().map(|(class, pixels)| (class.to_string(), pixels.clone())).collect();
    all.sort();
    all
}

fn comes_back(files: Vec<File>, pictures: &[(u8, Vec<u8>)]) -> Result<(), TestCaseError> {
    let parted = parted(Preparation::default(), files);
    prop_assert_eq!(parted.refusals, 0, "{:?}", parted.refused);
    prop_assert_eq!(all(&parted), expected(pictures));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn idx_comes_back(pictures in labelled(), cut in 0usize..1000) {
        let (labels, images): (Vec<u8>, Vec<Vec<u8>>) = pictures.iter().cloned().unzip();
        let file_of_images = idx(&[labels.len(), 28, 28], &images.concat());
        let members = [gzip(&file_of_images[..cut]), gzip(&file_of_images[cut..])].concat();
        comes_back(vec![file("images", members), file("labels", idx(&[labels.len()], &labels))], &pictures)?;
    }

    #[test]
    fn numpy_s_arrays_come_back(pictures in labelled(), kind in 0..4) {
        let (labels, images): (Vec<u8>, Vec<Vec<u8>>) = pictures.iter().cloned().unzip();
        let (count, pixels) = (labels.len() as u64, images.concat());
        let sizes = [count, 28, 28];
        let x = match kind {
            0 => npy(&sizes, &pixels),
            1 => npy(&sizes, &pixels.iter().map(|&value| i64::from(value)).collect::<Vec<_>>()),
            2 => npy(&sizes, &pixels.iter().map(|&value| f32::from(value) / 255.0).collect::<Vec<_>>()),
            _ => npy(&sizes, &pixels.iter().map(|&value| u16::from(value)).collect::<Vec<_>>()),
        };
        let y = npy(&[count], &labels.iter().map(|&label| i32::from(label)).collect::<Vec<_>>());
        comes_back(vec![file("x.npy", x.clone()), file("y.npy", y.clone())], &pictures)?;
        comes_back(vec![file("a.npz", zip(&[("x.npy", x), ("y.npy", y)]))], &pictures)?;
    }

    #[test]
    fn a_zip_of_pictures_comes_back(pictures in labelled(), webp in any::<bool>()) {
        let format = if webp { ImageFormat::WebP } else { ImageFormat::Png };
        let members: Vec<(String, Vec<u8>)> = pictures.iter().enumerate()
            .map(|(index, (class, pixels))| (format!("{class}/{index}"), encoded(&grey(28, 28, pixels), format)))
            .collect();
        let members: Vec<(&str, Vec<u8>)> = members.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
        comes_back(vec![file("a.zip", zip(&members))], &pictures)?;
    }

    #[test]
    fn a_table_comes_back(pictures in labelled(), tabs in any::<bool>(), header in any::<bool>()) {
        let separator = if tabs { "\t" } else { "," };
        let row = |class: &str, rest: Vec<String>| [vec![class.to_string()], rest].concat().join(separator) + "\r\n";
        let mut text = if header { row("label", (0..784).map(|at| format!("p{at}")).collect()) } else { String::new() };
        for (class, pixels) in &pictures {
            text += &row(&class.to_string(), pixels.iter().map(ToString::to_string).collect());
        }
        comes_back(vec![file("a.csv", text.into())], &pictures)?;
    }

    #[test]
    fn cifar_comes_back(records in vec((0u8..10, vec(any::<u8>(), 3072)), 2..4)) {
        let bytes: Vec<u8> = records.iter().flat_map(|(class, planes)| [&[*class][..], planes].concat()).collect();
        let preparation = Preparation { side: 32, channels: 3, ..Default::default() };
        let parted = parted(preparation, vec![file("data_batch_1.bin", bytes)]);
        prop_assert_eq!(all(&parted), expected(&records));
    }

    #[test]
    fn a_sheet_s_tiles_come_back(tiles in vec(vec(any::<u8>(), 784), 6)) {
        let mut pixels = vec![0; 84 * 56];
        for (index, pixel) in pixels.iter_mut().enumerate() {
            let (x, y) = (index % 84, index / 84);
            *pixel = tiles[y / 28 * 3 + x / 28][y % 28 * 28 + x % 28];
        }
        let layout = Layout { tile: Some(28), ..Default::default() };
        let sheet = encoded(&grey(84, 56, &pixels), ImageFormat::Png);
        let read = all(&parted(Preparation { layout, ..Default::default() }, vec![file("sheet.png", sheet)]));
        let mut tiles: Vec<_> = tiles.into_iter().map(|tile| ("?".to_string(), tile)).collect();
        tiles.sort();
        prop_assert_eq!(read, tiles);
    }

    #[test]
    fn any_picture_fits(width in 1u32..70, height in 1u32..70, in_colour: bool, channels in 0usize..2, crop: bool) {
        let pixels = vec![77; (width * height * if in_colour { 3 } else { 1 }) as usize];
        let image = if in_colour { colour(width, height, &pixels) } else { grey(width, height, &pixels) };
        let png = encoded(&image, ImageFormat::Png);
        let fit = if crop { Fit::Crop } else { Fit::Pad };
        let preparation = Preparation { fit, channels: 1 + 2 * channels, ..Default::default() };
        let parted = parted(preparation, vec![file("a/1.png", png.clone()), file("a/2.png", png)]);
        // An even colour stays as it is, however it is scaled.
        prop_assert!(parted.train.images().iter().all(|&value| value == 77));
    }

    #[test]
    fn any_bytes_are_read_or_refused(name in 0..NAMES.len(), start in 0..6usize, bytes in vec(any::<u8>(), 0..200)) {
        let starts: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\x93NUMPY\x01\x00", &[0x1f, 0x8b, 8], b"\x89PNG\r\n\x1a\n", &[0, 0, 8, 3]];
        let _ = read(Preparation::default(), vec![file(NAMES[name], [starts[start], &bytes].concat())]);
    }

    #[test]
    fn any_damage_is_read_or_refused(kind in 0..5, position in any::<prop::sample::Index>(), byte: u8, keep in any::<prop::sample::Index>()) {
        let png = encoded(&grey(28, 28, &[9; 784]), ImageFormat::Png);
        let mut bytes = match kind {
            0 => png,
            1 => zip(&[("a/1.png", png)]),
            2 => npy(&[2, 3, 3], &[0.5f32; 18]),
            3 => encoded(&grey(28, 28, &[9; 784]), ImageFormat::WebP),
            _ => encoded(&grey(28, 28, &[9; 784]), ImageFormat::Jpeg),
        };
        let at = position.index(bytes.len());
        bytes[at] = byte;
        bytes.truncate(keep.index(bytes.len() + 1));
        let _ = read(Preparation::default(), vec![file("a", bytes)]);
    }
}
