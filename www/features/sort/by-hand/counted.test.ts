import { expect, it } from 'vitest';
import { counted } from './counted';

it('counts each of the first labels, then every fifth, and all', () => {
  expect(counted(0)).toEqual([]);
  expect(counted(3)).toEqual([1, 2, 3]);
  expect(counted(23)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 23]);
});
