import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../engine/data/spec';
import type { DataSpec } from '../engine/protocol';
import { StandIn } from '../features/stand-in';
import { createState } from '../features/testing';
import { showData } from '../ui/shown-data';
import type { Mount, PanelContext } from './feature';
import { mountPanels } from './panels';

const roots = new Map<string, HTMLElement>();
vi.mock('../ui/dom', async (load) => ({
  ...(await load<typeof import('../ui/dom')>()),
  find: (_: unknown, name: string) => roots.get(name),
}));

let browser: StandIn;
beforeAll(() => {
  browser = new StandIn(vi.stubGlobal);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const context = (state = createState()): PanelContext => ({
  state,
  send: () => undefined,
  report: (error) => {
    throw error;
  },
  exports: [],
});

/** A panel's mount, and the signals that it was given. */
function recorded(name: string) {
  const signals: AbortSignal[] = [];
  roots.set(name, browser.element());
  const mount: Mount = (_root, _context, signal) => {
    signals.push(signal);
  };
  return { mount, signals };
}

it('shows the panels of the kind of data that the model is for, and ends those of another', async () => {
  // A kind that is still to come.
  const other = { ...SITE_DATA, kind: 'other' } as unknown as DataSpec;
  const [drawn, listed] = [recorded('#drawn'), recorded('#listed')];
  const end = new AbortController();
  const panels = [
    { root: '#drawn', suits: ({ kind }: DataSpec) => kind === 'image', mount: drawn.mount },
    { root: '#listed', suits: ({ kind }: DataSpec) => kind !== 'image', mount: listed.mount },
  ];
  const hidden = () => panels.map(({ root }) => roots.get(root)?.hidden);
  await mountPanels(panels, context(), end.signal);
  expect([drawn.signals.length, listed.signals.length, hidden()]).toEqual([1, 0, [false, true]]);

  showData({ ...SITE_DATA, width: 14 });
  expect([drawn.signals.length, drawn.signals[0]?.aborted]).toEqual([1, false]);
  showData(other);
  expect(drawn.signals[0]?.aborted).toBe(true);
  expect([drawn.signals.length, listed.signals.length, hidden()]).toEqual([1, 1, [true, false]]);

  showData(SITE_DATA);
  expect(listed.signals[0]?.aborted).toBe(true);
  expect([drawn.signals.length, drawn.signals[1]?.aborted, hidden()]).toEqual([2, false, [false, true]]);
  end.abort();
  expect(drawn.signals[1]?.aborted).toBe(true);
});

it('fetches what is far down when it comes near, but not before the first image is there', async () => {
  const { mount, signals } = recorded('#far');
  const load = vi.fn(async () => ({ mount }));
  const end = new AbortController();
  const state = createState();
  await mountPanels([{ root: '#far', load }], context(state), end.signal);
  expect(browser.observers.size).toBe(0);
  state.latent.decoded.value = { pixels: new Uint8Array(784), version: 1, movedAt: 0 } as never;
  await vi.waitFor(() => expect(browser.observers.size).toBe(1));
  expect(load).not.toHaveBeenCalled();
  end.abort();
  expect([browser.observers.size, signals.length]).toEqual([0, 0]);
});

it('brings the other panels to life when one fails, and says why it did', async () => {
  const [first, last] = [recorded('#first'), recorded('#last')];
  roots.set('#broken', browser.element());
  const broken = () => {
    throw new RangeError('invalid language tag: C');
  };
  const said: unknown[] = [];
  const panels = [
    { root: '#first', mount: first.mount },
    { root: '#broken', mount: broken },
    { root: '#last', mount: last.mount },
  ];
  const report = (error: unknown) => said.push(error);
  await mountPanels(panels, { ...context(), report }, new AbortController().signal);
  expect([first.signals.length, last.signals.length]).toEqual([1, 1]);
  expect(said).toEqual([new RangeError('invalid language tag: C')]);
});

it('brings what can wait to life some time after the encoder has come, but nothing that is folded', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('window', {});
  const loads = { '#open': vi.fn(), '#folded': vi.fn() };
  const panels = Object.entries(loads).map(([root, load]) => {
    const { mount } = recorded(root);
    const [closest, contains] = [() => (root === '#folded' ? {} : null), () => false];
    const element = { closest, contains, addEventListener: () => undefined };
    roots.set(root, element as unknown as HTMLElement);
    return { root, load: load.mockResolvedValue({ mount }) };
  });
  const state = createState();
  state.page.still.value = true;
  const end = new AbortController();
  await mountPanels(panels, context(state), end.signal);
  const afterAWhile = () => vi.advanceTimersByTimeAsync(5000);
  state.latent.decoded.value = { pixels: new Uint8Array(784), version: 1, movedAt: 0 } as never;
  await afterAWhile();
  expect(loads['#open']).not.toHaveBeenCalled();
  state.model.shown.value = { run: 1 } as never;
  await afterAWhile();
  expect([loads['#open'].mock.calls.length, loads['#folded'].mock.calls.length]).toEqual([1, 0]);
  end.abort();
  vi.useRealTimers();
});
