//! Pictures of shapes whose factors are known, as in dSprites (Matthey et al. 2017): which shape, how large, how far turned,
//! and where. They are drawn without sines, which differ from machine to machine: a seed makes the same bytes everywhere.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::dataset::Dataset;
use crate::error::Result;
use crate::seed::{Stream, generator};
use crate::settings::{DataKind, DataSpec};

const SIDE: usize = 28;
const RADII: [f64; 2] = [5.0, 9.0];
/// Samples of a pixel, across and down.
const FINE: usize = 4;
const NAMES: [&str; 3] = ["Square", "Ellipse", "Heart"];
/// How many the command line makes, and the page's set-up.
pub const TRAIN: usize = 10_000;
pub const TEST: usize = 2_000;
pub const SEED: u32 = 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outline {
    Square,
    Ellipse,
    Heart,
}

/// One shape; it never leaves the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    pub outline: Outline,
    /// Of the circle around it, in pixels.
    pub radius: f64,
    /// Cosine and sine of the angle by which it is turned, clockwise.
    pub turn: [f64; 2],
    /// Its middle, in pixels from the left and from the top.
    pub middle: [f64; 2],
}

impl Outline {
    const ALL: [Self; 3] = [Self::Square, Self::Ellipse, Self::Heart];

    /// Whether a point is inside of it, in units of its radius; y counts upwards.
    fn holds(self, x: f64, y: f64) -> bool {
        match self {
            Self::Square => x.abs().max(y.abs()) <= std::f64::consts::FRAC_1_SQRT_2,
            Self::Ellipse => x * x + 4.0 * y * y <= 1.0,
            Self::Heart => {
                // The curve (x^2 + y^2 - 1)^3 = x^2 y^3, which reaches 1.43 from the origin.
                let (x, y) = (1.43 * x, 1.43 * y);
                let ring = x * x + y * y - 1.0;
                ring * ring * ring <= x * x * y * y * y
            }
        }
    }
}

impl Shape {
    /// Each factor independent of the others, and evenly distributed.
    pub fn draw(rng: &mut ChaCha8Rng) -> Self {
        let outline = Outline::ALL[rng.random_range(0..Outline::ALL.len())];
        let radius = rng.random_range(RADII[0]..=RADII[1]);
        let mut middle = || rng.random_range(RADII[1]..=SIDE as f64 - RADII[1]);
        Self { outline, radius, middle: [middle(), middle()], turn: direction(rng) }
    }

    /// Light on dark, row by row, smooth at its edge.
    pub fn picture(&self) -> Vec<u8> {
        (0..SIDE * SIDE).map(|pixel| self.grey((pixel % SIDE) as f64, (pixel / SIDE) as f64)).collect()
    }

    /// The share of a pixel that is inside.
    fn grey(&self, left: f64, top: f64) -> u8 {
        let samples = FINE * FINE;
        let offset = |sample: usize| (sample as f64 + 0.5) / FINE as f64;
        let inside = |sample: &usize| self.holds(left + offset(sample % FINE), top + offset(sample / FINE));
        (((0..samples).filter(inside).count() * 255 + samples / 2) / samples) as u8
    }

    fn holds(&self, x: f64, y: f64) -> bool {
        let [cosine, sine] = self.turn;
        let (x, y) = ((x - self.middle[0]) / self.radius, (self.middle[1] - y) / self.radius);
        self.outline.holds(cosine * x - sine * y, sine * x + cosine * y)
    }
}

/// A point of the unit circle, by rejection.
fn direction(rng: &mut ChaCha8Rng) -> [f64; 2] {
    loop {
        let [x, y] = [rng.random_range(-1.0..=1.0), rng.random_range(-1.0..=1.0)];
        let square: f64 = x * x + y * y;
        if (0.01..=1.0).contains(&square) {
            return [x / square.sqrt(), y / square.sqrt()];
        }
    }
}

/// So many pictures for training and so many for tests.
///
/// # Errors
/// None that is known of: what is made fits its description.
pub fn shapes(train: usize, test: usize, seed: u32) -> Result<[Dataset; 2]> {
    let classes = NAMES.map(String::from).to_vec();
    let spec = DataSpec {
        kind: DataKind::Image,
        width: SIDE,
        height: SIDE,
        channels: 1,
        classes,
        items: vec![],
        colour: false,
        terms: None,
    };
    let mut rng = generator(seed, Stream::Shapes);
    let mut split = |count: usize| {
        let shapes: Vec<Shape> = (0..count).map(|_| Shape::draw(&mut rng)).collect();
        let labels = shapes.iter().map(|shape| shape.outline as u8).collect();
        Dataset::of(spec.clone(), shapes.iter().flat_map(Shape::picture).collect(), labels)
    };
    Ok([split(train)?, split(test)?])
}
