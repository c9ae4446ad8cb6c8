/** Not all browsers tell when they have nothing to do. */
const OTHERWISE_MS = 500;

/** Runs `work` in a moment in which nothing else waits, unless `end` aborts before. */
export function whenIdle(work: () => void, end?: AbortSignal) {
  if (end?.aborted) return;
  if ('requestIdleCallback' in window) {
    const idle = requestIdleCallback(work);
    end?.addEventListener('abort', () => cancelIdleCallback(idle), { once: true });
  } else {
    const wait = setTimeout(work, OTHERWISE_MS);
    end?.addEventListener('abort', () => clearTimeout(wait), { once: true });
  }
}
