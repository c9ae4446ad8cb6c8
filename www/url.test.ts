import { expect, it } from 'vitest';
import { readUrl } from './url';

it('reads the backend and the seed', () => {
  expect(readUrl('?backend=webgpu&seed=7')).toEqual({ backend: 'webgpu', seed: '7' });
  expect(readUrl('?backend=CPU')).toEqual({ backend: 'cpu' });
});

it('ignores a backend that does not exist, and hands on any seed for the form to judge', () => {
  expect(readUrl('?backend=abacus')).toEqual({});
  expect(readUrl('?seed=-1')).toEqual({ seed: '-1' });
  expect(readUrl('')).toEqual({});
});
