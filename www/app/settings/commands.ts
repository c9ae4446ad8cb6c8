// The settings of the next run.

import type { BackendChoice } from '../../engine/protocol';
import type { Handlers } from '../send';
import type { State } from '../store';
import { formOfKind, type Kind } from './kinds';
import type { Field } from './settings';

export type SettingsCommand =
  | { do: 'set'; field: Field; text: string }
  | { do: 'choose kind'; kind: Kind }
  | { do: 'choose backend'; choice: BackendChoice };

export const settingsCommands = ({
  settings: { form, choice: chosen },
}: State): Handlers<SettingsCommand> => ({
  set({ field, text }) {
    if (form.value) form.value = { ...form.value, [field]: text };
  },
  'choose kind'({ kind }) {
    if (form.value) form.value = formOfKind(form.value, kind);
  },
  'choose backend'({ choice }) {
    chosen.value = choice;
  },
});
