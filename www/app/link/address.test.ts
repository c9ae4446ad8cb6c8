import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import { createState } from '../../features/testing';
import { showData } from '../../ui/shown-data';
import { chooseLanguage } from '../../ui/text';
import { UNTRAINED } from '../model/state';
import { WHOLE } from '../plane/viewport';
import { formOf } from '../settings/form';
import { DEFAULT_CHECK, DEFAULT_FORM, SETTINGS } from '../settings/schema';
import type { State } from '../store';
import { readUrl } from '../url';
import { isOurs, keepAddress, writeAddress } from './address';
import { PLACES } from './place-names';
import { saidIn } from './places';

beforeEach(() => void vi.useFakeTimers());

afterEach(async () => {
  showData(SITE_DATA);
  await chooseLanguage('en');
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page of this address; its address once all has come to rest, and how often that was written. */
function open(search: string, before: (state: State) => void = () => {}) {
  const location = { href: `https://page.test/${search}` };
  const written: string[] = [];
  const history = {
    state: null,
    replaceState(state: null, _title: string, { href }: URL) {
      location.href = href;
      history.state = state;
      written.push(href);
    },
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', history);
  const state = createState();
  state.settings.form.value = formOf(readUrl(search).settings);
  const summary = { config: { latentSize: 2 } } as never;
  state.model.shown.value = { run: 0, step: 0, version: 1, summary };
  before(state);
  keepAddress(state, readUrl(search));
  written.length = 0;
  const rest = () => {
    vi.runAllTimers();
    const { search, hash } = new URL(location.href);
    return search + hash;
  };
  return { state, rest, written, history };
}

it('names what was chosen since in place of what it named', async () => {
  const { state, rest } = open('?lang=zh&model=mnist-10d&backend=cpu&seed=1&threads=2');
  await chooseLanguage('zh');
  await chooseLanguage('en');
  state.model.shipped.value = 'mnist-20d.safetensors';
  state.settings.choice.value = 'webgpu';
  state.settings.form.value = { ...state.settings.form.value, seed: '7' };
  expect(rest()).toBe('?lang=en&model=mnist-20d&backend=webgpu&seed=7&threads=2');
});

it('stays as it is while nothing is chosen, and leaves the browser what is its own to choose', async () => {
  const { state, rest } = open('?model=mnist-10d&seed=x&strange=1');
  await chooseLanguage('zh');
  state.settings.choice.value = 'webgpu';
  expect(rest()).toBe('?model=mnist-10d&seed=x&strange=1');
});

it('writes what was chosen at once, whatever moves meanwhile', () => {
  const { state } = open('');
  const choose = (beta: string) => {
    state.settings.form.value = { ...state.settings.form.value, beta };
  };
  choose('2');
  choose('4');
  for (let moved = 0; moved < 20; moved++) {
    state.latent.z.value = [moved, 1];
    vi.advanceTimersByTime(10);
  }
  expect(location.href).toContain('beta=4');
});

it('carries what was chosen before it was there to follow', () => {
  const choose = (state: State) => {
    state.settings.form.value = { ...state.settings.form.value, beta: '4' };
  };
  expect(open('?seed=7', choose).rest()).toBe('?seed=7&beta=4');
});

it('carries what was chosen in place of what it named before it was there to follow', async () => {
  await chooseLanguage('zh');
  await chooseLanguage('en');
  const choose = (state: State) => {
    state.model.shipped.value = 'mnist-20d.safetensors';
    state.settings.choice.value = 'webgpu';
    state.settings.form.value = { ...state.settings.form.value, seed: '7' };
  };
  const { rest } = open('?lang=zh&model=mnist-10d&backend=cpu&seed=1', choose);
  expect(rest()).toBe('?lang=en&model=mnist-20d&backend=webgpu&seed=7');
});

it('leaves out where one is in a model that no link brings back', () => {
  const { state, rest } = open('');
  state.model.shipped.value = UNTRAINED;
  state.latent.z.value = [1, 2];
  state.latent.classIndex.value = 3;
  state.plane.grid.value = 'equal prior mass';
  expect(rest()).toBe('?grid=mass');
});

it('names the data set where no model of it is shipped, with what is liked and where z is', () => {
  const { state, rest } = open('');
  const source = { at: 'site', folder: 'data/films/' } as const;
  state.data.used.value = { key: 'films', name: 'films', data: SITE_DATA, train: 9, test: 9, source };
  state.model.shipped.value = UNTRAINED;
  state.input.shown.value = { kind: 'items', pixels: Uint8Array.of(0, 1, 1) };
  state.latent.z.value = [1, 2];
  expect(rest()).toBe('?data=films&items=2,3&z=1,2');
  // Of a run what is liked is said still; where its z lies says nothing without it.
  const shown = state.model.shown.value;
  if (shown) state.model.shown.value = { ...shown, run: 1 };
  expect(rest()).toBe('?data=films&items=2,3');
  state.data.used.value = {
    ...state.data.used.value,
    key: '0123',
    source: { at: 'here', splits: {} as never },
  };
  expect(rest()).toBe('');
});

it('carries the text that is typed for its words, and of a long one its words alone', () => {
  const words = { ...SITE_DATA, kind: 'items', width: 3, height: 1, terms: 'words' } as const;
  const { state, rest } = open('');
  const shown = state.model.shown.value;
  const summary = { data: words, config: { latentSize: 2 } } as never;
  if (shown) state.model.shown.value = { ...shown, summary };
  showData(words);
  state.input.shown.value = { kind: 'items', pixels: Uint8Array.of(0, 2, 1) };
  expect(rest()).toBe('?items=2x2,3');
  state.words.typed.value = 'Good tea & good';
  expect(rest()).toBe('?text=Good+tea+%26+good');
  state.words.typed.value = '好茶'.repeat(300);
  expect(rest()).toBe('?items=2x2,3');
  state.words.typed.value = 'None that it knows';
  state.input.shown.value = { kind: 'empty' };
  expect(rest()).toBe('?text=None+that+it+knows');
});

it('names the lecture for as long as it is on', () => {
  const { state, rest } = open('?lecture&seed=7', (state) => {
    state.lecture.on.value = true;
  });
  expect(rest()).toBe('?lecture&seed=7');
  state.lecture.on.value = false;
  expect(rest()).toBe('?seed=7');
  state.lecture.on.value = true;
  expect(rest()).toBe('?seed=7&lecture=');
});

it('stays as it is while the language that it names is on its way', async () => {
  let coming: Promise<void> | undefined;
  const choose = () => {
    coming = chooseLanguage('zh');
  };
  const { rest } = open('?lang=zh', choose);
  expect(rest()).toBe('?lang=zh');
  await coming;
  expect(rest()).toBe('?lang=zh');
});

it('drops a model that is still on its way when a run begins', () => {
  const { state, rest } = open('?model=mnist-10d&seed=1');
  expect(rest()).toBe('?model=mnist-10d&seed=1');
  const shown = state.model.shown.value;
  if (shown) state.model.shown.value = { ...shown, run: 1 };
  expect(rest()).toBe('?seed=1');
});

it('carries model, z, window, layers, settings, seed and open panels as they change', () => {
  const { state, rest } = open('');
  state.model.shipped.value = 'mnist-10d.safetensors';
  state.latent.z.value = [0.12345, -1];
  state.plane.window.value = { centre: [0.5, 0], span: 2 };
  state.plane.grid.value = 'equal prior mass';
  state.plane.axes.value = [2, 0];
  state.map.layers.value = new Map([
    ['density', true],
    ['path', false],
  ]);
  state.settings.form.value = { ...state.settings.form.value, beta: '4', seed: '7' };
  state.page.open.value = ['export', '-terms'];
  expect(rest()).toBe(
    '?model=mnist-10d&z=0.123,-1&window=0.5,0,2&grid=mass&axes=3,1&layers=density,-path&beta=4&seed=7&open=export,-terms',
  );
  state.latent.z.value = state.latent.opened.value;
  state.plane.window.value = WHOLE;
  state.plane.grid.value = 'equal spacing';
  state.plane.axes.value = [0, 1];
  state.map.layers.value = new Map();
  state.model.shipped.value = 'mnist-2d.safetensors';
  state.settings.form.value = DEFAULT_FORM;
  state.page.open.value = [];
  expect(rest()).toBe('');
});

it('is written once what moves has come to rest, or when it is asked for', () => {
  const { state, rest, written } = open('');
  for (let step = 1; step <= 50; step++) {
    state.latent.z.value = [step / 10, 0];
    vi.advanceTimersByTime(16);
  }
  expect(written).toEqual([]);
  expect(rest()).toBe('?z=5,0');
  expect(written).toHaveLength(1);
  state.latent.z.value = [1, 1];
  expect(writeAddress()).toBe('https://page.test/?z=1,1');
});

it('is written at once where something is chosen: a reload may follow; but not too often', () => {
  const { state, written } = open('');
  vi.advanceTimersByTime(60_000);
  state.page.open.value = ['export'];
  expect(written).toEqual(['https://page.test/?open=export']);
  const seed = (seed: number) => {
    state.settings.form.value = { ...state.settings.form.value, seed: String(seed) };
  };
  seed(2);
  expect(written.at(-1)).toBe('https://page.test/?open=export&seed=2');
  for (let tried = 3; tried <= 500; tried++) {
    seed(tried);
    vi.advanceTimersByTime(20);
  }
  expect(written.length).toBeLessThan(100);
  vi.runAllTimers();
  expect(written.at(-1)).toBe('https://page.test/?open=export&seed=500');
});

it('has not where z goes by itself in the first minute, nor that of a run', () => {
  const { state, rest } = open('');
  state.page.plays.value = true;
  state.latent.z.value = [1, 1];
  expect(rest()).toBe('');
  state.page.plays.value = false;
  expect(rest()).toBe('?z=1,1');
  const shown = state.model.shown.value;
  if (shown) state.model.shown.value = { ...shown, run: 1 };
  expect(rest()).toBe('');
});

it('names a model of this site by its file’s address, and no longer when another one is shown', () => {
  const { state, rest } = open('');
  state.model.shipped.value = '/shared/mine.safetensors';
  expect(rest()).toBe('#view=/shared/mine.safetensors');
  state.model.shipped.value = 'mnist-10d.safetensors';
  expect(rest()).toBe('?model=mnist-10d');
});

it('names no shipped model beside one that was trained here or brought in, but the data of the site that it is of', () => {
  const { state, rest } = open('');
  const show = (run: number) => {
    const shown = state.model.shown.value;
    if (shown) state.model.shown.value = { ...shown, run };
  };
  state.model.shipped.value = 'mnist-10d.safetensors';
  expect(rest()).toBe('?model=mnist-10d');
  show(1);
  expect(rest()).toBe('');
  const source = { at: 'site', folder: 'data/fashion/' } as const;
  state.data.used.value = { key: 'fashion', name: 'fashion', data: SITE_DATA, train: 9, test: 9, source };
  expect(rest()).toBe('?data=fashion');
  state.data.used.value = { ...state.data.used.value, source: { at: 'here', splits: {} as never } };
  state.input.shown.value = { kind: 'items', pixels: Uint8Array.of(0, 1, 1) };
  expect(rest()).toBe('');
  state.input.shown.value = { kind: 'empty' };
  state.data.used.value = undefined;
  show(0);
  expect(rest()).toBe('?model=mnist-10d');
  state.model.shipped.value = '/shared/mine.safetensors';
  show(2);
  expect(rest()).toBe('');
});

it('marks the entries of the history that are its own', () => {
  const { history } = open('');
  expect([isOurs(history.state), isOurs(null), isOurs({ other: 1 })]).toEqual([true, false, false]);
});

it('says as much of a form as makes it again, whatever choices propose', () => {
  for (const form of [
    { ...DEFAULT_FORM, optimizer: 'sgd' },
    { ...DEFAULT_FORM, optimizer: 'sgd', learningRate: '0.0002', seed: '9' },
  ]) {
    const query = new URLSearchParams(saidIn(form)).toString();
    expect(formOf(readUrl(`?${query}`).settings)).toEqual(form);
  }
  expect(saidIn(DEFAULT_FORM)).toEqual({});
});

it('has a name for each thing that it carries', () => {
  const names = [
    ...PLACES,
    ...SETTINGS.map(({ name }) => name),
    'model',
    'data',
    'lang',
    'backend',
    'threads',
  ];
  expect(new Set(names).size).toBe(names.length);
});

it('says nothing of parameters whose choice is not made, and says them again with it', () => {
  const { state, rest } = open('?network=convolutional&channels=8,8');
  const check = (hidden: string[]) => {
    state.settings.check.value = { ...DEFAULT_CHECK, hidden };
  };
  check([]);
  expect(rest()).toBe('?network=convolutional&channels=8,8');
  const { form } = state.settings;
  form.value = { ...form.value, network: 'dense' };
  check(['channels']);
  expect(rest()).toBe('');
  form.value = { ...form.value, network: 'convolutional' };
  check([]);
  expect(new URLSearchParams(rest()).get('channels')).toBe('8,8');
});
