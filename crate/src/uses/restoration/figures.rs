//! How near restored images come, one by one.

use crate::settings::DataSpec;
use crate::uses::measures::bernoulli::log_likelihood;
use crate::uses::measures::psnr::{psnr, squared_error};
use crate::uses::measures::ssim::ssim;
use crate::uses::report::{Case, Method, Quantity};
use crate::uses::tally::Tally;

/// What images `[N, D]` were, of which such pixels, `[D]`, were lost where not all were.
pub struct Truth<'a> {
    pub clean: &'a [f32],
    pub lost: Option<&'a [bool]>,
    pub data: &'a DataSpec,
}

impl Truth<'_> {
    /// Adds the figures of what a method made of them, `[N, D]`.
    pub fn measure(&self, tally: &mut Tally, case: &Case, method: Method, images: &[f32]) {
        let (size, sides) = (self.data.size(), [self.data.width, self.data.height]);
        for (image, clean) in images.chunks_exact(size).zip(self.clean.chunks_exact(size)) {
            tally.add(case, method, Quantity::Psnr, psnr(image, clean));
            tally.add(case, method, Quantity::Ssim, ssim(image, clean, sides));
            let Some(lost) = self.lost else {
                tally.add(case, method, Quantity::SquaredError, squared_error(image, clean));
                continue;
            };
            let (image, clean) = (picked(image, lost), picked(clean, lost));
            tally.add(case, method, Quantity::SquaredError, squared_error(&image, &clean));
            tally.add(case, method, Quantity::LogLikelihood, log_likelihood(&image, &clean));
        }
    }
}

fn picked(image: &[f32], of: &[bool]) -> Vec<f32> {
    image.iter().zip(of).filter_map(|(&value, &of)| of.then_some(value)).collect()
}
