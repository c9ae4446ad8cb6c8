import { expect, it } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { createState } from '../testing';
import { Replay } from './replay';

it('keeps a moment once, where a saved history comes while it is halved', async () => {
  const state = createState();
  state.run.config.value = PLAIN;
  state.model.shown.value = { run: 2, step: 9, version: 1, summary: { parameters: 100 } } as never;
  let halve: (weights: Uint8Array) => void = () => undefined;
  const halved = () => new Promise<Uint8Array>((resolve) => (halve = resolve));
  const model = { halved, visit: async () => 1 };
  const replay = new Replay(state, model, { async comeBack() {} }, () => undefined);
  const taken = replay.take(2, 9);
  state.replay.moments.value = [0, 9].map((step) => ({ run: 2, step, weights: new Uint8Array(4) }));
  halve(new Uint8Array(4));
  await taken;
  expect(state.replay.moments.value.map(({ step }) => step)).toEqual([0, 9]);
});
