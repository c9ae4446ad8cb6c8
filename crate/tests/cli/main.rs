//! The command line as a shell sees it: its files, its output, its status.
#![cfg(unix)] // signals, devices and links
#![allow(clippy::unwrap_used, clippy::panic)] // how a test fails

mod checkpoint;
mod files;
#[cfg(feature = "webgpu")]
mod gpu;
mod messages;
mod output;
mod settings;
mod support;
mod texts;
mod uses;
