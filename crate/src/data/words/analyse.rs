//! What the words of a text are.

use crate::settings::TermKind;

/// Letters of a word at least, and at most: longer ones are none that anybody means.
const LEAST: usize = 2;
const MOST: usize = 40;
/// Letters of a tag of HTML at most, which reviews are full of.
const TAG: usize = 200;

/// The terms of a text in their order, each as often as it is there.
pub fn terms(kind: TermKind, text: &str) -> Vec<String> {
    match kind {
        TermKind::Words => words(text),
        TermKind::Bigrams => bigrams(text),
    }
}

/// In lower case: letters and digits that begin with a letter, apostrophes within them too, as in "don't".
fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = without_tags(text).to_lowercase().chars().map(straight).collect();
    let is_inner = |at: usize| {
        let beside = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|it| it.is_alphanumeric());
        letters[at] == '\'' && beside(at.checked_sub(1)) && beside(Some(at + 1))
    };
    let is_of_word = |at: usize| letters[at].is_alphanumeric() || is_inner(at);
    let mut words = vec![];
    let mut start = 0;
    for at in 0..=letters.len() {
        if at < letters.len() && is_of_word(at) {
            continue;
        }
        words.push(&letters[start..at]);
        start = at + 1;
    }
    let is_word =
        |word: &&[char]| (LEAST..=MOST).contains(&word.len()) && word.first().is_some_and(|it| it.is_alphabetic());
    words.into_iter().filter(is_word).map(|word| word.iter().collect()).collect()
}

/// Every two characters that follow each other in a run of Chinese ones: no segmenter is needed.
fn bigrams(text: &str) -> Vec<String> {
    let runs = text.split(|letter: char| !is_han(letter));
    let of_run = |run: &str| {
        let letters: Vec<char> = run.chars().collect();
        letters.windows(2).map(|pair| pair.iter().collect()).collect::<Vec<String>>()
    };
    runs.flat_map(of_run).collect()
}

/// Whether a character is one of Chinese.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// An apostrophe as a typewriter has it.
fn straight(letter: char) -> char {
    if matches!(letter, '\u{2019}' | '\u{2018}' | '\u{ff07}') { '\'' } else { letter }
}

/// Each tag as a space.
fn without_tags(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        plain.push_str(before);
        plain.push(' ');
        rest = &tag[end_of_tag(tag)..];
    }
    plain + rest
}

/// Bytes of the tag that a text begins with; of another `<` its own.
fn end_of_tag(text: &str) -> usize {
    let is_tag = text[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/');
    let end = text.char_indices().take(TAG).find(|(_, letter)| *letter == '>').map(|(at, _)| at + 1);
    end.filter(|_| is_tag).unwrap_or(1)
}
