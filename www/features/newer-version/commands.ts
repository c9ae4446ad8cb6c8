// A person takes the newer version of the site, or puts it off.

import { computed } from '@preact/signals-core';
import { given } from '../../app/async/given';
import type { Page } from '../../app/page';
import type { Handlers } from '../../app/send';
import type { State } from '../../app/store';

export type NewerVersionCommand =
  /** A run that is under way pauses, and is saved. */
  { do: 'take newer version' } | { do: 'put off newer version' };

/** If it cannot be saved by then, the browser asks before it leaves. */
const SAVING_MS = 5000;

export function newerVersionCommands({ state, training, base }: Page): Handlers<NewerVersionCommand> {
  return {
    async 'take newer version'() {
      if (state.run.phase.peek() === 'running') {
        await training.pause();
        await saved(state);
      }
      const { takeNewerVersion } = await import('../../app/service-worker');
      await takeNewerVersion(base);
    },
    'put off newer version'() {
      state.newerVersion.offered.value = false;
    },
  };
}

function saved({ run: { progress }, saved: { upTo } }: State) {
  const isSaved = computed(() => upTo.value >= (progress.value?.position.step ?? 0) || undefined);
  return Promise.race([given(isSaved), new Promise((resolve) => setTimeout(resolve, SAVING_MS))]);
}
