// The run: its transport.

import { computed } from '@preact/signals-core';
import type { Form } from '../../engine/protocol';
import type { Stops } from '../../engine/stops';
import { given } from '../async/given';
import type { Page } from '../page';
import { allDone } from '../replayed';
import type { Handlers } from '../send';
import { formOfKind, runToTrain } from '../settings/form';

export type RunCommand =
  | { do: 'start' }
  | { do: 'pause' }
  | { do: 'step' }
  | { do: 'reset' }
  /** A run of this kind, in place of the present one. */
  | { do: 'start afresh'; kind: string; fields: Form }
  | { do: 'stop at'; stops: Stops };

export function runCommands({ state, explorer, training }: Page): Handlers<RunCommand> {
  const dataIsThere = computed(() => state.data.changes.value === 0 || undefined);
  async function go(intent: 'run' | 'step') {
    await given(allDone);
    await given(dataIsThere);
    await given(state.settings.check);
    const run = await runToTrain(state, explorer);
    if (run) await training.go(intent, run);
  }

  return {
    start: () => go('run'),
    step: () => go('step'),
    pause: () => training.pause(),
    reset: () => training.reset(),

    async 'start afresh'({ kind, fields }) {
      await training.reset();
      state.settings.form.value = { ...formOfKind(state.settings.form.value, kind), ...fields };
      await go('run');
    },

    'stop at': ({ stops }) => training.stopAt(stops),
  };
}
