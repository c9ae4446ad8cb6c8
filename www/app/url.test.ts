import { expect, it } from 'vitest';
import { readUrl } from './url';

const settings = {};

it('reads the backend, the model and the settings', () => {
  expect(readUrl('?backend=webgpu&seed=7')).toEqual({ backend: 'webgpu', settings: { seed: '7' } });
  expect(readUrl('?backend=CPU')).toEqual({ backend: 'cpu', settings });
  expect(readUrl('?model=mnist-10d&latentSize=10&likelihood=gaussianShared')).toEqual({
    model: 'mnist-10d',
    settings: { latentSize: '10', likelihood: 'gaussianShared' },
  });
});

it('reads the number of threads, and ignores what is none', () => {
  expect(readUrl('?threads=2')).toEqual({ threads: 2, settings });
  expect(readUrl('?threads=99')).toEqual({ threads: 64, settings });
  for (const text of ['0', '-1', '1.5', 'many', '1000', '']) {
    expect(readUrl(`?threads=${text}`)).toEqual({ settings });
  }
});

it('ignores choices that do not exist, and hands on any number for the form to judge', () => {
  expect(readUrl('?backend=abacus&network=toString')).toEqual({ settings });
  expect(readUrl('?seed=-1')).toEqual({ settings: { seed: '-1' } });
  expect(readUrl('')).toEqual({ settings });
});
