// The settings as a person types them: the form of the next run, and what it says of the run that goes on.

import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Form, RunConfig } from '../../engine/protocol';
import type { State } from '../store';
import { DEFAULT_FORM, KINDS, SETTINGS } from './schema';

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

/**
 * The form with another text of one setting, and what that proposes for others: where nothing but a proposal stood, and no
 * text of a person's own.
 */
export function withText(form: Form, field: string, text: string): Form {
  const setting = SETTINGS.find(({ name }) => name === field);
  const [before, after] = [form[field] ?? '', text].map((option) => setting?.proposes[option] ?? {});
  const names = Object.keys({ ...before, ...after });
  const proposed = names.filter((name) => form[name] === (before?.[name] ?? DEFAULT_FORM[name]));
  const texts = proposed.map((name) => [name, after?.[name] ?? DEFAULT_FORM[name] ?? '']);
  return { ...form, ...Object.fromEntries(texts), [field]: text };
}

/** The form at first, with these texts and what they propose for those that are not among them. */
export function formOf(texts: Form): Form {
  const proposed = Object.entries(texts).reduce(
    (form, [field, text]) => withText(form, field, text),
    DEFAULT_FORM,
  );
  return { ...proposed, ...texts };
}

/** The form with what makes it a kind of model; the other settings stay as they are. */
export const formOfKind = (form: Form, kind: string): Form => ({
  ...form,
  ...KINDS.find(({ name }) => name === kind)?.sets,
});
