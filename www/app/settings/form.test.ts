import { expect, it } from 'vitest';
import { createState } from '../../features/testing';
import { placeTuned } from './form';
import { formOf, PLAIN } from './settings';

const run = { ...PLAIN, train: { ...PLAIN.train, beta: 4, learningRate: 0.01, seed: 9 } };

it('says of a run that goes on what applies at once, and leaves what waits for a reset', () => {
  const state = createState();
  state.settings.form.value = formOf(PLAIN);
  placeTuned(state, run);
  expect(state.settings.form.value).toEqual({ ...formOf(PLAIN), beta: '4', learningRate: '0.01' });
});

it('leaves the beta that an autoencoder has none of', () => {
  const state = createState();
  state.settings.form.value = formOf(PLAIN);
  placeTuned(state, { ...run, model: { ...run.model, deterministic: true } });
  expect(state.settings.form.value).toEqual({ ...formOf(PLAIN), learningRate: '0.01' });
});
