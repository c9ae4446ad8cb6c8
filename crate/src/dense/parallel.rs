//! Work on all threads of a build that has them: slices are halved and joined, down to a share for each.

#[cfg(feature = "threads")]
pub use rayon::join;

/// Does both, one after the other.
#[cfg(not(feature = "threads"))]
pub fn join<A, B>(first: impl FnOnce() -> A, second: impl FnOnce() -> B) -> (A, B) {
    (first(), second())
}

/// Does all of it on the pool: from outside, each join would wait for a thread to wake and to report back.
#[cfg(feature = "threads")]
pub fn on_pool<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| work())
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
/// half a thread's share on several, so that a late one can be helped.
pub fn grain(length: usize) -> usize {
    let pieces = if threads() == 1 { 1 } else { 2 * threads() };
    length.div_ceil(pieces)
}
