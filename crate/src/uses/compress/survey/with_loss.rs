//! Rate and distortion of quantised codes, and of principal components at the same rate.

use std::ops::Range;

use crate::error::Result;
use crate::settings::DataSpec;
use crate::uses::compress::Compressor;
use crate::uses::compress::codes::Rows;
use crate::uses::compress::file::Reader;
use crate::uses::measures::psnr::{psnr, squared_error};
use crate::uses::plain::pca::Pca;
use crate::uses::report::{Case, Method, Quantity};
use crate::uses::tally::Tally;

/// Images by whose codes a rate is found.
const TRIED: usize = 1000;
/// A step of components is sought between these, so often halving what is between on a scale of ratios.
const BETWEEN: [f64; 2] = [0.02, 50.0];
const HALVINGS: usize = 14;

#[derive(Default)]
pub struct WithLoss {
    /// The model's codes of all images.
    rows: Option<Rows>,
    components: Vec<(Method, Pca, Rows)>,
    /// As they came back at the step in question.
    read: Option<Rows>,
    /// Bits an image at that step.
    rate: f64,
    pub tally: Tally,
}

impl WithLoss {
    pub fn add(&mut self, more: Rows) {
        match &mut self.rows {
            None => self.rows = Some(more),
            Some(rows) => {
                rows.codes.extend(more.codes);
                rows.classes.extend(more.classes);
            }
        }
    }

    /// The components of all images.
    pub fn project(&mut self, method: Method, pca: Pca, points: &[f32]) {
        let codes = pca.encode(points);
        let classes = vec![0; codes.len() / pca.dimensions()];
        let rows = Rows { codes, dimensions: pca.dimensions(), classes, kinds: 1 };
        self.components.push((method, pca, rows));
    }

    /// To bytes and back.
    pub fn quantise(&mut self, compressor: &Compressor, step: f32) -> Result<()> {
        let Some(rows) = &self.rows else { return Ok(()) };
        let bytes = compressor.write(rows, step)?;
        self.rate = (8 * bytes.len()) as f64 / rows.classes.len() as f64;
        let bits = self.rate / pixels(&compressor.config().data);
        self.tally.add(&case(step), Method::Codes, Quantity::BitsPerPixel, bits);
        self.read = Some(compressor.read(&bytes)?);
        Ok(())
    }

    /// What some of the images are like when they come back.
    pub fn decode(&mut self, compressor: &Compressor, step: f32, rows: Range<usize>, images: &[u8]) -> Result<()> {
        let Some(read) = &self.read else { return Ok(()) };
        let codes = read.codes[rows.start * read.dimensions..rows.end * read.dimensions].to_vec();
        let decoded = compressor.decode(Rows { codes, classes: read.classes[rows].to_vec(), ..*read })?;
        self.judge(step, Method::Codes, &grey(&decoded.bytes), images, &compressor.config().data);
        Ok(())
    }

    /// As many bits as the model's codes come to, spent on components.
    pub fn components(&mut self, compressor: &Compressor, step: f32, method: Method, images: &[u8]) -> Result<()> {
        let Some((_, pca, rows)) = self.components.iter().find(|(other, ..)| *other == method) else { return Ok(()) };
        let tried = rows.classes.len().min(TRIED);
        let first = Rows { codes: rows.codes[..tried * rows.dimensions].to_vec(), classes: vec![0; tried], ..*rows };
        let bytes = rows.write(finest(&first, self.rate, rows.classes.len()))?;
        let read = Rows::read(Reader::new(&bytes), rows.classes.len(), rows.dimensions, rows.kinds)?;
        let points: Vec<f32> = pca.decode(&read.codes).into_iter().map(|value| value.clamp(0.0, 1.0)).collect();
        let data = &compressor.config().data;
        let bits = (8 * bytes.len()) as f64 / rows.classes.len() as f64 / pixels(data);
        self.tally.add(&case(step), method, Quantity::BitsPerPixel, bits);
        self.judge(step, method, &points, images, data);
        Ok(())
    }

    fn judge(&mut self, step: f32, method: Method, points: &[f32], images: &[u8], data: &DataSpec) {
        let clean = grey(images);
        for (image, clean) in points.chunks_exact(data.size()).zip(clean.chunks_exact(data.size())) {
            self.tally.add(&case(step), method, Quantity::Psnr, psnr(image, clean));
            self.tally.add(&case(step), method, Quantity::SquaredError, squared_error(image, clean));
        }
    }
}

/// The finest step at which `count` images come to so many bits each, as some of them tell.
fn finest(some: &Rows, bits: f64, count: usize) -> f32 {
    let more = count as f64 / some.classes.len() as f64;
    let [mut low, mut high] = BETWEEN;
    for _ in 0..HALVINGS {
        let middle = (low * high).sqrt();
        let fits = some.bits(middle as f32).is_ok_and(|[head, codes]| head + more * codes <= bits * count as f64);
        if fits { high = middle } else { low = middle }
    }
    high as f32
}

fn case(step: f32) -> Case {
    Case::Step { step: step.into() }
}

fn grey(bytes: &[u8]) -> Vec<f32> {
    bytes.iter().map(|&byte| f32::from(byte) / 255.0).collect()
}

/// Of an image, whatever their channels.
pub fn pixels(data: &DataSpec) -> f64 {
    (data.width * data.height) as f64
}
