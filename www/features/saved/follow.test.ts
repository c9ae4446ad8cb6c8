import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createState } from '../testing';
import { followSaving } from './follow';
import type { Saver } from './saver';

let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open() {
  const state = createState();
  const save = vi.fn(async () => {});
  followSaving(state, { save, leave: () => {} } as unknown as Saver, () => {});
  const position = { epoch: 1, step: 9, stepInEpoch: 9, stepsPerEpoch: 140, images: 576, seconds: 1 };
  state.run.progress.value = { position, imagesPerSecond: 4000 };
  return { state, saved: () => save.mock.calls.length };
}

it('saves a new run soon, then at least every 30 s, and at each pause', () => {
  const { state, saved } = open();
  const { phase } = state.run;
  phase.value = 'running';
  vi.advanceTimersByTime(4000);
  expect(saved()).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(saved()).toBe(4);
  phase.value = 'paused';
  expect(saved()).toBe(5);
  vi.advanceTimersByTime(60_000);
  expect(saved()).toBe(5);
});

it('saves one that was saved before as often as any', () => {
  const { state, saved } = open();
  state.saved.upTo.value = 9;
  state.run.phase.value = 'running';
  vi.advanceTimersByTime(4000);
  expect(saved()).toBe(0);
  Object.assign(document, { visibilityState: 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(saved()).toBe(1);
});

it('saves at least every 30 s where the page is hidden and its timers wait for a minute', () => {
  const { setTimeout } = globalThis;
  const held = (work: () => void, ms = 0) => setTimeout(work, 60_000 * Math.ceil(ms / 60_000));
  vi.stubGlobal('setTimeout', held);
  const { state, saved } = open();
  const { phase, progress } = state.run;
  phase.value = 'running';
  const train = (seconds: number) => {
    for (let second = 1; second <= seconds; second++) {
      vi.advanceTimersByTime(1000);
      if (progress.value) progress.value = { ...progress.value };
    }
  };
  train(5);
  expect(saved()).toBe(1);
  for (const times of [2, 3, 4]) {
    train(30);
    expect(saved()).toBeGreaterThanOrEqual(times);
  }
  expect(saved()).toBeLessThanOrEqual(6);
});

it.each([[['pagehide']], [['visibilitychange']], [['pagehide', 'visibilitychange']]])(
  'saves once as the page goes, which %j says',
  async (kinds) => {
    const { state, saved } = open();
    const go = () => {
      Object.assign(document, { visibilityState: 'hidden' });
      for (const kind of kinds) (kind === 'pagehide' ? page : document).dispatchEvent(new Event(kind));
    };
    state.run.phase.value = 'running';
    go();
    expect(saved()).toBe(1);
    // Put by, and come back to.
    await vi.waitFor(() => {
      go();
      expect(saved()).toBe(2);
    });
    state.run.phase.value = 'paused';
    const before = saved();
    go();
    expect(saved()).toBe(before);
  },
);
