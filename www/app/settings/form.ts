// The settings as a person types them: the form of the next run, and what it says of the run that goes on.

import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Form, RunConfig } from '../../engine/protocol';
import type { State } from '../store';
import { KINDS, SETTINGS } from './schema';

/** What a run is to be made of: the present run's settings, else the form's, if nothing is wrong with it. */
export async function runToTrain(
  { settings, run }: State,
  explorer: Pick<ExplorerClient, 'ask'>,
): Promise<RunConfig | undefined> {
  if (run.phase.value !== 'idle' && run.config.value) return run.config.value;
  const check = await explorer.ask((it) => it.settings.check(settings.form.value, undefined));
  settings.check.value = check;
  if (check.errors.length === 0) return check.run;
  settings.refusals.value++;
  return undefined;
}

/** What applies at once is in the form as a run has it that goes on; `texts` are of what means something in it. */
export function placeTuned({ settings: { form } }: State, texts: Form) {
  const live = SETTINGS.filter((setting) => setting.live && setting.name in texts);
  form.value = { ...form.value, ...Object.fromEntries(live.map(({ name }) => [name, texts[name] ?? ''])) };
}

/** The form with what makes it a kind of model; the other settings stay as they are. */
export const formOfKind = (form: Form, kind: string): Form => ({
  ...form,
  ...KINDS.find(({ name }) => name === kind)?.sets,
});
