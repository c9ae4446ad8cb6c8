//! NumPy's `.npy`: a header that a library reads, then numbers of one kind.

use npyz::{DType, Endianness, NpyHeader, Order, TypeChar};

use super::{Reading, Refused, Why, arrays};

pub const MAGIC: &[u8] = b"\x93NUMPY";

/// Bytes of a header, and brackets in it: NumPy's own have about a hundred and two.
const MOST_HEADER: usize = 4096;
const MOST_BRACKETS: usize = 16;

pub fn read(path: &str, file: &[u8]) -> Result<Reading, Refused> {
    let damaged = |message: &str| Why::damaged(&message).of(path);
    check_header(file).map_err(damaged)?;
    let mut rest = file;
    let header = NpyHeader::from_reader(&mut rest).map_err(|error| damaged(&error.to_string()))?;
    let kind = Kind::of(&header.dtype()).ok_or_else(|| damaged("expected bool, int, uint or float"))?;
    let sizes: Vec<usize> = header.shape().iter().map(|&size| usize::try_from(size).unwrap_or(usize::MAX)).collect();
    let count = sizes.iter().try_fold(1usize, |product, &size| product.checked_mul(size));
    let length = count.and_then(|count| count.checked_mul(kind.size));
    if length != Some(rest.len()) {
        let bytes = length.map_or("more".into(), |length| length.to_string());
        return Err(damaged(&format!("expected {bytes} bytes for sizes {sizes:?}, got {}", rest.len())));
    }
    if header.order() == Order::Fortran && sizes.len() > 1 {
        return Err(damaged("expected rows first (C order), got Fortran's order: save numpy.ascontiguousarray of it"));
    }
    let numbers = rest.chunks_exact(kind.size).map(|bytes| kind.number(bytes));
    if arrays::are_labels(&sizes) {
        let class = |number: f64| (number >= 0.0 && number.fract() == 0.0).then_some(number as u32);
        let classes: Option<Vec<u32>> = numbers.map(class).collect();
        return arrays::labels(path, classes.ok_or_else(|| damaged("expected whole numbers from 0 on as labels"))?);
    }
    let bytes = kind.pixels(rest).map_err(|came| Why::Value { came: came.to_string() }.of(path))?;
    arrays::pictures(path, &sizes, bytes)
}

/// Before the library reads it: it would reserve whatever length is announced, and go as deep as the brackets do.
fn check_header(file: &[u8]) -> Result<(), &'static str> {
    let (start, length): (usize, usize) = match *file {
        [_, _, _, _, _, _, 1, _, a, b, ..] => (10, usize::from(u16::from_le_bytes([a, b]))),
        [_, _, _, _, _, _, 2 | 3, _, a, b, c, d, ..] => (12, u32::from_le_bytes([a, b, c, d]) as usize),
        _ => return Err("expected version 1, 2 or 3 of the format"),
    };
    let header = file.get(start..start.saturating_add(length)).filter(|header| header.len() <= MOST_HEADER);
    let brackets = |header: &[u8]| header.iter().filter(|byte| b"([{".contains(byte)).count();
    match header.map(brackets) {
        None => Err("expected a header as short as NumPy's"),
        Some(0..=MOST_BRACKETS) => Ok(()),
        Some(_) => Err("expected a header as plain as NumPy's"),
    }
}

/// What the numbers are.
struct Kind {
    letter: TypeChar,
    size: usize,
    big: bool,
}

impl Kind {
    fn of(dtype: &DType) -> Option<Self> {
        let DType::Plain(text) = dtype else { return None };
        let size = text.size_field() as usize;
        let sizes: &[usize] = match text.type_char() {
            TypeChar::Bool => &[1],
            TypeChar::Int | TypeChar::Uint => &[1, 2, 4, 8],
            TypeChar::Float => &[2, 4, 8],
            _ => return None,
        };
        let kind = Self { letter: text.type_char(), size, big: text.endianness() == Endianness::Big };
        sizes.contains(&size).then_some(kind)
    }

    fn number(&self, bytes: &[u8]) -> f64 {
        // The lowest byte first, in the lowest places.
        let mut word = [0; 8];
        for (into, byte) in word.iter_mut().zip(bytes) {
            *into = *byte;
        }
        if self.big {
            word[..self.size].reverse();
        }
        let bits = u64::from_le_bytes(word);
        match (self.letter, self.size) {
            (TypeChar::Float, 2) => half::f16::from_bits(bits as u16).to_f64(),
            (TypeChar::Float, 4) => f32::from_bits(bits as u32).into(),
            (TypeChar::Float, _) => f64::from_bits(bits),
            (TypeChar::Int, size) => {
                let unused = 64 - 8 * size as u32;
                (((bits << unused) as i64) >> unused) as f64
            }
            _ => bits as f64,
        }
    }

    /// As bytes: whole numbers as they are, truth as black and white, fractions from 0 to 1, or from -1, as that much of 255.
    fn pixels(&self, data: &[u8]) -> Result<Vec<u8>, f64> {
        if self.letter == TypeChar::Uint && self.size == 1 {
            return Ok(data.to_vec());
        }
        let numbers = || data.chunks_exact(self.size).map(|bytes| self.number(bytes));
        let (low, high) = numbers().fold((0f64, 0f64), |(low, high), number| (low.min(number), high.max(number)));
        let fractions = self.letter == TypeChar::Bool || self.letter == TypeChar::Float && high <= 1.0;
        let (offset, scale) = match fractions {
            true if low < 0.0 => (1.0, 127.5),
            true => (0.0, 255.0),
            false => (0.0, 1.0),
        };
        let pixel = |number: f64| {
            let value = (number + offset) * scale;
            if (0.0..=255.0).contains(&value) { Ok(value.round() as u8) } else { Err(number) }
        };
        numbers().map(pixel).collect()
    }
}
