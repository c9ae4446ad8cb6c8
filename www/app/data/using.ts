// Puts another data set in place, with a model to look at: fetched when a person chooses one.

import { SITE_KEY } from '../../engine/data/spec';
import type { DataSet, Form } from '../../engine/protocol';
import { FIRST_MODEL } from '../model/state';
import type { Page } from '../page';
import type { Handlers } from '../send';
import { formOf } from '../settings/form';
import type { UseCommand } from './commands';
import { dataOfModel } from './state';
import { useData, useDataOf } from './use';

export const usingCommands = (page: Page): Handlers<UseCommand> => ({
  'use data': ({ set }) => useAndShow(page, set),

  async 'choose data'({ key }) {
    await useDataOf(page, { dataSet: key });
    await showModel(page, key);
  },
});

export async function useAndShow(page: Page, set: DataSet) {
  if (set.key !== page.state.data.used.peek()?.key) await useData(page, set);
  await showModel(page, set.key);
}

/** The site's own of this data, else what a run by the form begins with. */
async function showModel({ state, explorer, training, model, send }: Page, key: string) {
  if (key === SITE_KEY) return send({ do: 'choose model', file: FIRST_MODEL });
  const shipped = state.model.list.peek().find((model) => dataOfModel(model) === key);
  if (shipped) return send({ do: 'choose model', file: shipped.file });
  const check = (form: Form) => explorer.ask((it) => it.settings.check(form, undefined));
  const typed = await check(state.settings.form.peek());
  // What cannot be trained cannot be shown either: the form says why.
  const { run } = typed.errors.length > 0 ? await check(formOf({})) : typed;
  await training.pause();
  await model.shipUntrained(run);
}
