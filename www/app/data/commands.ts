// Which data set the page runs on: one at a time, for all that is trained, shown and evaluated.

import { batch } from '@preact/signals-core';
import { SITE_FILES } from '../../engine/data/spec';
import { Failed } from '../../engine/failure/failure';
import { readJson } from '../../engine/json';
import { fetchManifest } from '../../engine/manifest';
import type { DataSet } from '../../engine/protocol';
import { FIRST_MODEL } from '../model/state';
import type { Page } from '../page';
import type { Handlers } from '../send';
import { formOf } from '../settings/form';
import { isSiteList } from './site-list';
import { SITE_KEY } from './state';
import { dataOfModel, useData } from './use';

export type DataCommand =
  /** That which is served with the page, and a list of all that are. */
  | { do: 'open data' }
  /** In place of the one before: the run that goes on ends, and a model of this data is shown. */
  | { do: 'use data'; set: DataSet }
  /** One of those that can be chosen; the one in use shows its own model again. */
  | { do: 'choose data'; key: string };

export function dataCommands(page: Page): Handlers<DataCommand> {
  const { state, explorer, base, load, send, model } = page;
  const { data, settings } = state;

  /** The site's own of this data, else what a run by the form begins with. */
  async function showModel(key: string) {
    if (key === SITE_KEY) return send({ do: 'choose model', file: FIRST_MODEL });
    const shipped = state.model.list.peek().find((model) => dataOfModel(model) === key);
    if (shipped) return send({ do: 'choose model', file: shipped.file });
    const check = (form: typeof settings.form.value) =>
      explorer.ask((it) => it.settings.check(form, undefined));
    const typed = await check(settings.form.peek());
    // What cannot be trained cannot be shown either: the form says why.
    const { run } = typed.errors.length > 0 ? await check(formOf({})) : typed;
    await page.training.pause();
    await model.shipUntrained(run);
  }

  async function use(set: DataSet) {
    if (set.key !== data.used.peek()?.key) await useData(page, set);
    await showModel(set.key);
  }

  return {
    async 'open data'() {
      const manifest = await fetchManifest(new URL('data/', base));
      const { name, train, test } = manifest;
      const site: DataSet = { key: SITE_KEY, name, train, test, ...SITE_FILES };
      batch(() => {
        data.manifest.value = manifest;
        data.used.value ??= site;
      });
      data.testSamples.value = await explorer.ask((it) => it.data.openTest());
      const listed = readJson(await load('data/sets.json'));
      const others = isSiteList(listed) ? listed : [];
      const sets = others.map(({ key, data, train, test }): DataSet => {
        return { key, name: key, data, train, test, source: { at: 'site', folder: `data/${key}/` } };
      });
      data.sets.value = [site, ...sets, ...data.sets.peek()];
    },

    'use data': ({ set }) => use(set),

    async 'choose data'({ key }) {
      const set = data.sets.peek().find((set) => set.key === key);
      if (!set) throw new Failed({ kind: 'noData', key });
      await use(set);
    },
  };
}
