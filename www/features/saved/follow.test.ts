import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createState } from '../testing';
import { followSaving } from './follow';
import type { Saver } from './saver';

beforeEach(() => {
  vi.useFakeTimers();
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
