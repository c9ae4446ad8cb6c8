//! The one error type: every message says what was expected, what came and what to do. What a file or a person has written
//! goes into it without control characters and in few words.

/// What can go wrong in the core.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// A setting is out of its range; `field` is its name as the page and the command line show it.
    #[error("{field}: {}", readable(message))]
    Field { field: String, message: String },
    /// A data set file is not what it should be.
    #[error("data set: {}", readable(.0))]
    Dataset(String),
    /// A weights file is not what it should be.
    #[error("weights: {}", readable(.0))]
    Weights(String),
    /// The loss is no longer a number.
    #[error("training diverged: the loss is no longer a number; start again with a smaller learning rate or beta")]
    Diverged,
    /// An argument has the wrong shape or range.
    #[error("{}", readable(.0))]
    Argument(String),
    /// Points of another latent size than the model's.
    #[error("expected {expected} latent coordinates, got {got}")]
    LatentSize { expected: usize, got: usize },
    /// The device could not be opened, or failed at work.
    #[error("device: {}", readable(.0))]
    Device(String),
}

#[cfg(feature = "graph")]
impl From<burn::tensor::ExecutionError> for Error {
    fn from(error: burn::tensor::ExecutionError) -> Self {
        Error::Device(error.to_string())
    }
}

/// The core's results.
pub type Result<T> = std::result::Result<T, Error>;

/// Letters of a message at most.
const MESSAGE: usize = 600;
/// Letters of what a message quotes at most.
const QUOTE: usize = 60;

/// A message as one short line that a terminal only shows: what would move its cursor or hide what follows is escaped.
pub fn readable(text: &str) -> String {
    shortened(text, MESSAGE)
}

/// What a file or a person has written, for a message.
pub fn quoted(text: &str) -> String {
    shortened(text, QUOTE)
}

/// A result, whose lines stay, that a terminal only shows: what would move its cursor or hide what follows stands as JSON escapes it.
pub fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_plain = matches!(letter, ' '..='~' | '\n' | '\t') || escaped(letter).eq([letter]);
        if is_plain {
            shown.push(letter);
        } else {
            let units =
                letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
            shown.push_str(&units);
        }
    }
    shown
}

/// A number for a message as the page writes it: whole thousands stand apart from 10,000 on.
pub fn grouped(number: impl ToString) -> String {
    let text = number.to_string();
    let end = text.find(|sign: char| sign != '-' && !sign.is_ascii_digit()).unwrap_or(text.len());
    let (whole, rest) = text.split_at(end);
    let digits = whole.trim_start_matches('-').len();
    if digits < 5 {
        return text;
    }
    let apart = whole.char_indices().map(|(at, digit)| {
        let (left, begins) = (whole.len() - at, at == whole.len() - digits);
        let comma = if digit != '-' && !begins && left.is_multiple_of(3) { "," } else { "" };
        format!("{comma}{digit}")
    });
    apart.collect::<String>() + rest
}

fn shortened(text: &str, most: usize) -> String {
    let mut short = String::new();
    for (count, letter) in text.chars().enumerate() {
        match letter {
            _ if count == most => {
                short.push('…');
                break;
            }
            '\'' | '"' | '\\' => short.push(letter),
            _ => short.extend(escaped(letter)),
        }
    }
    short
}

/// Marks above and below letters are letters too, which the standard library takes for such only behind another one.
fn escaped(letter: char) -> impl Iterator<Item = char> {
    format!("a{letter}").escape_debug().skip(1).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_stand_apart_from_ten_thousand_on() {
        let cases =
            [("0", "0"), ("9999", "9999"), ("10000", "10,000"), ("-123456", "-123,456"), ("31000000", "31,000,000")];
        for (plain, apart) in cases {
            assert_eq!(grouped(plain), apart);
        }
        assert_eq!(grouped(65_504.5), "65,504.5");
        assert_eq!(grouped(0.000_012_345), "0.000012345");
        assert_eq!(grouped(f32::INFINITY), "inf");
    }
}
