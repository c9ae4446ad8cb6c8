import { expect, it } from 'vitest';
import { createState } from '../../features/testing';
import { formOfKind, placeTuned } from './form';
import { DEFAULT_FORM, KINDS, SETTINGS } from './schema';

it('says of a run that goes on what applies at once, and leaves what waits for a reset', () => {
  const state = createState();
  state.settings.form.value = DEFAULT_FORM;
  placeTuned(state, { ...DEFAULT_FORM, beta: '4', learningRate: '0.01', seed: '9' });
  expect(state.settings.form.value).toEqual({ ...DEFAULT_FORM, beta: '4', learningRate: '0.01' });
});

it('leaves the beta that an autoencoder has none of', () => {
  const state = createState();
  state.settings.form.value = DEFAULT_FORM;
  const { beta: _, ...texts } = DEFAULT_FORM;
  placeTuned(state, { ...texts, learningRate: '0.01' });
  expect(state.settings.form.value).toEqual({ ...DEFAULT_FORM, learningRate: '0.01' });
});

it('sets what makes a kind of model, whatever was before, and leaves the other settings alone', () => {
  expect(KINDS.length).toBeGreaterThan(3);
  for (const { name, sets } of KINDS) {
    for (const before of KINDS)
      expect(formOfKind(formOfKind({ ...DEFAULT_FORM, latentSize: '7' }, before.name), name)).toEqual({
        ...DEFAULT_FORM,
        ...sets,
        latentSize: '7',
      });
  }
});

it('has a default of every setting, and names each once', () => {
  const names = SETTINGS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(DEFAULT_FORM).sort()).toEqual([...names].sort());
});
