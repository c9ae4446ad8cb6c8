//! What is printed. `println!` and `eprintln!` panic where the output is closed or its device full.

use std::io::{ErrorKind, Write, stderr, stdout};

use latent_explorer::error::{harmless, readable};

use crate::Failure;
use crate::ended::Ended;

/// Prints a result, which may hold what strange files call their classes and characters.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = stdout().lock();
    writeln!(out, "{}", harmless(text)).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Ended::Unread.into(),
        _ => format!("expected an output that can be written to: {error}").into(),
    })
}

/// Tells whoever watches; nobody need.
pub fn say(text: &str) {
    let _ = writeln!(stderr(), "{}", readable(text));
}
