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

#[cfg(test)]
#[allow(clippy::unwrap_used)] // how a test fails
mod tests {
    use std::process::Command;
    use std::{env, process};

    use signal_hook::low_level::raise;

    use super::*;

    /// Runs itself as the process that is ended.
    #[test]
    fn a_second_signal_ends_the_process_at_once() {
        const AGAIN: &str = "LATENT_SECOND_SIGNAL";
        if env::var_os(AGAIN).is_some() {
            let stop = Stop::listen().unwrap();
            assert!(stop.check().is_ok());
            raise(SIGINT).unwrap();
            assert!(matches!(stop.check(), Err(Ended::Interrupted)));
            raise(SIGTERM).unwrap();
            process::exit(0);
        }
        let name = "stop::tests::a_second_signal_ends_the_process_at_once";
        let test = Command::new(env::current_exe().unwrap()).args(["--exact", name]).env(AGAIN, "").status();
        assert_eq!(test.unwrap().code(), Some(130));
    }
}
