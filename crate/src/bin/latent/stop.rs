//! Ctrl+C and SIGTERM, heard between two steps of training; a second one ends the process at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::Failure;
use crate::ended::Ended;

pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// From now on.
    pub fn listen() -> Result<Self, Failure> {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            // In this order: the first signal finds nothing asked.
            flag::register_conditional_shutdown(signal, Ended::Interrupted.status().into(), Arc::clone(&asked))?;
            flag::register(signal, Arc::clone(&asked))?;
        }
        Ok(Self(asked))
    }

    /// An error as soon as it is asked for.
    pub fn check(&self) -> Result<(), Ended> {
        if self.0.load(Ordering::Relaxed) { Err(Ended::Interrupted) } else { Ok(()) }
    }
}
