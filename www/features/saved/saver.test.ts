import { expect, it, vi } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import type { From } from '../../engine/protocol';
import { createState } from '../testing';
import { Saver } from './saver';
import { Store } from './store';

/** Of a run of nine steps. */
function trained() {
  const state = createState();
  state.run.config.value = PLAIN;
  const position = { epoch: 1, step: 9, stepInEpoch: 9, stepsPerEpoch: 10, images: 90, seconds: 1 };
  state.run.progress.value = { position, imagesPerSecond: 90 };
  return state;
}

it.each([
  ['full', 'put', new DOMException('no room', 'QuotaExceededError')],
  ['blocked', 'open', new DOMException('not here', 'SecurityError')],
] as const)('says that storage is %s, and the run goes on', async (trouble, at, error) => {
  const put = vi.fn(async () => undefined);
  if (at === 'put') put.mockRejectedValueOnce(error);
  const opened = vi.spyOn(Store, 'open').mockResolvedValue({ put, runs: async () => [] } as unknown as Store);
  if (at === 'open') opened.mockRejectedValueOnce(error);
  vi.stubGlobal('navigator', {});
  const state = trained();
  const from: From = { weights: Uint8Array.of(1), step: 9, seconds: 1 };
  const saver = new Saver(state, { run: 1, checkpoint: async () => from });
  await saver.save();
  expect([state.saved.trouble.value, state.saved.upTo.value]).toEqual([trouble, 0]);
});

it('saves a run under its own name, or not at all where another one has begun meanwhile, as in a sweep', async () => {
  const put = vi.fn(async () => undefined);
  vi.spyOn(Store, 'open').mockResolvedValue({ put, runs: async () => [] } as unknown as Store);
  vi.stubGlobal('navigator', {});
  const state = trained();
  const from: From = { weights: Uint8Array.of(1), step: 9, seconds: 1 };
  const training = {
    run: 1,
    async checkpoint() {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return from;
    },
  };
  const saver = new Saver(state, training);
  const saving = saver.save();
  await new Promise((resolve) => setTimeout(resolve, 5));
  training.run = 2;
  await saving;
  expect(put).not.toHaveBeenCalled();
  await saver.save();
  expect(put).toHaveBeenCalledTimes(1);
});
