//! Work on all threads of a build that has them: slices are halved and joined, down to a share for each.

#[cfg(all(feature = "threads", target_arch = "wasm32"))]
thread_local! {
    /// Joins that this thread is in.
    static JOINS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Does both, on two threads if another is free.
#[cfg(all(feature = "threads", not(target_arch = "wasm32")))]
pub use rayon::join;

/// Does both, on two threads if another is free.
#[cfg(all(feature = "threads", target_arch = "wasm32"))]
pub fn join<A: Send, B: Send>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B + Send) -> (A, B) {
    JOINS.set(JOINS.get() + 1);
    let results = rayon::join(first, second);
    JOINS.set(JOINS.get() - 1);
    results
}

/// Does both, one after the other.
#[cfg(not(feature = "threads"))]
pub fn join<A, B>(first: impl FnOnce() -> A, second: impl FnOnce() -> B) -> (A, B) {
    (first(), second())
}

/// Does all of it on the pool: from outside, each join would wait for a thread to wake and to report back.
#[cfg(all(feature = "threads", not(target_arch = "wasm32")))]
pub fn on_pool<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| work())
}

/// Does all of it on the pool, whose threads look for its joins' pieces until it is done: in a browser a thread that
/// sleeps between two joins wakes too late to be of use. Every join within must be [`join`]; the gemm crate's, which
/// work natively, are not, and a thread that waits in one of them would look on for ever.
#[cfg(all(feature = "threads", target_arch = "wasm32"))]
pub fn on_pool<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| {
        let working = std::sync::Arc::new(());
        let still_working = std::sync::Arc::downgrade(&working);
        rayon::spawn_broadcast(move |_| {
            // A thread that waits in a join must get back to it: the work may wait for that.
            while still_working.strong_count() > 0 && JOINS.get() == 0 {
                rayon::yield_now();
            }
        });
        work()
    })
}

/// Does it here, in a build without a pool.
#[cfg(not(feature = "threads"))]
pub fn on_pool<T>(work: impl FnOnce() -> T) -> T {
    work()
}

/// As many as can work at once.
#[cfg(feature = "threads")]
pub fn threads() -> usize {
    rayon::current_num_threads()
}

/// As many as can work at once.
#[cfg(not(feature = "threads"))]
pub fn threads() -> usize {
    1
}

/// Does the same to each, as many at once as there are threads.
pub fn each<T: Send>(items: &mut [T], work: &(impl Fn(&mut T) + Sync)) {
    match items {
        [] => {}
        [item] => work(item),
        several => {
            let (before, after) = several.split_at_mut(several.len() / 2);
            join(|| each(before, work), || each(after, work));
        }
    }
}

/// The largest piece of `length` that is worth no further halving: all of it on one thread,
/// an eighth of a thread's share on several, so that a late or slow one can be helped.
pub fn grain(length: usize) -> usize {
    let pieces = if threads() == 1 { 1 } else { 8 * threads() };
    length.div_ceil(pieces)
}
