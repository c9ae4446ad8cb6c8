import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import { macrotask } from '../../engine/macrotask';
import { createState } from '../../features/testing';
import { showData } from '../../ui/shown-data';
import { latentCommands } from '../latent/commands';
import { FIRST_MODEL } from '../model/state';
import type { Page } from '../page';
import { pageCommands, reportsTo } from '../page/commands';
import { planeCommands } from '../plane/commands';
import { createSend } from '../send';
import { readUrl } from '../url';
import { placesOf } from './places';
import { readPlaces, returnTo } from './read';

afterEach(() => vi.unstubAllGlobals());

/** A page whose model of two dimensions is shown, with two panels. */
function open() {
  const panels = ['export', 'terms'].map((id) => ({
    id,
    open: id === 'terms',
    classList: { contains: () => false },
  }));
  const touches = new EventTarget();
  vi.stubGlobal('document', {
    querySelectorAll: () => panels,
    addEventListener: touches.addEventListener.bind(touches),
  });
  const state = createState();
  const summary = { config: { latentSize: 2 } } as never;
  state.model.shown.value = { run: 0, step: 0, version: 1, summary };
  const report = reportsTo(state);
  const sent: unknown[] = [];
  const words = { 'write text': (command: unknown) => void sent.push(command) };
  const send = createSend(
    [words, latentCommands(state), planeCommands(state), pageCommands(state)] as never,
    report,
  );
  const load = vi.fn(async () => Uint8Array.of(1, 2));
  const ship = vi.fn(async (file: string) => {
    state.model.shipped.value = file;
  });
  const training = { pause: async () => {} };
  const explorer = { ask: async () => ({ run: { model: {} } }) };
  state.data.complete.value = true;
  const page = {
    state,
    send,
    report,
    load,
    training,
    explorer,
    model: { ship },
    base: 'https://page.test/some/folder/',
  };
  const touch = () => touches.dispatchEvent(new Event('pointerdown'));
  return { state, sent, panels, load, ship, touch, page: page as unknown as Page };
}

const at = (rest: string) => new URL(`https://page.test/some/folder/${rest}`);

it('brings back where a person was', async () => {
  const { state, panels, page } = open();
  const address = at(
    '?z=0.5,-1.25&grid=mass&window=0.5,0,2&axes=2,1&layers=density,-path&class=7&open=export,-terms',
  );
  await readPlaces(page, address, {});
  expect(state.latent.z.value).toEqual([0.5, -1.25]);
  expect(state.plane.grid.value).toBe('equal prior mass');
  expect(state.plane.window.value).toEqual({ centre: [0.5, 0], span: 2 });
  expect(state.plane.axes.value).toEqual([1, 0]);
  expect([...state.map.layers.value]).toEqual([
    ['density', true],
    ['path', false],
  ]);
  expect(state.latent.classIndex.value).toBe(7);
  expect(panels.map(({ open }) => open)).toEqual([true, false]);
  expect(state.page.problem.value).toBeUndefined();
});

it('keeps z where a link puts it, whatever drawing was kept, until a person does something', async () => {
  const { state, page, touch } = open();
  /** As a drawing's code does. */
  const follow = () => {
    state.latent.linked.value = true;
    state.latent.z.value = [2, 2];
  };
  await readPlaces(page, at('?z=1,1'), {});
  follow();
  state.latent.linked.value = true;
  expect([state.latent.z.value, state.latent.linked.value]).toEqual([[1, 1], false]);
  touch();
  follow();
  expect([state.latent.z.value, state.latent.linked.value]).toEqual([[2, 2], true]);
});

it('reads numbers with the commas of a Chinese input method between', async () => {
  for (const z of ['1，-0.5', '１、−0.5']) {
    const { state, page } = open();
    await readPlaces(page, at(`?z=${z}&window=0.5，0，2&axes=2，1&layers=density，-mist`), {});
    expect(state.page.problem.value).toMatchObject({ misread: [{ name: 'layers', came: '-mist' }] });
    expect(state.latent.z.value).toEqual([1, -0.5]);
    expect(state.plane.window.value.span).toBe(2);
    expect(state.plane.axes.value).toEqual([1, 0]);
  }
});

it('leaves z to the drawing that was kept, where a person comes back to it', async () => {
  const { state, page } = open();
  state.latent.linked.value = true;
  const { value: z } = state.latent.z;
  await readPlaces(page, at('?z=1,1'), {}, true);
  expect([state.latent.z.value, state.latent.linked.value]).toEqual([z, true]);
});

it('keeps z where it was moved to from items, also where a person comes back', async () => {
  const { state, page } = open();
  state.latent.linked.value = true;
  await readPlaces(page, at('?text=tea&z=1,1'), {}, true);
  state.latent.linked.value = true;
  expect([state.latent.z.value, state.latent.linked.value]).toEqual([[1, 1], false]);
});

it('has a text written whose words are the input, and refuses one for a model of images', async () => {
  const { state, page, sent } = open();
  await readPlaces(page, at('?text=tea'), {});
  expect(state.page.problem.value).toMatchObject({ misread: [{ name: 'text', expected: 'textsModel' }] });
  showData({ ...SITE_DATA, kind: 'items', terms: 'words' });
  await readPlaces(page, at('?text=Good+tea'), {});
  expect(sent).toEqual([{ do: 'write text', text: 'Good tea' }]);
  showData(SITE_DATA);
});

it('names what is broken, beside what was named before, and the rest holds', async () => {
  const { state, page } = open();
  const before = { name: 'abacus', meant: undefined };
  state.page.problem.value = { kind: 'address', misread: [before] };
  await readPlaces(
    page,
    at('?z=1,2,3&window=a&grid=round&axes=9,9&class=x&layers=density,fog,-mist&open=cellar'),
    {},
  );
  const { problem } = state.page;
  expect(problem.value).toMatchObject({
    kind: 'address',
    misread: [
      before,
      { name: 'grid', came: 'round', expected: ['spacing', 'mass'] },
      { name: 'axes', came: '9,9' },
      { name: 'window', came: 'a', expected: { span: 12 } },
      { name: 'z', came: '1,2,3', expected: { numbers: 2, most: 10 } },
      { name: 'class', came: 'x' },
      { name: 'layers', came: 'fog,-mist' },
      { name: 'open', came: 'cellar', expected: ['export', 'terms'] },
    ],
  });
  expect([...state.map.layers.value]).toEqual([['density', true]]);
});

it.each([
  ['axes=1,1', { name: 'axes', came: '1,1' }],
  ['window=0,0,0', { name: 'window', came: '0,0,0', expected: { span: 12 } }],
])('refuses %s in words: axes are two, and a window has a span', async (query, misread) => {
  const { state, page } = open();
  await readPlaces(page, at(`?${query}&layers=density`), {});
  expect(state.page.problem.value).toMatchObject({ kind: 'address', misread: [misread] });
  expect([...state.map.layers.value]).toEqual([['density', true]]);
});

it('holds to the rest where no model is listed by the name that it gives', async () => {
  const { state, page } = open();
  state.model.list.value = [{ file: 'mnist-2d.safetensors' } as (typeof state.model.list.value)[number]];
  await readPlaces(page, at('?model=mnist-99d&z=1,1'), { model: 'mnist-99d' });
  expect(state.latent.z.value).toEqual([1, 1]);
});

it('waits for a model of the data set that it names, unless there is none', async () => {
  const { state, page } = open();
  const source = { at: 'site', folder: 'data/films/' } as const;
  const films = { key: 'films', name: 'films', data: SITE_DATA, train: 9, test: 9, source };
  state.data.sets.value = [films];
  let isPlaced = false;
  const placed = readPlaces(page, at('?data=films&z=1,1'), { data: 'films' }).then(() => {
    isPlaced = true;
  });
  await macrotask();
  expect(isPlaced).toBe(false);
  state.data.used.value = films;
  await placed;
  expect(state.latent.z.value).toEqual([1, 1]);
  await readPlaces(page, at('?data=fils&z=2,1'), { data: 'fils' });
  expect(state.latent.z.value).toEqual([2, 1]);
});

it('goes back to what an entry says, and to what stood at first where it says nothing', async () => {
  const { state, panels, page } = open();
  await readPlaces(page, at('?z=1,1&window=0.5,0,2&layers=density&open=export'), {});
  state.settings.form.value = { ...state.settings.form.value, beta: '4' };
  const back = at('?seed=7');
  await returnTo(page, back, readUrl(back.search));
  expect(state.latent.z.value).toBe(state.latent.opened.value);
  expect(state.map.layers.value.size).toBe(0);
  expect(panels.map(({ open }) => open)).toEqual([false, true]);
  expect([state.settings.form.value.seed, state.settings.form.value.beta]).toEqual(['7', '1']);
});

it('goes back to the model that an entry was written of, the opening one too, and leaves a run where none is named', async () => {
  const { state, page } = open();
  const chosen: string[] = [];
  const send: Page['send'] = (command) => {
    if (command.do !== 'choose model') return;
    chosen.push(command.file);
    state.model.shipped.value = command.file;
    show(0);
  };
  const show = (run: number) => {
    const shown = state.model.shown.value;
    if (shown) state.model.shown.value = { ...shown, run };
  };
  const go = (search: string) => returnTo({ ...page, send }, at(search), readUrl(search));
  state.model.shipped.value = 'mnist-10d.safetensors';
  await go('?model=mnist-10d');
  expect(chosen).toEqual([]);
  show(1);
  await go('?seed=7');
  expect(chosen).toEqual([]);
  await go('?model=mnist-10d');
  await go('?seed=7');
  expect(chosen).toEqual(['mnist-10d.safetensors', FIRST_MODEL]);
});

it('shows a model by its file’s address, of this site only', async () => {
  const { state, load, ship, page } = open();
  await readPlaces(page, at('#view=../shared/mine.safetensors'), {});
  expect(load).toHaveBeenCalledWith('https://page.test/some/shared/mine.safetensors');
  expect(ship.mock.calls[0]?.[0]).toBe('/some/shared/mine.safetensors');
  for (const foreign of [
    'https://else.test/mine.safetensors',
    '//else.test/mine.safetensors',
    'data:,x',
    'http://',
  ]) {
    state.page.problem.value = undefined;
    await readPlaces(page, at(`#view=${foreign}`), {});
    expect(state.page.problem.value).toMatchObject({ misread: [{ name: '#view', expected: 'sameSite' }] });
  }
  expect(load).toHaveBeenCalledOnce();
});

it('leads back to any point, window and axes that an address was written of', async () => {
  const thousandths = (most: number) =>
    fc.integer({ min: -1000 * most, max: 1000 * most }).map((it) => it / 1000);
  const pair = (most: number) => fc.tuple(thousandths(most), thousandths(most));
  const place = fc.record({
    z: pair(10),
    centre: pair(4),
    span: fc.integer({ min: 1, max: 4000 }).map((it) => it / 1000),
  });
  await fc.assert(
    fc.asyncProperty(place, fc.boolean(), async ({ z, centre, span }, turned) => {
      const left = open();
      left.page.send({ do: 'move', z });
      left.page.send({ do: 'show window', window: { centre, span } });
      left.page.send({ do: 'choose axes', axes: turned ? [1, 0] : [0, 1] });
      const said = Object.entries(placesOf(left.state)).map(([name, place]) => [name, place() ?? '']);
      const query = new URLSearchParams(said.filter(([, text]) => text));
      const came = open();
      await readPlaces(came.page, at(`?${query}`), {});
      expect(came.state.page.problem.value).toBeUndefined();
      expect([...came.state.latent.z.value]).toEqual([...left.state.latent.z.value]);
      // The window's middle is held to where the map goes, and written to the thousandth.
      const windowOf = ({ plane: { window } }: typeof left.state) => [
        ...window.value.centre,
        window.value.span,
      ];
      for (const [index, figure] of windowOf(came.state).entries())
        expect(figure).toBeCloseTo(windowOf(left.state)[index] ?? 0, 2.9);
      expect(came.state.plane.axes.value).toEqual(left.state.plane.axes.value);
    }),
  );
});
