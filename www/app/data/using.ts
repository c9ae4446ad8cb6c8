// Puts another data set in place, with a model to look at: fetched when a person chooses one.

import { Failed } from '../../engine/failure/failure';
import type { DataSet, Form } from '../../engine/protocol';
import { FIRST_MODEL } from '../model/state';
import type { Page } from '../page';
import type { Handlers } from '../send';
import { formOf } from '../settings/form';
import type { UseCommand } from './commands';
import { dataOfModel, SITE_KEY } from './state';
import { useData } from './use';

export function usingCommands(page: Page): Handlers<UseCommand> {
  const { state, explorer, training, model, send } = page;
  const { data, settings } = state;

  async function use(set: DataSet) {
    if (set.key !== data.used.peek()?.key) await useData(page, set);
    await showModel(set.key);
  }

  /** The site's own of this data, else what a run by the form begins with. */
  async function showModel(key: string) {
    if (key === SITE_KEY) return send({ do: 'choose model', file: FIRST_MODEL });
    const shipped = state.model.list.peek().find((model) => dataOfModel(model) === key);
    if (shipped) return send({ do: 'choose model', file: shipped.file });
    const check = (form: Form) => explorer.ask((it) => it.settings.check(form, undefined));
    const typed = await check(settings.form.peek());
    // What cannot be trained cannot be shown either: the form says why.
    const { run } = typed.errors.length > 0 ? await check(formOf({})) : typed;
    await training.pause();
    await model.shipUntrained(run);
  }

  return {
    'use data': ({ set }) => use(set),

    async 'choose data'({ key }) {
      const set = data.sets.peek().find((set) => set.key === key);
      if (!set) throw new Failed({ kind: 'noData', key });
      await use(set);
    },
  };
}
