//! CIFAR's binary files: a class and a picture of 32 x 32 after the other (Krizhevsky 2009); CIFAR-100's have two classes.

use std::rc::Rc;

use super::{Class, Found, Part, Picture, Reading, Refused, Why, file_name};

const SIDE: usize = 32;
const AREA: usize = SIDE * SIDE;

/// Records of CIFAR-10, or else of CIFAR-100, of which the fine class counts.
pub fn read(path: String, bytes: Vec<u8>) -> Result<Reading, Refused> {
    let Some(classes) = [1, 2].into_iter().find(|classes| bytes.len().is_multiple_of(classes + 3 * AREA)) else {
        let message = format!("expected CIFAR's records of {} or {} bytes", 1 + 3 * AREA, 2 + 3 * AREA);
        return Err(Why::damaged(&message).of(&path));
    };
    let size = classes + 3 * AREA;
    let count = bytes.len() / size;
    let part = Part::of_file(&path);
    let names: Vec<Rc<str>> = (0..=u8::MAX).map(|class| class.to_string().into()).collect();
    let one = move |index: usize| {
        let (head, planes) = bytes[index * size..(index + 1) * size].split_at(classes);
        let class = Class::Named(names[usize::from(head[classes - 1])].clone());
        let pixels = (0..3 * AREA).map(|at| planes[at % 3 * AREA + at / 3]).collect();
        let name = format!("{path}:{}", index + 1);
        Ok(Found::Picture(Picture { name, width: SIDE, height: SIDE, channels: 3, pixels, class, part }))
    };
    Ok(Box::new((0..count).map(one)))
}

/// Whether a text beside them tells what the classes are called.
pub fn is_names(path: &str) -> bool {
    matches!(file_name(path), "batches.meta.txt" | "fine_label_names.txt")
}

pub fn names(text: &[u8]) -> Reading {
    let text = String::from_utf8_lossy(text);
    let names = text.lines().map(str::trim).filter(|name| !name.is_empty()).map(String::from).collect();
    Box::new(std::iter::once(Ok(Found::Names(names))))
}
