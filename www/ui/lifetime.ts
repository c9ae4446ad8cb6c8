// What a panel makes ends with its signal: effects and observers too, as listeners do by themselves.

import { computed, effect, untracked } from '@preact/signals-core';

/** Runs an effect until the signal aborts. */
export function watch(signal: AbortSignal, work: Parameters<typeof effect>[0]) {
  if (signal.aborted) return;
  signal.addEventListener('abort', effect(work), { once: true });
}

/** Runs `write` with what `read` finds in signals, at first and whenever that is another: what stays as it is is not written anew. */
export function watchValue<Value>(signal: AbortSignal, read: () => Value, write: (value: Value) => void) {
  const found = computed(read);
  watch(signal, () => {
    const { value } = found;
    untracked(() => write(value));
  });
}

/** Runs `end` when the signal aborts. */
export function atEnd(signal: AbortSignal, end: () => void) {
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
}

/** Children of the element until the signal aborts. */
export function appendUntil(signal: AbortSignal, parent: Element, ...children: Element[]) {
  if (signal.aborted) return;
  parent.append(...children);
  atEnd(signal, () => {
    for (const child of children) child.remove();
  });
}

/** Runs `work` whenever the element's size changes, and once at first. */
export function onResize(signal: AbortSignal, element: Element, work: (entry: ResizeObserverEntry) => void) {
  const observer = new ResizeObserver(([entry]) => {
    if (entry) work(entry);
  });
  observer.observe(element);
  atEnd(signal, () => observer.disconnect());
}
