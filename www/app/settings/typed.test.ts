import { expect, it } from 'vitest';
import { DEFAULT_FORM, SETTINGS } from './schema';
import { plainForm } from './typed';

it('reads every setting as it is typed anywhere, and lists as lists', () => {
  const typed = { learningRate: '0,001', hiddenSizes: '256，128', batchSize: '１２８', beta: '０.５' };
  expect(plainForm({ ...DEFAULT_FORM, ...typed }, SETTINGS)).toEqual({
    ...DEFAULT_FORM,
    learningRate: '0.001',
    hiddenSizes: '256,128',
    batchSize: '128',
    beta: '0.5',
  });
});

it('leaves what it was given plainly, and adds nothing', () => {
  expect(plainForm(DEFAULT_FORM, SETTINGS)).toEqual(DEFAULT_FORM);
  expect(plainForm({ hiddenSizes: '256,128' }, SETTINGS)).toEqual({ hiddenSizes: '256,128' });
});
