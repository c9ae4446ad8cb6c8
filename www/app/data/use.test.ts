import { expect, it, vi } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import type { DataFiles, DataSet, DataSpec } from '../../engine/protocol';
import { createState } from '../../features/testing';
import { inputCommands } from '../input/commands';
import type { ShippedModel } from '../model/state';
import type { Page } from '../page';
import { type Command, createSend, type Handlers } from '../send';
import { formOf } from '../settings/form';
import { DEFAULT_FORM } from '../settings/schema';
import { fittingBatch, keyOfData, useData, useDataOf } from './use';

const blob = () => new Blob([]);
const split = () => ({ images: blob(), labels: blob() });
const CATS: DataSet = {
  key: 'cats',
  name: 'cats.zip',
  data: { ...SITE_DATA, width: 32, height: 32, channels: 3, classes: ['cat'] },
  train: 50,
  test: 9,
  source: { at: 'here', splits: { train: split(), t10k: split() } },
};

function open() {
  const state = createState();
  const done: string[] = [];
  const used: DataFiles[] = [];
  const questions = { data: { use: async (files: DataFiles) => void used.push(files) } };
  const explorer = {
    ask: async (question: (it: unknown) => Promise<unknown>) => {
      done.push('ask');
      return question(questions);
    },
  } as unknown as Page['explorer'];
  const commands = inputCommands(state, explorer) as unknown as Handlers<Command>;
  const page = {
    state,
    explorer,
    base: 'http://page.test/',
    send: createSend([commands], (error) => {
      throw error;
    }),
    training: { discard: async () => void done.push('discard') },
  } as unknown as Page;
  const of = (dataSet: string | undefined) => useDataOf(page, { dataSet });
  return { state, page, done, used, of, use: (set: DataSet) => useData(page, set) };
}

it('ends the run, tells the explorer, and says what is in use', async () => {
  const { state, done, used, use } = open();
  await use(CATS);
  expect(done).toEqual(['discard', 'ask']);
  expect(used).toEqual([{ data: CATS.data, source: CATS.source }]);
  expect(state.data.used.value).toBe(CATS);
  expect(state.data.testSamples.value).toBe(9);
  expect(state.data.sets.value).toEqual([CATS]);
  expect(state.settings.form.value.batchSize).toBe('32');
});

it('takes what items are called from the set itself, and proposes what suits people who like them', async () => {
  const { state, used, use } = open();
  const listed = { ...SITE_DATA, kind: 'items', width: 2, height: 1, classes: ['?'] } as const;
  const data = { ...listed, items: ['tea', 'cake'] };
  const manifest = { name: 'drinks', train: 500, test: 9, data, files: {} };
  const fetched = vi.fn(async (_: URL) => new Response(JSON.stringify(manifest)));
  vi.stubGlobal('fetch', fetched);
  const drinks: DataSet = {
    ...CATS,
    key: 'drinks',
    data: listed as unknown as DataSpec,
    train: 500,
    source: { at: 'site', folder: 'data/drinks/' },
  };
  state.data.sets.value = [CATS, drinks];
  await use(drinks);
  vi.unstubAllGlobals();
  expect(String(fetched.mock.calls[0]?.[0])).toBe('http://page.test/data/drinks/manifest.json');
  expect(used.at(-1)?.data).toEqual(data);
  expect(state.data.sets.value.map((set) => set.data.items)).toEqual([undefined, ['tea', 'cake']]);
  expect(state.settings.form.value).toMatchObject({ hiddenSizes: '64', batchSize: '32', epochs: '100' });
  await use(CATS);
  expect(state.settings.form.value).toMatchObject({ hiddenSizes: '256, 128, 64', epochs: '20' });
});

it('leaves z where the next model opens, and what went wrong with the data before', async () => {
  const { state, use } = open();
  state.latent.opened.value = [0.5, 0.5];
  state.latent.z.value = [1.6, 5.4];
  state.input.sketch.value = [[[1, 1]]];
  state.page.problem.value = { kind: 'savedGone' };
  await use(CATS);
  expect(state.latent.z.value).toBe(state.latent.opened.value);
  expect(state.input.sketch.value).toEqual([]);
  expect(state.page.problem.value).toBeUndefined();
});

it('takes away a sample of the data before and what the page drew, and leaves a drawing', async () => {
  const { state, use } = open();
  state.input.shown.value = {
    kind: 'sample',
    split: 't10k',
    index: 1,
    label: 2,
    pixels: new Uint8Array(784),
  };
  await use(CATS);
  expect(state.input.shown.value).toEqual({ kind: 'empty' });
  const drawing = { kind: 'drawing', ink: () => new Uint8Array(), side: 1, since: undefined } as const;
  state.input.shown.value = drawing;
  await use({ ...CATS, key: 'more cats' });
  expect(state.input.shown.value).toBe(drawing);
  state.input.sketch.value = [[[1, 1]]];
  await use(CATS);
  expect(state.input.shown.value).toEqual({ kind: 'empty' });
});

it.each([
  ['128', 1000, '128'],
  ['128', 128, '128'],
  ['128', 100, '64'],
  ['x', 1, '1'],
])('makes of a batch of %s with %i images %s', (typed, images, fitting) => {
  expect(fittingBatch(typed, images)).toBe(fitting);
});

it('finds the one that a model was trained on, once it is known which there are', async () => {
  const { state, done, of } = open();
  await of(undefined);
  expect(done).toEqual([]);
  const using = of('cats');
  await Promise.resolve();
  expect(done).toEqual([]);
  state.data.sets.value = [CATS];
  await using;
  expect(state.data.used.value).toBe(CATS);
  await of('cats');
  expect(done).toEqual(['discard', 'ask']);
  state.data.complete.value = true;
  await expect(of('dogs')).rejects.toThrow('“dogs” is not here');
  await expect(of('8d5352cb52662fe4')).rejects.toThrow(
    'The data of your own that it was trained on is not here',
  );
  expect(state.data.used.value).toBe(CATS);
});

it('finds the data that a model’s file is of by what the model says of it, that in use before others', async () => {
  const { state, page } = open();
  const listed: DataSpec = { ...SITE_DATA, kind: 'items', width: 2, height: 1, classes: ['?'] };
  const likes: DataSpec = { ...listed, items: ['tea', 'cake'] };
  const source = { at: 'site', folder: 'data/teas/' } as const;
  const teas: DataSet = { key: 'teas', name: 'teas', data: listed, train: 9, test: 2, source };
  vi.stubGlobal('fetch', async () =>
    Response.json({ name: 'teas', data: likes, train: 9, test: 2, files: {} }),
  );
  state.data.sets.value = [CATS, teas, { ...CATS, key: 'same cats' }];
  const found = keyOfData(page, likes);
  await Promise.resolve();
  state.data.complete.value = true;
  expect(await found).toBe('teas');
  expect(await keyOfData(page, CATS.data)).toBe('cats');
  state.data.used.value = { ...CATS, key: 'same cats' };
  expect(await keyOfData(page, CATS.data)).toBe('same cats');
  // Pictures and texts can be looked at beside other data; of items that are not here nothing can be said.
  expect(await keyOfData(page, { ...CATS.data, width: 9 })).toBe('same cats');
  await expect(keyOfData(page, { ...likes, items: ['tea', 'jam'] })).rejects.toThrow('is not here');
  vi.unstubAllGlobals();
});

it('takes nothing of a model’s recipe along to other data, also after a reload, nor a batch that had to be small', async () => {
  const { state, use } = open();
  const recipe = { hiddenSizes: '320, 96', optimizer: 'adamW', dropout: '0.25' };
  const { form, proposed } = state.settings;
  const MORE: DataSet = { ...CATS, key: 'more', train: 5000 };
  await use(CATS);
  await use(MORE);
  expect(form.value).toEqual(DEFAULT_FORM);
  form.value = { ...formOf(recipe), beta: '4' };
  proposed.value = formOf(recipe);
  await use(CATS);
  expect(form.value).toEqual({ ...DEFAULT_FORM, beta: '4', batchSize: '32' });
  await use(MORE);
  // As an address brings it.
  form.value = formOf(recipe);
  state.model.list.value = [{ file: 'more', dataSet: 'more', recipe } as unknown as ShippedModel];
  await use(CATS);
  expect(form.value).toEqual({ ...DEFAULT_FORM, batchSize: '32' });
});
