import { effect, type ReadonlySignal } from '@preact/signals-core';

/** Resolves as soon as the signal has a value. */
export function given<Value>(signal: ReadonlySignal<Value | undefined>): Promise<Value> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (signal.value === undefined) return;
      resolve(signal.value);
      queueMicrotask(() => stop());
    });
  });
}
