//! What a use comes to: a table of figures, each of a case, a method and a quantity.

use serde::{Deserialize, Serialize};

use super::part::Part;

/// One figure, over all images of the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub case: Case,
    pub method: Method,
    pub quantity: Quantity,
    pub value: f64,
}

/// What was done to the images, or asked of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Case {
    /// The images as they are.
    Whole,
    /// In Gaussian noise of so much from black to white, cut to that range.
    Noise { sigma: f64 },
    /// Each pixel made black or white with such a chance, one as likely as the other.
    SaltAndPepper { share: f64 },
    /// Blurred by a Gaussian of so many pixels.
    Blur { sigma: f64 },
    /// So many strokes of ink drawn over them.
    Strokes { count: usize },
    /// A part erased, and figures of that part, but for PSNR and SSIM, which are of the whole image.
    Erased { part: Part },
    /// Shrunk to so many pixels.
    Small { width: usize, height: usize },
    /// So many of the training images have labels, as many of each class; all where it is their number.
    Labels { count: usize },
    /// Codes rounded to multiples of this, in z's own units.
    Step { step: f64 },
    /// Without loss, the images in black and white as the model is shown them, or split at one half.
    BlackAndWhite,
    /// Without loss, the images as they are stored.
    Grey,
    /// Other pictures among the test images.
    Shown { what: Shown },
}

/// What is none of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Shown {
    /// Capital letters of straight strokes.
    Letters,
    /// Strokes that turn as they like.
    Scribbles,
    /// No ink at all.
    Blank,
    /// The test images, turned by half a circle.
    UpsideDown,
    /// Another data set.
    Other { name: String },
}

/// How it was done; plain methods beside the model's.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Method {
    /// Left as it came.
    Nothing,
    /// The posterior's mean, decoded.
    EncodeDecode,
    /// The mean of what samples from the encoder's posterior decode to.
    EncodedSamples,
    /// The likeliest z under the right model of the damage, decoded.
    Optimised,
    /// The mean of what samples from the posterior under the right model of the damage decode to.
    PosteriorMean,
    /// What was lost drawn in turns with z, by encoder and decoder alone (Rezende et al. 2014).
    PseudoGibbs,
    /// The median of 3 x 3 pixels.
    Median,
    /// Buades et al. 2005.
    NonLocalMeans,
    /// Bicubic interpolation.
    Bicubic,
    /// The training images' mean.
    Mean,
    /// The training image that is nearest by what was seen.
    Nearest,
    /// Principal components, as many as the model's dimensions.
    PcaAsMany,
    /// 40 principal components.
    Pca40,
    /// 100 principal components.
    Pca100,
    /// The best guess that is linear in what was seen: ridge regression, or all images taken as draws of one Gaussian.
    Linear,
    /// Five nearest neighbours among the model's codes, the posteriors' means.
    CodesNeighbours,
    /// Five nearest among principal components, as many as the model's dimensions.
    PcaNeighbours,
    /// Five nearest among images, by their pixels.
    PixelsNeighbours,
    /// Multinomial logistic regression on the model's codes.
    CodesProbe,
    /// The same on all that the posteriors say, means and log variances, scaled to rows of a length of about 1.
    PosteriorsProbe,
    /// The same on principal components.
    PcaProbe,
    /// The same on pixels.
    PixelsProbe,
    /// The same on rows of words, each row of length 1.
    WordsProbe,
    /// A semi-supervised VAE over the model's codes, M1+M2 of Kingma et al. 2014.
    CodesSemi,
    /// The classifier of that one, q(y|x), learnt without it from the labels alone.
    CodesSemiLabels,
    /// The class of most training texts, whatever the text.
    Majority,
    /// k-means on the model's codes, as many groups as there are classes.
    CodesGroups,
    /// The same on principal components.
    PcaGroups,
    /// A mixture of Gaussians on the model's codes.
    CodesMixture,
    /// The same on principal components.
    PcaMixture,
    /// The class under which a conditional model's ELBO is highest.
    LikeliestClass,
    /// A score: -ELBO, in nats.
    LowElbo,
    /// A score: -log p(x) by importance samples, in nats.
    LowLikelihood,
    /// A score: how far the ELBO's place among training images' is from their middle.
    TwoSided,
    /// A score: -log p(x) less the length of the compressed image (Serrà et al. 2020), in nats.
    ComplexityCorrected,
    /// A score: what the ELBO gains by a posterior of the image's own (Xiao et al. 2020), in nats.
    LikelihoodRegret,
    /// A score: how far the code is from the nearest training image's.
    NearestCode,
    /// The model's codes, the posteriors' means.
    Codes,
    /// Images that the model was trained on: how far two parts of the same data are from each other.
    TrainingImages,
    /// Decoded from the prior.
    Prior,
    /// Decoded from draws of training images' posteriors.
    AggregatedPosterior,
    /// Townsend et al. 2019, all images in one message.
    BitsBack,
    /// -ELBO, which bits back comes to where nothing is lost.
    Bound,
    /// A PNG file for each image, of one bit a pixel where it is black and white.
    Png,
    /// All images at once, eight pixels a byte where they are black and white.
    Gzip,
    /// As gzip.
    Bzip2,
    /// As gzip.
    Xz,
    /// The mean of several models' log p(item|z), each at its own posterior's mean.
    Ensemble,
    /// Items by how many people like them.
    Popularity,
    /// Items by the cosines between whom they and the given ones are liked by.
    ItemNeighbours,
    /// 50 singular vectors.
    TruncatedSvd,
    /// Steck 2019, lambda 100.
    Ease,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Quantity {
    /// Peak signal-to-noise ratio, in dB, the mean over images.
    Psnr,
    /// Structural similarity (Wang et al. 2004), the mean over images.
    Ssim,
    /// The mean of squared differences of pixels from 0 to 1, where something was lost.
    SquaredError,
    /// log p of what was lost in nats an image, the restored pixels taken as the means of Bernoulli variables.
    LogLikelihood,
    /// The share of images whose class is told.
    Accuracy,
    /// Hubert and Arabie's, of groups against classes.
    AdjustedRandIndex,
    /// Area under the receiver's operating characteristic, strangers among test images.
    Auroc,
    /// The share of test images whose ELBO is below that of what is shown.
    ShareBelow,
    /// Venna and Kaski's, at 12 neighbours.
    Trustworthiness,
    /// The share of the 12 nearest images that are among the 12 nearest codes.
    NeighboursKept,
    /// Between Gaussians of a small network's features, which tells this data's classes apart: none of Inception's, no FID.
    FrechetDistance,
    /// Kynkaanniemi et al.'s, in the same features.
    Precision,
    /// As the precision.
    Recall,
    /// The mean distance from a generated image to the nearest training image, in pixels' units from 0 to 1.
    NearestDistance,
    /// Bits of the whole message or files, for each pixel.
    BitsPerPixel,
    /// Held items among the first 20, over the most that could be (Liang et al. 2018), the mean over people; its standard error.
    RecallAt20,
    RecallAt20Error,
    /// Among the first 50.
    RecallAt50,
    RecallAt50Error,
    /// Normalised discounted cumulative gain of the first 100 (Liang et al. 2018), the mean over people; its standard error.
    NdcgAt100,
    NdcgAt100Error,
    /// The share of known tastes' variance that a linear map from codes explains, R^2.
    Recovery,
}
