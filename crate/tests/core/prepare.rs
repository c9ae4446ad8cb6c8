//! Drawings are prepared as MNIST was.

use latent_explorer::data::prepare::prepare;
use latent_explorer::settings::DataSpec;

const SIDE: usize = 140;

/// A pad with a filled rectangle.
fn rectangle(left: usize, top: usize, width: usize, height: usize) -> Vec<u8> {
    let mut pad = vec![0; SIDE * SIDE];
    for y in top..top + height {
        pad[y * SIDE + left..y * SIDE + left + width].fill(255);
    }
    pad
}

fn prepared(pad: &[u8]) -> Vec<u8> {
    prepare(pad, SIDE, &DataSpec::default()).unwrap().unwrap()
}

/// Columns, then rows, that hold ink: first and last.
fn extent(image: &[u8]) -> [usize; 4] {
    let inked = |index: &usize| image[*index] > 0;
    let columns: Vec<usize> = (0..784).filter(inked).map(|index| index % 28).collect();
    let rows: Vec<usize> = (0..784).filter(inked).map(|index| index / 28).collect();
    [*columns.iter().min().unwrap(), *columns.iter().max().unwrap(), rows[0], rows[rows.len() - 1]]
}

fn centre_of_mass(image: &[u8]) -> (f64, f64) {
    let mass: f64 = image.iter().map(|&value| f64::from(value)).sum();
    let weighted = |coordinate: fn(usize) -> usize| {
        let sum = image.iter().enumerate().map(|(index, &value)| f64::from(value) * (coordinate(index) as f64 + 0.5));
        sum.sum::<f64>() / mass
    };
    (weighted(|index| index % 28), weighted(|index| index / 28))
}

tests! {
    async fn an_empty_pad_is_no_digit() {
        assert_eq!(prepare(&vec![0; SIDE * SIDE], SIDE, &DataSpec::default()).unwrap(), None);
    }

    async fn a_wrong_pad_is_refused() {
        assert!(prepare(&[0; 10], SIDE, &DataSpec::default()).unwrap_err().to_string().contains("got 10 bytes"));
        assert!(prepare(&[], 0, &DataSpec::default()).is_err());
        assert!(prepare(&[0; 16], 100_000, &DataSpec::default()).is_err());
    }

    async fn the_longer_side_fills_twenty_pixels_and_the_aspect_stays() {
        assert_eq!(extent(&prepared(&rectangle(3, 10, 50, 100))), [9, 18, 4, 23]);
        assert_eq!(extent(&prepared(&rectangle(20, 60, 40, 8))), [4, 23, 12, 15]);
    }

    async fn the_place_and_size_of_the_drawing_do_not_matter() {
        assert_eq!(prepared(&rectangle(0, 0, 40, 80)), prepared(&rectangle(90, 50, 40, 80)));
        assert_eq!(prepared(&rectangle(10, 10, 20, 40)), prepared(&rectangle(10, 10, 60, 120)));
    }

    async fn the_centre_of_mass_goes_to_the_middle() {
        // An L: its mass lies to the left of and below its box's centre.
        let mut pad = rectangle(20, 10, 20, 100);
        let foot = rectangle(20, 90, 80, 20);
        pad.iter_mut().zip(foot).for_each(|(ink, foot)| *ink = (*ink).max(foot));
        let (x, y) = centre_of_mass(&prepared(&pad));
        assert!((x - 14.0).abs() < 0.1 && (y - 14.0).abs() < 0.1, "centre at {x:.2}, {y:.2}");
    }

    async fn edges_are_antialiased_and_ink_is_conserved() {
        let image = prepared(&rectangle(0, 0, 30, 70));
        assert!(image.iter().any(|&value| value > 0 && value < 255));
        let mass: f64 = image.iter().map(|&value| f64::from(value) / 255.0).sum();
        let expected = 20.0 * 20.0 * 30.0 / 70.0;
        assert!((mass - expected).abs() < 1.0, "expected an area of {expected:.1} pixels, got {mass:.1}");
    }

    async fn colours_are_scaled_by_area_as_they_lie_on_the_pad() {
        // 140 pixels a side to 28: 5 x 5 become one. A red square at one corner, half of a pixel over its edge, on white.
        let mut pad = vec![255; 3 * SIDE * SIDE];
        for (index, _) in rectangle(0, 0, 10, 12).iter().enumerate().filter(|(_, ink)| **ink > 0) {
            pad[SIDE * SIDE + index] = 0;
            pad[2 * SIDE * SIDE + index] = 100;
        }
        let data = DataSpec { channels: 3, ..DataSpec::default() };
        let image = prepare(&pad, SIDE, &data).unwrap().unwrap();
        let at = |x: usize, y: usize| [0, 784, 2 * 784].map(|channel| image[channel + y * 28 + x]);
        assert_eq!([at(0, 0), at(1, 1)], [[255, 0, 100]; 2]);
        // Two of its five lines.
        assert_eq!(at(1, 2), [255, 153, 193]);
        assert_eq!([at(2, 0), at(0, 3), at(27, 27)], [[255; 3]; 3]);
    }

    async fn a_pad_in_colour_is_never_empty_and_its_middle_is_what_is_no_square() {
        let data = DataSpec { width: 14, height: 28, channels: 3, ..DataSpec::default() };
        let pad: Vec<u8> = (0..3 * 56 * 56).map(|index| if index % 56 < 14 || index % 56 >= 42 { 9 } else { 0 }).collect();
        assert_eq!(prepare(&pad, 56, &data).unwrap(), Some(vec![0; data.size()]));
    }

    async fn a_pad_of_other_channels_is_refused() {
        let data = |channels| DataSpec { channels, ..DataSpec::default() };
        let refused = |data| prepare(&[0; SIDE * SIDE], SIDE, &data).unwrap_err().to_string();
        assert!(refused(data(3)).contains("and 3 channels, got 19,600 bytes for a side of 140"));
        assert!(refused(data(2)).contains("one channel or three, got 2"));
    }
}
