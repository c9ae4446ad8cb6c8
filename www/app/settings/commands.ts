// The settings of the next run.

import type { BackendChoice } from '../../engine/protocol';
import type { Handlers } from '../send';
import type { State } from '../store';
import { formOfKind } from './form';

export type SettingsCommand =
  | { do: 'set'; field: string; text: string }
  | { do: 'choose kind'; kind: string }
  | { do: 'choose backend'; choice: BackendChoice };

export const settingsCommands = ({
  settings: { form, choice: chosen },
}: State): Handlers<SettingsCommand> => ({
  set({ field, text }) {
    form.value = { ...form.value, [field]: text };
  },
  'choose kind'({ kind }) {
    form.value = formOfKind(form.value, kind);
  },
  'choose backend'({ choice }) {
    chosen.value = choice;
  },
});
