import { afterEach, expect, it, vi } from 'vitest';
import { clearRun } from '../../app/run/run-state';
import { createState } from '../testing';
import { askBeforeLeaving } from './ask-before-leaving';

afterEach(() => vi.unstubAllGlobals());

it('asks while steps would be lost, and not before it is worth it, once they are saved, or after a reset', () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const state = createState();
  askBeforeLeaving(state);
  const train = (seconds: number) => {
    const position = { epoch: 1, step: 9, stepInEpoch: 9, stepsPerEpoch: 140, images: 576, seconds };
    state.run.progress.value = { position, imagesPerSecond: 4000 };
  };
  expect(asks()).toBe(false);
  state.run.phase.value = 'running';
  train(0.5);
  expect(asks()).toBe(false);
  train(20);
  expect(asks()).toBe(true);
  for (const phase of ['paused', 'finished'] as const) {
    state.run.phase.value = phase;
    expect(asks()).toBe(true);
  }
  state.saved.upTo.value = 9;
  expect(asks()).toBe(false);
  state.saved.upTo.value = 8;
  expect(asks()).toBe(true);
  clearRun(state);
  expect(asks()).toBe(false);
});
