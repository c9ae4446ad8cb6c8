import { expect, it } from 'vitest';
import { readUrl } from './url';

it('reads the backend and the seed', () => {
  expect(readUrl('?backend=webgpu&seed=7')).toEqual({ backend: 'webgpu', seed: '7' });
  expect(readUrl('?backend=CPU')).toEqual({ backend: 'cpu' });
});

it('reads the number of threads, and ignores what is none', () => {
  expect(readUrl('?threads=2')).toEqual({ threads: 2 });
  expect(readUrl('?threads=99')).toEqual({ threads: 64 });
  for (const text of ['0', '-1', '1.5', 'many', '1000', '']) expect(readUrl(`?threads=${text}`)).toEqual({});
});

it('ignores a backend that does not exist, and hands on any seed for the form to judge', () => {
  expect(readUrl('?backend=abacus')).toEqual({});
  expect(readUrl('?seed=-1')).toEqual({ seed: '-1' });
  expect(readUrl('')).toEqual({});
});
