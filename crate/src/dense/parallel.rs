//! Work on all threads of a build that has them: slices are halved and joined, down to a share for each.

#[cfg(feature = "threads")]
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(feature = "threads")]
pub use rayon::join;

/// Does both, one after the other.
#[cfg(not(feature = "threads"))]
pub fn join<A, B>(first: impl FnOnce() -> A, second: impl FnOnce() -> B) -> (A, B) {
    (first(), second())
}

/// Does all of it on the pool, whose threads look for its joins' pieces until it is done. From outside, each join would
/// wait for a thread to wake and to report back; and a thread that sleeps between two joins wakes too late to be of use.
#[cfg(feature = "threads")]
pub fn on_pool<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let done = AtomicBool::new(false);
    rayon::scope(|scope| {
        let (own, done) = (rayon::current_thread_index(), Set(&done));
        let flag = done.0;
        scope.spawn_broadcast(move |_, context| {
            while Some(context.index()) != own && !flag.load(Ordering::Relaxed) {
                rayon::yield_now();
            }
        });
        work()
    })
}

/// Sets a flag when dropped: after a panic, too.
#[cfg(feature = "threads")]
struct Set<'a>(&'a AtomicBool);

#[cfg(feature = "threads")]
impl Drop for Set<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Does it here, in a build without a pool.
#[cfg(not(feature = "threads"))]
pub fn on_pool<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[cfg(feature = "threads")]
fn threads() -> usize {
    rayon::current_num_threads()
}

#[cfg(not(feature = "threads"))]
fn threads() -> usize {
    1
}

/// The largest piece of `length` that is worth no further halving: all of it on one thread,
/// an eighth of a thread's share on several, so that a late or slow one can be helped.
pub fn grain(length: usize) -> usize {
    let pieces = if threads() == 1 { 1 } else { 8 * threads() };
    length.div_ceil(pieces)
}
