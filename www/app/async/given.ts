import { effect, type ReadonlySignal } from '@preact/signals-core';

/** Resolves as soon as the signal has a value, unless `end` aborts before. */
export function given<Value>(signal: ReadonlySignal<Value | undefined>, end?: AbortSignal): Promise<Value> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (signal.value === undefined || end?.aborted) return;
      resolve(signal.value);
      queueMicrotask(() => stop());
    });
    end?.addEventListener('abort', stop, { once: true });
  });
}
