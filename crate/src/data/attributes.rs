//! How a digit is written: what can be measured on its image without knowing which digit it is.
//!
//! The attributes are those of Morpho-MNIST (Castro et al. 2019, arXiv:1809.10780), measured on grey pixels by sums alone,
//! without its skeletons and bounding boxes.

/// Measured on one image.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attributes {
    /// Of the stroke, in pixels: its area over half its outline. The outline's length is the total variation of the grey
    /// image (the coarea formula; Rudin, Osher and Fatemi 1992). A stroke that is long for its width comes out at its width.
    pub thickness: f64,
    /// The angle from the vertical, in radians, positive when the top leans to the right: the shear that takes the
    /// covariance out of the second moments.
    pub slant: f64,
    /// In pixels, upright: that of an even bar with the same horizontal variance once the slant is taken out.
    pub width: f64,
}

impl Attributes {
    /// Of an image with lines of `width` grey bytes, 255 is ink; none of an image without ink or of a flat line, which has no slant.
    pub fn of(image: &[u8], width: usize) -> Option<Self> {
        let Moments { mass, xx, xy, yy } = Moments::of(image, width)?;
        Some(Self {
            thickness: 2.0 * mass / outline(image, width),
            // Lines count downwards.
            slant: (-xy / yy).atan(),
            width: (12.0 * (xx - xy * xy / yy)).max(0.0).sqrt(),
        })
    }
}

/// The ink's mass, in full pixels, and its central second moments, in square pixels.
struct Moments {
    mass: f64,
    xx: f64,
    xy: f64,
    yy: f64,
}

impl Moments {
    fn of(image: &[u8], width: usize) -> Option<Self> {
        let (mut mass, mut sum_x, mut sum_y) = (0.0, 0.0, 0.0);
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for (index, &grey) in image.iter().enumerate().filter(|(_, grey)| **grey > 0) {
            let (x, y, ink) = ((index % width) as f64, (index / width) as f64, f64::from(grey) / 255.0);
            mass += ink;
            sum_x += ink * x;
            sum_y += ink * y;
            xx += ink * x * x;
            xy += ink * x * y;
            yy += ink * y * y;
        }
        let (x, y) = (sum_x / mass, sum_y / mass);
        let moments = Self { mass, xx: xx / mass - x * x, xy: xy / mass - x * y, yy: yy / mass - y * y };
        (moments.yy > 1e-9).then_some(moments)
    }
}

/// The isotropic total variation by differences to the right and down, with paper all around.
fn outline(image: &[u8], width: usize) -> f64 {
    let height = image.len() / width;
    let at = |x: usize, y: usize| {
        let inside = (1..=width).contains(&x) && (1..=height).contains(&y);
        if inside { f64::from(image[(y - 1) * width + x - 1]) / 255.0 } else { 0.0 }
    };
    let point = |x, y| (at(x + 1, y) - at(x, y)).hypot(at(x, y + 1) - at(x, y));
    (0..=height).flat_map(|y| (0..=width).map(move |x| (x, y))).map(|(x, y)| point(x, y)).sum()
}
