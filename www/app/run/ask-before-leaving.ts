// A reload, and a way back, would take a run with it: the browser asks before.

import { computed, effect } from '@preact/signals-core';
import type { State } from '../store';

/** Less than so much training is soon done again. */
const WORTH_SECONDS = 3;

export function askBeforeLeaving({ run: { progress } }: Pick<State, 'run'>) {
  // The words are the browser's own.
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const wouldLose = computed(() => (progress.value?.position.seconds ?? 0) >= WORTH_SECONDS);
  // No longer than there is something to lose: with such a listener some browsers do not keep the page for a way back.
  effect(() => {
    if (!wouldLose.value) return;
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  });
}
