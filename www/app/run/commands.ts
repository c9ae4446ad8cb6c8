// The run: its transport and its settings.

import type { ExplorerClient } from '../../engine/explorer-client';
import type { BackendChoice } from '../../engine/protocol';
import type { Stops } from '../../engine/stops';
import { given } from '../given';
import type { Handlers } from '../send';
import { runToTrain } from '../settings/form';
import { formOfKind, type Kind } from '../settings/kinds';
import type { Field, Form } from '../settings/settings';
import type { State } from '../store';
import type { Training } from './training';

export type TrainingCommand =
  | { do: 'start' }
  | { do: 'pause' }
  | { do: 'step' }
  | { do: 'reset' }
  /** A run of this kind, in place of the present one. */
  | { do: 'start afresh'; kind: Kind; fields: Partial<Form> }
  | { do: 'stop at'; stops: Stops }
  | { do: 'set'; field: Field; text: string }
  | { do: 'choose kind'; kind: Kind }
  | { do: 'choose backend'; choice: BackendChoice };

export function trainingActions(
  state: State,
  explorer: ExplorerClient,
  training: Training,
): Handlers<TrainingCommand> {
  async function go(intent: 'run' | 'step') {
    await given(state.settings.form);
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
      if (!state.settings.form.value) return;
      state.settings.form.value = { ...formOfKind(state.settings.form.value, kind), ...fields };
      await go('run');
    },

    'stop at': ({ stops }) => training.stopAt(stops),

    set({ field, text }) {
      if (state.settings.form.value)
        state.settings.form.value = { ...state.settings.form.value, [field]: text };
    },

    'choose kind'({ kind }) {
      if (state.settings.form.value) state.settings.form.value = formOfKind(state.settings.form.value, kind);
    },

    'choose backend'({ choice }) {
      state.settings.choice.value = choice;
    },
  };
}
