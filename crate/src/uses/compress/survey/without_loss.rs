//! What bits back comes to, beside its bound and what knows no model.

use std::f64::consts::LN_2;
use std::ops::Range;

use super::with_loss::pixels;
use crate::data::batch::{BatchMaker, threshold};
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::latent::codes::Codes;
use crate::objective::samples::samples;
use crate::settings::{Corruption, DataView, Likelihood};
use crate::uses::coder::Coder;
use crate::uses::compress::Compressor;
use crate::uses::compress::chain::Chain;
use crate::uses::plain::archives::{gzip, packed};
use crate::uses::report::{Case, Method, Quantity, Row};

/// Samples of z by which an image's bound is measured.
const SAMPLES: usize = 4;

/// Images that are coded without loss, all in one message.
pub struct WithoutLoss {
    compressor: Compressor,
    case: Case,
    maker: BatchMaker,
    images: Vec<u8>,
    classes: Vec<u8>,
    /// -ELBO of all, in nats, where it is known.
    nats: f64,
    chain: Option<Chain>,
    rows: Vec<Row>,
}

impl WithoutLoss {
    fn new(compressor: Compressor, case: Case, images: Vec<u8>, classes: Vec<u8>) -> Self {
        let maker = BatchMaker::evaluation(compressor.config(), Corruption::None, SAMPLES);
        Self { compressor, case, maker, images, classes, nats: 0.0, chain: None, rows: vec![] }
    }

    /// Of images as the model is shown them, and a Bernoulli likelihood is of black and white.
    pub fn of_shown(compressor: Compressor) -> Self {
        let config = compressor.config();
        let is_grey = config.data_view == DataView::Greyscale && config.likelihood != Likelihood::Bernoulli;
        Self::new(compressor, if is_grey { Case::Grey } else { Case::BlackAndWhite }, vec![], vec![])
    }

    /// Of images as they are stored.
    pub fn of_grey(compressor: Compressor, images: Vec<u8>, classes: Vec<u8>) -> Self {
        Self::new(compressor, Case::Grey, images, classes)
    }

    pub fn case(&self) -> Case {
        self.case.clone()
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Adds images as the model is shown them, and their bound.
    pub fn bound(&mut self, coder: &Coder, data: &Dataset, rows: Range<usize>) -> Result<()> {
        let mut batch = self.maker.make(data, rows)?;
        if self.case == Case::BlackAndWhite {
            threshold(&mut batch.targets);
        }
        let heads = coder.model.encode(&batch.targets, &batch.labels)?;
        let codes = Codes::of(&heads, coder.latent(), batch.labels.len());
        let likelihood = samples(&coder.model, &heads, &batch)?.log_likelihood.iter().sum::<f64>() / SAMPLES as f64;
        self.nats += codes.kl_per_dimension(coder.latent()).into_iter().map(f64::from).sum::<f64>() - likelihood;
        if self.compressor.config().likelihood != Likelihood::Bernoulli {
            // A byte's chance is about its density by the width of a grey level.
            self.nats += batch.targets.len() as f64 * 255.0_f64.ln();
        }
        self.images.extend(batch.targets);
        self.classes.extend(batch.labels);
        Ok(())
    }

    /// Codes images, the last first.
    pub fn push(&mut self, rows: Range<usize>) -> Result<()> {
        let size = self.compressor.config().data.size();
        let chain = match &mut self.chain {
            Some(chain) => chain,
            none => none.insert(self.compressor.chain()?),
        };
        for row in rows.rev() {
            chain.push(self.compressor.model(), &self.images[row * size..(row + 1) * size], self.classes[row])?;
        }
        Ok(())
    }

    /// To a file and back.
    pub fn seal(&mut self) -> Result<()> {
        let Some(chain) = self.chain.take() else { return Ok(()) };
        let bytes = self.compressor.seal(chain, self.classes.len())?;
        self.row(Method::BitsBack, (8 * bytes.len()) as f64);
        if self.nats > 0.0 {
            self.row(Method::Bound, self.nats / LN_2);
        }
        self.chain = Some(self.compressor.open(&bytes)?.0);
        Ok(())
    }

    /// Decodes images, which have to be those that were coded.
    pub fn pop(&mut self, rows: Range<usize>) -> Result<()> {
        let config = self.compressor.config();
        let size = config.data.size();
        let Some(chain) = &mut self.chain else { return Ok(()) };
        for row in rows {
            let (image, class) = chain.pop(self.compressor.model())?;
            let is_told = !config.conditional || class == self.classes[row];
            if image != self.images[row * size..(row + 1) * size] || !is_told {
                return Err(Error::Argument(format!("expected image {row} back from its bits, got another")));
            }
        }
        Ok(())
    }

    /// What knows no model.
    pub fn archives(&mut self) -> Result<()> {
        let is_split = self.case == Case::BlackAndWhite;
        let bytes = if is_split { packed(&self.images) } else { self.images.clone() };
        self.row(Method::Gzip, (8 * gzip(&bytes)?) as f64);
        #[cfg(feature = "cli")]
        {
            use crate::uses::plain::archives::{bzip2, png, xz};
            self.row(Method::Bzip2, (8 * bzip2(&bytes)?) as f64);
            self.row(Method::Xz, (8 * xz(&bytes)?) as f64);
            let data = &self.compressor.config().data;
            let files = self.images.chunks_exact(data.size()).map(|image| png(image, data, is_split));
            let files = files.sum::<Result<usize>>()?;
            self.row(Method::Png, (8 * files) as f64);
        }
        Ok(())
    }

    /// Bits of all images.
    fn row(&mut self, method: Method, bits: f64) {
        let value = bits / self.classes.len() as f64 / pixels(&self.compressor.config().data);
        self.rows.push(Row { case: self.case(), method, quantity: Quantity::BitsPerPixel, value });
    }
}
