// What every panel makes ends with its signal.

import { setMaxListeners } from 'node:events';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import type { Panel } from '../app/feature';
import { DEFAULT_RUN as PLAIN } from '../app/settings/schema';
import { allKeys } from '../ui/keys';
import { chooseLanguage } from '../ui/text';
import { features } from '.';
import { layers } from './map/layers';
import { StandIn } from './stand-in';
import { createState, DATA } from './testing';

const running = vi.hoisted(() => new Set<object>());
vi.mock('@preact/signals-core', async (load) => {
  const signals = await load<typeof import('@preact/signals-core')>();
  const effect: typeof signals.effect = (...given) => {
    const end = signals.effect(...given);
    running.add(end);
    return Object.assign(
      () => {
        running.delete(end);
        end();
      },
      { [Symbol.dispose]: () => end() },
    );
  };
  return { ...signals, effect };
});

// A signal may have as many listeners as a panel has parts.
setMaxListeners(0);

let browser: StandIn;
beforeEach(() => {
  running.clear();
  browser = new StandIn(vi.stubGlobal);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const panels = features.flatMap(({ name, panels = [] }) => panels.map((panel) => ({ name, panel })));
// Preact takes these' elements out again, and their listeners go with them: the stand-in keeps count of all.
const byPreact = ['#settings', '#suggestions', '#text-output', '#reading'];
const own = panels.filter(({ panel }) => !byPreact.includes(panel.root));
it.each(own)('$name leaves nothing behind at $panel.root', async ({ panel }) => {
  const before = allKeys().length;
  const end = await mounted(panel);
  expect(running.size + browser.listeners.size).toBeGreaterThan(0);
  end();
  expect(running.size).toBe(0);
  expect([...browser.listeners]).toEqual([]);
  expect(browser.observers.size).toBe(0);
  expect(allKeys()).toHaveLength(before);
  const { writes } = browser;
  browser.runFrames();
  expect(browser.writes).toBe(writes);
});

async function mounted(panel: Panel) {
  const { mount } = 'mount' in panel ? panel : await panel.load();
  const state = createState();
  const summary = { config: PLAIN.model, data: DATA, inkBox: 20, parameters: 1 };
  state.model.shown.value = { summary, version: 1, run: 0, step: 0 };
  state.map.layers.value = new Map(layers.map(({ id }) => [id, true]));
  const exports = features.flatMap(({ exports = [] }) => exports);
  const report = (error: unknown) => {
    throw error;
  };
  const shown = new AbortController();
  mount(browser.element(), { state, send: () => undefined, report, exports }, shown.signal);
  await chooseLanguage('zh');
  await chooseLanguage('en');
  return () => shown.abort();
}
