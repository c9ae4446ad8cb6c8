//! What a file's bytes say as text.

/// Of bytes that begin with the mark of UTF-16, as spreadsheets write "Unicode text"; nothing of others.
pub fn utf16(bytes: &[u8]) -> Option<String> {
    let (from, rest): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xff, 0xfe, rest @ ..] => (u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => (u16::from_be_bytes, rest),
        _ => return None,
    };
    let units = rest.chunks_exact(2).map(|unit| from([unit[0], unit[1]]));
    Some(char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// Whether something of it is seen: no space, and nothing that only joins or parts letters.
pub fn is_seen(text: &str) -> bool {
    text.chars()
        .any(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_read_of_both_orders_and_of_its_mark_alone() {
        let units: Vec<u16> = "\u{feff}caf\u{e9} \u{1f600}".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!([utf16(&little), utf16(&big)], [Some("café 😀".into()), Some("café 😀".into())]);
        assert_eq!(utf16(b"caf\xc3\xa9"), None);
        assert_eq!(utf16(&[0xff, 0xfe, 0x00, 0xd8, 0x41]), Some("\u{fffd}".into()), "cut within a letter");
    }

    #[test]
    fn what_only_joins_letters_is_not_seen() {
        assert!(!is_seen("\u{200b}\u{200d} \u{feff}") && !is_seen(""));
        assert!(is_seen("\u{200d}a") && is_seen("👩\u{200d}🚀"));
    }
}
