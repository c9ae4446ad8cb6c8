//! Non-local means (Buades et al. 2005): each pixel becomes the mean of those around it whose surroundings look alike.

/// Pixels from the middle of what is compared to its border: squares of 5 a side.
const PATCH: isize = 2;
/// Pixels from the one that is filtered to the farthest that is looked at.
const SEARCH: isize = 7;

/// Of images channel after channel, in Gaussian noise of `sigma`. A patch weighs exp(-max(d^2 - 2 sigma^2, 0) / h^2) with h =
/// `strength` * sigma, where d^2 is the mean of squared differences (Buades et al. 2011).
pub fn non_local_means(images: &[f32], [width, height]: [usize; 2], sigma: f64, strength: f64) -> Vec<f32> {
    let channels = images.chunks_exact(width * height);
    channels.flat_map(|channel| Filter::new(channel, [width, height], sigma, strength).filtered()).collect()
}

/// One channel with a border, in which it is mirrored.
struct Filter {
    width: usize,
    height: usize,
    padded: Vec<f32>,
    line: usize,
    free: f32,
    scale: f32,
}

impl Filter {
    fn new(channel: &[f32], [width, height]: [usize; 2], sigma: f64, strength: f64) -> Self {
        let border = PATCH + SEARCH;
        let line = width + 2 * border as usize;
        let lines = height + 2 * border as usize;
        let source = |at: usize| {
            let x = mirrored((at % line) as isize - border, width);
            channel[mirrored((at / line) as isize - border, height) * width + x]
        };
        let padded = (0..line * lines).map(source).collect();
        let scale = 1.0 / (strength * sigma).powi(2).max(1e-12);
        Self { width, height, padded, line, free: (2.0 * sigma * sigma) as f32, scale: scale as f32 }
    }

    fn filtered(&self) -> Vec<f32> {
        let border = (PATCH + SEARCH) as usize;
        let places = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (y, x)));
        places.map(|(y, x)| self.mean_at((y + border) * self.line + x + border)).collect()
    }

    fn mean_at(&self, at: usize) -> f32 {
        let (mut sum, mut weights) = (0.0, 0.0);
        for down in -SEARCH..=SEARCH {
            for right in -SEARCH..=SEARCH {
                let other = at.wrapping_add_signed(down * self.line as isize + right);
                let weight = (-(self.distance(at, other) - self.free).max(0.0) * self.scale).exp();
                sum += weight * self.padded[other];
                weights += weight;
            }
        }
        sum / weights
    }

    /// Between two patches, the mean of squared differences.
    fn distance(&self, a: usize, b: usize) -> f32 {
        let side = (2 * PATCH + 1) as usize;
        let corner = (PATCH as usize) * (self.line + 1);
        let mut sum = 0.0;
        for line in 0..side {
            let start = line * self.line;
            let (a, b) = (&self.padded[a - corner + start..][..side], &self.padded[b - corner + start..][..side]);
            sum += a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f32>();
        }
        sum / (side * side) as f32
    }
}

/// A place outside, mirrored at the border as often as it takes.
fn mirrored(place: isize, size: usize) -> usize {
    let period = 2 * size as isize;
    let place = place.rem_euclid(period);
    (if place < size as isize { place } else { period - 1 - place }) as usize
}
