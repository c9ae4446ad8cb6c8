// What a person does in a panel that is not there yet: kept, and done when it is.

import { computed, signal as signalOf } from '@preact/signals-core';
import { type Action, actionOf, redo } from './actions';

const KINDS = ['click', 'input', 'change', 'toggle'] as const;

/** The panels in which something is still to be done. */
const undone = signalOf<ReadonlySet<HTMLElement>>(new Set());

/** True where nothing is: what a person does next, as to start a run, must not come before what was done first. */
export const allDone = computed(() => undone.value.size === 0 || undefined);

function mark(root: HTMLElement, isUndone: boolean) {
  const others = [...undone.peek()].filter((other) => other !== root);
  undone.value = new Set(isUndone ? [...others, root] : others);
}

/**
 * Keeps what is done in `root`, but not in the elements within it that look after themselves, and calls `first` when there is
 * something, until it is replayed or the signal aborts.
 */
export function replayed(
  root: HTMLElement,
  inner: readonly HTMLElement[],
  signal: AbortSignal,
  first: () => void,
) {
  const actions: Action[] = [];
  const over = new AbortController();
  const release = () => mark(root, false);
  signal.addEventListener('abort', () => over.abort(), { once: true });
  signal.addEventListener('abort', release, { once: true });
  for (const kind of KINDS)
    root.addEventListener(
      kind,
      (event) => {
        const { target } = event;
        if (!(target instanceof HTMLElement) || inner.some((panel) => panel.contains(target))) return;
        actions.push(actionOf(target, event));
        mark(root, true);
        first();
      },
      { capture: true, signal: over.signal },
    );
  root.addEventListener('focusin', first, { signal: over.signal });
  return {
    /** Nobody waits for what cannot be done now. */
    release,
    replay() {
      over.abort();
      actions.forEach(redo);
      release();
    },
  };
}
