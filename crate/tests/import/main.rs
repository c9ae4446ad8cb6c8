//! Data sets of one's own: every format read, good and bad, and what is made of the pictures. Needs no backend.
#![cfg(not(target_arch = "wasm32"))] // it writes what it reads, natively
#![allow(clippy::unwrap_used, clippy::panic)] // how a test fails

mod bad;
mod files;
mod formats;
mod lines;
mod mine;
mod preparing;
mod properties;
mod rows;
mod shapes;
mod tastes;
mod words;
