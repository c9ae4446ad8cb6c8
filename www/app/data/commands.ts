// Which data set the page runs on: one at a time, for all that is trained, shown and evaluated.

import { batch } from '@preact/signals-core';
import { SITE_FILES, SITE_KEY } from '../../engine/data/spec';
import { fetchManifest } from '../../engine/manifest';
import type { DataSet } from '../../engine/protocol';
import { fetchedHandlers } from '../fetched';
import type { Page } from '../page';
import type { Handlers } from '../send';
import { otherSets } from './site-list';

export type UseCommand =
  /** In place of the one before: the run that goes on ends, and a model of this data is shown. */
  | { do: 'use data'; set: DataSet }
  /** One of those that can be chosen; the one in use shows its own model again. */
  | { do: 'choose data'; key: string };

export type DataCommand =
  /** That which is served with the page, and a list of all that are. */
  { do: 'open data' } | UseCommand;

export function dataCommands(page: Page): Handlers<DataCommand> {
  const { state, explorer, base, load } = page;
  const { data } = state;
  const fetched = fetchedHandlers<UseCommand>({ 'use data': true, 'choose data': true }, async () =>
    (await import('./using')).usingCommands(page),
  );
  async function changing(change: () => void | Promise<void>) {
    data.changes.value++;
    try {
      await change();
    } finally {
      data.changes.value--;
    }
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
      const list = (sets: readonly DataSet[]) => {
        const isListed = new Set(sets.map(({ key }) => key));
        data.sets.value = [...sets, ...data.sets.peek().filter(({ key }) => !isListed.has(key))];
      };
      try {
        list([site, ...(await otherSets(load))]);
      } catch (error) {
        // What waits for a list goes on with what is there.
        list([site]);
        throw error;
      }
    },

    'use data': (command) => changing(() => fetched['use data'](command)),
    'choose data': (command) => changing(() => fetched['choose data'](command)),
  };
}
