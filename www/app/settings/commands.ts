// The settings of the next run.

import type { BackendChoice } from '../../engine/protocol';
import type { Handlers } from '../send';
import type { State } from '../store';
import { formOfKind, withText } from './form';

export type SettingsCommand =
  | { do: 'set'; field: string; text: string }
  | { do: 'choose kind'; kind: string }
  | { do: 'choose backend'; choice: BackendChoice };

export const settingsCommands = ({
  settings: { form, choice: chosen, postponed },
  run,
}: State): Handlers<SettingsCommand> => ({
  set({ field, text }) {
    const wanted = withText({ ...form.value, ...postponed.value }, field, text);
    // What is proposed for the next run is none of the run's that goes on.
    form.value = run.config.value ? { ...form.value, [field]: text } : wanted;
    const later = Object.entries(wanted).filter(([name, proposed]) => proposed !== form.value[name]);
    postponed.value = Object.fromEntries(later);
  },
  'choose kind'({ kind }) {
    form.value = formOfKind(form.value, kind);
  },
  'choose backend'({ choice }) {
    chosen.value = choice;
  },
});
