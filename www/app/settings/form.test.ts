import { expect, it } from 'vitest';
import { createState } from '../../features/testing';
import { settingsCommands } from './commands';
import { followProposals } from './follow';
import { formOf, formOfKind, placeTuned, withText } from './form';
import { DEFAULT_FORM, DEFAULT_RUN, KINDS, SETTINGS } from './schema';

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

const SGD_RATE = SETTINGS.find(({ name }) => name === 'optimizer')?.proposes.sgd?.learningRate ?? '';
const rateOf = (form: typeof DEFAULT_FORM) => form.learningRate;

it('proposes the rate that an optimiser trains with, and leaves one of a person alone', () => {
  expect(Number(SGD_RATE)).toBeGreaterThan(0);
  expect(SGD_RATE).not.toBe(DEFAULT_FORM.learningRate);
  const sgd = withText(DEFAULT_FORM, 'optimizer', 'sgd');
  expect(sgd).toEqual({ ...DEFAULT_FORM, optimizer: 'sgd', learningRate: SGD_RATE });
  expect(withText(sgd, 'optimizer', 'adam')).toEqual(DEFAULT_FORM);
  const own = withText(DEFAULT_FORM, 'learningRate', '0.01');
  expect(rateOf(withText(own, 'optimizer', 'sgd'))).toBe('0.01');
  expect(withText(sgd, 'latentSize', '7')).toEqual({ ...sgd, latentSize: '7' });
});

it('takes an address that names an optimiser with its rate, unless it names that too', () => {
  expect(rateOf(formOf({ optimizer: 'sgd' }))).toBe(SGD_RATE);
  expect(rateOf(formOf({ optimizer: 'sgd', learningRate: '0.002' }))).toBe('0.002');
  expect(formOf({})).toEqual(DEFAULT_FORM);
});

it('proposes nothing for the run that goes on, but for the next one', () => {
  const state = createState();
  const { form, postponed } = state.settings;
  const { set } = settingsCommands(state);
  followProposals(state);
  state.run.config.value = DEFAULT_RUN;
  set({ do: 'set', field: 'optimizer', text: 'sgd' });
  expect(rateOf(form.value)).toBe(DEFAULT_FORM.learningRate);
  set({ do: 'set', field: 'optimizer', text: 'adam' });
  expect(postponed.value).toEqual({});
  set({ do: 'set', field: 'optimizer', text: 'sgd' });
  state.run.config.value = undefined;
  expect(rateOf(form.value)).toBe(SGD_RATE);
  expect(postponed.value).toEqual({});
});
