// The page is opened anew from the newer version of the site; a run that is under way pauses and is saved before.

import { computed } from '@preact/signals-core';
import { given } from '../../app/async/given';
import type { Page } from '../../app/page';
import { takeNewerVersion } from '../../app/service-worker';
import type { State } from '../../app/store';

/** If it cannot be saved by then, the browser asks before it leaves. */
const SAVING_MS = 5000;

export async function take({ state, training, base }: Page) {
  if (state.run.phase.peek() === 'running') {
    await training.pause();
    await saved(state);
  }
  await takeNewerVersion(base);
}

function saved({ run: { progress }, saved: { upTo } }: State) {
  const isSaved = computed(() => upTo.value >= (progress.value?.position.step ?? 0) || undefined);
  return Promise.race([given(isSaved), new Promise((resolve) => setTimeout(resolve, SAVING_MS))]);
}
