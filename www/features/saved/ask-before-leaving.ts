// A reload, and a way back, would take with it what of a run is not saved: the browser asks before.

import { computed, effect } from '@preact/signals-core';
import type { State } from '../../app/store';

/** Less than so much training is soon done again. */
const WORTH_SECONDS = 3;

export function askBeforeLeaving({ run: { progress }, saved: { upTo } }: Pick<State, 'run' | 'saved'>) {
  // The words are the browser's own.
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const wouldLose = computed(() => {
    const { seconds, step } = progress.value?.position ?? { seconds: 0, step: 0 };
    return seconds >= WORTH_SECONDS && step > upTo.value;
  });
  // No longer than there is something to lose: with such a listener some browsers do not keep the page for a way back.
  effect(() => {
    if (!wouldLose.value) return;
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  });
}
