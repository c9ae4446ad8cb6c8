import { describe, expect, it } from 'vitest';
import type { RunConfig } from './protocol';
import { formOf, readForm, waitingFields } from './settings';

const run: RunConfig = {
  model: { latentSize: 2, hiddenSizes: [256, 128] },
  train: { beta: 1, learningRate: 0.001, batchSize: 128, seed: 1 },
};

describe('the form', () => {
  it('reads back what it was made from', () => {
    expect(readForm(formOf(run))).toEqual({ run, errors: [] });
  });

  it('names the fields that cannot be read, with what was expected and what came', () => {
    const { errors } = readForm({
      ...formOf(run),
      latentSize: '2.5',
      hiddenSizes: '256, x',
      beta: '',
      seed: '-1',
    });
    expect(errors).toEqual([
      { field: 'latentSize', message: 'expected a whole number, got “2.5”' },
      { field: 'hiddenSizes', message: 'expected a whole number, got “x”' },
      { field: 'beta', message: 'expected a number, got nothing' },
      { field: 'seed', message: 'expected a whole number, got “-1”' },
    ]);
  });

  it('leaves ranges to the crate', () => {
    expect(readForm({ ...formOf(run), latentSize: '0' }).errors).toEqual([]);
  });
});

describe('waiting fields', () => {
  it('are those that changed and do not apply at once', () => {
    const form = { ...formOf(run), hiddenSizes: '256,128', latentSize: '5', beta: '4', seed: '2' };
    expect(waitingFields(form, run)).toEqual(['latentSize', 'seed']);
  });
});
